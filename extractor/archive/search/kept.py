"""What search keeps in memory of one state of an archive: columns, names, the rows that words were found in."""

from __future__ import annotations

import sqlite3
from collections import Counter, OrderedDict
from collections.abc import Sequence
from datetime import date
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.archive.columns import Columns, read_columns
from extractor.archive.database import state_of

Rows = NDArray[np.int64]  # numbers of rows, ascending
MOST_ARCHIVES = 4
MOST_KEPT = 128 << 20  # bytes of rows found, of one archive
MOST_REMEMBERED, OFTEN = 100_000, 3  # expressions, and how often one is asked for until its rows are kept
SHORTENED = 256  # rows in fewer than these are as soon found again

_NAMES = {
    "unit": "SELECT number, symbol, symbol, symbol FROM units",
    "source": "SELECT number, name, name, name FROM sources",
    "place": "SELECT number, id, name, name FROM places",
    "indicator": "SELECT number, id, vi, en FROM indicators",
}


def among(rows: Rows, others: Rows) -> NDArray[np.bool_]:
    """Which of the rows are among others; both ascend."""
    if not len(others):
        return np.zeros(len(rows), dtype=bool)
    at = np.searchsorted(others, rows)
    at[at == len(others)] = 0
    return np.asarray(others[at] == rows)


class Name(NamedTuple):
    """What a code of a column stands for, and what it is called."""

    value: str
    vi: str
    en: str


class Kept:
    """One state of an archive, as search reads it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.columns: Columns = read_columns(connection)
        self.names: dict[str, dict[int, Name]] = {
            column: {
                number: Name(value, vi or value, en or value) for number, value, vi, en in connection.execute(query)
            }
            for column, query in _NAMES.items()
        }
        self.codes: dict[str, dict[str, int]] = {
            column: {name.value: number for number, name in names.items()} for column, names in self.names.items()
        }
        self.present: Rows = np.flatnonzero(self.columns["present"])
        for one in (*self.columns.values(), self.present):
            one.setflags(write=False)
        self.article_days = _article_days(connection)
        self._found: OrderedDict[tuple[str, str], NDArray[np.int32]] = OrderedDict()
        self._asked: Counter[tuple[str, str]] = Counter()
        self._size = 0
        self._lock = Lock()

    def rows(self, connection: sqlite3.Connection, table: str, expression: str) -> Rows:
        """The rows of a table of words that an expression of FTS5 finds."""
        key = table, expression
        with self._lock:
            known = self._found.get(key)
            if known is not None:
                self._found.move_to_end(key)
                return known.astype(np.int64)
        query = f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH ?"
        (text,) = connection.execute(query, (expression,)).fetchone()
        found: Rows = np.fromstring(text, dtype=np.int64, sep=",") if text else np.zeros(0, dtype=np.int64)
        if len(found) >= SHORTENED:
            self._keep(key, found)
        return found

    def rows_of_all(self, connection: sqlite3.Connection, table: str, expressions: Sequence[str]) -> Rows:
        """The rows that all of some expressions find.

        Words that are asked for again and again are kept one by one, one more with each query; the others are asked for
        together.
        """
        if len(expressions) == 1:
            return self.rows(connection, table, expressions[0])
        kept, new = self._to_be_kept(table, expressions)
        found = [self.rows(connection, table, one) for one in kept]
        if new:
            found.append(self.rows(connection, table, " AND ".join(new)))
        found.sort(key=len)
        both = found[0]
        for other in found[1:]:
            both = both[among(both, other)]
        return both

    def _to_be_kept(self, table: str, expressions: Sequence[str]) -> tuple[list[str], list[str]]:
        """Which expressions are kept, or will be from now on, and which are not."""
        with self._lock:
            if len(self._asked) > MOST_REMEMBERED:
                self._asked.clear()
            self._asked.update((table, one) for one in expressions)
            kept = [one for one in expressions if (table, one) in self._found]
            often = [one for one in expressions if one not in kept and self._asked[table, one] >= OFTEN]
        kept += often[:1]
        return kept, [one for one in expressions if one not in kept]

    def _keep(self, key: tuple[str, str], found: Rows) -> None:
        with self._lock:
            if key not in self._found:
                self._found[key] = found.astype(np.int32)
                self._size += self._found[key].nbytes
            while self._size > MOST_KEPT:
                _, dropped = self._found.popitem(last=False)
                self._size -= dropped.nbytes


def _article_days(connection: sqlite3.Connection) -> NDArray[np.int64]:
    """The days of publication of articles by their numbers, as ordinals; 0 where it is not known."""
    found = connection.execute("SELECT number, day FROM articles").fetchall()
    days = np.zeros(max((number for number, _ in found), default=0) + 1, dtype=np.int64)
    for number, day in found:
        days[number] = date.fromisoformat(day).toordinal() if day else 0
    return days


_kept: OrderedDict[tuple[Any, ...], Kept] = OrderedDict()
_lock = Lock()


def kept(connection: sqlite3.Connection) -> Kept:
    """What is kept of the archive of a connection, read anew where the archive has changed."""
    key = state_of(connection)
    with _lock:  # also while it is read: who comes meanwhile waits for it, and does not read it again
        if key not in _kept:
            for former in [one for one in _kept if one[0] == key[0]]:
                del _kept[former]
            _kept[key] = Kept(connection)
        _kept.move_to_end(key)
        while len(_kept) > MOST_ARCHIVES:
            _kept.popitem(last=False)
        return _kept[key]
