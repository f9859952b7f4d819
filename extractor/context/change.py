"""Change: whether a number is a difference (tăng 276 mô hình) or a level (tăng lên 52 hợp tác xã)."""

from __future__ import annotations

import regex

from extractor.shapes import Change, Decided, Frame

_ADVERBS = r"(?:thêm|được|bình\s+quân|trung\s+bình|mạnh|nhẹ|sâu|đều|tới|đến|là|mức|cả|thêm\s+được|thêm\s+tới|khá|nhanh|trưởng|ròng|tương\s+ứng|hằng\s+năm|hàng\s+năm|khoảng|mỗi\s+năm)"
_UP = r"(?:tăng|tăng\s+trưởng|phát\s+sinh\s+thêm|phát\s+sinh\s+tăng|phát\s+sinh|vượt|bổ\s+sung\s+thêm|cao\s+hơn|nhiều\s+hơn|nâng\s+thêm|đội\s+thêm|đội\s+vốn)"
_DOWN = r"(?:giảm|hụt|sụt\s+giảm|sụt|cắt\s+giảm|tiết\s+giảm|thấp\s+hơn|ít\s+hơn|kéo\s+giảm|hạ|bớt|rút\s+ngắn)"
_DIFFERENCE = regex.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s+{_ADVERBS})*\s*\(?$", regex.IGNORECASE)
_NAMED_RATE = regex.compile(r"\btốc\s+độ\s+(?:tăng|giảm)(?:\s+\w+){0,4}\s*$|\btỷ\s+lệ\s+giảm\s+nghèo[^,;]*$", regex.IGNORECASE)
_OTHER_THING = regex.compile(r"\s*(?:,\s*)?so\s+với\b", regex.IGNORECASE)
_TWO_THINGS = ("cao hơn", "nhiều hơn", "thấp hơn", "ít hơn")
_LEVEL_AFTER = regex.compile(r"\s*(?:lên|xuống(?:\s+còn)?)\s+(?:\w+\s+){0,2}\d", regex.IGNORECASE)
_SUBJECT_BETWEEN = regex.compile(
    r"\b(?:(?P<up>tăng|tăng\s+trưởng)|(?P<down>giảm))\s+(?:[^\W\d_]+\s+){1,4}$", regex.IGNORECASE
)


def decide(frame: Frame) -> Decided[Change | None]:
    """Increase or decrease where the number is a difference; None where it is a level."""
    if _NAMED_RATE.search(frame.head):
        return Decided(None, "change.named_rate")
    match = _DIFFERENCE.search(frame.head)
    if not match:
        return Decided(None, "change.none")
    words = " ".join(match[0].lower().split())
    if words.startswith(_TWO_THINGS) and not _OTHER_THING.match(frame.after):
        return Decided(None, "change.two_things")
    return Decided("increase" if match["up"] else "decrease", "change.verb")


EXAMPLES: tuple[tuple[str, Change | None], ...] = (
    ("tăng |276 mô hình| so với năm 2020", "increase"), ("giảm |3,2%|", "decrease"), ("tăng lên |52 hợp tác xã|", None),
    ("nâng tổng số lên |62 doanh nghiệp|", None), ("tăng trưởng |6,45%|", "increase"), ("giảm còn |5,2%|", None),
    ("tỷ lệ giảm nghèo đạt |8,54%|", None),
)  # fmt: skip
