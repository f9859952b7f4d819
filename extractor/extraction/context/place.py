"""Place: the smallest administrative unit that a figure is about; from its sentence, else the article's own."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.extraction.rules.locatives import Evidence
from extractor.language.patterns import lowered, one_of
from extractor.lexicon.levels import COMMUNE, COMMUNE_LEVELS, HAMLETS, LEVELS
from extractor.model.records import Place
from extractor.model.shapes import Decided, Frame
from extractor.places.areas import (
    LEVELS_BY_LENGTH,
    WHERE,
    Scene,
    group_of,
    place_in,
    rank_of,
    rank_of_level,
    record_of,
)
from extractor.places.countries import COUNTRIES
from extractor.places.gazetteer import split_level
from extractor.places.mentions import Mention
from extractor.places.records import NATION, district_of, place_record

_BREAK = re.compile(r"[;:…]|\.\.\.")
_MARK = re.compile(r"[,;.:]")
_CLAUSE = re.compile(r"[;!?]\s")


_IN_COUNTRY = regex.compile(
    rf"(?<!\b(?:làm việc|lao động|học tập|du học|sinh sống|học|sống)\s)\b(?:[Tt]ại|[Ởở])\s+(?P<name>{one_of(COUNTRIES)})(?![\p{{L}}\p{{M}}])(?!\s\p{{Lu}})[^\d;:,]*(?:\d{{4}}[^\d;:,]*)?$"
)


def decide(frame: Frame, evidence: Evidence, scene: Scene) -> Decided[Place | None]:
    """The place of a figure: the unit that its own words name, the whole that they speak of, or the article's.

    Units lie in a larger one: that of 63 tỉnh, thành is the nation, whatever province the article speaks of.
    """
    found = _share(frame, evidence, scene) or _told(frame, _own_evidence(frame, evidence), scene)
    if found.basis in _FROM_AFAR and (parts := _parts_ahead(frame, evidence)):
        found = _holding(found, parts, evidence.mentions, scene, frame.sentence.text)
    if (
        _ONE_OF.search(frame.low_head)
        and frame.quantity.unit.lower().startswith("địa phương")
        and scene.home
        and rank_of(scene.home) == 1
    ):
        return Decided(NATION, "place.holder")  # là một trong 16 địa phương thu trên 20.000 tỷ đồng
    level = _counted_level(frame)
    if level is None or found.value is None or frame.quantity.value == 1 or rank_of(found.value) < rank_of_level(level):
        return found
    holder = NATION if rank_of_level(level) == 1 else _home_of("tỉnh", scene) or _home_of("thành phố", scene)
    return Decided(holder, "place.holder") if holder and rank_of_level(level) < 3 else found


_FROM_AFAR = ("article", "earlier", "none")


def _share(frame: Frame, evidence: Evidence, scene: Scene) -> Decided[Place | None] | None:
    """The place that the sentence gives this number to, as one of several: xã A 40 hộ, xã B 80 hộ."""
    mention = evidence.shares.units.get(frame.quantity.start)
    return Decided(_record([mention], evidence.mentions, scene, frame.sentence.text), "place.beside") if mention else None


def _own_evidence(frame: Frame, evidence: Evidence) -> Evidence:
    """The evidence without the places that only other numbers have: of 4 người chết (Lai Châu 2, Sơn La 2) neither is where."""
    if not evidence.shares.names:
        return evidence
    text, start = frame.sentence.text, frame.quantity.start
    first = min(name for name, _ in evidence.shares.names.values())
    unknown = start in evidence.shares.names  # a place that the tables lack is in what the list opens with, or in its brackets
    own = evidence.shares.names.get(start, (0, len(text)))[1]
    unknown = unknown or _SUMS_UP.search(frame.low_before) is not None
    foreign = {m for m in evidence.mentions if evidence.shares.foreign(m, text, start) or (unknown and m.end > first and not own <= m.start < start)}
    if not foreign:
        return evidence
    mentions = tuple(mention for mention in evidence.mentions if mention not in foreign)
    return replace(evidence, mentions=mentions, locating=[mention for mention in evidence.locating if mention not in foreign])


def _parts_ahead(frame: Frame, evidence: Evidence) -> list[Mention]:
    """The places that have the numbers behind this one, which itself belongs to none; all where it sums them up."""
    sums_up = _SUMS_UP.search(frame.low_before) is not None
    return [mention for start, mention in evidence.shares.units.items() if sums_up or start > frame.quantity.start]


_SUMS_UP = re.compile(r"\b(?:tổng\s+cộng|tổng\s+số|tổng|cộng)\s+(?:là\s+|gần\s+|hơn\s+)*$")


def _holding(
    found: Decided[Place | None], parts: list[Mention], mentions: Sequence[Mention], scene: Scene, text: str
) -> Decided[Place | None]:
    """The place of a total: the article's where it may hold the places of the parts, else the smallest that does."""
    records = [record for part in parts if (record := _record([part], mentions, scene, text))]
    provinces = {record.province for record in records}
    smallest = min((rank_of(record) for record in records), default=0)
    if found.value and rank_of(found.value) < smallest and provinces <= {found.value.province, None, *([None] if found.value.province else provinces)}:
        return found
    if not records or None in provinces:
        return Decided(None, "place.none")
    if smallest == COMMUNE and len(provinces) == 1:
        district = district_of(((part.name, part.level) for part in parts), when=scene.when, context=records[0].province)
        return Decided(district or _common(records), "place.holder")
    return Decided(_common(records), "place.holder")


