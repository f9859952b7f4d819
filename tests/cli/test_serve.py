"""`solieu serve`: what it says where it cannot, whom it lets in, and that it ends when it is told to."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.archive.adding import add_run
from extractor.cli.app import app
from tests.findings import run


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    add_run(folder / "archive.db", run(folder))
    return folder / "archive.db"


def refused(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["serve", *arguments])
    assert done.exit_code == 2
    return done.output


def test_no_archive(tmp_path: Path) -> None:
    assert "none.db: no such archive. Make one: solieu archive" in refused("--db", str(tmp_path / "none.db"))
    other = tmp_path / "other.db"
    other.write_text("no archive", encoding="utf-8")
    assert "other.db: is no archive of solieu" in refused("--db", str(other))
    assert "no file" in refused("--db", str(tmp_path))


def test_a_port_in_use(archive: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"127.0.0.1:{port}: nothing can be served here" in refused("--db", str(archive), "--port", port)


def test_others_are_let_in_only_by_public(archive: Path) -> None:
    said = refused("--db", str(archive), "--host", "0.0.0.0")
    assert "other machines could read the archive there. Add --public" in said


def test_the_extra_is_missing(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasette", None)
    monkeypatch.delitem(sys.modules, "extractor.web.plugin", raising=False)
    assert "pip install 'solieu[web]'" in refused("--db", str(archive))


@pytest.mark.process
@pytest.mark.parametrize(("public", "end", "status"), [(False, signal.SIGINT, 130), (True, signal.SIGTERM, 143)])
def test_it_serves_until_it_is_stopped(public: bool, end: signal.Signals, status: int, archive: Path) -> None:
    command = [sys.executable, "-m", "extractor", "serve", "--db", str(archive), "--port", "0"]
    process = subprocess.Popen([*command, *(["--public"] if public else [])], stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        said = ""
        while "http://" not in said and (line := process.stderr.readline()):
            said += line
        assert ("open to others: whoever reaches this address" in said) == public
        address = re.search(r"http://\S+", said)
        assert address
        with urllib.request.urlopen(f"{address[0]}search?q=khach", timeout=30) as answer:
            assert "Lý Sơn" in answer.read().decode()
        process.send_signal(end)
        assert process.wait(20) == status
    finally:
        process.kill()
        process.communicate()
