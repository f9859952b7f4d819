"""Kinds of text that were once read wrong or lost: `readings/*.jsonl`, a text a line, each a test of its own.

A line holds `kind`, `text`, what is known of its article (`title`, `published`, `url`), and what must come out: each of
`want` is met by a figure of its own with these fields (places by name, `province` beside; null: absent), no figure has
the fields of any of `never`, `count` says how many figures there are, `passed` names numbers that are none and why.
"""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from extractor.extraction.pipeline import Extraction, extract
from extractor.model.records import Article, FigureBase
from extractor.reading.sources import read
from tests.helpers import faults

FOLDER = Path(__file__).parent / "readings"
LEAST_TEXTS = 10  # of each kind
KNOWN = ("title", "published", "url")


def _lines() -> list[dict[str, Any]]:
    files = sorted(FOLDER.glob("*.jsonl"))
    rows = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [json.loads(row, parse_float=Decimal) for row in rows]


READINGS = _lines()


def _extraction(reading: dict[str, Any]) -> Extraction:
    row = {"text": reading["text"]} | {name: reading[name] for name in KNOWN if name in reading}
    stdin = BytesIO(json.dumps(row, ensure_ascii=False).encode())
    (article,) = read(["-"], stdin=stdin)
    assert isinstance(article, Article), article
    return extract(article)


def _field(figure: FigureBase, name: str) -> object:
    if name == "place":
        return figure.place.name if figure.place else None
    if name == "province":
        return figure.place.province if figure.place else None
    return getattr(figure, name)


def _has(figure: FigureBase, fields: dict[str, object]) -> bool:
    return all(_same(wanted, _field(figure, name)) for name, wanted in fields.items())


def _same(wanted: object, got: object) -> bool:
    if isinstance(wanted, str) and isinstance(got, str):
        return wanted.casefold() == got.casefold()
    return wanted == got


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: f"{reading['kind']}: {reading['text'][:60]}")
def test_reading(reading: dict[str, Any]) -> None:
    extraction = _extraction(reading)
    left = list(extraction.figures)
    told = [(one.text, str(one.value), one.unit, _field(one, "place"), one.period, one.status) for one in left]
    assert faults(extraction) == []
    for fields in reading.get("never", ()):
        assert not any(_has(one, fields) for one in left), f"{fields} in {told}"
    if "count" in reading:
        assert len(left) == reading["count"], told
    for fields in reading.get("want", ()):
        hit = next((one for one in left if _has(one, fields)), None)
        assert hit is not None, f"no {fields} in {told}"
        left.remove(hit)
    for text, reason in reading.get("passed", {}).items():
        assert (text, reason) in {(one.text, one.reason) for one in extraction.passed}


def test_each_kind_has_enough_texts() -> None:
    kinds = Counter(reading["kind"] for reading in READINGS)
    assert {kind: texts for kind, texts in kinds.items() if texts < LEAST_TEXTS} == {}
    assert len({(reading["kind"], reading["text"]) for reading in READINGS}) == len(READINGS)
