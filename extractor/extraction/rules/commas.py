"""A comma before three digits: decimals (12,345 tỷ đồng) or thousands (12,500 lượt khách); where it may be either, neither.

Of things that are counted one by one there are no thousandths, so the comma groups. Measures have them, and there the
article's other numbers say which way its writer writes; where they do not say, the number stays unread (STYLE.md, 11).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex
from msgspec.structs import replace

from extractor.language.numbers import Numeral
from extractor.language.patterns import one_of, re_pattern, regex_pattern
from extractor.lexicon.units import DURATIONS, MEASURES, MONEY

THOUSAND = 1000
Counted = Literal["thing", "large", "small", "share", "dong", "money", "unknown"]


class Convention(NamedTuple):
    """How the numbers of an article are written, as far as those say it that can be read in one way only."""

    vietnamese: bool = False  # 1.234 or 3,5
    foreign: bool = False  # 1,234,567 or 12.5 or 1,250 hộ

    @property
    def decided(self) -> bool:
        """Whether all its sure numbers are written in one way."""
        return self.vietnamese != self.foreign


_ONE_COMMA = re_pattern(r"[1-9][0-9]{0,2},[0-9]{3}")
_ALONE = r"(?<![\w.,/\-])"
_VIETNAMESE = regex_pattern(rf"{_ALONE}(?:[0-9]+,[0-9]{{1,2}}|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|0,[0-9]+)(?![0-9]|[.,/][0-9])")
_FOREIGN = regex_pattern(rf"{_ALONE}(?:[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{2,}}|[0-9]+\.[0-9]{{1,2}}(?=\s?[%‰]))(?![0-9]|[.,/][0-9])")
_COMMA = regex_pattern(rf"{_ALONE}{_ONE_COMMA.pattern}(?![0-9]|[.,/][0-9])")
# Units of which three decimals are no more than usual care; of smaller ones nobody writes thousandths, nor says so.
_LARGE = ("t", "tạ", "ha", "km", "km2", "MW", "kWh", "MWh", "GWh")
_MORE_NUMBERS = r"(?:\s*(?:-|/|đến|tới)\s*(?:hơn\s+|gần\s+|khoảng\s+|trên\s+)?[0-9][0-9.,]*)?"
_BEHIND = {
    "scaled": regex_pattern(rf"{_MORE_NUMBERS}\s*(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ|tr)(?!\w)", regex.IGNORECASE),
    "share": regex_pattern(rf"{_MORE_NUMBERS}\s*{one_of(words for words, unit in MEASURES.items() if unit.kind == 'percent')}", regex.IGNORECASE),
    "dong": regex_pattern(rf"{_MORE_NUMBERS}\s*{one_of(words for words, code in MONEY.items() if code == 'VND')}(?!\w)(?!/c\b)", regex.IGNORECASE),
    "money": regex_pattern(rf"{_MORE_NUMBERS}\s*{one_of(MONEY)}(?!\w)", regex.IGNORECASE),
    "large": regex_pattern(rf"{_MORE_NUMBERS}\s*{one_of(words for words, unit in MEASURES.items() if unit.symbol in _LARGE)}(?![\w²³])", regex.IGNORECASE),
    "small": regex_pattern(rf"{_MORE_NUMBERS}\s*{one_of((*MEASURES, *DURATIONS, 'điểm', 'lần'))}(?![\w²³])(?!\s+(?:trường|công|cầu|đến|du\s+lịch|dân))", regex.IGNORECASE),
    "thing": regex_pattern(rf"{_MORE_NUMBERS}\s+\p{{L}}", regex.IGNORECASE),
}  # fmt: skip
_NUMBER_OF = regex_pattern(r"\bsố\s+(?:lượng\s+|lượt\s+)?\p{L}[^.;:()\d]{0,60}(?::|\b(?:là|đạt|còn|có|lên|đến))\s*$", regex.IGNORECASE)
_SIGN_BEFORE = regex_pattern(r"(?:[$€£]|\b(?:usd|eur))\s?$", regex.IGNORECASE)
_ROUND = "00"
_WINDOW = 90


def convention_of(text: str) -> Convention:
    """How the numbers of a text are written: by those that can be read in one way only, and by things counted.

    Nothing is looked for in a text without a comma before three digits: there no number asks for it.
    """
    if not _ONE_COMMA.search(text):
        return Convention()
    foreign = _FOREIGN.search(text) is not None or any(
        _counted(text, match.start(), match.end()) == "thing" for match in _COMMA.finditer(text)
    )
    return Convention(_VIETNAMESE.search(text) is not None, foreign)


def has_two_readings(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is written so that its comma may group thousands or open decimals."""
    return _ONE_COMMA.fullmatch(text, numeral.start, numeral.end) is not None


def read_comma(text: str, numeral: Numeral, convention: Convention) -> Numeral | None:
    """A numeral with a comma before three digits, read as what is counted asks for; None where it may be either."""
    assert numeral.value is not None
    grouped = replace(numeral, value=numeral.value * THOUSAND)
    match _counted(text, numeral.start, numeral.end):
        case "thing" | "dong":
            return grouped
        case "share":
            return numeral
        case "money":
            return grouped if text[: numeral.end].endswith(_ROUND) else None
        case "large" if convention.decided and convention.vietnamese:
            return None if text[numeral.end - 1] == "0" else numeral
        case "large" | "small" if convention.decided and convention.foreign:
            return grouped
        case _:
            return None


def _counted(text: str, start: int, end: int) -> Counted:
    """What sort of thing a number with a comma counts, by the words around it; a scaled one is as sure as a share."""
    sort = next((name for name, pattern in _BEHIND.items() if pattern.match(text, end)), None)
    if sort == "scaled":
        return "share"
    if sort is None or sort == "thing":
        if _SIGN_BEFORE.search(text, max(0, start - _WINDOW), start):
            return "money"
        if sort is None:
            return "thing" if _NUMBER_OF.search(text, max(0, start - _WINDOW), start) else "unknown"
    return sort  # type: ignore[return-value]


EXAMPLES: tuple[tuple[str, str | None], ...] = (
    ("đón |12,500| lượt khách", "12500"), ("có |1,234| ca", "1234"), ("từ |1,200| đến 1,500 người", "1200"), ("hỗ trợ |500,000| đồng", "500000"),
    ("tăng |12,345|%", "12.345"), ("thu |12,500| tấn", None), ("rộng |17,015| m2", None), ("vượt |1,532| lần", None),
    ("trên |10,000| USD", "10000"), ("giá |64,480| USD", None), ("Tổng số hộ nghèo: |1,250|.", "1250"), ("Diện tích: |1,250|.", None),
    ("trồng 3,5 ha, thu |12,512| tấn", "12.512"), ("có 1,120 hộ, thu |12,500| tấn", "12500"), ("rộng 3,5 ha, dài |1,250| m", None),
)  # fmt: skip
