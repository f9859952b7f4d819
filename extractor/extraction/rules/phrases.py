"""Noun phrases: where the words behind a number end."""

from __future__ import annotations

from extractor.extraction.rules.clauses import LABEL
from extractor.language.dictionary import compound_words
from extractor.language.patterns import Row, any_of, by_first, lowered, one_of, re_pattern, regex_pattern
from extractor.lexicon.compounds import COMPOUNDS
from extractor.lexicon.levels import LOCAL_WORDS, UNIT_WORDS
from extractor.lexicon.nouns import CLASSIFIERS
from extractor.lexicon.phrases import KEPT_PAIRS
from extractor.lexicon.words import ACTIONS, NOT_A_NOUN, PHRASE_END, PLAIN_VERBS, RELATIVE

MOST_SYLLABLES = 10  # GUIDELINES.md, 2: at most about ten syllables

SHORT_NOUN = 2  # syllables of a noun that still wants the clause behind it: cá bị thiệt hại


_VERBS_FIRST = (*PLAIN_VERBS, "nối", "gắn", "chạy", "đi", "bắt đầu", "nằm", "mang", "giúp", "chiếm", "tương đương", "tham gia", "so sánh", "cách")
ANY_ACTION = by_first(ACTIONS)
"Any of the actions in lower case, where a word begins."
_VERB_FIRST = re_pattern(rf"{by_first(_VERBS_FIRST)}(?!\w)")
_FIRST_OF_VERBS = frozenset(verb.split()[0] for verb in _VERBS_FIRST)
LONGEST_HEAD = 60  # characters that hold any verb or compound that a phrase opens with
_TOKEN = re_pattern(r"\s*(?P<mark>[\"'()\[\],;:!?/]|\.{2,}|…|\.(?=\s|$)|-(?=\s))|\s*(?P<word>[^\s\"()\[\],;:!?…/]+)")
_AREA_OPENERS = ("của", "trên", "trong", "ở", "tại", "thuộc", "từ")
_NAMES = r"(?:\s*(?:,|và)?\s*\p{Lu}[\p{L}'’]*)*"
_AREAS = (  # where the things are, or among which: người dân | của xã Bình An | đã …; hộ | trong số đó | được …
    Row(r"trong\s+(?:tổng\s+)?số\s+(?:đó|này|ấy|trên)(?!\w)", "trong tổng số đó"),
    Row(
        r"(?:của|(?:trên|thuộc)\s+địa\s+bàn|trong|ở|tại|thuộc|đến\s+từ|từ)\s+(?:(?:toàn|các|cả|một\s+số)\s+)?"
        rf"(?:(?<=(?:ở|tại)\s+)\p{{Lu}}[\p{{L}}'’]+|{one_of((*UNIT_WORDS, 'địa bàn', 'nước'))}|TP\.?|TX\.?)(?:[\s,]+(?:\d+|và)(?!\w))*{_NAMES}",
        "của các xã Bình An",
    ),
)
_AREA = rf"\s*{any_of(_AREAS)}"
_PREDICATE = r"(?=\s+(?:đã|được|đang|có|đạt|bị|tham|nhận|còn|chưa|không|phải|cũng|vẫn|đều|đến)(?!\w))"
_AREA_AHEAD = regex_pattern(rf"(?:{_AREA})+{_PREDICATE}")
_NAMES_AHEAD = regex_pattern(rf"\s*\p{{Lu}}[\p{{L}}'’]*{_NAMES}(?:\s*\([^()]*\))?(?:{_AREA})*{_PREDICATE}")
_BRACKET_AHEAD = regex_pattern(r"\s*\([^()]{1,60}\)(?=\s+(?:tham\s+(?:dự|gia)|được|đã|bị|đạt|nhận)\b)")
BARE_AREA = regex_pattern(_AREA)
_WHEN = re_pattern(r"\s*(?:tháng|năm|quý|ngày|tuần|nay|đầu|cuối|giai\s+đoạn|thời\s+(?:gian|điểm|hạn)|nhiệm\s+kỳ|những\s+năm|suốt|vòng|lúc|sáng|chiều|tối|đêm|dịp|đợt|\d)(?!\w)")
_HYPHENED = regex_pattern(r"\s+[\p{Ll}]+\s+[\p{Ll}]")  # kinh tế - xã hội, hè thu - mùa
_NAME_LIST = regex_pattern(r"\s*(?:và\s+)?\p{Lu}")
_PAIR_GOES_ON = regex_pattern(
    rf"\s+(?!{one_of(LOCAL_WORDS)}\s+(?:\p{{Lu}}|\d))(?:{one_of(LOCAL_WORDS)}|công chức|viên chức|đảng viên|nhân dân|chiến sĩ|chiến sỹ|cá nhân|nhiệm vụ|điển hình|hội viên|đoàn viên|"
    r"giải pháp|sinh viên|cây cảnh|văn hóa|an ninh|học sinh|thủy sản|tiểu học)\b"
)


