"""Within an article: whether two claims with one number say one thing again.

An article tells of few things and repeats them, in title, lead and body and each time in other words, so that one
number of one unit mostly is one thing. What keeps two apart must be said: another place, another time, a plan and not
what was done. A place or a time that is not sure says nothing: it may as well be wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

import regex

from extractor.dataset.claims import Said, compatible, figures_written, interval
from extractor.dataset.merge.compare import (
    Claim,
    Likeness,
    canonical,
    classes,
    distinctive,
    named_apart,
    periods,
    places,
    unit_class,
    wording,
)
from extractor.language.patterns import one_of
from extractor.lexicon.nouns import CLASSIFIERS
from extractor.lexicon.sorts import EVERYONE, GENERAL, SORTS
from extractor.lexicon.synonyms import OCCASIONS, OTHERS

# A number with so many figures does not stand twice in an article with one unit by chance: 2.716 đảng viên.
SIGNIFICANT, HALF_SIGNIFICANT = 3, 2  # figures
FEW = 10  # counts below meet by chance: 2 hộ in two communes
ALL = 100  # per cent: of anything
COUNTED = ("count", "ratio")  # 58 trường are the 58/74 trường of the lead

AGAIN, BARE, EXACT, UNIQUE, OPPOSED, ROUNDED = 6, 5, 4, 3, 2, 1  # strengths of links
REASONS = {
    AGAIN: "the same number of the same thing",
    BARE: "the same number, and one of them says no more of what it counts or measures",
    EXACT: "the same number, too exact to stand there twice by chance",
    UNIQUE: "the same number, and the article has no other of what they count or measure",
    OPPOSED: "the same number and thing, said to be above and below it",
    ROUNDED: "one number rounds the other, of the same thing",
}

_OTHERS = regex.compile(rf"\b{one_of(OTHERS)}\b(?! nhau)")  # hai người khác, but not hai sản phẩm khác nhau


def repeats(one: Claim, other: Claim, *, unique: bool) -> int | None:
    """How strongly two claims of one number, which nothing opposes, say one thing again; None where they need not.

    `unique`: their article has no other number of what they count or measure.
    """
    words = wording(one, other)
    if not _units_agree(one, other, words, unique=unique):
        return None
    if not compatible(one.said, other.said):  # dưới 18 km, trên 18 km: limits of two things
        limits = not (interval(one.said).bounded and interval(other.said).bounded)
        return OPPOSED if words == "same" and not limits else None
    if _needs_more(one, other, words):
        return None
    if words == "same":
        return AGAIN
    if _of_others(one) or _of_others(other):
        return None
    return _by_number(one, other, words) or (UNIQUE if unique and _are_things(one, other) else None)


def _units_agree(one: Claim, other: Claim, words: Likeness, *, unique: bool) -> bool:
    """Whether the units are one, or may be said of the same ones: 174 suất, 174 suất quà; 34 cán bộ, 34 cá nhân."""
    if unit_class(one.unit, one.kind) == unit_class(other.unit, other.kind):
        return True
    if one.kind not in COUNTED or other.kind not in COUNTED:
        return False
    if unique or (figures_of(one.said) >= HALF_SIGNIFICANT and sort_of(one) == sort_of(other)):
        return True
    return _renames(one, other, words) or _renames(other, one, words)


def _renames(one: Claim, other: Claim, words: Likeness) -> bool:
    """Whether one counts the other's by a shorter or more general noun: suất quà, suất; nhà máy, đơn vị."""
    short, long = canonical(one.unit), canonical(other.unit)
    if (short in GENERAL or short in CLASSIFIERS) and canonical(one.item).startswith(f"{short} {long}"):
        return True  # hai người phụ nữ, 2 phụ nữ
    if long.startswith(f"{short} "):
        return words != "other"
    if not all(canonical(part) in GENERAL.get(short, ()) for part in other.unit.split(",")):
        return False
    return words == "same" or (words != "other" and (figures_of(one.said) >= HALF_SIGNIFICANT or not distinctive(one)))


def _needs_more(one: Claim, other: Claim, words: Likeness) -> bool:
    """Whether a number says too little to join two claims of other places, classes or bases."""
    exact = figures_of(one.said) >= HALF_SIGNIFICANT
    if one.kind == "percent" and places(one, other) != "same":
        return True  # a share of a province is none of its district
    if not exact and classes(one, other) != "same":
        return True
    if words == "other" and one.of_stuff and other.of_stuff and figures_of(one.said) < SIGNIFICANT:
        return True  # 20 ha tỏi, 20 ha hành
    return words == "other" and one.per != other.per  # tốc độ 120 km/giờ, a road of 120 km


