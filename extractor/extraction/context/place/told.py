"""What each sentence of an article speaks of: units by name, by level, by their villages, by people and things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import regex
from msgspec import Struct, field

from extractor.extraction.discourse import SentenceView
from extractor.extraction.rules.standings import ASIDE, standing_of
from extractor.extraction.rules.whereabouts import (
    LevelWord,
    Told,
    countries,
    country_words,
    offices,
    persons,
    thing_before,
)
from extractor.language.patterns import re_pattern, regex_pattern
from extractor.lexicon.levels import COMMUNE, COMMUNE_LEVELS, DISTRICT, HAMLETS, LEVELS, PROVINCE
from extractor.model.records import Place
from extractor.places.areas import Holders, Scene, holders_behind, nested, place_in
from extractor.places.chains import COUNTRY, NATIONAL, Chains, Unit
from extractor.places.mentions import Mention
from extractor.places.patterns import LIST_LINK
from extractor.places.records import NATION

BESIDE = 12  # characters between a village and its commune
NEAR_PERSON = 70  # characters between a person and where they live
MOST_THINGS = 30  # whose places are kept in mind
_OFFICE_WORD = regex_pattern(r"\w+ (?:ủy|uỷ|đoàn)\b", regex.IGNORECASE)
Named = list[tuple[Mention, Told | None]]  # the units of a sentence; of a village none as yet


class Reader(Struct):
    """What was read of an article so far."""

    chains: Chains
    villages: dict[str, dict[str, Unit]] = field(default_factory=dict)  # by name, the communes that the text gives it
    persons: dict[str, Unit] = field(default_factory=dict)  # by the last syllable of their names, where they live
    things: dict[str, Unit] = field(default_factory=dict)  # by name, where they are
    last: dict[int, Unit] = field(default_factory=dict)  # by rank, the unit named last
    last_of_level: dict[str, Unit] = field(default_factory=dict)
    most: Mapping[str, Unit] = field(default_factory=dict)  # by level, the unit named most
    province: Unit | None = None  # that of the article

    def note(self, unit: Unit) -> None:
        """Notes the unit named last, with what holds it."""
        self.last[unit.rank] = unit
        for one in (unit, *unit.holders):
            self.last_of_level[one.place.level or ""] = one


def reader_of(views: Sequence[SentenceView], scene: Scene) -> tuple[Reader, list[Named]]:
    """The reader of an article, which knows what its text names, and the units that each sentence names."""
    chains = Chains(scene)
    held = [[holders_behind(mention, view.mentions, view.text) for mention in view.mentions] for view in views]
    for view, holders in zip(views, held, strict=True):
        for mention, said in zip(view.mentions, holders, strict=True):
            if mention.level in LEVELS:
                chains.note(place_in(mention.name, mention.level, scene, said))
    reader = Reader(chains)
    named = [_named(view, holders, chains) for view, holders in zip(views, held, strict=True)]
    for view, of_view in zip(views, named, strict=True):
        _note_villages(view, of_view, reader)
    reader.most = _most_named(told for of_view in named for _, told in of_view)
    provinces = [unit for level in ("tỉnh", "thành phố") if (unit := reader.most.get(level)) and unit.rank == PROVINCE]
    context = Unit(chains.province(scene.context), PROVINCE) if scene.context else None
    reader.province = provinces[0] if provinces else context
    return reader, named


def _named(view: SentenceView, held: Sequence[Holders], chains: Chains) -> Named:
    """The units that a sentence names, villages still open; `held` is what it says of where each lies."""
    found: Named = []
    previous: Mention | None = None
    standing = "named"
    for mention, said in zip(view.mentions, held, strict=True):
        if mention.level in HAMLETS:
            found.append((mention, None))
        elif mention.level in LEVELS:
            outer = previous is not None and nested(previous, mention, view.text)
            standing = standing if outer and standing in ASIDE else _standing(mention, view)
            unit = chains.unit_of(mention.name, mention.level, said)
            found.append((mention, Told(unit, mention.start, mention.end, standing, outer, False, mention.group)))
        previous = mention
    return found


_OF_POLICE = re_pattern(
    r"\b(?:bị\s+can|bị\s+cáo|đối\s+tượng|nghi\s+phạm|nghi\s+can|tài\s+xế|lái\s+xe|điều\s+khiển|khởi\s+tố|bắt(?!\s+đầu\b)"
    r"|tạm\s+gi(?:am|ữ)|xử\s+phạt|nạn\s+nhân|tử\s+vong|cướp|trộm|giết|tòa\s+án|tai\s+nạn|mất\s+tích)\b"
)  # where those live of whom they tell is not where it happened


def _standing(mention: Mention, view: SentenceView) -> str:
    if mention.former:
        return "former"
    if _OFFICE_WORD.match(mention.text):
        return "office"
    standing = standing_of(view.text, view.low, mention.start)
    return "suspect" if standing.startswith("home") and _OF_POLICE.search(view.low) else standing


def _note_villages(view: SentenceView, named: Named, reader: Reader) -> None:
    """Notes the communes that a sentence gives villages."""
    for (inner, told), (outer, holder) in pairwise(named):
        if told is None and holder is not None and holder.unit.rank == COMMUNE and nested(inner, outer, view.text):
            reader.villages.setdefault(inner.name, {})[holder.unit.name] = holder.unit


def _most_named(named: Iterator[Told | None]) -> dict[str, Unit]:
    counted: Counter[str] = Counter()
    units: dict[str, Unit] = {}
    for told in named:
        if told is not None:
            counted[told.unit.name] += 1
            units[told.unit.name] = told.unit
    found: dict[str, Unit] = {}
    for name, _ in counted.most_common():
        found.setdefault(units[name].place.level or "", units[name])
    return found


def told_by(view: SentenceView, named: Named, levels: Sequence[LevelWord], reader: Reader) -> tuple[Told, ...]:
    """All that a sentence speaks of, in order; the reader notes what it named last."""
    found: list[Told] = []
    communes = [told for _, told in named if told is not None and told.unit.rank == COMMUNE]
    for mention, told in named:
        if told is None:
            unit = _commune(mention, communes, reader)
            if unit is not None:
                standing = _standing(mention, view)
                found.append(Told(unit, mention.start, mention.end, standing, False, True, mention.group))
        else:
            found.append(told)
            if told.standing not in ASIDE:
                reader.note(told.unit)
    for word in levels:
        if word.manner != "several" and (unit := _of_level(word, found, reader)):
            found.append(Told(unit, word.start, word.start + len(word.level), word.manner))
    found += _of_nation(view, reader)
    found += [*_of_persons(view, found, reader), *_of_things(view, found, reader)]
    found.sort(key=lambda told: told.start)
    return tuple(_with_stretch(_with_lists(found, view.text, reader.chains), view.low, reader.chains))


_SETS_OUT = re_pattern(r"\b(?:tuyến|đường|đoạn|quốc\s+lộ|tỉnh\s+lộ|cao\s+tốc|cầu|kênh|đê|kè|biển|biên\s+giới)\b[^.,;:]{0,40}\btừ\s[^.;:]{0,60}$")
_GOES_TO = re_pattern(r"[^.;:]{0,60}\s(?:đến|đi|tới)\s(?:(?!qua\b|đoạn\b|trong\b|riêng\b)[^.;:\d]){0,40}$")
_LONGEST_ROAD = 110  # characters before the unit where it sets out


def _with_stretch(told: list[Told], low: str, chains: Chains) -> list[Told]:
    """The units with those that a road sets out from and goes to taken together: từ huyện A (tỉnh B) đến xã C dài 40 km."""
    ends = [one for one in told if not one.outer and not one.member and one.unit.rank > 0]
    for first, last in pairwise(ends):
        if _GOES_TO.fullmatch(low, first.end, last.start) and _SETS_OUT.search(low, max(0, first.start - _LONGEST_ROAD), first.start):
            join = chains.joined((first.unit, last.unit))
            whole = [Told(join, first.start, last.end, "stretch", listed=True)] if join is not None else []
            within = [one._replace(member=True) if first.start <= one.start <= last.start else one for one in told]
            return sorted([*within, *whole], key=lambda one: one.start)
    return told


def _of_nation(view: SentenceView, reader: Reader) -> Iterator[Told]:
    """The nation, other countries, and the offices whose unit is not named."""
    for start, end, standing in country_words(view.low):
        yield Told(NATIONAL, start, end, standing)
    for start, end, name in countries(view.text) if view.quantities else ():
        abroad = Unit(Place(name=name, level=NATION.level, province=None), COUNTRY)
        yield Told(NATIONAL if name == NATION.name else abroad, start, end, "country")
    for start, end, of in offices(view.text):
        unit = NATIONAL if of == "nation" else reader.last.get(PROVINCE) or reader.province
        if unit is not None:
            yield Told(unit, start, end, f"{of} office")


def _with_lists(told: Sequence[Told], text: str, chains: Chains) -> list[Told]:
    """The units with each list of several taken together: what holds them all stands in the place of the first."""
    found: list[Told] = []
    at = 0
    while at < len(told):
        end = at + 1
        while end < len(told) and _linked(told[end - 1], told[end], text):
            end += 1
        members = told[at:end]
        several = len({one.unit.name for one in members}) > 1
        join = chains.joined([one.unit for one in members]) if several else None
        if join is not None:
            found.append(Told(join, members[0].start, members[-1].end, members[0].standing, listed=True))
        found += [one._replace(member=True) for one in members] if several else members
        at = end
    return found


def _linked(one: Told, other: Told, text: str) -> bool:
    """Whether two units stand in one list."""
    if other.outer or one.unit.rank != other.unit.rank:
        return False
    if one.group is not None and one.group == other.group:
        return True
    return one.end <= other.start and LIST_LINK.fullmatch(text, one.end, other.start) is not None


def _commune(village: Mention, communes: Sequence[Told], reader: Reader) -> Unit | None:
    """The commune of a village: the one beside it, the one it is named with elsewhere, the one named last."""
    beside = [told for told in communes if told.start >= village.end and told.start - village.end < BESIDE]
    if beside:
        return beside[0].unit
    known = reader.villages.get(village.name, {})
    if len(known) == 1:
        return next(iter(known.values()))
    if communes:
        return min(communes, key=lambda told: abs(told.start - village.end)).unit
    return reader.last.get(COMMUNE) or next((reader.most[level] for level in COMMUNE_LEVELS if level in reader.most), None)


def _of_level(word: LevelWord, found: Sequence[Told], reader: Reader) -> Unit | None:
    """The unit meant by a level without a name: the one named last, else the one named most, else that of the article's own place."""
    here = [told.unit for told in found if told.unit.place.level == word.level and told.end <= word.start]
    if here:
        return here[-1]
    unit = reader.last_of_level.get(word.level) or reader.most.get(word.level)
    if unit is not None:
        return unit
    home = reader.chains.scene.home
    if home is not None:
        own = reader.chains.chained(home)
        return next((one for one in (own, *own.holders) if one.place.level == word.level), None)
    return None


