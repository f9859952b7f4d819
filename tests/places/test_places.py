"""Places: units of both eras, names that resolve_unit or stay open, and mentions in running text."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon.levels import COMMUNE, DISTRICT, PROVINCE
from extractor.places import gazetteer, mentions
from extractor.places.records import former_places, place_record

SAME_NAME = (
    ("Hoà Bình", "Hòa Bình"),
    ("Hòa Mĩ", "Hòa Mỹ"),
    ("Thuỷ Nguyên", "Thủy Nguyên"),
    ("Đăk R’lấp", "Đắk R'Lấp"),
    ("Dak R'Lap", "Đắk R'Lấp"),
    ("Bà Rịa–Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("YÊN BÌNH", "Yên Bình"),
    ("Ye\u0302n Bi\u0300nh", "Yên Bình"),
    ("05", "5"),
)
OTHER_NAME = (("Trà Don", "Trà Dơn"), ("Thanh An", "Thạnh An"), ("Thúy", "Thúi"), ("Minh Quân", "Minh Quán"))

PROVINCES = {
    "TP.HCM": "thành phố Hồ Chí Minh",
    "TPHCM": "thành phố Hồ Chí Minh",
    "TP Hồ Chí Minh": "thành phố Hồ Chí Minh",
    "Sài Gòn": "thành phố Hồ Chí Minh",
    "Hà Nội": "thành phố Hà Nội",
    "Huế": "thành phố Huế",
    "Thừa Thiên - Huế": "tỉnh Thừa Thiên Huế",
    "TT-Huế": "tỉnh Thừa Thiên Huế",
    "BR-VT": "tỉnh Bà Rịa - Vũng Tàu",
    "ĐakNông": "tỉnh Đắk Nông",
    "Đăk Nông": "tỉnh Đắk Nông",
    "DakLak": "tỉnh Đắk Lắk",
    "YênBái": "tỉnh Yên Bái",
    "tỉnh Thanh Hoá": "tỉnh Thanh Hóa",
    "TP Bắc Ninh": None,  # the city, not the province
    "Yên Bình": None,
}

BEFORE, AFTER = date(2024, 3, 4), date(2026, 1, 5)
RESOLVED = (  # name, level, district, province, when, what it is
    ("Yên Bình", "huyện", None, None, None, "huyện Yên Bình, tỉnh Yên Bái"),
    ("Yên Bình", "xã", None, "Lào Cai", AFTER, "xã Yên Bình, tỉnh Lào Cai"),
    ("Yên Bình", "thị trấn", "huyện Yên Bình", None, None, "thị trấn Yên Bình, tỉnh Yên Bái"),
    ("Yên Bình", "thị trấn", None, None, None, None),
    ("Yên Bình", None, None, None, None, None),
    ("Châu Thành", "huyện", None, None, None, None),  # ten of them
    ("Châu Thành", "huyện", None, "Long An", None, "huyện Châu Thành, tỉnh Long An"),
    ("Mỹ Quý", "xã", "Tháp Mười", "tỉnh Đồng Tháp", None, "xã Mỹ Quý, tỉnh Đồng Tháp"),
    ("Mù Cang Chải", "huyện", None, "Yên Bái", None, "huyện Mù Cang Chải, tỉnh Yên Bái"),
    ("Hướng Phùng", "xã", None, "Quảng Trị", AFTER, "xã Hướng Phùng, tỉnh Quảng Trị"),
    ("Lào Cai", "tỉnh", None, None, BEFORE, "tỉnh Lào Cai, tỉnh Lào Cai"),
    ("Phong Điền", "thị xã", None, "Thừa Thiên Huế", None, "thị xã Phong Điền, thành phố Huế"),
    ("Thủy Nguyên", "huyện", None, "Hải Phòng", None, "thành phố Thủy Nguyên, thành phố Hải Phòng"),
    ("Đạ Tẻh", "huyện", None, None, None, "huyện Đạ Tẻh, tỉnh Lâm Đồng"),
    ("9", "quận", None, "TP.HCM", None, "quận 9, thành phố Hồ Chí Minh"),
    ("Trà Dơn", "xã", "Nam Trà My", None, None, "xã Trà Dơn, tỉnh Quảng Nam"),  # mended from its key
    ("Không Đâu", "xã", None, None, None, None),
)

TODAY: tuple[
    tuple[str, str, set[str], bool | None], ...
] = (  # a unit, its province, the units that hold it, whether whole
    (
        "huyện Yên Bình",
        "Yên Bái",
        {"phường Văn Phú", "xã Bảo Ái", "xã Cảm Nhân", "xã Thác Bà", "xã Yên Bình", "xã Yên Thành"},
        False,
    ),
    ("tỉnh Yên Bái", "Yên Bái", {"tỉnh Lào Cai"}, True),
    ("tỉnh Thừa Thiên Huế", "Thừa Thiên Huế", {"thành phố Huế"}, True),
    ("huyện Côn Đảo", "Bà Rịa - Vũng Tàu", {"đặc khu Côn Đảo"}, True),
    ("huyện Lý Sơn", "Quảng Ngãi", {"đặc khu Lý Sơn"}, True),
    ("xã Đại Minh", "Yên Bái", {"xã Thác Bà"}, True),
    ("quận 9", "TP.HCM", set(), None),  # dissolved before the tables were drawn up
)

OF_TODAY = (  # names of today resolve_unit to themselves: name, level, province, what it is
    ("Yên Bình", "xã", "Lào Cai", "xã Yên Bình, tỉnh Lào Cai"),
    ("Lý Sơn", "đặc khu", None, "đặc khu Lý Sơn, tỉnh Quảng Ngãi"),
    ("Lào Cai", "tỉnh", None, "tỉnh Lào Cai, tỉnh Lào Cai"),
    ("Huế", "thành phố", None, "thành phố Huế, thành phố Huế"),
)


@pytest.mark.parametrize(("name", "level", "province", "expected"), OF_TODAY)
def test_units_of_today_resolve_to_themselves(name: str, level: str, province: str | None, expected: str) -> None:
    place = place_record(name, level, when=AFTER, context=province)
    assert f"{place.name}, {place.province}" == expected
    assert [(one.name, one.province, one.extent) for one in place.today] == [(place.name, place.province, "whole")]


def test_every_unit_of_today_holds_itself_and_units_of_before() -> None:
    after = [unit for unit in gazetteer.all_units() if unit.era == "after"]
    assert len(after) == 34 + 3321
    for unit in after:
        assert gazetteer.today(unit) == (gazetteer.HoldingUnit(unit, whole=True),)
        for former in gazetteer.former(unit):
            assert former.era == "before"
            assert unit in {successor.unit for successor in gazetteer.today(former)}


def test_the_provinces_are_those_of_the_communes() -> None:
    of_tables = {unit for unit in gazetteer.all_units() if unit.rank == PROVINCE}
    assert len(gazetteer.provinces()) == len(of_tables) == 98  # 63 before the reform, Thừa Thiên Huế, 34 since
    assert set(gazetteer.provinces()) == of_tables


def test_a_district_is_where_its_communes_went() -> None:
    units = [unit for unit in gazetteer.all_units() if unit.era == "before"]
    went: dict[tuple[str | None, str], set[gazetteer.AdminUnit]] = {}
    for unit in units:
        if unit.rank == COMMUNE:
            went.setdefault((unit.district, unit.province), set()).update(one.unit for one in gazetteer.today(unit))
    districts = [unit for unit in units if unit.rank == DISTRICT and gazetteer.today(unit)]
    assert len(districts) > 680
    for unit in districts:
        held = gazetteer.today(unit)
        communes = went.get((unit.full_name, unit.province))
        assert communes is None or {one.unit for one in held} == communes, unit
        assert {one.whole for one in held} == {len(held) == 1}


def test_names_of_several_units_stay_open() -> None:
    by_name: dict[tuple[str, str], set[str]] = {}
    for unit in gazetteer.all_units():
        if unit.era == "after" and unit.rank == COMMUNE:
            by_name.setdefault((unit.level, gazetteer.key_of(unit.name)), set()).add(unit.province)
    twins = [key for key, provinces in by_name.items() if len(provinces) > 1]
    assert len(twins) > 200
    for level, name in twins:
        assert gazetteer.resolve_unit(name, level=level, when=AFTER) is None
        place = place_record(name, level, when=AFTER, context=None)
        assert (place.province, place.today) == (None, ())
    assert former_places("xã Châu Thành") == ()


FORMER: tuple[tuple[str, str | None, set[str]], ...] = (  # a unit of today, its province, some of those that it holds
    ("xã Thác Bà", "Lào Cai", {"huyện Yên Bình", "xã Đại Minh"}),
    ("tỉnh Lào Cai", None, {"tỉnh Yên Bái", "tỉnh Lào Cai"}),
    ("thành phố Huế", None, {"tỉnh Thừa Thiên Huế", "thành phố Huế"}),
    ("đặc khu Lý Sơn", "Quảng Ngãi", {"huyện Lý Sơn"}),
    ("huyện Yên Bình", "Yên Bái", set()),  # of before
    ("xã Không Đâu", None, set()),
)


@pytest.mark.parametrize(("name", "province", "some"), FORMER, ids=[one[0] for one in FORMER])
def test_former_places(name: str, province: str | None, some: set[str]) -> None:
    found = former_places(name, province=province)
    assert {place.name for place in found} >= some
    assert bool(found) == bool(some)
    assert all(name in {one.name for one in place.today} for place in found)


FOUND = {  # a text, and the places it names
    "UBND huyện Yên Bình họp": ["huyện Yên Bình"],
    "ở H. Yên Bình và TX An Nhơn": ["huyện Yên Bình", "thị xã An Nhơn"],
    "TP Hải Phòng; TP.Vinh; Thành phố Tây Ninh": ["thành phố Hải Phòng", "thành phố Vinh", "thành phố Tây Ninh"],
    "P. Bến Nghé, Q.1, TP. HCM": ["phường Bến Nghé", "quận 1", "thành phố Hồ Chí Minh"],
    "TPHCM thưởng tết": ["thành phố Hồ Chí Minh"],
    "TT. Kiến Đức, huyện Đăk R’lấp": ["thị trấn Kiến Đức", "huyện Đăk R’lấp"],
    "huyện Ea H'leo và huyện M’Đrắk": ["huyện Ea H'leo", "huyện M’Đrắk"],
    "quận 12 có 3 trường": ["quận 12"],
    "khu phố 3, phường 5": ["khu phố 3", "phường 5"],
    "khu phố 3 phường 5": ["khu phố 3", "phường 5"],
    "thôn 2 xã Nam Dong, Cư Jút": ["thôn 2", "xã Nam Dong"],
    "phường 1 Bảo Lộc": ["phường 1 Bảo Lộc"],
    "xã Sơn Kim 2, huyện Hương Sơn": ["xã Sơn Kim 2", "huyện Hương Sơn"],
    "TP Phan Rang - Tháp Chàm": ["thành phố Phan Rang - Tháp Chàm"],
    "tỉnh Bà Rịa – Vũng Tàu": ["tỉnh Bà Rịa - Vũng Tàu"],
    "xã Vĩnh Lộc B": ["xã Vĩnh Lộc B"],
    "HUYỆN YÊN BÌNH TỔ CHỨC RA QUÂN": ["huyện Yên Bình"],
    "Huyện ủy Cần Giuộc, Tỉnh đoàn Sơn La": ["huyện Cần Giuộc", "tỉnh Sơn La"],
    "xã biên giới Hướng Phùng": ["xã Hướng Phùng"],
    "huyện vùng cao, biên giới Quan Sơn": ["huyện Quan Sơn"],
    "trường tiểu học (Phong Thổ, Lai Châu)": ["huyện Phong Thổ", "tỉnh Lai Châu"],
    "làng Đắc Sở (Hoài Đức, Hà Nội)": ["xã Đắc Sở", "huyện Hoài Đức", "thành phố Hà Nội"],
    "Tại Nậm Pồ (Điện Biên)": ["huyện Nậm Pồ", "tỉnh Điện Biên"],
    "sông La Ngà (huyện Định Quán)": ["huyện Định Quán"],
    "ở Xuân Quan, Cửu Cao (huyện Văn Giang)": ["huyện Văn Giang"],
    "giữa Quảng Ninh, Quảng Bình": ["tỉnh Quảng Ninh", "tỉnh Quảng Bình"],
    "tại các xã Xuân Lai, Vĩnh Kiên và Đại Minh": ["xã Xuân Lai", "xã Vĩnh Kiên", "xã Đại Minh"],
    "của hai xã La Ngà và Phú Ngọc (huyện Định Quán)": ["xã La Ngà", "xã Phú Ngọc", "huyện Định Quán"],
    "3 bản Chôm Lôm, Đồng Tiến, Yên Hoà": ["bản Chôm Lôm", "bản Đồng Tiến", "bản Yên Hoà"],
    "một số xã trong huyện như Phước An, Phước Thành": ["xã Phước An", "xã Phước Thành"],
    "02 xã Cò Nòi và Hát Lót, Sơn La": ["xã Cò Nòi", "xã Hát Lót", "tỉnh Sơn La"],
    "các xã Cò Nòi, Hát Lót, Sơn La": ["xã Cò Nòi", "xã Hát Lót", "tỉnh Sơn La"],
    "các tổ dân phố 1, 4 và 6 của thị trấn": ["tổ dân phố 1", "tổ dân phố 4", "tổ dân phố 6"],
    "các phường 1, 2 và 3 xã": ["phường 1", "phường 2"],
    "huyện Mai Sơn, Sơn La": ["huyện Mai Sơn", "tỉnh Sơn La"],
    "YênBái - Năm 2023": ["tỉnh Yên Bái"],
    "Tại Long An, nông dân": ["tỉnh Long An"],
    "Sở Tài chính Đồng Nai Nguyễn Văn An": ["tỉnh Đồng Nai"],
    "UBND Yên Bái": ["tỉnh Yên Bái"],
    "phát triển nông thôn Đồng Nai": ["tỉnh Đồng Nai"],
    "Chủ tịch UBND xã Mỹ Quý Nguyễn Văn Bé": ["xã Mỹ Quý"],
    "tỉnh Đăk NôngBáo Người lao động": ["tỉnh Đắk Nông"],
    "thôn 5 có 3 hộ": ["thôn 5"],
    "thôn Đoàn Kết 2, xã Yên Bình": ["thôn Đoàn Kết 2", "xã Yên Bình"],
}
NOT_FOUND = (
    "Theo Thông tấn xã Việt Nam",
    "Nguyễn Thái Bình đoạt giải",
    "Công ty Thái Bình Seed",
    "Công ty Thái Bình tài trợ",
    "ông Hòa Bình nói",
    "Chủ tịch UBND tỉnh Phạm Anh Tuấn",
    "Chủ tịch UBND huyện Phan Thành Đông",
    "phong cách Hồ Chí Minh",
    "trên sông Đồng Nai",
    "cao tốc Cần Thơ - Cà Mau",
    "mỗi thôn 5 hộ",
    "các tỉnh Tây Nguyên",
    "hỗ trợ 4 thôn 20 triệu đồng",
    "Hợp tác xã Nông nghiệp",
    "văn bản UBND gửi",
    "bản Hiến pháp năm 2013",
    "làng Văn hóa",
    "7 xã, thị trấn",
    "7/10 xã đạt chuẩn Nông thôn mới",
    "Tỉnh ủy, Huyện ủy",
    "P. Nguyễn Văn An",
)


@pytest.mark.parametrize(("one", "other"), SAME_NAME)
def test_same_name(one: str, other: str) -> None:
    assert gazetteer.units(one)
    assert gazetteer.units(one) == gazetteer.units(other)


@pytest.mark.parametrize(("one", "other"), OTHER_NAME)
def test_other_name(one: str, other: str) -> None:
    assert set(gazetteer.units(one)).isdisjoint(gazetteer.units(other))


@pytest.mark.parametrize(("text", "full_name"), PROVINCES.items())
def test_province_named(text: str, full_name: str | None) -> None:
    unit = gazetteer.province_named(text)
    assert (unit and unit.full_name) == full_name


@pytest.mark.parametrize(("name", "level", "district", "province", "when", "expected"), RESOLVED)
def test_resolve(
    name: str, level: str | None, district: str | None, province: str | None, when: date | None, expected: str | None
) -> None:
    unit = gazetteer.resolve_unit(name, level=level, district=district, province=province, when=when)
    assert (unit and f"{unit.full_name}, {unit.province}") == expected


@pytest.mark.parametrize(("when", "era"), [(None, "before"), (BEFORE, "before"), (AFTER, "after")])
def test_resolve_takes_the_era_of_the_day(when: date | None, era: str) -> None:
    unit = gazetteer.resolve_unit("Lào Cai", level="tỉnh", when=when)
    assert unit is not None
    assert unit.era == era


@pytest.mark.parametrize(("full_name", "province", "expected", "whole"), TODAY)
def test_today(full_name: str, province: str, expected: set[str], whole: bool | None) -> None:
    level, _, name = full_name.partition(" ")
    unit = gazetteer.resolve_unit(name, level=level, province=province)
    assert unit is not None
    held = gazetteer.today(unit)
    assert {successor.unit.full_name for successor in held} == expected
    assert whole is None or {successor.whole for successor in held} == {whole}


def test_todays_unit_holds_itself() -> None:
    unit = gazetteer.resolve_unit("Côn Đảo", level="đặc khu")
    assert unit is not None
    assert gazetteer.today(unit) == (gazetteer.HoldingUnit(unit, whole=True),)


def test_as_many_provinces_as_there_were_and_are() -> None:
    eras = [unit.era for unit in gazetteer.provinces()]
    assert (eras.count("before"), eras.count("after")) == (64, 34)  # 63, and Thừa Thiên Huế under its former name


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_found(text: str, expected: list[str]) -> None:
    assert [mention.full_name for mention in mentions.find_places(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert mentions.find_places(text) == ()


def test_names_of_a_list_share_a_group() -> None:
    found = mentions.find_places("các xã Xuân Lai, Đại Minh ở huyện Yên Bình, hai xã La Ngà và Phú Ngọc")
    assert [mention.group for mention in found] == [1, 1, None, 2, 2]


BARE: tuple[tuple[str, list[str]], ...] = (
    ("Yên Bình đã ra quân", ["Yên Bình"]),
    ("người dân Yên Bình", ["Yên Bình"]),
    ("Tại Yên Bình, UBND Yên Bình", ["Yên Bình", "Yên Bình"]),
    ("ông Trần Yên Bình", []),
    ("các xã Yên Bình, Đại Minh", []),
    ("huyện Yên Bình", []),
    ("Công ty Yên Bình Xanh", []),
    ("chị Yên Bình", []),
)


@pytest.mark.parametrize(("text", "expected"), BARE)
def test_find_bare(text: str, expected: list[str]) -> None:
    found = mentions.find_bare(text, ["huyện Yên Bình"])
    assert [mention.text for mention in found] == expected
    assert {mention.level for mention in found} <= {"huyện"}


PIECES = (
    "huyện",
    "các xã",
    "Yên",
    "Bình",
    "TP.",
    "và",
    ",",
    "-",
    "12",
    "Nguyễn",
    "H'",
    "\n",
    "Đăk",
    "tỉnh",
    ":",
    "UBND",
)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_mentions_stand_in_order_where_they_say(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for mention in mentions.find_places(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@pytest.mark.process
def test_does_not_import_underthesea() -> None:
    code = (
        "import sys; from extractor.places.gazetteer import provinces; provinces(); "
        "sys.exit('underthesea' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
