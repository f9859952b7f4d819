"""What tests of search share: the archive of the sample corpus, and all its figures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from extractor.archive.database import open_archive
from extractor.archive.reading import Records
from extractor.model.records import FigureBase
from tests.archives import sample_archive


@pytest.fixture(scope="package")
def archive() -> Iterator[sqlite3.Connection]:
    with closing(open_archive(sample_archive())) as connection:
        yield connection


@pytest.fixture(scope="package")
def figures(archive: sqlite3.Connection) -> list[FigureBase]:
    """Every figure of the archive."""
    numbers = [number for (number,) in archive.execute("SELECT number FROM figures ORDER BY number")]
    return list(Records(archive).figures(numbers).values())
