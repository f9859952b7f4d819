"""The catalogue that comes with the program, out of a table made of its files, which take a start's time to parse.

`make tables` writes the table with the digest of the files; where these have changed, they are parsed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import NODEFAULT
from msgspec.structs import fields

from extractor.catalogue.entries import Indicator, IndicatorGroup, parse_catalogue
from extractor.catalogue.index import Catalogue, Wanted

TABLE = Path(__file__).parent / "built.json"
_DEFAULTS = {one.name: one.default for one in fields(Indicator) if one.default is not NODEFAULT}


def read() -> Catalogue:
    """The catalogue, out of the table where it is of these files."""
    files = _files()
    found = msgspec.json.decode(TABLE.read_bytes()) if TABLE.exists() else {}
    if found.get("files") != _digest(files):
        return parsed(files)
    entries = [Indicator(**{name: _frozen(value) for name, value in row.items()}) for row in found["indicators"]]  # type: ignore[arg-type]
    wanted = [Wanted.of_row(entry, row) for entry, row in zip(entries, found["wanted"], strict=True)]
    groups = tuple(IndicatorGroup(*row) for row in found["groups"])
    return Catalogue(groups, tuple(entries), found["digest"], tuple(wanted))


def table() -> str:
    """The text of the table, a line each entry."""
    files = _files()
    made = parsed(files)
    said = {
        "files": _digest(files),
        "digest": made.digest,
        "groups": [[group.id, group.vi, group.en] for group in made.groups],
        "indicators": list(map(_said, made.indicators)),
        "wanted": [one.row() for one in made.wanted],
    }
    return json.dumps(said, ensure_ascii=False, indent=0).replace("\n", "") + "\n"


def parsed(files: Iterable[tuple[str, bytes]]) -> Catalogue:
    """The catalogue that files say."""
    found = [parse_catalogue(text.decode("utf-8"), name, own=False) for name, text in files]
    return made_of([group for group, _ in found], [entry for _, entries in found for entry in entries])


def made_of(groups: Iterable[IndicatorGroup], entries: Iterable[Indicator]) -> Catalogue:
    """The catalogue of entries."""
    entries = tuple(entries)
    return Catalogue(tuple(groups), entries, blake2b(repr(entries).encode(), digest_size=8).hexdigest())


def _files() -> list[tuple[str, bytes]]:
    """The files that come with the program, in order of name."""
    return [(path.name, path.read_bytes()) for path in sorted(TABLE.parent.glob("*.toml"))]


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    """What tells these files from others."""
    said = (part for name, text in files for part in (name.encode(), text))
    return blake2b(b"\0".join(said), digest_size=8).hexdigest()


def _said(entry: Indicator) -> dict[str, object]:
    """The fields of an entry that are not what they are where nothing is said."""
    said = {one.name: getattr(entry, one.name) for one in fields(entry)}
    return {name: value for name, value in said.items() if name not in _DEFAULTS or value != _DEFAULTS[name]}


def _frozen(value: object) -> object:
    """A list of the table as the tuple that it was."""
    return tuple(value) if isinstance(value, list) else value
