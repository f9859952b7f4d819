"""What limits a figure to a part of what its item names: a class, a cause, a season, what was only now made or given.

A part is not held against the whole: `bê tông hóa 24 km đường` says nothing of how many km of road there are.
"""

from __future__ import annotations

import re

from extractor.dataset.merge.compare import canonical
from extractor.language.patterns import one_of
from extractor.lexicon.levels import LEVELS
from extractor.lexicon.rows import rows
from extractor.lexicon.synonyms import EMPTY
from extractor.model.records import FigureBase

# What is done to some of a kind, or makes new ones, where a table counts all there are.
PART_MAKING = frozenset(
    rows("""
bàn giao
bê tông hóa
bị hư hỏng
bị thiệt hại
chuyển đổi
chết
cải tạo
cấp
công nhận
cứng hóa
giải quyết
hư hỏng
hỗ trợ
khai hoang
khen
khen thưởng
khởi công
kết nạp
làm mới
mở mới
mở rộng
nhựa hóa
nâng cấp
phát dọn
sửa
sửa chữa
thành lập
thành lập mới
thu hồi
tiêm
tiêu hủy
trao
trao tặng
trồng
trồng mới
tu sửa
tuyển
tuyển dụng
tặng
tập huấn
xây
xây dựng mới
xây mới
xóa
đào tạo
""")
)
PURPOSE = 3  # words behind an amount of money that say what a part of it is for: 12 tỷ đồng xã hội hóa làm đường
STOCKS = ("count", "ratio", "length", "area")  # kinds of which there is so much at a time: output and money are made
# What stands before a class, a cause, a season or a group, and what is one by itself.
LIMITING = (
    "lĩnh vực", "ngành", "khối", "thuộc", "diện", "nhóm", "loại", "trong số", "dành cho", "đối với", "riêng", "do",
)  # fmt: skip
SEASONS = ("vụ xuân", "vụ hè", "vụ thu", "vụ đông", "vụ mùa", "vụ chiêm", "vụ 1", "vụ 2", "vụ 3")
CLASSES = ("nâng cao", "kiểu mẫu", "trở lên", "nội địa", "quốc tế", *SEASONS)
BASES = ("kế hoạch", "dự toán", "so với", "so", "cùng kỳ", "chỉ tiêu", "nghị quyết")  # of a share: 95% dự toán

_CLAUSE_ENDS = re.compile(r"[.;:,()\d]")
_ADDED = re.compile(r"(?:^| )(?:thêm|(?<!nông thôn )mới) (?:được |là |có )?$")  # thêm 2 xã, công nhận mới 3 trường
_LIMIT = re.compile(
    rf"\b(?:{one_of(LIMITING)}(?! tích) (?P<what>[^\W\d_]+(?: [^\W\d_]+)?)|(?P<class>{one_of(CLASSES)}))\b"
)
_BASE = re.compile(rf"\b{one_of(BASES)}\b")
_GRADE_ENDS = re.compile(r"[.;:,(]")
_GRADE = re.compile(r"\b(?:[1-5] sao|mức độ [1-4]|hạng [1-4])\b")  # 18 sản phẩm OCOP 4 sao
_OF_LEVELS = frozenset(word for level in LEVELS for word in level.split())


def limits(figure: FigureBase, text: str, around: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Groups of words of each of which a row must say one to be of the same part; `around` are those of the place."""
    unit = frozenset(canonical(figure.unit).split())
    clause = canonical(_CLAUSE_ENDS.split(text[figure.end : figure.sentence[1]], maxsplit=1)[0])
    found = [
        frozenset((limit["what"] or limit["class"]).split()) - around - _OF_LEVELS - EMPTY - unit
        for limit in _LIMIT.finditer(f"{canonical(figure.item)} | {clause}")
    ]
    behind = _GRADE_ENDS.split(text[figure.end : figure.sentence[1]], maxsplit=1)[0]
    found += [frozenset((word,)) for grade in _GRADE.findall(canonical(behind)) for word in grade.split()]
    if figure.kind == "money":
        purpose = frozenset(clause.split()) - frozenset(canonical(figure.item).split()) - around - _OF_LEVELS - EMPTY
        found += [purpose] if len(purpose) >= PURPOSE else []
    if (action := (figure.action or "").lower()) in PART_MAKING and figure.kind in STOCKS:
        found.append(frozenset(canonical(action).split()))
    if _ADDED.search(f"{canonical(text[figure.sentence[0] : figure.start])} "):
        found.append(frozenset(("thêm", "mới")) - frozenset(canonical(figure.item).split()))  # xã nông thôn mới
    if figure.kind == "percent" and (bases := _BASE.findall(clause)):
        found.append(frozenset(" ".join(bases).split()))
    return tuple(filter(None, found))
