"""Lists of words and phrases, looked for among the words of a text: no pattern is compiled, no letter looked at twice."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from extractor.language.patterns import Words


class WordList:
    """Words and phrases in lower case, by their first words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._behind: dict[str, list[list[str]]] = {}
        for first, *behind in sorted((phrase.split() for phrase in phrases), key=len, reverse=True):
            self._behind.setdefault(first, []).append(behind)

    def end_at(self, text: Words, at: int) -> int | None:
        """Behind which word the longest ends that begins with the word at that place, only white space within it."""
        for behind in self._behind.get(text.words[at], ()):
            end = at + 1 + len(behind)
            if text.words[at + 1 : end] == behind and is_whole(text, at, end) and _is_one_run(text, at, end):
                return end
        return None


def is_whole(text: Words, at: int, end: int) -> bool:
    """Whether the words stand alone: no digit, letter or _ right before or behind them."""
    start, stop = text.matches[at].start(), text.matches[end - 1].end()
    around = (text.low[start - 1 : start] if start else "", text.low[stop : stop + 1])
    return not any(one.isalnum() or one == "_" for one in around)


def _is_one_run(text: Words, at: int, end: int) -> bool:
    """Whether only white space stands between the words."""
    matches = text.matches[at:end]
    return all(text.low[one.end() : other.start()].isspace() for one, other in pairwise(matches))