_MARK = regex_pattern(r"[.;]")


def _of_persons(view: SentenceView, found: Sequence[Told], reader: Reader) -> list[Told]:
    """The places of the people whom a sentence names again; notes those of whom it says where they live."""
    again = []
    people = [*persons(view.text)]
    for at, (start, end, name) in enumerate(people):
        limit = min(people[at + 1][0] if at + 1 < len(people) else len(view.text), end + NEAR_PERSON)
        lives = next((told for told in found if end <= told.start < limit and not told.outer), None)
        if lives and lives.unit.rank >= DISTRICT and not _MARK.search(view.text, end, lives.start):
            reader.persons.setdefault(name, lives.unit)
        elif name in reader.persons:
            again.append(Told(reader.persons[name], start, end, "resident"))
    return again


def _of_things(view: SentenceView, found: Sequence[Told], reader: Reader) -> list[Told]:
    """The places of the things that a sentence names again; notes those of which it says in brackets where they are."""
    again = []
    for name, unit in reader.things.items():
        at = view.text.find(name)
        if at >= 0 and not any(told.start < at + len(name) and at < told.end for told in found):
            again.append(Told(unit, at, at + len(name), "thing"))
    for told in found:
        bracketed = told.start > 0 and view.text[told.start - 1] == "(" and told.unit.rank >= DISTRICT
        thing = thing_before(view.text, told.start) if bracketed and len(reader.things) < MOST_THINGS else None
        if thing is not None:
            reader.things.setdefault(thing, told.unit)
    return again
