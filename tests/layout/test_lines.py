"""What a line of a page is, seen alone: each row of the tables that long patterns are made from reads its text."""

from __future__ import annotations

import pytest
import regex

from extractor.language.patterns import Row
from extractor.layout.dateline import DATES, LABELS, MOMENTS, read_dateline
from extractor.layout.lines import OPENINGS, TAILS, is_odd, is_tail


def ids(variant: Row) -> str:
    return variant.text


def readers(text: str, variants: tuple[Row, ...], end: str = "") -> list[str]:
    """The texts of the rows that read a text from its beginning."""
    return [one.text for one in variants if regex.match(f"{one.pattern}{end}", text, regex.IGNORECASE)]


@pytest.mark.parametrize("row", TAILS, ids=ids)
def test_a_line_that_ends_an_article_is_of_one_row(row: Row) -> None:
    assert readers(row.text, TAILS, "$") == [row.text]
    assert is_tail(f"» {row.text}")


@pytest.mark.parametrize("row", OPENINGS, ids=ids)
def test_boilerplate_is_of_one_row(row: Row) -> None:
    assert readers(row.text, OPENINGS) == [row.text]
    assert is_odd(row.text)


@pytest.mark.parametrize("row", [*DATES, *MOMENTS], ids=ids)
def test_a_date_is_read(row: Row) -> None:
    assert row.text in readers(row.text, (*DATES, *MOMENTS))
    assert read_dateline(f"Thứ hai, {row.text}")


@pytest.mark.parametrize("row", LABELS, ids=ids)
def test_a_label_before_a_date_is_of_one_row(row: Row) -> None:
    assert readers(row.text, LABELS, "$") == [row.text]
    found = read_dateline(f"{row.text}: 20/12/2023")
    assert found
    assert found.said == ("posted" if "posted" in row.pattern else "updated" if "updated" in row.pattern else "plain")
