"""The facets of all figures, column by column: what filters, counts and histograms read instead of a million rows.

A column is an array by figure number, kept in the archive in chunks. Numbers that no figure has are not `present`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from extractor.model.shapes import Agreement, Kind, Modifier, Status, Verdict

CHUNK = 1 << 16
# What each code of a column stands for; 0 is nothing.
CODES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "status": get_args(Status),
    "modifier": get_args(Modifier),
    "agreement": get_args(Agreement),
    "verdict": get_args(Verdict),
}
# place, indicator, unit, source, article: the number of their row, 0 for none.
# sentence: figures._sentence. low, high: what is stated, equal but for ranges.
# first, last: the days of the period as ordinals, 0 where open. day: the last of them, else the day of publication.
# confidence: of the least sure field, in thousandths.
COLUMNS: Mapping[str, str] = {
    "present": "u1", **dict.fromkeys(CODES, "u1"),
    "place": "<i4", "indicator": "<i4", "unit": "<i4", "source": "<i4", "article": "<i4", "sentence": "<i4",
    "low": "<f8", "high": "<f8", "first": "<i4", "last": "<i4", "day": "<i4", "confidence": "<u2",
}  # fmt: skip
_NUMBERED = ("place", "indicator", "unit", "source", "article", "sentence")
Columns = Mapping[str, NDArray[Any]]
_ROWS = """
SELECT figures.number, figures.kind, figures.status, figures.modifier, facts.agreement, figures.verdict,
    figures.place, figures.indicator, figures.unit, articles.source, figures.article, figures._sentence,
    coalesce(figures.value, figures.low), coalesce(figures.value, figures.high),
    figures.first_day, figures.last_day, coalesce(figures.last_day, articles.day),
    min(confidence_quantity, confidence_item, confidence_place, confidence_period, confidence_status)
FROM figures JOIN articles ON articles.number = figures.article LEFT JOIN facts ON facts.number = figures.fact
WHERE figures.number BETWEEN ? AND ?
"""


def write_columns(connection: sqlite3.Connection, chunks: Iterable[int]) -> None:
    """Writes the chunks of every column anew, each as long as its last figure asks."""
    for chunk in chunks:
        first = chunk * CHUNK
        found = connection.execute(_ROWS, (first, first + CHUNK - 1)).fetchall()
        connection.execute("DELETE FROM _columns WHERE chunk = ?", (chunk,))
        if not found:
            continue
        size = max(row[0] for row in found) - first + 1
        made = {name: np.zeros(size, dtype=form) for name, form in COLUMNS.items()}
        at = np.array([row[0] - first for row in found], dtype=np.int64)
        for name, values in _columns_of(found).items():
            made[name][at] = values
        connection.executemany(
            "INSERT INTO _columns VALUES (?, ?, ?)",
            ((name, chunk, codes.tobytes()) for name, codes in made.items()),
        )


def read_columns(connection: sqlite3.Connection) -> Columns:
    """Every column whole: an array by figure number."""
    last = connection.execute("SELECT max(chunk) FROM _columns").fetchone()[0]
    size = 0 if last is None else (last + 1) * CHUNK
    whole = {name: np.zeros(size, dtype=form) for name, form in COLUMNS.items()}
    for name, chunk, codes in connection.execute("SELECT name, chunk, codes FROM _columns"):
        part = np.frombuffer(codes, dtype=COLUMNS[name])
        whole[name][chunk * CHUNK : chunk * CHUNK + len(part)] = part
    return whole


@lru_cache(maxsize=1 << 16)
def _ordinal(day: str | None) -> int:
    """The number of a day; 0 where there is none."""
    return date.fromisoformat(day).toordinal() if day else 0


def _columns_of(rows: list[tuple[Any, ...]]) -> dict[str, list[Any]]:
    """The rows turned into columns of codes."""
    turned = list(zip(*rows, strict=True)) if rows else [()] * 18
    codes = {name: {one: at for at, one in enumerate(of, 1)} for name, of in CODES.items()}
    found: dict[str, list[Any]] = {"present": [1] * len(rows)}
    for name, values in zip(CODES, turned[1:6], strict=True):
        found[name] = [codes[name].get(one, 0) for one in values]
    for name, values in zip(_NUMBERED, turned[6:12], strict=True):
        found[name] = [one or 0 for one in values]
    found["low"], found["high"] = list(turned[12]), list(turned[13])
    for name, values in zip(("first", "last", "day"), turned[14:17], strict=True):
        found[name] = [_ordinal(one) for one in values]
    found["confidence"] = [int(one * 1000 + 1e-6) for one in turned[17]]
    return found
