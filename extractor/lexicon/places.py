"""Place mentions in running text: level word and name, lists of names, and provinces called by their bare name."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from extractor.lexicon.gazetteer import (
    DISTRICT,
    HAMLETS,
    LEVEL_WORDS,
    LEVELS,
    NUMBERED,
    SHORT_LEVELS,
    Successor,
    Unit,
    key_of,
    known_keys,
    province_keys,
    province_named,
    provinces,
    rank_keys,
    resolve,
    split_level,
    today,
    units,
)

__all__ = (
    "PLACE_MENTION", "Mention", "Successor", "Unit", "find_bare", "find_places", "province_named", "provinces",
    "resolve", "today", "units",
)  # fmt: skip


def _words(text: str) -> frozenset[str]:
    "The words of the text, as a table."
    return frozenset(text.split())


NOT_AFTER: Mapping[str, tuple[str, ...]] = {  # syllables that make another word with the level word
    "xã": ("tác",),  # hợp tác xã
    "thôn": ("nông", "hương"),  # phát triển nông thôn Đồng Nai
    "bản": ("văn", "cơ", "kịch", "biên", "nguyên", "tư", "xuất", "phiên", "ấn", "căn", "nhật", "bài", "sao", "ký"),
    "buôn": ("bán",),
    "ấp": ("ấm",),
}
COUNT_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
MANY = ("các", "những", "nhiều", "mấy", "liên", "giữa", "số")  # một số xã
FAMILY_NAMES = _words(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Lương Đào Mai Trịnh "
    "Tô Vương Lò Giàng Thào Vàng Sùng Quàng Cầm Triệu Lục Nông Ksor Siu Rơ"
)
RARER_NAMES = _words("Cao Chu Châu Hà Kiều Kim Lâm Mạc Phùng Quách Tạ Thái Thân Tống Từ Văn Đàm Y H")
ENDINGS = _words("Nam Bắc Đông Tây Trung Thượng Hạ Nội Ngoại A B C I II III")  # xã Hưng Yên Nam
ORDINARY = _words(  # begin a phrase, not a name: làng Văn hóa, xã Anh hùng, bản Hiến pháp
    "Văn Nông Du Đại Hiến Tuyên Di Hội Mặt Ủy Uỷ Công Đảng Đoàn Anh Việt Nghị Nhà Ban Phó Chủ Bí Trưởng UBND HĐND "
    "MTTQ NTM OCOP SOS ATK"
)
OPENERS = _words(  # words that begin a sentence before a place: Tại Yên Bái
    "Tại Ở Từ Đến Với Riêng Theo Về Và Còn Do Vì Khi Như Hiện Toàn Của Cho Trong Ngoài Qua Sau Trước Giữa Dân Người "
    "Vùng Đất Cả Nếu Nhưng Cùng Rời"
)
NOT_A_PLACE_AFTER = _words(  # what a bare name after these names: a person, a river, a firm
    "ông bà anh chị em cô chú bác cụ cháu thầy bé dì cậu họ tên sông suối cầu hồ núi mũi vịnh điện ty đoàn giống "
    "hiệu chùa hãng"
)
ROUTES = ("cao tốc", "đường sắt", "tuyến", "tuyến đường", "xe khách", "đường bay")  # cao tốc Cần Thơ - Cà Mau
KINDS = ("biên giới", "vùng cao", "vùng sâu", "miền núi", "ven biển", "bãi ngang", "cù lao", "đảo", "anh hùng", "nghèo")
COUNTED = (  # what follows a number that counts: mỗi thôn 5 hộ
    "% ‰ triệu tỷ tỉ nghìn ngàn vạn trăm đồng hộ người km ha m m2 m² tấn tạ kg con căn nhà mô lần ngày tháng năm cái "
    "chiếc công đội tổ điểm lớp bộ suất phần học đại thành cán đảng máy giờ cây xe em cháu"
)


def _one_of(words: Collection[str]) -> str:
    "Any of the words, longest first, with any blanks between their syllables."
    forms = (regex.escape(word, literal_spaces=True) for word in sorted(words, key=len, reverse=True))
    return "(?:" + "|".join(form.replace(" ", BLANK) for form in forms) + ")"


BLANK = r"[^\S\n]{1,3}"
CAPITAL = r"\p{Lu}\p{M}*+"
# R’lấp, H'leo
SYLLABLE = rf"{CAPITAL}(?:\p{{Ll}}[\p{{Ll}}\p{{M}}]*+|(?:{CAPITAL}(?!\p{{Ll}}))*+)(?:['’‘`][\p{{L}}\p{{M}}]++)*+"
RUN = rf"{SYLLABLE}(?:(?:{BLANK})?{SYLLABLE}){{0,9}}+"  # also YênBái
NUMBER = (
    rf"\d{{1,2}}(?![\d%‰])(?![.,/]\d)(?!\s*+(?:{'|'.join(map(regex.escape, COUNTED.split()))})(?![\p{{L}}\p{{M}}]))"
)
FULL_WORD = rf"(?i:{_one_of(LEVEL_WORDS)})"
FULL_WORDS = rf"{FULL_WORD}(?:\s?[,/]\s?{FULL_WORD}){{0,2}}"  # các xã, thị trấn: …
# các xã: …, xã trong huyện như …
LEAD = rf"(?:{BLANK}\p{{Ll}}++){{0,3}}+\s?[:(]\s?|(?:{BLANK}\p{{Ll}}++){{0,3}}{BLANK}(?:như|gồm|là){BLANK}"
SHORT_WORD = rf"{_one_of(SHORT_LEVELS)}"
LEVEL = rf"""(?<![\p{{L}}\p{{M}}\d.])(?:
      (?P<level>{FULL_WORDS})(?P<lead>{LEAD}|{BLANK}(?:{_one_of(KINDS)}{BLANK})?)  # các xã: …, xã biên giới Bum Tở
    | (?P<short>{SHORT_WORD})(?:(?<=\.)\s?|\.\s?|{BLANK}|(?=HCM|HN))  # TP. Vinh, Q.1, TPHCM
    )"""
PLACE_MENTION = rf"(?x:{LEVEL}(?P<name>{RUN}|{NUMBER}))"

FIND_LEVEL = regex.compile(PLACE_MENTION)
READ_RUN = regex.compile(rf"(?<![\p{{L}}\p{{M}}\d]){RUN}")
READ_SYLLABLE = regex.compile(SYLLABLE)
READ_NUMBER = regex.compile(NUMBER)
READ_MORE = regex.compile(rf"(?P<comma>\s?[,;]{BLANK})(?P<last>và{BLANK})?|{BLANK}(?P<last>và|với|cùng){BLANK}")
ROUTE = regex.compile(rf"(?i:{_one_of(ROUTES)}){BLANK}$")
READ_DASH = regex.compile(r"[^\S\n]?[-–][^\S\n]?")
READ_ITEM_NUMBER = regex.compile(rf"{NUMBER}(?=\s*(?:[,.;:)\n]|$|{BLANK}(?:và|thuộc|của)\b))")
READ_SERIAL = regex.compile(rf"{BLANK}{NUMBER}(?=\s*(?:[,.;:()\n]|$|{BLANK}(?:và|thuộc|xã|có|là|đã)\b))")  # Đoàn Kết 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that the text names.

    `level` is None where the text gives a bare name that is no province's; `known` says that the tables have such a
    unit; mentions of one list (các xã Xuân Lai và Đại Minh) share a `group`.
    """

    start: int
    end: int
    text: str
    level: str | None
    name: str
    known: bool
    bare: bool = False
    group: int | None = None

    @property
    def full_name(self) -> str:
        "Level and name as a record writes them: xã Đại Minh."
        return f"{self.level} {self.name}" if self.level else self.name