_ONE_OF = re.compile(r"\b(?:một|1|nằm)\s+trong\s+(?:số\s+)?$")


def _counted_level(frame: Frame) -> str | None:
    """The level of the units that a figure counts: 2 xã, 63 tỉnh, thành; None where it counts none."""
    unit = frame.quantity.unit.lower()
    return next(
        (level for level in LEVELS_BY_LENGTH if unit == level or unit.startswith((f"{level} ", f"{level},"))), None
    )


def _told(frame: Frame, evidence: Evidence, scene: Scene) -> Decided[Place | None]:
    """The place that the text tells for a figure."""
    start, mentions, units = frame.quantity.start, evidence.mentions, evidence.locating
    if not units and (country := _country(frame.head)):
        return Decided(country, "place.country")
    near = _road(frame, mentions) or (_own(frame, units) if units else None)
    whole = _last_whole(evidence, start)
    unit = _spoken_of(whole, mentions, scene) if whole else None
    if near is not None and not (whole and unit and near[-1].end <= whole[0] < start and near[-1].level != whole[1]):
        return Decided(_record(near, mentions, scene, frame.sentence.text), "place.sentence")
    if unit:
        return Decided(unit, "place.whole")
    if evidence.nation:
        return Decided(NATION, "place.nation")
    if later := _later(frame, units):
        return Decided(_record(later, mentions, scene, frame.sentence.text), "place.later")
    if scene.introduced:
        return Decided(scene.introduced, "place.introduced")
    return Decided(scene.home, "place.article" if scene.home else "place.none")


def _country(head: str) -> Place | None:
    """The country that the words before a figure are about: đặc biệt tại Philippines đã ghi nhận."""
    found = _IN_COUNTRY.search(head)
    if found is None:
        return None
    return NATION if found["name"] == NATION.name else Place(name=found["name"], level=NATION.level, province=None)


def _spoken_of(whole: tuple[int, str], mentions: Sequence[Mention], scene: Scene) -> Place | None:
    """The unit meant by a level without a name: the one of that level that the sentence or the article speaks of, else a larger one that it named last."""
    at, level = whole
    named = [mention for mention in mentions if mention.level == level and not mention.former and mention.end <= at]
    if named:
        return place_in(named[-1].name, level, scene)
    larger = scene.home is None or rank_of_level(level) < rank_of(scene.home)
    return _home_of(level, scene) or (scene.named.get(level) if larger else None)


