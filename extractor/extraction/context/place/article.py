"""What an article says of places as a whole: its units, and what holds when each of its sentences opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from extractor.extraction.context.place.openings import opening_of
from extractor.extraction.discourse import SentenceView
from extractor.extraction.rules.standings import ASIDE, WEAK, standing_of
from extractor.extraction.rules.whereabouts import (
    OFFICES,
    LevelWord,
    Spoken,
    Told,
    Whereabouts,
    countries,
    country_words,
    level_words,
    offices,
    persons,
    thing_before,
)
from extractor.lexicon.levels import COMMUNE, COMMUNE_LEVELS, DISTRICT, HAMLETS, LEVELS, PROVINCE
from extractor.model.records import Place
from extractor.places.areas import Scene, holders_behind, nested, place_in, rank_of_level
from extractor.places.chains import NATIONAL, Chains, Unit, leaves
from extractor.places.mentions import Mention
from extractor.places.patterns import LIST_LINK
from extractor.places.records import NATION
from extractor.places.sites import Site

Carried = dict[str, list[str]]
NEAR_PERSON = 70  # characters between a person and where they live
OPENING = 3  # sentences
_LEADING = ("title", "lead", "opening", "text: joins", "site", "most named")  # evidence of what may be the article's own
_OFFICE_WORD = regex.compile(r"\w+ (?:ủy|uỷ|đoàn)\b", regex.IGNORECASE)
_DATELINE = regex.compile(r"\s*\(?[^.;,]{0,40}?\)?\s*[-–—:]\s")


@dataclass(slots=True)
class _Reader:
    """What was read of an article so far."""

    chains: Chains
    villages: dict[str, dict[str, Unit]] = field(default_factory=dict)  # by name, the communes that the text gives it
    persons: dict[str, Unit] = field(default_factory=dict)  # by the last syllable of their names, where they live
    things: dict[str, Unit] = field(default_factory=dict)  # by name, where they are
    last: dict[int, Unit] = field(default_factory=dict)  # by rank, the unit named last
    last_of_level: dict[str, Unit] = field(default_factory=dict)
    most: Mapping[str, Unit] = field(default_factory=dict)  # by level, the unit named most
    province: Unit | None = None  # that of the article


def whereabouts(views: Sequence[SentenceView], scene: Scene, site: Site | None) -> Whereabouts:
    """What the sentences of an article say of places."""
    chains = Chains(scene)
    reader = _Reader(chains)
    for view in views:
        for mention in view.mentions:
            if mention.level in LEVELS:
                chains.note(place_in(mention.name, mention.level, scene, holders_behind(mention, view.mentions, view.text)))
    named = [_named(view, reader) for view in views]
    for view, told in zip(views, named, strict=True):
        _note_villages(view, told, reader)
    reader.most = _most_named(told for of_view in named for _, told in of_view)
    provinces = [unit for level in ("tỉnh", "thành phố") if (unit := reader.most.get(level)) and unit.rank == PROVINCE]
    context = Unit(chains.province(scene.context), PROVINCE) if scene.context else None
    reader.province = provinces[0] if provinces else context
    spoken: list[Spoken] = []
    carrier = _Carrier(chains)
    known: set[str] = set()
    for view, of_view in zip(views, named, strict=True):
        levels = tuple(level_words(view.text, view.low))
        told = tuple(_told(view, of_view, levels, reader))
        opens = opening_of(view.text, view.low, told, levels)
        spoken.append(Spoken(told, levels, opens, carrier.carried(view, opens) if view.quantities else {}))
        carrier.follow(view, told)
    villages = {name: next(iter(of_name.values())) for name, of_name in reader.villages.items() if len(of_name) == 1}
    if not any(one.told for one in spoken) and scene.home is None and site is None:
        return Whereabouts(spoken=tuple(spoken), chains=chains)
    facts = _Facts(views, spoken, chains, site)
    evidence = {name: tuple(facts.evidence(unit)) for name, unit in facts.units.items()}
    leading = frozenset(name for name, said in evidence.items() if any(one.startswith(_LEADING) for one in said))
    return Whereabouts(facts.units, evidence, leading, tuple(spoken), chains, villages)


def _named(view: SentenceView, reader: _Reader) -> list[tuple[Mention, Told | None]]:
    """The units that a sentence names, villages still open."""
    found: list[tuple[Mention, Told | None]] = []
    mentions = view.mentions
    previous: Mention | None = None
    for mention in mentions:
        if mention.level in HAMLETS:
            found.append((mention, None))
        elif mention.level in LEVELS:
            outer = previous is not None and nested(previous, mention, view.text)
            standing = _standing(mention, view)
            unit = reader.chains.unit_of(mention.name, mention.level, holders_behind(mention, mentions, view.text))
            found.append((mention, Told(unit, mention.start, mention.end, standing, outer, False, mention.group)))
        previous = mention
    return found


def _standing(mention: Mention, view: SentenceView) -> str:
    if mention.former:
        return "former"
    if _OFFICE_WORD.match(mention.text):
        return "office"
    return standing_of(view.text, view.low, mention.start)


def _note_villages(view: SentenceView, named: Sequence[tuple[Mention, Told | None]], reader: _Reader) -> None:
    """Notes the communes that a sentence gives villages."""
    for (inner, told), (outer, holder) in zip(named, named[1:], strict=False):
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


def _told(view: SentenceView, named: Sequence[tuple[Mention, Told | None]], levels: Sequence[LevelWord], reader: _Reader) -> list[Told]:
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
                reader.last[told.unit.rank] = told.unit
                reader.last_of_level[told.unit.place.level or ""] = told.unit
                for holder in told.unit.holders:
                    reader.last_of_level[holder.place.level or ""] = holder
    for word in levels:
        if word.manner != "several" and (unit := _of_level(word, found, reader)):
            found.append(Told(unit, word.start, word.start + len(word.level), word.manner))
    for start, end, standing in country_words(view.low):
        found.append(Told(NATIONAL, start, end, standing))
    if view.quantities:
        for start, end, name in countries(view.text):
            unit = NATIONAL if name == NATION.name else Unit(Place(name=name, level=NATION.level, province=None), 0)
            found.append(Told(unit, start, end, "country"))
    for start, end, of in offices(view.text):
        unit = NATIONAL if of == "nation" else reader.last.get(PROVINCE) or reader.province
        if unit is not None:
            found.append(Told(unit, start, end, f"{of} office"))
    found += [*_of_persons(view, found, reader), *_of_things(view, found, reader)]
    found.sort(key=lambda told: told.start)
    return _with_lists(found, view.text, reader.chains)


def _with_lists(told: Sequence[Told], text: str, chains: Chains) -> list[Told]:
    """The units with each list of several taken together: what holds them all stands in the place of the first."""
    found: list[Told] = []
    at = 0
    while at < len(told):
        end = at + 1
        while end < len(told) and told[end].unit.rank == told[at].unit.rank and not told[end].outer and _linked(told[end - 1], told[end], text):
            end += 1
        members = told[at:end]
        join = chains.joined([one.unit for one in members]) if len({one.unit.name for one in members}) > 1 else None
        if join is not None:
            found.append(Told(join, members[0].start, members[-1].end, members[0].standing, listed=True))
            found += [one._replace(member=True) for one in members]
        else:
            found += members
        at = end
    return found


def _linked(one: Told, other: Told, text: str) -> bool:
    if one.group is not None and one.group == other.group:
        return True
    return one.end <= other.start and LIST_LINK.fullmatch(text, one.end, other.start) is not None


def _commune(village: Mention, communes: Sequence[Told], reader: _Reader) -> Unit | None:
    """The commune of a village: the one beside it, the one it is named with elsewhere, the one named last."""
    beside = [told for told in communes if told.start >= village.end and told.start - village.end < 12]
    if beside:
        return beside[0].unit
    known = reader.villages.get(village.name, {})
    if len(known) == 1:
        return next(iter(known.values()))
    if communes:
        return min(communes, key=lambda told: abs(told.start - village.end)).unit
    return reader.last.get(COMMUNE) or next((reader.most[level] for level in COMMUNE_LEVELS if level in reader.most), None)


def _of_level(word: LevelWord, found: Sequence[Told], reader: _Reader) -> Unit | None:
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


def _of_persons(view: SentenceView, found: Sequence[Told], reader: _Reader) -> list[Told]:
    """The places of the people whom a sentence names again; notes those of whom it says where they live."""
    again = []
    people = [*persons(view.text)]
    for at, (start, end, name) in enumerate(people):
        limit = people[at + 1][0] if at + 1 < len(people) else len(view.text)
        lives = [told for told in found if end <= told.start < min(limit, end + NEAR_PERSON) and not told.outer and not any(mark in view.text[end : told.start] for mark in ".;")]
        if lives and lives[0].unit.rank >= DISTRICT:
            reader.persons.setdefault(name, lives[0].unit)
        elif name in reader.persons:
            again.append(Told(reader.persons[name], start, end, "resident"))
    return again


def _of_things(view: SentenceView, found: Sequence[Told], reader: _Reader) -> list[Told]:
    """The places of the things that a sentence names again; notes those of which it says in brackets where they are."""
    again = []
    for name, unit in reader.things.items():
        at = view.text.find(name)
        if at >= 0 and not any(told.start < at + len(name) and at < told.end for told in found):
            again.append(Told(unit, at, at + len(name), "thing"))
    for told in found:
        if told.start and view.text[told.start - 1] == "(" and told.unit.rank >= DISTRICT and (name := thing_before(view.text, told.start)):
            reader.things.setdefault(name, told.unit)
    return again


def _distance(gap: int) -> str:
    return "1" if gap == 1 else "2" if gap == 2 else "3-5" if gap <= 5 else "6-12" if gap <= 12 else "far"


class _Focus(NamedTuple):
    """What a sentence was about, and where it stands."""

    told: tuple[Told, ...]
    at: int
    paragraph: int


class _Carrier:
    """Which units the sentences before one have brought in."""

    def __init__(self, chains: Chains) -> None:
        self._chains = chains
        self._focus: _Focus | None = None
        self._firm: _Focus | None = None  # the last that says where, not only whose office
        self._last: dict[int, tuple[Unit, int]] = {}
        self._of_paragraph: tuple[int, Unit | None] = (-1, None)
        self._lead: list[Unit] = []

    def follow(self, view: SentenceView, told: Sequence[Told]) -> None:
        """Takes in what a sentence speaks of."""
        paragraph = view.sentence.paragraph
        if paragraph != self._of_paragraph[0]:
            self._of_paragraph = (paragraph, None)
        main = tuple(one for one in told if one.standing not in ASIDE and not one.member and one.standing not in OFFICES)
        if not main:
            return
        firm = tuple(one for one in main if one.standing not in WEAK)
        if self._of_paragraph[1] is None and firm:
            self._of_paragraph = (paragraph, firm[0].unit)
        self._focus = _Focus(main, view.at, paragraph)
        if view.sentence.role == "title" or view.at < OPENING:
            self._lead = self._lead or leaves([one.unit for one in main])
        if firm:
            self._firm = self._focus if len(firm) == len(main) else _Focus(firm, view.at, paragraph)
        for one in main:
            self._last[one.unit.rank] = (one.unit, view.at)

    def carried(self, view: SentenceView, opens: str) -> dict[str, tuple[str, ...]]:
        """For each unit what speaks for it from the sentences before."""
        found: Carried = {}
        paragraph = view.sentence.paragraph
        if self._of_paragraph[0] == paragraph and (first := self._of_paragraph[1]):
            found.setdefault(first.name, []).append("first of the paragraph")
        for rank, (unit, at) in self._last.items():
            found.setdefault(unit.name, []).append(f"last of rank {rank}")
            found[unit.name].append(f"last of rank {rank}, {_distance(view.at - at)}")
        if self._focus:
            self._add_focus(found, view, opens, self._focus, "focus")
        if self._firm and self._firm is not self._focus:
            self._add_focus(found, view, opens, self._firm, "firm focus")
        return {name: tuple(evidence) for name, evidence in found.items()}

    def _add_focus(self, found: Carried, view: SentenceView, opens: str, focus: _Focus, name: str) -> None:
        """What speaks for the units that a sentence before was about."""
        gap = _distance(view.at - focus.at)
        where = f"{gap} {'same' if view.sentence.paragraph == focus.paragraph else 'new'} paragraph"
        ends = leaves([one.unit for one in focus.told])
        kind = f"{name} only" if len(ends) == 1 else f"{name} one"
        stood = {one.unit.name: one.standing for one in focus.told}
        for unit in ends:
            relation = _relation(unit, self._lead)
            standing = stood[unit.name]
            found.setdefault(unit.name, []).extend((
                kind, f"{kind}, {where}", f"{kind}, opens {opens}", f"{kind}, rank {unit.rank}", f"{kind}, rank {unit.rank}, {gap}",
                f"{kind}, stood {standing}", f"{kind}, stood {standing}, {where}", f"{kind}, {relation} the lead's", f"{kind}, {relation} the lead's, {where}",
            ))  # fmt: skip
            for holder in unit.holders:
                if holder.name not in stood:
                    found.setdefault(holder.name, []).extend((f"holds the {name} {unit.rank}-{holder.rank}", f"holds the {name}, opens {opens}", f"holds the {name}, {where}"))
        relation = _relation(ends[0], self._lead) if len(ends) == 1 else "several"
        for unit in self._lead:
            found.setdefault(unit.name, []).extend((f"lead's, {name} {relation}", f"lead's, {name} {relation}, {where}", f"lead's, {name} {relation}, opens {opens}"))
        if len(ends) > 1 and (join := self._chains.joined(ends)):
            found.setdefault(join.name, []).extend((f"{name} joined", f"{name} joined, {where}"))
        last = focus.told[-1]
        found.setdefault(last.unit.name, []).extend((f"{name} last", f"{name} last, {where}"))
        first = focus.told[0]
        found.setdefault(first.unit.name, []).append(f"{name} first, stood {first.standing}")


def _relation(unit: Unit, lead: Sequence[Unit]) -> str:
    """How a unit lies to those that the lead is about."""
    if not lead:
        return "without"
    if any(unit.name == one.name for one in lead):
        return "is"
    if any(one.holds(unit) for one in lead):
        return "in"
    return "holds" if any(unit.holds(one) for one in lead) else "apart from"


_NOT_OF_PARTS = frozenset(("former", "resident", "thing", *OFFICES))


class _Facts:
    """What the title, the lead and the whole of an article say of its units."""

    def __init__(self, views: Sequence[SentenceView], spoken: Sequence[Spoken], chains: Chains, site: Site | None) -> None:
        self._chains = chains
        self.units: dict[str, Unit] = {}
        self._evidence: dict[str, list[str]] = {}
        parts = self._parts(views, spoken)
        everything = [told for one in spoken for told in one.told if told.standing not in ("former", "resident", "thing")]
        self._gather(everything, site)
        for part, told in parts.items():
            self._of_part(part, told)
        self._of_counts(everything, views, spoken)
        self._of_site(site)
        self._of_levels(spoken)
        self._of_nation(everything)

    def _of_nation(self, everything: Sequence[Told]) -> None:
        """How much is said of the nation, and which units the tables lack."""
        offices = sum(1 for told in everything if told.standing == "nation office")
        wholes = sum(1 for told in everything if told.standing == "nation where")
        provinces = Counter(name for told in everything if told.standing not in OFFICES and (name := told.unit.name if told.unit.rank == PROVINCE else told.unit.province and told.unit.province.name))
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
        """What title, lead, opening and text speak of."""
        parts: dict[str, list[Told]] = {"title": [], "lead": [], "opening": [], "text": []}
        behind = 0
        for view, one in zip(views, spoken, strict=True):
            told = [told for told in one.told if told.standing not in _NOT_OF_PARTS and not told.member]
            role = view.sentence.role
            if role != "body":
                parts[role] += told
            if role != "title":
                behind += 1
                if behind <= OPENING:
                    parts["opening"] += told
                if behind == 1 and told and told[0].start < 40 and _DATELINE.match(view.text, 0) and _DATELINE.match(view.text).end() >= told[0].end:
                    self._say(told[0].unit, "dateline")
            parts["text"] += told
        return parts

    def _gather(self, everything: Sequence[Told], site: Site | None) -> None:
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

    def _of_counts(self, everything: Sequence[Told], views: Sequence[SentenceView], spoken: Sequence[Spoken]) -> None:
        """How often a unit is spoken of."""
        counted = Counter(told.unit.name for told in everything if not told.outer and not told.listed and told.standing not in ASIDE and told.standing not in OFFICES)
        total = sum(counted.values())
        if not total:
            return
        ranked: dict[int, list[tuple[int, str]]] = {}
        for name, unit in self.units.items():
            if counted[name]:
                ranked.setdefault(unit.rank, []).append((counted[name], name))
        for rank, found in ranked.items():
            found.sort(key=lambda one: -one[0])
            if len(found) == 1 or found[0][0] > found[1][0]:
                self._say(self.units[found[0][1]], f"most named of rank {rank}")
        for name, unit in list(self.units.items()):
            held = sum(count for other, count in counted.items() if other == name or unit.holds(self.units[other]))
            share, own = held / total, counted[name] / total
            self._say(unit, f"share {_share(share)}", f"share {_share(share)}, rank {unit.rank}", f"own share {_share(own)}")
            self._say(unit, f"rank {unit.rank}")
            inside = sum(1 for other in counted if unit.holds(self.units[other]))
            self._say(unit, f"holds {min(inside, 3)}, rank {unit.rank}")
            self._say(unit, f"named {_many(counted[name])}")

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
        for unit in list(self.units.values()):
            for manner in ("self", "whole"):
                count = counted[(unit.place.level or "", manner)]
                if count:
                    self._say(unit, f"level spoken of as {manner}", *([f"level spoken of as {manner} often"] if count > 2 else ()))
            below = sum(count for (level, manner), count in counted.items() if manner == "several" and rank_of_level(level) == unit.rank + 1)
            if below:
                self._say(unit, f"several of the level below, rank {unit.rank}")


def _share(share: float) -> str:
    return "0" if share == 0 else "<.1" if share < 0.1 else "<.25" if share < 0.25 else "<.5" if share < 0.5 else "<.75" if share < 0.75 else "<1" if share < 1 else "1"


def _many(count: int) -> str:
    return str(count) if count < 3 else "3-5" if count < 6 else "6+"
