"""Finding expressions of time in a sentence, and what the words before them make of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import regex

from extractor.extraction.rules.moments import Moment, TimeExpression
from extractor.extraction.rules.time_rules import RULES, TimeRule
from extractor.language.guards import known
from extractor.language.literals import beginnings_of
from extractor.language.patterns import Row, any_of, is_made, one_of, re_pattern, regex_pattern, words_of
from extractor.lexicon.times import PAPERS, PRICES, PROGRAMMES, REVIEWS, SAYING

__all__ = ("RULES", "Moment", "TimeExpression", "TimeRule", "find_times")

Compiled = tuple[tuple[TimeRule, regex.Pattern[str]], ...]
_COMPILED: Compiled = tuple((rule, regex_pattern(rule.pattern)) for rule in RULES)
_KNOWN_WORDS, _KNOWN_PAIRS = 1 << 13, 1 << 15  # kept with the rules that may begin with them


@cache
def _by_beginning() -> Mapping[str, Compiled]:
    """The rules by what they can begin with: a digit, or the letters of a word as far as these are told."""
    found: dict[str, dict[TimeRule, regex.Pattern[str]]] = {}
    for rule, pattern in _COMPILED:
        for beginning in known(beginnings_of, rule.pattern):
            letters = _LETTERS.match(beginning)
            found.setdefault(letters[0] if letters else beginning[:1], {})[rule] = pattern
    return {beginning: tuple(rules.items()) for beginning, rules in found.items()}


@lru_cache(_KNOWN_WORDS)
def _able(begin: str) -> Compiled:
    """The rules that may begin with a word or a number, in their order."""
    beginnings = (begin[:length] for length in range(len(begin) + 1))
    able = {rule for beginning in beginnings for rule, _ in _by_beginning().get(beginning, ())}
    return tuple((rule, pattern) for rule, pattern in _COMPILED if rule in able) if able else ()


def _are_made(rules: Compiled) -> bool:
    """Whether all are compiled: until then the words that a rule needs tell faster that it finds nothing."""
    return all(is_made(pattern) for _, pattern in rules)


def _likely(able: Compiled, word: str, following: str | None) -> Compiled:
    """Those of the rules that match from a word on as far as it goes, and as far as the next where one is given."""
    if not _are_made(able):
        return able
    if word[0] in _DIGITS:
        return _from_number(word)
    return _from_word(word) if following is None else _from_two(word, following)


def _beginning(rules: Compiled, text: str) -> Compiled:
    """The rules that can match from the text on, in their order: those that match it as far as it goes."""
    return tuple((rule, pattern) for rule, pattern in rules if pattern.match(f"({text}", 1, partial=True))


@lru_cache(_KNOWN_WORDS)
def _from_number(number: str) -> Compiled:
    """The rules that can match from this number on."""
    return _beginning(_from_number(number[0]) if len(number) > 1 else _able(number), number)


@lru_cache(_KNOWN_WORDS)
def _from_word(word: str) -> Compiled:
    """The rules that can match from this word on: none from most."""
    return _beginning(_able(word), f"{word} ")


@lru_cache(_KNOWN_PAIRS)
def _from_two(word: str, following: str) -> Compiled:
    """The rules that can match from both words on, with a blank between: none for most."""
    return _beginning(_from_word(word), f"{word} {following}")


_LETTERS = re_pattern(r"[^\W\d_]+")
_DIGITS = frozenset("0123456789")
# What compares with the time behind it, and what may stand between the two.
_COMPARING = (
    Row(r"so(?:\s+với)?", "so với năm 2022"),
    Row(r"cùng\s+kỳ", "cùng kỳ năm 2022"),
    Row(r"thay\s+vì", "thay vì năm 2022"),
    Row(r"đặt\s+cạnh", "đặt cạnh năm 2022"),
    Row(r"gấp\s+(?:đôi|ba|rưỡi|nhiều\s+lần|[\d,]+\s+lần)", "gấp 2,5 lần năm 2022"),
    Row(r"(?:cao|thấp|nhiều|ít|lớn|hơn|sớm|nhanh|muộn)\s+hơn", "cao hơn năm 2022"),
    Row(r"(?:vượt|trước|sớm)(?=\s+(?:kế\s+hoạch|mục\s+tiêu|chỉ\s+tiêu|nghị\s+quyết)\b)", "vượt kế hoạch năm 2022"),
)
_BETWEEN = (
    "của", "tết", "mùa", "vụ", "cùng kỳ", "cùng", "kỳ", "thời điểm", "kế hoạch", "mục tiêu", "nghị quyết", "dự toán", "chỉ tiêu",
    "đề ra", "giao", "cuối", "đầu", "những", "các", "trung bình", "bình quân", "trước", "với", "trong",
)  # fmt: skip
_COMPARED = regex_pattern(rf"\b{any_of(_COMPARING)}\s+(?:{one_of(_BETWEEN)}\s+)*$|\bcùng\s+kỳ\s*$")
# Small words that may stand between the head of a clause and its time: Và trong năm 2023, …
_SMALL = frozenset(
    "chỉ trong vào riêng ngay cũng bước khép lại tính cộng lũy kế kết quả trải qua hết giữa cuối đầu từ sau trước và hiện suốt tới theo cứ cho kể - + • *".split()
)
_CLAUSE_WORDS = frozenset(("và", "nhưng", "còn", "thì"))
_CLAUSE_MARKS = frozenset(",;:.!?(-\"")
_NAMED = regex_pattern(r"\b(?:nhiệm\s+kỳ|giai\s+đ[oọ]ạ?n|khóa|niên\s+khóa|hoa\s+hậu\s+.{0,20})\b")
_PLANNED = regex_pattern(r"\b(?:nhiệm\s+vụ|phương\s+hướng|kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|(?<!địa\s)bàn|triển\s+khai|dự\s+kiến|sẽ|hoàn\s+thành|đưa\s+vào|khởi\s+công|từ)\s+(?:[^\W\d_]+\s+){0,5}$")
_LAW = regex_pattern(  # Hiến pháp 2013; quyết định 367 năm 1996
    r"\b(?:hiến\s+pháp|bộ\s+luật|luật|pháp\s+lệnh)(?:\s+[^\W\d_]+){0,6}\s+(?:năm\s+)?$|"
    r"\b(?:quyết\s+định|nghị\s+quyết|nghị\s+định|thông\s+tư|chỉ\s+thị|kết\s+luận|công\s+văn)\s+(?:số\s+)?\d[\w./\-]*\s+(?:năm\s+)?$"
)
_BORN = regex_pattern(r"\b(?:sn|sinh(?:\s+năm)?)\s*:?\s*$", regex.IGNORECASE)  # (SN 1973)
_DOCUMENT = regex_pattern(rf"(?:\bsố\s+\S*\d[\w.]*\s?[/\-]\S+|\b{one_of(PAPERS)}\s+(?:số\s+)?\S+(?:\s?-?\s?\w{{1,5}})?)\s*[,(]?\s*(?:[^,;.:()]{{0,45}}?\b(?:ký|ban\s+hành)\s+)?$")
_OF_PRICES = regex_pattern(rf"\b{one_of(PRICES)}\s*\(?\s*(?:(?:của|là|theo)\s+)?(?:năm\s+)?$")  # theo giá so sánh năm 2010
_PROGRAMME = regex_pattern(rf"(?<!\d\s)\b{one_of(PROGRAMMES)}(?!\w)[^,;.:()]{{0,110}}?,?\s+$")
_SAID_THEN = regex_pattern(rf"\b{one_of(SAYING)}\s+(?:(?:vào|trong|của|ngày|báo\s+chí|chiều|tại)\s+)*$")
_THEN_SAID = regex_pattern(rf"\s*,?\s*(?:đã\s+|vừa\s+|cũng\s+)?{one_of(SAYING)}\b")
_REVIEW = regex_pattern(rf"\b{one_of(REVIEWS)}(?!\w)")
_LUNAR = regex_pattern(r"\s*\(?\s*(?:âm\s+lịch|âl)\b")
_WINDOW = 60
_LONGEST_NAME = 130


def find_times(text: str) -> Iterator[TimeExpression]:
    """Every expression of time in a sentence, left to right, not overlapping.

    The rules are asked only where a word or a number stands that one of them can begin with.
    """
    text, words, matches = words_of(text)
    until = 0
    for word, match, following in zip(words, matches, (*matches[1:], None), strict=False):
        rules = _able(word[0] if word[0] in _DIGITS else word)
        if not rules or (start := match.start()) < until:
            continue
        blank = following is not None and text[match.end() : following.start()] == " "
        for rule, pattern in _likely(rules, word, following[0] if following and blank else None):
            found_at = pattern.match(text, start)
            if found_at is None:
                continue
            found = rule.read(found_at)
            if found is not None:
                until = found_at.end()
                yield _placed(found, rule.name, found_at.groupdict(), text)
            break


def _placed(found: TimeExpression, rule: str, groups: dict[str, str | None], text: str) -> TimeExpression:
    """The expression with its open side, where "đến", "từ" or "đến nay" stands with it, and with what the words before
    it make of it: opening its clause, compared, named, planned.
    """
    start = found.start
    before = text[max(0, start - _WINDOW) : start]
    bound, first, last = found.bound, found.first, found.last
    if first and last and (first.month or last.month) and not first.of and _LUNAR.match(text, found.end):
        first, last = Moment(first.year or last.year), Moment(last.year)  # its days are others than those of the sun
    if groups.get("til_now"):
        bound, last = "since_until_now", None
    elif groups.get("since"):
        bound, last = "since", None
    elif groups.get("deadline"):
        bound, first = "deadline", None
    elif groups.get("until"):
        bound, first = "until", None
    return TimeExpression(
        start, found.end, rule, bound, first, last,
        compared=_is_of_another(found, text, before),
        back=found.back,
        leading=bound in ("now", "event", "until", "from_now") or _leads(before),
        named=_NAMED.search(text, max(0, start - 12), found.end) is not None,
        planned=bound not in ("since", "since_until_now") and _PLANNED.search(before) is not None,
    )  # fmt: skip


def _names_years(found: TimeExpression, text: str) -> bool:
    """Whether it is years as names have them: giai đoạn 2021 - 2025."""
    return found.first != found.last and text.startswith("giai", found.start)


def _leads(before: str) -> bool:
    """Whether nothing but small words stands between the head of the clause and the end of this text."""
    for word in reversed(before.split()):
        if word in _CLAUSE_WORDS or word[-1] in _CLAUSE_MARKS:
            return True
        if word not in _SMALL:
            return word[-1] in _CLAUSE_MARKS
    return True


def _is_of_another(found: TimeExpression, text: str, before: str) -> bool:
    """Whether an expression dates something else than what is told: what it is compared with, a paper, a programme."""
    name = text[max(0, found.start - _LONGEST_NAME) : found.start] if _names_years(found, text) else ""
    dates = _dates_a_paper(found, before) or _dates_words(found, text, before) or _in_a_name(name)
    return dates or _BORN.search(before) is not None or _COMPARED.search(before) is not None


def _dates_a_paper(found: TimeExpression, before: str) -> bool:
    """Whether the expression only dates a law, a decision, a report or the prices that values are stated in."""
    if found.first is not None and found.first.day is not None:
        return _DOCUMENT.search(before) is not None
    return _LAW.search(before) is not None or _OF_PRICES.search(before) is not None


def _in_a_name(before: str) -> bool:
    """Whether years stand in the name of a programme, which is not reviewed there: Đề án trồng rừng giai đoạn …"""
    name = _PROGRAMME.search(before)
    return name is not None and _REVIEW.search(before, 0, name.start()) is None


def _dates_words(found: TimeExpression, text: str, before: str) -> bool:
    """Whether a day that is counted from the publication only says when somebody told of it: cho biết hôm qua."""
    if found.first is None or not found.first.of:
        return False
    return _SAID_THEN.search(before) is not None or _THEN_SAID.match(text, found.end) is not None

