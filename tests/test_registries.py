"""The tables of the README and the registries of the code say the same: forms, commands, kinds, statuses, reasons."""

from __future__ import annotations

import ast
import re
import signal
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
import typer.main

from extractor.cli import exit as statuses
from extractor.cli.app import app
from extractor.extraction.pipeline import extract
from extractor.extraction.rules import passed, times
from extractor.model.records import MODELS, SCHEMAS, Fact, FigureBase
from extractor.model.shapes import Agreement, Change, Kind, Modifier, Status
from extractor.reading.input.sniff import FileKind
from tests.helpers import article, extracted

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUOTED = re.compile(r"`([^`]+)`")

FORMS: dict[FileKind, str] = {
    "text": "plain text", "html": "HTML", "json": "JSON Lines", "json array": "JSON array", "table": "CSV",
    "parquet": "Parquet", "warc": "WARC", "gzip": ".gz", "zip": ".zip", "empty": "empty file",
}  # fmt: skip
# A text for each reason that no rule with examples of its own gives. The others: a fault of the program gives "error",
# and the base of a rate belongs to its quantity's words.
OTHER_REASONS = {
    "article": "Đó là một trong những xã đầu tiên.",
    "time": "Năm 2023, huyện họp.",
    "two readings": "Xã thu được hai trăm ba hộ.",
    "no unit": "Kết quả là 35.",
    "time span": "Xã đã làm việc này trong 5 năm.",
}


def table(heading: str) -> list[list[str]]:
    """The rows of the README's table that has this heading of its first column, without heading and rule."""
    (body,) = re.findall(rf"^\| {re.escape(heading)} \|.*\n\|[ -|]+\|\n((?:\|.*\n)+)", README, re.MULTILINE)
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in body.splitlines()]


def fields(section: str) -> dict[str, str]:
    """What the README says of each field of a record, in the section of that heading."""
    body = README.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return {
        name: cells[1]
        for line in re.findall(r"^\| `.*$", body, re.MULTILINE)
        for cells in [[cell.strip() for cell in line.strip("|").split("|", 1)]]
        for name in QUOTED.findall(cells[0])
    }


def test_each_form_of_input_is_in_the_tables_of_forms() -> None:
    assert set(FORMS) == set(get_args(FileKind))
    told = " ".join(row[0] for row in [*table("form"), *table("input")])
    assert [form for form, words in FORMS.items() if words not in told] == []


def test_commands_are_those_that_the_readme_lists() -> None:
    listed = re.findall(r"^- \*\*`(\w+)`\*\*", README.split("\n## Commands\n")[1].split("\n## ")[0], re.MULTILINE)
    group = typer.main.get_command(app)
    assert sorted(listed) == sorted(group.commands)  # type: ignore[attr-defined]


def test_kinds_have_a_model_each() -> None:
    assert tuple(MODELS) == get_args(Kind)
    assert [kind for kind, model in MODELS.items() if get_args(model.model_fields["kind"].annotation) != (kind,)] == []


@pytest.mark.parametrize(
    ("field", "section", "words"),
    [
        ("kind", "The fields of a figure", get_args(Kind)),
        ("modifier", "The fields of a figure", get_args(Modifier)),
        ("change", "The fields of a figure", get_args(Change)),
        ("status", "The fields of a figure", get_args(Status)),
        ("agreement", "The fields of a fact", get_args(Agreement)),
    ],
)
def test_the_words_of_a_field(field: str, section: str, words: tuple[str, ...]) -> None:
    assert set(QUOTED.findall(fields(section)[field])) == set(words)


def test_the_fields_of_records() -> None:
    assert set(fields("The fields of a figure")) == set(FigureBase.model_fields)
    assert set(fields("The fields of a fact")) == set(Fact.model_fields)


def test_schema_names_are_those_that_the_readme_lists() -> None:
    line = README.split("\n- **`schema`**")[1].split("\n- ")[0]
    assert set(SCHEMAS) <= set(QUOTED.findall(line))
    assert {path.name.partition(".")[0] for path in (ROOT / "schemas").glob("*.json")} == set(SCHEMAS)


def test_exit_statuses() -> None:
    told = {int(number) for row in table("status") for number in re.findall(r"\d+", row[0])}
    signals = {statuses.BY_SIGNAL + number for number in (signal.SIGTERM, signal.SIGHUP)}
    ends = {statuses.DONE, statuses.SOME_FAILED, statuses.WRONG_USAGE, statuses.BELOW_FLOOR, statuses.INTERRUPTED}
    assert told == ends | signals


def written_reasons() -> set[str]:
    """The reasons written where numbers are passed over, those of the rules apart."""
    found: set[str] = set()
    for path in (ROOT / "extractor").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Rejected":
                found |= {
                    one.value
                    for one in ast.walk(call.args[2])
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return found


def test_each_reason_that_the_code_writes_has_a_text() -> None:
    assert written_reasons() | {"time span"} == {*OTHER_REASONS, "furniture", "error"}


@pytest.mark.parametrize(("reason", "text"), OTHER_REASONS.items())
def test_reason_without_a_rule_of_its_own(reason: str, text: str) -> None:
    assert reason in [one.reason for one in extracted(text).passed]


def test_numbers_of_furniture_are_passed_over() -> None:
    text = "Xã Hòa An có 12 hộ nghèo.\nLượt xem: 345"
    news = article(text).model_copy(update={"furniture": ((text.index("\n") + 1, len(text)),)})
    assert [(one.text, one.reason) for one in extract(news).passed] == [("345", "furniture")]


def test_a_rule_has_one_name_and_no_name_is_twice() -> None:
    names = Counter([*(rule.name for rule in passed.RULES), *(rule.name for rule in times.RULES)])
    assert [name for name, often in names.items() if often > 1] == []
    assert [rule.name for rule in passed.RULES if not rule.name.startswith("pass.") or not rule.reason] == []
