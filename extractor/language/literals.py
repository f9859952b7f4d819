"""What the letters written in a pattern tell of all that it finds: how that begins and ends, which words it needs.

Guards are computed from these, so that no guard can hide what its pattern reads: whoever adds a word to a pattern's
table adds it to the guard.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from re import _constants as codes
from re import _parser
from typing import Any
from warnings import catch_warnings, simplefilter

Words = frozenset[str]
Edges = tuple[Words, Words]

_NONE: Words = frozenset()
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_NOTHING_WIDE = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_LISTED: dict[Any, Callable[[Any], Iterable[str]]] = {  # the characters of a part of a class
    codes.LITERAL: chr,
    codes.RANGE: lambda ends: map(chr, range(ends[0], ends[1] + 1)),
    codes.CATEGORY: lambda category: "0123456789" if category is codes.CATEGORY_DIGIT else ("",),  # "": anything
}
_NAMES = re.compile(r"\(\?P(?:<\w+>|=\w+)")  # the package regex may use one twice
_PROPERTIES = re.compile(r"\\[pP]\{\^?\w+\}")  # \p{Lu}, which re does not know
_FLAGS = re.IGNORECASE | re.VERBOSE
MOST_NEEDED = 400  # words of a guard
LONG = 4  # characters of a word that is rare enough


def endings_of(pattern: str, flags: int = 0) -> Words:
    """What the matches of a pattern end with, in lower case and blanks aside; "" among them where anything may."""
    done, going_on = _edges(_parsed(pattern, flags & _FLAGS), frozenset(("",)), first=False)
    return frozenset(ending.lower() for ending in done | going_on)


def beginnings_of(pattern: str, flags: int = 0) -> Words:
    """What the matches of a pattern begin with, up to a blank; "" among them where anything may."""
    done, going_on = _edges(_parsed(pattern, flags & _FLAGS), frozenset(("",)), first=True)
    return done | going_on


def needed_words(pattern: str, flags: int = 0) -> Words:
    """Words as written, one of which stands in every text that the pattern finds something in.

    None come back where there is no telling: where a match needs none, or the pattern is not one that re reads.
    """
    try:
        words = _needed(_parsed(pattern, int(flags) & _FLAGS))
    except (re.error, OverflowError, RecursionError):
        return _NONE
    return words if len(words) <= MOST_NEEDED else _NONE


def _parsed(pattern: str, flags: int = 0) -> Iterable[Any]:
    """The pattern as re parses it, its names aside."""
    source = _PROPERTIES.sub(r"\\w", _NAMES.sub("(?:", pattern))
    with catch_warnings():
        simplefilter("ignore", FutureWarning)  # of sets that another engine may come to read otherwise
        parsed: Iterable[Any] = _parser.parse(source, flags)
    return parsed


def _needed(parsed: Iterable[Any]) -> Words:
    """The rarest words of which a part of a pattern needs one; none where it needs none."""
    best, run = _NONE, ""
    for operation, value in (*parsed, (None, None)):
        if operation is codes.LITERAL:
            run += chr(value)
        elif operation not in _NOTHING_WIDE:
            best = max(best, frozenset((run,)) if run else _NONE, _needed_by(operation, value), key=_rarity)
            run = ""
    return best


def _needed_by(operation: Any, value: Any) -> Words:
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


def _rarity(words: Words) -> tuple[int, int]:
    """How much less likely a text has one of the words than one of others."""
    return min(LONG, min(map(len, words), default=0)), -len(words)


def _edges(parsed: Iterable[Any], known: Words, *, first: bool) -> Edges:
    """The edges that are whole, and those that the rest of the pattern goes on; `known` is how what lies outside is read.

    Edges are the endings of what is matched, read from the last character on; with `first` they are its beginnings.
    """
    done = _NONE
    for operation, value in parsed if first else reversed(list(parsed)):
        more, known = _edges_with(operation, value, known, first=first)
        done |= more
    return done, known


def _edges_with(operation: Any, value: Any, known: Words, *, first: bool) -> Edges:
    """The edges with one operation of a pattern further inside."""
    if operation in _NOTHING_WIDE:
        return _NONE, known
    if operation is codes.LITERAL and not chr(value).isspace():
        return _NONE, frozenset(edge + chr(value) if first else chr(value) + edge for edge in known)
    if operation is codes.SUBPATTERN:
        return _edges(value[3], known, first=first)
    if operation is codes.BRANCH:
        return _united(_edges(branch, known, first=first) for branch in value[1])
    if operation is codes.IN and all(one is codes.LITERAL and not chr(char).isspace() for one, char in value):
        return _united(_edges_with(codes.LITERAL, char, known, first=first) for _, char in value)
    if operation is codes.IN and first and "" in known and all(one in _LISTED for one, _ in value):
        return frozenset(edge or char for edge in known for one in value for char in _LISTED[one[0]](one[1])), _NONE
    if operation in _REPEATS and not _is_blank(*value[2][0]):
        done, going_on = _edges(value[2], known, first=first)
        if value[1] > 1:  # what lies further inside may be the same again
            done, going_on = done | (going_on - {""}), going_on & {""}
        return done, going_on | known if value[0] == 0 else going_on
    if _is_blank(operation, value) or operation in _REPEATS:
        return known - {""}, known & {""}
    return known, _NONE  # a class of characters: anything may stand there


def _united(several: Iterable[Edges]) -> Edges:
    done = going_on = _NONE
    for one, other in several:
        done, going_on = done | one, going_on | other
    return done, going_on


def _is_blank(operation: Any, value: Any) -> bool:
    """Whether an operation reads white space only."""
    if operation is codes.LITERAL:
        return chr(value).isspace()
    return operation is codes.IN and value == [(codes.CATEGORY, codes.CATEGORY_SPACE)]
