"""Counted nouns of several syllables that are written as one unit: the noun is taken whole."""

from __future__ import annotations

from extractor.lexicon.rows import rows

COMPOUNDS = rows("""
trụ cột
công đoàn cơ sở
công đoàn
mô hình
hộ dân
hộ gia đình
hộ nghèo
hộ cận nghèo
lượt người
lượt khách
lượt hộ
lượt hội viên
ngày công
hợp tác xã
tổ hợp tác
doanh nghiệp
công trình
dự án
chỉ tiêu
nhiệm vụ
sản phẩm
tập thể
cá nhân
cán bộ
công chức
viên chức
đảng viên
đoàn viên
hội viên
học sinh
sinh viên
giáo viên
người dân
nông dân
chiến sĩ
chiến sỹ
trường hợp
đối tượng
đơn vị
cơ sở
cơ quan
địa phương
tổ chức
tổ chức cơ sở đảng
chi bộ
đảng bộ
nhân khẩu
lao động
công nhân
bệnh nhân
ca bệnh
ca mắc
ca nhiễm
giường bệnh
cuộc họp
bản cam kết
cá thể
phòng học
lớp học
trường học
nhà văn hóa
nhân viên
bác sĩ
bác sỹ
dược sĩ
y sĩ
điều dưỡng
đại biểu
cử tri
ứng cử viên
ý kiến
kiến nghị
thôn bản
tổ dân phố
khu dân cư
khu phố
thị trấn
thị xã
thành phố
tỉnh thành
quận huyện
hồ sơ
văn bản
thủ tục
giải pháp
nội dung
tiêu chí
chỉ số
bảo vệ
chương trình
kế hoạch
nghị quyết
gia đình
thành viên
nạn nhân
hành khách
du khách
khách sạn
cửa hàng
siêu thị
trang trại
gia trại
làng nghề
trạm y tế
bệnh viện
phương tiện
xe máy
ô tô
máy tính
máy bay
tàu cá
tàu thuyền
tài khoản
chị em
phụ nữ
thanh niên
thiếu niên
trẻ em
cựu chiến binh
đồng chí
ủy viên
nghệ nhân
tác phẩm
tiết mục
vận động viên
huy chương
bằng khen
giấy khen
giải nhất
giải nhì
giải ba
danh hiệu
đề tài
sáng kiến
địa chỉ
khu đất
căn hộ
ngôi nhà
căn nhà
nhà ở
tình nguyện viên
đơn vị máu
liều vắc xin
điểm trường
điểm cầu
điểm lưu trú
tuyến đường
hạng mục
gói thầu
trục đường
ưu điểm
mức hỗ trợ
nhóm nhiệm vụ
thương binh
bệnh binh
liệt sĩ
người có công
chức sắc
tín đồ
già làng
trưởng bản
trưởng thôn
người cao tuổi
người lao động
hội nghị
hội thảo
tin bài
chuyên mục
bài viết
câu lạc bộ
thôn xóm
dân tộc
đơn vị bầu cử
điển hình
phần quà
suất quà
tên lửa
công ty
công dân
con tin
người mẫu
nhà máy
nhà báo
nhà thầu
nhà khoa học
nhà đầu tư
khách hàng
phần thưởng
bộ trưởng
tổ trưởng
đội trưởng
đầu đạn
đầu sách
cô giáo
thầy giáo
anh em
ông bà
mẹ con
cha con
vợ chồng
vị trí
bản án
bản đồ
bản tin
mặt hàng
mặt bằng
hàng hóa
đội tuyển
câu hỏi
câu chuyện
bài học
bài báo
dân quân
nguồn tin
nguồn vốn
tin nhắn
đường dây
đường ống
bàn thắng
khẩu phần
khẩu trang
tờ rơi
tờ trình
hộ khẩu
hồ đập
hồ chứa
bị cáo
bị can
bị hại
bị đơn
công binh
công an
cao tốc
cao ốc
nữ sinh
nam sinh
căn cứ
cầu thủ
chi nhánh
quần đảo
ca sĩ
khu vực
bộ đội
đội viên
bộ máy
ngôi sao
giải thưởng
thuyền viên
bến xe
bậc thang
con số
vụ việc
bệ phóng
nghi phạm
nghi can
thương hiệu
phó bí thư
phó giám đốc
phó chủ tịch
điều kiện
điều khoản
hình thức
hình ảnh
từ khóa
đại biểu quốc hội
máy móc
""")
