"""The weights by which fields are chosen, fitted from gold, and articles read with weights that never saw them.

Only `make weights` and `make held-out` (tests/weights.py) import this module: the package itself needs no scipy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from extractor.evaluate.agreement import agrees
from extractor.evaluate.scores import match, score
from extractor.evaluate.statements import Annotated, Case, ComparedFigure, compared
from extractor.extraction.choice import CHOSEN, CONFIDENCE, Chooser, Choosers, default
from extractor.extraction.pipeline import Extraction, extract
from extractor.model.records import Place
from extractor.model.shapes import Candidate
from extractor.model.writing import json_lines

FOLDS = 8
UNKNOWN = "?"  # the fact of a figure that is not of the gold
# L2: half of it times the squares of the weights is added to the loss.
PENALTY = {"place": 12.0, "period": 12.0, "part_of": 2.0, "category": 2.0, "status": 4.0, "action": 4.0}
RAREST = 3  # figures: evidence that fewer of them show gets no weight
SMALLEST = 0.005  # weights nearer to nothing are left out
TABLES = Path(__file__).parent.parent / "extraction" / "weights"
RULES_HEAD = "# How often what each rule decided was right: rule, tab, right, tab, all; counted by make weights\n"
HEAD = "# Weights of the evidence for {}, fitted by make weights: evidence, tab, weight\n"


class Example(Struct, frozen=True):
    """What one figure chose among, and which of the candidates the gold calls right."""

    article: str
    candidates: tuple[Candidate[object], ...]
    right: tuple[bool, ...]


def examples(read: Annotated, extraction: Extraction) -> Iterator[tuple[str, Example]]:
    """For each figure of the gold that was found, by field, what was chosen among; of fields that the gold tells."""
    hits = match(Case(read.name, read.gold, tuple(map(compared, extraction.figures)))).hits
    facts = {one.label: gold.label for gold, one in hits}  # of the gold, by the figure found
    acts = any(gold.worded.get("action") for gold in read.gold)  # not every gold file tells what was done
    for gold, one in hits:
        for field, choice in extraction.choices.get(one.label, {}).items():
            if ("kind" if field == "part_of" else field) not in gold.worded:  # a text that tells one field only
                continue
            if field == "action" and not acts:
                continue
            right = tuple(_is_right(field, gold, one, candidate.value, facts) for candidate in choice.candidates)
            yield field, Example(read.name, choice.candidates, right)


def _is_right(field: str, gold: ComparedFigure, found: ComparedFigure, value: object, facts: Mapping[str, str]) -> bool:
    """Whether a value of a field is right; a figure is part of the total that the gold names, whichever states it."""
    words = value.name if isinstance(value, Place) else None if value is None else str(value)
    if field == "part_of":
        return gold.part_of == (None if words is None else facts.get(words, UNKNOWN))
    if words is None or gold.worded[field] is None:
        return words == gold.worded[field]
    return agrees(field, gold, replace(found, worded={**found.worded, field: words}))


def fitted(seen: Sequence[Example], penalty: float) -> dict[str, float]:
    """The weights under which the right candidates are likeliest; figures of which none is right teach nothing."""
    taught = [one for one in seen if any(one.right) and not all(one.right)]
    if not taught:
        return {}
    names = _names(taught)
    columns = {name: at for at, name in enumerate(names)}
    matrix, starts, right = _matrix(taught, columns)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        likely, all_of = _softmax(scores, starts)
        only, right_of = _softmax(np.where(right, scores, -np.inf), starts)
        gradient = matrix.T @ (likely - only) + penalty * weights
        return float(np.sum(all_of - right_of) + penalty / 2 * weights @ weights), gradient

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True) if abs(weight) >= SMALLEST}


def _names(seen: Iterable[Example]) -> list[str]:
    """The evidence that enough figures show, for some of their candidates and not for all."""
    shown: dict[str, int] = {}
    for one in seen:
        sets = [set(candidate.evidence) for candidate in one.candidates]
        for name in sets[0].union(*sets[1:]) - sets[0].intersection(*sets[1:]):
            shown[name] = shown.get(name, 0) + 1
    return sorted(name for name, count in shown.items() if count >= RAREST)


def _matrix(seen: Sequence[Example], columns: Mapping[str, int]) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """A row a candidate and a column a piece of evidence; where the rows of each figure begin; which rows are right."""
    rows: list[int] = []
    cols: list[int] = []
    starts: list[int] = []
    right: list[bool] = []
    at = 0
    for one in seen:
        starts.append(at)
        right += one.right
        for candidate in one.candidates:
            known = [columns[name] for name in set(candidate.evidence) if name in columns]
            rows += [at] * len(known)
            cols += known
            at += 1
    return csr_matrix((np.ones(len(rows)), (rows, cols)), (at, len(columns))), np.array(starts), np.array(right)


def _softmax(scores: np.ndarray, starts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The softmax of the scores within each figure, and for each figure the logarithm of the sum of exponentials."""
    sizes = np.diff(np.append(starts, len(scores)))
    highest = np.maximum.reduceat(scores, starts)
    parts = np.exp(scores - np.repeat(highest, sizes))
    sums = np.add.reduceat(parts, starts)
    return parts / np.repeat(sums, sizes), highest + np.log(sums)


