"""The passage of a text that says the words of a query, and where they stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

import regex

from extractor.archive.folding import bare, marked
from extractor.archive.search.words import plain
from extractor.archive.shapes import Understood
from extractor.language.patterns import lowered
from extractor.model.shapes import Span

LONGEST = 280  # characters of a passage
MOST_READ = 100_000  # characters of an article
_STOP = regex.compile(r"[.!?…]\s+|\n")
_BETWEEN = regex.compile(r"[^\p{L}\p{N}]+")
_MARKS = "[\u0300-\u036f]*"
_LETTERS = (chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
_WITHOUT = {ord(one): without for one in _LETTERS if len(without := bare(one)) == 1} | {ord("Đ"): "d"}


class Passage(NamedTuple):
    """A passage of a text, and the spans in it that say the words."""

    text: str
    marks: tuple[Span, ...]


def passage_of(text: str, understood: Understood) -> Passage:
    """The passage that says most of the words, long runs of them before scattered ones; else the beginning."""
    text = text[:MOST_READ]
    runs = [words for one in (" ".join(understood.words), *understood.phrases) if (words := plain(marked(one)).split())]
    said: dict[Span, int] = {}
    for at, words in enumerate(runs):
        whole = at > 0 or not understood.words  # of a phrase no word stands alone
        said |= _said(text, words, whole=whole)
    if not said:
        return _cut(text, 0, [])
    spans = sorted(said)
    return _cut(text, _best(spans, said), spans)


def _said(text: str, words: Sequence[str], *, whole: bool) -> dict[Span, int]:
    """Where a text says the words, and how long the run of them is that ends there; `whole`: only where all are.

    Where it says a word with the marks that were typed, it says it only there: hộ is no hỗ.
    """
    found = list(_found(text, {bare(word) for word in words}))
    with_marks = [marked(normalize("NFC", text[start:end])) for start, end in found]
    there = frozenset(with_marks)
    wanted = [(word, True) if word in there else (bare(word), False) for word in words]
    said: dict[Span, int] = {}
    runs: dict[int, int] = {}
    for at, span in enumerate(found):
        joined = at > 0 and _BETWEEN.fullmatch(text, found[at - 1][1], span[0])
        before = runs if joined else {}
        forms = (bare(with_marks[at]), with_marks[at])
        runs = {one: before.get(one - 1, 0) + 1 for one, (word, exact) in enumerate(wanted) if forms[exact] == word}
        if whole and runs.get(len(words) - 1) == len(words):
            said |= dict.fromkeys(found[at - len(words) + 1 : at + 1], len(words))
        elif runs and not whole:
            said[span] = max(runs.values())
    return said


def _found(text: str, words: set[str]) -> Iterator[Span]:
    """The spans of the words in a text, whatever their marks are."""
    written = "|".join(_MARKS.join(map(regex.escape, word)) + _MARKS for word in sorted(words, key=len, reverse=True))
    pattern = regex.compile(
        rf"(?:(?<![\p{{L}}\p{{M}}])(?=\p{{L}})|(?<!\p{{N}})(?=\p{{N}}))(?:{written})(?![\p{{M}}])(?:(?<=\p{{N}})(?!\p{{N}})|(?<!\p{{N}})(?!\p{{L}}))"
    )
    for one in pattern.finditer(lowered(text.translate(_WITHOUT))):
        yield one.span()


def _best(spans: Sequence[Span], said: dict[Span, int]) -> int:
    """Where the passage that says most begins."""
    best, most = spans[0][0], 0
    last = total = 0
    for begin in spans:
        while last < len(spans) and spans[last][1] - begin[0] <= LONGEST:
            total += said[spans[last]] ** 2  # three words in a row say more than three apart
            last += 1
        if total > most:
            best, most = begin[0], total
        total -= said[begin] ** 2
    return best


def _cut(text: str, at: int, marks: Sequence[Span]) -> Passage:
    """The passage around a place: from where its sentence begins, if that is near, to where one ends."""
    floor = max(0, at - LONGEST // 2)
    begins = [stop.end() for stop in _STOP.finditer(text, floor, at)]
    start = begins[-1] if begins else floor and (text.find(" ", floor, at) + 1 or floor)
    end = min(len(text), start + LONGEST)
    if end < len(text):
        ends = [stop.start() + 1 for stop in _STOP.finditer(text, at, end) if stop.start() > start + LONGEST // 2]
        blank = text.rfind(" ", at, end)
        end = ends[-1] if ends else blank if blank > at else end
    inside = tuple((one - start, two - start) for one, two in marks if one >= start and two <= end)
    return Passage(text[start:end].rstrip(), inside)
