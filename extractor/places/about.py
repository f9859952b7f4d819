"""The place that an article is about: from its title, its lead, its first paragraphs and the site that carries it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache
from unicodedata import normalize

import regex

from extractor.language.patterns import regex_pattern
from extractor.layout.boilerplate import Layout
from extractor.lexicon.levels import COMMUNE, COMMUNE_LEVELS, DISTRICT, LEVELS, PROVINCE
from extractor.model.records import Place
from extractor.places.areas import Holders, Scene, holders_told, place_in
from extractor.places.gazetteer import key_of, province_named, units
from extractor.places.mentions import Mention, bare_names, find_bare, find_places
from extractor.places.records import NATION, place_record
from extractor.places.sites import Site, site_of

IN_TITLE, IN_LEAD, IN_BODY, ON_SITE = 6, 4, 1, 1
AS_CONTEXT = 0.25  # the province behind a district: huyện Yên Bình, tỉnh Yên Bái
BODY_LENGTH = 2000  # what an article is about is said early
MOST_BODY = 4  # further mentions of one place add nothing
RANK_WEIGHT = {1: 0.8, 2: 1.3, 3: 1.0}
MANY = 3  # other units of a rank beside the first one
ALIKE = 0.6  # a second unit with so much of the first one's points is spoken of alike
Key = tuple[str, str]  # level and the name's key, the same for all spellings

NATIONAL_MARKS = 3  # names of the country's own offices in an article whose title and lead name no place
_NATIONAL = regex_pattern(r"\b(?:Thủ tướng|Chính phủ|Bộ trưởng|Bộ \p{Lu}|Quốc hội|cả nước|toàn quốc|\d+ tỉnh)\b")
_WITHIN = regex_pattern(r"[\s,(\-–]+(?:thuộc\s+|của\s+)?$")


def place_of(text: str, title: str | None, page: Layout, published: str | None, url: str | None = None) -> Place | None:
    """The administrative unit that the article is about, with its province; None where nothing says it.

    Where it speaks of several units alike, it is about what holds them all: their province, or the nation.
    """
    scores: Counter[Key] = Counter()
    spelled: dict[Key, str] = {}
    parts = [(weight, normalize("NFC", part)) for weight, part in _parts(text, title, page) if part]
    mentions = [(weight, part, find_places(part)) for weight, part in parts]
    held = holders_told((part, found) for _, part, found in mentions)
    site = site_of(url)
    for weight, part, found in mentions:
        _score(scores, spelled, part, found, weight)
    heading, in_title = (mentions[0][1], mentions[0][2]) if title else ("", ())
    named = _named_in_title(heading, in_title, spelled, scores)
    if _opens_with_provinces(heading, in_title):
        return NATION
    when = date.fromisoformat(published[:10]) if published else None
    context = _context(mentions) or (site.province.full_name if site else None)
    where = Scene(None, when, context, held=held)
    if context and all(_rank(*key) == 1 for key in named):
        named |= _districts_in_title(heading, text, spelled, context)
    for key, bare in named.items():
        scores[key] += IN_TITLE * bare
    _merge_aliases(scores)
    if not scores:
        return NATION if len(_NATIONAL.findall(text)) >= NATIONAL_MARKS else _place_of_portal(site, when)
    (best, points), *others = sorted(scores.items(), key=lambda pair: (pair[1] * _rank_weight(*pair[0]), pair[0]), reverse=True)
    if not (named or page.site or any(found for weight, _, found in mentions if weight in (IN_TITLE, IN_LEAD))) and len(_NATIONAL.findall(text)) >= NATIONAL_MARKS:
        return NATION
    if not (named or _opens_with(best, mentions)):
        if sum(_rank(*key) == PROVINCE for key in scores) > MANY:
            return NATION
        if _rank(*best) == COMMUNE:
            best, points, others = _without_communes(best, points, others)
    rivals = [key for key, _ in others if _rank(*key) == _rank(*best)]
    alike = [key for key in rivals if scores[key] >= ALIKE * points]
    if len(rivals) >= MANY and _rank(*best) == DISTRICT and not _opens_with(best, mentions):
        alike = rivals  # a report that goes through the districts of a province
    if alike and best not in named:
        return _holder([(key[0], spelled[key]) for key in (best, *alike)], where)
    return _record(spelled[best], best[0], where, site)


def _record(name: str, level: str, where: Scene, site: Site | None) -> Place:
    """The record of a unit by where the article says that it lies, else by the district or the province of its site."""
    said = Holders(site.district.full_name, site.province.full_name) if site and site.district and level in COMMUNE_LEVELS else Holders(None, None)
    return place_in(name, level, where, where.held.get(f"{level} {name}", said))


def _place_of_portal(site: Site | None, when: date | None) -> Place | None:
    """The unit whose portal an article that names none is on: toàn huyện, on lucngan.bacgiang.gov.vn."""
    if site is None or not site.official:
        return None
    unit = site.district or site.province
    return place_record(unit.name, unit.level, when=when, context=site.province.full_name)


def _without_communes(best: Key, points: int, others: list[tuple[Key, int]]) -> tuple[Key, int, list[tuple[Key, int]]]:
    """The best unit and the others, less the communes where there are several: one of them is only where a part takes place."""
    larger = [(key, score) for key, score in others if _rank(*key) != COMMUNE]
    if len(larger) == len(others) or not larger:
        return best, points, others
    return *larger[0], larger[1:]


def _opens_with_provinces(title: str, mentions: tuple[Mention, ...]) -> bool:
    """Whether several provinces are what the title goes on about: Phú Yên, Bình Định chìm trong biển nước."""
    listed = [m for m in mentions if m.group is not None and m.group == mentions[0].group and _rank(m.level or "", m.name) == PROVINCE]
    return len(listed) > 1 and not title[: listed[0].start].strip()


def _opens_with(unit: Key, mentions: list[tuple[float, str, tuple[Mention, ...]]]) -> bool:
    """Whether the title or the lead names the unit."""
    return any((m.level, key_of(m.name)) == unit for weight, _, found in mentions if weight in (IN_TITLE, IN_LEAD) for m in found)


def _named_in_title(title: str, mentions: tuple[Mention, ...], spelled: dict[Key, str], scores: Counter[Key]) -> dict[Key, bool]:
    """The units that the title names, and whether only by their bare name: Lục Yên có trên 400 mô hình."""
    found = {(m.level, key_of(m.name)): False for m in mentions if m.level in LEVELS and not m.former}
    names = {spelled[key]: key for key in sorted(spelled, key=lambda key: (scores[key], -_rank(*key)))}
    bare = {names[m.name]: True for m in find_bare(title, names) if m.name in names}
    return {key: only for key, only in (bare | found).items() if key in spelled}


def _districts_in_title(title: str, text: str, spelled: dict[Key, str], context: str) -> dict[Key, bool]:
    """The districts of the province that the title names bare and the text by their level alone: Hương Khê là huyện miền núi."""
    held = [unit for name in bare_names(title) for unit in units(name, province=context) if unit.rank == DISTRICT]
    whole = normalize("NFC", text) if held else ""
    told = [unit.full_name for unit in held if regex.search(rf"\b{unit.level}\b(?!\s+\p{{Lu}})", whole)]
    found: dict[Key, bool] = {}
    for mention in find_bare(title, told):
        key = (mention.level or "", key_of(mention.name))
        spelled.setdefault(key, mention.name)
        found[key] = True
    return found


def _merge_aliases(scores: Counter[Key]) -> None:
    """Gives the points of a short name to the longer one that ends with it: Huế to Thừa Thiên Huế."""
    for short in list(scores):
        longer = [key for key in scores if key[1].endswith(short[1]) and key[1] != short[1] and _rank(*key) == 1 == _rank(*short)]
        if longer:
            scores[longer[0]] += scores.pop(short)


def _holder(units: list[Key], where: Scene) -> Place | None:
    """What holds several units of one rank: their province where they share it, the nation for provinces."""
    if _rank(*units[0]) == 1:
        return NATION
    records = [place_in(name, level, where) for level, name in units]
    province = records[0].province
    if province and any(record.province == province and record.name != records[0].name for record in records[1:]):
        level = "thành phố" if province.startswith("thành phố ") else "tỉnh"
        return place_record(province.removeprefix(f"{level} "), level, when=where.when, context=None)
    return records[0]


@lru_cache(maxsize=4096)
def _rank(level: str, name: str) -> int:
    """1 for a province, 2 for a district, 3 for a commune."""
    ranks = LEVELS[level]
    if ranks == (1,) or (1 in ranks and province_named(f"{level} {name}") is not None):
        return 1
    return ranks[-1]


def _rank_weight(level: str, name: str) -> float:
    """How much a unit of that rank is what an article is about: districts most, then communes, then provinces."""
    return RANK_WEIGHT[_rank(level, name)]


def _parts(text: str, title: str | None, page: Layout) -> list[tuple[float, str]]:
    """The article's parts with their weight."""
    lead = text[page.lead[0] : page.lead[1]] if page.lead else ""
    start = page.lead[1] if page.lead else 0
    end = next((first for first, _ in page.boilerplate if first > start + 400), start + BODY_LENGTH)
    return [(IN_TITLE, title or ""), (IN_LEAD, lead), (IN_BODY, text[start : min(end, start + BODY_LENGTH)]), (ON_SITE, page.site or "")]


