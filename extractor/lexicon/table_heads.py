"""What heads of tables say, as tables of words: where the unit stands, what a row is named by, what tells of when or how."""

from __future__ import annotations

from extractor.lexicon.levels import LEVELS
from extractor.lexicon.rows import rows

# Of the column that gives each row's unit.
UNIT_HEADS = rows("""
đơn vị tính
đvt
đơn vị
đ.v.t
đv tính
đơn vị đo
""")
NUMBER_HEADS = ("tt", "stt", "số tt", "số thứ tự", "#", "no", "thứ tự")  # of the column that numbers the rows
# What stands below is the item.
ITEM_HEADS = rows("""
chỉ tiêu
nội dung
danh mục
hạng mục
tên chỉ tiêu
chỉ tiêu chủ yếu
tiêu chí
mục
lĩnh vực
khoản mục
""")
PLACE_HEADS = rows("""
đơn vị
địa phương
địa bàn
tên đơn vị
tên xã
xã, thị trấn
xã, phường
xã phường
huyện, thị xã
đơn vị hành chính
xã/phường
xã/thị trấn
xã, phường, thị trấn
""")
LEVEL_HEADS = {level: level for level in LEVELS} | {"tên xã": "xã"}  # the level of bare names below
# Heads that say when or how and not what, alone or before other words: the row says that.
CIRCUMSTANCES = rows("""
năm
quý
tháng
kế hoạch
kh
thực hiện
th
ước thực hiện
ước
ước đạt
kết quả
mục tiêu
chỉ tiêu giao
chỉ tiêu năm
dự toán
quyết toán
cùng kỳ
6 tháng
9 tháng
đầu năm
cuối năm
giai đoạn
toàn huyện
toàn tỉnh
toàn xã
""")
# Heads that the name of the row says more of.
GENERAL = rows("""
số lượng
tổng số
tổng
tổng cộng
cộng
giá trị
trị giá
số liệu
số
khối lượng
""")
# Of rows: no class of a breakdown.
TOTALS = rows("""
tổng
tổng cộng
tổng số
cộng
toàn huyện
toàn xã
toàn tỉnh
tổng toàn huyện
tổng cộng toàn huyện
""")
BEFORE_NOUNS = ("tổng số", "số lượng", "số", "tổng")  # before the counted noun of a head: Số hộ nghèo
YEARS = ("năm",)  # of a column whose cells are years
