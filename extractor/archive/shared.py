"""Rows that many rows name (places, units, sources, indicators, rules): found by what they say, or made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

import regex

from extractor.archive.folding import bare
from extractor.archive.words import Words
from extractor.catalogue import default
from extractor.lexicon.levels import DISTRICT
from extractor.model.records import Place
from extractor.model.writing import dumps
from extractor.places.areas import rank_of
from extractor.places.gazetteer import key_of, split_level, units
from extractor.places.records import NATION

DIGEST = 16  # bytes
MOST_KNOWN = 50_000  # places that are known by themselves


def place_id(place: Place) -> str:
    """A stable id of a place."""
    return "p" + blake2b(dumps(place.model_dump()).encode(), digest_size=8).hexdigest()


class Shared:
    """The rows that many rows name: found by what they say, or made."""

    def __init__(self, connection: sqlite3.Connection, words: Words) -> None:
        self._connection = connection
        self._words = words
        self._known: dict[tuple[object, ...], int] = {}
        self._places: dict[int, tuple[int, Place]] = {}

    def source(self, name: str) -> int:
        """The number of a source that has a name: a site, or the host of an address."""
        return self._number("sources", "name", name)

    def file(self, path: str) -> int:
        """The number of a source that is a file; it is called by as much of its path's end as tells it from others."""
        key = ("files", path)
        if key not in self._known:
            row = self._connection.execute("SELECT number FROM sources WHERE _path = ?", (path,)).fetchone()
            self._known[key] = row[0] if row else self._new_file(path)
        return self._known[key]

    def _new_file(self, path: str) -> int:
        parts = regex.split(r"[/\\]+", path)
        ends = ("/".join(parts[at:]) for at in reversed(range(len(parts))))
        taken = "SELECT 1 FROM sources WHERE name = ?"
        free = (one for one in ends if one and not self._connection.execute(taken, (one,)).fetchone())
        fields = (next(free, path), path)
        return self._insert("INSERT INTO sources (name, _path) VALUES (?, ?)", fields)

    def unit(self, symbol: str) -> int:
        """The number of a unit."""
        return self._number("units", "symbol", symbol)

    def rules(self, rule: Mapping[str, str]) -> int:
        """The number of the rules that decided the fields of a figure."""
        key = ("_rules", tuple(rule.items()))
        if key not in self._known:
            text = dumps(rule)
            digest = blake2b(text.encode(), digest_size=DIGEST).digest()
            row = self._connection.execute("SELECT number FROM _rules WHERE digest = ?", (digest,)).fetchone()
            statement = "INSERT INTO _rules (digest, rules) VALUES (?, ?)"
            self._known[key] = row[0] if row else self._insert(statement, (digest, text))
        return self._known[key]

    def indicator(self, name: str | None) -> int | None:
        """The number of an indicator; a new one is written with what the catalogue says of it."""
        if name is None:
            return None
        key = ("indicators", name)
        if key not in self._known:
            row = self._connection.execute("SELECT number FROM indicators WHERE id = ?", (name,)).fetchone()
            columns = 'id, "group", vi, en, kind, unit'
            statement = f"INSERT INTO indicators ({columns}) VALUES (?, ?, ?, ?, ?, ?)"
            self._known[key] = row[0] if row else self._insert(statement, _described(name))
        return self._known[key]

    def place(self, place: Place | None) -> int | None:
        """The number of a place; a new one is written with the units that hold it."""
        if place is None:
            return None
        seen = self._places.get(id(place))  # one that is kept, so that no other has its id
        if seen is not None:
            return seen[0]
        key = ("places", place)
        if key not in self._known:
            name = place_id(place)
            row = self._connection.execute("SELECT number FROM places WHERE id = ?", (name,)).fetchone()
            self._known[key] = row[0] if row else self._new_place(name, place)
        if len(self._places) < MOST_KNOWN:
            self._places[id(place)] = (self._known[key], place)
        return self._known[key]

    def _number(self, table: str, column: str, value: str) -> int:
        key = (table, value)
        if key not in self._known:
            query = f"SELECT number FROM {table} WHERE {column} = ?"
            row = self._connection.execute(query, (value,)).fetchone()
            made = row or (self._insert(f"INSERT INTO {table} ({column}) VALUES (?)", (value,)),)
            self._known[key] = made[0]
        return self._known[key]

    def _new_place(self, name: str, place: Place) -> int:
        fields = (name, place.name, place.level, place.province)
        number = self._insert("INSERT INTO places (id, name, level, province) VALUES (?, ?, ?, ?)", fields)
        self._connection.executemany(
            "INSERT INTO successors VALUES (?, ?, ?, ?, ?)",
            ((number, at, one.name, one.province, one.extent) for at, one in enumerate(place.today)),
        )
        for held, province, era in sorted(containers_of(place), key=lambda one: (one[2], one[1] or "", one[0])):
            self._connection.execute(
                "INSERT OR IGNORE INTO lies_in VALUES (?, ?)", (self._container(held, province, era), number)
            )
        self._words.put_place(number)
        return number

    def _container(self, name: str, province: str | None, era: str) -> int:
        key = ("containers", (name, province, era))
        if key not in self._known:
            row = self._connection.execute(
                "SELECT number FROM containers WHERE name = ? AND province = ? AND units = ?",
                (name, province or "", era),
            ).fetchone()
            level, rest = split_level(name)
            fields = (name, level, province or "", era, key_of(rest), bare(rest))
            columns = "name, level, province, units, key, plain"
            self._known[key] = (
                row[0] if row else self._insert(f"INSERT INTO containers ({columns}) VALUES (?, ?, ?, ?, ?, ?)", fields)
            )
        return self._known[key]

    def _insert(self, statement: str, fields: Iterable[Any]) -> int:
        number = self._connection.execute(statement, tuple(fields)).lastrowid
        assert number is not None
        return number


def containers_of(place: Place) -> set[tuple[str, str | None, str]]:
    """Every unit that a place lies in, itself too, with its province; by the units of the time and of today."""
    found: set[tuple[str, str | None, str]] = {(place.name, _other(place.province, place.name), "then")}
    district = _district_of(place)
    if district:
        found.add((district, place.province, "then"))
    if place.province:
        found |= {(place.province, None, "then"), (NATION.name, None, "then")}
    for one in place.today:
        found |= {(one.name, _other(one.province, one.name), "today"), (NATION.name, None, "today")}
        if one.province:
            found.add((one.province, None, "today"))
    if place.name == NATION.name:
        found.add((NATION.name, None, "today"))
    return found


def _described(indicator: str) -> tuple[str | None, ...]:
    """The id of an indicator with its group, labels, kind and unit; only the id of one of a user's own."""
    found = next((one for one in default().indicators if one.id == indicator), None)
    if found is None:
        return indicator, None, None, None, None, None
    return indicator, found.group, found.vi, found.en, found.kind[0], found.unit[0]


def _other(province: str | None, name: str) -> str | None:
    return None if province == name else province


def _district_of(place: Place) -> str | None:
    """The one district in which a commune of before the reform lay."""
    if place.province is None or rank_of(place) <= DISTRICT:
        return None
    level, name = split_level(place.name)
    held = {one.district for one in units(name, level=level, province=place.province) if one.era == "before"}
    return held.pop() if len(held) == 1 else None
