"""Which units the sentences before one have brought in: what they were about, and how far off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.extraction.discourse import SentenceView
from extractor.extraction.rules.standings import ASIDE, WEAK
from extractor.extraction.rules.whereabouts import OFFICES, Told
from extractor.places.chains import Chains, Unit, leaves

Carried = dict[str, list[str]]  # by the name of a unit, the evidence for it


def _distance(gap: int) -> str:
    return "1" if gap == 1 else "2" if gap == 2 else "3-5" if gap <= 5 else "6-12" if gap <= 12 else "far"


_NO_FOCUS = ASIDE | OFFICES | {"country"}


class _Focus(NamedTuple):
    """What a sentence was about, and where it stands."""

    units: tuple[Unit, ...]
    at: int
    paragraph: int


class Carrier:
    """Which units the sentences before one have brought in."""

    def __init__(self, chains: Chains) -> None:
        self._chains = chains
        self._focus: _Focus | None = None
        self._firm: _Focus | None = None  # the last that says where, not only whose office
        self._last: dict[int, tuple[Unit, int]] = {}
        self._of_paragraph: tuple[int, Unit | None] = (-1, None)

    def follow(self, view: SentenceView, told: Sequence[Told]) -> None:
        """Takes in what a sentence speaks of."""
        paragraph = view.sentence.paragraph
        if paragraph != self._of_paragraph[0]:
            self._of_paragraph = (paragraph, None)
        main = [one for one in told if not one.member and one.standing not in _NO_FOCUS]
        firm = tuple(one.unit for one in main if one.standing not in WEAK)
        if not main:
            return
        if self._of_paragraph[1] is None and firm:
            self._of_paragraph = (paragraph, firm[0])
        self._focus = _Focus(tuple(one.unit for one in main), view.at, paragraph)
        if firm:
            self._firm = self._focus if len(firm) == len(main) else _Focus(firm, view.at, paragraph)
        for one in main:
            self._last[one.unit.rank] = (one.unit, view.at)

    def carried(self, view: SentenceView) -> dict[str, tuple[str, ...]]:
        """For each unit what speaks for it from the sentences before."""
        found: Carried = {}
        paragraph = view.sentence.paragraph
        if self._of_paragraph[0] == paragraph and (first := self._of_paragraph[1]):
            _say(found, first, "first of the paragraph")
        for rank, (unit, at) in self._last.items():
            _say(found, unit, f"last of rank {rank}", f"last of rank {rank}, {_distance(view.at - at)}")
        if self._focus:
            self._add_focus(found, view, self._focus, "focus")
        if self._firm and self._firm is not self._focus:
            self._add_focus(found, view, self._firm, "firm focus")
        return {name: tuple(evidence) for name, evidence in found.items()}

    def _add_focus(self, found: Carried, view: SentenceView, focus: _Focus, name: str) -> None:
        """What speaks for the units that a sentence before was about."""
        gap = _distance(view.at - focus.at)
        where = f"{gap} {'same' if view.sentence.paragraph == focus.paragraph else 'new'} paragraph"
        ends = leaves(focus.units)
        kind = f"{name} only" if len(ends) == 1 else f"{name} one"
        for unit in ends:
            ranked = f"{kind}, rank {unit.rank}"
            _say(found, unit, kind, f"{kind}, {where}", ranked, f"{ranked}, {gap}")
            for holder in unit.holders:
                if holder not in focus.units:
                    _say(found, holder, f"holds the {name} {unit.rank}-{holder.rank}", f"holds the {name}, {where}")
        if len(ends) > 1 and (join := self._chains.joined(ends)):
            _say(found, join, f"{name} joined", f"{name} joined, {where}")


def _say(found: Carried, unit: Unit, *evidence: str) -> None:
    found.setdefault(unit.name, []).extend(evidence)
