"""The one door to underthesea: sentences and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from extractor.language.patterns import re_pattern, regex_pattern

_OPENS = regex_pattern(r"[\"”’')\]]+\s*")
# underthesea breaks after these; a sentence goes on behind them
_NO_BREAK_AFTER = regex_pattern(
    r"(?:\b(?:TP|TX|TT|Tp|H|Q|P|X|Th\.?S|Ths|TS|PGS|GS|BS|Bs|KS|CN|Ô|ThS|CKI+|ĐT|Tr|St|Mr|Mrs|Dr|No|v\.v|VD|vd|Ls|LS|NSND|NSƯT|KTS)|\b[A-ZĐ])\.$"
)
_STOP_INSIDE = re_pattern(r"[?!]|\.(?!(?<=[0-9]\.)[0-9])")  # re: fast, and looked for in every line
_LIST_MARK = re_pattern(r"\s*(?:\d{1,2}|[IVX]{1,5}|[a-zđ])\.\s")  # 2. Vay vốn
_STOPS = ".?!"
SEGMENT_LENGTH = 48


@cache
def _sentence_tokenizer() -> Any:
    from underthesea import sent_tokenize

    return sent_tokenize


@cache
def _word_tokenizer() -> Any:
    from underthesea import word_tokenize

    return word_tokenize


def sentence_spans(line: str) -> Iterable[tuple[int, int]]:
    """The spans of the sentences in one line: none breaks at TP., Th.S, 1.234 or km/h."""
    text = line.rstrip()
    if not text:
        return ()
    mark = _LIST_MARK.match(text)
    if not _STOP_INSIDE.search(text.rstrip(_STOPS), mark.end() if mark else 0):
        end = len(text)
        return ((0, len(line) if _NO_BREAK_AFTER.search(line, max(0, end - 8), end) else end),)
    return _parted(line)


def _parted(line: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences that underthesea sees in a line, put together where it breaks too much."""
    start = at = 0
    for sentence in _sentence_tokenizer()(line):
        found = line.find(sentence, at)
        if found < 0:
            continue
        end = found + len(sentence)
        closing = _OPENS.match(line, end)
        at = closing.end() if closing and not line[end : end + 1].isspace() and closing.end() > end else end
        rest = line[at:].lstrip()
        if _NO_BREAK_AFTER.search(line, max(start, at - 8), at) or (rest and rest[0].islower()):
            continue
        if line[start:at].strip():
            yield start, at
            start = at
    if line[start:].strip():
        yield start, len(line)


@lru_cache(maxsize=20_000)
def first_word(text: str) -> str:
    """The first word of a short text as underthesea segments it: "nhân viên y tế" gives "nhân viên"."""
    words = _word_tokenizer()(text[:SEGMENT_LENGTH])
    return str(words[0]) if words else ""
