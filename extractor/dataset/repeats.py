"""Within an article: whether two claims with one number say one thing again.

An article tells of few things and repeats them, so that one number of one unit is mostly one thing; what speaks against
it must be said. A place or a period that a figure only inherits from its article is no such word.
"""

from __future__ import annotations

from collections.abc import Hashable

from extractor.dataset.claims import Said, compatible, figures_written, interval
from extractor.dataset.compare import Claim, Likeness, canonical, classes, named_apart, periods, places, unit_class, wording
from extractor.lexicon.wording import ANYONE, DEEDS, OTHERS, PERSONS, SORTS

# A number with so many figures does not stand twice in an article with one unit by chance: 2.716 đảng viên.
TELLING, HALF_TELLING = 3, 2
FEW = 10  # counts below meet by chance: 2 hộ in two communes
ALL = 100  # per cent: of anything
COUNTED = ("count", "ratio")  # 58 trường is the 58/74 trường of the lead

AGAIN, BARE, EXACT, LONE, OPPOSED, ROUNDED = 6, 5, 4, 3, 2, 1  # strengths of links
REASONS = {
    AGAIN: "the same number of the same thing",
    BARE: "the same number and unit, and one says no more",
    EXACT: "the same number and unit, too exact to stand there twice by chance",
    LONE: "the same number and unit, and the article has no other number of that unit",
    OPPOSED: "the same number and thing, said to be above and below it",
    ROUNDED: "one number rounds the other, of the same thing",
}


def repeats(one: Claim, other: Claim, *, lone: bool) -> int | None:
    """How strongly two claims of one number, which nothing opposes, say one thing again; None where they need not.

    `lone`: their article has no other number of their unit.
    """
    if not _units_agree(one, other, lone=lone):
        return None
    words, where = wording(one, other), places(one, other)
    if not compatible(one.said, other.said):  # dưới 18 km, trên 18 km: limits of two things
        limits = not (interval(one.said).bounded and interval(other.said).bounded)
        return OPPOSED if words == "same" and not limits else None
    figures = figures_of(one.said)
    if one.kind == "percent" and (figures < HALF_TELLING or words != "same") and where != "same":
        return None  # a share of a province is none of its district
    if figures < HALF_TELLING and classes(one, other) != "same":
        return None
    if words == "same":
        return AGAIN
    if _of_others(one) != _of_others(other):
        return None
    return _by_number(one, other, words, figures) or (LONE if lone and _counts_things(one) and one.status == other.status else None)


def _by_number(one: Claim, other: Claim, words: Likeness, figures: int) -> int | None:
    """How strongly their number joins two claims whose words do not: the less these say, the more exact it must be."""
    if _meets_by_chance(one):
        return BARE if words == "open" and one.said.value != 1 else None
    if one.said.modifier == other.said.modifier != "exact":
        figures += 1  # gần 2.000 căn hộ, said twice with the same gần
    if words == "other" and figures < TELLING and (one.kind == "duration" or named_apart(one, other)):
        return None  # 12 năm tù: of two men
    if figures >= HALF_TELLING:
        return EXACT
    return BARE if words == "open" and one.said.modifier == other.said.modifier else None


def _of_others(claim: Claim) -> bool:
    """Whether it counts others than those told of before: hai người khác."""
    return not OTHERS.isdisjoint(canonical(claim.item).split())


def _counts_things(claim: Claim) -> bool:
    """Whether it counts or measures things, of which an article mostly means the same ones by the same number."""
    return claim.kind not in ("percent", "ratio", "duration") and claim.unit not in DEEDS and claim.said.value != 1


def _units_agree(one: Claim, other: Claim, *, lone: bool) -> bool:
    """Whether the units are one, or one says less of what is counted: 174 suất quà and 174 suất, 34 cán bộ and 34 người."""
    if unit_class(one.unit, one.kind) == unit_class(other.unit, other.kind):
        return True
    exact = figures_of(one.said) >= HALF_TELLING
    if one.kind not in COUNTED or not (exact or lone):
        return False
    if sort_of(one) == sort_of(other):
        return True
    short, long = sorted((canonical(one.unit), canonical(other.unit)), key=len)
    named = PERSONS.intersection((short, long)) and not ANYONE.isdisjoint((short, long))
    return exact and (long.startswith(f"{short} ") or bool(named)) and wording(one, other) != "other"


def opposed(one: Claim, other: Claim) -> bool:
    """Whether two claims of one number are said to be of different places, times, bases, or a plan and what was done."""
    return (
        (one.status != other.status and one.status_told and other.status_told)
        or (one.place_told and other.place_told and places(one, other) == "other")
        or (one.period_told and other.period_told and periods(one, other) == "other")
        or one.change != other.change
        or None not in (one.total, other.total) and one.total != other.total
        or None not in (one.per, other.per) and one.per != other.per
    )


def _meets_by_chance(claim: Claim) -> bool:
    """Whether a number is so common that two things have it: 2 hộ, 100%."""
    value = claim.said.value
    if value is None:
        return False
    return value < FEW if claim.kind in COUNTED else claim.kind == "percent" and value == ALL


def figures_of(said: Said) -> int:
    """How many figures tell a number from others."""
    return max(map(figures_written, said.number))


def number_of(claim: Claim) -> Hashable:
    """What two claims must share to say one thing again."""
    return "count" if claim.kind in COUNTED else claim.kind, claim.change, claim.said.number


def sort_of(claim: Claim) -> tuple[str, str]:
    """What a claim counts by whatever noun, or its unit: by this an article's numbers are told apart."""
    if claim.kind not in COUNTED:
        return claim.kind, claim.unit
    unit = canonical(claim.unit)
    return "count", SORTS.get(unit) or unit_class(claim.unit, claim.kind)


def kind_of(claim: Claim) -> Hashable:
    """What two claims must share to be compared by more than their number."""
    unit = unit_class(claim.unit, claim.kind)
    return claim.kind, unit, claim.per or "", claim.change or "", claim.total or 0, claim.status
