"""The folder of a run as an archive takes it: article by article, unread where the archive has it already.

Figures and rejected numbers stand in the order of their articles. Where they do not, they wait in tables of their own.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic_core import from_json

from extractor.dataset.folder import MAKERS
from extractor.dataset.parts import Line, read_lines, results_of
from extractor.model.errors import DatasetError
from extractor.model.reading import RecordReader
from extractor.model.records import Article, FigureBase, Passed

TODO = "Extract into one folder, merge its figures (solieu merge DIR), then add it."
DIGEST = 16  # bytes
_LINE = re.compile(r":\d+$")  # of a collection: scraped.jsonl:12
_ID, _ARTICLE = (re.compile(rb'"%b"\s*:\s*("(?:[^"\\]|\\.)*")' % name) for name in (b"id", b"article_id"))
_EXACT = json.JSONDecoder(parse_float=Decimal)


class Told(NamedTuple):
    """An article with its figures, the numbers of it that are none, and a digest of all of them."""

    article: Article
    figures: list[FigureBase]
    passed: list[Passed]
    digest: bytes


class _Lines(Protocol):
    path: Path

    def of(self, article: str) -> Sequence[Line]:
        """The lines that speak of an article."""

    def left(self) -> str | None:
        """An article that is spoken of and was not asked for; None where there is none."""


class Run:
    """The folder of a run. `survey` tells what is in it, `told` reads what the archive does not have."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.connection = connection
        self.folder = folder
        self.reading = Reading()
        self._spooled = False

    def survey(self) -> None:
        """Fills the table of the run's articles; DatasetError where a figure is of an article that is not there."""
        if any(left for left in self._surveyed()):
            self._spooled = True
            for name, left in zip(("figure", "number"), self._surveyed(), strict=True):
                if left is not None:
                    what = f"a {name} is of article {left}, which is not among the articles"
                    raise DatasetError(what, where=str(self.folder), todo=TODO)
        self.connection.execute(
            "UPDATE run SET first = (SELECT min(published) FROM run AS other WHERE other.family = run.family)"
        )

    def told(self) -> Iterator[Told]:
        """The articles that are new to the archive, read."""
        articles, figures, passed = (results_of(self.folder, name) for name in ("articles", "figures", "passed"))
        known, read = self.connection.cursor(), self.reading.record
        for name, line, some, others in self._together():
            new, digest = known.execute("SELECT new, digest FROM run WHERE id = ?", (name,)).fetchone()
            if new:
                yield Told(
                    read("article", line, articles),
                    [read("figure", one, figures) for one in some],
                    [read("passed", one, passed) for one in others],
                    digest,
                )

    def _surveyed(self) -> tuple[str | None, str | None]:
        """The articles of the run, listed; what comes back are articles that figures and numbers speak of besides."""
        self.connection.execute("DELETE FROM run")
        path = results_of(self.folder, "articles")
        statement = "INSERT INTO run (id, published, family, origin, digest) VALUES (?, ?, ?, ?, ?)"
        lines = self._lines()
        for name, line, figures, passed in self._together(lines):
            digest = blake2b(line.text, digest_size=DIGEST)
            for one in (*figures, *passed):
                digest.update(one.text)
            fields = _loads(line, path, "article")
            origin = origin_of(fields.get("url"), str(fields.get("source")), fields.get("title"))
            row = (name, fields.get("published"), fields.get("same_as") or name, origin, digest.digest())
            try:
                self.connection.execute(statement, row)
            except sqlite3.IntegrityError as error:
                what = f"the article {name} stands in it twice"
                raise DatasetError(what, where=line.where, todo=TODO) from error
            except sqlite3.Error as error:  # fields that are no texts
                raise _damage("article", path, line) from error
        return lines[0].left(), lines[1].left()

    def _together(
        self, lines: tuple[_Lines, _Lines] | None = None
    ) -> Iterator[tuple[str, Line, Sequence[Line], Sequence[Line]]]:
        """The id and the line of each article with the lines of its figures and of its rejected numbers."""
        figures, passed = lines or self._lines()
        path = results_of(self.folder, "articles")
        for line in read_lines(path, todo=TODO):
            name = _id_of(line, path)
            yield name, line, figures.of(name), passed.of(name)

    def _lines(self) -> tuple[_Lines, _Lines]:
        paths = (results_of(self.folder, "figures"), results_of(self.folder, "passed"))
        if self._spooled:
            return _Spooled(self.connection, paths[0], "figure"), _Spooled(self.connection, paths[1], "passed")
        return _InOrder(paths[0], "figure"), _InOrder(paths[1], "passed")


