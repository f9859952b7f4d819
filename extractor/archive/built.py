"""The archive of one run alone, built anew in the run's folder."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from extractor.archive.adding import Added, add_run
from extractor.archive.database import FILE, is_archive
from extractor.dataset.export.tables import new_files
from extractor.model.errors import OutputError
from extractor.model.writing import output_errors

FOLDER = ".archive"  # hidden: holds the file until it is complete


def build_archive(folder: Path) -> Added:
    """What the archive of a run holds, which takes the place of a former one in its folder when it is complete.

    OutputError where a file of somebody else is in the way, or there is no space.
    """
    check_archive(folder)
    with output_errors(str(folder)), new_files(folder, FOLDER) as new:
        added = add_run(new / FILE, folder)
        _settle(folder / FILE)
        (new / FILE).replace(folder / FILE)
    return added


def check_archive(folder: Path) -> None:
    """Raises an OutputError where a file lies in the way that no solieu has written."""
    path = folder / FILE
    if path.exists() and not is_archive(path):
        what = "is in the way: it is no archive of solieu"
        raise OutputError(what, where=str(path), todo="Move it, or give another folder.")


def _settle(path: Path) -> None:
    """Puts an archive in order beside which a killed command has left files: they are not those of the new one."""
    if path.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=0)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    for left in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + left).unlink(missing_ok=True)
