"""Expressions of time: what they say (as moments still to be resolved), and that their numerals are no figures."""

from __future__ import annotations

from msgspec import Struct

from extractor.extraction.rules.moments import (
    Reader,
    read_ago,
    read_back,
    read_bare,
    read_decade,
    read_ends,
    read_from_beginning,
    read_from_now,
    read_half,
    read_moment,
    read_month_name,
    read_months,
    read_months_of_relative,
    read_named_year,
    read_quarter,
    read_relative,
    read_relative_day,
    read_since_term,
    read_stretch,
    read_term,
    read_week_or_month,
    read_years,
)
from extractor.language.patterns import one_of
from extractor.lexicon.times import (
    BRANCHES,
    DAY_WORDS,
    DECADES,
    MONTHS,
    NO_DAY_AFTER,
    NOW,
    RELATIVE_DAYS,
    SCHOOL_YEARS,
    STEMS,
    UNTIL_NOW,
    WHICH,
)

D = r"(?:3[01]|[12]\d|0?[1-9])"
M = r"(?:1[0-2]|0?[1-9])"
Y = r"(?:1[89]|20)\d\d(?!\d|[.,]\d)"
SEP = r"\s?[/.\-]\s?"
TO = r"\s*(?:-|đến|tới)\s*(?:hết\s+)?"
DAY_WORD = rf"\b{one_of(DAY_WORDS)}\s+"
MONTH_NAME = one_of(MONTHS)
_UNTIL = (
    r"(?P<until>\b(?:(?:tính|lũy\s+kế|luỹ\s+kế|cộng\s+dồn|cho|kể)\s+)?(?:đến|tới)\s+"
    r"(?:(?:nay|hết|cuối|đầu|giữa|thời\s+điểm|trước|khoảng|hết\s+ngày),?\s+)*)"
)
CLOCK = r"(?:khoảng\s+)?\d{1,2}\s?(?:giờ|h|g|:)(?:\s?\d{2})?(?:\s?(?:phút|'))?\s*,?\s*"
UNTIL = rf"(?:{_UNTIL})?"
UNTIL_HOUR = rf"(?:{_UNTIL}(?:{CLOCK})?)?"
SINCE = r"(?:(?P<since>\b(?:kể\s+từ|từ|bắt\s+đầu\s+từ)\s+(?:(?:cuối|đầu|giữa|khi|sau)\s+)*))?"
TIL_NOW = rf"(?:\s*,?\s*(?P<til_now>{one_of(UNTIL_NOW)}\b|nay\b))?"
NOT_GLUED = r"(?<![\w/.,\-])"
RELATIVE_DAY = rf"(?<!\d\s)(?<!\b{one_of(NO_DAY_AFTER)}\s)\b{{}}\b(?!\s+(?:đời|lại|đường|sông|cầu|khỏi|đó|địa))"
PART = r"(?:(?:cuối|đầu|giữa|trong|hết|cả)\s+)?"


class TimeRule(Struct, frozen=True):
    """One way to say when: its pattern, its reader, texts it reads (with the words) and texts it leaves alone."""

    name: str
    pattern: str
    read: Reader
    yes: tuple[tuple[str, str], ...]
    no: tuple[str, ...]


def _day(suffix: str, *, month_needed: bool = True) -> str:
    """A day of a month, named d, m and y with the suffix: 26/9/2023, ngày 7 tháng 11 năm 2022."""
    month = rf"(?:{SEP}|\s+tháng\s+)(?P<m{suffix}>{M})(?!\d)(?:(?:{SEP}|\s*,?\s+năm\s+)(?P<y{suffix}>{Y}))?"
    return rf"(?P<d{suffix}>{D})" + (month if month_needed else rf"(?:{month})?")


def _month(suffix: str) -> str:
    """A month, named m and y with the suffix: tháng 9/2023."""
    return rf"tháng\s+(?P<m{suffix}>{M})(?!\d)(?!/\d{{1,2}}(?!\d))(?:(?:{SEP}|\s*,?\s*(?:của\s+)?năm\s+)(?P<y{suffix}>{Y}))?"


