"""Administrative units with what holds them, and the smallest unit that holds several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.lexicon.levels import COMMUNE, DISTRICT, PROVINCE
from extractor.model.records import Place
from extractor.places.areas import NOT_TOLD, Holders, Scene, place_in, rank_of
from extractor.places.gazetteer import key_of, of_era, split_level, units
from extractor.places.records import NATION, district_of, place_record

COUNTRY = 0  # the rank of the nation and of other countries


class Unit(NamedTuple):
    """A unit as its record has it, of what rank it is, and the district and the province that hold it, if known."""

    place: Place
    rank: int
    district: Place | None = None
    province: Place | None = None

    @property
    def name(self) -> str:
        """Level and name."""
        return self.place.name

    def holds(self, other: Unit) -> bool:
        """Whether another unit lies in it."""
        if self.rank >= other.rank:
            return False
        if self.rank == COUNTRY:
            return self.name == NATION.name
        holder = other.province if self.rank == PROVINCE else other.district
        return holder is not None and holder.name == self.name

    @property
    def holders(self) -> tuple[Unit, ...]:
        """The units that hold it, the smallest first."""
        found = []
        if self.district is not None:
            found.append(Unit(self.district, DISTRICT, None, self.province))
        if self.province is not None:
            found.append(Unit(self.province, PROVINCE))
        return tuple(found)


NATIONAL = Unit(NATION, COUNTRY)


class Chains:
    """The units of one article: each with one spelling, the one that the text has first."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._spelled: dict[tuple[int, str], Place] = {}
        self._made: dict[tuple[str, str | None, Holders], Unit] = {}

    def unit_of(self, name: str, level: str | None, said: Holders = NOT_TOLD) -> Unit:
        """The unit of that name, `said` to lie where its sentence says."""
        key = (name, level, said)
        if key not in self._made:
            self._made[key] = self.chained(place_in(name, level, self.scene, said), said)
        return self._made[key]

    def chained(self, place: Place, said: Holders = NOT_TOLD) -> Unit:
        """A unit with what holds it: what the text says, else what the tables do."""
        rank = rank_of(place)
        place = self._once(place, rank)
        if rank <= PROVINCE:
            return Unit(place, rank)
        province = self.province(place.province) if place.province else None
        if rank == DISTRICT:
            return Unit(place, rank, None, province)
        told = self.scene.held.get(place.name, said).district or said.district
        level, bare = split_level(told or self._district_of(place) or "")
        if not bare:
            return Unit(place, COMMUNE, None, province)
        held = place_record(bare, level, when=self.scene.when, context=place.province)
        return Unit(place, COMMUNE, self._once(held, DISTRICT), province)

    def note(self, place: Place) -> None:
        """Notes how the text spells a unit."""
        self._once(place, rank_of(place))

    def _once(self, place: Place, rank: int) -> Place:
        """The record of a unit in its first spelling; units of two provinces may have one name."""
        key = rank, key_of(split_level(place.name)[1])
        found = self._spelled.setdefault(key, place)
        if None in (found.province, place.province) or found.province == place.province:
            return found
        return self._spelled.setdefault((rank, f"{key[1]}, {place.province}"), place)

    def province(self, full_name: str) -> Place:
        """The record of a province by its full name."""
        level, name = split_level(full_name)
        return self._once(place_record(name, level, when=None, context=None), PROVINCE)

    def _district_of(self, place: Place) -> str | None:
        """The one district of the tables in which a commune lies."""
        level, bare = split_level(place.name)
        if place.province is None:
            return None
        held = {unit.district for unit in of_era(units(bare, level=level, province=place.province), self.scene.when)}
        return held.pop() if len(held) == 1 else None

    def joined(self, found: Iterable[Unit]) -> Unit | None:
        """The smallest unit that holds several or is one of them; None where that is not known."""
        different = list({unit.name: unit for unit in found}.values())
        if len(different) < 2:
            return different[0] if different else None
        for unit in different:
            if all(unit is other or unit.holds(other) for other in different):
                return unit
        if any(unit.rank == COUNTRY for unit in different):
            return NATIONAL
        provinces = {unit.place if unit.rank == PROVINCE else unit.province for unit in different}
        if None in provinces:
            return None
        if len(provinces) > 1:
            return NATIONAL
        province = provinces.pop()
        return self._district_joining(different) or (Unit(province, PROVINCE) if province else None)

    def _district_joining(self, found: Sequence[Unit]) -> Unit | None:
        """The one district that holds communes, or is one of the units and holds the others."""
        districts = {unit.place if unit.rank == DISTRICT else unit.district for unit in found}
        shared = districts.pop() if len(districts) == 1 else None
        if shared is None and all(unit.rank == COMMUNE for unit in found):
            split = [split_level(unit.name) for unit in found]
            context = found[0].province.name if found[0].province else None
            shared = district_of(((bare, level) for level, bare in split), when=self.scene.when, context=context)
        return Unit(self._once(shared, DISTRICT), DISTRICT, None, found[0].province) if shared is not None else None


def leaves(found: Sequence[Unit]) -> list[Unit]:
    """The units in which none of the others lies."""
    different = list({unit.name: unit for unit in found}.values())
    holders = {(holder.name, holder.rank) for unit in different for holder in unit.holders}
    if any(unit.rank > COUNTRY for unit in different):
        holders.add((NATIONAL.name, COUNTRY))
    return [unit for unit in different if (unit.name, unit.rank) not in holders]
