"""What opens the parts of a total, what adds another statement, and what may hold things of other names."""

from __future__ import annotations

from extractor.lexicon.rows import rows

# By its sort: the words, as a pattern, that open the parts of a total or set one of them apart.
OPENERS: dict[str, str] = {
    "trong đó": r"trong\s+(?:đó|số\s+(?:đó|này|ấy))",
    "gồm": r"bao\s+gồm|gồm(?:\s+có)?",
    "chia ra": r"chia\s+ra|chia\s+theo|chia\s+thành|phân\s+theo|cơ\s+cấu",
    "cụ thể": r"cụ\s+thể",
    "còn lại": r"còn\s+lại",
    "riêng": r"riêng|tính\s+riêng",
    "thì": r"thì|chỉ\s+có|chỉ\s+còn|mới\s+có|nhưng",
    "đã": r"đã\s+có|đã\s+\w+|nay",
    "tập trung": r"tập\s+trung|chủ\s+yếu|nhiều\s+nhất|nhất\s+là",
}
# What tells that another statement begins, as patterns.
ADDS: tuple[str, ...] = (
    r"ngoài\s+ra", r"đồng\s+thời", r"bên\s+cạnh\s+đó", r"nâng\s+tổng\s+số", r"nâng", r"tăng", r"giảm", r"đến\s+nay", r"hiện", r"so\s+với",
    r"với\s+tổng", r"bằng", r"đạt",
)  # fmt: skip
# Units whose parts are called by other nouns: 45 đơn vị, trong đó 12 trường học.
HOLDERS = frozenset(rows("""
người
hộ
lượt người
cử tri
tổ chức
cơ sở
đơn vị
công trình
cán bộ
trường
trường học
loại
"""))
# What a class may begin with.
CLASS_WORDS: tuple[str, ...] = rows("""
lĩnh vực
ngành
khối
cấp
tuyến
hạng
loại
nhóm
giống
mức độ
mức
đạt
thuộc
theo
diện
hình thức
vùng
khu vực
còn lại
""")
