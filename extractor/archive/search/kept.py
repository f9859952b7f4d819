"""What search keeps in memory of one state of an archive: columns, names, which rows say what was looked for."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.archive.columns import Columns, read_columns
from extractor.archive.database import state_of
from extractor.archive.search.sharing import FEW, Sharing
from extractor.archive.search.words import Form, Mask, Said
from extractor.archive.words import Field
from extractor.model.records import Place

Rows = NDArray[np.int64]  # numbers of rows, ascending
Bits = NDArray[np.uint8]  # a bit of each row; none where it would be 0 in all
_Key = tuple[str, Field, Form, str]
MOST_ARCHIVES = 4
MOST_KEPT, LEAST_KEPT = 128 << 20, 256  # bytes of what was found: in one archive, and about as much as one takes
# By which column of figures the words of a field are theirs; those of an item are their own.
_BY: Mapping[Field, str] = {"sentence": "sentence", "title": "article", "place": "place"}

_NAMES = {
    "unit": "SELECT number, symbol, symbol, symbol FROM units",
    "source": "SELECT number, name, name, name FROM sources",
    "place": "SELECT number, id, name, name FROM places",
    "indicator": "SELECT number, id, vi, en FROM indicators",
}


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
        self.everywhere: Mask = self.columns["present"].view(np.bool_)
        self.present: Rows = np.flatnonzero(self.everywhere)
        for one in (*self.columns.values(), self.present):
            one.setflags(write=False)
        self.article_days = _article_days(connection)
        self._shared = {field: Sharing(self.columns[by], self.everywhere) for field, by in _BY.items()}
        self.places: dict[int, Place] = {}
        self._found: OrderedDict[_Key, Bits] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def figures_saying(self, connection: sqlite3.Connection, said: Said, rows: Mask) -> Mask:
        """Which of the figures say something; what they share is looked for once, and taken to each of them."""
        some = np.flatnonzero(rows) if np.count_nonzero(rows) * FEW < len(rows) else None
        found = np.zeros(len(rows) if some is None else len(some), dtype=np.bool_)
        for field in said.fields:
            shared = self._shared.get(field)
            marks = self._marks("figures", connection, field, said, shared.size if shared else len(rows))
            if not len(marks):
                continue
            if some is None:
                found |= shared.spread(marks) if shared else marks
            else:
                found |= marks.take(shared.of(some) if shared else some)
        if some is None:
            return found & rows
        mask = np.zeros(len(rows), dtype=np.bool_)
        mask[some[found]] = True
        return mask

    def articles_saying(self, connection: sqlite3.Connection, said: Said, rows: Mask) -> Mask:
        """Which of the articles say something."""
        mask = np.zeros(len(rows), dtype=np.bool_)
        for field in said.fields:
            marks = self._marks("articles", connection, field, said, len(rows))
            if len(marks):
                mask |= marks
        return mask & rows

    def _marks(self, of: str, connection: sqlite3.Connection, field: Field, said: Said, size: int) -> Mask:
        """A mark for each row of a field's words that says something, none where there is no such row."""
        key = of, field, said.form, said.words
        known = self._known(key)
        if known is None:
            found = _looked_for(connection, field, said, size)
            self._keep(key, np.packbits(found))
            return found if found.any() else found[:0]
        return np.unpackbits(known, count=size).view(np.bool_) if len(known) else known.view(np.bool_)

    def _known(self, key: _Key) -> Bits | None:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
            return self._found.get(key)

    def _keep(self, key: _Key, bits: Bits) -> None:
        """Keeps what was found; nothing of what was found nowhere but that."""
        bits = bits if bits.any() else bits[:0].copy()
        with self._lock:
            if key not in self._found:
                self._found[key] = bits
                self._size += bits.nbytes + LEAST_KEPT
            while self._size > MOST_KEPT:
                _, dropped = self._found.popitem(last=False)
                self._size -= dropped.nbytes + LEAST_KEPT


def _looked_for(connection: sqlite3.Connection, field: Field, said: Said, size: int) -> Mask:
    """The rows of a field's words that say something: one mark for each number."""
    query = f"SELECT group_concat(rowid) FROM _{field}_words WHERE _{field}_words MATCH ?"
    (text,) = connection.execute(query, (f'{said.form} : "{said.words.strip()}"',)).fetchone()
    mask = np.zeros(size, dtype=np.bool_)
    if text:
        rows = np.fromstring(text, dtype=np.int64, sep=",")
        mask[rows[rows < size]] = True
    return mask


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
