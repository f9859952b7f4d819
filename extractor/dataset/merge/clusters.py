"""What belongs together by links: the same whatever the order in which it came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Link(NamedTuple):
    """That two things, by their places in the sequence, are one, and how strongly that is known."""

    one: int
    other: int
    strength: int


def clusters(
    things: Sequence[T], links: Iterable[Link], apart: Callable[[T, T], bool]
) -> list[tuple[tuple[int, ...], frozenset[int]]]:
    """The places of things that are one, with the strengths of their links; nothing that is apart comes together.

    The stronger link goes first, of equally strong ones that of the earlier things: a sequence in an order of its own
    (not that of the input) gives the same clusters always.
    """
    members = {at: [at] for at in range(len(things))}
    home = list(range(len(things)))
    used: dict[int, set[int]] = defaultdict(set)
    for one, other, strength in sorted(links, key=lambda link: (-link.strength, link.one, link.other)):
        a, b = sorted((home[one], home[other]))
        if a != b:
            if any(apart(things[x], things[y]) for x in members[a] for y in members[b]):
                continue
            members[a] += members.pop(b)
            used[a] |= used.pop(b, set())
            for at in members[a]:
                home[at] = a
        used[a].add(strength)
    return [(tuple(sorted(some)), frozenset(used[at])) for at, some in sorted(members.items())]
