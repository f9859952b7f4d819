"""Reports with the numbers of last year or of another place, and what two articles may well have alike."""

from __future__ import annotations

import pytest

from extractor.audit.across.copied import check
from tests.audit.news import articles, drafts, verdicts

REPORT = (
    "{day}\n{title}\n\nNăm {year}, huyện {place} gieo trồng {a} ha ngô lai. Cũng trong năm {year}, huyện"
    " {place} trồng mới {b} ha"
    " rừng sản xuất. Năm {year}, huyện {place} giải quyết việc làm cho {c} lao động nông thôn và kết nạp {d}"
    " đảng viên mới.\n"
)
RETOLD = (
    "{day}\n{title}\n\nNhìn lại năm {year}, toàn huyện {place} đã tạo việc làm cho {c} lao động nông thôn. Năm"
    " {year}, huyện"
    " {place} gieo trồng được {a} ha ngô lai. Trong năm {year}, huyện {place} trồng mới {b} ha rừng sản xuất."
    " Đảng bộ huyện"
    " {place} năm {year} kết nạp {d} đảng viên mới.\n"
)
NUMBERS = ("4.537", "1.268", "2.154", "143")
OTHERS = ("4.612", "1.310", "2.087", "151")
BAC_HA, VI_XUYEN = "Bắc Hà (Lào Cai)", "Vị Xuyên (Hà Giang)"


def report(frame: str, year: int, place: str, numbers: tuple[str, ...] = NUMBERS, title: str = "Kết quả năm") -> str:
    """An article about the year and the place, published in the January after."""
    a, b, c, d = numbers
    return frame.format(day=f"{year + 1}-01-15", title=title, year=year, place=place, a=a, b=b, c=c, d=d)


TAKEN = {
    "last year's numbers": (report(REPORT, 2022, BAC_HA), report(RETOLD, 2023, BAC_HA)),
    "last year's, in the same words": (report(REPORT, 2022, BAC_HA), report(REPORT, 2023, BAC_HA)),
    "of the year before last": (report(RETOLD, 2021, BAC_HA), report(REPORT, 2023, BAC_HA)),
    "of the next year": (
        report(REPORT, 2023, BAC_HA),
        report(RETOLD, 2022, BAC_HA).replace("2023-01-15", "2024-03-01"),
    ),
    "another place's": (report(REPORT, 2023, BAC_HA), report(RETOLD, 2023, VI_XUYEN)),
    "another place's, in the same words": (report(REPORT, 2023, BAC_HA), report(REPORT, 2023, VI_XUYEN)),
    "another place's of last year": (report(REPORT, 2022, BAC_HA), report(RETOLD, 2023, VI_XUYEN)),
    "places of one province": (report(REPORT, 2023, BAC_HA), report(RETOLD, 2023, "Si Ma Cai (Lào Cai)")),
    "from the south": (report(REPORT, 2022, "Ba Tri (Bến Tre)"), report(RETOLD, 2023, "Ba Tri (Bến Tre)")),
    "two of the south": (report(REPORT, 2023, "Ba Tri (Bến Tre)"), report(RETOLD, 2023, "Thoại Sơn (An Giang)")),
}

