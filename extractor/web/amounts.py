"""Amounts as people read them: 61 tỷ đồng, hơn 3,8%, 24/24 xã; never with fewer digits than were stated."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.audit.numbers import UNIT_WORDS
from extractor.audit.report.words import FIELDS, Both
from extractor.model.records import SURE, Fact, FigureBase, Stated
from extractor.model.shapes import Change, Modifier
from extractor.web.speaking import Tongue

SCALES = (  # of money: what large amounts are told in
    (Decimal(10**9), Both("tỷ", "billion")),
    (Decimal(10**6), Both("triệu", "million")),
)
LEAST_SCALED = Decimal(10**6)
MOST_FRACTION = 4  # digits behind the comma that `written` shows: with more the number is told in full
MODIFIED: dict[Modifier, Both] = {
    "exact": Both("", ""),
    "more_than": Both("hơn", "more than"),
    "less_than": Both("dưới", "less than"),
    "nearly": Both("gần", "nearly"),
    "approx": Both("khoảng", "about"),
    "at_least": Both("ít nhất", "at least"),
    "at_most": Both("nhiều nhất", "at most"),
}
CHANGED: dict[Change, Both] = {"increase": Both("tăng", "up"), "decrease": Both("giảm", "down")}
JOINED = ("%", "‰", "°C")  # units that are written close to the number


class Ends(NamedTuple):
    """A value or a range that no record states, to be told as theirs are."""

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: Modifier = "exact"


class Amount(NamedTuple):
    """An amount in two parts: the words and number of the page's language, and the unit as the article has it."""

    number: str
    unit: str
    close: bool  # whether no blank stands between them

    def __str__(self) -> str:
        return f"{self.number}{'' if self.close else ' '}{self.unit}" if self.unit else self.number


def amount(
    tongue: Tongue, stated: FigureBase | Fact | Stated | Ends, unit: str, *, total: Decimal | None = None,
    per: str | None = None, change: Change | None = None,
) -> Amount:  # fmt: skip
    """What is stated, for people."""
    ends = [one for one in (stated.value, stated.low, stated.high) if one is not None]
    scale, word = _scale(ends, unit)
    low, high = (stated.low, stated.high) if stated.value is None else (stated.value, stated.value)
    number = tongue.range(*(None if one is None else one / scale for one in (low, high)))
    if total is not None:
        number = f"{number}/{tongue.number(total)}"
    lead = (tongue.both(CHANGED[change]) if change else "", tongue.both(MODIFIED[stated.modifier]))
    words = " ".join(filter(None, (*lead, number, tongue.both(word))))
    symbol = UNIT_WORDS.get(unit, unit)
    return Amount(words, f"{symbol}/{per}" if per else symbol, symbol in JOINED)


def of_record(tongue: Tongue, one: FigureBase | Fact) -> Amount:
    """The amount of a figure or fact."""
    return amount(tongue, one, one.unit, total=one.total, per=one.per, change=one.change)


def about(one: FigureBase | Fact) -> str:
    """What a figure or fact counts or measures, with its class and what was done; what says it again is left out."""
    said: list[str] = []
    for part in (one.item, one.category, one.action):
        if part and not any(part.lower() in other.lower() for other in said):
            said.append(" ".join(part.split()))
    return " · ".join(said)


class Doubt(NamedTuple):
    """A field that is not sure, and how likely it is right."""

    name: Both
    likely: float


class Doubts(NamedTuple):
    """The fields of a figure that are not sure; None where one is."""

    quantity: Doubt | None
    item: Doubt | None
    place: Doubt | None
    period: Doubt | None
    status: Doubt | None

    @property
    def told(self) -> tuple[Doubt, ...]:
        """Those that there are."""
        return tuple(one for one in self if one)


def doubts(figure: FigureBase) -> Doubts:
    """The fields of a figure that are not sure."""
    shares = {name: getattr(figure.confidence, name) for name in FIELDS}
    return Doubts(**{name: Doubt(FIELDS[name], share) if share < SURE else None for name, share in shares.items()})


def scale_of(unit: str, values: Sequence[Decimal]) -> tuple[Decimal, Both]:
    """The scale that a chart of money is told in: that of its largest value."""
    most = max(map(abs, values), default=Decimal(0))
    fit = (one for one in SCALES if unit == "VND" and most >= one[0])
    return next(fit, (Decimal(1), Both("", "")))


def _scale(ends: list[Decimal], unit: str) -> tuple[Decimal, Both]:
    """The scale that money is told in: the largest in which no digit is lost."""
    least = min(map(abs, ends), default=Decimal(0))
    for scale, word in SCALES if unit == "VND" and least >= LEAST_SCALED else ():
        scaled = [one / scale for one in ends]
        if least >= scale and all(one == round(one, MOST_FRACTION) for one in scaled):
            return scale, word
    return Decimal(1), Both("", "")


def of_stated(tongue: Tongue, one: Stated, fact: Fact) -> Amount:
    """One of the values that a fact has, in its unit."""
    return amount(tongue, one, fact.unit, per=fact.per, change=fact.change)
