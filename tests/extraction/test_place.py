"""Where a figure holds: the number in brackets, and the smallest unit that it is about."""

from __future__ import annotations

import pytest

from tests.helpers import bracketed

ROWS = (
    ("Năm 2023, huyện Yên Bình (Yên Bái) xây dựng được [421] mô hình.", "huyện Yên Bình"),
    ("Toàn tỉnh Yên Bái có [150] xã, riêng huyện Lục Yên có 23 xã.", "tỉnh Yên Bái"),
    ("Toàn tỉnh Yên Bái có 150 xã, riêng huyện Lục Yên có [23] xã.", "huyện Lục Yên"),
    ("Thôn Khe Rồng, xã Hòa An, huyện Chiêm Hóa có [45] hộ trồng cam.", "xã Hòa An"),
    ("Xã Hòa An, trước đây thuộc huyện Chiêm Hóa cũ, có [45] hộ trồng cam.", "xã Hòa An"),
    ("Cả nước hiện có [8.600] sản phẩm OCOP.", "Việt Nam"),
    ("Câu lạc bộ có [30] thành viên.", None),
    ("Hai xã Quảng Tín và Đăk Ru của huyện Đắk R'lấp có [120] hộ nghèo.", "huyện Đắk R'lấp"),
    ("Mưa lũ làm [124] nhà hư hỏng (Hà Giang: 38; Lai Châu: 86).", "Việt Nam"),
    ("Mưa lũ làm 124 nhà hư hỏng (Hà Giang: [38]; Lai Châu: 86).", "tỉnh Hà Giang"),
    ("Mưa lũ làm 124 nhà hư hỏng (Hà Giang: 38; Lai Châu: [86]).", "tỉnh Lai Châu"),
    ("Xã Hòa An (huyện Chiêm Hóa) ra quân làm đường.\nĐoàn viên trồng [300] cây xanh.", "xã Hòa An"),
    ("Xã Hòa An (huyện Chiêm Hóa) cách thành phố Tuyên Quang [50] km.", "xã Hòa An"),
    ("Ông Nam ở xã Đội Bình (huyện Yên Sơn) nuôi 20 con bò. Mỗi năm ông thu [200] triệu đồng.", "xã Đội Bình"),
    ("Huyện Yên Sơn có nhiều hộ nghèo:\n- Xã Đội Bình: [120] hộ.\n- Xã Nhữ Hán: 90 hộ.", "xã Đội Bình"),
    ("Huyện Yên Sơn có nhiều hộ nghèo:\n- Xã Đội Bình: 120 hộ.\n- Xã Nhữ Hán: [90] hộ.", "xã Nhữ Hán"),
    ("Huyện Yên Sơn có 210 hộ nghèo, xã Đội Bình và xã Nhữ Hán lần lượt có [120] và 90 hộ.", "xã Đội Bình"),
    ("Huyện Yên Sơn có 210 hộ nghèo, xã Đội Bình và xã Nhữ Hán lần lượt có 120 và [90] hộ.", "xã Nhữ Hán"),
    ("Huyện Yên Sơn có [210] hộ nghèo (xã Đội Bình 120 hộ, xã Nhữ Hán 90 hộ).", "huyện Yên Sơn"),
    ("Huyện Yên Sơn tổng kết năm.\nToàn huyện có [28] xã, thị trấn.", "huyện Yên Sơn"),
    ("Trên địa bàn xã Kỳ Sơn, huyện Tân Kỳ (Nghệ An) có [18] trang trại.", "xã Kỳ Sơn"),
    ("Phường Tân Quang, thành phố Tuyên Quang vận động được [85] triệu đồng.", "phường Tân Quang"),
    ("Thị trấn Tân Yên (huyện Hàm Yên) thu gom [12] tấn rác.", "thị trấn Tân Yên"),
    ("Ủy ban nhân dân huyện Hàm Yên trao [50] suất quà tại xã Phù Lưu.", "xã Phù Lưu"),
    ("Đoàn công tác tỉnh Yên Bái thăm huyện Hàm Yên, tặng xã Phù Lưu [20] chiếc xe đạp.", "xã Phù Lưu"),
    ("Tại xã Phù Lưu, [18] hộ đã hiến đất. Còn tại xã Minh Dân, 25 hộ hiến đất.", "xã Phù Lưu"),
    ("Tại xã Phù Lưu, 18 hộ đã hiến đất. Còn tại xã Minh Dân, [25] hộ hiến đất.", "xã Minh Dân"),
    ("Các tỉnh Hà Giang, Lào Cai và Yên Bái có [35] xã bị ngập.", "Việt Nam"),
    ("Cam được bán với giá [20.000] đồng/kg.", None),
)


@pytest.mark.parametrize(("text", "name"), ROWS, ids=lambda value: str(value))
def test_place(text: str, name: str | None) -> None:
    place = bracketed(text).place
    assert (place and place.name) == name
