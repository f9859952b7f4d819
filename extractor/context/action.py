"""Action: the verb or verbs that say what was done with a quantity, as the text says them."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text

from extractor.lexicon.words import ACTIONS, ALSO_NOUNS
from extractor.patterns import by_first
from extractor.rules.phrases import clause_span, lengths_by_last
from extractor.shapes import Decided, Frame

MOST_BEFORE = 90  # characters between a verb and its number

_ACTIONS = frozenset(ACTIONS)
_BY_LAST = lengths_by_last(ACTIONS)
_FIRST = frozenset(verb.split()[0] for verb in ACTIONS)
_MOST_SYLLABLES = max(len(verb.split()) for verb in ACTIONS)
_VERB = by_first(ACTIONS)
_PASSIVE = re.compile(rf"\b(?:được|bị)\s+(?P<verbs>{_VERB}(?:(?:,\s*|\s+và\s+){_VERB})*)(?!\w)")
_SUFFERED = re.compile(r"[^,;:.()\d]{0,40}?\b(?P<verbs>bị\s+[^\W\d_]+(?:\s+(?!và\b|do\b|ở\b|tại\b|trong\b|khi\b|sau\b)[^\W\d_]+)?)")
# What befell those counted stands behind them: làm 5 người chết; 16 nhà tốc mái.
_BEFELL = by_first((
    "chết", "tử vong", "thiệt mạng", "mất tích", "chết và mất tích", "tốc mái", "đổ sập", "sập", "ngập", "ngập sâu", "hư hỏng", "mất trắng",
    "sạt lở", "sụt lún", "cháy", "cháy rụi", "chìm", "trôi",
))  # fmt: skip
_OF_WHOM = r"(?:(?!\b(?:khỏi|ở|tại|vùng|điểm|do|vì|trong|sau|bởi|nguy|của|cho|để|với|về)\b)[^,;.:()\d]){0,40}?"  # no further noun's: khỏi vùng sạt lở
_FATE = re.compile(rf"{_OF_WHOM}\s(?:(?:đã|đều|vẫn|đang|cùng)\s+)?(?P<verbs>{_BEFELL})(?!\w)")
_DEEDS = by_first(verb for verb in ACTIONS if verb not in ALSO_NOUNS)
_DID = re.compile(rf"{_OF_WHOM}\s(?:đã|phải|đang|đều|sẽ|chưa|cùng|đăng\s+ký)\s+(?P<verbs>{_DEEDS})(?!\w)")
# Deeds and changes right before the number, which elsewhere are no verbs of what is done.
_SO_MUCH = re.compile(
    rf"{by_first(('tăng', 'giảm', 'thiếu', 'còn thiếu', 'vượt', 'chở', 'thả', 'thả nuôi', 'bán', 'thu', 'lãi', 'chứa', 'đặt', 'treo', 'hạ', 'đi', 'lãnh', 'lĩnh', 'mất', 'lỗ', 'giữ'))}"
    r"(?:\s+(?:được|thêm|tới|đến|lên|xuống|mất|hơn|gần|trên|khoảng))*\s*$"
)
_GOES_ON = ["tiếp", "tục"]  # no tiếp of citizens
_NONE: Decided[str | None] = Decided(None, "action.none")


def decide(frame: Frame) -> Decided[str | None]:
    """The verbs before the number in its clause, else the passive behind it; None where it only exists."""
    suffered = _SUFFERED.match(frame.low_tail) if "bị " in frame.tail else None
    if suffered:
        return Decided(" ".join(frame.tail[slice(*suffered.span("verbs"))].split()), "action.suffered")
    fate = _FATE.match(frame.low_tail) if frame.quantity.kind in ("count", "ratio") else None
    if fate:
        return Decided(" ".join(frame.tail[slice(*fate.span("verbs"))].split()), "action.befell")
    start, end = clause_span(frame.head, frame.low_head)
    if so_much := _SO_MUCH.search(frame.low_before):
        return Decided(so_much[0].split()[0], "action.so_much")
    if verbs := _last_series(frame.low_head[max(start, end - MOST_BEFORE) : end]):
        return Decided(verbs, "action.before")
    tail = frame.tail
    behind = _PASSIVE.search(frame.low_tail) if "được " in tail or "bị " in tail else None
    if behind:
        start, end = behind.span("verbs")
        return Decided(" ".join(tail[start:end].split()), "action.passive")
    did = _DID.match(frame.low_tail)
    return Decided(" ".join(tail[slice(*did.span("verbs"))].split()), "action.did") if did else _NONE


def _last_series(clause: str) -> str:
    """The last verbs in words of lower case, with those coordinated before them: tu sửa, phát dọn, vệ sinh."""
    words = clause.split()
    plain = [word.strip(",") for word in words] if "," in clause else words
    for end in range(len(plain), 0, -1):
        found = _verb_ending(plain, end) if plain[end - 1] in _BY_LAST else None
        if found is None or _is_noun_here(plain, found, end) or plain[end - 1 : end + 1] == _GOES_ON:
            continue
        start: int | None = found
        while start is not None:
            first = start
            start = _verb_ending(plain, first - 1 if first and plain[first - 1] == "và" else first)
        return " ".join(words[first:end]).strip(",")
    return ""


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


def opens(low: str) -> bool:
    """Whether a sentence in lower case opens with a deed and no doer: Xây mới 67.431 căn nhà."""
    plain = [word.strip(",.") for word in low.split(maxsplit=_MOST_SYLLABLES)[:_MOST_SYLLABLES]]
    if not plain or plain[0] not in _FIRST:
        return False
    return any(" ".join(plain[:count]) in _ACTIONS for count in range(1, len(plain) + 1))


EXAMPLES: tuple[tuple[str, str | None], ...] = (
    ("Xã bê tông hóa |24 km| đường", "bê tông hóa"), ("Xã tu sửa, phát dọn |24 km| đường", "tu sửa, phát dọn"), ("Xã có |24 km| đường", None),
    ("Lũ làm |5 người| chết và mất tích", "chết và mất tích"), ("Xã có |16 nhà| dân tốc mái", "tốc mái"), ("Xã có |16 nhà| bị ngập", "bị ngập"),
    ("Vườn bán được |600 triệu đồng|", "bán"), ("Huyện thiếu |31 giáo viên|", "thiếu"), ("Số hộ nghèo giảm |31 hộ|", "giảm"),
    ("Xã có |10 hộ| phải di dời", "di dời"), ("Xã có |12 hộ| được hỗ trợ", "hỗ trợ"), ("Xã có |12 hộ| trồng lúa", None),
    ("Huyện tiếp tục có |4 xã| về đích", None), ("Xã đã sơ tán |152 hộ| dân khỏi vùng sạt lở", "sơ tán"),
)  # fmt: skip
