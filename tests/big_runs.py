"""Runs over many articles by several processes: the rate, and the peak memory of each process, as Linux tells it."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from extractor.model.records import Article

MARKS = "aeghiklmno"  # as many texts as these can be made of one
EVERY = 3  # words: each shingle of the near-duplicate index then has a mark in it


class Measured(Struct, frozen=True):
    """A run: its articles, seconds by the clock and by processors, and the peak memory in MB of each process."""

    articles: int
    seconds: float
    worked: float
    main: float
    workers: tuple[float, ...]

    def ratio(self, other: Measured) -> float:
        """How many times the memory of another run this one takes, in its main process or in its largest worker."""
        return max(self.main / other.main, max(self.workers) / max(other.workers))


def write_news(articles: Sequence[Article], times: int, to: Path) -> Path:
    """A file of the articles so many times over, each with an id of its own and each time as other texts."""
    with to.open("w", encoding="utf-8") as file:
        for time_, mark in enumerate(MARKS[:times]):
            for at, article in enumerate(articles):
                text = _marked(article.text, f"qu{mark}") if time_ else article.text
                file.write(json.dumps({"id": f"{time_}-{at}", "title": article.title, "text": text}) + "\n")
    return to


def _marked(text: str, mark: str) -> str:
    """The text with a syllable more behind every few, so that it is near to none that has another."""
    lines = []
    for line in text.split("\n"):
        words = line.split(" ")
        words[EVERY - 1 :: EVERY] = [f"{word} {mark}" for word in words[EVERY - 1 :: EVERY]]
        lines.append(" ".join(words))
    return "\n".join(lines)


def measured(news: Path, *, jobs: int) -> Measured:
    """A run of `solieu extract` over a file into a folder of its own, measured."""
    with tempfile.TemporaryDirectory(prefix="solieu-") as folder:
        command = [sys.executable, "-m", "extractor", "extract", str(news), "--out", folder, "--jobs", str(jobs)]
        start, worked = time.monotonic(), processor_seconds()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        peaks: dict[int, float] = {}
        while process.poll() is None:
            for pid in (process.pid, *_workers(process.pid)):
                peaks[pid] = max(peaks.get(pid, 0.0), _peak(pid))
            time.sleep(0.05)
        seconds, worked = time.monotonic() - start, processor_seconds() - worked
        with Path(folder, "articles.jsonl").open("rb") as lines:
            articles = sum(1 for _ in lines)
    return Measured(articles, seconds, worked, peaks.pop(process.pid), tuple(peaks.values()))


def processor_seconds() -> float:
    """The processor seconds of all processes that were started here and have ended, and of those that they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _workers(pid: int) -> Iterator[int]:
    """The worker processes of a run."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        try:
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                yield child
        except OSError:  # it has ended
            continue


def _peak(pid: int) -> float:
    """The most memory in MB that a process has held so far."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)