def _last_whole(evidence: Evidence, start: int) -> tuple[int, str] | None:
    """Where and of what level the text speaks of a whole unit before an offset, else anywhere."""
    found = [one for one in evidence.selves if one[0] < start] or evidence.wholes[:1]
    return found[-1] if found else None


def _own(frame: Frame, units: Sequence[Mention]) -> list[Mention] | None:
    """The mentions that place the figure: those right behind its noun, else the last before it."""
    text, start, end = frame.sentence.text, frame.quantity.start, frame.quantity.end
    limit = frame.following.start if frame.following else len(text)
    behind = [
        m
        for m in units
        if m.end > frame.quantity.unit_start
        and m.start >= start
        and m.start < limit
        and not _MARK.search(text, end, max(end, m.start))
    ]
    if behind and behind[0].start - end < NEAR_BEHIND:
        return _counted_units(frame, group_of(behind[0], units, text), units, text)
    before = [m for m in units if m.end <= start]
    if not before:
        return None
    clause = max((match.end() for match in _CLAUSE.finditer(frame.head)), default=0)
    inner = [m for m in before if m.start >= clause]
    return group_of((inner or before)[-1], units, text)


def _later(frame: Frame, units: Sequence[Mention]) -> list[Mention] | None:
    """The one place that the sentence names further on in the same clause, where it names none before."""
    text, end = frame.sentence.text, frame.quantity.end
    later = [m for m in units if m.start >= end]
    if not later or _BREAK.search(text, end, later[0].start) or (later[0].bare and "," in text[end : later[0].start]):
        return None
    group = group_of(later[0], units, text)
    others = [m for m in later if m not in group and rank_of(m) >= rank_of(group[0])]
    return None if others else _counted_units(frame, group, units, text)


def _counted_units(frame: Frame, found: list[Mention], units: Sequence[Mention], text: str) -> list[Mention] | None:
    """What places a figure that counts units itself: not one of those counted, but what they lie in."""
    level = frame.quantity.unit.split()[0].lower()
    counts_units = (
        level in LEVELS
        or level in HAMLETS
        or frame.quantity.unit.lower().startswith(("thị trấn", "thành phố", "thị xã"))
    )
    if not counts_units or len(found) > 1 or frame.quantity.value == 1 or rank_of(found[0]) < rank_of_level(level):
        return found
    larger = [m for m in units if m.start > found[0].end and rank_of(m) < rank_of_level(level)]
    return group_of(larger[0], units, text) if larger else None


NEAR_BEHIND = 60  # characters between a number and the place that its noun names


_SETS_OUT = re.compile(r"\b(?:tuyến|đường|đoạn|quốc\s+lộ|tỉnh\s+lộ|cao\s+tốc|cầu|kênh|đê|kè|biển|biên\s+giới)\b[^.,;:]{0,40}\btừ\s[^.;:]{0,60}$")
_GOES_TO = re.compile(r"[^.;:]{0,60}\s(?:đến|đi|tới)\s(?:(?!qua\b|đoạn\b|trong\b|riêng\b)[^.;:\d]){0,40}$")


def _stretch(last: Mention, mentions: Sequence[Mention], text: str) -> tuple[Mention, Mention] | None:
    """Where a road begins and ends that passes through the last of two units: từ huyện A (tỉnh B) đến xã C dài 40 km."""
    low = lowered(text) if len(mentions) > 1 else ""
    for first in mentions:
        if (
            first.level in LEVELS
            and first.end < last.start
            and _GOES_TO.fullmatch(low, first.end, last.start)
            and _SETS_OUT.search(low, max(0, first.start - 110), first.start)
        ):
            return first, last
    return None


