"""The lines of a page: which is its title, which its lead, what is boilerplate, and whose the dates are."""

from __future__ import annotations

from extractor.layout.boilerplate import layout, title_and_lead
from extractor.layout.posted import date_of, posted

TITLE = "Yên Bình trồng mới 50 ha quế"
LEAD = "Năm 2023, huyện Yên Bình trồng mới 50 ha quế ở 4 xã, đạt 105% kế hoạch mà tỉnh giao từ đầu năm cho huyện."
MORE = "Đến nay, toàn huyện có 1.250 ha quế của 3.400 hộ, mỗi năm cho thu nhập bình quân 60 triệu đồng một ha."
DATE, VIEWS = "20/12/2023 - 09:00", "Lượt xem: 1.234"
PAGE = "\n".join(("Trang chủ › Kinh tế", TITLE, DATE, LEAD, LEAD, VIEWS, MORE, "Các tin khác", "Tin cũ"))


def words(span: tuple[int, int] | None) -> str | None:
    return PAGE[span[0] : span[1]] if span else None


def test_a_page_has_its_title_lead_and_date() -> None:
    found = layout(PAGE)
    assert (words(found.title), words(found.lead), found.published) == (TITLE, LEAD, "2023-12-20T09:00:00+07:00")
    assert [words(span) for span in found.repeated] == [LEAD]
    assert [words(span) for span in found.boilerplate] == [
        "Trang chủ › Kinh tế", DATE, VIEWS, "Các tin khác\nTin cũ",
    ]  # fmt: skip


def test_title_and_lead_are_found_by_what_is_known_of_them() -> None:
    found = layout(PAGE)
    assert title_and_lead(PAGE, TITLE.upper(), found.aside) == (found.title, found.lead)
    assert title_and_lead(PAGE, None, found.aside) == (None, found.lead)
    assert title_and_lead("", None, ()) == (None, None)


def test_the_clock_of_a_site_is_not_the_date_of_an_article() -> None:
    clock, own = "Thứ sáu, 22/11/2024 10:15:09", "Ngày đăng: 20/12/2023"
    assert posted([clock, TITLE, own, LEAD], 1, 3) == "2023-12-20"
    assert posted([clock, TITLE, LEAD], 1, 2) is None
    assert posted(["20/12/2023", TITLE, LEAD], 1, 2) == "2023-12-20"


def test_the_date_of_a_part_of_a_line() -> None:
    found = date_of("Tác giả: Ngô Hạnh - Ngày đăng: 15/10/2024")
    assert found
    assert (found.published, found.said) == ("2024-10-15", "posted")
    assert date_of(TITLE) is None
