"""A place: what is said of it by year, what it is today and was, and what lies in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from extractor.archive.reading import Records
from extractor.extraction.explain import place_in_words
from extractor.model.records import Fact, Place, Successor
from extractor.places.records import NATION, former_places
from extractor.web.lookups.series import Grid, grid

MOST_FACTS = 1_000  # of a place that are laid out by year
MOST_WEIGHED = 20_000  # of which the facts that most sources state are found
MOST_ROWS = 40
MOST_OTHERS = 30
MOST_WITHIN = 60


_MOST_STATED = """
facts.number IN (
    SELECT number FROM (
        SELECT number, sources, status, last_day FROM facts WHERE place = ? AND indicator IS NULL LIMIT ?
    ) ORDER BY sources DESC, status, last_day DESC, number LIMIT ?
) ORDER BY facts.sources DESC, facts.status, facts.last_day DESC, facts.number"""


class Unit(NamedTuple):
    """A unit as a page names it: by the id of its place where the archive has one."""

    name: str
    province: str | None
    id: str | None
    part: bool = False  # only a part of it
    figures: int = 0


class Known(NamedTuple):
    """A place with all that is known of it."""

    place: Place
    figures: int
    today: tuple[Unit, ...]
    former: tuple[Unit, ...]
    within: tuple[Unit, ...]  # units of the archive that lay in it, those with most figures first
    indicators: Grid
    others: tuple[Fact, ...]  # of no indicator, those first that most sources state


def known(records: Records, name: str) -> Known | None:
    """The place of that id."""
    row = records.connection.execute("SELECT number FROM places WHERE id = ?", (name,)).fetchone()
    if row is None:
        return None
    number = row[0]
    place = records.place(number)
    assert place is not None
    connection = records.connection
    (figures,) = connection.execute("SELECT count(*) FROM figures WHERE place = ?", (number,)).fetchone()
    facts = records.facts(f"facts.place = ? AND facts.indicator IS NOT NULL LIMIT {MOST_FACTS}", (number,))
    others = records.facts(_MOST_STATED, (number, MOST_WEIGHED, MOST_OTHERS))
    return Known(
        place, figures, tuple(_unit(connection, one) for one in place.today if one.name != place.name),
        tuple(_former(connection, place)), tuple(_within(connection, place, number)),
        grid(facts, lambda fact: fact.indicator, most=MOST_ROWS), tuple(others),
    )  # fmt: skip


def place_named(connection: sqlite3.Connection, name: str, province: str | None) -> str | None:
    """The id of a place of that name and province, that with most figures; None where the archive has none."""
    query = (
        "SELECT places.id FROM places LEFT JOIN figures ON figures.place = places.number"
        " WHERE places.name = ? AND places.province IS ? GROUP BY places.number ORDER BY count(*) DESC LIMIT 1"
    )
    row = connection.execute(query, (name, province)).fetchone()
    return row[0] if row else None


def _unit(connection: sqlite3.Connection, one: Successor) -> Unit:
    return Unit(one.name, one.province, place_named(connection, one.name, one.province), one.extent == "part")


def _former(connection: sqlite3.Connection, place: Place) -> Iterator[Unit]:
    """The units of before the reform that a unit of today holds."""
    if len(place.today) > 1 or (place.today and place.today[0].name != place.name):
        return
    former = former_places(place.name, province=None if place.province == place.name else place.province)
    for one in (one for one in former if one.name != place.name or len(former) > 1):
        part = any(held.name == place.name and held.extent == "part" for held in one.today)
        yield Unit(one.name, one.province, place_named(connection, one.name, one.province), part)


def _within(connection: sqlite3.Connection, place: Place, number: int) -> Iterator[Unit]:
    """The units that lay in a place; of the nation that is all, which search tells better."""
    if place.name == NATION.name:
        return
    query = (
        "SELECT places.name, places.province, places.id, count(*) AS figures FROM places"
        " JOIN figures ON figures.place = places.number WHERE places.number IN ("
        "SELECT lies_in.place FROM containers JOIN lies_in ON lies_in.container = containers.number"
        " WHERE containers.name = ? AND containers.province IN ('', ?)) AND places.number <> ?"
        f" GROUP BY places.number ORDER BY figures DESC, places.name LIMIT {MOST_WITHIN}"
    )
    province = "" if place.province in (None, place.name) else place.province
    for name, of, key, figures in connection.execute(query, (place.name, province, number)):
        yield Unit(name, of, key, figures=figures)


def place_name(connection: sqlite3.Connection, name: str) -> str | None:
    """What the place of that id is called; None where it is no id."""
    row = connection.execute("SELECT name, province FROM places WHERE id = ?", (name,)).fetchone()
    return place_in_words(Place(name=row[0], province=row[1])) if row else None
