"""Each Python that the package supports writes the same bytes for the sample corpus: no fault of CPython's shows."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MINORS = ("3.11", "3.12", "3.13")
OF_THE_FILE = re.compile(r"_state|sqlite_|_\w+_words_")  # tables that tell of it, or of its index
DEBIAN_12 = "3.11.2"  # the Python of Debian 12, whose re reads possessive quantifiers wrongly

pytestmark = pytest.mark.pythons


def _version(python: Path) -> str | None:
    """The version of an interpreter that runs; None for one that does not (a shim without its Python)."""
    code = "import platform; print(platform.python_implementation(), platform.python_version())"
    asked = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    match = re.fullmatch(r"CPython (\d+\.\d+\.\d+)", asked.stdout.strip())
    return match[1] if match else None


@cache
def _interpreters() -> dict[str, Path]:
    """The CPythons of this machine by version: those on the path, and those that pyenv keeps."""
    folders = [Path(folder) for folder in os.get_exec_path()]
    folders += sorted(Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser().glob("versions/*/bin"))
    found: dict[str, Path] = {}
    for folder in folders:
        for name in (f"python{minor}" for minor in MINORS):
            python = folder / name
            if python.is_file() and (version := _version(python)):
                found.setdefault(version, python)
    return found


def _of(minor: str) -> list[str]:
    versions = [version for version in _interpreters() if version.startswith(f"{minor}.")]
    return sorted(versions, key=lambda version: int(version.rpartition(".")[2]))


def _written_by(python: str | Path, folder: Path) -> dict[str, bytes]:
    """The files that a run over the sample corpus writes, by name."""
    out = folder / "out"
    subprocess.run([python, "-m", "extractor", "run", "corpus/articles", "--out", out], cwd=ROOT, check=True)
    return {path.name: _content(path) for path in sorted(out.iterdir()) if path.is_file()}


def _content(path: Path) -> bytes:
    """The bytes of a file; of an archive its rows, since the file tells when it was written and by which SQLite."""
    if path.suffix != ".db":
        return path.read_bytes()
    with closing(sqlite3.connect(path)) as archive:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        tables = [name for (name,) in archive.execute(query) if not OF_THE_FILE.match(name)]
        assert {"articles", "facts", "figures", "findings", "_columns"} <= set(tables)
        rows = {name: archive.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall() for name in tables}
    return repr(rows).encode()


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the Python that runs the tests writes."""
    return _written_by(sys.executable, tmp_path_factory.mktemp("ours"))


def _writes_the_same(version: str, folder: Path, ours: dict[str, bytes]) -> None:
    """Sets the project up for that Python from the lock file, and compares what it writes with what this one writes."""
    uv, venv = Path(sys.executable).with_name("uv"), folder / "venv"
    python = venv / "bin" / "python"
    subprocess.run([uv, "venv", "--quiet", "--python", _interpreters()[version], venv], check=True)
    install: list[str | Path] = [uv, "pip", "install", "--quiet", "--python", python]
    subprocess.run([*install, "--require-hashes", "-r", ROOT / "requirements.lock"], check=True)
    subprocess.run([*install, "--no-deps", "--no-build-isolation", ROOT], check=True)
    theirs = _written_by(python, folder)
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if theirs[name] != ours[name]] == []


def test_the_python_of_debian_12(tmp_path: Path, ours: dict[str, bytes]) -> None:
    if DEBIAN_12 not in _interpreters():
        pytest.skip(f"CPython {DEBIAN_12} is not on this machine")
    _writes_the_same(DEBIAN_12, tmp_path, ours)


@pytest.mark.parametrize("minor", MINORS)
def test_the_newest_of_its_minor_version(minor: str, tmp_path: Path, ours: dict[str, bytes]) -> None:
    versions = _of(minor)
    if not versions:
        pytest.skip(f"no CPython {minor} is on this machine")
    _writes_the_same(versions[-1], tmp_path, ours)
