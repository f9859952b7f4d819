"""Numbers a power of ten away from their series or their parts, and what really is so many times as much."""

from __future__ import annotations

import pytest

from extractor.audit.across.scale import check
from tests.audit.news import articles, drafts, verdicts


def years(frame: str, *values: str, first: int = 2020) -> tuple[str, ...]:
    """An article a year, of each the same frame with its year and number."""
    numbered = enumerate(values, start=first)
    return tuple(
        f"{year + 1}-01-15\nKết quả {year}\n\n{frame.format(year=year, value=value)}" for year, value in numbered
    )


POOR = "Năm {year}, huyện Yên Bình (Yên Bái) có {value} hộ nghèo."
RICE = "Năm {year}, sản lượng lúa của huyện Tiền Hải (Thái Bình) đạt {value} tấn."
PUPILS = "Năm {year}, huyện Si Ma Cai (Lào Cai) có {value} học sinh bán trú."
INCOME = "Năm {year}, thu ngân sách huyện Kim Sơn (Ninh Bình) đạt {value}."
ROADS = "Năm {year}, huyện Lục Yên (Yên Bái) bê tông hóa {value} km đường giao thông nông thôn."
UP_TO = "Tính đến ngày 31/12/{year}, huyện Nghi Lộc (Nghệ An) có {value} hội viên phụ nữ."
MEMBERS = "Năm {year}, Đảng bộ huyện Đồng Hỷ (Thái Nguyên) có {value} đảng viên."
FISH = "Năm {year}, sản lượng thủy sản của huyện Nghi Lộc (Nghệ An) đạt {value} tấn."

ODD = {
    "a thousand times": ("refuted 1.234.000 hộ nghèo", *years(POOR, "1.321", "1.234.000", "1.198")),
    "a thousandth": ("refuted 65,4 tấn", *years(RICE, "64.200", "65,4", "65.900")),
    "a hundred times": ("refuted 345.200 học sinh", *years(PUPILS, "3.410", "3.452", "345.200")),
    "ten times, of four years": ("refuted 12.010 hộ nghèo", *years(POOR, "1.321", "1.254", "12.010", "1.198")),
    "tỷ for triệu": ("refuted 412,8 triệu đồng", *years(INCOME, "386,5 tỷ đồng", "412,8 triệu đồng", "431 tỷ đồng")),
    "a comma that was lost": ("refuted 4.512 km", *years(ROADS, "45,6", "4.512", "44,8")),
    "up to a day": ("refuted 1.873.000 hội viên", *years(UP_TO, "18.520", "18.650", "1.873.000")),
    "first of the series": ("refuted 41 đảng viên", *years(MEMBERS, "41", "4.150", "4.230")),
    "the last": ("refuted 4.290.000 đảng viên", *years(MEMBERS, "4.150", "4.230", "4.290.000")),
    "a tenth, of four years": ("refuted 421 đảng viên", *years(MEMBERS, "4.150", "421", "4.230", "4.301")),
    "fish": ("refuted 8.912.000 tấn", *years(FISH, "8.650", "8.912.000", "9.040")),
    "total and parts": (
        "refuted 2.345.000 hộ",
        "2024-01-15\nHộ nghèo\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 2.345.000 hộ nghèo và cận nghèo,"
        " trong đó 1.200 hộ nghèo và 1.145 hộ cận nghèo.",
    ),
}

DENGUE = "Năm {year}, huyện Ba Tơ (Quảng Ngãi) ghi nhận {value} ca sốt xuất huyết."
VISITORS = "Năm {year}, huyện Quản Bạ (Hà Giang) đón {value} lượt khách."

