"""What holds for all patterns: none is written in a form that an early CPython 3.11 reads wrongly."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from re import _constants as codes
from re import _parser as parser

import pytest
import regex

import extractor
from extractor.language.patterns import LazyPattern, Row, any_of, by_first, one_of, re_pattern, regex_pattern

# re.match(r"[0-9]*+(?:[.,][0-9]++)*+", "7, 8") matches "7," on CPython 3.11.2 (Debian 12) and "7" on 3.11.7.
FAULTY = {codes.POSSESSIVE_REPEAT, codes.ATOMIC_GROUP}
NAMES = [one.name for one in pkgutil.walk_packages(extractor.__path__, "extractor.") if "__main__" not in one.name]


def _operations(parsed: object) -> Iterator[object]:
    """Every operation in a parsed pattern, those within groups and repeats too."""
    if isinstance(parsed, parser.SubPattern):
        for operation, argument in parsed:
            yield operation
            yield from _operations(argument)
    elif isinstance(parsed, list | tuple):
        for part in parsed:
            yield from _operations(part)


def _compiled(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns of the stdlib's re in a module's attribute."""
    if isinstance(value, LazyPattern):
        value = value.made
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (one for part in value.values() for one in _compiled(part))
    elif isinstance(value, list | tuple | frozenset):
        yield from (one for part in value for one in _compiled(part))


def _rows() -> Iterator[object]:
    """The tables of rows that patterns are made from, row by row, named by table and text."""
    for module in map(import_module, NAMES):
        for name, value in vars(module).items():
            if isinstance(value, tuple) and value and all(isinstance(row, Row) for row in value):
                yield from (pytest.param(value, row, id=f"{name}: {row.text}") for row in value)


@pytest.mark.parametrize(("table", "row"), list(_rows()))
def test_a_row_reads_its_text(table: tuple[Row, ...], row: Row) -> None:
    """So does the whole table, unless a row before reads more of it or less."""
    text = f" {row.text} "
    own = regex.search(rf"(?<!\w){row.pattern}", text, regex.IGNORECASE)
    assert own, row
    assert own.start() == 1
    assert regex.search(rf"(?<!\w){any_of(table)}", text, regex.IGNORECASE)


def is_faulty(pattern: re.Pattern[str]) -> bool:
    return not FAULTY.isdisjoint(_operations(parser.parse(pattern.pattern, pattern.flags)))


@pytest.mark.parametrize("pattern", [r"[0-9]*+", r"(?:a(?>b|c))?", r"x|(?=y++)"])
def test_the_faulty_forms_are_seen(pattern: str) -> None:
    assert is_faulty(re.compile(pattern))


@pytest.mark.parametrize("name", NAMES)
def test_no_possessive_quantifier_in_re(name: str) -> None:
    module = import_module(name)
    patterns = [one for value in vars(module).values() for one in _compiled(value)]
    assert [one.pattern for one in patterns if is_faulty(one)] == []


def test_a_pattern_is_compiled_when_a_text_has_its_words() -> None:
    pattern = re_pattern(r"\b(?:lần\s+lượt|tương\s+ứng)\b")
    assert isinstance(pattern, LazyPattern)
    assert pattern.search("Xã có 40 hộ nghèo.") is None
    assert list(pattern.finditer("Xã có 40 hộ nghèo.")) == []
    assert pattern.sub("", "Xã có 40 hộ nghèo.") == "Xã có 40 hộ nghèo."
    assert "made" not in vars(pattern)
    found = pattern.search("lần lượt là 40 và 52 hộ")
    assert found is not None
    assert found.span() == (0, 8)
    assert "made" in vars(pattern)


@pytest.mark.parametrize("make", [re_pattern, regex_pattern])
def test_a_pattern_without_case_takes_capitals(make: Callable[..., re.Pattern[str]]) -> None:
    assert make(r"\bđến\s+nay\b", re.IGNORECASE).search("ĐẾN NAY, xã có")
    assert make(r"(?i:đến)\s+nay").search("Đến nay, xã có")
    assert make(r"đến\s+nay").search("Đến nay, xã có") is None


def test_a_guarded_search_keeps_to_its_window() -> None:
    pattern = re_pattern(r"mỗi\s+\w+")
    text = "mỗi hộ 2 sào, mỗi xã 40 ha"
    assert pattern.search(text, 5).span() == (14, 20)  # type: ignore[union-attr]
    assert pattern.search(text, 5, 14) is None
    assert pattern.search(text, 15) is None


def test_words_branch_by_syllables() -> None:
    assert one_of(("nhà nước", "nhà", "nhà văn hóa")) == r"(?:nhà(?:\s+(?:nước|văn\s+hóa))?)"
    assert re.match(one_of(("nhà", "nhà nước", "nh")), "nhà  nước ta")[0] == "nhà  nước"  # type: ignore[index]
    assert re.match(by_first(("thu", "thuê", "thu hồi")), "thuê đất")[0] == "thuê"  # type: ignore[index]
    assert re.search(by_first(("thu",)), "mùa gặt thu") is not None
    assert re.search(by_first(("hu",)), "thu") is None
