"""What holds for all patterns: none is written in a form that an early CPython 3.11 reads wrongly."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from re import _constants as codes
from re import _parser as parser

import pytest
import regex

import extractor
from extractor.language.patterns import Row, any_of

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
