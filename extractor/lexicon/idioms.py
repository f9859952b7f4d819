"""Words that make of the number beside them a saying, a motto or an age."""

from __future__ import annotations

from extractor.lexicon.rows import rows

# Numbers that stand for no number: hai bên, ba không, bốn phương, năm châu.
IDIOMS = rows("""
hai bên
đôi bên
hai chiều
hai mặt
hai tay
hai đầu
hai vai
ba bề
bốn phương
bốn bên
bốn bề
bốn mùa
năm châu
bốn biển
ba mẹ
ba má
vài ba
đôi ba
dăm ba
ba tui
ba con
ba tôi
ba của
ba đình
hai lúa
tay ba
thứ hai
thứ ba
thứ tư
thứ năm
thứ sáu
thứ bảy
ba lô
ba ba
ba vì
ba gác
ba rọi
hai bà trưng
một cửa
ba lần bảy
sáu mặt
trăm năm
nghìn năm
ngàn đời
hai buổi
chín muồi
chín tầng
ba tháng cù lao
bảy nổi
ba chìm
hai lòng
năm mới
hai sương
chín bỏ
ba zờ
ba ra
ba toong
ba lăng
chín rộ
chín rục
chín mọng
chín cây
chín tới
chín đều
năm tôi
năm em
năm anh
năm chị
năm chúng
chín đỏ
chín vàng
mười mươi
chín chắn
sáu bảy
bảy núi
nửa cuối
nửa đầu
nửa sau
nửa đêm
nửa chừng
nửa vời
một nửa
nửa số
nửa ngày
nửa kia
nửa trên
nửa dưới
nửa đường
nửa tá
ba chế
""")

# "4 tại chỗ", "5 không 3 sạch", "3 cùng": mottoes.
MOTTO_AFTER = frozenset(rows("""
tại chỗ
không
sạch
cùng
nhà
trước
tốt
bám
biết
rõ
dám
có
tăng
giảm
dễ
cần
cứng
mềm
chống
tự
đúng
mới
an
yên
bớt
thật
hóa
"""))
MOTTO_NEEDS_QUOTE = frozenset(rows("""
nhà
trước
tốt
có
tăng
giảm
cần
mới
tự
dễ
hóa
thật
an
yên
cùng
"""))

AGE_AFTER = ("tuổi", "tuổi đảng", "năm tuổi", "năm tuổi đảng", "tháng tuổi", "xuân xanh")
