"""How tests search: all that a text or filters find, as few pages as there can be."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from extractor.archive.search import search
from extractor.archive.shapes import MOST_OF_A_PAGE, Filters, Hit, Query, Results

EVERY = Query(size=MOST_OF_A_PAGE)
METRES = {"km": Decimal(1000), "m": Decimal(1), "cm": Decimal("0.01")}


def found(archive: sqlite3.Connection, text: str = "", **options: Any) -> Results:
    """What a text finds, all of it on as few pages as there can be."""
    given = {name: options.pop(name) for name in ("sort", "page", "size") if name in options}
    return search(archive, replace(EVERY, text=text, filters=Filters(**options), **given))


def ids(results: Results) -> list[str]:
    return [hit.figure.id for hit in results.hits]


def everything(archive: sqlite3.Connection, **options: Any) -> list[Hit]:
    """All hits of all pages."""
    hits: list[Hit] = []
    page = 1
    while (more := found(archive, page=page, **options)).hits:
        hits += more.hits
        page += 1
    assert len(hits) == more.total
    return hits
