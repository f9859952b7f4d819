"""Words that say the same thing in different letters, and words that say nothing of which thing is meant."""

from __future__ import annotations

from extractor.lexicon.rows import rows

# What stands on the left is read as what stands on the right, longest first; in lower case.
SYNONYMS: dict[str, str] = {
    "mô hình, điển hình": "mô hình",
    "mô hình và điển hình": "mô hình",
    "mô hình điển hình": "mô hình",
    "hộ dân": "hộ",
    "hộ gia đình": "hộ",
    "tỉ lệ": "tỷ lệ",
    "htx": "hợp tác xã",
    "dn": "doanh nghiệp",
    "dtts": "dân tộc thiểu số",
    "ntm": "nông thôn mới",
    "gtnt": "giao thông nông thôn",
    "gtvt": "giao thông vận tải",
    "gpmb": "giải phóng mặt bằng",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "kdc": "khu dân cư",
    "bhyt": "bảo hiểm y tế",
    "bhxh": "bảo hiểm xã hội",
    "bhtn": "bảo hiểm thất nghiệp",
    "tthc": "thủ tục hành chính",
    "cbcc": "cán bộ công chức",
    "cbccvc": "cán bộ công chức viên chức",
    "thcs": "trung học cơ sở",
    "thpt": "trung học phổ thông",
    "gd&đt": "giáo dục và đào tạo",
    "ktxh": "kinh tế xã hội",
    "kt-xh": "kinh tế xã hội",
    "vsmt": "vệ sinh môi trường",
    "kcn": "khu công nghiệp",
    "ccn": "cụm công nghiệp",
    "gcn": "giấy chứng nhận",
    "ttxh": "trật tự xã hội",
    "đổ bê tông": "bê tông hóa",
    "bê tông": "bê tông hóa",
    "đường bê tông": "đường bê tông hóa",
    "phần quà": "suất quà",
    "xuất quà": "suất quà",
    "thửa đất": "khu đất",
    "tỷ lệ che phủ": "độ che phủ",
    "nhà dột nát": "nhà tạm",
    "nhà tạm, nhà dột nát": "nhà tạm",
    "tử vong": "chết",
    "thiệt mạng": "chết",
    "bị chết": "chết",
    "ôtô": "ô tô",
    "xe ôtô": "ô tô",
    "xe ô tô": "ô tô",
    "chiến sỹ": "chiến sĩ",
    "bác sỹ": "bác sĩ",
    "gia súc, gia cầm": "vật nuôi",
}

# Units that count how often something was done, not things: 2 lần giao dịch, 2 lần bị phạt.
OCCASIONS = frozenset(("lần", "lượt", "đợt"))

# Say that those counted are not the ones told of before: hai người khác, hai căn nhà liền kề.
OTHERS = ("khác", "liền kề", "kế bên", "lân cận")

# What became of people, by which those of one number are told apart: 2 người chết, 2 người bị thương.
OUTCOMES: dict[str, str] = {
    "chết": "dead",
    "tử nạn": "dead",
    "hy sinh": "dead",
    "đuối nước": "dead",
    "bị thương": "hurt",
    "trọng thương": "hurt",
    "nguy kịch": "hurt",
    "mất tích": "missing",
    "sống sót": "safe",
    "thoát nạn": "safe",
    "thoát chết": "safe",
    "cứu sống": "safe",
}

# Say that there is a number, or how it hangs together with others, but not of what.
EMPTY = frozenset(rows("""
và
của
cho
được
đã
là
có
các
những
tại
ở
trong
với
từ
bị
do
theo
về
số
tổng
trên
đến
để
này
đó
khi
ra
vào
mỗi
cả
toàn
nhiều
đây
họ
phải
cùng
nhau
tất
nói
riêng
khác
lên
tới
còn
như
thì
mà
sẽ
đang
nên
vì
qua
gồm
trị
giá
hay
hoặc
khoảng
gần
hơn
hiện
nay
lượng
mức
tỷ
lệ
nữa
rồi
cũng
đều
vẫn
nêu
kể
một
hai
ba
bốn
năm
sáu
bảy
tám
chín
mười
giờ
ngày
tuần
tháng
quý
kỳ
đầu
cuối
"""))

# What each kind always is does not say of what: money is money, hectares are an area.
EMPTY_OF: dict[str, frozenset[str]] = {
    "money": frozenset(rows("""
kinh
phí
tiền
ngân
sách
vốn
quỹ
trị
chi
thu
nguồn
khoản
đồng
""")
    ),
    "area": frozenset("diện tích khu vực".split()),
    "length": frozenset("chiều dài".split()),
    "mass": frozenset("khối trọng".split()),
}

# Written with capitals, but in no name of their own.
NOT_NAMES = frozenset(
    rows("""
tp
tx
tt
q
p
h
ubnd
hđnd
mttq
htx
dn
csgt
pccc
kđt
kcn
ccn
thcs
thpt
gtvt
gtnt
ntm
bhyt
bhxh
qđ
nđ
cp
"""))
