"""The columns of every table that leaves the program: name, type, what it says, and how it is read from a record.

CSV files, Parquet files, data frames and the schemas of the data package are all made from these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from msgspec import Struct, field

from extractor.dataset.merge.facts import FactRow
from extractor.model.edtf import days_of
from extractor.model.records import Article, Bounds, Fact, Failure, FigureBase, Finding, Passed, Place

Type = Literal[
    "text", "whole", "number", "share", "day", "texts", "span", "spans", "named", "places", "statements", "quotes"
]
R = TypeVar("R")
DAY = len("2024-03-04")
KINDS = "count, length, area, volume, mass, money, percent, ratio, duration or other"


class Column(Struct, Generic[R], frozen=True):
    """A column: its type, what its values mean, and how a record's value is found.

    `to` names the table and column that a value must be found in; `needed` says that every row has a value.
    """

    name: str
    type: Type
    about: str
    read: Callable[[R], Any]
    needed: bool = False
    to: tuple[str, str] | None = None


class Table(Struct, Generic[R], frozen=True):
    """A table of the dataset: what a row is, and its columns; `key` is the one that no two rows share."""

    name: str
    about: str
    columns: tuple[Column[R], ...]
    key: str | None = None
    more: tuple[Column[R], ...] = field(default=())  # of data frames only: too long for a cell, or not flat


class FigureOfFact(NamedTuple):
    """A fact and one of the figures that state it."""

    fact: str
    figure: str


class CrosswalkRow(NamedTuple):
    """A unit of before the reform of 1 July 2025 and one that holds it since; `facts` counts those about the former."""

    then: Place
    name: str | None
    province: str | None
    extent: str | None
    facts: int


def _field(
    name: str, type_: Type, about: str, *, needed: bool = False, to: tuple[str, str] | None = None
) -> Column[Any]:
    """A column that is a field of the record."""
    return Column(name, type_, about, attrgetter(name), needed, to)


def _confidence(part: str, about: str) -> Column[FigureBase]:
    """A column for what a figure's confidence says of one part."""
    return Column(f"confidence_{part}", "share", about, attrgetter(f"confidence.{part}"), needed=True)


def _day(text: str | None) -> date | None:
    """The day of a date or time in ISO 8601; None where it names none."""
    try:
        return date.fromisoformat(text[:DAY]) if text else None
    except ValueError:
        return None


def _of_place(name: str) -> Callable[[Any], Any]:
    def read(record: Any) -> Any:
        return getattr(record.place, name) if record.place else None

    return read


def _of_record(name: str) -> Callable[[Finding], Any]:
    def read(finding: Finding) -> Any:
        return getattr(finding.record, name) if finding.record else None

    return read


def _bound(name: str, end: Literal["low", "high"]) -> Callable[[Finding], Any]:
    """An end of what is stated or expected: of one number both ends are that number."""

    def read(finding: Finding) -> Any:
        value = getattr(finding, name)
        return getattr(value, end) if isinstance(value, Bounds) else value

    return read


PLACE: tuple[Column[Any], ...] = (
    Column("place_then", "text", "the administrative unit that it is about, as published", _of_place("name")),
    Column("level_then", "text", "huyện, xã …", _of_place("level")),
    Column("province_then", "text", "its province; empty where homonyms leave it open", _of_place("province")),
    Column("place_today", "places", "the units that hold it since 1 July 2025, whole or in part", _of_place("today")),
)
PERIOD: tuple[Column[Any], ...] = (
    _field("period", "text", "when, in EDTF (ISO 8601-2)"),
    Column("first_day", "day", "of the period; empty where its start is open", lambda one: days_of(one.period).first),
    Column("last_day", "day", "of the period; empty where its end is open", lambda one: days_of(one.period).last),
)
VALUE = (
    _field("value", "number", "the number in the unit given; empty for a range"),
    _field("low", "number", "the lower end of a range"),
    _field("high", "number", "the upper end of a range"),
    _field("total", "number", "of a ratio n/m: m"),
    _field("modifier", "text", "exact, more_than, less_than, nearly, approx, at_least or at_most", needed=True),
)

