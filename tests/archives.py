"""Archives for tests: of the sample corpus, made once in a session."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from typer.testing import CliRunner

from extractor.archive.adding import add_run
from extractor.cli.app import app

ROOT = Path(__file__).parent.parent


@cache
def sample_run() -> Path:
    """The folder of a run over the sample corpus, with the official figures; to be read only."""
    folder = Path(mkdtemp(prefix="solieu-")) / "out"
    arguments = [str(ROOT / "corpus" / "articles"), "--out", str(folder), "--records", str(ROOT / "corpus/records.csv")]
    assert CliRunner().invoke(app, ["run", *arguments]).exit_code == 0
    return folder


@cache
def sample_archive() -> Path:
    """The archive of the sample corpus; to be read only."""
    path = sample_run().parent / "sample.db"
    add_run(path, sample_run())
    return path
