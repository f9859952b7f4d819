"""Words and phrases as FTS5 is asked for them: all of them, and the tiers from the closest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import regex

from extractor.archive.folding import bare, marked
from extractor.archive.shapes import Understood

MOST_IN_RUNS = 8  # words that are also looked for as two runs: hộ nghèo | Lục Yên
MOST_IN_THREE = 6  # words that are also looked for as three
_NO_WORD = regex.compile(r"[^\p{L}\p{N}\p{M}]+")


class Fields(NamedTuple):
    """The columns of a table of words: the closest, those that are close, and all; each has a twin with marks."""

    table: str
    first: str
    near: tuple[str, ...]
    every: tuple[str, ...]


FIGURES = Fields("_figure_words", "item", ("item", "sentence"), ("item", "sentence", "title", "place"))
ARTICLES = Fields("_article_words", "title", ("title", "text"), ("title", "text"))


class Sought(NamedTuple):
    """What FTS5 is asked: `all` finds every row, each of `tiers` those of them that come first, from the closest on."""

    all: str
    tiers: tuple[str, ...]


class _Way(NamedTuple):
    """A way to write words and to name columns: as they were typed, or without marks."""

    write: Callable[[str], str]
    suffix: str

    def words(self, text: str) -> str:
        """The words as one phrase of FTS5: within its quotes all is text."""
        return '"' + " ".join(_NO_WORD.sub(" ", self.write(text)).split()) + '"'

    def within(self, columns: tuple[str, ...], expression: str) -> str:
        """The expression, to be found in one of the columns."""
        return f"({{{' '.join(column + self.suffix for column in columns)}}} : ({expression}))"


_MARKED, _BARE = _Way(marked, "_marked"), _Way(bare, "")


def sought(understood: Understood, fields: Fields) -> Sought | None:
    """What FTS5 is asked for the words and phrases of a query; None where it has none.

    Found is what says all of them, with marks or without. A phrase that was typed with marks has to have them.
    """
    words = tuple(dict.fromkeys(one for one in understood.words if _says(one)))
    phrases = tuple(one for one in understood.phrases if _says(one))
    if not words and not phrases:
        return None
    exact = tuple((_MARKED if _has_marks(one) else _BARE).words(one) for one in phrases)
    every = _all((*map(_BARE.words, words), *exact))
    ways = (_MARKED, _BARE) if any(map(_has_marks, words)) else (_BARE,)
    if not words:
        ways = (_MARKED if any(map(_has_marks, phrases)) else _BARE,)
    tiers = [tier for way in ways for tier in _tiers(way, words, phrases, fields)]
    return Sought(every, tuple(dict.fromkeys(tiers)))


def _says(text: str) -> bool:
    return _BARE.words(text) != '""'


def _has_marks(text: str) -> bool:
    return marked(text) != bare(text)


def _all(expressions: tuple[str, ...] | list[str]) -> str:
    return " AND ".join(expressions)


def _tiers(way: _Way, words: tuple[str, ...], phrases: tuple[str, ...], fields: Fields) -> Iterator[str]:
    """From all words in one run, in the column that says most, to all of them anywhere."""
    quoted = [way.words(one) for one in phrases]
    run = [way.words(" ".join(words))] if words else []
    yield way.within((fields.first,), _all([*run, *quoted]))
    yield way.within(fields.near, _all([*run, *quoted]))
    if 1 < len(words) <= MOST_IN_RUNS:
        for expression in _runs(way, words, fields):
            yield _all([expression, *quoted])
    if len(words) > 1:
        scattered = _all([*map(way.words, words), *quoted])
        yield way.within((fields.first,), scattered)
        yield way.within(fields.near, scattered)
    yield way.within(fields.every, _all([*map(way.words, words), *quoted]))


def _runs(way: _Way, words: tuple[str, ...], fields: Fields) -> Iterator[str]:
    """All words in two runs, one of them in the column that says most; then in two or three, wherever they stand."""

    def anywhere(first: int, last: int) -> str:
        return way.within(fields.every, way.words(" ".join(words[first:last])))

    def first_of_all(first: int, last: int) -> str:
        return way.within((fields.first,), way.words(" ".join(words[first:last])))

    count = len(words)
    if count > 2:  # else the words themselves are the runs
        yield _any(
            f"({one(0, at)} AND {other(at, count)})"
            for at in range(1, count)
            for one, other in ((first_of_all, anywhere), (anywhere, first_of_all))
        )
        yield _any(f"({anywhere(0, at)} AND {anywhere(at, count)})" for at in range(1, count))
    if 3 < count <= MOST_IN_THREE:
        yield _any(
            f"({anywhere(0, one)} AND {anywhere(one, two)} AND {anywhere(two, count)})"
            for one in range(1, count - 1)
            for two in range(one + 1, count)
        )


def _any(expressions: Iterator[str]) -> str:
    return f"({' OR '.join(expressions)})"
