"""Runs that are stopped: whatever ends them, the same command goes on and writes what it would have written anyway."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import cast

import pytest
from typer.testing import CliRunner

from extractor.cli.app import app
from extractor.cli.exit import INTERRUPTED, SOME_FAILED, WRONG_USAGE
from extractor.reading.document import DEFAULTS, Options
from extractor.runs import runner
from extractor.runs.checkpoint import FOLDER, STATE
from extractor.runs.runner import CHANGED, OTHER, results_in
from tests.reading.test_forms import zipped
from tests.runs.test_duplicates import ELSEWHERE, NEXT_YEAR, ORIGINAL, replaced

pytestmark = pytest.mark.process

FILES = ("articles.jsonl", "errors.jsonl", "figures.jsonl", "passed.jsonl")
KILLS = 8  # for each number of jobs
SOON = "from extractor.cli.app import main; from extractor.runs import runner; runner.SAVE_EVERY = 0.02; main()"
DEADLINE = 300.0  # seconds, of patience only: a busy machine is no fault


def corpus(folder: Path, count: int) -> Path:
    """Articles, each with its repeats and copies, and inputs that cannot be taken."""
    folder.mkdir()
    with (folder / "news.jsonl").open("w", encoding="utf-8") as file:
        for at in range(count):
            text = ORIGINAL.replace("Yên Hòa", f"Yên Hòa {at // 3}").replace("2023", str(1900 + at // 3))
            if at % 3 == 1:
                text = text.translate(NEXT_YEAR)
            name = str(at - at % 20 // 19)  # one in twenty has the id of the one before
            file.write("{broken\n" if at % 50 == 49 else json.dumps({"id": name, "text": text}) + "\n")
    (folder / "copy.txt").write_text(ORIGINAL, encoding="utf-8")
    (folder / "elsewhere.txt").write_text(replaced(ORIGINAL, ELSEWHERE), encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def results(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


def extract(*arguments: str | Path, given: bytes | None = None) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["extract", *map(str, arguments)], input=given)
    return done.exit_code, done.stderr


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("news") / "in", 300)


@pytest.fixture(scope="module")
def never_killed(news: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("out")
    assert extract(news, "--out", out)[0] == SOME_FAILED
    written = results(out)
    assert all(written.values())
    assert b'"same_as": "' in written["articles.jsonl"]
    return written


def started(news: Path, out: Path, jobs: int, code: str = SOON) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", code, "extract", str(news), "--out", str(out), "--jobs", str(jobs)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)


def gone(group: int) -> bool:
    """Whether no process of a group is left, after some patience."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_any_moment(jobs: int, news: Path, never_killed: dict[str, bytes], tmp_path: Path) -> None:
    moments = random.Random(jobs)
    out, kills = tmp_path / "0", 0
    while kills < KILLS:
        process = started(news, out, jobs)
        try:
            process.wait(moments.uniform(0.1, 2.0))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
            assert gone(process.pid), "no worker outlives a run that was killed"
            assert all((out / name).read_bytes() == never_killed[name] for name in FILES if (out / name).exists())
        else:  # it came to its end before the kill: once more from the start
            assert results(out) == never_killed
            out = tmp_path / str(kills)
    assert started(news, out, jobs).wait(DEADLINE) == SOME_FAILED
    assert results(out) == never_killed
    assert sorted(path.name for path in out.iterdir()) == list(FILES)


KILLED_WHILE_RENAMING = """
import os, shutil, signal
from pathlib import Path
from extractor.cli.app import main
renamed, replace, rmtree = [], Path.replace, shutil.rmtree

def kill_at(count):
    if len(renamed) == count:
        os.kill(os.getpid(), signal.SIGKILL)

def counted(*paths):
    kill_at(KILLED_AT)
    renamed.append(paths)
    return replace(*paths)

def last(*arguments, **options):
    kill_at(4)
    return rmtree(*arguments, **options)

Path.replace, shutil.rmtree = counted, last
main()
"""


@pytest.mark.parametrize("renamed", range(5))
def test_killed_while_results_take_their_names(renamed: int, tmp_path: Path) -> None:
    news, fresh = corpus(tmp_path / "in", 5), tmp_path / "fresh"
    extract(news, "--out", fresh)
    for again, out in (([news], tmp_path / "same"), ([news / "copy.txt"], tmp_path / "other")):
        code = KILLED_WHILE_RENAMING.replace("KILLED_AT", str(renamed))
        assert started(news, out, 1, code).wait(DEADLINE) == -signal.SIGKILL
        with results_in(out, list(map(str, again)), stdin=BytesIO()) as run:
            assert results(out) == results(fresh), "what was complete is in place before anything else is done"
            assert (run.note == OTHER) == (again != [news])
            assert len(list(run.steps)) == (0 if again == [news] else 1)
        assert not (out / FOLDER).exists()


