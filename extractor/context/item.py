"""Item: what is counted or measured, the noun phrase behind the number or the one before it."""

from __future__ import annotations

import regex

from extractor.lexicon.words import ACTIONS
from extractor.patterns import one_of
from extractor.rules.phrases import LABEL, MOST_SYLLABLES, clause_before, join, phrase_after, segments, strip_stating
from extractor.shapes import Decided, Frame

LABEL_ONLY = 3  # a label of up to so many syllables says too little alone: tổng kinh phí

_NOT_ITEM_AFTER_SHARE = regex.compile(
    r"\s*(?:[,.;:)(/\"]|$|(?:dự\s+toán|kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|so\s+với|so|tổng|nghị\s+quyết|trở|và|mỗi|khối\s+lượng|cùng|yêu\s+cầu|công\s+suất|định\s+mức|nhu\s+cầu|tham\s+gia)\b)",
    regex.IGNORECASE,
)
_PURPOSE = regex.compile(
    r"\s*(?P<words>(?:tiền|để|hỗ\s+trợ|nhằm|phục\s+vụ|xây\s+dựng|làm|mua|đầu\s+tư|tặng|giúp|trả|đền\s+bù|bồi\s+thường|vốn|duy\s+tu|ủng\s+hộ|sửa\s+chữa)\b[^.;,]*)", regex.IGNORECASE
)
_FOR = regex.compile(r"\s*cho\s+(?:(?:hơn|gần|trên|khoảng)\s+)?[\d.,]*\s*", regex.IGNORECASE)
_VERB_LAST = regex.compile(rf"(?<!\w)(?P<verb>{one_of(ACTIONS)}|trúng\s+cử|còn\s+thiếu|cần\s+bầu|cần|thiếu)(?:\s+(?:được|thêm|mới))?\s*$", regex.IGNORECASE)
_VERB = regex.compile(rf"(?<!\w){one_of(ACTIONS)}(?!\w)", regex.IGNORECASE)
_LEVELS_LINK = regex.compile(r"\s*(?:%|\w+)?\s*(?:xuống|lên|còn|thành|so\s+với|,?\s*đạt|,?\s*tăng|,?\s*giảm|,?\s*bằng|,?\s*vượt|,?\s*chiếm)(?:\s+(?:còn|mức|thành|trên|gần|hơn|khoảng|thêm|tới|đến|tỷ\s+lệ|tỉ\s+lệ))*\s*", regex.IGNORECASE)
_SHARE_LINK = regex.compile(r"[\s,(]*(?:(?:chiếm|đạt|tức|tương\s+ứng|tương\s+đương|bằng)\s+)?(?:(?:tỷ|tỉ)\s+lệ\s+)?(?:trên|hơn|gần|khoảng)?\s*", regex.IGNORECASE)
_EACH = regex.compile(r"\b(?:mỗi|từng|bình\s+quân)\s+\w+\s*$", regex.IGNORECASE)


def decide(frame: Frame, *, inherited: str | None, previous: str | None, shared: str | None) -> Decided[str]:
    """What a figure counts or measures, as the text says it.

    `inherited` is the total's item where the figure is a part that only gives a class; `previous` is the item of the
    figure before it in the sentence, for `…, đạt 85% dự toán`; `shared` is the complement that a list of counted
    nouns has in common: `5 tập thể, 5 cá nhân có thành tích`.
    """
    quantity = frame.quantity
    if inherited:
        return Decided(inherited, "item.of_total")
    if quantity.kind in ("count", "ratio"):
        return _counted(frame, shared)
    if previous and frame.previous and quantity.kind == "percent" and frame.previous.kind in ("count", "ratio"):
        if _SHARE_LINK.fullmatch(frame.before) and _NOT_ITEM_AFTER_SHARE.match(frame.after):
            return Decided(f"tỷ lệ {previous}", "item.share")
    if previous and frame.previous and _LEVELS_LINK.fullmatch(frame.before):
        if quantity.kind == "percent" or quantity.unit == frame.previous.unit:
            return Decided(previous, "item.previous")
    if quantity.kind not in ("money", "duration", "other") and not (quantity.kind == "percent" and _NOT_ITEM_AFTER_SHARE.match(frame.after)):
        if behind := phrase_after(frame.after):
            return Decided(behind, "item.after")
    if quantity.kind == "duration" and " " in quantity.unit:
        return Decided(phrase_after(frame.after, unit=quantity.unit), "item.after")
    return _before(frame, previous)


