"""Patterns for the names of places, and the words around names that they are made from.

`extractor.places.mentions` reads what they find.
"""

import re
from collections.abc import Collection, Iterable, Mapping

import regex

from extractor.language.patterns import re_pattern, regex_pattern
from extractor.lexicon.levels import LEVEL_WORDS, REGIONS, SHORT_LEVELS


def _words(text: str) -> frozenset[str]:
    "The words of the text, as a table."
    return frozenset(text.split())


NOT_AFTER: Mapping[str, tuple[str, ...]] = {  # syllables that make another word with the level word
    "xã": ("tác", "tấn"),  # hợp tác xã, Thông tấn xã Việt Nam
    "thôn": ("nông", "hương"),  # phát triển nông thôn Đồng Nai
    "bản": ("văn", "cơ", "kịch", "biên", "nguyên", "tư", "xuất", "phiên", "ấn", "căn", "nhật", "bài", "sao", "ký"),
    "buôn": ("bán",),
    "ấp": ("ấm",),
}
COUNT_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
MANY = ("các", "những", "nhiều", "mấy", "liên", "giữa", "số")  # một số xã
FAMILY_NAMES = _words(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Lương Đào Mai Trịnh "
    "Tô Vương Lò Giàng Thào Vàng Sùng Quàng Cầm Triệu Lục Nông Ksor Siu Rơ"
)
RARER_NAMES = _words("Cao Chu Châu Hà Kiều Kim Lâm Mạc Phùng Quách Tạ Thái Thân Tống Từ Văn Đàm Y H")
ENDINGS = _words("Nam Bắc Đông Tây Trung Thượng Hạ Nội Ngoại A B C I II III")  # xã Hưng Yên Nam
ORDINARY = _words(  # begin a phrase, not a name: làng Văn hóa, xã Anh hùng, bản Hiến pháp
    "Văn Nông Du Đại Hiến Tuyên Di Hội Mặt Ủy Uỷ Công Đảng Đoàn Anh Việt Nghị Nhà Ban Phó Chủ Bí Trưởng UBND HĐND "
    "MTTQ NTM OCOP SOS ATK"
)
OPENERS = _words(  # words that begin a sentence before a place: Tại Yên Bái
    "Tại Ở Từ Đến Với Riêng Theo Về Và Còn Do Vì Khi Như Hiện Toàn Của Cho Trong Ngoài Qua Sau Trước Giữa Dân Người "
    "Vùng Đất Cả Nếu Nhưng Cùng Rời"
)
NOT_A_PLACE_AFTER = _words(  # what a bare name after these names: a person, a river, a firm
    "ông bà anh chị em cô chú bác cụ cháu thầy bé dì cậu họ tên sông suối cầu hồ núi mũi vịnh điện ty đoàn giống "
    "hiệu chùa hãng"
)
ROUTES = ("cao tốc", "đường sắt", "tuyến", "tuyến đường", "xe khách", "đường bay", "đường", "phố", "đường ven biển", "đường bộ", "quốc lộ")  # cao tốc Cần Thơ - Cà Mau
REGION_NAMES = frozenset(region.title() for region in REGIONS) | {"Đồng Bằng"}  # as heads of names: các tỉnh Tây Nguyên, đồng bằng sông Hồng
KINDS = ("biên giới", "vùng cao", "vùng sâu", "vùng xa", "miền núi", "trung du", "hải đảo", "cửa khẩu", "đặc biệt khó khăn", "khó khăn", "ven biển", "bãi ngang", "cù lao", "đảo", "anh hùng", "nghèo")
COUNTED = (  # what follows a number that counts: mỗi thôn 5 hộ
    "% ‰ triệu tỷ tỉ nghìn ngàn vạn trăm đồng hộ người km ha m m2 m² tấn tạ kg con căn nhà mô lần ngày tháng năm cái "
    "chiếc công đội tổ điểm lớp bộ suất phần học đại thành cán đảng máy giờ cây xe em cháu"
)


def _branched(words: Iterable[str]) -> str:
    "Any of the words, longest first, each letter looked at once; a space within stands for blanks."
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    forms = [(BLANK if first == " " else first) + _branched(rest) for first, rest in tails.items() if first]
    return f"(?:{'|'.join(forms)})" + "?" * ("" in tails) if forms else ""


def _one_of(words: Collection[str]) -> str:
    "Any of the words, longest first, with any blanks between their syllables."
    forms = (regex.escape(word, literal_spaces=True) for word in sorted(words, key=len, reverse=True))
    return "(?:" + "|".join(form.replace(" ", BLANK) for form in forms) + ")"