@dataclass(frozen=True, slots=True)
class _Name:
    "A name read at some place of the text."

    start: int
    end: int
    text: str
    level: str
    known: bool


def _words_before(text: str, position: int, after: int = 0) -> list[str]:
    "The last words before that place on the same line, and after the other."
    return text[max(after, position - 30) : position].rpartition("\n")[2].split()


def _longest_known(text: str, spans: list[tuple[int, int]], level: str) -> int:
    "How many of the syllables make the longest name of that level; 0 for none."
    keys = rank_keys(level)
    for count in range(min(len(spans), 6), 0, -1):
        if key_of(text[spans[0][0] : spans[count - 1][1]]) in keys:
            return count
    return 0


def _joined_end(text: str, start: int, end: int, level: str) -> int | None:
    "Where a known name ends that goes on behind a dash or with a number: Bà Rịa - Vũng Tàu, Sơn Kim 2."
    dash = READ_DASH.match(text, end)
    reader = READ_SYLLABLE if dash else READ_SERIAL
    stop, best = (dash.end() if dash else end), None
    for _ in range(3):
        part = reader.match(text, stop)
        if part is None:
            break
        if key_of(text[start : part.end()]) in rank_keys(level):
            best = part.end()
        stop = part.end() + 1
    return best


def _before_person(text: str, spans: list[tuple[int, int]], first: int) -> int:
    "How many syllables stand before a person's name: Phước Bình Nguyễn Văn An → 2."
    for index in range(first, len(spans) - 1):
        if text[slice(*spans[index])].capitalize() in FAMILY_NAMES:
            return index
    return len(spans)


