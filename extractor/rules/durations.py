"""Spans of time: a result (ngập 22 ngày, bảo hành 60 tháng) or only a when (qua 5 năm, 3 ngày trước)."""

from __future__ import annotations

import regex

from extractor.lexicon.times import AFTER_SPAN
from extractor.patterns import one_of

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

_RESULT_BEFORE = regex.compile(
    rf"\b{one_of(RESULT_BEFORE)}\s+(?:(?:được|thêm|tới|đến|trong|trên|hơn|gần|khoảng|ít nhất|tối đa|không quá|là|mỗi|bình quân|còn|từ|khoảng)\s+)*$",
    regex.IGNORECASE,
)
_TERM = regex.compile(rf"\b{one_of(TERMS)}(?:\s+\p{{Ll}}+){{0,2}}\s+trong(?:\s+vòng)?(?:\s+(?:hơn|gần|khoảng))?\s+$", regex.IGNORECASE)
_RESULT_AFTER = regex.compile(rf"\s+{one_of(RESULT_AFTER)}\b", regex.IGNORECASE)
_STILL_WHEN = regex.compile(r"\s+(?:qua|trước|nay|tới|gần đây|trở lại đây|thực hiện|triển khai|xây dựng|sau)\b")
_WHEN_AFTER = regex.compile(rf"\s*{one_of(AFTER_SPAN)}\b", regex.IGNORECASE)
_WHEN = regex.compile(
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


EXAMPLES = (
    (True, "qua |5 năm| thực hiện"), (True, "|3 năm| triển khai"), (True, "cách đây |2 ngày|, xã"), (True, "kỷ niệm |70 năm| chiến thắng"),
    (False, "nhiều xã ngập |22 ngày|"), (False, "rút ngắn |5 ngày| so với"), (False, "bảo hành |60 tháng|"), (False, "lãnh |12 năm| tù"),
    (False, "trả góp trong vòng |3-5 năm|"), (True, "nghỉ học trong |3 ngày| qua"),
)  # fmt: skip
