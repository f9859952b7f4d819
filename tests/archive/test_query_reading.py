"""What is typed to search is read as phrases, words, conditions on numbers, and periods."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.archive.search.reading import understood
from extractor.archive.shapes import MOST_TYPED, Condition

LONGEST = 1.0  # seconds that reading what is typed may take at most


def told(one: Condition) -> str:
    """A condition in short: `VND > 5000000000`, `hộ 100..200`, `* = 600`."""
    unit = one.unit or "*"
    total = f" of {one.total}" if one.total is not None else ""
    if one.low is not None and one.low == one.high:
        return f"{unit} = {one.low:f}{total}"
    if one.low is not None and one.high is not None:
        return f"{unit} {one.low.normalize():f}..{'<' if one.open_high else ''}{one.high.normalize():f}{total}"
    if one.low is not None:
        return f"{unit} {'>' if one.open_low else '>='} {one.low:f}{total}"
    return f"{unit} {'<' if one.open_high else '<='} {one.high:f}{total}"


def read(text: str) -> str:
    """How a text is read, in short: words, «phrases», [conditions], {periods}."""
    found = understood(text)
    parts = [*found.words, *(f"«{one}»" for one in found.phrases)]
    parts += [f"[{told(one)}]" for one in found.conditions] + [f"{{{one}}}" for one in found.periods]
    return " ".join(parts)


READ = (
    # words and phrases
    ("hộ nghèo Lục Yên", "hộ nghèo Lục Yên"),
    ("ho ngheo luc yen", "ho ngheo luc yen"),
    ('"hộ nghèo" Lục Yên', "Lục Yên «hộ nghèo»"),
    ("“hộ nghèo” «nông thôn mới»", "«hộ nghèo» «nông thôn mới»"),
    ('đường "giao thông', "đường giao thông"),  # a quote that nothing closes is no quote
    ('"" đường', "đường"),
    ("hoà bình", "hòa bình"),
    ("  đường ,  (giao thông)!", "đường giao thông"),
    ("covid-19", "covid-19"),
    # conditions on value and unit
    ("hơn 5 tỷ", "[VND > 5000000000]"),
    ("hơn 5 tỷ đồng", "[VND > 5000000000]"),
    ("5 tỷ", "[VND = 5000000000]"),
    ("1,5 tỷ", "[VND = 1500000000]"),
    ("gần 5 tỷ", "[VND 4500000000..<5000000000]"),
    ("trên 20 km đường", "đường [km > 20]"),
    ("đường trên 20km", "đường [km > 20]"),
    ("từ 100 đến 200 hộ", "hộ [hộ 100..200]"),
    ("100-200 hộ", "hộ [hộ 100..200]"),
    ("từ 1 tỷ đến 2 tỷ", "[VND 1000000000..2000000000]"),
    ("5 đến 10 tỷ đồng", "[VND 5000000000..10000000000]"),
    ("dưới 3%", "[% < 3]"),
    ("hộ nghèo dưới 3 %", "hộ nghèo [% < 3]"),
    ("khoảng 50 ha", "[ha 45..55]"),
    ("ít nhất 10 xã", "xã [xã >= 10]"),
    ("10 xã trở lên", "xã [xã >= 10]"),
    ("không quá 30 ngày", "ngày [ngày <= 30]"),
    ("từ 5 tỷ", "[VND >= 5000000000]"),
    ("nhiều hơn 5 tỷ", "[VND > 5000000000]"),
    ("ít hơn 10 hộ", "hộ [hộ < 10]"),
    ("> 5 tỷ", "[VND > 5000000000]"),
    (">=5 tỷ", "[VND >= 5000000000]"),
    ("<= 3%", "[% <= 3]"),
    ("bằng 5 tỷ", "[VND = 5000000000]"),
    ("600", "[* = 600]"),
    ("600km", "[km = 600]"),
    ("1.200 hộ nghèo", "hộ nghèo [hộ nghèo = 1200]"),
    ("24/24 xã", "xã [xã = 24 of 24]"),
    ("trên 500", "[* > 500]"),
    ("huyện Lục Yên 600", "huyện Lục Yên [* = 600]"),
    ("hai mươi xã", "xã [xã = 20]"),
    ("3 tấn gạo, 10 suất quà", "gạo suất quà [t = 3] [suất quà = 10]"),
    ("45 triệu đồng/người", "người [VND = 45000000]"),
    ("tốc độ 60km/h", "tốc độ [km/h = 60]"),
    ("trên 38 độ C", "[°C > 38]"),
    ("$200", "[USD = 200]"),
    # without marks
    ("hon 5 ty", "[VND > 5000000000]"),
    ("hon 5 ty dong", "[VND > 5000000000]"),
    ("gan 1,5 trieu", "[VND 1400000..<1500000]"),
    ("tren 20 km duong", "duong [km > 20]"),
    ("tu 100 den 200 ho", "ho [ho 100..200]"),
    ("tu 1 ty den 2 ty dong", "[VND 1000000000..2000000000]"),
    ("duoi 3 phan tram", "[% < 3]"),
    ("khoang 50 ha", "[ha 45..55]"),
    ("it nhat 10 xa", "xa [xa >= 10]"),
    ("10 xa tro len", "xa [xa >= 10]"),
    ("khong qua 30 ngay", "ngay [ngày <= 30]"),
    ("it hon 10 ho", "ho [ho < 10]"),
    ("12 tan gao", "gao [t = 12]"),
    ("20 nghin ty dong", "[VND = 20000000000000]"),
    ("thu nhap 45 trieu dong/nguoi", "thu nhap nguoi [VND = 45000000]"),
    # times
    ("hộ nghèo năm 2023", "hộ nghèo {2023}"),
    ("ho ngheo nam 2023", "ho ngheo {2023}"),
    ("2023", "{2023}"),
    ("tháng 9/2023", "{2023-09}"),
    ("6 thang dau nam 2023", "{2023-01/2023-06}"),
    ("giai đoạn 2021-2025", "{2021/2025}"),
    ("giai doan 2021 - 2025", "{2021/2025}"),
    ("tu nam 2020 den nam 2023", "{2020/2023}"),
    ("đến năm 2025", "{2025}"),
    ("tren 5 ty dong nam 2023", "[VND > 5000000000] {2023}"),
    ("hơn 5 tỷ năm 2023", "[VND > 5000000000] {2023}"),
    ("ngày 26/9/2023", "{2023-09-26}"),
    ("quy 1/2024", "{2024-01/2024-03}"),
    ("trước năm 2020", "{../2019-12-31}"),
    ("sau nam 2020", "{2021-01-01/..}"),
    ("năm 2023 và 2024", "{2023/2024}"),
)
# Near misses: numbers that are no quantity, and words that bend no number.
LEFT = (
    "quyết định 1719", "quyet dinh 1719", "quốc lộ 6", "quoc lo 6", "thôn 3", "quận 1", "quan 1", "nghị quyết 06",
    "trên địa bàn", "gần dân", "hơn nữa", "khoảng cách", "năm nay", "từ thiện", "dưới nước", "một hộ", "giải ba",
    "ba vì", "Ba Vì", "ba vi", "hai bà trưng", "bảy núi", "năm căn", "ngày 26/9", "so với năm 2022", "24/24",
    "12,500 tấn", "cho hai san", "thu ngan sach 4 thang dau nam", "ty le ho ngheo", "ngan hang",
    "tan son nhat", "dong thap", "do thi", "5 năm qua", "AND OR NOT",
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_what_is_typed_is_read(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_quantity_stays_words(text: str) -> None:
    assert read(text) == text


def test_ambiguous_words_behind_a_number_stay_as_typed() -> None:
    assert read("5 ngan hang") == "ngan hang [ngan = 5]"
    assert read("3 sao") == "3 sao"  # of OCOP, a name
    assert read("8 tram y te") == "tram y te [tram = 8]"


def test_no_more_is_read_than_is_taken() -> None:
    assert understood("x" * MOST_TYPED + " sau").words == ("x" * MOST_TYPED,)


HOSTILE = (
    '"', '""', '"""', "'; DROP TABLE figures; --", "a AND b OR NOT c NEAR(d, 5)", "item: x", "^x*", "-x", "((((",
    "{item}: y", "\x00", "a\x00b", "\ud800", "\udfff 5 tỷ", "😀 5 tỷ", "%", "%%%", "5" * 10_000, "x" * 10_000,
    "5 " * 5_000, "từ " * 3_000, "1,2.3,4.5" * 200, "-" * 10_000, "/" * 10_000, "12/" * 3_000, "năm " * 2_000,
    "\u0301" * 500, "a\u0301\u0302\u0303" * 100, "\u202e5 tỷ", "\ufeff", "\n\t\r", "9e999999 tỷ", "١٢٣", "½ ha", "²",
    "hơn hơn hơn 5", "tỷ tỷ tỷ", "10 - 9 - 8 - 7 hộ",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_is_data(text: str) -> None:
    start = time.perf_counter()
    found = understood(text)
    assert time.perf_counter() - start < LONGEST
    for words in (*found.words, *found.phrases):
        assert any(map(str.isalnum, words))
        words.encode()


BITS = st.sampled_from(
    "hơn trên từ đến dưới khoảng 5 20 100 1.200 3,5 tỷ ty triệu km ha hộ ho % / - , . : ( )".split()
    + '" năm nam 2023 9/2023'.split()
    + "quốc lộ số AND OR * ^ đường".split()
)
LISTS = st.lists(BITS, max_size=30)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), LISTS.map(" ".join), LISTS.map("".join)))
def test_any_text_is_read_in_bounded_time(text: str) -> None:
    start = time.perf_counter()
    understood(text)
    assert time.perf_counter() - start < LONGEST
