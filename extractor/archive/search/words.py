"""Words and phrases as they are looked for: all of them, and the tiers of how closely they are said.

A tier is asked of FTS5 as an expression, or of the texts of a row; both say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from extractor.archive.folding import bare, marked
from extractor.archive.shapes import Understood
from extractor.lexicon.levels import SHORT_LEVELS
from extractor.places.gazetteer import PROVINCE_ALIASES

LEAST_IN_RUNS, MOST_IN_RUNS = 3, 6  # words that are also looked for as two runs: hộ nghèo | Lục Yên
_WORDS = re.compile(r"[^\W_]+")  # re: every text that is looked through is parted by it


def plain(text: str) -> str:
    """The words of a text, a blank on each side of every one."""
    return f" {' '.join(_WORDS.findall(text))} "


class Texts(dict[str, str]):
    """The columns of a row as `plain` has them, each made when it is asked for."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        super().__init__()
        self._columns = columns

    def __missing__(self, column: str) -> str:
        made = self[column] = plain(self._columns[column])
        return made


class Node(Protocol):
    """What may be said by a row."""

    @property
    def expression(self) -> str:
        """It as FTS5 is asked for it."""

    def holds(self, texts: Texts) -> bool:
        """Whether the texts of a row say it."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words in a run, within one of the columns."""

    columns: tuple[str, ...]
    words: str  # as `plain` has them

    @property
    def expression(self) -> str:
        """Within the quotes of FTS5 all is text."""
        return f'{{{" ".join(self.columns)}}} : "{self.words.strip()}"'

    def holds(self, texts: Texts) -> bool:
        """Whether one of the columns says them."""
        return any(self.words in texts[column] for column in self.columns)


@dataclass(frozen=True, slots=True)
class All:
    """All of several."""

    parts: tuple[Node, ...]

    @property
    def expression(self) -> str:
        """They as FTS5 is asked for them."""
        return f"({' AND '.join(part.expression for part in self.parts)})"

    def holds(self, texts: Texts) -> bool:
        """Whether each is said."""
        return all(part.holds(texts) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several at least."""

    parts: tuple[Node, ...]

    @property
    def expression(self) -> str:
        """They as FTS5 is asked for them."""
        return f"({' OR '.join(part.expression for part in self.parts)})"

    def holds(self, texts: Texts) -> bool:
        """Whether one is said."""
        return any(part.holds(texts) for part in self.parts)


class Fields(NamedTuple):
    """The columns of a table of words: the closest, those that are close, and all; each has a twin with marks."""

    table: str
    first: tuple[str, ...]
    near: tuple[str, ...]
    every: tuple[str, ...]
    own: tuple[str, ...] = ()  # those that are the row's own, and that runs of words may be spread over


FIGURES = Fields(
    "_figure_words",
    ("item",),
    ("item", "sentence"),
    ("item", "sentence", "title", "place"),
    ("item", "sentence", "place"),
)
ARTICLES = Fields("_article_words", ("title",), ("title", "text"), ("title", "text"))


class Sought(NamedTuple):
    """`all` that every row says, as FTS5 is asked for it, and tiers of those that come first, from the closest on."""

    all: tuple[str, ...]
    tiers: tuple[Node, ...]


class _Way(NamedTuple):
    """A way to write words and to name columns: as they were typed, or without marks."""

    write: Callable[[str], str]
    suffix: str

    def said(self, columns: tuple[str, ...], words: str) -> Said:
        """The words in a run, within one of the columns."""
        return Said(tuple(column + self.suffix for column in columns), plain(self.write(words)))


_MARKED, _BARE = _Way(marked, "_marked"), _Way(bare, "")


def sought(understood: Understood, fields: Fields) -> Sought | None:
    """What is looked for by the words and phrases of a query; None where it has none.

    Found is what says all of them, with marks or without. A phrase that was typed with marks has to have them.
    """
    words = tuple(dict.fromkeys(one for one in understood.words if _says(one)))
    phrases = tuple(dict.fromkeys(one for one in understood.phrases if _says(one)))
    if not words and not phrases:
        return None
    # Text without marks stands in both columns alike, so that no column need be named.
    every = [_any_form(bare_words(one)) for one in words]
    every += [f'"{plain(marked(one)).strip()}"' if _has_marks(one) else f'"{bare_words(one)}"' for one in phrases]
    typed_with_marks = any(map(_has_marks, (*words, *phrases)))
    ways = (_MARKED, _BARE) if typed_with_marks and words else (_MARKED if typed_with_marks else _BARE,)
    tiers = [tier for way in ways for tier in _tiers(way, words, phrases, fields)]
    return Sought(tuple(every), tuple(dict.fromkeys(tiers))[:-1])  # the last is what all rows say


def _any_form(word: str) -> str:
    """A word as FTS5 is asked for it; an abbreviation of a province or a level is also found written out."""
    forms = (word, *_written_out().get(word, ()))
    return f"({' OR '.join(f'{chr(34)}{one}{chr(34)}' for one in forms)})" if len(forms) > 1 else f'"{word}"'


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
    """From all words in one run, in the column that says most, to all of them anywhere."""

    def within(columns: tuple[str, ...], some: Iterable[str]) -> Node:
        return All(tuple(way.said(columns, one) for one in some))

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
    """All words in two runs, one of them in the column that says most; then in two runs of its own, as a place is.

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
