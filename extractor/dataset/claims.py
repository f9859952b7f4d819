"""What a figure claims: which true values its words allow, as an interval; merge and audit compare these.

How close a modifier is meant is no law of the language. The shares below hold for what writers do on the development
gold (`trên 400` beside 421, `gần 369 triệu` beside 368.950.000). They are narrow: a statement that is not joined is
shown beside the other, one that is joined wrongly hides it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from extractor.language.patterns import one_of
from extractor.lexicon.numerals import SCALES, SHORTHANDS
from extractor.model.records import FigureBase
from extractor.model.shapes import Modifier, Verdict

ZERO, ONE, TEN = Decimal(0), Decimal(1), Decimal(10)
ALL = 100  # per cent: all of them, and not 99,8
# trên, hơn: up to the next number with as many figures (trên 400: 500), since the writer would have said that one; of
# small numbers that is far (trên 10: 20), so no more than a quarter above.
MOST_ABOVE = Decimal("0.25")
# gần, ngót: from the number before it with as many figures (gần 25: 24); what is missing is no more than a tenth of it.
MOST_BELOW = Decimal("0.1")
# khoảng, ước: as far to each side as gần is below.
MOST_AROUND = Decimal("0.1")

# Held against an official record, a hedge allows at least a twentieth: gần 125 tỷ is true enough of 123,75 tỷ.
LEAST_HEDGE = Decimal("0.05")
# It is refuted beyond twice its room; between, nobody can tell. What lies above a `trên` is never refuted, however far:
# more than 400 is true of 900.
ROOM = 2
# A plain number that ends in two noughts may be rounded without saying so (600.000 người, of whom there are 603.214): a
# record that rounds to it, and is no more than this share away, does not refute it.
LEAST_NOUGHTS = 2
MOST_ROUNDED = Decimal("0.02")

_SCALE = regex.compile(rf"(?<![\p{{L}}]){one_of((*SCALES, *SHORTHANDS))}(?![\p{{L}}])", regex.IGNORECASE)
_DECIMALS = regex.compile(r"\d,(?P<figures>\d+)(?!.*\d,\d)", regex.DOTALL)


class Interval(NamedTuple):
    """The values that a claim allows; an end that is None is open to infinity, `open` ends are no values themselves."""

    low: Decimal | None
    high: Decimal | None
    open_low: bool = False
    open_high: bool = False

    @property
    def width(self) -> Decimal:
        """How much it leaves open."""
        return Decimal("Infinity") if self.low is None or self.high is None else self.high - self.low

    @property
    def bounded(self) -> bool:
        """Whether it says about how much, and is no mere limit (ít nhất 95%, dưới 5%)."""
        return self.low is not None and self.high is not None


class Said(NamedTuple):
    """The number of a figure as it was said; `step` is the size of the last figure written: 3,5 triệu has 100.000."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier
    step: Decimal = ZERO

    @classmethod
    def of(cls, figure: FigureBase) -> Said:
        """What a figure says."""
        return cls(figure.value, figure.low, figure.high, figure.modifier, written_step(figure))

    @property
    def number(self) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """The number or range without its modifier."""
        return self.value, self.low, self.high


def written_step(figure: FigureBase) -> Decimal:
    """The size of the last figure written (421 mô hình: 0, counted one by one); 600 km: 1; 3,5 triệu: 100.000."""
    if figure.value is None or (figure.kind == "percent" and figure.value == ALL):
        return ZERO
    scales = [found[0].lower() for found in _SCALE.finditer(figure.text)]
    scale = Decimal((SCALES | SHORTHANDS)[scales[-1]]) if scales else ONE
    exponent = (figure.value / scale).normalize().as_tuple().exponent
    written = _DECIMALS.search(figure.text)  # 36,10 triệu is more exact than 36,1 triệu
    decimals = max(-exponent if isinstance(exponent, int) else 0, len(written["figures"]) if written else 0)
    if decimals > 0:
        return scale * TEN**-decimals
    counted = figure.kind in ("count", "ratio") and not scales
    return ZERO if counted else scale


@lru_cache(maxsize=65536)
def interval(said: Said) -> Interval:
    """The values that what was said allows."""
    if said.value is None:
        return Interval(said.low, said.high)
    if said.value < 0 and said.modifier in ("more_than", "nearly"):  # âm hơn 12 tỷ: further below zero than that
        above = interval(said._replace(value=-said.value))
        low, high = above.high, above.low
        return Interval(None if low is None else -low, None if high is None else -high, above.open_high, above.open_low)
    value, half = said.value, said.step / 2
    near = _near(value)
    match said.modifier:
        case "more_than":
            return Interval(value, value + max(min(near, MOST_ABOVE * abs(value)), half), open_low=True)
        case "nearly":
            return Interval(value - max(min(near, MOST_BELOW * abs(value)), half), value, open_high=True)
        case "approx":
            around = max(MOST_AROUND * abs(value), half)
            return Interval(value - around, value + around)
        case "at_least":
            return Interval(value, None)
        case "at_most":
            return Interval(None, value)
        case "less_than":
            return Interval(None, value, open_high=True)
        case _:
            return Interval(value - half, value + half, open_high=half > 0)


def _near(value: Decimal) -> Decimal:
    """From a number to the next with as many figures: 400 to 500, 12,2 to 12,3."""
    exponent = value.normalize().as_tuple().exponent
    return TEN**exponent if value and isinstance(exponent, int) else ONE


