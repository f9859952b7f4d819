"""Whole sentences through the pipeline: value, unit and item of each figure, and sentences that hold none."""

import pytest

from tests.helpers import extracted

READS: dict[str, list[tuple[float, str, str]]] = {
    "Hội thảo có 13 quốc gia tham dự.": [(13, "quốc gia", "quốc gia tham dự")],
    "Đêm diễn có 200 khán giả.": [(200, "khán giả", "khán giả")],
    "Trung tâm mời 5 huấn luyện viên.": [(5, "huấn luyện viên", "huấn luyện viên")],
    "Đoàn cấp phát 500 khẩu trang y tế.": [(500, "khẩu trang", "khẩu trang y tế")],
    "Vụ trộm có 2 nghi phạm.": [(2, "nghi phạm", "nghi phạm")],
    "Xã trồng 15 ha ngô và 24 ha lúa.": [(15, "ha", "ngô"), (24, "ha", "lúa")],
    "Đến năm 2015,60% hộ dùng nước sạch.": [(60, "%", "hộ dùng nước sạch")],
    "Từ ngày 9/8,2 tuyến đường được sửa.": [(2, "tuyến", "tuyến đường được sửa")],
    "Chiều 5/7,15 người được cứu.": [(15, "người", "người được cứu")],
    "Quý III/2023,4 xã về đích.": [(4, "xã", "xã về đích")],
    "Huyện có 7 trong tổng số 20 xã về đích.": [(7, "xã", "xã về đích")],
    "Huyện là 1 trong 9 huyện thí điểm.": [(9, "huyện", "huyện thí điểm")],
    "Huyện kết nạp 3.456 đoàn viên, thành lập 17 công đoàn cơ sở.": [
        (3456, "đoàn viên", "đoàn viên kết nạp"),
        (17, "công đoàn cơ sở", "công đoàn cơ sở thành lập"),
    ],
    "Thôn 3 có 120 hộ, khu phố 5 có 230 hộ.": [(120, "hộ", "hộ"), (230, "hộ", "hộ")],
    "Diện tích cam tăng từ 350 ha năm 2021 lên 420 ha năm 2023.": [
        (350, "ha", "Diện tích cam"),
        (420, "ha", "Diện tích cam"),
    ],
    "Hồ rộng 2015,5 ha.": [(2015.5, "ha", "Hồ")],
    "Kinh phí dự án là 4 triệu đô New Zealand.": [(4_000_000, "NZD", "Kinh phí dự án")],
}  # fmt: skip

HOLDS_NONE = (
    "Xe tải BKS 21C - 026.71 lưu thông cùng chiều.",
    "Đội tuyển U -23 VN lên đường.",
    "Giải bóng đá mùa 5 diễn ra sôi nổi.",
    "Tàu cá BĐ 97016 TS gặp nạn.",
    "Còn 1 số vấn đề phải bàn.",
)

BENT = {
    "Xã có 23 căn nhà sập, ước tổng thiệt hại 107 tỉ đồng.": "approx",
    "Mưa lũ ước làm thiệt hại là 5 tỷ đồng.": "approx",
    "Mưa lũ gây thiệt hại 5 tỷ đồng.": "exact",
    "Công an bắt các đối tượng trên hai xe tải.": "exact",
    "Nhiệt độ 38,5 độ C.": "exact",
    "Có thêm 5 phim, ngoài 6 tác phẩm trên.": "exact",
    "Trại nuôi trên 200 trang trại.": "more_than",
}
RATES = {
    "Đoàn hỗ trợ mỗi nạn nhân 5 triệu đồng.": "nạn nhân",
    "Mỗi ngày chủ quán trả tiền công cho người giúp việc với số tiền 1,2 triệu đồng.": "ngày",
    "Bình quân mỗi hộ thu 20 triệu đồng.": "hộ",
    "Bình quân thu nhập năm 2023 đạt 55 triệu đồng/người.": "người",
    "Dự án chuyên chở 1.300 khách mỗi giờ.": "giờ",
    "Phật thủ có giá 800.000 đồng một quả.": "quả",
    "Mỗi năm vườn cho 5.500 quả, bán được 600 triệu đồng.": "năm",
    "Nhà máy xử lý 3.000 tấn rác sinh hoạt / ngày.": "ngày",
    "Tổng sản phẩm bình quân đầu người đạt 53 triệu đồng một năm.": "người/năm",
    "Xã trồng 5 ha, mỗi hộ một ít.": None,
    "Mỗi ngày công được trả 200 nghìn đồng.": "ngày công",
    "Mỗi năm, xã có 40 hộ thoát nghèo, đến nay còn 12 hộ nghèo.": None,
    "Mỗi người trong số họ đã đóng góp cho quỹ khuyến học của thôn tổng cộng tới 2 triệu đồng.": None,
}

PERIODS = {
    "Năm 2019, huyện trồng 40 ha rừng theo Nghị quyết số 05.": "2019",
    "Tỷ lệ hộ nghèo giảm từ 12,5% (năm 2020) xuống còn 4,2% (năm 2023).": "2023",
    "Vườn lãi 200 triệu đồng, gấp đôi năm 2019.": None,
    "Trên địa bàn xã năm học 2019 - 2020 có 1.500 trẻ.": "2019/2020",
    "Huyện căn cứ quyết định 367 năm 1996 để thu hồi 4 ha đất.": None,
    "Thực hiện Nghị quyết số 05 năm 2019 của HĐND, huyện trồng 40 ha rừng.": None,
    "Trên xe có 4 người, trong đó có anh Trần Văn A (SN 1973).": None,
}


def figures(text: str) -> list[tuple[float, str, str]]:
    return [(float(figure.value or 0), figure.unit, figure.item) for figure in extracted(text).figures]


@pytest.mark.parametrize(("text", "expected"), READS.items())
def test_reads(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize("text", HOLDS_NONE)
def test_leaves_alone(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(("text", "modifier"), BENT.items())
def test_modifier_of_the_last_figure(text: str, modifier: str) -> None:
    assert extracted(text).figures[-1].modifier == modifier


@pytest.mark.parametrize(("text", "per"), RATES.items())
def test_base_of_a_rate(text: str, per: str | None) -> None:
    *_, figure = extracted(text).figures
    assert figure.per == per


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_period(text: str, period: str | None) -> None:
    *_, figure = extracted(text).figures
    assert figure.period == period
