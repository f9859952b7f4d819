"""What the rules for items look at: a figure's frame with the words around it, each taken apart once and only if asked for."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec import Struct

from extractor.extraction.rules.clauses import clause_span, segments, strip_stating, without_frame
from extractor.extraction.rules.phrases import ANY_ACTION, MOST_SYLLABLES, cut, phrase_after
from extractor.language.dictionary import compound_words
from extractor.language.patterns import by_first, lowered, one_of, re_pattern
from extractor.lexicon.levels import UNIT_WORDS
from extractor.lexicon.phrases import LABELS
from extractor.lexicon.words import ACTIONS, PLAIN_VERBS
from extractor.model.shapes import Frame, Quantity

VERB = re_pattern(rf"{by_first(PLAIN_VERBS)}(?!\w)")
ANY_VERB = re_pattern(rf"{ANY_ACTION}(?!\w)")
DIGITS = re_pattern(r"\b\d[\d.,]*\s*")
UNIT_ITSELF = re_pattern(rf"(?:{one_of(UNIT_WORDS)}|địa bàn|ngành|đơn vị|nay|mỗi|tất|ngoài|bên|theo|trong|trên)\b")
SAYS_NOTHING = re_pattern(  # where or when it was so, of what is told before: ngập sâu, có nơi gần 2 m; ban đầu là 9 tỷ đồng
    r"(?:(?:tuy nhiên|nhưng|song|thế nhưng|rất may|may mắn|may mắn là|hiện|đến nay|mới|chỉ|có|còn|ban đầu|trước đây|trước đó|lúc đầu|nay|"
    r"(?:có |nhiều |một số |những |vài )?(?:nơi|chỗ|lúc|thời điểm|khi|người|hộ|nhà|con|cây|xã|vùng)(?: (?:nhiều|ít|cao|thấp|cá biệt))?(?: nhất)?)(?:\s*,\s*|\s+|$))*"
)
LABEL_ONLY = 3  # a label of up to so many syllables says too little alone: tổng kinh phí
_VERBS_LAST = (*ACTIONS, "trúng cử", "còn thiếu", "cần bầu", "cần", "thiếu")
_VERB_LAST = re_pattern(rf"(?P<verb>{by_first(_VERBS_LAST)})(?:\s+(?:được|thêm|mới))?\s*$")
_LAST_OF_VERBS = frozenset(verb.split()[-1] for verb in _VERBS_LAST) | {"được", "thêm", "mới"}
_EACH = re_pattern(r"\b(?:mỗi|từng|bình\s+quân)\s+(?P<base>\w+(?:\s+\w+)?)\s*$")
_COLON = re_pattern(r"(?:^|[;.]\s|[-+*•]\s)\s*(?P<words>[^;:.()\d]{2,60}?(?:\s\d{1,2})?)\s*:[^:\w]*(?:(?:chiếm|đạt|là|có)\s*)?$")
_AT_LAST_MARK = re_pattern(r"[,;:.(]\s|\bgồm\b")


class ItemRule(Struct, frozen=True):
    """One way to say what is counted or measured: texts it reads (with the number's words and the item), texts it leaves alone."""

    name: str
    read: Callable[[View], str | None]
    yes: tuple[tuple[str, str, str], ...]
    no: tuple[tuple[str, str], ...]
    vague: bool = False  # what it finds says little: a repeat of the number takes what the article said of it before


class Known(Struct, frozen=True):
    """What was told before a figure that may say what it counts or measures."""

    inherited: str | None  # the total's item where the figure is a part that only gives a class
    previous: str | None  # the item of the figure before it in the sentence: …, đạt 85% dự toán
    shared: str | None  # the complement that a list of counted nouns has in common: 5 tập thể, 5 cá nhân có thành tích
    told: str | None  # the item that the article gave the same number before
    items: Mapping[str, str]  # that the paragraph has named, by the first word of their unit
    section: str  # the numbered heading above, "" where there is none


class View:
    """A figure's frame with what its sentence and its paragraph told before."""

    def __init__(self, frame: Frame, known: Known) -> None:
        self.frame = _within_speech(frame)
        self.known = known
        self.previous = known.previous

    @property
    def quantity(self) -> Quantity:
        """The figure's quantity."""
        return self.frame.quantity

    @cached_property
    def pieces(self) -> list[str]:
        """The segments of the last clause before the number."""
        return segments(clause_before(self.frame, " :("))

    @cached_property
    def whole(self) -> str:
        """The number's own segment without its time and its area."""
        return without_each(without_frame(self.pieces[-1])) if self.pieces else ""

    @cached_property
    def low_whole(self) -> str:
        """The same in lower case."""
        return lowered(self.whole)

    @cached_property
    def near(self) -> str:
        """The same as far as it stands behind the figure before."""
        if not self.frame.previous:
            return self.whole
        fresh = without_frame(self.frame.before.rstrip(" :("))
        return fresh if len(fresh) < len(self.whole) else self.whole

    @cached_property
    def low_near(self) -> str:
        """The same in lower case."""
        return lowered(self.near)

    @cached_property
    def headed(self) -> re.Match[str] | None:
        """The heading whose colon stands right before the number, or before the verb that states it."""
        return _COLON.search(clause_before(self.frame, " ("))

    @cached_property
    def own(self) -> str:
        """What the number's own segment says besides stating the number: heading, subject or action."""
        if self.headed:
            return " ".join(self.headed["words"].strip(" -+*•").split())
        own = without_each(strip_stating(self.pieces[-1])) if self.pieces else ""
        if SAYS_NOTHING.fullmatch(lowered(own)):
            return ""
        if (
            self.previous and DIGITS.search(own) and len(self.frame.before) < len(own)
        ):  # the figure before it is no part of it
            return without_each(strip_stating(self.frame.before.strip(" :()")))
        return own

    @cached_property
    def base(self) -> str:
        """Whom or what each of a sum is for: triệu đồng/hộ; mỗi nạn nhân 5 triệu đồng; "" where it is not said."""
        each = _EACH.search(lowered(self.pieces[-1])) if self.pieces else None
        return self.quantity.per or (each["base"] if each else "")

    @cached_property
    def low_own(self) -> str:
        """The same in lower case."""
        return lowered(self.own)

    # ---- of counted nouns ----

    @cached_property
    def verb(self) -> re.Match[str] | None:
        """The verb right before the number."""
        return verb_last(self.frame.low_before)

    @cached_property
    def phrase(self) -> str:
        """The counted noun with its complement behind the number."""
        unit = self.quantity.unit
        phrase = _AT_TIME.sub("", phrase_after(self.frame.rest, unit=unit))
        low = lowered(phrase)
        if (
            self.frame.following
            and _LACKS.fullmatch(low, len(unit))
            and low[len(unit) :].strip() == self.frame.low_rest[: len(self.frame.after)].strip()
        ):
            return unit  # tăng 31 lớp, thiếu 106 giáo viên without its comma
        if self.frame.following and self.frame.after.strip().endswith(phrase[len(unit) :].strip()):
            phrase = _SO_LARGE.sub("", phrase)  # 13 cây pơmu | có khối lượng 15,3 m3
            low = lowered(phrase)
        if self.verb and (
            _GOAL.match(low, len(unit)) or (self.verb["verb"] in _HANDED and low.startswith(" cho ", len(unit)))
        ):
            return unit
        return unit if _ALL_OF_THEM.search(self.frame.low_before) and _CLAUSE_BEHIND.match(low, len(unit)) else phrase

    @cached_property
    def lead_in(self) -> str:
        """What stands before a counted noun in its segment, behind the figure before."""
        if self.frame.previous:
            return strip_stating(_AT_LAST_MARK.split(self.frame.before)[-1])
        pieces = segments(clause_before(self.frame))
        return DIGITS.sub("", clip(strip_stating(pieces[-1]))) if pieces else ""

    @cached_property
    def clause(self) -> str:
        """The whole clause before the number; empty where another number stands in it."""
        wide = strip_stating(clause_before(self.frame))
        return "" if any(char.isdigit() for char in wide) else wide

    @cached_property
    def low_clause(self) -> str:
        """The same in lower case."""
        return lowered(self.clause)

    @cached_property
    def heading(self) -> str:
        """What a line says before its colon, for all that is counted behind it: HĐND cấp huyện: 75 đơn vị bầu cử; …"""
        frame = self.frame
        match = _HEADING.match(frame.head) if ":" in frame.head and frame.sentence.role != "title" else None
        if not match or _NO_HEADING.search(lowered(match["label"])):
            return ""
        return " ".join(DIGITS.sub("", match["label"]).split())


_SO_LARGE = re_pattern(rf"(?<=\S)\s+(?:có|với|đạt)\s+(?:tổng\s+)?{by_first(LABELS)}(?:\s+(?:là|khoảng|hơn|trên))*$")
_AT_TIME = re_pattern(r"\s+(?:đầu|cuối|giữa)\s+(?:năm|tháng|quý)\b.*$")  # 1.200 hộ | đầu năm 2023
_LACKS = re_pattern(r"\s+(?:còn\s+|đang\s+)*(?:thiếu|thừa|cần)\s*")
_GOAL = re_pattern(r"\s+(?:vào|để|sang|về|ra|lên|xuống)\b")  # cử 7 ủy viên | vào Ủy ban …: where they went, not which
_ALL_OF_THEM = re_pattern(r"\bcả\s*$")  # cả ba bị cáo | vẫn tại ngoại: they are known, and the clause tells something new
_CLAUSE_BEHIND = re_pattern(r"\s+(?:đã|đang|đều|vẫn|cũng|được|bị|phải|sẽ|còn)\b")
_HANDED = ("chuyển", "giao", "bàn giao", "bán")  # chuyển 1.000 căn hộ | cho trung tâm …: whom it went to, not which
_HEADING = re_pattern(r"\s*(?:[-+•*]|\d{1,2}[.)])?\s*(?P<label>[^:;.!?\"]{3,60}):\s")
_NO_HEADING = re_pattern(r"\b(?:gồm|đó|cụ thể|sau|biết|hay|như|là|kết quả|thêm|khác|chia|với|nội dung|tiêu biểu|hơn|sẻ|nói|kể|thuật|rằng|hỏi|lời|viết)\s*$|^\s*(?:trong đó|cụ thể|về)\b")


def _within_speech(frame: Frame) -> Frame:
    """The frame as far as somebody speaks: “… tăng lên 45 hộ”, ông Phúc nói."""
    end = frame.rest.find('"') if frame.head.count('"') % 2 else -1
    if end < 0:
        return frame
    rest, low_rest = frame.rest[:end], frame.low_rest[:end]
    return frame._replace(rest=rest, low_rest=low_rest, after=frame.after[:end], low_after=frame.low_after[:end])


def clause_before(frame: Frame, ends: str = " :") -> str:
    """The last clause before the number, without those marks at its end."""
    head = frame.head.rstrip(ends)
    start, end = clause_span(head, frame.low_head[: len(head)])
    return head[start:end]


def verb_last(low: str) -> re.Match[str] | None:
    """The verb that a text in lower case ends with: còn thiếu; trồng được."""
    last = low.rsplit(maxsplit=1)[-1:]
    if not last or (last[0].isalpha() and last[0] not in _LAST_OF_VERBS):
        return None
    return _VERB_LAST.search(low)


def without_each(words: str) -> str:
    """The words without whom each of a sum is for: bình quân mỗi hộ."""
    each = _EACH.search(lowered(words))
    return words[: each.start()].rstrip() if each else words


def verbs_in(low: str, pattern: re.Pattern[str] = VERB) -> list[re.Match[str]]:
    """The verbs in words of lower case; none that is the first syllable of a longer word: giao | thông."""
    return [found for found in pattern.finditer(low) if not _opens_word(low, found)]


def _opens_word(low: str, verb: re.Match[str]) -> bool:
    following = _SYLLABLE.match(low, verb.end())
    return following is not None and f"{verb[0]} {following[1]}" in compound_words()


_SYLLABLE = re_pattern(r"\s([^\W\d_]+)")


def object_of(own: str) -> str:
    """What a verb of the segment acts on, else the segment: HTX thực hiện dự án lúa giống gives dự án lúa giống.

    Whom it was done for tells nothing without the verb: huyện trả được cho doanh nghiệp gives trả cho doanh nghiệp.
    """
    verbs = verbs_in(lowered(own))
    for verb in reversed(verbs):
        behind = own[verb.end() :].split()
        if len(behind) > 1:
            given = [verb[0], *behind[behind[0] == "được" :]] if behind[0] in ("được", "cho") else behind
            return cut(" ".join(given))
    return cut(own)


def as_written(match: re.Match[str], text: str, group: str = "words") -> str:
    """The words of a text that a pattern found in its lower case."""
    start, end = match.span(group)
    return text[start:end]


def clip(phrase: str) -> str:
    """As much of a phrase up to its end as an item holds."""
    words = phrase.strip(" ,:;-+•*\"'").split()
    return " ".join(words[-MOST_SYLLABLES:])


def small(phrase: str) -> str:
    """The phrase with a small letter at its head."""
    return f"{phrase[0].lower()}{phrase[1:]}"
