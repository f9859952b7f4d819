"""Shares: of a number told beside them, of one whole, and of a number of which no whole number gives them."""

from __future__ import annotations

import pytest

from tests.audit.news import audited, refuted, said_of

REFUTED = (
    # n of m and its share
    ("Toàn huyện có 14/20 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 80%.", "80%"),
    ("Có 312/400 hộ được dùng nước sạch, chiếm 87%.", "87%"),
    ("Trong tổng số 240 học sinh, có 60 học sinh đạt giải, chiếm 35%.", "35%"),
    ("Huyện có 850 hộ, trong đó có 170 hộ nghèo, chiếm 25%.", "25%"),
    ("Trung tâm tiếp nhận 1.200 hồ sơ, đã giải quyết 1.140 hồ sơ, đạt 98%.", "98%"),
    ("Có 45/50 phiếu tán thành (đạt 95%).", "95%"),
    # of one whole
    ("Cơ cấu kinh tế: nông nghiệp 42,5%, công nghiệp 31,5%, dịch vụ 36%.", "42,5%"),
    ("Cơ cấu lao động gồm nông nghiệp 55%, công nghiệp 20%, dịch vụ 15%.", "55%"),
    ("Kết quả xếp loại: tốt 38%, khá 47%, trung bình 25%.", "38%"),
    # of no whole number
    ("Trong 22 hợp tác xã, 65,9% hoạt động hiệu quả.", "65,9%"),
    ("Huyện có 25 xã. Đến nay, 78% số xã đạt chuẩn.", "78%"),
    ("Có 43,7% trong tổng số 12 thôn có nhà văn hóa.", "43,7%"),
)
SUPPORTED = (
    ("Toàn huyện có 16/20 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 80%.", "80%"),
    ("Có 312/400 hộ được dùng nước sạch, chiếm 78%.", "78%"),
    ("Huyện có 850 hộ, trong đó có 170 hộ nghèo, chiếm 20%.", "20%"),
    ("Có 21/23 phiếu tán thành, đạt 91,3%.", "91,3%"),
    ("Có 29/37 trường đạt chuẩn, đạt 78,37%.", "78,37%"),  # cut off: 78,378
    ("Cơ cấu kinh tế: nông nghiệp 42,5%, công nghiệp 31,5%, dịch vụ 26%.", "42,5%"),
    ("Kết quả xếp loại: tốt 33,3%, khá 33,3%, trung bình 33,3%.", "33,3%"),
)
ALLOWED = (
    # shares of another whole
    "Huyện có 640 ha nuôi tôm, trong đó 120 ha nuôi thâm canh, chiếm 27% diện tích thả nuôi.",
    "Huyện còn 320 hộ nghèo, tỷ lệ hộ nghèo giảm còn 5%.",
    "Toàn xã có 18/20 thôn có nhà văn hóa, tỷ lệ hộ dân được dùng điện đạt 99%.",
    "Trong 840 hộ dân, có 120 hộ nghèo, tỷ lệ giảm nghèo đạt 3,5%.",
    "Tiếp nhận 1.250 hồ sơ, đã giải quyết 1.180 hồ sơ, tỷ lệ đúng hạn đạt 99,1%.",
    "Tiếp nhận 640 hồ sơ, trong đó đã giải quyết 602 hồ sơ, tỷ lệ hồ sơ trực tuyến đạt 85,4%.",
    "Toàn huyện có 452 lớp, trong đó có 120 lớp mầm non, tỷ lệ huy động trẻ đạt 97%.",
    "Xã có 230 ha chè, trong đó 140 ha đã thu hoạch, đạt 112% kế hoạch.",
    "Có 21/30 hộ đăng ký, đạt 105% chỉ tiêu giao.",
    # shares of a change, of a plan
    "Trong 6 tháng, xã có 46 cặp kết hôn, trong đó có 12 cặp tảo hôn, giảm 25% so với cùng kỳ.",
    "Huyện có 54 trường, trong đó 38 trường đạt chuẩn, tăng 12% so với đầu nhiệm kỳ.",
    # shares that were rounded or hedged
    "Có 29/37 trường đạt chuẩn, đạt hơn 78%.",
    "Có 187/210 hộ tham gia, đạt gần 90%.",
    "Có 2/3 số hộ có nhà kiên cố, chiếm khoảng 66%.",
    "Có 11/13 xã đạt chuẩn, chiếm gần 85%.",
    # shares that are not all of a whole, or of several
    "Tỷ lệ hộ dùng điện đạt 99%, hộ dùng nước sạch 92%, hộ có nhà tiêu hợp vệ sinh 81%.",
    "Cơ cấu kinh tế chuyển dịch: công nghiệp chiếm 45%, dịch vụ chiếm 30%.",
    "Trong tổng số học sinh, 35% học giỏi, 48% đạt hạnh kiểm tốt, 62% là nữ.",
    "Cơ cấu thu: thuế giá trị gia tăng 41%, thuế thu nhập 22%, thuế khác 19%.",
    "Kết quả xếp loại: tốt 38%, khá 41%.",
    "Cơ cấu giống: lúa lai chiếm 65%, lúa thuần 35%, trong đó lúa chất lượng cao 25%.",
    # of no count that is known
    "Trong 22 hợp tác xã, khoảng 65% hoạt động hiệu quả.",
    "Huyện có 250 doanh nghiệp; 61,3% doanh thu là từ xuất khẩu.",
    "Trong 5 năm, 43,7% diện tích được chuyển đổi.",
    "Huyện có 12 xã, tỷ lệ che phủ rừng đạt 57,3%.",
    "Dự án gồm 14 hạng mục, khối lượng đạt 67,5%.",
    "Lãi suất cho vay là 6,5% với 15 hộ đầu tiên.",
)


@pytest.mark.parametrize(("text", "doubted"), REFUTED)
def test_shares_that_cannot_be_are_refuted(text: str, doubted: str) -> None:
    assert refuted("share", text) == [doubted]


@pytest.mark.parametrize(("text", "share"), SUPPORTED)
def test_shares_that_hold_are_supported(text: str, share: str) -> None:
    assert said_of("share", text) == [f"supported {share}"]


@pytest.mark.parametrize("text", ALLOWED)
def test_shares_that_may_be_right_are_left_alone(text: str) -> None:
    assert not [one.explanation.en for one in audited(text)[1] if one.verdict == "refuted"]


def test_finding_says_how_it_was_worked_out() -> None:
    (finding,) = audited("Toàn huyện có 14/20 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 80%.")[1]
    assert (finding.arithmetic, finding.severity) == ("14 / 20 × 100 = 70", "high")
