"""Places as files of official figures write them, to Place records; and which places are the same ground."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from extractor.audit.records.columns import plain
from extractor.dataset.merge.compare import where
from extractor.language.patterns import one_of
from extractor.lexicon.levels import LEVELS, SHORT_LEVELS
from extractor.model.edtf import days_of
from extractor.model.records import Place
from extractor.places.countries import COUNTRIES
from extractor.places.gazetteer import (
    REFORM,
    former,
    of_era,
    province_named,
    resolve_unit,
    split_level,
    units,
)
from extractor.places.records import NATION, as_spelled, place_record, within

Era = Literal["before", "after", "unsure"]
NATION_NAMES = frozenset(
    ("ca nuoc", "toan quoc", "viet nam", "vietnam", "tong so ca nuoc", "whole country", "nationwide", "national")
)
_RANKED = {rank: frozenset(level for level, ranks in LEVELS.items() if rank in ranks) for rank in (1, 2, 3)}
_SHORT = regex.compile(rf"^{one_of(SHORT_LEVELS)}\.?\s*(?=\p{{Lu}}|\d)")
_PARTS = regex.compile(r"\s*[,;(]\s*|\s+[-–]\s+(?=(?:tỉnh|thành phố|huyện|quận|thị xã)\b)|\)")
_KINDS = {plain(name): name for name in COUNTRIES}


class Ground(NamedTuple):
    """What a place is compared by: name and province, the units that hold it today, the time of its borders.

    Wards of one number in one city are told apart by the units that hold them.
    """

    name: str
    province: str
    today: frozenset[tuple[str, str]] = frozenset()
    era: Era | None = None  # None: the reform left its borders as they were


@lru_cache(maxsize=65536)
def place_of(written: str, *, when: date | None, context: str | None = None) -> Place | None:
    """The place that a cell names, `context` being the file's one province; None where it may be several or none."""
    said = " ".join(written.split())
    if plain(said) in NATION_NAMES:
        return NATION
    if plain(said) in _KINDS:
        return Place(name=_KINDS[plain(said)], level="quốc gia")
    parts = [_full(part) for part in _PARTS.split(said) if part.strip()]
    if not parts:
        return None
    province = province_named(parts[-1], when=when) or province_named(parts[-1])
    level, name = split_level(parts[0])
    if len(parts) == 1 and province is not None and level in (None, province.level):
        return place_record(province.name, province.level, when=when, context=None)
    if len(parts) > 1 and province is None and split_level(parts[-1])[0] in ("tỉnh", None):
        return None  # a province that no table knows
    held = province.full_name if province and len(parts) > 1 else context
    district = parts[1] if len(parts) > (2 if held != context or province else 1) else None
    if level is None:
        alike = {unit.level for unit in of_era(units(name, province=held), when)}
        if len(alike) != 1:
            return None
        (level,) = alike
    found = within(name, level, when=when, district=district, province=held)
    if found.province is None:
        return None
    if not found.today and units(name, level=level, province=held):  # several of that name, or of none for certain
        sure = resolve_unit(name, level=level, province=held, district=district, when=when)
        return as_spelled(found) if sure else None
    return as_spelled(found)


def _full(part: str) -> str:
    """A name with its level written out: TP. Vinh, H. Yên Bình."""
    short = _SHORT.match(part)
    if short is None:
        return part.strip()
    word = short[0].strip().rstrip(".")
    level = SHORT_LEVELS.get(word) or SHORT_LEVELS.get(f"{word}.")
    return f"{level} {part[short.end() :].strip()}" if level else part.strip()


def era_of(period: str | None, published: str | None = None) -> Era:
    """Which borders are meant: those of before the reform of July 2025 or after; of old news in old borders."""
    if published and published[:10] < REFORM.isoformat():
        return "before"
    first, last = days_of(period)
    end = last or first
    if end is not None and end >= REFORM:
        return "after"
    return "unsure" if published or end is None else "before"


def ground_of(place: Place, era: Era) -> Ground:
    """What a place is compared by.

    Of a unit whose name stayed when others were joined to it (tỉnh Lào Cai), the time says which ground is meant. A
    former unit that one of today holds whole and alone is that unit.
    """
    ground, changed = _ground(as_spelled(place))
    return ground._replace(era=era) if changed else ground


@lru_cache(maxsize=65536)
def _ground(place: Place) -> tuple[Ground, bool]:
    """The ground of a place, and whether its name alone does not tell it."""
    compared = where(place)
    own = Ground(*compared.name, compared.today)
    if len(place.today) != 1 or place.today[0].extent != "whole":
        return own, False
    (now,) = place.today
    level, bare = split_level(now.name)
    after = [unit for unit in units(bare, level=level, province=now.province) if unit.era == "after"]
    if len(after) != 1:
        return own, True
    held = {(unit.full_name, unit.province) for unit in former(after[0]) if unit.rank == after[0].rank}
    ((name, province),) = compared.today
    if len(held) == 1 and (split_level(place.name)[0] in _RANKED[after[0].rank]):  # whole and alone: by either name
        return Ground(name, province, compared.today), False
    return own, compared.name == (name, province)
