"""The front page: search first, what is in the archive, the latest figures that are refuted."""

from __future__ import annotations

import sqlite3

from extractor.archive.reading import Records
from extractor.archive.shapes import Query
from extractor.web.asking import address
from extractor.web.lookups.counted import contents, top_indicators, top_places
from extractor.web.lookups.findings import latest_refuted
from extractor.web.lookups.remembered import remembered
from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked
from extractor.web.words import EXAMPLES

MOST_LATEST = 4


def page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The front page."""
    examples = [{"words": words, "link": address("/search", Query(words))} for words in EXAMPLES]
    return rendered(
        "home.html", asked, in_it=remembered(connection, contents), indicators=remembered(connection, top_indicators),
        places=remembered(connection, top_places), latest=latest_refuted(Records(connection), MOST_LATEST),
        examples=examples,
    )  # fmt: skip
