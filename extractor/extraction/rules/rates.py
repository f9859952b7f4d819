"""The base of a rate: after a slash (50 triệu đồng/ha), after mỗi, một, bình quân (2 kg mỗi con)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import regex

from extractor.language.dictionary import compound_words
from extractor.language.patterns import Row, any_of, one_of, regex_pattern
from extractor.lexicon.nouns import CLASSIFIERS
from extractor.lexicon.phrases import LABELS
from extractor.lexicon.units import MEASURES
from extractor.lexicon.words import NOT_A_NOUN

FirstWord = Callable[[str], str]
FARTHEST = 400  # characters before a number that its base may stand at
MOST_BETWEEN, MOST_BETWEEN_OFTEN = 8, 14  # words between a base and its number; behind Mỗi ngày the whole clause

_BASES = one_of(("quả", "trứng", "cây", "m2", "m3", "m²", "m³", "km2", "ha", "kg", "km", "dân", "người", "trẻ", "đồng", "hộ", "ca", "m", "con"))
_SLASH = regex_pattern(r"\s?/\s?(?P<per>(?P<count>1(?:0{1,3}|[.,]?000|00[.,]?000|0[.,]?000)?\s*|[0-9]{1,3}\s?)?(?P<base>[^\W\d_][^/.,;:()\d\n]{0,24}(?:[23²³](?!\d|[.,]\d))?))")
_MEASURED_BASE = regex_pattern(r"(?:giờ|h|phút|ngày|tuần|tháng|năm|m[23²³]|km2?|ha|kg)(?![\w²³])")  # 120 mm/6 giờ, 950 kg/70m3
_COUNTED_BASE = regex_pattern(rf"{_BASES}(?:\s+(?:lồng|đất|dân|trẻ|lúa|mặt\s+nước))?(?![\w²³])")
_SYMBOL = regex_pattern(r"[^\W\d_]+[23²³]?")
_CLASSIFIED = regex_pattern(r"\s(\p{Ll}+)(?=[\s.,;:)]|$)")
_EACH_AFTER = regex_pattern(r"\s*(?:trên\s+|cho\s+|tính\s+trên\s+|/\s*)?(?P<each>mỗi|một|1)\s+(?P<per>[^\W\d_]++)(?!\s+(?:(?:hơn|gần|trên|khoảng|chỉ|có|được|là)\s+)*\d)")
# What opens a rate before its number, in the order in which it is asked.
_EACH = (
    Row(r"bình\s+quân\s+(?:mỗi\s+|một\s+)?", "bình quân mỗi hộ"),
    Row(r"trung\s+bình\s+(?:mỗi\s+|một\s+)?", "trung bình một con"),
    Row(r"mỗi\s+", "mỗi nhà"),
    Row(r"cứ\s+(?:mỗi\s+|một\s+|1\s+)?", "cứ 1 ha"),
    Row(r"(?:cho|trên)\s+(?:một|1)\s+(?=(?:ha|héc\s+ta|sào|mẫu|con|kg|tấn|m2|m3)\b)", "trên một ha"),
)
_BASES_OF_TWO = (
    "héc ta", "lao động", "hội viên", "chi bộ", "cán bộ", "hộ dân", "gia đình", "công trình", "mô hình", "học sinh", "đơn vị", "người dân", "ngày công",
)  # fmt: skip
_EACH_BEFORE = regex_pattern(rf"\b{any_of(_EACH)}(?P<per>{one_of(_BASES_OF_TWO)}|[^\W\d_]+)(?P<rest>[^,;.:]*)$")
_NO_SPAN = r"(?!\s+(?:nay|sau|trước|qua|học|công|lương|tuổi|lần|đầu|cuối|nọ|kia|đêm|mưa|nghỉ)\b)"
_TIMES_OF = r"(?P<per>năm|tháng|tuần|ngày|vụ|lứa|đêm)\b"
_ON = r"(?:(?!đến\s+nay|hiện\b|còn\b|so\s+với|toàn\s+(?:huyện|tỉnh|xã|quốc|thành)|(?:mỗi|hàng|hằng)\s+(?:năm|tháng|tuần|ngày|vụ|lứa)\b)[^;:.()…]|\.(?=\d))"
_CLAUSE = r"(?:^[\s\"+\-]*|[,;:…]\s+|\.{3}\s+|\b(?:thì|và|nhưng)\s+)"
# Before a clause it holds for all of it; behind a noun only for the number that follows: 700 triệu đồng mỗi năm, trong khi …
_EACH_TIME = regex_pattern(rf"(?:{_CLAUSE}(?:(?:trung\s+bình|bình\s+quân|ước\s+tính)\s+)?(?:mỗi|hàng|hằng)\s+{_TIMES_OF}{_NO_SPAN}(?!\s+\p{{Ll}}*(?:án|việc|cháy|tai)\b)(?P<rest>{_ON}*)|\b(?:mỗi|hàng|hằng)\s+{_TIMES_OF}{_NO_SPAN}(?!\s+\p{{Ll}}*(?:án|việc|cháy|tai)\b)(?P<rest>(?:(?!,){_ON})*)\(?)$")  # holds for the rest of its sentence
_ONE_TIME = regex_pattern(rf"{_CLAUSE}(?:một|1)\s+(?P<per>năm|tháng|tuần|ngày|vụ|lứa)\b{_NO_SPAN}(?P<rest>{_ON}*)$")
_RIGHT_BEFORE = regex_pattern(r"(?<!\b(?:trong|sau|qua|hơn|gần|khoảng|trên|suốt|được|từ)\s)\b(?:một|1)\s+(?P<per>năm|tháng|tuần|ngày|vụ|lứa)(?P<rest>\s+)$")  # tưới một ngày hai lần
_ONE_THING = regex_pattern(r"(?:^[\s\"+\-]*|[,;:…]\s+|\.{3}\s+|\b(?:thì|cho|trên|năm|cứ)\s+)(?:một|1)\s+(?P<per>ha|héc\s+ta|sào|kg|tạ|tấn|mét|m2|m3|lít|cây(?!\s+(?:cầu|xăng|số|cổ|cảnh|kim)\b)|lứa|chuyến)\b(?P<rest>(?:(?!phải|cần|đến\s+nay)[^;:.()…\d])*)$")  # một ha đất trồng dưa cho năng suất
_NOUN_BASES = one_of((
    "ngày đêm", "ngày", "tháng", "năm", "giờ", "phút", "tuần", "vụ", "lứa", "đợt", "ha", "sào", "công", "hộ", "người", "con", "gốc", "cây", "lần",
    "kg", "tấn", "m2", "m3", "km2", "xã", "thôn", "lớp", "trường", "ca", "buổi", "chuyến", "suất", "cơ sở", "gia đình", "lao động",
))  # fmt: skip
_SLASH_AFTER_NOUN = regex_pattern(rf"(?:\s[^\W\d_]+){{1,5}}\s?/\s?(?P<per>{_NOUN_BASES}(?:\s?/\s?{_NOUN_BASES})?)(?![\w²³])")
_ON_AVERAGE_ONE = regex_pattern(r"\b(?:bình\s+quân|trung\s+bình|cứ)\s+(?:mỗi\s+)?1\s+(?P<per>[^\W\d_]+)(?P<rest>[^;:.()…,\d]*)$")
_PER_HEAD = regex_pattern(r"\bbình\s+quân\s+(?:trên\s+)?(?:một\s+)?(?:đầu\s+)?người\b")
_EACH_LATER = regex_pattern(rf"(?:\s(?!(?:mỗi|và|để|nhưng|riêng|vào|giữa|đang|trở|thì)\b)[^\W\d_]+){{1,{MOST_BETWEEN}}}\smỗi\s+{_TIMES_OF}(?=\s*[.,;:)]|\s*$|\s(?:tại|ở|trên|cho|để|của|nhưng|vì|từ|với|có)\b)")  # 380 tấn rác mỗi ngày
_AND_EACH = regex_pattern(rf"\s*(?:/|\s(?:mỗi|một|1)\s)\s*{_TIMES_OF}(?!\s+(?:nay|qua|trước|sau|lần))")
_WAGE_OF = regex_pattern(rf"\b(?:lương|tiền\s+công|trợ\s+cấp|phụ\s+cấp)\s+{_TIMES_OF}\s*$")
_SYLLABLES = regex_pattern(r"[^\W\d_]+")
LONGEST_BASE = 30  # characters
_TWO = frozenset(_BASES_OF_TWO)
_NO_BASES = frozenset("đầu chung cả hơn trên khoảng gần đạt là tăng giảm chỉ đó này nơi ai lúc khi".split())
_AFTER_BASES = frozenset("năm tháng tuần ngày giờ chuyến quả lít khối tạ chiếc cái cây bộ xô hộ người ha sào con nhà suất em cháu xã thôn vụ kg ký kí tấn căn phần lần".split())
_TIMES = frozenset("ngày tháng tuần năm vụ".split())


class Rate(NamedTuple):
    """The base of a rate and where its words end (the number's own end when it stands elsewhere)."""

    per: str
    end: int
    rule: str


def slash_rate(text: str, end: int, first_word: FirstWord) -> Rate | None:
    """The base written behind a slash: /tháng, /người/năm, / 100 m3 lồng."""
    bases: list[str] = []
    at = end
    while match := _SLASH.match(text, at):
        if match["count"]:
            powers_of_ten = match["count"].strip().rstrip("0").rstrip(".,") == "1"
            base = (_COUNTED_BASE if powers_of_ten else _MEASURED_BASE).match(text, match.start("base"))
            if not base:
                break
            at = base.end()
            bases.append(" ".join(text[match.start("count") : at].split()))
            continue
        word = first_word(match["base"].strip())
        if word.lower() in NOT_A_NOUN:
            break
        if (
            word.lower() in CLASSIFIERS
            and (kind := _CLASSIFIED.match(match["base"], len(word)))
            and kind[1].lower() not in NOT_A_NOUN
        ):
            word += kind[0]
        unit = _SYMBOL.match(match["base"])
        assert unit
        word = unit[0] if unit[0].lower() in MEASURES else word
        bases.append(word)
        at = match.start("base") + len(word)
    return Rate("/".join(bases), at, "per.slash") if bases else None


def spoken_rate(head: str, before: str, after: str, kind: str) -> tuple[str, str] | None:
    """The base said in words, with its rule: mỗi con nặng 2 kg; 20 triệu đồng mỗi nhà; bình quân đầu người.

    `head` is the sentence up to the number, `before` the part of it behind the figure before; all are in lower case.
    """
    if (match := _EACH_AFTER.match(after)) and _is_base(match, base := _whole_base(after[match.start("per") :])):
        whose = "người/" if base in _TIMES and kind in ("money", "mass") and _PER_HEAD.search(before) else ""
        return whose + base + _for_how_long(after[match.start("per") + len(base) :], before), "per.each_after"
    if kind not in ("percent", "duration") and (match := _EACH_LATER.match(after)):
        return match["per"], "per.each_after"
    if match := _SLASH_AFTER_NOUN.match(after):
        return "/".join(base.strip() for base in match["per"].split("/")), "per.slash_after_noun"
    thing = None
    if kind not in ("percent", "ratio"):
        thing = _front(_ONE_THING, head, MOST_BETWEEN_OFTEN) or _front(_ON_AVERAGE_ONE, head, MOST_BETWEEN)
    time = None
    if kind not in ("percent", "length"):
        time = _front(_EACH_TIME, head, MOST_BETWEEN_OFTEN * 2) or _front(_ONE_TIME, head, MOST_BETWEEN_OFTEN) or _front(_RIGHT_BEFORE, head, 0)
    if thing or time:
        each = _each_thing(before)
        if each and time and not _front(_EACH_TIME, before, MOST_BETWEEN_OFTEN * 2):
            time = None  # mỗi năm sinh 3 lứa, mỗi lứa 5 con
        found = "/".join(dict.fromkeys(base for base in (thing, each, time) if base))
        return found, "per.one_before" if thing else "per.each_time"
    if kind in ("money", "mass") and _PER_HEAD.search(before):
        return "người", "per.head"
    each = _each_thing(before)
    return (each, "per.each_before") if each else None


def _front(pattern: regex.Pattern[str], head: str, most: int) -> str | None:
    """The base that stands in front of a number, at most so many words before it."""
    match = pattern.search(head, max(0, len(head) - FARTHEST))
    if match is None or len(match["rest"].split()) > most:
        return None
    return "ha" if match["per"].startswith("héc") else " ".join(match["per"].split())


def _each_thing(before: str) -> str | None:
    """What mỗi or bình quân says a number is for each of: mỗi con nặng."""
    match = _EACH_BEFORE.search(before)
    if not match or match["per"] in _TIMES:
        return None
    word, rest = match["per"], match["rest"].split()
    if len(rest) > MOST_BETWEEN or (rest and f"{word} {rest[0]}" in LABELS):  # bình quân thu nhập
        return None
    word = "ha" if word.startswith("héc") else " ".join(word.split())
    if rest and f"{word} {rest[0]}" in compound_words() and word not in _AFTER_BASES:  # mỗi | nạn nhân
        word = f"{word} {rest[0]}"
    return word if word not in NOT_A_NOUN and word not in _NO_BASES else None


def _whole_base(text: str) -> str:
    """The base that a text in lower case begins with, not cut within a word: học viên, not học."""
    syllables = [match[0] for match in _SYLLABLES.finditer(text, 0, LONGEST_BASE)]
    for count in (3, 2):
        phrase = " ".join(syllables[:count])
        if len(syllables) >= count and text.startswith(phrase) and (phrase in _TWO or (syllables[0] not in _AFTER_BASES and phrase in compound_words())):
            return phrase
    return syllables[0]


def _for_how_long(behind: str, before: str) -> str:
    """The second base of a rate: mỗi người một tháng; lương tháng 6 triệu đồng mỗi người."""
    if match := _AND_EACH.match(behind):
        return f"/{match['per']}"
    return f"/{match['per']}" if (match := _WAGE_OF.search(before)) else ""


def _is_base(each: regex.Match[str], base: str) -> bool:
    """Whether the words behind mỗi or một are what a rate may be of: một kg, mỗi chuyến."""
    if each["each"] != "mỗi":
        return base in _AFTER_BASES
    return base not in NOT_A_NOUN and base not in _NO_BASES
