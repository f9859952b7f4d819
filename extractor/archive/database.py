"""The file of an archive: made, brought up to date, opened for writing or for reading only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from extractor.model.errors import ArchiveError

VERSION = 1  # of the tables
APPLICATION = 0x534C4955  # tells that an SQLite file is an archive of ours
PATIENCE = 600  # seconds that one writer waits for another
CACHE = 64  # MB that SQLite may hold
MAKE = "Make one: solieu archive DIR --db FILE, with the folder of a run."


def open_archive(path: Path) -> sqlite3.Connection:
    """The archive, for reading only; an ArchiveError where there is none, or one of a newer version."""
    if not path.is_file():
        what = "is no file" if path.exists() else "no such archive"
        raise ArchiveError(what, where=str(path), todo=MAKE)
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        check(connection, path)
    except sqlite3.Error as error:
        raise ArchiveError(f"cannot be read: {error}", where=str(path), todo="See whether it is whole.") from error
    return connection


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The archive for one change, made where there is none: all of it is written at the end, or nothing.

    Who comes second waits. Readers go on reading what was there before. ArchiveError where the file is something else,
    or of a newer version.
    """
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        _prepare(connection, path)
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        _settle(connection)
    finally:
        connection.close()


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raises an ArchiveError where a file is no archive, or one of a version that this solieu does not know."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise ArchiveError("is no archive of solieu", where=str(path), todo=MAKE)
    if version > VERSION:
        what = f"was written by a newer solieu (its tables are version {version}, known is {VERSION})"
        raise ArchiveError(what, where=str(path), todo="Upgrade: pip install --upgrade solieu.")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute(f"PRAGMA cache_size = -{CACHE * 1024}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")  # readers are not kept waiting
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        check(connection, path)
        return
    connection.execute("BEGIN IMMEDIATE")
    for statement in files(__package__).joinpath("schema.sql").read_text(encoding="utf-8").split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _settle(connection: sqlite3.Connection) -> None:
    """One plain file again, unless others have it open."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")
