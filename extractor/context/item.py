"""Item: what is counted or measured, the noun phrase behind the number or the one before it."""

from __future__ import annotations

import regex

from extractor.lexicon.nouns import CLASSIFIERS
from extractor.lexicon.words import ACTIONS, ALSO_NOUNS
from extractor.patterns import one_of
from extractor.rules.phrases import (
    LABEL,
    MOST_SYLLABLES,
    clause_before,
    phrase_after,
    segments,
    strip_stating,
    strip_tail,
    without_frame,
)
from extractor.shapes import Decided, Frame

LABEL_ONLY = 3  # a label of up to so many syllables says too little alone: tổng kinh phí

_NOT_ITEM_AFTER_SHARE = regex.compile(
    r"\s*(?:[,.;:)(/\"]|$|(?:dự\s+toán|kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|so\s+với|so|tổng|nghị\s+quyết|trở|và|mỗi|cùng|yêu\s+cầu|công\s+suất|định\s+mức|nhu\s+cầu|tham\s+gia|KH|của|giá\s+trị)\b)",
    regex.IGNORECASE,
)
_PURPOSE = regex.compile(
    r"\s*(?P<words>(?:tiền|để|hỗ\s+trợ|nhằm|phục\s+vụ|xây\s+dựng|làm|mua|đầu\s+tư|tặng|giúp|trả|hàng\s+hóa|hiện\s+vật|nhu\s+yếu\s+phẩm|khắc\s+phục|đền\s+bù|bồi\s+thường|vốn|duy\s+tu|ủng\s+hộ|sửa\s+chữa)\b[^.;,]*)", regex.IGNORECASE
)
_FOR = regex.compile(r"\s*cho\s+(?:(?:hơn|gần|trên|khoảng)\s+)?[\d.,]*\s*", regex.IGNORECASE)
_VERB_LAST = regex.compile(rf"(?<!\w)(?P<verb>{one_of(ACTIONS)}|trúng\s+cử|còn\s+thiếu|cần\s+bầu|cần|thiếu)(?:\s+(?:được|thêm|mới))?\s*$", regex.IGNORECASE)
_VERB = regex.compile(rf"(?<!\w){one_of(verb for verb in ACTIONS if verb not in ALSO_NOUNS)}(?!\w)", regex.IGNORECASE)
_ONLY_VERB = regex.compile(rf"(?:(?:còn|đã|được|phải|mới|chưa|đang|bị)\s+)*{one_of(ACTIONS)}(?:\s+(?:và\s+)?{one_of(ACTIONS)})*(?:\s+(?:được|thêm))?", regex.IGNORECASE)
_DIMENSION_LABEL = regex.compile(r"(?:chiều|bề|độ)\s+(?:dài|rộng|cao|sâu|dày)|tốc\s+độ\s+tăng\s+trưởng|độ\s+che\s+phủ", regex.IGNORECASE)
_DIMENSION = regex.compile(r"\b(?:diện\s+tích|(?:chiều|bề)\s+\w+|dài|rộng|cao|sâu|dày|nặng|khối\s+lượng|trọng\s+lượng|quy\s+mô|công\s+suất|dung\s+tích|cách|mực\s+nước|đỉnh)\s*(?:là|đạt|:)?\s*$", regex.IGNORECASE)
_IS = regex.compile(r"\s+là\s+(?=\p{Ll})")
_JOINED = regex.compile(r"[^,;.]*?(?:\s+và|,|\s+cùng|\s+với)\s+")
_ALL = regex.compile(r"^\s*(?:các|những|toàn\s+bộ|tổng\s+số)(?=\s)", regex.IGNORECASE)
_EACH_ONLY = regex.compile(r"[^,;.]*[,;]?\s*mỗi\s+\w+\s+(?:trị\s+giá\s+|là\s+|được\s+|gồm\s+)?")
_PLACE_ONLY = regex.compile(r"(?:(?:riêng|tiếp\s+đến\s+là|đến\s+là|cao\s+nhất\s+là|thấp\s+nhất\s+là|là|ở|tại)\s+)?(?:(?:xã|huyện|tỉnh|phường|thị\s+trấn|thị\s+xã|thành\s+phố|TP\.?|TX\.?|quận)\s+)?(?:\p{Lu}[\p{L}'’]*\s*){1,5}(?:dẫn\s+đầu)?")
_THE_FIGURE = regex.compile(r"\b(?:con\s+)?số\s+này(?:\s+đã)?$|\bcon\s+số$", regex.IGNORECASE)
_THAN = regex.compile(r"(?:cao|thấp|nhiều|ít|lớn)\s+hơn\b", regex.IGNORECASE)
_DIGITS = regex.compile(r"\b\d[\d.,]*\s*")
_OF_WHAT = regex.compile(r"\s*(?P<words>(?:từ\s+(?:việc|bán|các|nguồn)|của|cho|để|hỗ\s+trợ|đầu\s+tư|phục\s+vụ|xây\s+dựng)\b[^.;,\d]*)", regex.IGNORECASE)
_LEVELS_LINK = regex.compile(r"\s*(?:%|\w+)?\s*(?:xuống|lên|còn|thành|so\s+với|,?\s*đạt|,?\s*tăng|,?\s*giảm|,?\s*bằng|,?\s*vượt|,?\s*chiếm)(?:\s+(?:còn|mức|thành|trên|gần|hơn|khoảng|thêm|tới|đến|tỷ\s+lệ|tỉ\s+lệ))*\s*", regex.IGNORECASE)
_SHARE_LINK = regex.compile(r"[\s,(]*(?:(?:chiếm|đạt|tức|tương\s+ứng|tương\s+đương|bằng)\s+)?(?:(?:tỷ|tỉ)\s+lệ\s+)?(?:trên|hơn|gần|khoảng)?\s*", regex.IGNORECASE)
_EACH = regex.compile(r"\b(?:mỗi|từng|bình\s+quân)\s+\w+\s*$", regex.IGNORECASE)


