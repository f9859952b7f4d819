"""Which hits come first: by how closely they say the words, then how close number and period are, then the newest."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.archive.search.conditions import distance
from extractor.archive.search.filtering import days
from extractor.archive.search.kept import Kept, Rows
from extractor.archive.search.words import Sought
from extractor.archive.shapes import Condition, Sort
from extractor.lexicon.units import IN_BASE
from extractor.model.edtf import Days

_DAY_BITS, _NUMBER_BITS, _FAR_BITS, _WIDE_BITS = 22, 25, 12, 4  # of one whole number, which has 63
_WIDEST = (1 << _WIDE_BITS) - 1
_FARTHEST = (1 << _FAR_BITS) - 1
_PER_DECADE = 400  # steps of distance
_LAST_NUMBER = (1 << _NUMBER_BITS) - 1


class Asked(NamedTuple):
    """What hits are close to: words, numbers, days."""

    words: Sought | None
    conditions: Sequence[Condition]
    periods: Sequence[Days]


def by_relevance(connection: sqlite3.Connection, kept: Kept, hits: Rows, asked: Asked, needed: int) -> Rows:
    """The first hits, as many as are needed: tier after tier is asked until there are enough."""
    tiers = asked.words.tiers if asked.words else ()
    find = partial(kept.figures_saying, connection)
    chosen: list[Rows] = []
    count = 0
    left = np.zeros(len(kept.everywhere), dtype=np.bool_)
    left[hits] = True
    for tier in tiers:
        if count >= needed or count == len(hits):
            break
        inside = tier.among(left, find)
        if inside.any():
            some = np.flatnonzero(inside)
            chosen.append(_first(_closeness(kept, some, asked), some, needed - count))
            count += len(chosen[-1])
            left &= ~inside
    if count < needed:
        some = np.flatnonzero(left) if chosen else hits
        chosen.append(_first(_closeness(kept, some, asked), some, needed - count))
    return np.concatenate(chosen)


def by_column(kept: Kept, hits: Rows, sort: Sort, needed: int) -> Rows:
    """The first hits by value or by day; those that have none come last, and what is alike stays in order."""
    down = sort.startswith("-")
    name = sort.removeprefix("-")
    if name == "date":
        keys = kept.columns["day"].take(hits).astype(np.float64)
        keys[keys == 0] = np.nan
    else:
        keys = kept.columns["high" if down else "low"].take(hits) * _in_base(kept).take(kept.columns["unit"].take(hits))
    keys = -keys if down else keys
    if needed < len(hits):
        last = np.partition(keys, needed)[needed]  # what is no number stands at the end
        some = np.flatnonzero(~(keys > last))
        keys, hits = keys[some], hits[some]
    return hits[np.argsort(keys, kind="stable")[:needed]]


def _in_base(kept: Kept) -> NDArray[np.float64]:
    """For each unit what one of it is in the base of its kind, so that metres and kilometres are in order."""
    factors = np.ones(max(kept.names["unit"], default=0) + 1)
    for code, name in kept.names["unit"].items():
        factors[code] = float(IN_BASE.get(name.value, 1))
    return factors


def _closeness(kept: Kept, hits: Rows, asked: Asked) -> NDArray[np.int64]:
    """What orders hits that say the words alike: one number, the larger the closer."""
    near = np.zeros(len(hits), dtype=np.int64)
    if asked.conditions:
        with np.errstate(divide="ignore", over="ignore"):
            steps = np.log10(1 + distance(kept, hits, asked.conditions) * 10) * _PER_DECADE
        near = _FARTHEST - np.minimum(np.ceil(steps), _FARTHEST).astype(np.int64)
    if asked.periods:
        near = (near << _WIDE_BITS) + _tightness(kept, hits, asked.periods)
    newest = kept.columns["day"].take(hits).astype(np.int64)
    keys: NDArray[np.int64] = (near << _DAY_BITS) + newest
    keys <<= _NUMBER_BITS
    keys += _LAST_NUMBER - np.minimum(hits, _LAST_NUMBER)
    return keys


def _tightness(kept: Kept, hits: Rows, periods: Sequence[Days]) -> NDArray[np.int64]:
    """How little of the period of each hit lies outside those that are asked for: the whole scale where none does."""
    first, last = (one.astype(np.int64) for one in days(kept, hits))
    outside = np.full(len(hits), np.iinfo(np.int64).max)
    for one in periods:
        before = np.maximum(one.first.toordinal() - first, 0) if one.first else 0
        behind = np.maximum(last - one.last.toordinal(), 0) if one.last else 0
        outside = np.minimum(outside, before + behind)
    steps = np.ceil(np.log2(1.0 + outside)).astype(np.int64)
    tight: NDArray[np.int64] = _WIDEST - np.minimum(steps, _WIDEST)
    return tight


def _first(keys: NDArray[np.int64], hits: Rows, needed: int) -> Rows:
    """The hits of the largest keys, in their order."""
    if needed < len(hits):
        some = np.argpartition(-keys, needed)[:needed]
        keys, hits = keys[some], hits[some]
    return hits[np.argsort(-keys, kind="stable")]
