"""The same fact with different values: which articles contradict each other, and which may both be right."""

from __future__ import annotations

import pytest

from extractor.audit.across.conflicts import check
from tests.audit.news import articles, drafts, verdicts

CONTRADICT = {
    "hộ nghèo": (
        "refuted 1.432 hộ nghèo",
        "2024-01-15\nYên Bình giảm nghèo\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 1.432 hộ nghèo.",
        "2024-02-20\nNhìn lại một năm ở Yên Bình\n\nTheo báo cáo, năm 2023 huyện Yên Bình (Yên Bái) còn 1.234"
        " hộ nghèo.",
    ),
    "two sources against one": (
        "refuted 1.234 hộ nghèo",
        "2024-01-15\nYên Bình giảm nghèo\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 1.432 hộ nghèo.",
        "2024-02-02\nChăm lo hộ nghèo\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 1.432 hộ nghèo cần giúp đỡ dịp Tết.",
        "2024-02-20\nNhìn lại một năm\n\nTheo báo cáo, năm 2023 huyện Yên Bình (Yên Bái) còn 1.234 hộ nghèo.",
    ),
    "km đường": (
        "refuted 45,6 km",
        "2024-01-15\nLục Yên làm đường\n\nNăm 2023, huyện Lục Yên (Yên Bái) bê tông hóa 45,6 km đường giao"
        " thông nông thôn.",
        "2024-03-20\nDiện mạo mới\n\nNăm 2023, huyện Lục Yên (Yên Bái) đã bê tông hóa được 54,6 km đường giao"
        " thông nông thôn.",
    ),
    "nhà tạm": (
        "refuted 156 nhà tạm",
        "2024-01-15\nXóa nhà tạm\n\nNăm 2023, huyện Bắc Hà (Lào Cai) xóa 156 nhà tạm cho người dân.",
        "2024-01-25\nMái ấm mới\n\nNăm 2023, toàn huyện Bắc Hà (Lào Cai) xóa được 165 nhà tạm.",
    ),
    "money": (
        "refuted 386,5 tỷ đồng",
        "2024-01-15\nThu ngân sách\n\nNăm 2023, thu ngân sách huyện Kim Sơn (Ninh Bình) đạt 386,5 tỷ đồng.",
        "2024-02-15\nNinh Bình: Kim Sơn tăng thu\n\nNăm 2023, thu ngân sách huyện Kim Sơn (Ninh Bình) đạt"
        " 412,8 tỷ đồng.",
    ),
    "party members": (
        "refuted 142 đảng viên",
        "2024-01-03\nCông tác đảng\n\nNăm 2023, Đảng bộ huyện Đồng Hỷ (Thái Nguyên) kết nạp 142 đảng viên mới.",
        "2024-02-03\nXuân về\n\nNăm 2023, Đảng bộ huyện Đồng Hỷ (Thái Nguyên) kết nạp được 124 đảng viên mới.",
    ),
    "ha rừng": (
        "refuted 1.250 ha rừng",
        "2024-01-13\nTrồng rừng\n\nNăm 2023, huyện Hàm Yên (Tuyên Quang) trồng mới 1.250 ha rừng sản xuất.",
        "2024-04-03\nGiữ rừng\n\nNăm 2023, huyện Hàm Yên (Tuyên Quang) trồng mới 1.520 ha rừng sản xuất.",
    ),
    "a rate": (
        "refuted 5,6%",
        "2024-01-13\nGiảm nghèo\n\nNăm 2023, tỷ lệ hộ nghèo của huyện Chợ Lách (Bến Tre) là 5,6%.",
        "2024-04-03\nĐời sống\n\nNăm 2023, tỷ lệ hộ nghèo của huyện Chợ Lách (Bến Tre) là 6,5%.",
    ),
    "up to a day": (
        "refuted 3.452 học sinh dân tộc",
        "2024-01-05\nTrường lớp\n\nTính đến ngày 31/12/2023, huyện Si Ma Cai (Lào Cai) có 3.452 học sinh dân"
        " tộc nội trú.",
        "2024-02-05\nNgày khai bút\n\nTính đến ngày 31/12/2023, huyện Si Ma Cai (Lào Cai) có 3.245 học sinh"
        " dân tộc nội trú.",
    ),
    "nine months": (
        "refuted 2.150 lao động",
        "2023-10-12\nViệc làm\n\n9 tháng đầu năm 2023, huyện Nghi Lộc (Nghệ An) giải quyết việc làm cho 2.150"
        " lao động nông thôn.",
        "2023-11-12\nAn sinh\n\n9 tháng đầu năm 2023, huyện Nghi Lộc (Nghệ An) giải quyết việc làm cho 2.510"
        " lao động nông thôn.",
    ),
    "a commune": (
        "refuted 86 mô hình kinh tế",
        "2024-01-12\nXã Tả Van\n\nNăm 2023, xã Bảo Nhai, huyện Bắc Hà (Lào Cai) có 86 mô hình kinh tế hộ.",
        "2024-02-12\nKinh tế hộ\n\nNăm 2023, xã Bảo Nhai, huyện Bắc Hà (Lào Cai) có 68 mô hình kinh tế hộ.",
    ),
}

