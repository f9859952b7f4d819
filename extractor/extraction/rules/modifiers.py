"""Modifiers: the words before and behind a number that bend it, and where "trên" only means "on"."""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractor.language.dictionary import compound_words
from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.modifiers import (
    AFTER,
    AREAS_TO_BE_ON,
    BEFORE,
    COMPARING,
    ESTIMATES,
    LAND,
    LIMITING_ADJECTIVES,
    LIMITS,
    NEGATED,
    NEGATED_SIZES,
    NO_ESTIMATE,
    NOT_ITS_OBJECT,
    ON_AFTER,
    ON_BEFORE,
    ON_PLACES_BEFORE,
    PLACES_TO_BE_ON,
    REACHING,
    SIZED,
)
from extractor.lexicon.units import MONEY
from extractor.model.shapes import Modifier

_AFTER = regex_pattern(rf"\s*,?\s*(?P<words>{one_of(AFTER)})\b", regex.IGNORECASE)
_REACHES = regex_pattern(rf"(?:\s\p{{Ll}}+){{0,6}}?\s(?P<words>{one_of(REACHING)})\b(?!\s+đây)", regex.IGNORECASE)
_FROM = regex_pattern(r"\btừ\s+$", regex.IGNORECASE)
_LIMIT = regex_pattern(rf"(?<!\blương\s+)\b(?P<limit>{one_of(LIMITS)})\b[^;.:]{{0,80}}\blà\s+$")
_EACH_LIMIT = regex_pattern(rf"\b(?P<limit>{one_of(LIMITS)})\s+(?:(?:cho|đối\s+với|với|của)\s+)?(?:mỗi|một|từng)(?:\s\p{{Ll}}+){{1,3}}\s+$")
_LIMITS = (_LIMIT, _EACH_LIMIT)
_CAPPED = regex_pattern(r"\b(?:(?:mức|khung)\s+phạt|có\s+thể\s+bị\s+phạt|hạn\s+mức|mức\s+vay|được\s+vay)\b(?:\s\p{L}+){0,5}?\s(?:lên\s+)?(?:đến|tới)\s+$")
_OBJECT = rf"(?<!\b{one_of(NOT_ITS_OBJECT)}\s*)"
_WHAT_IS_ESTIMATED = regex_pattern(rf"\bước\b(?!\s+{one_of(NO_ESTIMATE)}\b)(?:\s\p{{Ll}}+){{1,6}}\s+{_OBJECT}$")
_OPENS_ESTIMATE = regex_pattern(rf"[\s\"+\-]*ước\b(?!\s+{one_of(NO_ESTIMATE)}\b)[^;.:]*{_OBJECT}$")
_ESTIMATE = regex_pattern(rf"\b{one_of(ESTIMATES)}\b[^;]*?(?:\b(?:là|đạt|lên|lên\s+đến|lên\s+tới|khoảng|tới)|,)\s*$|\bước\s+(?:tính\s+)?(?:tổng\s+)?(?:thiệt\s+hại|giá\s+trị|trị\s+giá|kinh\s+phí|sản\s+lượng|doanh\s+thu|số\s+tiền|khối\s+lượng|diện\s+tích|thu\s+nhập)(?:\s+\w+){{0,3}}\s*{_OBJECT}$")
_ON_BEFORE = regex_pattern(rf"(?<!\b(?:ước|dự)\s+)\b{one_of(ON_BEFORE)}\s+$", regex.IGNORECASE)
_ON_PLACES_BEFORE = regex_pattern(rf"\b{one_of(ON_PLACES_BEFORE)}\s+$", regex.IGNORECASE)
_PLACE_TO_BE_ON = regex_pattern(
    rf"\s*(?:{one_of(PLACES_TO_BE_ON)}\b|{one_of(AREAS_TO_BE_ON)}(?!\w)(?=\s*(?:[^\s\p{{L}}]|\Z|{one_of(LAND)}\b)))", regex.IGNORECASE
)
_ON_AFTER = regex_pattern(rf"\s*(?P<noun>{one_of(ON_AFTER)})(?!\w)(?P<next>\s\p{{L}}+)?", regex.IGNORECASE)  # trên 3 trụ cột, but trên 200 trang trại
_IN_THE_RANGE = regex_pattern(r"\btrong\s+khoảng(?=\s+từ)", regex.IGNORECASE)
_COMPARING = regex_pattern(rf"(?<!\bkéo\s)\b{one_of(COMPARING)}\s+$", regex.IGNORECASE)
_SIZE = regex_pattern(r"\b(?:dài|rộng|sâu|nặng)\s+$", regex.IGNORECASE)
_IN_METRES = regex_pattern(r"\s?(?:phút|giây|giờ|km2?|m2?|ha|cm|mm|mét|ki-?lô-?mét|tấn|tạ|kg|héc\s?ta|hecta)\b(?!\s+so\b)", regex.IGNORECASE)
_SEEMING = regex_pattern(r"\b(?:tưởng|dường|xem)\s+$", regex.IGNORECASE)
_WINDOW = 30
_OPENING = " (\"'[-"
_PRICE = regex_pattern(r"(?<!\b(?:đánh|định)\s)\bgiá\b[^;.:\d]{0,24}$", regex.IGNORECASE)  # giá từ 3.500 đồng/cành
_GOES_ON = regex_pattern(r"[^;.\n]*?(?:\.(?=\d)[^;.\n]*?)*(?:\b(?:đến|tới|lên|xuống|trở|còn(?!\s+lại)|về|sang|thành)\b|-\s?\d)", regex.IGNORECASE)
_MONEY_NEXT = regex_pattern(rf"\s*{one_of(MONEY)}(?!\w)", regex.IGNORECASE)
_COMPARED = regex_pattern(r"\bso\b")
_BEFORE_FROM = frozenset(("tối thiểu", "ít nhất", "khoảng", "ước", "ước tính", "tối đa"))
_SIGNS = frozenset("><≥≤~≈")
MOST_WORDS = max(len(words.split()) for words in BEFORE)


