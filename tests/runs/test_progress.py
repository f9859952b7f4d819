"""Progress: the bytes that were read of all there are, and what a terminal shows of it."""

from __future__ import annotations

import gzip
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from extractor.cli import printing
from extractor.cli.printing import with_progress
from extractor.reading.input.progress import ReadingProgress, size_of
from extractor.reading.sources import documents
from extractor.runs.runner import figures_to

pytestmark = pytest.mark.process

LINE = json.dumps({"text": "Toàn xã có 421 hộ nghèo."}) + "\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINE.encode() * 500))
    (tmp_path / "b.txt").write_text("Toàn xã có 421 hộ nghèo.", encoding="utf-8")
    (tmp_path / "c.html").write_bytes(b"%PDF")
    (tmp_path / "d.jsonl").write_text(LINE * 2_000, encoding="utf-8")
    return tmp_path


def test_the_bytes_read_grow_to_the_size_of_all(news: Path) -> None:
    progress = ReadingProgress()
    seen = [progress.bytes_read for _ in documents([news, news / "missing.txt"], progress=progress)]
    assert seen == sorted(seen)
    assert len(set(seen)) > 10
    assert (
        progress.bytes_read
        == size_of([news, news / "missing.txt"])
        == sum(path.stat().st_size for path in news.iterdir())
    )


def test_the_size_of_what_is_no_file_is_not_known(news: Path) -> None:
    os.mkfifo(news / "pipe")
    assert size_of(["-"]) is None
    assert size_of([news / "pipe"]) is None
    assert size_of([]) == 0


@pytest.mark.parametrize("known", [True, False])
def test_a_terminal_shows_inputs_rate_and_time_left(known: bool, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "MOMENT", 0.0)
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, width=100)
    with Path(os.devnull).open("w") as out, figures_to(out, [str(news)], stdin=io.BytesIO()) as run:
        steps = list(with_progress(console, run, size_of([news]) if known else None))
    assert len(steps) == 2_502
    assert "inputs, " in shown.getvalue()
    assert " a second" in shown.getvalue()
    assert ("0:00:0" in shown.getvalue()) == known


def shown_on_a_terminal(command: list[str]) -> str:
    """What a command writes to standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
    os.close(theirs)
    shown = b""
    try:
        while more := os.read(ours, 1 << 16):
            shown += more
    except OSError:  # all of it was read
        pass
    os.close(ours)
    return shown.decode()


def test_progress_is_shown_only_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINE * 10, encoding="utf-8")
    now = "from extractor.cli import printing; printing.MOMENT = 0; from extractor.cli.app import main; main()"
    command = [sys.executable, "-c", now, "extract", str(tmp_path), "--out", str(tmp_path / "out")]
    assert "10 inputs, " in shown_on_a_terminal(command)
    assert "inputs, " not in subprocess.run(command, capture_output=True, text=True, check=True).stderr
