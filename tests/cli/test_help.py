"""The help of each command: short, 80 columns wide, and with examples that run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from extractor.cli.app import app
from tests.shell import run_line

ROOT = Path(__file__).parents[2]
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


ALONE = [one for name, one in EXAMPLES if name != "serve" and "--engine" not in one]  # until stopped, by a cluster


@pytest.mark.parametrize("example", ALONE)
def test_examples_run(example: str, tmp_path: Path) -> None:
    (tmp_path / "scraped").mkdir()
    (tmp_path / "scraped" / "a.txt").write_text("Toàn xã có 421 hộ nghèo.\n", encoding="utf-8")
    before = (
        "solieu run corpus/articles --out out && "
        if re.search(r"(?:merge|explain|audit|archive) out\b|--db out/", example)
        else ""
    )
    run_line(before + example, tmp_path)
