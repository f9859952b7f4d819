"""Which units the numbers of a breakdown belong to: names with and without level, told by the list and by what holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec import Struct, field

from extractor.extraction.rules.breakdowns import Given, given, in_turn, level_said, turns
from extractor.extraction.rules.whereabouts import Told
from extractor.language.patterns import one_of, re_pattern
from extractor.lexicon.levels import COMMUNE, DISTRICT, HAMLETS, LOCAL_WORDS, PROVINCE
from extractor.model.records import Place
from extractor.model.shapes import Span
from extractor.places.areas import Scene, group_of, nested, rank_of, rank_of_level
from extractor.places.gazetteer import REFORM, AdminUnit, in_district, split_level, units
from extractor.places.mentions import Mention

GENERAL = ("xã", "huyện", "phường", "quận")  # levels that most units of a list have
_COUNTS_UNITS = re_pattern(rf"[\d.]+\s+{one_of(LOCAL_WORDS)}\b")
LEAST_SERIES = 2  # numbers that make a series, unless brackets or words make one alone a part
LEAST_JOINT = 2  # names that together say in which province or district they lie


class Shares(Struct, frozen=True):
    """The numbers of a sentence that places have: by each number's start the unit, and the spans of all their names."""

    units: dict[int, Mention]
    names: dict[int, Span]
    parted: frozenset[int] = frozenset()  # the numbers that brackets, a colon or words like trong đó make parts
    shared: dict[int, int] = field(default_factory=dict)  # where the words end that tell of all the numbers of a list
    turns: dict[int, int] = field(default_factory=dict)  # of numbers in turn: where the last of them ends
    series: dict[int, int] = field(default_factory=dict)  # which numbers stand in one series

    def foreign(self, mention: Mention | Told, text: str, start: int) -> bool:
        """Whether a mention is where another number is: one behind this number, or in brackets that ended before it."""
        for number, (first, end) in self.names.items():
            if mention.start < end and first < mention.end and number != start:
                return start < first or start in self.names or ")" in text[number:start]
        return False


NOTHING = Shares({}, {})


def shares(
    text: str, numbers: Sequence[Span], mentions: Sequence[Mention], scene: Scene, *, listed: bool = False
) -> Shares:
    """The units that the numbers (the spans of their quantities) of a sentence belong to, where it gives them to places."""
    told = turns(text, numbers)
    found: dict[int, Mention] = {}
    names: dict[int, Given] = {}
    of_series: dict[int, int] = {}
    listings = [*given(text, numbers)]
    for at, series in enumerate((*listings, in_turn(text, told) or _as_before(listings, told))):
        kept = _own_names(text, series, mentions)
        alone = len(kept) < LEAST_SERIES and not listed and not any(name.parted for name in kept.values())
        if not alone and (units_of := _units(text, kept, mentions, scene)):
            found |= units_of
            names |= kept
            of_series |= dict.fromkeys(kept, at)
    ends = dict.fromkeys((start for start, _ in told), told[-1][1]) if told else {}
    if not (names or ends):
        return NOTHING
    spans = {start: (name.start, name.end) for start, name in names.items()}
    parted = frozenset(start for start, name in names.items() if name.parted)
    shared = {start: name.shared for start, name in names.items() if name.shared is not None}
    return Shares(found, spans, parted, shared, ends, of_series)


def _as_before(listings: Sequence[dict[int, Given]], told: Sequence[Span]) -> dict[int, Given]:
    """The places of the list before numbers in turn, where each has one: xã A 2 km2; xã B 3 km2; dân số lần lượt 4.500 và 6.200."""
    last = list(listings[-1].values()) if listings else []
    if len(last) != len(told) or not last or last[-1].end > told[0][0]:
        return {}
    return {start: name._replace(parted=False, shared=None) for (start, _), name in zip(told, last, strict=True)}


def _own_names(text: str, series: dict[int, Given], mentions: Sequence[Mention]) -> dict[int, Given]:
    """The names of a series that stand alone: not what holds another unit, nor the last of several that share a number."""
    kept = {}
    for start, name in series.items():
        mention = _mention_of(name, mentions)
        held = mention and any(nested(inner, mention, text) for inner in mentions)
        listed = [other for other in (group_of(mention, mentions, text) if mention else ()) if other.end <= name.start]
        if not held and all(any(_covers(one, other) for one in series.values()) for other in listed):
            kept[start] = name
    return kept


