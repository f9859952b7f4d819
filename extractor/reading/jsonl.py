"""JSON Lines of {id?, url?, title?, published?, text} to documents."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonlines
import regex

from extractor.errors import InputError
from extractor.reading.document import Document

_SURROGATE = regex.compile("[\ud800-\udfff]")
FIELDS = ("id", "url", "title", "published", "text")


def json_lines(path: Path, source: str) -> Iterator[Document | InputError]:
    """Each line's document in turn, or the error that says what is wrong with the line; the others go on.

    Blank lines are passed over. Of a file that cannot be read to its end the lines before that are read.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    number = 0
    try:
        with opener(path, "rb") as raw:
            for line in io.TextIOWrapper(raw, encoding="utf-8-sig"):
                number += 1
                if line.strip():
                    yield _read_line(line, f"{source}:{number}")
    except (EOFError, UnicodeDecodeError, gzip.BadGzipFile, zlib.error, OSError) as error:
        where = f"{source}:{number + 1}"
        yield InputError(f"cannot be read further: {error}", where=where, todo="Scrape or compress the file again.")


def _read_line(line: str, where: str) -> Document | InputError:
    """The document of one line, or what is wrong with the line."""
    try:
        record = jsonlines.Reader([line]).read(type=dict)
    except jsonlines.InvalidLineError as error:
        return InputError(f"not a JSON object: {error.args[0]}", where=where, todo="Write one JSON object a line.")
    return _document(record, where)


def _document(line: dict[str, Any], where: str) -> Document | InputError:
    """The document of one object, or what is wrong with it."""
    text = line.get("text")
    if not isinstance(text, str) or not text.strip():
        return InputError("no text in the field `text`", where=where, todo="Give the article's text as a string in `text`.")
    if _SURROGATE.search(text):
        return InputError("half a character (a lone surrogate) in `text`", where=where, todo="Scrape the page again as UTF-8.")
    wrong = [name for name in FIELDS if not isinstance(line.get(name), str | None) and name != "id"]
    if wrong:
        return InputError(f"not a string: {', '.join(wrong)}", where=where, todo="Give strings or leave the fields out.")
    name = line.get("id")
    return Document(where, text, id=None if name is None else str(name), url=line.get("url"), title=line.get("title"), published=line.get("published"))
