"""Which units the sentences before one have brought in: what they were about, how far off, and how it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.extraction.discourse import SentenceView
from extractor.extraction.rules.standings import ASIDE, WEAK
from extractor.extraction.rules.whereabouts import OFFICES, Told
from extractor.places.chains import Chains, Unit, leaves

Carried = dict[str, list[str]]  # by the name of a unit, the evidence for it
OPENING = 3  # sentences: they tell what an article is about


def _distance(gap: int) -> str:
    return "1" if gap == 1 else "2" if gap == 2 else "3-5" if gap <= 5 else "6-12" if gap <= 12 else "far"


_NO_FOCUS = ASIDE | OFFICES | {"country"}


class _Focus(NamedTuple):
    """What a sentence was about, and where it stands."""

    told: tuple[Told, ...]
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
        self._lead: list[Unit] = []

    def follow(self, view: SentenceView, told: Sequence[Told]) -> None:
        """Takes in what a sentence speaks of."""
        paragraph = view.sentence.paragraph
        if paragraph != self._of_paragraph[0]:
            self._of_paragraph = (paragraph, None)
        main = tuple(one for one in told if not one.member and one.standing not in _NO_FOCUS)
        if not main:
            return
        firm = tuple(one for one in main if one.standing not in WEAK)
        if self._of_paragraph[1] is None and firm:
            self._of_paragraph = (paragraph, firm[0].unit)
        self._focus = _Focus(main, view.at, paragraph)
        if view.sentence.role == "title" or view.at < OPENING:
            self._lead = self._lead or leaves([one.unit for one in main])
        if firm:
            self._firm = self._focus if len(firm) == len(main) else _Focus(firm, view.at, paragraph)
        for one in main:
            self._last[one.unit.rank] = (one.unit, view.at)

    def carried(self, view: SentenceView, opens: str) -> dict[str, tuple[str, ...]]:
        """For each unit what speaks for it from the sentences before."""
        found: Carried = {}
        paragraph = view.sentence.paragraph
        if self._of_paragraph[0] == paragraph and (first := self._of_paragraph[1]):
            _say(found, first, "first of the paragraph")
        for rank, (unit, at) in self._last.items():
            _say(found, unit, f"last of rank {rank}", f"last of rank {rank}, {_distance(view.at - at)}")
        if self._focus:
            self._add_focus(found, view, opens, self._focus, "focus")
        if self._firm and self._firm is not self._focus:
            self._add_focus(found, view, opens, self._firm, "firm focus")
        return {name: tuple(evidence) for name, evidence in found.items()}

    def _add_focus(self, found: Carried, view: SentenceView, opens: str, focus: _Focus, name: str) -> None:
        """What speaks for the units that a sentence before was about."""
        gap = _distance(view.at - focus.at)
        where = f"{gap} {'same' if view.sentence.paragraph == focus.paragraph else 'new'} paragraph"
        ends = leaves([one.unit for one in focus.told])
        stood = {one.unit.name: one.standing for one in focus.told}
        kind = f"{name} only" if len(ends) == 1 else f"{name} one"
        for unit in ends:
            relation, standing = _relation(unit, self._lead), stood[unit.name]
            _say(found, unit, kind, f"{kind}, {where}", f"{kind}, opens {opens}", f"{kind}, stood {standing}", f"{kind}, stood {standing}, {where}")
            _say(found, unit, f"{kind}, rank {unit.rank}", f"{kind}, rank {unit.rank}, {gap}")
            _say(found, unit, f"{kind}, {relation} the lead's", f"{kind}, {relation} the lead's, {where}")
            for holder in unit.holders:
                if holder.name not in stood:
                    holds = f"holds the {name}"
                    _say(found, holder, f"{holds} {unit.rank}-{holder.rank}", f"{holds}, opens {opens}", f"{holds}, {where}")
        relation = _relation(ends[0], self._lead) if len(ends) == 1 else "several"
        for unit in self._lead:
            leads = f"lead's, {name} {relation}"
            _say(found, unit, leads, f"{leads}, {where}", f"{leads}, opens {opens}")
        if len(ends) > 1 and (join := self._chains.joined(ends)):
            _say(found, join, f"{name} joined", f"{name} joined, {where}")
        first, last = focus.told[0], focus.told[-1]
        _say(found, last.unit, f"{name} last", f"{name} last, {where}")
        _say(found, first.unit, f"{name} first, stood {first.standing}")


def _say(found: Carried, unit: Unit, *evidence: str) -> None:
    found.setdefault(unit.name, []).extend(evidence)


def _relation(unit: Unit, lead: Sequence[Unit]) -> str:
    """How a unit lies to those that the lead is about."""
    if not lead:
        return "without"
    if any(unit.name == one.name for one in lead):
        return "is"
    if any(one.holds(unit) for one in lead):
        return "in"
    return "holds" if any(unit.holds(one) for one in lead) else "apart from"
