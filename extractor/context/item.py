"""Item: what is counted or measured, the noun phrase behind the number or the one before it."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Mapping

import regex

from extractor.lexicon.dictionary import compound_words
from extractor.lexicon.nouns import CLASSIFIERS
from extractor.lexicon.words import ACTIONS, ALSO_NOUNS
from extractor.patterns import lowered
from extractor.rules.phrases import (
    MOST_SYLLABLES,
    by_first,
    clause_span,
    find_label,
    phrase_after,
    segments,
    strip_stating,
    strip_tail,
    without_frame,
)
from extractor.shapes import Decided, Frame

# What these rules find says little: a repeat of the number takes what the article said of it before.
TELLING_LITTLE = frozenset(("item.with_verb", "item.same_unit", "item.of_verb", "item.rest", "item.joined", "item.recipient"))
LABEL_ONLY = 3  # a label of up to so many syllables says too little alone: tổng kinh phí

_NOT_ITEM_AFTER_SHARE = re.compile(
    r"\s*(?:[,.;:)(/\"]|$|(?:dự\s+toán|kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|so\s+với|so|tổng|nghị\s+quyết|trở|và|mỗi|cùng|yêu\s+cầu|công\s+suất|định\s+mức|nhu\s+cầu|tham\s+gia|kh|của|giá\s+trị)\b)"
)
_PURPOSE = re.compile(
    r"\s*(?P<words>(?:tiền|để|hỗ\s+trợ|nhằm|phục\s+vụ|xây\s+dựng|làm|mua|đầu\s+tư|tặng|giúp|trả|hàng\s+hóa|hiện\s+vật|nhu\s+yếu\s+phẩm|khắc\s+phục|đền\s+bù|bồi\s+thường|vốn|duy\s+tu|ủng\s+hộ|sửa\s+chữa)\b[^.;,]*)"
)
_FOR = re.compile(r"\s*cho\s+(?:(?:hơn|gần|trên|khoảng)\s+)?[\d.,]*\s*")
_VERBS_LAST = (*ACTIONS, "trúng cử", "còn thiếu", "cần bầu", "cần", "thiếu")
_VERB_LAST = re.compile(rf"(?P<verb>{by_first(_VERBS_LAST)})(?:\s+(?:được|thêm|mới))?\s*$")
_LAST_OF_VERBS = frozenset(verb.split()[-1] for verb in _VERBS_LAST) | {"được", "thêm", "mới"}
_VERB = re.compile(rf"{by_first(verb for verb in ACTIONS if verb not in ALSO_NOUNS)}(?!\w)")
_ONLY_VERB = re.compile(rf"(?:(?:còn|đã|được|phải|mới|chưa|đang|bị)\s+)*{by_first(ACTIONS)}(?:\s+(?:và\s+)?{by_first(ACTIONS)})*(?:\s+(?:được|thêm))?")
_DIMENSION_LABEL = re.compile(r"(?:chiều|bề|độ)\s+(?:dài|rộng|cao|sâu|dày)|tốc\s+độ\s+tăng\s+trưởng|độ\s+che\s+phủ")
_DIMENSION = re.compile(r"\b(?:diện\s+tích|(?:chiều|bề)\s+\w+|dài|rộng|cao|sâu|dày|nặng|khối\s+lượng|trọng\s+lượng|quy\s+mô|công\s+suất|dung\s+tích|cách|mực\s+nước|đỉnh)\s*(?:là|đạt|:)?\s*$")
_IS = regex.compile(r"\s+là\s+(?=\p{Ll})")
_JOINED = re.compile(r"[^,;.]*?(?:\s+và|,|\s+cùng|\s+với)\s+")
_ALL = re.compile(r"^\s*(?:các|những|toàn\s+bộ|tổng\s+số)(?=\s)")
_EACH_ONLY = re.compile(r"[^,;.]*[,;]?\s*mỗi\s+\w+\s+(?:trị\s+giá\s+|là\s+|được\s+|gồm\s+)?")
_PLACE_ONLY = regex.compile(r"(?:(?:riêng|tiếp\s+đến\s+là|đến\s+là|cao\s+nhất\s+là|thấp\s+nhất\s+là|là|ở|tại)\s+)?(?:(?:xã|huyện|tỉnh|phường|thị\s+trấn|thị\s+xã|thành\s+phố|TP\.?|TX\.?|quận)\s+)?(?:\p{Lu}[\p{L}'’]*\s*){1,5}(?:dẫn\s+đầu)?")
_THE_FIGURE = re.compile(r"\b(?:con\s+)?số\s+này(?:\s+đã)?$|\bcon\s+số$")
_THAN = re.compile(r"(?:cao|thấp|nhiều|ít|lớn)\s+hơn\b|(?:(?:có\s+)?(?:nơi|xã|hộ|người|đơn\s+vị)\s+)?(?:cao|thấp|nhiều|ít|lớn|nhỏ)\s+nhất$")
_DIGITS = re.compile(r"\b\d[\d.,]*\s*")
_OF_WHAT = re.compile(r"\s*(?P<words>(?:từ\s+(?!năm|tháng|ngày|quý|nay)\w+|của|cho|để|hỗ\s+trợ|đầu\s+tư|phục\s+vụ|xây\s+dựng|tham\s+gia|trên\s+(?!địa|cơ|đây|số|tổng)\w+|trong\s+(?:các|tài|túi|két|quỹ))\b[^.;,\d]*)")
_DONE_WITH_IT = re.compile(r"\s*(?P<words>(?:(?:đã|được|bị)\s+)+(?!nay|năm)[^\W\d_]+\b[^.;,\d]*)")
_LEVELS_LINK = re.compile(r"\s*(?:%|\w+)?\s*(?:xuống|lên|còn|thành|so\s+với|,?\s*đạt|,?\s*tăng|,?\s*giảm|,?\s*bằng|,?\s*vượt|,?\s*chiếm)(?:\s+(?:còn|mức|thành|trên|gần|hơn|khoảng|thêm|tới|đến|tỷ\s+lệ|tỉ\s+lệ))*\s*")
_SHARE_LINK = re.compile(r"[\s,(]*(?:(?:chiếm|đạt|tức|tương\s+ứng|tương\s+đương|bằng)\s+)?(?:(?:tỷ|tỉ)\s+lệ\s+)?(?:trên|hơn|gần|khoảng)?\s*")
_EACH = re.compile(r"\b(?:mỗi|từng|bình\s+quân)\s+\w+\s*$")


def decide(frame: Frame, *, inherited: str | None, previous: str | None, shared: str | None, known: Mapping[str, str]) -> Decided[str]:
    """What a figure counts or measures, as the text says it.

    `inherited` is the total's item where the figure is a part that only gives a class; `previous` is the item of the
    figure before it in the sentence, for `…, đạt 85% dự toán`; `shared` is the complement that a list of counted
    nouns has in common: `5 tập thể, 5 cá nhân có thành tích`.
    """
    quantity = frame.quantity
    if inherited:
        return Decided(inherited, "item.of_total")
    if quantity.kind in ("count", "ratio"):
        return _counted(frame, previous, shared, known.get(quantity.unit.split()[0].lower()))
    if previous and _is_share_of(frame):
        return Decided(f"tỷ lệ {previous}", "item.share")
    if previous and frame.previous and _LEVELS_LINK.fullmatch(frame.low_before) and (quantity.kind == "percent" or quantity.unit == frame.previous.unit):
        return Decided(previous, "item.previous")
    if previous and quantity.kind == "money" and _is_worth_of_each(frame):
        return Decided(_first(f"giá trị {previous}"), "item.worth")
    if quantity.kind in ("money", "percent") and (copula := _IS.match(frame.rest)) and (named := phrase_after(frame.rest[copula.end() :])):
        return Decided(named, "item.is")
    if quantity.kind not in ("money", "duration", "other") and not (quantity.kind == "percent" and _NOT_ITEM_AFTER_SHARE.match(frame.low_after)):
        if quantity.kind == "area" and (use := _LAND_USE.match(frame.low_rest)):
            return Decided(_first(_words(use, frame.rest)), "item.land_use")
        if previous and frame.previous and frame.previous.unit == quantity.unit and _AND.search(frame.low_before) and (said := _PREDICATE.match(frame.low_rest)):
            return Decided(previous if quantity.kind == "percent" else _first(f"{_head_noun(previous)} {_words(said, frame.rest)}"), "item.parallel")
        every = _ALL.match(frame.low_rest)
        if not _DIMENSION.search(frame.low_head) and (behind := phrase_after(frame.rest[every.end() :] if every else frame.rest)):
            return Decided(behind, "item.after")
    if quantity.kind == "duration" and " " in quantity.unit:
        return Decided(phrase_after(frame.rest, unit=quantity.unit), "item.after")
    return _before(frame, previous, known)


_AND = re.compile(r"(?:[;,]|\bvà|\bcòn|\btrong\s+đó)\s*(?:có\s+|là\s+)?$")
_PREDICATE = re.compile(rf"\s*(?P<words>(?:đã\s+|đang\s+|bị\s+|được\s+|đạt\s+|{by_first(ACTIONS)}\s?)[^,;.:()]*)")
_LAND_USE = re.compile(r"\s*(?P<words>(?:nuôi|trồng|gieo\s+trồng|gieo\s+cấy|canh\s+tác|làm)\s+(?!mới|lại|được|mất)[^\W\d_]+(?:\s+[^\W\d_]+)?)")


def _head_noun(item: str) -> str:
    """The noun that an item begins with: lúa of lúa mất trắng."""
    words = item.split()
    return " ".join(words[:2]) if " ".join(words[:2]).lower() in compound_words() else words[0]


_OF_ALL = re.compile(r"\s*(?:tổng\s+)?số(?!\s+(?:này|đó|ấy|trên)\b)(?=\s)")
_OF_KIND = {"money": "số tiền", "percent": "tỷ lệ", "area": "diện tích", "length": "chiều dài", "mass": "khối lượng", "volume": "thể tích"}


def _is_worth_of_each(frame: Frame) -> bool:
    """Whether a sum says what each of the things counted before it is worth: mỗi phần 700.000 đồng; 350 suất (120.000 đồng/suất)."""
    before, per = frame.previous, frame.quantity.per
    if before is None or before.kind not in ("count", "ratio"):
        return False
    head = before.unit.split()[0].lower()
    return (per is not None and per.lower().split("/")[0] == head) or bool(_EACH_ONLY.fullmatch(frame.before) and head in frame.low_before)


def _is_share_of(frame: Frame) -> bool:
    """Whether a percentage only gives the share that the figure before it is: 788.867 người đi bầu, đạt 99,98%."""
    before = frame.previous
    if before is None or frame.quantity.kind != "percent" or before.kind not in ("count", "ratio") or before.per:
        return False
    return bool(_SHARE_LINK.fullmatch(frame.low_before) and _NOT_ITEM_AFTER_SHARE.match(frame.low_after))


def _counted(frame: Frame, previous: str | None, shared: str | None, same: str | None) -> Decided[str]:
    """The counted noun with its complement; a bare noun takes what its list shares, or the words before its number."""
    quantity = frame.quantity
    if quantity.unit_end <= quantity.amount.end:  # a label before the number, or the unit of the figure before
        label = _own(frame)
        if previous and quantity.rule.endswith(".inherited") and not _NUMBER_OF.match(lowered(label)):
            return Decided(previous, "item.previous")
        return Decided(label or quantity.unit, "item.label")
    if award := _awarded(frame, shared):
        return Decided(_first(f"{quantity.unit} {award}"), "item.awarded")
    phrase = phrase_after(frame.rest, unit=quantity.unit)
    verb = _verb_last(frame.low_before)
    if verb and _GOAL.match(lowered(phrase), len(quantity.unit)):
        phrase = quantity.unit  # cử 7 ủy viên | vào Ủy ban …: where they went, not which
    heading = _heading(frame)
    extra = len(phrase.split()) - len(quantity.unit.split())
    if heading and frame.head.rstrip().endswith(":") and extra <= (quantity.unit.lower() not in CLASSIFIERS):
        label = heading if heading.lower().split()[: len(quantity.unit.split())] == quantity.unit.lower().split() else f"{phrase} {heading[0].lower()}{heading[1:]}"
        return Decided(_first(label), "item.heading")
    if phrase != quantity.unit:
        return Decided(phrase, "item.after")
    if shared:
        return Decided(_first(f"{phrase} {shared}"), "item.shared")
    own = _DIGITS.sub("", _own(frame))
    if frame.previous:
        own = strip_stating(_AT_LAST_MARK.split(frame.before)[-1])
    low_own = lowered(own)
    wide = strip_stating(_clause(frame))
    if any(char.isdigit() for char in wide):
        wide = ""
    low_wide = lowered(wide)
    first = quantity.unit.split()[0].lower()
    again = f" {low_wide} ".find(f" {quantity.unit.lower()} ")
    if 0 <= again < len(wide) - len(quantity.unit):
        return Decided(_first(wide[again:]), "item.named_before")
    if (numbered := _NUMBER_OF.match(low_own)) or (numbered := _SUM_OF.search(low_wide) if _STATED.search(frame.low_before) else None):
        return Decided(_first((own if numbered.string is low_own else wide)[numbered.end() :]), "item.number_of")
    if done := _DONE.match(low_wide):
        return Decided(_first(f"{phrase} {_words(done, wide)}"), "item.done")
    if received := _received(frame, lowered(own)):
        return Decided(_first(f"{phrase} {received}"), "item.recipient")
    if (topic := _topic(frame)) and _FOUND.search(frame.low_before):
        return Decided(_first(f"{phrase} {topic}"), "item.topic")
    if verb:
        return Decided(f"{phrase} {' '.join(verb['verb'].split())}", "item.with_verb")
    if " " not in quantity.unit and MOST_LABEL >= len(own.split()) > 1 and not (frame.previous and not _APART.search(frame.low_before)) and own[1:] == low_own[1:] and not _UNIT_ITSELF.match(low_own):
        return Decided(_first(f"{first} {own[0].lower()}{own[1:]}"), "item.class_before")
    if lowered(quantity.unit) in _MEMBERS and (body := _BODY.match(low_own)):
        return Decided(_first(f"{phrase} {own[slice(*body.span())]}"), "item.of_body")
    if heading:
        return Decided(_first(f"{phrase} {heading}"), "item.heading")
    if same and " " not in quantity.unit:
        return Decided(same, "item.same_unit")
    return Decided(phrase, "item.after")


_GOAL = re.compile(r"\s+(?:vào|để|sang|về|ra|lên|xuống)\b")
_MERIT = re.compile(r"\s*(?P<words>(?:có|đạt|lập)\s+(?:nhiều\s+)?thành\s+tích(?:\s+xuất\s+sắc)?|(?:tiêu\s+biểu|xuất\s+sắc|điển\s+hình|làm\s+tốt)\b)")
_AWARD = r"(?:bằng\s+khen|giấy\s+khen|huân\s+chương|kỷ\s+niệm\s+chương|danh\s+hiệu|cờ\s+thi\s+đua)"
_AWARD_BEFORE = re.compile(rf"(?:trao\s+tặng|tặng\s+thưởng|trao|tặng)\s+(?P<award>{_AWARD}[^,;:.\d]*?)\s+cho\b[^;:.]*$")
_AWARD_BEHIND = re.compile(rf"[^;.]*?\b(?:nhận|được\s+(?:nhận|tặng|trao(?:\s+tặng)?))\s+(?P<award>{_AWARD})\b")


def _awarded(frame: Frame, shared: str | None) -> str:
    """The award that people or groups of merit were given: trao Bằng khen cho 2 tập thể có thành tích xuất sắc."""
    merit = _MERIT.match(frame.low_rest) or (_MERIT.match(lowered(shared)) if shared else None)
    if not merit:
        return ""
    said = "" if merit["words"].startswith("làm") else f"{merit['words']} "
    if before := _AWARD_BEFORE.search(frame.low_head):
        return f"{said}được tặng {frame.head[slice(*before.span('award'))]}"
    behind = _AWARD_BEHIND.match(frame.low_rest)
    return f"{said}nhận {_words(behind, frame.rest, 'award')}" if behind else ""


_MEMBERS = ("người", "thành viên", "ủy viên", "đồng chí", "đại biểu", "đảng viên", "hội viên")
_BODY = re.compile(r"(?:ban|hội|đoàn|đội|tổ|ủy ban|hội đồng|danh sách|gia đình|nhóm|lớp|trường|đảng bộ|chi bộ|thường trực|bộ máy|đội ngũ)\b(?:\s+[^\W\d_]+){0,4}")
_TO = re.compile(r"\bcho(?:\s+(?:cả|hơn|gần|trên|khoảng))?\s*$")
_FOUND = re.compile(r"\b(?:phát hiện|xử lý|bắt|bắt giữ|khởi tố|ghi nhận|tiếp nhận|giải quyết|kiểm tra|tổ chức)(?:\s+(?:được|và\s+xử\s+lý))?\s*$")
_TOPIC = re.compile(r"\s*(?:về|đối với|ở|trong|trên)\s+(?:(?:công tác|lĩnh vực|mảng|nội dung)\s+)*(?P<words>[^,;:.()\d]{3,50}),")
_NO_TOPIC = re.compile(r"(?:đó|năm|tháng|quý|ngày|tuần|dịp|đợt|thời|giai|khi|địa|phía|cùng|kỳ|toàn|tỉnh|huyện|xã)\b")


def _received(frame: Frame, own: str) -> str:
    """What those counted were given or had done: tiêm chủng đầy đủ cho 1.126 trẻ gives được tiêm chủng đầy đủ."""
    to = _TO.search(frame.low_before)
    if not to:
        return ""
    words = frame.before[: to.start()]
    verbs = list(_ANY_VERB.finditer(lowered(words)))
    if not verbs:
        return ""
    verb = verbs[-1]
    deed = _DIGITS.sub("", words[verb.start() :]).split()
    room = 2 * len(frame.quantity.unit.split())  # what was done says less of the things counted than their noun does
    return f"được {' '.join(deed) if len(deed) <= room else verb[0]}"


_ANY_VERB = re.compile(rf"{by_first(ACTIONS)}(?!\w)")


def _topic(frame: Frame) -> str:
    """What a sentence says that it is about: Về ma túy, đơn vị phát hiện 22 vụ."""
    start, _ = clause_span(frame.head, frame.low_head)
    topic = _TOPIC.match(frame.low_head, start)
    if not topic or _NO_TOPIC.match(topic["words"]) or not frame.head[topic.start("words")].islower():
        return ""
    return frame.head[slice(*topic.span("words"))].strip()


def _heading(frame: Frame) -> str:
    """What a line says before its colon, for all that is counted behind it: HĐND cấp huyện: 75 đơn vị bầu cử; …"""
    match = _HEADING.match(frame.head) if ":" in frame.head and frame.sentence.role != "title" else None
    return " ".join(_DIGITS.sub("", match["label"]).split()) if match and not _NO_HEADING.search(lowered(match["label"])) else ""


_HEADING = re.compile(r"\s*(?:[-+•*]|\d{1,2}[.)])?\s*(?P<label>[^:;.!?\"]{3,60}):\s")
_NO_HEADING = re.compile(r"\b(?:gồm|đó|cụ thể|sau|biết|hay|như|là|kết quả|thêm|khác|chia|với|nội dung|tiêu biểu|hơn|sẻ|nói)\s*$|^\s*(?:trong đó|cụ thể|về)\b")
_DONE = re.compile(rf".*?{by_first(('tổ chức', 'thực hiện', 'triển khai', 'tiến hành'))}\s+(?:được\s+)?(?P<words>{by_first(ACTIONS)}\s[^,;:()\d]+)$")
_NUMBER_OF = re.compile(r"(?:tổng\s+)?số\s+(?:lượng\s+)?(?!tiền\b)(?=[^\W\d_])")
_SUM_OF = re.compile(r"(?<!\w)(?<!trong )(?<!trên )(?:tổng\s+)?số\s+(?:lượng\s+)?(?!tiền\b)(?=[^\W\d_](?:(?!\sđó\b|\snày\b)[^:;.()\d])+$)")
_STATED = re.compile(r"(?:\b(?:là|đạt|tới|đến|có|còn|lên)|:)\s*$")
_APART = re.compile(r"^\s*(?:[,;(]|gồm|bao gồm|trong đó|và)|[,;:.(]\s")  # the figure before it does not stand in the same breath
_AT_LAST_MARK = re.compile(r"[,;:.(]\s|\bgồm\b")
MOST_LABEL = 8  # syllables before a bare noun that may say which: Trong đó khai thác lâm sản trái phép 03 vụ
_UNIT_ITSELF = re.compile(r"(?:tỉnh|huyện|xã|thành phố|thị xã|phường|thị trấn|địa bàn|thôn|bản|ngành|đơn vị|nay|mỗi|tất|ngoài|bên|theo)\b")


def _own(frame: Frame) -> str:
    """The content of the number's own segment, without what only states the number."""
    pieces = _pieces(frame, " :")
    return _clip(strip_stating(pieces[-1])) if pieces else ""