def _score(scores: Counter[Key], spelled: dict[Key, str], part: str, found: tuple[Mention, ...], weight: float) -> None:
    """Adds a part's mentions to the scores: each place counts once in a title, lead or site, up to a limit in the body."""
    seen: Counter[Key] = Counter()
    previous: Mention | None = None
    for mention in found:
        if mention.level is None or mention.level not in LEVELS or mention.former:
            previous = mention
            continue
        factor = AS_CONTEXT if _lies_around(previous, mention, part) else 1.0
        if mention.group is not None and sum(m.group == mention.group for m in found) > 1:
            factor = AS_CONTEXT
        key = (mention.level, key_of(mention.name))
        spelled.setdefault(key, mention.name)
        seen[key] += 1
        if seen[key] == 1 or (weight == IN_BODY and seen[key] <= MOST_BODY):
            scores[key] += weight * factor  # type: ignore[assignment]
        previous = mention


def _lies_around(inner: Mention | None, outer: Mention, part: str) -> bool:
    """Whether the second mention only says where the first lies: xã Kỳ Sơn, huyện Tân Kỳ."""
    if inner is None or inner.level not in LEVELS or outer.level not in LEVELS or not inner.level or not outer.level:
        return False
    if not _WITHIN.fullmatch(part[inner.end : outer.start]):
        return False
    return _rank(outer.level, outer.name) < _rank(inner.level, inner.name)


def _context(mentions: list[tuple[float, str, tuple[Mention, ...]]]) -> str | None:
    """The province that the article names, to tell homonyms apart; None where it names several or none."""
    named = Counter(m.full_name for _, _, found in mentions for m in found if m.level in LEVELS and not m.former and _rank(m.level, m.name) == PROVINCE)
    if not named:
        return None
    (best, count), *rest = named.most_common(2)
    return best if not rest or rest[0][1] < count else None