def _unknown_end(text: str, spans: list[tuple[int, int]], level: str) -> int | None:
    "Where a name ends that the tables lack: at a person's name, after four syllables at most; None for no name."
    count = min(_before_person(text, spans, 2), 4)
    end = spans[count - 1][1]
    first, name = text[slice(*spans[0])], text[spans[0][0] : end]
    single = count == 1 and regex.match(rf"{BLANK}\p{{Ll}}", text, pos=end) is not None
    if first in ORDINARY and (single or first.isupper()):
        return None
    if (name.isupper() and len(name) > 4) or (single and level not in HAMLETS):
        return None
    if first.capitalize() in (FAMILY_NAMES | RARER_NAMES) and count > (1 if DISTRICT in LEVELS.get(level, ()) else 2):
        return None  # Chủ tịch UBND huyện Phan Thành Đông
    serial = READ_SERIAL.match(text, end) if level in HAMLETS else None
    return serial.end() if serial else end


def _read_number_name(text: str, start: int, levels: list[str], *, item: bool) -> _Name | None:
    "A name that is or begins with a number: quận 12, phường 1 Bảo Lộc."
    level = next((level for level in levels if level in NUMBERED), None)
    number = (READ_ITEM_NUMBER if item else READ_NUMBER).match(text, start)
    if level is None or number is None:
        return None
    end = number.end()
    run = regex.match(rf"{BLANK}{RUN}", text, pos=end)
    if run and key_of(text[start : run.end()]) in rank_keys(level):
        end = run.end()
    name = text[start:end]
    return _Name(start, end, name, level, key_of(name) in rank_keys(level))


def _read_name(text: str, start: int, levels: list[str], *, item: bool = False) -> _Name | None:
    "The name that begins there: the longest that the tables know at one of the levels, else the run of capitals."
    run = READ_RUN.match(text, start)
    if run is None:
        return _read_number_name(text, start, levels, item=item)
    spans = [part.span() for part in READ_SYLLABLE.finditer(text, start, run.end())]
    for level in levels:
        joined = _joined_end(text, start, run.end(), level)
        if joined:
            return _Name(start, joined, text[start:joined], level, True)
    count, level = max(((_longest_known(text, spans, level), level) for level in levels), key=lambda found: found[0])
    left = len(spans) - count
    if count and left and count < _before_person(text, spans, 1):
        commune = max(LEVELS[level]) > 2
        if count == 1 or (left == 1 and (commune or text[slice(*spans[-1])] in ENDINGS)):
            count = 0  # xã Hưng Yên Nam: not the known Hưng Yên
    if count:
        end = spans[count - 1][1]
        return _Name(start, end, text[start:end], level, True)
    unknown = _unknown_end(text, spans, levels[0])
    return None if unknown is None else _Name(start, unknown, text[start:unknown], levels[0], False)


