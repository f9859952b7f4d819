"""CSV, spreadsheets and Parquet to rows of cells: the audit's one door to polars and fastexcel."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from extractor.audit.records.columns import HEADER_WITHIN, Mapping, header_in
from extractor.model.errors import InputError, RecordsError
from extractor.reading.document import DEFAULTS
from extractor.reading.encoding.encodings import converter_of, decode
from extractor.reading.formats.rows import Row, rows_of
from extractor.reading.input.sniff import UNREAD
from extractor.reading.input.streams import InputFile

Cell = str | Decimal | None  # a number only where the file itself says that it is one
EXACT = 15  # significant digits that a spreadsheet's floats keep; more is noise: 0.30000000000000004
MOST_SPOILT = 0.1  # of the lines of a file in UTF-8 that may not be: their rows are told, the others are read
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
SEPARATORS = ",;\t|"
FORMS = "Give a CSV, an XLSX or a Parquet file."


class TableRow(NamedTuple):
    """A row with its number in the file, the first line being 1; `fault` says why its cells cannot be read."""

    number: int
    cells: tuple[Cell, ...]
    fault: str | None = None


class Table(NamedTuple):
    """The header of a file and the rows below it."""

    header: tuple[str, ...]
    rows: Iterator[TableRow]


def table_of(path: Path, mapping: Mapping) -> Table:
    """The table that a file holds, in whatever of the forms; a RecordsError where it is none."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        what = "no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
        raise RecordsError(what, where=str(path), todo="Check the path.") from error
    if not head:
        raise RecordsError("is empty", where=str(path), todo=FORMS)
    if head.startswith(b"PAR1"):
        return _parquet(path)
    if other := next((what for magic, what in UNREAD if head.startswith(magic) and magic != OLD_OFFICE), None):
        raise RecordsError(f"is {other}", where=str(path), todo=FORMS)
    if head.startswith((b"PK\x03\x04", OLD_OFFICE)):  # XLSX, ODS; XLS, and XLSX with a password
        return _spreadsheet(path, mapping)
    return _csv(path, mapping)


def _csv(path: Path, mapping: Mapping) -> Table:
    """A table of text in UTF-8, UTF-16 or windows-1258, its columns parted by comma, semicolon, tab or bar."""
    lines = _in_utf8(path).split(b"\n")
    if lines[0].strip().lower().startswith(b"sep="):  # of spreadsheets: which mark parts the columns
        lines[0] = b""
    opening = [line.decode("utf-8", "replace").rstrip("\r") for line in lines[:HEADER_WITHIN]]
    parted = [(line, max(SEPARATORS, key=line.count)) for line in opening]
    first, _ = header_in(([cell.strip(' "') for cell in line.split(mark)] for line, mark in parted), mapping)
    separator = parted[first][1]
    stream = BytesIO(b"\n".join(lines[first:]))
    given = InputFile(str(path), path.name, stream, len(stream.getvalue()))
    rows = _numbered(rows_of(given, separator, DEFAULTS), first + 1)
    header = next(rows, None)
    if header is None or header.fault:
        raise RecordsError(header.fault if header and header.fault else "is empty", where=str(path), todo=FORMS)
    return Table(tuple(str(cell or "") for cell in header.cells), rows)


def _in_utf8(path: Path) -> bytes:
    """The bytes of a file of text in UTF-8; where only some of its lines are in no encoding, they stay as they are."""
    data = path.read_bytes()
    try:
        found = decode(data, where=str(path))
        converter = converter_of(found, where=str(path))
    except InputError as error:
        lines = data.split(b"\n")
        spoilt = sum(1 for line in lines if not _is_utf8(line))
        if b"\x00" in data or spoilt > MOST_SPOILT * len(lines):
            raise RecordsError(error.what, where=str(path), todo="Convert the file to UTF-8.") from error
        return data.removeprefix(BOM_UTF8)
    return normalize("NFC", converter[1](found.text) if converter else found.text).encode()


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _numbered(rows: Iterable[Row | InputError], first: int) -> Iterator[TableRow]:
    for number, row in enumerate(rows, first):
        if isinstance(row, InputError):
            yield TableRow(number, (), row.what)
        else:
            yield TableRow(number, tuple(cell.strip() or None for cell in row.values))


def _spreadsheet(path: Path, mapping: Mapping) -> Table:
    """The sheet whose header names the most fields, of several the first; numbers are those that are typed."""
    import fastexcel

    def part(name: str, skip: int, rows: int | None = None) -> list[tuple[object, ...]]:
        # skip_rows is said even where it is 0: without it, blank rows at the top are left out and not counted
        sheet = book.load_sheet(
            name, header_row=None, skip_rows=skip, n_rows=rows, schema_sample_rows=None,
            dtypes="string" if rows else None,
        )  # fmt: skip
        return sheet.to_polars().rows()

    try:
        book = fastexcel.read_excel(path)
        best: tuple[int, str, int] | None = None
        for name in book.sheet_names:
            top = part(name, 0, HEADER_WITHIN)
            at, known = header_in([[str(cell or "") for cell in row] for row in top], mapping)
            if top and (best is None or known > best[0]):
                best = known, name, at
        if best is None:
            raise RecordsError("is empty", where=str(path), todo=FORMS)
        _, name, at = best
        (header,) = part(name, at, 1)
        more = book.load_sheet(name, header_row=None, skip_rows=0, n_rows=0).total_height > at + 1
        rows = part(name, at + 1) if more else []
    except fastexcel.FastExcelError as error:
        what = f"cannot be read as a spreadsheet: {str(error).splitlines()[0][:200]}"
        todo = "Open it and save it as XLSX without a password, or as CSV."
        raise RecordsError(what, where=str(path), todo=todo) from error
    return Table(tuple(str(cell or "") for cell in header), _typed(rows, at + 2))


def _parquet(path: Path) -> Table:
    """The columns and rows of a Parquet file; the first row is 2, as if the names of the columns were a line."""
    import polars as pl

    try:
        frame = pl.read_parquet(path, glob=False)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        what = f"cannot be read as Parquet: {str(error).splitlines()[0][:200]}"
        raise RecordsError(what, where=str(path), todo="Write the file anew, or give CSV.") from error
    return Table(tuple(frame.columns), _typed(frame.iter_rows(), 2))


def _typed(rows: Iterable[tuple[object, ...]], first: int) -> Iterator[TableRow]:
    for number, row in enumerate(rows, first):
        yield TableRow(number, tuple(map(_cell, row)))


def _cell(value: object) -> Cell:
    """A cell's text or number; floats without the noise of their last digits, days in ISO."""
    match value:
        case None:
            return None
        case bool():
            return str(value)
        case int():
            return Decimal(value)
        case float():
            return Decimal(f"{value:.{EXACT}g}") if value == value and abs(value) != float("inf") else None
        case Decimal():
            return value
        case datetime() | date():
            return value.isoformat()[:10]
    return normalize("NFC", str(value)).strip() or None
