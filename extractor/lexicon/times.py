"""Words of time as tables: what stands before a date, what turns a span of years into a mere when."""

from __future__ import annotations

from extractor.lexicon.rows import rows

DAY_WORDS = rows("""
ngày
hôm
sáng
trưa
chiều
tối
đêm
rạng sáng
mùng
mồng
khuya
""")

QUARTERS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
}

MONTHS = {
    "giêng": 1,
    "chạp": 12,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
}

ENGLISH_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}

WEEKDAYS = {
    "thứ hai": 0,
    "thứ ba": 1,
    "thứ tư": 2,
    "thứ năm": 3,
    "thứ sáu": 4,
    "thứ bảy": 5,
    "thứ bẩy": 5,
    "chủ nhật": 6,
    "thứ 2": 0,
    "thứ 3": 1,
    "thứ 4": 2,
    "thứ 5": 3,
    "thứ 6": 4,
    "thứ 7": 5,
    "t2": 0,
    "t3": 1,
    "t4": 2,
    "t5": 3,
    "t6": 4,
    "t7": 5,
    "cn": 6,
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}

# Up to now: the period ends on the day of publication.
UNTIL_NOW = rows("""
đến nay
tới nay
cho đến nay
tính đến nay
đến thời điểm này
đến thời điểm hiện nay
đến thời điểm hiện tại
tính đến thời điểm này
tính đến thời điểm hiện tại
đến hiện nay
đến hiện tại
đến giờ
lũy kế đến nay
""")
NOW = rows("""
hiện nay
hiện tại
hiện
thời điểm này
hiện thời
bây giờ
giờ đây
lúc này
""")

# Days counted back from the publication: sáng nay, tối qua, ngày mai.
_PARTS = rows("""
sáng sớm
sáng
trưa
chiều
chiều tối
tối
đêm
khuya
rạng sáng
""")
_DAYS = {"nay": 0, "qua": 1, "mai": -1}
RELATIVE_DAYS: dict[str, int] = {
    **{f"{part} {day}": back for part in _PARTS for day, back in _DAYS.items()},
    **{
        f"{head}hôm {day}": back
        for head in ("", "ngày ", *(f"{part} " for part in _PARTS))
        for day, back in _DAYS.items()
        if back >= 0
    },
    **{f"{part} ngày hôm {day}": back for part in _PARTS for day, back in _DAYS.items() if back >= 0},
    "ngày mai": -1,
    "ngày kia": -2,
    "hôm kia": 2,
}
# Nowadays rather than on that day: cuộc sống hôm nay; for the days to come: vì ngày mai.
NO_DAY_AFTER = rows("""
thế hệ
cuộc sống
thành quả
kết quả
diện mạo
xã hội
quê hương
đất nước
bộ mặt
ngày
tuổi trẻ
thanh niên
nông thôn
vì
cho
ngành
báo
người
công nghệ
xã
huyện
tỉnh
bản
thôn
làng
một
hai
ba
đa
ngược
cùng
""")

# Weeks and months counted back from those of the publication.
WHICH = {"này": 0, "trước": 1, "rồi": 1, "tới": -1, "sau": -1}

DECADES = ("thập niên", "thập kỷ", "thập kỉ", "những năm")

# Years and months said of the prices that values are stated in: theo giá so sánh năm 2010.
PRICES = rows("""
giá so sánh
giá cố định
giá gốc
giá ss
giá cđ
năm gốc
gốc so sánh
so sánh
gốc
""")

# What has a number, a day or a stretch of years in its name.
PAPERS = rows("""
quyết định
nghị quyết
nghị định
thông tư
kết luận
kế hoạch
công văn
luật
chỉ thị
đề án
hướng dẫn
tờ trình
báo cáo
thông báo
công điện
pháp lệnh
quy định
quy chế
thông tri
văn bản
giấy phép
hợp đồng
chương trình hành động
""")
PROGRAMMES = rows("""
chương trình
đề án
dự án
kế hoạch
chiến lược
nghị quyết
quyết định
chỉ thị
phong trào
cuộc vận động
quy hoạch
mtqg
bộ tiêu chí
chuẩn nghèo
""")
# Who says so on a day, or publishes it then: what is told there is of another time.
SAYING = rows("""
công bố
cho biết
phát biểu
thông báo
báo cáo
cho hay
đăng tải
đưa tin
khẳng định
xác nhận
thông tin
nói
trả lời
nhấn mạnh
trao đổi
ban hành
dẫn lời
""")
# A programme is reviewed for the years of its name: tổng kết phong trào … giai đoạn 2016 - 2020.
REVIEWS = ("tổng kết", "sơ kết", "kết quả", "đánh giá", "nhìn lại", "khép lại")

SCHOOL_YEARS = rows("""
năm học
niên học
niên vụ
vụ đông xuân
vụ mùa
mùa vụ
niên khóa
vụ
""")

# Around "n năm", "n tháng" ...: these make it a when (qua 5 năm, 3 năm qua, 5 năm thực hiện), no result.
AFTER_SPAN = rows("""
qua
gần đây
trở lại đây
nay
trước
trước đây
trước đó
tới
sau
sau đó
nữa
thực hiện
triển khai
xây dựng
thành lập
liên tiếp
liền
liên tục
đầu năm
cuối năm
đầu
cuối
hình thành
hoạt động
ngày
giải phóng
tái lập
phát triển
tổ chức
chiến thắng
thi hành
đổi mới
kể từ
vừa qua
vừa rồi
còn lại
tiếp theo
phấn đấu
đấu tranh
chia tách
nhập
sáp nhập
đi vào
tham gia
cống hiến
gắn bó
công tác
học tập
chung sống
cùng
mới
ròng
đưa vào
kháng chiến
đồng hành
chờ đợi
vận hành
áp dụng
lịch sử
""")

# The years of the lunar calendar are named by a stem and a branch: Kỷ Hợi; both begin anew with Giáp Tý.
STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
