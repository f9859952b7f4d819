"""Figures with what a reader needs to judge them: their sentences, articles, places, facts and verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from extractor.archive.reading import MOST_AT_ONCE, Records, rows
from extractor.archive.shapes import Hit
from extractor.model.records import Article, FigureBase

# Of the article all but its text and the spans in it.
ABOUT_ARTICLE = """articles.id AS article_id, articles.read_from, articles.url, articles.title, articles.published,
    articles.author, articles.site, articles.section, articles.place AS article_place, articles.encoding,
    articles.same_as, sources.name AS source"""
_ABOUT = f"""
SELECT figures.number, figures.verdict, {ABOUT_ARTICLE}, places.id AS place_id, facts.id AS fact_id, facts.agreement,
    substr(articles.text, sentence_start + 1, sentence_end - sentence_start) AS sentence
FROM figures JOIN articles ON articles.number = figures.article JOIN sources ON sources.number = articles.source
    LEFT JOIN places ON places.number = figures.place LEFT JOIN facts ON facts.number = figures.fact
"""


def hits_of(records: Records, numbers: Iterable[int]) -> tuple[Hit, ...]:
    """The figures of those numbers of rows, in their order."""
    wanted = list(dict.fromkeys(numbers))
    figures = records.figures(wanted)
    found: dict[int, Hit] = {}
    for at in range(0, len(wanted), MOST_AT_ONCE):
        some = wanted[at : at + MOST_AT_ONCE]
        marks = ", ".join("?" * len(some))
        for row in rows(records.connection, f"{_ABOUT} WHERE figures.number IN ({marks})", some):
            found[row["number"]] = _hit(figures[row["number"]], row, records)
    return tuple(found[one] for one in wanted if one in found)


def article_about(row: Mapping[str, Any], records: Records) -> Article:
    """The article of a row of ABOUT_ARTICLE, its text left empty."""
    names = ("url", "title", "published", "author", "site", "section", "encoding", "same_as")
    about: dict[str, Any] = {name: row[name] for name in names}
    place = records.place(row["article_place"])
    return Article(id=row["article_id"], source=row["read_from"], place=place, text="", **about)


def _hit(figure: FigureBase, row: Mapping[str, Any], records: Records) -> Hit:
    first, last = (min(max(at - figure.sentence[0], 0), len(row["sentence"])) for at in (figure.start, figure.end))
    return Hit(
        figure, row["sentence"], (first, last), article_about(row, records), row["source"], row["place_id"],
        row["fact_id"] or "", row["agreement"] or "single", row["verdict"],
    )  # fmt: skip
