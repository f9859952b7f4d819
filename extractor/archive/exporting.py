"""Results of a search as a table: CSV that is safe in a spreadsheet, and Parquet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.archive.shapes import Hit
from extractor.archive.telling import HITS
from extractor.dataset.export.frames import CsvFile, ParquetFile


def as_csv(hits: Iterable[Hit], *, bom: bool = False) -> bytes:
    """The hits as CSV in UTF-8; with the mark by which spreadsheets know it if that is asked for."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "results.csv")
        with CsvFile(path, HITS.columns, bom=bom) as table:
            for hit in hits:
                table.add(hit)
        return path.read_bytes()


def as_parquet(hits: Iterable[Hit]) -> bytes:
    """The hits as Parquet; numbers are decimals."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "results.parquet")
        with ParquetFile(path, HITS.columns) as table:
            for hit in hits:
                table.add(hit)
        return path.read_bytes()
