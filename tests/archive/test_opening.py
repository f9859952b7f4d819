"""The file of an archive: what it says of files that are none, what others read of it, and how it grows older."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from extractor.archive import add_run, open_archive, remove_source
from extractor.archive import database as archive_database
from extractor.archive.database import statements, writing
from extractor.archive.reading import Records
from extractor.model.errors import ArchiveError, OutputError
from tests.archive.archives import content, sample, write_run

FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from extractor.archive import add_run
from extractor.model.errors import SolieuError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES, BYTES))
try:
    add_run(Path(sys.argv[1]), Path(sys.argv[2]))
except SolieuError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_run(tmp_path_factory.mktemp("run"), sample())


@pytest.fixture(scope="module")
def made(run: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "archive.db"
    add_run(path, run)
    return path


def other_database(path: Path, made: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine (a)")
        connection.commit()


def newer(path: Path, made: Path) -> None:
    shutil.copy(made, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def damaged(path: Path, made: Path) -> None:
    data = bytearray(made.read_bytes())
    data[4096 : len(data) // 2] = b"\x55" * (len(data) // 2 - 4096)
    path.write_bytes(data)


def text(path: Path, made: Path) -> None:
    path.write_text("no database, but a text that is long enough to be looked at" * 20, encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (text, "is no archive of solieu"),
        (other_database, "is no archive of solieu"),
        (newer, "was written by a newer solieu"),
    ],
)
def test_what_is_no_archive_is_left_as_it_is(
    spoil: Callable[[Path, Path], None], said: str, run: Path, made: Path, tmp_path: Path
) -> None:
    path = tmp_path / "archive.db"
    spoil(path, made)
    before = path.read_bytes()
    for use in (lambda: add_run(path, run), lambda: open_archive(path), lambda: remove_source(path, "example.org")):
        with pytest.raises(ArchiveError, match=said):
            use()
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["archive.db"]


def test_a_damaged_archive_is_told(run: Path, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    damaged(path, made)
    with pytest.raises(ArchiveError, match=r"is damaged: .* Make it anew from the folders of its runs"):
        add_run(path, run)


def test_a_folder_is_no_archive(run: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is a folder"):
        add_run(tmp_path, run)
    with pytest.raises(ArchiveError, match="is no file"):
        open_archive(tmp_path)


def test_an_archive_to_which_nothing_was_added(tmp_path: Path) -> None:
    (tmp_path / "archive.db").touch()
    with pytest.raises(ArchiveError, match="nothing has been added to it yet"):
        open_archive(tmp_path / "archive.db")


def test_a_missing_archive_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"no such archive\. Make one: solieu archive DIR --db FILE"):
        open_archive(tmp_path / "archive.db")


def test_a_place_that_does_not_exist(run: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        add_run(tmp_path / "nowhere" / "archive.db", run)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(run: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        add_run(tmp_path / "archive.db", run)


@pytest.mark.process
def test_a_full_disk_leaves_what_was_there(run: Path, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    first = write_run(tmp_path / "first", sample()[:2])
    add_run(path, first)
    before = content(path)
    code = FULL_DISK.replace("BYTES", str(made.stat().st_size // 2))
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), str(run)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.stdout.startswith("OutputError"), done.stdout + done.stderr
    assert "cannot be written" in done.stdout
    assert content(path) == before
    add_run(path, run)
    assert content(path) == content(made)


def test_it_is_one_plain_file(made: Path) -> None:
    assert [one.name for one in made.parent.iterdir()] == ["archive.db"]
    assert made.read_bytes()[18:20] == b"\1\1", "no write-ahead log, which a reader would have to write to"


def test_readers_read_what_was_there_meanwhile(run: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add_run(path, write_run(tmp_path / "first", sample()[:2]))
    before = content(path)
    with closing(open_archive(path)) as reader:
        assert reader.execute("SELECT count(*) FROM articles").fetchone() == (2,)
        with suppress(KeyError), writing(path) as connection:
            connection.execute("DELETE FROM passed")
            assert content(path) == before
            raise KeyError
        assert content(path) == before
        add_run(path, run)
        assert reader.execute("SELECT count(*) FROM articles").fetchone() == (len(sample()),)


def test_no_reader_can_write(made: Path) -> None:
    with closing(open_archive(made)) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM articles")


def test_an_older_archive_is_brought_up_to_date(
    run: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "archive.db"
    shutil.copy(made, path)
    monkeypatch.setattr(archive_database, "VERSION", 4)
    monkeypatch.setattr(archive_database, "MIGRATIONS", {2: "to_3.sql", 3: "to_4.sql"})
    scripts = {
        "to_3.sql": ["ALTER TABLE articles ADD COLUMN language TEXT"],
        "to_4.sql": ["UPDATE articles SET language = 'vi'"],
    }
    monkeypatch.setattr(archive_database, "statements", lambda name: scripts.get(name) or statements(name))
    with pytest.raises(ArchiveError, match="its tables are of version 2, those of this solieu of version 4"):
        open_archive(path)
    with writing(path):
        pass
    with closing(open_archive(path)) as connection:
        assert connection.execute("SELECT DISTINCT language FROM articles").fetchall() == [("vi",)]
        assert connection.execute("SELECT count(*) FROM so_lieu").fetchone()[0] > 0
    monkeypatch.setattr(archive_database, "VERSION", 5)
    monkeypatch.setattr(archive_database, "MIGRATIONS", {4: "broken.sql"})
    scripts["broken.sql"] = ["UPDATE articles SET language = NULL", "UPDATE missing SET a = 1"]
    with pytest.raises(OutputError, match="no such table"), writing(path):
        pass
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (4,)
        assert connection.execute("SELECT DISTINCT language FROM articles").fetchall() == [("vi",)]


def test_an_archive_of_before_the_first_release_is_told(made: Path, run: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    shutil.copy(made, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
    before = path.read_bytes()
    for opened in (lambda: open_archive(path), lambda: add_run(path, run)):
        with pytest.raises(ArchiveError, match="before its first release") as told:
            opened()
        assert "Make it anew from the folders of its runs" in str(told.value.todo)
    assert path.read_bytes() == before


def test_every_table_and_column_is_in_the_dictionary(made: Path) -> None:
    with closing(open_archive(made)) as connection:
        said = set(connection.execute("SELECT bang, cot FROM tu_dien"))
        query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        tables = [row[0] for row in connection.execute(query)]
        ours = {name for name in tables if "_words_" not in name}  # behind it is the inside of FTS5
        assert {table for table, _ in said} == ours
        columns = {
            (name, row[1])
            for name in ours
            if not name.startswith("_")
            for row in connection.execute(f'PRAGMA table_info("{name}")')
        }
        assert said == columns | {(name, "") for name in ours}
        assert not connection.execute("SELECT 1 FROM tu_dien WHERE tieng_viet = '' OR tieng_anh = ''").fetchall()


def test_sqlite_alone_reads_the_views(made: Path) -> None:
    with closing(sqlite3.connect(f"file:{made}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        records = Records(open_archive(made))
        rows = connection.execute("SELECT * FROM so_lieu").fetchall()
        assert len(rows) == sum(len(one.figures) for one in sample())
        for row in rows[:50]:
            figure, article = records.figure(row["ma"]), records.article(row["ma_bai"])
            assert figure is not None
            assert article is not None
            assert row["cau"] == article.text[slice(*figure.sentence)]
            assert (row["don_vi"], row["noi_dung"], row["thoi_ky"]) == (figure.unit, figure.item, figure.period)
            assert row["dia_phuong"] == (figure.place.name if figure.place else None)
        counts = {view: connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0] for view in VIEWS}
        held = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in VIEWS.values()}
        assert counts == {view: held[table] for view, table in VIEWS.items()}
        assert connection.execute("SELECT sum(so_so_lieu) FROM nguon").fetchone()[0] == len(rows)
        (today,) = connection.execute("SELECT hien_nay FROM dia_phuong WHERE ten = 'huyện Lắk'").fetchone()
        assert today.startswith("xã Đắk Liêng, tỉnh Đắk Lắk; ")
        group, vi = connection.execute("SELECT nhom, ten FROM chi_tieu WHERE ma = 'households.poor-rate'").fetchone()
        assert (group, vi) == ("households", "Tỷ lệ hộ nghèo")


VIEWS = {
    "so_lieu": "figures", "su_kien": "facts", "bai_bao": "articles", "dia_phuong": "places", "chi_tieu": "indicators",
    "ket_qua_kiem_tra": "findings", "nguon": "sources",
}  # fmt: skip


def test_every_facet_has_an_index(made: Path) -> None:
    with closing(open_archive(made)) as connection:
        for query in (
            "figures WHERE place = 1", "figures WHERE indicator = 1", "figures WHERE unit = 1 AND value > 5",
            "figures WHERE last_day > '2023'", "figures WHERE article = 1", "figures WHERE fact = 1",
            "figures WHERE verdict = 'refuted'", "articles WHERE source = 1", "articles WHERE day > '2023'",
            "articles WHERE same_as = 'x'", "facts WHERE place = 1", "facts WHERE indicator = 1",
            "facts WHERE agreement = 'conflicting'", "facts WHERE part_of = 'x'", "findings WHERE \"check\" = 'sum'",
            "lies_in WHERE place = 1", "compared WHERE figure = 1", "containers WHERE plain = 'luc yen'",
        ):  # fmt: skip
            plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {query}"))
            assert "SEARCH" in plan, (query, plan)
