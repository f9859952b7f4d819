"""JSON Lines of {id?, url?, title?, published?, text} to articles."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonlines

from extractor.errors import InputError
from extractor.reading.dateline import read_dateline
from extractor.reading.text import read_text
from extractor.records import Article

FIELDS = ("id", "url", "title", "published", "text")


def read_jsonl(path: Path) -> Iterator[Article | InputError]:
    """Each line's article in turn, or the error that says what is wrong with the line; the others go on."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rb") as raw, jsonlines.Reader(io.TextIOWrapper(raw, encoding="utf-8-sig")) as reader:  # type: ignore[arg-type]
        number = 0
        while True:
            number += 1
            where = f"{path}:{number}"
            try:
                line = reader.read(type=dict)
            except EOFError:
                return
            except jsonlines.InvalidLineError as error:
                yield InputError(f"not a JSON object: {error.args[0]}", where=where, todo="Write one JSON object a line.")
                continue
            except (UnicodeDecodeError, gzip.BadGzipFile, OSError) as error:
                yield InputError(f"cannot be read further: {error}", where=where, todo="Scrape or compress the file again.")
                return
            yield _article(line, where)


def _article(line: dict[str, Any], where: str) -> Article | InputError:
    """The article of one object, or what is wrong with it."""
    text = line.get("text")
    if not isinstance(text, str) or not text.strip():
        return InputError("no text in the field `text`", where=where, todo="Give the article's text as a string in `text`.")
    wrong = [name for name in FIELDS if not isinstance(line.get(name), str | None) and name != "id"]
    if wrong:
        return InputError(f"not a string: {', '.join(wrong)}", where=where, todo="Give strings or leave the fields out.")
    published = line.get("published")
    if published:
        found = read_dateline(published)
        published = found.published if found else None
    name = line.get("id")
    return read_text(text, source=where, name=None if name is None else str(name), url=line.get("url"), title=line.get("title"), published=published)
