"""What the sentences of an article say of places: shapes, and what a sentence says by itself."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct, field

from extractor.language.patterns import one_of, re_pattern, regex_pattern
from extractor.lexicon.levels import HAMLETS, LEVELS, REGIONS
from extractor.places.areas import WHOLE, Scene
from extractor.places.chains import Chains, Unit
from extractor.places.countries import COUNTRIES

SELF = re_pattern(
    r"(?P<level>tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)\b(?!\s+(?:\d|đoàn|ủy|hội|lộ|lị|lỵ|khác|viên|có\s+số|nào|,))(?!,)"
)
_BEFORE_SELF = re_pattern(r"(?:^|[,;:(\-\"“]|\b(?:toàn|địa bàn|khắp|nay|ubnd|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|hđnd|sở|công an|lãnh đạo|hiện|đó|mttq|huyện ủy|của|trong|nhờ đó|hội|đoàn|ban|năm \d{4},))\s*$")
_LONGEST_BEFORE = 30
_OF_ALL = re_pattern(r"của\s+cả\s+nước\s+(?:đạt|là|ở\s+mức|ở\s+dưới|còn|có|tăng|giảm|chiếm|ước|cũng)\b")
_BEFORE_COUNTRY = 45  # characters
_AFTER_LEVEL = re_pattern(rf"\b{one_of(LEVELS)}\s*(?:,|/|-|và)\s*$")
_PLURAL = re_pattern(rf"\b(?:các|những|nhiều|một\s+số|mỗi|từng|mấy|hầu\s+hết|\d+(?:/\d+)?)\s+(?P<level>{one_of((*LEVELS, *HAMLETS))})\b")
_WHOLE_COUNTRY = re_pattern(rf"\b(?:cả\s+nước|toàn\s+quốc|việt\s+nam|nước\s+ta|{one_of(REGIONS)})(?!\w)")
_AREA = r"(?:(?:các\s+)?(?:tỉnh|địa\s+phương|tỉnh\s+thành|tỉnh,\s+thành\s+phố|khu\s+vực|vùng)\s+(?:thuộc\s+)?)?$"
_COMPARED = re_pattern(rf"\b(?:(?:nhất|thứ\s+\w+|đứng\s+đầu|top\s+\d+)\s+(?:(?:của|ở|trong|tại)\s+)?|(?:với|hơn|của|bình\s+quân|trung\s+bình|mức|mặt\s+bằng|chung)\s+){_AREA}")
_THERE = re_pattern(rf"\b(?:ở|tại|khắp|trên|trong)\s+{_AREA}")
_COUNTRY = regex_pattern(
    rf"(?<!\b(?:làm việc|lao động|học tập|du học|sinh sống|học|sống)\s)\b(?:[Tt]ại|[Ởở])\s+(?P<name>{one_of(COUNTRIES)})(?![\p{{L}}\p{{M}}])(?!\s\p{{Lu}})"
)
_PERSON = regex_pattern(r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m)\s(?P<name>\p{Lu}[\p{L}\p{M}]*+(?:\s\p{Lu}[\p{L}\p{M}]*+){0,4}+)")


OFFICES = frozenset(("nation office", "province office"))  # standings of units that only an office stands for
COUNTRY_WORDS = frozenset(("nation where", "nation named", "nation compared", "country"))


class Told(NamedTuple):
    """A unit that a sentence speaks of: by its name, by its level, by a village in it, by who lives there."""

    unit: Unit
    start: int
    end: int
    standing: str  # how it stands there
    outer: bool = False  # it only says where the one before lies
    village: bool = False
    group: int | None = None
    listed: bool = False  # it stands for a list of units that lie in it
    member: bool = False  # of such a list


class LevelWord(NamedTuple):
    """A level without a name: where, which, and whether a whole, itself, or several are spoken of."""

    start: int
    level: str
    manner: str


class Spoken(Struct, frozen=True):
    """What a sentence says of places, and what holds when it opens."""

    told: tuple[Told, ...] = ()
    levels: tuple[LevelWord, ...] = ()
    carried: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by unit, the evidence of the sentences before


class Whereabouts(Struct, frozen=True):
    """What an article says of places: its units, what speaks for each as the article's own, and its sentences."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    leading: tuple[str, ...] = ()  # those that may be the article's own
    spoken: tuple[Spoken, ...] = ()
    chains: Chains = field(default_factory=lambda: Chains(Scene(None, None, None)))
    villages: Mapping[str, Unit] = field(default_factory=dict)  # by name, the communes of villages