def _mention_of(name: Given, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that a name is of, also where the word cũ belongs to it."""
    ends = (m for m in mentions if m.start <= name.end and (m.start == name.start or name.end in (m.end, m.start + len(m.full_name))))
    return next(ends, None)


def _covers(name: Given, mention: Mention) -> bool:
    return mention.start < name.end and name.start < mention.end


def _units(text: str, told: dict[int, Given], mentions: Sequence[Mention], scene: Scene) -> dict[int, Mention]:
    """The units of one series."""
    found: dict[int, Mention] = {}
    bare: dict[int, Given] = {}
    for start, name in told.items():
        mention = _mention_of(name, mentions)
        if mention is not None and mention.former:
            continue
        if mention is not None and mention.start < name.start and _COUNTS_UNITS.match(text, start):
            mention = None  # 5 xã chưa có đường (Mường Tè 3 xã, Nậm Nhùn 2 xã): districts
        if mention is not None and mention.level is not None:
            found[start] = mention
        if mention is None or mention.level is None or (mention.level in HAMLETS and text[name.start].isupper()):
            bare[start] = name  # - Bản Phố: 40 hộ
    listed = [mention for start, mention in found.items() if start not in bare]
    return found | _resolved(text, bare, listed, mentions, scene) if bare else found


def _resolved(
    text: str, bare: dict[int, Given], listed: Sequence[Mention], mentions: Sequence[Mention], scene: Scene
) -> dict[int, Mention]:
    """The units meant by bare names of a list: of the rank of the others, in the unit that the text speaks of or in one that holds them all."""
    among = [m for m in listed if rank_of(m) in (DISTRICT, COMMUNE)]
    first = next((m for m in among if m.end - m.start > len(m.name)), None)  # with its level: xã Hòa An 40, Tân Lập 80
    level = first.level if first else None
    ranks = (rank_of(among[0]),) if among else (COMMUNE, DISTRICT) if _reformed(scene) else (DISTRICT, COMMUNE)
    names = {start: text[name.start : name.end] for start, name in bare.items()}
    best: dict[int, Mention] = {}
    for rank in ranks:
        held = _held(names, rank, _holders(listed, mentions, scene), scene)
        made = {start: _mention(bare[start], names[start], unit, level) for start, unit in held.items()}
        if len(made) > len(best):
            best = made
    if not best and len(bare) + len(listed) >= LEAST_SERIES:
        only = _alone_of_name(names)
        best = {start: _mention(bare[start], names[start], unit, level) for start, unit in only.items()}
    if listed and not best and all(rank_of(m) == PROVINCE for m in listed):
        best = {start: _mention(bare[start], names[start], unit, None) for start, unit in _cities(names).items()}
    for start, one in bare.items():
        own, plain = level_said(names[start])
        after = first is not None and level in GENERAL and one.start > first.end
        if start not in best and (own or after):
            best[start] = Mention(one.start, one.end, names[start], own or level, plain, known=False)
    return best


def _alone_of_name(names: dict[int, str]) -> dict[int, AdminUnit]:
    """The districts of those names, each the only one in the country; none where one of the names is not."""
    found = {start: unit for start, name in names.items() if (unit := _only(u for u in units(name) if u.rank == DISTRICT))}
    return found if len(found) == len(names) else {}


def _cities(names: dict[int, str]) -> dict[int, AdminUnit]:
    """The cities of provinces that stand in a list of provinces: Huế 12, Vinh 9."""
    pools = {start: [unit for unit in units(name, level="thành phố") if unit.rank == DISTRICT] for start, name in names.items()}
    return {start: unit for start, pool in pools.items() if (unit := _only(pool))}


def _mention(name: Given, text: str, unit: AdminUnit, level: str | None) -> Mention:
    """The mention of a unit by its bare name; its level is that of its list where the tables may have a later one."""
    said = level if level in GENERAL else unit.level
    return Mention(name.start, name.end, text, said, unit.name, known=True)


def _reformed(scene: Scene) -> bool:
    return scene.when is not None and scene.when >= REFORM


def _holders(listed: Sequence[Mention], mentions: Sequence[Mention], scene: Scene) -> list[str]:
    """The units that may hold those of a list, the smallest first: those of the sentence, the article's own, its province."""
    of_text = sorted((m for m in mentions if m not in listed and m.level not in HAMLETS), key=rank_of, reverse=True)
    own: list[Place] = [scene.home] if scene.home is not None else []
    provinces = (place.province for place in own)
    named = (*(m.full_name for m in of_text), *(place.name for place in own), *provinces, scene.context)
    return list(dict.fromkeys(name for name in named if name))


def _held(names: dict[int, str], rank: int, holders: Iterable[str], scene: Scene) -> dict[int, AdminUnit]:
    """The units of one rank and those names in the first of the holders that has some, else in the one that has them all."""
    pools = {start: [unit for unit in units(name) if unit.rank == rank and _of_time(unit, scene)] for start, name in names.items()}
    found: dict[int, AdminUnit] = {}
    for holder in holders:
        lies = partial(_lies_in, holder=holder)
        found = {start: unit for start, pool in pools.items() if (unit := _only(filter(lies, pool)))} | found
    if found:
        return found
    areas = [{unit.district or unit.province for unit in pool} for pool in pools.values() if pool]
    shared = set.intersection(*areas) if len(areas) >= LEAST_JOINT else set()
    if len(shared) != 1:
        return {}
    area = next(iter(shared))
    return {start: unit for start, pool in pools.items() if (unit := _only(u for u in pool if area in (u.district, u.province)))}


def _of_time(unit: AdminUnit, scene: Scene) -> bool:
    """Whether a unit stood when the article was published; districts are spoken of after the reform as well."""
    return unit.era == ("after" if _reformed(scene) and unit.rank == COMMUNE else "before") or unit.rank == PROVINCE


def _lies_in(unit: AdminUnit, *, holder: str) -> bool:
    level, _ = split_level(holder)
    return unit.province == holder or (level is not None and rank_of_level(level) == DISTRICT and in_district(unit, holder))


def _only(found: Iterable[AdminUnit]) -> AdminUnit | None:
    """The one unit of several that are called alike; None where there are two."""
    different = {unit.full_name: unit for unit in found}
    return next(iter(different.values())) if len(different) == 1 else None
