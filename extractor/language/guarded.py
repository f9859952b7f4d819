"""A pattern that owns its guard: the cheap test before a costly search, computed from the pattern's own words."""

from __future__ import annotations

from functools import cached_property
from typing import Generic, Protocol, TypeVar

from extractor.language.guards import known
from extractor.language.literals import endings_of

Match = TypeVar("Match", covariant=True)
LONGEST_ENDING = 4  # characters of an ending that are looked at


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
        endings = known(endings_of, self.pattern.pattern)
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
