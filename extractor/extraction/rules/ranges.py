"""Numbers that belong together: ranges (2 - 3 buổi, từ 3.000 đến trên 4.000) and ratios (24/24 xã)."""

from __future__ import annotations

from decimal import Decimal

import regex

from extractor.extraction.rules.modifiers import FoundModifier, modifier_before
from extractor.extraction.rules.signs import modifier_inside
from extractor.language.numbers import Numeral, read_number
from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.modifiers import BEFORE
from extractor.lexicon.numerals import LAST_UNITS, UNITS
from extractor.lexicon.units import CODES_BEFORE
from extractor.model.shapes import Amount

_BETWEEN = regex_pattern(r"\s*(?P<sep>-|–|÷|~|\b(?:đến|tới))\s*", regex.IGNORECASE)
_FROM = regex_pattern(r"\btừ\s+$", regex.IGNORECASE)
_LEVELS = regex_pattern(r"\b(?:lên|xuống|còn|tăng|giảm)\b", regex.IGNORECASE)
_SLASH = regex_pattern(r"\s?/\s?|\s+(?:trên|trong)\s+(?:(?:tổng\s+)?số\s+)?(?:hơn\s+|gần\s+|khoảng\s+)?")
_HOW_MANY = regex_pattern(r"(?:\b(?:có|tại|được|đạt|thành|hết|cả|nay|cho|của|vượt|chỉ)\s|:\s?)$", regex.IGNORECASE)
_PRESSURE = regex_pattern(r"\s?mmHg", regex.IGNORECASE)  # huyết áp 120/80 mmHg
LONGEST_OPENER = 7
DAYS, MONTHS = range(1, 32), range(1, 13)
_COEFFICIENT = regex_pattern(r"[\d.,]+")


_CODE_BEFORE = regex_pattern(rf"(?:(?<!\w){one_of(code for code in CODES_BEFORE if code[0].isalpha())}\s|{one_of(CODES_BEFORE)})\s?$", regex.IGNORECASE)
_FRACTION = regex_pattern(rf"\s+phần\s+(?P<whole>{one_of((*UNITS, *LAST_UNITS, 'mười'))})(?!\w)(?!\s+(?:trăm|nghìn|ngàn|vạn|triệu))", regex.IGNORECASE)
_LONGEST_CODE = max(map(len, CODES_BEFORE)) + 2


def _opens(text: str, start: int) -> int:
    """Where a number begins with the currency before it: USD 34,6 triệu, $200."""
    code = _CODE_BEFORE.search(text, max(0, start - _LONGEST_CODE), start)
    return code.start() if code else start


def _modified(text: str, numeral: Numeral) -> FoundModifier:
    """What the words before a number, before its currency or behind its sign make of it."""
    if inside := modifier_inside(text, numeral):
        return FoundModifier(numeral.start, BEFORE[inside], "modifier.before")
    return modifier_before(text, _opens(text, numeral.start), text[numeral.end : numeral.end + 20])


def single(text: str, numeral: Numeral) -> Amount:
    """One numeral with the modifier before it."""
    start, modifier, rule = _modified(text, numeral)
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


def _below_zero(text: str, first: Numeral, sep: str, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """The ends of a range in order where they lie below zero: âm 1 đến âm 3; âm 2-4 has both there, -2 đến 4 one."""
    if low >= 0:
        return low, high
    both = sep not in ("đến", "tới") and text[first.start] != "-"
    if both and high > 0:
        high = -high
    return min(low, high), max(low, high)


def join_range(text: str, first: Numeral, second: Numeral) -> Amount | None:
    """The range that two neighbouring numerals state; None where they state two numbers.

    `từ 12% xuống 8%` are two levels (GUIDELINES.md, 4); a repeated unit between them is passed over.
    """
    if first.value is None or second.value is None:
        return None
    between = text[first.end : second.start]
    begin = _opens(text, first.start)
    opened = _FROM.search(text, max(0, begin - 8), begin)
    inner = modifier_before(text, begin, "")
    opened = opened or _FROM.search(text, max(0, inner.start - 8), inner.start)
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
    modified = modifier_before(text, second.start, "")
    if modified.start > first.end + match.end() or between[match.end() : modified.start - first.end].strip():
        return None
    if (
        match["sep"] in ("đến", "tới")
        and not opened
        and len(match[0]) < len(between[: modified.start - first.end].rstrip())
    ):
        return None
    low, high = _spread(text, first, second), second.value
    if low is None:
        return None
    low, high = _below_zero(text, first, match["sep"], low, high)
    if low >= high:
        return None
    outer = modifier_before(text, opened.start() if opened else begin, "")
    modifier = next((one for one in (modified, outer, inner) if one.modifier != "exact"), outer)  # từ khoảng 20 đến 25 triệu
    return Amount(outer.start, second.end, first.start, None, low, high, None, modifier.modifier, modifier.rule,
                  scaled=_scaled(text, second))  # fmt: skip


def join_ratio(text: str, first: Numeral, second: Numeral) -> Amount | None:
    """The ratio n/m that two numerals state: 24/24 xã, gần 2/3 con đường, 39 trên tổng số 80 người, 7 trong 20 xã."""
    if first.value is None or second.value is None or "words" in (first.form, second.form):
        return None
    if not _SLASH.fullmatch(text, first.end, second.start) or text[second.end : second.end + 1] == "/":
        return None
    if first.value < 0 or second.value <= 0 or (first.value > second.value and not _more_than_all(text, first, second)):
        return None
    if first.value == 1 and "trong" in text[first.end : second.start]:
        return None  # là 1 trong 9 tỉnh: one of them
    value = _spread(text, first, second)  # 345/520 tỷ đồng
    start, modifier, rule = modifier_before(text, first.start, text[second.end : second.end + 20])
    return Amount(
        start,
        second.end,
        first.start,
        value,
        total=second.value,
        modifier=modifier,
        modifier_rule=rule,
    )


def _more_than_all(text: str, first: Numeral, second: Numeral) -> bool:
    """Whether two numbers with a slash are n of m although n is larger, beyond a plan or by a slip: có 19/16 tiêu chí."""
    if "/" not in text[first.end : second.start] or first.form != "digits" or second.form != "digits":
        return False
    if _PRESSURE.match(text, second.end):
        return False
    a_date = first.value in DAYS and second.value in MONTHS  # sáng 10/9 huyện tổ chức
    return not a_date or _HOW_MANY.search(text, max(0, first.start - LONGEST_OPENER), first.start) is not None


def join_fraction(text: str, numeral: Numeral) -> Amount | None:
    """The ratio that a fraction in words states: hai phần ba số hộ; but hai phần trăm are percent."""
    match = _FRACTION.match(text, numeral.end) if numeral.form == "words" and numeral.value is not None else None
    if match is None:
        return None
    word = match["whole"].lower()
    whole = Decimal(LAST_UNITS[word]) if word in LAST_UNITS else read_number(word)
    if whole is None or numeral.value is None or not 0 < numeral.value < whole:
        return None
    start, modifier, rule = modifier_before(text, numeral.start, text[match.end() : match.end() + 20])
    return Amount(start, match.end(), numeral.start, numeral.value, total=whole, modifier=modifier, modifier_rule=rule, words=True)
