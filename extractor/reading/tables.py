"""CSV and Parquet with a column of text to documents, some rows at a time; the only door to polars in reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import InputError
from extractor.reading.document import Document, Options
from extractor.reading.fields import chosen, document_of, no_text
from extractor.reading.streams import CHUNK, Given, too_large

if TYPE_CHECKING:
    from polars import DataFrame

ROWS = 1000  # of a Parquet file held at a time: some megabytes of news
MEND = "Mend the table, or give JSON Lines."

Found = Iterator[Document | InputError]


def csv_rows(given: Given, separator: str, options: Options) -> Found:
    """Each row's document in turn, or what is wrong with it; rows are numbered from 1, without the header."""
    import polars as pl  # on use: it is large, and most runs have no table

    def frames() -> Iterator[DataFrame]:
        names: list[str] | None = None
        for block in _whole_rows(given, options):
            frame = pl.read_csv(BytesIO(block), separator=separator, has_header=names is None, new_columns=names, infer_schema=False)
            names = frame.columns
            yield frame

    try:
        yield from _rows(frames(), given.source, options)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        yield _unread(error, given.source)


def parquet_rows(path: Path, source: str, options: Options) -> Found:
    """Each row's document in turn, or what is wrong with it; rows are numbered from 1."""
    import polars as pl

    try:
        table = pl.scan_parquet(path, glob=False, low_memory=True)
        fields = chosen(table.collect_schema().names(), options)
        wanted = table.select(*fields.values()) if "text" in fields else table.head(1)
        count = wanted.select(pl.len()).collect().item()
        yield from _rows((wanted.slice(start, ROWS).collect() for start in range(0, count, ROWS)), source, options)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        yield _unread(error, source)


def _rows(frames: Iterable[DataFrame], source: str, options: Options) -> Found:
    """The documents of the rows of a table that comes in pieces."""
    number = 0
    for frame in frames:
        fields = chosen(frame.columns, options)
        if "text" not in fields:
            yield no_text(frame.columns, source, options)
            return
        for row in frame.select(*fields.values()).iter_rows(named=True):
            number += 1
            if any(value is not None for value in row.values()):  # an empty line of a CSV file is no row
                yield document_of(row, f"{source}:{number}", options)
    if not number:
        yield InputError("no rows in this table", where=source, todo="Give a table with articles.")


def _whole_rows(given: Given, options: Options) -> Iterator[bytes]:
    """The bytes of a CSV file in pieces that end where a row ends: at a line's end outside quotation marks."""
    held = bytearray()
    while piece := given.stream.read(CHUNK):
        held += piece
        end = _end_of_rows(held)
        if end:
            yield bytes(held[:end])
            del held[:end]
        elif len(held) > options.max_bytes:
            raise too_large(given.source, options)
    if held:
        yield bytes(held)


def _end_of_rows(held: bytearray) -> int:
    """Where the last whole row ends; 0 where there is none."""
    end = held.rfind(b"\n")
    quotes = held.count(b'"', 0, end) if end >= 0 else 0
    while end >= 0 and quotes % 2:
        before = held.rfind(b"\n", 0, end)
        quotes -= held.count(b'"', max(before, 0), end)
        end = before
    return end + 1


def _unread(error: BaseException, source: str) -> InputError:
    return InputError(f"cannot be read further: {str(error).split(chr(10))[0][:200]}", where=source, todo=MEND)
