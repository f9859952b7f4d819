"""Words that say the same thing in different letters, and words that say nothing of which thing is meant."""

from __future__ import annotations

# What stands on the left is read as what stands on the right, longest first; in lower case.
SYNONYMS: dict[str, str] = {
    "mô hình, điển hình": "mô hình", "mô hình và điển hình": "mô hình", "mô hình điển hình": "mô hình",
    "hộ dân": "hộ", "hộ gia đình": "hộ",
    "tỉ lệ": "tỷ lệ", "htx": "hợp tác xã", "dn": "doanh nghiệp", "dtts": "dân tộc thiểu số", "ntm": "nông thôn mới",
    "gtnt": "giao thông nông thôn", "gtvt": "giao thông vận tải", "gpmb": "giải phóng mặt bằng",
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc", "kdc": "khu dân cư",
    "bhyt": "bảo hiểm y tế", "bhxh": "bảo hiểm xã hội", "bhtn": "bảo hiểm thất nghiệp",
    "tthc": "thủ tục hành chính", "cbcc": "cán bộ công chức", "cbccvc": "cán bộ công chức viên chức",
    "thcs": "trung học cơ sở", "thpt": "trung học phổ thông", "gd&đt": "giáo dục và đào tạo",
    "ktxh": "kinh tế xã hội", "kt-xh": "kinh tế xã hội", "vsmt": "vệ sinh môi trường",
    "kcn": "khu công nghiệp", "ccn": "cụm công nghiệp", "gcn": "giấy chứng nhận", "ttxh": "trật tự xã hội",
    "đổ bê tông": "bê tông hóa", "bê tông": "bê tông hóa", "đường bê tông": "đường bê tông hóa",
    "phần quà": "suất quà", "xuất quà": "suất quà", "thửa đất": "khu đất",
    "tỷ lệ che phủ": "độ che phủ", "nhà dột nát": "nhà tạm", "nhà tạm, nhà dột nát": "nhà tạm",
    "tử vong": "chết", "thiệt mạng": "chết", "bị chết": "chết", "ôtô": "ô tô", "xe ôtô": "ô tô", "xe ô tô": "ô tô",
    "chiến sỹ": "chiến sĩ", "bác sỹ": "bác sĩ", "gia súc, gia cầm": "vật nuôi",
}  # fmt: skip

# Units that count people one by one: 827 chị em are the 827 hội viên of the next line.
PEOPLE = frozenset((
    "người", "người dân", "nhân khẩu", "khẩu", "chị em", "chị", "hội viên", "đoàn viên", "thành viên", "bà con", "nhân dân",
    "em", "cháu", "học sinh", "trẻ em", "trẻ", "lao động", "người lao động", "công nhân", "cá nhân", "nạn nhân",
))  # fmt: skip

# Units that count how often something was done, not things: 2 lần giao dịch, 2 lần bị phạt.
OCCASIONS = frozenset(("lần", "lượt", "đợt"))

# Say that those counted are not the ones told of before: hai người khác, hai căn nhà liền kề.
OTHERS = ("khác", "liền kề", "kế bên", "lân cận")

# What became of people, by which those of one number are told apart: 2 người chết, 2 người bị thương.
OUTCOMES: dict[str, str] = {
    "chết": "dead", "tử nạn": "dead", "hy sinh": "dead", "đuối nước": "dead",
    "bị thương": "hurt", "trọng thương": "hurt", "nguy kịch": "hurt",
    "mất tích": "missing", "sống sót": "safe", "thoát nạn": "safe", "thoát chết": "safe", "cứu sống": "safe",
}  # fmt: skip

# What several nouns call the same ones by: two of them with one number mean the same where an article has no other.
_NOUNS_OF_SORTS: dict[str, tuple[str, ...]] = {
    "trẻ": (
        "em", "cháu", "bé", "trẻ", "đứa", "đứa trẻ", "em bé", "cháu bé", "em nhỏ", "trẻ nhỏ", "trẻ em", "bé trai", "bé gái",
        "học sinh", "em học sinh", "cháu học sinh", "nữ sinh", "nam sinh", "thiếu niên",
    ),
    "đối tượng": ("đối tượng", "nghi can", "nghi phạm", "bị can", "bị cáo", "tên", "kẻ", "thủ phạm"),
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
}  # fmt: skip
SORTS = {noun: sort for sort, nouns in _NOUNS_OF_SORTS.items() for noun in nouns}

