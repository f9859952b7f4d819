"""Numbers that a text gives to places one by one: xã A 40 hộ, xã B 80 hộ; (Lai Châu 2, Sơn La 1); lần lượt là 45, 52."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extractor.language.numbers import read_number
from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.levels import HAMLETS, LEVEL_WORDS, SHORT_LEVELS, UNIT_WORDS
from extractor.model.shapes import Span
from extractor.places.gazetteer import is_unit_name
from extractor.places.patterns import LEVELLED, RUN

_JOINED = rf"(?![IVX]++\b){RUN}(?:[^\S\n]?[-–][^\S\n]?{RUN})?+"  # Bà Rịa - Vũng Tàu
_NAME = rf"(?:{LEVELLED}(?:{_JOINED}|\d{{1,2}}(?!\d))|{_JOINED})(?:\s(?:\d{{1,2}}|I{{1,3}})(?=\s?[:(]|\s(?:có|là|đạt)\b))?+"
_NUMBER = r"(?<![\d.,])\d{1,3}(?:\.\d{3})*+(?:,\d+)?+(?!\w|[.,]\d|\s?[-–/+]\s?\d)"
SAYING = ("có", "là", "với", "còn", "hơn", "gần", "trên", "khoảng")
_SAYS = rf"(?:{one_of(SAYING)}\s+)"
_WHERE_BEHIND = regex_pattern(r"[\d.,]+(?:\s\p{Ll}++){0,3}?\s(?:ở|tại|thuộc)\s")
LONGEST_LINK = 40  # characters between a name and its number, the name's last syllable included
_ITEM = rf"(?P<name>{_NAME})(?:\s?:\s*|\s?\(\s?|\s[-–]\s|\s){_SAYS}{{0,2}}(?P<number>{_NUMBER})(?P<unit>(?:\s\p{{Ll}}++){{0,3}}+)\s?\)?"
_NEXT = r"\s?(?:[,;]\s*(?:và\s+)?|\svà\s)(?:(?:còn|riêng|tại|ở)\s+)?"
_SERIES = regex_pattern(rf"(?<![\p{{L}}\p{{M}}\d]){_ITEM}(?:{_NEXT}{_ITEM})+(?=\s*(?:[,;.:)]|$|và\b|\s[-–]\s))")
_BACKWARD_ITEM = rf"(?P<number>{_NUMBER})(?P<unit>(?:\s(?!ở\b|tại\b|thuộc\b)\p{{Ll}}++){{0,3}}?)\s(?:ở|tại|thuộc)\s(?P<name>{_NAME})"
_BACKWARD = regex_pattern(rf"(?<=[(:]\s?|\bgồm\s|\btrong đó,?\s){_BACKWARD_ITEM}(?:{_NEXT}{_BACKWARD_ITEM})+(?=\s*(?:[,;.:)]|$))")
_BARE_END = regex_pattern(r"\s?(?:[,;)(]|\.(?!\d)|$|\s?và\b|\s(?:ở|tại|thuộc)\s)")

_DASH = r"(?<!\p{Lu}[\p{L}’']*\s?)[–-]"  # no route: Pháp Vân - Cầu Giẽ
_BOUND = rf"(?:^|[;,:(.+•*]|{_DASH}|\b(?:và|còn|trong đó|trong số đó|gồm|như|riêng|là|cụ thể|tại|ở|thì)\b)"
_OPENER = r"(?:và|còn|trong đó|trong số đó|gồm|bao gồm|gồm có|cụ thể|riêng|như|tại|ở|là|có|thì|nhiều nhất là|các|hai|ba)"
_LINK = rf"(?:\s\(?cũ\)?|\s\({LEVELLED}?+{RUN}\))?(?:\s?:\s*|\s?\(\s?|\s[-–]\s|\s)(?:\(\s?)?"
_NOT_SAID = r"(?!(?:và|với|cùng|cách|đến|tới|nối|từ|vào|cho|của|thuộc|ở|tại|về|so)\b)"
_HEAD = rf"^\s*\p{{Lu}}\p{{Ll}}++(?:\s\p{{Ll}}++){{0,3}}?\s(?={LEVELLED})"  # Hiện | xã Hòa An còn 40 hộ
_GIVEN = regex_pattern(
    rf"(?:{_HEAD}|{_BOUND}\s*(?:{_OPENER}\b[,:]?\s*){{0,4}})(?P<name>{_NAME}){_LINK}(?:{_NOT_SAID}\p{{Ll}}++\s+){{0,6}}+$"
)
_PARTED = regex_pattern(rf"[(:]\s*$|{_DASH}\s*$|\b(?:trong đó|trong số đó|gồm|riêng|cụ thể|còn|nhất là)\b[,:]?\s*$")
_BEHIND = regex_pattern(rf"\s(?:ở|tại|thuộc)\s(?P<name>{_NAME})(?=\s*(?:[,;.)]|$|và\b))")

_IN_TURN = regex_pattern(r"\b(?:lần lượt|theo thứ tự|tương ứng)\b")
_TURN_NAME = rf"(?P<name>{LEVELLED}?+{_JOINED}|{LEVELLED}\d{{1,2}}(?!\d))"
_TURNS = regex_pattern(rf"{_TURN_NAME}(?:\s?,\s*(?:và\s+)?{_TURN_NAME}|\svà\s{_TURN_NAME})+(?=(?:\s?,)?(?:\s(?!và\b)[\p{{Ll}}\d/.-]++|\sGRDP|,){{0,9}}\s?$)")
_TURNS_BEHIND = regex_pattern(rf"\s*(?:[^\d,;.()]{{0,30}}?\s)?(?:ở|tại|của|thuộc|cho|trên địa bàn)\s(?:các\s)?{_TURN_NAME}(?:\s?,\s*(?:và\s+)?{_TURN_NAME}|\svà\s{_TURN_NAME})+")
_IN_BRACKETS = regex_pattern(r"\)\s*(?:[,;]|và\b|,\s*và\b)[^()]*\(\s?$")  # Hà Nội (12), | Đà Nẵng (9)
_TURN_OPENING = regex_pattern(r"\s(?:của|ở|tại|trên địa bàn)\s(?:(?:hai|ba|bốn|năm|các|\d)\s)?(?:\p{Ll}+\s){0,2}$")
_HEADED = regex_pattern(r"(?:^|[.;]\s)[^\d:;.]*\p{Ll}{2}[^\d:;.]*(?P<mark>:)\s*(?:\p{Ll}+\s)*$")  # Lượng mưa đo được: Bắc Hà 120 mm
_NO_NOUN = regex_pattern(rf"(?i:(?:[^.;]*,)?\s*(?:(?:hai|ba|bốn|năm|các|trong khi|riêng|tại|ở|\d+)\s*)*(?:{one_of((*UNIT_WORDS, 'địa phương'))}\s*)?)")
_LINE = regex_pattern(rf"\s*[-+•*▪►–]?\s*{_NAME}\s*[:(–-]?\s*(?:{_SAYS})?")
_LABEL = regex_pattern(r"(?i:(?:^|[.;,(])\s*(?:tổng\s+)?số(?:\s+lượng)?)\s(?P<noun>\p{Ll}[^:;,.()\d]{1,60}?)(?:\s(?:ở|tại|của)\s[^:;.()]*)?:\s*$")
BETWEEN_TURNS = regex_pattern(r"\s*(?:,|;|,?\s*và|-)\s*")
MOST_BETWEEN = 12  # words from a name's last one to its number: _GIVEN has six, signs and brackets beside them
LONGEST_BETWEEN = 120  # characters from one number to the place that the next is given to


class Given(NamedTuple):
    """The name of a place, its level included, that a text gives a number to; `parted`: as to a part of a total.

    `shared` is where the words end that tell of what all the numbers in turn are.
    """

    start: int
    end: int
    parted: bool
    shared: int | None = None


class Series(NamedTuple):
    """The numbers that a text gives to places one after the other: where they begin, and what they are."""

    starts: tuple[int, ...]
    values: tuple[Decimal, ...]

    def parts_of(self, total: Decimal) -> bool:
        """Whether they may be parts of that total; of 2 nhà máy (Bắc Hà 1, Bảo Yên 2) they are names."""
        if sum(self.values) == total:
            return True
        return max(self.values) <= total and len(self.values) != total


def series_of(text: str, start: int) -> Series | None:
    """The series in which the number that begins there is a place's, without saying of what; None where it is in none."""
    return _bare_parts(text).get(start) if _may_be_part(text, start) else None


