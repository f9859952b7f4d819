"""The bench measures what it says: turns, ratios, sizes, and the stages of the path."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from extractor.runs import batch
from tests.bench.corpus import KB, parts_of, read_articles
from tests.bench.rows import Row, compared, in_turns, short
from tests.bench.sizes import cut, text_of
from tests.bench.speed import whole_path
from tests.bench.stages import STAGES, Clock, clocked

ROOT = Path(__file__).parent.parent


def busy(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_works_take_turns_in_both_orders_and_the_first_part_is_not_counted() -> None:
    done: list[str] = []
    works = {name: lambda part, name=name: done.append(f"{name}{part}") for name in "ab"}
    taken = in_turns(works, "xyz")
    assert done == ["ax", "bx", "by", "ay", "az", "bz"]
    assert {name: len(seconds) for name, seconds in taken.items()} == {"a": 2, "b": 2}


def test_a_ratio_is_that_of_each_turn() -> None:
    row = compared("ours", [2.0, 4.0, 9.0], "theirs", [1.0, 2.0, 3.0], show=str)
    assert row == Row("ours", "4.0", "theirs", "2.0", "2.00", "2.00 to 3.00, 3 turns")


def test_speed_is_how_many_times_as_fast() -> None:
    assert compared("ours", [2.0], "theirs", [5.0], show=str, speed=True).ratio == "x2.50"


SAID = [(0, "0"), (0.0123, "0.0123"), (1.5, "1.50"), (673.4, "673"), (2345.6, "2,346")]


@pytest.mark.parametrize(("number", "said"), SAID)
def test_numbers_have_three_digits(number: float, said: str) -> None:
    assert short(number) == said


@pytest.mark.parametrize("kb", [1, 10, 50])
def test_a_text_is_cut_without_losing_a_line(kb: int) -> None:
    lines = text_of(read_articles(None), 50)
    texts = cut(lines, kb)
    assert "\n".join(texts).split("\n") == lines
    assert sum(len(text.encode()) for text in texts) / len(texts) == pytest.approx(kb * KB, rel=0.3)


def test_a_stage_stands_still_while_it_calls_another() -> None:
    clock = Clock()
    inner = clock.timed("inner", lambda: busy(0.04))

    def outer() -> None:
        busy(0.02)
        inner()

    clock.timed("outer", outer)()
    assert clock.spent["inner"] == pytest.approx(0.04, abs=0.015)
    assert clock.spent["outer"] == pytest.approx(0.02, abs=0.015)


def test_the_steps_of_a_generator_are_timed_and_not_what_is_done_between_them() -> None:
    clock = Clock()

    def steps() -> object:
        busy(0.03)
        yield 1

    for _ in clock.timed("steps", steps)():
        busy(0.05)
    assert clock.spent["steps"] == pytest.approx(0.03, abs=0.015)


def test_every_stage_takes_part_in_the_whole_path(tmp_path: Path) -> None:
    (part,) = parts_of(read_articles(None), 1, 12, tmp_path / "parts")
    before, clock = batch.read_one, Clock()
    with clocked(clock):
        whole_path(part)
    assert {*STAGES} <= {stage for stage, seconds in clock.spent.items() if seconds > 0}
    assert batch.read_one is before


@pytest.mark.parametrize("guide", ["benchmarks.md", "scale.md"])
def test_targets_and_files_that_a_guide_names_exist(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    named = re.findall(r"`make ([a-z-]+)", text)
    assert named
    assert {*named} <= {*targets}
    assert all((ROOT / "docs" / file).exists() for file in re.findall(r"\]\((\S+?)\)", text))
