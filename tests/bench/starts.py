"""What a start costs: the figures of one sentence, from the command to its end, beside the imports alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from tests.bench.rows import MS, Row, compared, short
from tests.big_runs import processor_seconds

TURNS = 7
SENTENCE = "Năm 2023, xã có 120 hộ nghèo.\n"
IMPORTS, COMMAND = ("-c", "import pydantic, regex, typer"), ("-m", "extractor", "extract", "-")


def child_seconds(*arguments: str, given: str = "") -> float:
    """The processor seconds of a run of Python."""
    before = processor_seconds()
    subprocess.run([sys.executable, *arguments], input=given.encode(), capture_output=True, check=True)
    return processor_seconds() - before


def starts() -> Iterator[Row]:
    """One sentence on standard input beside `import pydantic, regex, typer`; the first turn warms up."""
    turns = [(child_seconds(*COMMAND, given=SENTENCE), child_seconds(*IMPORTS)) for _ in range(TURNS + 1)][1:]
    ours, theirs = zip(*turns, strict=True)
    yield compared(
        "start: one sentence on standard input", ours, IMPORTS[1], theirs, show=lambda cost: f"{short(cost * MS)} ms"
    )
