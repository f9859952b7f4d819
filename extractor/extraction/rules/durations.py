"""Spans of time: a result (ngập 22 ngày, bảo hành 60 tháng) or only a when (qua 5 năm, 3 ngày trước).

A span in two units is one figure: in the larger unit where that is an exact decimal (3 giờ 30 phút is 3.5 giờ), so that
it compares with spans in that unit, else in the smaller one (3 giờ 20 phút is 200 phút), so that nothing is rounded.
"""
from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import regex

from extractor.language.numbers import read_number
from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.times import AFTER_SPAN
from extractor.lexicon.units import PARTS_OF_TIMES
from extractor.model.shapes import Amount

# What makes a result of a span, before it and behind it.
RESULT_BEFORE = ("kéo dài", "rút ngắn", "bảo hành", "giảm", "tăng", "thêm", "nghỉ", "ngập", "ngập sâu", "bị ngập", "chậm", "vượt", "sớm", "lãnh", "phạt",
                 "mức án", "tuyên", "tuyên phạt", "thời hạn", "thời gian", "mất", "cách ly", "chia sẻ", "dành", "cần", "tiết kiệm", "chỉ còn", "bớt", "chậm tiến độ",
                 "án", "tuổi thọ", "tuổi thọ bình quân", "trễ", "sau khi nghỉ", "làm thêm", "thời gian thi công", "còn", "xuống còn", "là", "hết", "đạt",
                 "tuyên án", "từ", "tạm giam", "tạm giữ", "bắt giam", "kịch khung", "vay", "trả chậm", "đình chỉ", "tước")  # fmt: skip
RESULT_AFTER = ("tù", "tù giam", "tù treo", "án treo", "nghỉ", "nghỉ phép", "liên tục", "so với", "cải tạo", "quản chế", "thử thách", "bảo hành")
# A term: how long what is agreed or ordered holds, said with trong.
TERMS = ("bảo hành", "trả góp", "trả chậm", "trả dần", "cho thuê", "thuê", "cho vay", "vay", "hợp đồng", "gia hạn", "cách ly", "tước", "đình chỉ", "cấm",
         "tạm giam", "tạm giữ", "nghỉ", "ngừng", "tạm ngừng", "tạm dừng", "miễn phí")  # fmt: skip
_LONG = ("năm", "tháng", "thập kỷ", "thế kỷ", "quý", "tuần")

_RESULT_BEFORE = regex_pattern(
    rf"\b{one_of(RESULT_BEFORE)}\s+(?:(?:được|thêm|tới|đến|trong|trên|hơn|gần|khoảng|ít nhất|tối đa|không quá|là|mỗi|bình quân|còn|từ|khoảng)\s+)*$",
    regex.IGNORECASE,
)
_TERM = regex_pattern(rf"\b{one_of(TERMS)}(?:\s+\p{{Ll}}+){{0,2}}\s+trong(?:\s+vòng)?(?:\s+(?:hơn|gần|khoảng))?\s+$", regex.IGNORECASE)
_RESULT_AFTER = regex_pattern(rf"\s+{one_of(RESULT_AFTER)}\b", regex.IGNORECASE)
_STILL_WHEN = regex_pattern(r"\s+(?:qua|trước|nay|tới|gần đây|trở lại đây|thực hiện|triển khai|xây dựng|sau)\b")
_WHEN_AFTER = regex_pattern(rf"\s*{one_of(AFTER_SPAN)}\b", regex.IGNORECASE)
_WHEN = regex_pattern(
    r"\b(?:qua|sau|trong(?:\s+vòng)?|suốt|trải\s+qua|kỷ\s+niệm|cách\s+đây|trước|nhìn\s+lại|mỗi|cứ|mừng|nhiệm\s+kỳ|sơ\s+kết|tổng\s+kết|đầu|cuối|giữa)\s+(?:(?:hơn|gần|trên|khoảng|chừng|vòng)\s+)*$",
    regex.IGNORECASE,
)


