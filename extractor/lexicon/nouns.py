"""Counted nouns as Vietnamese builds them: classifiers, compounds that must not be cut, nouns that stand in pairs."""

from __future__ import annotations

# A classifier alone says little: the record's item goes on to the noun behind it, the unit may as well.
CLASSIFIERS = frozenset("con|chiếc|cái|căn|ngôi|suất|phần|em|bộ|cuốn|quyển|thùng|cặp|đôi|tấm|bức|tờ|bản|cây|quả|chùm|hạt|viên|lọ|chai|"
                        "túi|bao|gói|hộp|lon|kiện|lô|mâm|bàn|ghế|cháu|cụ|ông|bà|anh|chị|bạn|vị|tên|đứa|cô|chú|bác|thầy|khẩu|"
                        "vụ|ca|lớp|đợt|cuộc|buổi|hội|đoàn|đội|tổ|nhóm|ban|chi|đầu|đàn|bầy|vườn|mảnh|thửa|luống|hàng|dãy|khu|điểm|"
                        "tuyến|đoạn|trục|cụm|gian|phòng|phát|lượt|lần|khoản|mức|loại|thứ|giống|hố|bể".split("|"))  # fmt: skip

# Written as one unit: the noun is taken whole.
COMPOUNDS = ("trụ cột", "công đoàn cơ sở", "công đoàn", "mô hình", "hộ dân", "hộ gia đình", "hộ nghèo", "hộ cận nghèo", "lượt người", "lượt khách", "lượt hộ", "lượt hội viên", "ngày công", "hợp tác xã",
             "tổ hợp tác", "doanh nghiệp", "công trình", "dự án", "chỉ tiêu", "nhiệm vụ", "sản phẩm", "tập thể", "cá nhân", "cán bộ", "công chức", "viên chức",
             "đảng viên", "đoàn viên", "hội viên", "học sinh", "sinh viên", "giáo viên", "người dân", "nông dân", "chiến sĩ", "chiến sỹ",
             "trường hợp", "đối tượng", "đơn vị", "cơ sở", "cơ quan", "địa phương", "tổ chức", "tổ chức cơ sở đảng", "chi bộ", "đảng bộ", "nhân khẩu",
             "lao động", "công nhân", "bệnh nhân", "ca bệnh", "ca mắc", "ca nhiễm", "giường bệnh", "cuộc họp", "bản cam kết", "cá thể", "phòng học", "lớp học",
             "trường học", "nhà văn hóa", "nhân viên", "bác sĩ", "bác sỹ", "dược sĩ", "y sĩ", "điều dưỡng", "đại biểu", "cử tri", "ứng cử viên", "ý kiến",
             "kiến nghị", "thôn bản", "tổ dân phố", "khu dân cư", "khu phố", "thị trấn", "thị xã", "thành phố", "tỉnh thành", "quận huyện", "hồ sơ", "văn bản",
             "thủ tục", "giải pháp", "nội dung", "tiêu chí", "chỉ số", "bảo vệ", "chương trình", "kế hoạch", "nghị quyết", "gia đình", "thành viên", "nạn nhân", "hành khách",
             "du khách", "khách sạn", "cửa hàng", "siêu thị", "trang trại", "gia trại", "làng nghề", "trạm y tế", "bệnh viện", "phương tiện", "xe máy",
             "ô tô", "máy tính", "máy bay", "tàu cá", "tàu thuyền", "tài khoản", "chị em", "phụ nữ", "thanh niên", "thiếu niên", "trẻ em", "cựu chiến binh",
             "đồng chí", "ủy viên", "nghệ nhân", "tác phẩm", "tiết mục", "vận động viên", "huy chương", "bằng khen", "giấy khen", "giải nhất", "giải nhì",
             "giải ba", "giải pháp", "danh hiệu", "đề tài", "sáng kiến", "địa chỉ", "khu đất", "căn hộ", "ngôi nhà", "căn nhà", "nhà ở", "tình nguyện viên", "đơn vị máu",
             "liều vắc xin", "điểm trường", "điểm cầu", "điểm lưu trú", "tuyến đường", "hạng mục", "gói thầu", "trục đường", "ưu điểm", "mức hỗ trợ", "nhóm nhiệm vụ",
             "thương binh", "bệnh binh", "liệt sĩ", "người có công", "chức sắc", "tín đồ", "già làng", "trưởng bản", "trưởng thôn", "người cao tuổi", "người lao động",
             "hội nghị", "hội thảo", "tin bài", "chuyên mục", "bài viết", "câu lạc bộ", "thôn xóm", "dân tộc", "đơn vị bầu cử", "điển hình", "phần quà", "suất quà",
             "tên lửa", "công ty", "công dân", "con tin", "người mẫu", "nhà máy", "nhà báo", "nhà thầu", "nhà khoa học", "nhà đầu tư", "khách hàng",
             "phần thưởng", "bộ trưởng", "tổ trưởng", "đội trưởng", "đầu đạn", "đầu sách", "cô giáo", "thầy giáo", "anh em", "ông bà", "mẹ con", "cha con", "vợ chồng",
             "vị trí", "bản án", "bản đồ", "bản tin", "mặt hàng", "mặt bằng", "hàng hóa", "đội tuyển", "câu hỏi", "câu chuyện", "bài học", "bài báo", "dân quân",
             "nguồn tin", "nguồn vốn", "tin nhắn", "đường dây", "đường ống", "bàn thắng", "khẩu phần", "khẩu trang", "tờ rơi", "tờ trình", "hộ khẩu",
             "hồ đập", "hồ chứa", "bị cáo", "bị can", "bị hại", "bị đơn", "công binh", "công an", "cao tốc", "cao ốc", "nữ sinh", "nam sinh", "căn cứ", "cầu thủ", "chi nhánh", "quần đảo", "ca sĩ", "khu vực", "bộ đội", "đội viên", "bộ máy", "ngôi sao", "giải thưởng",
             "thuyền viên", "bến xe", "bậc thang", "con số", "vụ việc", "bệ phóng", "nghi phạm", "nghi can", "thương hiệu", "phó bí thư", "phó giám đốc", "phó chủ tịch", "điều kiện", "điều khoản", "hình thức", "hình ảnh", "từ khóa", "đại biểu quốc hội", "máy móc")  # fmt: skip

