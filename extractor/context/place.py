"""Place: the smallest administrative unit that a figure is about; from its sentence, else the article's own."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from extractor.lexicon.countries import COUNTRIES
from extractor.lexicon.gazetteer import HAMLETS, LEVELS, split_level
from extractor.lexicon.places import Mention
from extractor.lexicon.placing import NATION, district_of, place_record
from extractor.patterns import lowered, one_of
from extractor.records import Place
from extractor.rules.areas import (
    COMMUNE_LEVELS,
    LEVEL_WORD,
    LEVELS_BY_LENGTH,
    LINK,
    WHERE,
    WHOLE,
    Scene,
    group_of,
    nested,
    rank_of,
    rank_of_level,
)
from extractor.rules.phrases import by_first
from extractor.shapes import Decided, Frame

_REGIONS = "tây nguyên|tây bắc|đông bắc|(?:đông |tây )?nam bộ|(?:nam |bắc )?trung bộ|bắc bộ|miền (?:trung|bắc|nam|tây)|đồng bằng sông (?:hồng|cửu long)|đbscl"
_NATION = regex.compile(
    r"(?<!\b(?:nhất|với|của|so với|lớn nhất|đứng đầu|bình quân|trung bình|mức|mặt bằng|hơn)\s)\b(?:(?:trên\s+)?cả\s+nước|toàn\s+quốc|khắp\s+cả\s+nước)\b|"
    r"\bcủa\s+cả\s+nước\s+(?:đạt|là|ở\s+mức|ở\s+dưới|còn|có|tăng|giảm|chiếm|ước|cũng)\b|"
    rf"(?<!nhất\s|đầu\s)\b(?:ở|tại|khắp|nhiều\s+tỉnh)\s+(?:các\s+tỉnh\s+|khu\s+vực\s+|vùng\s+)?(?:{_REGIONS})\b"
)
_MAY_TELL_OF_NATION = re.compile(rf"cả nước|toàn quốc|{_REGIONS}")
_SELF = re.compile(
    r"(?P<level>tỉnh|thành\s+phố|huyện|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)\b(?!\s+(?:\d|đoàn|ủy|hội|lộ|lị|lỵ|khác|viên|có\s+số|nào|,))(?!,)"
)
_BEFORE_SELF = re.compile(r"(?:^|[,;:(\-\"]|\b(?:toàn|địa bàn|khắp|nay|ubnd|hiện|đó|mttq|huyện ủy|của|trong|nhờ đó|hội|đoàn|ban|năm \d{4},))\s*$")
_BEFORE_SELF_ENDS = (*',;:(-"', "toàn", "bàn", "khắp", "nay", "ubnd", "hiện", "đó", "mttq", "ủy", "của", "trong", "hội", "đoàn", "ban")
_LONGEST_BEFORE = 30
_SEVERAL_ENDS = ("nhiều", "các", "những", "số", "mấy", "hết")
_WHERE_ENDS = ("ở", "tại", "bàn", "thuộc")
_EXAMPLE = re.compile(
    r"\b(?:tiêu\s+biểu|điển\s+hình|nhất\s+là|đặc\s+biệt\s+là|như(?=\s+(?:các|xã|huyện|ở|tại|thị|phường|thành)))\b[^.;\d]{0,60}$"
)
_SEVERAL = re.compile(r"\b(?:nhiều|các|những|một\s+số|mấy|hầu\s+hết|\d+)\s+$")  # nhiều xã Chương Mỹ: communes of
_BREAK = re.compile(r"[;:…]|\.\.\.")
_LIVES_ASIDE = re.compile(r"\([^()]*\b(?:trú|ngụ|quê|thường\s+trú|hộ\s+khẩu)\s*(?:tại|ở|:)?\s+[^()]*$")
_NO_PLACES = (
    "công ty", "tập đoàn", "doanh nghiệp", "bệnh viện", "trường đại học", "ngân hàng", "báo", "đài", "đoàn công tác", "cách", "so với", "từ", "đi", "sang", "đến từ",
    "nối", "nối với", "quê", "người", "giáp", "với", "lực lượng", "nhóm thiện nguyện",
)  # fmt: skip
_SEATED = regex.compile(r"\b(?:[Cc]ông ty|[Tt]ập đoàn|[Nn]hà máy|[Nn]gân hàng|CLB|[Cc]âu lạc bộ)\s+(?:(?:TNHH|cổ phần|CP|MTV|\p{Lu}[\p{L}\d]*)\s*){1,8},\s*$")
_NOT_WHERE = re.compile(rf"{by_first(_NO_PLACES)}\b(?!\s+dân\b(?!\s+quân))[^,;.:]{{0,40}}$")
_SEAT = re.compile(rf"{by_first(('đoàn từ thiện', 'nhóm thiện nguyện', 'nhóm từ thiện', 'câu lạc bộ', 'clb', 'công ty', 'tập đoàn', 'ngân hàng', 'hội từ thiện', 'quỹ', 'ban chỉ huy quân sự', 'bộ chỉ huy', 'đoàn y bác sĩ', 'nhà máy'))}\b[^,;.:()]{{0,45}}$")
_OFFICES = (
    "ubnd", "hđnd", "hội", "đoàn", "ban", "phòng", "công an", "mttq", "mặt trận", "quân sự", "lđlđ", "liên đoàn lao động", "sở", "chủ tịch", "bí thư", "lãnh đạo",
    "trung tâm", "ủy ban", "uỷ ban", "cơ quan", "biên phòng", "quỹ", "chi cục", "cục", "kho bạc", "tòa án", "viện kiểm sát", "đài", "nông thôn", "môi trường",
)  # fmt: skip
_OFFICE = re.compile(rf"{by_first(_OFFICES)}\b[^,;.:()]{{0,45}}$")
_MARK = re.compile(r"[,;.:]")
_CLAUSE = re.compile(r"[;!?]\s")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a sentence says of places: the mentions that tell where, and where it speaks of a unit without its name."""

    mentions: tuple[Mention, ...]
    telling: list[Mention]
    selves: list[tuple[int, str]]  # "huyện đã", "toàn xã": offset and level
    wholes: list[tuple[int, str]]  # "toàn huyện", "trên địa bàn tỉnh"
    nation: bool


