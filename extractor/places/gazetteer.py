"""The administrative units of Vietnam before and after the reform of 1 July 2025, and which now hold which.

The tables are read on first use from underthesea's address module; the package itself is not imported.
"""

import json
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Literal

from extractor.language.dictionary import underthesea_file
from extractor.language.patterns import regex_pattern
from extractor.lexicon.levels import COMMUNE, DISTRICT, LEVELS, PROVINCE

Era = Literal["before", "after"]

REFORM = date(2025, 7, 1)  # 34 provinces, no districts: Nghị quyết 202/2025/QH15

# Other names of provinces, by the name in the tables.
PROVINCE_ALIASES: Mapping[str, tuple[str, ...]] = {
    "Hồ Chí Minh": ("HCM", "TPHCM", "Sài Gòn"),
    "Hà Nội": ("HN", "TPHN"),
    "Thừa Thiên Huế": ("TT-Huế",),  # thành phố Huế since 1 January 2025, as the tables have it
    "Bà Rịa - Vũng Tàu": ("BR-VT", "BRVT"),
    "Đắk Lắk": ("Đắc Lắc", "Đắk Lắc", "Đắc Lắk", "Daklak"),
    "Đắk Nông": ("Đắc Nông", "Dak Nong"),
    "Kon Tum": ("Kontum", "Công Tum"),
    "Bắc Kạn": ("Bắc Cạn",),
}
SPELLINGS = {"Mù Căng Chải": "Mù Cang Chải"}  # the tables' spelling, and that of the unit itself
THUA_THIEN_HUE = "Thừa Thiên Huế"

# Districts dissolved before the tables were drawn up, which older news still names: name, level, province.
DISSOLVED = (
    ("2", "quận", "Hồ Chí Minh"),  # these three became thành phố Thủ Đức on 1 January 2021
    ("9", "quận", "Hồ Chí Minh"),
    ("Thủ Đức", "quận", "Hồ Chí Minh"),
    ("Hoành Bồ", "huyện", "Quảng Ninh"),
    ("Trà Lĩnh", "huyện", "Cao Bằng"),
    ("Thông Nông", "huyện", "Cao Bằng"),
    ("Phục Hòa", "huyện", "Cao Bằng"),
    ("Yên Dũng", "huyện", "Bắc Giang"),
    ("Mỹ Lộc", "huyện", "Nam Định"),
    ("Đông Sơn", "huyện", "Thanh Hóa"),
    ("Cửa Lò", "thị xã", "Nghệ An"),
    ("Lộc Hà", "huyện", "Hà Tĩnh"),
    ("Nam Đông", "huyện", "Huế"),
    ("Ninh Bình", "thành phố", "Ninh Bình"),  # thành phố Hoa Lư since 2025
    ("Nông Sơn", "huyện", "Quảng Nam"),
    ("Đạ Tẻh", "huyện", "Lâm Đồng"),
    ("Cát Tiên", "huyện", "Lâm Đồng"),
    ("Long Điền", "huyện", "Bà Rịa - Vũng Tàu"),
    ("Đất Đỏ", "huyện", "Bà Rịa - Vũng Tàu"),
)

ROWS = '"ward_mapping"'
SIDES = ("old_ward", "new_ward")
LOST_SYLLABLES = {"càn", "dơn"}  # xã Nậm Càn, xã Trà Dơn: in no name that the tables kept

