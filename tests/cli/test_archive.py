"""`solieu archive`: what it says, and how it ends."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor.archive.database import FILE
from extractor.cli.app import app
from extractor.cli.exit import DONE, WRONG_USAGE
from tests.archive.archives import again, content, sample, write_run


def solieu(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), env={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = [again(one, one.article.id, url=f"https://bao.example/{one.article.id}") for one in sample()[:3]]
    return write_run(tmp_path_factory.mktemp("run"), here)


def test_it_says_what_came_and_what_was_there(run: Path, tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    done = solieu("archive", run, db.with_name("none"), "--db", db)
    assert done.exit_code == WRONG_USAGE
    assert "none: no such folder" in done.stderr
    assert len(content(db)["articles"]) == 3, "what was added before stays"
    url = f"https://bao.example/{sample()[0].article.id}"
    other = write_run(tmp_path / "other", [again(sample()[0], "new"), again(sample()[1], "again", url=url)])
    done = solieu("archive", run, other, "--db", db)
    assert done.exit_code == DONE
    assert done.stdout == ""
    said = done.stderr.splitlines()
    assert said[0] == f"{run}: articles: 3 unchanged"
    assert said[1].startswith(f"{other}: articles: 1 new, 1 updated; ")
    assert said[2].startswith(f"{db}: 4 articles, ")
    assert said[3:] == [f'  search it:  solieu search "hộ nghèo" --db {db}', f"  open it:    solieu serve --db {db}"]


def test_sources_are_listed_and_taken_out(run: Path, tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    solieu("archive", run, "--db", db)
    listed = solieu("archive", "--db", db, "--sources")
    assert listed.exit_code == DONE
    assert [line.split() for line in listed.stdout.splitlines()] == [["3", "bao.example"]]
    done = solieu("archive", "--db", db, "--remove", "bao.example")
    assert done.exit_code == DONE
    assert done.stderr.splitlines()[0] == "bao.example: 3 articles taken out"
    assert not any(content(db).values())
    done = solieu("archive", "--db", db, "--remove", "bao.example")
    assert done.exit_code == WRONG_USAGE
    assert "no source is called 'bao.example', nor is there any other" in done.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("out", "--sources"), ("--sources", "--remove", "a"), ("out", "--remove", "a")]
)
def test_one_thing_at_a_time(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = solieu("archive", *arguments, "--db", tmp_path / "news.db")
    assert done.exit_code == WRONG_USAGE
    assert "name folders to add, or give --remove or --sources" in " ".join(done.stderr.split())
    assert not (tmp_path / "news.db").exists()


ARTICLE = "Năm 2023, huyện Yên Bình có 421 mô hình “Dân vận khéo”."


def test_run_ends_with_the_archive_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Toàn xã có 317 hộ nghèo.", encoding="utf-8")
    out = tmp_path / "out"
    done = solieu("run", tmp_path / "a.txt", tmp_path / "b.txt", "--out", out)
    assert done.exit_code == DONE
    assert done.stderr.splitlines()[-1] == f"  open it:    solieu serve --db {out / FILE}"
    assert len(content(out / FILE)["articles"]) == 2
    (out / f"{FILE}-wal").write_bytes(b"of a command that was killed")
    assert solieu("run", tmp_path / "a.txt", "--out", out).exit_code == DONE
    assert len(content(out / FILE)["articles"]) == 1, "it is that of this run alone"
    assert not [path.name for path in out.iterdir() if path.name.startswith((".", f"{FILE}-"))]


def test_run_tells_before_its_work_what_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / FILE).write_text("mine", encoding="utf-8")
    done = solieu("run", tmp_path / "a.txt", "--out", out)
    assert done.exit_code == WRONG_USAGE
    assert "archive.db: is in the way: it is no archive of solieu" in done.stderr
    assert [path.name for path in out.iterdir()] == [FILE]


KILLED = """
import os, signal, sys
from extractor.archive import built
add = built.add_run
def killed(path, folder):
    add(path, folder)
    os.kill(os.getpid(), signal.SIGKILL)
built.add_run = killed
from extractor.cli.app import main
main()
"""


@pytest.mark.process
def test_a_killed_run_leaves_the_former_archive(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    out = tmp_path / "out"
    solieu("run", tmp_path / "a.txt", "--out", out)
    before = (out / FILE).read_bytes()
    command = [sys.executable, "-c", KILLED, "run", str(tmp_path / "a.txt"), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, check=False, env=dict(os.environ))
    assert done.returncode == -signal.SIGKILL
    assert (out / FILE).read_bytes() == before
    assert solieu("run", tmp_path / "a.txt", "--out", out).exit_code == DONE
    assert not [path.name for path in out.iterdir() if path.name.startswith(".")]


def test_an_archive_of_former_results_is_told_and_brought_up_to_date(tmp_path: Path) -> None:
    folder = tmp_path / "what was read"
    corpus = Path(__file__).parents[2] / "corpus"
    done = solieu("run", corpus / "articles" / "mai-chau-cuoi-nam.txt", "--out", folder)
    assert done.exit_code == DONE
    assert "holds former results" not in done.stderr
    before = content(folder / FILE)["findings"]
    done = solieu("audit", folder, "--records", corpus / "records.csv")
    assert done.exit_code == DONE
    told = f"{folder / FILE} holds former results: bring it up to date with "
    command = shlex.split(done.stderr.replace("\n", "").partition(told)[2])
    assert command == ["solieu", "archive", str(folder), "--db", str(folder / FILE)]
    assert solieu(*command[1:]).exit_code == DONE
    assert len(content(folder / FILE)["findings"]) > len(before)
    assert "holds former results" in solieu("merge", folder).stderr
