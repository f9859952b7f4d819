"""One thing said twice with two numbers, and two things with two numbers that are alike."""

from __future__ import annotations

import pytest

from tests.audit.news import audited, refuted

REFUTED = (
    ("Yên Sơn có 1.254 hộ thoát nghèo\n\nNăm 2023, huyện Yên Sơn (Tuyên Quang) có 1.245 hộ thoát nghèo, nhờ vốn vay ưu đãi.", "1.245 hộ"),
    ("Trao 325 suất quà cho học sinh nghèo\n\nHội Khuyến học huyện vừa trao 352 suất quà cho học sinh nghèo trong dịp năm học mới.", "352 suất quà"),
    ("Kết nạp 118 đảng viên mới\n\nNăm qua, Đảng bộ huyện đã kết nạp 148 đảng viên mới. Các chi bộ đều có nguồn.", "148 đảng viên"),
    ("Huyện có 467 hợp tác xã. Công tác tập huấn được chú trọng. Hết năm 2023, toàn huyện có 476 hợp tác xã.", "476 hợp tác xã"),
    ("Xã huy động 3.240 ngày công làm đường. Nhân dân phấn khởi. Trong năm, xã huy động 3.420 ngày công làm đường.", "3.420 ngày công"),
    ("Chương trình có hơn 620 hộ tham gia. Đến nay, chương trình có gần 620 hộ tham gia.", "gần 620 hộ"),
    ("Khánh thành cầu dài 245 m\n\nCầu Làng Hạ dài 254 m vừa được khánh thành. Cầu Làng Hạ dài 254 m, rộng 5 m.", "245 m"),
    ("Dự án có tổng mức đầu tư 1.254 tỷ đồng. Dự án do tỉnh làm chủ. Tổng mức đầu tư dự án là 1.245 tỷ đồng.", "1.245 tỷ đồng"),
    ("Tặng 1.280 thẻ bảo hiểm y tế\n\nHuyện vừa tặng 1.820 thẻ bảo hiểm y tế cho người cận nghèo.", "1.820 thẻ"),
    # what was done is told of the thing itself, and found, checked or handled in each sentence
    ("Huyện quản lý 4.130 thửa đất công, giao các xã 1.860 thửa. Thanh tra đã phát hiện 212 thửa đất sử dụng sai mục đích. Xã Tân An có 37 thửa đất bỏ hoang. Huyện cần xem xét, xử lý đối với 45 ki ốt hiện chưa bố trí sử dụng và 215 thửa đất sử dụng sai mục đích của các hộ.", "215 thửa"),
    ("Phường có 1.420 hộ kinh doanh, 950 hộ nộp thuế khoán. Đoàn rà soát, phát hiện 318 hộ kinh doanh lấn chiếm vỉa hè phố chợ. Khu phố 2 có 64 hộ mới mở. Phường cần xử lý dứt điểm 25 mái che chưa tháo dỡ và 378 hộ kinh doanh lấn chiếm vỉa hè phố chợ.", "378 hộ"),
    ("Toàn huyện trồng 2.340 ha quế. Quế cho thu nhập cao. Đến nay toàn huyện trồng 2.430 ha quế.", "2.430 ha"),
)  # fmt: skip
ALLOWED = (
    # two communes, villages, dates, persons
    "Xã Tân Lập có 1.254 hộ. Xã Tân Thành có 1.245 hộ.",
    "Thôn Đông có 325 hộ dân, thu nhập ổn định. Thôn Đoài có 352 hộ dân, thu nhập ổn định.",
    "Năm 2022, huyện trồng 1.240 ha rừng. Năm 2023, huyện trồng 1.420 ha rừng.",
    "Ngày 3/5, trạm tiêm 1.254 liều vắc xin. Ngày 4/5, trạm tiêm 1.245 liều vắc xin.",
    "Ông Nam thu 325 triệu đồng mỗi năm từ vườn cam. Ông Bắc thu 352 triệu đồng mỗi năm từ vườn cam.",
    "Vụ xuân, xã gieo 415 ha lúa. Vụ mùa, xã gieo 451 ha lúa.",
    "Trường tiểu học có 412 học sinh. Trường trung học cơ sở có 421 học sinh.",
    "Trong tháng 4 có 132 hồ sơ. Trong tháng 5 có 123 hồ sơ.",
    # two things with like nouns
    "Hội dạy nghề cho 1.739 hội viên. Năm qua, hội kết nạp 1.732 hội viên mới.",
    "Năm 2023, hội dạy nghề cho 1.739 hội viên. Năm 2023, hội cho 399 hộ vay vốn và kết nạp 1.732 hội viên mới.",
    "Huyện có 1.254 hộ nghèo. Huyện có 1.245 hộ cận nghèo.",
    "Đoàn khám cho 415 người cao tuổi. Đoàn tặng quà cho 451 người.",
    "Hội cho vay 2.450 hộ. Hội tập huấn cho 2.540 hộ.",
    "Đường liên thôn dài 125 m. Kênh mương dài 152 m.",
    "Huyện mở 132 lớp dạy nghề. Huyện mở 123 lớp tập huấn kỹ thuật.",
    "Xã cấp 1.325 giấy chứng nhận đất thổ cư. Xã cấp 1.352 giấy chứng nhận đất lâm nghiệp.",
    "Đội thu hoạch 1.325 cây giống keo. Đội bán ra 1.352 cây giống keo.",
    "Đội kiểm tra 1.325 cây giống keo lai loại một. Đội bán ra 1.352 cây giống keo lai loại một.",
    "Huyện cấp mới 325 giấy phép xây dựng nhà ở. Huyện thu hồi 352 giấy phép xây dựng nhà ở.",
    "Lò gạch cũ có 245 lao động nữ. Xưởng may mới có 254 lao động nữ.",
    # goals and results, before and after
    "Huyện phấn đấu trồng 1.250 ha rừng. Đến nay, huyện trồng được 1.205 ha rừng.",
    "Kế hoạch giao 450 suất. Thực hiện 540 suất.",
    "Đầu nhiệm kỳ, đảng bộ có 1.254 đảng viên. Cuối nhiệm kỳ, đảng bộ có 1.425 đảng viên.",
    # a whole and a part of it
    "Toàn huyện có 1.254 hợp tác xã, tổ hợp tác. Trong đó, 1.154 hợp tác xã hoạt động tốt.",
    "Xã có 845 hộ dân. Đến nay 745 hộ dân dùng nước sạch.",
    # rounded in the title
    "Hơn 1.200 hộ được vay vốn\n\nNăm qua, 1.254 hộ ở huyện Yên Sơn được vay vốn.",
    "Gần 350 suất quà đến với người nghèo\n\nHội Chữ thập đỏ trao 346 suất quà cho người nghèo.",
    "Thu 1,2 tỷ đồng mỗi năm từ chè\n\nÔng Nam thu 1,25 tỷ đồng mỗi năm từ chè.",
    # prices and shares
    "Giá cam là 25.000 đồng/kg. Giá bưởi là 22.000 đồng/kg.",
    "Tỷ lệ hộ nghèo là 4,35%. Tỷ lệ hộ cận nghèo là 4,53%.",
)  # fmt: skip


@pytest.mark.parametrize(("text", "doubted"), REFUTED)
def test_one_thing_with_two_numbers_is_refuted(text: str, doubted: str) -> None:
    assert refuted("repeat", text) == [doubted]


@pytest.mark.parametrize("text", ALLOWED)
def test_two_things_are_left_alone(text: str) -> None:
    assert not [one.explanation.en for one in audited(text)[1] if one.verdict == "refuted"]


def test_what_is_said_less_often_is_in_doubt() -> None:
    told = (
        "Huyện có {} hợp tác xã. Công tác tập huấn được chú trọng. Toàn huyện có {} hợp tác xã. Huyện có {} hợp tác xã."
    )
    assert refuted("repeat", told.format(467, 476, 476)) == ["467 hợp tác xã"]


def test_lines_of_a_table_say_nothing_twice() -> None:
    lines = [f"Trong đợt này, cụm có {number} hộ nghèo được vay vốn." for number in (1254, 1245, 1354, 1264, 1255)]
    assert not refuted("repeat", "\n".join(lines))
