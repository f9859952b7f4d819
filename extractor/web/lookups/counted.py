"""What is in an archive: how much, of when, and how it held."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from extractor.audit.report.words import Both
from extractor.model.shapes import Verdict

MOST_BROWSED = 12  # indicators and places of the front page


class Contents(NamedTuple):
    """How much an archive holds; days in ISO 8601, of publication."""

    articles: int
    figures: int
    facts: int
    sources: int
    places: int
    first: str | None
    last: str | None
    findings: dict[Verdict, int]
    updated: str | None


def contents(connection: sqlite3.Connection) -> Contents:
    """How much the archive holds."""

    def one(query: str) -> int:
        (number,) = connection.execute(query).fetchone()
        return int(number)

    tables = ("articles", "figures", "facts", "sources", "places")
    counts = {table: one(f"SELECT count(*) FROM {table}") for table in tables}
    first, last = connection.execute("SELECT min(day), max(day) FROM articles").fetchone()
    by_verdict = connection.execute("SELECT verdict, count(*) FROM findings WHERE compared = 1 GROUP BY verdict")
    findings: dict[Verdict, int] = dict(by_verdict.fetchall())
    return Contents(**counts, first=first, last=last, findings=findings, updated=last_added(connection))


def last_added(connection: sqlite3.Connection) -> str | None:
    """When something was last added, as ISO 8601; None before that."""
    return next((row[0] for row in connection.execute("SELECT updated FROM _state")), None)


class Top(NamedTuple):
    """An indicator or a place with many figures."""

    id: str
    name: Both | str
    province: str | None
    figures: int


def top_indicators(connection: sqlite3.Connection) -> tuple[Top, ...]:
    """The indicators that most figures are of."""
    query = (
        "SELECT indicators.id, indicators.vi, indicators.en, count(*) AS figures FROM figures"
        " JOIN indicators ON indicators.number = figures.indicator GROUP BY figures.indicator"
        " ORDER BY figures DESC, indicators.id LIMIT ?"
    )
    found = connection.execute(query, (MOST_BROWSED,))
    return tuple(Top(name, Both(vi or name, en or vi or name), None, number) for name, vi, en, number in found)


def top_places(connection: sqlite3.Connection) -> tuple[Top, ...]:
    """The places that most figures are of."""
    query = (
        "SELECT places.id, places.name, places.province, count(*) AS figures FROM figures"
        " JOIN places ON places.number = figures.place GROUP BY figures.place"
        " ORDER BY figures DESC, places.name LIMIT ?"
    )
    return tuple(Top(*row) for row in connection.execute(query, (MOST_BROWSED,)))
