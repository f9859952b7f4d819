"""Items that a label before the number names, and what a sum was given or paid for."""

from __future__ import annotations

from extractor.extraction.context.item.view import (
    DIGITS,
    LABEL_ONLY,
    VERB,
    ItemRule,
    View,
    as_written,
    clause_before,
    object_of,
    verb_last,
    verbs_in,
)
from extractor.extraction.rules.clauses import find_label, strip_stating, strip_tail, without_frame
from extractor.extraction.rules.phrases import cut, phrase_after
from extractor.language.patterns import by_first, lowered, re_pattern

MOST_OF_PREVIOUS = 8  # syllables of the item before that a label still takes along
_DIMENSION_LABEL = re_pattern(r"(?:chiều|bề|độ)\s+(?:dài|rộng|cao|sâu|dày)|tốc\s+độ\s+tăng\s+trưởng|độ\s+che\s+phủ")
_PASSIVE = re_pattern(r"\b(?:được|bị)\s+$")
_WORTH = re_pattern(r"(?P<words>.+?)(?<!với)(?<!cho)(?<!có)(?<!tổng)\s+(?:có\s+|này\s+|ấy\s+|đó\s+)*(?:tổng\s+)?(?:(?:trị|đáng)\s+giá|giá\s+trị)(?:\s+(?:là|đạt|trên|hơn|gần|khoảng|ước|tính|lên|đến|tới))*\s*$")
_GIVES = re_pattern(rf"{by_first(('bố trí', 'hỗ trợ', 'cấp', 'chi', 'trao', 'duyệt', 'duyệt chi', 'giải ngân', 'phân bổ', 'dành', 'trích', 'ủng hộ', 'tài trợ', 'đầu tư'))}(?:\s+cho\s[^,]*)?$")
_PURPOSE = re_pattern(
    r"\s*(?P<words>(?:tiền|để|hỗ\s+trợ|nhằm|phục\s+vụ|xây\s+dựng|làm|mua|đầu\s+tư|tặng|giúp|trả|hàng\s+hóa|hiện\s+vật|nhu\s+yếu\s+phẩm|khắc\s+phục|đền\s+bù|bồi\s+thường|vốn|duy\s+tu|ủng\s+hộ|sửa\s+chữa)\b[^.;,]*)"
)
_FOR = re_pattern(r"\s*cho\s+(?:(?:hơn|gần|trên|khoảng)\s+)?[\d.,]*\s*")
OF_WHAT = re_pattern(r"\s*(?P<words>(?:từ\s+(?!năm|tháng|ngày|quý|nay)\w+|của|cho|để|hỗ\s+trợ|đầu\s+tư|phục\s+vụ|xây\s+dựng|tham\s+gia|trên\s+(?!địa|cơ|đây|số|tổng)\w+|trong\s+(?:các|tài|túi|két|quỹ))\b[^.;,\d]*)")
_DONE_WITH_IT = re_pattern(r"\s*(?P<words>(?:(?:đã|được|bị)\s+)+(?!nay|năm)[^\W\d_]+\b[^.;,\d]*)")
_MEASURES = ("tỷ lệ", "tỉ lệ", "tổng số", "số lượng", "tổng chiều dài", "mức")  # they say how the subject is measured, and no more
_SUMS = ("số tiền", "tổng số tiền", "kinh phí", "tổng kinh phí", "tiền")
_PRICES = ("giá", "mức giá", "đơn giá", "giá rẻ", "giá cao", "giá thấp")
_SOLD = re_pattern(r"(?P<words>\b(?:bán|mua|thu\s+mua|cho\s+thuê|thuê|bán\s+ra|chở|vận\s+chuyển)\b(?:(?!\b(?:bán|mua|thuê)\b)[^,;.:\d])*)$")
_ONLY_SOLD = re_pattern(r"(?:bán|mua|thu\s+mua|bán\s+ra)(?:\s+(?:được|ra|với))*\s*")
_WHOS = frozenset("xã huyện tỉnh thôn bản người hộ em học cá tập hội đoàn lượt".split())  # whom it went to, not what it was for