def survey(text: str, low: str, mentions: tuple[Mention, ...], telling: list[Mention]) -> Ground:
    """What a sentence says of places, for all of its figures; `telling` are its mentions that say where."""
    named = LEVEL_WORD.search(low) is not None
    return Ground(
        mentions,
        _with_repeats(text, telling),
        _selves(text, low) if named else [],
        [(match.start(), _level(match)) for match in WHOLE.finditer(low)] if named else [],
        _MAY_TELL_OF_NATION.search(low) is not None and _tells_of_nation(low),
    )


def _tells_of_nation(low: str) -> bool:
    """Whether the whole country is where, not only where guests come from: 16 tỉnh thành trên cả nước."""
    match = _NATION.search(low)
    return match is not None and not _COME_FROM.search(low, max(0, match.start() - 50), match.start())


def _with_repeats(text: str, telling: list[Mention]) -> list[Mention]:
    """The mentions with those of listed units that the text calls again by name: ba xã A, B và C …: A 980 ha, B 540 ha."""
    if all(mention.group is None for mention in telling):
        return telling
    again = []
    for mention in telling:
        if mention.group is None:
            continue
        at = text.find(mention.name, telling[-1].end)
        if at > 0 and _FIGURE_NEXT.match(text, at + len(mention.name)):
            again.append(replace(mention, start=at, end=at + len(mention.name), text=mention.name, group=None))
    return sorted([*telling, *again], key=lambda mention: mention.start)


_IN_COUNTRY = regex.compile(
    rf"(?<!\b(?:làm việc|lao động|học tập|du học|sinh sống|học|sống)\s)\b(?:[Tt]ại|[Ởở])\s+(?P<name>{one_of(COUNTRIES)})(?![\p{{L}}\p{{M}}])(?!\s\p{{Lu}})[^\d;:]*(?:\d{{4}}[^\d;:]*)?$"
)
_COUNTED_OF = re.compile(r"\b\d[\d.]*\s+(?:[^\W\d]+\s+){1,3}$")
_COME_FROM = re.compile(r"\b(?:đến\s+)?từ\s+[^,;.]*(?:,\s*thành\s+phố[^,;.]*)?$")
_FIGURE_NEXT = re.compile(r"\s+(?:(?:có|đạt|là|với|chiếm|hơn|gần|trên|khoảng)\s+)*\d")


def _selves(text: str, low: str) -> list[tuple[int, str]]:
    """Where a text speaks of a unit without its name, and of what level: Trong đó, huyện đã …; toàn xã."""
    found = []
    for match in _SELF.finditer(low):
        start, end = match.span()
        before = low[:start].rstrip()
        if (before and not before.endswith(_BEFORE_SELF_ENDS)) or (
            text[end : end + 1].isspace() and text[end:].lstrip()[:1].isupper()
        ):
            continue
        if opening := _BEFORE_SELF.search(low, max(0, start - _LONGEST_BEFORE), start):
            found.append((opening.start(), _level(match)))
    return found


