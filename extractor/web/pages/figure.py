"""A figure: its record in full, its sentence, the fact that it states, the findings that compare it."""

from __future__ import annotations

import sqlite3

from extractor.archive.hits import hits_of
from extractor.archive.reading import Records
from extractor.web.lookups.findings import of_figures
from extractor.web.lookups.indicators import indicator_name
from extractor.web.lookups.numbers import numbers_of
from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked, MissingError


def page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The page of a figure."""
    records = Records(connection)
    hits = hits_of(records, numbers_of(connection, "id = ?", (asked.parts["id"],)))
    if not hits:
        raise MissingError("no figure of this id")
    (hit,) = hits
    figure = hit.figure
    name = indicator_name(connection, figure.indicator) if figure.indicator else None
    total = records.figure(figure.part_of) if figure.part_of else None
    findings = of_figures(records, "figures.id = ?", (figure.id,), plotted=True)
    return rendered(
        "figure.html", asked, hit=hit, figure=figure, indicator=name, total=total,
        fact=records.fact(hit.fact) if hit.fact else None, findings=findings,
    )  # fmt: skip
