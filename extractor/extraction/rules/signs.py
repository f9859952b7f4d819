"""The sign before a number: -2,5 độ C, âm 12 tỷ đồng; the dash of a span, a list or a stretch is none.

Only what can be below zero takes a sign: shares, money, degrees, points. So -12 hộ opens a list, and ghi âm 12 bài records.
"""

from __future__ import annotations

import regex
from msgspec.structs import replace

from extractor.language.dictionary import compound_words
from extractor.language.numbers import Numeral
from extractor.language.patterns import one_of, re_pattern, regex_pattern
from extractor.lexicon.modifiers import BEFORE
from extractor.lexicon.units import MEASURES, MONEY

BELOW = "âm"
_BELOW_ZERO = (*(words for words, unit in MEASURES.items() if unit.kind == "percent" or unit.symbol in ("°C", "độ")), *MONEY, "điểm")
_SCALE = r"(?:\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|tr)(?!\w))*"
_NEXT_NUMBER = r"(?:\s*(?:-|đến|tới)\s*(?:-|âm\s+)?[0-9][0-9.,]*)?"
_CAN_BE_BELOW = regex_pattern(rf"{_NEXT_NUMBER}{_SCALE}\s*{one_of(_BELOW_ZERO)}(?!\w)", regex.IGNORECASE)
_MODIFIERS = one_of(words for words in BEFORE if words[0].isalpha())
_WORD_BEFORE = regex_pattern(rf"(?<!\w)(?P<below>{BELOW})\s+(?:(?P<modifier>{_MODIFIERS})\s+)?$", regex.IGNORECASE)
_SYLLABLE_BEFORE = re_pattern(r"(\w+)\s+$")
_DASH_BEFORE = regex_pattern(r"(?:^|(?<=[\s(:;,=\[]))-$")
_STRETCH = regex_pattern(r"[0-9][0-9.,]*\s?(?:[^\W\d_]+|[%‰])?\s*-$")  # 12% -15%, 8 h -17 h
_DEGREES = re_pattern(r"\s*(?:độ|°|º)")
_WINDOW = 30
LEAST_BARE_MONEY = 10**6  # lãi âm 12 tỷ: a number of this size with a scale word is money without its currency


def signed(text: str, numeral: Numeral) -> Numeral:
    """The numeral with the sign that stands before it, and with its value below zero; the same where it has none."""
    if numeral.value is None:
        return numeral
    start = _sign_start(text, numeral)
    return numeral if start is None else replace(numeral, start=start, value=-numeral.value)


def modifier_inside(text: str, numeral: Numeral) -> str | None:
    """The words between the sign and its number that bend it: âm gần 3 độ C."""
    is_below = text[numeral.start : numeral.start + len(BELOW)].lower() == BELOW
    match = _INSIDE.match(text, numeral.start) if is_below else None
    return " ".join(match["modifier"].lower().split()) if match else None


_INSIDE = regex_pattern(rf"{BELOW}\s+(?P<modifier>{_MODIFIERS})\s", regex.IGNORECASE)


def _sign_start(text: str, numeral: Numeral) -> int | None:
    """Where the sign of a numeral begins; None where it has none."""
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    if before[-1:] == "-":
        sign = numeral.start - 1 if _is_minus(text, before, numeral) else None
    elif BELOW in before.lower() and (match := _WORD_BEFORE.search(before)):
        sign = numeral.start - len(before) + match.start("below") if not _ends_word(before, match) else None
    else:
        sign = None
    return sign if sign is not None and _can_be_below(text, numeral) else None


def _is_minus(text: str, before: str, numeral: Numeral) -> bool:
    """Whether the dash right before a number is a minus: no list mark, no end of a stretch."""
    if not _DASH_BEFORE.search(before) or _STRETCH.search(before):
        return False
    opens = not text[: numeral.start - 1].strip()
    alone = len(text[numeral.end :].split()) <= 1
    return not opens or alone or _DEGREES.match(text, numeral.end) is not None


def _ends_word(before: str, match: regex.Match[str]) -> bool:
    """Whether âm is the end of another word: ghi âm, phát âm."""
    syllable = _SYLLABLE_BEFORE.search(before, 0, match.start("below"))
    return syllable is not None and f"{syllable[1].lower()} {BELOW}" in compound_words()


def _can_be_below(text: str, numeral: Numeral) -> bool:
    """Whether what the number tells can be below zero, by the unit behind it."""
    scaled = numeral.form != "digits" and numeral.value is not None and numeral.value >= LEAST_BARE_MONEY
    return scaled or _CAN_BE_BELOW.match(text, numeral.end) is not None


EXAMPLES: tuple[tuple[str, str | None], ...] = (
    ("xuống |2,5| độ C", None), ("xuống -|2,5| độ C", "-2.5"), ("CPI: -|0,25|%", "-0.25"), ("GRDP âm |3,5|%", "-3.5"), ("lỗ (-|12 tỷ| đồng)", "-12000000000"),
    ("âm gần |3| độ C", "-3"), ("từ 12% -|15|% số hộ", None), ("- |5|% số hộ", None), ("-|5|% số hộ", None), ("đã ghi âm |12| điểm", None),
    ("hàng 55 -|60| tạ", None), ("mục -|12| hộ", None), ("đạt -|18| °C", "-18"),
)  # fmt: skip
