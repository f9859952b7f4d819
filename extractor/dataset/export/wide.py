"""The wide table: a row for each place and indicator or item, two columns for each year, the value and what to know."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from itertools import groupby
from operator import methodcaller
from pathlib import Path
from typing import Any, Literal, NamedTuple

from extractor.dataset.export.columns import Column
from extractor.dataset.export.frames import CsvFile, digits_of
from extractor.dataset.merge.facts import FactRow, StatedRow
from extractor.model.edtf import days_of
from extractor.model.records import Fact, Place, Stated
from extractor.model.shapes import Units

UNDATED = "undated"

THEN = ("place_then", "level_then", "province_then")
TODAY = ("place_today", "province_today", "extent", *THEN)
SUBJECT = ("indicator", "item", "category", "action", "kind", "unit", "per", "change", "status", "span")
ABOUT = {
    "place_then": "the administrative unit as published",
    "level_then": "huyện, xã …",
    "province_then": "its province; empty where homonyms leave it open: such a row may speak of several",
    "place_today": "a unit that holds place_then since 1 July 2025; empty where no table says",
    "province_today": "the province of that",
    "extent": "whether it holds the whole of place_then or a part: values are those of place_then, never shared out",
    "indicator": "the entry in the catalogue of indicators",
    "item": "what is counted or measured; beside an indicator in the words of one of the row's facts",
    "category": "the class that a breakdown gives a part",
    "action": "what was done with it, where no indicator stands for it",
    "kind": "count, length, area, volume, mass, money, percent, ratio, duration or other",
    "unit": "a symbol for measures, the counted noun for counts",
    "per": "the base of a rate",
    "change": "increase or decrease where the numbers are differences",
    "status": "actual, or target for plans, goals and forecasts",
    "span": "the period in EDTF where it is longer than a year: values stand at its last year, or its first if open",
}
EMPTY = "the value; empty where no fact states one, and where the note beside it gives a range"


class _Cell(NamedTuple):
    """What a fact says of a row in a year; of several the greatest is shown."""

    whole_year: bool
    until: str
    sources: int
    fact: str
    value: str | None
    note: str
    item: str


class Wide:
    """Facts by place, indicator or item, and year, kept in a file of SQLite's own so that memory does not grow."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._names = (*(TODAY if units == "today" else THEN), *SUBJECT)
        self._connection = sqlite3.connect("")
        columns = ", ".join(f"k{at} TEXT NOT NULL" for at in range(len(self._names)))
        self._connection.execute(f"CREATE TABLE cells ({columns}, year TEXT, {', '.join(_Cell._fields)})")

    def add(self, fact: Fact | FactRow) -> None:
        """Takes a fact: a row for its place, or for each unit that holds it today."""
        days = days_of(fact.period)
        long = bool(days.first and days.last and days.first.year != days.last.year)
        fixed = days.last or days.first
        open_end = bool(fact.period and days.last is None and days.first)
        subject = (
            fact.indicator, None if fact.indicator else fact.item, fact.category,
            None if fact.indicator else fact.action, fact.kind, fact.unit, fact.per, fact.change, fact.status,
            fact.period if long or open_end else None,
        )  # fmt: skip
        year = f"{fixed.year:04d}" if fixed else UNDATED
        whole, until, number = fact.period == year, str(days.last or ""), _number(fact)
        cell = _Cell(whole, until, fact.sources, fact.id, number, _note(fact, year), fact.item)
        holes = ", ".join("?" * (len(self._names) + 1 + len(cell)))
        for place in _places(fact.place, self._units):
            key = (part or "" for part in (*place, *subject))
            self._connection.execute(f"INSERT INTO cells VALUES ({holes})", (*key, year, *cell))

    def write(self, path: Path, *, bom: bool) -> tuple[Column[Any], ...]:
        """Writes the table as CSV; what comes back are its columns."""
        with closing(self._connection):
            found = self._connection.execute("SELECT DISTINCT year FROM cells ORDER BY year")
            years = [str(year) for (year,) in found]
            columns = self._columns(years)
            with CsvFile(path, columns, bom=bom) as file:
                for row in self._rows():
                    file.add(row)
        return columns

    def _columns(self, years: list[str]) -> tuple[Column[Any], ...]:
        columns: list[Column[Any]] = [_column(name, "text", ABOUT[name]) for name in self._names]
        for year in years:
            columns.append(_column(year, "number", EMPTY))
            columns.append(_column(f"{year}_note", "text", "what the value alone does not say"))
        return (*columns, _column("facts", "texts", "the facts of the row"))

    def _rows(self) -> Iterator[dict[str, Any]]:
        """Each row by the names of its columns."""
        size = len(self._names)
        order = ", ".join(map(str, range(1, size + 2)))
        cells = self._connection.execute(f"SELECT * FROM cells ORDER BY {order}, fact")
        for key, group in groupby(cells, key=lambda cell: cell[:size]):
            row: dict[str, Any] = {name: part or None for name, part in zip(self._names, key, strict=True)}
            row["facts"] = []
            for year, same in groupby(group, key=lambda cell: cell[size]):
                found = sorted((_Cell(*cell[size + 1 :]) for cell in same), key=lambda cell: cell[:4])
                best, others = found[-1], len(found) - 1
                more = f"{others} more in facts.csv" if others else ""
                row["item"] = best.item or None
                row[year] = None if best.value is None else Decimal(best.value)
                row[f"{year}_note"] = "; ".join(filter(None, (best.note, more))) or None
                row["facts"] += [cell.fact for cell in found]
            yield row


def _column(name: str, type_: Literal["text", "number", "texts"], about: str) -> Column[Any]:
    return Column(name, type_, about, methodcaller("get", name))


def _places(place: Place | None, units: Units) -> list[tuple[str | None, ...]]:
    """What the rows of a fact begin with."""
    then = (place.name, place.level, place.province) if place else (None, None, None)
    if units == "then":
        return [then]
    held = place.today if place else ()
    return [(one.name, one.province, one.extent, *then) for one in held] or [(None, None, None, *then)]


def _number(fact: Fact | FactRow) -> str | None:
    return None if fact.value is None else digits_of(fact.value)


def _note(fact: Fact | FactRow, year: str) -> str:
    """What a reader of the value must know, in words."""
    said: list[str] = [] if fact.modifier == "exact" else [fact.modifier]
    if fact.low is not None and fact.high is not None:
        said.append(f"from {digits_of(fact.low)} to {digits_of(fact.high)}")
    if fact.total is not None:
        said.append(f"of {digits_of(fact.total)}")
    if fact.agreement == "conflicting":
        said.append(f"conflicting: {', '.join(map(_stated, fact.values))}")
    if fact.period not in (None, year):
        said.append(f"period {fact.period}")
    return "; ".join(said)


def _stated(one: Stated | StatedRow) -> str:
    """A value as stated: nearly 900000."""
    number = digits_of(one.value) if one.value is not None else f"{one.low} to {one.high}"
    return number if one.modifier == "exact" else f"{one.modifier} {number}"
