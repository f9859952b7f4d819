"""Which column of a file of official figures is which: by its header, or as a small TOML says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args
from unicodedata import combining, normalize

from msgspec import Struct, field

from extractor.audit.records.periods import period_of
from extractor.model.errors import RecordsError

Field = Literal["place", "item", "period", "value", "unit"]
FIELDS: tuple[Field, ...] = get_args(Field)
# The headers of each field, as `plain` spells them.
HEADERS: dict[Field, tuple[str, ...]] = {
    "place": (
        "dia phuong", "dia ban", "don vi hanh chinh", "ten dia phuong", "ten don vi hanh chinh", "noi", "tinh",
        "tinh thanh pho", "tinh thanh", "huyen", "quan huyen", "xa", "xa phuong", "huyen xa", "khu vuc",
        "place", "location", "locality", "area", "region", "province", "district", "commune", "administrative unit",
    ),
    "item": (
        "chi tieu", "ten chi tieu", "chi so", "noi dung", "hang muc", "khoan muc", "danh muc", "muc", "tieu chi",
        "indicator", "indicator name", "item", "measure", "variable", "series",
    ),
    "period": (
        "thoi gian", "nam", "ky", "ky bao cao", "thoi ky", "thoi diem", "giai doan", "nam bao cao", "ky so lieu",
        "period", "year", "time", "date", "time period", "reporting period",
    ),
    "value": (
        "gia tri", "so lieu", "so luong", "ket qua", "thuc hien", "tri so", "con so",
        "value", "figure", "amount", "number", "obs value", "total",
    ),
    "unit": ("don vi", "don vi tinh", "dvt", "don vi do", "dv tinh", "unit", "units", "unit of measure"),
}  # fmt: skip
MELTED: tuple[Field, ...] = ("period", "value")  # what the cells of a wide table say, by their columns and themselves
NAMES: dict[Field, str] = {
    "place": "Địa phương/place", "item": "Chỉ tiêu/indicator", "period": "Thời gian/period", "value": "Giá trị/value",
    "unit": "Đơn vị/unit",
}  # fmt: skip
LEAST_WIDE = 2  # columns of periods that make a table a wide one
HEADER_WITHIN = 10  # rows: titles stand over the header of many tables
MAP_THEM = 'Name the columns so, or map them with a TOML: [columns] {} = "the header".'
SEE = 'A mapping is like [columns] place = "Xã", item = "Nội dung"; [constants] period = "2023".'
_BRACKETS = re.compile(r"\s*\((?P<unit>[^()]*)\)\s*$")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


class Mapping(Struct, frozen=True):
    """What a user says of a file: the headers of fields, several of which are joined, and what holds for every row."""

    columns: dict[Field, tuple[str, ...]] = field(default_factory=dict)
    constants: dict[Field, str] = field(default_factory=dict)


class Columns(Struct, frozen=True):
    """The places of a row's cells by field, what holds for all rows, and the unit that the value's header names."""

    at: dict[Field, tuple[int, ...]]
    constants: dict[Field, str]


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Words without marks, case and signs: Đơn vị tính is don vi tinh."""
    letters = normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not combining(letter))
    return " ".join(_NOT_LETTERS.sub(" ", bare).split())


def columns_of(header: Sequence[str], mapping: Mapping, where: str) -> Columns:
    """Which column is which; a RecordsError where one is missing, or two may be one field."""
    found = {name: _places(name, header, mapping, where) for name in FIELDS}
    at: dict[Field, tuple[int, ...]] = {name: places for name, places in found.items() if places}
    constants = {name: said for name, said in mapping.constants.items() if name not in at}
    if "unit" not in at and "unit" not in constants and "value" in at:
        inside = _BRACKETS.search(header[at["value"][0]])  # Giá trị (tỷ đồng)
        if inside and inside["unit"].strip():
            constants["unit"] = inside["unit"].strip()
    missing = [name for name in FIELDS if name not in at and name not in constants]
    if missing:
        names = ", ".join(NAMES[name] for name in missing)
        there = ", ".join(filter(None, (one.strip() for one in header))) or "none"
        what = f"no column for {names}; headers: {there[:300]}"
        raise RecordsError(what, where=where, todo=MAP_THEM.format(missing[0]))
    return Columns(at, constants)


def period_columns(header: Sequence[str]) -> tuple[int, ...]:
    """The columns of a wide table, a period each (2021, 2022, quý I/2023); none where fewer than two are."""
    at = tuple(place for place, cell in enumerate(header) if period_of(cell) is not None)
    return at if len(at) >= LEAST_WIDE else ()


