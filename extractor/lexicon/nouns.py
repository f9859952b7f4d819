"""Counted nouns as Vietnamese builds them: classifiers, compounds that must not be cut, nouns that stand in pairs."""

from __future__ import annotations

from extractor.lexicon.levels import UNIT_WORDS
from extractor.lexicon.rows import rows

# A classifier alone says little: the record's item goes on to the noun behind it, the unit may as well.
CLASSIFIERS = frozenset(rows("""
con
chiếc
cái
căn
ngôi
suất
phần
em
bộ
cuốn
quyển
thùng
cặp
đôi
tấm
bức
tờ
bản
cây
quả
chùm
hạt
viên
lọ
chai
túi
bao
gói
hộp
lon
kiện
lô
mâm
bàn
ghế
cháu
cụ
ông
bà
anh
chị
bạn
vị
tên
đứa
cô
chú
bác
thầy
khẩu
vụ
ca
lớp
đợt
cuộc
buổi
hội
đoàn
đội
tổ
nhóm
ban
chi
đầu
đàn
bầy
vườn
mảnh
thửa
luống
hàng
dãy
khu
điểm
tuyến
đoạn
trục
cụm
gian
phòng
phát
lượt
lần
khoản
mức
loại
thứ
giống
hố
bể
"""))

# Counted nouns that are written short.
ABBREVIATED = ("đ/c",)  # đồng chí

# Nouns and classifiers that are counted alone, though they begin many words of two syllables: 3 xe | tải, 2 con | đường.
ALONE = CLASSIFIERS - {"hội", "ban", "giống"} | frozenset(rows("""
người
dân
hộ
kẻ
thợ
khách
mẹ
cha
bố
cậu
nữ
nam
xã
phường
quận
huyện
tỉnh
thôn
làng
ấp
xóm
buôn
bon
nước
châu
nhà
xe
tàu
thuyền
ghe
máy
cầu
cống
đường
trường
trạm
chợ
chùa
ao
giếng
hồ
đập
kênh
sông
cửa
ô
tầng
lầu
chữ
bài
tin
câu
từ
trang
chuyến
phiên
kỳ
ngày
tháng
năm
tuần
giờ
tiếng
đêm
vòng
bước
bậc
mặt
bên
phía
nơi
chỗ
món
ngành
nghề
khối
sở
trâu
bò
lợn
gà
vịt
dê
chó
mèo
cá
tôm
súng
đạn
tiết
môn
bệ
ngón
tay
chân
mắt
răng
điều
giải
cúp
lá
cờ
nguồn
dạng
kiểu
hình
mẫu
bến
rừng
đồi
ruộng
rẫy
nương
trại
kho
cột
trụ
đèn
giường
nồi
bát
đĩa
áo
quần
hàng
"""))

# Nouns that are counted together: 7 xã, thị trấn; 20 cán bộ, đảng viên và người dân.
PAIRED = (
    *UNIT_WORDS,
    *rows("""
khu dân cư
cán bộ
công chức
viên chức
đảng viên
đoàn viên
hội viên
chiến sĩ
chiến sỹ
người dân
nhân dân
thanh niên
tập thể
cá nhân
mô hình
điển hình
chỉ tiêu
nhiệm vụ
giải pháp
đơn vị
cơ quan
doanh nghiệp
địa phương
học sinh
sinh viên
giáo viên
phụ huynh
công nhân
lao động
người lao động
công trình
dự án
phần việc
hộ
hộ dân
cơ sở
tổ chức
chương trình
đề án
kế hoạch
tổ
đội
nhóm
khối
trường
ban
ngành
sở
tin
bài
trâu
bò
lợn
gà
vịt
dê
nhà văn hóa
bị can
bị cáo
vụ
tuyến
đoạn
thành
cấp ủy
ý kiến
kiến nghị
văn bản
hồ sơ
gia đình
nhóm hộ
đại biểu
khách mời
nghệ nhân
diễn viên
câu lạc bộ
bếp ăn
căn hộ
nền đất
công ty
tổng công ty
khu
cụm
trạm
điểm
bác sĩ
dược sĩ
điều dưỡng
bệnh viện
trung tâm
trang trại
"""),
)

# Heads of labels that stand before their number (names.COUNTING has what stands before "số", so it is not of these): "số đại biểu phải bầu thêm: 0".
LABEL_HEADS = ("tổng số", "số", "số lượng", "tổng", "tổng cộng", "số lượt")
