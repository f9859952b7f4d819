"""Within an article: which of its figures say one thing again, in title, lead and body, rounded and exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from extractor.dataset.claims import Said, allows_contraries, compatible, figures_written, interval, rounds
from extractor.dataset.clusters import Link, clusters
from extractor.dataset.compare import Claim, Likeness, classes, periods, places, unit_class, wording

# A number with so many figures does not stand twice in an article with one unit by chance: 2.716 đảng viên.
TELLING, HALF_TELLING = 3, 2
FEW = 10  # counts below meet by chance: 2 hộ in two communes
MOST_OF_A_KIND = 300  # claims of one unit that are all compared: a table of more says no thing twice in other words
# The figures that the rounder of two numbers must have, by how like their items are: where only it says that it rounds
# (Hơn 300 hộ, and 317 hộ below), and where both do or none does.
LEAST_BENT = {"same": 1, "head": 1, "akin": 1, "open": HALF_TELLING}
LEAST_PLAIN = {"same": 1, "head": HALF_TELLING, "akin": TELLING, "open": TELLING}

AGAIN, EXACT, OPPOSED, ROUNDED = 4, 3, 2, 1  # strengths of links
REASONS = {
    AGAIN: "the same number of the same thing",
    EXACT: "the same number and unit, too exact to stand there twice by chance",
    OPPOSED: "the same number and thing, said to be above and below it",
    ROUNDED: "one number rounds the other, of the same thing",
}


class Group(NamedTuple):
    """Claims that state one thing, and the strengths of the links that joined them."""

    claims: tuple[Claim, ...]
    strengths: frozenset[int] = frozenset()


def groups(claims: Iterable[Claim]) -> list[Group]:
    """The claims of one article, those that state one fact together."""
    alike: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.id)):
        alike[_kind(claim)].append(claim)
    return [group for some in alike.values() for group in _joined(some)]


def _joined(claims: Sequence[Claim]) -> Iterator[Group]:
    links = [
        Link(at, to, strength)
        for at, to in _pairs(claims)
        if (strength := likeness(claims[at], claims[to])) is not None
    ]
    for members, strengths in clusters(claims, _certain(claims, links), apart):
        yield Group(tuple(claims[at] for at in members), strengths)


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The pairs of claims to compare: all of a few, those of one number of many."""
    if len(claims) <= MOST_OF_A_KIND:
        yield from combinations(range(len(claims)), 2)
        return
    by_number: dict[Hashable, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        by_number[claim.said.number].append(at)
    for same in by_number.values():
        if len(same) <= MOST_OF_A_KIND:
            yield from combinations(same, 2)


def likeness(one: Claim, other: Claim) -> int | None:
    """How strongly two claims of one article and unit state one fact; None where they do not, or nobody can tell."""
    words, where, when = wording(one, other), places(one, other), periods(one, other)
    if apart(one, other) or "other" in (where, when):
        return None
    if one.said.number != other.said.number:
        return ROUNDED if words != "other" and _rounds(one, other, words, where) else None
    if not compatible(one.said, other.said):  # dưới 18 km, trên 18 km: limits of two things
        limits = not (interval(one.said).bounded and interval(other.said).bounded)
        return OPPOSED if words == "same" and not limits else None
    figures = _figures(one.said)
    if one.said.modifier == other.said.modifier != "exact":
        figures += 1  # gần 2.000 căn hộ, said twice with the same gần
    by_chance = one.kind == "count" and one.said.value is not None and one.said.value < FEW
    if words == "same" and (where == "same" or not by_chance):
        return AGAIN
    if figures >= TELLING or (figures >= HALF_TELLING and words != "other" and where == "same"):
        return EXACT
    return None


def _rounds(one: Claim, other: Claim, words: Likeness, where: Likeness) -> bool:
    """Whether one number rounds the other: the less the words and places say, the more exact the rounder must be."""
    if not rounds(one.said, other.said) or classes(one, other) != "same":
        return False
    figures = min(_figures(one.said), _figures(other.said))
    said = (one.said.modifier, other.said.modifier)
    if "exact" in said and said != ("exact", "exact"):
        far = where != "same"
        return figures >= (HALF_TELLING if far else LEAST_BENT[words]) and not (far and words != "same")
    return figures >= LEAST_PLAIN[words] and where == "same"


def _figures(said: Said) -> int:
    return max(map(figures_written, said.number))


def apart(one: Claim, other: Claim) -> bool:
    """Whether two claims of one article cannot state one fact, whoever else links them."""
    return (
        one.sentence == other.sentence  # 2 người chết, 2 người bị thương: a sentence says a thing once
        or (_is_part(one, other) and (one.said.number != other.said.number or _figures(one.said) < HALF_TELLING))
        or classes(one, other) == "other"
        or periods(one, other) == "other"
        or (one.said.number != other.said.number and not compatible(one.said, other.said))
    )


def _is_part(one: Claim, other: Claim) -> bool:
    """Whether one is a part of the other; of which a part that is all of it, in telling figures, is the same again."""
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
