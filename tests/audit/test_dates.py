"""Dates and spans that no calendar has, and numbers that only look like them."""

from __future__ import annotations

import pytest

from tests.audit.news import audited

REFUTED = (
    ("Ngày 30/2, huyện tổ chức lễ phát động trồng cây với 200 người tham gia.", "tháng 2 không có ngày 30"),
    ("Sáng 31/4/2024, xã khai trương tuyến đường dài 3 km.", "tháng 4 không có ngày 31"),
    ("Chiều ngày 31/6, đoàn kiểm tra làm việc tại xã.", "tháng 6 không có ngày 31"),
    ("Ngày 29/2/2023, 45 hộ nhận nhà mới.", "tháng 2 không có ngày 29"),
    ("Ngày 31 tháng 9 năm 2023, huyện công bố 12 sản phẩm.", "tháng 9 không có ngày 31"),
    ("Ngày 15 tháng 13 năm 2023, hội nghị bầu 25 đại biểu.", "không có tháng 13"),
    ("Ngày 12/14/2023, đoàn trao 50 suất quà.", "không có tháng 14"),
    ("Tính đến tháng 13/2023, xã có 240 hộ nghèo.", "không có tháng 13"),
    ("Giai đoạn 2025 - 2020, huyện đầu tư 340 tỷ đồng.", "kết thúc trước khi bắt đầu"),
    ("Nhiệm kỳ 2025-2020, đảng bộ kết nạp 120 đảng viên.", "kết thúc trước khi bắt đầu"),
    ("Từ ngày 20/5 đến ngày 12/5, huyện mở 3 lớp tập huấn.", "kết thúc trước khi bắt đầu"),
    ("Từ tháng 9/2023 đến tháng 3/2023, công an bắt 21 đối tượng.", "kết thúc trước khi bắt đầu"),
    ("Từ ngày 15/8/2023 đến ngày 20/7/2023, trạm tiêm 1.200 liều vắc xin.", "kết thúc trước khi bắt đầu"),
)
ALLOWED = (
    "Ngày 29/2/2024, 45 hộ nhận nhà mới.",
    "Ngày 29/2, huyện tổ chức lễ phát động.",
    "Ngày 31/12, xã công bố 12 sản phẩm.",
    # over the turn of a year
    "Từ ngày 15/12 đến ngày 15/1, công an huyện ra quân trấn áp tội phạm.",
    "Từ ngày 15/12/2023 đến 14/12/2024, tỉnh xảy ra 120 vụ tai nạn.",
    "Từ tháng 11/2023 đến tháng 3/2024, huyện trồng 120 ha rừng.",
    "Từ ngày 20/10 đến hết ngày 5/11, trạm tiêm 1.200 liều vắc xin.",
    "Mùa khô từ tháng 11 đến tháng 4 năm sau, xã thiếu 300 m3 nước mỗi ngày.",
    # no dates
    "Ngày 30 công nhân đến làm, ngày 31 công nhân nghỉ.",
    "Mỗi ngày 30/45 hộ được cấp nước.",
    "Trong ngày 35/40 học sinh đã trở lại trường.",
    "Đến chiều 31/33 thôn có điện trở lại.",
    "Sáng nay, 24/31 xã tổ chức đại hội.",
    "Tối 30/32 đội bóng đã thi đấu.",
    "Ngày 12.500 lượt khách đến thăm khu di tích.",
    "Một ngày 2,5 triệu đồng tiền công là cao.",
    "Giá buổi chiều 45-50 nghìn đồng mỗi cân.",
    "Huyện hoàn thành trong 45 ngày, đêm thi đua.",
    "Từ 30/4 đến 1/5, khu du lịch đón 5.000 lượt khách.",
    "Quyết định số 31/2/QĐ của xã cấp 20 suất quà.",
    "Giai đoạn 2020-2025, huyện đầu tư 340 tỷ đồng.",
    "Năm học 2023-2024, trường có 640 học sinh.",
    "Ngày 10/3 âm lịch, hội đền Hùng đón 2.000 khách.",
    "Ngày 30 tháng 2 âm lịch, làng mở hội với 300 người.",
    "Kể từ năm 2024 đến 2020 hộ dân được vay vốn thì chương trình dừng.",
)


@pytest.mark.parametrize(("text", "why"), REFUTED)
def test_days_of_no_calendar_are_refuted(text: str, why: str) -> None:
    (finding,) = [one for one in audited(text)[1] if one.check == "date"]
    assert finding.verdict == "refuted"
    assert why in finding.explanation.vi


@pytest.mark.parametrize("text", ALLOWED)
def test_what_may_be_is_left_alone(text: str) -> None:
    assert not [one.explanation.en for one in audited(text)[1] if one.verdict == "refuted"]


def test_date_is_graver_beside_figures() -> None:
    told = "Ngày 30/2, huyện tổ chức lễ phát động{}."
    severities = [
        next(one.severity for one in audited(told.format(more))[1] if one.check == "date")
        for more in ("", " với 200 hộ tham gia")
    ]
    assert severities == ["medium", "high"]
