"""What was compared and what was read, on disk while a report is made: memory does not grow with the corpus."""

from __future__ import annotations

import sqlite3
from collections import Counter

from extractor.model.records import FigureBase, Finding

CACHE = 8  # MB that SQLite may hold


def compares(finding: Finding) -> bool:
    """Whether a finding compares its figures with anything: to find no row of official figures is no comparison."""
    return finding.verdict != "not_enough_info" or finding.check != "record" or finding.record is not None


class Seen:
    """Which figures some finding speaks of, and which articles have figures."""

    def __init__(self) -> None:
        self._figures: Counter[int | None] = Counter()
        self._connection = sqlite3.connect("", isolation_level=None)  # a file of its own that goes with it
        self._connection.execute(f"PRAGMA cache_size = -{CACHE * 1024}")
        self._connection.execute("PRAGMA temp_store = FILE")
        self._connection.execute("CREATE TABLE compared (figure TEXT PRIMARY KEY, decided INTEGER) WITHOUT ROWID")
        self._connection.execute("CREATE TABLE filled (article TEXT PRIMARY KEY) WITHOUT ROWID")
        self._connection.execute("BEGIN")  # never ended: nothing is kept

    def close(self) -> None:
        """Forgets everything."""
        self._connection.close()

    def see_finding(self, finding: Finding) -> None:
        """Takes account of the figures that a finding compares."""
        decided = finding.verdict != "not_enough_info"
        self._connection.executemany(
            "INSERT INTO compared VALUES (?, ?) ON CONFLICT DO UPDATE SET decided = max(decided, excluded.decided)",
            ((name, decided) for name in finding.figures),
        )

    def see_figure(self, figure: FigureBase) -> None:
        """Takes account of a figure and of its article."""
        self._connection.execute("INSERT OR IGNORE INTO filled VALUES (?)", (figure.article_id,))
        row = self._connection.execute("SELECT decided FROM compared WHERE figure = ?", (figure.id,)).fetchone()
        self._figures[row[0] if row else None] += 1

    @property
    def compared(self) -> tuple[int, int, int, int]:
        """How many figures went by, how many are decided, compared without an answer, and compared with nothing."""
        return self._figures.total(), self._figures[1], self._figures[0], self._figures[None]

    def has_figures(self, article: str) -> bool:
        """Whether an article has a figure."""
        return bool(self._connection.execute("SELECT 1 FROM filled WHERE article = ?", (article,)).fetchone())