LEFT = {
    "rounded": (
        "2024-01-15\nGiảm nghèo\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 1.432 hộ nghèo.",
        "2024-02-20\nNhìn lại\n\nNăm 2023, huyện Yên Bình (Yên Bái) có hơn 1.400 hộ nghèo.",
    ),
    "two years": (
        "2023-01-15\nGiảm nghèo\n\nNăm 2022, huyện Yên Bình (Yên Bái) có 1.432 hộ nghèo.",
        "2024-02-20\nNhìn lại\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 1.234 hộ nghèo.",
    ),
    "the district and its commune": (
        "2024-01-15\nGiảm nghèo\n\nNăm 2023, huyện Bắc Hà (Lào Cai) có 1.432 hộ nghèo.",
        "2024-02-20\nNhìn lại\n\nNăm 2023, xã Bảo Nhai, huyện Bắc Hà (Lào Cai) có 234 hộ nghèo.",
    ),
    "a plan that was revised": (
        "2024-01-15\nKế hoạch\n\nNăm 2024, huyện Hàm Yên (Tuyên Quang) phấn đấu trồng mới 1.250 ha rừng sản xuất.",
        "2024-02-20\nKế hoạch mới\n\nNăm 2024, huyện Hàm Yên (Tuyên Quang) phấn đấu trồng mới 1.520 ha rừng sản xuất.",
    ),
    "plan and actual": (
        "2024-01-15\nKế hoạch\n\nNăm 2024, huyện Hàm Yên (Tuyên Quang) phấn đấu trồng mới 1.250 ha rừng sản xuất.",
        "2025-02-20\nKết quả\n\nNăm 2024, huyện Hàm Yên (Tuyên Quang) đã trồng mới 1.520 ha rừng sản xuất.",
    ),
    "the year still ran": (
        "2023-08-15\nXóa nhà tạm\n\nNăm 2023, huyện Bắc Hà (Lào Cai) xóa 95 nhà tạm cho người dân.",
        "2024-01-25\nMái ấm mới\n\nNăm 2023, toàn huyện Bắc Hà (Lào Cai) xóa được 165 nhà tạm.",
    ),
    "increase and level": (
        "2024-01-15\nHợp tác xã\n\nNăm 2023, huyện Kim Sơn (Ninh Bình) tăng 25 hợp tác xã nông nghiệp so với"
        " năm trước.",
        "2024-01-25\nHợp tác xã\n\nNăm 2023, huyện Kim Sơn (Ninh Bình) có 62 hợp tác xã nông nghiệp.",
    ),
    "other units": (
        "2024-01-15\nLúa\n\nNăm 2023, huyện Tiền Hải (Thái Bình) có 9.850 ha lúa chất lượng cao.",
        "2024-01-25\nLúa\n\nNăm 2023, huyện Tiền Hải (Thái Bình) có 64.200 tấn lúa chất lượng cao.",
    ),
    "other classes": (
        "2024-01-15\nOCOP\n\nNăm 2023, huyện Kim Sơn (Ninh Bình) có 29 sản phẩm OCOP đạt 3 sao.",
        "2024-01-25\nOCOP\n\nNăm 2023, huyện Kim Sơn (Ninh Bình) có 12 sản phẩm OCOP đạt 4 sao.",
    ),
    "estimated": (
        "2024-01-15\nThu ngân sách\n\nNăm 2023, thu ngân sách huyện Kim Sơn (Ninh Bình) ước đạt 386,5 tỷ đồng.",
        "2024-02-15\nTăng thu\n\nNăm 2023, thu ngân sách huyện Kim Sơn (Ninh Bình) đạt 412,8 tỷ đồng.",
    ),
    "counted by the hour": (
        "2024-09-10\nBão số 3\n\nTính đến 7 giờ ngày 10/9/2024, huyện Bảo Yên (Lào Cai) có 152 ngôi nhà hư hỏng nặng.",
        "2024-09-11\nBão số 3\n\nTính đến 17 giờ ngày 10/9/2024, huyện Bảo Yên (Lào Cai) có 215 ngôi nhà hư hỏng nặng.",
    ),
    "no time said": (
        "2024-01-15\nXóa nhà tạm\n\nHuyện Bắc Hà (Lào Cai) xóa 156 nhà tạm cho người dân.",
        "2024-01-25\nMái ấm mới\n\nToàn huyện Bắc Hà (Lào Cai) xóa được 165 nhà tạm.",
    ),
    "about as many": (
        "2024-01-15\nDu lịch\n\nNăm 2023, huyện Quản Bạ (Hà Giang) đón khoảng 120.000 lượt khách quốc tế.",
        "2024-01-25\nDu lịch\n\nNăm 2023, huyện Quản Bạ (Hà Giang) đón 135.400 lượt khách quốc tế.",
    ),
    "the poor, and the poor of a group": (
        "2024-01-15\nGiảm nghèo\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 1.432 hộ nghèo.",
        "2024-02-20\nNhìn lại\n\nNăm 2023, huyện Yên Bình (Yên Bái) có 934 hộ nghèo là đồng bào dân tộc thiểu số.",
    ),
}