class _InOrder:
    """The lines of a file that stand in the order of the articles."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self._lines = ((_article_of(line, path, name), line) for line in read_lines(path, todo=TODO))
        self._next = next(self._lines, None)

    def of(self, article: str) -> list[Line]:
        """The lines that speak of an article, if it is the next."""
        found = []
        while self._next and self._next[0] == article:
            found.append(self._next[1])
            self._next = next(self._lines, None)
        return found

    def left(self) -> str | None:
        """The article of the next line."""
        return self._next[0] if self._next else None


class _Spooled:
    """The lines of a file, found by their article."""

    def __init__(self, connection: sqlite3.Connection, path: Path, name: str) -> None:
        self.path = path
        self._connection, self._table = connection, f"temp.{name}_lines"
        if not connection.execute("SELECT 1 FROM sqlite_temp_master WHERE name = ?", (f"{name}_lines",)).fetchone():
            connection.execute(f"CREATE TABLE {self._table} (article TEXT, number INTEGER, text BLOB, place TEXT)")
            rows = ((_article_of(line, path, name), *line) for line in read_lines(path, todo=TODO))
            connection.executemany(f"INSERT INTO {self._table} VALUES (?, ?, ?, ?)", rows)
            connection.execute(f"CREATE INDEX temp.{name}_lines_of ON {name}_lines (article, number)")

    def of(self, article: str) -> list[Line]:
        """The lines that speak of an article."""
        query = f"SELECT number, text, place FROM {self._table} WHERE article = ? ORDER BY number"
        return [Line(*row) for row in self._connection.execute(query, (article,))]

    def left(self) -> str | None:
        """An article that is not one of the run."""
        query = f"SELECT article FROM {self._table} WHERE article NOT IN (SELECT id FROM temp.run) LIMIT 1"
        row = self._connection.execute(query).fetchone()
        return row[0] if row else None


def origin_of(url: str | None, source: str, title: str | None) -> str | None:
    """What stays the same when an article is updated: its address, else its file together with its title.

    None for what is read from standard input, is one of many of a collection, or has no title: another article that
    comes to lie in the file must not take its place.
    """
    if url or source == "-" or not title or _LINE.search(source):
        return url or None
    return f"{source}\n{title}"


def collection_of(source: str) -> str:
    """The file that an article was read from, without the number of its line."""
    return _LINE.sub("", source)


def _id_of(line: Line, path: Path) -> str:
    """The id of the article of a line."""
    return _text_of(_ID, line, path, "article")


def _article_of(line: Line, path: Path, name: str) -> str:
    """The id of the article of which a line speaks."""
    return _text_of(_ARTICLE, line, path, name)


def _text_of(pattern: re.Pattern[bytes], line: Line, path: Path, name: str) -> str:
    """A text of a line, found without reading all of it."""
    match = pattern.search(line.text)
    if match is None:
        raise _damage(name, path, line)
    written = match[1]
    try:
        return str(from_json(written)) if b"\\" in written else written[1:-1].decode()
    except ValueError as error:
        raise _damage(name, path, line) from error


class Reading:
    """Reads the lines of a run; what is said again and again of places is read once."""

    def __init__(self) -> None:
        self._readers: dict[str, RecordReader] = {}

    def record(self, name: str, line: Line, path: Path) -> Any:
        """The record of a line, with every digit of its numbers; DatasetError where it is none of that name."""
        fields = _loads(line, path, name)
        reader = self._readers.get(name) or self._readers.setdefault(name, RecordReader(name))
        try:
            if _has_fraction(fields) or any(map(_has_fraction, fields.get("values", ()))):
                fields = _EXACT.decode(line.text.decode())
            return reader.record(fields)
        except (ValueError, TypeError, AttributeError) as error:
            raise _damage(name, path, line) from error


def _has_fraction(fields: dict[str, Any]) -> bool:
    """Whether a number of a record is one that a float may not hold."""
    value, low, high, total = fields.get("value"), fields.get("low"), fields.get("high"), fields.get("total")
    return float in (value.__class__, low.__class__, high.__class__, total.__class__)


def _loads(line: Line, path: Path, name: str) -> dict[str, Any]:
    """The fields of a line."""
    try:
        fields = from_json(line.text)
    except ValueError as error:
        raise _damage(name, path, line) from error
    if not isinstance(fields, dict):
        raise _damage(name, path, line)
    return fields


def _damage(name: str, path: Path, line: Line) -> DatasetError:
    what = f"is no {name} as this version of solieu writes it"
    todo = f"Write it anew: solieu {MAKERS.get(name, 'extract PATH... --out')} {path.parent}."
    return DatasetError(what, where=line.where, todo=todo)
