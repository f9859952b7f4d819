"""Names of administrative units to Place records: level, province, and who holds the unit today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from extractor.lexicon.levels import LEVELS
from extractor.model.records import Place, Successor
from extractor.places.gazetteer import (
    REFORM,
    AdminUnit,
    former,
    in_district,
    of_era,
    province_named,
    resolve_unit,
    split_level,
    today,
    units,
)

NATION = Place.model_construct(name="Việt Nam", level="quốc gia", province=None)  # as Place(…), but at once


@lru_cache(maxsize=4096)
def place_record(
    name: str, level: str | None, *, when: date | None, context: str | None, district: str | None = None
) -> Place:
    """The record of a unit as published; `context` is the province that the article speaks of, `when` its day.

    Where the tables leave more than one unit open, successors stay empty, and the province as well, unless all lie in one:
    homonyms are not guessed.
    """
    full = f"{level} {name}" if level else name
    if level and 1 in LEVELS.get(level, ()):
        province = province_named(full, when=when)
        if province:
            return Place(
                name=province.full_name, level=province.level, province=province.full_name, today=_successors(province)
            )
    unit = resolve_unit(name, level=level, province=context, district=district, when=when)
    if unit is None:
        return Place(name=full, level=level, province=_province_of(name, level, when, context, district))
    return Place(name=full, level=level, province=unit.province, today=_successors(unit))


def _province_of(
    name: str, level: str | None, when: date | None, context: str | None, district: str | None
) -> str | None:
    """The province in which all units of that name and level lie, of those in the province and district that are said."""
    alike = units(name, level=level, province=context) if level else ()
    held = {unit.province for unit in of_era(alike, when) if district is None or in_district(unit, district)}
    return held.pop() if len(held) == 1 else None


def within(name: str, level: str | None, *, when: date | None, district: str | None, province: str | None) -> Place:
    """The record of a unit that the text itself says to lie there: that province also where the tables lack the unit."""
    place = place_record(name, level, when=when, context=province, district=district)
    if place.province is None and district is not None:
        holder, bare = split_level(district)
        province = province or place_record(bare, holder, when=when, context=None).province
        place = place_record(name, level, when=when, context=province) if province else place
    said = province_named(province, when=when) or province_named(province) if province and place.province is None else None
    return place.model_copy(update={"province": said.full_name}) if said else place


def district_of(communes: Iterable[tuple[str, str | None]], *, when: date | None, context: str | None) -> Place | None:
    """The one district that held all the communes (name and level) before the reform; None where none or several did."""
    if when is not None and when >= REFORM:
        return None
    held = [
        {
            (unit.district, unit.province)
            for unit in units(name, level=level, province=context)
            if unit.era == "before" and unit.district
        }
        for name, level in communes
    ]
    shared = set.intersection(*held) if held else set()
    if len(shared) != 1:
        return None
    district, province = next(iter(shared))
    level, name = split_level(district or "")
    return place_record(name, level, when=when, context=province)


@lru_cache(maxsize=4096)
def as_spelled(place: Place) -> Place:
    """The place with its name as the tables of units spell it, so that it has one name: Đăk R’lấp is Đắk R'Lấp."""
    if place.province is None:
        return place
    level, bare = split_level(place.name)
    spelled = {unit.full_name for unit in units(bare, level=level, province=place.province)}
    return place.model_copy(update={"name": spelled.pop()}) if len(spelled) == 1 else place


def former_places(name: str, *, province: str | None = None) -> tuple[Place, ...]:
    """The units of before the reform that a unit of today holds, each with all that hold it: xã Yên Bình, tỉnh Lào Cai.

    None where the name is that of no unit of today, or of several.
    """
    level, bare = split_level(name)
    found = [unit for unit in units(bare, level=level, province=province) if unit.era == "after"]
    return tuple(map(_place, former(found[0]))) if len(found) == 1 else ()


def _place(unit: AdminUnit) -> Place:
    return Place(name=unit.full_name, level=unit.level, province=unit.province, today=_successors(unit))


def _successors(unit: AdminUnit) -> tuple[Successor, ...]:
    return tuple(
        Successor(name=held.unit.full_name, province=held.unit.province, extent="whole" if held.whole else "part")
        for held in today(unit)
    )
