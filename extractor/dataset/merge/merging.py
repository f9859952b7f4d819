"""Figures become facts: what is said many times is one fact, with everyone who says it.

First the figures of an article that say one thing again become one statement; then the statements of all articles are
filed by what they speak of, and those of one key that can be one fact are. Each step is a function of a set in an order
of its own, so that the order of the input does not matter, nor whether it came at once or twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing

from extractor.dataset.merge.across import facts_of
from extractor.dataset.merge.compare import Claim
from extractor.dataset.merge.facts import Draft, draft
from extractor.dataset.merge.keys import Origin, Statement, key, statement
from extractor.dataset.merge.spill import Spill
from extractor.dataset.merge.statements import groups
from extractor.model.records import Article, Fact, FigureBase


def merge(figures: Iterable[FigureBase], articles: Iterable[Article] = ()) -> Iterator[Fact]:
    """The facts that figures state; the articles tell when they were said, and which are copies of others.

    All figures are read before the first fact comes; they wait on disk, so that memory does not grow with them.
    """
    with closing(Spill()) as spill:
        spill.put_articles(articles)
        spill.put_figures(figures)
        spill.put_statements(_statements(spill))
        for statements in spill.by_key():
            spill.put_drafts(drafts_of(statements))
        for made, totals in spill.drafts():
            yield with_total(made.fact, totals)


def keys_of(figures: Iterable[FigureBase], articles: Iterable[Article]) -> Iterator[str]:
    """The keys of what figures state, those that several statements share several times."""
    with closing(Spill()) as spill:
        spill.put_articles(articles)
        spill.put_figures(figures)
        yield from (name for name, _ in _statements(spill))


def merge_keys(
    figures: Iterable[FigureBase], articles: Iterable[Article], wanted: Callable[[str], bool]
) -> Iterator[tuple[str, Fact]]:
    """The facts of the keys that are wanted, each with its key, but without what they are part of.

    They are those of `merge` where the figures are all of the articles that state something of such a key, and the
    articles these and the copies that count as their family.
    """
    with closing(Spill()) as spill:
        spill.put_articles(articles)
        spill.put_figures(figures)
        spill.put_statements((name, one) for name, one in _statements(spill) if wanted(name))
        for statements in spill.by_key():
            name = key(statements[0])
            yield from ((name, one.fact) for one in drafts_of(statements))


def _statements(spill: Spill) -> Iterator[tuple[str, Statement]]:
    """What each article states, with its key."""
    for origin, claims in spill.by_article():
        yield from stated_by(origin, claims)


def stated_by(origin: Origin, claims: Iterable[Claim]) -> Iterator[tuple[str, Statement]]:
    """What one article states, with its key."""
    for group in groups(claims):
        one = statement(group, origin)
        yield key(one), one


def drafts_of(statements: Sequence[Statement]) -> Iterator[Draft]:
    """The drafts of the facts of one key, from all of its statements; none has the id of another."""
    found = [*facts_of(statements)]
    made = [draft(one) for one in found]
    times = Counter(one.fact.id for one in made)
    for joined, one in zip(found, made, strict=True):
        yield draft(joined, unlike=True) if times[one.fact.id] > 1 else one


def with_total(fact: Fact, totals: Collection[str]) -> Fact:
    """The fact with that which it is a part of, of those that its figures name; without, where that is not one."""
    others = {*totals} - {fact.id}
    return fact.model_copy(update={"part_of": others.pop() if len(others) == 1 else None})