def _clause(frame: Frame, ends: str = " :") -> str:
    """The last clause before the number, without those marks at its end."""
    head = frame.head.rstrip(ends)
    start, end = clause_span(head, frame.low_head[: len(head)])
    return head[start:end]


def _pieces(frame: Frame, ends: str) -> list[str]:
    """The segments of the last clause before the number, without those marks at its end."""
    return segments(_clause(frame, ends))


def _verb_last(low: str) -> re.Match[str] | None:
    """The verb that a text in lower case ends with: còn thiếu; trồng được."""
    last = low.rsplit(maxsplit=1)[-1:]
    if not last or (last[0].isalpha() and last[0] not in _LAST_OF_VERBS):
        return None
    return _VERB_LAST.search(low)


def _before(frame: Frame, previous: str | None, known: Mapping[str, str]) -> Decided[str]:
    """The subject of the number in the words before it; for money its label or what it is for."""
    quantity = frame.quantity
    pieces = _pieces(frame, " :(")
    whole = _without_each(without_frame(pieces[-1])) if pieces else ""
    fresh = without_frame(frame.before.rstrip(" :(")) if frame.previous else whole
    if previous and frame.previous and frame.previous.unit == quantity.unit and _MORE_OF_IT.match(frame.low_before):
        return Decided(previous, "item.previous")
    if quantity.kind == "percent" and (share := _share_of_deed(frame, whole, previous)):
        return Decided(share, "item.share_of_deed")
    if worth := _worth(fresh if len(fresh) < len(whole) else whole):
        return Decided(_first(worth), "item.worth")
    if quantity.kind == "money" and _GIVES.search(lowered(whole)) and (purpose := _purpose(frame, whole)):
        return Decided(purpose, "item.purpose")
    if label := _last_label(fresh if len(fresh) < len(whole) else whole):
        ahead, named = label
        dimension = _DIMENSION_LABEL.fullmatch(lowered(named))
        subject = strip_stating(ahead) if dimension else ""
        if subject and not _VERB.search(lowered(subject)):
            return Decided(_object(subject), "item.before")
        if dimension or len(named.split()) > LABEL_ONLY:
            return Decided(_first(named), "item.label")
        return Decided(_complete(named, ahead, frame, previous), "item.label")
    if quantity.kind == "money" and (purpose := _purpose(frame, whole)):
        return Decided(purpose, "item.purpose")
    own = _without_each(strip_stating(pieces[-1])) if pieces else ""
    if heading := _COLON.search(_clause(frame, " (")):
        own = " ".join(heading["words"].strip(" -+*•").split())
    if (numbered := _NUMBERED.fullmatch(own)) and (item := known.get(numbered[1].lower())):
        return Decided(item, "item.numbered")
    if previous and any(char.isdigit() for char in own) and len(frame.before) < len(own):  # the figure before it is no part of what is measured
        own = _without_each(strip_stating(frame.before.strip(" :()")))
    low_own = lowered(own)
    if previous and (_THAN.match(low_own) or _PLACE_ONLY.fullmatch(own)):
        measured = _label_ahead(frame) if frame.previous and frame.previous.kind in ("count", "ratio") else ""
        return Decided(measured or previous, "item.label_ahead" if measured else "item.previous")
    if quantity.kind == "money" and frame.previous and _JOINED.fullmatch(frame.before):
        source = _OF_WHAT.match(frame.low_rest)
        if previous and not source and frame.previous.kind == "money" and not any(char.isalpha() for char in frame.before):
            return Decided(previous, "item.previous")
        return Decided(_first(f"tiền {_words(source, frame.rest)}") if source else "tiền", "item.joined")
    if previous and _THE_FIGURE.search(low_own):
        return Decided(previous, "item.previous")
    if quantity.kind == "money":
        deed = strip_stating(frame.before) if frame.previous else own
        if _ONLY_VERB.fullmatch(lowered(deed)):
            return Decided(f"số tiền {deed}", "item.of_verb")
    if quantity.kind == "money" and not (previous and _ONLY_VERB.fullmatch(low_own)) and (deed := _last_verbs(deed)):
        return Decided(_first(f"số tiền {deed} {quantity.per or ''}".strip()), "item.of_verb")
    if previous and _ONLY_VERB.fullmatch(low_own):
        return Decided(_first(f"{previous} {own}"), "item.previous_verb")
    if len(pieces) > 1 and _SUFFERS.match(low_own) and len(own.split()) <= LABEL_ONLY:
        return Decided(_first(f"{strip_stating(pieces[0])} {own}"), "item.before")
    if quantity.kind == "area" and _UNIT_ITSELF.match(low_own) and _WIDE.search(frame.low_head):
        return Decided(_first(f"diện tích {own[0].lower()}{own[1:]}"), "item.before")
    if any(char.isalpha() for char in own):
        return Decided(_object(own), "item.before")
    if previous:
        return Decided(previous, "item.previous")
    for piece in reversed(pieces[:-1]):
        if stripped := strip_stating(piece):
            return Decided(_object(stripped), "item.before")
    of_all = _OF_ALL.match(frame.rest)
    return Decided(phrase_after(frame.rest[of_all.end() :] if of_all else frame.rest) or _OF_KIND.get(quantity.kind, quantity.unit), "item.rest")


