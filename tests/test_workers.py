"""Work by several processes: the order, the bound, and what a process that dies takes with it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.workers import AHEAD, cores, in_order


def doubled(item: int) -> int:
    return 2 * item


def lost(item: object, how: str) -> str:
    return f"lost {item}: {how}"


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


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(in_order(doubled, range(200), jobs=jobs, lost=lost)) == [(at, 2 * at) for at in range(200)]
    assert list(in_order(slow_at_first, range(90), jobs=jobs, lost=lost)) == [(at, at) for at in range(90)]
    assert list(in_order(doubled, [], jobs=jobs, lost=lost)) == []


def test_few_items_are_held_at_a_time() -> None:
    given = 0

    def items() -> Iterator[int]:
        nonlocal given
        while True:
            given += 1
            yield given

    results = in_order(slow_at_first, items(), jobs=2, lost=lost)
    for at, _ in enumerate(results, 1):
        assert given <= at + 2 * AHEAD + 1
        if at == 300:
            break
    results.close()  # type: ignore[attr-defined]


def test_an_item_that_kills_its_process_is_lost_and_no_other() -> None:
    results = [result for _, result in in_order(deadly, range(20), jobs=2, lost=lost)]
    ends = {3: "lost 3: SIGKILL", 7: "lost 7: exit status 5", 13: "lost 13: SIGKILL", 17: "lost 17: exit status 5"}
    assert results == [ends.get(at, "done") for at in range(20)]


def test_an_item_whose_process_was_killed_by_chance_is_tried_again(tmp_path: Path) -> None:
    items = [(at, tmp_path) for at in range(10)]
    results = [result for _, result in in_order(deadly_once, items, jobs=2, lost=lost)]
    assert results == [f"done {at}" for at in range(10)]


def test_items_and_results_larger_than_a_pipe() -> None:
    items = [bytes([at]) * 3_000_000 for at in range(6)]
    assert [result for _, result in in_order(large, items, jobs=2, lost=lost)] == [item * 2 for item in items]


def test_cores() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
