"""Nouns that may stand for one another, as tables: of people, of one sort, general for special."""

from __future__ import annotations

from extractor.lexicon.levels import UNIT_WORDS
from extractor.lexicon.rows import rows

# Units that count people one by one: 827 chị em are the 827 hội viên of the next line.
PEOPLE = frozenset(rows("""
người
người dân
nhân khẩu
khẩu
chị em
chị
hội viên
đoàn viên
thành viên
bà con
nhân dân
em
cháu
học sinh
trẻ em
trẻ
lao động
người lao động
công nhân
cá nhân
nạn nhân
"""))

# What several nouns call the same ones by: two of them with one number mean the same where an article has no other.
_NOUNS_OF_SORTS: dict[str, tuple[str, ...]] = {
    "trẻ": rows("""
em
cháu
bé
trẻ
đứa
đứa trẻ
em bé
cháu bé
em nhỏ
trẻ nhỏ
trẻ em
bé trai
bé gái
học sinh
em học sinh
cháu học sinh
nữ sinh
nam sinh
thiếu niên
"""),
    "đối tượng": rows("""
đối tượng
nghi can
nghi phạm
bị can
bị cáo
tên
kẻ
thủ phạm
"""),
    "ngư dân": ("ngư dân", "thuyền viên", "thủy thủ"),
    "chiến sĩ": ("chiến sĩ", "cán bộ chiến sĩ", "cảnh sát", "bộ đội", "quân nhân"),
    "nhóm": ("nhóm", "băng nhóm", "nhóm thanh niên", "nhóm đối tượng"),
    "doanh nghiệp": ("doanh nghiệp", "công ty"),
    "trường": ("trường", "trường học", "ngôi trường"),
    "nhà": ("nhà", "căn nhà", "ngôi nhà", "căn hộ", "căn"),
    "tàu": ("tàu", "tàu cá", "con tàu", "chiếc tàu", "thuyền"),
    "xe": ("xe", "chiếc xe", "ô tô"),
    "tuyến": ("tuyến", "tuyến đường", "con đường", "đường"),
    "cầu": ("cầu", "cây cầu", "chiếc cầu"),
    "nước": ("nước", "quốc gia"),
    "suất": ("suất", "suất quà"),
}
SORTS = {noun: sort for sort, nouns in _NOUNS_OF_SORTS.items() for noun in nouns}

# Everything that people are counted by.
EVERYONE = (
    PEOPLE
    | {noun for sort in ("trẻ", "đối tượng", "ngư dân", "chiến sĩ") for noun in _NOUNS_OF_SORTS[sort]}
    | frozenset(rows("""
cán bộ
công chức
viên chức
đảng viên
giáo viên
bác sĩ
nông dân
sinh viên
thí sinh
thanh niên
phụ nữ
đại biểu
công dân
du khách
hành khách
bệnh nhân
người bệnh
ứng viên
vận động viên
tình nguyện viên
cựu chiến binh
trường hợp
mẹ con
cha con
bố con
bà cháu
ông cháu
anh em
vợ chồng
ông
bà
anh
cô
chú
con
người con
đàn ông
người đàn ông
người phụ nữ
nam
nữ
nam thanh niên
bạn
đồng nghiệp
nhân chứng
nhân viên
tài xế
lái xe
phi công
thợ
thợ mỏ
bảo vệ
thầy
thầy cô
kỹ sư
y tá
điều dưỡng
phạm nhân
"""))
)

_BODIES = rows("""
doanh nghiệp
công ty
nhà máy
xí nghiệp
tập đoàn
hãng
hợp tác xã
cơ quan
tổ chức
trường
trường học
bệnh viện
trung tâm
ngân hàng
chi nhánh
nhà thầu
nhà xe
phòng
ban
sở
""")
_VEHICLES = rows("""
xe
ô tô
xe máy
xe tải
xe khách
xe buýt
tàu
tàu cá
thuyền
ghe
sà lan
""")
_OFFICES = rows("""
cán bộ
công chức
viên chức
giám đốc
phó giám đốc
bí thư
phó bí thư
chủ tịch
phó chủ tịch
""")

# General nouns, and the nouns that they may stand for: 34 cán bộ are called 34 cá nhân, 4 bí thư the 4 vị trí.
GENERAL: dict[str, frozenset[str]] = {
    **dict.fromkeys(("người", "cá nhân", "người dân", "thành viên", "nạn nhân"), EVERYONE),
    **dict.fromkeys(("trường hợp", "ca", "ca mắc", "ca bệnh"), EVERYONE | {"vụ", "vụ việc", "hộ"}),
    **dict.fromkeys(("đơn vị", "cơ sở"), frozenset(_BODIES)),
    "địa phương": frozenset((*UNIT_WORDS, "tỉnh thành")),
    "phương tiện": frozenset(_VEHICLES),
    **dict.fromkeys(("vị trí", "chức danh"), frozenset(_OFFICES)),
}