class FoundModifier(NamedTuple):
    """A modifier, where its words begin (where they end, if they stand behind the number), and the rule that read it."""

    start: int
    modifier: Modifier
    rule: str


def modifier_before(text: str, start: int, following: str) -> FoundModifier:
    """What the words right before `start` make of a number; `following` is the text behind that number.

    The nearest word decides (GUIDELINES.md, 4): "khoảng trên 400" is more_than.
    """
    at, found = start, None
    while last := _last_words(text, at):
        begin, words = last
        if words == "từ" and found is None and _MONEY_NEXT.match(following) and _PRICE.search(text, max(0, begin - _WINDOW), begin) and not _GOES_ON.match(text, start):
            return FoundModifier(begin, "at_least", "modifier.before")
        if words == "từ" and (outer := _last_words(text, begin)) and outer[1] in _BEFORE_FROM:
            at = begin  # tối thiểu từ 2 ha
            continue
        if words == "từ" or (words == "trên" and _means_on(text, begin, start, following)):
            break
        if found is None and (limit := _denied(text, begin, words)):
            return limit
        if words == "hơn" and _compares(text, begin, following):
            break
        if words in LIMITING_ADJECTIVES and (found or _COMPARED.search(following)):
            break
        if (words == "ngoài" and _besides(text, begin, following)) or (
            words == "khoảng" and _IN_THE_RANGE.search(text, max(0, begin - 8), at)
        ):
            break
        if (words == "độ" and _of_degrees(text, begin)) or (words == "cỡ" and _SIZED.search(text, max(0, begin - 14), begin)):
            break
        if words == "chừng" and _SEEMING.search(text, max(0, begin - 12), begin):
            break
        found = found or BEFORE[words]
        at = begin
    return FoundModifier(at, found, "modifier.before") if found else FoundModifier(start, "exact", "modifier.none")


_ON_BOARD = regex_pattern(r"trên\s+(?:hai|ba|bốn|năm|sáu|\d)\s+(?:chiếc\s+)?(?:xe|tàu|thuyền|ghe|máy\s+bay|toa|ô\s*tô|đảo|sông|làn)\b", regex.IGNORECASE)  # trên hai xe tải
_ALREADY_TOLD = regex_pattern(r"ngoài\s+\d[\d.]*(?:\s+\p{L}+){1,4}?\s+(?:trên|này|nói\s+trên|kể\s+trên|đó)\b", regex.IGNORECASE)
_WORD_BEFORE = regex_pattern(r"(?<![\p{L}\d])(?P<word>\p{L}+)\s+$")
_SIZED = regex_pattern(rf"\b{one_of(SIZED)}\s+$", regex.IGNORECASE)
_DENIED = regex_pattern(r"\bkhông\s+(?:(?:được|để|nên|thể|phải)\s+)?(?:\p{Ll}+\s+){0,4}$", regex.IGNORECASE)
_FORBIDDEN = regex_pattern(rf"\bkhông\s+(?:được|để)\s+(?:\p{{Ll}}+\s+){{0,4}}?(?P<size>{one_of(NEGATED_SIZES)})?\s*$", regex.IGNORECASE)