def _counted(frame: Frame, shared: str | None) -> Decided[str]:
    """The counted noun with its complement; a bare noun takes what its list shares, or the verb before it."""
    quantity = frame.quantity
    if quantity.unit_end <= quantity.amount.end:  # a label before the number, or the unit of the figure before
        label = _own(frame)
        return Decided(label or quantity.unit, "item.label")
    phrase = phrase_after(frame.after, unit=quantity.unit)
    if phrase != quantity.unit:
        return Decided(phrase, "item.after")
    if shared:
        return Decided(" ".join(f"{phrase} {shared}".split()[:MOST_SYLLABLES]), "item.shared")
    if verb := _VERB_LAST.search(frame.before):
        return Decided(f"{phrase} {' '.join(verb['verb'].lower().split())}", "item.with_verb")
    return Decided(phrase, "item.after")


def _own(frame: Frame) -> str:
    """The content of the number's own segment, without what only states the number."""
    pieces = segments(clause_before(frame.head.rstrip(" :")))
    return _clip(strip_stating(pieces[-1])) if pieces else ""


def _before(frame: Frame, previous: str | None) -> Decided[str]:
    """The subject of the number in the words before it; for money its label or what it is for."""
    quantity = frame.quantity
    pieces = segments(clause_before(frame.head.rstrip(" :(")))
    own = _EACH.sub("", strip_stating(pieces[-1])) if pieces else ""
    money = quantity.kind == "money"
    if label := LABEL.search(own):
        named = own[label.start() :]
        if len(named.split()) > LABEL_ONLY:
            return Decided(" ".join(named.split()[:MOST_SYLLABLES]), "item.label")
        return Decided(_complete(named, own[: label.start()], frame, previous), "item.label")
    purpose = _purpose(frame, own) if money else ""
    if purpose:
        return Decided(purpose, "item.purpose")
    if own and any(char.isalpha() for char in own):
        return Decided(_clip(own), "item.before")
    if previous:
        return Decided(previous, "item.previous")
    for piece in reversed(pieces[:-1]):
        if stripped := strip_stating(piece):
            return Decided(_clip(stripped), "item.before")
    return Decided(phrase_after(frame.after) or quantity.unit, "item.rest")


def _complete(label: str, ahead: str, frame: Frame, previous: str | None) -> str:
    """A short label with what it is the label of: the deed before it, the words behind the number, the last figure."""
    verbs = list(_VERB.finditer(ahead))
    if verbs:
        deed = ahead[verbs[-1].start() :].removesuffix(" với").split()
        if len(deed) > 1:
            return join([*label.split(), *deed[: MOST_SYLLABLES - len(label.split())]])
    if frame.quantity.kind != "money" and ahead.strip():
        return _clip(strip_stating(ahead) or label)
    if purpose := _PURPOSE.match(frame.after):
        return " ".join([*label.split(), *purpose["words"].split()][:MOST_SYLLABLES])
    if previous and frame.previous and frame.previous.kind in ("count", "ratio"):
        return " ".join([*label.split(), *previous.split()][:MOST_SYLLABLES])
    return label


def _purpose(frame: Frame, own: str) -> str:
    """What a sum was for: hỗ trợ … cho 129 hộ dân, 5,6 tỷ đồng đền bù đất."""
    if purpose := _PURPOSE.match(frame.after):
        words = purpose["words"].split()
        return " ".join(words[1:] if words[0].lower() in ("để", "nhằm") else words)[:80].rsplit(" ", max(0, len(words) - MOST_SYLLABLES))[0]
    verb = _VERB_LAST.search(own)
    given = _FOR.match(frame.after)
    if verb and given:
        whom = frame.sentence.text[frame.quantity.end + given.end() :]
        goal = phrase_after(whom) or phrase_after(regex.sub(r"^[\d.,\s]+", "", whom))
        if goal:
            return " ".join(f"{verb['verb']} {goal}".split()[:MOST_SYLLABLES])
    return ""


def _clip(phrase: str) -> str:
    words = phrase.strip(" ,:;-+•*\"'").split()
    return " ".join(words[-MOST_SYLLABLES:])


def complement(frame: Frame) -> str:
    """What stands behind a counted noun besides the noun itself; empty for a bare one."""
    return phrase_after(frame.after, unit=frame.quantity.unit).removeprefix(frame.quantity.unit).strip()
