"""An indicator: its values by place and year, with a chart of the places that have most."""

from __future__ import annotations

import sqlite3

from extractor.archive.reading import Records
from extractor.archive.shapes import Filters, Query
from extractor.web.asking import address
from extractor.web.charts import MOST_LINES, chart
from extractor.web.lookups.indicators import indicator
from extractor.web.lookups.series import Series
from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked, MissingError


def page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The page of an indicator."""
    name = asked.parts["id"]
    found = indicator(Records(connection), name)
    if found is None:
        raise MissingError("no indicator of this id")
    lines = _lines(found.values.rows)
    drawn = chart([one.facts for one in lines], "series") if lines else None
    link = address("/search", Query(filters=Filters(indicator=(name,))))
    return rendered("indicator.html", asked, found=found, lines=lines, chart=drawn, search_link=link)


def _lines(rows: tuple[Series, ...]) -> tuple[Series, ...]:
    """The series over time that a chart can show together: of one unit, that which most have."""
    over_time = [one for one in rows if one.is_over_time and one.first.place]
    units = [(one.first.unit, one.first.per, one.first.change) for one in over_time]
    unit = max(units, key=units.count, default=None)
    fit = (one for one, of in zip(over_time, units, strict=True) if of == unit)
    return tuple(fit)[:MOST_LINES]
