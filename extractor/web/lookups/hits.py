"""Figures with what a reader needs to judge them: their sentences, articles, places, facts and verdicts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from extractor.archive.reading import MOST_AT_ONCE, Records, rows
from extractor.archive.shapes import Hit
from extractor.model.records import Article

_ABOUT = """
SELECT figures.number, figures.verdict, articles.id AS article_id, articles.title, articles.published, articles.url,
    articles.site, articles.read_from, sources.name AS source, places.id AS place_id, facts.id AS fact_id,
    facts.agreement, substr(articles.text, figures.sentence_start + 1, figures.sentence_end - figures.sentence_start)
        AS sentence
FROM figures JOIN articles ON articles.number = figures.article JOIN sources ON sources.number = articles.source
    LEFT JOIN places ON places.number = figures.place LEFT JOIN facts ON facts.number = figures.fact
"""


def hits_of(records: Records, numbers: Iterable[int]) -> tuple[Hit, ...]:
    """The figures of those numbers of rows, in their order."""
    wanted = list(dict.fromkeys(numbers))
    figures = records.figures(wanted)
    about: dict[int, Mapping[str, Any]] = {}
    for at in range(0, len(wanted), MOST_AT_ONCE):
        some = wanted[at : at + MOST_AT_ONCE]
        marks = ", ".join("?" * len(some))
        for row in rows(records.connection, f"{_ABOUT} WHERE figures.number IN ({marks})", some):
            about[row["number"]] = row
    return tuple(_hit(figures[one], about[one]) for one in wanted if one in figures)


def numbers_of(connection: sqlite3.Connection, where: str, values: Iterable[Any]) -> tuple[int, ...]:
    """The numbers of the figures of which a condition on `figures` holds, in its order."""
    found = connection.execute(f"SELECT figures.number FROM figures WHERE {where}", tuple(values))
    return tuple(number for (number,) in found)


def _hit(figure: Any, row: Mapping[str, Any]) -> Hit:
    begin, length = figure.sentence[0], len(row["sentence"])
    start, end = (min(max(at - begin, 0), length) for at in (figure.start, figure.end))
    article = Article(
        id=row["article_id"], source=row["read_from"], url=row["url"], title=row["title"],
        published=row["published"], site=row["site"], text="",
    )  # fmt: skip
    return Hit(
        figure=figure, sentence=row["sentence"], mark=(start, end), article=article, source=row["source"],
        place=row["place_id"], fact=row["fact_id"] or "", agreement=row["agreement"] or "single",
        verdict=row["verdict"],
    )  # fmt: skip
