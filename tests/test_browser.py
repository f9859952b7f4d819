"""`make browser`: the Chromium that is there is taken; else it is installed, or it is said what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.process


def make(folder: Path, programs: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """`make browser` where there are no programs but the shell's, and those given as shell scripts."""
    for name in ("sh", "make", "id", "cat"):
        (folder / name).symlink_to(shutil.which(name) or "")
    for name, script in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    environment = os.environ | {"PATH": str(folder)}
    command = [str(folder / "make"), "-C", str(ROOT), "browser"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_one_that_is_there_is_taken(name: str, tmp_path: Path) -> None:
    done = make(tmp_path, {name: "", "apt-get": "exit 1"})
    assert done.returncode == 0
    assert "Installing" not in done.stderr


def test_it_is_installed_where_there_is_none(tmp_path: Path) -> None:
    log = tmp_path / "log"
    done = make(tmp_path, {"apt-get": f'echo "apt-get $*" >> {log}', "sudo": '"$@"'})
    assert done.returncode == 0, done.stderr
    assert log.read_text(encoding="utf-8").splitlines() == ["apt-get update -qq", "apt-get install -y -qq chromium"]


@pytest.mark.parametrize("programs", [{}, {"apt-get": "exit 100", "sudo": "exit 1"}], ids=["no apt-get", "it fails"])
def test_what_to_do_is_said(programs: dict[str, str], tmp_path: Path) -> None:
    done = make(tmp_path, programs)
    assert done.returncode != 0
    assert "There is no Chromium, and it could not be installed: install it" in done.stderr
