"""Search finds what people look for in the archive of the bench corpus beside the project."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor.archive.adding import add_run
from extractor.archive.database import open_archive
from extractor.archive.search import search
from extractor.archive.shapes import Query
from extractor.cli.app import app
from tests.archive.test_search_quality import FIRST, all_found, without_marks

NEWS = Path(__file__).parents[3] / "shared" / "bench" / "news-3000.jsonl.gz"
JUDGED: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "queries-bench.toml").read_text(encoding="utf-8")
)["query"]

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not NEWS.exists(), reason="no ../shared beside the project")]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("bench")
    assert CliRunner().invoke(app, ["run", str(NEWS), "--out", str(folder / "out"), "--jobs", "0"]).exit_code == 0
    add_run(folder / "bench.db", folder / "out")
    with closing(open_archive(folder / "bench.db")) as connection:
        yield connection


@pytest.mark.parametrize("judged", JUDGED, ids=[one["text"] for one in JUDGED])
def test_what_is_looked_for_is_among_the_first_ten(archive: sqlite3.Connection, judged: dict[str, Any]) -> None:
    hits = search(archive, Query(judged["text"], size=FIRST), facets=False).hits
    found = [(hit.article.id, hit.figure.value) for hit in hits]
    value = judged.get("value")
    assert any(article == judged["article"] and value in (None, number) for article, number in found), found


@pytest.mark.parametrize("text", [one["text"] for one in JUDGED])
def test_without_marks_no_less_is_found(archive: sqlite3.Connection, text: str) -> None:
    with_marks = all_found(archive, text)
    assert with_marks
    assert all_found(archive, without_marks(text)) >= with_marks