def _how_many(words: list[str]) -> int:
    "How many names the words before a level word announce: hai → 2, các → no limit, none → 1."
    last = words[-1].lower() if words else ""
    number = last.rpartition("/")[2]
    if number.isdecimal():
        return int(number)
    return 99 if last in MANY else COUNT_WORDS.get(last, 1)


def _with_more(text: str, first: _Name, levels: list[str], limit: int) -> list[_Name]:
    "The name and those that follow in a list; where none is announced, only a known one after và or a dash."
    names, last = [first], False
    while not last and len(names) < max(limit, 2):
        end = names[-1].end
        more, dash = READ_MORE.match(text, end), READ_DASH.match(text, end)
        link = more or dash
        name = _read_name(text, link.end(), levels, item=True) if link else None
        if name is None:
            break
        last = more is not None and more["last"] is not None
        announced = limit > 1 and more is not None
        is_unit = key_of(name.text) in known_keys(name.level)
        if not is_unit and key_of(name.text) in province_keys():
            break  # các xã Cò Nòi, Hát Lót, Sơn La: the province
        if not name.known:
            vague = " " not in name.text and not name.text.isdecimal() and name.level not in HAMLETS
            if not announced or vague:
                break
        elif not announced and not (is_unit and (dash or (more and more["last"] == "và"))):
            break
        names.append(name)
    return names


def _read_head(text: str, match: regex.Match[str], after: int) -> list[_Name]:
    "The names behind a level word; none where the level word is part of another word or only counts."
    words = _words_before(text, match.start(), after)
    before = words[-1].lower() if words else ""
    start = match.start("name")
    if match["short"]:
        levels = [SHORT_LEVELS[match["short"]]]
        name = _read_name(text, start, levels)
        return [name] if name and (name.known or name.text.isdecimal()) else []
    said = [" ".join(part.lower().split()) for part in regex.split(r"[,/]", match["level"])]
    levels = [LEVEL_WORDS[word] for word in said]
    limit = _how_many(words)
    is_list = match["lead"].strip() not in ("", *KINDS)
    if before in NOT_AFTER.get(said[0], ()) or (limit == 1 and is_list):
        return []
    if text[start].isdecimal() and (before in ("mỗi", "từng", "một") or limit not in (1, 99)):
        return []  # mỗi thôn 5 …
    if limit == 1:
        levels.reverse()  # huyện, thành phố Vinh
    if any(key_of(match[0]) in rank_keys(city) for city in ("thành phố", "thị xã")):
        return []  # Buôn Ma Thuột
    name = _read_name(text, start, levels)
    return _with_more(text, name, levels, limit) if name else []


def _written(name: str, level: str) -> str:
    "The name as a record writes it: aliases of provinces in full, capitals as the tables have them."
    if level in ("tỉnh", "thành phố") and (province := province_named(name)) and province.level == level:
        return province.name  # HCM, YênBái, ĐẮK NÔNG
    same = units(name) if name.isupper() else ()
    return same[0].name if same else name


@lru_cache(maxsize=8)
def _with_level(text: str) -> tuple[Mention, ...]:
    "The places that the text names with their level, one by one or in lists."
    found: list[Mention] = []
    position = group = 0
    while match := FIND_LEVEL.search(text, position):
        names = _read_head(text, match, found[-1].end if found else 0)  # khu phố 3 phường 5
        position = names[-1].end if names else match.start("name")
        group += len(names) > 1
        for index, name in enumerate(names):
            start = name.start if index else match.start()
            shared = group if len(names) > 1 else None
            written = _written(name.text, name.level)
            found.append(
                Mention(start, name.end, text[start : name.end], name.level, written, name.known, group=shared)
            )
    return tuple(found)


