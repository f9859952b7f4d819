"""Intervals added, multiplied and held against each other, and numbers as Vietnamese writes them.

An interval holds the values that a claim allows (`dataset/claims.py`). A sum of rounded parts is known as well as its
parts are: this is how XBRL Calculations 1.1 sums (interval arithmetic over what each rounding leaves open).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from extractor.dataset.claims import Interval, Said, common, interval, written_step
from extractor.model.records import FigureBase

ZERO, HUNDRED = Decimal(0), Decimal(100)
UNIT_WORDS = {"VND": "đồng", "t": "tấn"}
MOST_FRACTION = 4  # digits behind the comma of a number that was worked out


def claimed(figure: FigureBase) -> Interval:
    """The values that a figure claims."""
    return interval(Said.of(figure))


def point(value: Decimal) -> Interval:
    """The interval of one value."""
    return Interval(value, value)


def added(intervals: Iterable[Interval]) -> Interval:
    """The values that a sum of one value of each may have."""
    low: Decimal | None = ZERO
    high: Decimal | None = ZERO
    open_low = open_high = False
    for one in intervals:
        low = None if low is None or one.low is None else low + one.low
        high = None if high is None or one.high is None else high + one.high
        open_low, open_high = open_low or one.open_low, open_high or one.open_high
    return Interval(low, high, open_low, open_high)


def multiplied(one: Interval, other: Interval) -> Interval:
    """The values that a product of two amounts may have, neither of which is below zero."""
    low = ZERO if one.low is None or other.low is None else max(one.low, ZERO) * max(other.low, ZERO)
    high = None if one.high is None or other.high is None else one.high * other.high
    open_low = one.open_low or other.open_low if low else _is_above_zero(one) and _is_above_zero(other)
    return Interval(low, high, open_low, bool(high) and (one.open_high or other.open_high))


def divided(one: Interval, other: Interval) -> Interval:
    """The values that an amount over another may have, neither below zero; an end is open where it may be 0."""
    low = ZERO if one.low is None or not other.high else max(one.low, ZERO) / other.high
    high = None if one.high is None or not other.low or other.low < 0 else one.high / other.low
    open_low = one.open_low or other.open_high if low else _is_above_zero(one)
    return Interval(low, high, open_low, bool(high) and (one.open_high or other.open_low))


def _is_above_zero(one: Interval) -> bool:
    """Whether an interval does not allow 0 or less."""
    return one.low is not None and (one.low > ZERO or (one.low == ZERO and one.open_low))


def overlap(one: Interval, other: Interval) -> bool:
    """Whether some value is allowed by both."""
    return common((one, other)) is not None


def holds(outer: Interval, inner: Interval) -> bool:
    """Whether every value of the second is allowed by the first."""
    low = outer.low is None or (
        inner.low is not None
        and (inner.low > outer.low or (inner.low == outer.low and (not outer.open_low or inner.open_low)))
    )
    high = outer.high is None or (
        inner.high is not None
        and (inner.high < outer.high or (inner.high == outer.high and (not outer.open_high or inner.open_high)))
    )
    return low and high


def distance(one: Interval, other: Interval) -> Decimal:
    """How far two intervals lie apart, as a share of the larger of the ends that face each other; 0 where they meet."""
    if one.low is not None and other.high is not None and one.low > other.high:
        near, far = other.high, one.low
    elif other.low is not None and one.high is not None and other.low > one.high:
        near, far = one.high, other.low
    else:
        return ZERO
    return abs(far - near) / max(abs(far), abs(near))


def one_digit_apart(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ in one digit of their writing: 917 and 915, 4,3 and 7,3; a slip of the hand."""
    if one < 0 or other < 0:
        return False
    pairs = _digits(one, other)
    return sum(mine != theirs for mine, theirs in pairs) == 1


def digits_swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ by two neighbouring digits that changed places: 421 and 412."""
    if one < 0 or other < 0:
        return False
    pairs = _digits(one, other)
    unlike = [at for at, (mine, theirs) in enumerate(pairs) if mine != theirs]
    return len(unlike) == 2 and unlike[1] == unlike[0] + 1 and pairs[unlike[0]] == pairs[unlike[1]][::-1]


def slips_into(value: Decimal, allowed: Interval) -> bool:
    """Whether a number with one digit written otherwise, or two changed places, is one that is allowed."""
    exponent = min(0, int(value.normalize().as_tuple().exponent))
    text = str(int(value.scaleb(-exponent)))
    others = {f"{text[:at]}{digit}{text[at + 1 :]}" for at in range(len(text)) for digit in "0123456789"}
    others |= {f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}" for at in range(len(text) - 1)}
    return any(overlap(allowed, point(Decimal(other).scaleb(exponent))) for other in others - {text})


def _digits(one: Decimal, other: Decimal) -> list[tuple[str, str]]:
    """The digits of two numbers, those of one place together."""
    exponent = min(int(number.normalize().as_tuple().exponent) for number in (one, other))
    texts = [str(int(number.scaleb(-exponent))) for number in (one, other)]
    width = max(map(len, texts))
    return list(zip(*(text.zfill(width) for text in texts), strict=True))


def written(value: Decimal) -> str:
    """A number as Vietnamese writes it: 1.234,5."""
    rounded = round(value, MOST_FRACTION).normalize()
    whole, _, fraction = f"{rounded:,f}".partition(".")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def in_english(value: Decimal) -> str:
    """A number as English writes it: 1,234.5."""
    return f"{round(value, MOST_FRACTION).normalize():,f}"


def loosely(figure: FigureBase) -> Interval:
    """The values of a share or change, which may have been rounded or cut off: 77,5% of 77,58."""
    stated, step = claimed(figure), written_step(figure)
    if figure.value is None or figure.modifier != "exact" or not step:
        return stated
    return Interval(figure.value - step / 2, figure.value + step, open_high=True)


def rounded(one: Interval, digits: int = 2) -> Interval:
    """The interval with so many digits behind the point, for people."""
    ends = [None if end is None else round(end, digits) for end in (one.low, one.high)]
    return Interval(ends[0], ends[1])


def unit_written(figure: FigureBase) -> str:
    """The unit of a figure as people write it: đồng, tấn."""
    return UNIT_WORDS.get(figure.unit, figure.unit)


def bounds_in_english(one: Interval) -> str:
    """An interval as English writes it: 915; 900 to 950; at least 900."""
    if one.low is not None and one.low == one.high:
        return in_english(one.low)
    if one.low is not None and one.high is not None:
        return f"{in_english(one.low)} to {in_english(one.high)}"
    if one.low is not None:
        return f"{'more than' if one.open_low else 'at least'} {in_english(one.low)}"
    return (
        f"{'less than' if one.open_high else 'at most'} {in_english(one.high)}" if one.high is not None else "anything"
    )


def plainly(figure: FigureBase) -> str:
    """The number of a figure as it is reckoned with: 4,2; 900 – 950."""
    return written(figure.value) if figure.value is not None else bounds_written(claimed(figure))


def bounds_written(one: Interval) -> str:
    """An interval as people write it: 915; 900 – 950; ≥ 900; < 5."""
    if one.low is not None and one.low == one.high:
        return written(one.low)
    if one.low is not None and one.high is not None:
        return f"{written(one.low)} – {written(one.high)}"
    if one.low is not None:
        return f"{'>' if one.open_low else '≥'} {written(one.low)}"
    return f"{'<' if one.open_high else '≤'} {written(one.high)}" if one.high is not None else "–"
