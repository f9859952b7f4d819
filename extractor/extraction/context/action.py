"""Action: the verb or verbs that say what was done with a quantity, as the text says them."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text

from extractor.extraction.rules.clauses import clause_span, lengths_by_last
from extractor.extraction.rules.phrases import ANY_ACTION
from extractor.language.dictionary import compound_words
from extractor.language.patterns import by_first, re_pattern
from extractor.lexicon.words import ACTIONS, ALSO_NOUNS, PLAIN_VERBS
from extractor.model.shapes import Decided, Frame

MOST_BEFORE = 90  # characters between a verb and its number

_ACTIONS = frozenset(ACTIONS)
_BY_LAST = lengths_by_last(ACTIONS)
_PASSIVE = re_pattern(rf"\b(?:được|(?<!thiết )bị)\s+(?P<verbs>{ANY_ACTION}(?:(?:,\s*|\s+và\s+){ANY_ACTION})*)(?!\w)")
_SUFFERED = re_pattern(r"[^,;:.()\d]{0,40}?\b(?<!thiết )(?<!chuẩn )(?<!trang )(?P<verbs>bị\s+[^\W\d_]+(?:\s+(?!và\b|do\b|ở\b|tại\b|trong\b|khi\b|sau\b)[^\W\d_]+)?)")
# What happened to the counted things stands behind them: làm 5 người chết; 16 nhà tốc mái.
_AFFECTED = by_first((
    "chết", "tử vong", "thiệt mạng", "mất tích", "chết và mất tích", "tốc mái", "đổ sập", "sập", "ngập", "ngập sâu", "hư hỏng", "mất trắng",
    "sạt lở", "sụt lún", "cháy", "cháy rụi", "chìm", "trôi",
))  # fmt: skip
_OF_WHOM = r"(?:(?!\b(?:khỏi|ở|tại|vùng|điểm|do|vì|trong|sau|bởi|nguy|của|cho|để|với|về)\b)[^,;.:()\d]){0,40}?"  # no further noun's: khỏi vùng sạt lở
_OUTCOME = re_pattern(rf"{_OF_WHOM}\s(?:(?:đã|đều|vẫn|đang|cùng)\s+)?(?P<verbs>{_AFFECTED})(?!\w)")
_UNLIKE_NOUNS = by_first(PLAIN_VERBS)
_DID = re_pattern(rf"{_OF_WHOM}\s(?:đã|phải|đang|đều|sẽ|chưa|cùng|đăng\s+ký)\s+(?P<verbs>{_UNLIKE_NOUNS})(?!\w)")
# What the counted people do themselves, where the words before the number only open the clause: …, 420 lượt cán bộ giúp dân.
_OWN_VERBS = by_first((
    *PLAIN_VERBS,
    "dùng", "khiếu nại", "chặn", "theo học", "thi công",
))  # fmt: skip
_DOES = re_pattern(
    rf"{_OF_WHOM}\s(?:(?:đã|đang|đều|cùng|còn|đến|đi|chưa|tự\s+nguyện|đăng\s+ký)\s+)*(?P<verbs>{_OWN_VERBS})(?!\w)"
)
_COUNTED = ("count", "ratio", "percent")
_STARTS_ANEW = re_pattern(r"(?:^|[,;:.]|\b(?:đó|có|còn|cả|và|đến\s+nay|hiện|hiện\s+nay))\s*(?:(?:có|đã|thì|mới|chỉ|hơn|gần|trên|khoảng|được)\s*)*$")
# Verbs that stand right before the number, also those that mostly are nouns: thu, bán.
_MEASURING = by_first((
    "tăng", "giảm", "thiếu", "còn thiếu", "vượt", "chở", "thả", "thả nuôi", "bán", "thu", "lãi", "lỗ", "chứa", "đặt", "treo", "hạ", "đi",
    "lãnh", "lĩnh", "mất", "giữ",
))  # fmt: skip
_SO_MUCH = re_pattern(
    rf"(?P<verbs>{_MEASURING})(?:\s+(?:được|thêm|tới|đến|lên|xuống|mất|hơn|gần|trên|khoảng))*\s*$"
)
_NONE: Decided[str | None] = Decided(None, "action.none")


def decide(frame: Frame) -> Decided[str | None]:
    """The verb that says what happened to the counted things, else the one before the number, else one behind it; None where they only exist."""
    counts = frame.quantity.kind in _COUNTED
    if suffered := _SUFFERED.match(frame.low_tail):
        return _behind(frame, suffered, "action.suffered")
    if counts and (outcome := _OUTCOME.match(frame.low_tail)):
        return _behind(frame, outcome, "action.befell")
    if so_much := _SO_MUCH.search(frame.low_before):
        return Decided(" ".join(so_much["verbs"].split()), "action.so_much")
    does = _DOES.match(frame.low_tail) if counts and _STARTS_ANEW.search(frame.low_head) else None
    if does and not _ends_word(frame.low_tail, does):
        return _behind(frame, does, "action.does")
    start, end = clause_span(frame.head, frame.low_head)
    if verbs := _last_series(frame.low_head[max(start, end - MOST_BEFORE) : end]):
        return Decided(verbs, "action.before")
    if passive := _PASSIVE.search(frame.low_tail):
        return _behind(frame, passive, "action.passive")
    did = _DID.match(frame.low_tail)
    return _behind(frame, did, "action.did") if did else _NONE


def _behind(frame: Frame, found: re.Match[str], rule: str) -> Decided[str | None]:
    """The verbs that a pattern found in the words behind the number."""
    return Decided(" ".join(frame.tail[slice(*found.span("verbs"))].split()), rule)


def _ends_word(low: str, found: re.Match[str]) -> bool:
    """Whether the verb found is the last syllable of another word: trường công | lập."""
    before = low[: found.start("verbs")].rsplit(maxsplit=1)[-1:]
    return bool(before) and f"{before[0]} {found['verbs'].split()[0]}" in compound_words()


def _last_series(clause: str) -> str:
    """The last verbs in words of lower case, with those coordinated before them: tu sửa, phát dọn, vệ sinh."""
    words = clause.split()
    plain = [word.strip(",") for word in words] if "," in clause else words
    for end in range(len(plain), 0, -1):
        found = _verb_ending(plain, end) if plain[end - 1] in _BY_LAST else None
        if found is None or _is_noun_here(plain, found, end) or _is_half_a_word(plain, found, end):
            continue
        start: int | None = found
        while start is not None:
            first = start
            start = _verb_ending(plain, first - 1 if first and plain[first - 1] == "và" else first)
        return " ".join(words[first:end]).strip(",")
    return ""


def _is_half_a_word(plain: list[str], start: int, end: int) -> bool:
    """Whether a verb of one syllable is only a part of another word: thừa | nhận, máy phát | điện, tiếp | tục."""
    if end - start > 1:
        return False
    before = f"{plain[start - 1]} {plain[start]}" if start else ""
    behind = f"{plain[start]} {plain[end]}" if end < len(plain) else ""
    return before in _NO_VERBS or behind in _NO_VERBS or (plain[start] in _HALVES and behind in compound_words())


_HALVES = frozenset(("phát", "tiếp"))  # they begin many words of other things: phát triển, tiếp tục
_NO_VERBS = frozenset(("giao thông", "giao lưu", "cử tri", "xác nhận", "thừa nhận", "nhìn nhận", "tái lập", "độc lập", "công lập", "trực tiếp", "trung cấp", "thu nhập", "đào tạo", "bắt buộc"))


def _is_noun_here(plain: list[str], start: int, end: int) -> bool:
    """Whether words that are nouns as well stand as a noun: Sở Nông nghiệp và phát triển nông thôn; but đã đầu tư."""
    if " ".join(plain[start:end]) not in ALSO_NOUNS or end == len(plain):
        return False
    return start > 0 and plain[start - 1] not in _BEFORE_VERBS


_BEFORE_VERBS = frozenset("đã được để phải sẽ vừa đang cần tiếp tục chủ động thực hiện tập trung".split())


def _verb_ending(plain: list[str], end: int) -> int | None:
    """Where the verb begins that ends with word `end`; None where none does."""
    for count in _BY_LAST.get(plain[end - 1], ()) if end else ():
        if count <= end and " ".join(plain[end - count : end]) in _ACTIONS:
            return end - count
    return None


EXAMPLES: tuple[tuple[str, str | None], ...] = (
    ("Xã bê tông hóa |24 km| đường", "bê tông hóa"), ("Xã tu sửa, phát dọn |24 km| đường", "tu sửa, phát dọn"), ("Xã có |24 km| đường", None),
    ("Lũ làm |5 người| chết và mất tích", "chết và mất tích"), ("Xã có |16 nhà| dân tốc mái", "tốc mái"), ("Xã có |16 nhà| bị ngập", "bị ngập"),
    ("Vườn bán được |600 triệu đồng|", "bán"), ("Huyện thiếu |31 giáo viên|", "thiếu"), ("Số hộ nghèo giảm |31 hộ|", "giảm"),
    ("Xã có |10 hộ| phải di dời", "di dời"), ("Xã có |12 hộ| được hỗ trợ", "hỗ trợ"), ("Xã có |12 hộ| trồng lúa", "trồng"), ("Tỉnh có |58 trường| công lập", None), ("Đoàn trao 500 thùng mì; |420 lượt người| giúp dân dọn bùn", "giúp"),
    ("Theo Phòng Giáo dục và Đào tạo, huyện có |12 học sinh| bán trú", None),
    ("Huyện tiếp tục có |4 xã| về đích", None), ("Xã có |12 bộ| thiết bị giám sát", None), ("Về giao thông, xã có |12 km| đường", None), ("Xã đã sơ tán |152 hộ| dân khỏi vùng sạt lở", "sơ tán"),
)  # fmt: skip
