"""What search takes and gives: frozen shapes that the command line, the page and its API share."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from msgspec import Struct, field

from extractor.model.records import Article, FigureBase
from extractor.model.shapes import Agreement, Kind, Modifier, Span, Status, Units, Verdict

Sort = Literal["relevance", "value", "-value", "date", "-date"]  # date: the end of the period, else of publication
FACETS = ("place", "year", "indicator", "kind", "unit", "status", "modifier", "source", "agreement", "verdict")
PAGE = 20  # hits of a page unless more are asked for
MOST_OF_A_PAGE = 500
MOST_TYPED = 500  # characters of a query that are read


class Filters(Struct, frozen=True):
    """What figures must be; None, or an empty tuple, leaves all. Of several values of one filter one must hold."""

    place: str | None = None  # the id of a place of the archive, or the name of a unit: huyện Lục Yên, luc yen
    units: Units = "then"  # by which units `place` holds others: those of the time, or those of today
    period: str | None = None  # EDTF: figures whose period overlaps it; one that is only said to end holds on that day
    indicator: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    unit: tuple[str, ...] = ()
    least: Decimal | None = None  # of the value, in the unit of the figure
    most: Decimal | None = None
    modifier: tuple[Modifier, ...] = ()
    status: tuple[Status, ...] = ()
    source: tuple[str, ...] = ()
    agreement: tuple[Agreement, ...] = ()
    verdict: tuple[Verdict, ...] = ()
    confidence: float | None = None  # that each field of the figure has at least


class Query(Struct, frozen=True):
    """What is searched for: the words as typed, filters, order, and which page of how many hits."""

    text: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "relevance"
    page: int = 1
    size: int = PAGE


class Condition(NamedTuple):
    """A number of a query as it was read: `hơn 5 tỷ` is a condition on value and unit."""

    words: str  # as typed
    kind: Kind | None  # None: a bare number, of whatever unit
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    open_low: bool = False  # whether `low` itself is left out
    open_high: bool = False
    total: Decimal | None = None  # of n/m: m
    modifier: Modifier = "exact"  # how the number was bent


class Understood(NamedTuple):
    """How a query was read: phrases in quotes, other words, conditions, periods (EDTF) that figures must overlap."""

    phrases: tuple[str, ...]
    words: tuple[str, ...]
    conditions: tuple[Condition, ...]
    periods: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A figure that was found, with what a reader needs to judge it."""

    figure: FigureBase
    sentence: str  # as published; the figure's words stand at `mark`
    mark: Span
    article: Article  # its text is left empty
    source: str
    place: str | None  # the id of its place
    fact: str
    agreement: Agreement
    verdict: Verdict | None


class FacetValue(NamedTuple):
    """A value of a facet, its name in both languages, and how many of the hits have it."""

    value: str
    vi: str
    en: str
    figures: int


class Bin(NamedTuple):
    """A bar of a histogram over values."""

    low: float
    high: float
    figures: int


class Histogram(NamedTuple):
    """How the values of the hits lie, of those in the unit that most of them have."""

    unit: str
    bins: tuple[Bin, ...]
    log: bool  # whether the bins are even on a logarithmic scale


class ArticleHit(NamedTuple):
    """An article that says the words, with the passage that does and where they stand in it."""

    article: Article  # its text is left empty
    source: str
    passage: str
    marks: tuple[Span, ...]


class Results(NamedTuple):
    """What a search found."""

    query: Query
    understood: Understood
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]  # empty where they were not asked for
    histogram: Histogram | None
    articles: tuple[ArticleHit, ...]  # whose text says the words, if words are all that is asked; on the first page
    articles_total: int


class Mentioned(NamedTuple):
    """A figure of a fact with who said it and when."""

    hit: Hit
    stated: int  # which of the fact's values
