"""Paths to articles, in two stages: finding each article in its source, which is cheap, and reading it, which is not.

An input that cannot be taken gives one error and harms no other.
"""

from __future__ import annotations

import errno
import gzip
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from io import BufferedIOBase
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from msgspec import Struct
from msgspec.structs import replace

from extractor.language.patterns import re_pattern
from extractor.model.errors import InputError, OutputError
from extractor.model.records import Article
from extractor.reading.document import DEFAULTS, Document, Documents, Options, Reading
from extractor.reading.encoding.encodings import recoded
from extractor.reading.formats.fields import chosen
from extractor.reading.formats.tables import csv_rows, parquet_rows
from extractor.reading.formats.warc import responses
from extractor.reading.input.folders import files_in, is_input
from extractor.reading.input.progress import ReadingProgress
from extractor.reading.input.sniff import TABLE_NAMES, FileKind, header_of, kind_of, structure, unread
from extractor.reading.input.streams import DAMAGED, InputFile, head_of, spooled, unpacked, whole
from extractor.reading.text import read_plain

STDIN = "-"
MOST_PACKINGS = 4  # archives within archives: scrapers leave a zip of .warc.gz, which are three
FORMS = "Give text, HTML, JSON, CSV, Parquet, WARC, or .gz and .zip of these."
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
CHECK = "Check the file and its permissions."
SAVE_IT = "Save the page with a browser or a scraper, and give the file."
_ADDRESS = re_pattern(r"[a-z][a-z0-9+.\-]+://", re.IGNORECASE)


class SourceFile(Struct, frozen=True):
    """A file that holds articles; `in_folder` tells that it was not named itself, but found in a folder.

    `name` is what it is called as a source, where that is not its path.
    """

    path: Path
    in_folder: bool = False
    name: str | None = None

    @property
    def source(self) -> str:
        """What it is called as a source."""
        return self.name or str(self.path)


def read(paths: str | Path | Iterable[str | Path], *, stdin: BinaryIO | None = None, options: Options = DEFAULTS) -> Iterator[Article | InputError]:
    """Every article under a path or paths (files, folders, `-` for `stdin`) in order, or the error that says why one is not taken."""
    for found in documents([paths] if isinstance(paths, str | Path) else paths, stdin=stdin, options=options):
        yield found if isinstance(found, InputError) else read_document(found, options=options)


def documents(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None, options: Options = DEFAULTS, progress: ReadingProgress | None = None) -> Documents:
    """Every article under the paths as its source holds it, or the error of an input; folders in order of name."""
    for given in paths:
        if str(given) == STDIN:
            stream = cast(BufferedIOBase, stdin or sys.stdin.buffer)
            yield from _spooled(stream, InputFile(STDIN, "", stream, 0), options)
        else:
            for found in source_files(given):
                yield from (found,) if isinstance(found, InputError) else documents_in(found, options=options, progress=progress)


def source_files(given: str | Path) -> Iterator[SourceFile | InputError]:
    """The files that a path names, those of a folder in order of name, or what is wrong with it."""
    path = Path(given)
    if _ADDRESS.match(str(given)):
        yield InputError("solieu fetches nothing, and this is an address", where=str(given), todo=SAVE_IT)
    elif path.is_dir():
        yield from _folder(path)
    else:
        yield SourceFile(path)


def documents_in(file: SourceFile, *, options: Options = DEFAULTS, progress: ReadingProgress | None = None) -> Documents:
    """Every article of a file as it holds it, or what is wrong with it."""
    path, source = file.path, file.source
    try:
        with (progress or ReadingProgress()).opened(path) as stream:
            given = InputFile(source, _unpacked_name(path.name), stream, path.stat().st_size, path=path, in_folder=file.in_folder)
            yield from _expand(given, options) if path.is_file() else _spooled(stream, given, options)
    except FileNotFoundError:
        yield InputError("no such file", where=source, todo="Check the path.")
    except OSError as error:
        yield InputError(f"cannot be read: {error.strerror or error}", where=source, todo=CHECK)


def read_document(document: Document, *, options: Options = DEFAULTS) -> Article | InputError:
    """The article that a document holds, or the error that says why it is not taken."""
    found = read_fully(document, options=options)
    return found if isinstance(found, InputError) else found.article


def read_fully(document: Document, *, options: Options = DEFAULTS) -> Reading | InputError:
    """The article that a document holds with what tells how much of it was read, or the error that says why it is not taken."""
    try:
        if document.form == "text":
            return read_plain(document)
        from extractor.reading.html.page import read_page  # on use: plain text needs no parser of pages

        return read_page(document, options)
    except InputError as error:
        return error


def _folder(folder: Path) -> Iterator[SourceFile | InputError]:
    """The files under a folder."""
    empty = True
    for found in files_in(folder):
        empty = False
        if isinstance(found, InputError):
            yield found
        elif found.exists() and not found.is_file():
            yield InputError("no file but a device or a pipe", where=str(found), todo="Leave it out.")
        else:
            yield SourceFile(found, in_folder=True)
    if empty:
        yield InputError("no article in this folder", where=str(folder), todo=FORMS)


def _spooled(stream: BufferedIOBase, given: InputFile, options: Options) -> Documents:
    """The documents of a stream that cannot be set back, or of one that a reader must have as a file."""
    try:
        with spooled(stream) as (copy, path, size):
            yield from _expand(replace(given, stream=copy, path=path, size=size), options)
    except InputError as error:
        yield error
    except DAMAGED as error:
        yield _damaged(error, given)


