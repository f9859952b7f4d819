"""Words and phrases as they are looked for: all of them, and the tiers of how closely they are said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import cache, reduce
from typing import Literal, NamedTuple, Protocol

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from extractor.archive.folding import bare, marked
from extractor.archive.shapes import Understood
from extractor.archive.words import Field
from extractor.lexicon.levels import SHORT_LEVELS
from extractor.places.gazetteer import PROVINCE_ALIASES

LEAST_IN_RUNS, MOST_IN_RUNS = 3, 6  # words that are also looked for as two runs: hộ nghèo | Lục Yên
Form = Literal["bare", "marked"]
Mask = NDArray[np.bool_]
_WORDS = re.compile(r"[^\W_]+")  # re: every text that is looked through is parted by it


def plain(text: str) -> str:
    """The words of a text, a blank on each side of every one."""
    return f" {' '.join(_WORDS.findall(text))} "


class Said(Struct, frozen=True):
    """Words in a run, within one of the fields."""

    fields: tuple[Field, ...]
    form: Form
    words: str  # as `plain` has them

    def among(self, rows: Mask, find: Find) -> Mask:
        """Which of the rows say them."""
        return find(self, rows)

    def __len__(self) -> int:
        return len(self.words)


Find = Callable[[Said, Mask], Mask]  # which of some rows say something


class Node(Sized, Protocol):
    """What may be said by a row."""

    def among(self, rows: Mask, find: Find) -> Mask:
        """Which of the rows say it."""


class All(Struct, frozen=True):
    """All of several."""

    parts: tuple[Node, ...]

    def among(self, rows: Mask, find: Find) -> Mask:
        """Which of the rows say each; what is long, and so rare, is looked for first."""
        for part in sorted(self.parts, key=len, reverse=True):
            if not rows.any():
                break
            rows = part.among(rows, find)
        return rows

    def __len__(self) -> int:
        return max(map(len, self.parts))


class AnyOf(Struct, frozen=True):
    """One of several at least."""

    parts: tuple[Node, ...]

    def among(self, rows: Mask, find: Find) -> Mask:
        """Which of the rows say one."""
        return reduce(np.logical_or, (part.among(rows, find) for part in self.parts))

    def __len__(self) -> int:
        return min(map(len, self.parts))


class Fields(NamedTuple):
    """The fields of words of a row: the closest, those that are close, and all."""

    first: tuple[Field, ...]
    near: tuple[Field, ...]
    every: tuple[Field, ...]
    own: tuple[Field, ...] = ()  # those that are the row's own, and that runs of words may be spread over


FIGURES = Fields(("item",), ("item", "sentence"), ("item", "sentence", "title", "place"), ("item", "sentence", "place"))
ARTICLES = Fields(("title",), ("title", "text"), ("title", "text"))


class Sought(NamedTuple):
    """`all` that every row says, and tiers of those that come first, from the closest on."""

    all: Node
    tiers: tuple[Node, ...]


class _Way(NamedTuple):
    """A way to write words: as they were typed, or without marks."""

    write: Callable[[str], str]
    form: Form

    def said(self, fields: tuple[Field, ...], words: str) -> Said:
        """The words in a run, within one of the fields."""
        return Said(fields, self.form, plain(self.write(words)))


_MARKED, _BARE = _Way(marked, "marked"), _Way(bare, "bare")


def sought(understood: Understood, fields: Fields) -> Sought | None:
    """What is looked for by the words and phrases of a query; None where it has none.

    Found is what says all of them, with marks or without. A phrase that was typed with marks has to have them.
    """
    words = tuple(dict.fromkeys(one for one in understood.words if _says(one)))
    phrases = tuple(dict.fromkeys(one for one in understood.phrases if _says(one)))
    if not words and not phrases:
        return None
    every = [_any_form(one, fields) for one in words]
    every += [(_MARKED if _has_marks(one) else _BARE).said(fields.every, one) for one in phrases]
    typed_with_marks = any(map(_has_marks, (*words, *phrases)))
    ways = (_MARKED, _BARE) if typed_with_marks and words else (_MARKED if typed_with_marks else _BARE,)
    tiers = [tier for way in ways for tier in _tiers(way, words, phrases, fields)]
    return Sought(All(tuple(every)), tuple(dict.fromkeys(tiers))[:-1])  # the last is what all rows say


def _any_form(word: str, fields: Fields) -> Node:
    """A word without marks; an abbreviation of a province or a level is also found written out."""
    forms = (word, *_written_out().get(bare_words(word), ()))
    return AnyOf(tuple(_BARE.said(fields.every, one) for one in forms))


@cache
def _written_out() -> Mapping[str, tuple[str, ...]]:
    """What abbreviations are written out, without marks: hcm, tphcm, tp."""
    short = {bare(one): (bare(level),) for one, level in SHORT_LEVELS.items() if len(one) > 1 and one.isalpha()}
    for name, aliases in PROVINCE_ALIASES.items():
        short |= {bare(one): (bare_words(name),) for one in aliases if one.isupper() and one.isalpha()}
    return short


def bare_words(text: str) -> str:
    """The words of a text without marks."""
    return plain(bare(text)).strip()


def _says(text: str) -> bool:
    return bool(bare_words(text))


def _has_marks(text: str) -> bool:
    return marked(text) != bare(text)


def _tiers(way: _Way, words: tuple[str, ...], phrases: tuple[str, ...], fields: Fields) -> Iterator[Node]:
    """From all words in one run, in the field that says most, to all of them anywhere."""

    def within(among: tuple[Field, ...], some: Iterable[str]) -> Node:
        return All(tuple(way.said(among, one) for one in some))

    run = (" ".join(words),) if words else ()
    yield within(fields.first, (*run, *phrases))
    yield within(fields.near, (*run, *phrases))
    if not fields.own:
        yield within(fields.every, (*words, *phrases))
        return
    quoted = tuple(way.said(fields.every, one) for one in phrases)
    for two_runs in _runs(way, words, fields):
        yield All((two_runs, *quoted))
    if len(words) > 1:
        yield within(fields.near, (*words, *phrases))
    yield within(fields.every, (*words, *phrases))


def _runs(way: _Way, words: tuple[str, ...], fields: Fields) -> Iterator[Node]:
    """All words in two runs, one of them in the field that says most; then in two runs of its own, as a place is.

    A run has two words at least, as most words have two syllables; of three words one may stand alone.
    """
    least = 1 if len(words) == LEAST_IN_RUNS else 2
    if not LEAST_IN_RUNS <= len(words) <= MOST_IN_RUNS:
        return
    parted = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(least, len(words) - least + 1)]
    sides = [side for one, two in parted for side in ((one, two), (two, one))]
    yield AnyOf(tuple(All((way.said(fields.first, one), way.said(fields.own, two))) for one, two in sides))
    if least > 1:
        yield AnyOf(tuple(All((way.said(fields.own, one), way.said(fields.own, two))) for one, two in parted))
