"""The development gold and the bench corpus beside the project: the scorer's numbers, the floors, no number lost."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import regex
from msgspec import to_builtins

from extractor.evaluate.scores import members_of, score
from extractor.evaluate.statements import load_cases
from extractor.extraction.pipeline import Extraction
from extractor.runs.batch import extract_each
from tests.evaluate.test_evaluate import LEAST_RIGHT, share_right
from tests.helpers import faults, lost_words

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GOLD, SCORER = SHARED / "gold" / "dev", SHARED / "gold" / "score.py"
NEWS = SHARED / "bench" / "news-3000.jsonl.gz"
FLOORS = tomllib.loads((ROOT / ".ci" / "floors.toml").read_text(encoding="utf-8"))
TEXTS = sorted(GOLD.glob("*.txt"))

LEAST_MERGED = 0.75  # F1 of the links between figures of one fact, on the 98 articles; on the first 51 it is 0.91
LEAST_RIGHT_OF_NEW = 0.94  # of the confident figures of articles that came after the rules, as the README says

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not GOLD.is_dir(), reason="no ../shared beside the project")]


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over the texts of the gold, written as users get it."""
    folder = tmp_path_factory.mktemp("dev")
    inside = folder / "in"
    inside.mkdir()
    for text in TEXTS:
        shutil.copy(text, inside)
    subprocess.run([sys.executable, "-m", "extractor", "extract", str(inside), "--out", str(folder)], check=True)
    return folder


@pytest.fixture(scope="session", params=FLOORS)
def group(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A group of the floors with a folder that holds its gold."""
    members = members_of(request.param, FLOORS, [path.stem for path in TEXTS])
    folder = tmp_path_factory.mktemp(request.param)
    for name in members:
        for ending in (".json", ".txt"):
            shutil.copy(GOLD / f"{name}{ending}", folder)
    return request.param, folder


def scored(gold: Path, run: Path) -> dict[str, object]:
    """What the gold's own scorer says of a run."""
    command = [sys.executable, str(SCORER), str(gold), str(run), "--json"]
    return json.loads(subprocess.check_output(command, text=True))  # type: ignore[no-any-return]


def test_our_score_is_the_scorers_to_the_last_digit(group: tuple[str, Path], run: Path) -> None:
    theirs = scored(group[1], run)
    ours = to_builtins(score(load_cases(group[1], None, stdin=BytesIO())))
    assert {name: ours[name] for name in theirs} == theirs


def test_confident_figures_are_right(group: tuple[str, Path]) -> None:
    reached = score(load_cases(group[1], None, stdin=BytesIO()))
    assert share_right(reached) >= (LEAST_RIGHT_OF_NEW if group[0] == "new" else LEAST_RIGHT)


def _measures(table: dict[str, object], prefix: str = "") -> Iterator[tuple[str, float]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _measures(value, f"{prefix}{name}.")
        elif isinstance(value, float):
            yield f"{prefix}{name}", value


def test_scorer_says_that_the_floors_are_reached(group: tuple[str, Path], run: Path) -> None:
    reached = dict(_measures(scored(group[1], run)))
    floors = dict(_measures(FLOORS[group[0]]))
    assert floors
    assert {name: reached[name] for name, floor in floors.items() if reached[name] < floor} == {}


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_no_number_of_the_gold_texts_is_lost(text: Path) -> None:
    (outcome,) = extract_each([text], stdin=BytesIO())
    assert isinstance(outcome, Extraction)
    assert outcome.article.text == text.read_bytes().decode("utf-8")
    assert faults(outcome) == []
    assert lost_words(outcome) == []


NOUGHT = regex.compile(r"(?<![\d.,])0+(?:[.,]0+)?(?![\d.,]*[1-9])|\bkhông\b", regex.IGNORECASE)


def noughts_unwritten(extraction: Extraction) -> list[str]:
    """The figures whose value or end of a range is zero though no zero is written there: the 000 of 15 000 ha."""
    zero = [one for one in extraction.figures if 0 in (one.value, one.low, one.high)]
    return [f"{one.text!r} is no zero" for one in zero if not NOUGHT.search(one.text)]


@pytest.mark.skipif(not NEWS.exists(), reason="no bench corpus")
def test_three_thousand_articles_without_a_fault() -> None:
    count, wrong = 0, []
    for outcome in extract_each([NEWS], stdin=BytesIO()):
        assert isinstance(outcome, Extraction), outcome
        count += 1
        found = (*faults(outcome), *lost_words(outcome), *noughts_unwritten(outcome))
        wrong += [f"{outcome.article.id}: {fault}" for fault in found]
    assert count == 3000
    assert wrong[:10] == []


@pytest.fixture(scope="session")
def merged(run: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same run with its facts."""
    folder = tmp_path_factory.mktemp("merged")
    for name in ("articles.jsonl", "figures.jsonl"):
        shutil.copy(run / name, folder)
    subprocess.run([sys.executable, "-m", "extractor", "merge", str(folder)], check=True)
    return folder


@pytest.fixture(scope="session")
def facts(merged: Path) -> dict[str, list[dict[str, Any]]]:
    """The facts of the texts of the gold, by the names of their articles."""
    names = {one["id"]: Path(one["source"]).stem for one in _lines(merged / "articles.jsonl")}
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in names.values()}
    for fact in _lines(merged / "facts.jsonl"):
        for article in fact["articles"]:
            found[names[article]].append(fact)
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_links_between_figures_of_one_fact(merged: Path) -> None:
    assert dict(_measures(scored(GOLD, merged)))["merge.f1"] >= LEAST_MERGED


def test_luc_yen_has_one_fact_of_421_models(facts: dict[str, list[dict[str, Any]]]) -> None:
    made = {fact["value"]: fact for fact in facts["luc-yen"]}
    whole = made[421]
    stated = [(one["value"], one["modifier"], len(one["figures"])) for one in whole["values"]]
    assert stated == [(400, "more_than", 2), (421, "exact", 2)]
    assert (whole["agreement"], whole["modifier"], whole["period"]) == ("rounded", "exact", "../2024-03-04")
    for part in (91, 232, 47, 18, 33):
        assert (len(made[part]["figures"]), made[part]["agreement"]) == (2, "repeated")
        assert made[part]["part_of"] == whole["id"]
    assert len(facts["luc-yen"]) == 6


def test_yen_binh_says_840_sessions_twice(facts: dict[str, list[dict[str, Any]]]) -> None:
    (fact,) = (fact for fact in facts["yen-binh"] if fact["value"] == 840)
    assert (len(fact["figures"]), fact["agreement"], fact["period"]) == (2, "repeated", "2023")
    roads = [fact for fact in facts["yen-binh"] if fact["unit"] == "km"]
    assert len(roads) == 4, "24 km, 25 km, 600 km and 29 km are four things"


def test_mu_cang_chai_contradicts_itself_on_trees(facts: dict[str, list[dict[str, Any]]]) -> None:
    (fact,) = (fact for fact in facts["mu-cang-chai"] if fact["agreement"] == "conflicting")
    assert {(one["value"], one["modifier"]) for one in fact["values"]} == {(900000, "nearly"), (900000, "more_than")}
    assert len(fact["figures"]) == 2
    assert "cannot all be true" in fact["why"]


@pytest.mark.parametrize("name", ["can-giuoc", "yen-son"])
def test_articles_that_repeat_nothing(facts: dict[str, list[dict[str, Any]]], name: str) -> None:
    assert {fact["agreement"] for fact in facts[name]} == {"single"}
