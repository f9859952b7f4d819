"""What is merged, on disk while it is: any number of figures in the memory of a few."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from typing import Any

from extractor.dataset.merge.compare import Claim, Where
from extractor.dataset.merge.facts import Draft
from extractor.dataset.merge.keys import Origin, Statement
from extractor.model.records import Article, FigureBase

CACHE = 32  # MB that SQLite may hold; sorting more goes through files
TABLES = """
CREATE TABLE articles (id TEXT NOT NULL, published TEXT, same_as TEXT);
CREATE TABLE claims (article TEXT NOT NULL, id TEXT NOT NULL, claim BLOB NOT NULL);
CREATE TABLE statements (key TEXT NOT NULL, statement BLOB NOT NULL);
CREATE TABLE drafts (number INTEGER PRIMARY KEY, draft BLOB NOT NULL);
CREATE TABLE members (figure TEXT NOT NULL, fact TEXT NOT NULL)
"""
# An article that came several times is one; a family is an article with the copies that name it.
ORIGINS = """
CREATE TABLE once AS
    SELECT id, min(published) AS published, coalesce(min(same_as), id) AS family FROM articles GROUP BY id;
CREATE TABLE origins AS SELECT id, published, family, min(published) OVER (PARTITION BY family) AS first FROM once;
CREATE UNIQUE INDEX origin_of ON origins (id)
"""


class Spill:
    """Articles, claims, statements and drafts, put in as they come and given back in an order of their own."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)  # a file of its own that goes with it
        self._connection.execute(f"PRAGMA cache_size = -{CACHE * 1024}")
        self._connection.execute("PRAGMA temp_store = FILE")
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._run(TABLES)
        self._connection.execute("BEGIN")  # never ended: nothing is kept
        self._places: list[Where] = []
        self._numbers: dict[Where, int] = {}

    def close(self) -> None:
        """Forgets everything."""
        self._connection.close()

    def put_articles(self, articles: Iterable[Article]) -> None:
        """Takes what is known of articles."""
        rows = ((article.id, article.published, article.same_as) for article in articles)
        self._connection.executemany("INSERT INTO articles VALUES (?, ?, ?)", rows)

    def put_figures(self, figures: Iterable[FigureBase]) -> None:
        """Takes figures."""
        rows = ((figure.article_id, figure.id, self._dump(Claim.of(figure))) for figure in figures)
        self._connection.executemany("INSERT INTO claims VALUES (?, ?, ?)", rows)

    def by_article(self) -> Iterator[tuple[Origin, list[Claim]]]:
        """The claims of each article, a figure that came several times once."""
        self._run(ORIGINS)
        rows = self._connection.execute(
            "SELECT article, claims.id, claim, published, family, first FROM claims"
            " LEFT JOIN origins ON origins.id = article ORDER BY article, claims.id"
        )
        for (article, published, family, first), found in groupby(rows, key=itemgetter(0, 3, 4, 5)):
            claims = [self._one_of([row[2] for row in same]) for _, same in groupby(found, key=itemgetter(1))]
            yield Origin(article, published, family or article, first), claims

    def put_statements(self, statements: Iterable[tuple[str, Statement]]) -> None:
        """Takes statements with their keys."""
        rows = ((key, self._dump(statement)) for key, statement in statements)
        self._connection.executemany("INSERT INTO statements VALUES (?, ?)", rows)

    def by_key(self) -> Iterator[list[Statement]]:
        """The statements of each key."""
        rows = self._connection.execute("SELECT key, statement FROM statements ORDER BY key")
        for _, found in groupby(rows, key=itemgetter(0)):
            yield [self._load(data) for _, data in found]

    def put_drafts(self, drafts: Iterable[Draft]) -> None:
        """Takes drafts of facts."""
        for draft in drafts:
            self._connection.execute("INSERT INTO drafts (draft) VALUES (?)", (pickle.dumps(draft),))
            rows = ((figure, draft.fact.id) for figure in draft.fact.figures)
            self._connection.executemany("INSERT INTO members VALUES (?, ?)", rows)

    def drafts(self) -> Iterator[tuple[Draft, list[str]]]:
        """The drafts as they were put in, each with the ids of its totals' facts."""
        self._run("CREATE INDEX fact_of ON members (figure)")
        for (data,) in self._connection.execute("SELECT draft FROM drafts ORDER BY number"):
            draft: Draft = pickle.loads(data)
            yield draft, sorted({fact for total in draft.totals for fact in self._facts_with(total)})

    def _facts_with(self, figure: str) -> list[str]:
        rows = self._connection.execute("SELECT fact FROM members WHERE figure = ?", (figure,))
        return [fact for (fact,) in rows]

    def _run(self, statements: str) -> None:
        for statement in statements.split(";"):
            self._connection.execute(statement)

    def _one_of(self, versions: list[bytes]) -> Claim:
        """The claim; where a figure came in several versions, one that does not hang on which came first."""
        claims: list[Claim] = [self._load(data) for data in versions]
        return claims[0] if len(claims) == 1 else min(claims, key=repr)

    def _dump(self, value: object) -> bytes:
        out = BytesIO()
        _Pickler(out, self).dump(value)
        return out.getvalue()

    def _load(self, data: bytes) -> Any:
        return _Unpickler(BytesIO(data), self).load()

    def number_of(self, place: Where) -> int:
        """The number that stands for a place, which is kept once."""
        if place not in self._numbers:
            self._numbers[place] = len(self._places)
            self._places.append(place)
        return self._numbers[place]

    def place(self, number: int) -> Where:
        """The place of that number."""
        return self._places[number]


class _Pickler(pickle.Pickler):
    def __init__(self, file: BytesIO, spill: Spill) -> None:
        super().__init__(file, protocol=5)
        self._spill = spill

    def persistent_id(self, value: object) -> int | None:
        """The number of a place; everything else is written itself."""
        return self._spill.number_of(value) if isinstance(value, Where) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: BytesIO, spill: Spill) -> None:
        super().__init__(file)
        self._spill = spill

    def persistent_load(self, number: int) -> Where:
        """The place of that number."""
        return self._spill.place(number)