def _road(frame: Frame, mentions: Sequence[Mention]) -> list[Mention] | None:
    """The end of a road that the words before a figure tell last: từ Quảng Ninh tới Kiên Giang dài 3.000 km."""
    before = [mention for mention in mentions if mention.end <= frame.quantity.start]
    return before[-1:] if before and _stretch(before[-1], before, frame.sentence.text) else None


def _common(places: Sequence[Place]) -> Place:
    """The unit that holds all: themselves where they are one, else their province, else the nation."""
    if len({(place.name, place.province) for place in places}) == 1:
        return places[0]
    provinces = {place.province for place in places}
    province = next(iter(provinces))
    if len(provinces) > 1 or province is None:
        return NATION
    level, name = split_level(province)
    return place_record(name, level, when=None, context=None)


def _record(found: list[Mention], mentions: Sequence[Mention], scene: Scene, text: str) -> Place | None:
    """The record of one unit; of several units of one level the unit that holds them all."""
    if len(found) > 1:
        return _holder(found, mentions, scene, text)
    mention = found[0]
    if ends := _stretch(mention, mentions, text):
        communes = all(rank_of(end) == COMMUNE for end in ends)
        district = district_of(((end.name, end.level) for end in ends), when=scene.when, context=scene.context) if communes else None
        return district or _common([record_of(end, mentions, text, scene) for end in ends])
    if mention.level in HAMLETS:
        return _commune(mention, mentions, scene)
    return record_of(mention, mentions, text, scene)


def _commune(hamlet: Mention, mentions: Sequence[Mention], scene: Scene) -> Place | None:
    """The commune of a village where the sentence names it, else the unit that the text speaks of."""
    communes = [m for m in mentions if m.level in COMMUNE_LEVELS]
    if not communes and hamlet.name in scene.villages:
        return scene.villages[hamlet.name]
    if communes:
        nearest = min(communes, key=lambda m: abs(m.start - hamlet.end))
        return place_in(nearest.name, nearest.level, scene)
    return scene.introduced or scene.home


def _holder(found: list[Mention], mentions: Sequence[Mention], scene: Scene, text: str) -> Place | None:
    """The unit that holds several: the next larger one that the sentence names behind them or opens with, else the article's own."""
    rank = rank_of(found[0])
    if rank == 4:
        return _commune(found[-1], mentions, scene)
    if rank == 1:
        return NATION
    larger = [m for m in mentions if m.level in LEVELS and not m.former and rank_of(m) < rank]
    behind = [m for m in larger if m.start >= found[-1].end]
    low = lowered(text)
    opening = [m for m in larger if WHERE.fullmatch(low, 0, m.start)]  # Tại Đắk Lắk, 800 căn nhà ở huyện A và B
    if holders := behind or opening:
        return place_in(holders[0].name, holders[0].level, scene)
    known = [unit for unit in (scene.introduced, scene.home) if unit is not None and rank_of(unit) < rank]
    if rank == 3 and not any(rank_of(unit) == 2 for unit in known):
        district = district_of(((m.name, m.level) for m in found), when=scene.when, context=scene.context)
        known = [district, *known] if district else known
    records = [record_of(m, mentions, text, scene) for m in found]
    provinces = {record.province for record in records}
    if len(provinces) == 1 and None not in provinces and not any(unit.province in {None, *provinces} for unit in known):
        return _common(records)  # (Q. 7, H. Bình Chánh) in an article of Hà Nội
    if known:
        return known[0]
    home = scene.home if scene.home is not None and rank_of(scene.home) < rank else None
    return _home_of("tỉnh", scene) or _home_of("thành phố", scene) or home


def _home_of(level: str, scene: Scene) -> Place | None:
    """The article's own unit of that level: itself, or its province."""
    for unit in (scene.introduced, scene.home):
        if unit is not None and unit.level == level:
            return unit
    province = next((unit.province for unit in (scene.introduced, scene.home) if unit and unit.province), None)
    if province and province.startswith(f"{level} "):
        return place_record(province.removeprefix(f"{level} "), level, when=scene.when, context=None)
    return None
