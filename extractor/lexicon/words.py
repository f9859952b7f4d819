"""Function words and verbs as tables: where a noun phrase ends, what a number reports, what was done with it."""

from __future__ import annotations

from extractor.lexicon.rows import rows

# No counted noun begins with these: a number before one has no unit to its right.
NOT_A_NOUN = frozenset("""
và của đến trong là có tại đã sẽ điều với cho ở để khi sau theo về cũng nhưng tới vào trên do không từ qua thì mà nếu
còn phải được bị đang vẫn chưa rồi nên vì bởi nhờ bằng như hay hoặc cùng khoảng hơn gần dưới trước giữa ngoài đều mới
này đó kia ấy nữa trở lên xuống so tăng giảm đạt gồm chiếm nhằm tức vừa cả lại ra thuộc chỉ nay hiện ngay đây
rằng dù tuy song trừ âm thêm mỗi từng các những mấy nào ai gì đâu sao thế vậy rất quá lắm hết cần hãy đừng chớ
vốn mất khỏi xong nhất mang gặp chở mua đi chạy khiến đưa nằm đặt giúp gây nhận rơi luôn nói mời nêu bắn đâm cứu dừng muốn dài rộng cao sâu số tùy tuỳ
""".split())  # fmt: skip

# Verbs whose first syllable looks like a noun: the number before one belongs to what stands before it (mùa 5 xuất hiện).
VERBS_OF_TWO = frozenset(rows("""
tham gia
xảy ra
trị giá
mang tên
xuất hiện
lưu thông
làm việc
hứa hẹn
thống nhất
nhanh chóng
đề cập
tưởng tượng
phát hiện
bước vào
rời khỏi
cung cấp
trang bị
diễn ra
tiến hành
bắt đầu
kết thúc
khai mạc
bế mạc
tập trung
tiếp tục
phát động
thông qua
ban hành
quy định
trở thành
hoàn thành
khẳng định
cho biết
chứng kiến
đón nhận
đứng đầu
thu hút
triển khai
"""))

# A noun phrase ends before these.
PHRASE_END = frozenset("""
là đã sẽ đang được bị do tại ở để với cho khi nhằm mà thì nên vì bởi nhờ từ đến tới trong vào ra và hoặc nhưng song tuy
còn cùng theo qua sau trước giữa ngoài nếu đều cũng vẫn chưa không rồi này đó gồm chiếm đạt tăng giảm tính trị trên dưới
ước hơn gần khoảng nhất lên xuống như bằng hiện nay vừa mới chỉ cả hằng mỗi so trở thêm tức góp giúp phục thuộc đúng ven dọc quanh bên cạnh
""".split())  # fmt: skip

# Verbs of district news that say what was done with a quantity.
ACTIONS = rows("""
xây dựng
xây mới
xây
xây lắp
thành lập
thành lập mới
tổ chức
hỗ trợ
trao
trao tặng
tặng
bàn giao
trồng
trồng mới
tu sửa
sửa chữa
sửa
làm mới
làm
nâng cấp
cải tạo
mở rộng
mở mới
mở
đổ bê tông
bê tông hóa
cứng hóa
nhựa hóa
láng nhựa
thảm nhựa
rải
phát dọn
dọn dẹp
dọn vệ sinh
vệ sinh
nạo vét
khơi thông
đào
đắp
lắp đặt
lắp
kéo
khánh thành
khởi công
hoàn thành
triển khai
thực hiện
duy trì
phát triển
nhân rộng
đăng ký
ra mắt
huy động
vận động
quyên góp
ủng hộ
đóng góp
góp
hiến
hiến tặng
giải phóng
thu hồi
cấp
cấp mới
cấp phát
phát
phát hành
giải ngân
cho vay
vay
đầu tư
bố trí
phân bổ
chi
chi trả
thu
thu được
nộp
nộp ngân sách
tiết kiệm
thu gom
xử lý
phát hiện
bắt giữ
bắt
khởi tố
truy tố
xét xử
thụ lý
giải quyết
điều tra
làm rõ
xử phạt
phạt
tịch thu
thu giữ
tiêu hủy
kiểm tra
thanh tra
giám sát
tiếp nhận
tiếp
tiếp đón
đón
phục vụ
khám
điều trị
tiêm
tiêm phòng
tiêm chủng
tuyên truyền
tập huấn
đào tạo
bồi dưỡng
dạy nghề
tư vấn
giới thiệu
tạo việc làm
xuất khẩu
nhập khẩu
sản xuất
thu hoạch
khai thác
chăn nuôi
nuôi
nuôi trồng
gieo trồng
gieo cấy
phun
gieo
cấy
chăm sóc
bảo vệ
khoanh nuôi
xuất bán
bán
mua
thu mua
tiêu thụ
công nhận
kết nạp
bầu
bổ nhiệm
khen thưởng
tặng thưởng
biểu dương
tuyên dương
khen
trao thưởng
tôn vinh
xóa
xóa bỏ
tháo dỡ
di dời
cưỡng chế
sắp xếp
sáp nhập
chuyển đổi
tái định cư
đền bù
bồi thường
thiệt hại
bị thiệt hại
hư hỏng
sập
cuốn trôi
ngập
bị ngập
tốc mái
chết
bị chết
mất
bị thương
tham gia
tham dự
thu hút
tiếp cận
giúp
giúp đỡ
đỡ đầu
nhận đỡ đầu
nhận
nhận hỗ trợ
chuyển giao
ứng dụng
áp dụng
ban hành
phê duyệt
duyệt chi
thẩm định
thông qua
ký kết
ký
quản lý
theo dõi
rà soát
lập
phối hợp
hòa giải
sinh hoạt
gặp mặt
thăm
thăm hỏi
động viên
trợ cấp
trợ giúp
cứu trợ
gửi
chuyển
vận chuyển
dành
trích
bổ sung
nâng
kéo dài
rút ngắn
quy hoạch
thiết kế
cần
sử dụng
lắp ráp
cung cấp
đề xuất
đề nghị
kiến nghị
tạm ứng
trả
nợ
đoạt
giành
đạt giải
lấy mẫu
xét nghiệm
cách ly
hiến máu
phát động
chuyển đi
cử
dựng
bê tông
phát quang
lắp mới
điều tiết
tưới
cung ứng
gia hạn
miễn giảm
miễn
thay thế
thay
tuyển dụng
tuyển
tuyển sinh
giao
chỉnh trang
tôn tạo
phục hồi
tiết giảm
cắt giảm
ra quân
tiếp sức
quan tâm
chăm lo
cho thuê
thuê
cứu
cứu hộ
sơ tán
""")

# After a bare noun these open the clause that says which: hộ đã hoàn thành, xã có đường nhựa.
RELATIVE = frozenset("đã được đang bị có của cho là làm trong đạt thuộc tham để từ ở vào còn chưa không mới do sẽ phải giúp xuống sang về vẫn đều cũng ngoài tại trên".split())

# Actions that are nouns just as well: they may begin what is measured.
ALSO_NOUNS = frozenset(rows("""
bê tông
thu
chi
đề xuất
kiến nghị
thu hoạch
nợ
bán
tiêm chủng
thiệt hại
giải quyết
vay
xuất khẩu
nhập khẩu
tiết kiệm
đầu tư
phát triển
vệ sinh
kiểm tra
giám sát
khám
đào tạo
sinh hoạt
cấp
quy hoạch
sản xuất
nuôi trồng
chăn nuôi
tái định cư
"""))

# Deeds that are no nouns besides.
PLAIN_VERBS = tuple(verb for verb in ACTIONS if verb not in ALSO_NOUNS)
