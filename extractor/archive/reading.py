"""Records of an archive by their ids or numbers, as they went in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from extractor.archive.rows import NUMBERS, article_of, figure_of, finding_of, numbers_of
from extractor.model.records import Article, Fact, FigureBase, Finding, Place, Stated, Successor

_FIGURES = """
SELECT figures.*, articles.id AS article_id, units.symbol AS unit_symbol, indicators.id AS indicator_id,
    _rules.rules AS rule
FROM figures JOIN articles ON articles.number = figures.article JOIN units ON units.number = figures.unit
    JOIN _rules ON _rules.number = figures.rules LEFT JOIN indicators ON indicators.number = figures.indicator
"""
_FACTS = """
SELECT facts.*, units.symbol AS unit_symbol, indicators.id AS indicator_id
FROM facts JOIN units ON units.number = facts.unit LEFT JOIN indicators ON indicators.number = facts.indicator
"""
MOST_AT_ONCE = 500  # values that one statement names


def rows(connection: sqlite3.Connection, query: str, values: Sequence[Any] = ()) -> Iterator[Mapping[str, Any]]:
    """The rows of a query, by the names of their columns."""
    cursor = connection.execute(query, values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


class Records:
    """Reads records of an archive; places are read once, and kept in `places` for who gives that again."""

    def __init__(self, connection: sqlite3.Connection, places: dict[int, Place] | None = None) -> None:
        self.connection = connection
        self._places = {} if places is None else places

    def article(self, name: str) -> Article | None:
        """The article of that id."""
        for row in rows(self.connection, "SELECT * FROM articles WHERE id = ?", (name,)):
            return article_of(row, self.place(row["place"]))
        return None

    def figure(self, name: str) -> FigureBase | None:
        """The figure of that id."""
        return next(self._figures("figures.id = ?", (name,)), None)

    def figures(self, numbers: Iterable[int]) -> dict[int, FigureBase]:
        """The figures of those numbers of rows."""
        found: dict[int, FigureBase] = {}
        wanted = list(numbers)
        for at in range(0, len(wanted), MOST_AT_ONCE):
            some = wanted[at : at + MOST_AT_ONCE]
            marks = ", ".join("?" * len(some))
            for row in rows(self.connection, f"{_FIGURES} WHERE figures.number IN ({marks})", some):
                found[row["number"]] = figure_of(row, self.place(row["place"]))
        return found

    def figures_of_article(self, name: str) -> tuple[FigureBase, ...]:
        """The figures of an article, as they stand in its text."""
        return tuple(self._figures("articles.id = ? ORDER BY figures.start, figures.id", (name,)))

    def figures_of_articles(self, which: str) -> Iterator[FigureBase]:
        """The figures of the articles that a query names by number."""
        return self._figures(f"figures.article IN ({which})", ())

    def figures_of_fact(self, name: str) -> tuple[FigureBase, ...]:
        """The figures that state a fact, by their ids."""
        where = "figures.fact = (SELECT number FROM facts WHERE id = ?) ORDER BY figures.id"
        return tuple(self._figures(where, (name,)))

    def fact(self, name: str) -> Fact | None:
        """The fact of that id."""
        return next(self.facts("facts.id = ?", (name,)), None)

    def facts(self, where: str = "TRUE", values: Sequence[Any] = ()) -> Iterator[Fact]:
        """The facts of which a condition on `facts` holds."""
        for row in rows(self.connection, f"{_FACTS} WHERE {where}", values):
            yield self._fact(row)

    def finding(self, name: str) -> Finding | None:
        """The finding of that id."""
        return next(self.findings("findings.id = ?", (name,)), None)

    def findings(self, where: str = "TRUE", values: Sequence[Any] = ()) -> Iterator[Finding]:
        """The findings of which a condition on `findings` holds."""
        for row in rows(self.connection, f"SELECT * FROM findings WHERE {where}", values):
            figures = self.connection.execute(
                "SELECT figures.id, facts.id FROM compared JOIN figures ON figures.number = compared.figure"
                " LEFT JOIN facts ON facts.number = figures.fact WHERE finding = ? ORDER BY position",
                (row["number"],),
            ).fetchall()
            yield finding_of(row, figures)

    def place(self, number: int | None) -> Place | None:
        """The place of a row."""
        if number is None:
            return None
        if number not in self._places:
            self._places[number] = self._place(number)
        return self._places[number]

    def _place(self, number: int) -> Place:
        (fields,) = rows(self.connection, "SELECT name, level, province FROM places WHERE number = ?", (number,))
        today = rows(
            self.connection,
            "SELECT name, province, extent FROM successors WHERE place = ? ORDER BY position",
            (number,),
        )
        return Place(**fields, today=tuple(Successor(**one) for one in today))

    def _figures(self, where: str, values: Sequence[Any]) -> Iterator[FigureBase]:
        for row in rows(self.connection, f"{_FIGURES} WHERE {where}", values):
            yield figure_of(row, self.place(row["place"]))

    def _fact(self, row: Mapping[str, Any]) -> Fact:
        names = (
            "id", "kind", "item", "action", "category", "per", "period", "status", "change", "modifier", "sources",
            "first_published", "last_published", "agreement", "part_of", "why",
        )  # fmt: skip
        members = self.connection.execute(
            "SELECT figures.id, articles.id, figures.stated FROM figures"
            " JOIN articles ON articles.number = figures.article WHERE fact = ? ORDER BY figures.id",
            (row["number"],),
        ).fetchall()
        read: dict[str, Any] = {name: row[name] for name in names} | numbers_of(row)
        return Fact(
            **read, unit=row["unit_symbol"], indicator=row["indicator_id"], place=self.place(row["place"]),
            figures=tuple(figure for figure, _, _ in members), articles=tuple(sorted({one for _, one, _ in members})),
            values=tuple(self._stated(row["number"], members)),
        )  # fmt: skip

    def _stated(self, fact: int, members: Sequence[tuple[str, str, int]]) -> Iterator[Stated]:
        for row in rows(self.connection, "SELECT * FROM stated WHERE fact = ? ORDER BY position", (fact,)):
            figures = tuple(figure for figure, _, stated in members if stated == row["position"])
            yield Stated(**numbers_of(row, NUMBERS[:3]), modifier=row["modifier"], figures=figures)
