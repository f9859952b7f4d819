"""Words that bend a number: TimeML modifiers and the words that say them."""

from __future__ import annotations

from extractor.model.shapes import Modifier

# Directly before the number; the nearest one decides (khoảng trên = more_than, khoảng gần = nearly).
BEFORE: dict[str, Modifier] = {
    "trên": "more_than", "hơn": "more_than", "quá": "more_than", "vượt quá": "more_than",
    "lớn hơn": "more_than", "nhỏ hơn": "less_than",
    "trên dưới": "approx", "ngoài": "more_than", ">": "more_than",
    "dưới": "less_than", "chưa đến": "less_than", "chưa tới": "less_than", "chưa đầy": "less_than",
    "không đến": "less_than", "không tới": "less_than", "không đầy": "less_than", "chưa đạt": "less_than",
    "<": "less_than",
    "vượt mốc": "more_than", "vượt ngưỡng": "more_than", "trên mức": "more_than", "trên ngưỡng": "more_than", "dưới ngưỡng": "less_than",
    "dưới mức": "less_than", "ước tính còn": "approx", "ước còn": "approx", "tối đa thêm": "at_most", "giá trị cao hơn": "more_than",
    "vượt mức": "more_than", "vượt trên": "more_than", "vượt con số": "more_than", "vượt qua mốc": "more_than",
    "vượt qua ngưỡng": "more_than", "vượt qua con số": "more_than", "trên mốc": "more_than",
    "dưới mốc": "less_than", "chưa bằng": "less_than",
    "ngấp nghé": "nearly", "gần bằng": "nearly", "gần đạt": "nearly", "gần được": "nearly", "gần mức": "nearly", "gần mốc": "nearly",
    "gần ngưỡng": "nearly", "gần chạm mốc": "nearly", "tiệm cận": "nearly", "tiệm cận mốc": "nearly", "tiệm cận mức": "nearly",
    "tiệm cận ngưỡng": "nearly", "sát mốc": "nearly", "sát ngưỡng": "nearly", "ngót ngét": "nearly",
    "loanh quanh": "approx", "quanh mức": "approx", "quanh mốc": "approx", "quanh ngưỡng": "approx", "phỏng chừng": "approx",
    "dao động quanh": "approx", "ước đoán": "approx", "đâu đó": "approx",
    "nhỏ hơn hoặc bằng": "at_most", "thấp hơn hoặc bằng": "at_most", "ít hơn hoặc bằng": "at_most", "bằng hoặc nhỏ hơn": "at_most",
    "lớn hơn hoặc bằng": "at_least", "cao hơn hoặc bằng": "at_least", "nhiều hơn hoặc bằng": "at_least", "bằng hoặc lớn hơn": "at_least",
    "khoảng bằng": "approx",
    "chưa quá": "at_most", "chưa vượt": "at_most", "chưa vượt quá": "at_most", "ít cũng": "at_least", "ít ra cũng": "at_least",
    "chưa được": "less_than", "lối": "approx", "đâu chừng": "approx",
    "gần": "nearly", "ngót": "nearly", "ngót nghét": "nearly", "xấp xỉ dưới": "nearly", "suýt soát": "nearly",
    "gần tới": "nearly", "gần đến": "nearly", "sắp": "nearly",
    "khoảng": "approx", "khoảng chừng": "approx", "chừng": "approx", "ước": "approx", "ước khoảng": "approx",
    "xấp xỉ": "approx", "ước tính": "approx", "ước đạt": "approx", "ước chừng": "approx", "độ": "approx",
    "vào khoảng": "approx", "tầm": "approx", "cỡ": "approx", "áng chừng": "approx", "ước tính khoảng": "approx",
    "đạt khoảng": "approx", "~": "approx", "≈": "approx", "ước tính đạt": "approx", "ước thực hiện": "approx",
    "ước thực hiện đạt": "approx", "ước có": "approx", "ước thu": "approx", "ước tính,": "approx",
    "ước tính có": "approx", "ước tính là": "approx", "ước đạt được": "approx", "ước là": "approx",
    "ước tính trị giá": "approx", "ước tính giá trị": "approx", "ước giá trị": "approx", "ước lượng": "approx",
    "ít nhất": "at_least", "tối thiểu": "at_least", "tối thiểu là": "at_least", "ít nhất là": "at_least", "từ": "exact", "không dưới": "at_least", "không ít hơn": "at_least",
    "không thấp hơn": "at_least", "ít ra": "at_least", "≥": "at_least", "thấp nhất": "exact",
    "không quá": "at_most", "tối đa": "at_most", "tối đa là": "at_most", "nhiều nhất": "at_most", "không vượt quá": "at_most",
    "không vượt": "at_most", "không lớn hơn": "at_most", "không hơn": "at_most", "≤": "at_most",
    "không nhiều hơn": "at_most", "cùng lắm": "at_most", "cùng lắm là": "at_most", "không cao hơn": "at_most", "cao nhất": "exact",
}  # fmt: skip

# Behind the number: 12,4% trở lên.
AFTER: dict[str, Modifier] = {
    "trở lên": "at_least", "trở xuống": "at_most", "trở đi": "at_least", "có lẻ": "more_than", "có dư": "more_than",
    "hoặc hơn": "at_least", "hoặc nhiều hơn": "at_least", "hoặc ít hơn": "at_most", "là ít nhất": "at_least",
    "là tối thiểu": "at_least", "là tối đa": "at_most", "là ít": "at_least",
}  # fmt: skip

