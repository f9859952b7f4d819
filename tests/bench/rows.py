"""Rows of the table: work done in turns, what it took on either side, and how that compares."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import floor, log10
from statistics import median
from typing import NamedTuple, TypeVar

WIDTHS = (47, 15, 37, 15, 7, 25)
MS = 1e3  # milliseconds in a second
T = TypeVar("T")


class Row(NamedTuple):
    """What was measured, ours, against what, theirs, the ratio, and how that lay from turn to turn."""

    what: str
    ours: str
    against: str
    theirs: str
    ratio: str
    spread: str = ""

    def __str__(self) -> str:
        cells = (f"{cell:<{width}}" for cell, width in zip(self, WIDTHS, strict=True))
        return f"| {' | '.join(cells)} |"


HEADING = Row("what", "ours", "against", "theirs", "ratio", "spread")
RULE = Row(*("-" * width for width in WIDTHS))


def told(rows: Iterable[Row]) -> None:
    """Prints rows as they come."""
    for row in rows:
        print(row, flush=True)


def seconds_of(work: Callable[[], object]) -> float:
    """The processor seconds that a piece of work takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turns(works: Mapping[str, Callable[[T], object]], parts: Sequence[T]) -> dict[str, list[float]]:
    """The processor seconds of each work over each part; all take the same part in turn, each turn in reverse order.

    The first part warms up what is loaded, compiled or cached once, and is not among the results.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    order = [*works]
    for part in parts:
        for name in order:
            taken[name].append(seconds_of(lambda work=works[name], part=part: work(part)))  # type: ignore[misc]
        order.reverse()
    return {name: seconds[1:] for name, seconds in taken.items()}


def compared(
    what: str, ours: Sequence[float], against: str, theirs: Sequence[float],
    *, show: Callable[[float], str], speed: bool = False,
) -> Row:  # fmt: skip
    """A row of two costs, each by turn: how many times theirs ours is, or as speed how many times as fast it goes."""
    ratios = [their / our if speed else our / their for our, their in zip(ours, theirs, strict=True)]
    sign = "x" if speed else ""
    turns = f"{short(min(ratios))} to {short(max(ratios))}, {len(ratios)} turn{'s' * (len(ratios) > 1)}"
    return Row(what, show(median(ours)), against, show(median(theirs)), f"{sign}{short(median(ratios))}", turns)


def each(costs: Iterable[float], amounts: Iterable[float]) -> list[float]:
    """Costs by amount: seconds a KB, seconds a figure."""
    return [cost / amount for cost, amount in zip(costs, amounts, strict=True)]


def short(number: float) -> str:
    """A number with three digits that say something, or all before the point."""
    digits = 2 - floor(log10(number)) if number > 0 else 0
    return f"{number:,.{max(0, digits)}f}"


def per_kb(seconds: float) -> str:
    """Seconds a KB, as milliseconds."""
    return f"{short(seconds * MS)} ms/KB"


def per_figure(seconds: float) -> str:
    """Seconds a figure, as microseconds."""
    return f"{short(seconds * 1e6)} µs/figure"
