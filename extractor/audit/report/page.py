"""The report as one HTML file that needs nothing else, written by jinja2; its policy lets no other script run."""

from __future__ import annotations

from base64 import b64encode
from decimal import Decimal
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from extractor.audit.numbers import in_english, written
from extractor.audit.report.shapes import Report, Totals
from extractor.audit.report.words import CHECKS, MEANINGS, SEVERITIES, VERDICTS

GENERATOR = '<meta name="generator" content="solieu">'  # tells a report of solieu from other files of that name
BUFFERED = 200  # pieces of the template that are joined before they are written


def write_report(path: Path, report: Report) -> None:
    """Writes the page of a report."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # on use: few commands write pages

    environment = Environment(
        loader=PackageLoader("extractor.audit.report"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {"vi": lambda one: written(Decimal(one)), "en": lambda one: in_english(Decimal(one))}
    parts = files("extractor.audit.report") / "templates"
    style, script = ((parts / name).read_text(encoding="utf-8") for name in ("report.css", "report.js"))
    stream = environment.get_template("report.html").stream(
        report=report, totals=Totals(report.counts), generator=GENERATOR, style=style, script=script,
        policy=_policy(script), verdicts=VERDICTS, meanings=MEANINGS, severities=SEVERITIES, checks=CHECKS,
    )  # fmt: skip
    stream.enable_buffering(BUFFERED)
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(stream)


def is_report(path: Path) -> bool:
    """Whether a file is a report that solieu wrote."""
    with path.open("rb") as file:
        return GENERATOR.encode() in file.read(2048)


def _policy(script: str) -> str:
    """What the page may do: show its own style, pictures that stand in it, and run its one script."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
