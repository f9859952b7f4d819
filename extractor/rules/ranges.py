"""Numbers that belong together: ranges (2 - 3 buổi, từ 3.000 đến trên 4.000) and ratios (24/24 xã)."""

from __future__ import annotations

from decimal import Decimal

import regex

from extractor.numbers import Numeral, read_number
from extractor.rules.modifiers import modifier_before
from extractor.shapes import Amount

_BETWEEN = regex.compile(r"\s*(?P<sep>-|–|÷|~|\b(?:đến|tới))\s*", regex.IGNORECASE)
_FROM = regex.compile(r"\btừ\s+$", regex.IGNORECASE)
_LEVELS = regex.compile(r"\b(?:lên|xuống|còn|tăng|giảm)\b", regex.IGNORECASE)
_SLASH = regex.compile(r"\s?/\s?|\s+(?:trên|trong)\s+(?:(?:tổng\s+)?số\s+)?(?:hơn\s+|gần\s+|khoảng\s+)?")
_COEFFICIENT = regex.compile(r"[\d.,]+")


def single(text: str, numeral: Numeral) -> Amount:
    """One numeral with the modifier before it."""
    start, modifier, rule = modifier_before(text, numeral.start, text[numeral.end : numeral.end + 20])
    return Amount(start, numeral.end, numeral.start, numeral.value, modifier=modifier, modifier_rule=rule,
                  words=numeral.form == "words", scaled=_scaled(text, numeral))  # fmt: skip


def _scaled(text: str, numeral: Numeral) -> bool:
    return numeral.form != "digits" and numeral.value is not None and abs(numeral.value) >= 1000


def _spread(text: str, first: Numeral, second: Numeral) -> Decimal | None:
    """The first value with the second's scale where it has none of its own: 3-7 triệu is from three million."""
    assert first.value is not None
    assert second.value is not None
    coefficient = _COEFFICIENT.match(text, second.start, second.end)
    if first.form != "digits" or second.form != "mixed" or not coefficient:
        return first.value
    own = read_number(coefficient[0])
    if not own or first.value > own:
        return first.value
    return first.value * (second.value / own)


def join_range(text: str, first: Numeral, second: Numeral) -> Amount | None:
    """The range that two neighbouring numerals state; None where they state two numbers.

    `từ 12% xuống 8%` are two levels (GUIDELINES.md, 4); a repeated unit between them is passed over.
    """
    if first.value is None or second.value is None:
        return None
    between = text[first.end : second.start]
    opened = _FROM.search(text, max(0, first.start - 8), first.start)
    start, _, _ = modifier_before(text, first.start, "")
    opened = opened or _FROM.search(text, max(0, start - 8), start)
    match = _BETWEEN.match(between)
    if not match and opened:  # từ 10 triệu đồng đến 15 triệu đồng
        unit = regex.match(r"(?P<unit>\s*[^\d,;.()]{1,14}?)\s*\b(?P<sep>đến|tới)\s+", between)
        if (
            not unit
            or _LEVELS.search(between)
            or not text.startswith(unit["unit"].strip(), second.end + (text[second.end : second.end + 1] == " "))
        ):
            return None
        match = unit
    if not match or _LEVELS.search(between):
        return None
    bent = modifier_before(text, second.start, "")
    if bent.start > first.end + match.end() or between[match.end() : bent.start - first.end].strip():
        return None
    if (
        match["sep"] in ("đến", "tới")
        and not opened
        and len(match[0]) < len(between[: bent.start - first.end].rstrip())
    ):
        return None
    low, high = _spread(text, first, second), second.value
    if low is None or low >= high:
        return None
    outer = modifier_before(text, opened.start() if opened else first.start, "")
    modifier = bent if bent.modifier != "exact" else outer
    return Amount(outer.start, second.end, first.start, None, low, high, None, modifier.modifier, modifier.rule,
                  scaled=_scaled(text, second), numerals=2)  # fmt: skip


def join_ratio(text: str, first: Numeral, second: Numeral) -> Amount | None:
    """The ratio n/m that two numerals state: 24/24 xã, gần 2/3 con đường, 39 trên tổng số 80 người, 7 trong 20 xã."""
    if first.value is None or second.value is None or "words" in (first.form, second.form):
        return None
    if not _SLASH.fullmatch(text, first.end, second.start) or text[second.end : second.end + 1] == "/":
        return None
    if not 0 <= first.value <= second.value or not second.value:
        return None
    if first.value == 1 and "trong" in text[first.end : second.start]:
        return None  # là 1 trong 9 tỉnh: one of them
    start, modifier, rule = modifier_before(text, first.start, text[second.end : second.end + 20])
    return Amount(
        start,
        second.end,
        first.start,
        first.value,
        total=second.value,
        modifier=modifier,
        modifier_rule=rule,
        numerals=2,
    )