def decide(frame: Frame, *, inherited: str | None, previous: str | None, shared: str | None, same: str | None) -> Decided[str]:
    """What a figure counts or measures, as the text says it.

    `inherited` is the total's item where the figure is a part that only gives a class; `previous` is the item of the
    figure before it in the sentence, for `…, đạt 85% dự toán`; `shared` is the complement that a list of counted
    nouns has in common: `5 tập thể, 5 cá nhân có thành tích`.
    """
    quantity = frame.quantity
    if inherited:
        return Decided(inherited, "item.of_total")
    if quantity.kind in ("count", "ratio"):
        return _counted(frame, shared, same)
    if previous and _is_share_of(frame):
        return Decided(f"tỷ lệ {previous}", "item.share")
    if previous and frame.previous and _LEVELS_LINK.fullmatch(frame.before) and (quantity.kind == "percent" or quantity.unit == frame.previous.unit):
        return Decided(previous, "item.previous")
    if previous and quantity.kind == "money" and _is_worth_of_each(frame):
        return Decided(_first(f"giá trị {previous}"), "item.worth")
    if quantity.kind not in ("money", "duration", "other") and not (quantity.kind == "percent" and _NOT_ITEM_AFTER_SHARE.match(frame.after)):
        if quantity.kind == "percent" and (copula := _IS.match(frame.rest)):
            return Decided(phrase_after(frame.rest[copula.end() :]) or quantity.unit, "item.is")
        if not _DIMENSION.search(frame.head) and (behind := phrase_after(_ALL.sub("", frame.rest))):
            return Decided(behind, "item.after")
    if quantity.kind == "duration" and " " in quantity.unit:
        return Decided(phrase_after(frame.rest, unit=quantity.unit), "item.after")
    return _before(frame, previous)


def _is_worth_of_each(frame: Frame) -> bool:
    """Whether a sum says what each of the things counted before it is worth: mỗi phần 700.000 đồng; 350 suất (120.000 đồng/suất)."""
    before, per = frame.previous, frame.quantity.per
    if before is None or before.kind not in ("count", "ratio"):
        return False
    head = before.unit.split()[0].lower()
    return (per is not None and per.lower().split("/")[0] == head) or bool(_EACH_ONLY.fullmatch(frame.before) and head in frame.before.lower())


def _is_share_of(frame: Frame) -> bool:
    """Whether a percentage only gives the share that the figure before it is: 788.867 người đi bầu, đạt 99,98%."""
    before = frame.previous
    if before is None or frame.quantity.kind != "percent" or before.kind not in ("count", "ratio") or before.per:
        return False
    return bool(_SHARE_LINK.fullmatch(frame.before) and _NOT_ITEM_AFTER_SHARE.match(frame.after))


