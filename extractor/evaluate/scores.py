"""Scores of what was found against the gold: figures, records, fields, kinds, parts; floors; changes since a run."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from extractor.evaluate.agreement import ALWAYS, WHERE_GIVEN, agrees, same_value
from extractor.evaluate.statements import Case, ComparedFigure
from extractor.extraction.reliability import JUDGED, QUANTITY_RULES
from extractor.model.errors import GoldError
from extractor.model.records import SURE

QUANTITY = ("kind", "unit", "modifier", "total", "per")
SPOKEN_OF = ("quantity", *JUDGED)  # what a confidence speaks of
OTHERS = "others"  # of the articles: those that no group of floors names
LEVELS = (1.01, 0.98, 0.95, 0.9, 0.8, 0.5, 0.0)  # bounds of the levels of confidence


class PrecisionRecall(Struct, frozen=True):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


class Level(Struct, frozen=True):
    """The figures found whose confidence lies from `low` up to `high`, and how many of them are right.

    A quantity is right when it is a figure and its value or range, kind, unit, modifier, total and per are right.
    """

    low: float
    high: float
    found: int
    right: int


class Sure(Struct, frozen=True):
    """The share of the figures found that are sure, and the share of those that are right."""

    share: float
    right: float


class Score(Struct, frozen=True):
    """How well a set of articles was read.

    `fields` are shares of the figures found; `field_ratios` count a field that is right in a figure that was found
    against all figures found and all of the gold, so that a missed figure costs every field.
    """

    articles: int
    gold: int
    found: int
    figure: PrecisionRecall
    record: PrecisionRecall
    kinds: Mapping[str, PrecisionRecall]
    fields: Mapping[str, float]
    field_ratios: Mapping[str, PrecisionRecall]
    part_of_f1: float | None
    sure: Mapping[str, Sure]  # by what a confidence speaks of; "record": where all of them are
    calibration: Mapping[str, tuple[Level, ...]]  # by what a confidence speaks of
    rules: Mapping[str, tuple[int, int]]  # by rule: what it decided rightly, and all that it decided


class Matched(Struct, frozen=True):
    """The figures of one article: found with their gold, missed, and those that are none."""

    hits: tuple[tuple[ComparedFigure, ComparedFigure], ...]  # gold, found
    missed: tuple[ComparedFigure, ...]
    false_alarms: tuple[ComparedFigure, ...]


def match(case: Case) -> Matched:
    """Gold and found figures matched: spans overlap and the values are equal; optional gold counts neither way."""
    found = sorted(case.found, key=lambda one: one.start)
    used: set[int] = set()
    hits, missed = [], []
    for gold in case.gold:
        if gold.optional:
            continue
        at = next(
            (i for i, one in enumerate(found) if i not in used and _overlap(gold, one) and same_value(gold, one)), None
        )
        if at is None:
            missed.append(gold)
        else:
            used.add(at)
            hits.append((gold, found[at]))
    spare = [gold for gold in case.gold if gold.optional]
    alarms = [one for i, one in enumerate(found) if i not in used and not any(_overlap(gold, one) for gold in spare)]
    return Matched(tuple(hits), tuple(missed), tuple(alarms))


def score(cases: Sequence[Case]) -> Score:
    """The score of a set of articles."""
    matches = [match(case) for case in cases]
    hits = [hit for one in matches for hit in one.hits]
    missed = [gold for one in matches for gold in one.missed]
    alarms = [found for one in matches for found in one.false_alarms]
    gold_count, found_count = len(hits) + len(missed), len(hits) + len(alarms)
    wrong = Counter(field for hit in hits for field in ALWAYS if not agrees(field, *hit))
    right = sum(all(agrees(field, *hit) for field in ALWAYS) for hit in hits)
    fields = {field: 1 - wrong[field] / len(hits) if hits else 0.0 for field in ALWAYS}
    for field in WHERE_GIVEN:
        given = [hit for hit in hits if hit[0].worded[field]]
        if given:
            fields[field] = sum(agrees(field, *hit) for hit in given) / len(given)
    return Score(
        articles=len(cases),
        gold=gold_count,
        found=found_count,
        figure=_ratio(len(hits), found_count, gold_count),
        record=_ratio(right, found_count, gold_count),
        kinds=_by_kind(hits, missed, alarms),
        fields=fields,
        field_ratios={field: _ratio(len(hits) - wrong[field], found_count, gold_count) for field in ALWAYS},
        part_of_f1=_parts(matches),
        sure=_sure(hits, alarms, found_count),
        calibration={part: _calibration(_judged(part, hits, alarms)) for part in SPOKEN_OF} if _tells(hits) else {},
        rules=_reliability(hits, alarms),
    )


def _quantity_is_right(gold: ComparedFigure, found: ComparedFigure) -> bool:
    return all(agrees(field, gold, found) for field in QUANTITY)


def _is_right(part: str, gold: ComparedFigure, found: ComparedFigure) -> bool:
    """Whether what a confidence speaks of is right."""
    return _quantity_is_right(gold, found) if part == "quantity" else agrees(part, gold, found)


def _tells(hits: Sequence[tuple[ComparedFigure, ComparedFigure]]) -> bool:
    """Whether the figures found tell how sure they are; gold taken for found does not."""
    return any(found.confidence for _, found in hits)


def _judged(
    part: str, hits: Sequence[tuple[ComparedFigure, ComparedFigure]], alarms: Sequence[ComparedFigure]
) -> list[tuple[float, bool]]:
    """How sure each figure found is of a part, and whether that is right; of false alarms only the quantity."""
    judged = [(found.confidence.get(part, 0.0), _is_right(part, gold, found)) for gold, found in hits]
    return judged + ([(found.confidence.get(part, 0.0), False) for found in alarms] if part == "quantity" else [])


def _sure(
    hits: Sequence[tuple[ComparedFigure, ComparedFigure]], alarms: Sequence[ComparedFigure], found: int
) -> dict[str, Sure]:
    """For each part how many figures are sure of it and how many of those are right; also of all parts together."""
    counted: dict[str, Sure] = {}
    for part in SPOKEN_OF:
        right = [is_right for confidence, is_right in _judged(part, hits, alarms) if confidence >= SURE]
        if right:
            counted[part] = Sure(len(right) / found, sum(right) / len(right))
    sure = [hit for hit in hits if hit[1].confidence and min(hit[1].confidence.values()) >= SURE]
    if sure:
        right = [all(agrees(field, *hit) for field in ALWAYS) for hit in sure]
        counted["record"] = Sure(len(sure) / found, sum(right) / len(sure))
    return counted


def _calibration(judged: Sequence[tuple[float, bool]]) -> tuple[Level, ...]:
    """How many are right at each level of confidence, the highest first."""
    levels = []
    for low, high in zip(LEVELS[1:], LEVELS, strict=False):
        inside = [right for confidence, right in judged if low <= confidence < high]
        if inside:
            levels.append(Level(low, min(high, 1.0), len(inside), sum(inside)))
    return tuple(levels)


def _reliability(
    hits: Sequence[tuple[ComparedFigure, ComparedFigure]], alarms: Sequence[ComparedFigure]
) -> dict[str, tuple[int, int]]:
    """For each rule how many of its decisions were right, and how many there were; those on quantities by the whole."""
    right, seen = Counter[str](), Counter[str]()
    for gold, found in hits:
        for field, rule in found.rules.items():
            if field in QUANTITY_RULES or field in JUDGED:
                seen[rule] += 1
                right[rule] += _is_right("quantity" if field in QUANTITY_RULES else field, gold, found)
    for found in alarms:
        seen.update(rule for field, rule in found.rules.items() if field in QUANTITY_RULES)
    return {rule: (right[rule], seen[rule]) for rule in sorted(seen)}


def _overlap(one: ComparedFigure, other: ComparedFigure) -> bool:
    return one.start < other.end and other.start < one.end


def _ratio(hits: int, found: int, gold: int) -> PrecisionRecall:
    precision, recall = hits / found if found else 0.0, hits / gold if gold else 0.0
    return PrecisionRecall(
        precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    )


def _by_kind(
    hits: Iterable[tuple[ComparedFigure, ComparedFigure]],
    missed: Iterable[ComparedFigure],
    alarms: Iterable[ComparedFigure],
) -> dict[str, PrecisionRecall]:
    """Each kind's ratio: a figure that was found counts under its gold's kind, a false alarm under its own."""
    found_right = Counter(str(gold.worded["kind"]) for gold, _ in hits)
    wanted = found_right + Counter(str(one.worded["kind"]) for one in missed)
    found = found_right + Counter(str(one.worded["kind"]) for one in alarms)
    return {kind: _ratio(found_right[kind], found[kind], wanted[kind]) for kind in sorted(wanted | found)}


def _parts(matches: Iterable[Matched]) -> float | None:
    """F1 of the links from parts to their totals; None where neither side has one."""
    right = wanted = found = 0
    for one in matches:
        fact_of = {found_one.label: gold.label for gold, found_one in one.hits}
        for gold, found_one in one.hits:
            wanted += gold.part_of is not None
            found += found_one.part_of is not None
            right += (
                found_one.part_of is not None
                and bool(total := fact_of.get(found_one.part_of))
                and total == gold.part_of
            )
    return 2 * right / (wanted + found) if wanted + found else None


class Shortfall(Struct, frozen=True):
    """A measure of a group of articles that fell below its floor."""

    group: str
    measure: str
    floor: float
    reached: float


def below_floors(cases: Sequence[Case], path: Path) -> tuple[Shortfall, ...]:
    """The measures below the floors of a TOML file.

    Each table is a group: `articles` names its members (without it: all; "others": those that no group names), the
    other keys are measures, nested as in the score: `figure.f1 = 0.92`, `fields.period = 0.85`, `part_of_f1 = 0.7`.
    """
    try:
        groups = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise GoldError(
            f"no floors: {error}", where=str(path), todo="Give a TOML file with a table for each group."
        ) from error
    short: list[Shortfall] = []
    names = [case.name for case in cases]
    for name, group in groups.items():
        members = members_of(name, groups, names)
        chosen = [case for case in cases if case.name in members]
        if len(chosen) != len(members):
            raise GoldError(
                f"an article of the group {name} has no gold", where=str(path), todo="Name articles that have."
            )
        reached = score(chosen)
        for measure, floor in _flat(group):
            value = _measured(reached, measure, path)
            if value < floor:
                short.append(Shortfall(name, measure, floor, value))
    return tuple(short)


def members_of(group: str, groups: Mapping[str, Mapping[str, object]], names: Sequence[str]) -> list[str]:
    """The articles of a group of floors; `names` are those of all that have gold."""
    own = groups[group].get("articles", names)
    if own == OTHERS:
        listed = {name for one in groups.values() if isinstance(its := one.get("articles"), list) for name in its}
        return [name for name in names if name not in listed]
    return list(own) if isinstance(own, list | tuple) else [str(own)]


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterable[tuple[str, float]]:
    """The leaves of nested tables with their dotted names."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, int | float):
            yield f"{prefix}{name}", value


