"""What is merged, on disk while it is: any number of figures in the memory of a few."""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Generic, TypeVar

from extractor.dataset.claims import Said
from extractor.dataset.merge.compare import Claim, Where
from extractor.dataset.merge.facts import Draft, FactRow, StatedRow
from extractor.dataset.merge.keys import Origin, Statement
from extractor.dataset.merge.statements import ClaimGroup
from extractor.model.records import Article, FigureBase, Place

T = TypeVar("T")
CACHE = 32  # MB that SQLite may hold; sorting more goes through files
TABLES = """
CREATE TABLE articles (id TEXT NOT NULL, published TEXT, same_as TEXT);
CREATE TABLE claims (article TEXT NOT NULL, id TEXT NOT NULL, claim BLOB NOT NULL);
CREATE TABLE statements (key TEXT NOT NULL, statement BLOB NOT NULL);
CREATE TABLE drafts (number INTEGER PRIMARY KEY, fact BLOB NOT NULL);
CREATE TABLE totals (draft INTEGER NOT NULL, figure TEXT NOT NULL);
CREATE TABLE members (figure TEXT NOT NULL, fact TEXT NOT NULL)
"""
# An article that came several times is one; a family is an article with the copies that name it.
ORIGINS = """
CREATE TABLE once AS
    SELECT id, min(published) AS published, coalesce(min(same_as), id) AS family FROM articles GROUP BY id;
CREATE TABLE origins AS SELECT id, published, family, min(published) OVER (PARTITION BY family) AS first FROM once;
CREATE UNIQUE INDEX origin_of ON origins (id)
"""
# The facts that the figures of a draft are parts of.
TOTALS = """
CREATE TABLE found AS
    SELECT DISTINCT draft, fact AS total FROM totals JOIN members USING (figure) ORDER BY draft, total;
CREATE INDEX total_of ON found (draft)
"""


PLACE, VALUES = map(FactRow._fields.index, ("place", "values"))
NUMBERS = slice(FactRow._fields.index("value"), FactRow._fields.index("total") + 1)
SAID, TOTAL, WHERE = map(Claim._fields.index, ("said", "total", "where"))
MANY = 1000  # drafts that are put in at once


class Spill:
    """Articles, claims, statements and drafts, put in as they come and given back in an order of their own."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)  # a file of its own that goes with it
        self._connection.execute(f"PRAGMA cache_size = -{CACHE * 1024}")
        self._connection.execute("PRAGMA temp_store = FILE")
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._run(TABLES)
        self._connection.execute("BEGIN")  # never ended: nothing is kept
        self._compared: _Kept[Where] = _Kept()
        self._places: _Kept[Place] = _Kept()

    def close(self) -> None:
        """Forgets everything."""
        self._connection.close()

    def put_articles(self, articles: Iterable[Article]) -> None:
        """Takes what is known of articles."""
        rows = ((article.id, article.published, article.same_as) for article in articles)
        self._connection.executemany("INSERT INTO articles VALUES (?, ?, ?)", rows)

    def put_figures(self, figures: Iterable[FigureBase]) -> None:
        """Takes figures."""
        rows = ((figure.article_id, figure.id, marshal.dumps(self._packed(Claim.of(figure)))) for figure in figures)
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
        every, put = enumerate(drafts), self._connection.executemany
        while some := list(islice(every, MANY)):
            put("INSERT INTO drafts VALUES (?, ?)", ((at, self._dump_fact(one.fact)) for at, one in some))
            put("INSERT INTO totals VALUES (?, ?)", ((at, total) for at, one in some for total in one.totals))
            members = ((figure, one.fact.id) for _, one in some for figure in one.fact.figures)
            put("INSERT INTO members VALUES (?, ?)", members)

    def drafts(self) -> Iterator[tuple[FactRow, list[str]]]:
        """The facts of the drafts as they were put in, each with the ids of its totals' facts."""
        self._run(TOTALS)
        rows = self._connection.execute(
            "SELECT number, fact, total FROM drafts LEFT JOIN found ON draft = number ORDER BY number, total"
        )
        for (_, fact), same in groupby(rows, key=itemgetter(0, 1)):
            yield self._load_fact(fact), [total for *_, total in same if total is not None]

    def _run(self, statements: str) -> None:
        for statement in statements.split(";"):
            self._connection.execute(statement)

    def _one_of(self, versions: list[bytes]) -> Claim:
        """The claim; where a figure came in several versions, one that does not hang on which came first."""
        claims = [self._unpacked(marshal.loads(data)) for data in versions]
        return claims[0] if len(claims) == 1 else min(claims, key=repr)

    def _dump(self, one: Statement) -> bytes:
        claims, strengths = one.group
        best = claims.index(one.claim)
        packed = [self._packed(claim) for claim in claims]
        return marshal.dumps((best, packed, strengths, tuple(one.origin), one.period))

    def _load(self, data: bytes) -> Statement:
        best, packed, strengths, origin, period = marshal.loads(data)
        group = ClaimGroup(tuple(self._unpacked(claim) for claim in packed), strengths)
        return Statement(group.claims[best], group, Origin(*origin), period)

    def _dump_fact(self, fact: FactRow) -> bytes:
        fields: list[Any] = list(fact)
        fields[PLACE] = self._places.number_of(fact.place)
        fields[NUMBERS] = map(_written, fields[NUMBERS])
        fields[VALUES] = [(*map(_written, one[:3]), *one[3:]) for one in fact.values]
        return marshal.dumps(fields)

    def _load_fact(self, data: bytes) -> FactRow:
        fields = marshal.loads(data)
        fields[PLACE] = self._places.thing(fields[PLACE])
        fields[NUMBERS] = map(_number, fields[NUMBERS])
        fields[VALUES] = tuple(StatedRow._make((*map(_number, one[:3]), *one[3:])) for one in fields[VALUES])
        return FactRow._make(fields)

    def _packed(self, claim: Claim) -> list[Any]:
        """A claim of what `marshal` takes: numbers as text, for its place a number."""
        fields: list[Any] = list(claim)
        fields[SAID] = [*map(_written, claim.said)]
        fields[TOTAL] = _written(claim.total)
        fields[WHERE] = self._compared.number_of(claim.where)
        return fields

    def _unpacked(self, fields: list[Any]) -> Claim:
        value, low, high, modifier, step = fields[SAID]
        fields[SAID] = Said(_number(value), _number(low), _number(high), modifier, Decimal(step))
        fields[TOTAL] = _number(fields[TOTAL])
        fields[WHERE] = self._compared.thing(fields[WHERE])
        return Claim._make(fields)


class _Kept(Generic[T]):
    """Things that many rows share, each kept once, and the numbers that stand for them."""

    def __init__(self) -> None:
        self._things: list[T] = []
        self._numbers: dict[T, int] = {}

    def number_of(self, thing: T | None) -> int | None:
        if thing is not None and thing not in self._numbers:
            self._numbers[thing] = len(self._things)
            self._things.append(thing)
        return None if thing is None else self._numbers[thing]

    def thing(self, number: int | None) -> T | None:
        return None if number is None else self._things[number]


def _number(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)


def _written(value: object) -> str | None:
    return None if value is None else str(value)
