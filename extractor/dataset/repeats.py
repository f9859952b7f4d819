"""Within an article: whether two claims with one number say one thing again.

An article tells of few things and repeats them, so that one number of one unit is mostly one thing; what speaks against
it must be said. A place or a period that a figure only inherits from its article is no such word.
"""

from __future__ import annotations

from collections.abc import Hashable

from extractor.dataset.claims import Said, compatible, figures_written, interval
from extractor.dataset.compare import Claim, canonical, classes, named_apart, periods, places, unit_class, wording

# A number with so many figures does not stand twice in an article with one unit by chance: 2.716 đảng viên.
TELLING, HALF_TELLING = 3, 2
FEW = 10  # counts below meet by chance: 2 hộ in two communes
ALL = 100  # per cent: of anything

AGAIN, BARE, EXACT, OPPOSED, ROUNDED = 5, 4, 3, 2, 1  # strengths of links
REASONS = {
    AGAIN: "the same number of the same thing",
    BARE: "the same number, of which one says nothing more than its unit",
    EXACT: "the same number and unit, too exact to stand there twice by chance",
    OPPOSED: "the same number and thing, said to be above and below it",
    ROUNDED: "one number rounds the other, of the same thing",
}


def repeats(one: Claim, other: Claim) -> int | None:
    """How strongly two claims of one number, which nothing opposes, say one thing again; None where they need not."""
    if not _units_agree(one, other):
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
    if _meets_by_chance(one):
        return BARE if words == "open" and one.said.value != 1 else None
    if one.said.modifier == other.said.modifier != "exact":
        figures += 1  # gần 2.000 căn hộ, said twice with the same gần
    if words == "other" and figures < TELLING and (one.kind == "duration" or named_apart(one, other)):
        return None  # 12 năm tù: of two men
    if figures >= HALF_TELLING:
        return EXACT
    return BARE if words == "open" and one.said.modifier == other.said.modifier else None


def _units_agree(one: Claim, other: Claim) -> bool:
    """Whether the units are one, or one is the other with more of its noun: 174 suất, 174 suất quà."""
    if unit_class(one.unit, one.kind) == unit_class(other.unit, other.kind):
        return True
    if one.kind != "count":
        return False
    short, long = sorted((canonical(one.unit), canonical(other.unit)), key=len)
    return long.startswith(f"{short} ") and figures_of(one.said) >= HALF_TELLING and wording(one, other) != "other"


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
    return value < FEW if claim.kind in ("count", "ratio") else claim.kind == "percent" and value == ALL


def figures_of(said: Said) -> int:
    """How many figures tell a number from others."""
    return max(map(figures_written, said.number))


def kind_of(claim: Claim) -> Hashable:
    """What two claims must share to be compared by more than their number."""
    unit = unit_class(claim.unit, claim.kind)
    return claim.kind, unit, claim.per or "", claim.change or "", claim.total or 0, claim.status
