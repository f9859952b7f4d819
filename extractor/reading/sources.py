"""Paths to articles: files, folders; each input that cannot be taken gives one error and harms no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.errors import InputError
from extractor.reading.jsonl import read_jsonl
from extractor.reading.text import read_text
from extractor.records import Article

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
TEXTS = (".txt", ".text")


def read(paths: Iterable[str | Path]) -> Iterator[Article | InputError]:
    """Every article under the paths (files or folders), in order of name, or the error that says why one is not taken."""
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and _form(p) is not None)
            if not inside:
                yield InputError("no article in this folder", where=str(path), todo="Give a folder with .txt or .jsonl files.")
            for file in inside:
                yield from _read_file(file)
        else:
            yield from _read_file(path)


def _form(path: Path) -> str | None:
    """The form that a file's name says: text or lines; None for others."""
    name = path.name.lower()
    return "lines" if name.endswith(LINES) else "text" if name.endswith(TEXTS) else None


def _read_file(path: Path) -> Iterator[Article | InputError]:
    where = str(path)
    form = _form(path)
    if form is None and path.exists():
        yield InputError("not a form that is read", where=where, todo="Give .txt, .jsonl or .jsonl.gz files.")
        return
    try:
        if form == "lines":
            yield from read_jsonl(path)
            return
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        yield InputError("no such file", where=where, todo="Check the path.")
    except UnicodeDecodeError as error:
        yield InputError(f"not UTF-8 at byte {error.start}", where=where, todo="Convert the file to UTF-8.")
    except OSError as error:
        yield InputError(f"cannot be read: {error.strerror or error}", where=where, todo="Check the file and its permissions.")
    else:
        if not text.strip():
            yield InputError("the file is empty", where=where, todo="Scrape the page again or leave the file out.")
        else:
            yield read_text(text.removeprefix("\ufeff"), source=where)
