"""Paths to articles, in two stages: finding each article in its source, which is cheap, and reading it, which is not.

An input that cannot be taken gives one error and harms no other.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from extractor.errors import InputError
from extractor.reading.dateline import read_dateline
from extractor.reading.document import DEFAULTS, Document, Options
from extractor.reading.jsonl import json_lines
from extractor.reading.text import read_text
from extractor.records import Article

STDIN = "-"
GZIP_MAGIC = b"\x1f\x8b"  # RFC 1952, 2.3.1
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
TEXTS = (".txt", ".text")


def read(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None, options: Options = DEFAULTS) -> Iterator[Article | InputError]:
    """Every article under the paths (files, folders, `-` for `stdin`) in order, or the error that says why one is not taken."""
    for found in documents(paths, stdin=stdin, options=options):
        yield found if isinstance(found, InputError) else read_document(found, options=options)


def documents(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None, options: Options = DEFAULTS) -> Iterator[Document | InputError]:
    """Every article under the paths as its source holds it, or the error of an input; folders in order of name."""
    for given in paths:
        path = Path(given)
        if str(given) == STDIN:
            yield from _stream(stdin or sys.stdin.buffer)
        elif path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and _form(p) is not None)
            if not inside:
                yield InputError("no article in this folder", where=str(path), todo="Give a folder with .txt or .jsonl files.")
            for file in inside:
                yield from _file(file, str(file))
        else:
            yield from _file(path, str(path))


def read_document(document: Document, *, options: Options = DEFAULTS) -> Article | InputError:
    """The article that a document holds, or the error that says why it is not taken."""
    content, where = document.content, document.source
    if isinstance(content, bytes):
        try:
            content = content.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            return InputError(f"not UTF-8 at byte {error.start}", where=where, todo="Convert the file to UTF-8.")
    if not content.strip():
        return InputError("the file is empty", where=where, todo="Scrape the page again or leave the file out.")
    found = read_dateline(document.published) if document.published else None
    return read_text(content, source=where, name=document.id, url=document.url, title=document.title, published=found.published if found else None)


def _form(path: Path) -> str | None:
    """The form that a file's name says: text or lines; None for others."""
    name = path.name.lower()
    return "lines" if name.endswith(LINES) else "text" if name.endswith(TEXTS) else None


def _file(path: Path, source: str) -> Iterator[Document | InputError]:
    """The documents of a file."""
    form = _form(path)
    if form is None and path.exists():
        yield InputError("not a form that is read", where=source, todo="Give .txt, .jsonl or .jsonl.gz files.")
        return
    try:
        if form == "lines":
            yield from json_lines(path, source)
        else:
            yield Document(source, path.read_bytes())
    except FileNotFoundError:
        yield InputError("no such file", where=source, todo="Check the path.")
    except OSError as error:
        yield InputError(f"cannot be read: {error.strerror or error}", where=source, todo="Check the file and its permissions.")


def _stream(stream: BinaryIO) -> Iterator[Document | InputError]:
    """The documents of standard input: JSON Lines (gzipped or not) where it opens with a brace, else one text."""
    with tempfile.TemporaryDirectory(prefix="solieu-") as folder:
        spool = Path(folder, "spool")
        with spool.open("wb") as file:
            shutil.copyfileobj(stream, file)
        yield from _file(spool.rename(spool.with_name(f"stdin{_ending(spool)}")), STDIN)


def _ending(spool: Path) -> str:
    """The ending of a file's name that tells the form of what is in it."""
    with spool.open("rb") as file:
        packed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    if packed:
        return ".jsonl.gz"
    with spool.open("rb") as file:
        head = next((line for line in file if line.strip()), b"")
    return ".jsonl" if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") else ".txt"
