"""Units as a text names them: their rank, what lies in what, lists of them, and the unit that an article is about."""

from __future__ import annotations

import pytest

from extractor.layout.boilerplate import Layout
from extractor.places.about import place_of
from extractor.places.areas import Holders, Scene, group_of, holders_told, nested, place_in, rank_of, rank_of_level
from extractor.places.mentions import find_places

NO_LAYOUT = Layout(title=None, lead=None, boilerplate=(), repeated=(), published=None, site=None)
NESTED = "Xã Kỳ Sơn, huyện Tân Kỳ, tỉnh Nghệ An có 12 hộ nghèo."
JOINED = "Huyện Bắc Hà và huyện Bảo Yên có 12 hộ nghèo."


def test_ranks() -> None:
    assert [rank_of_level(level) for level in ("tỉnh", "huyện", "xã", "thôn")] == [1, 2, 3, 4]
    assert [rank_of(one) for one in find_places("Thành phố Hà Nội và thành phố Yên Bái")] == [1, 2]


def test_a_unit_behind_another_says_where_it_lies() -> None:
    commune, district, province = find_places(NESTED)
    assert nested(commune, district, NESTED)
    assert nested(district, province, NESTED)
    assert not nested(district, commune, NESTED)
    assert group_of(district, (commune, district, province), NESTED) == [commune]
    assert holders_told([(NESTED, (commune, district, province))])["xã Kỳ Sơn"] == Holders(
        "huyện Tân Kỳ", "tỉnh Nghệ An"
    )


def test_units_of_a_rank_that_are_joined_are_a_list() -> None:
    units = find_places(JOINED)
    assert [one.full_name for one in group_of(units[1], units, JOINED)] == ["huyện Bắc Hà", "huyện Bảo Yên"]


def test_a_place_takes_the_province_that_its_sentence_names() -> None:
    scene = Scene(home=None, when=None, context=None)
    assert place_in("Kỳ Sơn", "xã", scene, Holders("huyện Tân Kỳ", "tỉnh Nghệ An")).province == "tỉnh Nghệ An"


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Huyện Lục Yên xóa nhà tạm", "Huyện Lục Yên (Yên Bái) xóa 120 nhà tạm.", "huyện Lục Yên"),
        (None, "Toàn huyện Bắc Hà, tỉnh Lào Cai có 120 hộ nghèo.", "huyện Bắc Hà"),
        (None, "Câu lạc bộ có 12 thành viên.", None),
        (None, "Thủ tướng, Chính phủ, Quốc hội và cả nước cùng làm.", "Việt Nam"),
    ],
)
def test_the_unit_that_an_article_is_about(title: str | None, text: str, name: str | None) -> None:
    place = place_of(text, title, NO_LAYOUT, None)
    assert (place and place.name) == name