def stopped(paths: list[Path], out: Path, steps: int, stdin: bytes = b"") -> None:
    """A run that ends after some steps."""
    with results_in(out, list(map(str, paths)), stdin=BytesIO(stdin)) as run:
        list(islice(run.steps, steps))


@pytest.fixture
def each_step_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "SAVE_EVERY", -1.0)


@pytest.mark.usefixtures("each_step_saved")
def test_stopped_behind_each_input(tmp_path: Path) -> None:
    news = corpus(tmp_path / "in", 7)
    extract(news, "--out", tmp_path / "fresh")
    for steps in range(11):
        out = tmp_path / str(steps)
        stopped([news], out, steps)
        status, said = extract(news, "--out", out)
        assert status == SOME_FAILED
        assert (f"behind the {steps} inputs" in said) == (steps > 0)
        assert "9 articles" in said, "the summary is of the whole run"
        assert results(out) == results(tmp_path / "fresh")


@pytest.mark.usefixtures("each_step_saved")
def test_standard_input_is_gone_on_with(tmp_path: Path) -> None:
    given = (corpus(tmp_path / "in", 9) / "news.jsonl").read_bytes()
    stopped([Path("-")], tmp_path / "same", 4, given)
    assert "behind the 4 inputs" in extract("-", "--out", tmp_path / "same", given=given)[1]
    changed = given.replace(b"12/19", b"13/19")
    stopped([Path("-")], tmp_path / "changed", 4, given)
    assert CHANGED in extract("-", "--out", tmp_path / "changed", given=changed)[1]
    extract("-", "--out", tmp_path / "fresh", given=changed)
    assert results(tmp_path / "changed") == results(tmp_path / "fresh")


@pytest.mark.usefixtures("each_step_saved")
def test_other_inputs_are_begun_anew(tmp_path: Path) -> None:
    news, out = corpus(tmp_path / "in", 7), tmp_path / "out"
    extract(news / "copy.txt", "--out", out)
    former = results(out)
    stopped([news], out, 5)
    assert results(out) == former, "former results stay until the new ones are complete"
    assert OTHER in extract(news / "news.jsonl", "--out", out)[1]
    stopped([news], out, 5)
    (news / "copy.txt").write_text("Toàn xã có 421 hộ nghèo.", encoding="utf-8")
    assert CHANGED in extract(news, "--out", out)[1]
    extract(news, "--out", tmp_path / "fresh")
    assert results(out) == results(tmp_path / "fresh")
    stopped([news], out, 3)
    (news / "zz.txt").write_text("Toàn xã có 19 hộ nghèo.", encoding="utf-8")
    assert "behind the 3 inputs" in extract(news, "--out", out)[1], "inputs that were not reached may change"
    assert b"19" in results(out)["figures.jsonl"]


@pytest.mark.usefixtures("each_step_saved")
@pytest.mark.parametrize("damage", ["state", "lines"])
def test_a_damaged_unfinished_run_is_begun_anew(damage: str, tmp_path: Path) -> None:
    news, out = corpus(tmp_path / "in", 7), tmp_path / "out"
    stopped([news], out, 5)
    (out / FOLDER / {"state": STATE, "lines": "figures.part"}[damage]).write_bytes(b"no state of solieu" * 10)
    extract(news, "--out", out)
    extract(news, "--out", tmp_path / "fresh")
    assert results(out) == results(tmp_path / "fresh")


def test_two_runs_in_one_folder(tmp_path: Path) -> None:
    news, out = corpus(tmp_path / "in", 5), tmp_path / "out"
    with results_in(out, [str(news)], stdin=BytesIO()) as run:
        next(run.steps)
        status, said = extract(news, "--out", out)
        assert status == WRONG_USAGE
        assert "another run is writing there" in said
        list(run.steps)
    assert len(results(out)["articles.jsonl"].splitlines()) == 7


def under_way(out: Path) -> bool:
    """Waits until a run has written figures again after its first checkpoint."""
    part, state, sizes, end = out / FOLDER / "figures.part", out / FOLDER / STATE, {0}, time.monotonic() + DEADLINE
    while len(sizes) < 3 and time.monotonic() < end:
        if part.exists() and state.exists() and state.stat().st_size:  # it is empty until the first
            sizes.add(part.stat().st_size)
        time.sleep(0.005)
    return len(sizes) == 3


