"""Facts with who said them, and the facts that stand beside them: other periods, the total, parts."""

from __future__ import annotations

from typing import NamedTuple

from extractor.archive.hits import hits_of
from extractor.archive.reading import Records
from extractor.archive.shapes import Mentioned
from extractor.audit.report.shapes import Shown
from extractor.model.records import Fact
from extractor.web.lookups.findings import of_figures
from extractor.web.lookups.numbers import numbers_of

MOST_MENTIONS = 200
MOST_SERIES = 60
MOST_PARTS = 100


class Told(NamedTuple):
    """A fact with all that is known of it."""

    fact: Fact
    place: str | None  # the id of its place
    mentions: tuple[Mentioned, ...]
    series: tuple[Fact, ...]  # the same at all periods, itself too, in their order
    total: Fact | None
    parts: tuple[Fact, ...]
    findings: tuple[Shown, ...]


def told(records: Records, name: str) -> Told | None:
    """The fact of that id."""
    fact = records.fact(name)
    if fact is None:
        return None
    row = records.connection.execute(
        "SELECT facts.number, places.id FROM facts LEFT JOIN places ON places.number = facts.place WHERE facts.id = ?",
        (name,),
    ).fetchone()
    number, place = row
    total = records.fact(fact.part_of) if fact.part_of else None
    parts = tuple(records.facts(f"facts.part_of = ? ORDER BY facts.number LIMIT {MOST_PARTS}", (name,)))
    findings = of_figures(records, "figures.fact = ?", (number,))
    return Told(fact, place, _mentions(records, number), _series(records, number), total, parts, findings)


def _mentions(records: Records, fact: int) -> tuple[Mentioned, ...]:
    """Who states a fact, those first who published first."""
    stated = dict(records.connection.execute("SELECT id, stated FROM figures WHERE fact = ?", (fact,)).fetchall())
    numbers = numbers_of(records.connection, f"fact = ? ORDER BY number LIMIT {MOST_MENTIONS}", (fact,))
    hits = sorted(hits_of(records, numbers), key=lambda one: (one.article.published or "9", one.figure.start))
    return tuple(Mentioned(one, stated[one.figure.id] or 0) for one in hits)


def _series(records: Records, fact: int) -> tuple[Fact, ...]:
    """The facts of the same indicator, or item, in the same place and unit, each of a period."""
    same = ("place", "unit", "kind", "per", "change", "category", "indicator")
    conditions = " AND ".join(f"facts.{name} IS this.{name}" for name in same)
    where = (
        "facts.number IN (SELECT facts.number FROM facts JOIN facts AS this ON this.number = ?"
        f" WHERE {conditions} AND (facts.indicator IS NOT NULL"
        " OR (facts.item = this.item AND facts.action IS this.action))"
        " AND facts.place IS NOT NULL AND facts.last_day IS NOT NULL)"
        f" ORDER BY facts.last_day, facts.first_day DESC, facts.number LIMIT {MOST_SERIES}"
    )
    return tuple(records.facts(where, (fact,)))
