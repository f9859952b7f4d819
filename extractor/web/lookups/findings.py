"""Findings of an archive, as the report shows them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple

from msgspec import Struct

from extractor.archive.reading import Records
from extractor.audit.report.plotting import plot
from extractor.audit.report.quoting import Quotes
from extractor.audit.report.shapes import Counts, Shown
from extractor.audit.report.showing import MOST_COMPARED, shown
from extractor.model.records import Finding
from extractor.model.shapes import Check, Severity, Verdict
from extractor.web.lookups.remembered import remembered

PAGE = 20
_ORDER = (
    "CASE verdict WHEN 'refuted' THEN 0 WHEN 'not_enough_info' THEN 1 ELSE 2 END,"
    " CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, number"
)
_LATEST = """
number IN (
    SELECT findings.number FROM findings JOIN compared ON compared.finding = findings.number AND compared.position = 0
        JOIN figures ON figures.number = compared.figure JOIN articles ON articles.number = figures.article
    WHERE findings.compared = 1 AND findings.verdict = 'refuted'
    ORDER BY articles.day DESC, findings.number LIMIT ?
)"""


class Wanted(Struct, frozen=True):
    """Which findings are asked for; None leaves all."""

    verdict: Verdict | None = None
    check: Check | None = None
    severity: Severity | None = None

    @property
    def condition(self) -> tuple[str, list[str]]:
        """The same as SQL, with its values."""
        said = (("verdict", self.verdict), ('"check"', self.check), ("severity", self.severity))
        given = [(name, value) for name, value in said if value]
        return " AND ".join(("compared = 1", *(f"{name} = ?" for name, _ in given))), [value for _, value in given]


class Found(NamedTuple):
    """A page of findings, and how many there are of each sort in all."""

    shown: tuple[Shown, ...]
    total: int
    counts: Counts


def page_of(records: Records, wanted: Wanted, page: int) -> Found:
    """The findings of a page, those refuted first, the gravest first."""
    where, values = wanted.condition
    (total,) = records.connection.execute(f"SELECT count(*) FROM findings WHERE {where}", values).fetchone()
    limits = [*values, PAGE, (page - 1) * PAGE]
    found = list(records.findings(f"{where} ORDER BY {_ORDER} LIMIT ? OFFSET ?", limits))
    return Found(as_shown(records, found), total, remembered(records.connection, counted))


def counted(connection: sqlite3.Connection) -> Counts:
    """How many findings there are of each check, verdict and severity."""
    query = 'SELECT "check", verdict, severity, count(*) FROM findings WHERE compared = 1 GROUP BY 1, 2, 3'
    return Counter({(check, verdict, grave): number for check, verdict, grave, number in connection.execute(query)})


def latest_refuted(records: Records, most: int) -> tuple[Shown, ...]:
    """The findings that refute a figure of the newest articles."""
    return as_shown(records, list(records.findings(_LATEST, (most,))), plotted=False)


def of_figures(records: Records, condition: str, values: Sequence[Any], *, plotted: bool = False) -> tuple[Shown, ...]:
    """The findings that compare any of the figures of which a condition on `figures` holds."""
    where = (
        "compared = 1 AND number IN (SELECT finding FROM compared JOIN figures ON figures.number = compared.figure"
        f" WHERE {condition}) ORDER BY {_ORDER} LIMIT {2 * PAGE}"
    )
    return as_shown(records, list(records.findings(where, values)), plotted=plotted)


def as_shown(records: Records, findings: Sequence[Finding], *, plotted: bool = True) -> tuple[Shown, ...]:
    """The findings as pages show them, with the sentences of their articles."""
    named = list(dict.fromkeys(chain.from_iterable(one.figures[:MOST_COMPARED] for one in findings)))
    figures = {figure.id: figure for figure in records.figures(_numbers(records.connection, named)).values()}
    quotes = Quotes()
    articles: dict[str, None] = {}
    for finding in findings:
        for one in finding.sentences[:MOST_COMPARED]:
            quotes.want(one.article, (one.start, one.end))
            articles[one.article] = None
    for name in articles:
        article = records.article(name)
        if article:
            quotes.see(article)
    return tuple(shown(one, figures, quotes, plot if plotted else None) for one in findings)


def _numbers(connection: sqlite3.Connection, names: Iterable[str]) -> list[int]:
    found = (connection.execute("SELECT number FROM figures WHERE id = ?", (name,)).fetchone() for name in names)
    return [row[0] for row in found if row]
