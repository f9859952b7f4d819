"""How what belongs together is worded: what opens the parts of a whole or some, what closes a list, which classes overlap."""

from __future__ import annotations

from extractor.lexicon.rows import rows

# What opens the parts of a total, by whether they are said to be all of it; patterns for lower-case text.
ALL_OPENED: tuple[str, ...] = (
    r"(?<!không )(?<!chưa )bao\s+gồm", r"(?<!không )(?<!chưa )(?<!bao )gồm(?:\s+có)?(?!\s+cả)", r"chia\s+(?:ra|theo|thành|làm)",
    r"phân\s+theo", r"cơ\s+cấu",
)  # fmt: skip
SOME_OPENED: tuple[str, ...] = (
    r"trong\s+(?:đó|số\s+(?:đó|này|ấy))", r"theo\s+đó", r"cụ\s+thể(?:\s+là)?",
)  # fmt: skip
# Parts that tell that with them the whole is told, and words that tell that more was left out.
RESTS: tuple[str, ...] = (r"còn\s+lại", r"(?:\w+\s+)?khác\b", r"số\s+còn\s+lại")
MORE: tuple[str, ...] = (
    r"chủ\s+yếu", r"nhiều\s+nhất", r"nhất\s+là", r"(?<=[,;.(]\s)riêng\b", r"như\b", r"điển\s+hình\s+(?:là|như)", r"tập\s+trung", r"tiêu\s+biểu", r"đáng\s+chú\s+ý",
    r"v\.?v", r"…", r"\.\.\.", r"ít\s+nhất", r"hơn\s+một\s+nửa", r"hoặc\s+\d", r"(?:không|chưa)\s+(?:kể|tính|bao\s+gồm)",
    r"(?:và|cùng(?:\s+với)?|với)\s+(?:các|một\s+số|nhiều|những|số\s+ít)\s[^,;.()\d]*(?:[,;.()]|$)", r"còn\s+lại\s+(?:là|thuộc|do|đều)\s[^,;.()\d]*(?:[,;.()]|$)",
)  # fmt: skip
# What begins another statement in the midst of a list, and what only says more of the number before the next one.
OTHERWISE: tuple[str, ...] = (
    r"ngoài\s+ra",
    r"đồng\s+thời",
    r"bên\s+cạnh\s+đó",
    r"nâng\s+(?:tổng|số)",
    r"đến\s+nay",
    r"với\s+tổng",
    r"hiện\s+(?:nay|có|còn)",
    r"trước\s+đó",
    r"trước\s+đây",
    r"tính\s+đến",
    r"chỉ\s+còn",
    r"nay\s+còn",
)
COMPARED: tuple[str, ...] = (r"so\s+với", r"tăng", r"giảm", r"kế\s+hoạch", r"đạt\s+tỷ\s+lệ",)  # fmt: skip
# Classes of which each thing is in exactly one: where two of a row are told, they and the others of it are the whole.
COMPLEMENTS: tuple[tuple[str, ...], ...] = (
    ("nam", "nữ"),
    ("sớm hẹn", "đúng hẹn", "trễ hẹn"),
    ("trước hạn", "đúng hạn", "quá hạn", "trong hạn", "sớm hạn", "trễ hạn"),
    ("chính thức", "dự khuyết", "dự bị"),
    ("tuyến tỉnh", "tuyến huyện", "tuyến xã"),
    ("cấp tỉnh", "cấp huyện", "cấp xã"),
    ("trực tiếp", "trực tuyến"),
    ("trong quy hoạch", "ngoài quy hoạch"),
    ("công lập", "ngoài công lập", "tư thục"),
)
# Classes that one person or household may be in at once, so that their numbers need not add up.
OVERLAPPING = frozenset(
    rows("""
nữ
đảng viên
dân tộc
tôn giáo
trẻ em
cao tuổi
nghèo
cận nghèo
khuyết tật
đại học
sau đại học
trẻ
tái cử
lần đầu
đoàn viên
""")
)
# Times at which the same things are counted again.
AT_TIMES = frozenset(
    rows("""
ngày thường
chủ nhật
thứ bảy
cuối tuần
ban ngày
ban đêm
""")
)
# Levels that only those reach who have reached the lower ones: of 12 xã that meet the standard, 3 meet the higher.
HIGHER = frozenset(rows("""
nâng cao
kiểu mẫu
mức độ 2
mức độ hai
xuất sắc
"""))
# Nouns of members, who are people and may be in several classes at once, besides those that merging takes for people.
MEMBERS = frozenset(
    rows("""
đồng chí
ủy viên
học viên
lượt người
cử tri
hội thẩm
cộng tác viên
diễn viên
công an
dân quân
chủ hộ
đoàn viên thanh niên
người có uy tín
""")
)
# Sets that are full when all are in: more than all of them is no surplus.
FULL = frozenset(
    rows("""
tiêu chí
chỉ tiêu
xã
thôn
bản
huyện
tỉnh
phường
tổ dân phố
ấp
khu phố
""")
)
# Nouns that are counted by whatever says more of them: hộ nghèo are hộ.
HEADS = frozenset(
    rows("""
hộ
người
em
xã
thôn
trường
vụ
lớp
đơn
cơ sở
""")
)
# What is shortened to these is another thing: nhà đầu tư is no nhà.
NAMING_PEOPLE = frozenset(
    rows("""
nhà
tay
""")
)
# What begins to say of things counted which of them are meant: 745 hộ dùng nước sạch.
PREDICATES = frozenset(
    rows("""
có
được
bị
đã
đang
chưa
không
còn
đạt
dùng
sử dụng
tham gia
thoát
vay
đăng ký
hoạt động
làm
thuộc
""")
)
# What opens a sentence, often on a thing that was told before: hết năm 2023, toàn huyện có 476 hợp tác xã.
OPENINGS = frozenset(
    rows("""
năm
tháng
ngày
nay
qua
hiện
vừa
toàn
""")
)
