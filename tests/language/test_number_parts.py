"""The parts of the reader of numbers: runs of digits, and the first look for candidates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.language.numbers.candidates import CANDIDATE
from extractor.language.numbers.digits import MOST_DIGITS, read_digits


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45", "45"), ("02", "2"), ("1.234", "1234"), ("1.234.567,8", "1234567.8"), ("1 234", "1234"), ("3,5", "3.5"),
        ("12.5", "12.5"), ("0.123", "0.123"), ("1,234,567", "1234567"), ("1,234.5", "1234.5"),
        ("9" * MOST_DIGITS, "9" * MOST_DIGITS),
    ],
)  # fmt: skip
def test_digits_are_read(text: str, value: str) -> None:
    assert read_digits(text) == Decimal(value)


@pytest.mark.parametrize("text", ["000", "9" * (MOST_DIGITS + 1), "1.23.4", "26/9", "12a", ""])
def test_digits_are_left_unread(text: str) -> None:
    assert read_digits(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("\ncó 421 hộ", "digits"), ("\ncó 3,5 triệu đồng", "scaled"), ("\ncó 3 trăm hộ", "both"),
        ("\ncó hai xã", "word"), ("\ncó hai trăm xã", "words"), ("\ncó năm xã", "five"),
        ("\nnăm nay", None), ("\nthôn hailong", None),
    ],
)  # fmt: skip
def test_first_candidate(text: str, kind: str | None) -> None:
    found = CANDIDATE.search(text)
    assert (found and found.lastgroup) == kind
