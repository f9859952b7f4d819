"""How the values of hits lie: bins between round numbers, in the unit that most hits have."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from extractor.archive.search.kept import Kept, Rows
from extractor.archive.shapes import Bin, Histogram

MOST_BINS = 24
LOG_FROM = 100.0  # where the largest value is so many times the smallest, bins are even on a logarithmic scale
LEAST_VALUES = 2  # different ones: what is all alike needs no picture
_STEPS = (1, 2, 2.5, 5, 10)
_IN_A_DECADE = ((1, 2, 5), (1, 3), (1,))  # edges: as many as fit


def histogram_of(kept: Kept, hits: Rows) -> Histogram | None:
    """The histogram of the hits; None where there are too few values for one. Of a range its middle counts."""
    units = kept.columns["unit"].take(hits)
    if not len(units):
        return None
    unit = int(np.bincount(units).argmax())
    of_unit = hits[units == unit]
    values = (kept.columns["low"].take(of_unit) + kept.columns["high"].take(of_unit)) / 2
    values = values[np.isfinite(values)]
    if unit == 0 or len(values) < LEAST_VALUES or values.min() == values.max():
        return None
    log = bool(values.min() > 0 and values.max() / values.min() > LOG_FROM)
    edges = _log_edges(values) if log else _even_edges(values)
    counts, _ = np.histogram(values, edges)
    bins = tuple(Bin(edges[at], edges[at + 1], int(count)) for at, count in enumerate(counts))
    return Histogram(kept.names["unit"][unit].value, bins, log)


def _even_edges(values: NDArray[np.float64]) -> list[float]:
    """Round numbers as far apart as each other, from below the smallest value to above the largest."""
    low, high = float(values.min()), float(values.max())
    rough = (high - low) / MOST_BINS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(step * power for step in _STEPS if step * power >= rough * (1 - 1e-9))
    first, last = math.floor(low / step), math.floor(high / step) + 1
    return [at * step for at in range(first, last + 1)]


def _log_edges(values: NDArray[np.float64]) -> list[float]:
    """Round numbers that grow alike."""
    first, last = math.floor(math.log10(values.min())), math.floor(math.log10(values.max())) + 1
    inside = next((some for some in _IN_A_DECADE if (last - first) * len(some) <= MOST_BINS), _IN_A_DECADE[-1])
    edges = [float(f"{part}e{power}") for power in range(first, last) for part in inside] + [float(f"1e{last}")]
    low = max(at for at, edge in enumerate(edges) if edge <= values.min())
    high = min(at for at, edge in enumerate(edges) if edge > values.max())
    return edges[low : high + 1]
