"""The help of each command: short, 80 columns wide, and with examples that run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from extractor.cli.app import app

ROOT = Path(__file__).parent.parent
SOLIEU = typer.main.get_command(app)
COMMANDS = SOLIEU.commands  # type: ignore[attr-defined]
EXAMPLE = re.compile(r"^(?:Example: )?((?:echo .*\| )?solieu .*)$", re.MULTILINE)
EXAMPLES = [
    (name, line) for name, command in COMMANDS.items() for line in EXAMPLE.findall(re.sub(r"\n +", "\n", command.help))
]


def helped(*command: str) -> str:
    done = CliRunner().invoke(app, [*command, "--help"], env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"})
    assert done.exit_code == 0
    return done.stdout


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_is_80_columns_wide_and_cuts_nothing(command: tuple[str, ...]) -> None:
    lines = helped(*command).splitlines()
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines if line.endswith("...") and "Usage" not in line]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_an_example(name: str) -> None:
    assert name in [of for of, _ in EXAMPLES]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_examples_run(name: str, example: str, tmp_path: Path) -> None:
    for folder in ("corpus", "tests"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    (tmp_path / "scraped").mkdir()
    (tmp_path / "scraped" / "a.txt").write_text("Toàn xã có 421 hộ nghèo.\n", encoding="utf-8")
    solieu = f"{shlex.quote(sys.executable)} -m extractor"
    before = f"{solieu} run corpus/articles --out out && " if re.search(r"(?:merge|explain) out\b", example) else ""
    command = before + re.sub(r"\bsolieu\b", solieu, example, count=1)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{name}: {done.stderr}"
