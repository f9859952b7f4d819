"""Across articles: which statements with one key are one fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from extractor.dataset.claims import Said, allows_contraries, compatible, figures_written, interval, rounds
from extractor.dataset.merge.clusters import Link, clusters
from extractor.dataset.merge.compare import Claim, canonical, classes, distinctive, wording
from extractor.dataset.merge.keys import Statement, said_of
from extractor.dataset.merge.repeats import HALF_SIGNIFICANT, SIGNIFICANT

SPECIFIC = 2  # words that an item must have of its own for two numbers of it to contradict each other
MOST_OF_A_KEY = 100  # different statements of one thing, or one number: more do not speak of one thing

SAME, COPIED, NUMBER, ROUNDED, CONTRARY = 5, 4, 3, 2, 1  # strengths of links
REASONS = {
    SAME: "articles say the same in the same words",
    COPIED: "a copy of an article says it again",
    NUMBER: "articles give the same number of the same thing",
    ROUNDED: "articles give numbers of the same thing that can be true together",
    CONTRARY: "articles give numbers of the same thing that cannot all be true",
}


class Joined(NamedTuple):
    """Statements that are one fact, and the strengths of the links that joined them."""

    statements: tuple[Statement, ...]
    strengths: frozenset[int]


def facts_of(statements: Sequence[Statement]) -> Iterator[Joined]:
    """The statements of one key, those of one fact together."""
    if len(statements) == 1:
        yield Joined(tuple(statements), frozenset())
        return
    nodes = _nodes(sorted(statements, key=_order))
    links = [*_by_number(nodes), *_by_words(nodes)]
    for members, strengths in clusters(nodes, links, _share_an_article):
        found = tuple(statement for at in members for statement in nodes[at])
        again = {SAME} if any(len(nodes[at]) > 1 for at in members) else set()
        yield Joined(tuple(sorted(found, key=_order)), strengths | again)


def _order(one: Statement) -> tuple[object, ...]:
    return one.origin.first or "9999", one.origin.family, one.origin.article, one.claim.start, one.claim.id


def _nodes(statements: Sequence[Statement]) -> list[tuple[Statement, ...]]:
    """The statements that say the same, of different articles; what one article says apart stays apart."""
    same: dict[Hashable, list[Statement]] = defaultdict(list)
    seen: dict[Hashable, int] = defaultdict(int)
    for one in statements:
        said = said_of(one)
        seen[(said, one.origin.article)] += 1
        turn = seen[(said, one.origin.article)]
        family = () if _says_something(one.claim) else (one.origin.family,)
        same[(said, turn, family)].append(one)
    return [tuple(some) for some in same.values()]


def _says_something(claim: Claim) -> bool:
    """Whether a claim says enough of its own that another article which says it means the same: not just 2 người."""
    figures = max(map(figures_written, claim.said.number))
    return bool(claim.indicator or distinctive(claim)) or figures >= SIGNIFICANT


def _by_number(nodes: Sequence[tuple[Statement, ...]]) -> Iterator[Link]:
    """Links between statements of one number."""
    same: dict[Hashable, list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        same[node[0].claim.said.number].append(at)
    for some in same.values():
        if len(some) > MOST_OF_A_KEY:
            continue
        for one, other in combinations(some, 2):
            if (strength := _same_number(nodes[one], nodes[other])) is not None:
                yield Link(one, other, strength)


def _same_number(one: tuple[Statement, ...], other: tuple[Statement, ...]) -> int | None:
    a, b = one[0].claim, other[0].claim
    words = wording(a, b)
    if classes(a, b) == "other" or words == "other" or not compatible(a.said, b.said):
        return None
    if {x.origin.family for x in one} & {x.origin.family for x in other}:
        return COPIED
    figures = max(map(figures_written, a.said.number))
    if not _acts_agree(a, b) or classes(a, b) != "same":
        return None
    least = {"same": HALF_SIGNIFICANT, "head": SIGNIFICANT, "akin": SIGNIFICANT, "open": SIGNIFICANT}[words]
    return NUMBER if figures >= least else None


def _by_words(nodes: Sequence[tuple[Statement, ...]]) -> Iterator[Link]:
    """Links between statements of one thing with different numbers: they round each other, or contradict."""
    same: dict[Hashable, list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        claim = node[0].claim
        thing = claim.indicator or distinctive(claim)
        if thing and interval(claim.said).bounded:
            same[(thing, canonical(claim.category or ""), canonical(claim.action or ""))].append(at)
    for some in same.values():
        if not 1 < len(some) <= MOST_OF_A_KEY:
            continue
        sure = not _ambiguous([nodes[at] for at in some])
        said = [nodes[at][0].claim.said for at in some]
        torn = {at for at in some if allows_contraries(nodes[at][0].claim.said, said)}
        for one, other in combinations(some, 2):
            a, b = nodes[one][0].claim, nodes[other][0].claim
            if compatible(a.said, b.said):
                if rounds(a.said, b.said) and not torn & {one, other}:
                    yield Link(one, other, ROUNDED)
            elif sure and (a.indicator or len(set(distinctive(a))) >= SPECIFIC):
                yield Link(one, other, CONTRARY)


def _ambiguous(nodes: Sequence[tuple[Statement, ...]]) -> bool:
    """Whether one article gives different numbers of this thing: then it is several things under one name."""
    said: dict[str, Said] = {}
    for node in nodes:
        for one in node:
            if one.origin.article in said:
                return True
            said[one.origin.article] = one.claim.said
    return False


def _acts_agree(one: Claim, other: Claim) -> bool:
    """Whether what was done is the same, or only one says it."""
    if one.action is None or other.action is None:
        return True
    return bool(set(canonical(one.action).split()) & set(canonical(other.action).split()))


def _share_an_article(one: tuple[Statement, ...], other: tuple[Statement, ...]) -> bool:
    return not {x.origin.article for x in one}.isdisjoint(x.origin.article for x in other)
