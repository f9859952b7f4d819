"""The base of a rate: the number in brackets, and what it is said of; None where it is no rate."""

from __future__ import annotations

import pytest

from tests.helpers import bracketed

ROWS = (
    ("Thu nhập bình quân đạt [43,3] triệu đồng/người/năm.", "người/năm"),
    ("Thu nhập đạt [1,2] triệu/người/tháng.", "người/tháng"),
    ("Năng suất lúa đạt [65] tạ/ha.", "ha"),
    ("Tổ tuần tra sinh hoạt [3] buổi/tháng.", "tháng"),
    ("Mỗi hộ được hỗ trợ [20] triệu đồng.", "hộ"),
    ("Trường tặng 50 suất quà, mỗi suất trị giá [500] nghìn đồng.", "suất"),
    ("Cam được bán với giá [20.000] đồng/kg.", "kg"),
    ("Thu nhập bình quân đầu người đạt [45] triệu đồng.", "người"),
    ("Bình quân mỗi ha cho thu [120] triệu đồng.", "ha"),
    ("Gia đình nuôi lợn, mỗi năm thu [200] triệu đồng.", "năm"),
    ("Xã hỗ trợ [20] triệu đồng mỗi nhà.", "nhà"),
    ("Tổng kinh phí xây dựng là [500] triệu đồng.", None),
    ("Toàn xã có [24/24] thôn có nhà văn hóa.", None),
    ("Ngày 12/3, xã trao [30] suất quà.", None),
    ("Xã làm được [12] km đường trong năm 2022.", None),
    ("Tỷ lệ hộ nghèo giảm [3,2]%/năm.", "năm"),
    ("Mật độ dân số là [250] người/km2.", "km2"),
    ("Trung bình mỗi con nặng [2] kg.", "con"),
    ("Công nhân có lương [7] triệu đồng/tháng.", "tháng"),
    ("Công nhân có thu nhập [250] nghìn đồng một ngày.", "ngày"),
    ("Trung bình mỗi ngày xưởng bán [150] kg chè.", "ngày"),
    ("Mưa lớn đo được [120] mm/6 giờ.", "6 giờ"),
    ("Tỷ lệ hộ nghèo bình quân giảm [4]% mỗi năm.", "năm"),
    ("Vụ việc có 31 vụ/[45] đối tượng.", None),
    ("Tiền thuê đất là [5.000] đồng/m2/năm.", "m2/năm"),
    ("Công suất nhà máy là [200] tấn/ngày.", "ngày"),
    ("Mỗi thôn có [2] tổ tự quản.", "thôn"),
    ("Thôn vận động mỗi người đóng góp [50.000] đồng.", "người"),
    ("Toàn xã có [120] hộ trồng rừng, mỗi hộ 2 ha.", None),
    ("Toàn xã có 120 hộ trồng rừng, mỗi hộ [2] ha.", "hộ"),
    ("Mỗi ha lúa cho thu [65] tạ thóc.", "ha"),
    ("Một năm bò mẹ đẻ [hai] lứa.", "năm"),
    ("Đàn dê 40 con, một năm lãi [60] triệu đồng.", "năm"),
    ("Bà con tưới một ngày [hai] lần.", "ngày"),
    ("Sau một năm, xã có [20] hộ thoát nghèo.", None),
    ("Trong một năm, thôn làm được [2] km đường.", None),
    ("Một năm nay, xã có [3] hộ nuôi ong.", None),
    ("Hàng tháng, mỗi hộ nuôi gà thu [15] triệu đồng.", "hộ/tháng"),
    ("Mức hỗ trợ hằng tháng được nâng từ 500.000 đồng lên [750.000] đồng.", "tháng"),
    ("Sản lượng chè hàng năm đạt [1.200] tấn.", "năm"),
    ("Mỗi tháng, ông Bình có thu nhập [12] triệu đồng.", "tháng"),
    ("Trạm thu 300 con lợn mỗi ngày, giảm [50] con so với tháng trước.", None),
    ("Tiền thuê 7 triệu đồng mỗi năm, trong khi vốn là [1] tỷ đồng.", None),
    ("Mỗi năm dúi đẻ 3 lứa, mỗi lứa [4] con.", "lứa"),
    ("1 ha trồng ớt thu về [150] triệu đồng.", "ha"),
    ("Mỗi năm, một ha sắn cho năng suất [30] tấn củ.", "ha/năm"),
    ("Một cây bưởi trưởng thành cho [100] quả.", "cây"),
    ("Xã xây một cây cầu dài [24] m.", None),
    ("Hồ rộng 2,1 ha và đảo có diện tích [25] ha.", None),
    ("Trung bình mỗi ngày, xưởng làm ra [200] bao cám.", "ngày"),
    ("Mỗi năm học, trường đón [300] em.", None),
    ("Bãi nhận [380] tấn rác mỗi ngày.", "ngày"),
    ("Bón lót [20] kg lân/sào.", "sào"),
    ("Bà con bón [5] kg phân đạm/sào/vụ.", "sào/vụ"),
    ("Huyện hỗ trợ [20] con gà giống/hộ.", "hộ"),
    ("Bình quân 1 ha ớt cho thu [15] tấn quả.", "ha"),
    ("Trung bình một con bò sữa cho [18] lít sữa.", "con"),
    ("Toàn xã có [12] cán bộ, công chức/viên chức.", None),
    ("Cơ sở bán được [2.000] cây giống các loại mỗi tháng.", "tháng"),
    ("Trứng vịt bán giá [35.000] đồng/10 quả.", "10 quả"),
    ("Xã có [120] hộ, mỗi năm giảm 5 hộ nghèo.", None),
)


@pytest.mark.parametrize(("text", "per"), ROWS, ids=lambda value: str(value))
def test_per(text: str, per: str | None) -> None:
    assert bracketed(text).per == per
