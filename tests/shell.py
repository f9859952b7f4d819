"""Command lines of the README and of help texts, run within the tests: their pipes and files, no process a command."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from contextlib import chdir
from functools import cache
from pathlib import Path

from typer.testing import CliRunner

from extractor.cli.app import app

ROOT = Path(__file__).parent.parent
_COMMAND = re.compile(r"(?:(?P<before>[^|>]+)\|\s*)?solieu\s+(?P<arguments>[^|>]*)(?:>\s*(?P<file>\S+))?")


def run_line(line: str, folder: Path) -> None:
    """Runs `BEFORE | solieu … > FILE`, or several joined by &&, beside the sample corpus; each must be done."""
    *first, last = (command.strip() for command in line.split("&&"))
    for command in first:
        run_once(command, folder)
    _run(last, folder)


def run_once(command: str, folder: Path) -> None:
    """Makes a folder as a command leaves it with which many lines begin."""
    shutil.copytree(_prepared(command), folder, symlinks=True, dirs_exist_ok=True)


@cache
def _prepared(command: str) -> Path:
    """A folder in which a command was run."""
    folder = Path(tempfile.mkdtemp())
    _run(command, folder)
    return folder


def _run(command: str, folder: Path) -> None:
    for name in ("corpus", "tests"):
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)
    parts = _COMMAND.fullmatch(command)
    assert parts, f"no command line that is understood here: {command}"
    given = None
    if parts["before"]:
        given = subprocess.run(["bash", "-c", parts["before"]], cwd=folder, capture_output=True, check=True).stdout
    with chdir(folder):
        done = CliRunner().invoke(app, shlex.split(parts["arguments"]), input=given, env=dict(os.environ))
    assert done.exit_code == 0, f"{command}: {done.stderr}{done.exception}"
    if parts["file"]:
        (folder / parts["file"]).write_bytes(done.stdout_bytes)
