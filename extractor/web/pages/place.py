"""A place: its indicators by year with charts, what it is today and was, what lies in it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from extractor.archive.reading import Records
from extractor.archive.shapes import Filters, Query
from extractor.audit.report.words import Both
from extractor.model.records import Fact
from extractor.web.asking import address
from extractor.web.charts import Chart, chart
from extractor.web.lookups.indicators import indicator_name
from extractor.web.lookups.places import known
from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked, MissingError

MOST_CHARTS = 6


class Drawn(NamedTuple):
    """A chart with what it shows."""

    fact: Fact
    name: Both
    chart: Chart
    values: tuple[Fact, ...]


def page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The page of a place."""
    name = asked.parts["id"]
    found = known(Records(connection), name)
    if found is None:
        raise MissingError("no place of this id")
    names = {
        one.first.indicator: indicator_name(connection, one.first.indicator)
        for one in found.indicators.rows
        if one.first.indicator
    }
    drawn: list[Drawn] = []
    for series in found.indicators.rows:
        if len(drawn) < MOST_CHARTS and series.is_over_time and series.first.indicator:
            one = chart([series.facts], series.first.id)
            drawn += [Drawn(series.first, names[series.first.indicator], one, series.facts)] if one else []
    link = address("/search", Query(filters=Filters(place=name)))
    return rendered("place.html", asked, known=found, place=found.place, names=names, drawn=drawn, search_link=link)
