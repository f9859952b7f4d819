"""Work by several processes: the order, the bound, and what a process that dies takes with it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from extractor.runs import workers
from extractor.runs.workers import AHEAD, cores, in_order

pytestmark = pytest.mark.process

T = TypeVar("T")
R = TypeVar("R")


def doubled(item: int) -> int:
    return 2 * item


def lost(item: object, how: str) -> str:
    return f"lost {item}: {how}"


def nothing(item: object) -> int:
    return 0


def slow_at_first(item: int) -> int:
    time.sleep(0.3 if item == 0 else 0)
    return item


def deadly(item: int) -> str:
    if item % 10 == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if item % 10 == 7:
        os._exit(5)
    return "done"


def deadly_once(item: tuple[int, Path]) -> str:
    at, folder = item
    if at == 3 and not (folder / "tried").exists():
        (folder / "tried").touch()
        os.kill(os.getpid(), signal.SIGSEGV)
    return f"done {at}"


def large(item: bytes) -> bytes:
    return item * 2


def results(work: Callable[[T], R], items: Iterable[T], *, jobs: int = 2) -> list[object]:
    return [result for _, result in in_order(work, items, jobs=jobs, lost=lost, size=nothing)]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    pairs = in_order(doubled, range(200), jobs=jobs, lost=lost, size=nothing)
    assert list(pairs) == [(at, 2 * at) for at in range(200)]
    assert results(slow_at_first, range(90), jobs=jobs) == list(range(90))
    assert results(doubled, [], jobs=jobs) == []


def test_few_items_are_held_at_a_time() -> None:
    given = 0

    def items() -> Iterator[int]:
        nonlocal given
        while True:
            given += 1
            yield given

    pairs = in_order(slow_at_first, items(), jobs=2, lost=lost, size=nothing)
    for at, _ in enumerate(pairs, 1):
        assert given <= at + 2 * AHEAD + 1
        if at == 300:
            break
    pairs.close()  # type: ignore[attr-defined]


def test_few_bytes_are_held_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "HELD", 50)
    given: list[int] = []

    def items() -> Iterator[int]:
        for at in range(40):
            given.append(at)
            yield at

    for at, _ in enumerate(in_order(slow_at_first, items(), jobs=2, lost=lost, size=lambda _: 20), 1):
        assert len(given) <= at + 50 // 20 + 1
    assert given == list(range(40))


def test_an_item_that_kills_its_process_is_lost_and_no_other() -> None:
    ends = {3: "lost 3: SIGKILL", 7: "lost 7: exit status 5", 13: "lost 13: SIGKILL", 17: "lost 17: exit status 5"}
    assert results(deadly, range(20)) == [ends.get(at, "done") for at in range(20)]


def test_an_item_whose_process_was_killed_by_chance_is_tried_again(tmp_path: Path) -> None:
    items = [(at, tmp_path) for at in range(10)]
    assert results(deadly_once, items) == [f"done {at}" for at in range(10)]


def test_items_and_results_larger_than_a_pipe() -> None:
    items = [bytes([at]) * 3_000_000 for at in range(6)]
    assert results(large, items) == [item * 2 for item in items]


def test_cores() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
