"""Words of plans, goals and forecasts, and those that look like them: a row a pattern, with a text that it reads."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text

from extractor.language.patterns import Row, re_pattern, where_words_begin

PLANS = (
    Row(r"phấn\s+đấu", "phấn đấu"),
    Row(r"đặt\s+(?:mục|chỉ)\s+tiêu", "đặt mục tiêu"),
    Row(r"mục\s+tiêu(?!\s+(?:quốc\s+gia|qg))", "mục tiêu"),
    Row(r"dự\s+kiến", "dự kiến"),
    Row(r"sẽ", "sẽ"),
    Row(r"đề\s+xuất", "đề xuất"),
    Row(r"đề\s+nghị", "đề nghị"),
    Row(r"kiến\s+nghị", "kiến nghị"),
    Row(r"dự\s+báo", "dự báo"),
    Row(r"dự\s+tính", "dự tính"),
    Row(r"hướng\s+(?:tới|đến)", "hướng tới"),
    Row(r"kỳ\s+vọng", "kỳ vọng"),
    Row(r"quyết\s+tâm", "quyết tâm"),
    Row(r"tiến\s+tới", "tiến tới"),
    Row(r"cần\s+(?:đạt|phấn\s+đấu|thêm|có\s+thêm|huy\s+động|hoàn\s+thành)", "cần huy động"),
    Row(r"phải\s+(?:đạt|hoàn\s+thành|có|bảo\s+đảm|đảm\s+bảo)", "phải đạt"),
    Row(r"phải(?=\s*$)", "phải"),
    Row(r"phải\s+(?:trả|nộp|đóng|bồi\s+thường|hoàn\s+trả|chi\s+trả|bầu|bình\s+bầu|bố\s+trí|có)", "phải nộp"),
    Row(r"yêu\s+cầu", "yêu cầu"),
    Row(r"chỉ\s+tiêu\s+(?:\w+\s+){0,5}(?:là|đạt)", "chỉ tiêu tuyển sinh là"),
    Row(r"kế\s+hoạch\s+(?:[^,;.]{0,40}\s)?(?:là|giao|đề\s+ra|thu|cần)(?=\s*$)", "kế hoạch huyện giao"),
    Row(r"theo\s+kế\s+hoạch", "theo kế hoạch"),
    Row(r"nếu(?!\s+(?:so|đặt|tính|kể|như))", "nếu"),
    Row(r"dự\s+toán(?:\s+\w+){0,6}\s+(?:là|giao)(?=\s*$)", "dự toán tỉnh giao"),
    Row(r"giao\s+dự\s+toán(?=\s*$)", "giao dự toán"),
    Row(r"phương\s+hướng", "phương hướng"),
    Row(r"nhiệm\s+vụ\s+(?:năm|6\s+tháng|trọng\s+tâm|những\s+tháng|thời\s+gian)", "nhiệm vụ trọng tâm"),
    Row(r"trong\s+thời\s+gian\s+tới", "trong thời gian tới"),
    Row(r"thời\s+gian\s+tới", "thời gian tới"),
    Row(r"từ\s+nay\s+đến", "từ nay đến"),
    Row(r"chuẩn\s+bị", "chuẩn bị"),
    Row(r"mong\s+muốn", "mong muốn"),
    Row(r"đòi(?:\s+(?:bồi\s+thường|tiền|trả))?", "đòi bồi thường"),
    Row(r"nhằm\s+(?:triển\s+khai|xây)", "nhằm triển khai"),
    Row(r"sắp\s+tới", "sắp tới"),
    Row(r"bảo\s+đảm\s+đến\s+năm", "bảo đảm đến năm"),
    Row(r"định\s+hướng", "định hướng"),
    Row(r"đặt\s+ra", "đặt ra"),
    Row(r"nhằm\s+đạt", "nhằm đạt"),
    Row(r"đề\s+ra", "đề ra"),
    Row(r"ngày\s+mai", "ngày mai"),
    Row(r"ngày\s+tới(?!\s*(?:hơn|gần|trên|khoảng)?\s*(?:\d|$))", "ngày tới có mưa"),
    Row(r"giờ\s+tới", "giờ tới"),
    Row(r"tuần\s+tới", "tuần tới"),
    Row(r"tháng\s+tới(?!\s+nay)", "tháng tới"),
    Row(r"năm\s+tới(?!\s+nay)", "năm tới"),
    Row(r"đang\s+kêu\s+gọi", "đang kêu gọi"),
    Row(r"xin\s+(?:khai\s+thác|cấp|chuyển|thuê|đầu\s+tư)", "xin khai thác"),
)
# What holds a word of plan and plans nothing.
NO_PLANS = (
    Row(r"không\s+phải", "không phải"),
    Row(r"chẳng\s+phải", "chẳng phải"),
    Row(r"phải\s+(?:gánh|chịu|nhập\s+viện|hứng|ở\s+nhờ|đi|cấp\s+cứu|sơ\s+tán)", "phải sơ tán"),
    Row(r"đã\s+phải", "đã phải"),
    Row(r"nợ\s+phải\s+(?:trả|thu)", "nợ phải trả"),
    Row(r"khoản\s+phải\s+(?:trả|thu)", "khoản phải thu"),
    Row(r"chấp\s+nhận\s+yêu\s+cầu", "chấp nhận yêu cầu"),
    Row(r"cần\s+(?:cù|vốn|mẫn)", "cần cù"),
    Row(r"vượt\s+(?:mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch)", "vượt kế hoạch"),
    Row(r"đạt\s+mục\s+tiêu", "đạt mục tiêu"),
    Row(r"theo\s+quy\s+định", "theo quy định"),
    Row(r"đúng\s+quy\s+định", "đúng quy định"),
    Row(r"thuộc\s+diện\s+phải\s+\w+", "thuộc diện phải di dời"),
)


def _whole(table: tuple[Row, ...]) -> re.Pattern[str]:
    """The rows as one pattern of whole words."""
    return re_pattern(rf"(?:{where_words_begin(*(row.pattern for row in table))})\b")


PLAN = _whole(PLANS)
NO_PLAN = _whole(NO_PLANS)