def only_when(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a span of time only says when or how long ago; `start` and `end` are those of number and unit."""
    window = max(0, start - 45)
    if _RESULT_AFTER.match(text, end) and not text[end:].lstrip().lower().startswith(("so với", "liên tục")):
        return False
    if _TERM.search(text, window, start) and not _STILL_WHEN.match(text, end):
        return False
    if _WHEN.search(text, window, start):
        return True
    result = bool(_RESULT_BEFORE.search(text, window, start))
    if result and not _STILL_WHEN.match(text, end):
        return False
    if _WHEN_AFTER.match(text, end):
        return True
    return unit in _LONG


class Spell(NamedTuple):
    """A span of time with its value in one unit, and where its words end."""

    value: Decimal
    unit: str
    unit_start: int
    end: int


_LONGER = tuple(dict.fromkeys(longer for longer, _ in PARTS_OF_TIMES))
_SHORTER = tuple(dict.fromkeys(shorter for _, shorter in PARTS_OF_TIMES))
_SECOND = regex_pattern(
    rf"\s*(?P<longer>{one_of(_LONGER)})(?:\s+đồng\s+hồ)?\s+(?:và\s+)?(?P<number>\d{{1,2}}|{one_of(('một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'))})\s*(?P<shorter>{one_of(_SHORTER)})(?!\w)(?!\s+(?:đầu|cuối|qua)\b)",
    regex.IGNORECASE,
)
_MINUTES = regex_pattern(r"\s?(?P<longer>giờ|tiếng|h|g)\s?(?P<number>[0-5]?\d)(?:\s?(?:phút|p|')(?!\w))?(?![\d:]|\s*(?:tháng|ngày|/|%|hộ|người))", regex.IGNORECASE)
_AND_A_HALF = regex_pattern(rf"\s*(?P<longer>{one_of((*_LONGER, 'tháng'))})(?:\s+đồng\s+hồ)?\s+rưỡi(?!\w)", regex.IGNORECASE)


def read_spell(text: str, amount: Amount) -> Spell | None:
    """A span of time in two units, or with a half: 3 giờ 20 phút, 2 tiếng rưỡi; None where it has one unit."""
    if amount.value is None or amount.total is not None:
        return None
    if half := _AND_A_HALF.match(text, amount.end):
        return Spell(amount.value + Decimal("0.5"), half["longer"].lower(), half.start("longer"), half.end())
    match = _SECOND.match(text, amount.end)
    if match is None and is_spent(text, amount.number, amount.end):
        match = _MINUTES.match(text, amount.end)
    number = read_number(match["number"]) if match else None
    if match is None or number is None:
        return None
    longer = {"h": "giờ", "g": "giờ"}.get(match["longer"].lower(), match["longer"].lower())
    shorter = (match.groupdict().get("shorter") or "phút").lower()
    parts = PARTS_OF_TIMES.get((longer, shorter))
    if parts is None or number >= parts:
        return None
    whole = amount.value * parts + number
    exact = whole * 1000 % parts == 0  # a twelfth and a sixtieth mostly have no end
    value = whole / parts if exact else whole
    return Spell(value, longer if exact else shorter, match.start("longer"), match.end())


# Before hours, these say how long something took; a clock time stands behind lúc, hồi, đến, từ, là, sau.
_TAKES = ("kéo dài", "mất", "tốn", "hết", "rút ngắn", "chậm", "chậm hơn", "trễ", "sớm hơn", "muộn", "muộn hơn", "tiết kiệm")
_TAKES_SPELT = ("giảm", "giảm từ", "tăng", "tăng từ", "thêm", "làm thêm", "chỉ còn", "xuống còn", "dài", "thời gian", "thi công", "làm việc", "đi bộ", "lái xe", "chờ", "chờ đợi",
                "đợi", "phẫu thuật", "di chuyển", "nấu", "ủ", "ngâm", "vật lộn", "liên tục", "dành", "mất điện", "cắt điện", "ngập")  # fmt: skip
_SMALL = r"(?:(?:mất|hết|trong|suốt|tới|đến|hơn|gần|trên|dưới|khoảng|chừng|chưa\s+đầy|ít\s+nhất|tối\s+đa|không\s+quá|là|được|thêm|cả|chỉ)\s+)*$"
_SPENT_BEFORE = regex_pattern(rf"(?<!\b(?:đến|tới)\s)\b{one_of(_TAKES)}\s+{_SMALL}", regex.IGNORECASE)
_SPELT_BEFORE = regex_pattern(rf"\b{one_of(_TAKES_SPELT)}\s+{_SMALL}", regex.IGNORECASE)  # not before 8h30
_HOURS_NEXT = regex_pattern(r"\s?(?:(?P<spelt>giờ|tiếng)|h|g)(?:\s?\d{1,2}(?!\d)(?:\s?(?:phút|p|')(?!\w))?)?(?![\w:])", regex.IGNORECASE)
_ON_THE_CLOCK = regex_pattern(r"\s*,?\s*(?:(?:sáng|trưa|chiều|tối|đêm|khuya|kém|ngày|hôm|cùng\s+ngày|hàng\s+ngày|mỗi\s+ngày)\b|(?:-|đến|tới)\s*\d)", regex.IGNORECASE)
_SPENT_AFTER = regex_pattern(r"\s+(?:thì|mới)\s+(?:xong|hoàn|dập|khống|tới|đến|kết|cứu)|\s+(?:đồng\s+hồ|liên\s+tục|xuống|rưỡi|là\s+xong)\b", regex.IGNORECASE)
_MINUTES_OF = regex_pattern(r"(\d{1,2})\s?(?:giờ|tiếng|h|g)\s?$", regex.IGNORECASE)
_BEFORE_HOURS = 45


def is_spent(text: str, start: int, end: int) -> bool:
    """Whether hours (or the minutes behind them) say how long and not when: mất 3 giờ 20 phút, but lúc 3 giờ 20 phút."""
    if hours := _MINUTES_OF.search(text, max(0, start - 8), start):
        start, end = hours.span(1)
    behind = _HOURS_NEXT.match(text, end)
    if behind is None or _ON_THE_CLOCK.match(text, behind.end()):
        return False
    window = max(0, start - _BEFORE_HOURS)
    if _SPENT_AFTER.match(text, behind.end()) or _SPENT_BEFORE.search(text, window, start):
        return True
    return behind["spelt"] is not None and _SPELT_BEFORE.search(text, window, start) is not None


EXAMPLES = (
    (True, "qua |5 năm| thực hiện"), (True, "|3 năm| triển khai"), (True, "cách đây |2 ngày|, xã"), (True, "kỷ niệm |70 năm| chiến thắng"),
    (False, "nhiều xã ngập |22 ngày|"), (False, "rút ngắn |5 ngày| so với"), (False, "bảo hành |60 tháng|"), (False, "lãnh |12 năm| tù"),
    (False, "trả góp trong vòng |3-5 năm|"), (True, "nghỉ học trong |3 ngày| qua"),
)  # fmt: skip
SPELLS = (
    ("thi công |3 giờ 20 phút| thì xong", "200 phút"), ("mất |3 giờ 30 phút|", "3.5 giờ"), ("mất |3h20|", "200 phút"), ("phạt |2 năm 6 tháng| tù", "2.5 năm"),
    ("kéo dài |2 tiếng rưỡi|", "2.5 tiếng"), ("kéo dài |22 ngày|", None), ("đi mất |1 ngày 6 giờ|", "1.25 ngày"),
)  # fmt: skip
CLOCKS = (
    (False, "lúc |3 giờ 20 phút|"), (False, "từ |7 giờ 30 phút| đến 9 giờ"), (False, "khoảng |6 giờ| sáng"), (False, "mất tích lúc |15h30|"), (False, "tan học là |16h45|"), (False, "đúng |8h30| là được đi"), (False, "đến hết |16h30|"),
    (False, "bay sau |12h30| phút"), (False, "khoảng thời gian |21h| - 22h"), (False, "làm việc |7 giờ 30| đến 11 giờ"), (True, "chậm |1h15|"),
    (True, "mất khoảng |3 giờ|"), (True, "thi công |3 giờ 20 phút| thì xong"), (True, "giảm từ |3 giờ| xuống"),
)  # fmt: skip