def _share_of_verb(view: View) -> str | None:
    """The action that reached a share, with what it was done to."""
    low = view.low_whole
    verb = verb_last(low) if view.quantity.kind == "percent" else None
    if not verb or verb["verb"].startswith(("bị ", "được ")) or _PASSIVE.search(low, 0, verb.start()):
        return None
    action = as_written(verb, view.whole, "verb")
    if goal := phrase_after(view.frame.rest) or phrase_after(view.frame.rest, unit=action).removeprefix(action).strip():
        return cut(f"{action} {goal}")
    return cut(f"{view.previous} {action}") if view.previous else None


def _worth(view: View) -> str | None:
    """What is worth the sum."""
    match = _WORTH.match(view.low_near)
    what = strip_stating(as_written(match, view.near)) if match else ""
    return cut(f"trị giá {what}") if what and not VERB.match(lowered(what)) else None


def _given_for(view: View) -> str | None:
    """What a sum was given for, where its giver stands before it."""
    return _purpose(view) if view.quantity.kind == "money" and _GIVES.search(view.low_whole) else None


def _purpose(view: View) -> str | None:
    """What a sum was for: 5,6 tỷ đồng đền bù đất; hỗ trợ … cho 129 hộ dân."""
    frame = view.frame
    if purpose := _PURPOSE.match(frame.low_rest):
        words = DIGITS.sub("", as_written(purpose, frame.rest)).split()
        return cut(" ".join(words[1:] if words[0].lower() in ("để", "nhằm") else words))
    given = _FOR.match(frame.low_rest)
    verb = verb_last(view.low_whole) if given else None
    goal = phrase_after(frame.rest[given.end() :]) if given and verb else ""
    return cut(f"{as_written(verb, view.whole, 'verb')} {goal}") if verb and goal else None


def _label(view: View) -> str | None:
    """A label with what it is the label of."""
    found = find_label(view.low_near)
    if not found:
        return None
    start, end = found
    ahead, label = view.near[:start], view.near[start:end] + strip_tail(view.near[end:])
    dimension = _DIMENSION_LABEL.fullmatch(lowered(label))
    subject = strip_stating(ahead) if dimension else ""
    if subject and not VERB.search(lowered(subject)):
        return object_of(subject)
    return cut(label) if dimension or len(label.split()) > LABEL_ONLY else _completed(label, ahead, view)


def _completed(label: str, ahead: str, view: View) -> str:
    """A short label with the words behind the number, the action before it, or the figure before."""
    frame, low = view.frame, lowered(label)
    if purpose := OF_WHAT.match(frame.low_rest):
        return cut(f"{label} {as_written(purpose, frame.rest)}")
    if low in _PRICES and (sold := _SOLD.search(lowered(ahead))):
        goods = strip_stating(ahead[: sold.start()])
        if goods and not ahead[: sold.start()].rstrip().endswith(" và") and _ONLY_SOLD.fullmatch(sold["words"]):
            return cut(f"{label} {goods}")
        return cut(f"{label} {as_written(sold, ahead).strip(' ,').removesuffix(' với')}")
    previous = _unlabelled(view.previous or "")
    if (
        previous
        and frame.previous
        and not low.startswith(("giá bán", "giá cho"))
        and frame.previous.kind not in ("money", "percent")
        and frame.previous.unit.split()[0].lower() not in _WHOS
    ):
        return cut(f"{label} {previous}") if len(previous.split()) <= MOST_OF_PREVIOUS else label
    subject = strip_stating(ahead)
    if subject and low == "thiệt hại":
        return cut(f"{label} {subject}")
    if subject and view.quantity.kind == "area":
        if not verb_last(lowered(subject)):
            return object_of(subject)
        return cut(f"{label} {phrase_after(frame.rest)}")  # xây dựng trên diện tích 70 ha đất đồi
    action = _action(label, ahead, view)
    if len(action) > 1:
        return cut(" ".join([label, *action]))
    if subject and view.quantity.kind != "money":
        return object_of(subject) if low in _MEASURES else cut(f"{label} {object_of(subject)}")
    done = None if subject else _DONE_WITH_IT.match(frame.low_rest)
    return cut(f"{label} {as_written(done, frame.rest)}") if done else label


