"""What noun phrases are told by: labels before numbers, verbs that only state, pairs that stay together."""

from __future__ import annotations

from extractor.lexicon.rows import rows

# Verbs that only state a number: no action (GUIDELINES.md: có, đạt, là, còn).
STATING = rows("""
đạt
đạt được
đạt mức
là
có
còn
chiếm
gồm
bao gồm
lên
lên đến
lên tới
xuống
xuống còn
ước đạt
ước
ước tính
khoảng
bằng
ở mức
với
được
hiện có
đã có
tăng lên
giảm còn
giảm xuống
giảm xuống còn
chỉ còn
đã đạt
tương đương
tương ứng
hơn
trị giá
có giá trị
dài
rộng
cao
sâu
dày
nặng
đến
tới
vào khoảng
cộng lại
tổng cộng
cộng dồn
lũy kế
cho
trong
bình quân
trung bình
nâng lên
gần
chỉ
tức
chừng
đều đạt
đã
mức
hết
từ
đã lên
thuộc
đang có
chiếm tỷ lệ
chiếm tỉ lệ
riêng
ở
lên mức
xuống mức
toàn
như
cùng
và
cũng
tại
tỷ lệ
tỉ lệ
đạt tỷ lệ
đạt tỉ lệ
đạt trên
thì
tăng
giảm
gấp
tăng từ
giảm từ
hạ từ
hạ
tăng trưởng
vượt
thêm
tăng thêm
trên
dưới
cao nhất
có tổng
là trên
có diện tích
có chiều dài
với chiều dài
có tổng chiều dài
với tổng chiều dài
với diện tích
trên diện tích
có tổng diện tích
với tổng diện tích
có trọng lượng
có công suất
với công suất
đã tăng
đã giảm
sẽ
phải
cần
đang
bị
của
các
để
về
theo
do
tính
nâng
khoảng cách
cách
xảy ra
xuất hiện
phát sinh
làm phát sinh
""")

# Nouns that name what money or a share is of, when they stand before it.
LABELS = rows("""
tổng kinh phí
kinh phí
tổng vốn
vốn
nguồn vốn
tổng nguồn vốn
tổng vốn đầu tư
vốn đầu tư
tổng mức đầu tư
mức đầu tư
tổng trị giá
trị giá
tổng giá trị
giá trị
số tiền
tổng số tiền
doanh thu
tổng doanh thu
thu nhập
thu nhập bình quân
thu nhập bình quân đầu người
lợi nhuận
giá
mức
mức hỗ trợ
tiền
dư nợ
tổng dư nợ
tổng thu ngân sách
thu ngân sách
thu ngân sách nhà nước
chi ngân sách
tổng chi
tổng thu
dự toán
chi phí
thiệt hại
quỹ
tỷ lệ
tỉ lệ
tỷ trọng
tỉ trọng
tốc độ tăng trưởng
độ che phủ
diện tích
tổng diện tích
sản lượng
năng suất
chiều dài
tổng chiều dài
chiều rộng
chiều cao
độ dày
bề rộng
khối lượng
công suất
số lượng
tổng số
số
lưu lượng
lượng mưa
mực nước
sức gió
tốc độ gió
nhiệt độ
độ mặn
dung tích
trữ lượng
trọng lượng
mật độ
dân số
khoảng cách
học phí
lương
tiền lương
mức lương
lãi suất
vốn điều lệ
quy mô
giá bán
giá thành
đơn giá
kim ngạch
kim ngạch xuất khẩu
ngân sách
tổng ngân sách
tổng nợ
khoản nợ
mức thu
mức đóng
mức phạt
mức giá
tổng sản lượng
tổng khối lượng
tổng dự toán
tổng mức
tổng mức vốn
nguồn lực
tổng nguồn lực
phạm vi
nguồn thu
độ sâu
độ tuổi
tổng công suất
""")

# Two words that belong together although the first one ends a phrase elsewhere.
KEPT_PAIRS = frozenset(rows("""
từ thiện
trong sạch
trong nước
ngoài nước
qua đào tạo
hiện đại
tại chỗ
còn lại
chỉ tiêu
chỉ đạo
cả nước
bằng khen
tăng thêm
trên địa
không nghề
còn sống
trong độ
trong danh
ngoài công
ngoài da
tại nhà
chưa có
không còn
không có
trên cạn
từ chối
sau thu
sau sinh
trước sinh
cùng kỳ
với các
với những
tính từ
trở lên
vào lớp
ra quân
ra mắt
dưới tán
đến trường
đến lớp
vào tù
do ma
sau đại
trên sông
theo chuỗi
theo tiêu
theo chuẩn
ra trường
tại ngoại
đến khám
trên biển
xuống cấp
ngoài trời
góp ý
phục vụ
giúp đỡ
không người
gần gũi
như nhau
cùng dân
cùng sản
"""))

