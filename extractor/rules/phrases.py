"""Noun phrases: where the words behind a number end, and the subject in the words before it."""

from __future__ import annotations

import regex

from extractor.lexicon.nouns import COMPOUNDS
from extractor.lexicon.words import ACTIONS, ALSO_NOUNS, KEPT_PAIRS, LABELS, NOT_A_NOUN, PHRASE_END, RELATIVE, STATING
from extractor.patterns import one_of

MOST_SYLLABLES = 10  # GUIDELINES.md, 2: at most about ten syllables

SHORT_NOUN = 2  # syllables of a noun that still wants the clause behind it: cá bị thiệt hại

_VERB_FIRST = regex.compile(rf"(?:{one_of(verb for verb in ACTIONS if verb not in ALSO_NOUNS)}|nối|gắn|chạy|đi|bắt đầu|nằm|mang|giúp|chiếm|tương đương|tham gia|so sánh|cách)(?!\w)", regex.IGNORECASE)
_TOKEN = regex.compile(r"\s*(?P<mark>[\"'()\[\],;:!?/]|\.{2,}|…|\.(?=\s|$)|-(?=\s))|\s*(?P<word>[^\s\"()\[\],;:!?…/]+)")
_AREA_AHEAD = regex.compile(
    r"\s*(?:của|trên\s+địa\s+bàn|trong|ở|tại|thuộc)\s+(?:(?:toàn|các|cả)\s+)?(?:tỉnh|huyện|xã|thành\s+phố|thị\s+xã|thị\s+trấn|phường|quận|địa\s+bàn|nước)"
    r"(?:\s+\p{Lu}[\p{L}'’]*)*(?=\s+(?:đã|được|đang|có|đạt|bị|tham|nhận))"
)
_HYPHENED = regex.compile(r"\s+[\p{Ll}]+\s+[\p{Ll}]")  # kinh tế - xã hội, hè thu - mùa
_NAME_LIST = regex.compile(r"\s*(?:và\s+)?\p{Lu}")
_PAIR_GOES_ON = regex.compile(
    r"\s+(?:thị trấn|phường|xã|công chức|viên chức|đảng viên|nhân dân|chiến sĩ|chiến sỹ|cá nhân|nhiệm vụ|điển hình|hội viên|đoàn viên|"
    r"giải pháp|sinh viên|cây cảnh|văn hóa|an ninh|học sinh|thủy sản|tiểu học|buôn|bon|thôn|bản)\b"
)


def phrase_after(text: str, *, unit: str = "") -> str:
    """The noun phrase that begins with `unit` and goes on at the head of `text`; without a unit, "" if none begins.

    It ends before a verb, a preposition or punctuation; a bare unit takes the relative clause behind it along:
    hộ đã hoàn thành, xã có đường nhựa.
    """
    words = unit.split()
    begun = len(words)
    skipped = _AREA_AHEAD.match(text) if unit else None
    at = skipped.end() if skipped else 0
    quoted = False
    while match := _TOKEN.match(text, at):
        mark, word = match["mark"], match["word"]
        at = match.end()
        if mark == '"':
            quoted = not quoted
            words.append(mark)
            continue
        if mark:
            if (quoted and mark in ",:-'/") or mark == "'":
                continue
            if mark == "-" and words and _HYPHENED.match(text, at):
                words.append("-")
                continue
            if mark == "," and words and _continues(text, at, words):
                words.append(",")
                continue
            break
        following = text[at:].split(maxsplit=1)[:1]
        pair = f"{word} {following[0].strip('.,;:')}".lower() if following else ""
        low = word.lower().strip("'.")
        if word[0].isdigit() and not (words and words[-1].lower() in ("của", "lớp")):
            break
        if not words and (low in NOT_A_NOUN or _opens_with_verb(text, at - len(word))):
            return ""
        if not quoted and words and low in PHRASE_END and pair not in KEPT_PAIRS:
            joined = low == "và" and (
                (words[-1][:1].isupper() and _NAME_LIST.match(text, at)) or _list_goes_on(text, at, _length(words) - begun)
            )
            if not joined and (_length(words) > (begun or SHORT_NOUN) or low not in RELATIVE):
                break
        words.append(word)
        if _length(words) >= MOST_SYLLABLES:
            break
    while len(words) > begun and words[-1].lower() in PHRASE_END | RELATIVE | {","}:
        words.pop()
    return join(words)


def _continues(text: str, at: int, words: list[str]) -> bool:
    """Whether a list of nouns or names goes on behind a comma."""
    named = words[-1][:1].isupper() and bool(_NAME_LIST.match(text, at))
    return named or bool(_PAIR_GOES_ON.match(text, at)) or _list_goes_on(text, at, _length(words))


def _list_goes_on(text: str, at: int, length: int) -> bool:
    """Whether another short noun of the same list stands there: lúa, ngô bị ngập; rừng và đất lâm nghiệp."""
    if length > SHORT_NOUN:
        return False
    match = _SHORT_ITEM.match(text, at)
    return match is not None and match["word"] not in NOT_A_NOUN | PHRASE_END and not _opens_with_verb(text, match.start("word"))


def _opens_with_verb(text: str, at: int) -> bool:
    """Whether a verb stands there and not the noun that begins like one: cử 5 người, but cử tri."""
    return bool(_VERB_FIRST.match(text, at)) and not _COMPOUND.match(text, at)


_SHORT_ITEM = regex.compile(r"\s*(?P<word>\p{Ll}+)(?:\s+\p{Ll}+){0,3}?(?=\s*[,.;:)]|\s+(?:bị|được|và|các|đã|nên|hư|chưa)\b|$)")
_COMPOUND = regex.compile(rf"{one_of(COMPOUNDS)}(?!\w)", regex.IGNORECASE)


