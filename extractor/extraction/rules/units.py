"""Units behind a number by family: shares, money, measures, durations; each rule with what it reads and leaves."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from extractor.language.patterns import one_of, re_pattern
from extractor.lexicon.units import CODES_BEFORE, COUNTED_TIME, DURATIONS, GLUED_ONLY, MEASURES, MONEY, NOT_UNITS
from extractor.model.shapes import Amount, Kind


class UnitFound(Struct, frozen=True):
    """A unit: its kind, how a record writes it, where it stands, and what one of it is in the record's unit."""

    kind: Kind
    unit: str
    start: int
    end: int
    factor: Decimal = Decimal(1)
    part: Decimal = Decimal(0)  # what the words behind the number add to it: the 0,65 of 1m65, the half of 2 tấn rưỡi


UnitReader = Callable[[str, Amount], UnitFound | None]


class UnitRule(Struct, frozen=True):
    """One family of units: texts that it reads with the unit in brackets, and texts that it leaves alone."""

    name: str
    read: UnitReader
    yes: tuple[str, ...]
    no: tuple[str, ...]


# Plain `re` on lower-cased text: these are asked behind every number, and need nothing that only `regex` has.
_SHARES = ("%", "phần trăm", "điểm phần trăm", "điểm %", "‰", "phần nghìn")
_PERCENT = re_pattern(rf"\s*{one_of(_SHARES)}(?!\w)")
_LONG = [words for words in MEASURES if words not in GLUED_ONLY and words not in _SHARES]
_NOT_UNIT = rf"(?!{one_of(NOT_UNITS)}\b)"
_MEASURE = re_pattern(rf"\s*{_NOT_UNIT}(?P<unit>{one_of(_LONG)})(?![\w²³])(?!(?<=[0-9])[.,][0-9])")
_GLUED = re_pattern(r"(?P<unit>[lgw])(?![\w²³])")
_GRAMS = re_pattern(r"\s(?P<unit>g)(?![\w²³])(?!\s?[0-9])")
MOST_HOURS = 24  # 7 g may be seven o'clock, 700 g is not
_MONEY = re_pattern(rf"\s*{_NOT_UNIT}(?P<unit>{one_of(word for word in MONEY if word not in GLUED_ONLY)})(?!\w)")
_GLUED_MONEY = re_pattern(r"(?:\.|\s?)đ(?!\w|/c(?!\w))")  # 12 tr.đ; 15 đ/c are comrades
_DURATION = re_pattern(rf"\s*(?!{one_of((*NOT_UNITS, *COUNTED_TIME))}\b)(?P<unit>{one_of(DURATIONS)})(?!\w)")
_BARE_SCALE = re_pattern(r"(?:tỷ|tỉ|triệu|tr)\b[^a-zà-ỹ]*(?:rưỡi|\d*)\s*$")
LEAST_BARE_MONEY = Decimal(10**6)  # "gần 30 tỷ" alone is money; counts of people carry their noun


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


LONGEST = 28  # characters behind a number in which its unit stands

_POINTS = re_pattern(r"\s*(?P<unit>điểm)(?!\w)(?!\s+(?:phần|%))")
_SCORED = re_pattern(r"\b(?:số|mức|tổng)\s+điểm\s+$|\bđiểm(?:\s+số)?\b(?!\s+(?:thay|trường|nóng))[^.;]{0,50}?\b(?:dao\s+động|đạt|là|ở\s+mức)\s+(?:(?:từ|khoảng|gần|trên)\s+)*$")
_NOUN_NEXT = re_pattern(r"\s+(?!ở\b|tại\b|trong\b|và\b|thuộc\b|so\b)[^\W\d]|\s*[%/]")
LONGEST_SCORE = 60  # characters between the word điểm and its number


def _behind(text: str, amount: Amount) -> str:
    return text[amount.end : amount.end + LONGEST].lower()


def read_percent(text: str, amount: Amount) -> UnitFound | None:
    """A share: 99,8%, 5 phần trăm, 2 điểm phần trăm."""
    match = _PERCENT.match(_behind(text, amount))
    if not match:
        return None
    return UnitFound("percent", MEASURES[_plain(match[0])].symbol, amount.end, amount.end + match.end())


_NOUN_BEHIND = re_pattern(r"\s+[^\W\d]")  # giá mua USD 3 ngày liên tiếp


