"""What keeps a run on Spark from its beginning is told at once: what is missing, where, and what to do."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from extractor.cli.app import app
from extractor.cli.exit import WRONG_USAGE
from extractor.dataset.export.tables import new_files
from extractor.engines.spark import run
from extractor.engines.spark import session as sessions
from extractor.engines.spark.running import FOLDER, check_out
from extractor.model.errors import EngineError, InputError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

NEWS = "corpus/articles"


def refused(*arguments: str | Path) -> str:
    """What a command says that ends with wrong usage."""
    done = CliRunner().invoke(app, ["run", NEWS, "--engine", "spark", *map(str, arguments)])
    assert done.exit_code == WRONG_USAGE, done.output
    return " ".join(done.stderr.split())


def test_without_spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "find_spec", lambda _: None)
    assert "needs Spark. Install it: pip install 'solieu[spark]'" in refused("--out", tmp_path)


def test_without_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nothing"))
    assert "Spark needs Java, and there is none. Install Java 17" in refused("--out", tmp_path)


def test_with_an_old_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = tmp_path / "java" / "bin" / "java"
    java.parent.mkdir(parents=True)
    java.write_text("#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(java.parent.parent))
    assert "Spark needs Java 17, and this is Java 8" in refused("--out", tmp_path / "out")


@pytest.mark.usefixtures("has_spark")
def test_a_master_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "running_session", lambda: None)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    said = refused("--out", tmp_path, "--master", f"spark://127.0.0.1:{port}")
    assert f"spark://127.0.0.1:{port}: no master of Spark answers: Connection refused. Check the address" in said
    assert list(tmp_path.iterdir()) == []
    assert "no HOST:PORT" in refused("--out", tmp_path, "--master", "spark://nowhere")


def test_a_folder_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert f"{tmp_path}: is not empty: mine.txt is in it. Give a folder" in refused("--out", tmp_path)
    assert "is no folder" in refused("--out", tmp_path / "mine.txt")


def test_what_a_killed_run_has_left_is_not_in_the_way(tmp_path: Path) -> None:
    left = tmp_path / FOLDER / "done" / "_temporary" / "part-00000.parquet"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"PAR1")
    check_out(tmp_path)
    with new_files(tmp_path, FOLDER) as new:
        assert not (new / "done").exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--bom", "--records=x.csv", "--fail-on=refuted", "--units=today", "--jobs=2"])
def test_options_of_what_follows(option: str, tmp_path: Path) -> None:
    assert f"Invalid value for {option.partition('=')[0]}" in refused("--out", tmp_path, option)


def test_a_master_without_spark(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["run", NEWS, "--out", str(tmp_path), "--master", "local"])
    assert done.exit_code == WRONG_USAGE
    assert "Invalid value for --master" in done.stderr


def test_a_data_frame_without_text(session: SparkSession, tmp_path: Path) -> None:
    frame = session.createDataFrame([(1, "x")], "number int, words string")
    with pytest.raises(InputError, match="no text in the field `text`; fields: number, words"):
        run(frame, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_another_session_runs(session: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="a session of Spark runs already"):
        run(NEWS, tmp_path / "out", master="spark://127.0.0.1:1")
