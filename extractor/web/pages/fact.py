"""A fact: who said what and when, whether they agree, and how it goes over time."""

from __future__ import annotations

import sqlite3

from extractor.archive.reading import Records
from extractor.web.charts import chart
from extractor.web.lookups.facts import told
from extractor.web.lookups.indicators import indicator_name
from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked, MissingError


def page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The page of a fact."""
    found = told(Records(connection), asked.parts["id"])
    if found is None:
        raise MissingError("no fact of this id")
    fact = found.fact
    name = indicator_name(connection, fact.indicator) if fact.indicator else None
    return rendered(
        "fact.html", asked, told=found, fact=fact, indicator=name, chart=chart([found.series], fact.id),
    )  # fmt: skip
