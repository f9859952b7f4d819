"""Words that make of the number beside them a name, an ordinal or a document's number."""

from __future__ import annotations

from extractor.lexicon.levels import HAMLETS
from extractor.lexicon.rows import rows

# "Nghị quyết 42", "Điều 5": the number names a document where these stand right before it.
DOCUMENTS = frozenset(rows("""
nghị quyết
nghị định
quyết định
kết luận
chỉ thị
thông tư
công văn
đề án
hướng dẫn
pháp lệnh
điều
khoản
tờ trình
công điện
văn bản
giấy phép
quy chế
sắc lệnh
nghị quyết số
quyết định số
thông tư số
nq
qđ
ct
kl
tt
nđ
cv
thông tri
thông tư liên tịch
lệnh
quy chuẩn
tiêu chuẩn
mục
chương
phụ lục
tcvn
qcvn
iso
hiệp định
biên bản
biểu mẫu
mẫu số
"""))

# The number after these is a name: "Quốc lộ 32", "thôn 5", "bão số 3", "mức độ 2".
NAMED = frozenset(HAMLETS) | frozenset(rows("""
quốc lộ
ql
tỉnh lộ
tl
đt
đh
hương lộ
huyện lộ
đường
cao tốc
km
tổ
khu
khu vực
tdp
quận
phường
q
p
lớp
khối
cấp
mức độ
mức
cấp độ
đợt
dự án
tiểu dự án
hợp phần
giai đoạn
khóa
khoá
khối lớp
loại
hạng
nhóm
bảng
hình
ảnh
trang
tập
phần
bài
số
thứ
lần thứ
kỳ họp thứ
vòng
kênh
chương trình
phân khu
tầng
phòng
lô
đội
trạm
cống
cầu
đập
hồ
nhà máy
trục
tuyến số
tuyến
cơ sở
vùng
vụ
vị trí
thứ hạng
top
tòa
nhà số
báo động
báo động số
cảnh báo cấp
gió cấp
cấp gió
giật cấp
bậc
quý
xã
cảng
ca
vành đai
ngày truyền thống
mã
mã số
biển số
số nhà
ngõ
ngách
hẻm
kiệt
kcn
gói thầu số
gói thầu
block
trường tiểu học
trường thcs
trường mầm non
mầm non
tiểu học
thcs
thpt
điểm
tháng
năm
mùng
mồng
hệ
phiên bản
đời
trung đoàn
sư đoàn
tiểu đoàn
lữ đoàn
quân khu
quân đoàn
đại đội
binh đoàn
vietnam
việt nam
web
công nghệ
cách mạng công nghiệp
ct
ubnd
zone
g
apec
covid
u
f
a
b
c
nghị quyết trung ương
trung ương
hội nghị trung ương
hội nghị lần thứ
đại hội lần thứ
lần
bệnh viện
kho
tiêu chí
tiêu chí số
phó
căn
công ty
xí nghiệp
hợp tác xã
htx nông nghiệp
htx
chi nhánh
chi bộ
xưởng
tiểu khu
khoảnh
thửa
thửa đất
tờ bản đồ
bản đồ số
hộp thư
áp thấp
bão
số hiệu
tàu
chuyến bay
cây số
kilomet
mốc
chặng
tập đoàn
cụm
mũi
thế hệ
chiến dịch
ngân hàng
đường số
liên khu
"""))

# The number after these is a name whatever follows: Quốc lộ 7 sạt lở 11 điểm.
ALWAYS_NAMED = frozenset(rows("""
quốc lộ
ql
tỉnh lộ
tl
hương lộ
huyện lộ
đường cấp
nhà cấp
công trình cấp
đê cấp
bão số
báo động
báo động số
mức độ
cấp độ
tiểu dự án
tiêu chuẩn cấp
đường tỉnh
đường huyện
lớp
km
cấp báo động
dịch vụ công mức độ
gió cấp
giật cấp
thông tư
nghị định
phân khu
boeing
airbus
sinh viên năm
số nhà
ngõ
ngách
hẻm
kiệt
quận
"""))

# Words that end in "số" and say how many: dân số 25.310 người; behind "số" alone, as behind Công văn số, stands a name.
COUNTING = frozenset(rows("""
dân
sĩ
sỹ
quân
doanh
tổng
trong
con
tần
hệ
chỉ
tham
thông
trị
phân
hằng
hàm
biến
bội
đa
thiểu
một
chuyển đổi
kinh tế
xã hội
công nghệ
kỹ năng
hạ tầng
nền tảng
dữ liệu
công dân
chính quyền
chính phủ
ngân hàng
môi trường
thanh toán
nông nghiệp
truyền thông
cộng đồng
chữ
ẩn
vô
cơ
"""))

# "thứ 7", "lần thứ 3": ordinals.
ORDINAL = frozenset(rows("""
thứ
lần thứ
kỳ họp thứ
hạng
xếp thứ
đứng thứ
vị trí thứ
khóa thứ
"""))
