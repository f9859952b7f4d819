"""Patterns out of the table of what they were compiled to are those that would be compiled."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import regex

from extractor.language import compiled
from extractor.language.patterns import regex_pattern

PATTERN = r"(?P<number>\d++)\s*(?P<unit>hộ|xã)(?!\w)"
TEXTS = ("Xã có 120 hộ nghèo, 3 xã.", "12 hộ3", "không", "7 XÃ")


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "compiled.json"
    path.write_text(compiled.table([(PATTERN, 0), (PATTERN, regex.IGNORECASE)]), encoding="utf-8")
    monkeypatch.setattr(compiled, "TABLE", path)
    monkeypatch.setattr(compiled, "_table", compiled._table.__wrapped__)
    return path


def found(pattern: regex.Pattern[str]) -> list[list[dict[str, str]]]:
    return [[match.groupdict() for match in pattern.finditer(text)] for text in TEXTS]


@pytest.mark.parametrize("flags", [0, regex.IGNORECASE])
def test_a_pattern_of_the_table_finds_what_it_finds_compiled(
    flags: int, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = found(regex.compile(PATTERN, flags))
    monkeypatch.setattr(regex, "compile", None)  # it is not compiled again
    made = compiled.compiled(PATTERN, flags)
    assert found(made) == wanted
    assert (made.pattern, dict(made.groupindex)) == (PATTERN, {"number": 1, "unit": 2})


def test_a_pattern_that_the_table_has_not_is_compiled(table: Path) -> None:
    assert found(compiled.compiled(PATTERN, regex.DOTALL)) == found(regex.compile(PATTERN))
    assert compiled.compiled(rb"\d+", 0).search(b"a 12")[0] == b"12"


def test_a_table_of_another_version_of_regex_is_left_alone(table: Path) -> None:
    said = msgspec.json.decode(table.read_bytes())
    spoilt = dict.fromkeys(said, "AAAA") | {"regex": "1.0"}
    table.write_bytes(msgspec.json.encode(spoilt))
    assert found(compiled.compiled(PATTERN, 0)) == found(regex.compile(PATTERN))
    table.unlink()
    assert found(compiled.compiled(PATTERN, 0)) == found(regex.compile(PATTERN))


def test_every_pattern_of_the_table_loads() -> None:
    patterns = [compiled.loaded(said) for name, said in compiled._table().items() if name != "regex"]
    assert len(patterns) > 100
    assert all(isinstance(one, regex.Pattern) for one in patterns)


def test_a_lazy_pattern_is_compiled_by_it() -> None:
    assert regex_pattern(PATTERN).engine is compiled.compiled  # type: ignore[attr-defined]
