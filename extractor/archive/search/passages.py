"""The passage of a text that says the words of a query, and where they stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from extractor.archive.folding import bare, marked
from extractor.archive.shapes import Understood
from extractor.model.shapes import Span

LONGEST = 280  # characters of a passage
MOST_READ = 100_000  # characters of an article
_TOKEN = regex.compile(r"[^\W\d_]\p{M}*+(?:[^\W\d_]\p{M}*+)*+|\d+")
_STOP = regex.compile(r"[.!?…]\s+|\n")


class Passage(NamedTuple):
    """A passage of a text, and the spans in it that say the words."""

    text: str
    marks: tuple[Span, ...]


def passage_of(text: str, understood: Understood) -> Passage:
    """The passage that says most of the words, long runs of them before scattered ones; else the beginning."""
    text = text[:MOST_READ]
    spans = [found.span() for found in _TOKEN.finditer(text)]
    said = _said([text[start:end] for start, end in spans], understood)
    if not said:
        return _cut(text, 0, [])
    return _cut(text, spans[_best(said, spans)][0], [spans[one] for one in sorted(said)])


@lru_cache(maxsize=50_000)
def _forms(token: str) -> tuple[str, str]:
    """A token as it is compared: with its marks and without."""
    return marked(token), bare(token)


def _said(tokens: Sequence[str], understood: Understood) -> dict[int, int]:
    """Which tokens say words of the query, and how long the run of its words is that ends there.

    Where a text says a word with the marks that were typed, it says it only there: hộ is no hỗ.
    """
    forms = [_forms(token) for token in tokens]
    there = frozenset(form for form, _ in forms)
    words = [part for one in understood.words for part in _parts(one)]
    phrases = [_parts(one) for one in understood.phrases]
    wanted = [(word, 0) if word in there else (bare(word), 1) for word in words]
    sayings = {form: [at for at, (word, way) in enumerate(wanted) if form[way] == word] for form in set(forms)}
    said: dict[int, int] = {}
    runs: dict[int, int] = {}
    for at, form in enumerate(forms):
        runs = {word: runs.get(word - 1, 0) + 1 for word in sayings[form]}
        if runs:
            said[at] = max(runs.values())
    for phrase in filter(None, phrases):
        for at in range(len(forms) - len(phrase) + 1):
            if all(word in forms[at + more] for more, word in enumerate(phrase)):
                said |= dict.fromkeys(range(at, at + len(phrase)), len(phrase))
    return said


def _parts(words: str) -> tuple[str, ...]:
    """The tokens of words, as they were typed."""
    return tuple(_TOKEN.findall(marked(words)))


def _best(said: dict[int, int], spans: Sequence[Span]) -> int:
    """The token that the passage which says most begins with."""
    at = sorted(said)
    best, most = at[0], 0
    last = total = 0
    for begin in at:
        while last < len(at) and spans[at[last]][1] - spans[begin][0] <= LONGEST:
            total += said[at[last]] ** 2  # three words in a row say more than three apart
            last += 1
        if total > most:
            best, most = begin, total
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
