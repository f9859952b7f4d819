"""Unseen news, by its floors: the sealed articles, and the open ones read with weights fitted without them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = tomllib.loads((ROOT / ".ci" / "unseen.toml").read_text(encoding="utf-8"))

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not GOLD.is_dir(), reason="no ../shared beside the project")]


def scored(gold: Path, run: Path) -> dict[str, Any]:
    """What the gold's own scorer says of a run, merged first."""
    subprocess.run([sys.executable, "-m", "extractor", "merge", str(run)], check=True)
    command = [sys.executable, str(GOLD / "score.py"), str(gold), str(run), "--json"]
    return json.loads(subprocess.check_output(command, text=True))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def reached(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The scores of the sealed articles and of those held out."""
    sealed, held_out = tmp_path_factory.mktemp("sealed"), tmp_path_factory.mktemp("held_out")
    inside = sealed / "in"
    inside.mkdir()
    for text in sorted((GOLD / "blind").glob("*.txt")):
        shutil.copy(text, inside)
    subprocess.run([sys.executable, "-m", "extractor", "extract", str(inside), "--out", str(sealed)], check=True)
    command = [sys.executable, "-m", "tests.weights", str(GOLD / "dev"), "--held-out", str(held_out)]
    subprocess.run(command, check=True, cwd=ROOT)
    return {"sealed": scored(GOLD / "blind.gold", sealed), "held_out": scored(GOLD / "dev", held_out)}


def below(floors: dict[str, Any], score: dict[str, Any], prefix: str = "") -> list[str]:
    """The measures that fell below their floors."""
    found = []
    for name, floor in floors.items():
        if isinstance(floor, dict):
            found += below(floor, score[name], f"{prefix}{name}.")
        elif score[name] < floor:
            found.append(f"{prefix}{name}: {score[name]:.4f} < {floor}")
    return found


@pytest.mark.parametrize("group", FLOORS)
def test_unseen_news_reaches_its_floors(group: str, reached: dict[str, dict[str, Any]]) -> None:
    assert below(FLOORS[group], reached[group]) == []


def test_a_measure_below_its_floor_is_told() -> None:
    assert below({"figure": {"f1": 0.9}, "part_of_f1": 0.5}, {"figure": {"f1": 0.8}, "part_of_f1": 0.5}) == [
        "figure.f1: 0.8000 < 0.9"
    ]
