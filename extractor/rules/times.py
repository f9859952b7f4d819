"""Finding expressions of time in a sentence, and what the words before them make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from extractor.lexicon.times import DAY_WORDS, SCHOOL_YEARS, UNTIL_NOW
from extractor.patterns import words_of
from extractor.rules.time_rules import RULES, Moment, TimeExpression, TimeRule

__all__ = ("RULES", "Moment", "TimeExpression", "TimeRule", "find_times")

_COMPILED = tuple((rule, regex.compile(rule.pattern)) for rule in RULES)
# Rules that can begin with a digit; all others begin with a word.
_DIGIT_FIRST = tuple(f"time.{name}" for name in ("iso_day", "full_day", "bracketed_day", "month_of_year", "first_months", "years", "bare_year", "ago"))
_FROM_DIGIT = tuple((rule, pattern) for rule, pattern in _COMPILED if rule.name in _DIGIT_FIRST)


@cache
def _from_word(word: str) -> tuple[tuple[TimeRule, regex.Pattern[str]], ...]:
    """The rules that can match from this word on, in their order: those that match it as far as it goes."""
    return tuple((rule, pattern) for rule, pattern in _COMPILED if pattern.match(f"{word} ", partial=True))


# The words that an expression of time can begin with. Some begin one only before certain others.
_NEXT = {
    "hiện": None, "dịp": None, "cùng": ("ngày",), "nhân": ("dịp", "cuộc", "buổi"), "tại": ("buổi", "lễ", "hội", "đại", "chương", "ngày"),
    "những": ("năm",), "nhiều": ("năm",), "mấy": ("năm",), "trước": ("đây", "kia"), "nửa": ("đầu", "cuối"), "quý": None,
    "thời": ("điểm", "gian", "kỳ"), "bây": ("giờ",), "giờ": ("đây",), "lúc": ("này",),
    **dict.fromkeys(("một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"), ("năm", "tháng")),
}  # fmt: skip
_HEADS = frozenset(words.split()[0] for words in (*DAY_WORDS, *UNTIL_NOW, *SCHOOL_YEARS)) | frozenset(
    "tính lũy luỹ cộng cho kể đến tới bắt từ lễ kỷ mừng sau và tháng cuối đầu giữa hết cả vào giai nhiệm các năm mùa hè xuân thu đông tết trong".split()
)
_TIME_WORDS = frozenset("nay này năm tháng quý ngày qua giờ đây tại ngoái trước gần giêng chạp gian".split())
_ANY_HEAD = _HEADS | frozenset(_NEXT)
_YEAR_HEADS = ("18", "19", "20")
_DIGITS = frozenset("0123456789")
_SEPARATORS = frozenset("/-.)")
_DIGIT = re.compile(r"[0-9]")
# Without a digit, only expressions with one of these words are left.
_TELLS_TIME = ("nay", "hiện", "giờ", "năm", "tháng", "gian qua", "gian vừa", "gian gần", "dịp", "cùng ngày", "nhân ", "tại ", "trước kia", "trước đây", "bây", "lúc này", "quý ", "nửa ", "điểm này", "nhiệm kỳ")
_COMPARED = regex.compile(
    r"\b(?:so(?:\s+với)?|cùng\s+kỳ|thay\s+vì|đặt\s+cạnh|gấp\s+(?:đôi|ba|rưỡi|nhiều\s+lần|[\d,]+\s+lần)|(?:cao|thấp|nhiều|ít|lớn|hơn)\s+hơn)\s+(?:(?:của|tết|mùa|vụ|cùng\s+kỳ|cùng|kỳ|thời\s+điểm|kế\s+hoạch|mục\s+tiêu|nghị\s+quyết|dự\s+toán|"
    r"chỉ\s+tiêu|đề\s+ra|giao|cuối|đầu|những|các|trung\s+bình|bình\s+quân|trước|với|trong)\s+)*$|\bcùng\s+kỳ\s*$"
)
# Small words that may stand between the head of a clause and its time: Và trong năm 2023, …
_SMALL = frozenset(
    "chỉ trong vào riêng ngay cũng bước khép lại tính cộng lũy kế kết quả trải qua hết giữa cuối đầu từ sau trước và hiện suốt tới theo cứ cho kể - + • *".split()
)
_CLAUSE_WORDS = frozenset(("và", "nhưng", "còn", "thì"))
_CLAUSE_MARKS = frozenset(",;:.!?(-\"")
_NAMED = regex.compile(r"\b(?:nhiệm\s+kỳ|giai\s+đ[oọ]ạ?n|khóa|niên\s+khóa|hoa\s+hậu\s+.{0,20})\b")
_PLANNED = regex.compile(r"\b(?:nhiệm\s+vụ|phương\s+hướng|kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|(?<!địa\s)bàn|triển\s+khai|dự\s+kiến|sẽ|hoàn\s+thành|đưa\s+vào|khởi\s+công|từ)\s+(?:[^\W\d_]+\s+){0,5}$")
_LAW = regex.compile(  # Hiến pháp 2013; quyết định 367 năm 1996
    r"\b(?:hiến\s+pháp|bộ\s+luật|luật|pháp\s+lệnh)(?:\s+[^\W\d_]+){0,6}\s+(?:năm\s+)?$|"
    r"\b(?:quyết\s+định|nghị\s+quyết|nghị\s+định|thông\s+tư|chỉ\s+thị|kết\s+luận|công\s+văn)\s+(?:số\s+)?\d[\w./\-]*\s+(?:năm\s+)?$"
)
_BORN = regex.compile(r"\b(?:sn|sinh(?:\s+năm)?)\s*:?\s*$", regex.IGNORECASE)  # (SN 1973)
_DOCUMENT = regex.compile(r"(?:\bsố\s+\S*\d[\w.]*\s?[/\-]\S+|\b(?:quyết\s+định|nghị\s+quyết|nghị\s+định|thông\s+tư|kết\s+luận|kế\s+hoạch|công\s+văn|luật)\s+(?:số\s+)?\S+)\s*,?\s*(?:[^,;.:()]{0,45}?\bký\s+)?$")
_WINDOW = 60


LOOK_AHEAD = 5  # words within which a preposition must find the time that it governs


def find_times(text: str) -> Iterator[TimeExpression]:
    """Every expression of time in a sentence, left to right, not overlapping.

    The rules are asked only where a word stands that one of them can begin with.
    """
    if not _DIGIT.search(text):
        low = text.lower()
        if not any(word in low for word in _TELLS_TIME):
            return
    text, words, spans = words_of(text)
    until = 0
    for at, word in enumerate(words):
        start = spans[at][0]
        digit = word[0] in _DIGITS
        if not (digit or word in _ANY_HEAD) or start < until:
            continue
        if not (_digit_may_begin(text, spans[at][1], words, at) if digit else _word_may_begin(words, at)):
            continue
        for rule, pattern in _FROM_DIGIT if digit else _from_word(word):
            match = pattern.match(text, start)
            if match is None:
                continue
            found = rule.read(match)
            if found is not None:
                until = match.end()
                yield _placed(found, rule.name, match.groupdict(), text)
            break


def _digit_may_begin(text: str, end: int, words: list[str], at: int) -> bool:
    """Whether a rule can match from this number on: a year, a date with its separator, or so many months or years."""
    word = words[at]
    if len(word) == 4:
        return word.startswith(_YEAR_HEADS)
    if len(word) > 2:
        return False
    behind = text[end : end + 3]
    if behind[:1] in _SEPARATORS:
        return behind[1:2] in _DIGITS or behind[2:3] in _DIGITS
    if behind[:1] == " " and behind[1:2] in _SEPARATORS:
        return True
    return words[at + 1 : at + 2] in (["năm"], ["tháng"])


def _word_may_begin(words: list[str], at: int) -> bool:
    """Whether a rule can match from this word on: cheap, and true too often rather than too seldom."""
    word = words[at]
    if word in _NEXT:
        following = _NEXT[word]
        return following is None or (words[at + 1 : at + 2] != [] and words[at + 1] in following)
    return any(later[0] in _DIGITS or later in _TIME_WORDS for later in words[at + 1 : at + LOOK_AHEAD])


def _placed(found: TimeExpression, rule: str, groups: dict[str, str | None], text: str) -> TimeExpression:
    """The expression with its open side, where "đến", "từ" or "đến nay" stands with it, and with what the words before
    it make of it: opening its clause, compared, named, planned.
    """
    start = found.start
    before = text[max(0, start - _WINDOW) : start]
    bound, first, last = found.bound, found.first, found.last
    if groups.get("til_now"):
        bound, last = "since_until_now", None
    elif groups.get("since"):
        bound, last = "since", None
    elif groups.get("until"):
        bound, first = "until", None
    return TimeExpression(
        start, found.end, rule, bound, first, last,
        compared=_dates_a_paper(found, before) or _BORN.search(before) is not None or (_holds(before, _COMPARING) and bool(_COMPARED.search(before))),
        back=found.back,
        leading=bound in ("now", "event", "until", "from_now") or _leads(before),
        named=_holds(text[max(0, start - 12) : found.end], _NAMES) and bool(_NAMED.search(text, max(0, start - 12), found.end)),
        planned=bound not in ("since", "since_until_now") and _holds(before, _PLANS) and bool(_PLANNED.search(before)),
    )  # fmt: skip


def _leads(before: str) -> bool:
    """Whether nothing but small words stands between the head of the clause and the end of this text."""
    for word in reversed(before.split()):
        if word in _CLAUSE_WORDS or word[-1] in _CLAUSE_MARKS:
            return True
        if word not in _SMALL:
            return word[-1] in _CLAUSE_MARKS
    return True


def _dates_a_paper(found: TimeExpression, before: str) -> bool:
    """Whether the expression only dates a law, a decision or a report."""
    if found.first is not None and found.first.day is not None:
        return bool(_DOCUMENT.search(before))
    return _holds(before, _LAWS) and bool(_LAW.search(before))


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


# One of these must stand there for the pattern of that name to match.
_COMPARING = ("so", "kỳ", "thay", "cạnh", "hơn", "gấp")
_NAMES = ("nhiệm", "giai", "khóa", "hoa hậu")
_PLANS = ("chỉ tiêu", "mục tiêu", "nhiệm vụ", "phương hướng", "kế hoạch", "bàn", "triển khai", "dự kiến", "sẽ", "hoàn thành", "đưa vào", "khởi công", "từ")
_LAWS = ("luật", "hiến", "lệnh", "quyết", "định", "thông tư", "chỉ thị", "công văn")
