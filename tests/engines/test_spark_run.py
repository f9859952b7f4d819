"""A run on Spark is a run on one machine: the same records, to the byte and in the same order, from every form."""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from typer.testing import CliRunner

from extractor.archive.adding import add_run
from extractor.audit.folder import audit_folder
from extractor.cli.app import app
from extractor.dataset.folder import read_articles, read_facts, read_figures
from extractor.dataset.parts import parts_in, read_lines, results_of
from extractor.engines.spark.running import FOLDER, run
from tests.engines.corpora import Both, by_one_machine, rows

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SUMMED = r"passed over|  figures:|inputs? failed$|failed: see|without the date"
NAMES = ("articles", "figures", "passed", "errors", "facts")


def lines(folder: Path, name: str) -> list[str]:
    return [line.text.decode() for line in read_lines(results_of(folder, name), todo="")]


@pytest.mark.parametrize("name", NAMES)
def test_the_records_are_those_of_one_machine(name: str, both: Both) -> None:
    assert lines(both.many, name) == lines(both.one, name)
    assert lines(both.many, name)


def test_what_goes_wrong_is_told_once(both: Both) -> None:
    where = [json.loads(line)["what"] for line in lines(both.many, "errors")]
    assert any("already that of another article" in what for what in where)
    assert any("is not understood" in what for what in where)
    assert any("the file is empty" in what for what in where)
    assert all(said in both.said[1].stderr for said in ("the file is empty", f"see {both.many}/errors"))


def test_copies_are_found_across_files(both: Both) -> None:
    copies = {article.id: article.same_as for article in read_articles(both.many) if article.same_as}
    first = next(article.id for article in read_articles(both.many) if article.source.endswith("a-first.txt"))
    assert copies["copy"] == first
    assert "changed" in {article.id for article in read_articles(both.many)} - {*copies}


def test_one_place_has_most_of_the_facts(both: Both) -> None:
    places: Counter[str] = Counter()
    for fact in read_facts(both.many):
        places[fact.place.name if fact.place else ""] += len(fact.figures)
    assert places.most_common(1)[0][0] == "huyện Yên Bình"
    assert max(len(fact.figures) for fact in read_facts(both.many)) > 5


def test_the_summary_is_that_of_one_machine(both: Both) -> None:
    one, many = (
        [set(line.replace(":", ",").split(", ")) for line in said.stderr.splitlines() if re.search(SUMMED, line)]
        for said in both.said
    )
    assert len(one) == len(many) > 3
    assert [line - {f"see {both.one}/errors.jsonl"} for line in one] == [
        line - {f"see {both.many}/errors"} for line in many
    ]
    assert f"solieu audit '{both.many}'" in both.said[1].stderr.replace("\n", "")


def test_nothing_is_left_over(both: Both) -> None:
    assert {path.name for path in both.many.iterdir()} == {*NAMES}
    assert not (both.many / FOLDER).exists()


def test_numbers_and_places_are_columns(both: Both) -> None:
    table = pl.concat([pl.read_parquet(part, glob=False) for part in parts_in(both.many / "figures")])
    figures = list(read_figures(both.many))
    assert [value and Decimal(value) for value in table["value"]] == [figure.value for figure in figures]
    assert list(table["place_then"]) == [figure.place.name if figure.place else None for figure in figures]
    assert list(table["unit"]) == [figure.unit for figure in figures]
    facts = pl.concat([pl.read_parquet(part, glob=False) for part in parts_in(both.many / "facts")])
    assert facts["values"][0][0]["figures"] == list(next(read_facts(both.many)).values[0].figures)


def test_audit_and_archive_read_it(both: Both, tmp_path: Path) -> None:
    assert audit_folder(both.many).verdicts == audit_folder(both.one).verdicts
    assert (both.many / "findings.jsonl").read_bytes() == (both.one / "findings.jsonl").read_bytes()
    first, again = add_run(tmp_path / "a.db", both.one), add_run(tmp_path / "a.db", both.many)
    assert again.unchanged == first.articles
    assert again.held == first.held


def test_a_folder_of_results_is_no_input(both: Both, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["extract", str(both.many), "--out", str(tmp_path)])
    assert "no article in this folder" in done.stderr


def test_a_data_frame(session: SparkSession, tmp_path: Path) -> None:
    records = [{"source": f"{tmp_path}/rows.jsonl:{at}", **row} for at, row in enumerate(rows(), 1)]
    (tmp_path / "rows.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in rows()), encoding="utf-8")
    by_one_machine(tmp_path / "rows.jsonl", tmp_path / "one")
    schema = "source string, id string, title string, text string, date string, url string"
    order = [name.split()[0] for name in schema.split(", ")]
    frame = session.createDataFrame([tuple(one.get(name) for name in order) for one in records], schema).coalesce(2)
    done = run(frame, tmp_path / "many")
    for name in NAMES:
        assert lines(tmp_path / "many", name) == lines(tmp_path / "one", name)
    assert (done.tally.articles, done.tally.failures, done.tally.undated) == (4, 2, 1)