_MORE_OF_IT = re.compile(r"[^;.:\d]{0,40}?(?:,|\bvà|\bthì)\s+(?:đã\s+)?(?:tăng|giảm|vượt|bằng)(?:\s+(?:thêm|gần|hơn|trên|khoảng))*\s*$")
_WORTH = re.compile(r"(?P<what>.+?)(?<!với)(?<!cho)(?<!có)(?<!tổng)\s+(?:có\s+|này\s+|ấy\s+|đó\s+)*(?:tổng\s+)?(?:(?:trị|đáng)\s+giá|giá\s+trị)(?:\s+(?:là|đạt|trên|hơn|gần|khoảng|ước|tính|lên|đến|tới))*\s*$")
_GIVES = re.compile(rf"{by_first(('bố trí', 'hỗ trợ', 'cấp', 'chi', 'trao', 'duyệt', 'duyệt chi', 'giải ngân', 'phân bổ', 'dành', 'trích', 'ủng hộ', 'tài trợ', 'đầu tư'))}(?:\s+cho\s[^,]*)?$")


def _worth(words: str) -> str:
    """What is worth the sum: phiếu thức ăn chăn nuôi trị giá …; empty where nothing stands before the label."""
    match = _WORTH.match(lowered(words))
    what = strip_stating(words[slice(*match.span("what"))]) if match else ""
    return f"trị giá {what}" if what and not _VERB.search(lowered(what)) else ""