BLANK = r"[^\S\n]{1,3}"
CAPITAL = r"\p{Lu}\p{M}*+"
# R’lấp, H'leo
SYLLABLE = rf"{CAPITAL}(?:\p{{Ll}}[\p{{Ll}}\p{{M}}]*+|(?:{CAPITAL}(?!\p{{Ll}}))*+)(?:['’‘`][\p{{L}}\p{{M}}]++)*+"
RUN = rf"{SYLLABLE}(?:(?:{BLANK})?{SYLLABLE}){{0,9}}+"  # also YênBái
NUMBER = (
    rf"\d{{1,2}}(?![\d%‰])(?![.,/]\d)(?!\s*+(?:{'|'.join(map(regex.escape, COUNTED.split()))})(?![\p{{L}}\p{{M}}]))"
)
FULL_WORD = rf"(?i:{_one_of(LEVEL_WORDS)})"
FULL_WORDS = rf"{FULL_WORD}(?:\s?[,/]\s?{FULL_WORD}){{0,2}}"  # các xã, thị trấn: …
# các xã: …, xã trong huyện như …
LEAD = rf"(?:{BLANK}\p{{Ll}}++){{0,3}}+\s?[:(]\s?|(?:{BLANK}\p{{Ll}}++){{0,3}}{BLANK}(?:như|gồm|là){BLANK}"
SHORT_WORD = rf"{_one_of(SHORT_LEVELS)}"
LEVELLED = rf"(?:{FULL_WORD}{BLANK}|{SHORT_WORD}(?:(?<=\.)\s?|\.\s?|{BLANK}|(?=HCM|HN)))"  # the level word of one unit
LEVEL = rf"""(?<![\p{{L}}\p{{M}}\d.])(?:
      (?P<level>{FULL_WORDS})(?P<lead>{LEAD}|{BLANK}(?:{_one_of(KINDS)}(?:\s?,{BLANK}|{BLANK})){{0,3}})  # các xã: …, xã biên giới Bum Tở
    | (?P<short>{SHORT_WORD})(?:(?<=\.)\s?|\.\s?|{BLANK}|(?=HCM|HN))  # TP. Vinh, Q.1, TPHCM
    )"""
PLACE_MENTION = rf"(?x:{LEVEL}(?P<name>{RUN}|{NUMBER}))"

KINDS_ONLY = regex_pattern(rf"(?x:{BLANK}(?:{_one_of(KINDS)}(?:\s?,{BLANK}|{BLANK}))+)")
FIND_LEVEL = regex_pattern(PLACE_MENTION)
WHERE_NAME = regex_pattern(rf"\b(?:[Tt]ại|ở|Ở){BLANK}(?P<name>{RUN})(?!{BLANK}{CAPITAL})|\((?P<name>{RUN})\)")
READ_RUN = regex_pattern(rf"(?<![\p{{L}}\p{{M}}\d]){RUN}")
BEFORE_HOLDER = regex_pattern(rf"(?<![\p{{L}}\p{{M}}\d]){RUN}(?:,{BLANK}|\s?\(\s?)$")  # Sa Pa, Lào Cai; Thuỷ Xuân (TP Huế)
READ_SYLLABLE = regex_pattern(SYLLABLE)
READ_BLANK_AND_RUN = regex_pattern(BLANK + RUN)
SMALL_LETTER_NEXT = regex_pattern(rf"{BLANK}\p{{Ll}}")
READ_NUMBER = regex_pattern(NUMBER)
READ_MORE = regex_pattern(rf"(?P<comma>\s?[,;]{BLANK})(?P<last>và{BLANK})?|{BLANK}(?P<last>và|với|cùng){BLANK}")
ROUTE = regex_pattern(rf"(?i:{_one_of(ROUTES)}){BLANK}$")
READ_DASH = regex_pattern(r"[^\S\n]?[-–][^\S\n]?")
HOLDER_NEXT = regex_pattern(r",\s?|\s?\(\s?")  # làng Đắc Sở | (Hoài Đức, Hà Nội)
LISTED_BEFORE = regex_pattern(rf"{CAPITAL}\S*(?:,|{BLANK}và|,{BLANK}và){BLANK}$")  # Xuân Quan, Cửu Cao
LIST_LINK = regex_pattern(r"\s*(?:,|,?\s*và)\s*")
READ_ITEM_NUMBER = regex_pattern(rf"{NUMBER}(?=\s*(?:[,.;:)\n]|$|{BLANK}(?:và|thuộc|của)\b))")
READ_KNOWN_SERIAL = regex_pattern(rf"{BLANK}\d{{1,2}}(?![\d%‰])(?![.,/]\d)")  # of a name that the tables have: Sơn Kim 2
READ_SERIAL = regex_pattern(rf"{BLANK}{NUMBER}(?=\s*(?:[,.;:()\n]|$|{BLANK}(?:và|thuộc|xã|có|là|đã)\b))")  # Đoàn Kết 2

# The stdlib's re finds where a place may be named, in text in lower case: several times faster than the patterns above.
NO_LETTER = "[^a-zà-öø-ɏḀ-ỹ0-9.]"
MAYBE_LEVEL = re_pattern(
    rf"{NO_LETTER}(?:(?P<full>{_branched(LEVEL_WORDS)})(?=[\s,/:(])|{'|'.join(map(re.escape, sorted({word.lower() for word in SHORT_LEVELS})))})"
)
MAYBE_LEAD = re_pattern(
    rf"(?:{BLANK}[^\W\d_]+){{0,3}}\s?[:(,/]|(?:{BLANK}[^\W\d_]+){{0,3}}{BLANK}(?:như|gồm|là){BLANK}"
    rf"|{BLANK}(?:{'|'.join(kind.replace(' ', BLANK) for kind in KINDS)})"
)
CAPITALS = "".join(char for char in map(chr, (*range(0x250), *range(0x1E00, 0x1F00))) if char.isupper())
MAYBE_CAPITAL = rf"[{CAPITALS}\u0370-\u1dff\u1f00-\u1fff\u2070-\U0010ffff]"
CAPITALISED = re_pattern(rf"(?=\S)(?:(?:[^\S\n]{{1,3}})?{MAYBE_CAPITAL}\S*)+")  # UBND tỉnh has one: UBND
LETTERS = regex_pattern(r"\p{L}+")
ODD_LETTERS = regex_pattern(
    r"[\p{M}\p{Lo}\p{Lm}\p{Lt}'’‘`]|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}"
)  # syllables that are not told apart by blanks
LONGEST_KEPT = 60
