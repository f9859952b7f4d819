"""Small datasets for tests: facts about places, and folders as `solieu merge` leaves them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from extractor.cli.app import app
from extractor.dataset.folder import merge_folder
from extractor.model.records import Fact, Place, Stated
from extractor.model.writing import json_lines
from extractor.places.records import place_record

ROOT = Path(__file__).parent.parent
ARTICLES = str(ROOT / "corpus" / "articles")

LIKELY = dict.fromkeys(("quantity", "item", "place", "period", "status"), 0.9)


def place(name: str, level: str, province: str) -> Place:
    """The record of a unit as articles of before the reform name it."""
    return place_record(name, level, when=None, context=province)


def fact(name: str = "f", **fields: Any) -> Fact:
    """A fact stated by one figure, of 421 models in huyện Yên Bình in 2023 where no field says otherwise."""
    value = fields.get("value", Decimal(421))
    stated = Stated(value=value, low=fields.get("low"), high=fields.get("high"), figures=(f"figure-{name}",))
    given = {
        "id": name, "kind": "count", "item": "mô hình", "unit": "mô hình", "value": value, "period": "2023",
        "place": place("Yên Bình", "huyện", "Yên Bái"), "figures": (f"figure-{name}",), "articles": ("article",),
        "sources": 1, "values": (stated,), "why": "one figure alone states it",
    }  # fmt: skip
    return Fact(**given | fields)


def merged(folder: Path) -> Path:
    """The sample corpus, extracted and merged."""
    assert CliRunner().invoke(app, ["extract", ARTICLES, "--out", str(folder)]).exit_code == 0
    merge_folder(folder)
    return folder


def with_facts(folder: Path, facts: Iterable[Fact]) -> Path:
    """A folder with these facts, their figures and the one article that states them."""
    facts = list(facts)
    article = {"id": "article", "source": "a.txt", "text": "421 mô hình", "published": "2024-03-04T08:00:00+07:00"}
    common = {"article_id": "article", "start": 0, "end": 11, "text": "421 mô hình", "kind": "count", "value": 421,
              "unit": "mô hình", "item": "mô hình", "sentence": [0, 11], "rule": {}, "confidence": LIKELY}  # fmt: skip
    figures = [{"id": figure} | common for fact in facts for figure in fact.figures]
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (("articles", [article]), ("figures", figures)):
        text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    (folder / "facts.jsonl").write_text(json_lines(facts), encoding="utf-8")
    return folder