Scored = tuple[np.ndarray, np.ndarray]  # of one figure: the scores of its candidates, and which of them are right


def _unseen(seen: Sequence[Example], parts: Sequence[AbstractSet[str]], penalty: float) -> Iterator[Scored]:
    """Each figure scored with weights that were fitted without the articles of its fold."""
    for part in parts:
        chooser = Chooser(fitted([one for one in seen if one.article not in part], penalty))
        for one in seen:
            if one.article in part:
                scores = [chooser.score(candidate.evidence) for candidate in one.candidates]
                yield np.array(scores), np.array(one.right)


def temperature(scored: Sequence[Scored]) -> float:
    """What scores are divided by so that probabilities tell how often choices on unseen articles are right."""
    scored = [one for one in scored if one[1].any()]

    def loss(by: float) -> float:
        return float(sum(np.logaddexp.reduce(s / by) - np.logaddexp.reduce(s[right] / by) for s, right in scored))

    return min((by / 20 for by in range(20, 81)), key=loss) if scored else 1.0


def folds(names: Sequence[str], *, by_group: bool = False) -> list[set[str]]:
    """The articles in folds: each its share of every group of sources, or a whole group."""
    if not by_group:
        ordered = sorted(names)
        return [set(ordered[at::FOLDS]) for at in range(FOLDS)]
    groups: dict[str, set[str]] = {}
    for name in names:
        groups.setdefault(name.rsplit("-", 1)[0] if name[-1].isdigit() else "districts", set()).add(name)
    return list(groups.values())


def choosers_of(seen: Mapping[str, Sequence[Example]], without: AbstractSet[str] = frozenset()) -> Choosers:
    """The choosers fitted to what figures chose among, but for those of some articles."""
    return Choosers(**{
        field: Chooser(fitted([one for one in seen.get(field, ()) if one.article not in without], PENALTY[field]))
        for field in CHOSEN
    })  # fmt: skip


def gathered(read: Iterable[Annotated], choosers: Choosers) -> dict[str, list[Example]]:
    """What the figures of some articles chose among, by field."""
    found: dict[str, list[Example]] = {field: [] for field in CHOSEN}
    for one in read:
        for field, example in examples(one, extract(one.article, choosers=choosers, closely=True)):
            found[field].append(example)
    return found


def held_out(read: Sequence[Annotated], own: Sequence[Annotated], folder: Path, *, by_group: bool) -> None:
    """Each article read with weights fitted to `own` and to the others but for those of its fold, written as a run."""
    parts = folds([one.name for one in read], by_group=by_group)
    extractions = [extraction for _, extraction in _held_out(read, gathered([*read, *own], default()), parts)]
    folder.mkdir(parents=True, exist_ok=True)
    articles = json_lines(one.article for one in extractions)
    figures = json_lines(figure for one in extractions for figure in one.figures)
    (folder / "articles.jsonl").write_text(articles, encoding="utf-8")
    (folder / "figures.jsonl").write_text(figures, encoding="utf-8")


def _held_out(
    read: Sequence[Annotated], seen: Mapping[str, Sequence[Example]], parts: Sequence[AbstractSet[str]]
) -> Iterator[tuple[Annotated, Extraction]]:
    """Each article with what is read in it by weights fitted without its fold."""
    for part in parts:
        choosers = choosers_of(seen, without=part)
        yield from ((one, extract(one.article, choosers=choosers)) for one in read if one.name in part)


def write_tables(read: Sequence[Annotated], own: Sequence[Annotated], late: AbstractSet[str]) -> None:
    """The weights fitted to all articles and to those that are `own`, texts made for the project.

    The temperature of each field comes of articles that were held out; how often rules are right is counted on the
    `late` ones, which came after the rules; how often words of plans are, on all. Evidence that rests on another choice
    (a period on the status, a class on the total) takes it from the tables as they are: run it until they stay.
    """
    seen = gathered([*read, *own], default())
    parts = folds([one.name for one in read], by_group=True)  # as for sources that were never seen
    for field in CHOSEN:
        every = seen[field]
        weights = fitted(every, PENALTY[field])
        if not weights:
            continue
        weights[CONFIDENCE] = temperature([*_unseen(every, parts, PENALTY[field])])
        rows = "".join(f"{name}\t{weight:g}\n" for name, weight in sorted(weights.items()))
        (TABLES / f"{field}.tsv").write_text(HEAD.format(field) + rows, encoding="utf-8")
    cases = [
        Case(one.name, one.gold, tuple(map(compared, read_of.figures))) for one, read_of in _held_out(read, seen, parts)
    ]
    counted = score([case for case in cases if case.name in late]).rules
    # Words of plans are too few on the late ones.
    plans = {rule: count for rule, count in score(cases).rules.items() if rule.startswith("status.")}
    counted = {**counted, **plans}
    rows = "".join(f"{rule}\t{right}\t{found}\n" for rule, (right, found) in sorted(counted.items()))
    (TABLES / "rules.tsv").write_text(RULES_HEAD + rows, encoding="utf-8")