def _counted(frame: Frame, shared: str | None, same: str | None) -> Decided[str]:
    """The counted noun with its complement; a bare noun takes what its list shares, or the words before its number."""
    quantity = frame.quantity
    if quantity.unit_end <= quantity.amount.end:  # a label before the number, or the unit of the figure before
        label = _own(frame)
        return Decided(label or quantity.unit, "item.label")
    phrase = phrase_after(frame.rest, unit=quantity.unit)
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
    first = quantity.unit.split()[0].lower()
    again = f" {own.lower()} ".find(f" {quantity.unit.lower()} ")
    if 0 <= again < len(own) - len(quantity.unit) and not frame.previous:
        return Decided(_first(own[again:]), "item.named_before")
    if numbered := _NUMBER_OF.match(own):
        return Decided(own[numbered.end() :], "item.number_of")
    if verb := _VERB_LAST.search(frame.before):
        return Decided(f"{phrase} {' '.join(verb['verb'].lower().split())}", "item.with_verb")
    if " " not in quantity.unit and MOST_LABEL >= len(own.split()) > 1 and not _CROSSES.search(frame.before) and own[1:] == own[1:].lower() and not _UNIT_ITSELF.match(own):
        return Decided(_first(f"{first} {own[0].lower()}{own[1:]}"), "item.class_before")
    if heading:
        return Decided(_first(f"{phrase} {heading}"), "item.heading")
    if same and " " not in quantity.unit:
        return Decided(same, "item.same_unit")
    return Decided(phrase, "item.after")


def _heading(frame: Frame) -> str:
    """What a line says before its colon, for all that is counted behind it: HĐND cấp huyện: 75 đơn vị bầu cử; …"""
    match = _HEADING.match(frame.head) if frame.sentence.role != "title" else None
    return " ".join(match["label"].split()) if match and not _NO_HEADING.search(match["label"]) else ""


_HEADING = regex.compile(r"\s*(?:[-+•*]|\d{1,2}[.)])?\s*(?P<label>[^\d:;.!?\"]{3,60}):\s")
_NO_HEADING = regex.compile(r"\b(?:gồm|đó|cụ thể|sau|biết|hay|như|là|kết quả|thêm|khác|chia|với|nội dung|tiêu biểu|hơn|sẻ|nói)\s*$|^\s*(?:trong đó|cụ thể|về)\b", regex.IGNORECASE)
_NUMBER_OF = regex.compile(r"(?:tổng\s+)?số\s+(?:lượng\s+)?(?=\p{L})", regex.IGNORECASE)
_CROSSES = regex.compile(r"^\s*[^,;.:()\s]")  # the figure before it stands in the same breath
MOST_LABEL = 8  # syllables before a bare noun that may say which: Trong đó khai thác lâm sản trái phép 03 vụ
_UNIT_ITSELF = regex.compile(r"(?:tỉnh|huyện|xã|thành phố|thị xã|phường|thị trấn|địa bàn|thôn|bản|ngành|đơn vị|nay|mỗi|tất|ngoài|bên|theo)\b", regex.IGNORECASE)


def _own(frame: Frame) -> str:
    """The content of the number's own segment, without what only states the number."""
    pieces = segments(clause_before(frame.head.rstrip(" :")))
    return _clip(strip_stating(pieces[-1])) if pieces else ""


