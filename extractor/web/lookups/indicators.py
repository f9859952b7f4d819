"""An indicator: its values by place and year."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from extractor.archive.reading import Records
from extractor.audit.numbers import UNIT_WORDS
from extractor.audit.report.words import Both
from extractor.web.lookups.series import Grid, grid

MOST_FACTS = 1_000  # that are laid out: those of the latest periods
MOST_ROWS = 60


class Indicator(NamedTuple):
    """An indicator with its values."""

    id: str
    name: Both
    unit: str | None
    facts: int
    figures: int
    values: Grid
    places: dict[str, str]  # the ids of the places of its rows, by the fact that opens the row


def indicator_name(connection: sqlite3.Connection, name: str) -> Both:
    """What an indicator is called; its id where the archive has no other name of it."""
    row = connection.execute("SELECT vi, en FROM indicators WHERE id = ?", (name,)).fetchone()
    vi, en = row or (None, None)
    return Both(vi or name, en or vi or name)


def indicator(records: Records, name: str) -> Indicator | None:
    """The indicator of that id."""
    connection = records.connection
    row = connection.execute("SELECT number, unit FROM indicators WHERE id = ?", (name,)).fetchone()
    if row is None:
        return None
    number, unit = row
    (facts,) = connection.execute("SELECT count(*) FROM facts WHERE indicator = ?", (number,)).fetchone()
    (figures,) = connection.execute("SELECT count(*) FROM figures WHERE indicator = ?", (number,)).fetchone()
    found = records.facts(
        f"facts.indicator = ? ORDER BY facts.last_day DESC, facts.number LIMIT {MOST_FACTS}", (number,)
    )
    values = grid(found, lambda fact: fact.place, most=MOST_ROWS)
    query = "SELECT places.id FROM facts JOIN places ON places.number = facts.place WHERE facts.id = ?"
    places = {}
    for series in values.rows:
        key = connection.execute(query, (series.first.id,)).fetchone()
        if key:
            places[series.first.id] = key[0]
    return Indicator(name, indicator_name(connection, name), UNIT_WORDS.get(unit, unit), facts, figures, values, places)
