"""The file of an archive: made, brought up to date, opened for writing or for reading only."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Hashable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from extractor.model.errors import ArchiveError, OutputError

FILE = "archive.db"  # of a run, in its folder
VERSION, OLDEST = 2, 2  # of the tables; version 1 was that of no release
# The file of statements that brings tables of a version to the next: nothing is lost.
MIGRATIONS: Mapping[int, str] = {}
APPLICATION = 0x534C4955  # tells that an SQLite file is an archive of ours
HEADER = 100  # bytes with which a file of SQLite begins
PATIENCE = 600.0  # seconds that one writer waits for another
CACHE = 128  # MB that SQLite may hold, and as much for what a change works with
MAKE = "Make one: solieu archive DIR --db FILE, with the folder of a run."
OTHER = "Give another file: this one is left as it is."
DAMAGED = "Make it anew from the folders of its runs: solieu archive DIR... --db FILE."
PAUSE = 0.05  # seconds between two tries
LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def open_archive(path: Path) -> sqlite3.Connection:
    """The archive, for reading only; an ArchiveError where there is none, or one of another version."""
    if not path.is_file():
        what = "is no file" if path.exists() else "no such archive"
        raise ArchiveError(what, where=str(path), todo=MAKE)
    with _errors(path):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        try:
            _check_current(_version(connection, path), path)
        except BaseException:
            connection.close()
            raise
    return connection


def state_of(connection: sqlite3.Connection) -> tuple[Hashable, ...]:
    """The file of a connection, and which of its states it reads: what is remembered of an archive holds for one.

    A file of that name may be another by now, so that its size is part of it.
    """
    file = next(path for _, name, path in connection.execute("PRAGMA database_list") if name == "main")
    state = connection.execute("SELECT generation, updated FROM _state").fetchone()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    return file or id(connection), state, pages


def is_archive(path: Path) -> bool:
    """Whether a file is an archive of solieu, of whatever version, or nothing yet."""
    try:
        with path.open("rb") as file:
            head = file.read(HEADER)
    except OSError:
        return False
    return not head or (head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION.to_bytes(4, "big"))


@contextmanager
def writing(path: Path, *, make: bool = True) -> Iterator[sqlite3.Connection]:
    """The archive for one change, brought up to date: all of it is written at the end, or nothing.

    Where there is none it is made, unless `make` says no. Who comes second waits. Readers go on reading what was there
    before. ArchiveError where the file is something else, or of a newer version; OutputError where it cannot be
    written.
    """
    if path.is_dir():
        raise ArchiveError("is a folder", where=str(path), todo="Name a file: --db archive.db.")
    if not make:
        open_archive(path).close()
    with _errors(path), closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
        _version(connection, path)
        connection.execute(f"PRAGMA cache_size = -{CACHE * 1024}")
        connection.execute(f"PRAGMA temp.cache_size = -{CACHE * 1024}")
        connection.execute("PRAGMA temp_store = FILE")
        _waiting(connection, "PRAGMA journal_mode = WAL")  # readers are not kept waiting
        try:
            _waiting(connection, "BEGIN IMMEDIATE")
            try:
                _bring_up_to_date(connection, path)
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        finally:
            _settle(connection)


def statements(name: str) -> list[str]:
    """The statements of a file of SQL of this package."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [one for one in text.split(";\n") if one.strip()]


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Makes the tables where there are none, and those of this version of older ones."""
    version = _version(connection, path)
    if version == VERSION:
        return
    for (view,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        connection.execute(f'DROP VIEW "{view}"')
    names = ["schema.sql"] if version is None else [MIGRATIONS[one] for one in range(version, VERSION)]
    for statement in (one for name in (*names, "views.sql") for one in statements(name)):
        connection.execute(statement)
    connection.execute("DELETE FROM tu_dien")
    rows = files(__package__).joinpath("dictionary.tsv").read_text(encoding="utf-8").splitlines()[1:]
    connection.executemany("INSERT INTO tu_dien VALUES (?, ?, ?, ?)", (row.split("\t") for row in rows))
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _check_current(version: int | None, path: Path) -> None:
    """Raises an ArchiveError where an archive cannot be read as it is."""
    if version is None:
        raise ArchiveError("nothing has been added to it yet", where=str(path), todo=MAKE)
    if version < VERSION:
        what = f"its tables are of version {version}, those of this solieu of version {VERSION}"
        raise ArchiveError(what, where=str(path), todo=f"Bring it up to date: solieu archive DIR --db {path}.")


def _version(connection: sqlite3.Connection, path: Path) -> int | None:
    """The version of the tables of an archive; None where nothing is in the file.

    ArchiveError where it is none of ours, or of a version that this solieu does not know.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise ArchiveError("is no archive of solieu", where=str(path), todo=OTHER)
        return None
    if version > VERSION:
        what = f"was written by a newer solieu (its tables are of version {version}, known is {VERSION})"
        raise ArchiveError(what, where=str(path), todo="Upgrade: pip install --upgrade solieu.")
    if version < OLDEST:
        raise ArchiveError("was written by a solieu of before its first release", where=str(path), todo=DAMAGED)
    return int(version)


def _waiting(connection: sqlite3.Connection, statement: str) -> None:
    """Runs a statement, for which SQLite itself does not always wait."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in LOCKED or time.monotonic() > end:
                raise
            time.sleep(PAUSE)
        else:
            return


def _settle(connection: sqlite3.Connection) -> None:
    """One plain file again, unless others have it open: then the last to write sees to that."""
    connection.execute("PRAGMA busy_timeout = 0")
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def _errors(path: Path) -> Iterator[None]:
    """Says of what SQLite cannot do what, where and what to do."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise  # of what is written, not of the file
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        where = str(path)
        if code == sqlite3.SQLITE_NOTADB:
            raise ArchiveError("is no archive of solieu", where=where, todo=OTHER) from error
        if code == sqlite3.SQLITE_CORRUPT:
            raise ArchiveError(f"is damaged: {error}", where=where, todo=DAMAGED) from error
        if code in LOCKED:
            raise ArchiveError("another command is writing to it", where=where, todo="Wait until it ends.") from error
        if code == sqlite3.SQLITE_FULL:
            raise OutputError("cannot be written: no space left", where=where, todo="Make space first.") from error
        todo = "Give a place that you may write to."
        raise OutputError(f"cannot be written: {error}", where=where, todo=todo) from error
