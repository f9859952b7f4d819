"""How words are compared: in one spelling, with their synonyms, without words that say nothing of their own."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

from extractor.language.patterns import re_pattern
from extractor.language.tones import new_tones

# A phrase of an entry that stands at the head of a row is also found by the others of the row.
SYNONYMS = {
    "hỗ trợ": (
        "giúp đỡ", "giúp", "tặng", "trao", "trao tặng", "cấp phát", "ủng hộ", "thăm hỏi", "thăm", "đỡ đầu", "kết nối",
        "cho vay", "vay", "vay vốn", "giải ngân", "tiếp cận", "tư vấn", "tập huấn",
    ),
    "hư hại": (
        "thiệt hại", "bị chết", "chết", "bị ngập", "ngập", "bị cuốn trôi", "cuốn trôi", "trôi", "hư hỏng", "đổ gãy",
        "mất trắng", "vùi lấp", "úng", "khô hạn", "hạn", "khô héo", "cháy", "bị cháy", "đổ ngã", "nhiễm mặn",
        "sạt lở", "thiêu rụi", "chặt hạ", "chặt trụi", "chặt phá", "phá",
    ),
    "xây dựng": ("xây", "xây mới", "làm mới", "dựng", "khởi công", "khánh thành", "hoàn thành", "bàn giao"),
    "sửa chữa": ("sửa", "tu sửa", "cải tạo", "nâng cấp", "duy tu", "sửa lại", "tu bổ"),
    "nạo vét": ("khơi thông", "vét", "kiên cố hóa", "tu sửa", "sửa chữa"),
    "bê tông hóa": ("đổ bê tông", "cứng hóa", "bê tông", "nhựa hóa", "kiên cố hóa"),
    "nông thôn mới": ("ntm",),
    "hợp tác xã": ("htx",),
    "bảo hiểm y tế": ("bhyt",),
    "bảo hiểm xã hội": ("bhxh",),
    "hội đồng nhân dân": ("hđnd",),
    "trung học cơ sở": ("thcs",),
    "trung học phổ thông": ("thpt",),
    "lợn": ("heo",),
    "tỷ lệ": ("tỉ lệ",),
    "bác sĩ": ("bác sỹ",),
    "vắc xin": ("vaccine", "vắc-xin", "vacxin", "vắcxin"),
    "ngân sách": ("nsnn", "nsđp", "ngân sách nhà nước"),
    "nhà tạm": ("nhà dột nát", "nhà tạm bợ", "nhà tranh tre"),
    "đại đoàn kết": (
        "tình thương", "tình nghĩa", "mái ấm công đoàn", "mái ấm tình thương", "khăn quàng đỏ", "nhân ái",
    ),
    "chất thải rắn": ("rác thải", "rác", "rác sinh hoạt", "chất thải"),
    "bị thương": ("thương tích",),
    "tử vong": ("chết", "thiệt mạng", "bị chết"),
    "dân tộc thiểu số": ("dtts",),
    "trực tuyến": ("qua mạng", "dịch vụ công trực tuyến"),
}  # fmt: skip

# Words that an item may have besides those of an entry without being about something else.
PLAIN = frozenset("""
có còn hiện đang đã được là của trong ở tại trên địa bàn toàn cả các những số tổng lượng nay này đó mới cho đạt với
vào từ và về thuộc đều bình quân chung so theo nước năm tháng quý cuối đầu hết đến ước tính người dân xã huyện tỉnh
phường thị trấn thành phố quận thôn bản ấp đơn vị địa phương khu vực nông thôn hoạt động thành lập duy trì khoảng cấp
cơ sở tiến hành thực hiện đảng bộ nâng lên tăng giảm mở giữ phấn đấu mục tiêu mức kinh tế
""".split())  # fmt: skip

WORD = re_pattern(r"[^\W_]+|\|")  # the bar keeps words of two fields apart


def syllables(text: str) -> list[str]:
    """The syllables of a text in NFC and lower case, as they are written."""
    return WORD.findall(_composed(text).lower())


def _composed(text: str) -> str:
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def phrase(text: str) -> str:
    """The syllables of a phrase in the newer spelling, with a blank on each side."""
    return f" {' '.join(syllables(new_tones(_composed(text))))} "


def alternatives(text: str) -> tuple[str, ...]:
    """The phrases that `a | b` stands for, with their synonyms."""
    named = [one.strip() for one in text.split("|")]
    return tuple(dict.fromkeys(phrase(two) for one in named for two in (one, *SYNONYMS.get(one.lower(), ()))))