def _may_be_part(text: str, start: int) -> bool:
    """Whether a name ends right before a number or begins soon behind it: a look that costs less than the whole pattern."""
    words = text[max(0, start - LONGEST_LINK) : start].replace("(", " ").replace(":", " ").split()
    while words and (words[-1] in SAYING or words[-1] in ("-", "–")):
        words.pop()
    named = bool(words) and not words[-1][0].islower()
    return named or _WHERE_BEHIND.match(text, start) is not None


@lru_cache(maxsize=64)
def _bare_parts(text: str) -> Mapping[int, Series]:
    """By its start each number that a series gives a place without saying of what: (Lai Châu 2, Sơn La 1).

    Not those in the places' own names: Sơn Kim 1, Sơn Kim 2; thôn Đoàn Kết 2, thôn Tân Lập 1.
    """
    found: dict[int, Series] = {}
    for pattern in (_SERIES, _BACKWARD):
        for match in pattern.finditer(text):
            names, numbers = match.spans("name"), match.spans("number")
            if pattern is _BACKWARD or _are_places([text[slice(*name)] for name in names]):
                values = (read_number(text[slice(*number)]) or Decimal(0) for number in numbers)
                series = Series(tuple(start for start, _ in numbers), tuple(values))
                found |= {start: series for start, end in numbers if _BARE_END.match(text, end)}
    return found