def phrase_after(text: str, *, unit: str = "") -> str:
    """The noun phrase that begins with `unit` and goes on at the head of `text`; without a unit, "" if none begins.

    It ends before a verb, a preposition or punctuation; a bare unit takes the relative clause behind it along:
    hộ đã hoàn thành, xã có đường nhựa.
    """
    return _Phrase(text, unit).read()


class _Phrase:
    """A noun phrase as it is read word by word."""

    __slots__ = ("at", "begun", "length", "opened", "quoted", "text", "words")

    def __init__(self, text: str, unit: str) -> None:
        self.text = text
        self.words = unit.split()
        self.length = len(self.words)  # syllables so far
        self.begun = self.length + _syllables_of_noun(text, unit)  # of the noun itself
        skipped = _NAMES_AHEAD.match(text) or _BRACKET_AHEAD.match(text) if unit else None
        self.at = skipped.end() if skipped else 0
        self.quoted = False
        self.opened = False  # a clause that says which has just begun: hộ | đã được | hỗ trợ

    def read(self) -> str:
        """The whole phrase; "" where none begins."""
        while self.length < MOST_SYLLABLES and (match := _TOKEN.match(self.text, self.at)):
            mark, word = match.groups()
            self.at = match.end()
            if not (self._takes_mark(mark) if mark else self._takes_word(word)):
                break
        while len(self.words) > self.begun and self.words[-1].lower() in _NOT_LAST:
            self.words.pop()
        return join(self.words)

    def _takes_mark(self, mark: str) -> bool:
        """Whether the phrase goes on behind a mark of punctuation."""
        if mark == '"':
            if not self.quoted and _CLOSES.match(self.text, self.at - 1):
                return False  # it ends what somebody said: “… lên 8.000 quả”, ông Phúc nói
            self.quoted = not self.quoted
            self.words.append(mark)
            if not self.quoted and self.begun and self.length <= self.begun + SHORT_NOUN:
                self.begun = self.length  # xã “tự tin” | đạt đủ 19 tiêu chí
            return True
        if mark == "'" and _CLOSES_SPEECH.match(self.text, self.at - 1):
            return False  # '… cõng 13 giấy phép' hay
        if mark == "'" or (self.quoted and mark in ",:-/"):
            return True
        hyphened = mark == "-" and self.words and _HYPHENED.match(self.text, self.at)
        listed = mark == "," and self.words and _continues(self.text, self.at, self.words, self.length - self.begun)
        if hyphened or listed:
            self.words.append(mark)
        return bool(hyphened or listed)

    def _takes_word(self, word: str) -> bool:
        """Whether the phrase goes on with a word."""
        low = word.lower().strip("'.")
        if word[0].isdigit() and not (self.words and self.words[-1].lower() in ("của", "lớp")):
            return False
        if not self.words and (low in NOT_A_NOUN or _opens_with_verb(self.text, self.at - len(word), low)):
            return False
        bare = self.length <= (self.begun or SHORT_NOUN)
        start = self.at - len(low) - 1
        if self.words and bare and low in _AREA_OPENERS and (area := _AREA_AHEAD.match(self.text, start)):
            self.at = area.end()
            return True
        if self._ends_before(word, low):
            joined = low == "và" and self._joins()
            told = low == "cho" and _TELLS.match(self.text, self.at)  # 63 tỉnh, thành | cho thấy …
            relative = bare and low in RELATIVE and not told and not _only_when_or_where(self.text, self.at, low)
            if not (joined or self.opened or relative):
                return False
            self.opened = not joined
        elif low == "của" and self.words and bare and _only_when_or_where(self.text, self.at, low):
            return False
        else:
            self.opened = 0 < self.begun == self.length and low in _STANDING  # 52 người | nằm trong | Ban chấp hành
        self.words.append(word)
        self.length += 1
        if low == "khác" and self.length == self.begun + 1:
            self.begun = self.length
        return True

    def _ends_before(self, word: str, low: str) -> bool:
        """Whether noun phrases end before a word, unless it joins or opens a clause of its own."""
        if not self.words or self.quoted or low not in PHRASE_END:
            return False
        if _describes(self.text, self.at, low) or _ends_word(self.words[-1].lower(), low):
            return False
        return _pair(self.text, self.at, word) not in KEPT_PAIRS

    def _joins(self) -> bool:
        """Whether `và` joins verbs of the clause, names, or short nouns of one list."""
        said = 0 < self.begun < self.length and _opens_with_verb(self.text, self.at + 1, _next_word(self.text, self.at))
        named = self.words[-1][:1].isupper() and _NAME_LIST.match(self.text, self.at)
        return bool(said or named or _list_goes_on(self.text, self.at, self.length - self.begun))


