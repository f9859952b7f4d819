"""Running totals that fall, and levels that may."""

from __future__ import annotations

import pytest

from extractor.audit.across.series import check
from tests.audit.news import articles, drafts, verdicts

FALLS = {
    "two months": (
        "refuted 41,2 km",
        "2024-07-05\nLàm đường\n\nLũy kế đến hết tháng 6/2024, huyện Lục Yên (Yên Bái) đã bê tông hóa 45,6 km"
        " đường giao thông nông thôn.",
        "2024-10-05\nDiện mạo mới\n\nLũy kế đến hết tháng 9/2024, huyện Lục Yên (Yên Bái) đã bê tông hóa 41,2"
        " km đường giao thông nông thôn.",
    ),
    "one of three falls": (
        "refuted 312 nhà",
        "2024-04-05\nMái ấm\n\nLũy kế đến ngày 31/3/2024, huyện Bắc Hà (Lào Cai) đã xóa 420 nhà tạm.",
        "2024-07-05\nMái ấm mới\n\nLũy kế đến ngày 30/6/2024, huyện Bắc Hà (Lào Cai) đã xóa 312 nhà tạm.",
        "2024-10-05\nNiềm vui\n\nLũy kế đến ngày 30/9/2024, huyện Bắc Hà (Lào Cai) đã xóa 688 nhà tạm.",
    ),
    "one too high before": (
        "refuted 912 nhà",
        "2024-04-05\nMái ấm\n\nLũy kế đến ngày 31/3/2024, huyện Bắc Hà (Lào Cai) đã xóa 420 nhà tạm.",
        "2024-07-05\nMái ấm mới\n\nLũy kế đến ngày 30/6/2024, huyện Bắc Hà (Lào Cai) đã xóa 912 nhà tạm.",
        "2024-10-05\nNiềm vui\n\nLũy kế đến ngày 30/9/2024, huyện Bắc Hà (Lào Cai) đã xóa 688 nhà tạm.",
        "2024-12-05\nCuối năm\n\nLũy kế đến ngày 30/11/2024, huyện Bắc Hà (Lào Cai) đã xóa 702 nhà tạm.",
    ),
    "certificates": (
        "refuted 11.345 giấy chứng nhận",
        "2024-05-05\nĐất đai\n\nLũy kế đến ngày 30/4/2024, huyện Yên Bình (Yên Bái) đã cấp 12.345 giấy chứng"
        " nhận quyền sử dụng đất.",
        "2024-11-05\nQuản lý\n\nLũy kế đến ngày 31/10/2024, huyện Yên Bình (Yên Bái) đã cấp 11.345 giấy chứng"
        " nhận quyền sử dụng đất.",
    ),
    "money counted together": (
        "refuted 3,1 tỷ đồng",
        "2024-06-05\nQuỹ\n\nLũy kế đến ngày 31/5/2024, huyện Nghi Lộc (Nghệ An) đã vận động 4,2 tỷ đồng ủng hộ"
        " Quỹ Vì người nghèo.",
        "2024-09-05\nQuỹ\n\nLũy kế đến ngày 31/8/2024, huyện Nghi Lộc (Nghệ An) đã vận động 3,1 tỷ đồng ủng hộ"
        " Quỹ Vì người nghèo.",
    ),
    "since the year began": (
        "refuted 256 lao động",
        "2024-07-05\nViệc làm\n\nTừ đầu năm đến ngày 30/6/2024, huyện Kim Sơn (Ninh Bình) đã đào tạo 312 lao"
        " động nông thôn.",
        "2024-10-05\nViệc làm\n\nTừ đầu năm đến ngày 30/9/2024, huyện Kim Sơn (Ninh Bình) đã đào tạo 256 lao"
        " động nông thôn.",
    ),
    "since one year": (
        "refuted 68 nhà văn hóa",
        "2023-12-28\nVăn hóa\n\nTừ năm 2021 đến hết tháng 11/2023, huyện Hàm Yên (Tuyên Quang) đã xây dựng 75"
        " nhà văn hóa thôn.",
        "2024-12-28\nVăn hóa\n\nTừ năm 2021 đến hết tháng 11/2024, huyện Hàm Yên (Tuyên Quang) đã xây dựng 68"
        " nhà văn hóa thôn.",
    ),
    "counted together by other words": (
        "refuted 210 lớp",
        "2024-05-05\nTập huấn\n\nCộng dồn đến ngày 30/4/2024, huyện Chợ Lách (Bến Tre) đã tổ chức 265 lớp tập"
        " huấn kỹ thuật.",
        "2024-09-05\nTập huấn\n\nCộng dồn đến ngày 31/8/2024, huyện Chợ Lách (Bến Tre) đã tổ chức 210 lớp tập"
        " huấn kỹ thuật.",
    ),
    "gifts of one campaign": (
        "refuted 1.250 suất quà",
        "2024-02-01\nTết\n\nLũy kế đến ngày 31/1/2024, huyện Đồng Hỷ (Thái Nguyên) đã trao 1.430 suất quà Tết.",
        "2024-02-20\nTết\n\nLũy kế đến ngày 8/2/2024, huyện Đồng Hỷ (Thái Nguyên) đã trao 1.250 suất quà Tết.",
    ),
    "ha planted": (
        "refuted 835 ha",
        "2024-06-05\nTrồng rừng\n\nLũy kế đến ngày 31/5/2024, huyện Hàm Yên (Tuyên Quang) đã trồng mới 912 ha"
        " rừng sản xuất.",
        "2024-09-05\nTrồng rừng\n\nLũy kế đến ngày 31/8/2024, huyện Hàm Yên (Tuyên Quang) đã trồng mới 835 ha"
        " rừng sản xuất.",
    ),
    "six and nine months": (
        "refuted 420 triệu đồng",
        "2024-07-05\nTừ thiện\n\n6 tháng đầu năm 2024, huyện Ba Tri (Bến Tre) đã quyên góp 530 triệu đồng xây"
        " nhà tình thương.",
        "2024-10-05\nTừ thiện\n\n9 tháng đầu năm 2024, huyện Ba Tri (Bến Tre) đã quyên góp 420 triệu đồng xây"
        " nhà tình thương.",
    ),
}

