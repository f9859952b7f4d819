"""Rules that other rules ask: number words that rank, numbers that name places, bases of rates."""

from __future__ import annotations

import pytest

from extractor.extraction.rules.named_places import counts_something, goes_on_names, is_name_of_place
from extractor.extraction.rules.ranks import is_rank
from extractor.extraction.rules.rates import slash_rate, spoken_rate
from extractor.extraction.steps.tokens import first_word
from tests.helpers import marked


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("đạt giải [ba] môn Toán", True), ("giải nhất, nhì, [ba] toàn đoàn", True), ("huy chương loại [hai].", True),
        ("học sinh lớp [năm]", True), ("hòa giải [ba] vụ", False), ("mỗi loại [hai] con", False),
        ("có [hai] xã", False), ("giải [hai trăm] suất", False),
    ],
)  # fmt: skip
def test_rank(text: str, rank: bool) -> None:
    plain, start, end = marked(text, "[", "]")
    assert is_rank(plain, start, end) is rank


@pytest.mark.parametrize(
    ("text", "after", "counts"),
    [
        ("xã Hòa An [40] hộ", ("hộ", "hộ nghèo"), True),
        ("lô [12] bàn giao", ("bàn", "bàn giao"), False),
        ("tổ [7] phường Tân An", ("phường", "phường tân"), False),
        ("đường [12] km", ("km",), True),
    ],
)
def test_counts_something(text: str, after: tuple[str, ...], counts: bool) -> None:
    plain, _, end = marked(text, "[", "]")
    assert counts_something(plain, end, after) is counts


def test_names_of_places_that_are_numbers() -> None:
    text, start, end = marked("quốc lộ 15, 16 và [48] bị sạt lở", "[", "]")
    assert goes_on_names(text, start, end, ("bị", "bị sạt"))
    assert not goes_on_names("xã có 15, 16 và 48 hộ", 18, 20, ("hộ",))
    assert is_name_of_place("tổ 7 phường Tân An", 4, ("tổ",), ("phường", "phường tân"))
    assert not is_name_of_place("thôn có 5 hộ", 9, ("có",), ("hộ",))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("50 triệu đồng[/ha].", "ha"),
        ("43 triệu đồng[/người/năm]", "người/năm"),
        ("15 kg[/ 100 m3] lồng", "100 m3 lồng"),
        ("120 mm[/6 giờ]", "6 giờ"),
        ("31 vụ[/45] đối tượng", None),
    ],
)
def test_base_behind_a_slash(text: str, per: str | None) -> None:
    plain, start, _ = marked(text, "[", "]")
    rate = slash_rate(plain, start, first_word)
    assert (rate and rate.per) == per


@pytest.mark.parametrize(
    ("before", "after", "kind", "per"),
    [
        ("hỗ trợ mỗi hộ ", "", "money", "hộ"),
        ("hỗ trợ ", " mỗi nhà", "money", "nhà"),
        ("thu nhập bình quân đầu người đạt ", "", "money", "người"),
        ("xã có ", "", "count", None),
    ],
)
def test_base_said_in_words(before: str, after: str, kind: str, per: str | None) -> None:
    found = spoken_rate(before, before, after, kind)
    assert (found and found[0]) == per
