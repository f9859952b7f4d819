"""Places that a number names, and what is told of them."""

from __future__ import annotations

from extractor.lexicon.levels import HAMLETS
from extractor.lexicon.rows import rows

# Places whose number is their name unless what stands behind it is plainly counted: ấp 4 sạt lở, but mỗi ấp 4 hộ.
NUMBERED_PLACES = frozenset(HAMLETS) | frozenset(rows("""
tdp
tiểu khu
khoảnh
thửa
thửa đất
phường
mốc
cột mốc
tờ bản đồ
phân trường
đội sản xuất
ngõ
ngách
hẻm
kiệt
quận
quốc lộ
ql
tỉnh lộ
tl
hương lộ
huyện lộ
đường tỉnh
đường huyện
đt
đh
"""))

# What places and roads do or suffer: behind their number no noun that is counted.
STATES = frozenset(rows("""
sạt
sạt lở
sạt taluy
ngập
ngập sâu
ngập úng
hư hỏng
xuống cấp
lún
sụt lún
nứt
cháy
gặt
gặt xong
trồi sụt
trồi lún
ùn tắc
ùn ứ
tắc
tê liệt
thông xe
bong tróc
lầy lội
chia cắt
sập
đổ
vỡ
trống
rung
đổi
dời
cắm
nối
giao
giáp
thuộc địa bàn
đoạn qua
đoạn từ
đoạn chạy
đoạn tuyến
chạy qua
đi qua
kéo
liên tiếp
thường xuyên
trơn
trơn trượt
tan hoang
khang trang
bụi
gánh
ra quân
ăn mừng
vui
quyết tâm
đoàn kết
thắng
thua
hòa
đấu
đá
dẫn
xếp
tạm
hoạt động
vận hành
phát điện
xả lũ
xả
tích nước
ngừng
dừng
đóng
đóng cửa
mở cửa
"""))
