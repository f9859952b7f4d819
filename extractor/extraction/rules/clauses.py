"""Clauses: the words before a number, without what says when, where, or only that there is a number."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Iterable
from functools import lru_cache

from extractor.language.dictionary import compound_words
from extractor.language.patterns import (
    Row,
    any_of,
    by_first,
    lowered,
    one_of,
    re_pattern,
    regex_pattern,
    where_words_begin,
)
from extractor.lexicon.levels import LEVELS, UNIT_WORDS
from extractor.lexicon.phrases import LABELS, STATING

# What says when before a number, in the order in which it is asked.
_TIMES = (
    Row(r"ngày\s+\d[\d/.\-]*", "ngày 5/3"),
    Row(r"(?:\d+\s+)?tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?", "6 tháng đầu năm 2023"),
    Row(r"tháng\s+\d[\d/.\-]*(?:\s+năm\s+\d{4})?", "tháng 5 năm 2023"),
    Row(r"quý\s+[iv\d]+(?:[/\-]\d{4}|\s+năm\s+\d{4})?", "quý iii/2023"),
    Row(r"năm\s+(?:học\s+)?\d{4}(?:\s*-\s*\d{4})?", "năm học 2022 - 2023"),
    Row(r"giai\s+đoạn\s+\d{4}\s*-\s*\d{4}", "giai đoạn 2021-2025"),
    Row(r"năm\s+(?:nay|ngoái|trước|qua)", "năm ngoái"),
    Row(r"trong\s+(?:\d{1,2}|hai|ba|bốn|năm|nhiều|mấy)\s+(?:ngày|giờ|tháng|tuần|đêm)", "trong hai ngày"),
    Row(r"(?:\d{1,2}|một|hai|ba|nhiều|mấy)\s+(?:năm|tháng|tuần|ngày)\s+(?:qua|nay|đến\s+\d{4})", "ba năm qua"),
    Row(r"nay", "nay"),
    Row(r"hiện\s+(?:nay|tại)", "hiện tại"),
    Row(r"(?<!thực\s)(?<!thể\s)(?<!phát\s)(?<!xuất\s)(?<!biểu\s)hiện", "hiện"),  # not of thực hiện, xuất hiện
    Row(r"thời\s+(?:điểm\s+này|gian\s+qua)", "thời gian qua"),
    Row(r"bình\s+quân\s+mỗi\s+năm", "bình quân mỗi năm"),
    Row(r"mỗi\s+năm", "mỗi năm"),
    Row(r"h(?:ằ|à)ng\s+năm", "hằng năm"),
    Row(r"\(?\d{4}\)?", "(2023)"),
)
_TIME = re_pattern(
    r"\b(?:(?:trong|vào|tính\s+đến|đến|từ|riêng|so\s+với|của|qua|sau)\s+)*(?:(?:hết|cuối|đầu|giữa|cùng\s+kỳ|suốt|khoảng)\s+)*"
    rf"{any_of(_TIMES)}(?!\w)\s*,?"
)
_AREA_FRAME = regex_pattern(
    rf"\b(?:trên\s+địa\s+bàn|(?:trong\s+)?toàn|cả|tại)\s+{one_of((*LEVELS, 'địa bàn', 'ngành', 'đảng bộ'))}"
    r"(?:\s+\p{Lu}[\p{L}'’]*)*(?!\w)\s*,?"
)
_BRACKETS = regex_pattern(r"\([^()]*\)")
_SAYS = (r"cho\s+biết", r"cho\s+hay", r"khẳng\s+định", r"nhấn\s+mạnh", r"chia\s+sẻ", "rằng")
_HARD = re_pattern(r";\s*|!\s*|\?\s*|…\s*|(?<=\w\w\w)\.(?=\s)\s*|:(?!\s*\d+\s*$)\s*|" + where_words_begin(*(rf"{says}\s*,?\s*" for says in _SAYS)))
_SEGMENT = re_pattern(r",\s+|\btrong\s+(?:đó|số\s+đó),?\s+|\s-\s|\s+(?:nhưng|song|trong\s+khi|qua\s+đó|từ\s+đó)\s+")
_NESTED = regex_pattern(rf"(?<=\b{one_of(UNIT_WORDS)}\s+\p{{Lu}}[\p{{L}}\s\d]{{1,30}}),(?=\s+(?:{one_of(LEVELS)}|TP|TX)\s*\p{{Lu}})")  # xã An Hòa, huyện Minh Tân
_OPENERS = frozenset("là có đã được đang cũng còn do bởi theo tại và với các những toàn mà thì nay gồm như của riêng cùng tính đó khi chung".split())
LABEL = re_pattern(rf"{by_first(LABELS)}(?!\w)(?!\s+(?:đó|này|ấy|ít|nhiều|\d|hóa|cụ\s+thể))(?!(?<!lệ)\s+người\s+dân)")
_NO_LABEL = re_pattern(r"\b(?:đánh|trị|giảm|tham|một|con|dân|bão|hệ|chữ|chỉ|đa|thiểu|tần|biển|cơ|mã|chuyển\s+đổi|kỹ\s+thuật)\s\Z")
_LONGEST_NO_LABEL = 20


def find_label(low: str) -> tuple[int, int] | None:
    """Where the first label of a segment in lower case begins and ends; no label: một số, chuyển đổi số."""
    label = LABEL.search(low)
    while label and _NO_LABEL.search(low, max(0, label.start() - _LONGEST_NO_LABEL), label.start()):
        label = LABEL.search(low, label.start() + 1)
    return label.span() if label else None


def _lengths_by_last(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How many words the phrases have that end with a word, longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split()
        lengths.setdefault(words[-1], set()).add(len(words))
    return {last: tuple(sorted(counts, reverse=True)) for last, counts in lengths.items()}


_STATING = frozenset(STATING)
_STATING_BY_LAST = _lengths_by_last(STATING)
_TAIL_MARKS = " \t,:-(\"'"
MOST_STATING = max(len(words.split()) for words in STATING)


def clause_span(head: str, low: str) -> tuple[int, int]:
    """Where the last clause of a sentence's head stands that says more than the verb of its number: Giàu, khá: chiếm 27,2%.

    `low` is the head in lower case.
    """
    end = len(head)
    for match in reversed(list(_HARD.finditer(low))):
        clause = head[match.end() : end].strip()  # without blanks: the same for each field, so that it is read once
        if strip_stating(clause):
            return match.end(), end
        if not clause.strip(" \"'"):
            end = match.start()
    return 0, end


def segments(clause: str) -> list[str]:
    """The parts of a clause between commas without what stands in brackets, none empty."""
    clause = _without_brackets(clause)
    pieces = _parts(_SEGMENT, _NESTED.sub(" ", clause), lowered(_NESTED.sub(" ", clause)))
    return [piece for piece in pieces if piece.strip()]


def _without_brackets(clause: str) -> str:
    return _BRACKETS.sub(" ", clause)


def _parts(pattern: re.Pattern[str], text: str, low: str) -> list[str]:
    """The parts of a text between the matches of a pattern in its lower case."""
    parts, at = [], 0
    for match in pattern.finditer(low):
        parts.append(text[at : match.start()])
        at = match.end()
    parts.append(text[at:])
    return parts


@lru_cache(maxsize=16)
def without_frame(clause: str) -> str:
    """A clause without its time, its area and what stands in brackets."""
    clause = _without_brackets(clause)
    low = lowered(clause)
    clause = _AREA_FRAME.sub(" ", " ".join(_parts(_TIME, clause, low)))
    return " ".join(clause.split())


def strip_tail(clause: str) -> str:
    """A clause without the verbs at its end that only state a number."""
    while True:
        clause = clause.rstrip(_TAIL_MARKS)
        words = clause.rsplit(" ", MOST_STATING)
        lengths = _STATING_BY_LAST.get(words[-1].lower(), ())
        count = next((n for n in lengths if n <= len(words) and " ".join(words[-n:]).lower() in _STATING), 0)
        if not count or (count == 1 and " ".join(words[-2:]).lower() in compound_words()):  # nhà ở
            return clause
        clause = clause.rsplit(" ", count)[0] if count < len(words) else ""


_FOR_EXAMPLE = re_pattern(r"\W*(?:(?:cụ thể|tiêu biểu|điển hình|chẳng hạn|ví dụ|nổi bật|đặc biệt|ước tính|tính)\s*,?\s+)+(?:như\s+|là\s+|riêng\s+|ở\s+|tại\s+)?", re.IGNORECASE)


@lru_cache(maxsize=16)
def strip_stating(clause: str) -> str:
    """A clause without its frame and the verbs at its end that only state a number."""
    clause = strip_tail(without_frame(clause))
    if example := _FOR_EXAMPLE.match(clause):
        clause = clause[example.end() :]
    words = clause.strip(" ,:;-+•*\"'()").split()
    while words and words[0].lower().strip(",") in _OPENERS:
        words.pop(0)
    return " ".join(words)
