"""Change: whether a number is a difference (tăng 276 mô hình) or a level (tăng lên 52 hợp tác xã)."""

from __future__ import annotations

from extractor.language.guarded import Guarded
from extractor.language.patterns import one_of, re_pattern
from extractor.model.shapes import Change, Decided, Frame

_ADVERBS = (
    "thêm", "được", "bình quân", "trung bình", "mạnh", "nhẹ", "sâu", "đều", "tới", "đến", "là", "mức", "cả", "thêm được", "thêm tới", "khá", "nhanh",
    "trưởng", "ròng", "tương ứng", "hằng năm", "hàng năm", "khoảng", "mỗi năm",
)  # fmt: skip
_UP = (
    "tăng", "tăng trưởng", "phát sinh thêm", "phát sinh tăng", "vượt", "bổ sung thêm", "cao hơn", "nhiều hơn", "nâng thêm", "đội thêm", "đội vốn",
)  # fmt: skip
_DOWN = (
    "giảm", "hụt", "sụt giảm", "sụt", "cắt giảm", "tiết giảm", "thấp hơn", "ít hơn", "kéo giảm", "hạ", "bớt", "rút ngắn",
)  # fmt: skip
_DIFFERENCE = Guarded(re_pattern(rf"\b(?:(?P<up>{one_of(_UP)})|(?P<down>{one_of(_DOWN)}))(?:\s+{one_of(_ADVERBS)})*\s*\(?$"))
_EARLIER = re_pattern(
    r"\b(?:(?P<up>cao\s+hơn|nhiều\s+hơn|lớn\s+hơn|vượt)|(?P<down>thấp\s+hơn|ít\s+hơn))\s+(?:so\s+với\s+)?(?:[^\W\d_]+\s+){0,2}"
    r"(?:năm|tháng|quý|kỳ|vụ|trước|đầu|báo\s+động|kế\s+hoạch|chỉ\s+tiêu|ngưỡng|mức)(?:\s+[\w/]+){0,4}\s+$"
)
_OBJECT = re_pattern(r"\b(?:(?P<up>tăng|nâng)|(?P<down>giảm|kéo\s+giảm|hạ))\s+(?:(?:tỷ|tỉ)\s+lệ|số|tỷ\s+trọng)(?:\s+(?!xuống|còn|lên|đạt|là|có|được|từ)[^\W\d_]+){1,6}\s+(?:từ\s+)?$")
_NAMED_RATE = re_pattern(r"\btốc\s+độ\s+(?:tăng|giảm)(?:\s+\w+){0,4}\s*$|\btỷ\s+lệ\s+giảm\s+nghèo[^,;]*$")
_OTHER_THING = re_pattern(r"\s*(?:,\s*)?so\s+với\b")
_TWO_THINGS = ("cao hơn", "nhiều hơn", "thấp hơn", "ít hơn")
_LEVEL_AFTER = re_pattern(r"\s*(?:lên|xuống|còn)\b")  # giảm từ 12% xuống 8%: levels

_NONE: Decided[Change | None] = Decided(None, "change.none")


def decide(frame: Frame) -> Decided[Change | None]:
    """Increase or decrease where the number is a difference; None where it is a level."""
    head = frame.low_head
    if _NAMED_RATE.search(head):
        return Decided(None, "change.named_rate")
    match = _DIFFERENCE.search(head)
    if not match:
        return _spoken_round(frame)
    words = " ".join(match[0].split())
    if words.startswith(_TWO_THINGS) and not _OTHER_THING.match(frame.low_after):
        return Decided(None, "change.two_things")
    return Decided("increase" if match["up"] else "decrease", "change.verb")


def _spoken_round(frame: Frame) -> Decided[Change | None]:
    """A difference whose verb stands further off: cao hơn năm trước 3.000 đồng, giảm tỷ lệ hộ nghèo 4%."""
    head = frame.low_head
    if match := _EARLIER.search(head):
        return Decided("increase" if match["up"] else "decrease", "change.earlier")
    if frame.quantity.kind == "percent" and not _LEVEL_AFTER.match(frame.low_after) and (match := _OBJECT.search(head)):
        return Decided("increase" if match["up"] else "decrease", "change.object")
    return _NONE


EXAMPLES: tuple[tuple[str, Change | None], ...] = (
    ("tăng |276 mô hình| so với năm 2020", "increase"), ("giảm |3,2%|", "decrease"), ("tăng lên |52 hợp tác xã|", None),
    ("nâng tổng số lên |62 doanh nghiệp|", None), ("tăng trưởng |6,45%|", "increase"), ("giảm còn |5,2%|", None),
    ("tỷ lệ giảm nghèo đạt |8,54%|", None), ("giá bán cao hơn năm trước |3.000 đồng|", "increase"),
    ("phấn đấu giảm tỷ lệ hộ nghèo |4%|", "decrease"), ("giảm tỷ lệ hộ nghèo từ |12%| xuống 8%", None),
)  # fmt: skip