def _are_places(names: Sequence[str]) -> bool:
    """Whether names with numbers are of units that are told apart by their names, most of them known or with a level."""
    plain = [_PLAIN.sub("", name) for name in names]
    if len(set(plain)) < len(plain) or any(_HAMLET.match(name) for name in names):
        return False
    return sum(plain[at] != name or is_unit_name(name) for at, name in enumerate(names)) * 2 > len(names)


def level_said(name: str) -> tuple[str | None, str]:
    """The level that a name says itself, and the name without it: P. An Phú; None where it says none."""
    if not (said := _LEVELLED.match(name)):
        return None, name
    word = " ".join(said[0].split())
    short = next((level for level in SHORT_LEVELS if word.rstrip(".") == level.rstrip(".")), "")
    return SHORT_LEVELS.get(short) or LEVEL_WORDS.get(word.lower()), name[said.end() :]


_LEVELLED = regex_pattern(LEVELLED)
_PLAIN = regex_pattern(rf"^{LEVELLED}|\s\d+$")
_HAMLET = regex_pattern(rf"(?i:{'|'.join(HAMLETS)})\s")


def is_line(text: str, start: int, end: int) -> bool:
    """Whether a line only gives a place the number that stands there: - Xã Hòa An: 40."""
    return _LINE.fullmatch(text, 0, start) is not None and _BARE_END.match(text, end) is not None


def labelled(text: str, start: int) -> str:
    """The noun of the label before a series that begins there: Số hộ nghèo: xã Hòa An 40, xã Tân Lập 80; empty for none."""
    name = max((match.start() for match in _NAMED.finditer(text, max(0, start - LONGEST_BETWEEN), start)), default=start)
    label = _LABEL.search(text, 0, name)
    return label["noun"] if label else ""


_NAMED = regex_pattern(rf"(?<=:\s*){_NAME}")


def is_part(text: str, start: int) -> bool:
    """Whether the number that begins there is what a series gives a place: in thôn 5 it is the place's name."""
    return series_of(text, start) is not None


def given(text: str, numbers: Sequence[Span]) -> list[dict[int, Given]]:
    """The series of places that have numbers (the spans of their quantities) right behind them, by the numbers' starts."""
    series: list[dict[int, Given]] = [{}]
    before = 0
    for start, end in numbers:
        window = max(before, start - LONGEST_BETWEEN)
        if _may_be_given(text[window:start]) and (match := _GIVEN.search(text, window, start)) and _may_be_place(match["name"]):
            parted = _PARTED.search(text, window, match.start("name")) is not None
            if (parted and not _IN_BRACKETS.search(text, window, start)) or ")" in text[window : match.start("name")].lstrip(")"):
                series.append({})
            opening = next((one.shared for one in series[-1].values()), None)
            label = _HEADED.search(text, window, match.start("name")) if parted else None
            series[-1][start] = Given(*match.span("name"), parted, label.start("mark") if label else opening)
        before = end
    return [one for one in series if one] or [_given_behind(text, numbers)]


