"""Figures become facts: what is said many times is one fact, with everyone who says it.

First the figures of an article that say one thing again become one statement; then the statements of all articles are
filed by what they speak of, and those of one key that can be one fact are. Each step is a function of a set in an order
of its own, so that the order of the input does not matter, nor whether it came at once or twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing

from extractor.dataset.merge.across import facts_of
from extractor.dataset.merge.compare import Claim
from extractor.dataset.merge.facts import Draft, FactRow, draft
from extractor.dataset.merge.keys import Origin, Statement, key, statement
from extractor.dataset.merge.spill import Spill
from extractor.dataset.merge.statements import groups
from extractor.model.records import Article, Fact, FigureBase


def merge(figures: Iterable[FigureBase], articles: Iterable[Article] = ()) -> Iterator[Fact]:
    """The facts that figures state; the articles tell when they were said, and which are copies of others.

    All figures are read before the first fact comes; they wait on disk, so that memory does not grow with them.
    """
    return (row.record() for row in fact_rows(figures, articles))


def fact_rows(figures: Iterable[FigureBase], articles: Iterable[Article] = ()) -> Iterator[FactRow]:
    """The facts that `merge` gives, as rows."""
    with closing(Spill()) as spill:
        spill.put_articles(articles)
        spill.put_figures(figures)
        spill.put_statements(_statements(spill))
        spill.put_drafts(made for statements in spill.by_key() for made in drafts_of(statements))
        for fact, totals in spill.drafts():
            total = total_of(fact.id, totals)
            yield fact if total is None else fact._replace(part_of=total)


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
            yield from ((name, one.fact.record()) for one in drafts_of(statements))


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
    made = [*map(draft, found)]
    if len(made) == 1:
        yield made[0]
        return
    times = Counter(one.fact.id for one in made)
    for joined, one in zip(found, made, strict=True):
        yield draft(joined, unlike=True) if times[one.fact.id] > 1 else one


def total_of(fact: str, totals: Iterable[str]) -> str | None:
    """The fact that one is a part of, of those that its figures name; None where they name several, or itself."""
    others = {*totals} - {fact}
    return others.pop() if len(others) == 1 else None
