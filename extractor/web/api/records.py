"""Records of the archive as JSON, each with what hangs on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field

from extractor.archive.hits import hits_of
from extractor.archive.reading import Records, rows
from extractor.archive.telling import FoundFigure, hit_told
from extractor.audit.report.quoting import WEB
from extractor.model.records import Article, Fact, Figure, Finding, Place, Record
from extractor.web.api.answers import as_json
from extractor.web.shapes import Answer, Asked, MissingError

MOST_FACTS = 1_000  # of a place or an indicator


class ArticleAnswer(Record):
    """An article with its figures, as they stand in its text."""

    article: Article
    figures: tuple[Figure, ...]


class FigureAnswer(Record):
    """A figure with its sentence and article, and the findings that compare it."""

    found: FoundFigure
    findings: tuple[str, ...] = Field(description="ids")


class FactAnswer(Record):
    """A fact with the figures that state it."""

    fact: Fact
    figures: tuple[FoundFigure, ...]


class PlaceAnswer(Record):
    """A place with its facts, the latest period first."""

    id: str
    place: Place
    facts_total: int
    facts: tuple[Fact, ...] = Field(max_length=MOST_FACTS)


class Indicator(Record):
    """An indicator of the catalogue."""

    id: str
    group: str | None
    vi: str | None
    en: str | None
    kind: str | None
    unit: str | None


class IndicatorAnswer(Record):
    """An indicator with its facts, the latest period first."""

    indicator: Indicator
    facts_total: int
    facts: tuple[Fact, ...] = Field(max_length=MOST_FACTS)


class FindingAnswer(Record):
    """A finding with the figures that it compares, that in doubt first."""

    finding: Finding
    figures: tuple[FoundFigure, ...]


def article(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """An article."""
    records, name = Records(connection), asked.parts["id"]
    found = records.article(name)
    if found is None:
        raise _missing("article", name)
    shown = found.model_copy(update={"source": _without_folder(found.source)})
    return _told(ArticleAnswer, article=shown, figures=records.figures_of_article(name))


def figure(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """A figure."""
    name = asked.parts["id"]
    number = _number(connection, "figures", name)
    findings = connection.execute(
        "SELECT id FROM findings JOIN compared ON finding = number WHERE figure = ? ORDER BY id", (number,)
    )
    (found,) = _hits(connection, [number])
    return _told(FigureAnswer, found=found, findings=tuple(one for (one,) in findings))


def fact(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """A fact."""
    name = asked.parts["id"]
    found = Records(connection).fact(name)
    if found is None:
        raise _missing("fact", name)
    query = "SELECT number FROM figures WHERE fact = ? ORDER BY id"
    figures = [one for (one,) in connection.execute(query, (_number(connection, "facts", name),))]
    return _told(FactAnswer, fact=found, figures=_hits(connection, figures))


def place(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """A place."""
    name = asked.parts["id"]
    number = _number(connection, "places", name)
    facts, total = _facts(connection, "facts.place = ?", number)
    found = Records(connection).place(number)
    return _told(PlaceAnswer, id=name, place=found, facts_total=total, facts=facts)


def indicator(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """An indicator."""
    name = asked.parts["id"]
    number = _number(connection, "indicators", name)
    facts, total = _facts(connection, "facts.indicator = ?", number)
    query = 'SELECT id, "group", vi, en, kind, unit FROM indicators WHERE number = ?'
    (fields,) = rows(connection, query, (number,))
    return _told(IndicatorAnswer, indicator=Indicator(**fields), facts_total=total, facts=facts)


def finding(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """A finding."""
    name = asked.parts["id"]
    found = Records(connection).finding(name)
    if found is None:
        raise _missing("finding", name)
    query = "SELECT figure FROM compared WHERE finding = ? ORDER BY position"
    figures = [one for (one,) in connection.execute(query, (_number(connection, "findings", name),))]
    return _told(FindingAnswer, finding=found, figures=_hits(connection, figures))


def _without_folder(source: str) -> str:
    """Where an article was read from, without the folder of the machine that it lay in."""
    return source if WEB.fullmatch(source) else source.replace("\\", "/").rpartition("/")[2]


def _told(kind: type[Record], **parts: Any) -> Answer:
    return as_json(kind(**parts).model_dump())


def _hits(connection: sqlite3.Connection, numbers: Sequence[int]) -> tuple[FoundFigure, ...]:
    """The figures of those rows, in that order."""
    return tuple(map(hit_told, hits_of(Records(connection), numbers)))


def _facts(connection: sqlite3.Connection, where: str, number: int) -> tuple[tuple[Fact, ...], int]:
    """The facts of which a condition holds, as many as are told, and how many there are."""
    (total,) = connection.execute(f"SELECT count(*) FROM facts WHERE {where}", (number,)).fetchone()
    order = f"{where} ORDER BY coalesce(last_day, last_published, '') DESC, facts.id LIMIT {MOST_FACTS}"
    return tuple(Records(connection).facts(order, (number,))), total


def _number(connection: sqlite3.Connection, table: str, name: str) -> int:
    """The number of the row of that id."""
    row = connection.execute(f"SELECT number FROM {table} WHERE id = ?", (name,)).fetchone()
    if row is None:
        raise _missing(table.removesuffix("s"), name)
    number: int = row[0]
    return number


def _missing(kind: str, name: str) -> MissingError:
    return MissingError(f"no {kind} of this id", where=name[:50])


ANSWERS: Mapping[str, type[Record]] = {
    "articles": ArticleAnswer, "figures": FigureAnswer, "facts": FactAnswer, "places": PlaceAnswer,
    "indicators": IndicatorAnswer, "findings": FindingAnswer,
}  # fmt: skip