def header_in(rows: Iterable[Sequence[str]], mapping: Mapping) -> tuple[int, int]:
    """The row, from 0, of the first ones that names the most fields, and how many of these it names."""
    known = [_known(row, mapping) for row, _ in zip(rows, range(HEADER_WITHIN), strict=False)]
    most = max(known, default=0)
    return (known.index(most) if known else 0), most


def fields_in(header: Sequence[str], mapping: Mapping) -> set[Field]:
    """The fields that columns are named for."""
    found: set[Field] = set()
    for name in FIELDS:
        mapped = mapping.columns.get(name)
        wanted = {plain(one) for one in mapped} if mapped else set(HEADERS[name])
        if any(_spelled(cell) & wanted for cell in header):
            found.add(name)
    return found


def _known(header: Sequence[str], mapping: Mapping) -> int:
    """How many fields a row names, as the header of a long or a wide table."""
    found = fields_in(header, mapping)
    wide = found.isdisjoint(MELTED) and period_columns(header)
    return len(found) + (len(MELTED) if wide else 0)


def _places(name: Field, header: Sequence[str], mapping: Mapping, where: str) -> tuple[int, ...]:
    """The columns of a field."""
    if mapped := mapping.columns.get(name):
        return tuple(_mapped(one, name, header, where) for one in mapped)
    wanted = set(HEADERS[name])
    places = tuple(at for at, cell in enumerate(header) if _spelled(cell) & wanted)
    if len(places) > 1:
        which = ", ".join(header[at].strip() for at in places)
        alike = len({plain(header[at]) for at in places}) < len(places)
        say = f'Say which with a TOML: [columns] {name} = "{header[places[0]].strip()}".'
        todo = "Give each of them a name of its own." if alike else say
        raise RecordsError(f"more than one column may be {NAMES[name]}: {which}", where=where, todo=todo)
    return places


def _mapped(wanted: str, name: Field, header: Sequence[str], where: str) -> int:
    """The column that a mapping names."""
    places = [at for at, cell in enumerate(header) if cell.strip() == wanted.strip()]
    places = places or [at for at, cell in enumerate(header) if plain(cell) == plain(wanted)]
    if len(places) != 1:
        many = "several columns are" if places else "no column is"
        there = ", ".join(filter(None, (one.strip() for one in header))) or "none"
        what = f"{many} named {wanted!r}, which is to be {NAMES[name]}; headers: {there[:300]}"
        raise RecordsError(what, where=where, todo="Mend the name in the TOML.")
    return places[0]


def _spelled(cell: str) -> set[str]:
    """A header as it is compared, with and without what stands in brackets behind it."""
    return {plain(cell), plain(_BRACKETS.sub("", cell))} - {""}


def read_mapping(path: Path) -> Mapping:
    """The mapping that a TOML file says; a RecordsError where it says something else."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise RecordsError(error.strerror or str(error), where=str(path), todo="Check the path.") from error
    except UnicodeDecodeError as error:
        raise RecordsError("is not in UTF-8", where=str(path), todo="Convert the file to UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise RecordsError(f"is no TOML: {error}", where=str(path), todo=SEE) from error
    unknown = sorted(content.keys() - {"columns", "constants"})
    if unknown:
        raise RecordsError(f"unknown: {', '.join(unknown)}", where=str(path), todo=SEE)
    columns = _table(content, "columns", path)
    constants = _table(content, "constants", path)
    if listed := next((name for name, said in constants.items() if len(said) > 1), None):
        raise RecordsError(f"{listed} of [constants] is no text", where=str(path), todo=SEE)
    return Mapping(columns, {name: said[0] for name, said in constants.items()})


def _table(content: dict[str, Any], table: str, path: Path) -> dict[Field, tuple[str, ...]]:
    """A table of a mapping: what each field is called."""
    given = content.get(table, {})
    if not isinstance(given, dict):
        raise RecordsError(f"{table} is no table", where=str(path), todo=SEE)
    unknown = sorted(given.keys() - set(FIELDS))
    if unknown:
        what = f"unknown in [{table}]: {', '.join(unknown)}; known are {', '.join(FIELDS)}"
        raise RecordsError(what, where=str(path), todo=SEE)
    found: dict[Field, tuple[str, ...]] = {}
    for name in FIELDS:
        if name in given:
            said = given[name] if isinstance(given[name], list) else [given[name]]
            if not said or not all(isinstance(one, str) and one.strip() for one in said):
                raise RecordsError(f"{name} of [{table}] is no text", where=str(path), todo=SEE)
            found[name] = tuple(said)
    return found
