"""How many of the hits have each value of each facet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from extractor.archive.columns import CODES
from extractor.archive.labels import CALLED
from extractor.archive.search.filtering import NEVER, days, together
from extractor.archive.search.kept import Kept, Rows
from extractor.archive.search.words import Mask
from extractor.archive.shapes import FACETS, FacetValue

MOST_VALUES = 100  # of one facet that are told, the most frequent ones


def facets_of(kept: Kept, rows: Rows, left: Mapping[str, Mask]) -> dict[str, tuple[FacetValue, ...]]:
    """The values of each facet, from the most frequent on; years from the last on.

    Each facet is counted under all filters but its own, so that it shows what else could be chosen.
    """
    all_of_them = rows[together(left, len(rows))]
    found = {}
    for facet in FACETS:
        hits = rows[together(left, len(rows), but=facet)] if facet in left else all_of_them
        found[facet] = _years(kept, hits) if facet == "year" else _values(kept, facet, hits)
    return found


def _values(kept: Kept, facet: str, hits: Rows) -> tuple[FacetValue, ...]:
    counts = np.bincount(kept.columns[facet].take(hits))
    codes = np.flatnonzero(counts[1:]) + 1
    most = codes[np.argsort(-counts[codes], kind="stable")][:MOST_VALUES]
    return tuple(_value(kept, facet, int(code), int(counts[code])) for code in most)


def _value(kept: Kept, facet: str, code: int, count: int) -> FacetValue:
    if facet in CODES:
        value = CODES[facet][code - 1]
        called = CALLED[facet][value]
        return FacetValue(value, called.vi, called.en, count)
    return FacetValue(*kept.names[facet][code], count)


def _years(kept: Kept, hits: Rows) -> tuple[FacetValue, ...]:
    """How many of the hits have a period that overlaps each year; what goes on counts up to the last year named."""
    first, last = days(kept, hits)
    known = first > 0
    first, last = first[known], last[known]
    ends = last[last < NEVER]
    if not len(first):
        return ()
    final = max(int(first.max()), int(ends.max(initial=0)))
    begun, ended = _year(first), _year(np.minimum(last, final))
    earliest = int(begun.min())
    steps = np.bincount(begun - earliest, minlength=int(ended.max()) - earliest + 2).astype(np.int64)
    steps -= np.bincount(ended - earliest + 1, minlength=len(steps))[: len(steps)]
    counts = np.cumsum(steps)
    years = [(earliest + at, int(count)) for at, count in enumerate(counts) if count]
    return tuple(FacetValue(str(year), str(year), str(year), count) for year, count in reversed(years))


def _year(ordinals: np.ndarray) -> np.ndarray:
    """The years of days."""
    first, last = (date.fromordinal(int(one)).year for one in (ordinals.min(), ordinals.max()))
    begins = np.array([date(year, 1, 1).toordinal() for year in range(first, last + 1)])
    return np.searchsorted(begins, ordinals, side="right") - 1 + first
