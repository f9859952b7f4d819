"""Administrative units as a text names them: of what rank they are, what lies in what, and which units a list holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct, field

from extractor.language.patterns import one_of, re_pattern, regex_pattern
from extractor.lexicon.levels import COMMUNE_LEVELS, DISTRICT, HAMLETS, LEVELS, PROVINCE
from extractor.model.records import Place
from extractor.places.gazetteer import province_named
from extractor.places.mentions import Mention
from extractor.places.patterns import LIST_LINK
from extractor.places.records import NATION, place_record, within

WHOLE = re_pattern(rf"\b(?:toàn|trên\s+địa\s+bàn|địa\s+bàn|khắp)\s+(?P<level>{one_of(LEVELS)})\b(?!\s+[^\W_])")
LINK = regex_pattern(r"\s*(?:,|\((?:\s*(?:\p{Lu}[\p{L}'’]*\s*){1,4},)?|-|thuộc|của)\s*(?:thuộc\s+|của\s+)?")  # xã Duy Vinh (Duy Xuyên, Quảng Nam)
LONGEST_LINK = 80  # characters between a unit and the one that holds it
_CITY = "thành phố"
LEVELS_BY_LENGTH = sorted((level for level in LEVELS if level != _CITY), key=len, reverse=True)  # thị xã before xã


class Holders(NamedTuple):
    """The district and the province that a text says a unit lies in."""

    district: str | None
    province: str | None


NOT_TOLD = Holders(None, None)


class Scene(Struct, frozen=True):
    """What is known of where an article's units lie: its own unit, its day and province, and what its text says."""

    home: Place | None
    when: date | None
    context: str | None
    held: Mapping[str, Holders] = field(default_factory=dict)  # by name: the district and province that the text says a unit lies in


def rank_of_level(level: str | None) -> int:
    """0 for the nation, 1 for a province to 4 for a village."""
    if level == NATION.level:
        return 0
    return 4 if level in HAMLETS else max(LEVELS.get(level or "", (3,)))


def rank_of(unit: Mention | Place) -> int:
    """The rank of a unit: that of its level, but 1 for a thành phố that is a province."""
    name = unit.name if isinstance(unit, Place) else unit.full_name
    return 1 if unit.level == _CITY and province_named(name) is not None else rank_of_level(unit.level)


def may_recur(mention: Mention) -> bool:
    """Whether a text may call a unit by its bare name too: a known district, or a commune of two syllables."""
    if not mention.known or mention.level not in LEVELS or province_named(mention.full_name) is not None:
        return False
    return 2 in LEVELS[mention.level or ""] or (mention.level in COMMUNE_LEVELS and " " in mention.name)


def nested(inner: Mention, outer: Mention, text: str) -> bool:
    """Whether the second mention only says where the first lies."""
    return rank_of(inner) > rank_of(outer) and bool(LINK.fullmatch(text, inner.end, outer.start))


def holders_behind(unit: Mention, mentions: Sequence[Mention], text: str) -> Holders:
    """The district and the province that a text names behind a unit: xã Kỳ Sơn, huyện Tân Kỳ (Nghệ An)."""
    district = province = None
    inner = unit
    for outer in mentions:
        if outer.start - inner.end > LONGEST_LINK:
            break
        if outer.start >= inner.end and nested(inner, outer, text):
            if rank_of(outer) == PROVINCE:
                province = outer.full_name
            elif rank_of(outer) == DISTRICT:
                district = outer.full_name
            inner = outer
    return Holders(district, province)


def place_in(name: str, level: str | None, scene: Scene, said: Holders = NOT_TOLD) -> Place:
    """The record of a unit by what its sentence says of where it lies, else the article's other sentences, else its own place."""
    holders = scene.held.get(f"{level} {name}", said)
    district, province = said.district or holders.district, said.province or holders.province
    home = scene.home
    if district is None and home is not None and rank_of(home) == DISTRICT and level in COMMUNE_LEVELS:
        near = place_record(name, level, when=scene.when, context=home.province, district=home.name)
        if near.province is not None and province in (None, near.province):
            return near
    if district is None and province is None:
        place = place_record(name, level, when=scene.when, context=scene.context)
        elsewhere = place.province is None and rank_of(place) == DISTRICT  # Bắc Hà in news of Bắc Giang: there is but one
        return place_record(name, level, when=scene.when, context=None) if elsewhere else place
    place = within(name, level, when=scene.when, district=district, province=province)
    if place.province is None and province is None and scene.context:
        return place_record(name, level, when=scene.when, context=scene.context)  # its district has another level by now
    return place


def holders_told(read: Iterable[tuple[str, Sequence[Mention]]]) -> dict[str, Holders]:
    """For each unit that the sentences of an article place somewhere its district and province, unless they tell of two."""
    districts: dict[str, set[str]] = {}
    provinces: dict[str, set[str]] = {}
    for text, mentions in read:
        for unit in mentions if len(mentions) > 1 else ():
            said = holders_behind(unit, mentions, text)
            if said.district:
                districts.setdefault(unit.full_name, set()).add(said.district)
            if said.province:
                provinces.setdefault(unit.full_name, set()).add(said.province)
    found: dict[str, Holders] = {}
    for name in dict.fromkeys((*districts, *provinces)):
        district = _only(districts.get(name, set()))
        own = provinces.get(name) or (provinces.get(district, set()) if district else set())
        found[name] = Holders(district, _only(own))
    return found


def _only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def group_of(mention: Mention, units: Sequence[Mention], text: str) -> list[Mention]:
    """The mention with those of its list; of nested units (xã Kỳ Sơn, huyện Tân Kỳ) the smallest."""
    if mention.group is not None:
        together = [m for m in units if m.group == mention.group]
        if len(together) > 1:
            return together
    at = units.index(mention)
    while at and nested(units[at - 1], units[at], text):
        at -= 1
    while units[at].level in HAMLETS and at + 1 < len(units) and nested(units[at], units[at + 1], text):
        at += 1
    if units[at].group is not None and units[at] is not mention:
        return group_of(units[at], units[: at + 1], text)
    return _joined(units, at, text)


def _joined(units: Sequence[Mention], at: int, text: str) -> list[Mention]:
    """A unit with those of its rank that the text joins to it: huyện Bắc Hà và huyện Bảo Yên."""
    first = last = at
    while first and _are_joined(units[first - 1], units[first], text):
        first -= 1
    while last + 1 < len(units) and _are_joined(units[last], units[last + 1], text):
        last += 1
    return list(units[first : last + 1])


def _are_joined(one: Mention, two: Mention, text: str) -> bool:
    return one.group is None and two.group is None and rank_of(one) == rank_of(two) and LIST_LINK.fullmatch(text, one.end, two.start) is not None
