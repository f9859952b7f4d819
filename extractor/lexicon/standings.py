"""Words before the name of a unit that say how it stands in its sentence: where something is, whose office, from where."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.lexicon.rows import rows

STANDINGS: Mapping[str, tuple[str, ...]] = {
    "where": rows("""
ở
tại
trên địa bàn
thuộc
địa bàn
khắp
trên
vùng
khu vực
"""),
    "of": rows("""
của
"""),
    "office": rows("""
ubnd
hđnd
hội
đoàn
ban
phòng
công an
mttq
mặt trận
quân sự
lđlđ
liên đoàn lao động
sở
chủ tịch
bí thư
lãnh đạo
trung tâm
ủy ban
uỷ ban
ủy ban nhân dân
uỷ ban nhân dân
hội đồng nhân dân
đảng bộ
đảng ủy
thường trực
cơ quan
biên phòng
quỹ
chi cục
cục
kho bạc
tòa án
viện kiểm sát
ban quản lý
kiểm lâm
cán bộ
giám đốc
trưởng phòng
hội nông dân
hội phụ nữ
đoàn thanh niên
cựu chiến binh
nông thôn
môi trường
"""),
    "house": rows("""
bệnh viện
trường
trường đại học
đại học
chợ
nhà máy
nhà văn hóa
cảng
khu công nghiệp
cụm công nghiệp
trạm y tế
chùa
cầu
đường
quốc lộ
cao tốc
hồ
đèo
sông
biển
đảo
rừng
vườn quốc gia
nhà hát
bảo tàng
sân bay
thủy điện
hợp tác xã
htx
tổ hợp tác
trang trại
"""),
    "giver": rows("""
công ty
tập đoàn
doanh nghiệp
ngân hàng
báo
đài
đoàn công tác
lực lượng
nhóm thiện nguyện
đoàn từ thiện
nhóm từ thiện
câu lạc bộ
clb
hội từ thiện
ban chỉ huy quân sự
bộ chỉ huy
đoàn y bác sĩ
nhà hảo tâm
"""),
    "from": rows("""
cách
so với
từ
đi
sang
đến từ
nối
nối với
giáp
với
qua
"""),
    "towards": rows("""
về
đến
tới
"""),
    "home": rows("""
quê
trú
ngụ
trú tại
ngụ tại
quê ở
thường trú
hộ khẩu
sinh
"""),
    "person": rows("""
ông
bà
anh
chị
em
cô
chú
cháu
gia đình
hộ
nông dân
"""),
    "example": rows("""
như
tiêu biểu
điển hình
nhất là
đặc biệt là
"""),
    "some": rows("""
nhiều
các
những
một số
mấy
hầu hết
"""),
    "people": rows("""
người dân
nhân dân
bà con
dân
người
đồng bào
"""),
    "to": rows("""
cho
tặng
hỗ trợ
giúp
"""),
}
