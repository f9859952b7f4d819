"""A pattern that owns its guard: the cheap test before a costly search, computed from the pattern's own words.

So no guard can hide what its pattern reads: whoever adds a word to the pattern's table adds it to the guard.
"""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants as codes
from re import _parser
from typing import Any, Generic, Protocol, TypeVar

Match = TypeVar("Match", covariant=True)
LONGEST_ENDING = 4  # characters of an ending that are looked at
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_NOTHING_WIDE = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)


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

    __slots__ = ("_endings", "pattern")

    def __init__(self, pattern: Pattern[Match]) -> None:
        self.pattern = pattern
        endings = endings_of(pattern.pattern)
        if "" in endings:
            raise ValueError(f"no words end what {pattern.pattern!r} finds: search with the pattern itself")
        cut = {ending[-LONGEST_ENDING:] for ending in endings}
        self._endings = [(size, frozenset(one for one in cut if len(one) == size)) for size in sorted(set(map(len, cut)))]

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


Endings = tuple[frozenset[str], frozenset[str]]
_NONE: frozenset[str] = frozenset()


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
