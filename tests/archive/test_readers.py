"""What others read of an archive without our code: DuckDB and plain Datasette."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import duckdb
import pytest

from extractor.archive import add_run
from tests.archive.archives import sample, write_run

SHARED = Path(__file__).parents[3] / "shared"
EXTENSION = "duckdb_extension_sqlite_scanner"
QUESTIONS = (  # what people ask, in words that SQLite and DuckDB both understand
    "SELECT count(*) FROM {0}",
    "SELECT * FROM {0} LIMIT 3",
)
ASKED = (
    "SELECT don_vi, count(*) FROM so_lieu WHERE trang_thai = 'actual' GROUP BY don_vi ORDER BY 2 DESC, 1 LIMIT 5",
    "SELECT noi_dung, gia_tri, cau FROM so_lieu WHERE dia_phuong = 'huyện Lắk' ORDER BY ma",
    "SELECT tinh, max(gia_tri) FROM so_lieu WHERE loai = 'percent' AND tinh <> '' GROUP BY tinh ORDER BY tinh",
    "SELECT vi_sao, cau FROM su_kien JOIN so_lieu ON ma_su_kien = su_kien.ma WHERE so_lan_neu > 1 ORDER BY so_lieu.ma",
    "SELECT ten, so_bai, so_so_lieu FROM nguon ORDER BY ten",
    "SELECT ma, so_so_lieu FROM chi_tieu ORDER BY ma",
    "SELECT ten, hien_nay FROM dia_phuong ORDER BY ma",
    "SELECT ket_luan, count(*) FROM ket_qua_kiem_tra GROUP BY ket_luan ORDER BY ket_luan",
)


def archives() -> Iterator[Any]:
    yield pytest.param("sample", id="sample")
    yield pytest.param("bench", id="bench", marks=pytest.mark.shared)


@pytest.fixture(scope="module", params=archives())
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    path = folder / "archive.db"
    if request.param == "sample":
        add_run(path, write_run(folder / "run", sample()))
    else:
        from typer.testing import CliRunner

        from extractor.cli.app import app

        news = SHARED / "bench" / "news-3000.jsonl.gz"
        done = CliRunner().invoke(app, ["run", str(news), "--out", str(folder / "run"), "--jobs", "0"])
        assert done.exit_code == 0, done.stderr
        (folder / "run" / "archive.db").replace(path)
    return path


def names_in(path: Path) -> list[str]:
    """Every table and view that is for people."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '\\_%' ESCAPE '\\'"
        return [row[0] for row in connection.execute(query)]


@pytest.mark.skipif(find_spec(EXTENSION) is None, reason="DuckDB's extension for SQLite is not there")
def test_duckdb_reads_every_table_and_view(made: Path) -> None:
    files = list(Path(str(find_spec(EXTENSION).origin)).parent.rglob("*.duckdb_extension"))  # type: ignore[union-attr]
    with duckdb.connect() as duck, closing(sqlite3.connect(made)) as connection:
        duck.execute(f"LOAD '{files[0]}'")
        duck.execute(f"ATTACH '{made}' AS archive (TYPE sqlite, READ_ONLY)")
        duck.execute("USE archive")
        asked = [question.format(f'"{name}"') for name in names_in(made) for question in QUESTIONS]
        for question in (*asked, *ASKED):
            told = duck.execute(question).fetchall()
            if "LIMIT 3" not in question:
                assert told == connection.execute(question).fetchall(), question


def test_plain_datasette_reads_it(made: Path) -> None:
    from datasette.app import Datasette

    datasette = Datasette([], immutables=[str(made)])

    async def asked() -> None:
        await datasette.invoke_startup()
        for name in names_in(made):
            page = await datasette.client.get(f"/archive/{name}?_size=5")
            assert page.status_code == 200, name
            rows = await datasette.client.get(f"/archive/{name}.json?_size=5&_shape=array")
            assert rows.status_code == 200, name
            assert rows.json(), name
        with closing(sqlite3.connect(made)) as connection:
            for question in ASKED:
                given = urlencode({"sql": question, "_shape": "arrays"})
                answer = await datasette.client.get(f"/archive.json?{given}")
                assert answer.status_code == 200, answer.text
                assert [tuple(row) for row in answer.json()["rows"]] == connection.execute(question).fetchmany(1000)

    asyncio.run(asked())
