"""Finding expressions of time in a sentence, and what the words before them make of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.patterns import words_of
from extractor.rules.time_rules import RULES, Moment, TimeExpression, TimeRule

__all__ = ("RULES", "Moment", "TimeExpression", "TimeRule", "find_times")

_COMPILED = tuple((rule, regex.compile(rule.pattern)) for rule in RULES)
_ANY = regex.compile("|".join(f"(?:{rule.pattern})" for rule in RULES))
_KNOWN_WORDS = 1 << 14  # kept with the rules that may begin with them: more than Vietnamese has syllables


@lru_cache(_KNOWN_WORDS)
def _rules_from(word: str) -> tuple[tuple[TimeRule, regex.Pattern[str]], ...]:
    """The rules that can match from this word or number on, in their order: those that match it as far as it goes."""
    opened = f"({word}" if word[0] in _DIGITS else f"({word} "  # some read only what a bracket opens
    if not _ANY.match(opened, 1, partial=True):
        return ()
    return tuple((rule, pattern) for rule, pattern in _COMPILED if pattern.match(opened, 1, partial=True))


_DIGITS = frozenset("0123456789")
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


def find_times(text: str) -> Iterator[TimeExpression]:
    """Every expression of time in a sentence, left to right, not overlapping.

    The rules are asked only where a word or a number stands that one of them can begin with.
    """
    text, words, spans = words_of(text)
    until = 0
    for word, (start, _) in zip(words, spans, strict=True):
        if start < until:
            continue
        for rule, pattern in _rules_from(word):
            match = pattern.match(text, start)
            if match is None:
                continue
            found = rule.read(match)
            if found is not None:
                until = match.end()
                yield _placed(found, rule.name, match.groupdict(), text)
            break


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
        compared=_dates_a_paper(found, before) or _BORN.search(before) is not None or _COMPARED.search(before) is not None,
        back=found.back,
        leading=bound in ("now", "event", "until", "from_now") or _leads(before),
        named=_NAMED.search(text, max(0, start - 12), found.end) is not None,
        planned=bound not in ("since", "since_until_now") and _PLANNED.search(before) is not None,
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
    return _LAW.search(before) is not None

