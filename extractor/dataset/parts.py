"""Where the results of a run lie and how their lines are read: the one place that knows both forms.

A run on one machine writes `figures.jsonl`, one on Spark a folder `figures` of Parquet parts, which hold the same lines
in the same order in a column beside others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from extractor.model.errors import DatasetError

CHECK = "Check the file and its permissions."
RECORD = "record"  # the column of Parquet parts that holds a record's whole line
_PART = re.compile(r"part-(\d+)(?:-.*?-c(\d+))?.*\.parquet")  # as Spark names them, in the order of their rows


class Line(NamedTuple):
    """A line of results with its end, by its number, and where it stands."""

    number: int
    text: bytes
    where: str


def results_of(folder: Path, name: str) -> Path:
    """Where the results of that name lie in the folder of a run: a file of JSON Lines, or a folder of Parquet parts."""
    lines, parts = folder / f"{name}.jsonl", folder / name
    return parts if not lines.exists() and parts_in(parts) else lines


def has_results(folder: Path, name: str) -> bool:
    """Whether a run has left results of that name in a folder."""
    path = results_of(folder, name)
    return path.is_file() or path.is_dir()


def parts_in(folder: Path) -> list[Path]:
    """The Parquet parts in a folder, in the order of their rows."""
    found = {path: match for path in folder.glob("part-*") if (match := _PART.fullmatch(path.name))}
    return sorted(found, key=lambda path: (int(found[path][1]), int(found[path][2] or 0), path.name))


def read_lines(path: Path, *, todo: str) -> Iterator[Line]:
    """The lines of results; DatasetError where they cannot be read, which `todo` helps where there are none."""
    try:
        if path.is_dir():
            parts = (line for part in parts_in(path) for line in _lines_of(part, todo))
            for number, (text, where) in enumerate(parts, 1):
                yield Line(number, text, where)
        else:
            name = str(path)
            with path.open("rb") as file:
                for number, text in enumerate(file, 1):
                    yield Line(number, text, f"{name}:{number}")
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        missing = isinstance(error, FileNotFoundError)
        raise DatasetError(what, where=str(path), todo=todo if missing else CHECK) from error


def _lines_of(part: Path, todo: str) -> Iterator[tuple[bytes, str]]:
    """The lines that a Parquet part holds, and where each stands."""
    import polars as pl  # on use: it is large

    try:
        column = pl.read_parquet(part, columns=[RECORD], glob=False)[RECORD]
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        what = f"cannot be read: {str(error).splitlines()[0]}"
        raise DatasetError(what, where=str(part), todo=todo) from error
    for number, text in enumerate(column, 1):
        yield f"{text}\n".encode(), f"{part}:{number}"
