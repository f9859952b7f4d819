"""The folder of a run is added to an archive, or a source taken out of it: all of it, or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from extractor import __version__
from extractor.archive.columns import write_columns
from extractor.archive.database import statements, writing
from extractor.archive.facts import TO_COME, Facts
from extractor.archive.findings import take_findings, tell_verdicts
from extractor.archive.runs import TODO, Run
from extractor.archive.storing import Storing, drop_orphans
from extractor.audit.folder import check_merged
from extractor.model.errors import ArchiveError, DatasetError

MOST_NAMED = 10  # sources that an error lists


class Held(NamedTuple):
    """How much an archive holds."""

    articles: int = 0
    figures: int = 0
    facts: int = 0
    findings: int = 0


NOTHING = Held()


class Added(Struct):
    """What a run brought: articles, new or in place of former ones, and what came with them; and what is held now."""

    articles: int = 0
    updated: int = 0
    unchanged: int = 0
    figures: int = 0
    findings: int = 0
    held: Held = NOTHING


def add_run(path: Path, folder: Path) -> Added:
    """What the folder of a run added to an archive, which is made where there is none.

    Added again it changes nothing. DatasetError where the folder is not that of a run that was merged, ArchiveError
    where the file is no archive that can be written, OutputError where there is no space or no permission: then the
    archive stays as it was.
    """
    check_merged(folder)
    with writing(path) as connection:
        try:
            return _Change(connection).add(folder)
        except sqlite3.IntegrityError as error:
            raise DatasetError(f"holds a record twice ({error})", where=str(folder), todo=TODO) from error


def remove_source(path: Path, name: str) -> tuple[int, Held]:
    """How many articles of a source were taken out, with all that only they said, and what is held now.

    ArchiveError where there is no such source.
    """
    with writing(path, make=False) as connection:
        row = connection.execute("SELECT number FROM sources WHERE name = ?1 OR _path = ?1", (name,)).fetchone()
        if row is None:
            some = [one for one, _ in sources_of(connection)]
            named = ", ".join(some[:MOST_NAMED]) + (" …" if len(some) > MOST_NAMED else "")
            what = f"no source is called {name!r}" + (f": there are {named}" if some else ", nor is there any other")
            raise ArchiveError(what, where=str(path), todo=f"List them: solieu archive --db {path} --sources.")
        return _Change(connection).remove(row[0]), held_by(connection)


def sources_of(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The sources of an archive with how many articles each has, the largest first."""
    return connection.execute(
        "SELECT name, count(articles.number) FROM sources LEFT JOIN articles ON articles.source = sources.number"
        " GROUP BY sources.number ORDER BY 2 DESC, 1"
    ).fetchall()


def held_by(connection: sqlite3.Connection) -> Held:
    """How much an archive holds."""
    return Held(*(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in Held._fields))


class _Change:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        for statement in statements("change.sql"):
            connection.execute(statement)
        self.storing = Storing(connection)
        self.facts = Facts(connection, self.storing.shared)

    def add(self, folder: Path) -> Added:
        run, done = Run(self.connection, folder), Added()
        run.survey()
        fresh = not self._any("articles")
        if not fresh:
            done.updated = self._meet()
        (new, of_all) = self.connection.execute("SELECT coalesce(sum(new), 0), count(*) FROM run").fetchone()
        done.articles, done.unchanged = max(0, new - done.updated), of_all - new
        if new or self._any("gone"):
            with self._indexed_after() if fresh else nullcontext():
                done.figures = self._take(run, folder, fresh=fresh)
            self._check_whole(folder)
            self.facts.settle()
        done.findings, gone = take_findings(self.connection, folder)
        if new or done.findings or gone or self._any("gone"):
            self._finish()
        done.held = held_by(self.connection)
        return done

    def remove(self, source: int) -> int:
        self.connection.execute("INSERT INTO gone SELECT number FROM articles WHERE source = ?", (source,))
        (count,) = self.connection.execute("SELECT count(*) FROM gone").fetchone()
        self._let_go()
        self.facts.settle()
        self._finish()
        return int(count)

    def _meet(self) -> int:
        """Finds what of the run is there already, and what it takes the place of; the latter is counted."""
        execute = self.connection.execute
        execute(
            "UPDATE run SET new = 0 WHERE EXISTS"
            " (SELECT 1 FROM articles WHERE articles.id = run.id AND _digest = run.digest)"
        )
        execute("INSERT INTO gone SELECT number FROM articles JOIN run USING (id) WHERE new")
        execute(
            "INSERT OR IGNORE INTO gone SELECT number FROM articles"
            " WHERE _origin IN (SELECT origin FROM run) AND id NOT IN (SELECT id FROM run)"
        )
        (updated,) = execute(
            "SELECT count(*) FROM run WHERE new AND (id IN (SELECT id FROM articles JOIN gone ON article = number)"
            " OR origin IN (SELECT _origin FROM articles JOIN gone ON article = number))"
        ).fetchone()
        return int(updated)

    def _take(self, run: Run, folder: Path, *, fresh: bool) -> int:
        """Puts in what is new, in place of what is gone; the figures that came are counted."""
        if not fresh:
            self._let_go()
        self.facts.take(folder, run.reading)
        figures = 0
        for told in run.told():
            self.storing.put(told)
            figures += len(told.figures)
        self.storing.flush()
        return figures

    def _let_go(self) -> None:
        """Takes out what is gone, and looks which facts that touches."""
        self.facts.before(
            "SELECT family FROM run UNION SELECT coalesce(same_as, id) FROM articles JOIN gone ON article = number"
        )
        self.storing.take_gone()
        self.facts.moved()

    def _check_whole(self, folder: Path) -> None:
        """Raises a DatasetError where the facts of a run are not those of its figures."""
        for what, query in (
            ("figure {} is stated by a fact, but is not among the figures",
             "SELECT figure FROM members LEFT JOIN figures ON figures.id = figure WHERE figures.id IS NULL"
             f" OR (members.fact <> {TO_COME} AND figures.number < {self.storing.first}) LIMIT 1"),
            ("figure {} of article {} is stated by none of the facts",
             "SELECT figures.id, articles.id FROM figures JOIN articles ON articles.number = article"
             " WHERE fact IS NULL LIMIT 1"),
        ):  # fmt: skip
            if row := self.connection.execute(query).fetchone():
                raise DatasetError(what.format(*row), where=str(folder), todo=TODO)

    @contextmanager
    def _indexed_after(self) -> Iterator[None]:
        """Indexes are made when all is there, which is faster than to keep them up row by row."""
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        indexes = self.connection.execute(query).fetchall()
        for name, _ in indexes:
            self.connection.execute(f"DROP INDEX {name}")
        yield
        for _, statement in indexes:
            self.connection.execute(statement)

    def _finish(self) -> None:
        """Writes what is made of the rest, and that the archive has changed."""
        execute = self.connection.execute
        if self._any("doubted"):
            tell_verdicts(self.connection)
        if self._any("gone") or self._any("touched"):
            drop_orphans(self.connection, self.storing.words)
        self.storing.note_chunks()
        write_columns(self.connection, [number for (number,) in execute("SELECT number FROM chunks ORDER BY number")])
        row = execute("SELECT generation FROM _state").fetchone()
        execute("DELETE FROM _state")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        execute("INSERT INTO _state VALUES (?, ?, ?)", ((row[0] if row else 0) + 1, __version__, now))

    def _any(self, table: str) -> bool:
        """Whether a table has a row."""
        return self.connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None
