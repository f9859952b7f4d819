"""Articles with their figures, put into an archive many at a time and taken out with all that hangs on them."""

from __future__ import annotations

import sqlite3
from typing import Any
from urllib.parse import urlsplit

from extractor.archive.columns import CHUNK
from extractor.archive.folding import folded
from extractor.archive.rows import article_row, figure_row, passed_row
from extractor.archive.runs import Told, collection_of, origin_of
from extractor.archive.shared import Shared
from extractor.archive.words import Field, Row, Words, item_words, title_words
from extractor.model.records import Article
from extractor.model.shapes import Span

AT_ONCE = 2000  # rows that are written together
_FIGURES = (
    f"INSERT INTO figures SELECT ?{', ?' * 34}, fact, stated, NULL"
    " FROM (SELECT 1) LEFT JOIN members ON members.figure = ?2"
)


class Storing:
    """What is put in and taken out in one change, by the tables of change.sql: `members` tells facts of new figures."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.words = Words(connection)
        self.shared = Shared(connection, self.words)
        self._article, self._figure = (
            connection.execute(f"SELECT coalesce(max(number), 0) FROM {table}").fetchone()[0]
            for table in ("articles", "figures")
        )
        self.first = self._figure + 1
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._words: dict[Field, list[Row]] = {}
        self._empty()

    def put(self, told: Told) -> None:
        """Puts in an article with its figures and rejected numbers."""
        article, self._article = told.article, self._article + 1
        source, origin = self._source(article), origin_of(article.url, article.source, article.title)
        row = article_row(article, self.shared, source, origin, told.digest)
        self._rows["articles"].append((self._article, *row))
        self._words["title"].append((self._article, title_words(article.title)))
        self._words["text"].append((self._article, folded(article.text)))
        self._rows["passed"].extend(passed_row(one, self._article) for one in told.passed)
        sentences: dict[Span, int] = {}
        for figure in told.figures:
            self._figure += 1
            sentence = sentences.setdefault(figure.sentence, self._figure)
            row = figure_row(figure, self._article, sentence, self.shared)
            self._rows["figures"].append((self._figure, *row))
            said = item_words(figure.item, figure.category, figure.action, figure.unit)
            self._words["item"].append((self._figure, said))
        self._words["sentence"].extend((first, folded(article.text[slice(*at)])) for at, first in sentences.items())
        if len(self._rows["figures"]) > AT_ONCE or len(self._rows["articles"]) > AT_ONCE:
            self.flush()

    def _source(self, article: Article) -> int:
        """Who published an article: its site, the host of its address, else the file that it was read from."""
        name = article.site or host_of(article.url)
        return self.shared.source(name) if name else self.shared.file(collection_of(article.source))

    def flush(self) -> None:
        """Writes what was put in."""
        rows, execute = self._rows, self.connection.executemany
        execute(f"INSERT INTO articles VALUES (?{', ?' * 19})", rows["articles"])
        execute(_FIGURES, rows["figures"])
        execute("INSERT INTO passed VALUES (?, ?, ?, ?, ?, ?, ?)", rows["passed"])
        for field, said in self._words.items():
            self.words.put(field, said)
        self._empty()

    def note_chunks(self) -> None:
        """Has the columns written anew of the figures that were put in."""
        chunks = range(self.first // CHUNK, self._figure // CHUNK + 1) if self._figure >= self.first else range(0)
        self.connection.executemany("INSERT OR IGNORE INTO chunks VALUES (?)", ((one,) for one in chunks))

    def take_gone(self) -> None:
        """Takes out the articles in `gone`, with their figures and the findings that compare one of these."""
        execute = self.connection.execute
        figures = "SELECT number FROM figures WHERE article IN (SELECT article FROM gone)"
        execute(f"INSERT OR IGNORE INTO chunks SELECT DISTINCT number / {CHUNK} FROM ({figures})")
        drop_findings(self.connection, f"SELECT finding FROM compared WHERE figure IN ({figures})")
        for (number,) in execute("SELECT article FROM gone").fetchall():
            self.words.take_article(number)
        execute(f"DELETE FROM doubted WHERE figure IN ({figures})")
        for table in ("passed", "figures"):
            execute(f"DELETE FROM {table} WHERE article IN (SELECT article FROM gone)")
        execute("DELETE FROM articles WHERE number IN (SELECT article FROM gone)")

    def _empty(self) -> None:
        self._rows = {name: [] for name in ("articles", "figures", "passed")}
        self._words = {"item": [], "sentence": [], "title": [], "text": []}


def drop_findings(connection: sqlite3.Connection, which: str) -> None:
    """Takes out the findings that a query names; the verdict of the figures in doubt must be told anew."""
    connection.execute(f"CREATE TEMP TABLE dropped AS SELECT DISTINCT finding FROM ({which})")
    connection.execute(
        "INSERT OR IGNORE INTO doubted SELECT figure FROM compared JOIN dropped USING (finding) WHERE position = 0"
    )
    connection.execute("DELETE FROM compared WHERE finding IN (SELECT finding FROM dropped)")
    connection.execute("DELETE FROM findings WHERE number IN (SELECT finding FROM dropped)")
    connection.execute("DROP TABLE dropped")


def drop_orphans(connection: sqlite3.Connection, words: Words) -> None:
    """Takes out places, units, sources, indicators and rules of which nothing speaks any more."""
    for table, users in (
        ("sources", ("articles.source",)),
        ("places", ("figures.place", "facts.place", "articles.place")),
        ("units", ("figures.unit",)),  # a fact has the unit and the indicator of one of its figures
        ("indicators", ("figures.indicator",)),
    ):
        unused = " AND ".join(
            f"NOT EXISTS (SELECT 1 FROM {one.split('.')[0]} WHERE {one} = {table}.number)" for one in users
        )
        if table == "places":
            dropped = connection.execute(f"SELECT number FROM places WHERE {unused}").fetchall()
            words.take_places(number for (number,) in dropped)
        connection.execute(f"DELETE FROM {table} WHERE {unused}")
    connection.execute("DELETE FROM _rules WHERE number NOT IN (SELECT rules FROM figures)")
    for table in ("successors", "lies_in"):
        connection.execute(f"DELETE FROM {table} WHERE place NOT IN (SELECT number FROM places)")
    connection.execute("DELETE FROM containers WHERE number NOT IN (SELECT container FROM lies_in)")


def host_of(url: str | None) -> str | None:
    """The host of an address; None where it is none."""
    try:
        return urlsplit(url or "").hostname
    except ValueError:  # [of no address
        return None
