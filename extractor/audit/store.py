"""Articles, figures and facts of an audit, on disk while it runs: any number of them in the memory of a few."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from extractor.audit.drafts import Audited
from extractor.model.errors import DatasetError
from extractor.model.records import Article, Fact, FigureBase

CACHE = 32  # MB that SQLite may hold
MOST_OF_A_KEY = 300  # facts of one thing: more do not speak of one thing
MOST_WITH_A_NUMBER = 20  # articles with one number of one thing: more take it from elsewhere, and all say so
TABLES = """
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT UNIQUE, published TEXT, same_as TEXT, record BLOB NOT NULL);
CREATE TABLE figures (id TEXT PRIMARY KEY, article TEXT NOT NULL, start INTEGER NOT NULL, record BLOB NOT NULL);
CREATE TABLE facts (number INTEGER PRIMARY KEY, id TEXT UNIQUE, record BLOB NOT NULL);
CREATE TABLE mentions (figure TEXT PRIMARY KEY, fact TEXT NOT NULL);
CREATE INDEX copies_of ON articles (same_as);
CREATE INDEX figures_of ON figures (article, start);
CREATE TABLE things (key TEXT NOT NULL, fact INTEGER NOT NULL);
CREATE INDEX things_by ON things (key, fact);
CREATE TABLE numbers (key TEXT NOT NULL, article INTEGER NOT NULL, figure TEXT NOT NULL, PRIMARY KEY (key, article))
"""


class Shared(NamedTuple):
    """Two articles, the one put in first first, and the ids of the figures that both have alike."""

    one: str
    other: str
    figures: tuple[tuple[str, str], ...]


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

    def check_whole(self) -> None:
        """Raises a DatasetError where what was taken is not of one run: something speaks of what is not there."""
        for what, query in (
            ("fact {} states figure {}, which is not among the figures",
             "SELECT fact, figure FROM mentions WHERE figure NOT IN (SELECT id FROM figures) LIMIT 1"),
            ("figure {} is of article {}, which is not among the articles",
             "SELECT id, article FROM figures WHERE article NOT IN (SELECT id FROM articles) LIMIT 1"),
            ("figure {} of article {} is stated by none of the facts",
             "SELECT id, article FROM figures WHERE id NOT IN (SELECT figure FROM mentions) LIMIT 1"),
        ):  # fmt: skip
            if row := self._connection.execute(query).fetchone():
                todo = "Extract into one folder, merge its figures anew (solieu merge DIR), then audit."
                raise DatasetError(what.format(*row), where="not of one run", todo=todo)

    def by_article(self) -> Iterator[Audited]:
        """Each article with its figures, in the order in which articles came."""
        for name, record in self._connection.execute("SELECT id, record FROM articles ORDER BY number"):
            yield self._audited(name, record)

    def by_source(self) -> Iterator[tuple[Audited, ...]]:
        """Each article that is no copy of another, with its copies; these by id, so that who came first is all one."""
        originals = "SELECT id FROM articles WHERE same_as IS NULL"
        sources = self._connection.execute(
            f"SELECT id, record, same_as FROM articles WHERE same_as IS NULL OR same_as NOT IN ({originals})"
            " ORDER BY number"
        )
        for name, record, other in sources:
            query = "SELECT id, record FROM articles WHERE same_as = ?"
            copies = [] if other else self._connection.execute(query, (name,)).fetchall()
            yield tuple(self._audited(*one) for one in sorted([(name, record), *copies]))

    def _audited(self, name: str, record: bytes) -> Audited:
        """An article with its figures and the facts that they state."""
        rows = self._connection.execute(
            "SELECT figures.id, fact, record FROM figures LEFT JOIN mentions ON figure = figures.id"
            " WHERE article = ? ORDER BY start, figures.id",
            (name,),
        ).fetchall()
        facts = {figure: fact for figure, fact, _ in rows if fact}
        return Audited(pickle.loads(record), tuple(pickle.loads(row[2]) for row in rows), facts)

    def facts(self) -> Iterator[Fact]:
        """All facts, in the order in which they came."""
        for (record,) in self._connection.execute("SELECT record FROM facts ORDER BY number"):
            yield pickle.loads(record)

    def facts_by(self, key: Callable[[Fact], str | None]) -> Iterator[tuple[Fact, ...]]:
        """Facts of one key, two or more, group by group; those whose key is None are left out, and crowds are."""
        self._connection.execute("DELETE FROM things")
        rows = self._connection.execute("SELECT number, record FROM facts ORDER BY number")
        keyed = ((key(pickle.loads(record)), number) for number, record in rows)
        self._connection.executemany("INSERT INTO things VALUES (?, ?)", (row for row in keyed if row[0] is not None))
        found = self._connection.execute(
            "SELECT key, record FROM things JOIN facts ON number = fact WHERE key IN"
            " (SELECT key FROM things GROUP BY key HAVING count(*) BETWEEN 2 AND ?) ORDER BY key, number",
            (MOST_OF_A_KEY,),
        )
        for _, group in groupby(found, key=lambda row: row[0]):
            yield tuple(pickle.loads(record) for _, record in group)

    def sharing(self, key: Callable[[FigureBase], str | None], *, least: int) -> Iterator[Shared]:
        """Pairs of articles, none a copy of another, with `least` or more figures of equal keys."""
        self._connection.execute("DELETE FROM numbers")
        rows = self._connection.execute(
            "SELECT number, figures.record FROM figures JOIN articles ON articles.id = article"
            " WHERE same_as IS NULL ORDER BY number, start"
        )
        figures = ((number, pickle.loads(record)) for number, record in rows)
        keyed = ((key(figure), number, figure.id) for number, figure in figures)
        self._connection.executemany(
            "INSERT OR IGNORE INTO numbers VALUES (?, ?, ?)", (row for row in keyed if row[0] is not None)
        )
        self._connection.execute(
            "DELETE FROM numbers WHERE key IN"
            " (SELECT key FROM numbers GROUP BY key HAVING count(*) NOT BETWEEN 2 AND ?)",
            (MOST_WITH_A_NUMBER,),
        )
        pairs = self._connection.execute(
            "SELECT one.article, other.article FROM numbers AS one JOIN numbers AS other"
            " ON one.key = other.key AND one.article < other.article GROUP BY 1, 2 HAVING count(*) >= ? ORDER BY 1, 2",
            (least,),
        )
        for pair in pairs:
            yield self._shared(*pair)

    def _shared(self, one: int, other: int) -> Shared:
        """What two articles have alike."""
        figures = self._connection.execute(
            "SELECT one.figure, other.figure FROM numbers AS one JOIN numbers AS other"
            " ON one.key = other.key WHERE one.article = ? AND other.article = ? ORDER BY one.rowid",
            (one, other),
        ).fetchall()
        query = "SELECT id FROM articles WHERE number = ?"
        first, second = (self._connection.execute(query, (number,)).fetchone()[0] for number in (one, other))
        return Shared(first, second, tuple(figures))

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
