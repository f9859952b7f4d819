"""The findings of an archive: those of the last audit that looked at all figures that they compare."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from extractor.archive.columns import CHUNK
from extractor.archive.rows import finding_row
from extractor.archive.storing import drop_findings
from extractor.audit.report.words import VERDICTS
from extractor.dataset.folder import read_findings
from extractor.model.errors import DatasetError
from extractor.model.records import Finding

TODO = "Audit it anew (solieu audit DIR), then add it."
_RANK = f"CASE findings.verdict {' '.join(f'WHEN {one!r} THEN {at}' for at, one in enumerate(VERDICTS))} END"
_VERDICT = f"""
UPDATE figures SET verdict = (
    SELECT findings.verdict FROM compared JOIN findings ON findings.number = finding
    WHERE figure = figures.number AND position = 0 AND findings.compared ORDER BY {_RANK} LIMIT 1
) WHERE number IN (SELECT figure FROM doubted)
"""
# Findings all of whose figures the run has, but which its audit does not find.
_FORMER = """
SELECT number FROM findings
WHERE id NOT IN (SELECT id FROM found) AND number IN (SELECT finding FROM compared) AND number NOT IN (
    SELECT finding FROM compared JOIN figures ON figures.number = figure JOIN articles ON articles.number = article
    WHERE articles.id NOT IN (SELECT id FROM run))
"""


def take_findings(connection: sqlite3.Connection, folder: Path) -> tuple[int, int]:
    """How many findings of a run were put in, and how many were taken out; none where it was not audited."""
    path = folder / "findings.jsonl"
    if not path.exists():
        return 0, 0
    (number,) = connection.execute("SELECT coalesce(max(number), 0) FROM findings").fetchone()
    new = 0
    for finding in read_findings(folder):
        row = finding_row(finding)
        _note(connection, finding, path)
        former = connection.execute("SELECT * FROM findings WHERE id = ?", (finding.id,)).fetchone()
        if former is not None and former[1:] == row:
            continue
        if former is not None:
            drop_findings(connection, f"SELECT {former[0]} AS finding")
        new, number = new + 1, number + 1
        connection.execute(f"INSERT INTO findings VALUES (?{', ?' * len(row)})", (number, *row))
        figures = [(number, at, _number(connection, name, finding, path)) for at, name in enumerate(finding.figures)]
        connection.executemany("INSERT INTO compared VALUES (?, ?, ?)", figures)
        connection.executemany("INSERT OR IGNORE INTO doubted VALUES (?)", ((one,) for _, _, one in figures[:1]))
    gone = connection.execute(f"SELECT count(*) FROM ({_FORMER})").fetchone()[0] if number > new else 0
    if gone:
        drop_findings(connection, f"SELECT number AS finding FROM ({_FORMER})")
    return new, gone


def tell_verdicts(connection: sqlite3.Connection) -> None:
    """Gives each figure in doubt the gravest verdict of the findings that compare it with something."""
    connection.execute(_VERDICT)
    connection.execute(f"INSERT OR IGNORE INTO chunks SELECT DISTINCT figure / {CHUNK} FROM doubted")


def _note(connection: sqlite3.Connection, finding: Finding, path: Path) -> None:
    """Remembers that the run has a finding."""
    try:
        connection.execute("INSERT INTO found VALUES (?)", (finding.id,))
    except sqlite3.IntegrityError as error:
        raise DatasetError(f"the finding {finding.id} stands in it twice", where=str(path), todo=TODO) from error


def _number(connection: sqlite3.Connection, figure: str, finding: Finding, path: Path) -> int:
    row = connection.execute("SELECT number FROM figures WHERE id = ?", (figure,)).fetchone()
    if row is None:
        what = f"finding {finding.id} compares figure {figure}, which is not among the figures"
        raise DatasetError(what, where=str(path), todo=TODO)
    return int(row[0])
