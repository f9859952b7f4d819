"""An article with every number of it: figures, numbers passed over, copies, findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.archive.hits import hits_of
from extractor.archive.reading import Records, rows
from extractor.archive.shapes import Hit
from extractor.audit.report.shapes import Shown
from extractor.model.records import Article, Passed
from extractor.web.lookups.findings import of_figures
from extractor.web.lookups.numbers import numbers_of

MOST_FIGURES = 3_000  # of one article: a page of that many marks is some megabytes
MOST_COPIES = 50


class Copy(NamedTuple):
    """Another article that says the same."""

    id: str
    title: str | None
    published: str | None
    source: str


class Full(NamedTuple):
    """An article with all that is known of it."""

    article: Article
    source: str
    place: str | None  # the id of its place
    hits: tuple[Hit, ...]
    passed: tuple[Passed, ...]
    findings: tuple[Shown, ...]
    original: Copy | None
    copies: tuple[Copy, ...]


def full(records: Records, name: str) -> Full | None:
    """The article of that id."""
    article = records.article(name)
    if article is None:
        return None
    (about,) = rows(
        records.connection,
        "SELECT articles.number, sources.name AS source, places.id AS place FROM articles"
        " JOIN sources ON sources.number = articles.source LEFT JOIN places ON places.number = articles.place"
        " WHERE articles.id = ?",
        (name,),
    )
    number = about["number"]
    figures = numbers_of(
        records.connection, 'article = ? ORDER BY start, "end", number LIMIT ?', (number, MOST_FIGURES)
    )
    original = next(_copies(records, "articles.id = ?", article.same_as), None) if article.same_as else None
    return Full(
        article, about["source"], about["place"], hits_of(records, figures), _passed(records, article, number),
        of_figures(records, "figures.article = ?", (number,)), original,
        tuple(_copies(records, "articles.same_as = ?", name)),
    )  # fmt: skip


def _passed(records: Records, article: Article, number: int) -> tuple[Passed, ...]:
    query = (
        'SELECT start, "end", sentence_start, sentence_end, reason, rule FROM passed WHERE article = ? ORDER BY start'
    )
    return tuple(
        Passed(
            article_id=article.id,
            start=start,
            end=end,
            text=article.text[start:end],
            sentence=(first, last),
            reason=reason,
            rule=rule,
        )
        for start, end, first, last, reason, rule in records.connection.execute(query, (number,))
    )


def _copies(records: Records, where: str, value: str) -> Iterator[Copy]:
    query = (
        "SELECT articles.id, title, published, sources.name AS source FROM articles"
        f" JOIN sources ON sources.number = articles.source WHERE {where} ORDER BY day LIMIT {MOST_COPIES}"
    )
    return (Copy(**row) for row in rows(records.connection, query, (value,)))
