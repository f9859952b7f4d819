"""What a report says, gathered from the folder of a run and the findings of its audit.

Everything is read one record at a time; what stays is what the page shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from heapq import nsmallest
from pathlib import Path

from extractor.audit.report.plotting import plot
from extractor.audit.report.quoting import Quotes
from extractor.audit.report.seen import Seen, compares
from extractor.audit.report.shapes import Counts, Official, Read, Report
from extractor.audit.report.showing import MOST_COMPARED, shown
from extractor.audit.report.unread import Unseen
from extractor.audit.report.words import SEVERITIES, VERDICTS
from extractor.dataset.folder import read_articles, read_figures
from extractor.model.records import FigureBase, Finding

MOST_SHOWN = 2_000  # findings on the page: some 10 MB, which browsers still open at once
MOST_PLOTTED = 300  # of these the first may have a plot, which takes a tenth of a second


def gather(
    folder: Path,
    findings: Callable[[], Iterable[Finding]],
    *,
    records: Official | None = None,
    most: int = MOST_SHOWN,
) -> Report:
    """All that the page of an audit says; the findings are those of the run in that folder."""
    with closing(Seen()) as seen:
        counts: Counts = Counter()
        chosen = nsmallest(most, _going_by(findings(), counts, seen), key=_rank)
        quotes = Quotes()
        unseen = Unseen(folder, quotes)
        known = _figures(folder, chosen, seen, unseen)
        for finding in chosen:
            for one in finding.sentences[:MOST_COMPARED]:
                quotes.want(one.article, (one.start, one.end))
        for figure in known.values():
            quotes.want(figure.article_id, figure.sentence)
        articles = 0
        for article in read_articles(folder):
            articles += 1
            quotes.see(article)
            if not seen.has_figures(article.id):
                unseen.see_empty(article)
        read = Read(articles, *seen.compared)
    order = enumerate(sorted(chosen, key=_rank))
    cards = tuple(shown(one, known, quotes, plot if at < MOST_PLOTTED else None) for at, one in order)
    return Report(counts, cards, read, unseen.told(), records)


def _going_by(findings: Iterable[Finding], counts: Counts, seen: Seen) -> Iterator[Finding]:
    """The findings that compare something, counted; all others speak of figures that nothing stands beside."""
    for finding in findings:
        if compares(finding):
            counts[finding.check, finding.verdict, finding.severity] += 1
            seen.see_finding(finding)
            yield finding


def _figures(folder: Path, chosen: Iterable[Finding], seen: Seen, unseen: Unseen) -> dict[str, FigureBase]:
    """The figures that the findings compare; all others go by."""
    named = {name for finding in chosen for name in finding.figures[:MOST_COMPARED]}
    known: dict[str, FigureBase] = {}
    for number, figure in enumerate(read_figures(folder)):
        seen.see_figure(figure)
        unseen.see_figure(figure, number)
        if figure.id in named:
            known[figure.id] = figure
    unseen.want()
    return known


def _rank(finding: Finding) -> tuple[int, int]:
    """What comes first on the page: what is refuted, then what is undecided; the gravest first."""
    return tuple(VERDICTS).index(finding.verdict), tuple(SEVERITIES).index(finding.severity)