def _measured(reached: Score, measure: str, path: Path) -> float:
    """The value of a measure by its dotted name."""
    value: object = reached
    for name in measure.split("."):
        value = value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
    if not isinstance(value, int | float):
        raise GoldError(f"no measure {measure}", where=str(path), todo="Name one that `solieu evaluate --json` prints.")
    return value


class ChangedFigure(Struct, frozen=True):
    """A figure that a run reads and another does not: the article and the words."""

    article: str
    text: str


class Difference(Struct, frozen=True):
    """What changed since a saved run."""

    gained: tuple[ChangedFigure, ...]  # figures of the gold that are found now
    lost: tuple[ChangedFigure, ...]
    new_alarms: tuple[ChangedFigure, ...]  # found now and no figures
    gone_alarms: tuple[ChangedFigure, ...]


def compare(cases: Sequence[Case], saved: Mapping[str, tuple[ComparedFigure, ...]]) -> Difference:
    """The figures gained and lost, and the false alarms new and gone, since a saved run over the same articles."""
    gained, lost, new, gone = [], [], [], []
    for case in cases:
        now, then = match(case), match(Case(case.name, case.gold, saved.get(case.name, ())))
        gained += _only([gold for gold, _ in now.hits], [gold for gold, _ in then.hits], case.name)
        lost += _only([gold for gold, _ in then.hits], [gold for gold, _ in now.hits], case.name)
        new += _only(now.false_alarms, then.false_alarms, case.name)
        gone += _only(then.false_alarms, now.false_alarms, case.name)
    return Difference(tuple(gained), tuple(lost), tuple(new), tuple(gone))


def _only(these: Iterable[ComparedFigure], those: Iterable[ComparedFigure], name: str) -> list[ChangedFigure]:
    """Those of the first that stand at no place of the second."""
    places = {(one.start, one.end, one.value, one.low) for one in those}
    return [ChangedFigure(name, one.text) for one in these if (one.start, one.end, one.value, one.low) not in places]