@pytest.mark.parametrize("case", CONTRADICT)
def test_contradiction_is_refuted(case: str) -> None:
    doubtful, *written = CONTRADICT[case]
    (found,) = verdicts(check, written)
    assert doubtful.startswith(found)


@pytest.mark.parametrize("case", LEFT)
def test_what_may_both_be_true_is_not_refuted(case: str) -> None:
    assert not [one for one in verdicts(check, LEFT[case]) if one.startswith("refuted")]


def test_copies_are_one_source() -> None:
    _, *written = CONTRADICT["hộ nghèo"]
    assert verdicts(check, written, copies=True) == []


def test_articles_that_do_not_say_when_they_came_may_have_come_too_early() -> None:
    _, *written = CONTRADICT["hộ nghèo"]
    undated = [one.model_copy(update={"published": None}) for one in articles(written)]
    assert [one.verdict for one in drafts(check, undated)] == ["not_enough_info"]


def test_explanation_names_numbers_days_and_articles() -> None:
    _, *written = CONTRADICT["hộ nghèo"]
    (found,) = drafts(check, articles(written))
    for said in ("1.432 hộ nghèo", "1.234 hộ nghèo", "Yên Bình giảm nghèo", "15/1/2024", "20/2/2024", "năm 2023"):
        assert said in found.explanation.vi
    for said in ("1.432 hộ nghèo", "1.234 hộ nghèo", "15 January 2024", "20 February 2024"):
        assert said in found.explanation.en


def test_room_is_named() -> None:
    (found,) = drafts(check, articles(LEFT["the year still ran"]))
    assert found.verdict == "not_enough_info"
    assert "chưa thể kết luận" in found.explanation.vi
