"""Articles, figures and facts of an audit, on disk while it runs: any number of them in the memory of a few."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.audit.drafts import Audited
from extractor.model.records import Article, Fact, FigureBase

CACHE = 32  # MB that SQLite may hold
TABLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT UNIQUE, published TEXT, same_as TEXT, record BLOB NOT NULL);
CREATE TABLE figures (id TEXT PRIMARY KEY, article TEXT NOT NULL, start INTEGER NOT NULL, record BLOB NOT NULL);
CREATE TABLE facts (number INTEGER PRIMARY KEY, id TEXT UNIQUE, record BLOB NOT NULL);
CREATE TABLE mentions (figure TEXT PRIMARY KEY, fact TEXT NOT NULL);
CREATE INDEX figures_of ON figures (article, start)
"""


class Store:
    """What an audit looks at, put in once and given back by article, by fact or by id."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)  # a file of its own that goes with it
        self._connection.execute(f"PRAGMA cache_size = -{CACHE * 1024}")
        self._connection.execute("PRAGMA temp_store = FILE")
        self._connection.execute("PRAGMA journal_mode = OFF")
        for statement in TABLES.split(";"):
            self._connection.execute(statement)
        self._connection.execute("BEGIN")  # never ended: nothing is kept

    def close(self) -> None:
        """Forgets everything."""
        self._connection.close()

    def put_articles(self, articles: Iterable[Article]) -> None:
        """Takes articles."""
        rows = ((one.id, one.published, one.same_as, pickle.dumps(one)) for one in articles)
        self._connection.executemany("INSERT OR IGNORE INTO articles VALUES (NULL, ?, ?, ?, ?)", rows)

    def put_figures(self, figures: Iterable[FigureBase]) -> None:
        """Takes figures."""
        rows = ((one.id, one.article_id, one.start, pickle.dumps(one)) for one in figures)
        self._connection.executemany("INSERT OR IGNORE INTO figures VALUES (?, ?, ?, ?)", rows)

    def put_facts(self, facts: Iterable[Fact]) -> None:
        """Takes facts."""
        for fact in facts:
            self._connection.execute("INSERT OR IGNORE INTO facts VALUES (NULL, ?, ?)", (fact.id, pickle.dumps(fact)))
            rows = ((figure, fact.id) for figure in fact.figures)
            self._connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?)", rows)

    def by_article(self) -> Iterator[Audited]:
        """Each article with its figures, in the order in which articles came."""
        for name, record in self._connection.execute("SELECT id, record FROM articles ORDER BY number"):
            rows = self._connection.execute(
                "SELECT figures.id, fact, record FROM figures LEFT JOIN mentions ON figure = figures.id"
                " WHERE article = ? ORDER BY start, figures.id",
                (name,),
            ).fetchall()
            facts = {figure: fact for figure, fact, _ in rows if fact}
            yield Audited(pickle.loads(record), tuple(pickle.loads(row[2]) for row in rows), facts)

    def facts(self) -> Iterator[Fact]:
        """All facts, in the order in which they came."""
        for (record,) in self._connection.execute("SELECT record FROM facts ORDER BY number"):
            yield pickle.loads(record)

    def article(self, name: str) -> Article:
        """The article of that id; KeyError where there is none."""
        found: Article = self._record("articles", name)
        return found

    def figure(self, name: str) -> FigureBase:
        """The figure of that id; KeyError where there is none."""
        found: FigureBase = self._record("figures", name)
        return found

    def fact_of(self, figure: str) -> str | None:
        """The id of the fact that a figure states."""
        row = self._connection.execute("SELECT fact FROM mentions WHERE figure = ?", (figure,)).fetchone()
        return row[0] if row else None

    def _record(self, table: str, name: str) -> Any:
        row = self._connection.execute(f"SELECT record FROM {table} WHERE id = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return pickle.loads(row[0])
