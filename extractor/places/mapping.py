"""The tables of administrative units, made from the address module of underthesea and from what it lacks.

`make tables` writes them beside this module; the package itself is not imported.
"""

import json
from collections.abc import Collection, Iterable, Mapping

from extractor.language.dictionary import underthesea_file
from extractor.lexicon.levels import COMMUNE, DISTRICT, PROVINCE
from extractor.places.gazetteer import NAMES, PROVINCES, THUA_THIEN_HUE, UNITS, AdminUnit, Era, key_of, split_level

Found = dict[AdminUnit, dict[AdminUnit, None]]
HEADS = {
    PROVINCES: ("level", "name", "province", "era"),
    UNITS: ("level", "name", "rank", "district", "province", "era", "rows of the units that hold it today", "rows of those that it holds"),
}
SPELLINGS = {"Mù Căng Chải": "Mù Cang Chải"}  # the tables' spelling, and that of the unit itself
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

SIDES = ("old_ward", "new_ward")
LOST_SYLLABLES = {"càn", "dơn"}  # xã Nậm Càn, xã Trà Dơn: in no name that the tables kept

FORMER_HUE = AdminUnit(THUA_THIEN_HUE, "tỉnh", PROVINCE, None, f"tỉnh {THUA_THIEN_HUE}", "before")


def tables() -> dict[str, str]:
    "The text of each table by the name of its file."
    mapping = json.loads(underthesea_file("address", "data", "mapping.json").read_bytes())
    rows = mapping["ward_mapping"]
    _repair(rows)
    found = _successors(rows)
    _complete(found)
    eras: tuple[tuple[Era, str], ...] = (("after", "province_names"), ("before", "old_province_names"))
    names = ((one["name"], era) for era, of in eras for one in mapping[of].values())
    provinces = (*(_unit(name, PROVINCE, None, _lower(name), era) for name, era in names), FORMER_HUE)
    return {
        PROVINCES: _table(PROVINCES, ((one.level, one.name, one.province, one.era) for one in provinces)),
        UNITS: _table(UNITS, _unit_rows(found)),
        NAMES: _index(found),
    }


def _table(name: str, rows: Iterable[tuple[str, ...]]) -> str:
    "The text of a table."
    return "".join("\t".join(row) + "\n" for row in (HEADS[name], *rows))


def _unit_rows(found: Found) -> Iterable[tuple[str, ...]]:
    "The row of each unit."
    number = {unit: str(row) for row, unit in enumerate(found)}
    former: dict[AdminUnit, list[str]] = {}
    for one, successors in found.items():
        for successor in successors if one.era == "before" else ():
            former.setdefault(successor, []).append(number[one])
    for one, successors in found.items():
        held = (" ".join(number[unit] for unit in successors), " ".join(former.get(one, ())))
        yield one.level, one.name, str(one.rank), one.district or "", one.province, one.era, *held


def _index(found: Iterable[AdminUnit]) -> str:
    "The rows of the units by the keys of their names, and the keys of each level."
    rows: dict[str, list[int]] = {}
    levels: dict[str, dict[str, None]] = {}
    for row, unit in enumerate(found):
        key = key_of(unit.name)
        rows.setdefault(key, []).append(row)
        levels.setdefault(unit.level, {})[key] = None
    said = {"rows": rows, "levels": {level: list(keys) for level, keys in levels.items()}}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def _complete(found: Found) -> None:
    "Put in the units that the tables lack."
    hue = next(unit for unit in found if unit.name == "Huế" and unit.rank == PROVINCE and unit.era == "after")
    found[FORMER_HUE] = {hue: None}
    names = {unit.name: unit.full_name for unit in found if unit.rank == PROVINCE and unit.era == "before"}
    for name, level, province in DISSOLVED:
        found[AdminUnit(name, level, DISTRICT, None, names[province], "before")] = {}


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


def _successors(rows: Iterable[Mapping[str, str]]) -> Found:
    "For each unit of before the reform the units that hold it since, in the order of the tables."
    made: dict[tuple[str, ...], AdminUnit] = {}

    def once(full_name: str, rank: int, district: str | None, province: str, era: Era) -> AdminUnit:
        key = (full_name, district or "", province, era)
        if key not in made:
            made[key] = _unit(full_name, rank, district and _lower(district), _lower(province), era)
        return made[key]

    found: Found = {}
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