LEFT = {
    "hộ nghèo may fall": (
        "2024-01-05\nGiảm nghèo\n\nTính đến ngày 31/12/2023, huyện Yên Bình (Yên Bái) có 1.432 hộ nghèo.",
        "2024-07-05\nGiảm nghèo\n\nTính đến ngày 30/6/2024, huyện Yên Bình (Yên Bái) có 1.234 hộ nghèo.",
    ),
    "herds may fall": (
        "2024-01-05\nChăn nuôi\n\nĐến nay, huyện Đại Lộc (Quảng Nam) có 23.500 con lợn thịt.",
        "2024-07-05\nChăn nuôi\n\nĐến nay, huyện Đại Lộc (Quảng Nam) có 21.800 con lợn thịt.",
    ),
    "what is left": (
        "2024-04-05\nMái ấm\n\nLũy kế đến ngày 31/3/2024, huyện Bắc Hà (Lào Cai) còn 420 nhà tạm chưa xóa.",
        "2024-07-05\nMái ấm\n\nLũy kế đến ngày 30/6/2024, huyện Bắc Hà (Lào Cai) còn 312 nhà tạm chưa xóa.",
    ),
    "counted anew each year": (
        "2023-12-05\nThu ngân sách\n\nLũy kế đến ngày 30/11/2023, huyện Kim Sơn (Ninh Bình) thu 386,5 tỷ đồng thuế.",
        "2024-03-05\nThu ngân sách\n\nLũy kế đến ngày 28/2/2024, huyện Kim Sơn (Ninh Bình) thu 86,2 tỷ đồng thuế.",
    ),
    "it grows": (
        "2024-07-05\nLàm đường\n\nLũy kế đến hết tháng 6/2024, huyện Lục Yên (Yên Bái) đã bê tông hóa 41,2 km"
        " đường giao thông nông thôn.",
        "2024-10-05\nDiện mạo\n\nLũy kế đến hết tháng 9/2024, huyện Lục Yên (Yên Bái) đã bê tông hóa 45,6 km"
        " đường giao thông nông thôn.",
    ),
    "rounded": (
        "2024-07-05\nLàm đường\n\nLũy kế đến hết tháng 6/2024, huyện Lục Yên (Yên Bái) đã bê tông hóa 41,2 km"
        " đường giao thông nông thôn.",
        "2024-10-05\nDiện mạo\n\nLũy kế đến hết tháng 9/2024, huyện Lục Yên (Yên Bái) đã bê tông hóa gần 42 km"
        " đường giao thông nông thôn.",
    ),
    "two years": (
        "2024-01-05\nLàm đường\n\nNăm 2023, huyện Lục Yên (Yên Bái) đã bê tông hóa 45,6 km đường giao thông nông thôn.",
        "2025-01-05\nLàm đường\n\nNăm 2024, huyện Lục Yên (Yên Bái) đã bê tông hóa 41,2 km đường giao thông nông thôn.",
    ),
    "a month and a year": (
        "2024-01-05\nLàm đường\n\nNăm 2023, huyện Lục Yên (Yên Bái) đã bê tông hóa 45,6 km đường giao thông nông thôn.",
        "2024-07-05\nLàm đường\n\nTrong tháng 6/2024, huyện Lục Yên (Yên Bái) đã bê tông hóa 4,2 km đường giao"
        " thông nông thôn.",
    ),
    "taken back": (
        "2024-05-05\nĐất đai\n\nLũy kế đến ngày 30/4/2024, huyện Yên Bình (Yên Bái) đã cấp 12.345 giấy chứng"
        " nhận quyền sử dụng đất.",
        "2024-11-05\nĐất đai\n\nSau khi thu hồi một số giấy cấp sai, lũy kế đến ngày 31/10/2024, huyện Yên"
        " Bình (Yên Bái) đã cấp 12.310"
        " giấy chứng nhận quyền sử dụng đất.",
    ),
    "the district and its commune": (
        "2024-07-05\nMái ấm\n\nLũy kế đến ngày 30/6/2024, huyện Bắc Hà (Lào Cai) đã xóa 312 nhà tạm.",
        "2024-10-05\nMái ấm\n\nLũy kế đến ngày 30/9/2024, xã Bảo Nhai, huyện Bắc Hà (Lào Cai) đã xóa 42 nhà tạm.",
    ),
    "other starts": (
        "2023-12-28\nVăn hóa\n\nTừ năm 2016 đến hết tháng 11/2023, huyện Hàm Yên (Tuyên Quang) đã xây dựng 75"
        " nhà văn hóa thôn.",
        "2024-12-28\nVăn hóa\n\nTừ năm 2021 đến hết tháng 11/2024, huyện Hàm Yên (Tuyên Quang) đã xây dựng 68"
        " nhà văn hóa thôn.",
    ),
    "a share of a plan": (
        "2024-07-05\nGiải ngân\n\nLũy kế đến ngày 30/6/2024, huyện Tây Sơn (Bình Định) giải ngân đạt 62,5% kế"
        " hoạch vốn.",
        "2024-10-05\nGiải ngân\n\nLũy kế đến ngày 30/9/2024, huyện Tây Sơn (Bình Định) giải ngân đạt 58,1% kế"
        " hoạch vốn.",
    ),
    "the period still ran": (
        "2023-06-05\nNhà ở\n\nGiai đoạn 2021 - 2025, huyện Hàm Yên (Tuyên Quang) đã xóa 312 nhà tạm.",
        "2024-01-25\nNhà ở\n\nGiai đoạn 2021 - 2023, huyện Hàm Yên (Tuyên Quang) đã xóa 350 nhà tạm.",
    ),
    "a plan": (
        "2024-07-05\nLàm đường\n\nLũy kế đến hết tháng 6/2024, huyện Lục Yên (Yên Bái) đã bê tông hóa 45,6 km"
        " đường giao thông nông thôn.",
        "2024-07-25\nLàm đường\n\nPhấn đấu lũy kế đến hết tháng 9/2024, huyện Lục Yên (Yên Bái) bê tông hóa"
        " 40,2 km đường giao thông nông thôn.",
    ),
}