def _length(words: list[str]) -> int:
    return sum(word not in '",-' for word in words)


def join(words: list[str]) -> str:
    """The words as one text with quotation marks and commas where they belong."""
    text = ""
    inside = False
    for word in words:
        if word == '"':
            text += '"' if inside else (" " if text else "") + '"'
            inside = not inside
        elif word == ",":
            text += ","
        else:
            text += word if inside and text.endswith('"') else (" " if text else "") + word
    if inside:
        text = text[:-1].rstrip() if text.endswith('"') else text + '"'
    return text.strip(" ,.-'")


# ---- the words before a number ----

_TIME = regex.compile(
    r"\b(?:(?:trong|vào|tính\s+đến|đến|từ|riêng|so\s+với|của|qua|sau)\s+)*(?:(?:hết|cuối|đầu|giữa|cùng\s+kỳ|suốt|khoảng)\s+)*"
    r"(?:ngày\s+\d[\d/.\-]*|(?:\d+\s+)?tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?|tháng\s+\d[\d/.\-]*(?:\s+năm\s+\d{4})?|quý\s+[IV\d]+(?:[/\-]\d{4}|\s+năm\s+\d{4})?|năm\s+(?:học\s+)?\d{4}(?:\s*-\s*\d{4})?|"
    r"giai\s+đoạn\s+\d{4}\s*-\s*\d{4}|năm\s+(?:nay|ngoái|trước|qua)|\d{1,2}\s+năm\s+(?:qua|đến\s+\d{4})|nay|hiện\s+nay|hiện\s+tại|hiện|thời\s+điểm\s+này|thời\s+gian\s+qua|"
    r"bình\s+quân\s+mỗi\s+năm|mỗi\s+năm|hằng\s+năm|hàng\s+năm|\(?\d{4}\)?)(?!\w)\s*,?",
    regex.IGNORECASE,
)
_AREA = regex.compile(
    r"\b(?:trên\s+địa\s+bàn|(?:trong\s+)?toàn|cả|tại)\s+(?:tỉnh|huyện|xã|thành\s+phố|thị\s+xã|thị\s+trấn|phường|quận|địa\s+bàn|ngành|đảng\s+bộ)"
    r"(?:\s+\p{Lu}[\p{L}'’]*)*(?!\w)\s*,?"
)
_BRACKETS = regex.compile(r"\([^()]*\)")
_HARD = regex.compile(r"(?:[;!?…]|\.(?=\s)|:(?!\s*\d+\s*$))\s*|\b(?:cho\s+biết|cho\s+hay|khẳng\s+định|nhấn\s+mạnh|chia\s+sẻ|rằng)\s*,?\s*", regex.IGNORECASE)
_SEGMENT = regex.compile(r",\s+|\btrong\s+(?:đó|số\s+đó),?\s+|\s-\s|\s+(?:nhưng|song|trong\s+khi|qua\s+đó|từ\s+đó)\s+", regex.IGNORECASE)
_OPENERS = frozenset("là có đã được đang cũng còn do bởi theo tại và với các những toàn mà thì nay gồm như của riêng cùng tính đó khi chung".split())
LABEL = regex.compile(
    rf"(?<!\b(?:đánh|trị|giảm|tham|một|con|dân|bão|hệ|chữ|chỉ|đa|thiểu|tần|biển|cơ|mã|chuyển\s+đổi|công\s+dân|kỹ\s+thuật|dân\s+tộc\s+thiểu)\s)(?<!\w){one_of(LABELS)}(?!\w)(?!\s+(?:đó|này|ấy|ít|nhiều|\d|hóa|người\s+dân|cụ\s+thể))",
    regex.IGNORECASE,
)


_STATING = frozenset(STATING)
_TAIL_MARKS = " \t,:-(\"'"
MOST_STATING = max(len(words.split()) for words in STATING)


def clause_before(head: str) -> str:
    """The last clause of a sentence's head that says more than the verb of its number: Giàu, khá: chiếm 27,2%."""
    end = len(head)
    for match in reversed(list(_HARD.finditer(head))):
        clause = head[match.end() : end]
        if strip_stating(clause):
            return clause
        if not clause.strip(" \"'"):
            end = match.start()
    return head[:end]


def segments(clause: str) -> list[str]:
    """The parts of a clause between commas without what stands in brackets, none empty."""
    return [piece for piece in _SEGMENT.split(_BRACKETS.sub(" ", clause)) if piece.strip()]


def without_frame(clause: str) -> str:
    """A clause without its time, its area and what stands in brackets."""
    return " ".join(_AREA.sub(" ", _TIME.sub(" ", _BRACKETS.sub(" ", clause))).split())


def strip_tail(clause: str) -> str:
    """A clause without the verbs at its end that only state a number."""
    while True:
        clause = clause.rstrip(_TAIL_MARKS)
        words = clause.lower().split(" ")
        count = next((n for n in range(min(MOST_STATING, len(words)), 0, -1) if " ".join(words[-n:]) in _STATING), 0)
        if not count:
            return clause
        clause = clause.rsplit(" ", count)[0] if count < len(words) else ""


def strip_stating(clause: str) -> str:
    """A clause without its frame and the verbs at its end that only state a number."""
    clause = strip_tail(without_frame(clause))
    words = clause.strip(" ,:;-+•*\"'()").split()
    while words and words[0].lower().strip(",") in _OPENERS:
        words.pop(0)
    return " ".join(words)