def _bare_span(text: str, run: regex.Match[str], is_name: Callable[[str], bool]) -> tuple[int, int] | None:
    "Where the run of capitals holds a bare name, less what may stand around it: UBND Yên Bái, Tại Huế."
    spans = [part.span() for part in READ_SYLLABLE.finditer(text, *run.span())]
    if is_name(run[0]):
        return run.start(), run.end()
    if run[0].isupper():
        return None
    first, last = 0, _before_person(text, spans, 1)
    while first < last and (
        (word := text[slice(*spans[first])]) in OPENERS or (word.isupper() and len(word) > 1 and not is_name(word))
    ):
        first += 1
    if first == last:
        return None
    start, end = spans[first][0], spans[last - 1][1]
    return (start, end) if is_name(text[start:end]) else None


@lru_cache(maxsize=64)
def _first_syllables(names: frozenset[str]) -> frozenset[str]:
    "The syllables that names of those keys begin with: runs of capitals without one need no second look."
    return frozenset(name.split()[0] for name in names if name)


def _bare_names(text: str, names: Collection[str]) -> Iterator[tuple[int, int]]:
    "Where names of those keys stand alone, outside of places with a level, people's names and firms."
    taken = iter((*((mention.start, mention.end) for mention in _with_level(text)), (len(text), len(text))))
    taken_start, taken_end = next(taken)
    position = route_end = 0

    def is_name(name: str) -> bool:
        return key_of(name) in names

    firsts = _first_syllables(frozenset(names))
    while run := READ_RUN.search(text, position):
        position = run.end()
        if firsts.isdisjoint(key_of(run[0]).split()):
            continue
        while taken_end <= run.start() and taken_end < len(text):
            taken_start, taken_end = next(taken)
        if taken_start < run.end() and run.start() < taken_end:
            position = max(taken_end, run.start() + 1)
            continue
        dash = READ_DASH.match(text, run.end())
        words = _words_before(text, run.start())
        if ROUTE.search(text, max(0, run.start() - 12), run.start()) or (
            route_end and READ_DASH.fullmatch(text, route_end, run.start())
        ):
            route_end = run.end()
            continue
        other = READ_RUN.match(text, dash.end()) if dash else None
        if other and is_name(text[run.start() : other.end()]):
            span: tuple[int, int] | None = (run.start(), other.end())
            position = other.end()
        else:
            span = _bare_span(text, run, is_name)
        if span and not (span[0] == run.start() and words and words[-1].lower() in NOT_A_PLACE_AFTER):
            yield span


def find_bare(text: str, names: Collection[str]) -> tuple[Mention, ...]:
    "The places of those names (huyện Yên Bình, or Yên Bình) where the text calls them without their level."
    levels = {key_of(name): level for level, name in map(split_level, names)}
    return tuple(
        Mention(start, end, text[start:end], level, text[start:end], known=level is not None, bare=True)
        for start, end in _bare_names(text, levels)
        for level in (levels[key_of(text[start:end])],)
    )


@lru_cache(maxsize=1)
def _bare_provinces() -> Mapping[str, Unit]:
    "Provinces by the key of a bare name; Hồ Chí Minh and Sài Gòn alone are mostly the person and the river."
    spoken = {key_of("Hồ Chí Minh"), key_of("Sài Gòn")}
    return {key: found[0] for key, found in province_keys().items() if key not in spoken}


def find_places(text: str) -> tuple[Mention, ...]:
    "The places that the text names, in order: with their level, in lists, and provinces by their bare name."
    found = _bare_provinces()
    bare = (
        Mention(start, end, text[start:end], unit.level, unit.name, known=True, bare=True)
        for start, end in _bare_names(text, found)
        for unit in (found[key_of(text[start:end])],)
    )
    return tuple(sorted((*_with_level(text), *bare), key=lambda mention: mention.start))
