"""A finding of the audit, as the report shows it."""

from __future__ import annotations

import sqlite3

from extractor.archive.reading import Records
from extractor.web.lookups.findings import as_shown
from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked, MissingError


def page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The page of a finding."""
    records = Records(connection)
    finding = records.finding(asked.parts["id"])
    if finding is None:
        raise MissingError("no finding of this id")
    (shown,) = as_shown(records, [finding])
    return rendered("finding.html", asked, finding=shown, figures=finding.figures, facts=finding.facts)