APOSTROPHES = "'’‘`´ʼ"
DASHES = "-–—‑"
PUNCTUATION = str.maketrans(dict.fromkeys(APOSTROPHES, "") | dict.fromkeys(DASHES + ".", " "))
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
NATIVE = regex_pattern(  # a syllable of Vietnamese spelling, tone aside; others vary in their marks: đắk, đăk, dak
    r"(?:ngh|[cgknpt]h|ng|gi|tr|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
CAMEL = regex_pattern(r"(?<=\p{Ll})(?=\p{Lu}\p{Ll})")  # YênBái in datelines
CITY = regex_pattern(r"(?i)^tp(?:\.\s*|\s+)")
LEVEL_HEAD = regex_pattern(rf"(?i)({'|'.join(sorted(LEVELS, key=len, reverse=True))})\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class AdminUnit:
    "An administrative unit as it stood before or stands after the reform."

    name: str
    level: str
    rank: int
    district: str | None
    province: str
    era: Era

    @property
    def full_name(self) -> str:
        "Level and name: huyện Yên Bình."
        return f"{self.level} {self.name}"


FORMER_HUE = AdminUnit(THUA_THIEN_HUE, "tỉnh", PROVINCE, None, f"tỉnh {THUA_THIEN_HUE}", "before")


@dataclass(frozen=True, slots=True)
class HoldingUnit:
    "A unit that holds the old one today: the whole of it, or a part."

    unit: AdminUnit
    whole: bool


@dataclass(frozen=True, slots=True)
class _Tables:
    "All units by the key of their name, the units that hold each today, and the keys of each level."

    by_key: dict[str, tuple[AdminUnit, ...]]
    today: dict[AdminUnit, tuple[AdminUnit, ...]]
    keys: dict[str, frozenset[str]]


@lru_cache(maxsize=20_000)
def _syllable_key(syllable: str) -> str:
    "The syllable in its one spelling: lower case, tone last, i for a lone y; no marks where it is not Vietnamese."
    if syllable.isdecimal():
        return str(int(syllable))  # Phường 05
    letters = unicodedata.normalize("NFD", syllable.lower())
    plain = unicodedata.normalize("NFC", letters.translate(TONES))
    if not NATIVE.fullmatch(plain):
        return "".join(char for char in letters if not unicodedata.combining(char)).replace("đ", "d")
    if plain == "quy" or (len(plain) > 1 and plain[-1] == "y" and plain[-2] not in "aâeêou"):
        plain = plain[:-1] + "i"  # Mỹ, Mĩ; Quý, Quí; but Thúy, Tây
    return plain + "".join(char for char in letters if ord(char) in TONES)


@lru_cache(maxsize=50_000)
def key_of(name: str) -> str:
    "The name as compared: one key for Hoà and Hòa, Mỹ and Mĩ, Đăk and Đắk, R’lấp and R'Lấp."
    text = unicodedata.normalize("NFC", name).translate(PUNCTUATION)
    return " ".join(map(_syllable_key, (text if text.isupper() else CAMEL.sub(" ", text)).split()))


@lru_cache(maxsize=50_000)
def split_level(full_name: str) -> tuple[str | None, str]:
    "Level and bare name: ('huyện', 'Yên Bình'); the level is None where none is said."
    head = LEVEL_HEAD.match(full_name)
    return (head[1].lower(), full_name[head.end() :]) if head else (None, full_name)


def _unjoin(joined: str, syllables: Collection[str]) -> str:
    "The name that is written without spaces, its first syllable as long as can be; empty where it cannot be parted."
    for end in range(len(joined), 0, -1):
        if joined[:end] in syllables:
            rest = _unjoin(joined[end:], syllables)
            if rest or end == len(joined):
                return f"{joined[:end].capitalize()} {rest}".rstrip()
    return ""


def _repair(rows: list[dict[str, str]]) -> None:
    "Put in the 90 names that the tables lack; their keys (xãphúthạnh) still say them."
    syllables = {part for row in rows for side in SIDES for part in row[side].lower().split()} | LOST_SYLLABLES
    for row in rows:
        for side in SIDES:
            key = row[f"{side}_key"]
            if not row[side] and key:
                level = next((level for level in ("phường", "xã") if key.startswith(level)), "")
                row[side] = f"{level} {_unjoin(key.removeprefix(level), syllables)}" if level else row["new_ward"]


def _unit(full_name: str, rank: int, district: str | None, province: str, era: Era) -> AdminUnit:
    "The unit of that full name."
    level, name = split_level(full_name)
    if level is None:
        raise ValueError(f"{full_name!r} of the address tables has no level: is this a new version of underthesea?")
    name = SPELLINGS.get(name, name[:1].upper() + name[1:])
    return AdminUnit(name, level, rank, district, province, era)


def _lower(full_name: str) -> str:
    "The full name, its level in lower case: huyện Yên Bình."
    level, name = split_level(full_name)
    return f"{level} {SPELLINGS.get(name, name)}"


def _successors(rows: Iterable[Mapping[str, str]]) -> dict[AdminUnit, dict[AdminUnit, None]]:
    "For each unit of before the reform the units that hold it since, in the order of the tables."
    made: dict[tuple[str, ...], AdminUnit] = {}

    def once(full_name: str, rank: int, district: str | None, province: str, era: Era) -> AdminUnit:
        key = (full_name, district or "", province, era)
        if key not in made:
            made[key] = _unit(full_name, rank, district and _lower(district), _lower(province), era)
        return made[key]

    found: dict[AdminUnit, dict[AdminUnit, None]] = {}
    for row in rows:
        province, district, commune = row["old_province"], row["old_district"], row["old_ward"]
        now = once(row["new_ward"], COMMUNE, None, row["new_province"], "after")
        found.setdefault(now, {})[now] = None
        new_province = once(row["new_province"], PROVINCE, None, row["new_province"], "after")
        found.setdefault(new_province, {})[new_province] = None
        found.setdefault(once(province, PROVINCE, None, province, "before"), {})[new_province] = None
        found.setdefault(once(district, DISTRICT, None, province, "before"), {})[now] = None
        if commune:  # the islands had none
            found.setdefault(once(commune, COMMUNE, district, province, "before"), {})[now] = None
    return found


def _file() -> Path:
    "The file of the address tables: the names of the provinces at its head, then a row for each commune."
    return underthesea_file("address", "data", "mapping.json")


@cache
def _provinces() -> tuple[AdminUnit, ...]:
    "The provinces of both eras, from the head of the file: most texts name no other unit."
    with _file().open(encoding="utf-8") as lines:
        head = "".join(takewhile(lambda line: ROWS not in line, lines))
    names = json.loads(head.rstrip().removesuffix(",") + "}" if head else _file().read_bytes())
    eras: tuple[tuple[Era, str], ...] = (("after", "province_names"), ("before", "old_province_names"))
    found = [_unit(one["name"], PROVINCE, None, _lower(one["name"]), era) for era, of in eras for one in names[of].values()]
    return (*found, FORMER_HUE)


@cache
def _tables() -> _Tables:
    "The tables, read and indexed once."
    rows = json.loads(_file().read_bytes())["ward_mapping"]
    _repair(rows)
    found = _successors(rows)
    hue = next(unit for unit in found if unit.name == "Huế" and unit.rank == PROVINCE and unit.era == "after")
    found[FORMER_HUE] = {hue: None}
    names = {unit.name: unit.full_name for unit in found if unit.rank == PROVINCE and unit.era == "before"}
    for name, level, province in DISSOLVED:
        found[AdminUnit(name, level, DISTRICT, None, names[province], "before")] = {}
    by_key: dict[str, list[AdminUnit]] = {}
    keys: dict[str, set[str]] = {}
    for unit in found:
        key = key_of(unit.name)
        by_key.setdefault(key, []).append(unit)
        keys.setdefault(unit.level, set()).add(key)
    return _Tables(
        {key: tuple(units) for key, units in by_key.items()},
        {unit: tuple(successors) for unit, successors in found.items()},
        {level: frozenset(names) for level, names in keys.items()},
    )


def known_keys(level: str) -> frozenset[str]:
    "The keys of the names of all units of that level."
    return _tables().keys.get(level, frozenset())


@cache
def province_keys() -> Mapping[str, tuple[AdminUnit, ...]]:
    "The provinces by the keys of their names and aliases."
    named: dict[str, list[AdminUnit]] = {}
    for unit in _provinces():
        named.setdefault(unit.name, []).append(unit)
    names = (unit.name for unit in _provinces() if unit.era == "before")
    return {key_of(alias): tuple(named[name]) for name in names for alias in (name, *PROVINCE_ALIASES.get(name, ()))}


@cache
def rank_keys(level: str) -> frozenset[str]:
    "The keys of all names of that level's ranks (Gia Nghĩa was a thị xã, now a thành phố), with aliases of provinces."
    ranks = LEVELS.get(level, ())
    same = (known_keys(other) for other, of_other in LEVELS.items() if of_other[-1] in ranks)
    aliases = (key for key, found in province_keys().items() if level in {unit.level for unit in found})
    return frozenset(aliases).union(*same)


def is_unit_name(name: str) -> bool:
    "Whether some unit of whatever level has that name or alias."
    key = key_of(name)
    return key in _tables().by_key or key in province_keys()


def all_units() -> tuple[AdminUnit, ...]:
    "Every unit of both eras."
    return tuple(_tables().today)


def provinces() -> tuple[AdminUnit, ...]:
    "The provinces of both eras."
    return _provinces()


def of_era(found: Iterable[AdminUnit], when: date | None) -> tuple[AdminUnit, ...]:
    "Those of the era that the day calls for: today's first once the reform is made, else those of before first."
    units = tuple(found)
    before = tuple(unit for unit in units if unit.era == "before")
    after = tuple(unit for unit in units if unit.era == "after")
    if when is None:
        return before or after
    return before if when < REFORM else after or before


def province_named(text: str, *, when: date | None = None) -> AdminUnit | None:
    "The province of that name or alias, its level said or not: Yên Bái, tỉnh Yên Bái, TP.HCM, BR-VT."
    level, name = split_level(CITY.sub("thành phố ", text.strip()))
    found = of_era(province_keys().get(key_of(name), ()), when)
    return found[0] if len(found) == 1 and level in (None, found[0].level) else None


def _same_province(unit: AdminUnit, hint: str) -> bool:
    "Whether the unit lies in the province that the hint names."
    named = province_keys().get(key_of(split_level(CITY.sub("thành phố ", hint.strip()))[1]), ())
    hue = any(province.name == THUA_THIEN_HUE for province in named)  # the tables have its units under Huế
    return any(unit.province == province.full_name for province in named) or (hue and unit.province == "thành phố Huế")


def units(name: str, *, level: str | None = None, province: str | None = None) -> tuple[AdminUnit, ...]:
    "All units of that name, of both eras."
    return tuple(
        unit
        for unit in _tables().by_key.get(key_of(name), ())
        if level in (None, unit.level) and (province is None or _same_province(unit, province))
    )


def today(unit: AdminUnit) -> tuple[HoldingUnit, ...]:
    "The units that hold it since the reform: whole in one, or part in each of several; none where no table says."
    held = _tables().today.get(unit, ())
    return tuple(HoldingUnit(successor, len(held) == 1) for successor in held)


@cache
def _former() -> dict[AdminUnit, tuple[AdminUnit, ...]]:
    "For each unit of today those of before the reform that it holds, whole or in part."
    held: dict[AdminUnit, list[AdminUnit]] = {}
    for unit, successors in _tables().today.items():
        for successor in successors if unit.era == "before" else ():
            held.setdefault(successor, []).append(unit)
    return {unit: tuple(units) for unit, units in held.items()}


def former(unit: AdminUnit) -> tuple[AdminUnit, ...]:
    "The units of before the reform that a unit of today holds, whole or in part; none of a unit of before."
    return _former().get(unit, ())


def in_district(unit: AdminUnit, hint: str) -> bool:
    "Whether the commune lies in the district that the hint names."
    return unit.district is not None and key_of(split_level(unit.district)[1]) == key_of(split_level(hint)[1])


def resolve_unit(
    name: str,
    *,
    level: str | None = None,
    district: str | None = None,
    province: str | None = None,
    when: date | None = None,
) -> AdminUnit | None:
    """The one unit meant by name and hints; None where none or several remain.

    Where the province is known and has no unit of that level, one of the same rank is taken: huyện Thủy Nguyên became
    a thành phố before the tables were drawn up.
    """
    named = [unit for unit in units(name) if _lies_in(unit, province, district)]
    found = of_era((unit for unit in named if level in (None, unit.level)), when)
    if not found and level is not None and province is not None:
        found = of_era((unit for unit in named if unit.rank in LEVELS.get(level, ()) and unit.rank != PROVINCE), when)
    return found[0] if len(found) == 1 else None


def _lies_in(unit: AdminUnit, province: str | None, district: str | None) -> bool:
    "Whether a unit lies in those that are hinted at; one of today where what it was made of lay in them."
    if (province is None or _same_province(unit, province)) and (district is None or in_district(unit, district)):
        return True
    if unit.era != "after" or unit.rank != COMMUNE:
        return False
    return any(
        (province is None or _same_province(old, province))
        and (district is None or in_district(old, district) or (old.rank == DISTRICT and key_of(old.name) == key_of(split_level(district)[1])))
        for old in former(unit)
    )
