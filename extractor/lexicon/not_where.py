"""Words before the name of a unit by which it does not say where something is."""

from __future__ import annotations

from extractor.lexicon.rows import rows

# The unit belongs to a name, or is where somebody comes from or goes to: bệnh viện Bạch Mai, đi Hà Nội.
NO_PLACES = rows("""
công ty
tập đoàn
doanh nghiệp
bệnh viện
trường đại học
ngân hàng
báo
đài
đoàn công tác
cách
so với
từ
đi
sang
đến từ
nối
nối với
quê
người
giáp
với
lực lượng
nhóm thiện nguyện
""")

# Those who give have their seat there: Đoàn từ thiện “Nắng ấm” (TP. Hồ Chí Minh).
BENEFACTORS = rows("""
đoàn từ thiện
nhóm thiện nguyện
nhóm từ thiện
câu lạc bộ
clb
công ty
tập đoàn
ngân hàng
hội từ thiện
quỹ
ban chỉ huy quân sự
bộ chỉ huy
đoàn y bác sĩ
nhà máy
""")

# An office of the unit: UBND huyện, Công an tỉnh.
OFFICES = rows("""
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
cơ quan
biên phòng
quỹ
chi cục
cục
kho bạc
tòa án
viện kiểm sát
đài
nông thôn
môi trường
""")
