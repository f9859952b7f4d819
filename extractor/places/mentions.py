"""Place mentions in running text: level word and name, lists of names, and provinces called by their bare name."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache
from itertools import zip_longest
from unicodedata import is_normalized

import regex
from msgspec import Struct
from msgspec.structs import replace

from extractor.language.patterns import lowered
from extractor.lexicon.levels import COMMUNE, DISTRICT, HAMLETS, LEVEL_WORDS, LEVELS, SHORT_LEVELS
from extractor.places.former import Named, find_former
from extractor.places.gazetteer import (
    AdminUnit,
    in_district,
    key_of,
    known_keys,
    province_keys,
    province_named,
    rank_keys,
    split_level,
    units,
)
from extractor.places.names import Name, before_person, read_name, words_before
from extractor.places.patterns import (
    BEFORE_HOLDER,
    CAPITALISED,
    COUNT_WORDS,
    FIND_LEVEL,
    HOLDER_NEXT,
    KINDS_ONLY,
    LETTERS,
    LIST_LINK,
    LISTED_BEFORE,
    LONGEST_KEPT,
    MANY,
    MAYBE_LEAD,
    MAYBE_LEVEL,
    NOT_A_PLACE_AFTER,
    NOT_AFTER,
    ODD_LETTERS,
    OPENERS,
    READ_DASH,
    READ_MORE,
    READ_RUN,
    READ_SYLLABLE,
    REGION_NAMES,
    ROUTE,
    WHERE_NAME,
)


class Mention(Struct, frozen=True):
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
    former: bool = False  # named as what another unit was before: huyện Tân Kỳ cũ

    @property
    def full_name(self) -> str:
        "Level and name as a record writes them: xã Đại Minh."
        return f"{self.level} {self.name}" if self.level else self.name


def _how_many(words: list[str]) -> int:
    "How many names the words before a level word announce: hai → 2, các → no limit, none → 1."
    last = words[-1].lower() if words else ""
    number = last.rpartition("/")[2]
    if number.isdecimal():
        return int(number)
    return 99 if last in MANY else COUNT_WORDS.get(last, 1)


def _with_more(text: str, first: Name, levels: list[str], limit: int) -> list[Name]:
    "The name and those that follow in a list; where none is announced, only a known one after và or a dash."
    names, last = [first], False
    while not last and len(names) < max(limit, 2):
        end = names[-1].end
        more, dash = READ_MORE.match(text, end), READ_DASH.match(text, end)
        link = more or dash
        name = read_name(text, link.end(), levels, item=True) if link else None
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


def _read_head(text: str, match: regex.Match[str], after: int) -> list[Name]:
    "The names behind a level word; none where the level word is part of another word or only counts."
    words = words_before(text, match.start(), after)
    before = words[-1].lower() if words else ""
    start = match.start("name")
    if match["short"]:
        levels = [SHORT_LEVELS[match["short"]]]
        name = read_name(text, start, levels)
        return [name] if name and (name.known or name.text.isdecimal()) else []
    said = [" ".join(part.lower().split()) for part in match["level"].replace("/", ",").split(",")]
    levels = [LEVEL_WORDS[word] for word in said]
    limit = _how_many(words)
    is_list = match["lead"].strip() != "" and not KINDS_ONLY.fullmatch(match["lead"])
    if before in NOT_AFTER.get(said[0], ()) or (limit == 1 and is_list):
        return []
    if text[start].isdecimal() and (before in ("mỗi", "từng", "một") or limit not in (1, 99)):
        return []  # mỗi thôn 5 …
    if limit == 1:
        levels.reverse()  # huyện, thành phố Vinh
    if any(key_of(match[0]) in rank_keys(city) for city in ("thành phố", "thị xã")):
        return []  # Buôn Ma Thuột
    name = read_name(text, start, levels)
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
    low = f"\n{lowered(text)}"  # so that before a word there is always something
    while maybe := MAYBE_LEVEL.search(low, position):
        start, end = maybe.start(), maybe.end()  # the word's start in the text, and its end in `low`
        position = start + 1  # đặc khu phố Huế
        if (
            maybe.lastgroup == "full"
            and text[end : end + 1].islower()
            and text[start + 1 : end - 1].islower()
            and not MAYBE_LEAD.match(low, end)
        ):
            continue
        match = FIND_LEVEL.match(text, start)
        if match is None:
            continue
        if maybe.lastgroup == "full" and low.startswith("tỉnh", start + 1) and match["name"] in REGION_NAMES:
            position = match.end()
            continue
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
    first, last = 0, before_person(text, spans, 1)
    while first < last and (
        (word := text[slice(*spans[first])]) in OPENERS or (word.isupper() and len(word) > 1 and not is_name(word))
    ):
        first += 1
    if first == last:
        return None
    start, end = spans[first][0], spans[last - 1][1]
    return (start, end) if is_name(text[start:end]) else None


def _capitalised(text: str) -> list[tuple[int, int]]:
    "Where words with capitals may name a province: the others need no second look."
    spans = []
    for found in CAPITALISED.finditer(text):
        words = found[0]
        holds = len(words) > LONGEST_KEPT or _province_in(words)
        if holds is False:
            continue
        if holds or "-" in words or "–" in words or text[found.end() + 1 : found.end() + 2] in DASHED:
            spans.append(found.span())
    return spans


DASHED = ("-", "–")


@lru_cache(maxsize=20_000)
def _province_in(words: str) -> bool | None:
    "Whether the words may hold the name of a province; None where they hold no more than a syllable that one begins with."
    if not is_normalized("NFC", words) or ODD_LETTERS.search(words):
        return True
    keys = [key_of(word) for word in LETTERS.findall(words)]
    begun = False
    for place, key in enumerate(keys):
        for name in _provinces_by_syllable().get(key, ()):
            begun = True
            if keys[place : place + len(name)] == name:
                return True
    return None if begun else False


@cache
def _provinces_by_syllable() -> Mapping[str, list[list[str]]]:
    "The syllables of the provinces' names by the first of them."
    found: dict[str, list[list[str]]] = {}
    for key in _bare_provinces():
        syllables = key.split()
        found.setdefault(syllables[0], []).append(syllables)
    return found


def _bare_names(
    text: str, names: Collection[str], firsts: Set[str], within: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    "Where names of those keys stand alone, outside of places with a level, people's names and firms."
    taken = iter((*((mention.start, mention.end) for mention in _with_level(text)), (len(text), len(text))))
    taken_start, taken_end = next(taken)
    position = route_end = 0

    def is_name(name: str) -> bool:
        return key_of(name) in names

    for start, end in within:
        position = max(position, start)
        while run := READ_RUN.search(text, position, end):
            position = run.end()
            if firsts.isdisjoint(key_of(run[0]).split()):
                continue
            while taken_end <= run.start() and taken_end < len(text):
                taken_start, taken_end = next(taken)
            if taken_start < run.end() and run.start() < taken_end:
                position = max(taken_end, run.start() + 1)
                continue
            dash = READ_DASH.match(text, run.end())
            words = words_before(text, run.start())
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


def bare_names(text: str) -> tuple[str, ...]:
    "The runs of capitals of a text, each of which may be a name."
    return tuple(run[0] for run in READ_RUN.finditer(text))


def find_bare(text: str, names: Collection[str]) -> tuple[Mention, ...]:
    "The places of those names (huyện Yên Bình, or Yên Bình) where the text calls them without their level."
    levels = {key_of(name): level for level, name in map(split_level, names)}
    firsts = {key.split()[0] for key in levels if key}
    return tuple(
        Mention(start, end, text[start:end], level, text[start:end], known=level is not None, bare=True)
        for start, end in _bare_names(text, levels, firsts, ((0, len(text)),))
        for level in (levels[key_of(text[start:end])],)
    )


def find_districts(text: str, province: str) -> tuple[Mention, ...]:
    "The districts of a province that the text calls by their bare name where it says where: vải sớm tại Lục Ngạn."
    found = []
    for match in WHERE_NAME.finditer(text):
        held = {unit.full_name: unit for unit in units(match["name"], province=province) if unit.rank == DISTRICT}
        if len(held) == 1:
            unit = next(iter(held.values()))
            found.append(Mention(*match.span("name"), match["name"], unit.level, unit.name, known=True, bare=True))
    return tuple(found)


@lru_cache(maxsize=1)
def _bare_provinces() -> Mapping[str, AdminUnit]:
    "Provinces by the key of a bare name; Hồ Chí Minh and Sài Gòn alone are mostly the person and the river."
    spoken = {key_of("Hồ Chí Minh"), key_of("Sài Gòn")}
    return {key: found[0] for key, found in province_keys().items() if key not in spoken}


def find_places(text: str) -> tuple[Mention, ...]:
    "The places that the text names, in order: with their level, in lists, provinces by their bare name, and what they hold."
    found = _with_level(text)
    if spans := _capitalised(text):
        provinces = _bare_provinces()
        bare = [
            Mention(start, end, text[start:end], unit.level, unit.name, known=True, bare=True)
            for start, end in _bare_names(text, provinces, _provinces_by_syllable().keys(), spans)
            for unit in (provinces[key_of(text[start:end])],)
        ]
        found = tuple(sorted((*found, *_listed(text, bare)), key=lambda mention: mention.start))
    return _with_former(text, _with_held(text, found))


def _with_former(text: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    "The mentions, those of former units marked."
    named = [Named(m.start, m.end, m.group, max(LEVELS.get(m.level or "", (0,)))) for m in found]
    former = find_former(text, named) if named else {}
    return tuple(replace(m, end=former[at], text=text[m.start : former[at]], former=True) if at in former else m for at, m in enumerate(found)) if former else found


def _with_held(text: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    "The mentions with the units named bare right before the one that holds them: (Sa Pa, Lào Cai)."
    every: list[Mention] = []
    for outer in found:
        end = every[-1].end if every else 0
        if outer.known and end < outer.start and (inner := _held(text, outer, end)):
            every.append(inner)
        every.append(outer)
    return tuple(_as_commune(text, *pair) for pair in zip_longest(every, every[1:]))


def _as_commune(text: str, village: Mention, outer: Mention | None) -> Mention:
    "A làng as the commune of its name, where the district behind it has one: làng Đắc Sở (Hoài Đức, Hà Nội)."
    if village.level != "làng" or outer is None or not HOLDER_NEXT.fullmatch(text, village.end, outer.start):
        return village
    unit = _unit_in(village.name, outer)
    return replace(village, level=unit.level, name=unit.name, known=True) if unit and unit.rank == COMMUNE else village


def _held(text: str, outer: Mention, after: int) -> Mention | None:
    "The district of a province, or the commune of a district, that the text names bare right before it."
    if not (before := BEFORE_HOLDER.search(text, max(after, outer.start - LONGEST_HELD), outer.start)):
        return None
    run = READ_RUN.match(text, before.start())
    words = words_before(text, before.start())
    if (words and words[-1].lower() in NOT_A_PLACE_AFTER) or LISTED_BEFORE.search(text, after, before.start()):
        return None  # sông La Ngà (huyện Định Quán); Xuân Quan, Cửu Cao (huyện Văn Giang)
    span = run and _bare_span(text, run, lambda name: _unit_in(name, outer) is not None)
    unit = _unit_in(text[slice(*span)], outer) if span else None
    return Mention(*span, text[slice(*span)], unit.level, unit.name, known=True) if span and unit else None


LONGEST_HELD = 40  # characters of a name before what holds it


@lru_cache(maxsize=4096)
def _unit_in(name: str, outer: Mention) -> AdminUnit | None:
    "The one unit of that name that lies in the outer one, of the rank below it; names of provinces are mostly provinces."
    if key_of(name) in province_keys():
        return None
    if province_named(outer.full_name):
        found = {unit.full_name: unit for unit in units(name, province=outer.full_name) if unit.rank == DISTRICT}
    else:
        found = {unit.full_name: unit for unit in units(name) if in_district(unit, outer.full_name)}
    return next(iter(found.values())) if len(found) == 1 else None


def _listed(text: str, bare: list[Mention]) -> list[Mention]:
    "The mentions with those in one list under one group: ở Hòa Bình, Yên Bái và Sơn La."
    grouped = list(bare)
    for at in range(1, len(bare)):
        if LIST_LINK.fullmatch(text, bare[at - 1].end, bare[at].start):
            group = grouped[at - 1].group or -bare[at].start
            grouped[at - 1] = replace(grouped[at - 1], group=group)
            grouped[at] = replace(grouped[at], group=group)
    return grouped
