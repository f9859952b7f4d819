"""The findings of all checks over articles, figures and facts: the only place that knows which checks there are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import closing

from extractor.audit.across import conflicts, copied, scale, series
from extractor.audit.drafts import Audited, Draft, finding
from extractor.audit.records.check import check
from extractor.audit.records.reading import Records
from extractor.audit.store import Store
from extractor.audit.within import changes, dates, rates, ratios, repeats, shares, sums
from extractor.model.records import Article, Fact, FigureBase, Finding

WITHIN: tuple[Callable[[Audited], Iterable[Draft]], ...] = (
    sums.check, shares.check, ratios.check, changes.check, repeats.check, rates.check, dates.check,
)  # fmt: skip
ACROSS: tuple[Callable[[Store], Iterable[Draft]], ...] = (conflicts.check, series.check, scale.check, copied.check)


def findings(
    articles: Iterable[Article],
    figures: Iterable[FigureBase],
    facts: Iterable[Fact],
    records: Records | None = None,
) -> Iterator[Finding]:
    """What the checks say of figures: by article, then across articles, then against official records if any are given.

    All are read before the first comes. DatasetError where they are not of one run.
    """
    with closing(Store()) as store:
        store.put_articles(articles)
        store.put_figures(figures)
        store.put_facts(facts)
        store.check_whole()
        for source in store.by_source():
            yield from _within(source)
        for across in ACROSS:
            yield from (_finding(draft, store) for draft in across(store))
        if records is not None:
            yield from (_finding(draft, store) for draft in check(store, records))


def _within(source: Sequence[Audited]) -> Iterator[Finding]:
    """The findings of an article and its copies; what is found twice, of the same facts in the same words, is one."""
    facts = {figure: fact for audited in source for figure, fact in audited.facts.items()}
    joined: dict[Hashable, Draft] = {}
    for draft in (draft for audited in source for within in WITHIN for draft in within(audited)):
        stated = tuple(facts.get(one.id, one.id) for one in draft.figures)
        articles = tuple(one.article for one in draft.quoted)
        key = (draft.check, draft.verdict, draft.explanation.vi, stated, () if stated else articles)
        first = joined.setdefault(key, draft)
        figures = {one.id: one for one in (*first.figures, *draft.figures)}
        quoted = tuple(dict.fromkeys((*first.quoted, *draft.quoted)))
        joined[key] = first._replace(figures=tuple(figures.values()), quoted=quoted)
    yield from (finding(draft, facts) for draft in joined.values())


def _finding(draft: Draft, store: Store) -> Finding:
    """The finding of a draft about figures of any articles."""
    known = ((one.id, store.fact_of(one.id)) for one in draft.figures)
    return finding(draft, {figure: fact for figure, fact in known if fact})
