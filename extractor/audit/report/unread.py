"""What an audit did not see, or saw badly: numbers passed over, fields little sure, failures, empty articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import heappop, heappush
from itertools import islice
from pathlib import Path

from extractor.audit.report.quoting import Quotes, source_of
from extractor.audit.report.shapes import PassedOver, Source, Unread, Unsure, UnsureField
from extractor.audit.report.showing import about, per_cent
from extractor.audit.report.words import DOUBTFUL, FIELDS, Both, period, reason
from extractor.dataset.folder import read_failures, read_passed
from extractor.dataset.parts import has_results
from extractor.extraction.explain import place_in_words
from extractor.model.records import Article, Failure, FigureBase, Passed

MOST_LISTED = 50  # inputs that failed, rows that were not used, articles without a figure
EXAMPLES, DOUBTFUL_EXAMPLES = 3, 12  # of a reason for which numbers are passed over; where they may be figures
LEAST_SURE = 5  # of each field
UNSURE = 0.6  # what is less likely is wrong in two of five
STATES = {"actual": Both("thực tế", "actual"), "target": Both("kế hoạch", "target")}


class Unseen:
    """Gathers what was not read while figures and articles go by; what stays is what the page lists."""

    def __init__(self, folder: Path, quotes: Quotes) -> None:
        self._quotes = quotes
        self._counts: Counter[str] = Counter()
        self._least: dict[str, list[tuple[float, int, FigureBase]]] = {name: [] for name in FIELDS}
        self._without: list[Source] = []
        self._empty = 0
        self._passed = _passed(folder, quotes)
        self._failures, self._failed = _failures(folder)

    def see_figure(self, figure: FigureBase, number: int) -> None:
        """Takes account of how sure a figure is; the number is that of its line."""
        for name, least in self._least.items():
            likely = getattr(figure.confidence, name)
            if likely < UNSURE:
                self._counts[name] += 1
                entry = (-likely, -number, figure)
                heappush(least, entry)
                if len(least) > LEAST_SURE:
                    heappop(least)

    def want(self) -> None:
        """Asks for the sentences that it quotes: all figures went by."""
        for least in self._least.values():
            for *_, figure in least:
                self._quotes.want(figure.article_id, figure.sentence)

    def see_empty(self, article: Article) -> None:
        """Takes account of an article without a figure."""
        self._empty += 1
        if len(self._without) < MOST_LISTED:
            self._without.append(source_of(article))

    def told(self) -> Unread:
        """All of it, with its quotes."""
        unsure = (UnsureField(FIELDS[name], count, self._told(name)) for name, count in self._counts.most_common())
        passed = None if self._passed is None else tuple(_over(*one, self._quotes) for one in self._passed)
        return Unread(passed, tuple(unsure), self._failures, self._failed, tuple(self._without), self._empty)

    def _told(self, field: str) -> tuple[Unsure, ...]:
        def told(likely: float, figure: FigureBase) -> Unsure:
            quote = self._quotes.quote(figure.article_id, figure.sentence, [((figure.start, figure.end), "figure")])
            return Unsure(" ".join(figure.text.split()), _value(figure, field), per_cent(likely), quote)

        return tuple(told(-negative, figure) for negative, _, figure in sorted(self._least[field], reverse=True))


def _passed(folder: Path, quotes: Quotes) -> list[tuple[str, int, list[Passed]]] | None:
    """The numbers passed over by reason, those first that may be figures; None where the run does not tell."""
    if not has_results(folder, "passed"):
        return None
    counts: Counter[str] = Counter()
    examples: defaultdict[str, dict[tuple[object, ...], Passed]] = defaultdict(dict)
    for one in read_passed(folder):
        counts[one.reason] += 1
        doubtful, known = one.reason in DOUBTFUL, examples[one.reason]
        another = (one.article_id, one.sentence) if doubtful else (one.article_id,)  # of articles that differ
        if another not in known and len(known) < (DOUBTFUL_EXAMPLES if doubtful else EXAMPLES):
            known[another] = one
            quotes.want(one.article_id, one.sentence)
    order = sorted(counts, key=lambda name: (name not in DOUBTFUL, -counts[name], name))
    return [(name, counts[name], list(examples[name].values())) for name in order]


def _over(name: str, count: int, examples: list[Passed], quotes: Quotes) -> PassedOver:
    quoted = (quotes.quote(one.article_id, one.sentence, [((one.start, one.end), "figure")]) for one in examples)
    return PassedOver(reason(name), name in DOUBTFUL, count, tuple(quoted))


def _failures(folder: Path) -> tuple[tuple[Failure, ...] | None, int]:
    """The first inputs that failed, and how many did; None where the run does not tell."""
    if not has_results(folder, "errors"):
        return None, 0
    failures = read_failures(folder)
    first = tuple(islice(failures, MOST_LISTED))
    return first, len(first) + sum(1 for _ in failures)


def _value(figure: FigureBase, field: str) -> Both:
    """What a field says, for people."""
    if field == "place":
        name = place_in_words(figure.place) if figure.place else "–"
        return Both(name, name)
    if field == "period":
        return period(figure.period) or Both("–", "–")
    if field == "status":
        return STATES[figure.status]
    said = figure.unit if field == "quantity" else about(figure)
    return Both(said, said)
