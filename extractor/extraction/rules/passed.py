"""What is no figure: one named rule for each reason, with texts whose marked number it passes over and leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import regex
from msgspec import Struct

from extractor.extraction.rules.breakdowns import is_part
from extractor.extraction.rules.compounds import one_and_a_half
from extractor.extraction.rules.durations import is_spent
from extractor.extraction.rules.named_places import MEASURED, counts_something, goes_on_names, is_name_of_place
from extractor.extraction.rules.near import WINDOW, Near, no_noun_follows
from extractor.extraction.rules.ranks import is_rank
from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.idioms import AGE_AFTER, IDIOMS, MOTTO_AFTER, MOTTO_NEEDS_QUOTE
from extractor.lexicon.levels import LOCAL_WORDS
from extractor.lexicon.names import ALWAYS_NAMED, COUNTING, DOCUMENTS, NAMED, ORDINAL

MOST_HOURS = 24
LEAST_BOAT_DIGITS = 4
LEAST_PHONE_PART = 3  # digits written together in a phone number
LIST_MARK_WITHIN = 12  # characters


class RejectRule(Struct, frozen=True):
    """One reason why a number is no figure; in the examples the number stands in square brackets."""

    name: str
    reason: str
    test: Callable[[Near], bool]
    yes: tuple[str, ...]
    no: tuple[str, ...]


_CODE_AFTER = regex_pattern(r"(?:[/\-.]\d+)*\s?[/\-]\s?(?:\d{4}[/\-]\s?)?[A-ZĐ]{1,}|\s+(?:NQ|QĐ|CT|KL|TT|NĐ|KH|ĐA|TB)\b")
_NOT_COUNTING = rf"(?<!\b(?i:{one_of(COUNTING)})\s+)"
_CODE_BEFORE = regex_pattern(rf"(?:[A-ZĐ]{{1,}}[\-.])$|{_NOT_COUNTING}\b(?:số|Số)\s*:?\s*(?:\d+[,/\-]\s?)*$")
_DOC_LIST = regex_pattern(rf"\b{one_of(DOCUMENTS)}\s+(?:số\s+)?(?:\d+\s*(?:[,;]\s*(?:và\s+)?|và\s+))+$", regex.IGNORECASE)  # … 24, 25 và 26
_DATED = regex_pattern(r"\s*,?\s+ngày\s+\d{1,2}\s*(?:[/.\-]|tháng\b)", regex.IGNORECASE)  # Quyết định 90 ngày 18/1/2022
_PHONE = regex_pattern(r"(?:điện thoại|đt|hotline|fax|tel|phone|liên hệ|zalo|di động|đường dây nóng)\s*:?[\s\d.()+\-]*$", regex.IGNORECASE)
_LIST_MARK = regex_pattern(r"\s*(?:\d{1,2}[.)]){0,3}\d{1,2}(?:[.)/]|\s?-)?(?=\s+\S)|\s*\(\d{1,2}\)\s")
_MARKED = regex_pattern(r"\s*[\d.)]*\d{1,2}[.)]|\s*\(\d")
_CLOCK_WORDS = ("lúc", "hồi", "đến", "tới", "trước", "khoảng", "vào", "từ")
_CLOCK_AFTER = regex_pattern(r"\s?(?:giờ|g|h)\s?(?:\d{2}\b|sáng\b|chiều\b|tối\b|đêm\b|trưa\b|kém\b|ngày\b)|:\d{2}\b|h\b|g\d\d", regex.IGNORECASE)
_CLOCK_BEFORE = regex_pattern(
    r"\d{1,2}(?::|\s?[hg]|\s?giờ\s)$|\d:\d\d:$|\d(?:h|g)\d*\s?-\s?$",
    regex.IGNORECASE,
)
_URL = regex_pattern(r"(?:https?://|www\.|@)\S*$")
_SCALE_POST = regex_pattern(r"\b[Kk]m\s?\d*\s?\+?\s?$")
_POST_BEFORE = regex_pattern(r"\b[Kk][Mm]\s?\d+\s?\+$")
_PLUS_POST = regex_pattern(r"\s?\+\s?\d{3}\b")
_ADDRESS = regex_pattern(r"\b(?:[Đđ]ịa chỉ|[Ss]ố nhà|[Tt]rụ sở)\s*:?\s*(?:[Ss]ố\s*)?$|" + _NOT_COUNTING + r"\b[Ss]ố\s+$")
_STREET_NEXT = regex_pattern(r"[A-Z]?(?:/\d+[A-Z]?)*\s(?:đường|phố|ngõ|ngách|hẻm|kiệt)\s(?:\p{Lu}|\d)")  # tại 3/67 đường Nguyễn Chí Thanh
_LIVES_BEFORE = regex_pattern(r"\b(?:tại|ở|ngụ|trú|nhà|quán|số|địa chỉ)\s*:?\s*(?:\d+[A-Z]?/)*$", regex.IGNORECASE)
_RANGE_NEXT = regex_pattern(r"\s*-\s*\d")
_SERIAL = regex_pattern(
    rf"\b(?i:{one_of(LOCAL_WORDS)}|tổ|trường|tiểu học|trung học cơ sở|thcs|thpt|mầm non|htx(?: nông nghiệp)?|hợp tác xã(?: nông nghiệp)?|thủy điện|nhà máy|"
    rf"dự án|khu công nghiệp|cụm công nghiệp|kcn|hồ|cầu|trạm|đội|mỏ|chợ|công ty|trung tâm)\s+(?:\p{{Lu}}[\p{{L}}'’]*\s+){{1,4}}$"
)
_SCORE = regex_pattern(r"\b(?:tỷ số|tỉ số|thắng|thua|hòa|hoà)\s+(?:\d+\s?-\s?)?$")


_TYPE_BEFORE = regex_pattern(r"(?<![\p{L}\d])(?:\p{Lu}(?:\p{Lu}{0,3}|\p{Ll})|(?i:covid))\s-$")
_PLATE_BEFORE = regex_pattern(r"(?:\b(?i:bks|biển\s+kiểm\s+soát|biển\s+số|số\s+hiệu|ký\s+hiệu)\b:?(?:\s+[A-ZĐ\d][\w.]{0,3}){0,3}\s*[-–]?\s*|\b\d{2}\s?[A-Z]{1,2}\d?\s?[-–]\s?)$")

_BOAT_AFTER = regex_pattern(r"\s?TS\b")  # tàu cá BV 5124 TS


def _is_code(at: Near) -> bool:
    """A letter or a link of a code is glued to it."""
    if at.left.isalpha() or at.left == "_":
        return True
    start = at.numeral.start
    if at.left == "-" and start > 1:
        return at.text[start - 2].isalpha() or bool(_TYPE_BEFORE.search(at.text, max(0, start - 7), start))
    return False


def _is_plate(at: Near) -> bool:
    """The number of a vehicle or of its registration."""
    if at.numeral.form != "digits" or len(at.value) < 2:
        return False
    if len(at.value) >= LEAST_BOAT_DIGITS and _BOAT_AFTER.match(at.text, at.numeral.end):
        return True
    return bool(_PLATE_BEFORE.search(at.text, max(0, at.numeral.start - 36), at.numeral.start)) and not MEASURED.match(
        at.text, at.numeral.end
    )


def _is_glued_name(at: Near) -> bool:
    """A capital letter is glued to its right, and it is no unit: 36A, 51F."""
    tail = at.text[at.numeral.end : at.numeral.end + 2]
    return at.right.isupper() and not (len(tail) > 1 and tail[1].isalpha()) and at.right not in "ĐVWKM"


_DOCUMENT_PARTS = (["mục"], ["phần"], ["chương"], ["điều"], ["khoản"], ["điểm"])  # mục 4 phần I Thông tư


def _is_document(at: Near) -> bool:
    if _CODE_AFTER.match(at.text, at.numeral.end) or _CODE_BEFORE.search(
        at.text, max(0, at.numeral.start - 30), at.numeral.start
    ):
        return True
    if any(words in DOCUMENTS for words in at.before):
        dated = _DATED.match(at.text, at.numeral.end) is not None
        return dated or no_noun_follows(at) or at.value.startswith("0") or at.after[:1] in _DOCUMENT_PARTS
    listed = _DOC_LIST.search(at.text, max(0, at.numeral.start - 40), at.numeral.start)
    return listed is not None and no_noun_follows(at)


_EACH = ("mỗi", "từng")  # mỗi lớp 29 trẻ
_COUNTS_ALL = regex_pattern(r"\b(?:[Tt]ổng|[Tt]rong)\s+số\s$")  # trong tổng số 6 Nhà máy
_LONGEST_SUM = 12
_FORCE = regex_pattern(  # gió giật mạnh cấp 6-7; gió cấp 5, 6 giật cấp 7; giật 7, 8
    r"\b(?:gió|giật|bão|mạnh)(?:\s\p{L}+){0,3}\scấp\s(?:\d{1,2}(?:,|\s-|-|\sđến)\s?)?$|\bgiật\s(?:\d{1,2},\s?)?$"
)
_PROGRAMME = regex_pattern(r"\b(?i:quỹ|chương trình|phong trào|mô hình|dự án|đề án|cuộc thi|hội thi|chiến dịch|chủ đề|cuộc vận động|phương châm|khẩu hiệu)\s+\"\s*(?:\p{L}+\s){0,2}$")
_ITS_NAME = regex_pattern(r"\s[^\",.;:()]{2,50}\"")


def _is_titled(at: Near) -> bool:
    """Whether it is in the name of a programme: chương trình "Quỹ 1 triệu cây xanh cho Việt Nam"."""
    start, end = at.numeral.start, at.numeral.end
    return bool(_PROGRAMME.search(at.text, max(0, start - WINDOW), start) and _ITS_NAME.match(at.text, end))


def _is_named(at: Near) -> bool:
    """The word before makes a name of it, and no counted noun follows; no name has decimals."""
    if "," in at.value and not at.value[-1:].isalpha():
        return False
    if at.numeral.form == "words" and at.value in ("một", "ba", "năm"):
        return False
    if is_part(at.text, at.numeral.start):
        return False  # Hải Phòng 3, Hà Nội 2
    if any(words in ALWAYS_NAMED for words in at.before) and not any(words.split()[0] in _EACH for words in at.before):
        return not MEASURED.match(at.text, at.numeral.end)
    if _COUNTS_ALL.search(at.text, max(0, at.numeral.start - _LONGEST_SUM), at.numeral.start):
        return False
    if at.numeral.form == "words" and at.before[:1] == ["tầng"]:
        return True
    if _FORCE.search(at.text, max(0, at.numeral.start - WINDOW), at.numeral.start) or _is_titled(at):
        return True
    if _RANGE_NEXT.match(at.text, at.numeral.end) or _says_how_many(at):
        return False
    if at.numeral.form == "digits" and goes_on_names(at.text, at.numeral.start, at.numeral.end, at.after):
        return True
    if not any(words in NAMED for words in at.before):
        return False
    if at.numeral.form != "digits":
        return no_noun_follows(at)
    if MEASURED.match(at.text, at.numeral.end):
        return False  # được cấp 300 m2 đất
    return no_noun_follows(at) or is_name_of_place(at.text, at.numeral.end, at.before, at.after)


def _says_how_many(at: Near) -> bool:
    """Whether the words before it end in số and yet name nothing: mật độ dân số, tần số."""
    return any(words.removesuffix(" số") in COUNTING for words in at.before if words.endswith(" số"))


def _is_serial(at: Near) -> bool:
    """A small number behind the name of a unit, school or plant: xóm Đồi Chè 1, Suối Bạc 1."""
    if len(at.value) > 2 or not at.value.isdigit() or not at.before:
        return False
    word = at.numeral.start - 1 - len(at.before[0])
    named = at.text[max(0, word) : word + 1].isupper() and bool(
        _SERIAL.search(at.text, max(0, at.numeral.start - 60), at.numeral.start)
    )
    return named and not (counts_something(at.text, at.numeral.end, at.after) or is_part(at.text, at.numeral.start))


def _is_article(at: Near) -> bool:
    return (at.value == "một" and not one_and_a_half(at.text, at.numeral.end)) or (
        at.value == "1" and at.after[:1] == ["số"]
    )


def _is_idiom(at: Near) -> bool:
    if at.numeral.form != "words":
        return False
    around = [f"{at.value} {words}" for words in at.after] + [f"{words} {at.value}" for words in at.before[:1]]
    return not _IDIOMS.isdisjoint(around)


def _is_motto(at: Near) -> bool:
    if not at.after:
        return False
    word = at.after[0]
    pair = at.after[1] if len(at.after) > 1 else ""
    if pair == "tại chỗ":
        return True
    if word not in MOTTO_AFTER:
        return False
    opened = at.text[: at.numeral.start].rstrip()[-1:] in ("\"", "“", "'", "‘")
    return opened or (word not in MOTTO_NEEDS_QUOTE)


def _is_age(at: Near) -> bool:
    return any(words in AGE_AFTER for words in at.after) or (at.value.isdigit() and at.before[:1] == ["tuổi"])


def _is_address(at: Near) -> bool:
    start, end = at.numeral.start, at.numeral.end
    if at.numeral.form == "digits" and _STREET_NEXT.match(at.text, end) and _LIVES_BEFORE.search(at.text, max(0, start - 30), start):
        return True
    if not _ADDRESS.search(at.text, max(0, at.numeral.start - 20), at.numeral.start):
        return False
    return not at.after or no_noun_follows(at) or at.after[0] in ("đường", "phố", "ngõ", "ngách", "hẻm", "quốc")


def _is_person(at: Near) -> bool:
    """Ông Ba, bà Bảy, anh Tư: a number word as a name."""
    return (
        at.numeral.form == "words"
        and at.text[at.numeral.start].isupper()
        and at.numeral.start > 0
        and not _starts_sentence(at)
    )


def _starts_sentence(at: Near) -> bool:
    return not at.text[: at.numeral.start].strip(" -+•*\"“‘'(.:;")


def _is_phone(at: Near) -> bool:
    digits = at.value
    if digits.isdigit() and len(digits) >= 8 and digits.startswith("0"):
        return True
    if len(digits) < LEAST_PHONE_PART:
        return False
    return _PHONE.search(at.text, max(0, at.numeral.start - 50), at.numeral.start) is not None


def _is_clock(at: Near) -> bool:
    start, end = at.numeral.start, at.numeral.end
    if at.numeral.form == "words" or is_spent(at.text, start, end):
        return False
    if _CLOCK_AFTER.match(at.text, end) or _CLOCK_BEFORE.search(at.text, max(0, start - 10), start):
        return True
    hour = at.numeral.value is not None and at.numeral.value <= MOST_HOURS
    return hour and bool(at.before) and at.before[0] in _CLOCK_WORDS and at.after[:1] == ["giờ"] and at.after[1:2] != ["giờ làm"]


_FREE = regex_pattern(
    r"\b(?:chợ|xe|hàng|thị|rau|cơm|cháo|quán|bếp|tủ|quầy|lớp|suất|bữa|nhà|áo|phòng|vé|tour|cây|sách|sạp|shop)\s+$", regex.IGNORECASE
)


def _is_free(at: Near) -> bool:
    """The 0 đồng that names what is given away: phiên chợ 0 đồng."""
    free = at.value == "0" and at.after[:1] == ["đồng"]
    return free and bool(_FREE.search(at.text, max(0, at.numeral.start - WINDOW), at.numeral.start))


_DIRECTION = regex_pattern(r"\s*độ\s+(?:vĩ\s+|kinh\s+)?(?:Bắc|Nam|Đông|Tây|vĩ|kinh)\b")
_MERIDIAN = regex_pattern(r"\b(?:kinh|vĩ)\s+(?:độ|tuyến)(?:\s+(?i:bắc|nam|đông|tây))?\s+$|\bđộ\s+(?:Bắc|Nam|Đông|Tây)\s+$")


def _is_coordinate(at: Near) -> bool:
    """Degrees of latitude or longitude: 16 độ Bắc, kinh độ Đông 113 độ."""
    start = at.numeral.start
    return bool(_DIRECTION.match(at.text, at.numeral.end) or _MERIDIAN.search(at.text, max(0, start - WINDOW), start))


def _is_score(at: Near) -> bool:
    if at.numeral.form != "digits" or len(at.value) > 2:
        return False
    return bool(_SCORE.search(at.text[max(0, at.numeral.start - 16) : at.numeral.start].lower()))


def _is_url(at: Near) -> bool:
    return _URL.search(at.text, max(0, at.numeral.start - WINDOW), at.numeral.start) is not None


def _is_km_post(at: Near) -> bool:
    if at.left == "+" and _POST_BEFORE.search(at.text, max(0, at.numeral.start - 12), at.numeral.start):
        return True
    if _PLUS_POST.match(at.text, at.numeral.end):
        return True
    post = _SCALE_POST.search(at.text, max(0, at.numeral.start - 10), at.numeral.start)
    return post is not None and no_noun_follows(at)


def _is_list_mark(at: Near) -> bool:
    if at.numeral.start > LIST_MARK_WITHIN:
        return False
    match = _LIST_MARK.match(at.text)
    return match is not None and at.numeral.end <= match.end() and bool(_MARKED.match(match[0]))


_IDIOMS = frozenset(IDIOMS)

RULES = (
    RejectRule("pass.unreadable", "unreadable", lambda at: at.numeral.value is None,
             ("khoảng [hai ba] hôm",), ("có [hai] xã",)),
    RejectRule("pass.list_mark", "list number", _is_list_mark, ("[1]. Bầu cử Quốc hội", "[2]) Kết quả"), ("[24]/24 xã", "[15] hộ nghèo")),
    RejectRule("pass.url", "address", _is_url,
             ("xem www.baomoi[24].vn",), ("có [24] hộ",)),
    RejectRule("pass.phone", "phone number", _is_phone, ("Điện thoại: [02613].648.128", "gọi [0912345678]"), ("có [12345678] đồng",)),
    RejectRule("pass.clock", "clock time", _is_clock, ("lúc [15]h30", "[15]:01 ngày", "vào lúc [8] giờ sáng"), ("[45] giờ học",)),
    RejectRule("pass.km_post", "km post", _is_km_post,
             ("đoạn Km[284]+676", "tại Km [27]", "Km47+[300] đất đá"), ("dài [24] km",)),
    RejectRule("pass.document", "document number", _is_document,
             ("Nghị quyết số [25]-NQ/TW", "Kết luận [43] của", "Nghị định số [13]/2018/NĐ-CP", "có văn bản số [215] gửi", "Quyết định [90] ngày 18/1/2022"),
             ("có dân số [25.310] người", "với sĩ số [35] em", "quyết định [3] nội dung", "quyết định [90] ngày", "[12] hộ", "trong tổng số [80] người", "trong số [527] hồ đập")),
    RejectRule("pass.ordinal", "ordinal", lambda at: any(words in ORDINAL for words in at.before),
             ("lần thứ [3] năm", "Kỳ họp thứ [7],"), ("có [7] kỳ họp",)),
    RejectRule("pass.rank", "ordinal", lambda at: is_rank(at.text, at.numeral.start, at.numeral.end),
             ("đạt giải [ba] môn Toán", "giải nhất, nhì, [ba] môn Văn", "hàng loại [hai].", "tiêm mũi [hai] cho trẻ", "học sinh lớp [năm] trường làng"),
             ("giải nhì, [ba] em đạt giải", "hòa giải [ba] vụ", "giải thưởng [ba] triệu đồng", "mỗi lần [ba] người", "nhóm [hai] đối tượng", "mở lớp [ba] tháng")),
    RejectRule("pass.article", "article", _is_article, ("[một] trong những xã", "là [một] cách làm", "có [1] số vấn đề"), ("[hai] xã",)),
    RejectRule("pass.person", "name", _is_person, ("anh [Bảy] cho biết",), ("[Ba] huyện bị thiệt hại",)),
    RejectRule("pass.idiom", "idiom", _is_idiom, ("lợi ích của [hai] bên", "thứ [ba] tuần sau"), ("[hai] xã",)),
    RejectRule("pass.motto", "motto", _is_motto, ("phương châm “[4] tại chỗ”", "cuộc vận động “[5] không 3 sạch”"), ("[5] hộ không có",)),
    RejectRule("pass.age", "age", _is_age, ("ông Minh ([62] tuổi)",), ("[62] người",)),
    RejectRule("pass.rating", "rating", lambda at: at.after[:1] == ["sao"], ("đạt [3] sao",), ("[3] sản phẩm",)),
    RejectRule("pass.coordinate", "coordinate", _is_coordinate,
             ("ở [16] độ Bắc trở lên", "từ kinh độ Đông [113] độ", "tại [105,5] độ kinh Đông"), ("nóng [38] độ", "lạnh [5] độ C")),
    RejectRule("pass.free", "name", _is_free, ("chuyến xe [0] đồng", "phiên chợ [0] đồng"), ("lãi [10] đồng", "thu [0] ca", "mua với giá [0] đồng", "thưởng tết [0] đồng")),
    RejectRule("pass.score", "score", _is_score,
             ("thắng [2]-1",), ("[2] - 3 buổi",)),
    RejectRule("pass.name", "name", _is_named, ("Quốc lộ [32] dài", "ở thôn [5], xã", "bão số [3] gây", "từ tầng [hai] nứt", "Tỉnh lộ [514] đoạn qua", "(quốc lộ [279] sạt lở", "(thôn [1]: 20 hộ)", "Tiểu khu [84] cháy 3 ha", "Ấp [4] sạt lở", "Lô [12] bàn giao 35 nền", "Tổ [7] phường Tân An", "Thửa [15] tờ bản đồ", "Quốc lộ 15, 16 và [48] sạt lở", "gió giật mạnh cấp [6] quét", 'chương trình "Quỹ [1] triệu cây xanh" đã'), ("tổng số [6] Nhà máy", "số điểm [0,77] ở", "thôn có [5] hộ", "xe chạy đường [12] km", "đường [4] làn xe", "tổ [5] máy cày", "được cấp [300] m2 đất", "(Hà Nội 2, Hải Phòng [3])", "ngõ [120] hộ dân", "phần [20] suất", "mỗi lớp [29] trẻ")),
    RejectRule("pass.serial", "name", _is_serial, ("đường xóm Đồi Chè [1] đi lại", "trường tiểu học Suối Bạc [1] tại"), ("xã Yên Bình có [1] trường", "xã Hòa An [40] hộ, xã", "xã Hòa An [40], xã Tân Lập 80")),
    RejectRule("pass.address", "address", _is_address,
             ("mặt bằng số [97] đường", "trụ sở tại số nhà [mười hai].", "trú tại [75] đường Lê Lợi", "tại 3/[67] đường Lê Lợi"), ("tổng số [97] hộ", "mở rộng [3] đường Lê Lợi")),
    RejectRule("pass.code", "code", lambda at: _is_code(at) or _is_glued_name(at),
             ("Nhà máy Z[183] vừa", "dịch Covid-[19] bùng", "tàu lớp BR -[200] đời mới", "đội tuyển U -[23] VN"), ("[600]km đường", "hỗ trợ -[200] suất")),
    RejectRule("pass.plate", "code", _is_plate,
             ("xe tải BKS 21C - [026.71] lưu thông", "biển số 59 S 1-[686.44] đi", "rơ moóc 22R - [00.161] chạy", "tàu cá BĐ [97016] TS"), ("thu giữ biển số và [12] xe máy", "có 8 GS và [390] TS")),
)  # fmt: skip


def reject(at: Near) -> RejectRule | None:
    """The first rule that says why this number is no figure; None where none does."""
    for rule in RULES:
        if rule.test(at):
            return rule
    return None
