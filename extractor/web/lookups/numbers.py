"""Figures of an archive by a condition, as the numbers of their rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any


def numbers_of(connection: sqlite3.Connection, where: str, values: Iterable[Any]) -> tuple[int, ...]:
    """The numbers of the figures of which a condition on `figures` holds, in its order."""
    found = connection.execute(f"SELECT figures.number FROM figures WHERE {where}", tuple(values))
    return tuple(number for (number,) in found)