def _level(match: re.Match[str]) -> str:
    return " ".join(match["level"].split())


def decide(frame: Frame, ground: Ground, scene: Scene) -> Decided[Place | None]:
    """The place of a figure: the unit that its own words name, the whole that they speak of, or the article's.

    Units lie in a larger one: that of 63 tỉnh, thành is the nation, whatever province the article speaks of.
    """
    found = _told(frame, ground, scene)
    if (
        _ONE_OF.search(frame.low_head)
        and frame.quantity.unit.lower().startswith("địa phương")
        and scene.home
        and rank_of(scene.home) == 1
    ):
        return Decided(NATION, "place.holder")  # là một trong 16 địa phương thu trên 20.000 tỷ đồng
    level = _counted_level(frame)
    if level is None or found.value is None or frame.quantity.value == 1 or rank_of(found.value) < rank_of_level(level):
        return found
    holder = NATION if rank_of_level(level) == 1 else _home_of("tỉnh", scene) or _home_of("thành phố", scene)
    return Decided(holder, "place.holder") if holder and rank_of_level(level) < 3 else found


_ONE_OF = re.compile(r"\b(?:một|1|nằm)\s+trong\s+(?:số\s+)?$")


def _counted_level(frame: Frame) -> str | None:
    """The level of the units that a figure counts: 2 xã, 63 tỉnh, thành; None where it counts none."""
    unit = frame.quantity.unit.lower()
    return next(
        (level for level in LEVELS_BY_LENGTH if unit == level or unit.startswith((f"{level} ", f"{level},"))), None
    )


def _told(frame: Frame, ground: Ground, scene: Scene) -> Decided[Place | None]:
    """The place that the text tells for a figure."""
    start, mentions, units = frame.quantity.start, ground.mentions, ground.telling
    if not units and (country := _country(frame.head)):
        return Decided(country, "place.country")
    near = _road(frame, mentions) or (_own(frame, units) if units else None)
    whole = _last_whole(ground, start)
    unit = _spoken_of(whole, mentions, scene) if whole else None
    if near is not None and not (whole and unit and near[-1].end <= whole[0] < start and near[-1].level != whole[1]):
        return Decided(_record(near, mentions, scene, frame.sentence.text), "place.sentence")
    if unit:
        return Decided(unit, "place.whole")
    if ground.nation:
        return Decided(NATION, "place.nation")
    if later := _later(frame, units):
        return Decided(_record(later, mentions, scene, frame.sentence.text), "place.later")
    if scene.introduced:
        return Decided(scene.introduced, "place.introduced")
    return Decided(scene.home, "place.article" if scene.home else "place.none")


def _country(head: str) -> Place | None:
    """The country that the words before a figure are about: đặc biệt tại Philippines đã ghi nhận."""
    found = _IN_COUNTRY.search(head)
    if found is None:
        return None
    return NATION if found["name"] == NATION.name else Place(name=found["name"], level=NATION.level, province=None)


def _spoken_of(whole: tuple[int, str], mentions: Sequence[Mention], scene: Scene) -> Place | None:
    """The unit meant by a level without a name: the one of that level that the sentence or the article speaks of, else a larger one that it named last."""
    at, level = whole
    named = [mention for mention in mentions if mention.level == level and mention.end <= at]
    if named:
        return place_record(named[-1].name, level, when=scene.when, context=scene.context)
    larger = scene.home is None or rank_of_level(level) < rank_of(scene.home)
    return _home_of(level, scene) or (scene.named.get(level) if larger else None)


def _last_whole(ground: Ground, start: int) -> tuple[int, str] | None:
    """Where and of what level the text speaks of a whole unit before an offset, else anywhere."""
    found = [one for one in ground.selves if one[0] < start] or ground.wholes[:1]
    return found[-1] if found else None


def _own(frame: Frame, units: Sequence[Mention]) -> list[Mention] | None:
    """The mentions that place the figure: those right behind its noun, else the last before it."""
    text, start, end = frame.sentence.text, frame.quantity.start, frame.quantity.end
    limit = frame.following.start if frame.following else len(text)
    behind = [
        m
        for m in units
        if m.end > frame.quantity.unit_start
        and m.start >= start
        and m.start < limit
        and not _MARK.search(text, end, max(end, m.start))
    ]
    if behind and behind[0].start - end < NEAR_BEHIND:
        return _counted_units(frame, group_of(behind[0], units, text), units, text)
    before = [m for m in units if m.end <= start]
    if not before:
        return None
    clause = max((match.end() for match in _CLAUSE.finditer(frame.head)), default=0)
    inner = [m for m in before if m.start >= clause]
    return group_of((inner or before)[-1], units, text)