@pytest.mark.parametrize("case", FALLS)
def test_fall_is_refuted(case: str) -> None:
    doubtful, *written = FALLS[case]
    (found,) = verdicts(check, written)
    assert doubtful.startswith(found)


@pytest.mark.parametrize("case", LEFT)
def test_what_may_fall_is_not_refuted(case: str) -> None:
    assert not [one for one in verdicts(check, LEFT[case]) if one.startswith("refuted")]


def test_work_done_since_no_day_that_is_said_is_undecided() -> None:
    written = (
        "2023-07-05\nMái ấm\n\nĐến ngày 30/6/2023, huyện Bắc Hà (Lào Cai) đã xóa 312 nhà tạm.",
        "2023-10-05\nMái ấm\n\nĐến ngày 30/9/2023, huyện Bắc Hà (Lào Cai) đã xóa 142 nhà tạm.",
    )
    assert verdicts(check, written) == ["not_enough_info 142 nhà"]


def test_explanation_names_numbers_days_and_articles() -> None:
    _, *written = FALLS["two months"]
    (found,) = drafts(check, articles(written))
    for said in ("45,6 km", "41,2 km", "Làm đường", "Diện mạo mới", "30/6/2024", "30/9/2024"):
        assert said in found.explanation.vi
    for said in ("45,6 km", "41,2 km", "30 June 2024", "30 September 2024"):
        assert said in found.explanation.en