def _ends_word(before: str, low: str) -> bool:
    """Whether a preposition is the second syllable of a word: nhà ở, but người | ở."""
    return f"{before} {low}" in compound_words() and (low != "ở" or before in ("nhà", "chỗ", "đất", "nơi"))


def _describes(text: str, at: int, low: str) -> bool:
    """Whether `mới` is an adjective of the noun before it and no adverb of a verb behind it: nông thôn mới; mới đạt."""
    return low == "mới" and not _VERB_BEHIND.match(text, at)


_VERB_BEHIND = regex_pattern(rf"\s+(?:được|có|đạt|chỉ|là|bị|đi|về|ra|vào|gần|{by_first(_VERBS_FIRST)})(?!\w)")


def _syllables_of_noun(text: str, unit: str) -> int:
    """How many syllables behind the unit still make its noun: con | đường; xe | đạp."""
    first, *rest = text.split(maxsplit=2)[:2] or [""]
    if unit.lower() not in CLASSIFIERS:
        return int(" " not in unit and f"{unit} {first.strip('.,;:')}".lower() in compound_words())
    if not first.isalpha() or first.lower() in PHRASE_END or first.lower() in RELATIVE:
        return 0
    return 2 if rest and f"{first} {rest[0].strip('.,;:')}".lower() in compound_words() else 1


def _only_when_or_where(text: str, at: int, low: str) -> bool:
    """Whether a preposition that ends there opens no more than a time or an area: 63 vụ | của tháng 1; 8 hộ | trong huyện."""
    return bool(_WHEN.match(text, at)) or (
        low in _AREA_OPENERS and BARE_AREA.match(text, at - len(low) - 1) is not None
    )


_TELLS = re_pattern(r"\s*(?:thấy|biết|hay|rằng)\b")
_STANDING = frozenset("nằm sống đứng ngồi đóng".split())  # verbs that want the preposition behind them
_NOT_LAST = (PHRASE_END | RELATIVE | {","}) - {"mới"}
_OPENS_MORE = frozenset("cho của với để do và hoặc suốt bằng tại".split())  # words that always want another behind them
_NO_LIST = NOT_A_NOUN | PHRASE_END