def _later(frame: Frame, units: Sequence[Mention]) -> list[Mention] | None:
    """The one place that the sentence names further on in the same clause, where it names none before."""
    text, end = frame.sentence.text, frame.quantity.end
    later = [m for m in units if m.start >= end]
    if not later or _BREAK.search(text, end, later[0].start) or (later[0].bare and "," in text[end : later[0].start]):
        return None
    group = group_of(later[0], units, text)
    others = [m for m in later if m not in group and rank_of(m) >= rank_of(group[0])]
    return None if others else _counted_units(frame, group, units, text)


def _counted_units(frame: Frame, found: list[Mention], units: Sequence[Mention], text: str) -> list[Mention] | None:
    """What places a figure that counts units itself: not one of those counted, but what they lie in."""
    level = frame.quantity.unit.split()[0].lower()
    counts_units = (
        level in LEVELS
        or level in HAMLETS
        or frame.quantity.unit.lower().startswith(("thị trấn", "thành phố", "thị xã"))
    )
    if not counts_units or len(found) > 1 or frame.quantity.value == 1 or rank_of(found[0]) < rank_of_level(level):
        return found
    larger = [m for m in units if m.start > found[0].end and rank_of(m) < rank_of_level(level)]
    return group_of(larger[0], units, text) if larger else None


_PERSON = regex.compile(r"(?:\b(?:ông|bà|anh|chị|em|cháu|cụ|chú|cô)\s+(?:\p{Lu}[\p{L}.]*\s*){1,4}|\p{Lu}\.)\s*$")


def find_telling(text: str, low: str, mentions: Sequence[Mention], scene: Scene) -> list[Mention]:
    """The mentions of a sentence (also in lower case) that say where: no firms, offices, examples, and no larger unit that only acts."""
    telling: list[Mention] = []
    offices: list[Mention] = []
    located = False
    bracketed = len(low)  # a unit in brackets goes before the offices behind it
    left: Mention | None = None  # a unit left out, with what holds it
    lists: set[int | None] = set()  # groups of which the first is where: ở Hòa Bình, Yên Bái
    for mention in mentions:
        start = mention.start
        if mention.level not in LEVELS and mention.level not in HAMLETS:
            continue
        if "(" in low and _LIVES_ASIDE.search(low, max(0, start - 40), start):
            left = mention
            continue  # (cả bốn cùng trú huyện Nam Giang)
        if left is not None and nested(left, mention, text):
            left = mention
            continue  # cách thị trấn Phú Túc, huyện Krông Pa 4 km
        window = max(0, start - 60)
        before = low[window:start].rstrip()
        if before.endswith(_WHERE_ENDS) and WHERE.search(low, window, start):
            located = True
            lists |= {mention.group} - {None}
        elif mention.group in lists:
            pass
        elif low[start - 1 : start] == "(":
            if _SEAT.search(low, window, start - 1) or _PERSON.search(text, max(0, start - 24), start - 1):
                continue  # Đoàn từ thiện “Nắng ấm” (TP. Hồ Chí Minh)
            if not (
                telling and LINK.fullmatch(low, telling[-1].end, start)
            ):  # … với Cụm công nghiệp Đồng Xanh (xã An Hòa)
                bracketed = min(bracketed, start)
        elif mention.bare and _SEATED.search(text, window, start):
            continue  # (đóng tại Công ty Đại Dương, Nam Định)
        elif (
            _NOT_WHERE.search(low, window, start)
            or _EXAMPLE.search(low, window, start)
            or (mention.group is None and _of_several(before, low, window, start))
        ):
            left = mention
            continue
        elif mention.bare and _COUNTED_OF.search(low, window, start):
            pass  # 1.100 học sinh Cà Mau
        elif mention.bare or _OFFICE.search(low, window, start):
            if scene.home and rank_of(mention) < rank_of(scene.home):
                continue
            offices.append(mention)
        telling.append(mention)
    return [mention for mention in telling if mention not in offices or not (located or mention.start > bracketed)]


def _of_several(before: str, low: str, window: int, start: int) -> bool:
    """Whether the words before a mention say that it is only what several units lie in: nhiều xã Chương Mỹ."""
    return (before.endswith(_SEVERAL_ENDS) or before[-1:].isdecimal()) and _SEVERAL.search(
        low, window, start
    ) is not None


