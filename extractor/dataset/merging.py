"""Figures become facts: those that speak of the same thing are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from extractor.records import Article, Fact, FigureBase, Stated


def merge(figures: Iterable[FigureBase], articles: Iterable[Article] = ()) -> Iterator[Fact]:
    """The facts that figures state; the articles tell when, and which of them are copies of others."""
    published = {article.id: article.published for article in articles}
    for figure in figures:
        day = published.get(figure.article_id)
        yield Fact(
            id=blake2b(figure.id.encode(), digest_size=8).hexdigest(),
            indicator=figure.indicator, kind=figure.kind, item=figure.item, action=figure.action,
            category=figure.category, unit=figure.unit, per=figure.per, place=figure.place, period=figure.period,
            status=figure.status, change=figure.change, value=figure.value, low=figure.low, high=figure.high,
            total=figure.total, modifier=figure.modifier, figures=(figure.id,), articles=(figure.article_id,),
            sources=1, first_published=day, last_published=day, agreement="single",
            values=(
                Stated(
                    value=figure.value, low=figure.low, high=figure.high, modifier=figure.modifier,
                    figures=(figure.id,),
                ),
            ),
            why="one figure alone states it",
        )  # fmt: skip