def _denied(text: str, start: int, words: str) -> FoundModifier | None:
    """The limit that a "không" before the words sets: không được giảm giá quá 3 lần, không được bán thấp hơn giá sàn."""
    base = max(0, start - 2 * _WINDOW)
    if words in ("quá", "vượt quá"):
        return FoundModifier(start, NEGATED[words], "modifier.before") if _DENIED.search(text, base, start) else None
    forbidden = _FORBIDDEN.search(text, base, start) if words == "hơn" or words in NEGATED else None
    if forbidden is None or (words == "hơn") is not bool(forbidden["size"]):
        return None
    if words == "hơn":
        return FoundModifier(forbidden.start("size"), NEGATED_SIZES[forbidden["size"].lower()], "modifier.before")
    return FoundModifier(start, NEGATED[words], "modifier.before")


def _of_degrees(text: str, start: int) -> bool:
    """Whether "độ" ends another word: nhiệt độ 38,5 độ C, tiến độ 50%, biên độ 2 m."""
    before = _WORD_BEFORE.search(text, max(0, start - 12), start)
    return before is not None and (before["word"].lower() == "góc" or f"{before['word'].lower()} độ" in compound_words())


def _compares(text: str, start: int, following: str) -> bool:
    """Whether "hơn" compares: cao hơn 25%; but a size tells how much of it there is: dài hơn 3.000 km."""
    return bool(_COMPARING.search(text, max(0, start - 12), start)) and not (
        _SIZE.search(text, max(0, start - 12), start) and _IN_METRES.match(following)
    )


def _last_words(text: str, end: int) -> tuple[int, str] | None:
    """The longest modifier that the text before `end` closes with and where it begins; None where it has none."""
    base = max(0, end - _WINDOW)
    window = text[base:end].rstrip().lower()
    if window[-1:] in _SIGNS:
        return base + len(window) - 1, window[-1]
    starts: list[int] = []
    at = len(window)
    while at >= 0 and len(starts) < MOST_WORDS:
        at = window.rfind(" ", 0, at)
        starts.append(at + 1)
    for start in reversed(starts):
        start += len(window[start:]) - len(window[start:].lstrip(_OPENING))
        words = " ".join(window[start:].split())
        if words in BEFORE and not (start == 0 and base and text[base - 1].isalnum()):
            return base + start, words
    return None


_FEW = regex_pattern(r"[0-9]{1,2}(?![0-9.,])|\p{L}")


def _means_on(text: str, start: int, number: int, following: str) -> bool:
    """Whether "trên" is a preposition: phân bố trên 41 xã, trên 3 trụ cột, but trên 2.300 phương tiện."""
    if _ON_BEFORE.search(text, max(0, start - 20), start) or _ON_BOARD.match(text, start):
        return True
    if _ON_PLACES_BEFORE.search(text, max(0, start - 20), start) and _PLACE_TO_BE_ON.match(following):
        return True
    noun = _ON_AFTER.match(following) if _FEW.match(text, number) else None
    return noun is not None and not (noun["next"] and noun[0].strip().lower() in compound_words())


_AGE = regex_pattern(r"\s*tuổi\b", regex.IGNORECASE)


def _besides(text: str, start: int, following: str) -> bool:
    """Whether "ngoài" means besides: Ngoài 4 bí thư còn có 5 phó bí thư; ngoài 6 tác phẩm trên."""
    opens = text[:start].rstrip()[-1:] in ("", ".", ",", ";", ":", "-", "\n", "(")
    if _AGE.match(following):
        return False  # ông Tư, ngoài 60 tuổi
    return opens or _ALREADY_TOLD.match(text, start) is not None


