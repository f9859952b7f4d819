"""What holds for any text: nothing raises, no number is lost, each span is where its words are."""

from __future__ import annotations

from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.extraction.pipeline import Extraction
from extractor.extraction.steps.clean import clean
from tests.helpers import extracted, faults

Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
PIECES = (
    "421", "mô hình", "3,5", "triệu đồng", "/", "-", "từ", "đến", "%", "năm", "2023", "tháng", "hai", "trăm", "xã",
    "huyện Yên Bình", "gần", "trên", "khoảng", "(", ")", ".", ",", ":", "\n", "24/24", "12/3", "1.234.567", "km",
    "m2", "ha", "tăng", "giảm", "so với", "Nghị quyết số", "NQ/TW", "một", "trong đó", "phấn đấu", "lúc", "15h30",
    "thứ", "“", "”", "+", "0912345678", "lần", "đồng/ha", "mỗi", "Z183", "Km", "ngày", "rưỡi", "\u00a0", "tỷ", "1",
    "²", "nghìn", "và", "người",
)  # fmt: skip
NEWS = (
    "Thực hiện thông tư 36 năm 1996, đến nay cả nước có 20 tỉnh đạt 30% trở lên; lượng mưa trong ba đêm đạt 120 mm.",
    "Ước tính thiệt hại là 300 tỷ đồng, bình quân mỗi hộ 20 triệu đồng; điện thoại: 0252 381 2345.",
    "Trên địa bàn huyện Bắc Hà, từ ngày 5 tháng 3 đến hết tháng 6, xã trồng 12 ha, vượt kế hoạch 20 %.",
    "Hơn 17  người bị thương, trong đó 2  em học sinh; nước dâng cao hơn năm trước 3 m.",
)
pieced = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda pieces: st.sampled_from((" ", "")).map(lambda joint: joint.join(pieces))
)
sentences = st.sampled_from(
    (
        "Toàn huyện xây dựng được 421 mô hình “Dân vận khéo”, tăng 276 mô hình so với năm 2020.",
        "ước đạt 400 tỷ đồng, ố 5 xã, từ 3.000 đến trên 4.000 lượt cán bộ",
        "Đường dài 24 km; ủng hộ hơn 23 tỷ đồng.",
    )
)


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=150)
@given(text=pieced)
def test_no_number_of_news_is_lost(form: Form, text: str) -> None:
    assert faults(extracted(normalize(form, text))) == []


@settings(deadline=None, max_examples=150)
@given(text=st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert faults(extracted(text)) == []


@settings(deadline=None, max_examples=100)
@given(text=st.text(alphabet="0123456789.,/-% \nkmhà", max_size=60))
def test_no_run_of_digits_is_lost(text: str) -> None:
    assert faults(extracted(text)) == []


@settings(deadline=None, max_examples=200)
@given(text=st.one_of(st.text(max_size=80), pieced), form=st.sampled_from(FORMS))
def test_clean_text_leads_back(text: str, form: Form) -> None:
    raw = normalize(form, text)
    cleaned = clean(raw)
    before = 0
    for at in range(len(cleaned.text)):
        start, end = cleaned.raw(at, at + 1)
        assert 0 <= before <= start < end <= len(raw)
        before = start


@settings(deadline=None)
@given(text=sentences, cut=st.tuples(st.integers(0, 60), st.integers(1, 20)))
def test_decomposed_words_are_found_whole(text: str, cut: tuple[int, int]) -> None:
    raw = normalize("NFD", text)
    start, end = cut[0], min(cut[0] + cut[1], len(text))
    if start < end:
        first, last = clean(raw).raw(start, end)
        assert normalize("NFC", raw[first:last]) == text[start:end]


def told(extraction: Extraction) -> list[dict[str, object]]:
    """What records say, without where they say it and how their words are parted."""
    records = [*extraction.figures, *extraction.passed]
    fields = [one.model_dump(exclude={"id", "start", "end", "sentence", "part_of"}) for one in records]
    return [one | {"text": " ".join(one["text"].split())} for one in fields]


@settings(deadline=None, max_examples=150)
@given(words=st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join).map(str.split), data=st.data())
def test_doubled_blanks_change_nothing_but_offsets(words: list[str], data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.sampled_from((" ", "  ")), min_size=len(words), max_size=len(words)))
    narrow, wide = extracted(" ".join(words)), extracted("".join(map("".join, zip(words, gaps, strict=True))))
    assert told(wide) == told(narrow)
    assert faults(wide) == []


@pytest.mark.parametrize("text", NEWS)
def test_doubled_blanks_in_news(text: str) -> None:
    assert told(extracted(text.replace(" ", "  "))) == told(extracted(text))


def test_a_wide_gap_between_numbers_stays() -> None:
    for gap in ("     ", "\t"):
        assert [one.text for one in extracted(f"Xã Hòa An: 120{gap}450").passed] == ["120", "450"]


@pytest.mark.parametrize("text", ["ước đạt 400 tỷ đồng", "Ủng hộ ố 5 xã"])
def test_same_figures_composed_and_decomposed(text: str) -> None:
    composed, decomposed = (extracted(normalize(form, text)) for form in FORMS)
    assert [normalize("NFC", one.text) for one in decomposed.figures] == [one.text for one in composed.figures]
