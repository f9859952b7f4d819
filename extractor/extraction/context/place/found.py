"""The units that a figure may be about, gathered one by one with what speaks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.model.records import Place
from extractor.model.shapes import Candidate
from extractor.places.chains import Unit


class Found:
    """Units with their evidence and the rule that brings each in."""

    def __init__(self) -> None:
        self._units: dict[str, Unit] = {}
        self._said: dict[str, list[str]] = {}
        self._rules: dict[str, str] = {}

    def __contains__(self, unit: Unit) -> bool:
        return unit.name in self._units

    def units(self) -> tuple[Unit, ...]:
        """The units found so far."""
        return tuple(self._units.values())

    def bring(self, unit: Unit, rule: str, *, firmly: bool = False) -> None:
        """Notes by which rule a unit would be chosen; the first that brings it in counts, but for one that is firm."""
        if firmly:
            self._rules[unit.name] = rule
        else:
            self._rules.setdefault(unit.name, rule)

    def say(self, unit: Unit, *evidence: str, rule: str | None = None) -> None:
        """Adds a unit, if it is a new one, and what speaks for or against it."""
        name = unit.name
        if name not in self._units:
            self._units[name] = unit
            self._said[name] = []
        self._said[name].extend(evidence)
        if rule is not None:
            self.bring(unit, rule)

    def candidates(self, above: int, *, without: Sequence[Unit] = ()) -> Iterator[Candidate[Place | None]]:
        """The units above a rank as candidates."""
        for name, unit in self._units.items():
            if unit.rank >= above or unit in without:
                continue
            yield Candidate(unit.place, self._rules.get(name, "place.article"), tuple(self._said[name]))
