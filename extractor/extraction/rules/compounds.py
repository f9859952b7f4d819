"""Sizes said in two parts: 2 tấn rưỡi, 12km500, 2 km 300 m, từ 500 m2 đến 1,5 ha."""

from __future__ import annotations

from decimal import Decimal

import regex
from msgspec.structs import replace

from extractor.extraction.rules.modifiers import modifier_before
from extractor.extraction.rules.units import UnitFound
from extractor.language.numbers import read_number
from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.numerals import AND_A_HALF
from extractor.lexicon.units import DURATIONS, GLUED_ONLY, IN_BASE, MEASURES
from extractor.model.shapes import Amount, Quantity

HALF = Decimal("0.5")
_HALF_BEHIND = regex_pattern(rf"\s+{one_of(AND_A_HALF)}(?!\w)", regex.IGNORECASE)
_NO_HALVES = ("percent", "ratio", "money")  # hai triệu rưỡi is read with the number
_ONE_AND_A_HALF = regex_pattern(
    rf"\s+(?:{one_of((*MEASURES, *DURATIONS))}|lần)\s+{one_of(AND_A_HALF)}(?!\w)", regex.IGNORECASE
)
# The digits behind a unit are its decimals: 1m65, 3kg2, 12km500; of m2 and m3 they say what the unit is, unless a height.
_SPLIT_UNITS = tuple(words for words in MEASURES if MEASURES[words].symbol in IN_BASE and words.isalpha() and words not in GLUED_ONLY)
_SPLIT = regex_pattern(rf"\s?(?P<unit>{one_of(_SPLIT_UNITS)})(?P<decimals>[0-9]{{1,3}})(?![\w²³]|[.,][0-9])", regex.IGNORECASE)
_HEIGHT = regex_pattern(r"\b(?:cao|sâu|dày|ngập|dâng)(?:\s+(?:hơn|gần|trên|khoảng|tới|đến|thêm|sâu|từ))*\s+$", regex.IGNORECASE)
_WINDOW = 40
KILOMETRES = "km"  # their decimals are metres: 12km500, 12km5, but 12km50 may be fifty metres
_SLASH = regex_pattern(r"\s?/\s?")
_SAME_SIZE = regex_pattern(r"\s+")
_TO = regex_pattern(r"\s*(?P<sep>-|đến|tới)\s*", regex.IGNORECASE)
_FROM = regex_pattern(r"\btừ\s+$", regex.IGNORECASE)


def one_and_a_half(text: str, end: int) -> bool:
    """Whether một, which ends there, counts a unit and its half: một tấn rưỡi."""
    return _ONE_AND_A_HALF.match(text, end) is not None


def read_split(text: str, amount: Amount) -> UnitFound | None:
    """A unit with its decimals behind it: 1m65, 12km500."""
    value = amount.value
    if value is None or amount.total is not None or value != value.to_integral_value():
        return None
    match = _SPLIT.match(text, amount.end)
    if match is None:
        return None
    unit, decimals = MEASURES[match["unit"].lower()], match["decimals"]
    if unit.symbol == KILOMETRES and len(decimals) == 2:
        return None
    squared = f"{match['unit'].lower()}{decimals}" in MEASURES
    if squared and not (unit.symbol == "m" and _HEIGHT.search(text, max(0, amount.start - _WINDOW), amount.start)):
        return None
    part = read_number(f"0,{decimals}") or Decimal(0)
    return UnitFound(unit.kind, unit.symbol, match.start("unit"), match.end(), unit.factor, part)


def with_half(text: str, amount: Amount, unit: UnitFound) -> UnitFound:
    """The unit with the half that may be said behind it: 2 tấn rưỡi."""
    if amount.value is None or unit.part or unit.kind in _NO_HALVES or unit.end <= amount.end:
        return unit
    match = _HALF_BEHIND.match(text, unit.end)
    return replace(unit, end=match.end(), part=HALF) if match else unit


def join_sizes(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """The one quantity that two neighbours state: 2 km 300 m, từ 500 m2 đến 1,5 ha; in the unit of the first."""
    if ratio := _of_all(text, first, second):
        return ratio
    rate = _rate_between(first, second)
    if rate is None or first.value is None or second.value is None or first.per:
        return None
    value = second.value * rate
    value = Decimal(int(value)) if value == value.to_integral_value() else value
    if _SAME_SIZE.fullmatch(text, first.end, second.start):
        whole = first.value == first.value.to_integral_value() and second.amount.modifier == "exact"
        if not (whole and rate < 1 and value < 1):
            return None
        return replace(first, value=first.value + value, end=second.end, unit_end=second.unit_end, per=second.per)
    to = _TO.fullmatch(text, first.end, second.start)
    opened = _FROM.search(text, max(0, first.start - 8), first.start)
    if to is None or not (opened or to["sep"] == "-") or value <= first.value:
        return None
    outer = modifier_before(text, opened.start() if opened else first.start, "")
    modified = second.amount if second.amount.modifier != "exact" else first.amount
    amount = replace(first.amount, start=min(outer.start, first.start), value=None, low=first.value, high=value,
                     modifier=modified.modifier, modifier_rule=modified.modifier_rule)  # fmt: skip
    return replace(first, amount=amount, start=amount.start, end=second.end, value=None, low=first.value, high=value,
                   unit_end=second.unit_end, per=second.per)  # fmt: skip


def _of_all(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """The ratio of a part and its whole that both have their unit: 1.812 tỷ đồng/3.103 tỷ đồng, 500 căn hộ/2.000 căn."""
    if first.per or first.kind != second.kind or first.kind in ("ratio", "percent", "duration"):
        return None
    one, other = first.unit.lower(), second.unit.lower()
    if not (one.startswith(other) or other.startswith(one)) or not _SLASH.fullmatch(text, first.end, second.start):
        return None
    if first.value is None or second.value is None or not 0 <= first.value <= second.value:
        return None
    amount = replace(first.amount, total=second.value)
    return replace(first, amount=amount, kind="ratio", end=second.end, unit_end=second.unit_end, per=second.per, rule="ratio.units")


def _rate_between(first: Quantity, second: Quantity) -> Decimal | None:
    """What one of the second unit is in the first, where both measure the same; None where they do not."""
    if first.kind != second.kind or first.kind == "ratio":
        return None
    if first.unit == second.unit:
        return Decimal(1) if first.kind == "money" else None
    if first.unit not in IN_BASE or second.unit not in IN_BASE:
        return None
    return IN_BASE[second.unit] / IN_BASE[first.unit]


EXAMPLES: tuple[tuple[str, str | None], ...] = (
    ("dài |12|km500 vừa", "12.5"), ("rộng |1|m65.", "1.65"), ("nặng |3|kg2,", "3.2"), ("rộng |250|m2 đất", None), ("sâu |1|m2.", "1.2"),
    ("chứa |12|m3 nước", None), ("đoạn |12|km50 qua", None), ("cao |1|m7.", "1.7"), ("dài |3,5|km2", None),
)  # fmt: skip
