"""Search finds what people look for: judged queries over the sample corpus and over the bench corpus."""

from __future__ import annotations

import sqlite3
import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor.archive.folding import bare
from extractor.archive.search import search
from extractor.archive.shapes import MOST_OF_A_PAGE, Query

JUDGED: list[dict[str, str]] = tomllib.loads((Path(__file__).parent / "queries.toml").read_text(encoding="utf-8"))[
    "query"
]
FIRST = 10


def all_found(archive: sqlite3.Connection, text: str) -> set[str]:
    """The ids of all figures that a text finds."""
    found: set[str] = set()
    page = 1
    while hits := search(archive, Query(text, page=page, size=MOST_OF_A_PAGE), facets=False).hits:
        found |= {hit.figure.id for hit in hits}
        page += 1
    return found


def is_meant(hit: Any, judged: dict[str, str]) -> bool:
    """Whether a hit is the figure that a judged query must find."""
    return judged["finds"] in hit.figure.text and judged["in"] in hit.article.source


def test_there_are_enough_of_them() -> None:
    assert len({one["text"] for one in JUDGED}) >= 60


@pytest.mark.parametrize("judged", JUDGED, ids=[one["text"] for one in JUDGED])
def test_what_is_looked_for_is_among_the_first_ten(archive: sqlite3.Connection, judged: dict[str, str]) -> None:
    hits = search(archive, Query(judged["text"], size=FIRST), facets=False).hits
    assert any(is_meant(hit, judged) for hit in hits), [(hit.figure.text, hit.figure.item) for hit in hits]


@pytest.mark.parametrize("text", [one["text"] for one in JUDGED])
def test_without_marks_no_less_is_found(archive: sqlite3.Connection, text: str) -> None:
    with_marks = all_found(archive, text)
    assert with_marks
    assert all_found(archive, without_marks(text)) >= with_marks


def without_marks(text: str) -> str:
    """The text as it is typed without marks."""
    return "".join(bare(letter) if letter.isalpha() else letter for letter in text)
