"""The words by which figures and articles are found: put in, and taken out as they were put in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from extractor.archive.folding import Folded, folded
from extractor.places.records import NATION

FIGURES = "item, sentence, title, place, item_marked, sentence_marked, title_marked, place_marked"
ARTICLES = "title, text, title_marked, text_marked"
_NONE = folded("")
Row = tuple[Any, ...]


def figure_words(number: int, item: Folded, sentence: Folded, title: Folded, place: Folded) -> Row:
    """The words of a figure."""
    return (
        number, item.bare, sentence.bare, title.bare, place.bare,
        item.marked, sentence.marked, title.marked, place.marked,
    )  # fmt: skip


def article_words(number: int, title: Folded, text: Folded) -> Row:
    """The words of an article."""
    return number, title.bare, text.bare, title.marked, text.marked


@lru_cache(maxsize=8192)
def item_words(item: str, category: str | None, action: str | None, unit: str) -> Folded:
    """What a figure says that it counts or measures."""
    return folded(" ".join(filter(None, (item, category, action, unit))))


def title_words(title: str | None) -> Folded:
    """The words of a title."""
    return folded(title) if title else _NONE


class Words:
    """The words of an archive: what is put in is found, what is taken out is not."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._places: dict[int | None, Folded] = {None: _NONE}

    def put_figures(self, rows: Iterable[Row]) -> None:
        """Puts in the words of figures."""
        self.connection.executemany(f"INSERT INTO _figure_words (rowid, {FIGURES}) VALUES (?{', ?' * 8})", rows)

    def put_articles(self, rows: Iterable[Row]) -> None:
        """Puts in the words of articles."""
        self.connection.executemany(f"INSERT INTO _article_words (rowid, {ARTICLES}) VALUES (?{', ?' * 4})", rows)

    def take_article(self, number: int) -> None:
        """Takes out the words of an article and of its figures."""
        query = "SELECT title, text FROM articles WHERE number = ?"
        title, text = self.connection.execute(query, (number,)).fetchone()
        head = title_words(title)
        self._take("_article_words", ARTICLES, [article_words(number, head, folded(text))])
        figures = self.connection.execute(
            "SELECT figures.number, item, category, action, symbol, sentence_start, sentence_end, place"
            " FROM figures JOIN units ON units.number = unit WHERE article = ?",
            (number,),
        ).fetchall()
        rows = (
            figure_words(figure, item_words(*said), folded(text[start:end]), head, self.place(place))
            for figure, *said, start, end, place in figures
        )
        self._take("_figure_words", FIGURES, rows)

    def place(self, number: int | None) -> Folded:
        """The names of a place, and of the units that held it or hold the whole of it.

        That of the nation would be found everywhere, and those of today that hold parts of it with other places.
        """
        if number not in self._places:
            held = self.connection.execute(
                "SELECT name FROM (SELECT name, 0 AS further FROM places WHERE number = ?1 UNION ALL"
                " SELECT name, 1 FROM containers JOIN lies_in ON container = number"
                " WHERE place = ?1 AND units = 'then' AND name <> ?2"
                " UNION ALL SELECT name, 2 FROM successors WHERE place = ?1 AND extent = 'whole'"
                " UNION ALL SELECT province, 3 FROM successors WHERE place = ?1 AND province IS NOT NULL)"
                " ORDER BY further, name",
                (number, NATION.name),
            )
            self._places[number] = folded(" ".join(dict.fromkeys(name for (name,) in held)))
        return self._places[number]

    def _take(self, table: str, columns: str, rows: Iterable[Row]) -> None:
        marks = ", ?" * (columns.count(",") + 2)
        self.connection.executemany(f"INSERT INTO {table} ({table}, rowid, {columns}) VALUES ('delete'{marks})", rows)
