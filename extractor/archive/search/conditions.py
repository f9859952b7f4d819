"""Conditions on numbers over the columns: which figures answer `hơn 5 tỷ`, and how close they are to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.archive.columns import CODES
from extractor.archive.folding import bare, marked
from extractor.archive.search.kept import Kept, Rows
from extractor.archive.search.words import Mask
from extractor.archive.shapes import Condition
from extractor.dataset.claims import Interval, common
from extractor.lexicon.nouns import CLASSIFIERS
from extractor.lexicon.units import IN_BASE, MEASURES, SYMBOLS_ONLY

ONE = Decimal(1)
SCALES = (10**3, 10**6, 10**9)  # 600 finds 600 triệu đồng, which people say more often than 600 đồng
_KIND_OF = {unit.symbol: unit.kind for unit in MEASURES.values()}
_BEFORE_NOUNS = CLASSIFIERS | {"lượt"}  # 300 khách are 300 lượt khách
_ABOVE = tuple(CODES["modifier"].index(one) + 1 for one in ("more_than",))
_BELOW = tuple(CODES["modifier"].index(one) + 1 for one in ("less_than", "nearly"))
_MONEY = CODES["kind"].index("money") + 1


class _Numbers(NamedTuple):
    """The columns of the figures that are looked at."""

    low: NDArray[np.float64]
    high: NDArray[np.float64]
    unit: NDArray[np.int32]
    modifier: NDArray[np.uint8]
    kind: NDArray[np.uint8]

    def at(self, some: NDArray[np.int64]) -> _Numbers:
        """The numbers at some places."""
        low, high = self.low.take(some), self.high.take(some)
        return _Numbers(low, high, self.unit.take(some), self.modifier.take(some), self.kind.take(some))


def answering(connection: sqlite3.Connection, kept: Kept, rows: Rows, conditions: Sequence[Condition]) -> Mask:
    """Which of the figures answer the conditions.

    Those on one unit that can hold of one number must all hold (trên 5 tỷ, dưới 10 tỷ); of others, which no one figure
    can answer (3 tấn gạo, 10 suất quà), one must.
    """
    columns = kept.columns
    numbers = _Numbers(*(columns[name].take(rows) for name in _Numbers._fields))
    found = np.zeros(len(rows), dtype=bool)
    for together in _together(conditions):
        held = np.ones(len(rows), dtype=bool)
        for one in together:
            held &= _of_all(connection, kept, one, rows) if one.total is not None else _one(kept, numbers, one)
        found |= held
    return found


def distance(kept: Kept, rows: Rows, conditions: Sequence[Condition]) -> NDArray[np.float64]:
    """How far the numbers of figures are from what was asked for, as a share of it; 0 where that is no one number."""
    asked = conditions[0] if len(conditions) == 1 else None
    target = asked and _target(asked)
    if asked is None or target is None:
        return np.zeros(len(rows))
    columns = kept.columns
    value = (columns["low"].take(rows) + columns["high"].take(rows)) / 2
    factors = np.ones(max(kept.names["unit"], default=0) + 1)
    for code, factor in _units(kept, asked) if asked.unit else ():
        factors[code] = float(factor)
    number = float(target) * factors.take(columns["unit"].take(rows))
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.abs(value - number) / np.maximum(np.abs(number), np.finfo(float).tiny), nan=0.0)


def _target(asked: Condition) -> Decimal | None:
    """The one number that a condition is about."""
    if asked.low is None or asked.high is None:
        return asked.high if asked.low is None else asked.low
    if asked.low == asked.high or asked.modifier in ("approx", "nearly"):
        return (asked.low + asked.high) / 2 if asked.modifier == "approx" else asked.high
    return None


def _together(conditions: Sequence[Condition]) -> list[list[Condition]]:
    """The conditions, those together that one number can meet."""
    groups: list[list[Condition]] = []
    for one in conditions:
        for group in groups:
            same = (group[0].unit, group[0].total) == (one.unit, one.total) and one.unit is not None
            if same and common(_interval(other) for other in (*group, one)) is not None:
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _interval(one: Condition) -> Interval:
    return Interval(one.low, one.high, one.open_low, one.open_high)


def _one(kept: Kept, numbers: _Numbers, asked: Condition) -> Mask:
    """Which numbers answer a condition."""
    if asked.unit is None:
        return _of_any_unit(numbers, asked)
    found = np.zeros(len(numbers.low), dtype=bool)
    for code, factor in _units(kept, asked):
        at = np.flatnonzero(numbers.unit == code)
        if len(at):
            some = numbers.at(at)
            found[at] = _within(some, asked, factor)
    return found


def _of_any_unit(numbers: _Numbers, asked: Condition) -> Mask:
    """Which numbers answer one without a unit: one that is said alone is an end of what is stated, maybe in đồng."""
    if asked.low is None or asked.low != asked.high:
        return _within(numbers, asked, ONE)
    value = float(asked.low)
    found: Mask = (numbers.low == value) | (numbers.high == value)
    for scale in SCALES:
        found |= (numbers.kind == _MONEY) & (numbers.low == float(asked.low * scale))
    return found


def _within(numbers: _Numbers, asked: Condition, factor: Decimal) -> Mask:
    """Which numbers lie within what is asked for, or say just so: a figure `hơn 5 tỷ` answers `hơn 5 tỷ`."""
    found = np.ones(len(numbers.low), dtype=bool)
    if asked.low is not None:
        low = float(asked.low * factor)
        if asked.open_low:
            found &= (numbers.high > low) | ((numbers.high == low) & np.isin(numbers.modifier, _ABOVE))
        else:
            found &= numbers.high >= low
    if asked.high is not None:
        high = float(asked.high * factor)
        if asked.open_high:
            found &= (numbers.low < high) | ((numbers.low == high) & np.isin(numbers.modifier, _BELOW))
        else:
            found &= numbers.low <= high
    return found


def _of_all(connection: sqlite3.Connection, kept: Kept, asked: Condition, rows: Rows) -> Mask:
    """Which of the figures state so many of so many: 24/24 xã."""
    assert asked.total is not None
    query = "SELECT number FROM figures WHERE unit = ? AND value BETWEEN ? AND ? AND total = ?"
    low, high = (float(one) if one is not None else None for one in (asked.low, asked.high))
    found = [
        number
        for code, _ in _units(kept, asked)
        for (number,) in connection.execute(query, (code, low, high, float(asked.total)))
    ]
    mask: Mask = np.isin(rows, np.array(found, dtype=np.int64))
    return mask


def _units(kept: Kept, asked: Condition) -> Iterable[tuple[int, Decimal]]:
    """The units that figures may have, with what a number of the condition is in them: of a km 1,000 m."""
    assert asked.unit is not None
    if asked.kind in SYMBOLS_ONLY or asked.unit in _KIND_OF:
        base = IN_BASE.get(asked.unit)
        for code, name in kept.names["unit"].items():
            if name.value == asked.unit:
                yield code, ONE
            elif base and name.value in IN_BASE and _KIND_OF[name.value] == _KIND_OF[asked.unit]:
                yield code, base / IN_BASE[name.value]
        return
    fold = bare if bare(asked.unit) == marked(asked.unit) else marked
    noun = fold(asked.unit)
    for code, name in kept.names["unit"].items():
        if any(_is_noun(fold(one), noun, whole=asked.kind == "duration") for one in name.value.split(", ")):
            yield code, ONE


def _is_noun(unit: str, noun: str, *, whole: bool) -> bool:
    """Whether what a figure counts is what is asked for: hộ, and hộ nghèo, and lượt khách where khách are asked for."""
    if unit == noun or whole:
        return unit == noun
    first, _, rest = unit.partition(" ")
    classified = rest == noun and first in _CLASSIFIERS
    return classified or unit.startswith(f"{noun} ") or noun.startswith(f"{unit} ")


_CLASSIFIERS = frozenset(fold(one) for one in _BEFORE_NOUNS for fold in (bare, marked))
