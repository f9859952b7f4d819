"""Number words that rank: giải ba môn Toán is the third prize, loại hai the second class; nothing is counted by them."""

from __future__ import annotations

from extractor.language.patterns import one_of, re_pattern
from extractor.lexicon.words import NOT_A_NOUN

RANKS = ("hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")  # hai trăm is none: a rank is one word
PRIZES = ("nhất", "nhì", "ba", "tư", "đặc biệt", "khuyến khích")
# Verbs and nouns that end with the syllable giải: hòa giải ba vụ, áp giải ba đối tượng.
NO_PRIZE = ("hòa", "áp", "lý", "lí", "dẫn", "phân", "diễn", "luận", "giảng", "hóa", "kiến", "chú", "thuyên", "cứu")
# What is numbered rather than counted, where no noun follows: loại hai, vòng ba.
NUMBERED = ("loại", "lần", "vòng", "đợt", "bậc", "cấp", "tập", "phần", "khóa", "bước", "giai đoạn", "mũi", "số", "vụ", "ca", "nhóm", "đời", "cuốn", "bản")
EACH = ("mỗi", "từng", "cứ", "các", "nhiều", "những", "mấy", "vài")
SCHOOLED = ("học sinh", "em", "học", "lên", "khối", "vào", "hết", "dạy", "từ", "đến", "và", "giáo viên", "trẻ", "cháu")

_RANK = re_pattern(one_of(RANKS))
_PRIZE = rf"\b(?<!{' )(?<!'.join(NO_PRIZE)} )giải\s+"
_PRIZE_BEFORE = re_pattern(rf"{_PRIZE}(?:(?P<list>{one_of(PRIZES)}\s*(?:[,/-]|,?\s+và\b|\s)\s*)+)?$")
_ENDS = re_pattern(
    rf"\s*(?:$|[.,;:!?)\"/-]|{one_of(('môn', 'toàn', 'cho', 'cấp', 'ở', 'tại', 'trong', 'của', 'về', 'thuộc', 'chung cuộc', 'hội thi', 'cuộc thi', 'và'))}\b)"
)
_TO_SOLVE = re_pattern(r"\s+(?:bài|câu|đề)\b")
_NUMBERED_BEFORE = re_pattern(rf"(?:(?P<before>[^\W\d_]+)\s+)?\b{one_of(NUMBERED)}\s+$")
_GRADE_BEFORE = re_pattern(rf"\b{one_of(SCHOOLED)}\s+lớp\s+$")
_NEXT_WORD = re_pattern(r"\s+([^\W\d_]+)")
LONGEST_BEFORE = 40


def is_rank(text: str, start: int, end: int) -> bool:
    """Whether a number word says which one and not how many; `start` and `end` are its own."""
    if not _RANK.fullmatch(text[start:end].lower()):
        return False
    before = text[max(0, start - LONGEST_BEFORE) : start].lower()
    if prize := _PRIZE_BEFORE.search(before):
        return _ENDS.match(text, end) is not None if prize["list"] else _TO_SOLVE.match(text, end) is None
    if _GRADE_BEFORE.search(before):
        return True
    numbered = _NUMBERED_BEFORE.search(before)
    return numbered is not None and numbered["before"] not in EACH and not _noun_follows(text, end)


def _noun_follows(text: str, end: int) -> bool:
    word = _NEXT_WORD.match(text, end)
    return word is not None and word[1].islower() and word[1] not in NOT_A_NOUN
