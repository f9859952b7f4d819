"""Records of a folder that other commands have written, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import jsonlines
import simplejson

from extractor.errors import DatasetError
from extractor.records import SCHEMAS, Article, Fact, FigureBase

EXTRACT_AGAIN = "Extract the articles again: solieu extract PATH --out DIR."
MERGE_AGAIN = "Merge the folder again: solieu merge DIR."


def articles_in(folder: Path) -> Iterator[Article]:
    """The articles of a run."""
    return _records(folder / "articles.jsonl", "article", EXTRACT_AGAIN)


def figures_in(folder: Path) -> Iterator[FigureBase]:
    """The figures of a run."""
    return _records(folder / "figures.jsonl", "figure", EXTRACT_AGAIN)


def facts_in(folder: Path) -> Iterator[Fact]:
    """The facts of a merged run."""
    return _records(folder / "facts.jsonl", "fact", MERGE_AGAIN)


def _records(path: Path, name: str, todo: str) -> Iterator[Any]:
    """Each line of a file as the record of that name."""
    try:
        file = path.open("rb")
    except OSError as error:
        what = "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
        raise DatasetError(what, where=str(path), todo=todo) from error
    with file, jsonlines.Reader(file, loads=_loads) as reader:
        for number in count(1):
            try:
                yield SCHEMAS[name].validate_python(reader.read(type=dict))
            except EOFError:
                return
            except (jsonlines.InvalidLineError, ValueError) as error:
                what = f"no {name}: {_words(error)}"
                raise DatasetError(what, where=f"{path}:{number}", todo=todo) from error


def _loads(line: str | bytes) -> Any:
    return simplejson.loads(line, use_decimal=True)


def _words(error: ValueError) -> str:
    """What is wrong, on one line."""
    return " ".join(str(error).split())[:200]
