"""Who may import whom: the layers of pyproject.toml, one door for each heavy package, a light start, small modules."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import grimp
import pytest
from importlinter import cli as linter

PACKAGE = Path(__file__).parent.parent / "extractor"
MOST_MODULE_LINES, MOST_FUNCTION_LINES, MOST_PARAMETERS = 400, 60, 7  # STYLE: small enough to be read at once
DOORS = {
    "underthesea": {"extractor.extraction.steps.tokens"},
    "pydantic": {
        "extractor.model.records", "extractor.archive.telling", "extractor.web.api.records",
        "extractor.web.api.description",
    },
    "lxml": {"extractor.reading.html.tree"},
    "trafilatura": {"extractor.reading.html.selection"},
    "polars": {
        "extractor.dataset.export.frames", "extractor.dataset.parts", "extractor.reading.formats.tables",
        "extractor.audit.records.tables",
    },
    "fastexcel": {"extractor.audit.records.tables"},
    "warcio": {"extractor.reading.formats.warc"},
    "ijson": {"extractor.reading.formats.json_records"},
    "ftfy": {"extractor.reading.encoding.encodings"},
    "datasketch": {"extractor.runs.fingerprints"},
    "charset_normalizer": {"extractor.reading.encoding.encodings"},
    "jinja2": {"extractor.audit.report.page", "extractor.web.rendering"},
    "altair": {"extractor.audit.report.plotting", "extractor.web.charts"},
    "vl_convert": {"extractor.audit.report.plotting", "extractor.web.charts"},
    "datasette": {"extractor.web.plugin"},
    "uvicorn": {"extractor.web.serving"},
    "csv": {"extractor.reading.formats.rows"},  # polars cannot tell which row is bad
}  # fmt: skip
PARSERS = ("lxml", "trafilatura", "polars", "fastexcel", "warcio", "ftfy", "charset_normalizer", "datasketch")
PAGES = ("jinja2", "altair", "vl_convert", "datasette", "uvicorn")
HEAVY = (
    "numpy", "underthesea", "regex", "jsonlines", "simplejson", "requests", "huggingface_hub", "ijson",
    *PAGES, *PARSERS,
)
# All of the package that the command line needs to print its help.
LIGHT = (
    "extractor.cli", "extractor.cli.app", "extractor.cli.archiving", "extractor.cli.arguments", "extractor.cli.exit",
    "extractor.cli.explaining", "extractor.cli.searching", "extractor.cli.serving",
    "extractor.model", "extractor.model.errors", "extractor.model.shapes", "extractor.reading",
    "extractor.reading.document",
)  # fmt: skip
FOREIGN = ("argparse",)  # typer stands for it


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(
        "extractor", include_external_packages=True, exclude_type_checking_imports=True, cache_dir=None
    )


def test_layers_are_kept() -> None:
    assert linter.lint_imports(config_filename=str(PACKAGE.parent / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("package", DOORS)
def test_package_is_imported_in_one_place(package: str) -> None:
    assert graph().find_modules_that_directly_import(package) == DOORS[package]


@pytest.mark.parametrize("package", FOREIGN)
def test_package_is_not_used(package: str) -> None:
    assert package not in graph().modules


@pytest.mark.process
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["extract", "--help"]], ids=" ".join)
def test_a_light_start(arguments: list[str]) -> None:
    code = f"""
import sys
from extractor.cli.app import app
try:
    app({arguments!r})
except SystemExit:
    pass
ours = {{name for name in sys.modules if name.startswith("extractor.")}}
print(sorted(set({HEAVY!r}) & set(sys.modules) | ours - set({LIGHT!r})), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.process
def test_commands_that_make_no_archive_do_not_wait_for_it() -> None:
    code = """
import sys
import extractor.cli.commands
rooms = ("numpy", "extractor.archive", "extractor.web")
print(sorted(set(rooms) & set(sys.modules)))
"""
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.mark.process
def test_importing_the_package_imports_none_of_it() -> None:
    code = "import sys, extractor; print([name for name in sys.modules if name.startswith('extractor.')])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.mark.process
def test_plain_text_needs_none_of_the_parsers() -> None:
    code = f"""
import sys
from io import BytesIO
from extractor import read
assert list(read(["-"], stdin=BytesIO("Toàn xã có 421 hộ nghèo.".encode())))
print(sorted(set({PARSERS!r}) & set(sys.modules)))
"""
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.mark.process
def test_a_sentence_needs_none_of_what_is_heavy() -> None:
    code = f"""
import io, sys
sys.stdin = io.TextIOWrapper(io.BytesIO("Năm 2023, xã có 120 hộ nghèo.".encode()))
from extractor.cli.app import app
try:
    app(["extract", "-"])
except SystemExit:
    pass
heavy = set({(*PARSERS, *PAGES, "numpy", "underthesea", "jsonlines", "ijson")!r})
rooms = {{name.split(".")[1] for name in sys.modules if name.startswith("extractor.")}}
print(sorted(heavy & set(sys.modules) | rooms & {{"archive", "audit", "dataset", "evaluate", "web"}}), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert '"value": 120' in done.stdout
    assert done.stderr.splitlines()[-1] == "[]"


def test_the_public_names() -> None:
    import extractor

    assert all(hasattr(extractor, name) for name in extractor.__all__)
    assert extractor.read_number("ba trăm linh hai") == 302
    assert set(extractor.__all__) <= set(dir(extractor))
    assert not hasattr(extractor, "nothing")


MODULES = [path for folder in (PACKAGE, PACKAGE.parent / "tests") for path in sorted(folder.rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_modules_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) < MOST_MODULE_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_FUNCTION_LINES, node.name
            taken = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            assert len(taken) <= MOST_PARAMETERS, node.name
