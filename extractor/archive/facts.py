"""The facts of an archive: those that `merge` gives over all its figures, merged anew only where they are touched.

A fact hangs on the figures of its key alone. What a run brings of keys that the archive does not know is taken as the
run has it; of keys that both know all figures are merged again, and so are those of keys that lost a figure.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from extractor.archive.columns import CHUNK
from extractor.archive.reading import Records
from extractor.archive.rows import fact_row, stated_row
from extractor.archive.runs import TODO, Reading
from extractor.archive.shared import Shared
from extractor.archive.storing import AT_ONCE
from extractor.dataset.merge.compare import Where, where
from extractor.dataset.merge.keys import Origin, key_of_fact
from extractor.dataset.merge.merging import keys_of, merge_keys
from extractor.dataset.parts import read_lines, results_of
from extractor.model.errors import DatasetError
from extractor.model.records import Article, Fact, Place

_FIRST = """
(SELECT min(published) FROM (
    SELECT published FROM articles WHERE same_as = {0}
    UNION ALL SELECT published FROM articles WHERE id = {0} AND same_as IS NULL))
"""
_PARTS = """
UPDATE facts SET part_of = (
    SELECT CASE WHEN count(DISTINCT total.fact) = 1 THEN max(whole.id) END
    FROM figures AS part JOIN figures AS total ON total.id = part.part_of
    JOIN facts AS whole ON whole.number = total.fact
    WHERE part.fact = facts.number AND total.fact <> facts.number
) WHERE number IN (SELECT fact FROM figures WHERE article IN (SELECT article FROM affected))
"""


TO_COME = 0  # the fact of figures that are still to be merged


class Facts:
    """The facts of an archive that is changed, by the tables of change.sql: `run` comes, `gone` goes."""

    def __init__(self, connection: sqlite3.Connection, shared: Shared) -> None:
        self.connection = connection
        self.shared = shared
        (self._last,) = connection.execute("SELECT coalesce(max(number), 0) FROM facts").fetchone()
        self._number = self._last
        self._places: dict[int | None, Where] = {}
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._empty()

    def before(self, families: str) -> None:
        """Looks at what the change may touch, while all is still there; the query names the families concerned."""
        execute = self.connection.execute
        execute(f"INSERT OR IGNORE INTO families SELECT family, {_FIRST.format('family')} FROM ({families})")
        execute(
            "INSERT OR IGNORE INTO touched SELECT DISTINCT _key FROM facts JOIN figures ON figures.fact = facts.number"
            " WHERE article IN (SELECT article FROM gone)"
        )

    def moved(self) -> None:
        """Finds the articles whose family has another first day than they were merged with, when what goes is gone."""
        execute = self.connection.execute
        execute(
            f"INSERT INTO firsts SELECT family, min(first) FROM (SELECT family, {_FIRST.format('family')} AS first"
            " FROM families UNION ALL SELECT family, first FROM run) GROUP BY family"
        )
        changed = "SELECT family FROM firsts JOIN families USING (family) WHERE firsts.first IS NOT families.first"
        execute(
            f"INSERT OR IGNORE INTO moved SELECT id FROM articles WHERE same_as IN ({changed})"
            f" UNION SELECT id FROM articles WHERE same_as IS NULL AND id IN ({changed})"
            " UNION SELECT id FROM run JOIN firsts USING (family) WHERE run.first IS NOT firsts.first"
        )

    def take(self, folder: Path, reading: Reading) -> None:
        """Takes the facts of a run; of those of keys that are known only notes that they must be merged."""
        path = results_of(folder, "facts")
        fresh = self._last == 0
        for line in read_lines(path, todo=TODO):
            fact: Fact = reading.record("fact", line, path)
            if not fresh and not self._is_new(fact):
                continue
            key = hash_of(key_of_fact(fact, self._origin(fact), self._where(fact.place)))
            if not fresh and self._is_known(key, fact):
                self.connection.execute("INSERT OR IGNORE INTO touched VALUES (?)", (key,))
                self._rows["members"].extend((name, TO_COME, 0) for name in fact.figures)
                self._affect(fact.articles)
            else:
                self._put(fact, key)
        self._flush()

    def settle(self) -> None:
        """Merges anew what is touched, when all that comes is there."""
        execute = self.connection.execute
        moved = "SELECT number FROM articles JOIN moved USING (id)"
        execute(f"INSERT OR IGNORE INTO affected {moved} UNION SELECT number FROM articles JOIN met USING (id)")
        if execute("SELECT 1 FROM moved").fetchone():
            stated = f"SELECT fact FROM figures WHERE article IN ({moved})"
            execute(f"INSERT OR IGNORE INTO touched SELECT DISTINCT _key FROM facts WHERE number IN ({stated})")
            keys = keys_of(Records(self.connection).figures_of_articles(moved), self._articles(moved))
            self.connection.executemany("INSERT OR IGNORE INTO touched VALUES (?)", ((hash_of(one),) for one in keys))
        if not execute("SELECT 1 FROM touched").fetchone():
            return
        touched = "SELECT number FROM facts WHERE _key IN (SELECT key FROM touched)"
        execute(f"INSERT OR IGNORE INTO affected SELECT DISTINCT article FROM figures WHERE fact IN ({touched})")
        affected = "SELECT article FROM affected"
        merged = merge_keys(
            Records(self.connection).figures_of_articles(affected), self._articles(affected), self._is_touched
        )
        execute(
            "INSERT INTO agreed SELECT figures.number, agreement FROM figures JOIN facts ON facts.number = fact"
            f" WHERE fact IN ({touched})"
        )
        execute(f"UPDATE figures SET fact = NULL, stated = NULL WHERE fact IN ({touched})")
        execute(f"DELETE FROM stated WHERE fact IN ({touched})")
        execute(f"DELETE FROM facts WHERE number IN ({touched})")
        execute("DELETE FROM members")
        for key, fact in merged:
            self._put(fact, hash_of(key))
        self._flush()
        execute(
            "UPDATE figures SET fact = members.fact, stated = members.stated FROM members WHERE members.figure = id"
        )
        execute(
            f"INSERT OR IGNORE INTO chunks SELECT DISTINCT figure / {CHUNK} FROM agreed JOIN figures"
            " ON figures.number = figure JOIN facts ON facts.number = fact WHERE facts.agreement <> agreed.agreement"
        )
        execute(_PARTS)

    def _put(self, fact: Fact, key: int) -> None:
        """Puts in a fact; its figures are told of it by `members`."""
        self._number += 1
        self._rows["facts"].append((self._number, *fact_row(fact, self.shared, key)))
        for position, stated in enumerate(fact.values):
            self._rows["stated"].append(stated_row(stated, self._number, position))
            self._rows["members"].extend((name, self._number, position) for name in stated.figures)
        if len(self._rows["facts"]) > AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        self._empty()

    def _empty(self) -> None:
        self._rows = {name: [] for name in ("facts", "stated", "members")}

    def _is_new(self, fact: Fact) -> bool:
        """Whether an article that is new to the archive states it."""
        query = "SELECT new FROM run WHERE id = ?"
        return any(self.connection.execute(query, (one,)).fetchone() == (1,) for one in fact.articles)

    def _is_known(self, key: int, fact: Fact) -> bool:
        """Whether the archive has figures that must be merged with those of a fact."""
        if self._is_touched_hash(key):
            return True
        query = "SELECT 1 FROM facts WHERE _key = ? AND number <= ?"
        if self.connection.execute(query, (key, self._last)).fetchone():
            return True
        moved = "SELECT 1 FROM moved WHERE id = ?"
        return any(self.connection.execute(moved, (one,)).fetchone() for one in fact.articles)

    def _affect(self, articles: Iterable[str]) -> None:
        self.connection.executemany("INSERT OR IGNORE INTO met VALUES (?)", ((one,) for one in articles))

    def _is_touched(self, key: str) -> bool:
        return self._is_touched_hash(hash_of(key))

    def _is_touched_hash(self, key: int) -> bool:
        return self.connection.execute("SELECT 1 FROM touched WHERE key = ?", (key,)).fetchone() is not None

    def _origin(self, fact: Fact) -> Origin:
        """The origin of an article that states a fact of a run; nothing is asked of that of a fact with a period."""
        name = fact.articles[0]
        if fact.period is not None:
            return Origin(name, None, name, None)
        query = "SELECT published, family, first FROM run WHERE id = ?"
        row = self.connection.execute(query, (name,)).fetchone()
        if row is None:
            what = f"fact {fact.id} is stated by article {name}, which is not among the articles"
            raise DatasetError(what, where="not of one run", todo=TODO)
        return Origin(name, *row)

    def _where(self, place: Place | None) -> Where | None:
        """A place as it is compared; each is looked up once."""
        if place is None:
            return None
        number = self.shared.place(place)
        if number not in self._places:
            self._places[number] = where(place)
        return self._places[number]

    def _articles(self, which: str) -> Iterator[Article]:
        """The articles that a query names by number with all of their families, as far as merging asks of them."""
        families = f"SELECT coalesce(same_as, id) FROM articles WHERE number IN ({which})"
        rows = self.connection.execute(
            f"SELECT id, published, same_as FROM articles WHERE same_as IN ({families})"
            f" UNION SELECT id, published, same_as FROM articles WHERE id IN ({families})"
        )
        for name, published, same_as in rows:
            yield Article(id=name, source="", text="", published=published, same_as=same_as)


def hash_of(key: str) -> int:
    """A key as the archive keeps it: two that are unlike have unlike ones, but for one chance in billions."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
