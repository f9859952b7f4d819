"""A finding as the page shows it: its sentences, its sum as a table, and the plot of its series."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from extractor.audit.numbers import claimed, in_english, unit_written, written
from extractor.audit.report.quoting import Quotes
from extractor.audit.report.shapes import Line, Quote, Shown
from extractor.audit.report.words import Both, number, period
from extractor.dataset.claims import Interval
from extractor.extraction.explain import place_in_words
from extractor.model.edtf import days_of
from extractor.model.records import Bounds, FigureBase, Finding
from extractor.model.shapes import Check

OVER_TIME: tuple[Check, ...] = ("series", "scale", "repeat")
MOST_COMPARED = 60  # figures of one finding on the page; all their ids are in findings.jsonl
Plot = Callable[[Finding, tuple[FigureBase, ...]], str | None]


def shown(finding: Finding, figures: Mapping[str, FigureBase], quotes: Quotes, plot: Plot | None) -> Shown:
    """The finding for the page; `figures` are those that it compares, as far as they are there."""
    known = tuple(figures[name] for name in finding.figures[:MOST_COMPARED] if name in figures)
    return Shown(
        id=finding.id, check=finding.check, verdict=finding.verdict, severity=finding.severity,
        explanation=Both(finding.explanation.vi, finding.explanation.en),
        lines=tuple(_line(one, finding) for one in known), quotes=sentences(finding, figures, quotes),
        stated=bounds(finding.stated), expected=bounds(finding.expected),
        rounded=isinstance(finding.stated, Bounds), arithmetic=finding.arithmetic,
        record=finding.record, confidence=per_cent(finding.confidence),
        plot=plot(finding, known) if plot and is_over_time(finding, known) else None,
        more=len(finding.figures) - len(known),
    )  # fmt: skip


def sentences(finding: Finding, figures: Mapping[str, FigureBase], quotes: Quotes) -> tuple[Quote, ...]:
    """The sentences of a finding with its figures marked, the one in doubt as such."""

    def quote(article: str, start: int, end: int) -> Quote:
        here = [(at, figures[name]) for at, name in enumerate(finding.figures) if name in figures]
        marks = [
            ((one.start, one.end), "figure" if at else "doubt") for at, one in here if one.article_id == article
        ]
        return quotes.quote(article, (start, end), marks)

    return tuple(quote(one.article, one.start, one.end) for one in finding.sentences[:MOST_COMPARED])


def is_over_time(finding: Finding, figures: tuple[FigureBase, ...]) -> bool:
    """Whether a finding is about one amount in several periods, which a plot can show."""
    periods = {one.period for one in figures if any(days_of(one.period))}
    amounts = {(one.kind, one.unit, one.per) for one in figures}
    return finding.check in OVER_TIME and len(periods) > 1 and len(amounts) == 1


def bounds(value: Decimal | Bounds | None) -> Both | None:
    """What is stated or expected, as people write it."""
    if value is None:
        return None
    one = Interval(value.low, value.high) if isinstance(value, Bounds) else Interval(value, value)
    return number(one)


def about(figure: FigureBase) -> str:
    """What a figure counts or measures, with its class and what was done with it."""
    return " · ".join(dict.fromkeys(part for part in (figure.item, figure.category, figure.action) if part))


def per_cent(share: float) -> str:
    """A share for people; 100% is said of what is certain only."""
    return f"{min(round(share * 100), 99) if share < 1 else 100}%"


def _line(figure: FigureBase, finding: Finding) -> Line:
    total = Decimal(figure.total) if figure.total is not None else None
    claims = number(claimed(figure))
    if total is not None:
        claims = Both(f"{claims.vi} / {written(total)}", f"{claims.en} / {in_english(total)}")
    here = (figure.article_id, *figure.sentence)
    places = [(one.article, one.start, one.end) for one in finding.sentences]
    return Line(
        words=" ".join(figure.text.split()), about=about(figure),
        place=place_in_words(figure.place) if figure.place else None, period=period(figure.period),
        claims=claims, unit=f"{unit_written(figure)}/{figure.per}" if figure.per else unit_written(figure),
        doubt=figure.id == finding.figures[0], quote=places.index(here) + 1 if here in places else None,
    )  # fmt: skip
