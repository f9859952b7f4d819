"""Writers of results: JSON Lines that keep every digit, in files that take their names only when they are complete."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

import jsonlines
import simplejson

from extractor.errors import OutputError
from extractor.pipeline import Extraction
from extractor.records import SCHEMAS, Failure, Record, json_schema

FILES = ("articles", "figures", "passed", "errors")

Write = Callable[[Extraction | Failure], None]


def dumps(value: Any) -> str:
    """A value as JSON on one line: decimals are numbers with all their digits, Vietnamese stays readable."""
    return simplejson.dumps(value, use_decimal=True, ensure_ascii=False)


def _lines(file: TextIO) -> jsonlines.Writer:
    return jsonlines.Writer(file, dumps=dumps)


def _fields(record: Record) -> dict[str, Any]:
    return record.model_dump()


@contextmanager
def results_in(folder: Path) -> Iterator[Write]:
    """A function that writes outcomes to articles, figures, passed and errors.jsonl in a folder.

    The lines go to files beside them, which replace what was there when all are complete; whatever ends the run
    before that leaves the former results as they were.
    """
    parts = {name: folder / f".{name}.{os.getpid()}.part" for name in FILES}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            files = {name: stack.enter_context(part.open("w", encoding="utf-8")) for name, part in parts.items()}
            yield _writer({name: _lines(file) for name, file in files.items()})
            for file in files.values():
                file.flush()
                os.fsync(file.fileno())
        for name, part in parts.items():
            part.replace(folder / f"{name}.jsonl")
    except OSError as error:
        raise _cannot_write(error, folder) from error
    finally:
        for part in parts.values():
            with suppress(OSError):  # there is none where the folder could not be made
                part.unlink()


@contextmanager
def figures_to(stream: TextIO) -> Iterator[Write]:
    """A function that writes the figures of outcomes to a stream; a reader that goes away is no fault."""
    lines = _lines(stream)

    def write(outcome: Extraction | Failure) -> None:
        if isinstance(outcome, Extraction):
            lines.write_all(map(_fields, outcome.figures))

    try:
        yield write
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _cannot_write(error, stream.name) from error


def _writer(lines: dict[str, jsonlines.Writer]) -> Write:
    def write(outcome: Extraction | Failure) -> None:
        if isinstance(outcome, Failure):
            lines["errors"].write(_fields(outcome))
            return
        lines["articles"].write(_fields(outcome.article))
        lines["figures"].write_all(map(_fields, outcome.figures))
        lines["passed"].write_all(map(_fields, outcome.passed))

    return write


def schema_text(name: str) -> str:
    """The JSON Schema of a record as it is published: indented, with a line's end at the end."""
    return simplejson.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """The files written: a JSON Schema for each record."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = tuple(folder / f"{name}.schema.json" for name in SCHEMAS)
        for name, path in zip(SCHEMAS, paths, strict=True):
            path.write_text(schema_text(name), encoding="utf-8")
    except OSError as error:
        raise _cannot_write(error, folder) from error
    return paths


def _cannot_write(error: OSError, where: Path | str) -> OutputError:
    what = f"cannot be written: {error.strerror or error}"
    return OutputError(what, where=str(error.filename or where), todo="Give a place that you may write to.")