# Everything that people are counted by.
EVERYONE = PEOPLE | frozenset((
    *(noun for sort in ("trẻ", "đối tượng", "ngư dân", "chiến sĩ") for noun in _NOUNS_OF_SORTS[sort]),
    "cán bộ", "công chức", "viên chức", "đảng viên", "giáo viên", "bác sĩ", "nông dân", "sinh viên", "thí sinh", "thanh niên",
    "phụ nữ", "đại biểu", "công dân", "du khách", "hành khách", "bệnh nhân", "người bệnh", "ứng viên", "vận động viên",
    "tình nguyện viên", "cựu chiến binh", "trường hợp", "mẹ con", "cha con", "bố con", "bà cháu", "ông cháu", "anh em",
    "vợ chồng", "ông", "bà", "anh", "cô", "chú", "con", "người con", "đàn ông", "người đàn ông", "người phụ nữ", "nam", "nữ",
    "nam thanh niên", "bạn", "đồng nghiệp", "nhân chứng", "nhân viên", "tài xế", "lái xe", "phi công", "thợ", "thợ mỏ",
    "bảo vệ", "thầy", "thầy cô", "kỹ sư", "y tá", "điều dưỡng", "phạm nhân",
))  # fmt: skip

_PLACES = ("tỉnh", "thành phố", "tỉnh thành", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "thôn", "bản", "ấp")
_BODIES = (
    "doanh nghiệp", "công ty", "nhà máy", "xí nghiệp", "tập đoàn", "hãng", "hợp tác xã", "cơ quan", "tổ chức", "trường",
    "trường học", "bệnh viện", "trung tâm", "ngân hàng", "chi nhánh", "nhà thầu", "nhà xe", "phòng", "ban", "sở",
)  # fmt: skip
_VEHICLES = ("xe", "ô tô", "xe máy", "xe tải", "xe khách", "xe buýt", "tàu", "tàu cá", "thuyền", "ghe", "sà lan")
_OFFICES = ("cán bộ", "công chức", "viên chức", "giám đốc", "phó giám đốc", "bí thư", "phó bí thư", "chủ tịch", "phó chủ tịch")

# General nouns, and the nouns that they may stand for: 34 cán bộ are called 34 cá nhân, 4 bí thư the 4 vị trí.
GENERAL: dict[str, frozenset[str]] = {
    **dict.fromkeys(("người", "cá nhân", "người dân", "thành viên", "nạn nhân"), EVERYONE),
    **dict.fromkeys(("trường hợp", "ca", "ca mắc", "ca bệnh"), EVERYONE | {"vụ", "vụ việc", "hộ"}),
    **dict.fromkeys(("đơn vị", "cơ sở"), frozenset(_BODIES)),
    "địa phương": frozenset(_PLACES),
    "phương tiện": frozenset(_VEHICLES),
    **dict.fromkeys(("vị trí", "chức danh"), frozenset(_OFFICES)),
}

# Say that there is a number, or how it hangs together with others, but not of what.
EMPTY = frozenset("""
và của cho được đã là có các những tại ở trong với từ bị do theo về số tổng trên đến để này đó khi ra vào mỗi cả toàn
nhiều đây họ phải cùng nhau tất nói riêng khác lên tới còn như thì mà sẽ đang nên vì qua gồm trị giá giá hay hoặc
khoảng gần hơn hiện nay lượng mức tỷ lệ nữa rồi cũng đều vẫn nêu kể
một hai ba bốn năm sáu bảy tám chín mười giờ ngày tuần tháng quý kỳ đầu cuối
""".split())

# What each kind always is does not say of what: money is money, hectares are an area.
EMPTY_OF: dict[str, frozenset[str]] = {
    "money": frozenset("kinh phí tiền ngân sách vốn quỹ trị chi thu nguồn khoản đồng".split()),
    "area": frozenset("diện tích khu vực".split()),
    "length": frozenset("chiều dài".split()),
    "mass": frozenset("khối trọng".split()),
}

# Written with capitals, but in no name of their own.
NOT_NAMES = frozenset("""
tp tx tt q p h ubnd hđnd mttq htx dn csgt pccc kđt kcn ccn thcs thpt gtvt gtnt ntm bhyt bhxh qđ nđ cp
""".split())

# A rule of status that begins so reads a demand, and what is demanded may be there: đề nghị xử lý 34 cán bộ.
DEMANDS = ("kiến_nghị", "yêu_cầu", "đề_nghị", "đề_xuất", "đòi", "buộc", "phải", "nhằm", "nếu")
