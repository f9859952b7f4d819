"""Changes against the levels that they lead from and to."""

from __future__ import annotations

import pytest

from tests.audit.news import audited, refuted, said_of

REFUTED = (
    ("Số hợp tác xã tăng từ 20 hợp tác xã lên 25 hợp tác xã, tăng 40%.", "40%"),
    ("Đàn bò tăng từ 1.200 con lên 1.500 con, tăng 35%.", "35%"),
    ("Số hộ nghèo giảm từ 320 hộ xuống còn 240 hộ, giảm 60 hộ.", "60 hộ"),
    ("Diện tích chè tăng từ 450 ha lên 520 ha, tăng 90 ha.", "90 ha"),
    ("Thu nhập bình quân tăng từ 42 triệu đồng/người lên 38 triệu đồng/người.", "38 triệu đồng/người"),
    ("Tỷ lệ che phủ rừng tăng từ 52% lên 58%, tăng 9 điểm phần trăm.", "9 điểm phần trăm"),
    ("Số hộ nghèo giảm từ 240 hộ xuống còn 320 hộ.", "320 hộ"),
    ("Tỷ lệ hộ nghèo giảm từ 6,5% xuống còn 7,2%.", "7,2%"),
    ("Nâng số trường đạt chuẩn từ 27 trường lên 21 trường.", "21 trường"),
    ("Đầu năm 2023, xã có 57 tổ hợp tác. Trong năm, xã thành lập mới 5 tổ hợp tác, nâng tổng số lên 72 tổ hợp tác.", "72 tổ hợp tác"),
    ("Huyện công nhận thêm 24 sản phẩm OCOP, nâng tổng số sản phẩm OCOP lên 19 sản phẩm.", "19 sản phẩm"),
    ("Sản lượng đạt 4.600 tấn, tăng 15% so với năm 2022 (4.200 tấn).", "15%"),
)  # fmt: skip
SUPPORTED = (
    ("Số hợp tác xã tăng từ 20 hợp tác xã lên 25 hợp tác xã, tăng 25%.", "25%"),
    ("Số hộ nghèo giảm từ 320 hộ xuống còn 240 hộ, giảm 80 hộ.", "80 hộ"),
    ("Diện tích chè tăng từ 450 ha lên 520 ha, tăng 70 ha.", "70 ha"),
    ("Tỷ lệ hộ nghèo giảm từ 6,5% xuống còn 5,1%, giảm 1,4%.", "1,4%"),
    ("Đầu năm 2023, xã có 57 tổ hợp tác. Trong năm, xã thành lập mới 5 tổ hợp tác, nâng tổng số lên 62 tổ hợp tác.", "62 tổ hợp tác"),
    ("Sản lượng đạt 4.830 tấn, tăng 15% so với năm 2022 (4.200 tấn).", "15%"),
)  # fmt: skip
ALLOWED = (
    # against a plan or another time than the level told
    "Diện tích chè tăng từ 450 ha lên 520 ha, vượt 12% kế hoạch.",
    "Thu ngân sách đạt 52 tỷ đồng, tăng 15% so với cùng kỳ, bằng 104% dự toán (50 tỷ đồng).",
    "Năm 2022 huyện có 40 hợp tác xã, năm 2023 có 46 hợp tác xã, tăng 25 hợp tác xã so với năm 2019.",
    "Sản lượng đạt 4.600 tấn, tăng 15% so với năm 2020, năm 2022 đạt 4.200 tấn.",
    "Đàn bò tăng từ 1.200 con lên 1.500 con, đàn lợn tăng 35%.",
    # average rates
    "Thu nhập tăng từ 30 triệu đồng lên 48 triệu đồng, tăng bình quân 9,8%/năm.",
    "Tỷ lệ hộ nghèo giảm từ 12,5% xuống còn 6,5%, bình quân mỗi năm giảm 1,5%.",
    "Số hộ nghèo giảm từ 320 hộ xuống còn 240 hộ, mỗi năm giảm 20 hộ.",
    # per cent and points of it
    "Tỷ lệ che phủ rừng tăng từ 50% lên 55%, tăng 10%.",
    "Tỷ lệ hộ nghèo giảm từ 8% xuống 6%, giảm 25%.",
    "Tỷ lệ lấp đầy tăng từ 60% lên 75%, tăng 15 điểm phần trăm.",
    # ranks, of which a lower number is a higher one
    "Xã nâng hạng từ thứ 45 lên thứ 38.",
    "Chỉ số cải cách hành chính tăng từ vị trí 45 lên vị trí 38.",
    "Huyện tăng từ hạng 12 lên hạng 7 trong số 15 đơn vị.",
    # rounded or hedged
    "Đàn bò tăng từ 1.200 con lên hơn 1.500 con, tăng khoảng 26%.",
    "Thu nhập tăng từ 42,4 triệu đồng lên 51,3 triệu đồng, tăng 21%.",
    "Số hộ nghèo giảm từ gần 320 hộ xuống còn 240 hộ, giảm gần 80 hộ.",
    "Giá tăng từ 6.000 đồng lên 8.500 đồng, tăng hơn 40%.",
    # times
    "Doanh thu tăng từ 2 tỷ đồng lên 6 tỷ đồng, tăng gấp 3 lần.",
    # not the level of one thing
    "Xe chạy từ 6 giờ đến 18 giờ, tăng 20% số chuyến.",
    "Giá bán từ 20.000 đồng lên tới 35.000 đồng/kg tùy loại.",
    "Mỗi hộ thu từ 50 triệu đồng đến 120 triệu đồng, tăng 30%.",
    "Mở rộng đường từ 3,5 m lên 5 m, dài thêm 2 km.",
    "Xã đưa 12 hộ từ vùng sạt lở lên 3 khu tái định cư.",
    # added, and a total of something wider
    "Năm 2023, huyện kết nạp 112 đảng viên, nâng tổng số đảng viên toàn đảng bộ lên 4.215 đồng chí.",
    "Xã có 35 hộ nuôi cá lồng; năm nay thêm 12 lồng, nâng tổng số lên 140 lồng.",
    "Hội thành lập mới 3 chi hội, nâng tổng số hội viên lên 1.240 người.",
    "Cuối năm 2019, xã có 21 hộ khá; năm 2023 thêm 8 hộ, nâng tổng số lên 64 hộ.",
)


@pytest.mark.parametrize(("text", "doubted"), REFUTED)
def test_changes_that_cannot_be_are_refuted(text: str, doubted: str) -> None:
    assert refuted("change", text) == [doubted]


@pytest.mark.parametrize(("text", "change"), SUPPORTED)
def test_changes_that_hold_are_supported(text: str, change: str) -> None:
    assert said_of("change", text) == [f"supported {change}"]


@pytest.mark.parametrize("text", ALLOWED)
def test_changes_that_may_be_right_are_left_alone(text: str) -> None:
    assert not [one.explanation.en for one in audited(text)[1] if one.verdict == "refuted"]


def test_finding_names_the_levels_and_the_sum() -> None:
    figures, (finding, *_) = audited("Số hợp tác xã tăng từ 20 hợp tác xã lên 25 hợp tác xã, tăng 40%.")
    assert [figures[name].text for name in finding.figures] == ["40%", "25 hợp tác xã", "20 hợp tác xã"]
    assert finding.arithmetic == "|25 – 20| / 20 × 100 = 25"
