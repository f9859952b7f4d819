"""Search over an archive: from what is typed to figures, facets, a histogram and articles."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import numpy as np

from extractor.archive.hits import hits_of
from extractor.archive.reading import Records
from extractor.archive.search.articles import articles_saying
from extractor.archive.search.checking import check
from extractor.archive.search.conditions import answering
from extractor.archive.search.facets import facets_of
from extractor.archive.search.filtering import in_period, masks, together
from extractor.archive.search.histogram import histogram_of
from extractor.archive.search.kept import Kept, Rows, kept
from extractor.archive.search.ranking import Asked, by_column, by_relevance
from extractor.archive.search.reading import understood
from extractor.archive.search.words import FIGURES, Mask, Sought, sought
from extractor.archive.shapes import Filters, Query, Results, Understood
from extractor.model.edtf import days_of
from extractor.model.errors import ArchiveError, TimeLimitError

SECONDS = 5.0  # that a search may take
_INSTRUCTIONS = 1_000  # of SQLite between two looks at the clock


def search(
    connection: sqlite3.Connection,
    query: Query,
    *,
    facets: bool = True,
    articles: bool = True,
    seconds: float = SECONDS,
) -> Results:
    """What a query finds in an archive: how many figures, those of the page, and what they have in common.

    Facets with the histogram are left out where they are not asked for, and so are articles, which are only told of a
    query of words alone, without filters. ArchiveError where a filter, the page or the order cannot be what it says, or
    the archive cannot be read; TimeLimitError where it takes too many `seconds`.
    """
    check(query)
    read = understood(query.text)
    with _limited(connection, seconds):
        known = kept(connection)
        results = _found(connection, known, query, read, facets=facets)
        if not articles or query.filters != Filters() or read.conditions:
            return results  # what filters and numbers say is said of figures
        saying, total = articles_saying(connection, known, read, shown=query.page == 1)
        return results._replace(articles=saying, articles_total=total)


def _found(connection: sqlite3.Connection, known: Kept, query: Query, read: Understood, *, facets: bool) -> Results:
    """The figures that a query finds, without articles."""
    asked = sought(read, FIGURES)
    rows = _rows(connection, known, query, read, asked)
    left = masks(connection, known, rows, query.filters)
    hits = rows[together(left, len(rows))]
    needed = query.page * query.size
    if query.sort == "relevance":
        close_to = Asked(asked, read.conditions, [days_of(one) for one in read.periods])
        first = by_relevance(connection, known, hits, close_to, needed)
    else:
        first = by_column(known, hits, query.sort, needed)
    page = [int(one) for one in first[needed - query.size :]]
    return Results(
        query=query,
        understood=read,
        total=len(hits),
        hits=hits_of(Records(connection, known.places), page),
        facets=facets_of(known, rows, left) if facets else {},
        histogram=histogram_of(known, hits) if facets else None,
        articles=(),
        articles_total=0,
    )


def _rows(connection: sqlite3.Connection, known: Kept, query: Query, read: Understood, asked: Sought | None) -> Rows:
    """The figures that what was typed finds, before any filter."""
    if asked is None and query.text.strip() and not (read.conditions or read.periods):
        return known.present[:0]  # what was typed says nothing that could be found
    find = partial(known.figures_saying, connection)
    rows = np.flatnonzero(asked.all.among(known.everywhere, find)) if asked else known.present
    if read.periods:
        held: Mask = np.zeros(len(rows), dtype=bool)
        for one in read.periods:
            held |= in_period(known, rows, days_of(one))
        rows = rows[held]
    return rows[answering(connection, known, rows, read.conditions)] if read.conditions else rows


@contextmanager
def _limited(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """One state of the archive, read within a time; ArchiveError where that is over or it cannot be read."""
    over = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > over, _INSTRUCTIONS)
    begun = not connection.in_transaction
    try:
        if begun:
            connection.execute("BEGIN")
        yield
    except sqlite3.DatabaseError as error:
        if time.monotonic() > over:
            raise _too_long(seconds) from error
        raise ArchiveError(f"cannot be searched: {error}", where="archive", todo="See whether it is whole.") from error
    finally:
        connection.set_progress_handler(None, 0)
        if begun and connection.in_transaction:
            connection.execute("ROLLBACK")
    if time.monotonic() > over:
        raise _too_long(seconds)


def _too_long(seconds: float) -> TimeLimitError:
    what, todo = f"took longer than {seconds:g} seconds", "Ask for rarer words, or set a filter."
    return TimeLimitError(what, where="search", todo=todo)