NEAR_BEHIND = 60  # characters between a number and the place that its noun names


_SETS_OUT = re.compile(r"\btừ\s[^.;:]{0,60}$")
_GOES_TO = re.compile(r"[^.;:]{0,60}\s(?:đến|đi|tới)\s(?:(?!qua\b|đoạn\b|trong\b|riêng\b)[^.;:\d]){0,40}$")


def _stretch(last: Mention, mentions: Sequence[Mention], text: str) -> tuple[Mention, Mention] | None:
    """Where a road begins and ends that passes through the last of two units: từ huyện A (tỉnh B) đến xã C dài 40 km."""
    low = lowered(text)
    for first in mentions:
        if (
            first.level in LEVELS
            and first.end < last.start
            and _GOES_TO.fullmatch(low, first.end, last.start)
            and _SETS_OUT.search(low, max(0, first.start - 70), first.start)
        ):
            return first, last
    return None


def _road(frame: Frame, mentions: Sequence[Mention]) -> list[Mention] | None:
    """The end of a road that the words before a figure tell last: từ Quảng Ninh tới Kiên Giang dài 3.000 km."""
    before = [mention for mention in mentions if mention.end <= frame.quantity.start]
    return before[-1:] if before and _stretch(before[-1], before, frame.sentence.text) else None


def _common(places: Sequence[Place]) -> Place:
    """The unit that holds all: themselves where they are one, else their province, else the nation."""
    if len({place.name for place in places}) == 1:
        return places[0]
    provinces = {place.province for place in places}
    province = next(iter(provinces))
    if len(provinces) > 1 or province is None:
        return NATION
    level, name = split_level(province)
    return place_record(name, level, when=None, context=None)


def _record(found: list[Mention], mentions: Sequence[Mention], scene: Scene, text: str) -> Place | None:
    """The record of one unit; of several units of one level the unit that holds them all."""
    if len(found) > 1:
        return _holder(found, mentions, scene, text)
    mention = found[0]
    if ends := _stretch(mention, mentions, text):
        return _common([place_record(m.name, m.level, when=scene.when, context=scene.context) for m in ends])
    if mention.level in HAMLETS:
        return _commune(mention, mentions, scene)
    return place_record(mention.name, mention.level, when=scene.when, context=scene.context)


def _commune(hamlet: Mention, mentions: Sequence[Mention], scene: Scene) -> Place | None:
    """The commune of a village where the sentence names it, else the unit that the text speaks of."""
    communes = [m for m in mentions if m.level in COMMUNE_LEVELS]
    if not communes and hamlet.name in scene.villages:
        return scene.villages[hamlet.name]
    if communes:
        nearest = min(communes, key=lambda m: abs(m.start - hamlet.end))
        return place_record(nearest.name, nearest.level, when=scene.when, context=scene.context)
    return scene.introduced or scene.home


def _holder(found: list[Mention], mentions: Sequence[Mention], scene: Scene, text: str) -> Place | None:
    """The unit that holds several: the next larger one that the sentence names behind them or opens with, else the article's own."""
    rank = rank_of(found[0])
    if rank == 4:
        return _commune(found[-1], mentions, scene)
    if rank == 1:
        return NATION
    larger = [m for m in mentions if m.level in LEVELS and rank_of(m) < rank]
    behind = [m for m in larger if m.start >= found[-1].end]
    opening = [
        m for m in larger if WHERE.fullmatch(lowered(text), 0, m.start)
    ]  # Tại Đắk Lắk, 800 căn nhà ở huyện A và B
    if holders := behind or opening:
        return place_record(holders[0].name, holders[0].level, when=scene.when, context=scene.context)
    known = [unit for unit in (scene.introduced, scene.home) if unit is not None and rank_of(unit) < rank]
    if rank == 3 and not any(rank_of(unit) == 2 for unit in known):
        district = district_of(((m.name, m.level) for m in found), when=scene.when, context=scene.context)
        known = [district, *known] if district else known
    if known:
        return known[0]
    return _home_of("tỉnh", scene) or _home_of("thành phố", scene) or scene.home


def _home_of(level: str, scene: Scene) -> Place | None:
    """The article's own unit of that level: itself, or its province."""
    for unit in (scene.introduced, scene.home):
        if unit is not None and unit.level == level:
            return unit
    province = next((unit.province for unit in (scene.introduced, scene.home) if unit and unit.province), None)
    if province and province.startswith(f"{level} "):
        return place_record(province.removeprefix(f"{level} "), level, when=scene.when, context=None)
    return None