LEFT = {
    "its own numbers": (report(REPORT, 2022, BAC_HA), report(RETOLD, 2023, BAC_HA, OTHERS)),
    "told again of the same year": (report(REPORT, 2023, BAC_HA), report(RETOLD, 2023, BAC_HA)),
    "two numbers alike": (report(REPORT, 2022, BAC_HA), report(RETOLD, 2023, BAC_HA, (*NUMBERS[:2], *OTHERS[2:]))),
    "round numbers": (
        report(REPORT, 2022, BAC_HA, ("4.500", "1.200", "2.000", "140")),
        report(RETOLD, 2023, BAC_HA, ("4.500", "1.200", "2.000", "140")),
    ),
    "few things": (
        report(REPORT, 2022, BAC_HA, ("45", "12", "21", "14")),
        report(RETOLD, 2023, BAC_HA, ("45", "12", "21", "14")),
    ),
    "two places with their own numbers": (report(REPORT, 2023, BAC_HA), report(RETOLD, 2023, VI_XUYEN, OTHERS)),
    "a part of the other": (
        report(REPORT, 2023, BAC_HA),
        report(RETOLD, 2023, BAC_HA).replace("huyện Bắc Hà (Lào Cai)", "tỉnh Lào Cai"),
    ),
    "what the state gives to each": tuple(
        f"2024-01-15\nHỗ trợ\n\nNăm 2023, huyện {place} hỗ trợ 1.234.000 đồng/hộ làm nhà, 2.345.000 đồng/hộ đào giếng,"
        f" 3.456.000 đồng/ha trồng ngô và 4.567.000 đồng/ha trồng chè.{end}"
        for place, end in ((BAC_HA, ""), (VI_XUYEN, " Bà con phấn khởi."))
    ),
    "land that stays": tuple(
        f"{year + 1}-01-15\nĐất\n\nNăm {year}, huyện {BAC_HA} có diện tích tự nhiên 68.176 ha, diện tích đất"
        f" rừng 41.253 ha,"
        f" diện tích đất lúa 2.754 ha và diện tích mặt nước 1.379 ha."
        for year in (2022, 2023)
    ),
    "what is told of a third place": tuple(
        f"2024-01-15\n{title}\n\nHuyện {place} học hỏi kinh nghiệm. Năm 2023, huyện Kim Sơn (Ninh Bình) trồng"
        f" 4.537 ha ngô lai,"
        f" 1.268 ha rừng sản xuất, tạo việc làm cho 2.154 lao động nông thôn và kết nạp 143 đảng viên mới."
        for title, place in (("Học hỏi", BAC_HA), ("Thăm Kim Sơn", VI_XUYEN))
    ),
    "an article told again in the next year": (
        report(REPORT, 2022, BAC_HA),
        report(RETOLD, 2022, BAC_HA).replace("2023-01-15", "2024-01-15"),
    ),
}


@pytest.mark.parametrize("case", TAKEN)
def test_numbers_taken_over_are_refuted_once(case: str) -> None:
    (found,) = drafts(check, articles(TAKEN[case]))
    assert found.verdict == "refuted"
    assert len(found.figures) == 2 * len(NUMBERS)
    assert {one.article_id for one in found.figures[: len(NUMBERS)]} == {"b"}


@pytest.mark.parametrize("case", LEFT)
def test_what_may_be_alike_is_not_refuted(case: str) -> None:
    assert not [one for one in verdicts(check, LEFT[case]) if one.startswith("refuted")]


def test_copy_of_an_article_takes_nothing_over() -> None:
    assert verdicts(check, TAKEN["another place's, in the same words"], copies=True) == []


def test_three_alike_are_undecided() -> None:
    written = (report(REPORT, 2022, BAC_HA), report(RETOLD, 2023, BAC_HA, (*NUMBERS[:3], OTHERS[3])))
    (found,) = drafts(check, articles(written))
    assert found.verdict == "not_enough_info"


def test_background_that_two_years_share_word_for_word_is_undecided() -> None:
    told = (
        "{year} là năm bận rộn\n\nNăm {year}, huyện Bắc Hà (Lào Cai) đón {x} đoàn công tác.\n\nToàn huyện gieo"
        " trồng 4.537 ha ngô"
        " lai, trồng mới 1.268 ha rừng sản xuất, tạo việc làm cho 2.154 lao động nông thôn, kết nạp 143 đảng viên mới."
    )
    written = (f"2023-01-15\n{told.format(year=2022, x=12)}", f"2024-01-15\n{told.format(year=2023, x=17)}")
    assert {one.verdict for one in drafts(check, articles(written))} <= {"not_enough_info"}


def test_explanation_names_numbers_years_and_articles() -> None:
    (found,) = drafts(check, articles(TAKEN["last year's numbers"]))
    for said in ("năm 2023", "năm 2022", "4.537 ha", "15/1/2023", "15/1/2024"):
        assert said in found.explanation.vi
    for said in ("for 2023", "for 2022", "15 January 2023"):
        assert said in found.explanation.en
