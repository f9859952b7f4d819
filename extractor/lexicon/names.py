"""Words that make of the number beside them a name, an ordinal or a document's number."""

from __future__ import annotations

from extractor.lexicon.levels import HAMLETS

# "Nghị quyết 42", "Điều 5": the number names a document where these stand right before it.
DOCUMENTS = frozenset("""
nghị quyết|nghị định|quyết định|kết luận|chỉ thị|thông tư|công văn|đề án|hướng dẫn|pháp lệnh|điều|khoản|tờ trình|
công điện|văn bản|giấy phép|quy chế|sắc lệnh|nghị quyết số|quyết định số|thông tư số|nq|qđ|ct|kl|tt|nđ|cv|
thông tri|thông tư liên tịch|lệnh|quy chuẩn|tiêu chuẩn|mục|chương|phụ lục|tcvn|qcvn|iso|hiệp định|biên bản|biểu mẫu|mẫu số
""".replace("\n", "").split("|"))  # fmt: skip

# The number after these is a name: "Quốc lộ 32", "thôn 5", "bão số 3", "mức độ 2".
NAMED = frozenset(HAMLETS) | frozenset("""
quốc lộ|ql|tỉnh lộ|tl|đt|đh|hương lộ|huyện lộ|đường|cao tốc|km|tổ|khu|khu vực|
tdp|quận|phường|q|p|lớp|khối|cấp|mức độ|mức|cấp độ|đợt|dự án|tiểu dự án|hợp phần|giai đoạn|khóa|khoá|khối lớp|loại|
hạng|nhóm|bảng|hình|ảnh|trang|tập|phần|bài|số|thứ|lần thứ|kỳ họp thứ|vòng|kênh|chương trình|phân khu|tầng|phòng|lô|đội|
trạm|cống|cầu|đập|hồ|nhà máy|trục|tuyến số|tuyến|cơ sở|vùng|vụ|vị trí|thứ hạng|top|tòa|nhà số|báo động|báo động số|cảnh báo cấp|
gió cấp|cấp gió|giật cấp|bậc|quý|xã|cảng|ca|vành đai|ngày truyền thống|mã|mã số|biển số|số nhà|ngõ|ngách|hẻm|kiệt|kcn|gói thầu số|
gói thầu|block|trường tiểu học|trường thcs|trường mầm non|mầm non|tiểu học|thcs|thpt|điểm|tháng|năm|mùng|mồng|hệ|phiên bản|đời|
trung đoàn|sư đoàn|tiểu đoàn|lữ đoàn|quân khu|quân đoàn|đại đội|binh đoàn|vietnam|việt nam|web|công nghệ|cách mạng công nghiệp|
ct|ubnd|zone|g|apec|covid|u|f|a|b|c|nghị quyết trung ương|trung ương|hội nghị trung ương|hội nghị lần thứ|đại hội lần thứ|lần|
bệnh viện|kho|tiêu chí|tiêu chí số|phó|căn|công ty|xí nghiệp|hợp tác xã|htx nông nghiệp|
htx|chi nhánh|chi bộ|xưởng|tiểu khu|khoảnh|thửa|thửa đất|tờ bản đồ|bản đồ số|hộp thư|áp thấp|bão|số hiệu|tàu|chuyến bay|
cây số|kilomet|mốc|chặng|tập đoàn|cụm|mũi|thế hệ|chiến dịch|ngân hàng|đường số|liên khu
""".replace("\n", "").split("|"))  # fmt: skip

# The number after these is a name whatever follows: Quốc lộ 7 sạt lở 11 điểm.
ALWAYS_NAMED = frozenset("""
quốc lộ|ql|tỉnh lộ|tl|hương lộ|huyện lộ|đường cấp|nhà cấp|công trình cấp|đê cấp|bão số|báo động|báo động số|mức độ|cấp độ|tiểu dự án|tiêu chuẩn cấp|
đường tỉnh|đường huyện|lớp|km|cấp báo động|dịch vụ công mức độ|gió cấp|giật cấp|thông tư|nghị định|phân khu|boeing|airbus|sinh viên năm|số nhà|ngõ|ngách|hẻm|kiệt|quận
""".replace("\n", "").split("|"))  # fmt: skip

# Words that end in "số" and say how many: dân số 25.310 người; behind "số" alone, as behind Công văn số, stands a name.
COUNTING = frozenset("""
dân|sĩ|sỹ|quân|doanh|tổng|trong|con|tần|hệ|chỉ|tham|thông|trị|phân|hằng|hàm|biến|bội|đa|thiểu|một|chuyển đổi|kinh tế|xã hội|công nghệ|
kỹ năng|hạ tầng|nền tảng|dữ liệu|công dân|chính quyền|chính phủ|ngân hàng|môi trường|thanh toán|nông nghiệp|truyền thông|cộng đồng|chữ|ẩn|vô|cơ
""".replace("\n", "").split("|"))  # fmt: skip

