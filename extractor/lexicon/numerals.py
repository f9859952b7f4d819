"""The words that numbers are written with, a row a word, and the words that tell a number from its look-alikes.

A word stands in one table of number words only; `extractor.language.numbers` makes its patterns and its reader from them.
"""

ZERO = {"không": 0}  # also "not": a number only inside one, không trăm linh năm, không phẩy năm
UNITS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,  # also "year": see the tables at the end
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,  # older spelling
    "tám": 8,
    "chín": 9,
}
LAST_UNITS = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}  # only after a higher figure: hai mươi tư, hai tư, một trăm tư
TEN = {"mười": 10}
CONTRACTED_TENS = {"hăm": 20, "băm": 30}  # hăm lăm = 25; băm sáu = 36; alone they are other words
TENS = {"mươi": 10}
DECADES = {"chục": 10}  # unlike mươi also after digits, 5 chục, and before rưỡi
HUNDRED = {"trăm": 100}
SCALES = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
SHORTHANDS = {"tr": 10**6}  # only after digits: 2 tr, 2tr5, 120trđ
SUFFIXES = {"k": 10**3}  # only right at digits: 10k, but not 10 k or 10km
FILLERS = ("linh", "lẻ")  # stand for a zero: một trăm linh ba = 103
MISSPELT_FILLERS = ("lẽ",)  # một trăm lẽ năm; elsewhere another word: có lẽ năm hộ
AND_A_HALF = ("rưỡi", "rưởi")  # half of what was said last: hai triệu rưỡi; rưởi in the south
HALF = ("nửa",)  # một nửa, nửa triệu
POINTS = ("phẩy", "chấm")  # ba phẩy năm, bốn chấm không
SIGNS = ("âm", "trừ")  # read, but not looked for in running text: lịch âm, trừ 5%

FIVE_OR_YEAR = "năm"

NUMBER_WORDS = (
    *(*ZERO, *UNITS, *LAST_UNITS, *TEN, *CONTRACTED_TENS, *TENS, *DECADES, *HUNDRED, *SCALES, *SHORTHANDS, *SUFFIXES),
    *(*FILLERS, *AND_A_HALF, *HALF, *POINTS, *SIGNS),
)
"Every word that a number may be written with."

COMPOUNDS = {
    "tư": (  # hai mươi tư vấn viên: 20, then tư vấn
        *("bản", "cách", "duy", "gia", "lệnh", "liệu", "lợi", "nhân", "pháp", "sản", "thế", "thục", "thù", "trang"),
        *("tưởng", "vấn"),
    ),
    "tỷ": ("lệ", "mẩn", "mỉ", "phú", "suất", "trọng"),  # 3 tỷ phú
    "tỉ": ("lệ", "mẩn", "mỉ", "phú", "suất", "trọng"),
    "triệu": ("chứng", "hồi", "phú", "tập"),  # hai triệu chứng
}
"Words that make another word of a number word that stands before them."

CURRENCIES = ("đồng", "đ", "vnd", "vnđ", "usd", "đô", "đô la", "đôla", "euro")
"After one of these, or at the end of the clause, a short form is sure: bốn triệu sáu đồng, but not hai triệu sáu xã."

MEASURES = ("phần trăm", "mét", "ki lô", "ki-lô", "kilô", "héc", "hecta", "tấn", "tạ", "lít", "độ", "mi li", "mi-li")
"Before one of these, as before a currency, năm is five and no years: ba phẩy bảy năm mét, hai trăm năm chín tấn."

GLUED_CURRENCIES = ("đồng", "đ", "vnđ", "vnd", "usd")
"These are also written right behind a power of ten: 2,5 tỷđ, 120trđ, 12 tr.đ, 3 tỷVNĐ."

YEAR_AFTER = (
    *("bao", "cả", "các", "của", "cùng", "cuối", "đầu", "đón", "giữa", "hàng", "hằng", "hết", "hồi", "khắp", "là"),
    *("lâu", "mấy", "mọi", "mỗi", "mừng", "mùa", "những", "nhiều", "qua", "quanh", "sau", "suốt", "tháng", "theo"),
    *("thường", "tính từ", "trong", "tròn", "trước", "từng", "vài", "vào"),
    "lầu",  # Lầu Năm Góc, the Pentagon
)
"After one of these, as after any number, năm is the year: trong năm, mỗi năm, 5 năm."

YEAR_BEFORE = (
    *("ấy", "âm", "chẵn", "cũ", "cuối", "dương", "đầu", "đó", "gần", "học", "kế", "kia", "liền", "liên", "mới", "này"),
    *("nay", "nào", "ngoái", "nhuận", "nữa", "qua", "rồi", "sau", "sinh", "tài", "tháng", "thứ", "tiếp", "tới"),
    *("trước", "vừa", "xưa", "bản lề", "lớp", "sản xuất"),
    # the cycle of years: năm Mậu Tuất
    *("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"),
    # no noun, so that nothing is counted: bình quân năm là …
    *(
        "bị",
        "cho",
        "có",
        "còn",
        "của",
        "do",
        "để",
        "đã",
        "đạt",
        "đều",
        "được",
        "không",
        "khi",
        "là",
        "lên",
        "mà",
        "nên",
    ),
    *("nếu", "nhưng", "ở", "sẽ", "tại", "thì", "từ", "và", "vào", "vẫn", "vì", "với"),
)
"Before one of these, as before digits, a number or the end of the clause, năm is the year: năm nay, năm 2023."
