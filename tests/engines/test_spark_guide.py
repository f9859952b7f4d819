"""docs/spark.md keeps its word: its commands are taken as they stand, its columns are there."""

from __future__ import annotations

import re
import shlex
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command

from extractor.cli.app import app
from extractor.engines.spark.tables import TABLES
from tests.datasets import ROOT
from tests.engines.corpora import Both

if TYPE_CHECKING:
    from click import Group
    from pyspark.sql import SparkSession

GUIDE = (ROOT / "docs" / "spark.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    (?:.* submit\.py |solieu )(\w+ .*)$", GUIDE, re.MULTILINE)
BLOCKS = re.findall(r"^```python\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_taken(command: str) -> None:
    name, *arguments = shlex.split(command)
    commands: Group = get_command(app)  # type: ignore[assignment]
    assert commands.commands[name].make_context(name, arguments).params


def test_the_guide_names_what_is_written() -> None:
    assert len(COMMANDS) > 6
    assert all(f"`{name}`" in GUIDE for name in TABLES)


def test_its_columns_are_there(session: SparkSession, both: Both, tmp_path: Path) -> None:
    (reading,) = [block for block in BLOCKS if "out/facts" in block]
    (tmp_path / "out").mkdir()
    for table in TABLES:
        (tmp_path / "out" / table).symlink_to(both.many / table)
    with chdir(tmp_path):
        exec(reading.replace('"out/', f'"file://{tmp_path}/out/'), {"spark": session})
