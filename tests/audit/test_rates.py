"""Rates against their base and total: yields, prices, averages."""

from __future__ import annotations

import pytest

from extractor.model.shapes import Check
from tests.audit.news import audited, refuted, said_of

REFUTED: tuple[tuple[Check, str, str], ...] = (
    ("rate", "Vụ mùa, xã gieo cấy 120 ha lúa, năng suất 60 tạ/ha, sản lượng đạt 920 tấn.", "920 tấn"),
    ("rate", "Toàn huyện có 450 ha ngô, năng suất đạt 48 tạ/ha, sản lượng 21.600 tấn.", "21.600 tấn"),
    ("rate", "Với 35 ha nhãn, năng suất 8 tấn/ha, sản lượng ước đạt 380 tấn.", "ước đạt 380 tấn"),
    ("rate", "Diện tích chè là 210 ha, năng suất bình quân 12 tấn/ha, sản lượng 2.820 tấn.", "2.820 tấn"),
    ("rate", "Xã trồng 84 ha lạc, năng suất 25 tạ/ha, tổng sản lượng 310 tấn.", "310 tấn"),
    ("price", "Hội trao 50 suất quà, mỗi suất 500.000 đồng, tổng trị giá 35 triệu đồng.", "35 triệu đồng"),
    ("price", "Quỹ tặng 120 suất học bổng, mỗi suất 1 triệu đồng, tổng số tiền 150 triệu đồng.", "150 triệu đồng"),
    ("price", "Huyện hỗ trợ 40 hộ, mỗi hộ 50 triệu đồng, tổng kinh phí 200 triệu đồng.", "200 triệu đồng"),
    ("price", "Ngân hàng trao 25 phần quà, mỗi phần trị giá 600.000 đồng, tổng giá trị 18 triệu đồng.", "18 triệu đồng"),
    ("price", "Đoàn tặng 30 xe đạp, mỗi xe 1,5 triệu đồng, tổng trị giá 54 triệu đồng.", "54 triệu đồng"),
    ("price", "Xã xây 12 ngôi nhà, mỗi ngôi nhà 60 triệu đồng, với tổng số tiền 620 triệu đồng.", "620 triệu đồng"),
)  # fmt: skip
SUPPORTED: tuple[tuple[Check, str, str], ...] = (
    ("rate", "Vụ mùa, xã gieo cấy 120 ha lúa, năng suất 60 tạ/ha, sản lượng đạt 720 tấn.", "720 tấn"),
    ("rate", "Với 35 ha nhãn, năng suất 8 tấn/ha, sản lượng ước đạt 280 tấn.", "ước đạt 280 tấn"),
    ("rate", "Toàn huyện có 450 ha ngô, năng suất đạt 48,2 tạ/ha, sản lượng hơn 2.160 tấn.", "hơn 2.160 tấn"),
    ("price", "Hội trao 50 suất quà, mỗi suất 500.000 đồng, tổng trị giá 25 triệu đồng.", "25 triệu đồng"),
    ("price", "Huyện hỗ trợ 40 hộ, mỗi hộ 50 triệu đồng, tổng kinh phí 2 tỷ đồng.", "2 tỷ đồng"),
    ("price", "Quỹ tặng 120 suất học bổng, mỗi suất 1 triệu đồng, tổng số tiền 120 triệu đồng.", "120 triệu đồng"),
)  # fmt: skip
ALLOWED = (
    # more was given than the things of that price
    "Hội trao 50 suất quà, mỗi suất 500.000 đồng, và 2 chiếc xe đạp; tổng trị giá 29 triệu đồng.",
    "Đoàn tặng 60 suất quà, mỗi suất 300.000 đồng, cùng nhiều nhu yếu phẩm, tổng trị giá 25 triệu đồng.",
    "Quỹ trao 40 suất học bổng, mỗi suất 1 triệu đồng, 5 bộ máy tính và sách vở với tổng số tiền 110 triệu đồng.",
    "Hội trao 30 suất quà cho học sinh, mỗi suất 500.000 đồng; xây 1 nhà tình thương; tổng số tiền 95 triệu đồng.",
    "Hội tặng 45 phần quà, mỗi phần 400.000 đồng, ngoài ra khám bệnh, phát thuốc với tổng kinh phí 31 triệu đồng.",
    "Xã trao 20 suất quà, mỗi suất 500.000 đồng tiền mặt và một túi quà, tổng trị giá 14 triệu đồng.",
    "Hội tặng 2 bò giống cho 2 hộ, trao 30 suất quà, mỗi suất 500.000 đồng, tổng trị giá 48 triệu đồng.",
    # a price list, several prices, ranges
    "Công ty tặng 40 suất quà, mỗi suất từ 300.000 đồng đến 500.000 đồng, tổng số tiền 16 triệu đồng.",
    "Huyện hỗ trợ 40 hộ, hộ nghèo 50 triệu đồng/hộ, hộ cận nghèo 40 triệu đồng/hộ, tổng kinh phí 1,8 tỷ đồng.",
    "Hội trao 50 suất quà, gồm 20 suất loại 500.000 đồng/suất và 30 suất loại 300.000 đồng/suất, tổng trị giá 19 triệu đồng.",
    # the total of another thing or time
    "Nhà ông nuôi 40 con lợn, giá 65.000 đồng/kg, mỗi năm thu 150 triệu đồng.",
    "Ông trồng 2 ha cam, mỗi ha thu 300 triệu đồng, sau khi trừ chi phí còn lãi 350 triệu đồng.",
    "Vụ này, 30 ha dưa cho năng suất 25 tấn/ha; cả vùng đã bán được 420 tấn.",
    "Hợp tác xã có 15 ha rau, năng suất 20 tấn/ha, mỗi ngày cung cấp 2 tấn rau cho siêu thị.",
    "Huyện có 1.200 ha lúa, năng suất 62 tạ/ha, trong đó 300 ha lúa chất lượng cao, sản lượng 1.900 tấn.",
    "Toàn xã trồng 90 ha chè, trong đó 70 ha cho thu hoạch, năng suất 10 tấn/ha, sản lượng 700 tấn.",
    "Mô hình có 24 hộ tham gia, thu nhập bình quân 60 triệu đồng/người, doanh thu đạt 4,8 tỷ đồng.",
    "Mỗi hộ được vay 50 triệu đồng, đến nay 120 hộ còn dư nợ với tổng số tiền 4,1 tỷ đồng.",
    "Mỗi tháng, 12 công nhân được trả 7 triệu đồng/người, cả năm công ty chi tổng số 1 tỷ đồng tiền lương.",
    # rounded, and hedged
    "Xã có hơn 120 ha lúa, năng suất gần 60 tạ/ha, sản lượng đạt khoảng 715 tấn.",
    "Huyện gieo cấy 4.125 ha, năng suất 61,3 tạ/ha, sản lượng 25.286 tấn.",
    "Lớp có 33 em, bình quân mỗi em góp 15.000 đồng, tổng số tiền 500.000 đồng.",
)  # fmt: skip


@pytest.mark.parametrize(("check", "text", "doubted"), REFUTED)
def test_totals_that_cannot_be_are_refuted(check: Check, text: str, doubted: str) -> None:
    assert refuted(check, text) == [doubted]


@pytest.mark.parametrize(("check", "text", "total"), SUPPORTED)
def test_totals_that_hold_are_supported(check: Check, text: str, total: str) -> None:
    assert said_of(check, text) == [f"supported {total}"]


@pytest.mark.parametrize("text", ALLOWED)
def test_totals_that_may_be_right_are_left_alone(text: str) -> None:
    assert not [one.explanation.en for one in audited(text)[1] if one.verdict == "refuted"]


def test_finding_names_base_and_rate() -> None:
    figures, (finding,) = audited("Vụ mùa, xã gieo cấy 120 ha lúa, năng suất 60 tạ/ha, sản lượng đạt 920 tấn.")
    assert [figures[name].text for name in finding.figures] == ["920 tấn", "60 tạ/ha", "120 ha"]
    assert finding.arithmetic == "120 × 60 × 0,1 = 720"