def _of_others(claim: Claim) -> bool:
    """Whether it counts others than those told of before: hai người khác."""
    return bool(_OTHERS.search(canonical(claim.item)))


def _by_number(one: Claim, other: Claim, words: Likeness) -> int | None:
    """How strongly their number joins two claims whose words do not: the less these say, the more exact it must be."""
    alike = one.said.modifier == other.said.modifier
    if _meets_by_chance(one):
        return BARE if words == "open" and alike and one.said.value != 1 else None
    here = (places(one, other), periods(one, other)) == ("same", "same")
    figures = figures_of(one.said)
    hedged = one.said.modifier != "exact" and interval(one.said).bounded  # ít nhất 30 ngày is a rule, and common
    if alike and hedged and (here or words == "open" or one.kind in COUNTED):
        figures += 1  # gần 2.000 căn hộ, twice with the same gần
    loose = one.kind in ("percent", "duration") or named_apart(one, other)
    if words == "other" and figures < SIGNIFICANT and loose:
        return None  # 12 năm tù: of two men; 95%: of two works
    if figures >= HALF_SIGNIFICANT:
        return EXACT
    return BARE if words == "open" and alike else None


def _meets_by_chance(claim: Claim) -> bool:
    """Whether a number is so common that two things have it: 2 hộ, 100%."""
    value = claim.said.value
    if value is None:
        return False
    return value < FEW if claim.kind in COUNTED else claim.kind == "percent" and value == ALL


def _are_things(one: Claim, other: Claim) -> bool:
    """Whether both tell of things that are or shall be there: not of shares, times, actions or limits."""
    return one.status == other.status and _is_of_things(one) and _is_of_things(other)


def _is_of_things(claim: Claim) -> bool:
    """Whether it says of things how many or how much there is of them."""
    of_things = claim.kind not in ("percent", "ratio", "duration") and claim.unit not in OCCASIONS
    return of_things and claim.said.value != 1 and interval(claim.said).bounded


def opposed(one: Claim, other: Claim) -> bool:
    """Whether two claims of one number are said to be of other places, times or bases, or a plan and what was done."""
    return (
        one.change != other.change
        or (one.status != other.status and one.status_sure and other.status_sure)
        or (None not in (one.total, other.total) and one.total != other.total)
        or (None not in (one.per, other.per) and one.per != other.per)
        or (one.place_sure and other.place_sure and places(one, other) == "other")
        or (one.period_sure and other.period_sure and periods(one, other) == "other")
    )


def figures_of(said: Said) -> int:
    """How many figures tell a number from others."""
    return max(map(figures_written, said.number))


def number_of(claim: Claim) -> Hashable:
    """What two claims must share to say one thing again."""
    return "count" if claim.kind in COUNTED else claim.kind, claim.change, claim.said.number


def sort_of(claim: Claim) -> tuple[str, str]:
    """What a claim counts, by whatever noun, or the unit that it measures in."""
    if claim.kind not in COUNTED:
        return claim.kind, claim.unit
    return "count", SORTS.get(canonical(claim.unit)) or unit_class(claim.unit, claim.kind)


class NumbersBySort:
    """How many different things, by their numbers, an article gives of each sort, and of people by whatever noun."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._of_sort: dict[Hashable, set[Hashable]] = defaultdict(set)
        last: dict[Hashable, Claim] = {}
        for claim in claims:
            number = claim.said.number
            for sort in _sorts(claim):
                before = last.get((sort, number))
                twins = before and before.sentence == claim.sentence and wording(before, claim) == "other"
                self._of_sort[sort] |= {number, (number, "again")} if twins else {number}
                last[sort, number] = claim

    def unique(self, one: Claim, other: Claim) -> bool:
        """Whether the article gives no other number of what both count or measure, nor this one of two things."""
        return any(len(self._of_sort[sort]) == 1 for sort in _sorts(one) & _sorts(other))


def _sorts(claim: Claim) -> frozenset[Hashable]:
    """What a claim counts or measures: its sort, and people by whatever noun."""
    return frozenset((sort_of(claim), "people") if _is_people(claim) else (sort_of(claim),))


def _is_people(claim: Claim) -> bool:
    """Whether it counts people, by whatever noun."""
    return claim.kind in COUNTED and canonical(claim.unit) in EVERYONE
