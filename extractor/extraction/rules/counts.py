"""Counted nouns: the noun or classifier behind a number, or the label before it."""

from __future__ import annotations

from itertools import islice

import regex

from extractor.extraction.rules.units import UnitFound, UnitRule
from extractor.language.dictionary import compound_words
from extractor.language.guarded import Guarded
from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.compounds import COMPOUNDS
from extractor.lexicon.levels import UNIT_WORDS
from extractor.lexicon.nouns import ABBREVIATED, ALONE, CLASSIFIERS, LABEL_HEADS, PAIRED
from extractor.lexicon.numerals import NUMBER_WORDS as ALL_NUMBER_WORDS
from extractor.lexicon.units import COUNTED_TIME
from extractor.lexicon.words import ACTIONS, ALSO_NOUNS, NOT_A_NOUN, VERBS_OF_TWO
from extractor.model.shapes import Amount

_MOST_SYLLABLES = max(len(words.split()) for words in COMPOUNDS)
_COMPOUNDS = frozenset((*COMPOUNDS, *COUNTED_TIME))
_SYLLABLE = regex_pattern(r"[^\W\d_]+")
_NEXT = regex_pattern(r"\s(?P<next>\p{Ll}+)")
_ABBREVIATED = regex_pattern(rf"\s?(?P<unit>{one_of(ABBREVIATED)})(?!\w)", regex.IGNORECASE)
_OF_ALL = regex_pattern(r"\s+(?:tổng\s+)?số(?:\s+lượng)?(?=\s+\p{L})", regex.IGNORECASE)  # 3/4 số thôn
_OPENING = " \"'"  # 2 "Nhà tình nghĩa"
_WORD = regex_pattern(r"\s*[\"']?(?P<unit>[^\W\d_]+(?:[\-'’][^\W\d_]+)*)")
_TAIL = ("lượt", "em", "nhóm", "đồng")  # classifiers whose noun belongs to the unit: lượt người, em học sinh
_NAMED_UNIT = one_of((*UNIT_WORDS, "trường", "công ty", "tổng công ty", "bệnh viện", "trung tâm", "trạm"))
_PAIR = regex_pattern(rf"(?:,\s*|\s+và\s+|/)(?!{_NAMED_UNIT}\s+(?-i:(?!TP|TX)\p{{Lu}}))(?P<unit>{one_of(PAIRED)})(?!\w)(?!\s+(?:{one_of(('số', 'loại'))}\b|\d|lập\b|công\b|phố\s+\d))", regex.IGNORECASE)
_PAIRED = frozenset(PAIRED)
NUMBER_WORDS = frozenset(ALL_NUMBER_WORDS) - {"k"}
_CLASS_ADJECTIVE = regex_pattern(r"\s+(?:chính thức|dự khuyết|còn lại|trong đó|nam|mới)\b(?!\s+(?:giới|sinh|nữ))")  # 3 chính thức và 1 dự khuyết
_ABBREVIATION = regex_pattern(r"[A-ZĐ]{2,6}(?:[a-z]|\b)")
_COPULAS = ("là", "đạt", "còn", "có", "gồm", "lên", "xuống", "lên đến", "lên tới", "xuống còn", "ước đạt", "chỉ còn", "đạt được", "tăng lên", "giảm còn", "được")
_LABEL = regex_pattern(
    rf"(?:^|[.;,(\-+•*]|:|\bvà|\bvới|\btrong\s+đó|\bnâng|\bgiảm|\bcó)\s*(?P<label>(?:{one_of(LABEL_HEADS)}\s+)?"
    rf"[^\W\d_][^.;:,()]{{1,90}}?)\s*(?P<mark>:|\b{one_of(_COPULAS)})\s*$",
    regex.IGNORECASE,
)
_GUARDED_LABEL = Guarded(_LABEL)
LONGEST_LABEL = 110  # characters before a number that its label may fill
_HEADED = regex_pattern(rf"^{one_of(LABEL_HEADS)}\s+(?P<noun>.+)", regex.IGNORECASE)


def noun_end(text: str, start: int) -> int | None:
    """Where the counted noun that begins behind `start` ends; None where no noun stands there."""
    if short := _ABBREVIATED.match(text, start):
        return short.end()
    match = _WORD.match(text, start)
    if not match:
        return None
    word = match["unit"]
    low = word.lower()
    if match.start("unit") > start and (end := _compound_end(text, match.start("unit"))):
        return end
    if len(low) == 1 and low.isascii():  # 7x, 5 h: a letter counts nothing
        return None
    if low in NOT_A_NOUN or low in NUMBER_WORDS or _CLASS_ADJECTIVE.match(text, start):
        return None
    if word[0].isupper() and not _countable_capital(word):
        return None
    end = match.end() if low in ALONE else _word_end(text, low, match.end())
    return None if end and _is_verb(text[match.start("unit") : end].lower()) else end


def _is_verb(words: str) -> bool:
    """Whether words are a verb and no noun besides: bán, phối hợp; but vay, xuất khẩu."""
    return words in _VERBS


