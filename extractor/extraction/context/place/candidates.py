"""The units that a figure may be about, each with what speaks for it."""

from __future__ import annotations

import re
from dataclasses import replace
from collections.abc import Sequence

from extractor.extraction.discourse import Given
from extractor.extraction.rules.beside import Shares
from extractor.extraction.rules.standings import ASIDE, WEAK
from extractor.extraction.rules.whereabouts import Spoken, Told, Whereabouts
from extractor.lexicon.levels import COMMUNE, DISTRICT, HAMLETS, LEVELS, PROVINCE
from extractor.model.records import Place
from extractor.model.shapes import Candidate, Choice, Decided, Frame
from extractor.places.areas import LEVELS_BY_LENGTH, rank_of_level
from extractor.places.chains import NATIONAL, Chains, Unit, leaves
from extractor.places.mentions import Mention

_CLAUSE = re.compile(r"[;!?]\s")
_COMMA = re.compile(r"[,:()–]")


class _Evidence:
    """What was found for the units of one figure."""

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        self.said: dict[str, list[str]] = {}
        self.rules: dict[str, str] = {}

    def say(self, unit: Unit, *evidence: str) -> None:
        self.units.setdefault(unit.name, unit)
        self.said.setdefault(unit.name, []).extend(evidence)


def decide(frame: Frame, at: int, given: Given, shares: Shares) -> Decided[Place | None]:
    """The place of a figure: chosen among the units that the article speaks of."""
    spoken = given.places.spoken[at]
    if (share := shares.units.get(frame.quantity.start)) and (unit := _of_share(share, given.places, spoken)):
        return Decided(unit.place, "place.beside")
    found = _Evidence()
    near = _of_sentence(found, frame, _own(spoken, frame, shares), given.places.chains)
    _of_parts(found, frame, shares, given.places, spoken)
    _of_article(found, spoken, given, near)
    _of_counted(found, frame)
    candidates = [
        Candidate(unit.place, _rule(found, name, spoken, given), tuple(found.said[name])) for name, unit in found.units.items()
    ]
    candidates.append(Candidate(None, "place.none", tuple(_of_none(frame, spoken, given, near))))
    choice: Choice[Place | None] = given.choosers.place.choose(candidates)
    return Decided(choice.chosen.value, choice.chosen.rule, choice)


def _of_share(share: Mention, places: Whereabouts, spoken: Spoken) -> Unit | None:
    """The unit of a number that its sentence gives to a place: xã A 40 hộ, xã B 80 hộ; of a village its commune."""
    if share.level in HAMLETS:
        here = (one.unit for one in spoken.told if one.start == share.start and not one.listed)
        return next(here, places.villages.get(share.name))
    return places.chains.unit_of(share.name, share.level)


def _own(spoken: Spoken, frame: Frame, shares: Shares) -> Spoken:
    """What the sentence says without the places that only other numbers have."""
    if not shares.names:
        return spoken
    text, start = frame.sentence.text, frame.quantity.start
    return replace(spoken, told=tuple(one for one in spoken.told if not shares.foreign(one, text, start)))


def _of_parts(found: _Evidence, frame: Frame, shares: Shares, places: Whereabouts, spoken: Spoken) -> None:
    """The unit that holds those whose numbers stand behind this one, which itself belongs to none."""
    behind = [_of_share(one, places, spoken) for start, one in shares.units.items() if start > frame.quantity.start]
    parts = [unit for unit in behind if unit is not None]
    if parts and frame.quantity.start not in shares.names and (join := places.chains.joined(parts)):
        found.say(join, "joins the parts behind")
        found.rules.setdefault(join.name, "place.holder")
        for holder in join.holders:
            found.say(holder, "holds the parts behind")


def _rule(found: _Evidence, name: str, spoken: Spoken, given: Given) -> str:
    """The rule that brings a unit in: its own sentence, an earlier one, the article."""
    if name in found.rules:
        return found.rules[name]
    return "place.carried" if name in spoken.carried else "place.article"


def _of_sentence(found: _Evidence, frame: Frame, spoken: Spoken, chains: Chains) -> str:
    """What the figure's own sentence says; how near its places are."""
    text, start, end = frame.sentence.text, frame.quantity.start, frame.quantity.end
    told = [one for one in spoken.told if one.standing != "former" and not one.member]
    for one in spoken.told:
        if one.member:
            side = "before" if one.end <= start else "behind"
            found.say(one.unit, f"member of a list {side}")
            found.rules[one.unit.name] = "place.sentence"
    before = [one for one in told if one.end <= start]
    behind = [one for one in told if one.start >= end]
    plain_before = [one for one in before if one.standing not in ASIDE]
    plain_behind = [one for one in behind if one.standing not in ASIDE]
    clause = max((match.end() for match in _CLAUSE.finditer(frame.head)), default=0)
    limit = frame.following.start if frame.following else len(text)
    near = "none"
    if (plain_before or plain_behind) and all(one.standing in WEAK or one.standing.endswith("office") for one in (*plain_before, *plain_behind)):
        near = "office"
    elif plain_before:
        near = "before" if plain_before[-1].start >= clause else "clause before"
    elif plain_behind:
        near = "behind" if plain_behind[0].start < limit else "far behind"
    elif told:
        near = "aside"
    _of_side(found, "before", list(reversed(before)), frame, clause, near)
    _of_side(found, "behind", behind, frame, clause, near)
    distinct = {one.unit.name for one in told if one.standing not in ASIDE and not one.outer}
    if len(distinct) == 1 and near != "office":
        one = next(one for one in told if one.unit.name in distinct)
        found.say(one.unit, "only one in the sentence", f"only one in the sentence, {near}")
    if told and (join := chains.joined(leaves([one.unit for one in told if one.standing not in ASIDE]))):
        found.say(join, "joins the sentence", f"joins the sentence, {near}")
        found.rules.setdefault(join.name, "place.holder")
    for one in told:
        if not one.standing.startswith("nation"):
            found.rules[one.unit.name] = "place.sentence"
        else:
            found.rules[one.unit.name] = "place.nation"
        for holder in one.unit.holders:
            found.rules.setdefault(holder.name, "place.holder")
    for word in spoken.levels:
        side = "before" if word.start < start else "behind"
        if word.manner == "several":
            found_rank = rank_of_level(word.level)
            for unit in list(found.units.values()):
                if unit.rank >= found_rank:
                    found.say(unit, f"several of its level or above {side}")
    return near


