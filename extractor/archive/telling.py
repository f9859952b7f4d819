"""What a search found as others read it: JSON, and the columns of a table."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, cast

from msgspec.structs import fields
from pydantic import Field

from extractor.archive.shapes import ArticleHit, Filters, Hit, Results, Sort
from extractor.dataset.export.columns import FIGURES, Column, Table
from extractor.model.records import Article, Figure, Number, Record, Share, Span
from extractor.model.shapes import Agreement, Kind, Modifier, Status, Units, Verdict

_BY_NAME = {column.name: column for column in FIGURES.columns}
_ORDER = (
    "id", "value", "low", "high", "total", "modifier", "unit", "kind", "item", "category", "action", "per", "change",
    "status", "place_then", "level_then", "province_then", "place_today", "period", "first_day", "last_day",
    "indicator", "text",
)  # fmt: skip
_CONFIDENCE = tuple(name for name in _BY_NAME if name.startswith("confidence_"))


def _of_figure(name: str) -> Column[Hit]:
    """A column of the figure that was found."""
    column = _BY_NAME[name]
    return Column(name, column.type, column.about, lambda hit: column.read(hit.figure), column.needed)


def _text(name: str, about: str, path: str, *, needed: bool = False) -> Column[Hit]:
    """A column of text that stands elsewhere in what was found."""
    read: Callable[[Hit], Any] = attrgetter(path)
    return Column(name, "text", about, read, needed)


HITS: Table[Hit] = Table(
    "results", "figures that a search found, each with its sentence and its article",
    (
        *map(_of_figure, _ORDER),
        _text("sentence", "the sentence that states it, as published", "sentence", needed=True),
        _text("title", "the headline of the article", "article.title"),
        _text("published", "when it was published", "article.published"),
        _text("source", "who published it", "source", needed=True),
        _text("url", "the address of the article", "article.url"),
        _text("fact", "the fact that it states", "fact", needed=True),
        _text("agreement", "how all statements of the fact agree", "agreement", needed=True),
        _text("verdict", "what the audit says of it; empty where it was compared with nothing", "verdict"),
        *map(_of_figure, (*_CONFIDENCE, "article_id", "start", "end")),
    ),
    key="id",
)  # fmt: skip


class ArticleHead(Record):
    """An article without its text."""

    id: str
    url: str | None
    title: str | None
    published: str | None = Field(description="ISO 8601, with time and zone where given")
    author: str | None
    site: str | None
    section: str | None
    same_as: str | None = Field(description="id of the article that it is a copy of")

    @classmethod
    def of(cls, article: Article) -> ArticleHead:
        """The head of an article."""
        return cls(**{name: getattr(article, name) for name in cls.model_fields})


class FoundFigure(Record):
    """A figure that was found, with what a reader needs to judge it."""

    figure: Figure
    sentence: str = Field(description="as published")
    mark: Span = Field(description="where the words of the figure stand in the sentence")
    article: ArticleHead
    source: str = Field(description="who published it")
    place_id: str | None = Field(description="of the place of the figure, in this archive and every other")
    fact: str = Field(description="id of the fact that it states")
    agreement: Agreement
    verdict: Verdict | None = Field(
        description="the gravest that the audit says of it; null where nothing was compared"
    )


class FoundArticle(Record):
    """An article that says the words, with the passage that does."""

    article: ArticleHead
    source: str
    passage: str
    marks: tuple[Span, ...] = Field(description="where the words stand in the passage")


class AskedFor(Record):
    """What was searched for, as it was taken."""

    q: str
    place: str | None
    units: Units
    period: str | None
    indicator: tuple[str, ...]
    kind: tuple[Kind, ...]
    unit: tuple[str, ...]
    least: Number | None
    most: Number | None
    modifier: tuple[Modifier, ...]
    status: tuple[Status, ...]
    source: tuple[str, ...]
    agreement: tuple[Agreement, ...]
    verdict: tuple[Verdict, ...]
    confidence: Share | None
    sort: Sort
    page: int
    size: int


class ReadCondition(Record):
    """A number of the query, as it was read: what the values of figures must lie between."""

    words: str
    kind: Kind | None
    unit: str | None
    low: Number | None
    high: Number | None
    open_low: bool = Field(description="whether low itself is left out")
    open_high: bool
    total: Number | None = Field(description="of n/m: m")
    modifier: Modifier


class ReadQuery(Record):
    """How the query was read."""

    phrases: tuple[str, ...]
    words: tuple[str, ...]
    conditions: tuple[ReadCondition, ...]
    periods: tuple[str, ...] = Field(description="EDTF; figures must overlap one")


class Facet(Record):
    """A value that a filter can have, and how many of the figures found have it."""

    value: str
    vi: str
    en: str
    figures: int


class Bar(Record):
    """A bar of a histogram: how many values lie from low to high."""

    low: float
    high: float
    figures: int


class Values(Record):
    """How the values of the figures found lie, of those in the commonest unit."""

    unit: str
    log: bool = Field(description="whether the bars are even on a logarithmic scale")
    bins: tuple[Bar, ...]


class SearchResults(Record):
    """What a search found."""

    query: AskedFor
    understood: ReadQuery
    total: int
    hits: tuple[FoundFigure, ...]
    facets: dict[str, tuple[Facet, ...]]
    histogram: Values | None
    articles_total: int
    articles: tuple[FoundArticle, ...] = Field(description="articles whose text says the words, of the first page only")


def results_told(results: Results) -> SearchResults:
    """What a search found, as its JSON has it."""
    query, histogram = results.query, results.histogram
    filters = {one.name: getattr(query.filters, one.name) for one in fields(Filters)}
    return SearchResults(
        query=AskedFor(q=query.text, **filters, sort=query.sort, page=query.page, size=query.size),
        understood=ReadQuery(
            phrases=results.understood.phrases, words=results.understood.words,
            conditions=tuple(ReadCondition(**one._asdict()) for one in results.understood.conditions),
            periods=results.understood.periods,
        ),
        total=results.total, hits=tuple(map(hit_told, results.hits)),
        facets={name: tuple(Facet(**one._asdict()) for one in values) for name, values in results.facets.items()},
        histogram=histogram and Values(
            unit=histogram.unit, log=histogram.log, bins=tuple(Bar(**one._asdict()) for one in histogram.bins),
        ),
        articles_total=results.articles_total, articles=tuple(map(_article_told, results.articles)),
    )  # fmt: skip


def hit_told(hit: Hit) -> FoundFigure:
    """A figure that was found, as JSON has it."""
    return FoundFigure(
        figure=cast("Figure", hit.figure), sentence=hit.sentence, mark=hit.mark, article=ArticleHead.of(hit.article),
        source=hit.source, place_id=hit.place, fact=hit.fact, agreement=hit.agreement, verdict=hit.verdict,
    )  # fmt: skip


def _article_told(one: ArticleHit) -> FoundArticle:
    return FoundArticle(article=ArticleHead.of(one.article), source=one.source, passage=one.passage, marks=one.marks)
