"""A fault of the program in one figure costs that figure alone, and is told; a row of the units' table is enough."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli.app import app
from extractor.extraction.context import item
from extractor.extraction.pipeline import extract
from extractor.model.shapes import Decided, Frame
from extractor.model.writing import FILES
from tests.helpers import article, faults

TEXT = "Toàn xã có 421 hộ nghèo, 12 km đường và 30 trường học.\nXã trồng 5 ha lúa/vụ."


@pytest.fixture
def no_kilometres(monkeypatch: pytest.MonkeyPatch) -> None:
    """The items of kilometres cannot be told."""
    decide = item.decide

    def failing(frame: Frame, known: item.Known) -> Decided[str]:
        if frame.quantity.unit in ("km", "ha"):
            raise ValueError("no item\n of kilometres")
        return decide(frame, known)

    monkeypatch.setattr("extractor.extraction.steps.figures.item.decide", failing)


@pytest.mark.usefixtures("no_kilometres")
def test_a_fault_costs_one_figure() -> None:
    extraction = extract(article(TEXT))
    assert [figure.text for figure in extraction.figures] == ["421 hộ nghèo", "30 trường học"]
    assert [(one.text[:4], one.reason) for one in extraction.passed if one.rule == "pass.error"] == [
        ("12 k", "error"), ("5 ha", "error"),
    ]  # fmt: skip
    assert faults(extraction) == []
    first = extraction.failures[0]
    assert first.what.startswith("the number '12 km' at character 25 of test is not read: ")
    assert first.what.endswith("unexpected ValueError: no item of kilometres")
    assert (first.source, first.todo) == ("test", "Report it with the input: the fault is in solieu, not in the text.")


@pytest.mark.usefixtures("no_kilometres")
def test_a_fault_is_a_line_of_errors(tmp_path: Path) -> None:
    news, out = tmp_path / "news.txt", tmp_path / "out"
    news.write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", str(news), "--out", str(out), "--jobs", "1"])
    assert done.exit_code == 1
    assert "2 numbers not read for a fault of the program" in done.stderr
    lines = {name: (out / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() for name in FILES}
    assert [json.loads(line)["source"] for line in lines["errors"]] == [str(news)] * 2
    assert [len(lines[name]) for name in ("articles", "figures")] == [1, 2]


@pytest.mark.process
@pytest.mark.parametrize(
    ("table", "row", "text", "kind", "symbol"),
    [
        ("MEASURES", '"thưng": Unit("thưng", "volume")', "Xã nhận 12 thưng gạo.", "volume", "thưng"),
        ("MEASURES", '"dặm anh": Unit("mile", "length")', "Tuyến đường dài 12 dặm Anh.", "length", "mile"),
        ("MONEY", '"rial": "rial"', "Dự án có vốn 12 rial.", "money", "rial"),
    ],
)
def test_a_unit_is_a_row(table: str, row: str, text: str, kind: str, symbol: str) -> None:
    code = f"""
import json
from extractor.lexicon import units
from extractor.lexicon.units import Unit
units.{table}.update({{{row}}})
from extractor.extraction.pipeline import extract
from extractor.model.records import Article, json_schema
found = extract(Article(id="a", source="a", text={text!r}))
assert not found.failures
print(json.dumps([[one.kind, one.unit] for one in found.figures]))
print({symbol!r} in json.dumps(json_schema("figure"), ensure_ascii=False))
"""
    told, published = subprocess.check_output([sys.executable, "-c", code], text=True).splitlines()
    assert [kind, symbol] in json.loads(told)
    assert published == "True"
