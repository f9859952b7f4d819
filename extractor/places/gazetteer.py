"""The administrative units of Vietnam before and after the reform of 1 July 2025, and which now hold which.

The tables are read on first use; `make tables` writes them (mapping.py), in a form that is read at once. A unit is made of
its row when it is asked for: a text names few of the 14,000.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, cast

import msgspec
from msgspec import Struct

from extractor.language.patterns import regex_pattern
from extractor.lexicon.levels import COMMUNE, DISTRICT, LEVELS, PROVINCE

Era = Literal["before", "after"]

TABLES = Path(__file__).parent / "tables"
PROVINCES, UNITS, NAMES = "provinces.tsv", "units.tsv", "names.json"

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
THUA_THIEN_HUE = "Thừa Thiên Huế"

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


class AdminUnit(Struct, frozen=True):
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


class HoldingUnit(Struct, frozen=True):
    "A unit that holds the old one today: the whole of it, or a part."

    unit: AdminUnit
    whole: bool


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


class _Tables(Struct, frozen=True):
    "The rows of all units, those of each key of a name, and the keys of each level."

    rows: list[str]
    by_key: dict[str, list[int]]
    keys: dict[str, frozenset[str]]


def _rows(name: str) -> list[str]:
    "The rows of a table, its head aside."
    return (TABLES / name).read_text(encoding="utf-8").split("\n")[1:-1]


@cache
def provinces() -> tuple[AdminUnit, ...]:
    "The provinces of both eras: most texts name no other unit."
    found = [row.split("\t") for row in _rows(PROVINCES)]
    return tuple(AdminUnit(name, level, PROVINCE, None, province, cast(Era, era)) for level, name, province, era in found)


@cache
def _tables() -> _Tables:
    "The units and the index of their names, read once."
    said = msgspec.json.decode((TABLES / NAMES).read_bytes())
    return _Tables(_rows(UNITS), said["rows"], {level: frozenset(keys) for level, keys in said["levels"].items()})


@cache
def _unit(number: int) -> AdminUnit:
    "The unit of a row."
    level, name, rank, district, province, era, *_ = _tables().rows[number].split("\t")
    return AdminUnit(name, level, int(rank), district or None, province, cast(Era, era))


def _named(key: str) -> tuple[AdminUnit, ...]:
    "The units of a key."
    return tuple(map(_unit, _tables().by_key.get(key, ())))


def _number(unit: AdminUnit) -> int | None:
    "The row of a unit; None of one that is not of the tables."
    numbers = _tables().by_key.get(key_of(unit.name), ())
    return next((number for number in numbers if _unit(number) == unit), None)


def _successors(number: int) -> tuple[int, ...]:
    "The rows of the units that hold that of a row today."
    return tuple(map(int, _tables().rows[number].split("\t")[-2].split()))


def _former(number: int) -> tuple[int, ...]:
    "The rows of the units of before the reform that the unit of a row holds, whole or in part."
    return tuple(map(int, _tables().rows[number].split("\t")[-1].split()))


def known_keys(level: str) -> frozenset[str]:
    "The keys of the names of all units of that level."
    return _tables().keys.get(level, frozenset())


@cache
def province_keys() -> Mapping[str, tuple[AdminUnit, ...]]:
    "The provinces by the keys of their names and aliases."
    named: dict[str, list[AdminUnit]] = {}
    for unit in provinces():
        named.setdefault(unit.name, []).append(unit)
    names = (unit.name for unit in provinces() if unit.era == "before")
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
    return tuple(map(_unit, range(len(_tables().rows))))


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
        for unit in _named(key_of(name))
        if level in (None, unit.level) and (province is None or _same_province(unit, province))
    )


@cache
def today(unit: AdminUnit) -> tuple[HoldingUnit, ...]:
    "The units that hold it since the reform: whole in one, or part in each of several; none where no table says."
    number = _number(unit)
    held = () if number is None else _successors(number)
    return tuple(HoldingUnit(_unit(successor), len(held) == 1) for successor in held)


@cache
def former(unit: AdminUnit) -> tuple[AdminUnit, ...]:
    "The units of before the reform that a unit of today holds, whole or in part; none of a unit of before."
    number = _number(unit) if unit.era == "after" else None
    return () if number is None else tuple(map(_unit, _former(number)))


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
