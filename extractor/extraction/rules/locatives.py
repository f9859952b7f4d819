"""Which of the units that a sentence names say where, and where it speaks of a unit without its name."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import regex

from extractor.extraction.rules.beside import NOTHING, Shares
from extractor.language.patterns import Row, any_of, by_first, one_of
from extractor.lexicon.levels import HAMLETS, LEVELS, REGIONS
from extractor.lexicon.not_where import BENEFACTORS, NO_PLACES, OFFICES
from extractor.places.areas import LEVEL_WORD, LINK, WHERE, WHOLE, Scene, nested, rank_of
from extractor.places.mentions import Mention

_NATION_ROWS = (
    Row(
        r"(?<!\b(?:nhất|với|của|so với|lớn nhất|đứng đầu|bình quân|trung bình|mức|mặt bằng|hơn)\s)\b(?:(?:trên\s+)?cả\s+nước|toàn\s+quốc|khắp\s+cả\s+nước)\b",
        "trên cả nước",
    ),
    Row(r"\bcủa\s+cả\s+nước\s+(?:đạt|là|ở\s+mức|ở\s+dưới|còn|có|tăng|giảm|chiếm|ước|cũng)\b", "của cả nước đạt"),
    Row(
        rf"(?<!nhất\s|đầu\s)\b(?:ở|tại|khắp|nhiều\s+tỉnh)\s+(?:các\s+tỉnh\s+|khu\s+vực\s+|vùng\s+)?{one_of(REGIONS)}\b",
        "tại các tỉnh tây nguyên",
    ),
)
_NATION = regex.compile(any_of(_NATION_ROWS))
_COME_FROM = re.compile(r"\b(?:đến\s+)?từ\s+[^,;.]*(?:,\s*thành\s+phố[^,;.]*)?$")
_SELF = re.compile(
    r"(?P<level>tỉnh|thành\s+phố|huyện|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)\b(?!\s+(?:\d|đoàn|ủy|hội|lộ|lị|lỵ|khác|viên|có\s+số|nào|,))(?!,)"
)
_BEFORE_SELF = re.compile(r"(?:^|[,;:(\-\"]|\b(?:toàn|địa bàn|khắp|nay|ubnd|hiện|đó|mttq|huyện ủy|của|trong|nhờ đó|hội|đoàn|ban|năm \d{4},))\s*$")
_LONGEST_BEFORE = 30
_FIGURE_NEXT = re.compile(r"\s+(?:(?:có|đạt|là|với|chiếm|hơn|gần|trên|khoảng)\s+)*\d")

_NOT_WHERE = re.compile(rf"{by_first(NO_PLACES)}\b(?!\s+dân\b(?!\s+quân))[^,;.:]{{0,40}}$")
_SEVERAL = re.compile(r"\b(?:nhiều|các|những|một\s+số|mấy|hầu\s+hết|\d+)\s+$")  # nhiều xã Chương Mỹ: it is only what they lie in
_EXAMPLE = re.compile(
    r"\b(?:tiêu\s+biểu|điển\s+hình|nhất\s+là|đặc\s+biệt\s+là|như(?=\s+(?:các|xã|huyện|ở|tại|thị|phường|thành)))\b[^.;\d]{0,60}$"
)
_LIVES_ASIDE = re.compile(r"\([^()]*\b(?:trú|ngụ|quê|thường\s+trú|hộ\s+khẩu)\s*(?:tại|ở|:)?\s+[^()]*$")
_SEATED = regex.compile(r"\b(?:[Cc]ông ty|[Tt]ập đoàn|[Nn]hà máy|[Nn]gân hàng|CLB|[Cc]âu lạc bộ)\s+(?:(?:TNHH|cổ phần|CP|MTV|\p{Lu}[\p{L}\d]*)\s*){1,8},\s*$")
_SEAT = re.compile(rf"{by_first(BENEFACTORS)}\b[^,;.:()]{{0,45}}$")  # Đoàn từ thiện “Nắng ấm” (TP. Hồ Chí Minh)
_AMONG = re.compile(r"\b(?:lớn|nhỏ|nghèo|nhất|đầu|nhì|trọng\s+điểm)\s+(?:của|trong|ở)\s+$")  # huyện có rừng lớn của tỉnh Hà Tĩnh
_OFFICE = re.compile(rf"{by_first(OFFICES)}\b[^,;.:()]{{0,45}}$")
_COUNTED_OF = re.compile(r"\b\d[\d.]*\s+(?:[^\W\d]+\s+){1,3}$")
_PERSON = regex.compile(r"(?:\b(?:ông|bà|anh|chị|em|cháu|cụ|chú|cô)\s+(?:\p{Lu}[\p{L}.]*\s*){1,4}|\p{Lu}\.)\s*$")
WINDOW = 60  # characters before a unit that may say how it stands


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sentence says of places: the mentions that tell where, and where it speaks of a unit without its name."""

    mentions: tuple[Mention, ...]
    locating: Sequence[Mention]
    selves: list[tuple[int, str]]  # "huyện đã", "toàn xã": offset and level
    wholes: list[tuple[int, str]]  # "toàn huyện", "trên địa bàn tỉnh"
    nation: bool
    shares: Shares = NOTHING  # the units that numbers are given to one by one


