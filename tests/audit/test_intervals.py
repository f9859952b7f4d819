"""Reckoning with intervals keeps every value that may be; slips of the hand are seen from both sides."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.audit.numbers import (
    added,
    bounds_in_english,
    bounds_written,
    digits_swapped,
    distance,
    divided,
    holds,
    in_english,
    multiplied,
    one_digit_apart,
    overlap,
    point,
    rounded,
    slips_into,
    written,
)
from extractor.dataset.claims import Interval

D = Decimal
amounts = st.integers(0, 10**6).map(lambda number: D(number) / 100)
whole_numbers = st.integers(1, 10**6).map(D)


@st.composite
def around(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval of amounts, its ends open or closed or missing, and a value that it allows."""
    low, value, high = sorted(draw(st.tuples(amounts, amounts, amounts)))
    open_low, open_high = draw(st.booleans()) and low < value, draw(st.booleans()) and value < high
    ends = (low if draw(st.integers(0, 5)) else None, high if draw(st.integers(0, 5)) else None)
    return Interval(*ends, open_low and ends[0] is not None, open_high and ends[1] is not None), value


def has(one: Interval, value: Decimal) -> bool:
    return holds(one, point(value))


@given(st.lists(around(), max_size=6))
def test_sum_is_within_the_sum_of_intervals(parts: list[tuple[Interval, Decimal]]) -> None:
    assert has(added(one for one, _ in parts), sum((value for _, value in parts), D(0)))


@given(around(), around())
def test_product_and_quotient_are_within_theirs(
    one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]
) -> None:
    (mine, a), (theirs, b) = one, other
    assert has(multiplied(mine, theirs), a * b)
    if b:
        # a quotient is cut off at the precision of decimals, an end may be a hair beside it
        quotient, hair = divided(mine, theirs), a / b * D("1e-20")
        assert overlap(quotient, Interval(a / b - hair, a / b + hair))


@given(around(), around())
def test_intervals_that_meet_are_no_distance_apart(
    one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]
) -> None:
    (mine, a), (theirs, b) = one, other
    assert overlap(mine, theirs) == overlap(theirs, mine)
    assert distance(mine, theirs) == distance(theirs, mine)
    if distance(mine, theirs) > 0:
        assert not overlap(mine, theirs)
        assert a != b
    if has(mine, b):
        assert overlap(mine, theirs)


@given(whole_numbers, whole_numbers)
def test_slips_are_the_same_from_both_sides(one: Decimal, other: Decimal) -> None:
    assert one_digit_apart(one, other) == one_digit_apart(other, one)
    assert digits_swapped(one, other) == digits_swapped(other, one)
    assert not one_digit_apart(one, one)
    assert not digits_swapped(one, one)


@given(whole_numbers, st.data())
def test_a_digit_written_otherwise_is_one_digit_apart(number: Decimal, data: st.DataObject) -> None:
    text = str(number)
    at = data.draw(st.integers(0, len(text) - 1))
    digit = data.draw(st.sampled_from([one for one in "0123456789" if one != text[at]]))
    other = D(f"{text[:at]}{digit}{text[at + 1 :]}")
    assert one_digit_apart(number, other)
    assert slips_into(number, point(other))
    assert one_digit_apart(number / 10, other / 10)


@given(whole_numbers, st.data())
def test_neighbouring_digits_that_change_places_are_a_slip(number: Decimal, data: st.DataObject) -> None:
    text = str(number * 10 + 5)
    at = data.draw(st.integers(0, len(text) - 2))
    other = f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"
    assert digits_swapped(D(text), D(other)) == (other != text)
    assert slips_into(D(text), point(D(other))) == (other != text)


@given(whole_numbers)
def test_a_number_does_not_slip_into_itself(number: Decimal) -> None:
    assert not slips_into(number, point(number))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("917", "915", True), ("4.3", "7.3", True), ("421", "412", False), ("21", "121", True), ("100", "1000", False),
     ("12", "12.5", True), ("-3", "-4", False)],
)  # fmt: skip
def test_one_digit_apart(one: str, other: str, *, apart: bool) -> None:
    assert one_digit_apart(D(one), D(other)) == apart


@pytest.mark.parametrize(
    ("one", "vietnamese", "english"),
    [(point(D("1234.5")), "1.234,5", "1,234.5"), (Interval(D(900), D(950)), "900 – 950", "900 to 950"),
     (Interval(D(900), None), "≥ 900", "at least 900"),
     (Interval(D(900), None, open_low=True), "> 900", "more than 900"),
     (Interval(None, D(5)), "≤ 5", "at most 5"), (Interval(None, D(5), open_high=True), "< 5", "less than 5"),
     (Interval(None, None), "–", "anything")],
)  # fmt: skip
def test_intervals_are_written_as_people_do(one: Interval, vietnamese: str, english: str) -> None:
    assert (bounds_written(one), bounds_in_english(one)) == (vietnamese, english)


def test_numbers_are_rounded_for_people() -> None:
    assert written(D(1) / 3) == "0,3333"
    assert in_english(D("12000.50")) == "12,000.5"
    assert rounded(Interval(D("1.2345"), None)) == Interval(D("1.23"), None)
