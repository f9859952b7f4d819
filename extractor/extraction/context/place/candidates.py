"""The place of a figure, chosen among the units that its article speaks of."""

from __future__ import annotations

from msgspec.structs import replace

from extractor.extraction.context.place.found import Found
from extractor.extraction.context.place.sentence import FROM_AFAR, of_sentence
from extractor.extraction.discourse import Given
from extractor.extraction.rules.beside import Shares
from extractor.extraction.rules.whereabouts import Spoken, Whereabouts
from extractor.language.patterns import re_pattern
from extractor.lexicon.levels import HAMLETS
from extractor.model.records import Place
from extractor.model.shapes import Candidate, Choice, Decided, Frame
from extractor.places.areas import LEVELS_BY_LENGTH, rank_of_level
from extractor.places.chains import NATIONAL, Unit
from extractor.places.mentions import Mention


def decide(frame: Frame, at: int, given: Given, shares: Shares) -> Decided[Place | None]:
    """The place of a figure of the sentence at that place of the article."""
    places, spoken = given.places, given.places.spoken[at]
    share = shares.units.get(frame.quantity.start)
    if share is not None and (own := _of_share(share, places, spoken)):
        return Decided(own.place, "place.beside")
    if not (places.units or shares.units):
        return Decided(None, "place.none")
    found = Found()
    own_words = _own(spoken, frame, shares)
    near = of_sentence(found, frame, own_words, places.chains)
    if near in FROM_AFAR and (abroad := _abroad(frame, own_words)):
        return Decided(abroad.place, "place.country")
    unheld = _of_parts(found, frame, near, shares, places, spoken) or _unheld(own_words)
    _of_article(found, places, spoken, near)
    above = _of_counted(found, frame, spoken)
    candidates = [*found.candidates(above, without=(*unheld, NATIONAL) if unheld else ()), _nowhere(frame, near, unheld=bool(unheld))]
    choice: Choice[Place | None] = given.choosers.place.choose(candidates)
    return Decided(choice.chosen.value, choice.chosen.rule, choice)


def _abroad(frame: Frame, spoken: Spoken) -> Unit | None:
    """The country that the words right before a figure are about: đặc biệt tại Philippines đã ghi nhận."""
    told = [one for one in spoken.told if one.standing == "country" and one.end <= frame.quantity.start]
    return told[-1].unit if told and not _APART.search(frame.head, told[-1].end) else None


_APART = re_pattern(r"[\d;:,]")


def _unheld(spoken: Spoken) -> list[Unit]:
    """The units of a list of which it is not known what holds them all."""
    return [] if any(one.listed for one in spoken.told) else [one.unit for one in spoken.told if one.member and one.standing != "former"]


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


_SUMS_UP = re_pattern(r"\b(?:tổng\s+cộng|tổng\s+số|tổng|cộng)\s+(?:là\s+|gần\s+|hơn\s+)*$")


def _of_parts(
    found: Found, frame: Frame, near: str, shares: Shares, places: Whereabouts, spoken: Spoken
) -> list[Unit]:
    """Adds what holds the places whose numbers stand behind this one, which itself belongs to none; all where it sums up.

    The places if it is not known what holds them.
    """
    start, sums_up = frame.quantity.start, _SUMS_UP.search(frame.low_before) is not None
    if start in shares.names:
        return []
    parts = [_of_share(one, places, spoken) for at, one in shares.units.items() if at > start or sums_up]
    known = [unit for unit in parts if unit is not None]
    for unit in known:
        found.say(unit, "has a part")
    if join := places.chains.joined(known):
        for one, how in ((join, "joins"), *((holder, "holds") for holder in join.holders)):
            found.say(one, f"{how} the parts", f"{how} the parts, {near}", rule="place.holder")
        return []
    return known


def _of_article(found: Found, places: Whereabouts, spoken: Spoken, near: str) -> None:
    """Adds what the article as a whole and the sentences before say."""
    afar = "afar" if near in FROM_AFAR else "near"
    for name in dict.fromkeys((*(unit.name for unit in found.units()), *spoken.carried, *places.leading)):
        unit, carried = places.units.get(name), spoken.carried.get(name, ())
        if unit is not None:
            found.say(unit, *[f"{afar}, {one}" for one in (*places.evidence[name], *carried)])
            if carried:
                found.bring(unit, "place.carried")
    found.say(NATIONAL, "nation", f"nation, {near}")


_ONE_OF = re_pattern(r"\b(?:một|1|nằm)\s+trong\s+(?:số\s+)?$")


def _of_counted(found: Found, frame: Frame, spoken: Spoken) -> int:
    """Adds what the figure counts; above which rank its place is, as units lie in a larger one: 63 tỉnh, thành."""
    unit = frame.quantity.unit.lower()
    if unit.startswith("địa phương") and _ONE_OF.search(frame.low_head):  # là một trong 16 địa phương
        return min((one.unit.rank for one in spoken.told if one.end <= frame.quantity.start and one.unit.rank > 0), default=LOWEST)
    levels = (*LEVELS_BY_LENGTH, *HAMLETS)
    level = next((level for level in levels if unit == level or unit.startswith((f"{level} ", f"{level},"))), None)
    if level is None or frame.quantity.value == 1:
        return LOWEST
    rank = rank_of_level(level)
    for one in found.units():
        found.say(one, f"counts units {max(0, rank - one.rank)} below it")
    return rank


LOWEST = 9  # no unit has so low a rank


def _nowhere(frame: Frame, near: str, *, unheld: bool) -> Candidate[Place | None]:
    """No place at all, and what speaks for it."""
    said = ("no place", f"no place, {near}", f"no place, {frame.quantity.kind}")
    return Candidate(None, "place.none", (*said, "nothing is known to hold all places") if unheld else said)