def level_words(text: str, low: str) -> list[LevelWord]:
    """Where a text speaks of units by their level alone: huyện đã, toàn xã, các thôn."""
    found = []
    for match in SELF.finditer(low):
        start, end = match.span()
        if _is_named(text, end):
            continue
        if _AFTER_LEVEL.search(low, max(0, start - _LONGEST_BEFORE), start):
            found.append(LevelWord(start, _level(match), "several"))  # các xã, thị trấn
        elif _BEFORE_SELF.search(low, max(0, start - _LONGEST_BEFORE), start):
            found.append(LevelWord(start, _level(match), "self"))
    taken = {one.start for one in found}
    for match in WHOLE.finditer(low):
        at = match.start("level")
        found = [one for one in found if one.start != at]
        found.append(LevelWord(at, _level(match), "whole"))
        taken.add(at)
    for match in _PLURAL.finditer(low):
        if match.start("level") not in taken:
            found.append(LevelWord(match.start("level"), _level(match), "several"))
    return sorted(found)


def _is_named(text: str, end: int) -> bool:
    return text[end : end + 1].isspace() and text[end:].lstrip()[:1].isupper()


def _level(match: re.Match[str]) -> str:
    return " ".join(match["level"].split())


def country_words(low: str) -> Iterator[tuple[int, int, str]]:
    """Where a text speaks of the nation or a part of it that no unit is, and how."""
    for match in _WHOLE_COUNTRY.finditer(low):
        start = match.start()
        if _OF_ALL.match(low, max(0, start - len("của ")), len(low)):
            standing = "nation where"
        elif _COMPARED.search(low, max(0, start - _BEFORE_COUNTRY), start):
            standing = "nation compared"
        elif _THERE.search(low, max(0, start - _BEFORE_COUNTRY), start):
            standing = "nation where"
        else:
            standing = "nation named"
        yield start, match.end(), standing


def countries(text: str) -> Iterator[tuple[int, int, str]]:
    """The countries in which a text says that something is."""
    for match in _COUNTRY.finditer(text):
        yield *match.span("name"), match["name"]


_OFFICES = regex_pattern(r"(?<province>\bSở\s\p{Lu}|\b[Ss]ở, (?:ban, )?ngành)|(?<nation>\bBộ (?:trưởng|\p{Lu})|\bThủ tướng|\bChính phủ|\bQuốc hội|\bTrung ương|\bTổng cục|\bThứ trưởng)")


def offices(text: str) -> Iterator[tuple[int, int, str]]:
    """The offices of the nation and of a province that a text names without their unit."""
    for match in _OFFICES.finditer(text):
        yield *match.span(), "nation" if match["nation"] else "province"


_THING = regex_pattern(r"(?P<name>\p{Lu}[\p{L}\p{M}]*+(?:\s\p{Lu}[\p{L}\p{M}]*+){1,4}+)\s?\($")


def thing_before(text: str, start: int) -> str | None:
    """What has its place told in brackets behind its name: chùa Phật Quang (xã Tân Hải)."""
    match = _THING.search(text, max(0, start - _LONGEST_NAME), start)
    return match["name"] if match else None


_LONGEST_NAME = 40


def persons(text: str) -> Iterator[tuple[int, int, str]]:
    """The people whom a text names, by the last syllable of their names."""
    for match in _PERSON.finditer(text):
        yield *match.span(), match["name"].split()[-1]