def _expand(given: InputFile, options: Options) -> Documents:
    """The documents of an input, by what its first bytes are; an error ends this input only."""
    try:
        head = head_of(given.stream)
        reason = unread(head)
        if reason:
            yield InputError(f"not a form that is read: {reason}", where=given.source, todo=FORMS)
        else:
            yield from _by_kind(kind_of(head, given.name), head, given, options)
    except InputError as error:
        yield error
    except DAMAGED as error:
        yield _damaged(error, given)


def _by_kind(kind: FileKind, head: bytes, given: InputFile, options: Options) -> Documents:
    """The documents of an input of a known form."""
    if kind == "gzip":
        return _gzipped(given, options)
    if kind == "zip":
        return _zipped(given, options)
    if kind == "warc":
        return responses(given, options)
    if kind == "parquet":
        return parquet_rows(given.path, given.source, options) if given.path else _spooled(given.stream, given, options)
    if kind == "html":
        return iter((Document(given.source, whole(given.stream, given.source, options), form="html"),))
    if kind in ("json", "json array"):
        return _in_utf8(kind, given, options)
    columns = header_of(structure(head, charset="utf-8"))
    if columns and (given.name.lower().endswith(TABLE_NAMES) or _is_header(columns[1], options)):
        return _in_utf8("table", given, options, separator=columns[0])
    return iter((Document(given.source, whole(given.stream, given.source, options)),))


def _is_header(names: tuple[str, ...], options: Options) -> bool:
    """Whether a line names the columns of a table: the text's, and that of another field."""
    fields = chosen(names, options)
    return "text" in fields and len(fields) > 1


def _in_utf8(kind: FileKind, given: InputFile, options: Options, *, separator: str = ",") -> Documents:
    """The documents of a table or of JSON, from a copy in UTF-8 where it is in another encoding."""
    with tempfile.TemporaryFile() as copy:  # without a name: nothing is left of it in a run that is killed
        twin = cast(BufferedIOBase, copy)
        encoding = recoded(given.stream, twin, where=given.source, by_line=kind == "json")
        if encoding:
            given = replace(given, stream=twin, path=None)
        given.stream.seek(0)
        if kind == "table":
            found = csv_rows(given, separator, options)
        else:
            from extractor.reading.formats.json_records import read_json_array, read_json_lines  # on use, as above

            found = (read_json_array if kind == "json array" else read_json_lines)(given, options)
        yield from (replace(one, encoding=encoding) if encoding and isinstance(one, Document) else one for one in found)


def _inner(given: InputFile, stream: BufferedIOBase, *, source: str, name: str, packed: int, options: Options) -> InputFile:
    """What lies in an archive, as an input of its own."""
    if given.packings >= MOST_PACKINGS:
        raise InputError(f"more than {MOST_PACKINGS} archives within each other", where=source, todo="Unpack them first.")
    safe = unpacked(stream, replace(given, source=source), packed=packed, options=options)
    return replace(given, source=source, name=name, stream=safe, path=None, gzip=None, size=packed, packings=given.packings + 1)


def _gzipped(given: InputFile, options: Options) -> Documents:
    with gzip.open(cast(BinaryIO, given.stream)) as stream:
        inner = _inner(given, stream, source=given.source, name=given.name, packed=given.size, options=options)
        yield from _expand(replace(inner, gzip=given.stream), options)


def _unpacked_name(name: str) -> str:
    """The name that a file has once it is unpacked."""
    return name[:-3] if name.lower().endswith(".gz") else name


def _zipped(given: InputFile, options: Options) -> Documents:
    """The documents of the files in a zip, in order of name."""
    if given.path is None:
        yield from _spooled(given.stream, given, options)
        return
    with ZipFile(cast(BinaryIO, given.stream)) as archive:
        members = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
        if any(info.filename in ("[Content_Types].xml", "mimetype") for info in members):
            yield InputError("not a form that is read: an Office document or a book", where=given.source, todo=FORMS)
            return
        members = [info for info in members if is_input(info.filename)]
        if not members:
            yield InputError("no article in this archive", where=given.source, todo=FORMS)
        for info in members:
            yield from _member(archive, info, given, options)


def _member(archive: ZipFile, info: ZipInfo, given: InputFile, options: Options) -> Documents:
    source = f"{given.source}/{info.filename}"
    if info.flag_bits & 1:
        yield InputError("locked with a password", where=source, todo="Unpack the archive first.")
        return
    try:
        with archive.open(info) as stream:
            inner = _inner(given, cast(BufferedIOBase, stream), source=source, name=_unpacked_name(info.filename), packed=info.compress_size, options=options)
            yield from _expand(replace(inner, in_folder=True), options)
    except InputError as error:
        yield error
    except DAMAGED as error:
        yield _damaged(error, replace(given, source=source))


def _damaged(error: BaseException, given: InputFile) -> InputError:
    """The error of an input that breaks off or cannot be unpacked; a full disk is no fault of the input, and ends the run."""
    no_folder = isinstance(error, FileNotFoundError) and error.filename is None  # for temporary files
    if no_folder or (isinstance(error, OSError) and error.errno in FULL):
        todo = "Free space there, or name another folder in TMPDIR; then give the same command again."
        raise OutputError(f"no space for temporary files: {getattr(error, 'strerror', error)}", where=str(tempfile.tempdir or "TMPDIR"), todo=todo) from error
    said = getattr(error, "strerror", None) or str(error)
    return InputError(f"cannot be read further: {said}", where=given.source, todo="Scrape or compress the file again.")
