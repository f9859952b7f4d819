"""Text as search compares it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.folding import bare, folded, marked

FORMS = (
    ("Hộ NGHÈO", "ho ngheo", "hộ nghèo"),
    ("Đường giao thông", "duong giao thong", "đường giao thông"),
    ("hoà bình, thuỷ lợi", "hoa binh, thuy loi", "hòa bình, thủy lợi"),
    ("600km", "600 km", "600 km"),
    ("QL32, Z183", "ql 32, z 183", "ql 32, z 183"),
    ("3,5ha và 12.000m2", "3,5 ha va 12.000 m 2", "3,5 ha và 12.000 m 2"),
    ("Lu\u0323c Yên", "luc yen", "lục yên"),
)


@pytest.mark.parametrize(("text", "without", "with_marks"), FORMS)
def test_both_forms(text: str, without: str, with_marks: str) -> None:
    assert (bare(text), marked(text)) == (without, with_marks)


@given(st.text(alphabet=st.sampled_from("aàÀđĐoòóuýyq19٣ \n.,\u0301\u0323\ud800²Ⅻ"), max_size=20))
def test_words_are_those_of_the_whole_text(text: str) -> None:
    both = folded(text)
    assert both.bare.split() == bare(text).split()
    assert both.marked.split() == marked(text).split()
