"""The words by which figures and articles are found: put in, and taken out as they were put in.

What many figures share is put in once: a sentence by the number of the first figure in it, a title and a text by that
of the article, the names of a place by that of the place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from extractor.archive.folding import Folded, folded
from extractor.places.records import NATION

Field = Literal["item", "sentence", "place", "title", "text"]
Row = tuple[int, Folded]
_NONE = folded("")


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

    def put(self, field: Field, rows: Iterable[Row]) -> None:
        """Puts in words of a field."""
        self.connection.executemany(
            f"INSERT INTO _{field}_words (rowid, bare, marked) VALUES (?, ?, ?)",
            ((number, said.bare, said.marked) for number, said in rows),
        )

    def put_place(self, number: int) -> None:
        """Puts in the words of a place that has its row."""
        self.put("place", [(number, self.place(number))])

    def take_places(self, numbers: Iterable[int]) -> None:
        """Takes out the words of places that still have their rows."""
        self._take("place", ((one, self.place(one)) for one in numbers))

    def take_article(self, number: int) -> None:
        """Takes out the words of an article and of its figures."""
        query = "SELECT title, text FROM articles WHERE number = ?"
        title, text = self.connection.execute(query, (number,)).fetchone()
        self._take("title", [(number, title_words(title))])
        self._take("text", [(number, folded(text))])
        figures = self.connection.execute(
            "SELECT figures.number, item, category, action, symbol"
            " FROM figures JOIN units ON units.number = unit WHERE article = ?",
            (number,),
        ).fetchall()
        self._take("item", ((figure, item_words(*said)) for figure, *said in figures))
        sentences = self.connection.execute(
            "SELECT number, sentence_start, sentence_end FROM figures WHERE article = ? AND number = _sentence",
            (number,),
        ).fetchall()
        self._take("sentence", ((one, folded(text[start:end])) for one, start, end in sentences))

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

    def _take(self, field: Field, rows: Iterable[Row]) -> None:
        self.connection.executemany(
            f"INSERT INTO _{field}_words (_{field}_words, rowid, bare, marked) VALUES ('delete', ?, ?, ?)",
            ((number, said.bare, said.marked) for number, said in rows),
        )
