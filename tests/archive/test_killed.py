"""Archives that are written by several at once, or by a process that is killed: before or after, never half."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor.archive import add_run
from tests.archive.archives import again, content, sample, write_run

pytestmark = pytest.mark.process

ADD = """
import sys
from pathlib import Path
from extractor.archive import add_run
print("ready", flush=True)
sys.stdin.readline()
add_run(Path(sys.argv[1]), Path(sys.argv[2]))
"""
DEADLINE = 300.0  # seconds, of patience only
KILLS = 6
# Kills itself at the n-th statement that changes something, before it or behind it.
KILLED_AT = """
import os, signal, sys
from pathlib import Path
import sqlite3
from extractor.archive import add_run
left, connect = int(sys.argv[3]), sqlite3.connect

class Deadly(sqlite3.Connection):
    def _count(self, statement):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def execute(self, statement, *rest):
        self._count(statement)
        return super().execute(statement, *rest)

    def executemany(self, statement, *rest):
        self._count(statement)
        return super().executemany(statement, *rest)

sqlite3.connect = lambda *rest, **options: connect(*rest, factory=Deadly, **options)
add_run(Path(sys.argv[1]), Path(sys.argv[2]))
print(-left)
"""


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("runs")
    first = [again(one, f"{one.article.id}-a") for one in sample()[:6]]
    second = [again(one, f"{one.article.id}-b") for one in sample()[:4]]
    second.append(again(sample()[0], "updated", url=first[1].article.url))
    return write_run(folder / "first", first), write_run(folder / "second", second)


@pytest.fixture(scope="module")
def states(runs: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[object, object]:
    """What the archive holds before and after the second run."""
    path = tmp_path_factory.mktemp("whole") / "archive.db"
    add_run(path, runs[0])
    before = content(path)
    add_run(path, runs[1])
    return before, content(path)


def started(path: Path, run: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ADD, str(path), str(run)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def test_two_writers_at_once(runs: tuple[Path, Path], states: tuple[object, object], tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    processes = [started(path, run) for run in runs]
    for process in processes:
        go(process)
    for process in processes:
        assert process.wait(DEADLINE) == 0
    held = content(path)
    articles = {row[0] for row in held["articles"]}
    assert {row[0] for row in states[1]["articles"]} <= articles | {f"{sample()[1].article.id}-a", "updated"}  # type: ignore[index]
    for run in runs:  # who came last holds the address that both have: once more in order
        add_run(path, run)
    assert content(path) == states[1]
    assert [one.name for one in tmp_path.iterdir()] == ["archive.db"]


def test_killed_at_any_moment(runs: tuple[Path, Path], states: tuple[object, object], tmp_path: Path) -> None:
    path, moments = tmp_path / "archive.db", random.Random(1)
    add_run(path, runs[0])
    start = time.monotonic()
    whole = started(tmp_path / "other.db", runs[1])
    go(whole)
    assert whole.wait(DEADLINE) == 0
    took = time.monotonic() - start
    for _ in range(KILLS):
        process = started(path, runs[1])
        go(process)
        time.sleep(moments.uniform(0, took))
        process.kill()
        process.wait()
        held = content(path)
        assert held in states
        if held == states[1]:
            path.unlink()
            add_run(path, runs[0])
    add_run(path, runs[1])
    assert content(path) == states[1]


def test_killed_at_any_statement(runs: tuple[Path, Path], states: tuple[object, object], tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    add_run(fresh, runs[0])
    path = tmp_path / "archive.db"
    before = fresh.read_bytes()

    def killed(at: int) -> subprocess.CompletedProcess[str]:
        path.write_bytes(before)
        command = [sys.executable, "-c", KILLED_AT, str(path), str(runs[1]), str(at)]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=DEADLINE)

    whole = killed(0)
    count = int(whole.stdout)
    assert count > 50
    for at in sorted({*random.Random(2).sample(range(1, count), 4), *range(count - 3, count + 1)}):
        done = killed(at)
        assert done.returncode == -signal.SIGKILL
        assert content(path) in states
        add_run(path, runs[1])
        assert content(path) == states[1]
        assert not path.with_name("archive.db-wal").exists()


def test_killed_while_it_is_made(runs: tuple[Path, Path], states: tuple[object, object], tmp_path: Path) -> None:
    for at in (3, 8, 20, 60, 100):
        path = tmp_path / f"{at}.db"
        command = [sys.executable, "-c", KILLED_AT, str(path), str(runs[0]), str(at)]
        assert subprocess.run(command, capture_output=True, check=False, timeout=DEADLINE).returncode == -signal.SIGKILL
        add_run(path, runs[0])
        assert content(path) == states[0]
