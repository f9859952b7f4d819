"""Administrative units with what holds them, and the smallest unit that holds several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.lexicon.levels import COMMUNE, DISTRICT, PROVINCE
from extractor.model.records import Place
from extractor.places.areas import _UNTOLD, Holders, Scene, place_in, rank_of
from extractor.places.gazetteer import of_era, province_named, split_level, units
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


NATIONAL = Unit(NATION, COUNTRY)


def unit_of(name: str, level: str | None, scene: Scene, said: Holders = _UNTOLD) -> Unit:
    """The unit of that name in an article, `said` to lie where its sentence says."""
    return chained(place_in(name, level, scene, said), scene, said)


def chained(place: Place, scene: Scene, said: Holders = _UNTOLD) -> Unit:
    """A unit with what holds it: what the text says, else what the tables do."""
    rank = rank_of(place)
    if rank <= PROVINCE:
        return Unit(place, rank)
    province = whole(place.province) if place.province else None
    if rank == DISTRICT:
        return Unit(place, rank, None, province)
    told = scene.held.get(place.name, said).district or said.district
    level, bare = split_level(told or _district_of(place, scene) or "")
    if not bare:
        return Unit(place, COMMUNE, None, province)
    return Unit(place, COMMUNE, place_record(bare, level, when=scene.when, context=place.province), province)


def _district_of(place: Place, scene: Scene) -> str | None:
    """The one district of the tables in which a commune lies."""
    level, bare = split_level(place.name)
    if place.province is None:
        return None
    held = {unit.district for unit in of_era(units(bare, level=level, province=place.province), scene.when) if unit.district}
    return held.pop() if len(held) == 1 else None


def whole(province: str) -> Place | None:
    """The record of a province by its full name."""
    level, name = split_level(province)
    return place_record(name, level, when=None, context=None) if province_named(province) else None


def holders(unit: Unit, scene: Scene) -> tuple[Unit, ...]:
    """The units that hold a unit, the smallest first."""
    found = []
    if unit.district is not None:
        found.append(Unit(unit.district, DISTRICT, None, unit.province))
    if unit.province is not None:
        found.append(Unit(unit.province, PROVINCE))
    return tuple(found)


def leaves(found: Sequence[Unit]) -> list[Unit]:
    """The units in which none of the others lies."""
    different = list({unit.name: unit for unit in found}.values())
    return [unit for unit in different if not any(unit.holds(other) for other in different)]


def joined(found: Iterable[Unit], scene: Scene) -> Unit | None:
    """The smallest unit that holds several or is one of them; None where that is not known."""
    different = list({unit.name: unit for unit in found}.values())
    if len(different) < 2:
        return different[0] if different else None
    for unit in different:
        if all(unit is other or unit.holds(other) for other in different):
            return unit
    if any(unit.rank == COUNTRY for unit in different):
        return NATIONAL
    provinces = {(unit if unit.rank == PROVINCE else unit.province and unit.province.name) and (unit.name if unit.rank == PROVINCE else unit.province.name) for unit in different}
    if None in provinces:
        return None
    if len(provinces) > 1:
        return NATIONAL
    districts = {unit.district.name if unit.rank == COMMUNE and unit.district else unit.name if unit.rank == DISTRICT else None for unit in different}
    if len(districts) == 1 and None not in districts:
        unit = different[0]
        return Unit(unit.district, DISTRICT, None, unit.province) if unit.district else unit
    if all(unit.rank == COMMUNE for unit in different):
        split = [split_level(unit.name) for unit in different]
        shared = district_of(((bare, level) for level, bare in split), when=scene.when, context=next(iter(provinces)))
        if shared is not None:
            return Unit(shared, DISTRICT, None, different[0].province)
    name = next(iter(provinces))
    place = whole(name) if name else None
    return Unit(place, PROVINCE) if place else None