# Places whose number is their name unless what stands behind it is plainly counted: ấp 4 sạt lở, but mỗi ấp 4 hộ.
NUMBERED_PLACES = frozenset(HAMLETS) | frozenset("""
tdp|tiểu khu|khoảnh|thửa|thửa đất|phường|mốc|cột mốc|tờ bản đồ|phân trường|đội sản xuất|
ngõ|ngách|hẻm|kiệt|quận|quốc lộ|ql|tỉnh lộ|tl|hương lộ|huyện lộ|đường tỉnh|đường huyện|đt|đh
""".replace("\n", "").split("|"))  # fmt: skip

# What places and roads do or suffer: behind their number no noun that is counted.
STATES = frozenset("""
sạt|sạt lở|sạt taluy|ngập|ngập sâu|ngập úng|hư hỏng|xuống cấp|lún|sụt lún|nứt|cháy|gặt|gặt xong|trồi sụt|trồi lún|ùn tắc|ùn ứ|tắc|tê liệt|thông xe|bong tróc|lầy lội|
chia cắt|sập|đổ|vỡ|trống|rung|đổi|dời|cắm|nối|giao|giáp|thuộc địa bàn|đoạn qua|đoạn từ|đoạn chạy|đoạn tuyến|chạy qua|đi qua|kéo|liên tiếp|thường xuyên|trơn|trơn trượt|tan hoang|khang trang|bụi|gánh|ra quân|
ăn mừng|vui|quyết tâm|đoàn kết|thắng|thua|hòa|đấu|đá|dẫn|xếp|tạm|hoạt động|vận hành|phát điện|xả lũ|xả|tích nước|ngừng|dừng|đóng|đóng cửa|mở cửa
""".replace("\n", "").split("|"))  # fmt: skip

# "thứ 7", "lần thứ 3": ordinals.
ORDINAL = frozenset(("thứ", "lần thứ", "kỳ họp thứ", "hạng", "xếp thứ", "đứng thứ", "vị trí thứ", "khóa thứ"))

# Numbers that stand for no number: hai bên, ba không, bốn phương, năm châu.
IDIOMS = ("hai bên", "đôi bên", "hai chiều", "hai mặt", "hai tay", "hai đầu", "hai vai", "ba bề", "bốn phương", "bốn bên", "bốn bề", "bốn mùa",
          "năm châu", "bốn biển", "ba mẹ", "ba má", "vài ba", "đôi ba", "dăm ba", "ba tui", "ba con", "ba tôi", "ba của", "ba đình", "hai lúa", "tay ba", "thứ hai", "thứ ba", "thứ tư",
          "thứ năm", "thứ sáu", "thứ bảy", "ba lô", "ba ba", "ba vì", "ba gác", "ba rọi", "hai bà trưng", "một cửa", "ba lần bảy",
          "sáu mặt", "trăm năm", "nghìn năm", "ngàn đời", "hai buổi", "chín muồi", "chín tầng", "ba tháng cù lao", "bảy nổi", "ba chìm",
          "hai lòng", "năm mới", "hai sương", "chín bỏ", "ba zờ", "ba ra", "ba toong", "ba lăng", "chín rộ", "chín rục", "chín mọng", "chín cây", "chín tới", "chín đều", "năm tôi", "năm em", "năm anh", "năm chị", "năm chúng", "chín đỏ", "chín vàng",
          "mười mươi", "chín chắn", "sáu bảy", "bảy núi", "nửa cuối", "nửa đầu", "nửa sau", "nửa đêm", "nửa chừng", "nửa vời",
          "một nửa", "nửa số", "nửa ngày", "nửa kia", "nửa trên", "nửa dưới", "nửa đường", "nửa tá", "ba chế")  # fmt: skip

# "4 tại chỗ", "5 không 3 sạch", "3 cùng": mottoes.
MOTTO_AFTER = frozenset("""
tại chỗ|không|sạch|cùng|nhà|trước|tốt|bám|biết|rõ|dám|có|tăng|giảm|dễ|cần|cứng|mềm|chống|tự|đúng|mới|an|yên|bớt|thật|hóa
""".replace("\n", "").split("|"))  # fmt: skip
MOTTO_NEEDS_QUOTE = frozenset(("nhà", "trước", "tốt", "có", "tăng", "giảm", "cần", "mới", "tự", "dễ", "hóa", "thật", "an", "yên", "cùng"))

AGE_AFTER = ("tuổi", "tuổi đảng", "năm tuổi", "năm tuổi đảng", "tháng tuổi", "xuân xanh")