def figures_written(value: Decimal | None) -> int:
    """How many figures of a number tell it from others: 3 of 421, 2 of 3,5 triệu, 1 of 900.000."""
    return len(value.normalize().as_tuple().digits) if value else 0


def common(intervals: Iterable[Interval]) -> Interval | None:
    """The values that all intervals allow; None where there are none."""
    low: Decimal | None = None
    high: Decimal | None = None
    open_low = open_high = False
    for one in intervals:
        bottom, top = one.low, one.high
        if bottom is not None and (low is None or bottom > low or (one.open_low > open_low and bottom == low)):
            low, open_low = bottom, one.open_low
        if top is not None and (high is None or top < high or (one.open_high > open_high and top == high)):
            high, open_high = top, one.open_high
    if low is not None and high is not None and (low > high or (low == high and (open_low or open_high))):
        return None
    return Interval(low, high, open_low, open_high)


def compatible(one: Said, other: Said) -> bool:
    """Whether both can be true of one value: trên 400 and 421, 3,5 triệu and 3.480.000."""
    return can_all_be_true((one, other))


def can_all_be_true(said: Iterable[Said]) -> bool:
    """Whether what was said can all be true of one value; what is only shortened holds with the long form."""
    every = list(said)
    hedged = [one for one in every if one.modifier != "exact"]
    return common(interval(one) for one in every if not (hedged and is_shortened(one, hedged))) is not None


def is_shortened(said: Said, others: Iterable[Said]) -> bool:
    """Whether a round number lost the modifier that it has elsewhere: a title says 18.000 chai, the text hơn 18.000."""
    round_number = said.value is not None and said.value >= TEN and said.value % TEN == 0
    plain = said.modifier == "exact" and round_number
    return plain and any(one.modifier != "exact" and one.number == said.number for one in others)


def allows_contraries(said: Said, others: Iterable[Said]) -> bool:
    """Whether what was said allows others that cannot all be true: trên 400 beside 421 and 435."""
    return not can_all_be_true(other for other in others if compatible(said, other))


def rounds(one: Said, other: Said) -> bool:
    """Whether one is the other in fewer figures: gần 25 km and 24,6 km, but not khoảng 2,16% and khoảng 2,23%."""
    if one.value is None or other.value is None or not (interval(one).bounded and interval(other).bounded):
        return False
    return figures_written(one.value) != figures_written(other.value) and compatible(one, other)


Why = Literal["allowed", "outside", "far", "limit", "rounded"]


class Judged(NamedTuple):
    """What an official value says of a claim, and why.

    `far`: the hedge leaves it open, but it lies farther off than people mean; `limit`: it is the number itself that was
    only said to be above or below; `rounded`: the number may be rounded without saying so.
    """

    verdict: Verdict
    why: Why


def judged(said: Said, official: Interval) -> Judged:
    """What an official value, with what its own rounding leaves open, says of a claim.

    Supported is a claim that allows it: `trên 400` by 421, `3,5 tỷ` by 3.480.000.000, `ít nhất 95%` by 97%. Refuted is
    one that no reading lets be true: `trên 400` by 380, `gần 900` by 901 or 600, 421 by 422. All between is undecided:
    `trên 400` by 900, `gần 900` by 750, `trên 400` by 400, a plain 600.000 by 603.214.
    """
    if said.value is not None and said.value < 0:
        high, low = official.low, official.high
        turned = Interval(None if low is None else -low, None if high is None else -high)
        return judged(said._replace(value=-said.value, modifier=_TURNED.get(said.modifier, said.modifier)), turned)
    if any(common((allowed, official)) is not None for allowed in (interval(said), _hedged(said))):
        return Judged("supported", "allowed")
    if common((_room(said), official)) is None:
        return Judged("refuted", "outside")
    if said.modifier == "exact":
        return Judged("not_enough_info", "rounded")
    at_limit = said.value is not None and common((Interval(said.value, said.value), official)) is not None
    return Judged("not_enough_info", "limit" if at_limit else "far")


# What a limit on a number below zero is of the number without its sign.
_TURNED: dict[Modifier, Modifier] = {"at_least": "at_most", "at_most": "at_least", "less_than": "at_least"}


def _hedged(said: Said) -> Interval:
    """The values that a hedge allows however exact its number is."""
    value = said.value
    if value is not None and said.modifier == "more_than":
        return Interval(value, value + LEAST_HEDGE * value, open_low=True)
    if value is not None and said.modifier == "nearly":
        return Interval(value - LEAST_HEDGE * value, value, open_high=True)
    return interval(said)


def _room(said: Said) -> Interval:
    """All values that a claim of an amount can be argued to allow."""
    if said.value is None:
        return Interval(said.low, said.high)
    value = said.value
    match said.modifier:
        case "more_than" | "at_least":
            return Interval(value, None)
        case "nearly":
            return Interval(value - ROOM * MOST_BELOW * value, value)
        case "approx":
            around = ROOM * MOST_AROUND * value
            return Interval(value - around, value + around)
        case "less_than" | "at_most":
            return Interval(None, value)
        case _:
            half = max(said.step / 2, min(_noughts(value) / 2, MOST_ROUNDED * value))
            return Interval(value - half, value + half)


def _noughts(value: Decimal) -> Decimal:
    """The size of the last figure that is no nought, of a number that ends in noughts: 1.000 of 603.000."""
    exponent = value.normalize().as_tuple().exponent
    if value > ALL and isinstance(exponent, int) and exponent >= LEAST_NOUGHTS:
        return TEN**exponent
    return ZERO
