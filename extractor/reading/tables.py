"""CSV and Parquet with a column of text to documents, some rows at a time; the only door to polars in reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import InputError
from extractor.reading.document import Document, Options
from extractor.reading.fields import chosen, document_of, no_text

if TYPE_CHECKING:
    from polars import LazyFrame

ROWS = 200  # held at a time: a megabyte of news
MEND = "Mend the table, or give JSON Lines."

Found = Iterator[Document | InputError]


def csv_rows(path: Path, source: str, separator: str, options: Options) -> Found:
    """Each row's document in turn, or what is wrong with it; rows are numbered from 1, without the header."""
    import polars as pl  # on use: it is large, and most runs have no table

    try:
        frame = pl.scan_csv(path, separator=separator, infer_schema=False, glob=False, row_index_name=None)
        yield from _rows(frame, source, options)
    except pl.exceptions.PolarsError as error:
        yield _unread(error, source)


def parquet_rows(path: Path, source: str, options: Options) -> Found:
    """Each row's document in turn, or what is wrong with it; rows are numbered from 1."""
    import polars as pl

    try:
        yield from _rows(pl.scan_parquet(path, glob=False, low_memory=True), source, options)
    except (pl.exceptions.PolarsError, OSError) as error:
        yield _unread(error, source)


def _rows(frame: LazyFrame, source: str, options: Options) -> Found:
    names = frame.collect_schema().names()
    fields = chosen(names, options)
    if "text" not in fields:
        yield no_text(names, source, options)
        return
    number = 0
    for batch in frame.select(*fields.values()).collect_batches(chunk_size=ROWS, lazy=True):
        for row in batch.iter_rows(named=True):
            number += 1
            yield document_of(row, f"{source}:{number}", options)


def _unread(error: Exception, source: str) -> InputError:
    return InputError(f"cannot be read further: {str(error).split(chr(10))[0][:200]}", where=source, todo=MEND)
