"""What an article says of places as a whole: its units, what speaks for each as its own, and its sentences in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractor.extraction.context.place.carried import Carrier
from extractor.extraction.context.place.told import reader_of, told_by
from extractor.extraction.discourse import SentenceView
from extractor.extraction.rules.standings import ASIDE
from extractor.extraction.rules.whereabouts import OFFICES, Spoken, Told, Whereabouts, level_words
from extractor.lexicon.levels import COMMUNE, DISTRICT, PROVINCE
from extractor.model.records import Place
from extractor.places.areas import Scene, rank_of_level
from extractor.places.chains import NATIONAL, Chains, Unit, leaves
from extractor.places.sites import Site

MANY = 3
_LEADING = ("title", "lead", "text: joins", "site", "most named")  # evidence of what may be the article's own


def whereabouts(views: Sequence[SentenceView], scene: Scene, site: Site | None) -> Whereabouts:
    """What the sentences of an article say of places."""
    reader, named = reader_of(views, scene)
    carrier = Carrier(reader.chains)
    spoken: list[Spoken] = []
    for view, of_view in zip(views, named, strict=True):
        levels = tuple(level_words(view.text, view.low))
        told = told_by(view, of_view, levels, reader)
        spoken.append(Spoken(told, levels, carrier.carried(view) if view.quantities else {}))
        if view.sentence.cell is None:  # what a cell of a table says holds for no other
            carrier.follow(view, told)
    if not any(one.told for one in spoken) and scene.home is None and site is None:
        return Whereabouts(spoken=tuple(spoken), chains=reader.chains)
    facts = _Facts(views, spoken, reader.chains, site)
    evidence = {name: tuple(facts.evidence(unit)) for name, unit in facts.units.items()}
    leading = tuple(name for name, said in evidence.items() if any(one.startswith(_LEADING) for one in said))
    villages = {name: next(iter(of_name.values())) for name, of_name in reader.villages.items() if len(of_name) == 1}
    return Whereabouts(facts.units, evidence, leading, tuple(spoken), reader.chains, villages)


_REPEATED = frozenset(("former", "resident", "thing"))  # they name no unit
_NOT_OF_PARTS = _REPEATED | OFFICES | {"suspect"}
_NOT_COUNTED = ASIDE | OFFICES


class _Facts:
    """What the title, the lead and the whole of an article say of its units."""

    def __init__(self, views: Sequence[SentenceView], spoken: Sequence[Spoken], chains: Chains, site: Site | None) -> None:
        self._chains = chains
        self.units: dict[str, Unit] = {}
        self._evidence: dict[str, list[str]] = {}
        parts = self._parts(views, spoken)
        everything = [told for one in spoken for told in one.told if told.standing not in _REPEATED]
        self._gather(everything)
        for part, told in parts.items():
            self._of_part(part, told)
        self._of_counts(everything)
        self._of_site(site)
        self._of_levels(spoken)
        self._of_nation(everything)

    def _of_nation(self, everything: Sequence[Told]) -> None:
        """How much is said of the nation, and which units the tables lack."""
        offices = sum(1 for told in everything if told.standing == "nation office")
        wholes = sum(1 for told in everything if told.standing == "nation where")
        units = (told.unit for told in everything if told.standing not in OFFICES)
        held = (unit.place if unit.rank == PROVINCE else unit.province for unit in units)
        provinces = Counter(place.name for place in held if place is not None)
        most = max(provinces.values(), default=0) / max(1, provinces.total())
        self._say(
            NATIONAL,
            f"offices of the nation: {_many(offices)}",
            f"all of the nation: {_many(wholes)}",
            f"provinces: {_many(len(provinces))}",
            f"largest province {_share(most)}",
        )
        for unit in self.units.values():
            if unit.rank > 0 and unit.place.province is None:
                self._say(unit, "not in the tables")

    def evidence(self, unit: Unit) -> list[str]:
        """What speaks for a unit."""
        return self._evidence.get(unit.name, [])

    def _say(self, unit: Unit, *evidence: str) -> None:
        self.units.setdefault(unit.name, unit)
        self._evidence.setdefault(unit.name, []).extend(evidence)

    def _parts(self, views: Sequence[SentenceView], spoken: Sequence[Spoken]) -> dict[str, list[Told]]:
        """What title, lead and text speak of."""
        parts: dict[str, list[Told]] = {"title": [], "lead": [], "text": []}
        for view, one in zip(views, spoken, strict=True):
            told = [told for told in one.told if told.standing not in _NOT_OF_PARTS and not told.member]
            parts["text"] += told
            if view.sentence.role != "body":
                parts[view.sentence.role] += told
        return parts

    def _gather(self, everything: Sequence[Told]) -> None:
        """Takes in all units, what holds them, and the article's own place."""
        for told in everything:
            self._say(told.unit)
            for holder in told.unit.holders:
                self._say(holder)
        home = self._chains.scene.home
        if home is not None:
            own = self._chains.chained(home)
            for unit in (own, *own.holders):
                self._say(unit)

    def _of_part(self, part: str, told: Sequence[Told]) -> None:
        """What a part of the article says."""
        named = [one.unit for one in told]
        if not named:
            self._say(NATIONAL, f"{part} names none")
            return
        ends = leaves(named)
        plain = {one.unit.name for one in told if not one.outer}
        for unit in ends:
            self._say(unit, f"{part}: smallest", f"{part}: smallest, rank {unit.rank}")
            if len(ends) == 1:
                self._say(unit, f"{part}: only smallest", f"{part}: only smallest, rank {unit.rank}")
        for unit in {unit.name: unit for unit in named}.values():
            self._say(unit, f"{part}: named" if unit.name in plain else f"{part}: named as holder")
        if len(ends) > 1 and (join := self._chains.joined(ends)):
            self._say(join, f"{part}: joins", f"{part}: joins, rank {join.rank}")
        self._say(named[0], f"{part}: first")
        for rank in (PROVINCE, DISTRICT, COMMUNE):
            of_rank = {unit.name: unit for unit in named if unit.rank == rank}
            if len(of_rank) == 1:
                self._say(next(iter(of_rank.values())), f"{part}: only one of rank {rank}")

    def _of_counts(self, everything: Sequence[Told]) -> None:
        """How often a unit is spoken of, and what lies in it."""
        counted = Counter(
            one.unit.name for one in everything if not one.outer and not one.listed and one.standing not in _NOT_COUNTED
        )
        total = counted.total()
        if not total:
            return
        held, inside = Counter(counted), Counter[str]()
        for name, count in counted.items():
            unit = self.units[name]
            for holder in (*unit.holders, NATIONAL) if unit.name != NATIONAL.name and unit.rank > 0 else ():
                held[holder.name] += count
                inside[holder.name] += 1
        self._of_most(counted)
        for name, unit in self.units.items():
            share, rank = _share(held[name] / total), f"rank {unit.rank}"
            self._say(unit, rank, f"share {share}", f"share {share}, {rank}", f"holds {min(inside[name], MANY)}, {rank}")

    def _of_most(self, counted: Counter[str]) -> None:
        """Which unit of each rank is named most."""
        ranked: dict[int, list[tuple[int, str]]] = {}
        for name, count in counted.items():
            ranked.setdefault(self.units[name].rank, []).append((count, name))
        for rank, found in ranked.items():
            found.sort(key=lambda one: -one[0])
            if len(found) == 1 or found[0][0] > found[1][0]:
                self._say(self.units[found[0][1]], f"most named of rank {rank}")

    def _of_site(self, site: Site | None) -> None:
        """Where the site is from."""
        if site is None:
            return
        province = Unit(self._chains.province(site.province.full_name), PROVINCE)
        self._say(province, "site: province")
        if site.district is not None:
            place = Place(name=site.district.full_name, level=site.district.level, province=site.province.full_name)
            self._say(self._chains.chained(place), "site: district")
            self._say(province, "site: holds its district")

    def _of_levels(self, spoken: Sequence[Spoken]) -> None:
        """The levels that the text speaks of without a name."""
        counted = Counter((word.level, word.manner) for one in spoken for word in one.levels)
        several = {rank_of_level(level) for level, manner in counted if manner == "several"}
        for unit in self.units.values():
            for manner in ("self", "whole"):
                count = counted[(unit.place.level or "", manner)]
                if count:
                    self._say(unit, f"level spoken of as {manner}")
                if count >= MANY:
                    self._say(unit, f"level spoken of as {manner} often")
            if unit.rank + 1 in several:
                self._say(unit, f"several of the level below, rank {unit.rank}")


_SHARES = (0.1, 0.25, 0.5, 0.75, 1)


def _share(share: float) -> str:
    """About how large a share is."""
    return "0" if share == 0 else next((f"<{bound:g}" for bound in _SHARES if share < bound), "1")


def _many(count: int) -> str:
    """About how many."""
    return str(count) if count < MANY else "3-5" if count < 6 else "6+"
