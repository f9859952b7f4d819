"""The README keeps its word: its commands run, its record comes out, its files and fields exist."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args
from urllib.request import urlopen

import pytest

from extractor.model.records import Fact, FigureBase, Finding
from extractor.model.shapes import Check, Severity, Verdict
from extractor.model.writing import dumps
from tests.helpers import extracted
from tests.shell import run_line, run_once

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOT_HERE = ("make", "git", "pip")  # they run the tests themselves, or set up what the tests run in
SERVE = "&& solieu serve"  # goes on until it is stopped
RUN = "solieu run corpus/articles --out out"
MAKE_TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines() if line and not line.startswith("#")]


def test_first_screen_shows_a_sentence_its_record_and_the_commands() -> None:
    screen = "\n".join(README.splitlines()[:50])
    for shown in ("```text", "```json", "make run", "make test"):
        assert shown in screen


def test_record_shown_is_what_comes_out() -> None:
    sentence, shown = blocks("text")[0].strip(), json.loads(blocks("json")[0])
    (figure,) = extracted(sentence).figures
    record = json.loads(dumps(figure.model_dump()))
    assert shown == {name: record[name] for name in shown}
    assert {"text", "kind", "value", "unit", "item", "place", "period"} <= set(shown)


@pytest.mark.parametrize("command", [one for one in COMMANDS if not one.startswith(NOT_HERE) and SERVE not in one])
def test_command_runs(command: str, tmp_path: Path) -> None:
    before = "solieu extract corpus/articles --out out && " if command == "solieu merge out" else ""
    run_line(before + command, tmp_path)


@pytest.mark.process
def test_the_page_is_served(tmp_path: Path) -> None:
    (command,) = [one for one in COMMANDS if SERVE in one]
    first, _, serve = command.partition(" && ")
    run_once(first, tmp_path)
    arguments = [sys.executable, "-m", "extractor", *serve.split()[1:], "--port", "0"]
    with subprocess.Popen(arguments, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr
            address = re.search(r"http://[\d.:]+", server.stderr.readline())
            assert address
            with urlopen(address[0]) as page:
                assert page.status == 200
                assert "solieu" in page.read().decode()
        finally:
            server.terminate()


@pytest.mark.process
def test_a_command_runs_as_a_process(tmp_path: Path) -> None:
    command = next(one for one in COMMANDS if one.startswith("echo "))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path}
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout)["value"] == 421


def test_make_targets_exist() -> None:
    named = {
        target
        for line in COMMANDS
        if line.startswith("make ")
        for target in re.findall(r"[a-z-]+", line.split("#")[0])[1:]
    }
    assert named
    assert named <= MAKE_TARGETS


@pytest.mark.parametrize("code", blocks("python"))
def test_python_runs(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_once(RUN, tmp_path)
    monkeypatch.chdir(tmp_path)
    exec(code, {"__name__": "__main__"})


def test_every_field_is_described() -> None:
    table = set(re.findall(r"`(\w+)`", README))
    assert {*FigureBase.model_fields, *Fact.model_fields, *Finding.model_fields} <= table
    assert {*get_args(Check), *get_args(Verdict), *get_args(Severity)} <= table


def test_changelog_has_the_version() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert version
    assert f"## {version[1]} - " in (ROOT / "CHANGELOG.md").read_text()