def _unlabelled(item: str) -> str:
    """An item without the label that it begins with."""
    found = find_label(lowered(item))
    return item[found[1] :].strip() if found and found[0] == 0 else item


def _action(label: str, ahead: str, view: View) -> list[str]:
    """The words from the verb on that stand before a label; of a plain sum also those of the clause before its segment."""
    verb = next(iter(verbs_in(lowered(ahead))), None)
    clause = "" if verb or lowered(label) not in _SUMS else without_frame(clause_before(view.frame))
    if clause and not DIGITS.search(clause):
        ahead = clause[: lowered(clause).rfind(lowered(label))]
        verb = next(
            (found for found in reversed(verbs_in(lowered(ahead))) if len(ahead[found.start() :].split()) > LABEL_ONLY),
            None,
        )
    return ahead[verb.start() :].strip(" ,").removesuffix(" với").split() if verb else []


RULES = (
    ItemRule("item.share_of_deed", _share_of_verb,
             (("Huyện giải ngân được 47,6% kế hoạch vốn.", "47,6%", "giải ngân kế hoạch vốn"),),
             (("Tuyến đường đã được nhựa hóa 100%.", "100%"),)),
    ItemRule("item.worth", _worth,
             (("Phần việc này trị giá 30 triệu đồng.", "30 triệu đồng", "trị giá Phần việc"),),
             (("Công trình được thực hiện với tổng trị giá 30 triệu đồng.", "30 triệu đồng"),)),
    ItemRule("item.given_for", _given_for,
             (("Quỹ bảo trì bố trí cho huyện 30 tỷ đồng để duy tu đường.", "30 tỷ đồng", "duy tu đường"), ("Đoàn hỗ trợ 50 triệu đồng cho 20 hộ nông dân.", "50 triệu đồng", "hỗ trợ hộ nông dân")),
             (("Tổng kinh phí 30 tỷ đồng.", "30 tỷ đồng"),)),
    ItemRule("item.label", _label,
             (("Tổng kinh phí hỗ trợ nhà ở là 30 tỷ đồng.", "30 tỷ đồng", "Tổng kinh phí hỗ trợ nhà ở"), ("Gia đình bán cá với giá 70.000 đồng/kg.", "70.000 đồng/kg", "giá bán cá"), ("Dưa to đẹp nhất chỉ bán được với giá 1.500 đồng/kg.", "1.500 đồng/kg", "giá Dưa to đẹp nhất"),
              ("Nhà máy được xây dựng trên diện tích 70 ha đất đồi.", "70 ha", "diện tích đất đồi"),
              ("Công nghiệp chiếm tỷ trọng 45,2% trong cơ cấu kinh tế.", "45,2%", "tỷ trọng Công nghiệp"), ("Lúa cho năng suất 65 tạ/ha, sản lượng 3.200 tấn.", "3.200 tấn", "sản lượng Lúa"),
              ("Công an thu giữ số tiền 56 triệu đồng trên chiếu bạc.", "56 triệu đồng", "số tiền trên chiếu bạc")),
             (("Xã có 12 tỷ đồng.", "12 tỷ đồng"),)),
    ItemRule("item.purpose", _purpose,
             (("Huyện đã có 5,6 tỷ đồng đền bù đất.", "5,6 tỷ đồng", "đền bù đất"),),
             (("Huyện đã có 5,6 tỷ đồng.", "5,6 tỷ đồng"),)),
)  # fmt: skip
