"""The guides (CONTRIBUTING.md, ARCHITECTURE.md) name files that exist, and tables of the file named before them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDES = ("CONTRIBUTING.md", "ARCHITECTURE.md")
TO_WRITE = {"extractor/catalogue/GROUP.toml", "passed.jsonl"}  # a name to fill in; what a run writes
ENDINGS = (".py", ".md", ".toml", ".jsonl", "/")


def named(guide: str) -> list[str]:
    """What stands in backticks, in order, without blocks of code; a heading is a mark after which no file is named."""
    text = re.sub(r"^ *```.*?^ *```", "", (ROOT / guide).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [name or mark for name, mark in re.findall(r"`([^`\n]+)`|^(#)", text, re.MULTILINE)]


def paths(name: str) -> list[Path]:
    """Where a name may be: from the root, from the package, in a room of it."""
    return [one for one in (ROOT / name, ROOT / "extractor" / name) if one.exists()] or [
        one for one in (ROOT / "extractor").rglob(name.rstrip("/")) if one.is_dir() == name.endswith("/")
    ]


def is_path(name: str) -> bool:
    return bool(re.fullmatch(r"[\w./-]+", name)) and name.endswith(ENDINGS) and name not in TO_WRITE


FILES = [(guide, name) for guide in GUIDES for name in named(guide) if is_path(name)]


def tables() -> list[tuple[str, str, str]]:
    """Each table, class or private function with the file named before it."""
    found = []
    for guide in GUIDES:
        file = ""
        for name in named(guide):
            if name.startswith("#"):
                file = ""
            elif is_path(name) and name.endswith(".py"):
                file = name
            elif re.fullmatch(r"[A-Z_]{4,}|[A-Z][a-z]+[A-Z]\w+|_\w+", name):
                found.append((guide, file, name))
    return found


@pytest.mark.parametrize(("guide", "name"), FILES)
def test_a_file_that_is_named_exists(guide: str, name: str) -> None:
    assert paths(name), f"{guide} names {name}"


@pytest.mark.parametrize(("guide", "file", "name"), tables())
def test_a_table_stands_in_the_file_named_before_it(guide: str, file: str, name: str) -> None:
    assert file, f"{guide} names {name} before any file"
    assert any(
        re.search(rf"{'^' * name.isupper()}{name}\b", one.read_text(encoding="utf-8"), re.MULTILINE)
        for one in paths(file)
    ), f"{guide}: {file} has no {name}"


def test_the_guides_name_something() -> None:
    assert len(FILES) > 20
    assert len(tables()) > 15