def _share_of_deed(frame: Frame, whole: str, previous: str | None) -> str:
    """The deed that reached a share, with what it was done to: giải ngân trên 21% kế hoạch vốn; rác … thu gom được 52%."""
    verb = _verb_last(lowered(whole))
    if not verb or verb["verb"].startswith(("bị ", "được ")) or _PASSIVE.search(lowered(whole), 0, verb.start()):
        return ""
    deed = whole[slice(*verb.span("verb"))]
    if goal := phrase_after(frame.rest) or phrase_after(frame.rest, unit=deed).removeprefix(deed).strip():
        return _first(f"{deed} {goal}")
    return _first(f"{previous} {deed}") if previous else ""


_PASSIVE = re.compile(r"\b(?:được|bị)\s+$")


_SUFFERS = re.compile(r"(?:bị|được|phải|chịu|lãnh)\b")
_WIDE = re.compile(r"\brộng(?:\s+(?:khoảng|hơn|gần|trên))?\s*$")
_COLON = re.compile(r"(?:^|[;.]\s|[-+*•]\s)\s*(?P<words>[^;:.()\d]{2,60}?(?:\s\d{1,2})?)\s*:[^:\w]*(?:(?:chiếm|đạt|là|có)\s*)?$")
_NUMBERED = re.compile(r"([^\W\d_]+)\s\d{1,2}")


