"""Results that are being written: whole lines in files of their own, and how far they are complete.

All of it lies in a hidden folder beside the results. At each checkpoint the lines so far are on the disk, and SQLite
holds their lengths with whatever else the run must remember, all of one moment: a killed run goes on from there.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import simplejson

from extractor.model.errors import OutputError

FOLDER, STATE = ".unfinished", "state.sqlite"
PIECE = 1 << 20  # characters that are encoded at once
PATIENCE = 1.0  # seconds that another run in the same folder is waited for: one that was just killed is still ending
TABLE = """
CREATE TABLE IF NOT EXISTS checkpoint (
    only INTEGER PRIMARY KEY CHECK (only = 1), state TEXT NOT NULL, lengths TEXT NOT NULL, finished INTEGER NOT NULL
)
"""


class CheckpointedResults:
    """The unfinished results of a folder: `state` is that of the last checkpoint, None before the first.

    What is written and what `connection` does between two checkpoints counts from the second on.
    """

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        self.folder, self._names = folder, names
        self._hidden = folder / FOLDER
        self._files: dict[str, BinaryIO] = {}
        self._lengths: dict[str, int] = {}
        self.state: str | None = None
        self._open()
        if self.finished:
            self._put_in_place()

    def begin(self) -> None:
        """Forgets what is there."""
        self._close()
        shutil.rmtree(self._hidden)
        self._open()
        self._files = {name: self._part(name).open("wb") for name in self._names}

    def go_on(self) -> None:
        """Takes the results back to the last checkpoint; their next lines go behind that."""
        if self.finished:  # they have their names already
            return
        for name, length in self._lengths.items():
            file = self._files[name] = self._part(name).open("r+b")
            file.truncate(length)
            file.seek(length)

    def write(self, name: str, lines: str) -> None:
        """Appends lines to the results of that name."""
        for at in range(0, len(lines), PIECE):
            self._files[name].write(lines[at : at + PIECE].encode("utf-8", "backslashreplace"))  # no letter ends a run

    def save(self, state: str, *, finished: bool = False) -> None:
        """A checkpoint: a run that is killed from now on comes back to this state."""
        for file in self._files.values():
            file.flush()
            os.fsync(file.fileno())
        self._lengths = {name: file.tell() for name, file in self._files.items()}
        self.connection.execute(
            "INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?, ?)", (state, simplejson.dumps(self._lengths), finished)
        )
        self.connection.execute("COMMIT")
        self.state = state
        self.connection.execute("BEGIN EXCLUSIVE")

    def finish(self, state: str) -> None:
        """Gives the results their names, in place of former ones, and keeps nothing else."""
        if self._files:
            self.save(state, finished=True)
            self._put_in_place()
        self._close()
        shutil.rmtree(self._hidden)

    def former(self) -> bool:
        """Whether a run before has left articles there."""
        articles = self.folder / "articles.jsonl"
        return articles.exists() and articles.stat().st_size > 0

    def discard(self) -> None:
        """Keeps nothing of this run; what was there before stays."""
        self._close()
        shutil.rmtree(self._hidden)

    def close(self) -> None:
        """Closes all files; what was done since the last checkpoint does not count, and nothing is left without one."""
        self._close()
        if self.state is None:
            shutil.rmtree(self._hidden, ignore_errors=True)

    def _close(self) -> None:
        for file in self._files.values():
            with suppress(OSError):  # of a full disk, which was told when it was met
                file.close()
        self._files = {}
        self.connection.close()

    def _part(self, name: str) -> Path:
        return self._hidden / f"{name}.part"

    def _open(self) -> None:
        if self.folder.exists() and not self.folder.is_dir():
            raise OutputError("is no folder", where=str(self.folder), todo="Give a folder: new, or of a former run.")
        self._hidden.mkdir(parents=True, exist_ok=True)
        self.state, self.finished = None, False
        self._connect()
        try:
            self._load()
        except sqlite3.OperationalError as error:
            self.connection.close()
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            what, todo = "another run is writing there", "Wait until it ends, or give another folder."
            raise OutputError(what, where=str(self._hidden), todo=todo) from error
        except sqlite3.DatabaseError:  # no state of ours
            self.connection.close()
            (self._hidden / STATE).unlink()
            self._connect()
            self._load()

    def _connect(self) -> None:
        self.connection = sqlite3.connect(self._hidden / STATE, timeout=PATIENCE, isolation_level=None)

    def _load(self) -> None:
        """Takes the folder for this run, and the last checkpoint if it is whole."""
        self.connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        self.connection.execute("BEGIN EXCLUSIVE")
        self.connection.execute(TABLE)
        row = self.connection.execute("SELECT state, lengths, finished FROM checkpoint").fetchone()
        if row is None:
            return
        lengths, finished = simplejson.loads(row[1]), bool(row[2])
        if finished or all(self._length(name) >= length for name, length in lengths.items()):
            self.state, self._lengths, self.finished = row[0], lengths, finished

    def _length(self, name: str) -> int:
        part = self._part(name)
        return part.stat().st_size if part.exists() else -1

    def _put_in_place(self) -> None:
        """Renames the results that have not been renamed yet, and sees to it that the disk knows."""
        for name in self._names:
            with suppress(FileNotFoundError):
                self._part(name).replace(self.folder / f"{name}.jsonl")
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
