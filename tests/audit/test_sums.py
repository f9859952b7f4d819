"""Parts against their totals: what cannot be, what holds, and what may be although it looks as if it could not."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.audit.news import audited, refuted, said_of

# Texts, and the number in doubt of what is refuted in them.
REFUTED = (
    ("Toàn huyện có 48 trường học, gồm 16 trường mầm non, 19 trường tiểu học và 18 trường trung học cơ sở.", "48 trường học"),
    ("Xã hiện còn 215 hộ nghèo và cận nghèo, bao gồm 87 hộ nghèo và 138 hộ cận nghèo.", "215 hộ nghèo"),
    ("Tổng đàn gia súc của huyện đạt 14.520 con, gồm 3.210 con trâu, 5.110 con bò và 6.300 con lợn.", "14.520 con"),
    ("Huyện đã trao 640 suất quà: 230 suất cho gia đình chính sách, 180 suất cho hộ nghèo và 250 suất cho công nhân.", "640 suất quà"),
    ("Đoàn kiểm tra 132 cơ sở, chia ra 47 cơ sở sản xuất và 95 cơ sở kinh doanh.", "132 cơ sở"),
    ("Vụ xuân, xã gieo trồng 385 ha, gồm 210 ha lúa, 95 ha ngô và 70 ha lạc.", "385 ha"),
    ("Trong năm, huyện bê tông hóa 46,8 km đường, gồm 12,3 km đường trục xã và 37,5 km đường thôn.", "46,8 km"),
    ("Tiếp nhận 1.254 hồ sơ, trong đó giải quyết trước hạn 873 hồ sơ, đúng hạn 331 hồ sơ, quá hạn 40 hồ sơ.", "1.254 hồ sơ"),
    ("Đại hội bầu Ban Chấp hành gồm 27 ủy viên, trong đó có 31 ủy viên nữ.", "31 ủy viên"),
    ("Toàn xã có 62 ha chè, trong đó có 74 ha chè đã cho thu hoạch.", "74 ha"),
    ("Tổng thu ngân sách đạt 845 tỷ đồng, bao gồm thu nội địa 512 tỷ đồng và thu từ xuất nhập khẩu 383 tỷ đồng.", "845 tỷ đồng"),
    ("Chi bộ có 29 đảng viên, gồm 22 đảng viên chính thức và 9 đảng viên dự bị.", "29 đảng viên"),
)  # fmt: skip
SUPPORTED = (
    ("Toàn huyện có 53 trường học, gồm 16 trường mầm non, 19 trường tiểu học và 18 trường trung học cơ sở.", "53 trường học"),
    ("Xã hiện còn 225 hộ nghèo và cận nghèo, trong đó có 87 hộ nghèo và 138 hộ cận nghèo.", "225 hộ nghèo"),
    ("Vụ xuân, xã gieo trồng 375 ha, gồm 210 ha lúa, 95 ha ngô và 70 ha lạc.", "375 ha"),
    ("Huyện đã trao 660 suất quà: 230 suất cho gia đình chính sách, 180 suất cho hộ nghèo và 250 suất cho công nhân.", "660 suất quà"),
    ("Huyện có hơn 350 hộ tham gia, gồm 210 hộ trồng chè và 145 hộ chăn nuôi.", "hơn 350 hộ"),
    ("Năm qua, huyện kết nạp 118 đảng viên (64 đảng viên nam, 54 đảng viên nữ).", "118 đảng viên"),
    ("Đoàn kiểm tra 142 cơ sở, phát hiện 23 cơ sở vi phạm, còn lại 119 cơ sở chấp hành tốt.", "142 cơ sở"),
)  # fmt: skip
ALLOWED = (
    # not all parts are told
    "Toàn huyện có 87 sản phẩm OCOP, trong đó có 12 sản phẩm 4 sao.",
    "Toàn huyện có 875 ha cây ăn quả, chủ yếu là 340 ha cam, 210 ha bưởi và 115 ha nhãn.",
    "Xã có 1.240 hộ, trong đó 310 hộ trồng chè, 205 hộ nuôi cá và 95 hộ làm nghề mộc.",
    "Huyện có 312 doanh nghiệp, trong đó 145 doanh nghiệp xây dựng, 92 doanh nghiệp thương mại, còn lại là dịch vụ.",
    "Huyện huy động 92 tỷ đồng, trong đó ngân sách tỉnh 41 tỷ đồng, ngân sách huyện 30 tỷ đồng...",
    "Trung tâm đã mở 45 lớp dạy nghề, nhiều nhất là 18 lớp may và 11 lớp chăn nuôi.",
    "Trạm khám cho 520 lượt người, trong đó có 210 lượt người cao tuổi, 85 lượt trẻ em; ngoài ra cấp thuốc cho 130 người.",
    "Ban tổ chức trao 150 phần quà, riêng xã vùng cao nhận 60 phần quà và xã ven biển nhận 45 phần quà.",
    "Đoàn đã thăm 36 hộ, trong đó có 12 hộ gia đình liệt sĩ, 14 hộ thương binh.",
    "Xã có 485 ha cây ăn quả, trong đó 215 ha cam và 240 ha bưởi.",
    "Lực lượng tham gia gồm 150 người, trong đó công an 50 người, quân sự 60 người và các lực lượng khác.",
    "Hợp tác xã có 95 thành viên, trong đó 25 thành viên trồng rau, 40 thành viên nuôi cá, còn lại là làm dịch vụ.",
    # one may be in several classes
    "Ban Chấp hành có 35 đồng chí, trong đó 12 đồng chí nữ, 33 đồng chí là đảng viên, 20 đồng chí dân tộc thiểu số.",
    "Lớp bồi dưỡng có 86 học viên, trong đó có 51 học viên nữ, 44 học viên là người dân tộc thiểu số.",
    "Hội đồng nhân dân xã bầu 28 đại biểu, trong đó 10 đại biểu nữ, 8 đại biểu trẻ tuổi, 16 đại biểu tái cử.",
    "Xã có 164 hộ nghèo, trong đó 97 hộ dân tộc thiểu số, 83 hộ có người khuyết tật.",
    # parts of parts
    "Toàn huyện có 53 trường học, gồm 16 trường mầm non, 37 trường phổ thông (19 trường tiểu học, 18 trường trung học cơ sở).",
    "Huyện trồng 640 ha rừng, gồm 400 ha rừng sản xuất (trong đó 250 ha keo) và 240 ha rừng phòng hộ.",
    # parts of other units, or counted beside
    "Xã có 9 thôn với 1.240 hộ, gồm 520 hộ dân tộc Tày, 610 hộ dân tộc Nùng và một số hộ dân tộc khác.",
    "Dự án xây 24 phòng học, gồm 2 dãy nhà 3 tầng, 1 nhà hiệu bộ và 4 phòng chức năng.",
    "Đoàn tặng 50 suất quà, gồm 30 chăn ấm, 20 áo phao cho học sinh.",
    "Nông dân thu 1.320 tấn vải trên 210 ha, gồm 95 ha đạt chuẩn VietGAP và 60 ha đạt chuẩn GlobalGAP.",
    # rounded
    "Huyện có gần 500 hộ tham gia, gồm 285 hộ trồng chè và 203 hộ trồng quế.",
    "Tổng kinh phí khoảng 12 tỷ đồng, gồm ngân sách 7,3 tỷ đồng và nhân dân đóng góp 4,4 tỷ đồng.",
    "Tổng diện tích 12,5 ha, gồm 7,26 ha lúa và 5,27 ha màu.",
    # n of m, plans, what is compared
    "Xã đã đạt 15/19 tiêu chí, gồm 4 tiêu chí về hạ tầng, 6 tiêu chí về kinh tế và 5 tiêu chí về môi trường.",
    "Huyện gieo cấy 2.350 ha, đạt 102% kế hoạch, trong đó lúa lai 1.120 ha, tăng 215 ha so với vụ trước.",
    "Toàn tỉnh xảy ra 46 vụ tai nạn, làm chết 21 người, bị thương 38 người, giảm 4 vụ, tăng 2 người chết.",
    "Huyện có 18 xã, thị trấn; trong đó có 12 xã đạt chuẩn nông thôn mới, 3 xã đạt chuẩn nâng cao.",
    "Hợp tác xã có 120 thành viên, gồm nhiều thành phần; hiện có 95 thành viên góp đất, 140 thành viên góp công.",
    "Cả xã có 412 hộ vay vốn, trong đó có 215 hộ thoát nghèo, 37 hộ mua được máy cày và 61 hộ xây nhà mới.",
)  # fmt: skip
names = st.sampled_from(("trâu", "bò", "lợn", "dê", "ngựa", "thỏ", "hươu"))
numbers = st.integers(min_value=21, max_value=4999)


@pytest.mark.parametrize(("text", "doubted"), REFUTED)
def test_parts_that_cannot_be_are_refuted(text: str, doubted: str) -> None:
    assert refuted("sum", text) == [doubted]


@pytest.mark.parametrize(("text", "total"), SUPPORTED)
def test_parts_that_add_up_support_their_total(text: str, total: str) -> None:
    assert said_of("sum", text) == [f"supported {total}"]


@pytest.mark.parametrize("text", ALLOWED)
def test_parts_that_may_be_right_are_left_alone(text: str) -> None:
    assert not refuted("sum", text)
    assert not [one for one in audited(text)[1] if one.verdict == "refuted"]


def test_finding_names_total_and_parts() -> None:
    figures, (finding,) = audited("Vụ xuân, xã gieo trồng 385 ha, gồm 210 ha lúa, 95 ha ngô và 70 ha lạc.")
    assert [figures[name].text for name in finding.figures] == ["385 ha", "210 ha", "95 ha", "70 ha"]
    assert finding.arithmetic == "210 + 95 + 70 = 375 ≠ 385"
    assert (finding.check, finding.verdict, finding.severity) == ("sum", "refuted", "medium")


@st.composite
def herds(draw: st.DrawFn) -> list[tuple[int, str]]:
    """Parts of a herd, each of its kind, in any order."""
    kinds = draw(st.lists(names, min_size=2, max_size=5, unique=True))
    return [(draw(numbers), kind) for kind in kinds]


def herd(total: int, parts: list[tuple[int, str]]) -> str:
    *first, last = [f"{_written(number)} con {kind}" for number, kind in parts]
    return f"Tổng đàn vật nuôi của xã có {_written(total)} con, gồm {', '.join(first)} và {last}."


def _written(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@settings(max_examples=40, deadline=None)
@given(herds(), st.randoms(use_true_random=False))
def test_complete_breakdown_of_any_parts_is_supported(parts: list[tuple[int, str]], random: Random) -> None:
    total = sum(number for number, _ in parts)
    assume(all(number != total for number, _ in parts))
    random.shuffle(parts)
    assert said_of("sum", herd(total, parts)) == [f"supported {_written(total)} con"]


@settings(max_examples=40, deadline=None)
@given(herds(), st.data())
def test_one_digit_of_a_complete_breakdown_written_otherwise_is_refuted(
    parts: list[tuple[int, str]], data: st.DataObject
) -> None:
    text = str(sum(number for number, _ in parts))
    at = data.draw(st.integers(0, len(text) - 1))
    digit = data.draw(st.sampled_from([one for one in "123456789" if one != text[at]]))
    total = int(f"{text[:at]}{digit}{text[at + 1 :]}")
    assume(all(number < total for number, _ in parts))
    found = refuted("sum", herd(total, parts))
    assert found == [f"{_written(total)} con"]
    assert refuted("sum", herd(total, data.draw(st.permutations(parts)))) == found