def gathered(
    text: str, low: str, mentions: tuple[Mention, ...], locating: Sequence[Mention], shares: Shares = NOTHING
) -> Evidence:
    """What a sentence says of places, for all of its figures; `locating` are its mentions that say where."""
    named = LEVEL_WORD.search(low) is not None
    return Evidence(
        mentions,
        _with_repeats(text, locating),
        _selves(text, low) if named else [],
        [(match.start(), _level(match)) for match in WHOLE.finditer(low)] if named else [],
        _tells_of_nation(low),
        shares,
    )


def _tells_of_nation(low: str) -> bool:
    """Whether the whole country is where, not only where guests come from: 16 tỉnh thành trên cả nước."""
    match = _NATION.search(low)
    return match is not None and not _COME_FROM.search(low, max(0, match.start() - 50), match.start())


def _with_repeats(text: str, locating: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions with those of listed units that the text calls again by name: ba xã A, B và C …: A 980 ha, B 540 ha."""
    if all(mention.group is None for mention in locating):
        return locating
    again = []
    for mention in locating:
        if mention.group is None:
            continue
        at = text.find(mention.name, locating[-1].end)
        if at > 0 and _FIGURE_NEXT.match(text, at + len(mention.name)):
            again.append(replace(mention, start=at, end=at + len(mention.name), text=mention.name, group=None))
    return sorted([*locating, *again], key=lambda mention: mention.start)


def _selves(text: str, low: str) -> list[tuple[int, str]]:
    """Where a text speaks of a unit without its name, and of what level: Trong đó, huyện đã …; toàn xã."""
    found = []
    for match in _SELF.finditer(low):
        start, end = match.span()
        if text[end : end + 1].isspace() and text[end:].lstrip()[:1].isupper():
            continue
        if opening := _BEFORE_SELF.search(low, max(0, start - _LONGEST_BEFORE), start):
            found.append((opening.start(), _level(match)))
    return found


def _level(match: re.Match[str]) -> str:
    return " ".join(match["level"].split())


# How a unit stands in its sentence: where something is (ở huyện A), in brackets, that of an office (UBND huyện A),
# plainly named, or left out: whom it is far from, where somebody lives, where a firm has its seat.
Standing = Literal["where", "bracketed", "office", "named", "left"]


def find_locating(text: str, low: str, mentions: Sequence[Mention], scene: Scene) -> list[Mention]:
    """The mentions of a sentence (also in lower case) that say where; those of offices only where nothing else does."""
    locating: list[Mention] = []
    offices: list[Mention] = []
    located = False
    bracketed = len(low)  # a unit in brackets goes before the offices behind it
    left: Mention | None = None  # the one left out last, with what holds it: cách thị trấn Phú Túc, huyện Krông Pa 4 km
    lists: set[int | None] = set()  # groups of which the first is where: ở Hòa Bình, Yên Bái
    for mention in mentions:
        if mention.level not in LEVELS and mention.level not in HAMLETS:
            continue
        listed = mention.group in lists
        held = left is not None and nested(left, mention, text)
        standing: Standing = "left" if held or mention.former else _standing(mention, text, low, scene, listed=listed)
        if standing == "left":
            left = mention
            continue
        if standing == "where":
            located = True
            lists |= {mention.group} - {None}
        elif standing == "bracketed" and not (locating and LINK.fullmatch(low, locating[-1].end, mention.start)):
            bracketed = min(bracketed, mention.start)  # … với Cụm công nghiệp Đồng Xanh (xã An Hòa)
        elif standing == "office":
            offices.append(mention)
        locating.append(mention)
    return [mention for mention in locating if mention not in offices or not (located or mention.start > bracketed)]


def _standing(mention: Mention, text: str, low: str, scene: Scene, *, listed: bool) -> Standing:
    """How a unit stands in its sentence, by the words before it; `listed`: in a list of which the first says where."""
    start = mention.start
    window = max(0, start - WINDOW)
    if _LIVES_ASIDE.search(low, window, start):
        return "left"
    if WHERE.search(low, window, start):
        return "where"
    if listed:
        return "named"
    if low[start - 1 : start] == "(":
        of_whom = _SEAT.search(low, window, start - 1) or _PERSON.search(text, window, start - 1)
        return "left" if of_whom else "bracketed"
    larger = scene.home is not None and rank_of(mention) < rank_of(scene.home)
    if _is_left(mention, text, low, window) or (larger and _AMONG.search(low, window, start)):
        return "left"
    if mention.bare and _COUNTED_OF.search(low, window, start):
        return "named"
    if not (mention.bare or _OFFICE.search(low, window, start)):
        return "named"
    return "left" if larger else "office"


def _is_left(mention: Mention, text: str, low: str, window: int) -> bool:
    """Whether the words before a unit say that it is no place of what is told."""
    start = mention.start
    if mention.bare and _SEATED.search(text, window, start):
        return True  # (đóng tại Công ty Đại Dương, Nam Định)
    if _NOT_WHERE.search(low, window, start) or _EXAMPLE.search(low, window, start):
        return True
    return mention.group is None and _SEVERAL.search(low, window, start) is not None