# Counted nouns that are written short.
ABBREVIATED = ("đ/c",)  # đồng chí

# Nouns and classifiers that are counted alone, though they begin many words of two syllables: 3 xe | tải, 2 con | đường.
ALONE = CLASSIFIERS - {"hội", "ban", "giống"} | frozenset("""
người dân hộ kẻ thợ khách mẹ cha bố cậu nữ nam xã phường quận huyện tỉnh thôn làng ấp xóm buôn bon nước châu
nhà xe tàu thuyền ghe máy cầu cống đường trường trạm chợ chùa ao giếng hồ đập kênh sông cửa ô tầng lầu
chữ bài tin câu từ trang chuyến phiên kỳ ngày tháng năm tuần giờ tiếng đêm vòng bước bậc mặt bên phía nơi chỗ món
ngành nghề khối sở trâu bò lợn gà vịt dê chó mèo cá tôm súng đạn tiết môn bệ ngón tay chân mắt răng điều giải cúp lá cờ
nguồn dạng kiểu hình mẫu bến rừng đồi ruộng rẫy nương trại kho cột trụ đèn giường nồi bát đĩa áo quần hàng
""".split())  # fmt: skip

# Nouns that are counted together: 7 xã, thị trấn; 20 cán bộ, đảng viên và người dân.
PAIRED = ("xã", "phường", "thị trấn", "huyện", "thị xã", "thành phố", "quận", "tỉnh", "thôn", "bản", "xóm", "ấp", "buôn", "khu phố", "tổ dân phố", "khu dân cư",
          "cán bộ", "công chức", "viên chức", "đảng viên", "đoàn viên", "hội viên", "chiến sĩ", "chiến sỹ", "người dân", "nhân dân", "thanh niên", "tập thể", "cá nhân",
          "mô hình", "điển hình", "chỉ tiêu", "nhiệm vụ", "giải pháp", "đơn vị", "cơ quan", "doanh nghiệp", "địa phương", "học sinh", "sinh viên", "giáo viên", "phụ huynh",
          "công nhân", "lao động", "người lao động", "công trình", "dự án", "phần việc", "hộ", "hộ dân", "cơ sở", "tổ chức", "chương trình", "đề án", "kế hoạch", "tổ", "đội", "nhóm",
          "khối", "trường", "ban", "ngành", "sở", "tin", "bài", "trâu", "bò", "lợn", "gà", "vịt", "dê", "nhà văn hóa", "bị can", "bị cáo", "vụ", "tuyến", "đoạn", "thành", "cấp ủy",
          "ý kiến", "kiến nghị", "văn bản", "hồ sơ", "gia đình", "nhóm hộ", "đại biểu", "khách mời", "nghệ nhân", "diễn viên", "câu lạc bộ", "bếp ăn", "căn hộ", "nền đất",
          "công ty", "tổng công ty", "khu", "cụm", "làng", "bon", "trạm", "điểm", "bác sĩ", "dược sĩ", "điều dưỡng", "bệnh viện", "trung tâm", "trang trại")  # fmt: skip

# Heads of labels that stand before their number: "số đại biểu phải bầu thêm: 0".
LABEL_HEADS = ("tổng số", "số", "số lượng", "tổng", "tổng cộng", "số lượt")
