"""Verbs that say what is done with things that are counted or measured, or what happens to them."""

from __future__ import annotations

from extractor.lexicon.words import ACTIONS

# Beside those that end noun phrases, too (ACTIONS).
_MORE = (
    "bao phủ", "bay", "biểu diễn", "biểu quyết", "bàn bạc", "báo cáo", "bãi nhiệm", "bón", "bù", "bù đắp",
    "bùng phát", "băng qua", "bơi", "bơm", "bảo tồn", "bảo đảm", "bắn", "bắt nguồn", "bắt quả tang", "bắt đầu", "bỏ",
    "bỏ hoang", "bỏ phiếu", "bỏ trống", "bốc dỡ", "bốc xếp", "bồi lắng", "bồi trúc", "cam kết", "canh tác", "che phủ",
    "chi hỗ trợ", "chia", "chia cắt", "chiêu đãi", "chiếm đoạt", "chiếu sáng", "cho thuê đất", "cho vay vốn",
    "chuyển dịch", "chuyển mục đích", "chuyển nhượng", "chuẩn bị", "chào bán", "cháy", "cháy rụi", "chìm", "chôn",
    "chôn lấp", "chơi", "chạm", "chạy", "chảy", "chấm", "chấp thuận", "chẩn đoán", "chắn", "chặn", "chặt", "chặt hạ",
    "chế biến", "chế tạo", "chịu", "chọn", "chọn lọc", "chở", "chở khách", "chụp", "chủ trì", "chứa", "chứng kiến",
    "chứng nhận", "chứng thực", "chữa cháy", "chữa khỏi", "chữa trị", "có mặt", "cô lập", "công bố", "công chứng",
    "công khai", "cư trú", "cưu mang", "cưới", "cướp", "cải thiện", "cảnh báo", "cảnh cáo", "cấp cứu", "cấp giấy",
    "cấp nước", "cấp phép", "cấp đổi", "cập nhật", "cắt", "củng cố", "di chuyển", "di cư", "di tản", "diễn ra",
    "diễn tập", "diệt", "duy tu", "dâng", "dùng", "dạy", "dẫn", "dệt", "dừng", "dự", "dự trữ", "ghi nhận", "ghép",
    "gia công", "gia cố", "gia nhập", "gia tăng", "giam giữ", "giao dịch", "giao khoán", "giao nộp", "giao đất",
    "giải cứu", "giải phóng mặt bằng", "giải thể", "giải tỏa", "giải đáp", "giảm", "giảm nghèo", "giảm thiểu",
    "giảng dạy", "giết", "giữ", "giữ vững", "gom", "gây", "gây quỹ", "gãy", "gãy đổ", "góp mặt", "góp vốn", "gắn",
    "hiến tạng", "hiến đất", "hoàn thiện", "hoàn thuế", "hoàn trả", "hoàn tất", "hoạt động", "huấn luyện",
    "hành nghề", "hình thành", "hòa mạng", "hút", "hư hại", "hướng dẫn", "hưởng", "hưởng lợi", "hưởng ứng", "hạ",
    "hạ cánh", "hạ thấp", "học", "học tập", "hỗn chiến", "hợp tác", "hủy", "hủy bỏ", "in", "khai", "khai giảng",
    "khai hoang", "khai mạc", "khai phá", "khai trương", "khai trừ", "khiếu nại", "khiển trách", "khoan",
    "khuyến khích", "khám bệnh", "khám chữa bệnh", "khám xét", "khô héo", "khô hạn", "khảo sát", "khắc phục",
    "khởi hành", "khởi kiện", "kinh doanh", "kiên cố hóa", "kiếm", "kiếm được", "kiểm dịch", "kiểm kê", "kiểm soát",
    "kiểm điểm", "kiểm đếm", "kiện", "kiện toàn", "kè", "kéo giảm", "kê khai", "ký hợp đồng", "kết hôn", "kết hợp",
    "kết luận", "kết nối", "kết thúc", "kỷ luật", "lao động", "leo", "liên doanh", "liên kết", "loại bỏ", "luân canh",
    "luân chuyển", "làm việc", "lái", "lây nhiễm", "lãi", "lãnh", "lĩnh", "lưu", "lưu giữ", "lưu trú", "lấy",
    "lập biên bản", "lập hồ sơ", "lật", "lặn", "lồng ghép", "lỗ", "lừa đảo", "lựa chọn", "mang lại", "mang về", "may",
    "miễn nhiệm", "mua bán", "mua sắm", "mất trắng", "mất tích", "mắc", "mắc bệnh", "mắc kẹt", "mặc", "mổ", "mời",
    "mở cửa", "nghiên cứu", "nghiệm thu", "nghỉ", "nghỉ dưỡng", "ngăn chặn", "ngập sâu", "ngừng", "nhiễm",
    "nhiễm bệnh", "nhân giống", "nhượng quyền", "nhận ủy thác", "nhập", "nhập cư", "nhập cảnh", "nhập học",
    "nhập viện", "nhắc nhở", "niêm phong", "niêm yết", "nuôi dưỡng", "nâng cao", "ném", "nấu", "nối", "nối dài", "nổ",
    "phong tặng", "phong tỏa", "phun khử trùng", "phá", "phá dỡ", "phá hỏng", "phá hủy", "phá án", "phát sinh",
    "phát sóng", "phát thanh", "phát triển mới", "phát điện", "phân chia", "phân công", "phân cấp", "phân hủy",
    "phân loại", "phân luồng", "phân làm", "phân phối", "phân tích", "phê chuẩn", "phòng chống", "phòng ngừa",
    "phản biện", "phản ánh", "phẫu thuật", "phối giống", "phổ cập", "phụ trách", "phủ", "phủ sóng", "quan sát",
    "quy tụ", "quyết định", "quét", "quảng cáo", "ra đời", "rót", "rút", "rộng mở", "rời", "san gạt", "san lấp",
    "sinh", "sinh sản", "sinh sống", "sinh trưởng", "suy giảm", "sát hại", "sạt lở", "sống", "sống sót", "sở hữu",
    "sụt giảm", "sụt lún", "tham quan", "tham ô", "thanh toán", "thay đổi", "theo học", "thi công", "thi hành",
    "thi đấu", "thi đỗ", "thiết lập", "thiếu", "thiệt mạng", "thoát nghèo", "thu lời", "thu lợi", "thu nhận",
    "thu nộp", "thu nợ", "thu phí", "thu thuế", "thu thập", "thu về", "thua", "tháo", "thêu", "thí điểm", "thông báo",
    "thúc đẩy", "thưởng", "thả", "thả nuôi", "thải", "thảo luận", "thống kê", "thống nhất", "thử nghiệm", "thực hành",
    "tinh giản", "tiêm vắc xin", "tiêu diệt", "tiêu úng", "tiến hành", "tiếp công dân", "tiếp xúc", "trang bị",
    "trao giải", "trao trả", "trao đổi", "treo", "triển lãm", "triệt phá", "triệt xóa", "triệu tập", "truy nã",
    "truy thu", "truy tặng", "truyền", "truyền hình", "truyền tải", "tràn", "trình", "trình bày", "trình báo",
    "trình diễn", "trôi", "trùng tu", "trúng tuyển", "trưng bày", "trả lời", "trả nợ", "trộm", "trộm cắp", "trục vớt",
    "trục xuất", "trừ", "tu bổ", "tuyên phạt", "tuần tra", "tài trợ", "tàn phá", "tách", "tái chế", "tái nghèo",
    "tìm", "tìm kiếm", "tình nguyện", "tích", "tích trữ", "tông", "tăng", "tăng cường", "tước", "tưới tiêu",
    "tạm giam", "tạm giữ", "tạo", "tạo ra", "tấn công", "tập kết", "tập trung", "tập trận", "tố cáo", "tốn",
    "tốt nghiệp", "tổng hợp", "tử vong", "uống", "vay vốn", "vi phạm", "vinh danh", "viết", "vùi lấp", "vượt",
    "vượt qua", "vận hành", "vận tải", "vẽ", "vớt", "vỡ", "xem", "xem xét", "xen canh", "xin", "xuất bản",
    "xuất cảnh", "xuất phát", "xuất viện", "xác lập", "xác minh", "xác định", "xâm nhập", "xét", "xét tuyển",
    "xét tặng", "xóa mù chữ", "xóa nhà tạm", "xả", "xảy ra", "xẩy ra", "xếp", "xếp hạng", "xử", "yêu cầu", "áp", "ôm",
    "ăn", "đan", "đe dọa", "đem lại", "đi", "đi học", "đi làm", "đi lại", "đi qua", "điều chuyển", "điều chỉnh",
    "điều hành", "điều khiển", "điều động", "đo", "đo đạc", "đoạt giải", "đuổi", "đàm phán", "đánh", "đánh bắt",
    "đánh giá", "đáp ứng", "đâm", "đình chỉ", "đòi", "đón nhận", "đón tiếp", "đóng", "đóng cửa", "đóng gói",
    "đóng mới", "đăng", "đăng ký mới", "đăng tải", "đưa", "đưa tin", "đưa vào", "đưa đón", "đảm bảo", "đấu giá",
    "đấu nối", "đấu thầu", "đập", "đặt", "đặt hàng", "đẻ", "đề bạt", "định cư", "định giá", "đọc", "đối ứng", "đốn",
    "đốt", "đồng hành", "đổ", "đổ bộ", "đổ ngã", "đổ sập", "đổi", "đỗ", "đứng", "đựng", "ươm", "ươm trồng",
    "ảnh hưởng", "ủy thác", "ứng", "ứng phó", "ứng vốn",
)  # fmt: skip
DEEDS = frozenset((*ACTIONS, *_MORE))

# Deeds that tell only how a number came to be known; a check or an inspection is a deed with a number of its own.
NOTICING = ("phát hiện", "ghi nhận", "rà soát", "thống kê", "xác định")
