"""What a figure is a part of: the number in brackets, its total in braces; none where it is no part."""

from __future__ import annotations

import pytest

from extractor import Article
from extractor.extraction.context.parts import MOST_OPENED, NEAREST
from extractor.extraction.pipeline import extract
from tests.helpers import bracketed

ROWS = (
    "Huyện có {120} sản phẩm OCOP, trong đó có [30] sản phẩm đạt 4 sao.",
    "Xã có {10} sản phẩm OCOP ([8] sản phẩm đạt 3 sao, 2 sản phẩm đạt 4 sao).",
    "Xã có {10} sản phẩm OCOP (8 sản phẩm đạt 3 sao, [2] sản phẩm đạt 4 sao).",
    "Toàn huyện có {45} trường học, gồm [15] trường mầm non, 20 trường tiểu học.",
    "Toàn huyện có {45} trường học, gồm 15 trường mầm non, [20] trường tiểu học.",
    "Xã có {320} hộ nghèo, riêng thôn Đồng Tâm có [45] hộ.",
    "Xã có 320 hộ nghèo và [45] hộ cận nghèo.",
    "Xã trồng {150} ha rừng, trong đó [60] ha là rừng phòng hộ, còn lại là rừng sản xuất.",
    "Xã trồng {150} ha rừng, trong đó 60 ha là rừng phòng hộ, còn lại [90] ha là rừng sản xuất.",
    "Tổng kinh phí {2,5} tỷ đồng, trong đó nhân dân đóng góp [500] triệu đồng.",
    "Toàn xã có 250 hộ, trong đó có [620] nhân khẩu trong độ tuổi lao động.",
    "Toàn xã có 23 doanh nghiệp, [23] hợp tác xã và 385 tổ hợp tác.",
    "Năm 2022 xã có 31 mô hình, tăng [5] mô hình so với năm 2021.",
    "Xã có {85} đảng viên. Trong đó, [30] đảng viên là nữ.",
    "Toàn huyện huy động {12} tỷ đồng; trong đó, ngân sách huyện 7 tỷ đồng, nhân dân đóng góp [5] tỷ đồng.",
    "Xã làm {12} km đường, bao gồm [7] km đường liên thôn và 5 km đường nội đồng.",
    "Xã làm 12 km đường và [3] cây cầu.",
    "Xã có 12 thôn. Ngoài ra, xã có [3] hợp tác xã.",
    "Đàn gia súc có {5.000} con, chia ra: trâu [1.200] con, bò 3.800 con.",
    "Lũ cuốn trôi {25} ngôi nhà, trong đó xã Phù Lưu [10] nhà, xã Minh Dân 15 nhà.",
    "Đoàn tặng 50 suất quà, mỗi suất trị giá [500] nghìn đồng.",
    "Toàn xã có {15} thôn, trong đó có [9] thôn đạt chuẩn. Xã còn có 3 cây cầu.",
    "Huyện tặng 12 xã [120] tủ sách.",
    "Xã có 120 hộ hiến đất, đạt [80]% kế hoạch.",
    "Bệnh viện có {120} cán bộ, trong số đó có [35] bác sĩ.",
    "Trong tổng số {60} hộ nghèo có [12] hộ mới thoát nghèo.",
    "Trong {95} hồ chứa có 40 hồ đầy nước, [20] hồ còn một nửa.",
    "Huyện có {31} xã, đã có [12] xã đạt chuẩn nông thôn mới.",
    "Trường có 20 lớp với {600} học sinh, trong đó [300] học sinh nữ.",
    "Trường có 20 lớp với [600] học sinh, trong đó 300 học sinh nữ.",
    "Tổng vốn {20} tỷ đồng, gồm ngân sách tỉnh 12 tỷ, ngân sách huyện [5] tỷ và dân góp 3 tỷ đồng.",
    "Đại hội bầu {15} đồng chí vào ban chấp hành, trong đó [4] nữ.",
    "Toàn tỉnh có {2.311} tàu cá. Trong đó, [221] chiếc đánh bắt xa bờ.",
    "Mỗi năm, xã có 40 hộ thoát nghèo, đến nay còn [12] hộ nghèo.",
    "Đợt này huyện trao 50 suất quà, [10] xe đạp và 5 triệu đồng.",
    "Huyện có {421} mô hình:\n- Kinh tế: 91 mô hình.\n- Văn hóa: [232] mô hình.\n- An ninh: 98 mô hình.",
    "Toàn huyện có {421} mô hình, gồm:\n- Lĩnh vực kinh tế: [150] mô hình.\n- Lĩnh vực văn hóa: 271 mô hình.",
    "Toàn huyện có {421} mô hình, gồm:\n- Lĩnh vực kinh tế: 150 mô hình.\n- Lĩnh vực văn hóa: [271] mô hình.",
)


@pytest.mark.parametrize("text", ROWS)
def test_part_of(text: str) -> None:
    plain = text.replace("{", "").replace("}", "")
    total = text.replace("[", "").replace("]", "").replace("{", "[").replace("}", "]")
    expected = bracketed(total).id if "{" in text else None
    assert bracketed(plain).part_of == expected


def test_the_last_of_many_parts_is_a_part_of_the_total_that_opened_them() -> None:
    text = "Toàn huyện có 99.999 hộ, trong đó " + ", ".join(f"{at + 3} hộ làm nghề mộc" for at in range(60)) + "."
    total, *parts = extract(Article(id="a", source="a", text=text)).figures
    assert {part.part_of for part in parts} == {total.id}


def test_a_part_has_few_candidates_however_long_its_sentence() -> None:
    text = "Toàn huyện có " + ", ".join(f"{at + 3} hộ ở xã Tân Lập, trong đó 1 hộ mới" for at in range(60)) + "."
    read = extract(Article(id="a", source="a", text=text), closely=True)
    assert max(len(chosen["part_of"].candidates) for chosen in read.choices.values()) <= 2 + NEAREST + MOST_OPENED
