"""The program's own patterns as the package regex compiled them, out of a table: to compile them takes a start's time.

A pattern of regex that is pickled keeps what it was compiled to, and is there again in a fiftieth of the time. `make
tables` writes the table, by digests of the patterns; what it has not, or has of another version of regex, is compiled.
"""

from __future__ import annotations

import pickle
from base64 import b64decode, b64encode
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import regex

from extractor.language.guards import digest

TABLE = Path(__file__).parent / "compiled.json"
_VERSION = "regex"  # stands for that of the package in the table


def compiled(pattern: str | bytes, flags: int) -> Any:
    """The compiled pattern."""
    said = _table().get(digest(compiled, pattern, flags)) if isinstance(pattern, str) else None
    return loaded(said) if said else regex.compile(pattern, flags)


def loaded(said: str) -> Any:
    """The pattern that an entry of the table stands for."""
    return pickle.loads(b64decode(said))


def table(patterns: Iterable[tuple[str, int]]) -> str:
    """The text of the table of these patterns with their flags, a line each."""
    said = {digest(compiled, *one): b64encode(pickle.dumps(regex.compile(*one), 5)).decode() for one in patterns}
    lines = (f'"{name}": "{value}"' for name, value in [(_VERSION, regex.__version__), *sorted(said.items())])
    return "{\n" + ",\n".join(lines) + "\n}\n"


def names(text: str) -> tuple[str, ...]:
    """What the text of a table tells apart: the version of regex, and the digests of the patterns."""
    said: dict[str, str] = msgspec.json.decode(text)
    return said.pop(_VERSION), *said


@cache
def _table() -> dict[str, str]:
    """The table, read once; empty where another version of regex made it."""
    found: dict[str, str] = msgspec.json.decode(TABLE.read_bytes()) if TABLE.exists() else {}
    return found if found.get(_VERSION) == regex.__version__ else {}
