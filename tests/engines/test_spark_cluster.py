"""A real cluster on this machine: a master and two workers, one of which is killed in the middle of a run."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from extractor.cli.exit import SOME_FAILED
from extractor.dataset.parts import read_lines, results_of
from extractor.engines.spark.running import FOLDER
from extractor.engines.spark.tables import TABLES
from tests.datasets import ROOT
from tests.engines.conftest import QUICK
from tests.engines.corpora import ByOne

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc on this system")
DEADLINE = 240.0  # seconds
MASTER, WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"
SETTINGS = f"""
spark.default.parallelism 4
spark.executor.memory 1g
spark.driver.memory 1g
spark.driver.extraJavaOptions {QUICK}
spark.executor.extraJavaOptions {QUICK}
spark.sql.codegen.wholeStage false
spark.ui.enabled false
"""


class Cluster(NamedTuple):
    """The address of a master, its two workers, and the environment of who speaks with it."""

    url: str
    workers: tuple[subprocess.Popen[bytes], ...]
    environment: dict[str, str]


def wait_for(what: str, path: Path) -> str:
    """What a pattern finds in a file that is being written."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        if path.exists() and (found := re.search(what, path.read_text(errors="replace"))):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"{what} is not told: {path.read_text(errors='replace')[-2000:]}")


def descendants(parent: int) -> list[int]:
    """The processes that one has started, and those that these have."""
    children: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            above = int(status.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has ended
            continue
        children.setdefault(above, []).append(int(status.parent.name))
    found = [parent]
    for one in found:
        found += children.get(one, [])
    return found


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kills a process with all that it has started."""
    for one in descendants(process.pid):
        try:
            os.kill(one, signal.SIGKILL)
        except ProcessLookupError:
            continue
    process.wait()


@pytest.fixture(scope="module")
def cluster(has_spark: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    import pyspark

    place, home = tmp_path_factory.mktemp("cluster"), Path(pyspark.__file__).parent
    (place / "spark-defaults.conf").write_text(SETTINGS, encoding="utf-8")
    environment = dict(os.environ) | {
        "SPARK_HOME": str(home), "SPARK_CONF_DIR": str(place), "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": "256m", "SPARK_DAEMON_JAVA_OPTS": QUICK,
        "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    started: list[subprocess.Popen[bytes]] = []

    def start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [str(home / "bin" / "spark-class"), *arguments, "--host", "127.0.0.1", "--webui-port", "0"]
        with (place / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=ROOT)
        started.append(process)
        return process

    try:
        start("master", MASTER, "--port", "0")
        url = wait_for(r"Starting Spark master at (spark://127\.0\.0\.1:\d+)", place / "master.log")
        workers = []
        for name in ("first", "second"):
            options = ("--cores", "1", "--memory", "1g", "--work-dir", str(place / name))
            workers.append(start(name, WORKER, url, *options))
        for name in ("first", "second"):
            wait_for("(Successfully registered)", place / f"{name}.log")
        yield Cluster(url, tuple(workers), environment)
    finally:
        for process in started:
            kill(process)


def in_the_middle(done: Path) -> bool:
    """Waits until one task has handed over what it extracted; whether others are still to come."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end and not any(done.glob("_temporary/*/task_*")):
        time.sleep(0.01)
    return any(done.glob("_temporary/*/task_*")) and not (done / "_SUCCESS").exists()


def test_a_worker_is_killed_and_the_results_are_the_same(cluster: Cluster, by_one: ByOne, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "extractor", "run", str(by_one.news), "--out", str(out)]
    command += ["--engine", "spark", "--master", cluster.url]
    environment, said = cluster.environment, tmp_path / "said.txt"
    with said.open("wb") as log:
        process = subprocess.Popen(command, stderr=log, env=environment, cwd=ROOT)
    try:
        assert in_the_middle(out / FOLDER / "done"), said.read_text()
        kill(cluster.workers[0])
        assert process.wait(DEADLINE) == SOME_FAILED, said.read_text()
    finally:
        kill(process)
    for name in TABLES:
        one, many = (
            [line.text for line in read_lines(results_of(place, name), todo="")] for place in (by_one.out, out)
        )
        assert many == one