# Behind a number that "từ" opens: từ 5 triệu đồng đổ lại, từ 10 hộ dân trở lên.
REACHING: dict[str, Modifier] = {
    "trở lên": "at_least", "trở xuống": "at_most", "trở lại": "at_most",
    "đổ lên": "at_least", "đổ xuống": "at_most", "đổ lại": "at_most",
}  # fmt: skip

# Away from the number, in its clause: Ước tính … là 300 tỷ đồng; diện tích tối thiểu đối với ao là 0,2 ha.
ESTIMATES = ("ước tính", "ước", "ước đạt", "ước chừng", "ước thực hiện")
NO_ESTIMATE = ("mơ", "muốn", "nguyện", "vọng", "ao", "mong", "gì", "lệ", "số")  # behind ước: words for wishes
NOT_ITS_OBJECT = ("tại", "ở", "của", "thuộc", "trong", "cho", "với", "do", "trên")  # ước thiệt hại của 20 hộ là 3 tỷ: the 20 are no estimate
LIMITS: dict[str, Modifier] = {"tối thiểu": "at_least", "tối đa": "at_most"}

# Between a limit and its number: ít nhất phải có 5 hộ, tối đa chỉ được 3 lần.
LIMIT_VERBS = ("được", "có", "đạt", "bằng", "còn", "mất", "cần", "thêm", "phải", "phải có", "phải đạt", "cũng", "cũng phải",
               "cũng có", "chỉ", "chỉ được", "chỉ có", "đến", "tới", "lên đến", "lên tới")  # fmt: skip
BEFORE |= {f"{limit} {verb}": modifier for limit, modifier in (LIMITS | {"ít nhất": "at_least"}).items() for verb in LIMIT_VERBS}

# What a "không" before them makes a limit of: không được giảm giá quá 3 lần, không được bán thấp hơn 93.000 đồng.
NEGATED: dict[str, Modifier] = {"quá": "at_most", "vượt quá": "at_most", "vượt": "at_most", "dưới": "at_least"}
NEGATED_SIZES: dict[str, Modifier] = {
    "thấp": "at_least", "ít": "at_least", "nhỏ": "at_least", "ngắn": "at_least",
    "cao": "at_most", "lớn": "at_most", "nhiều": "at_most", "dài": "at_most",
}  # fmt: skip

# "cỡ" is a size, not "about", after these: pháo cỡ 120 mm.
SIZED = ("pháo", "súng", "đạn", "nòng", "nòng trơn", "giày", "dép", "áo", "quần", "ống", "lưới", "mắt lưới", "khổ")

# "nhỏ hơn 30% giá trúng" sets a limit; before "so với" it compares as "cao hơn 25%" does.
LIMITING_ADJECTIVES = ("nhỏ hơn", "lớn hơn")

# "trên" is a preposition (on), not "more than", after these: phân bố trên 41 xã.
ON_BEFORE = ("phân bố", "trải", "dựa", "rải", "nằm", "đứng", "dàn", "phủ", "chuyển đổi số", "tính", "phát sóng", "trải dài")

# After these only before places and things to be on: diễn ra trên 3 xã, but diễn ra trên 40 hoạt động.
ON_PLACES_BEFORE = ("diễn ra", "đặt", "trồng", "thực hiện", "bay", "chạy", "ngồi", "đi", "đăng", "đăng tải", "treo", "tập trung", "hoạt động")
PLACES_TO_BE_ON = ("xã", "huyện", "thôn", "bản", "ấp", "tỉnh", "thành phố", "quận", "phường", "thị trấn", "khu", "xe", "ô tô", "ôtô", "tàu", "thuyền",
                   "máy bay", "đường", "sân", "sông", "đảo", "thửa", "mảnh", "diện tích", "cánh đồng", "sàn", "cột", "bàn", "ghế",
                   "bảng", "cầu", "mái", "chiếc")  # fmt: skip
AREAS_TO_BE_ON = ("ha", "héc ta", "hecta", "m2", "m²", "sào", "mẫu")  # trồng trên 3 ha đất, but trồng trên 50 ha cà phê
LAND = ("đất", "ruộng", "nương", "vườn", "mặt nước", "diện tích", "của", "tại", "ở", "do", "với", "và")

ON_AFTER = ("trụ cột", "lĩnh vực", "tuyến", "phương diện", "địa bàn", "mặt trận", "mặt", "phương tiện", "nền tảng",
            "khía cạnh", "cụm loa", "loa", "kênh", "sóng", "trang", "mạng xã hội", "báo", "tổng số", "tổng", "các",
            "cánh tay", "bàn tay")  # fmt: skip

# "cao hơn 25%" compares two things; it says nothing of how exact the number is.
COMPARING = ("cao", "thấp", "lớn", "nhỏ", "nhiều", "ít", "dài", "ngắn", "rộng", "hẹp", "sâu", "nặng", "nhẹ", "nhanh", "chậm",
             "đắt", "rẻ", "tốt", "xa", "sớm", "muộn", "già", "trẻ", "đông")  # fmt: skip
