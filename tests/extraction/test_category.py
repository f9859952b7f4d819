"""The class that a figure gives of what is broken down: the number in brackets, and its class or None."""

from __future__ import annotations

import pytest

from tests.helpers import bracketed

ROWS = (
    ("Có 419 hộ khởi công, trong đó [298] hộ xây nhà mới và 121 hộ sửa nhà.", "xây nhà mới"),
    ("Có 419 hộ khởi công, trong đó 298 hộ xây nhà mới và [121] hộ sửa nhà.", "sửa nhà"),
    ("Có [419] hộ khởi công.", None),
    ("Huyện có 91 mô hình, trong đó [20] mô hình lĩnh vực kinh tế.", "lĩnh vực kinh tế"),
    ("Trong 95 hồ chứa có [40] hồ đầy nước, 20 hồ còn một nửa.", "đầy nước"),
    ("Xã trồng 150 ha rừng, trong đó [60] ha keo, 90 ha quế.", "keo"),
    ("Tổng vốn 20 tỷ đồng, gồm ngân sách tỉnh 12 tỷ, ngân sách huyện [5] tỷ và dân góp 3 tỷ đồng.", "ngân sách huyện"),
    ("Tổng vốn 20 tỷ đồng, gồm ngân sách tỉnh 12 tỷ, ngân sách huyện 5 tỷ và dân góp [3] tỷ đồng.", "dân góp"),
    ("Huyện có 421 mô hình:\n- Kinh tế: [91] mô hình.\n- Văn hóa: 232 mô hình.\n- An ninh: 98 mô hình.", "Kinh tế"),
    (
        "Huyện có 421 mô hình:\n- Kinh tế: 91 mô hình.\n- Văn hóa - xã hội: [232] mô hình.\n- An ninh: 98 mô hình.",
        "Văn hóa - xã hội",
    ),
    ("Trường có 600 học sinh, trong đó [300] học sinh nữ.", "nữ"),
    ("Xã có [320] hộ, còn 15 hộ chưa có nhà vệ sinh.", None),
    ("Đợt này huyện trao 50 suất quà, [10] xe đạp và 5 triệu đồng.", None),
    ("Năm 2023, xã thu [12] tỷ đồng, tăng 3 tỷ đồng so với năm 2022.", None),
)


@pytest.mark.parametrize(("text", "category"), ROWS, ids=lambda value: str(value))
def test_category(text: str, category: str | None) -> None:
    assert bracketed(text).category == category