STOPS = ((signal.SIGINT, INTERRUPTED, "interrupted"), (signal.SIGTERM, 143, "stopped by SIGTERM"))


@pytest.mark.parametrize(("number", "status", "words"), [*STOPS, (signal.SIGHUP, 129, "stopped by SIGHUP")])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_signal_ends_cleanly(
    jobs: int, number: int, status: int, words: str, news: Path, never_killed: dict[str, bytes], tmp_path: Path
) -> None:
    command = [sys.executable, "-c", SOON, "extract", str(news), "--out", str(tmp_path), "--jobs", str(jobs)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, text=True)
    assert under_way(tmp_path)
    os.killpg(process.pid, number)  # a terminal sends it to every process
    _, said = process.communicate(timeout=DEADLINE)
    assert process.returncode == status
    assert said.splitlines()[-1].startswith(f"{words}: the same command goes on")
    assert "Traceback" not in said
    assert gone(process.pid)
    assert (tmp_path / FOLDER / STATE).exists(), "what is done is kept"
    extract(news, "--out", tmp_path)
    assert results(tmp_path) == never_killed


FULL_DISK = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES, BYTES))
"""


def test_a_full_disk_ends_a_run_that_goes_on(news: Path, never_killed: dict[str, bytes], tmp_path: Path) -> None:
    size = len(never_killed["figures.jsonl"]) // 2
    process = started(news, tmp_path, 1, FULL_DISK.replace("BYTES", str(size)) + SOON)
    assert process.wait(DEADLINE) == WRONG_USAGE
    assert not any((tmp_path / name).exists() for name in FILES)
    assert "going on behind" in extract(news, "--out", tmp_path)[1]
    assert results(tmp_path) == never_killed


def test_no_space_for_temporary_files_is_no_fault_of_an_input(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(a=b"x" * 99, b=random.Random(5).randbytes(90_000)))
    code = FULL_DISK.replace("BYTES", "50000") + SOON
    process = subprocess.run(
        [sys.executable, "-c", code, "extract", "-"], input=(tmp_path / "a.zip").read_bytes(), capture_output=True,
        check=False,
    )  # fmt: skip
    assert process.returncode == WRONG_USAGE
    assert b"no space for temporary files" in process.stderr
    assert b"Traceback" not in process.stderr


def test_any_number_of_jobs_writes_the_same(news: Path, never_killed: dict[str, bytes], tmp_path: Path) -> None:
    assert extract(news, "--out", tmp_path, "--jobs", "0")[0] == SOME_FAILED, "as many as there are processors"
    assert results(tmp_path) == never_killed
    one, two = (CliRunner().invoke(app, ["extract", str(news), "--jobs", jobs]).stdout_bytes for jobs in "12")
    assert one == two == never_killed["figures.jsonl"]


class Deadly:
    """Options that end the process that reads a page by them."""

    fields, max_bytes, max_ratio = DEFAULTS.fields, DEFAULTS.max_bytes, DEFAULTS.max_ratio
    catalogue = DEFAULTS.catalogue

    @property
    def max_depth(self) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0


def test_an_article_that_ends_its_process_is_one_error(tmp_path: Path) -> None:
    news, out = corpus(tmp_path / "in", 7), tmp_path / "out"
    page = news / "deadly.html"
    page.write_text("<html><body><p>Toàn xã có 421 hộ nghèo.</p></body></html>", encoding="utf-8")
    with results_in(out, [str(news)], stdin=BytesIO(), options=cast(Options, Deadly()), jobs=2) as run:
        failures = list(chain.from_iterable(run.steps))
    assert [failure.source for failure in failures] == [str(page), str(news / "empty.txt")]
    assert "(SIGKILL)" in failures[0].what
    assert run.tally.articles == 9


def children(parent: int) -> Iterator[int]:
    """The worker processes of a run."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
            command = status.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == parent and b"spawn_main" in command:
            yield int(status.parent.name)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc on this system")
def test_workers_that_are_killed_lose_nothing(news: Path, never_killed: dict[str, bytes], tmp_path: Path) -> None:
    process = started(news, tmp_path, 2)
    assert under_way(tmp_path)
    for worker in list(children(process.pid)):  # those of now, not those that take their place
        os.kill(worker, signal.SIGKILL)
    assert process.wait(DEADLINE) == SOME_FAILED
    assert results(tmp_path) == never_killed