def _label_ahead(frame: Frame) -> str:
    """What the sentence's label before the number names: 5 địa phương có tỷ lệ giải ngân …, dẫn đầu là X với 41,38%."""
    label = find_label(frame.low_head)
    return phrase_after(frame.head[label[0] :]) if label else ""


def _last_verbs(words: str) -> str:
    """The verbs in a row that words end with: doanh nghiệp | đăng ký ủng hộ."""
    verbs = _VERBS_LAST_IN_ROW.search(lowered(words))
    if not verbs:
        return ""
    doer = words[: verbs.start()].split()
    return words[0 if len(doer) <= LABEL_ONLY else verbs.start() :]


_VERBS_LAST_IN_ROW = re.compile(rf"(?P<verbs>{by_first(ACTIONS)}(?:\s+(?:và\s+)?{by_first(ACTIONS)})*)(?:\s+(?:được|thêm|lại))*$")


def _last_label(words: str) -> tuple[str, str] | None:
    """The words before the first label of a segment, and the label with what follows it."""
    label = find_label(lowered(words))
    if not label:
        return None
    start, end = label
    return words[:start], words[start:end] + strip_tail(words[end:])


def _without_each(words: str) -> str:
    """The words without whom each of a sum is for: bình quân mỗi hộ."""
    each = _EACH.search(lowered(words))
    return words[: each.start()] if each else words


