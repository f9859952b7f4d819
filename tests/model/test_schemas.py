"""The published schemas are those of the models, and what is written holds to them."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from extractor.extraction.pipeline import Extraction
from extractor.model.records import SCHEMAS
from extractor.model.writing import dumps, schema_text
from extractor.runs.batch import extract_each

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", SCHEMAS)
def test_published_schema_is_the_models(name: str) -> None:
    assert (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8") == schema_text(name), (
        "run `make schemas`"
    )


def test_no_schema_without_a_model() -> None:
    assert {path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema_text(name)))


def test_what_is_written_holds_to_the_schemas() -> None:
    checks = {name: Draft202012Validator(json.loads(schema_text(name))) for name in ("article", "figure", "passed")}
    for outcome in extract_each([ROOT / "corpus" / "articles"], stdin=io.BytesIO()):
        assert isinstance(outcome, Extraction)
        for name, records in (("article", [outcome.article]), ("figure", outcome.figures), ("passed", outcome.passed)):
            for record in records:
                checks[name].validate(json.loads(dumps(record.model_dump())))


def test_an_unknown_field_breaks_the_schema() -> None:
    check = Draft202012Validator(json.loads(schema_text("passed")))
    record = {"article_id": "a", "start": 0, "end": 1, "text": "5", "reason": "time", "rule": "time.day"}
    record |= {"sentence": [0, 1]}
    check.validate(record)
    with pytest.raises(ValidationError):
        check.validate(record | {"more": 1})


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"a": Decimal("3.50"), "b": "Yên Bái"}, '{"a": 3.50, "b": "Yên Bái"}'),
        ({"a": 0.9, "b": ("x", None), "c": "\u2028\n"}, '{"a": 0.9, "b": ["x", null], "c": "\u2028\\n"}'),
        (["x", Decimal("1234567890123456789012.5")], '["x", 1234567890123456789012.5]'),
    ],
)
def test_json_is_on_one_line_with_all_digits_and_letters(value: object, written: str) -> None:
    assert dumps(value) == written
