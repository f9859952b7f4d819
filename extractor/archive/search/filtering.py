"""Filters over the columns: of the figures that words found, those that each filter leaves."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

import numpy as np
from numpy.typing import NDArray

from extractor.archive.columns import CODES
from extractor.archive.search.checking import period
from extractor.archive.search.kept import Kept, Rows
from extractor.archive.search.places import places_in
from extractor.archive.search.words import Mask
from extractor.archive.shapes import Filters
from extractor.lexicon.units import MEASURES, MONEY
from extractor.model.edtf import Days
from extractor.model.errors import ArchiveError

NEVER = date.max.toordinal()
MOST_ALIKE = 5  # names that an error lists
_NAMED = ("indicator", "unit", "source")


def masks(connection: sqlite3.Connection, kept: Kept, rows: Rows, filters: Filters) -> dict[str, Mask]:
    """For each filter that is set which of the figures it leaves, by the facet that it is of, else by its own name.

    ArchiveError where a filter names what the archive does not know.
    """
    found: dict[str, Mask] = {}
    columns = kept.columns
    for name in CODES:
        if wanted := getattr(filters, name):
            found[name] = _coded(columns[name].take(rows), (CODES[name].index(one) + 1 for one in wanted))
    for name in _NAMED:
        if wanted := getattr(filters, name):
            found[name] = _coded(columns[name].take(rows), [_code(kept, name, one) for one in wanted])
    if filters.place is not None:
        found["place"] = _coded(columns["place"].take(rows), places_in(connection, filters.place, filters.units))
    if filters.period is not None:
        found["year"] = in_period(kept, rows, period(filters.period))
    if filters.least is not None:
        found["least"] = columns["high"].take(rows) >= float(filters.least)
    if filters.most is not None:
        found["most"] = columns["low"].take(rows) <= float(filters.most)
    if filters.confidence is not None:
        found["confidence"] = columns["confidence"].take(rows) >= filters.confidence * 1000 - 1e-6
    return found


def together(found: Mapping[str, Mask], size: int, *, but: str | None = None) -> Mask:
    """Which figures all the masks leave, but for one."""
    left = np.ones(size, dtype=bool)
    for name, mask in found.items():
        if name != but:
            left &= mask
    return left


def days(kept: Kept, rows: Rows) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The first and the last days of the periods of figures, as ordinals; both 0 where they have none.

    One that only says until when holds on that day; one that only says since when goes on.
    """
    first, last = kept.columns["first"].take(rows), kept.columns["last"].take(rows)
    begun = np.where(first == 0, last, first)
    ended = np.where((last == 0) & (first > 0), NEVER, last)
    return begun, ended


def in_period(kept: Kept, rows: Rows, asked: Days) -> Mask:
    """Which of the figures have a period that overlaps what is asked for."""
    first, last = days(kept, rows)
    left: Mask = first > 0
    if asked.first is not None:
        left &= last >= asked.first.toordinal()
    if asked.last is not None:
        left &= first <= asked.last.toordinal()
    return left


def _code(kept: Kept, name: str, value: str) -> int:
    """The code of an indicator, a source or a unit, which may also be named as articles write it: đồng for VND.

    ArchiveError where the archive has none of that name; it says which are called alike.
    """
    known = kept.codes[name]
    code = known.get(value)
    if code is None and name == "unit":
        measure = MEASURES.get(value.lower())
        code = known.get(measure.symbol if measure else MONEY.get(value.lower(), ""))
    if code is None:
        alike = get_close_matches(value[:80], known, MOST_ALIKE, cutoff=0.5) or sorted(known)[:MOST_ALIKE]
        todo = f"Take one that it has, as {', '.join(alike)}." if alike else "It has none yet."
        raise ArchiveError(f"no {name} {value[:80]!r} is known in this archive", where=name, todo=todo)
    return code


def _coded(codes: NDArray[np.integer], wanted: Iterable[int]) -> Mask:
    """Which codes are among those wanted."""
    known = np.zeros(int(codes.max(initial=0)) + 1, dtype=bool)
    known[[one for one in wanted if one < len(known)]] = True
    found: Mask = known.take(codes)
    return found