def _next_word(text: str, at: int) -> str:
    match = _SYLLABLE.match(text, at)
    return match[1].lower() if match else ""


_SYLLABLE = re_pattern(r"\s*([^\W\d_]+)")


def _pair(text: str, at: int, word: str) -> str:
    """A word of the text that ends there with the one behind it, in lower case; "" for the last one."""
    following = text[at:].split(maxsplit=1)
    return f"{word} {following[0].strip('.,;:')}".lower() if following else ""


def _continues(text: str, at: int, words: list[str], length: int) -> bool:
    """Whether a list of nouns or names goes on behind a comma."""
    named = words[-1][:1].isupper() and bool(_NAME_LIST.match(text, at))
    return named or bool(_PAIR_GOES_ON.match(text, at)) or _list_goes_on(text, at, length)


def _list_goes_on(text: str, at: int, length: int) -> bool:
    """Whether another short noun of the same list stands there: lúa, ngô bị ngập; rừng và đất lâm nghiệp."""
    if length > SHORT_NOUN or _NO_NOUN_AHEAD.match(text, at) or _WHO.match(text, at):
        return False
    match = _SHORT_ITEM.match(text, at)
    return (
        match is not None
        and match["word"] not in _NO_LIST
        and not LABEL.match(lowered(text), match.start("word"))
        and not _opens_with_verb(text, match.start("word"), match["word"])
    )


def _opens_with_verb(text: str, at: int, word: str) -> bool:
    """Whether a verb stands there and not the noun that begins like one: cử 5 người, but cử tri; `word` is its first."""
    if word.isalpha() and word not in _FIRST_OF_VERBS:
        return False
    low = lowered(text[at : at + LONGEST_HEAD])
    return bool(_VERB_FIRST.match(low)) and not _COMPOUND.match(low)


_CLOSES = re_pattern(r"\"(?:\s*[,.;:!?)]|\s+-\s|\s*$)|(?<=\S)\"\s")
_CLOSES_SPEECH = re_pattern(r"(?:\A|(?<=\w))'(?=\s|$)")
_WHO = re_pattern(r"\s*(?:người\s+dân|nhân\s+dân|bà\s+con|lực\s+lượng|chính\s+quyền|cơ\s+quan|đơn\s+vị)\s+(?:và|cùng|đã|phải|trong|ở)\b")  # 50 m đường, | người dân và …
# lúa, | hàng chục ha ngô; 5.500 quả, | bán được 600 triệu
_NO_NOUN_AHEAD = re_pattern(rf"\s*(?:(?:cụ\s+thể|trong\s+đó|bao\s+gồm|hàng\s+(?:chục|trăm|nghìn|ngàn|vạn|triệu)|nhiều|vài|mấy|một|hơn|gần|trên)\b|{ANY_ACTION}\s+được\s+(?:(?:hơn|gần|trên|khoảng)\s+)?\d)")
_SHORT_ITEM = regex_pattern(r"\s*(?P<word>\p{Ll}+)(?:\s+\p{Ll}+){0,3}?(?=\s*[,.;:)]|\s+(?:bị|được|và|các|đã|nên|hư|chưa)\b|$)")
_COMPOUND = re_pattern(rf"{by_first(COMPOUNDS)}(?!\w)")


def cut(phrase: str) -> str:
    """As much of a phrase from its head on as an item holds, with no preposition at its end."""
    words = phrase.split()
    kept = words[:MOST_SYLLABLES]
    ends = _OPENS_MORE if len(kept) == len(words) else _NOT_LAST | _OPENS_MORE
    while len(kept) > 1 and kept[-1].lower().strip(",") in ends:
        kept.pop()
    return " ".join(kept).rstrip(",")


def join(words: list[str]) -> str:
    """The words as one text with quotation marks and commas where they belong."""
    if '"' not in words and "," not in words:
        return " ".join(words).strip(_AROUND)
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
    return text.strip(_AROUND)


_AROUND = " ,.-'"