def _of_side(found: _Evidence, side: str, told: Sequence[Told], frame: Frame, clause: int, near: str) -> None:
    """What the units on one side of the figure say, the nearest first."""
    place = 0
    seen: set[str] = set()
    nearest: Unit | None = None
    for one in told:
        aside = one.standing in ASIDE
        first = one.unit.name not in seen
        seen.add(one.unit.name)
        if not first:
            found.say(one.unit, f"again {side}")
            continue
        if one.outer:
            found.say(one.unit, f"{side} outer")
            continue
        order = "aside" if aside else str(min(place, 2))
        said = [f"{side} {order}", f"{side}, {one.standing}", f"{side} {order}, rank {one.unit.rank}", f"{side} {order}, {one.standing}"]
        if side == "before":
            gap = frame.quantity.start - one.end
            between = frame.head[one.end :]
            if ")" in between and "(" not in between:
                said.append("before, in brackets that closed")
            inside = "same clause" if one.start >= clause else "other clause"
            clear = "beside" if one.end >= frame.quantity.start - len(frame.before) else "figures between"
            said += [f"before {order}, {inside}", f"before {order}, {clear}", f"before, opens" if one.start <= 12 else "before, within"]
        else:
            gap = one.start - frame.quantity.end
            between = frame.rest[:gap]
            clear = "beside" if not frame.following or one.start < frame.following.start else "figures between"
            said += [f"behind {order}, {clear}"]
        said.append(f"{side} {order}, {'marks' if _COMMA.search(between) else 'no marks'} between")
        said.append(f"{side} {order}, {_gap(gap)}")
        if one.village:
            said.append(f"{side}, village")
        found.say(one.unit, *said)
        if one.listed:
            found.say(one.unit, f"{side}, joins a list", f"{side} {order}, joins a list")
        if not aside:
            if nearest is None:
                nearest = one.unit
            place += 1
    if nearest is not None and (side == "before" or near in ("behind", "far behind")):
        for unit in list(found.units.values()):
            if unit.name != nearest.name and nearest.holds(unit):
                found.say(unit, f"in the nearest {side}")


def _gap(gap: int) -> str:
    return "touching" if gap <= 2 else "near" if gap <= 12 else "in reach" if gap <= 40 else "away" if gap <= 100 else "far"


def _counted_level(frame: Frame) -> str | None:
    """The level of the units that a figure counts: 2 xã, 63 tỉnh, thành; None where it counts none."""
    unit = frame.quantity.unit.lower()
    levels = (*LEVELS_BY_LENGTH, *HAMLETS)
    return next((level for level in levels if unit == level or unit.startswith((f"{level} ", f"{level},"))), None)


def _of_counted(found: _Evidence, frame: Frame) -> None:
    """What the figure counts: units lie in a larger one."""
    level = _counted_level(frame)
    if level is None or frame.quantity.value == 1:
        return
    rank = rank_of_level(level)
    for name, unit in found.units.items():
        gap = rank - unit.rank
        found.said[name].append("counts units of its rank or larger" if gap <= 0 else f"counts units {gap} below it")


def _of_article(found: _Evidence, spoken: Spoken, given: Given, near: str) -> None:
    """What the article as a whole and the sentences before say."""
    afar = "afar" if near in ("none", "aside", "office") else "near"
    scene_places = given.places
    for name, unit in scene_places.units.items():
        evidence = scene_places.evidence[name]
        carried = spoken.carried.get(name, ())
        if name not in found.units and not carried and not any(one.startswith(("title", "lead", "opening", "text: joins", "site", "most named")) for one in evidence):
            continue
        found.say(unit, *(f"{afar}, {one}" for one in evidence), *(f"{afar}, {one}" for one in carried))
    found.say(NATIONAL, "nation", f"nation, {near}")


def _of_none(frame: Frame, spoken: Spoken, given: Given, near: str) -> list[str]:
    """What speaks for no place at all."""
    said = ["no place", f"no place, {near}", f"no place, {frame.quantity.kind}"]
    if not given.places.units:
        said.append("no place, none named")
    return said
