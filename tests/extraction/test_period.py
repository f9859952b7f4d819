"""When a figure holds: the number in brackets, the day of publication, the period in EDTF."""

from __future__ import annotations

import pytest

from tests.helpers import bracketed

ROWS = (
    ("Năm 2022, xã Hòa An có [120] hộ thoát nghèo.", None, "2022"),
    ("Trong 9 tháng đầu năm 2023, huyện Yên Sơn trồng được [450] ha rừng.", None, "2023-01/2023-09"),
    ("6 tháng đầu năm 2024, Hội Phụ nữ xã vận động được [62] triệu đồng.", None, "2024-01/2024-06"),
    ("Giai đoạn 2021 - 2025, huyện Yên Sơn mở mới [62] km đường nội đồng.", None, "2021/2025"),
    ("Quý I năm 2024, xã thu ngân sách được [3,2] tỷ đồng.", None, "2024-01/2024-03"),
    ("Tháng 9/2023, Công an huyện tuyên truyền cho [1.250] lượt người.", None, "2023-09"),
    ("Đến nay, toàn xã có [15] mô hình chăn nuôi.", "2024-03-04", "../2024-03-04"),
    ("Đến nay, toàn xã có [15] mô hình chăn nuôi.", None, None),
    ("Hiện nay, xã còn [32] hộ nghèo.", "2024-03-04", "../2024-03-04"),
    ("Từ đầu năm đến nay, huyện cấp [210] giấy chứng nhận.", "2018-09-19", "2018-01/2018-09-19"),
    ("Từ năm 2010 đến nay, xã bê tông hóa [12] km đường.", None, "2010/.."),
    ("Tính đến cuối năm 2015, huyện có [14] trường đạt chuẩn quốc gia.", None, "../2015"),
    ("Tính đến ngày 15/6/2023, toàn huyện giải ngân [18] tỷ đồng.", None, "../2023-06-15"),
    ("Phấn đấu đến năm 2020, toàn huyện có [10] xã đạt chuẩn nông thôn mới.", None, "2020"),
    ("Năm ngoái, gia đình ông thu [30] tấn cam.", "2024-05-06", "2023"),
    ("Hôm qua, đoàn viên hiến [40] đơn vị máu.", "2024-05-06", "2024-05-05"),
    ("Năm nay, huyện gieo cấy [1.200] ha lúa.", "2024-05-06", "2024"),
    ("Thực hiện Đề án phát triển cây ăn quả giai đoạn 2021 - 2025, xã có [35] vườn mẫu.", None, None),
    ("Theo giá so sánh năm 2010, giá trị sản xuất đạt [450] tỷ đồng.", None, None),
    ("Kỷ niệm 70 năm Ngày truyền thống, cựu chiến binh xã trồng [300] cây xanh.", None, None),
    ("Năm 2022, xã Hòa An có 120 hộ thoát nghèo. Xã cũng xây được [15] nhà văn hóa.", None, "2022"),
    ("Năm 2021, xã Hòa An có 8 mô hình. Năm 2022, xã có [11] mô hình.", None, "2022"),
    ("Năm 2021, xã Hòa An có [8] mô hình. Năm 2022, xã có 11 mô hình.", None, "2021"),
    ("Năm 2022, xã có [31] mô hình, tăng 5 mô hình so với năm 2021.", None, "2022"),
    ("Mỗi năm, một ha cam cho thu [20] tấn quả.", None, None),
    ("Quyết định số 124/QĐ-UBND ngày 12/3/2021 hỗ trợ xã [500] triệu đồng.", None, None),
    ("Nhiệm kỳ 2020 - 2025, Đảng bộ xã kết nạp [45] đảng viên.", None, "2020/2025"),
    ("Từ ngày 1/3/2023 đến ngày 15/4/2023, huyện tiêm [12.500] liều vắc xin.", None, "2023-03-01/2023-04-15"),
    ("Năm 2020 xã có [60] hộ nghèo, đến năm 2022 còn 25 hộ.", None, "2020"),
    ("Đến năm 2030, xã phấn đấu có [12] sản phẩm OCOP.", "2025-08-19", "2030"),
    ("Xã có [14] thôn, bản.", None, None),
    ("Tháng trước, tổ vay vốn giải ngân [600] triệu đồng.", "2024-11-10", "2024-10"),
)


@pytest.mark.parametrize(("text", "published", "period"), ROWS, ids=lambda value: str(value))
def test_period(text: str, published: str | None, period: str | None) -> None:
    assert bracketed(text, published=published).period == period
