"""What the sentence of a figure says of its place: the units on either side, how they stand, what lies between."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.extraction.context.place.found import Found
from extractor.extraction.rules.standings import ASIDE, WEAK
from extractor.extraction.rules.whereabouts import COUNTRY_WORDS, OFFICES, Spoken, Told
from extractor.language.patterns import re_pattern
from extractor.model.shapes import Frame
from extractor.places.areas import rank_of_level
from extractor.places.chains import Chains, Unit, leaves

_CLAUSE = re_pattern(r"[;!?]\s")
_COMMA = re_pattern(r"[,:()–]")
HEAD = 12  # characters: what stands there opens the sentence
FROM_AFAR = frozenset(("none", "aside", "office"))  # the sentence hardly says where: what was told before does


def of_sentence(found: Found, frame: Frame, spoken: Spoken, chains: Chains) -> str:
    """Adds what the figure's own sentence says; how near its places are."""
    start, end = frame.quantity.start, frame.quantity.end
    units = [one for one in spoken.told if one.standing not in _APART and not one.member]
    before, behind = [one for one in reversed(units) if one.end <= start], [one for one in units if one.start >= end]
    clause = max((match.end() for match in _CLAUSE.finditer(frame.head)), default=0)
    near = _nearness(frame, before, behind, clause)
    if near in FROM_AFAR and any(one.standing == "nation where" for one in spoken.told):
        near = "nation"
    _of_side(found, "before", before, frame, clause)
    _of_side(found, "behind", behind, frame, clause)
    _of_wholes(found, frame, spoken, near)
    firm = [one for one in units if one.standing not in ASIDE]
    distinct = {one.unit.name: one.unit for one in firm if not one.outer}
    if len(distinct) == 1 and near != "office":
        found.say(next(iter(distinct.values())), "only one in the sentence", f"only one in the sentence, {near}")
    elif near != "office" and (join := chains.joined(leaves([one.unit for one in firm]))):
        found.say(join, "joins the sentence", f"joins the sentence, {near}", rule="place.holder")
    for one in units:
        for holder in one.unit.holders:
            found.bring(holder, "place.holder")
    for word in spoken.levels:
        if word.manner == "several":
            side, rank = "before" if word.start < start else "behind", rank_of_level(word.level)
            for unit in found.units():
                if unit.rank >= rank:
                    found.say(unit, f"several of its level or above {side}")
    return near


_APART = frozenset(("former", *OFFICES, *COUNTRY_WORDS))


def _nearness(frame: Frame, before: Sequence[Told], behind: Sequence[Told], clause: int) -> str:
    """Where the sentence names units, as far as it says where."""
    firm_before = [one for one in before if one.standing not in ASIDE]
    firm_behind = [one for one in behind if one.standing not in ASIDE]
    if not (firm_before or firm_behind):
        return "aside" if before or behind else "none"
    if all(one.standing in WEAK for one in (*firm_before, *firm_behind)):
        return "office"
    if firm_before:
        return "before" if firm_before[0].start >= clause else "clause before"
    return "behind" if frame.following is None or firm_behind[0].start < frame.following.start else "far behind"


def _of_side(found: Found, side: str, told: Sequence[Told], frame: Frame, clause: int) -> None:
    """What the units on one side of the figure say, the nearest first."""
    place = 0
    seen: set[str] = set()
    nearest: Unit | None = None
    for one in told:
        found.bring(one.unit, "place.sentence", firmly=True)
        if one.outer:
            found.say(one.unit, f"{side} outer")
            continue
        if one.unit.name in seen:
            found.say(one.unit, f"again {side}")
            continue
        seen.add(one.unit.name)
        aside = one.standing in ASIDE
        order = f"{side} aside" if aside else f"{side} {min(place, 2)}"
        found.say(one.unit, order, f"{side}, {one.standing}", f"{order}, rank {one.unit.rank}", f"{order}, {one.standing}")
        _of_distance(found, one, order, frame, clause)
        if one.village:
            found.say(one.unit, f"{side}, village")
        if one.listed:
            found.say(one.unit, f"{side}, joins a list", f"{order}, joins a list")
        if not aside:
            nearest = nearest or one.unit
            place += 1
    for unit in found.units() if nearest else ():
        if nearest is not None and nearest.holds(unit):
            found.say(unit, f"in the nearest {side}")


def _of_distance(found: Found, one: Told, order: str, frame: Frame, clause: int) -> None:
    """What stands between a unit and the figure."""
    start, end = frame.quantity.start, frame.quantity.end
    if one.end <= start:
        gap, between = start - one.end, frame.head[one.end :]
        clear = one.end >= start - len(frame.before)
        found.say(one.unit, f"{order}, {'same' if one.start >= clause else 'other'} clause")
        if one.start > HEAD:
            found.say(one.unit, "before, within")
        if ")" in between and "(" not in between:
            found.say(one.unit, "before, in brackets that closed")
    else:
        gap = one.start - end
        between = frame.rest[:gap]
        clear = frame.following is None or one.start < frame.following.start
    found.say(
        one.unit,
        f"{order}, {'beside' if clear else 'figures between'}",
        f"{order}, {'marks' if _COMMA.search(between) else 'no marks'} between",
        f"{order}, {_gap(gap)}",
    )


def _gap(gap: int) -> str:
    return "touching" if gap <= 2 else "near" if gap <= 12 else "in reach" if gap <= 40 else "away" if gap <= 100 else "far"


def _of_wholes(found: Found, frame: Frame, spoken: Spoken, near: str) -> None:
    """What the sentence says of the nation, and by offices whose unit it does not name, and by the members of lists."""
    start = frame.quantity.start
    for one in spoken.told:
        side = "before" if one.end <= start else "behind"
        if one.member:
            found.say(one.unit, f"member of a list {side}", rule="place.sentence")
        elif one.standing == "former":
            for holder in one.unit.holders:
                found.say(holder, f"holds a former unit {side}", rule="place.holder")
        elif one.standing in OFFICES:
            found.say(one.unit, f"{one.standing} {side}", f"{one.standing}, {near}")
        elif one.standing in COUNTRY_WORDS:
            between = frame.before if side == "before" else frame.after
            clear = "beside" if (one.end >= start - len(between) if side == "before" else one.start <= frame.quantity.end + len(between)) else "figures between"
            if one.start > HEAD:
                found.say(one.unit, f"{one.standing}, within")
            marks = "marks" if _COMMA.search(frame.head[one.end :] if side == "before" else frame.rest[: one.start - frame.quantity.end]) else "no marks"
            found.say(one.unit, f"{one.standing} {side}", f"{one.standing} {side}, {clear}", f"{one.standing} {side}, {marks}", f"{one.standing}, {near}", rule="place.nation")
