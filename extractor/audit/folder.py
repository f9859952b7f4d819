"""The audit of a merged run: its findings, a table of them and a report, written beside its facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import jsonlines
from msgspec import Struct, field

from extractor.audit.auditing import findings
from extractor.audit.report.gathering import gather
from extractor.audit.report.page import is_report, write_report
from extractor.audit.report.shapes import Official
from extractor.audit.report.unread import MOST_LISTED
from extractor.dataset.export.columns import FINDINGS
from extractor.dataset.export.frames import CsvFile
from extractor.dataset.export.package import with_table
from extractor.dataset.export.tables import PACKAGE, new_files, package_of, write_package
from extractor.dataset.folder import check_run, read_articles, read_facts, read_figures, read_findings
from extractor.dataset.parts import has_results
from extractor.model.errors import DatasetError, OutputError
from extractor.model.writing import dumps, output_errors

if TYPE_CHECKING:
    from extractor.audit.records import Records
    from extractor.model.records import Failure, Finding

FOLDER = ".audit"  # hidden: holds the files until all are complete
LINES, TABLE, REPORT = "findings.jsonl", "findings.csv", "report.html"
FILES = (LINES, TABLE, REPORT)


class Audit(Struct):
    """How many findings there are, by verdict and by check, and the files that were written."""

    verdicts: Counter[str] = field(default_factory=Counter)
    checks: Counter[str] = field(default_factory=Counter)
    figures: int = 0
    alone: int = 0  # figures that were compared with nothing
    files: tuple[str, ...] = ()
    unused: tuple[Failure, ...] = ()  # rows of the official figures that could not be used


def audit_folder(
    folder: Path, records: Path | None = None, mapping: Path | None = None, *, bom: bool = False
) -> Audit:
    """What the audit of a merged run found; its files take the place of former ones when all are complete.

    `records` is a file of official figures, `mapping` a TOML file that tells its columns. DatasetError where the folder
    is not merged, OutputError where a file of somebody else is in the way or there is no space.
    """
    audit = Audit()
    check_files(folder)
    check_merged(folder)
    rows = _records(records, mapping)
    with output_errors(str(folder)), new_files(folder, FOLDER) as new:
        found = findings(read_articles(folder), read_figures(folder), read_facts(folder), rows)
        _write(new, _counted(found, audit), bom=bom)
        report = gather(folder, partial(read_findings, new), records=_official(rows))
        write_report(new / REPORT, report)
        audit.figures, audit.alone = report.read.figures, report.read.alone
        names: tuple[str, ...] = FILES
        described = package_of(folder)
        if described is not None:
            write_package(new / PACKAGE, with_table(described, FINDINGS, bom=bom))
            names = (*FILES, PACKAGE)
        for name in names:
            (new / name).replace(folder / name)
    audit.files, audit.unused = names, rows.failures if rows else ()
    return audit


def check_merged(folder: Path) -> None:
    """Raises a DatasetError where a folder does not hold a run that was merged."""
    check_run(folder)
    if not has_results(folder, "facts"):
        todo = f"Merge its figures first: solieu merge {folder}."
        raise DatasetError("there is no facts.jsonl in it", where=str(folder), todo=todo)


def check_records(records: Path | None, mapping: Path | None) -> None:
    """Raises an error where a file of official figures cannot be read: told before the work of an hour, not after."""
    _records(records, mapping)


def check_files(folder: Path) -> None:
    """Raises an error where a file lies in the way of those to be written and no former audit has written it."""
    for name, is_ours in ((LINES, _is_lines), (TABLE, _is_table), (REPORT, is_report)):
        path = folder / name
        if path.is_dir() or (path.exists() and not is_ours(path)):
            what = "is in the way: no audit of solieu wrote it"
            raise OutputError(what, where=str(path), todo="Move it, or give another folder.")


def _is_lines(path: Path) -> bool:
    """Whether a file holds findings, or nothing."""
    with path.open("rb") as file:
        first = file.readline()
    return not first or (first.startswith(b'{"id": "d') and b'"verdict": ' in first)


def _is_table(path: Path) -> bool:
    """Whether a file begins with the header of our table."""
    header = ",".join(column.name for column in FINDINGS.columns)
    with path.open("rb") as file:
        return file.readline().decode("utf-8-sig", "replace").strip() == header


def _records(path: Path | None, mapping: Path | None) -> Records | None:
    """The official figures of a file."""
    if path is None:
        return None
    from extractor.audit.records import read_records  # on use: most audits have none

    return read_records(path, mapping)


def _official(records: Records | None) -> Official | None:
    """What a report tells of the official figures."""
    if records is None:
        return None
    return Official(records.file, len(records.rows), len(records.failures), records.failures[:MOST_LISTED])


def _write(new: Path, found: Iterable[Finding], *, bom: bool) -> None:
    with (
        (new / LINES).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file,
        CsvFile(new / TABLE, FINDINGS.columns, bom=bom) as table,
    ):
        lines = jsonlines.Writer(file, dumps=dumps)
        for finding in found:
            lines.write(finding.model_dump())
            table.add(finding)


def _counted(found: Iterable[Finding], audit: Audit) -> Iterator[Finding]:
    for finding in found:
        audit.verdicts[finding.verdict] += 1
        audit.checks[finding.check] += 1
        yield finding
