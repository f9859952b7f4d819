"""Items of sizes, ways and times: the land, road or thing that is so large or long, and what takes so long."""

from __future__ import annotations

from extractor.extraction.context.item.view import (
    ANY_VERB,
    DIGITS,
    LABEL_ONLY,
    UNIT_ITSELF,
    ItemRule,
    View,
    as_written,
    object_of,
    small,
    verbs_in,
)
from extractor.extraction.rules.clauses import segments, strip_stating
from extractor.extraction.rules.phrases import BARE_AREA, cut
from extractor.language.dictionary import compound_words
from extractor.language.patterns import lowered, re_pattern

_LAND_USE = re_pattern(r"\s*(?P<words>(?:nuôi|trồng|gieo\s+trồng|gieo\s+cấy|canh\s+tác|làm)\s+(?!mới|lại|được|mất)[^\W\d_]+(?:\s+[^\W\d_]+)?)")
_THING = re_pattern(r"(?:^|\s)(?P<words>khu\s+đất|khu\s+vực|phần\s+đất|mảnh\s+đất|thửa\s+đất|lô\s+đất|đoạn(?:\s+đường)?|quãng\s+đường|tuyến\s+đường|con\s+đường|căn\s+nhà|cánh\s+đồng)\s*$")
_OF_THING = re_pattern(r"\s+(?P<words>(?!(?:từ|đến|tại|ở|và|là|với|thì|cho|có|trên\s+địa\s+bàn|so|trong\s+đó)\b)[^\W\d_][^,.;:()]*)")
_WIDE = re_pattern(r"\brộng(?:\s+(?:khoảng|hơn|gần|trên))?\s*$")
_TERM = re_pattern(r"\btrong\s+(?:vòng|thời\s+gian|thời\s+hạn)\s*$")
_ROAD = re_pattern(r"(?:^|[,;:]\s)(?P<words>[^;:]*?\b(?:đường|quốc\s+lộ|tỉnh\s+lộ|tuyến|đoạn|cao\s+tốc|kênh|đê|kè)\b[^,;:()]*?)\s+(?:từ|nối)\s[^;:]*\s(?:đến|tới|đi|với)\s[^;:\d]*?\b(?:có\s+)?(?:tổng\s+)?(?:chiều\s+)?dài(?:\s+(?:là|khoảng|hơn|gần|trên))*\s*$")
LONGEST_WAY = 250  # characters from a road to its length
_MOVED = re_pattern(r"(?<!quá\s)\b(?P<words>(?:đi|chạy|di\s+chuyển|vượt|bơi|lội|trôi|chở|chạy\s+bộ|đi\s+bộ|đi\s+vòng|cuốn\s+trôi|vận\s+chuyển|truy\s+đuổi)(?:\s+(?!được\b)[^\W\d_]+){0,6})$")
MOST_OF_LONG = 5  # syllables of the thing whose length is given, right before the number


def _land_use(view: View) -> str | None:
    """What land is used for."""
    use = _LAND_USE.match(view.frame.low_rest) if view.quantity.kind == "area" else None
    return cut(as_written(use, view.frame.rest)) if use else None


def _thing(view: View) -> str | None:
    """The thing right before its size, with the words behind that say which: khu đất 12.000 m2 do công ty quản lý."""
    thing = _THING.search(view.frame.low_before)
    if not thing or view.quantity.kind not in ("area", "length", "volume"):
        return None
    behind = BARE_AREA.match(view.frame.rest)
    rest, low = view.frame.rest, view.frame.low_rest
    at = behind.end() if behind else 0
    which = _OF_THING.match(low, at)
    name = as_written(thing, view.frame.before)
    return cut(f"{name} {as_written(which, rest)}") if which else name


def _area_of(view: View) -> str | None:
    """How large a unit is."""
    wide = view.quantity.kind == "area" and UNIT_ITSELF.match(view.low_own) and _WIDE.search(view.frame.low_head)
    return cut(f"diện tích {small(view.own)}") if wide else None


def _road(view: View) -> str | None:
    """The road whose length is given, without where it begins and ends: quốc lộ 49C từ cảng A (tỉnh B) đi xã C dài 41 km."""
    low = view.frame.low_head
    road = _ROAD.search(low, max(0, len(low) - LONGEST_WAY)) if view.quantity.kind == "length" else None
    return object_of(strip_stating(segments(as_written(road, view.frame.head))[-1])) if road else None