ARTICLES: Table[Article] = Table(
    "articles", "the articles; their text stands in articles.jsonl",
    (
        _field("id", "text", "stable: the same text of the same source gets the same", needed=True),
        Column("source_id", "text", "the source that it belongs to: its own, or that which it is a near-copy of",
               lambda article: article.same_as or article.id, needed=True, to=("sources", "id")),
        _field("source", "text", "the file or address that it was read from", needed=True),
        _field("url", "text", "its address"),
        _field("title", "text", "its headline"),
        _field("published", "text", "ISO 8601, with time and zone where given"),
        Column("day", "day", "of publication", lambda article: _day(article.published)),
        _field("author", "text", "who wrote it"),
        _field("site", "text", "the site that published it"),
        _field("section", "text", "the site's heading over it"),
        *PLACE,
        _field("encoding", "text", "that it was read in"),
    ),
    key="id",
    more=(_field("text", "text", "the text that offsets count in"), _field("furniture", "spans", "what is no article"),
          _field("title_span", "span", "where the title stands"), _field("lead_span", "span", "where the lead stands")),
)  # fmt: skip
SOURCES: Table[Article] = Table(
    "sources", "the independent sources: an article with all its near-copies is one; this is its first article",
    tuple(one for one in ARTICLES.columns if one.name in ("id", "source", "url", "title", "published", "day", "site")),
    key="id",
)  # fmt: skip
FIGURES: Table[FigureBase] = Table(
    "figures", "every stated quantity with the words that it came from",
    (
        _field("id", "text", "stable: the same words of the same article get the same", needed=True),
        _field("article_id", "text", "the article", needed=True, to=("articles", "id")),
        _field("start", "whole", "where its words start, in code points of the article's text", needed=True),
        _field("end", "whole", "where they end", needed=True),
        _field("text", "text", "the words", needed=True),
        _field("kind", "text", KINDS, needed=True),
        *VALUE,
        _field("unit", "text", "a symbol for measures, the counted noun for counts"),
        _field("item", "text", "what is counted or measured"),
        _field("category", "text", "the class that a breakdown gives a part"),
        _field("action", "text", "what was done with it"),
        _field("per", "text", "the base of a rate"),
        _field("change", "text", "increase or decrease where the number is a difference"),
        _field("status", "text", "actual, or target for plans, goals and forecasts", needed=True),
        *PLACE,
        *PERIOD,
        _field("part_of", "text", "the figure of the total that it is a part of", to=("", "id")),
        _field("indicator", "text", "its entry in the catalogue of indicators"),
        Column("sentence_start", "whole", "where its sentence starts", lambda one: one.sentence[0], needed=True),
        Column("sentence_end", "whole", "where its sentence ends", lambda one: one.sentence[1], needed=True),
        _field("rule", "named", "the rule that decided each field", needed=True),
        _confidence("quantity", "how likely value, kind, unit, modifier, total and per are right"),
        _confidence("item", "how likely the item is right"),
        _confidence("place", "how likely the place is right"),
        _confidence("period", "how likely the period is right"),
        _confidence("status", "how likely the status is right"),
    ),
    key="id",
)  # fmt: skip
FACTS: Table[Fact | FactRow] = Table(
    "facts", "what one or more figures state, across articles",
    (
        _field("id", "text", "stable: a hash of what the fact speaks of", needed=True),
        _field("indicator", "text", "its entry in the catalogue of indicators"),
        _field("kind", "text", KINDS, needed=True),
        _field("item", "text", "what is counted or measured"),
        _field("category", "text", "the class that a breakdown gives a part"),
        _field("action", "text", "what was done with it"),
        *VALUE,
        _field("unit", "text", "a symbol for measures, the counted noun for counts"),
        _field("per", "text", "the base of a rate"),
        _field("change", "text", "increase or decrease where the number is a difference"),
        _field("status", "text", "actual, or target for plans, goals and forecasts", needed=True),
        *PLACE,
        *PERIOD,
        _field("agreement", "text", "single, repeated, rounded or conflicting", needed=True),
        _field("values", "statements", "every distinct value that is stated, with its figures", needed=True),
        _field("sources", "whole", "how many independent sources state it", needed=True),
        _field("figures", "texts", "the figures that state it", needed=True),
        _field("articles", "texts", "their articles", needed=True),
        Column("first_published", "day", "the day of the first of them", lambda fact: _day(fact.first_published)),
        Column("last_published", "day", "the day of the last of them", lambda fact: _day(fact.last_published)),
        _field("part_of", "text", "the fact of the total that it is a part of", to=("", "id")),
        _field("why", "text", "why its figures were joined, in words"),
    ),
    key="id",
)  # fmt: skip
PASSED: Table[Passed] = Table(
    "passed", "the numbers that are no figures",
    (
        _field("article_id", "text", "the article", needed=True, to=("articles", "id")),
        _field("start", "whole", "where it starts, in code points of the article's text", needed=True),
        _field("end", "whole", "where it ends", needed=True),
        _field("text", "text", "the number as it stands there", needed=True),
        Column("sentence_start", "whole", "where its sentence starts", lambda one: one.sentence[0], needed=True),
        Column("sentence_end", "whole", "where its sentence ends", lambda one: one.sentence[1], needed=True),
        _field("reason", "text", "why it is no figure", needed=True),
        _field("rule", "text", "the rule that says so", needed=True),
    ),
)  # fmt: skip
ERRORS: Table[Failure] = Table(
    "errors", "what could not be read",
    (
        _field("source", "text", "the file or address", needed=True),
        _field("what", "text", "what is wrong", needed=True),
        _field("where", "text", "where it is", needed=True),
        _field("todo", "text", "what to do", needed=True),
    ),
)  # fmt: skip
MENTIONS: Table[FigureOfFact] = Table(
    "mentions", "which figures state which fact",
    (
        Column("fact_id", "text", "the fact", attrgetter("fact"), needed=True, to=("facts", "id")),
        Column("figure_id", "text", "one that states it", attrgetter("figure"), needed=True, to=("figures", "id")),
    ),
)  # fmt: skip
PLACES: Table[CrosswalkRow] = Table(
    "places", "which unit of today holds which of before 1 July 2025, for the places of the facts",
    (
        Column("place_then", "text", "a unit as published", lambda one: one.then.name, needed=True),
        Column("level_then", "text", "huyện, xã …", lambda one: one.then.level),
        Column("province_then", "text", "empty where homonyms leave it open", lambda one: one.then.province),
        Column("place_today", "text", "a unit that holds it; empty where no table says", lambda one: one.name),
        Column("province_today", "text", "the province of that", lambda one: one.province),
        Column("extent", "text", "whole, or part where others hold parts of it too", lambda one: one.extent),
        Column("facts", "whole", "how many facts are about place_then", lambda one: one.facts, needed=True),
    ),
)  # fmt: skip
FINDINGS: Table[Finding] = Table(
    "findings", "what an audit says of figures: whether they hold",
    (
        _field("id", "text", "stable: a hash of the check, its figures and the row", needed=True),
        _field("check", "text", "sum, share, ratio, change, repeat, rate, price, date, series, scale, copied or record",
               needed=True),
        _field("verdict", "text", "supported, refuted or not_enough_info", needed=True),
        _field("severity", "text", "high, medium or low", needed=True),
        Column("figure_id", "text", "the figure in doubt", lambda one: next(iter(one.figures), None),
               to=("figures", "id")),
        Column("article_id", "text", "its article", lambda one: next(iter(one.articles), None), to=("articles", "id")),
        Column("stated_low", "number", "the least that it claims", _bound("stated", "low")),
        Column("stated_high", "number", "the most that it claims", _bound("stated", "high")),
        Column("expected_low", "number", "the least that it must be by the others", _bound("expected", "low")),
        Column("expected_high", "number", "the most that it must be by the others", _bound("expected", "high")),
        _field("arithmetic", "text", "the sum worked out"),
        Column("explanation_vi", "text", "in a sentence, Vietnamese", lambda one: one.explanation.vi, needed=True),
        Column("explanation_en", "text", "in a sentence, English", lambda one: one.explanation.en, needed=True),
        Column("record_file", "text", "the file of the official row that it was held against", _of_record("file")),
        Column("record_row", "whole", "the number of the row there, the header being 1", _of_record("row")),
        Column("record_place", "text", "the place of the row, as it stands there", _of_record("place")),
        Column("record_item", "text", "what the row counts or measures", _of_record("item")),
        Column("record_period", "text", "the period of the row", _of_record("period")),
        Column("record_value", "number", "the value of the row", _of_record("value")),
        Column("record_unit", "text", "the unit of the row", _of_record("unit")),
        _field("confidence", "share", "that of the least sure field that the check rests on", needed=True),
        _field("figures", "texts", "all figures compared, the one in doubt first", needed=True),
        _field("facts", "texts", "the facts that they state", needed=True),
        _field("articles", "texts", "their articles", needed=True),
        _field("sentences", "quotes", "the sentences that state them, by article, start and end", needed=True),
    ),
    key="id",
)  # fmt: skip
TABLES: Mapping[str, Table[Any]] = {  # of a merged run; an audit adds its findings
    table.name: table for table in (ARTICLES, SOURCES, FIGURES, FACTS, MENTIONS, PLACES)
}
