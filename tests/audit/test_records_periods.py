"""Periods, places, numbers and units as files of official figures write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extractor.audit.records.amounts import amount_of, is_undecided, typed_amount, unit_of, writing_of
from extractor.audit.records.periods import period_of
from extractor.audit.records.places import era_of, ground_of, place_of
from extractor.model.records import Place

BEFORE, AFTER = date(2023, 12, 31), date(2025, 12, 31)

PERIODS = {
    "2023": "2023", "năm 2023": "2023", "Năm 2023": "2023", "ước thực hiện năm 2024": "2024", "2023 (sơ bộ)": "2023",
    "tháng 9/2023": "2023-09", "9/2023": "2023-09", "09-2023": "2023-09", "T9/2023": "2023-09",
    "tháng 12 năm 2023": "2023-12", "2023-09": "2023-09",
    "quý II/2024": "2024-04/2024-06", "Quý 2 năm 2024": "2024-04/2024-06", "Q2/2024": "2024-04/2024-06",
    "Q2 2024": "2024-04/2024-06", "2024Q2": "2024-04/2024-06", "quý IV/2023": "2023-10/2023-12",
    "6 tháng đầu năm 2024": "2024-01/2024-06", "9 tháng năm 2024": "2024-01/2024-09", "9 tháng 2024": "2024-01/2024-09",
    "6T/2024": "2024-01/2024-06", "6 tháng cuối năm 2024": "2024-07/2024-12", "first 6 months of 2024": "2024-01/2024-06",
    "H1 2024": "2024-01/2024-06",
    "giai đoạn 2021 - 2025": "2021/2025", "2021-2025": "2021/2025", "2021 – 2025": "2021/2025", "2021/2025": "2021/2025",
    "năm học 2023 - 2024": "2023/2024",
    "đến 31/12/2023": "../2023-12-31", "tính đến ngày 31/12/2023": "../2023-12-31", "đến hết năm 2023": "../2023",
    "as of 31/12/2023": "../2023-12-31", "../2023-12-31": "../2023-12-31", "đến tháng 9/2023": "../2023-09",
    "31/12/2023": "2023-12-31", "2023-12-31": "2023-12-31", "2023-12-31 00:00:00": "2023-12-31",
    "2024-01-04/2024-01-08": "2024-01-04/2024-01-08",
}  # fmt: skip
NO_PERIODS = (
    "", "vụ Đông Xuân", "vụ Đông Xuân 2023 - 2024", "đến nay", "quý I", "6 tháng", "so với năm 2022", "2025-2021",
    "31/2/2023", "2023-13", "2023-02-30", "2.023", "kỳ này", "/", "../..",
)  # fmt: skip


@pytest.mark.parametrize(("written", "period"), PERIODS.items())
def test_period(written: str, period: str) -> None:
    assert period_of(written) == period


@pytest.mark.parametrize("written", NO_PERIODS)
def test_no_period(written: str) -> None:
    assert period_of(written) is None


PLACES = {
    "huyện Yên Bình, tỉnh Yên Bái": ("huyện Yên Bình", "tỉnh Yên Bái"),
    "H. Yên Bình, Yên Bái": ("huyện Yên Bình", "tỉnh Yên Bái"),
    "Yên Bái": ("tỉnh Yên Bái", "tỉnh Yên Bái"),
    "tỉnh Yên Bái": ("tỉnh Yên Bái", "tỉnh Yên Bái"),
    "TP.HCM": ("thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"),
    "TP Vinh, Nghệ An": ("thành phố Vinh", "tỉnh Nghệ An"),
    "xã Lạng Khê": ("xã Lạng Khê", "tỉnh Nghệ An"),
    "xã Bạch Hà, huyện Yên Bình, tỉnh Yên Bái": ("xã Bạch Hà", "tỉnh Yên Bái"),
    "xã Không Tên, tỉnh Yên Bái": ("xã Không Tên", "tỉnh Yên Bái"),
    "Cả nước": ("Việt Nam", None),
}
NO_PLACES = ("Yên Bình", "huyện Châu Thành", "tỉnh Abc", "xã Đông Thành", "Yên Bình, Yên Bái", "", "các huyện khác")


@pytest.mark.parametrize(("written", "name"), PLACES.items())
def test_place(written: str, name: tuple[str, str | None]) -> None:
    place = place_of(written, when=BEFORE)
    assert place is not None
    assert (place.name, place.province) == name


@pytest.mark.parametrize("written", NO_PLACES)
def test_a_place_that_may_be_several_is_none(written: str) -> None:
    assert place_of(written, when=BEFORE) is None


def test_the_province_of_the_file_tells_places_of_one_name_apart() -> None:
    place = place_of("huyện Châu Thành", when=BEFORE, context="tỉnh Long An")
    assert place is not None
    assert place.province == "tỉnh Long An"


def place(written: str, when: date) -> Place:
    found = place_of(written, when=when)
    assert found is not None
    return found


SAME_GROUND = (
    ("tỉnh Cao Bằng", "tỉnh Cao Bằng"),  # no other province was joined to it
    ("xã Lai Hòa, tỉnh Sóc Trăng", "xã Lai Hòa, thành phố Cần Thơ"),  # whole and alone, in a province of another name
)
OTHER_GROUND = (
    ("tỉnh Lào Cai", "tỉnh Lào Cai"),  # Yên Bái was joined to it
    ("huyện Yên Bình, tỉnh Yên Bái", "xã Yên Bình, tỉnh Lào Cai"),
    ("huyện Lý Sơn, tỉnh Quảng Ngãi", "đặc khu Lý Sơn, tỉnh Quảng Ngãi"),  # a district is never held against a commune
    ("tỉnh Yên Bái", "tỉnh Lào Cai"),
)


@pytest.mark.parametrize(("before", "after"), SAME_GROUND)
def test_same_ground_through_the_reform(before: str, after: str) -> None:
    one, other = place(before, BEFORE), place(after, AFTER)
    assert ground_of(one, era_of("2023")) == ground_of(other, era_of("2025"))


@pytest.mark.parametrize(("before", "after"), OTHER_GROUND)
def test_other_ground_since_the_reform(before: str, after: str) -> None:
    one, other = place(before, BEFORE), place(after, AFTER)
    assert ground_of(one, era_of("2023")) != ground_of(other, era_of("2025"))


def test_news_after_the_reform_on_a_year_before_it_may_mean_either_ground() -> None:
    assert era_of("2024", "2024-12-30T08:00:00+07:00") == "before"
    assert era_of("2025", "2026-01-05T08:00:00+07:00") == "after"
    assert era_of("2024", "2025-10-05T08:00:00+07:00") == "unsure"


def test_wards_of_one_number_in_one_city_are_other_ground() -> None:
    one, other = (place(f"phường 1, quận {number}, TP.HCM", BEFORE) for number in (3, 4))
    assert ground_of(one, "before") != ground_of(other, "before")


@pytest.mark.parametrize(
    ("written", "value", "step"),
    [
        ("1.234,5", "1234.5", "0.1"), ("1,234.5", "1234.5", "0.1"), ("12,50", "12.5", "0.01"), ("0,123", "0.123", "0.001"),
        ("1.234.567", "1234567", "1"), ("1,234,567", "1234567", "1"), ("421", "421", "1"), ("1 234", "1234", "1"),
        ("-3,5", "-3.5", "0.1"), ("12%", "12", "1"), ("1,2 triệu", "1200000", "1"),
    ],
)  # fmt: skip
def test_a_number_that_can_be_read_in_one_way(written: str, value: str, step: str) -> None:
    amount = amount_of(written, None)
    assert amount is not None
    assert (amount.value, amount.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize("written", ["1.234", "1,234", "123.456"])
def test_a_mark_before_three_figures_may_group_or_part(written: str) -> None:
    assert amount_of(written, None) is None
    assert is_undecided(written)


@pytest.mark.parametrize("written", ["…", "-", "abc", "1.23.456", "1.234,567,8", "1234,", "1e5", ""])
def test_no_number(written: str) -> None:
    assert amount_of(written, None) is None
    assert not is_undecided(written)


def test_the_other_values_of_a_column_tell_how_it_is_written() -> None:
    assert writing_of(["1.234", "1,5", "2,25"]) == "vi"
    assert writing_of(["1,234", "1.5"]) == "en"
    assert writing_of(["1.234", "1,5", "2.25"]) is None
    assert writing_of(["1.234", "7"]) is None
    vietnamese, english = amount_of("1.234", "vi"), amount_of("1.234", "en")
    assert vietnamese is not None
    assert english is not None
    assert (vietnamese.value, english.value) == (Decimal(1234), Decimal("1.234"))


def test_a_typed_number_keeps_the_digits_that_it_has() -> None:
    assert typed_amount(Decimal("12.50")).step == Decimal("0.1")
    assert typed_amount(Decimal(3400)).step == 1


@pytest.mark.parametrize(
    ("written", "kind", "unit", "factor", "per"),
    [
        ("tỷ đồng", "money", "VND", 10**9, None), ("Triệu đồng", "money", "VND", 10**6, None), ("trđ", "money", "VND", 10**6, None),
        ("tỷ", "money", "VND", 10**9, None), ("billion VND", "money", "VND", 10**9, None), ("VND billion", "money", "VND", 10**9, None),
        ("nghìn ha", "area", "ha", 1000, None), ("1.000 ha", "area", "ha", 1000, None), ("1,000 people", "count", "người", 1000, None),
        ("Nghìn tấn", "mass", "t", 1000, None), ("%", "percent", "%", 1, None), ("households", "count", "hộ", 1, None),
        ("tạ/ha", "mass", "tạ", 1, "ha"), ("triệu đồng/người/năm", "money", "VND", 10**6, "người/năm"),
        ("km/h", "other", "km/h", 1, None), ("nghìn lượt người", "count", "lượt người", 1000, None),
        ("xã/phường", "count", "xã phường", 1, None), ("trường", "count", "trường", 1, None),
    ],
)  # fmt: skip
def test_unit(written: str, kind: str, unit: str, factor: int, per: str | None) -> None:
    assert unit_of(written) == (kind, unit, Decimal(factor), per)