def _may_be_given(before: str) -> bool:
    """Whether a number may have a name before it: one ends, with a capital or a short number, among the last words.

    No number of three digits stands behind it: Năm 2023, xã có | 120.
    """
    return _CAPITAL.search(" ".join(before.split()[-MOST_BETWEEN:])) is not None


_CAPITAL = regex_pattern(r"(?:\p{Lu}|(?<!\d)\d{1,2}(?!\d))(?!.*\d{3})")


def _may_be_place(name: str) -> bool:
    """Whether a name has its level, is some unit's, or of several syllables and no abbreviation: no Trong, no PCCC."""
    return _PLAIN.sub("", name) != name or is_unit_name(name) or (" " in name and not name.isupper())


def _given_behind(text: str, numbers: Sequence[Span]) -> dict[int, Given]:
    """The places right behind numbers that follow each other: 2 ở Mường Lát, 10 ở Quan Sơn."""
    found = {start: Given(*match.span("name"), False) for start, end in numbers if (match := _BEHIND.match(text, end))}
    return found if len(found) > 1 else {}


def turns(text: str, numbers: Sequence[Span]) -> Sequence[Span]:
    """The numbers that go to places, years or things in turn: those in a row behind lần lượt."""
    said = _IN_TURN.search(text) if len(numbers) > 1 else None
    told = [number for number in numbers if said and number[0] >= said.end()]
    count = next((at for at, (one, two) in enumerate(pairwise(told), 1) if not BETWEEN_TURNS.fullmatch(text, one[1], two[0])), len(told))
    return told[:count] if count > 1 else ()


def in_turn(text: str, told: Sequence[Span]) -> dict[int, Given]:
    """The places to which numbers go in turn: xã A, B và C lần lượt là 45, 52 và 48 triệu; none where there are more or fewer."""
    if not told or not (said := _IN_TURN.search(text)):
        return {}
    ahead = _TURNS.search(text, 0, said.start())
    match = ahead or _TURNS_BEHIND.match(text, told[-1][1])
    names = match.spans("name") if match else []
    if match is None or len(names) != len(told):
        return {}
    opening = _TURN_OPENING.search(text, 0, match.start()) if ahead else None
    shared = opening.start() if opening else match.start() if ahead else said.start()
    if _NO_NOUN.fullmatch(text, 0, shared):
        shared = 0  # Ba xã A, B, C lần lượt có 45, 52 và 48 hộ nghèo
    return {start: Given(*name, False, shared) for (start, _), name in zip(told, names, strict=True)}


def are_in_turn(text: str, start: int) -> bool:
    """Whether the text before a number says that numbers go to places, years or things in turn."""
    return _IN_TURN.search(text, 0, start) is not None


EXAMPLES = (
    ("4 người chết (Lai Châu 2, Sơn La 1)", ("2", "1")), ("27 ca, gồm Hà Nội (12), Đà Nẵng (9) và TP Hồ Chí Minh (6)", ("12", "9", "6")),
    ("14 người chết (Yên Bái: 6; Lào Cai: 5)", ("6", "5")), ("huyện Gia Bình 39, Quế Võ 6, Yên Phong 2", ("39", "6", "2")),
    ("4 người chết (2 ở Lai Châu, 1 ở Sơn La)", ("2", "1")), ("xã Hòa An 40, xã Tân Lập 80.", ("40", "80")),
    ("3 người (Hà Giang 1 người, Cao Bằng 2)", ("2",)),
    ("xã Sơn Kim 1, xã Sơn Kim 2", ()), ("thôn Đoàn Kết 2, thôn Tân Lập 1", ()), ("Hà Nội 2 - 1 Nam Định, Huế 1 - 1 Vinh", ()),
    ("Quận 1, Quận 3 và Quận 12", ()), ("Nguyễn Văn An 3, Trần Thị Bình 2", ()),
)  # fmt: skip
