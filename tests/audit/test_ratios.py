"""n of m where n is larger: more than all there are, or more than was planned."""

from __future__ import annotations

import pytest

from tests.audit.news import audited, refuted, said_of

REFUTED = (
    ("Đến nay, xã Tân Lập đã đạt 21/19 tiêu chí nông thôn mới.", "21/19 tiêu chí"),
    ("Toàn huyện có 16/13 xã được công nhận đạt chuẩn nông thôn mới.", "16/13 xã"),
    ("Có 92/87 đại biểu được triệu tập về dự đại hội.", "92/87 đại biểu"),
    ("Kết quả có 45/41 học sinh dự thi đoạt giải.", "45/41 học sinh"),
    ("Trong kỳ, công an huyện điều tra làm rõ 38/35 vụ phạm pháp hình sự.", "38/35 vụ"),
    ("Đến nay, 26/13 thôn có nhà văn hóa.", "26/13 thôn"),
    ("Toàn xã có 1.254/1.245 hộ được dùng nước sạch.", "1.254/1.245 hộ"),
    ("Có 26/24 phiếu tán thành, đạt 92,3%.", "26/24 phiếu"),
    ("Cử tri đi bầu đông, với 3.412/3.142 cử tri đi bỏ phiếu.", "3.412/3.142 cử tri"),
    ("Hiện có hơn 19/17 trường đạt chuẩn quốc gia.", "hơn 19/17 trường"),
    ("Đã có 9/8 bản có đường ô tô đến trung tâm.", "9/8 bản"),
)
ALLOWED = (
    "Xã đã đạt 19/19 tiêu chí nông thôn mới.",
    "Có 87/92 đại biểu được triệu tập về dự đại hội.",
    # more than was planned
    "Đến nay, huyện trồng được 120/100 ha rừng, đạt 120% kế hoạch.",
    "Huyện tuyển được 132/120 thanh niên theo chỉ tiêu giao, vượt 10%.",
    "Xã phát triển mới 215/200 người tham gia bảo hiểm y tế, bằng 107,5% kế hoạch năm.",
    "Thu ngân sách đạt 46/40 tỷ đồng dự toán được giao.",
    "Đảng bộ kết nạp 34/30 đảng viên, vượt chỉ tiêu nghị quyết.",
    "Đoàn viên hiến 312/300 đơn vị máu theo kế hoạch.",
    "Huyện đã xóa 56/50 nhà tạm so với đăng ký đầu năm.",
    "Toàn xã gieo trồng 245/230 ha (đạt 106,5%).",
    "Đã giải ngân 12,4/11,8 tỷ đồng, tương đương 105% mục tiêu đề ra.",
    "Đến nay, xã thành lập mới 3/2 hợp tác xã theo mục tiêu.",
    # no n of m at all
    "Huyết áp của bà là 140/90 mmHg.",
    "Tỷ số trận đấu là 3/2 nghiêng về đội chủ nhà.",
    "Anh nhà ở ngõ 25/12 đường Trần Phú.",
    "Ngày 30/4, huyện tổ chức hội thi cho 120 người.",
    "Quyết định số 135/24 của huyện hỗ trợ 40 hộ.",
    "Lễ mít tinh kỷ niệm 27/7 có 300 người dự.",
)


@pytest.mark.parametrize(("text", "doubted"), REFUTED)
def test_more_than_all_is_refuted(text: str, doubted: str) -> None:
    assert refuted("ratio", text) == [doubted]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_may_be_is_left_alone(text: str) -> None:
    assert not said_of("ratio", text)
    assert not [one for one in audited(text)[1] if one.verdict == "refuted"]


def test_finding_says_what_there_is_at_most() -> None:
    (finding,) = audited("Xã đã đạt 21/19 tiêu chí nông thôn mới.")[1]
    assert (finding.arithmetic, finding.severity) == ("21 > 19", "medium")
    assert finding.expected is not None
