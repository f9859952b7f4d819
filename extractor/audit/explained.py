"""One finding of an audited folder in words, with the sentences of its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from extractor.audit.numbers import bounds_in_english, claimed, in_english, unit_written
from extractor.dataset.claims import Interval
from extractor.dataset.folder import MOST_NAMED, found, read_articles, read_figures, read_findings
from extractor.extraction.explain import place_in_words, quoted
from extractor.model.errors import DatasetError
from extractor.model.records import Article, Bounds, FigureBase, Finding, OfficialRow

DAY = len("2024-03-04")


class ExplainedLine(NamedTuple):
    """A field of a finding and what it says."""

    name: str
    text: str


class ExplainedFigure(NamedTuple):
    """A figure that is compared: what it is about, what it claims, where it stands, its words in their sentence."""

    about: str
    claims: str
    where: str
    before: str
    words: str
    after: str


class ExplainedFinding(Struct, frozen=True):
    """A finding in words: its fields, and the figures that it compares, the one in doubt first."""

    id: str
    verdict: str
    about: str
    lines: tuple[ExplainedLine, ...]
    figures: tuple[ExplainedFigure, ...]


def finding_in_full(folder: Path, beginning: str) -> ExplainedFinding:
    """The finding of an audited folder whose id is given, or an unambiguous beginning of it, with what it compares.

    DatasetError where there is none or several of that beginning, and where its figures or articles are missing.
    """
    todo = f"Take an id of findings.csv, or audit again: solieu audit {folder}."
    finding = found(partial(read_findings, folder), beginning, where=folder / "findings.jsonl", todo=todo)
    figures = {one.id: one for one in read_figures(folder, only=finding.figures.__contains__)}
    articles = {one.id: one for one in read_articles(folder, only=finding.articles.__contains__)}
    missing = sorted(({*finding.figures} - {*figures}) | ({*finding.articles} - {*articles}))
    if missing:
        ids = ", ".join(missing[:MOST_NAMED])
        what = f"finding {finding.id} is of another run: there is no figure or article {ids}"
        raise DatasetError(what, where=str(folder), todo=f"Audit again: solieu audit {folder}.")
    told = tuple(_figure(figures[name], articles) for name in finding.figures)
    verdict = finding.verdict.replace("_", " ")
    about = finding.check if finding.verdict != "refuted" else f"{finding.check}, {finding.severity}"
    return ExplainedFinding(finding.id, verdict, about, tuple(_lines(finding)), told)


def _lines(finding: Finding) -> Iterator[ExplainedLine]:
    fields: Mapping[str, str | None] = {
        "vi": finding.explanation.vi,
        "en": finding.explanation.en,
        "sum": finding.arithmetic,
        "stated": _bounds(finding.stated),
        "expected": _bounds(finding.expected),
        "record": _row(finding.record) if finding.record else None,
        "confidence": f"{finding.confidence:.2f}",
    }
    return (ExplainedLine(name, text) for name, text in fields.items() if text is not None)


def _bounds(value: Decimal | Bounds | None) -> str | None:
    if value is None:
        return None
    low, high = (value.low, value.high) if isinstance(value, Bounds) else (value, value)
    return bounds_in_english(Interval(low, high))


def _row(record: OfficialRow) -> str:
    """The official row: records.csv, row 7: huyện Yên Bình · Hộ nghèo · 2022 · 1,240 hộ."""
    value = f"{in_english(record.value)} {record.unit}"
    said = " · ".join(part for part in (record.place, record.item, record.period, value) if part)
    return f"{record.file}, row {record.row}: {said}"


def _figure(figure: FigureBase, articles: Mapping[str, Article]) -> ExplainedFigure:
    article = articles[figure.article_id]
    place = place_in_words(figure.place) if figure.place else None
    about = " · ".join(part for part in (figure.item, figure.category, figure.action, place, figure.period) if part)
    claims = f"{bounds_in_english(claimed(figure))} {unit_written(figure)}{f'/{figure.per}' if figure.per else ''}"
    day = article.published[:DAY] if article.published else None
    known = " · ".join(part for part in (article.title, day, article.source) if part)
    around = quoted(article.text, (figure.start, figure.end), figure.sentence)
    return ExplainedFigure(about, claims, f"{known}, characters {figure.start} to {figure.end}", *around)
