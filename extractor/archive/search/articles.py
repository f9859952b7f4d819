"""Articles whose text says the words of a query, with a figure or without."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from functools import partial

import numpy as np

from extractor.archive.hits import ABOUT_ARTICLE, article_about
from extractor.archive.reading import Records, rows
from extractor.archive.search.filtering import in_period
from extractor.archive.search.kept import Kept, Rows
from extractor.archive.search.passages import passage_of
from extractor.archive.search.words import ARTICLES, Mask, sought
from extractor.archive.shapes import ArticleHit, Understood
from extractor.model.edtf import days_of

MOST = 5  # that are shown
_FOUND = f"""
SELECT articles.text, {ABOUT_ARTICLE} FROM articles JOIN sources ON sources.number = articles.source
WHERE articles.number = ?
"""


def articles_saying(
    connection: sqlite3.Connection, kept: Kept, understood: Understood, *, shown: bool
) -> tuple[tuple[ArticleHit, ...], int]:
    """The articles that say all the words, the closest of them if they are to be shown, and how many there are.

    Where a period was typed, those that were published in it or have a figure of it.
    """
    asked = sought(understood, ARTICLES)
    if asked is None:
        return (), 0
    find = partial(kept.articles_saying, connection)
    looked_at = _of_time(kept, understood.periods) if understood.periods else np.ones(len(kept.article_days), np.bool_)
    saying = asked.all.among(looked_at, find)
    found = np.flatnonzero(saying)
    if not shown:
        return (), len(found)
    first: list[int] = []
    for tier in (*asked.tiers, None):
        if len(first) >= min(MOST, len(found)):
            break
        closer = np.flatnonzero(tier.among(saying, find)) if tier else found
        first += _newest(kept, closer[~np.isin(closer, first)])[: MOST - len(first)]
    records = Records(connection, kept.places)
    hits = [_hit(connection, records, number, understood) for number in first]
    return tuple(hits), len(found)


def _of_time(kept: Kept, periods: Iterable[str]) -> Mask:
    """Which articles were published in one of the periods, or have a figure of it."""
    published, known = kept.article_days, kept.article_days > 0
    held: Mask = np.zeros(len(published), dtype=np.bool_)
    for one in map(days_of, periods):
        figures = kept.present[in_period(kept, kept.present, one)]
        held[kept.columns["article"].take(figures)] = True
        first, last = (one.first or date.min).toordinal(), (one.last or date.max).toordinal()
        held |= known & (published >= first) & (published <= last)
    return held


def _newest(kept: Kept, found: Rows) -> list[int]:
    """The articles from the newest on."""
    days = kept.article_days.take(found)
    order = np.lexsort((found, -days))
    return [int(one) for one in found[order[:MOST]]]


def _hit(connection: sqlite3.Connection, records: Records, number: int, understood: Understood) -> ArticleHit:
    (row,) = rows(connection, _FOUND, (number,))
    passage = passage_of(row["text"], understood)
    return ArticleHit(article_about(row, records), row["source"], passage.text, passage.marks)