def _moved(view: View) -> str | None:
    """How somebody or something moved so far: phải đi vòng về trung tâm gần 180 km."""
    moved = _MOVED.search(view.low_own) if view.quantity.kind == "length" else None
    if not moved:
        return None
    said = as_written(moved, view.own)
    return cut(said if len(said.split()) > LABEL_ONLY else view.own)


def _somewhere(view: View) -> str | None:
    """What reached so far somewhere: nước gây ngập sâu, có nơi gần 2 m."""
    if view.own or view.previous or view.quantity.kind != "length" or len(view.pieces) < 2:
        return None
    return cut(" ".join(view.pieces[-2].split()[-MOST_OF_LONG:]))


def _term(view: View) -> str | None:
    """The time that an action takes or holds: trả góp trong vòng 3 năm; giao rừng cho 12 hộ trong thời hạn 50 năm."""
    term = _TERM.search(view.frame.low_head) if view.quantity.kind == "duration" else None
    if not term:
        return None
    segment = segments(view.frame.head[: term.start()])[-1:] or [""]
    words = strip_stating(segment[0]).split()
    verb = next(iter(reversed(verbs_in(lowered(" ".join(words)), ANY_VERB))), None)
    if not verb:
        return cut(f"thời gian {small(' '.join(words))}") if words and not DIGITS.search(segment[0]) else None
    at = len(" ".join(words)[: verb.start()].split())
    at -= at > 0 and f"{words[at - 1]} {words[at]}".lower() in compound_words()  # trả | góp
    digit = next((i for i in range(at, len(words)) if words[i][0].isdigit()), len(words))
    return cut(f"thời gian {' '.join(words[at:digit])}")


LAND_USE = ItemRule(
    "item.land_use", _land_use,
    (("Mưa làm ngập 15 ha ngô, 24 ha nuôi thủy sản.", "24 ha", "nuôi thủy sản"),),
    (("Trồng mới 24 ha rừng.", "24 ha"),))  # fmt: skip
THING = ItemRule(
    "item.thing", _thing,
    (("Thanh tra khu đất 12.000 m2 do công ty quản lý.", "12.000 m2", "khu đất do công ty quản lý"), ("Xã làm đoạn đường 300 m.", "300 m", "đoạn đường")),
    (("Đoạn đường dài 300 m.", "300 m"), ("Khu đất của công ty rộng 3 ha.", "3 ha")))  # fmt: skip
AREA_OF = ItemRule(
    "item.area_of", _area_of,
    (("Địa bàn rộng 19,15 km2.", "19,15 km2", "diện tích địa bàn"),),
    (("Khu vườn rộng 3 ha.", "3 ha"),))  # fmt: skip
ROAD = ItemRule(
    "item.road", _road,
    (("Tỉnh bổ sung quốc lộ 49C từ cảng Cửa Nam (Quảng Trị) đi xã Điền Hương dài 41 km.", "41 km", "quốc lộ 49C"),),
    (("Từ trung tâm xã đến thôn có 5 km đường đất.", "5 km"),))  # fmt: skip
MOVED = ItemRule(
    "item.moved", _moved,
    (("Người dân phải đi vòng về trung tâm huyện gần 180 km.", "gần 180 km", "đi vòng về trung tâm huyện"), ("Tài xế xe tải bỏ chạy 80 km.", "80 km", "Tài xế xe tải bỏ chạy")),
    (("Tuyến đường dài 180 km.", "180 km"),))  # fmt: skip
SOMEWHERE = ItemRule(
    "item.somewhere", _somewhere,
    (("Nước lũ đổ về gây ngập sâu, có nơi gần 2 m.", "gần 2 m", "đổ về gây ngập sâu"),),
    (("Nước ngập sâu 2 m.", "2 m"),))  # fmt: skip
TERM = ItemRule(
    "item.term", _term,
    (("Người mua nhà trả góp trong vòng 3 năm.", "3 năm", "thời gian trả góp"), ("Nhà máy bảo hành trong thời gian 60 tháng.", "60 tháng", "thời gian nhà máy bảo hành")),
    (("Tuyến đường bị chia cắt 3 ngày.", "3 ngày"),))  # fmt: skip
