"""Entries of a catalogue as their file says them; a wrong file is refused with its line and the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from extractor.language.patterns import re_pattern
from extractor.lexicon.units import symbols_of
from extractor.model.errors import CatalogueError
from extractor.model.records import MODELS

OWN = "own"  # the group of a file that names none
ID = re_pattern(r"[a-z][a-z0-9_]*(?:[.-][a-z0-9_]+)*")
EXAMPLE = re_pattern(r"[^\[\]]*\[[^\[\]]+\][^\[\]]*")
LISTS = ("kind", "unit", "words", "without", "per", "take", "leave")  # one text stands for a list of one
TEXTS = ("id", "vi", "en")
FLAGS = ("only",)
NEEDED = ("id", "vi", "en", "kind", "unit", "words", "take", "leave")
SEE = "See the section on the catalogue in the README."
_HEADER = re_pattern(r"^\s*\[\[\s*indicator\s*\]\]")
_FAULT_LINE = re_pattern(r"\(at line (\d+), column \d+\)")


class Indicator(Struct, frozen=True):
    """One indicator: its names, how figures of it are recognised, and sentences for and against."""

    id: str
    vi: str
    en: str
    kind: tuple[str, ...]
    unit: tuple[str, ...]  # the canonical one first
    words: tuple[str, ...]  # each must occur; `a | b` is one or the other
    take: tuple[str, ...]  # sentences with the words of a figure in brackets
    leave: tuple[str, ...]
    without: tuple[str, ...] = ()  # none may occur
    per: tuple[str, ...] = ()  # the bases of a rate that it may have
    only: bool = False  # the item says nothing besides these words
    group: str = OWN
    own: bool = False  # of a user's file
    where: str = ""  # file and line


class IndicatorGroup(Struct, frozen=True):
    """A group of indicators, a file each."""

    id: str
    vi: str
    en: str


def parse_catalogue(text: str, file: str, *, own: bool) -> tuple[IndicatorGroup, tuple[Indicator, ...]]:
    """The group and the entries of a file's text."""
    import tomllib  # on use: the entries that come with the program are out of a table

    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _FAULT_LINE.search(str(error))
        where = f"{file}:{line[1]}" if line else f"{file}:{text.count(chr(10)) + 1}"
        raise CatalogueError(f"not TOML: {_FAULT_LINE.sub('', str(error)).strip()}", where=where, todo=SEE) from error
    lines = _Lines(file, text)
    for name in content:
        if name not in ("group", "indicator"):
            raise _fault(f"unknown key {name}", lines.key(name))
    group = _group(content.get("group"), lines)
    rows = content.get("indicator", [])
    if not isinstance(rows, list) or not rows:
        raise _fault("no [[indicator]] in it", lines.key("indicator"))
    entries = [_indicator(row, at, lines, group=group.id, own=own) for at, row in enumerate(rows)]
    _unique(entries, lines)
    return group, tuple(entries)


class _Lines:
    """Where the entries of a file and their keys stand."""

    def __init__(self, file: str, text: str) -> None:
        self._file, self._lines = file, text.splitlines()
        self._starts = [at for at, line in enumerate(self._lines) if _HEADER.match(line)]

    def key(self, name: str, entry: int | None = None) -> str:
        """The file and line of a key of an entry, of its header where the key is not there."""
        start, end = 0, self._starts[0] if self._starts else len(self._lines)
        if entry is not None and entry < len(self._starts):
            start = self._starts[entry]
            end = self._starts[entry + 1] if entry + 1 < len(self._starts) else len(self._lines)
        key = re.compile(rf"""^\s*\[*\s*["']?{re.escape(name)}["']?\s*(?:=|\])""")
        places = (start, end), (0, len(self._lines) if entry is None else 0)
        found = (at for first, last in places for at in range(first, last) if key.match(self._lines[at]))
        return f"{self._file}:{next(found, start) + 1}"


def _fault(what: str, where: str) -> CatalogueError:
    return CatalogueError(what, where=where, todo=SEE)


def _group(said: object, lines: _Lines) -> IndicatorGroup:
    """The group that a file names."""
    if said is None:
        return IndicatorGroup(OWN, "Của người dùng", "Your own")
    if not isinstance(said, dict) or set(said) != {"id", "vi", "en"} or not all(map(_is_text, said.values())):
        raise _fault("a [group] has id, vi and en, each a text, and nothing else", lines.key("group"))
    return IndicatorGroup(**said)


def _is_text(said: object) -> bool:
    return isinstance(said, str) and bool(said.strip())


def _indicator(row: object, at: int, lines: _Lines, *, group: str, own: bool) -> Indicator:
    """The entry of a row."""
    if not isinstance(row, dict):
        raise _fault("an indicator is a table, [[indicator]]", lines.key("indicator", at))
    for name in row:
        if name not in (*TEXTS, *LISTS, *FLAGS):
            raise _fault(f"unknown key {name}", lines.key(name, at))
    for name in NEEDED:
        if name not in row:
            raise _fault(f"{_named(row)} has no {name}", lines.key("id", at))
    said: dict[str, object] = {}
    for name, value in row.items():
        listed = [value] if isinstance(value, str) else value
        if name in FLAGS and not isinstance(value, bool):
            raise _fault(f"{name} must be true or false", lines.key(name, at))
        if name in TEXTS and not _is_text(value):
            raise _fault(f"{name} must be a text", lines.key(name, at))
        if name in LISTS and not (isinstance(listed, list) and listed and all(map(_is_text, listed))):
            raise _fault(f"{name} must be a text or a list of texts, none of them empty", lines.key(name, at))
        said[name] = tuple(listed) if name in LISTS and isinstance(listed, list) else value
    entry = Indicator(**said, group=group, own=own, where=lines.key("id", at))  # type: ignore[arg-type]
    _check(entry, at, lines)
    return entry


def _named(row: dict[str, object]) -> str:
    return str(row["id"]) if _is_text(row.get("id")) else "an indicator"


def _check(entry: Indicator, at: int, lines: _Lines) -> None:
    """Refuses what no figure could ever be, and examples that point at no number."""
    if not ID.fullmatch(entry.id):
        raise _fault(
            f"the id {entry.id} is not of small letters, digits and _, parted by dots or hyphens", lines.key("id", at)
        )
    for kind in entry.kind:
        if kind not in MODELS:
            raise _fault(f"unknown kind {kind}: one of {', '.join(MODELS)}", lines.key("kind", at))
    units = [symbols_of(kind) for kind in entry.kind]
    if all(units):
        known = {unit for one in units for unit in one}
        for unit in entry.unit:
            if unit not in known:
                raise _fault(
                    f"{unit} is no unit of {', '.join(entry.kind)}: one of {', '.join(sorted(known))}",
                    lines.key("unit", at),
                )
    for name in ("take", "leave"):
        for example in getattr(entry, name):
            if not EXAMPLE.fullmatch(example):
                raise _fault(
                    f"an example has the words of one figure in brackets, which {example!r} has not",
                    lines.key(name, at),
                )


def _unique(entries: Iterable[Indicator], lines: _Lines) -> None:
    """Refuses an id that comes twice."""
    seen: dict[str, str] = {}
    for at, entry in enumerate(entries):
        if entry.id in seen:
            raise _fault(f"the id {entry.id} stands already at {seen[entry.id]}", lines.key("id", at))
        seen[entry.id] = entry.where


