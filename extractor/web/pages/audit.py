"""The findings of the audit by verdict and check."""

from __future__ import annotations

import sqlite3
from math import ceil
from typing import Any, get_args
from urllib.parse import urlencode

from msgspec.structs import replace

from extractor.archive.reading import Records
from extractor.audit.report.shapes import Totals
from extractor.audit.report.words import CHECKS, SEVERITIES, VERDICTS
from extractor.model.shapes import Check, Severity, Verdict
from extractor.web.asking import AskingError
from extractor.web.lookups.findings import PAGE, Wanted, page_of
from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked

PATH = "/audit"
FILTERS: dict[str, tuple[str, ...]] = {
    "verdict": get_args(Verdict), "check": get_args(Check), "severity": get_args(Severity),
}  # fmt: skip
DEEPEST = 100_000
GRAVE: Verdict = "refuted"  # severity is that of what is refuted


def page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The page of the audit."""
    wanted, number = _wanted(asked), _number(asked)
    found = page_of(Records(connection), wanted, number)
    totals = Totals(found.counts)
    counts: dict[str, dict[str, int]] = {name: dict.fromkeys(values, 0) for name, values in FILTERS.items()}
    for (check, verdict, severity), many in found.counts.items():
        said = {"verdict": verdict, "check": check, "severity": severity}
        for name in FILTERS if verdict == GRAVE else ("verdict", "check"):  # with the other filters as they are
            others = (other for other in FILTERS if other != name)
            if all(getattr(wanted, other) in (None, said[other]) for other in others):
                counts[name][said[name]] += many
    names = {"verdict": VERDICTS, "check": CHECKS, "severity": SEVERITIES}
    choices = {
        name: [
            (names[name][value], many, getattr(wanted, name) == value, _toggled(wanted, name, value))  # type: ignore[index]
            for value, many in counts[name].items()
            if many or getattr(wanted, name) == value
        ]
        for name in FILTERS
    }
    return rendered(
        "audit.html", asked, found=found, totals=totals, wanted=wanted, page=number, choices=choices,
        pages=ceil(found.total / PAGE), link=lambda one: _address(wanted, one),
    )  # fmt: skip


def _wanted(asked: Asked) -> Wanted:
    given: dict[str, Any] = {}
    for name, values in FILTERS.items():
        said = asked.one(name)
        if said is not None and said not in values:
            todo = f"Take {', '.join(values)}."
            raise AskingError(f"{said[:50]!r} is none of its values", where=name, todo=todo)
        given[name] = said
    return Wanted(**given)


def _number(asked: Asked) -> int:
    said = asked.one("page") or "1"
    if not said.isascii() or not said.isdigit() or not 1 <= int(said[:9]) <= DEEPEST:
        raise AskingError(f"not a whole number from 1 to {DEEPEST}", where="page", todo="Give one of these.")
    return int(said)


def _toggled(wanted: Wanted, name: str, value: str) -> str:
    now = None if getattr(wanted, name) == value else value
    return _address(replace(wanted, **{name: now}), 1)


def _address(wanted: Wanted, number: int) -> str:
    said = [(name, getattr(wanted, name)) for name in FILTERS if getattr(wanted, name)]
    pairs = [*said, *([("page", str(number))] if number > 1 else [])]
    return f"{PATH}?{urlencode(pairs)}" if pairs else PATH
