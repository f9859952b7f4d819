"""The guards of patterns: the cheap test before a costly search, computed from the pattern's own words.

So no guard can hide what its pattern reads: whoever adds a word to the pattern's table adds it to the guard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from re import _constants as codes
from re import _parser
from typing import Any, Generic, Protocol, TypeVar

Match = TypeVar("Match", covariant=True)
LONGEST_ENDING = 4  # characters of an ending that are looked at
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_NOTHING_WIDE = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_NONE: frozenset[str] = frozenset()


class Pattern(Protocol[Match]):
    """What re and regex compile."""

    @property
    def pattern(self) -> str:
        """The pattern as written."""

    @property
    def flags(self) -> int:
        """How it was compiled."""

    def search(self, text: str, pos: int, endpos: int, /) -> Match | None:
        """The first match between the two."""


class Guarded(Generic[Match]):
    """A pattern for the end of a text (`…$`), asked only where the text ends as some match would, blanks aside."""

    def __init__(self, pattern: Pattern[Match]) -> None:
        self.pattern = pattern

    @cached_property
    def _endings(self) -> list[tuple[int, frozenset[str]]]:
        """The endings of each size, cut to those that are looked at; ValueError where a match may end with anything."""
        endings = endings_of(self.pattern.pattern)
        if "" in endings:
            raise ValueError(f"no words end what {self.pattern.pattern!r} finds: search with the pattern itself")
        cut = {ending[-LONGEST_ENDING:] for ending in endings}
        return [(size, frozenset(one for one in cut if len(one) == size)) for size in sorted(set(map(len, cut)))]

    def may_find(self, text: str, start: int, end: int) -> bool:
        """Whether the text between the two ends like something that the pattern finds; true wherever it finds something."""
        last = text[start:end].rstrip()[-LONGEST_ENDING:].lower()
        return any(last[-size:] in endings for size, endings in self._endings)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """What the pattern finds in the text between the two; None at once where it ends otherwise."""
        end = len(text) if end is None else end
        return self.pattern.search(text, start, end) if self.may_find(text, start, end) else None


def endings_of(pattern: str) -> frozenset[str]:
    """What the matches of a pattern end with, in lower case and blanks aside; "" among them where anything may."""
    done, going_on = _endings(_parser.parse(pattern), frozenset(("",)))
    return frozenset(ending.lower() for ending in done | going_on)


_NAMES = re.compile(r"\(\?P(?:<\w+>|=\w+)")  # regex may use one twice
_DIGITS = frozenset("0123456789")


def letters_that_begin(pattern: str) -> frozenset[str] | None:
    """The letters and digits that a match of a pattern may begin with; None where it may be anything."""
    try:
        begin, _ = _beginnings(_parser.parse(_NAMES.sub("(?:", pattern)))
    except _AnythingError:
        return None
    return begin


class _AnythingError(Exception):
    """A pattern that may begin with more than can be listed."""


def _beginnings(parsed: Iterable[Any]) -> tuple[frozenset[str], bool]:
    """The characters that a part of a pattern begins with, and whether it may be nothing."""
    found: frozenset[str] = frozenset()
    for operation, value in parsed:
        more, empty = _beginning(operation, value)
        found |= more
        if not empty:
            return found, False
    return found, True


def _beginning(operation: Any, value: Any) -> tuple[frozenset[str], bool]:
    """The characters that one operation of a pattern begins with, and whether it may be nothing."""
    if operation in _NOTHING_WIDE:
        return frozenset(), True
    if operation is codes.LITERAL:
        return frozenset(chr(value)), False
    if operation is codes.SUBPATTERN:
        return _beginnings(value[3])
    if operation is codes.BRANCH:
        several = [_beginnings(branch) for branch in value[1]]
        return frozenset().union(*(begin for begin, _ in several)), any(empty for _, empty in several)
    if operation in _REPEATS:
        begin, empty = _beginnings(value[2])
        return begin, empty or value[0] == 0
    if operation is codes.IN:
        return frozenset().union(*(_of_class(*one) for one in value)), False
    raise _AnythingError


def _of_class(operation: Any, value: Any) -> frozenset[str]:
    """The characters that one part of a class stands for, white space aside."""
    if operation is codes.LITERAL:
        return frozenset(chr(value))
    if operation is codes.RANGE:
        return frozenset(map(chr, range(value[0], value[1] + 1)))
    if operation is codes.CATEGORY and value is codes.CATEGORY_DIGIT:
        return _DIGITS
    if operation is codes.CATEGORY and value is codes.CATEGORY_SPACE:
        return frozenset()
    raise _AnythingError


_PROPERTIES, _NESTED = re.compile(r"\\[pP]\{\^?\w+\}"), re.compile(r"(?<!\\)\[\[")
_FLAGS = re.IGNORECASE | re.VERBOSE
MOST_NEEDED, LONG = 400, 4  # words of a guard; characters of a word that is rare enough


def needed_words(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """Words, case folded, one of which stands in every text that the pattern finds something in.

    None where there is no telling: where a match needs none of them, or the pattern is not one that re reads.
    """
    source = _NESTED.sub(r"[\\[", _PROPERTIES.sub(r"\\w", _NAMES.sub("(?:", pattern)))
    try:
        words = _needed(_parser.parse(source, int(flags) & _FLAGS))
    except (re.error, OverflowError, RecursionError):
        return None
    return frozenset(map(str.casefold, words)) if words and len(words) <= MOST_NEEDED else None


def _needed(parsed: Iterable[Any]) -> frozenset[str]:
    """The rarest words of which a part of a pattern needs one; none where it needs none."""
    best, run = frozenset[str](), ""
    for operation, value in (*parsed, (None, None)):
        if operation is codes.LITERAL:
            run += chr(value)
        elif operation not in _NOTHING_WIDE:
            best = max(best, frozenset((run,)) if run else _NONE, _needed_by(operation, value), key=_rarity)
            run = ""
    return best


def _needed_by(operation: Any, value: Any) -> frozenset[str]:
    """The words of which one operation of a pattern needs one."""
    if operation is codes.SUBPATTERN:
        return _needed(value[3])
    if operation is codes.ATOMIC_GROUP:
        return _needed(value)
    if operation in _REPEATS and value[0]:
        return _needed(value[2])
    if operation is codes.BRANCH:
        several = [_needed(branch) for branch in value[1]]
        return frozenset().union(*several) if all(several) else _NONE
    if operation is codes.IN and all(one is codes.LITERAL for one, _ in value):
        return frozenset(chr(char) for _, char in value)
    return _NONE


def _rarity(words: frozenset[str]) -> tuple[int, int]:
    """How much less likely a text has one of the words than one of others."""
    return min(LONG, min(map(len, words), default=0)), -len(words)


Endings = tuple[frozenset[str], frozenset[str]]

def _endings(parsed: Iterable[Any], behind: frozenset[str]) -> Endings:
    """The endings that are whole, and those that what stands before the parsed part goes on; `behind` stands behind it."""
    done = _NONE
    for operation, value in reversed(list(parsed)):
        more, behind = _of_one(operation, value, behind)
        done |= more
    return done, behind


def _of_one(operation: Any, value: Any, behind: frozenset[str]) -> Endings:
    """The endings with one operation of a pattern before those that it stands before."""
    if operation in _NOTHING_WIDE:
        return _NONE, behind
    if operation is codes.LITERAL and not chr(value).isspace():
        return _NONE, frozenset(chr(value) + ending for ending in behind)
    if operation is codes.SUBPATTERN:
        return _endings(value[3], behind)
    if operation is codes.BRANCH:
        return _united(_endings(branch, behind) for branch in value[1])
    if operation is codes.IN and all(one is codes.LITERAL and not chr(char).isspace() for one, char in value):
        return _united(_of_one(codes.LITERAL, char, behind) for _, char in value)
    if operation in _REPEATS and not _is_blank(*value[2][0]):
        done, going_on = _endings(value[2], behind)
        if value[1] > 1:  # what stands before may be the same again
            done, going_on = done | (going_on - {""}), going_on & {""}
        return done, going_on | behind if value[0] == 0 else going_on
    if _is_blank(operation, value) or operation in _REPEATS:
        return behind - {""}, behind & {""}
    return behind, _NONE  # a class of characters: anything may stand there


def _united(several: Iterable[Endings]) -> Endings:
    done = going_on = _NONE
    for one, other in several:
        done, going_on = done | one, going_on | other
    return done, going_on


def _is_blank(operation: Any, value: Any) -> bool:
    """Whether an operation reads white space only."""
    if operation is codes.LITERAL:
        return chr(value).isspace()
    return operation is codes.IN and value == [(codes.CATEGORY, codes.CATEGORY_SPACE)]