def _words(match: re.Match[str], text: str, group: str = "words") -> str:
    """The words of a text that a pattern found in its lower case."""
    start, end = match.span(group)
    return text[start:end]


def _object(own: str) -> str:
    """What a verb in the segment acts on, else its subject: HTX thực hiện dự án lúa giống gives dự án lúa giống."""
    verbs = list(_VERB.finditer(lowered(own)))
    if verbs:
        for verb in reversed(verbs):
            behind = own[verb.end() :].split()
            if len(behind) > 1:
                return " ".join(behind[:MOST_SYLLABLES])
        ahead = own[: verbs[0].start()].split()
        if len(ahead) > 1:
            return " ".join(own.split()[:MOST_SYLLABLES])
    words = own.split()
    return " ".join(words[:MOST_SYLLABLES])


def _complete(label: str, ahead: str, frame: Frame, previous: str | None) -> str:
    """A short label with what it is the label of: the words behind the number, the deed before it, the last figure."""
    if purpose := _OF_WHAT.match(frame.low_rest):
        return _first(f"{label} {_words(purpose, frame.rest)}")
    if lowered(label) in _PRICES and (sold := _SOLD.search(lowered(ahead))):
        return _first(f"{label} {ahead[slice(*sold.span('deed'))].strip(' ,').removesuffix(' với')}")
    before = frame.previous
    if previous and before and before.kind not in ("money", "percent") and before.unit.split()[0].lower() not in _WHOS:
        named = lowered(previous).startswith(lowered(label))
        return _first(previous if named else f"{label} {previous}" if len(previous.split()) <= MOST_OF_PREVIOUS else label)
    verb = _VERB.search(lowered(ahead))
    clause = "" if verb or lowered(label) not in _SUMS else without_frame(_clause(frame))
    if clause and not _DIGITS.search(clause):
        ahead = clause[: lowered(clause).rfind(lowered(label))]
        verb = next((found for found in reversed(list(_VERB.finditer(lowered(ahead)))) if len(ahead[found.start() :].split()) > LABEL_ONLY), None)
    if verb:
        deed = ahead[verb.start() :].strip(" ,").removesuffix(" với").split()
        if len(deed) > 1:
            return _first(" ".join([label, *deed]))
    subject = strip_stating(ahead)
    if frame.quantity.kind != "money" and subject:
        return _object(subject)
    if not subject and (done := _DONE_WITH_IT.match(frame.low_rest)):
        return _first(f"{label} {_words(done, frame.rest)}")
    return label


