"""Which places of an archive a filter names: one of them by its id, or all that lie in the units of a name."""

from __future__ import annotations

import sqlite3

from extractor.archive.folding import bare, marked
from extractor.lexicon.levels import LEVELS
from extractor.model.errors import ArchiveError
from extractor.model.shapes import Units
from extractor.places.gazetteer import key_of, split_level

_LEVELS = {bare(level): level for level in sorted(LEVELS, key=len)}
_HELD = "SELECT place FROM lies_in WHERE container = ?"


def places_in(connection: sqlite3.Connection, typed: str, units: Units) -> set[int]:
    """The numbers of the places that lie in what a filter names, by the units of the time or by those of today.

    It names a place by its id, or units by a name: huyện Lục Yên; luc yen; xã Minh Tân, Yên Bái. ArchiveError where
    the archive knows neither.
    """
    typed = typed.encode("utf-8", "replace").decode()  # a lone surrogate is no text for SQLite
    row = connection.execute("SELECT number, name, province FROM places WHERE id = ?", (typed,)).fetchone()
    containers = _of_place(connection, row, units) if row else _named(connection, typed, units)
    found = {row[0]} if row else set()
    for container in containers:
        found |= {place for (place,) in connection.execute(_HELD, (container,))}
    if not found:
        todo = "Name a unit that figures are about, as huyện Lục Yên or luc yen, or the id of a place."
        raise ArchiveError(f"no place {typed[:80]!r} is known in this archive", where="place", todo=todo)
    return found


def _of_place(connection: sqlite3.Connection, row: tuple[int, str, str | None], units: Units) -> list[int]:
    """The units that a place is, or today those that hold it."""
    number, name, province = row
    wanted = [(name, province if province != name else None)]
    if units == "today":
        held = connection.execute("SELECT name, province FROM successors WHERE place = ?", (number,)).fetchall()
        wanted += [(one, other if other != one else None) for one, other in held]
    query = "SELECT number FROM containers WHERE name = ? AND province = ? AND units = ?"
    return [one for unit, of in wanted for (one,) in connection.execute(query, (unit, of or "", units))]


def _named(connection: sqlite3.Connection, typed: str, units: Units) -> list[int]:
    """The units of a name, with or without marks, level, and province behind a comma."""
    name, _, province = (part.strip() for part in typed.partition(","))
    level, rest = _parted(name)
    query = "SELECT number, name, level, province, key FROM containers WHERE plain = ? AND units = ?"
    found: list[int] = []
    for plain, wanted in ((rest, level), (name, None)):  # a name may begin as a level does
        for number, full, of_level, of, key in connection.execute(query, (bare(plain), units)):
            same = marked(plain) == bare(plain) or key_of(plain) == key
            if same and wanted in (None, of_level) and _is_of(province, full, of):
                found.append(number)
        if found:
            break
    return found


def _parted(name: str) -> tuple[str | None, str]:
    """Level and name, where the level may be typed without marks: huyen luc yen."""
    level, rest = split_level(name)
    if level:
        return level, rest
    for length in (2, 1):
        words = name.split()
        known = _LEVELS.get(bare(" ".join(words[:length])))
        if known and len(words) > length:
            return known, " ".join(words[length:])
    return None, name


def _is_of(province: str, name: str, of: str) -> bool:
    """Whether a unit lies in the province that was typed, if one was."""
    if not province:
        return True
    typed = bare(_parted(province)[1])
    return typed in (bare(_parted(of)[1]), bare(_parted(name)[1]) if not of else "")