def _before(frame: Frame, previous: str | None) -> Decided[str]:
    """The subject of the number in the words before it; for money its label or what it is for."""
    quantity = frame.quantity
    pieces = segments(clause_before(frame.head.rstrip(" :(")))
    whole = _EACH.sub("", without_frame(pieces[-1])) if pieces else ""
    fresh = without_frame(frame.before.rstrip(" :(")) if frame.previous else whole
    if label := _last_label(fresh if len(fresh) < len(whole) else whole):
        ahead, named = label
        subject = strip_stating(ahead) if _DIMENSION_LABEL.fullmatch(named) else ""
        if subject and not _VERB.search(subject):
            return Decided(_object(subject), "item.before")
        if len(named.split()) > LABEL_ONLY or _DIMENSION_LABEL.fullmatch(named):
            return Decided(_first(named), "item.label")
        return Decided(_complete(named, ahead, frame, previous), "item.label")
    if quantity.kind == "money" and (purpose := _purpose(frame, whole)):
        return Decided(purpose, "item.purpose")
    own = _EACH.sub("", strip_stating(pieces[-1])) if pieces else ""
    if previous and (_THAN.match(own) or _PLACE_ONLY.fullmatch(own)):
        return Decided(previous, "item.previous")
    if quantity.kind == "money" and frame.previous and _JOINED.fullmatch(frame.before):
        source = _OF_WHAT.match(frame.rest)
        return Decided(_first(f"tiền {source['words']}") if source else "tiền", "item.joined")
    if previous and _THE_FIGURE.search(own):
        return Decided(previous, "item.previous")
    deed = strip_stating(frame.before) if frame.previous else own
    if quantity.kind == "money" and _ONLY_VERB.fullmatch(deed):
        return Decided(f"số tiền {deed}", "item.of_verb")
    if _ONLY_VERB.fullmatch(own):
        if previous:
            return Decided(_first(f"{previous} {own}"), "item.previous_verb")
    if any(char.isalpha() for char in own):
        return Decided(_object(own), "item.before")
    if previous:
        return Decided(previous, "item.previous")
    for piece in reversed(pieces[:-1]):
        if stripped := strip_stating(piece):
            return Decided(_object(stripped), "item.before")
    return Decided(phrase_after(frame.rest) or quantity.unit, "item.rest")


def _last_label(words: str) -> tuple[str, str] | None:
    """The words before the first label of a segment, and the label with what follows it."""
    label = LABEL.search(words)
    if not label:
        return None
    named = words[label.start() :]
    return words[: label.start()], named[: len(label[0])] + strip_tail(named[len(label[0]) :])


def _object(own: str) -> str:
    """What a verb in the segment acts on, else its subject: HTX thực hiện dự án lúa giống gives dự án lúa giống."""
    verbs = list(_VERB.finditer(own))
    if verbs:
        behind = own[verbs[-1].end() :].split()
        if len(behind) > 1:
            return " ".join(behind[:MOST_SYLLABLES])
        ahead = own[: verbs[0].start()].split()
        if len(ahead) > 1:
            return " ".join(own.split()[:MOST_SYLLABLES])
    words = own.split()
    return " ".join(words[:MOST_SYLLABLES])


def _complete(label: str, ahead: str, frame: Frame, previous: str | None) -> str:
    """A short label with what it is the label of: the words behind the number, the deed before it, the last figure."""
    if purpose := _OF_WHAT.match(frame.rest):
        return _first(f"{label} {purpose['words']}")
    before = frame.previous
    if previous and before and before.kind not in ("money", "percent") and before.unit.split()[0].lower() not in _WHOS:
        return _first(f"{label} {previous}")
    verb = _VERB.search(ahead)
    if verb:
        deed = ahead[verb.start() :].strip(" ,").removesuffix(" với").split()
        if len(deed) > 1:
            return _first(" ".join([label, *deed]))
    if frame.quantity.kind != "money" and (subject := strip_stating(ahead)):
        return _object(subject)
    return label


_WHOS = frozenset("xã huyện tỉnh thôn bản người hộ em học cá tập hội đoàn lượt".split())  # whom it went to, not what it was for


def _purpose(frame: Frame, own: str) -> str:
    """What a sum was for: hỗ trợ … cho 129 hộ dân, 5,6 tỷ đồng đền bù đất."""
    if purpose := _PURPOSE.match(frame.rest):
        words = _DIGITS.sub("", purpose["words"]).split()
        return " ".join((words[1:] if words[0].lower() in ("để", "nhằm") else words)[:MOST_SYLLABLES])
    verb = _VERB_LAST.search(own)
    given = _FOR.match(frame.rest)
    if verb and given:
        goal = phrase_after(frame.rest[given.end() :])
        if goal:
            return _first(f"{verb['verb']} {goal}")
    return ""


def _first(phrase: str) -> str:
    return " ".join(phrase.split()[:MOST_SYLLABLES])


def _clip(phrase: str) -> str:
    words = phrase.strip(" ,:;-+•*\"'").split()
    return " ".join(words[-MOST_SYLLABLES:])


def complement(frame: Frame) -> str:
    """What stands behind a counted noun besides the noun itself; empty for a bare one."""
    return phrase_after(frame.after, unit=frame.quantity.unit).removeprefix(frame.quantity.unit).strip()