def read_money(text: str, amount: Amount) -> UnitFound | None:
    """An amount of money with its currency: 23 tỷ đồng, 500.000đ, 3 triệu USD, $200."""
    tail = _behind(text, amount)
    if match := _MONEY.match(tail):
        if _plain(match["unit"]) in ("tệ", "đô", "yên", "won") and not amount.scaled and amount.words:
            return None
        return UnitFound("money", MONEY[_plain(match["unit"])], amount.end, amount.end + match.end())
    if match := _GLUED_MONEY.match(tail):
        return UnitFound("money", "VND", amount.end, amount.end + match.end())
    code = "".join(text[amount.start : amount.number].lower().split()[-1:])
    if code not in CODES_BEFORE or (code.isalpha() and not amount.scaled and _NOUN_BEHIND.match(text, amount.end)):
        return None
    return UnitFound("money", CODES_BEFORE[code], amount.end, amount.end)


def read_measure(text: str, amount: Amount) -> UnitFound | None:
    """A measure by symbol or word: 600km, 3,5 ha, 12 tấn gạo."""
    tail = _behind(text, amount)
    match = _MEASURE.match(tail) or _GLUED.match(tail)
    if not match and (amount.value or amount.high or 0) > MOST_HOURS:
        match = _GRAMS.match(tail)
    if not match:
        return None
    unit = MEASURES[_plain(match["unit"])]
    return UnitFound(unit.kind, unit.symbol, amount.end + match.start("unit"), amount.end + match.end(), unit.factor)


def read_duration(text: str, amount: Amount) -> UnitFound | None:
    """An amount of time: 22 ngày, hơn nửa tháng."""
    match = _DURATION.match(_behind(text, amount))
    if not match:
        return None
    return UnitFound("duration", _plain(match["unit"]), amount.end + match.start("unit"), amount.end + match.end())


def read_points(text: str, amount: Amount) -> UnitFound | None:
    """Points of a score, which have decimals: 84,52 điểm; số điểm 0,77; điểm số dao động từ 3,54 đến 6,74."""
    if all(
        number is None or number == number.to_integral_value() for number in (amount.value, amount.low, amount.high)
    ):
        return None
    if match := _POINTS.match(_behind(text, amount)):
        return UnitFound("other", "điểm", amount.end + match.start("unit"), amount.end + match.end())
    scored = _SCORED.search(text[max(0, amount.start - LONGEST_SCORE) : amount.start].lower())
    return (
        UnitFound("other", "điểm", amount.end, amount.end)
        if scored and not _NOUN_NEXT.match(text, amount.end)
        else None
    )


def read_bare_money(text: str, amount: Amount) -> UnitFound | None:
    """Money without its currency: gần 30 tỷ để duy tu."""
    scale = amount.scaled and _BARE_SCALE.search(text[amount.number : amount.end].lower())
    largest = amount.high if amount.value is None else amount.value
    if not scale or largest is None or largest < LEAST_BARE_MONEY:
        return None
    return UnitFound("money", "VND", amount.end, amount.end)


RULES = (
    UnitRule("percent.share", read_percent, ("đạt 99,8|%| tổ chức", "giảm 2| điểm phần trăm|"), ("3,5 ha",)),
    UnitRule("money.amount", read_money, ("23 tỷ| đồng|", "500.000|đ|", "3 triệu| USD|", "20 tr|.đ|"), ("2 đô thị", "5 đồng chí", "15 đ/c")),
    UnitRule("measure.amount", read_measure, ("600|km| đường", "3,5 |ha|", "12 |tấn| gạo", "462.585|m2| đất"),
             ("3 mô hình", "20 tấn công")),
    UnitRule("duration.amount", read_duration, ("ngập 22 |ngày|",), ("1.200 ngày công",)),
    UnitRule("other.points", read_points, ("đạt 84,52 |điểm|", "với số điểm 0,77|| ở nội dung", "điểm số của các xã đạt 6,74|| (thang"),
             ("xóa 5 điểm nóng", "12 điểm trường", "giảm 0,5 điểm phần trăm", "ngập 3,5 ha")),
)  # fmt: skip
BARE_MONEY = UnitRule("money.bare", read_bare_money, ("gần 30 tỷ|| để duy tu",), ("1.000 hộ",))
