"""How results are written: JSON Lines that keep every digit, JSON Schemas, and what is said where writing fails."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, cast

from extractor.model.errors import OutputError
from extractor.model.records import SCHEMAS, Record, json_schema

# Python's own writer takes no decimals, but half the time, and most records have none; the letters are the same.
PLAIN = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False)
FILES = ("articles", "figures", "passed", "errors")


@cache
def _decimals() -> Callable[[Any], str]:
    """The writer of decimals, imported on use."""
    from simplejson import JSONEncoder

    return cast("Callable[[Any], str]", JSONEncoder(use_decimal=True, ensure_ascii=False).encode)


def dumps(value: Any) -> str:
    """A value as JSON on one line: decimals are numbers with all their digits, Vietnamese stays readable."""
    try:
        return PLAIN.encode(value)
    except TypeError:
        return _decimals()(value)


def json_lines(records: Iterable[Record]) -> str:
    """The records as JSON Lines."""
    lines = StringIO()  # joined, they would be held twice
    lines.writelines(f"{dumps(record.model_dump())}\n" for record in records)
    return lines.getvalue()


@contextmanager
def output_errors(where: str) -> Iterator[None]:
    """Says of a result that cannot be written what, where and what to do; a reader that goes away is no fault."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        todo = "Give a place that you may write to."
        raise OutputError(what, where=str(error.filename or where), todo=todo) from error
    except Exception as error:
        sqlite = sys.modules.get("sqlite3")  # where it was not imported, it did not fail
        if sqlite is None or not isinstance(error, sqlite.Error):
            raise
        raise OutputError(f"cannot be written: {error}", where=where, todo="See to its disk, then go on.") from error


def schema_text(name: str) -> str:
    """The JSON Schema of a record as it is published: indented, with a line's end at the end."""
    return json.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """The files written: a JSON Schema for each record."""
    with output_errors(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        paths = tuple(folder / f"{name}.schema.json" for name in SCHEMAS)
        for name, path in zip(SCHEMAS, paths, strict=True):
            path.write_text(schema_text(name), encoding="utf-8")
    return paths
