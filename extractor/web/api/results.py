"""Results of a search for programs: JSON, CSV, Parquet and Atom, with the parameters of the page."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import count, islice

from msgspec.structs import replace

from extractor.archive.exporting import as_csv, as_parquet
from extractor.archive.search import search
from extractor.archive.shapes import MOST_OF_A_PAGE, Hit, Query
from extractor.archive.telling import results_told
from extractor.web.api.answers import ANYONE, as_json
from extractor.web.api.feed import feed
from extractor.web.asking import address
from extractor.web.lookups.counted import last_added
from extractor.web.shapes import Answer, Asked

MOST_EXPORTED = 10_000  # rows of a table
FED = 50  # entries of a feed
FORMS: Mapping[str, tuple[str, Callable[[Iterable[Hit]], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", partial(as_csv, bom=True)),
    "parquet": ("application/vnd.apache.parquet", as_parquet),
}


def json_page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """A page of results, with facets and histogram."""
    found = search(connection, asked.query, seconds=asked.seconds)
    return as_json(results_told(found).model_dump())


def table(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """All results as a table, as far as it may reach; its headers tell how many there are."""
    form = asked.parts["form"]
    content_type, written = FORMS[form]
    query = replace(asked.query, page=1, size=MOST_OF_A_PAGE)
    first = search(connection, query, facets=False, articles=False, seconds=asked.seconds)
    rest = _pages(connection, query, first.total, asked.seconds)
    hits = islice((hit for hits in (first.hits, *rest) for hit in hits), MOST_EXPORTED)
    headers = {
        "content-disposition": f'attachment; filename="so-lieu.{form}"',
        "x-total-count": str(first.total),
        "x-rows": str(min(first.total, MOST_EXPORTED)),
    }
    return Answer(written(hits), 200, content_type, ANYONE | headers)


def atom(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The newest results as a feed."""
    query = replace(asked.query, sort="-date", page=1, size=FED)
    found = search(connection, query, facets=False, articles=False, seconds=asked.seconds)
    title = f"Số liệu: {query.text}" if query.text.strip() else "Số liệu"
    own, page = (asked.home + address(path, asked.query) for path in ("/search.atom", "/search"))
    added = last_added(connection) or datetime.now(UTC).isoformat(timespec="seconds")
    body = feed(found.hits, title=title, home=asked.home, own=own, page=page, added=added)
    return Answer(body, 200, "application/atom+xml; charset=utf-8", ANYONE)


def _pages(connection: sqlite3.Connection, query: Query, total: int, seconds: float) -> Iterator[tuple[Hit, ...]]:
    """The pages after the first, as long as there are results."""
    for page in count(2):
        if (page - 1) * query.size >= min(total, MOST_EXPORTED):
            return
        yield search(connection, replace(query, page=page), facets=False, articles=False, seconds=seconds).hits