_BESIDE = r"(?:\s*,?\s*\(?\s*(?:ngày\s+)?{}(?:\s*\))?)?"  # sáng nay (8/6); chiều qua 11/3


def _relative(suffix: str) -> str:
    """A day counted from the publication, with the date beside it where one is said."""
    return RELATIVE_DAY.format(rf"(?P<rel{suffix}>{one_of(RELATIVE_DAYS)})") + _BESIDE.format(_day(suffix))


_BACK = r"(?:(?:hơn|gần|khoảng)\s+)?(?P<n>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?P<what>năm|tháng|tuần|ngày|hôm)"


def _at(suffix: str) -> str:
    """A day with the hour and the part of the day before it: 6h sáng 30/9, đêm 28, sáng nay."""
    said = rf"(?:{DAY_WORD})+{_day(suffix, month_needed=False)}|{_day(suffix)}"
    return rf"(?:{CLOCK})?(?:{_relative(suffix)}|{said})"


RULES = (
    TimeRule("time.iso_day", rf"{NOT_GLUED}(?P<y>{Y})-(?P<m>{M})-(?P<d>{D})(?!\d)", read_moment,
             (("đăng 2025-04-22 lúc 21:48", "2025-04-22"),), ("biển số 2025-044",)),
    TimeRule("time.days",
             rf"(?:\btừ\s+(?:{DAY_WORD})?|{DAY_WORD}){_day('1', month_needed=False)}"
             rf"(?:{TO}|\s+và\s+|,\s+|,(?=\d{{1,2}}/))(?:{DAY_WORD})*{_day('2')}(?!\s*%)", read_ends,
             (("họp từ 27 - 31/5", "từ 27 - 31/5"),
              ("từ ngày 1/1/2023 đến ngày 30/6/2023", "từ ngày 1/1/2023 đến ngày 30/6/2023"),
              ("đêm 20 và rạng sáng 21-5", "đêm 20 và rạng sáng 21-5")), ("từ 2 đến 3 hộ", "từ 30-70%", "từ 7,1-10 triệu đồng", "từ 11,5 - 12,4%")),
    TimeRule("time.stretch", rf"\b(?:kể\s+|tính\s+)?từ\s+{_at('1')}\s*(?:-|đến|tới)\s*(?:hết\s+|khoảng\s+)?{_at('2')}(?![\d/]|\s*%)"
             rf"|{_relative('1')}\s*(?:và|,|đến|tới)\s*{_relative('2')}", read_stretch,
             (("từ chiều 28/9 đến 6h sáng 30/9, mưa", "từ chiều 28/9 đến 6h sáng 30/9"), ("từ đêm 28/9 đến sáng nay", "từ đêm 28/9 đến sáng nay"),
              ("đêm qua và sáng nay có mưa", "đêm qua và sáng nay")), ("từ 7 giờ 30 phút đến 9 giờ", "từ 14 - 20 giờ 30")),
    TimeRule("time.from_beginning", rf"\b(?:kể\s+|tính\s+|ngay\s+)?từ\s+đầu\s+(?P<what>năm|quý|tháng|tuần)\s*,?\s*"
             rf"(?:(?P<now>{one_of(UNTIL_NOW)}\b)|(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:{_relative('2')}|(?:{DAY_WORD})*{_day('2')}|{_month('2')}))", read_from_beginning,
             (("Từ đầu năm đến nay, xã", "Từ đầu năm đến nay"), ("từ đầu năm đến hết tháng 9", "từ đầu năm đến hết tháng 9")), ("từ đầu năm 2021 đến nay",)),
    TimeRule("time.since_term", rf"\b(?:kể\s+)?từ\s+đầu\s+nhiệm\s+kỳ\s+{one_of(UNTIL_NOW)}\b", read_since_term,
             (("Từ đầu nhiệm kỳ đến nay, xã", "Từ đầu nhiệm kỳ đến nay"),), ("đầu nhiệm kỳ 2020-2025",)),
    TimeRule("time.relative_day", rf"{UNTIL}{SINCE}{_relative('')}{TIL_NOW}", read_relative_day,
             (("Hôm qua (11/3) huyện", "Hôm qua (11/3)"), ("tối qua, mưa đá", "tối qua"), ("đến hôm nay đã có", "đến hôm nay")),
             ("thế hệ hôm nay", "Quỹ Vì ngày mai", "đêm qua đời", "điều khiển 1 chiều qua thiết bị", "năm nay")),
    TimeRule("time.week_or_month", rf"(?<!\b(?:\d|một|hai|ba|bốn|năm|sáu|vài|mấy|mỗi|những|các|nhiều|nửa)\s)\b(?P<what>tuần|tháng)\s+(?P<which>{one_of(WHICH)})\b(?!\s+(?:đó|khi|ngày|nữa|kia|mà|nay))",
             read_week_or_month, (("Tháng trước, xã", "Tháng trước"), ("trong tuần này", "tuần này")), ("2 tuần trước", "ba tháng trước đó", "tháng trước ngày bầu cử")),
    TimeRule("time.decade", rf"\b(?:(?:trong|vào|từ)\s+)?(?:(?:đầu|cuối|giữa)\s+)?(?:những\s+)?{one_of(DECADES)}\s+(?:(?P<y>(?:1[89]|20)\d0)|(?P<tens>[3-9]0))(?!\d|[.,]\d|\s*[-–%]|\s*đến\s)(?:\s+(?:của\s+)?thế\s+kỷ\s+(?:trước|xx|20))?",
             read_decade, (("Thập niên 1990, làng", "Thập niên 1990"), ("những năm 90 của thế kỷ trước, chợ", "những năm 90 của thế kỷ trước")), ("những năm 2021 - 2023", "thập kỷ 2")),
    TimeRule("time.day", rf"{UNTIL_HOUR}{SINCE}(?P<deadline>\btrước\s+)?(?:{DAY_WORD})+(?:lịch\s+sử\s+)?{_day('')}(?!\s*%){TIL_NOW}", read_moment,
             (("Ngày 26/9, Huyện ủy họp", "Ngày 26/9"), ("tính đến ngày 30/6/2019 có", "tính đến ngày 30/6/2019"), ("hoàn thành trước ngày 12/6", "trước ngày 12/6"),
              ("Thứ Hai, ngày 7 tháng 11 năm 2022", "ngày 7 tháng 11 năm 2022")), ("24/24 xã",)),
    TimeRule("time.full_day", rf"{NOT_GLUED}{UNTIL}{SINCE}(?P<d>{D})(?P<sep>\s?[/.\-]\s?)(?P<m>{M})(?P=sep)(?P<y>{Y})",
             read_moment, (("(26/06/2019)", "26/06/2019"),), ("1.234.567 đồng",)),
    TimeRule("time.bracketed_day", rf"(?<=\()(?P<d>{D})[/.\-](?P<m>{M})(?=\))", read_moment,
             (("lễ phát động (8/6)", "8/6"),), ("(8 sản phẩm)",)),
    TimeRule("time.feast",
             rf"\b(?:dịp|lễ|ngày\s+lễ|kỷ\s+niệm|mừng|đến|tới|từ|trước|sau|và)\s+(?P<d>{D})[/.\-](?P<m>{M})(?![\d/%])"
             rf"(?=\s*(?:$|[,.;)]|và\b|hằng|hàng|vừa|tại|của|năm))", read_moment,
             (("giữ an ninh dịp 27.7, có", "dịp 27.7"),), ("và 2/3 con đường",)),
    TimeRule("time.day_alone", rf"{DAY_WORD}(?P<d>{D})(?![\d/.,\-]\d)(?=\s*(?:$|[,.;)]|và\b|tết\b|tháng\s+giêng))",
             read_moment, (("ngày 20, mưa lớn", "ngày 20"),), ("mỗi ngày 20 hộ", "ngày 20 hộ")),
    TimeRule("time.months_of_relative", rf"(?:\b(?P<n>\d{{1,2}}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+tháng(?:\s+đầu)?|\btháng\s+(?P<m>{M}))(?P<lunar>\s+\(?(?:âm\s+lịch|al)\)?)?\s+năm\s+(?P<which>nay|ngoái|trước)\b",
             read_months_of_relative, (("Trong 7 tháng năm nay, tỉnh thu", "7 tháng năm nay"), ("tháng 10 âm lịch năm ngoái, ông", "tháng 10 âm lịch năm ngoái")), ("2 tháng trước",)),
    TimeRule("time.back", rf"\bcách\s+(?:đây|nay)\s+{_BACK}(?:\s+trước)?\b|(?<![\d,.])\b{_BACK}\s+trước\b(?!\s+(?:đó|khi|ngày|thời|lúc|tết|lễ|mùa|vụ)\b)", read_back,
             (("5 năm trước, vợ chồng vay", "5 năm trước"), ("Cách đây hơn 2 tháng, nhà hàng", "Cách đây hơn 2 tháng")), ("2 tháng trước đó", "5 năm qua", "cách đây 2 km")),
    TimeRule("time.months", rf"\b(?:từ\s+)?tháng\s+(?P<m1>{M})(?!\d)(?:(?:{SEP}|\s+năm\s+)(?P<y1>{Y}))?{TO}"
             rf"(?:tháng\s+)?(?P<m2>{M})(?!\d)(?:(?:{SEP}|\s+năm\s+)(?P<y2>{Y}))?", read_ends,
             (("từ tháng 3 đến tháng 9/2023", "từ tháng 3 đến tháng 9/2023"),), ("tháng 3 có 9 hộ",)),
    TimeRule("time.month", rf"(?<!\b(?:mỗi|hằng|hàng|một|từng)\s){UNTIL}{SINCE}{PART}\b(?<!\b(?:mỗi|hằng|hàng|một|từng)\s){_month('')}(?!\s+(?:lần|buổi|kỳ|triệu|nghìn|tấn|kg|ha|suất|hộ|ca|vụ)\b){TIL_NOW}", read_moment,
             (("trong tháng 7.2022, lực lượng", "trong tháng 7.2022"), ("đến hết tháng 6 năm 2019", "đến hết tháng 6 năm 2019")),
             ("6 tháng đầu năm",)),
    TimeRule("time.month_of_year", rf"{NOT_GLUED}{UNTIL}(?P<m>{M})/(?P<y>{Y})(?!/[^\W\d_])", read_moment,
             (("giao ban 6/2019", "6/2019"),), ("1.206/2019 hộ", "số 10/2015/QĐ-UBND")),
    TimeRule("time.month_name", rf"(?<!\b(?:mỗi|hằng|hàng|một)\s)\btháng\s+(?P<name>{MONTH_NAME})\b(?!\s+lần)(?:\s+năm\s+(?P<y>{Y}))?", read_month_name,
             (("rằm tháng Giêng", "tháng Giêng"),), ("mỗi tháng một lần",)),
    TimeRule("time.quarter",
             rf"{UNTIL}{PART}\bquý\s+(?P<q>iv|i{{1,3}}|[1-4]|một|hai|ba|tư|bốn)\b"
             rf"(?:(?:\s+và|,|\s*-)\s+(?:quý\s+)?(?P<q>iv|i{{1,3}}|[1-4])\b)*(?:(?:{SEP}|\s+năm\s+)(?P<y>{Y}))?",
             read_quarter, (("quý I/2025 tổng giá trị", "quý I/2025"),), ("các quý vị",)),
    TimeRule("time.first_months",
             rf"\b(?P<n>\d{{1,2}}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười\s+một)\s+tháng\s+"
             rf"(?:(?P<side>đầu|cuối)\s+(?:của\s+)?(?:năm\s*(?P<y>{Y})?|(?P<y>{Y}))|(?:của\s+)?năm\s+(?P<y>{Y})|/\s*(?P<y>{Y}))",
             read_months, (("9 tháng đầu năm 2023", "9 tháng đầu năm 2023"), ("06 tháng cuối năm", "06 tháng cuối năm")),
             ("bảo hành 60 tháng",)),
    TimeRule("time.half", rf"\b(?:nửa|6\s+tháng)\s+(?P<side>đầu|cuối)(?:\s+năm(?:\s+(?P<y>{Y}))?|\s+(?P<y>{Y})|(?=\s*[,.;]|\s+và|$))", read_half,
             (("công tác nửa đầu năm 2020", "nửa đầu năm 2020"),), ("nửa đầu đoạn đường",)),
    TimeRule("time.years",
             rf"(?:\btừ\s+)?\b(?:(?:{one_of(SCHOOL_YEARS)}|giai\s+đoạn|giai\s+đọạn|nhiệm\s+kỳ|(?:(?:các|cuối|đầu|giữa)\s+)?năm)\s+)*"
             rf"{NOT_GLUED}(?P<y>{Y}){TO}(?:(?:cuối|đầu|giữa)\s+)?(?:năm\s+)?(?P<y>{Y})", read_years,
             (("giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025"), ("Từ năm 2020-2022, toàn huyện", "Từ năm 2020-2022"),
              ("năm học 2017-2018", "năm học 2017-2018")), ("2 - 3 buổi",)),
    TimeRule("time.year_list", rf"\b(?:(?:các|trong|hai|2|ba|3)\s+)?năm\s+(?P<y>{Y})(?:,\s*(?:năm\s+)?(?P<y>{Y}))*"
             rf"(?:\s+và|,)\s+(?:năm\s+)?(?P<y>{Y})", read_years,
             (("các năm 2021, 2022 và 2023", "các năm 2021, 2022 và 2023"),), ("năm 2021 và 3 hộ",)),
    TimeRule("time.years_glued", r"\b(?:trong\s+)?năm\s+(?P<y>(?:19|20)\d\d)(?:,(?P<y>(?:19|20)\d\d))+(?!\d|[.,]\d)", read_years,
             (("Trong năm 2014,2015, bà", "Trong năm 2014,2015"),), ("năm 2014,5 tấn",)),
    TimeRule("time.year",
             rf"{UNTIL}{SINCE}(?P<part>\b(?:cuối|đầu|giữa|hết|trong|cả|vào|tháng)\s+)?\bnăm\s+(?P<y>{Y})(?!\s*[-–]\s*{Y}){TIL_NOW}",
             read_moment, (("Năm 2023, huyện", "Năm 2023"), ("từ năm 2010 đến nay", "từ năm 2010 đến nay"),
                            ("đến cuối năm 2018 thu nhập", "đến cuối năm 2018")), ("năm 2.023 hộ", "5 năm")),
    TimeRule("time.bare_year", rf"{NOT_GLUED}{UNTIL}{SINCE}(?:\b(?:mùa\s+)?(?:hè|xuân|thu|đông|tết|mùa)\s+(?:năm\s+)?)?(?P<y>{Y})(?![\w%/]|[.,]\d|\s*(?:đồng|hộ|người|m2|km|ha|tấn|kg|"
             rf"lượt|triệu|tỷ|tỉ|em|suất|cây|con|m)\b){TIL_NOW}", read_moment,
             (("so với cùng kỳ 2018.", "2018"),), ("2000 hộ", "2000 triệu đồng")),
    TimeRule("time.from_now", rf"\btừ\s+nay\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết|cuối)\s+năm(?:\s+(?P<y>{Y}))?", read_from_now,
             (("Từ nay đến cuối năm, huyện", "Từ nay đến cuối năm"),), ("từ nay trở đi",)),
    TimeRule("time.until_now", rf"(?<!\btừ\s+(?:trước|xưa)\s+)\b(?:từ\s+đó\s+|lũy\s+kế\s+|luỹ\s+kế\s+)?{one_of(UNTIL_NOW)}\b", read_bare("now"),
             (("Đến nay, toàn huyện", "Đến nay"),), ("cao nhất từ trước tới nay",)),
    TimeRule("time.event", r"\b(?:(?:nhân\s+)?dịp\s+(?:này|đó)|cùng\s+ngày|nhân\s+(?:cuộc|buổi)\s+\w+|tại\s+(?:buổi\s+lễ|lễ|hội\s+nghị|đại\s+hội|"
             r"chương\s+trình|buổi\s+gặp\s+mặt|buổi\s+\w+|ngày\s+hội)(?:\s+này)?(?=[^.;]{0,80}\b(?:trao|tặng|khen|biểu\s+dương|tuyên\s+dương|kết\s+nạp|công\s+bố)))\b",
             read_bare("event"), (("Dịp này, Chủ tịch tặng", "Dịp này"),), ("dịp Tết",)),
    TimeRule("time.vague", r"\b(?:(?:trong\s+)?(?:những|nhiều|các|mấy)\s+năm\s+(?:qua|gần\s+đây|trở\s+lại\s+đây|liền)|(?:trong\s+)?thời\s+gian\s+(?:qua|vừa\s+qua|gần\s+đây)|"
             r"mấy\s+năm\s+(?:nay|gần\s+đây)|trước\s+(?:đây|kia)|nhiều\s+năm\s+nay|từ\s+nhiều\s+năm\s+nay)\b", read_bare("vague"),
             (("Trong thời gian qua, hạt kiểm lâm", "Trong thời gian qua"),), ("thời gian thi công",)),
    TimeRule("time.nay", r"(?<!\b(?:xưa|lâu|hiện|hôm|ngày|năm|đến|tới|từ|sáng|trưa|chiều|tối|đêm|hè|thu|đông|xuân|tháng|tuần|này|lần|đợt|mùa|vụ|giờ|hằng|mai|ngày) )\bnay\s+(?=(?:đã|lên|còn|chỉ|có|được|tăng|giảm|xuống|thì|mới|gần)\b)|\bgiờ\s+(?=(?:chỉ\s+)?còn\b)", read_bare("now"),
             (("nay lên 3.400 hộ", "nay "),), ("đến nay có", "xưa nay có")),
    TimeRule("time.now", rf"(?<!\bcùng\s)(?<!\b(?:thực|thể|phát|xuất|biểu|tái|ẩn|lộ|hình|ngọc)\s)\b{one_of(NOW)}\b(?!\s+(?:đại|vật|trường|tượng|thực|hữu|hành|diện|hình|thân|có\s+mặt))",
             read_bare("now"), (("Hiện toàn huyện có", "Hiện"),), ("nông nghiệp hiện đại", "thực hiện nghị quyết")),
    TimeRule("time.ago", r"\b(?P<n>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+năm\s+(?:vừa\s+)?"
             r"(?:qua|gần\s+đây|trở\s+lại\s+đây)\b", read_ago,
             (("5 năm qua, xã", "5 năm qua"),), ("5 năm thực hiện",)),
    TimeRule("time.term", r"\b(?:trong\s+)?nhiệm\s+kỳ\s+(?P<which>(?:vừa\s+)?qua|vừa\s+rồi|trước|tới|mới)\b(?!\s*\()", read_term,
             (("trong nhiệm kỳ qua, Hội tổ chức", "trong nhiệm kỳ qua"),), ("các nhiệm kỳ của", "nhiệm kỳ 2019 - 2024")),
    TimeRule("time.named_year", rf"\b(?:năm|tết|tết\s+nguyên\s+đán|xuân|mùa\s+xuân)\s+(?P<stem>{one_of(STEMS)})\s+(?P<branch>{one_of(BRANCHES)})\b(?:\s*[-–(]?\s*(?P<y>{Y})\)?)?",
             read_named_year, (("Dịp Tết Nguyên đán Kỷ Hợi này, hộ", "Tết Nguyên đán Kỷ Hợi"), ("Tết Canh Tý 2020", "Tết Canh Tý 2020")), ("năm Kỷ luật",)),
    TimeRule("time.relative_year", r"(?<!\b(?:\d|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|mấy|vài|nhiều|những|các)\s)\bnăm\s+(?P<which>nay|này|ngoái|trước|qua)\b(?!\s+(?:đó|khi)\b)", read_relative,
             (("vào cuối năm nay", "năm nay"),), ("năm nào", "hai năm trước đó")),
)  # fmt: skip
