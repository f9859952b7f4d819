"""CSV and Parquet with a column of text to documents, some rows at a time; in reading the only door to polars."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.model.errors import InputError
from extractor.reading.document import Documents, Options
from extractor.reading.formats.fields import chosen, document_of, no_text
from extractor.reading.formats.rows import rows_of
from extractor.reading.input.streams import InputFile

if TYPE_CHECKING:
    from polars import DataFrame

ROWS = 1000  # of a Parquet file held at a time: some megabytes of news
MEND = "Mend the table, or give JSON Lines."


def csv_rows(given: InputFile, separator: str, options: Options) -> Documents:
    """Each row's document in turn, or what is wrong with it; rows are numbered from 1, without the header."""
    header: list[str] | None = None
    number = 0
    for row in rows_of(given, separator, options):
        if header is None:
            if isinstance(row, InputError) or "text" not in chosen(row.values, options):
                yield row if isinstance(row, InputError) else no_text(row.values, given.source, options)
                return
            header = row.values
            continue
        number += 1
        if isinstance(row, InputError):
            yield row
        elif any(row.values):  # an empty line is no row
            record = dict(reversed([*zip(header, row.values, strict=True)]))  # of columns of one name the first
            yield document_of(record, f"{given.source}:{number}", options, encoding=row.encoding)
    if not number:
        yield _no_rows(given.source)


def parquet_rows(path: Path, source: str, options: Options) -> Documents:
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


def _rows(frames: Iterable[DataFrame], source: str, options: Options) -> Documents:
    """The documents of the rows of a table that comes in pieces."""
    number = 0
    for frame in frames:
        fields = chosen(frame.columns, options)
        if "text" not in fields:
            yield no_text(frame.columns, source, options)
            return
        for row in frame.select(*fields.values()).iter_rows(named=True):
            number += 1
            yield document_of(row, f"{source}:{number}", options)
    if not number:
        yield _no_rows(source)


def _no_rows(source: str) -> InputError:
    return InputError("no rows in this table", where=source, todo="Give a table with articles.")


def _unread(error: BaseException, source: str) -> InputError:
    return InputError(f"cannot be read further: {str(error).split(chr(10))[0][:200]}", where=source, todo=MEND)
