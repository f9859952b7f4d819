"""Within an article: which of its figures say one thing again, in title, lead and body, rounded and exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from extractor.dataset.claims import allows_contraries, compatible, rounds
from extractor.dataset.merge.clusters import Link, clusters
from extractor.dataset.merge.compare import (
    Claim,
    Likeness,
    classes,
    outcomes_differ,
    periods,
    places,
    unit_class,
    wording,
)
from extractor.dataset.merge.repeats import (
    HALF_SIGNIFICANT,
    ROUNDED,
    SIGNIFICANT,
    NumbersBySort,
    figures_of,
    number_of,
    opposed,
    repeats,
)

MOST_OF_A_KIND = 300  # claims of one unit or number that are all compared: a table of more says no thing twice
# The figures that the rounder of two numbers must have, by how like their items are: where only it says that it rounds
# (Hơn 300 hộ, and 317 hộ below), and where both do or none does.
LEAST_MODIFIED = {"same": 1, "head": HALF_SIGNIFICANT, "akin": HALF_SIGNIFICANT, "open": HALF_SIGNIFICANT}
LEAST_PLAIN = {"same": 1, "head": HALF_SIGNIFICANT, "akin": SIGNIFICANT, "open": SIGNIFICANT}


class ClaimGroup(NamedTuple):
    """Claims that state one thing, and the strengths of the links that joined them."""

    claims: tuple[Claim, ...]
    strengths: frozenset[int] = frozenset()


def groups(claims: Iterable[Claim]) -> list[ClaimGroup]:
    """The claims of one article, those that state one fact together."""
    found = sorted(claims, key=lambda claim: (claim.start, claim.id))
    numbers = NumbersBySort(found)
    links = [
        Link(one, other, strength)
        for one, other in _pairs(found)
        if (strength := link_strength(found[one], found[other], unique=numbers.unique(found[one], found[other])))
        is not None
    ]
    together = clusters(found, _certain(found, links), apart)
    return [ClaimGroup(tuple(found[at] for at in members), strengths) for members, strengths in together]


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The pairs of claims to compare: those of one number, and those of one kind, where these are not too many."""
    by_number: dict[Hashable, list[int]] = defaultdict(list)
    by_kind: dict[Hashable, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        by_number[number_of(claim)].append(at)
        by_kind[_kind(claim)].append(at)
    for some in by_number.values():
        if len(some) <= MOST_OF_A_KIND:
            yield from combinations(some, 2)
    for some in by_kind.values():
        if len(some) <= MOST_OF_A_KIND:
            yield from (
                (one, other)
                for one, other in combinations(some, 2)
                if claims[one].said.number != claims[other].said.number
            )


def link_strength(one: Claim, other: Claim, *, unique: bool = False) -> int | None:
    """How strongly two claims of one article state one fact; None where they do not, or nobody can tell.

    `unique`: the article has no other number of what they count or measure.
    """
    if apart(one, other):
        return None
    if one.said.number == other.said.number:
        return repeats(one, other, unique=unique)
    words, where = wording(one, other), places(one, other)
    modified = "other" not in (words, where) and _rounds(one, other, words, where)
    return ROUNDED if modified else None


def _rounds(one: Claim, other: Claim, words: Likeness, where: Likeness) -> bool:
    """Whether one number rounds the other: the less the words and places say, the more exact the rounder must be."""
    if not rounds(one.said, other.said) or classes(one, other) != "same":
        return False
    figures = min(figures_of(one.said), figures_of(other.said))
    said = (one.said.modifier, other.said.modifier)
    if "exact" in said and said != ("exact", "exact"):
        far = where != "same"
        return figures >= (HALF_SIGNIFICANT if far else LEAST_MODIFIED[words]) and not (far and words != "same")
    return figures >= LEAST_PLAIN[words] and where == "same"


def apart(one: Claim, other: Claim) -> bool:
    """Whether two claims of one article cannot state one fact, whoever else links them."""
    if one.sentence == other.sentence:  # 2 người chết, 2 người bị thương: a sentence says a thing once
        return True
    if classes(one, other) == "other" or outcomes_differ(one, other):
        return True
    part = _is_part(one, other)
    if one.said.number == other.said.number:
        return (part and figures_of(one.said) < HALF_SIGNIFICANT) or opposed(one, other)
    return part or periods(one, other) == "other" or not compatible(one.said, other.said)


def _is_part(one: Claim, other: Claim) -> bool:
    """Whether one is a part of the other; a part that is all of it, in significant figures, is the same again."""
    return one.id == other.part_of or other.id == one.part_of


def _certain(claims: Sequence[Claim], links: Sequence[Link]) -> list[Link]:
    """The links without those of a rounded number that rounds two others which cannot both be true."""
    rounded: dict[int, list[int]] = defaultdict(list)
    for link in links:
        if link.strength == ROUNDED:
            rounded[link.one].append(link.other)
            rounded[link.other].append(link.one)
    torn = {
        at
        for at, others in rounded.items()
        if allows_contraries(claims[at].said, [claims[other].said for other in others])
    }
    return [link for link in links if link.strength != ROUNDED or not torn & {link.one, link.other}]


def _kind(claim: Claim) -> Hashable:
    unit = unit_class(claim.unit, claim.kind)
    return claim.kind, unit, claim.per or "", claim.change or "", claim.total or 0, claim.status
