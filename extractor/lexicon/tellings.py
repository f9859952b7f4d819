"""What a sentence tells of, by its words: a row a word or phrase of up to three syllables, by the sort of telling."""

from __future__ import annotations

from extractor.lexicon.rows import rows

_TELLINGS = {
    "meeting": """
hội nghị
họp
kỳ họp
phiên họp
buổi làm việc
làm việc với
đại hội
hội thảo
tọa đàm
giao ban
tiếp xúc cử
gặp mặt
kiểm tra
giám sát
họp báo
""",
    "review": """
sơ kết
tổng kết
đánh giá
nhìn lại
khép lại
kết quả
tình hình
báo cáo
thống kê
số liệu
công tác
bước vào
năm học
""",
    "saying": """
cho biết
chia sẻ
cho hay
kể
nói
phát biểu
thông tin
theo ông
theo bà
tâm sự
""",
    "giving": """
trao
tặng
trao tặng
ủng hộ
suất quà
phần quà
thăm hỏi
khánh thành
bàn giao
từ thiện
suất
""",
    "crime": """
bắt giữ
bắt
khởi tố
công an
tang vật
đối tượng
bị can
thu giữ
tòa án
tử hình
ma túy
cơ quan điều
""",
    "disaster": """
tai nạn
cháy
lũ
mưa
mưa lớn
sạt lở
bão
thiệt hại
dịch
chết
thương
ngập
mất tích
cuốn trôi
""",
    "festival": """
lễ hội
khai mạc
hội thi
giải
ra quân
diễn ra
liên hoan
buổi lễ
lễ
thi đấu
vận động viên
triển lãm
biểu diễn
""",
    "technique": """
kỹ thuật
bón
phân bón
tưới
cây giống
con giống
chăm sóc
phòng trừ
chuồng
thức ăn
sinh sản
sinh trưởng
cho ăn
phòng bệnh
thuốc
""",
    "person": """
gia đình
anh
chị
ông
bà
vợ chồng
nông dân
làm giàu
khởi nghiệp
cơ sở
trang trại
""",
    "price": """
giá
thương lái
thị trường
giá bán
bán
đồng kg
chi phí
lợi nhuận
doanh thu
thu nhập
""",
    "project": """
dự án
đầu tư
chủ trương
công trình
tổng mức
đấu giá
khởi công
tuyến
sân bay
""",
    "law": """
quy định
nghị định
thông tư
mức phạt
xử phạt
điều kiện
theo luật
mức hỗ
tiêu chí
""",
    "habit": """
mỗi
mỗi năm
hằng năm
hàng năm
thường
thường xuyên
bình quân
trung bình
hàng ngày
hằng ngày
hàng tháng
hằng tháng
hàng chục
có thể
""",
    "plan": """
sẽ
dự kiến
phấn đấu
mục tiêu
kế hoạch
chỉ tiêu
dự toán
đề xuất
phương hướng
nhiệm vụ
định hướng
yêu cầu
""",
    "design": """
quy hoạch
thiết kế
công suất
quy mô
phê duyệt
chấp thuận
dự báo
""",
    "past": """
đã
từng
vừa
đã được
đạt được
""",
    "state": """
hiện
đang
còn
có
gồm
là
""",
    "size": """
rộng
dài
cao
cách
diện tích
nặng
độ cao
sâu
""",
    "condition": """
nếu
khi
để
thì
cần
phải
nên
""",
    "then": """
lúc đầu
ban đầu
sau đó
trước đó
trước đây
trước kia
từ đó
khi đó
hồi
lúc
từ khi
năm đầu
""",
    "since": """
đến
lũy kế
tổng cộng
tổng số
toàn
cả
""",
    "more": """
tiếp tục
ngoài ra
bên cạnh
cũng
cụ thể
trong đó
theo đó
riêng
""",
    "result": """
thực hiện
tổ chức
triển khai
vận động
thành lập
hoàn thành
đạt
tăng
giảm
trồng
thu
xây dựng
huy động
tuyên truyền
giải quyết
""",
}
TELLINGS: dict[str, str] = {word: sort for sort, words in _TELLINGS.items() for word in rows(words)}
