"""What was done with a quantity: the number in brackets, and the verbs of it or None."""

from __future__ import annotations

import pytest

from tests.helpers import bracketed

BEFORE = (
    ("Xã bê tông hóa [24 km] đường.", "bê tông hóa"),
    ("Xã tu sửa, phát dọn [24 km] đường.", "tu sửa, phát dọn"),
    ("Xã đã sơ tán [152 hộ] dân khỏi vùng sạt lở.", "sơ tán"),
    ("Vườn bán được [600 triệu đồng].", "bán"),
    ("Huyện thiếu [31 giáo viên].", "thiếu"),
    ("Số hộ nghèo giảm [31 hộ].", "giảm"),
    ("Sản lượng đạt 1.300 tấn, tăng [120 tấn] so với năm 2022.", "tăng"),
    ("Từ đầu năm, huyện đã hình thành [12 tổ] hợp tác.", "hình thành"),
    ("Mỗi năm, gia đình ông Hòa thu về [200 triệu đồng].", "thu về"),
    ("Sở tổ chức đấu giá [6 lô] đất.", "tổ chức đấu giá"),
    ("Xưởng đã đóng mới [8 tàu] vỏ thép.", "đóng mới"),
    ("Công an huyện đã tước giấy phép lái xe [15 trường hợp].", "tước"),
    ("Ngân hàng Chính sách xã hội huyện cho vay [32 tỷ đồng].", "cho vay"),
    ("Mùa này mỗi lồng cá thu về [30 triệu đồng].", "thu về"),
    ("Để có vốn, ông phải chi [40 triệu đồng].", "chi"),
)
BEHIND = (
    ("Lũ làm [5 người] chết và mất tích.", "chết và mất tích"),
    ("Xã có [16 nhà] bị ngập.", "bị ngập"),
    ("XÃ CÓ [16 NHÀ] BỊ NGẬP", "BỊ NGẬP"),
    ("Xã có [10 hộ] phải di dời.", "di dời"),
    ("Xã có [12 hộ] được hỗ trợ.", "hỗ trợ"),
    ("Xã có [12 hộ] trồng lúa.", "trồng"),
    ("Đoàn trao 500 thùng mì; [420 lượt người] giúp dân dọn bùn.", "giúp"),
    ("Hơn [300 em] nhỏ tham gia ngày hội.", "tham gia"),
    ("Bão làm [40 ha] chuối bị gãy đổ.", "bị gãy đổ"),
    ("Đợt rét khiến [70 con] trâu bò bị chết.", "bị chết"),
)
HANDED_ON = (
    ("Huyện hỗ trợ 40 tấn phân bón, [12 tấn] giống lúa.", "hỗ trợ"),
    ("Năm 2023, xã trồng 12 ha quế và [8 ha] hồi.", "trồng"),
)
NOTHING = (
    ("Xã có [24 km] đường.", None),
    ("Tỉnh có [58 trường] công lập.", None),
    ("Theo Phòng Giáo dục và Đào tạo, huyện có [12 học sinh] bán trú.", None),
    ("Huyện tiếp tục có [4 xã] về đích.", None),
    ("Xã có [12 bộ] thiết bị giám sát.", None),
    ("Về giao thông, xã có [12 km] đường.", None),
    ("Theo Sở Xây dựng, tỉnh có [36 đô thị].", None),
    ("Dân số của xã là [4.200 người].", None),
    ("Hồ có dung tích [2 triệu m3].", None),
    ("Nhà văn hóa cách trụ sở xã [3 km].", None),
    ("Đoạn đê dài [700 m], rộng 5 m.", None),
    ("Thu nhập bình quân đầu người đạt [52 triệu đồng].", None),
    ("Trung tâm có [45 cán bộ], nhân viên.", None),
)


@pytest.mark.parametrize(("text", "action"), [*BEFORE, *BEHIND, *HANDED_ON, *NOTHING], ids=lambda value: str(value))
def test_action(text: str, action: str | None) -> None:
    assert bracketed(text).action == action
