"""Words of time as tables: what stands before a date, what turns a span of years into a mere when."""

from __future__ import annotations

DAY_WORDS = ("ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "rạng sáng", "mùng", "mồng", "khuya")

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
            "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}  # fmt: skip

MONTHS = {"giêng": 1, "chạp": 12, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
          "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12}  # fmt: skip

WEEKDAYS = {"thứ hai": 0, "thứ ba": 1, "thứ tư": 2, "thứ năm": 3, "thứ sáu": 4, "thứ bảy": 5, "thứ bẩy": 5, "chủ nhật": 6,
            "thứ 2": 0, "thứ 3": 1, "thứ 4": 2, "thứ 5": 3, "thứ 6": 4, "thứ 7": 5,
            "t2": 0, "t3": 1, "t4": 2, "t5": 3, "t6": 4, "t7": 5, "cn": 6,
            "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}  # fmt: skip

# Up to now: the period ends on the day of publication.
UNTIL_NOW = ("đến nay", "tới nay", "cho đến nay", "tính đến nay", "đến thời điểm này", "đến thời điểm hiện nay",
             "đến thời điểm hiện tại", "tính đến thời điểm này", "tính đến thời điểm hiện tại", "đến hiện nay",
             "đến hiện tại", "đến giờ", "lũy kế đến nay")  # fmt: skip
NOW = ("hiện nay", "hiện tại", "hiện", "thời điểm này", "hiện thời", "bây giờ", "giờ đây", "lúc này")

SCHOOL_YEARS = ("năm học", "niên học", "niên vụ", "vụ đông xuân", "vụ mùa", "mùa vụ", "niên khóa", "vụ")

# Around "n năm", "n tháng" ...: these make it a when (qua 5 năm, 3 năm qua, 5 năm thực hiện), no result.
AFTER_SPAN = ("qua", "gần đây", "trở lại đây", "nay", "trước", "trước đây", "trước đó", "tới", "sau", "sau đó", "nữa",
              "thực hiện", "triển khai", "xây dựng", "thành lập", "liên tiếp", "liền", "liên tục", "đầu năm",
              "cuối năm", "đầu", "cuối", "hình thành", "hoạt động", "ngày", "giải phóng", "tái lập", "phát triển",
              "tổ chức", "chiến thắng", "thi hành", "đổi mới", "kể từ", "vừa qua", "vừa rồi", "còn lại", "tiếp theo",
              "phấn đấu", "đấu tranh", "chia tách", "nhập", "sáp nhập", "đi vào", "tham gia", "cống hiến", "gắn bó",
              "công tác", "học tập", "chung sống", "cùng", "mới", "ròng", "đưa vào", "kháng chiến",
              "đồng hành", "chờ đợi", "vận hành", "áp dụng", "lịch sử")  # fmt: skip

# Exact days of an event reported in the lead: the results told there have another period (GUIDELINES.md, 4).
MEETINGS = ("hội nghị", "họp", "kỳ họp", "phiên họp", "tổng kết", "sơ kết", "buổi làm việc", "làm việc với", "đại hội",
            "hội thảo", "tọa đàm", "giao ban", "tiếp xúc cử tri", "gặp mặt", "kiểm tra", "giám sát", "thăm",
            "họp báo", "cho biết", "thông tin")  # fmt: skip
