"""What a figure's words allow: intervals, and which of them can be true together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.dataset.claims import (
    Interval,
    Said,
    can_all_be_true,
    common,
    compatible,
    interval,
    judged,
    rounds,
)
from tests.helpers import extracted

# Each pair of texts speaks of one number that may be both, or may not.
TOGETHER = (
    ("trên 400 mô hình", "421 mô hình"), ("gần 25 km", "24,6 km"), ("3,5 triệu đồng", "3.480.000 đồng"),
    ("gần 1.300 hộ", "1.287 hộ"), ("khoảng 500 hộ", "520 hộ"), ("hơn 12 tỷ đồng", "12,2 tỷ đồng"),
    ("gần 369 triệu đồng", "368.950.000 đồng"), ("ít nhất 28 người", "31 người"), ("2 - 3 buổi", "3 buổi"),
    ("trên 21%", "21,14%"), ("18.000 chai", "hơn 18.000 chai"), ("600 km đường", "600,3 km đường"),
    ("không quá 5 ngày làm việc", "3 ngày làm việc"), ("lợi nhuận âm hơn 12 tỷ đồng", "lợi nhuận âm 12,2 tỷ đồng"),
    ("mức nhiệt âm gần 3 độ C", "mức nhiệt âm 2,8 độ C"),
)  # fmt: skip
NOT_TOGETHER = (
    ("trên 400 mô hình", "390 mô hình"), ("trên 400 mô hình", "720 mô hình"), ("gần 1.300 hộ", "1.301 hộ"),
    ("gần 1.300 hộ", "900 hộ"), ("421 mô hình", "422 mô hình"), ("3,5 triệu đồng", "3.560.000 đồng"),
    ("gần 900.000 cây", "trên 900.000 cây"), ("36,10 triệu đồng", "36,15 triệu đồng"), ("100%", "99,8%"),
    ("24 hộ", "hơn 24 hộ"), ("ít nhất 28 người", "27 người"), ("2 - 3 buổi", "4 buổi"), ("dưới 5 hộ", "5 hộ"),
    ("lợi nhuận âm hơn 12 tỷ đồng", "lợi nhuận âm 11 tỷ đồng"), ("lãi âm 12 tỷ đồng", "lãi 12 tỷ đồng"),
)  # fmt: skip


def said(text: str) -> Said:
    (figure,) = extracted(f"Toàn huyện có {text}.").figures
    return Said.of(figure)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_both_can_be_true(one: str, other: str) -> None:
    assert compatible(said(one), said(other))
    assert compatible(said(other), said(one))


@pytest.mark.parametrize(("one", "other"), NOT_TOGETHER)
def test_both_cannot_be_true(one: str, other: str) -> None:
    assert not compatible(said(one), said(other))
    assert not compatible(said(other), said(one))


def number(text: str) -> Decimal:
    return Decimal(text)


@pytest.mark.parametrize(
    ("text", "low", "high", "open_low", "open_high"),
    [
        ("421 mô hình", "421", "421", False, False),
        ("trên 400 mô hình", "400", "500", True, False),
        ("hơn 10 hộ", "10", "12.5", True, False),
        ("gần 25 km", "24", "25", False, True),
        ("gần 900.000 cây", "810000", "900000", False, True),
        ("3,5 triệu đồng", "3450000", "3550000", False, True),
        ("5,0%", "4.95", "5.05", False, True),
        ("2 - 3 buổi", "2", "3", False, False),
    ],
)
def test_interval_of(text: str, low: str, high: str, open_low: bool, open_high: bool) -> None:
    assert interval(said(text)) == Interval(number(low), number(high), open_low, open_high)


def test_rounding_is_fewer_figures() -> None:
    assert rounds(said("gần 25 km"), said("24,6 km"))
    assert not rounds(said("khoảng 2,16%"), said("khoảng 2,23%"))
    assert not rounds(said("ít nhất 28 người"), said("31 người")), "a limit is no rounding"


def test_one_rounded_number_allows_two_that_are_apart() -> None:
    both = [said("421 mô hình"), said("435 mô hình")]
    assert all(compatible(said("trên 400 mô hình"), one) for one in both)
    assert not can_all_be_true([said("trên 400 mô hình"), *both])


def test_ends_that_touch() -> None:
    one, two = number("1"), number("2")
    assert common([Interval(one, two), Interval(two, None)]) == Interval(two, two)
    assert common([Interval(one, two, open_high=True), Interval(two, None)]) is None
    assert common([]) == Interval(None, None)


# What a text says, an official value, what that makes of the claim, and why.
JUDGED = (
    ("421 mô hình", "421", "supported", "allowed"), ("421 mô hình", "422", "refuted", "outside"),
    ("trên 400 mô hình", "421", "supported", "allowed"), ("trên 400 mô hình", "380", "refuted", "outside"),
    ("trên 400 mô hình", "900", "not_enough_info", "far"), ("trên 400 mô hình", "400", "not_enough_info", "limit"),
    ("trên 26.568 ha", "27099.36", "supported", "allowed"),  # a hedge allows a twentieth however exact its number is
    ("gần 900 mô hình", "899", "supported", "allowed"), ("gần 900 mô hình", "901", "refuted", "outside"),
    ("gần 900 mô hình", "750", "not_enough_info", "far"), ("gần 900 mô hình", "600", "refuted", "outside"),
    ("gần 900 mô hình", "900", "not_enough_info", "limit"), ("gần 125 tỷ đồng", "123750000000", "supported", "allowed"),
    ("khoảng 500 hộ", "520", "supported", "allowed"), ("khoảng 500 hộ", "590", "not_enough_info", "far"),
    ("khoảng 500 hộ", "700", "refuted", "outside"),
    ("3,5 tỷ đồng", "3480000000", "supported", "allowed"), ("3,5 tỷ đồng", "3610000000", "refuted", "outside"),
    ("99,8%", "99.81", "supported", "allowed"), ("99,8%", "99.7", "refuted", "outside"), ("100%", "99.8", "refuted", "outside"),
    ("600.000 người", "603214", "not_enough_info", "rounded"), ("600.000 người", "640000", "refuted", "outside"),
    ("400 mô hình", "421", "refuted", "outside"), ("420 mô hình", "421", "refuted", "outside"),
    ("ít nhất 28 người", "31", "supported", "allowed"), ("ít nhất 28 người", "27", "refuted", "outside"),
    ("không quá 5 ngày làm việc", "3", "supported", "allowed"), ("không quá 5 ngày làm việc", "6", "refuted", "outside"),
    ("dưới 5 hộ", "5", "not_enough_info", "limit"), ("dưới 5 hộ", "6", "refuted", "outside"),
    ("2 - 3 buổi", "3", "supported", "allowed"), ("2 - 3 buổi", "4", "refuted", "outside"),
    ("lợi nhuận âm hơn 12 tỷ đồng", "-12200000000", "supported", "allowed"),
    ("lợi nhuận âm hơn 12 tỷ đồng", "-11000000000", "refuted", "outside"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "official", "verdict", "why"), JUDGED)
def test_an_official_value_says_of_a_claim(text: str, official: str, verdict: str, why: str) -> None:
    value = number(official)
    assert judged(said(text), Interval(value, value)) == (verdict, why)


def test_an_official_value_may_itself_be_rounded() -> None:
    assert judged(said("12.460 ha"), Interval(number("12450"), number("12550"))).verdict == "supported"
    assert judged(said("12.560 ha"), Interval(number("12450"), number("12550"))).verdict == "refuted"
