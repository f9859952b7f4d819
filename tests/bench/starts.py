"""What a start costs: the figures of one sentence, from the command to its end, beside the imports alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.rows import MS, Row, compared, short
from tests.big_runs import processor_seconds

TURNS = 9
SENTENCES = {"one sentence": "Năm 2023, xã có 120 hộ nghèo.\n", "one with a place": "Xã Lâm Thượng có 120 hộ nghèo.\n"}
IMPORTS, COMMAND = ("-c", "import pydantic, regex, typer"), ("-m", "extractor", "extract", "-")
# As Python works where nobody says otherwise: what it compiled of a module is there the next time.
USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def child_seconds(*arguments: str, given: str = "") -> float:
    """The processor seconds of a run of Python."""
    before = processor_seconds()
    subprocess.run([sys.executable, *arguments], input=given.encode(), capture_output=True, check=True, env=USUAL)
    return processor_seconds() - before


def starts() -> Iterator[Row]:
    """A sentence on standard input beside `import pydantic, regex, typer`; the first turn warms up."""
    for name, sentence in SENTENCES.items():
        turns = [(child_seconds(*COMMAND, given=sentence), child_seconds(*IMPORTS)) for _ in range(TURNS + 1)][1:]
        ours, theirs = zip(*turns, strict=True)
        yield compared(f"start: {name} on standard input", ours, IMPORTS[1], theirs, show=_milliseconds)


def _milliseconds(cost: float) -> str:
    return f"{short(cost * MS)} ms"
