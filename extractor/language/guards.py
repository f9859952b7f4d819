"""What the letters of the program's own patterns tell (literals.py), out of a table: to compute it takes a start's time.

`make tables` writes the table, by digests of the patterns: what is said of one that has changed is not found, and computed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from extractor.language.literals import Words

TABLE = Path(__file__).parent / "guards.json"
Asked = tuple[Callable[..., Words], str, int]


def known(read: Callable[..., Words], pattern: str, flags: int = 0) -> Words:
    """What a function of literals.py reads in a pattern."""
    words = _table().get(digest(read, pattern, flags))
    return read(pattern, flags) if words is None else frozenset(words)


def table(asked: Iterable[Asked]) -> str:
    """The text of the table that answers all that is asked, a line each."""
    answers = {digest(*one): sorted(one[0](*one[1:])) for one in asked}
    lines = (f"{json.dumps(digest)}: {json.dumps(words, ensure_ascii=False)}" for digest, words in sorted(answers.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n"


@cache
def _table() -> dict[str, list[str]]:
    """The table, read once."""
    found: dict[str, list[str]] = msgspec.json.decode(TABLE.read_bytes()) if TABLE.exists() else {}
    return found


def digest(read: Callable[..., object], pattern: str, flags: int) -> str:
    """What stands for what a function says of a pattern in a table."""
    return blake2b(f"{read.__name__} {flags:d} {pattern}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