def modifier_after(text: str, start: int, end: int) -> FoundModifier | None:
    """What the words behind a number from `start` to `end` make of it: 12,4% trở lên, từ 10 hộ dân trở lên."""
    match = _AFTER.match(text, end)
    if match is None and (reach := _REACHES.match(text, end)) and _FROM.search(text, max(0, start - _WINDOW), start):
        return FoundModifier(end, REACHING[" ".join(reach["words"].lower().split())], "modifier.after")
    return FoundModifier(match.end(), AFTER[" ".join(match["words"].lower().split())], "modifier.after") if match else None


def _estimated(before: str) -> regex.Match[str] | None:
    """The "ước" whose verb the number follows: ước tăng 5%, ước thu ngân sách 500 tỷ đồng; but ước mơ and công ước are no estimates."""
    match = _WHAT_IS_ESTIMATED.search(before)
    word = _WORD_BEFORE.search(before, 0, match.start()) if match else None
    return None if word and f"{word['word']} ước" in compound_words() else match


def modifier_distant(head: str, before: str) -> FoundModifier | None:
    """An estimate or limit said away from the number: Ước tính thiệt hại là 300 tỷ đồng.

    `head` is the sentence up to the number, `before` the part of it behind the figure before; both in lower case.
    """
    if match := _ESTIMATE.search(before):
        return FoundModifier(match.start(), "approx", "modifier.distant")
    opens = len(before) == len(head) or head.rstrip().endswith("là")
    if opens and (match := _OPENS_ESTIMATE.match(head)):
        return FoundModifier(match.start(), "approx", "modifier.distant")
    if match := _estimated(before):
        return FoundModifier(match.start(), "approx", "modifier.distant")
    for limit in _LIMITS:
        if match := limit.search(head):
            return FoundModifier(match.start(), LIMITS[match["limit"]], "modifier.distant")
    if match := _CAPPED.search(before):
        return FoundModifier(match.start(), "at_most", "modifier.distant")
    return None


EXAMPLES: tuple[tuple[str, Modifier], ...] = (
    ("trên |400 mô hình", "more_than"), ("khoảng trên |400 hộ", "more_than"), ("trên gần |25 km", "nearly"),
    ("không quá |5 ngày", "at_most"), ("chưa đến |1%", "less_than"), ("ước đạt |394 tỷ", "approx"),
    ("phân bố trên |41 xã", "exact"), ("thực hiện trên |3 trụ cột", "exact"), ("cao hơn |25%", "exact"),
    ("lên đến |38 tỷ", "exact"), ("không dưới |90%", "at_least"), ("có |421 mô hình", "exact"), ("tuyến đường dài hơn |3.000 km", "more_than"),
    ("tưởng chừng |3 người", "exact"), ("và trên |10.000 trang trại", "more_than"), ("Ngoài |4 bí thư", "exact"), ("có ngoài |40 hộ", "more_than"),
    ("vốn nhỏ hơn |30%| giá trúng", "less_than"), ("nhỏ hơn |30% so với", "exact"), ("giá từ |3.500 đồng/cành.", "at_least"), ("giá từ |3.500 đến 5.000 đồng", "exact"),
    ("không được giảm giá quá |3 lần", "at_most"), ("giảm giá quá |3 lần", "more_than"), ("không được bán thấp hơn |93.000 đồng", "at_least"),
    ("tiến độ |50%", "exact"), ("cách chợ độ |2 km", "approx"), ("pháo cỡ |120 mm", "exact"), ("con to cỡ |3 kg", "approx"),
    ("ít nhất phải có |5 hộ", "at_least"), ("tối đa lên đến |30 triệu", "at_most"), ("ông Tư, ngoài |60| tuổi", "more_than"),
    ("diễn ra trên |3| xã", "exact"), ("diễn ra trên |40| hoạt động", "more_than"), ("trồng trên |50| ha cà phê", "more_than"),
    ("trồng trên |3| ha đất đồi", "exact"), ("nhỏ hơn hoặc bằng |24 CV", "at_most"), ("đoạn phim dài hơn |3| phút", "more_than"),
    ("vượt mức |1.000 mg/l", "more_than"), ("tiệm cận mốc |90%", "nearly"), ("quanh mức |36 triệu", "approx"),
)  # fmt: skip
