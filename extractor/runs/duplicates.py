"""The articles that a run has taken, kept in SQLite so that memory does not grow with them: which one is this again?"""

from __future__ import annotations

import sqlite3
from hashlib import blake2b

from extractor.model.records import Article, Failure
from extractor.runs.fingerprints import Fingerprint, is_duplicate, lsh_bands

TABLES = """
CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, said BLOB NOT NULL, source TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS originals (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, digest BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL, signature BLOB NOT NULL, numbers BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS bands (key INTEGER, original INTEGER, PRIMARY KEY (key, original)) WITHOUT ROWID;
"""
MOST_OF_A_BAND = 20  # originals looked at: weekly reports of one template share bands by the hundred and are no copies


class SeenArticles:
    """The articles taken so far, by id and by what they say."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for table in TABLES.split(";"):
            connection.execute(table)

    def admit(self, article: Article, fingerprint: Fingerprint | None) -> Article | Failure | None:
        """The article with what it is the same as, for which it needs its fingerprint; None where it was taken already.

        An id that another article has is a failure.
        """
        said = words_of(article)
        row = self._connection.execute("SELECT said, source FROM articles WHERE id = ?", (article.id,)).fetchone()
        if row is None:
            self._connection.execute("INSERT INTO articles VALUES (?, ?, ?)", (article.id, said, article.source))
            original = self.original_of(article.id, fingerprint) if fingerprint else None
            return article.model_copy(update={"same_as": original}) if fingerprint else article
        if row[0] == said:
            return None
        return id_taken(article.id, article.source, by=row[1])

    def original_of(self, name: str, fingerprint: Fingerprint) -> str | None:
        """The id of the first article that says the same; None for the first, which later ones are compared with."""
        found = self._connection.execute("SELECT id FROM originals WHERE digest = ?", (fingerprint.digest,)).fetchone()
        if found:
            return str(found[0])
        keys = lsh_bands(fingerprint)
        for number in self._candidates(keys):
            of, *rest = self._connection.execute(
                "SELECT id, digest, size, signature, numbers FROM originals WHERE number = ?", (number,)
            ).fetchone()
            if is_duplicate(Fingerprint(*rest), fingerprint):
                return str(of)
        added = self._connection.execute(
            "INSERT INTO originals (id, digest, size, signature, numbers) VALUES (?, ?, ?, ?, ?)",
            (name, fingerprint.digest, fingerprint.size, fingerprint.signature, fingerprint.numbers),
        )
        self._connection.executemany("INSERT INTO bands VALUES (?, ?)", ((key, added.lastrowid) for key in set(keys)))
        return None

    def _candidates(self, keys: tuple[int, ...]) -> list[int]:
        """The originals that share a band, the first ones first."""
        found: set[int] = set()
        for key in keys:
            rows = self._connection.execute(
                "SELECT original FROM bands WHERE key = ? ORDER BY original LIMIT ?", (key, MOST_OF_A_BAND)
            )
            found.update(row[0] for row in rows)
        return sorted(found)


def words_of(article: Article) -> bytes:
    """A digest of what an article says: one with the same id and the same digest is the article again."""
    return blake2b(article.text.encode(), digest_size=16).digest()


def id_taken(name: str, source: str, *, by: str) -> Failure:
    """The failure of an article of one source whose id that of another source has already."""
    what = f"the id {name} is already that of another article, {by}"
    return Failure(source=source, what=what, where=source, todo="Give each article its own id, or none.")
