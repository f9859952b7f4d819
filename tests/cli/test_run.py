"""`solieu run` and `solieu merge`: what they write, say and end with."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from extractor.archive.database import FILE as ARCHIVE
from extractor.archive.database import is_archive
from extractor.audit.folder import FILES as FINDINGS
from extractor.cli.app import app
from extractor.cli.exit import DONE, INTERRUPTED, SOME_FAILED, WRONG_USAGE
from extractor.dataset.export.tables import FILES
from tests.datasets import ARTICLES, ROOT

WRITTEN = {"articles.jsonl", "figures.jsonl", "passed.jsonl", "errors.jsonl", "facts.jsonl", *FILES, *FINDINGS}
TWICE = "Năm 2023, huyện Yên Bình có 421 mô hình “Dân vận khéo”.\n\nHuyện Yên Bình có 421 mô hình “Dân vận khéo”.\n"


def solieu(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), input=given)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_run_is_extract_merge_and_audit(tmp_path: Path) -> None:
    once, twice = tmp_path / "once", tmp_path / "twice"
    done = solieu("run", ARTICLES, "--out", once)
    assert done.exit_code == DONE, done.output
    assert solieu("extract", ARTICLES, "--out", twice).exit_code == DONE
    assert solieu("merge", twice).exit_code == DONE
    assert solieu("audit", twice).exit_code == DONE
    assert is_archive(once / ARCHIVE)
    assert contents(once).keys() == {*WRITTEN, ARCHIVE}
    (once / ARCHIVE).unlink()  # which tells when it was made
    assert contents(once) == contents(twice)
    assert solieu("merge", once).exit_code == DONE
    assert solieu("audit", once).exit_code == DONE
    assert contents(once) == contents(twice), "doing them again changes nothing"


def test_the_summary_counts_what_was_written(tmp_path: Path) -> None:
    done = solieu("run", ARTICLES, "--out", tmp_path)
    assert done.stdout == ""
    facts = lines(tmp_path / "facts.jsonl")
    counts = {name: len(lines(tmp_path / f"{name}.jsonl")) for name in ("articles", "figures", "passed")}
    conflicts = sum(fact["agreement"] == "conflicting" for fact in facts)
    said = done.stderr.replace("\n", " ")
    assert f"{counts['articles']} articles, {counts['figures']} figures, {counts['passed']} numbers passed over" in said
    assert re.search(rf"\b{len(facts)} facts\b", said)
    assert re.search(rf"\b{conflicts} conflicts?\b", said)
    assert "passed over: time" in said
    assert all(name in said for name in WRITTEN)


def test_one_fact_of_two_mentions(tmp_path: Path) -> None:
    assert solieu("run", "-", "--out", tmp_path, given=TWICE).exit_code == DONE
    (fact,) = lines(tmp_path / "facts.jsonl")
    assert (fact["value"], len(fact["figures"]), fact["agreement"]) == (421, 2, "repeated")


def test_facts_of_former_figures_are_told(tmp_path: Path) -> None:
    assert "former figures" not in solieu("extract", "-", "--out", tmp_path, given=TWICE).stderr
    assert "former figures" not in solieu("run", "-", "--out", tmp_path, given=TWICE).stderr
    assert "former figures" not in solieu("extract", "-", "--out", tmp_path, given=TWICE).stderr, "they are the same"
    done = solieu("extract", "-", "--out", tmp_path, given="Huyện Yên Bình có 15 xã.\n")
    assert done.exit_code == DONE
    assert f"facts.jsonl and the tables in {tmp_path} are those of former figures" in done.stderr
    assert f"solieu merge {tmp_path}" in done.stderr
    (tmp_path / "facts.jsonl").unlink()
    assert "former figures" in solieu("extract", "-", "--out", tmp_path, given=TWICE).stderr, "so are tables alone"


@pytest.mark.parametrize("command", ["extract", "run"])
def test_results_need_a_folder(command: str, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("mine", encoding="utf-8")
    done = solieu(command, "-", "--out", tmp_path / "out.json", given=TWICE)
    assert done.exit_code == WRONG_USAGE
    assert f"{tmp_path}/out.json: is no folder. Give a folder" in done.stderr
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "mine"


def test_a_failed_input_is_told_and_the_rest_is_merged(tmp_path: Path) -> None:
    done = solieu("run", "-", "missing.txt", "--out", tmp_path, given=TWICE)
    assert done.exit_code == SOME_FAILED
    assert "missing.txt: no such file" in done.stderr
    assert "1 input failed" in done.stderr
    assert len(lines(tmp_path / "facts.jsonl")) == 1


def test_units_and_bom(tmp_path: Path) -> None:
    assert solieu("run", "-", "--out", tmp_path, "--units", "today", "--bom", given=TWICE).exit_code == DONE
    header, *rows = (tmp_path / "wide.csv").read_text(encoding="utf-8").splitlines()
    assert header.startswith("\ufeffplace_today,province_today,extent,place_then")
    assert {row.split(",")[0] for row in rows} >= {"xã Thác Bà", "phường Văn Phú"}
    assert solieu("merge", tmp_path).exit_code == DONE
    assert (tmp_path / "wide.csv").read_text(encoding="utf-8").startswith("place_then")


def test_indicators_of_ones_own(tmp_path: Path) -> None:
    own, text = str(ROOT / "corpus" / "catalogue.toml"), "Lễ hội trưng bày 120 tác phẩm bonsai.\n"
    assert solieu("run", "-", "--out", tmp_path, "--catalogue", own, given=text).exit_code == DONE
    assert [fact["indicator"] for fact in lines(tmp_path / "facts.jsonl")] == ["own.bonsai"]
    assert "own.bonsai" in (tmp_path / "wide.csv").read_text(encoding="utf-8")
    (tmp_path / "wrong.toml").write_text("[[indicator]]\nid = 5\n", encoding="utf-8")
    done = solieu("run", "-", "--out", tmp_path, "--catalogue", tmp_path / "wrong.toml", given=text)
    assert done.exit_code == WRONG_USAGE


def test_a_file_in_the_way_is_told_before_anything_is_done(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("text\nToàn xã có 421 hộ nghèo.\n", encoding="utf-8")
    done = solieu("run", tmp_path / "articles.csv", "--out", tmp_path)
    assert done.exit_code == WRONG_USAGE
    assert "articles.csv: is in the way" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["articles.csv"]


def test_a_damaged_line_is_told_with_its_number(tmp_path: Path) -> None:
    solieu("run", "-", "--out", tmp_path, given=TWICE)
    with (tmp_path / "figures.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "half')
    before = contents(tmp_path)
    done = solieu("merge", tmp_path)
    assert done.exit_code == WRONG_USAGE
    assert "figures.jsonl:3" in done.stderr
    assert contents(tmp_path) == before


SLOW = """
import sys, time
from extractor.dataset.merge import merging
from extractor.cli.app import main

def wait(*_):
    print("merging", flush=True)
    time.sleep(60)

merging.Spill.put_articles = wait
main()
"""


@pytest.mark.process
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_stopped_while_it_merges(stop: signal.Signals, tmp_path: Path) -> None:
    solieu("extract", ARTICLES, "--out", tmp_path)
    solieu("merge", tmp_path)
    before = contents(tmp_path)
    command = [sys.executable, "-c", SLOW, "merge", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "merging\n"
    os.kill(process.pid, stop)
    _, said = process.communicate(timeout=300)
    if stop == signal.SIGINT:
        assert process.returncode == INTERRUPTED
        assert f"what is in {tmp_path} stays" in said.replace("\n", "")
    assert {name: content for name, content in before.items() if (tmp_path / name).read_bytes() == content} == before
    assert solieu("merge", tmp_path).exit_code == DONE
    assert contents(tmp_path) == before, "nothing is left over"