LEFT = {
    "a series that grows": years(POOR, "1.321", "1.234", "1.198"),
    "half as many": years(POOR, "2.321", "1.234", "1.198"),
    "one other only": years(POOR, "1.321", "1.234.000"),
    "others do not agree": years(POOR, "321", "1.234.000", "1.198"),
    "no power of ten": years(POOR, "1.321", "40.100", "1.198"),
    "ten times, of three years": years(POOR, "1.321", "12.010", "1.198"),
    "few things": years("Năm {year}, huyện Bắc Hà (Lào Cai) có {value} hợp tác xã dược liệu.", "2", "20", "3"),
    "an outbreak": years(DENGUE, "42", "4.150", "45"),
    "visitors come back": years(VISITORS, "112.000", "1.120", "118.000"),
    "gifts": years("Năm {year}, huyện Đồng Hỷ (Thái Nguyên) trao {value} suất quà Tết.", "120", "12.100", "118"),
    "a plan": years("Năm {year}, huyện Yên Bình (Yên Bái) phấn đấu giảm {value} hộ nghèo.", "121", "12.100", "118"),
    "month and year": (
        "2021-01-15\nLúa\n\nNăm 2020, sản lượng lúa của huyện Tiền Hải (Thái Bình) đạt 64.200 tấn.",
        "2022-01-15\nLúa\n\nNăm 2021, sản lượng lúa của huyện Tiền Hải (Thái Bình) đạt 65.900 tấn.",
        "2022-07-15\nLúa\n\nTrong tháng 6/2022, sản lượng lúa của huyện Tiền Hải (Thái Bình) đạt 6.410 tấn.",
    ),
    "the district and its commune": (
        "2021-01-15\nLúa\n\nNăm 2020, sản lượng lúa của huyện Tiền Hải (Thái Bình) đạt 64.200 tấn.",
        "2022-01-15\nLúa\n\nNăm 2021, sản lượng lúa của huyện Tiền Hải (Thái Bình) đạt 65.900 tấn.",
        "2023-01-15\nLúa\n\nNăm 2022, sản lượng lúa của xã Nam Hải, huyện Tiền Hải (Thái Bình) đạt 641 tấn.",
    ),
    "counted on and on": tuple(
        f"2024-{month + 1:02}-05\nMái ấm\n\nLũy kế đến hết tháng {month}/2024,"
        f" huyện Bắc Hà (Lào Cai) đã xóa {value} nhà tạm."
        for month, value in ((2, 14), (5, 130), (8, 144), (11, 150))
    ),
    "increase and level": (
        *years("Năm {year}, huyện Kim Sơn (Ninh Bình) có {value} hội viên nông dân.", "12.300", "12.450"),
        "2023-01-15\nHội\n\nNăm 2022, huyện Kim Sơn (Ninh Bình) tăng 124 hội viên nông dân.",
    ),
    "parts that add up": (
        "2024-01-15\nHộ nghèo\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 2.345 hộ nghèo và cận nghèo,"
        " trong đó 1.200 hộ nghèo và 1.145 hộ cận nghèo.",
    ),
    "few parts of many": (
        "2024-01-15\nHộ\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 23.450 hộ, trong đó 1.213 hộ nghèo và 1.145"
        " hộ cận nghèo.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ODD)
def test_odd_number_is_refuted(case: str) -> None:
    doubtful, *written = ODD[case]
    (found,) = verdicts(check, written)
    assert found.startswith(doubtful)


@pytest.mark.parametrize("case", LEFT)
def test_what_may_be_so_much_is_not_refuted(case: str) -> None:
    assert not [one for one in verdicts(check, LEFT[case]) if one.startswith("refuted")]


def test_explanation_names_the_series() -> None:
    _, *written = ODD["a thousand times"]
    (found,) = drafts(check, articles(written))
    for said in ("1.234.000 hộ nghèo", "năm 2020: 1.321 hộ nghèo", "năm 2022: 1.198 hộ nghèo", "1.000 lần"):
        assert said in found.explanation.vi
    for said in ("1.234.000 hộ nghèo", "2020: 1.321 hộ nghèo", "1,000 times"):
        assert said in found.explanation.en