_VERBS = frozenset((*ACTIONS, "học", "nói", "đi", "ăn", "ở", "chạy", "đến", "về")) - ALSO_NOUNS - ALONE


def _word_end(text: str, first: str, end: int) -> int | None:
    """Where the word ends whose first syllable ends at `end` (13 quốc gia, 5 huấn luyện viên); None for a verb."""
    following = _NEXT.match(text, end)
    if not following:
        return end
    two = f"{first} {following['next']}"
    if two in VERBS_OF_TWO:
        return None
    if (third := _NEXT.match(text, following.end())) and f"{two} {third['next']}" in compound_words():
        return third.end()
    return following.end() if two in compound_words() else end


def _compound_end(text: str, start: int) -> int | None:
    """Where the longest known compound that begins at `start` ends."""
    ends = [match.end() for match in islice(_SYLLABLE.finditer(text, start, start + 40), _MOST_SYLLABLES)]
    for at in range(len(ends) - 1, -1, -1):
        words = text[start : ends[at]].lower().split()
        if " ".join(words) in _COMPOUNDS and not _parts_before(words, text, ends[at]):
            return ends[at]
    return None


def _parts_before(words: list[str], text: str, end: int) -> bool:
    """Whether a compound's last syllable begins the next word: 11 bộ | máy tính, but bộ máy."""
    following = _NEXT.match(text, end)
    return (
        len(words) == 2
        and words[0] in CLASSIFIERS
        and following is not None
        and f"{words[1]} {following['next']}" in compound_words()
    )


def _countable_capital(word: str) -> bool:
    """An abbreviation (HTX, DN) or a capitalised common noun (Bằng khen, Huân chương), not a proper name."""
    return bool(_ABBREVIATION.fullmatch(word)) or word.lower() in _CAPITAL_NOUNS


_CAPITAL_NOUNS = frozenset("huân|huy|bằng|giấy|nghệ|anh|chiến|mẹ|bà|kỷ|nhà|thương|cờ|cúp|cựu|quỹ|câu|hội|người|di|nghị|giải|danh|trường|khu|trung".split("|"))


def _with_pairs(text: str, end: int, noun: str) -> int:
    """The end of the noun with those counted together with it: 7 xã, thị trấn."""
    if noun.lower() not in _PAIRED and not noun.lower().startswith(("lượt ", "em ", "nhóm ")):
        return end
    while match := _PAIR.match(text, end):
        end = match.end()
    return end


def read_noun(text: str, amount: Amount) -> UnitFound | None:
    """The counted noun behind the number: 421 mô hình, 7 xã, thị trấn, 61.630 lượt người."""
    whole = _OF_ALL.match(text, amount.end) if amount.total is not None else None
    begin = whole.end() if whole else amount.end
    end = noun_end(text, begin)
    if end is None:
        return None
    start = end - len(text[begin:end].lstrip(_OPENING))
    if text[start:end].lower() in _TAIL:
        longer = noun_end(text, end) if text[end : end + 1] == " " else None
        end = longer if longer else end
    end = _with_pairs(text, end, text[start:end])
    return UnitFound("count", " ".join(text[start:end].split()), start, end)


def read_label(text: str, amount: Amount) -> UnitFound | None:
    """The counted noun of a label before the number: lĩnh vực kinh tế: 185; số đại biểu bầu thêm: 0."""
    begin, end = max(0, amount.start - LONGEST_LABEL), amount.start
    if not _GUARDED_LABEL.may_find(text, begin, end):
        return None
    for match in _LABEL.finditer(text, begin, end, overlapped=True):
        headed = _HEADED.match(match["label"])
        if headed or match["mark"] == ":":
            noun = headed["noun"] if headed else match["label"].strip()
            last = noun_end(f" {noun}", 0)
            return UnitFound("count", " ".join(f" {noun}"[:last].split()), amount.end, amount.end) if last else None
    return None


RULES = (
    UnitRule("count.noun", read_noun,
             ("có 421 |mô hình| “Dân vận khéo”", "40 |hộ|, xã Tân Lập 80 hộ", "120 |học sinh|, Trường Tiểu học Hòa An", "20 |cán bộ, chiến sĩ| Bộ đội biên phòng", "13 |tỉnh, thành| Nam Bộ", "13 |quốc gia| tham dự", "200 |khán giả| đến xem", "3 |xe| tải chở đất", "5 |huấn luyện viên| bóng đá", "11 |bộ| máy tính", "500 |khẩu trang|", "61.630 |lượt người| tham gia", "trong 7 |xã, thị trấn| của", "62 |HTX| hợp tác"),
             ("đạt 421 trong năm", "5 và 6", "3 Yên Bình", "mùa 5 xuất hiện", "đội số 3 gặp đội chủ nhà", "tàu số 45 dài", "thế hệ 7x")),
    UnitRule("count.label", read_label, ("số đại biểu phải bầu thêm: 0||", "từ tháng 5 đến nay sạt lở thêm, nâng số điểm sạt lở lên 45||"), ("năm 2019 đạt 15",)),
)  # fmt: skip