_SUMS = ("số tiền", "tổng số tiền", "kinh phí", "tổng kinh phí", "tiền")
_PRICES = ("giá", "mức giá", "đơn giá", "giá rẻ", "giá cao", "giá thấp")
_SOLD = re.compile(r"(?P<deed>\b(?:bán|mua|thu\s+mua|cho\s+thuê|thuê|bán\s+ra)\b(?:(?!\b(?:bán|mua|thuê)\b)[^,;.:\d])*)$")
MOST_OF_PREVIOUS = 8  # syllables of the item before that a label still takes along
_WHOS = frozenset("xã huyện tỉnh thôn bản người hộ em học cá tập hội đoàn lượt".split())  # whom it went to, not what it was for


def _purpose(frame: Frame, own: str) -> str:
    """What a sum was for: hỗ trợ … cho 129 hộ dân, 5,6 tỷ đồng đền bù đất."""
    if purpose := _PURPOSE.match(frame.low_rest):
        words = _DIGITS.sub("", _words(purpose, frame.rest)).split()
        return " ".join((words[1:] if words[0].lower() in ("để", "nhằm") else words)[:MOST_SYLLABLES])
    given = _FOR.match(frame.low_rest)
    verb = _verb_last(lowered(own)) if given else None
    if given and verb and (goal := phrase_after(frame.rest[given.end() :])):
        return _first(f"{own[slice(*verb.span('verb'))]} {goal}")
    return ""


def _first(phrase: str) -> str:
    return " ".join(phrase.split()[:MOST_SYLLABLES])


def _clip(phrase: str) -> str:
    words = phrase.strip(" ,:;-+•*\"'").split()
    return " ".join(words[-MOST_SYLLABLES:])


def predicate(frame: Frame) -> str:
    """What is said of the things behind a number, which may hold for those counted with them: bị thiệt hại."""
    match = _SUFFERED.search(lowered(phrase := phrase_after(frame.after, unit=frame.quantity.unit if frame.quantity.kind in ("count", "ratio") else "")))
    return phrase[slice(*match.span())] if match else ""


_SUFFERED = re.compile(r"\b(?:bị|được)\s.*")


def complement(frame: Frame) -> str:
    """What stands behind a counted noun besides the noun itself; empty for a bare one."""
    return phrase_after(frame.after, unit=frame.quantity.unit).removeprefix(frame.quantity.unit).strip()
