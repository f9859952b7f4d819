"""Whether a query can be answered: its filters name what there is, its page begins at one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import get_args

from extractor.archive.shapes import MOST_OF_A_PAGE, Filters, Query, Sort
from extractor.model.edtf import OPEN, Days, days_of
from extractor.model.errors import ArchiveError
from extractor.model.shapes import Agreement, Kind, Modifier, Status, Units, Verdict

CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind), "modifier": get_args(Modifier), "status": get_args(Status),
    "agreement": get_args(Agreement), "verdict": get_args(Verdict),
}  # fmt: skip
EDTF = "Write a year, month or day, or two with a slash: 2023, 2023-09, 2021/2025, ../2020."


def check(query: Query) -> None:
    """Raises an ArchiveError where a query cannot be answered; it says which part, and what it may be."""
    filters = query.filters
    for name, known in CHOICES.items():
        for value in getattr(filters, name):
            _one_of(name, value, known)
    _one_of("units", filters.units, get_args(Units))
    _one_of("sort", query.sort, get_args(Sort))
    if filters.period is not None:
        period(filters.period)
    _values(filters)
    if filters.confidence is not None and not 0 <= filters.confidence <= 1:
        raise ArchiveError(f"{filters.confidence} is no confidence", where="confidence", todo="Give one from 0 to 1.")
    if query.page < 1:
        raise ArchiveError(f"there is no page {query.page}", where="page", todo="The first page is 1.")
    if not 1 <= query.size <= MOST_OF_A_PAGE:
        what, todo = f"no page has {query.size} hits", f"Ask for 1 to {MOST_OF_A_PAGE}."
        raise ArchiveError(what, where="size", todo=todo)


def period(text: str) -> Days:
    """The days of a period that was asked for; ArchiveError where it is none."""
    begin, slash, end = text.partition("/")
    edges = (begin, end) if slash else (begin,)
    known = [(edge in OPEN and bool(slash)) or days_of(edge).first is not None for edge in edges]
    days = days_of(text)
    if not all(known) or not any(days) or (days.first and days.last and days.first > days.last):
        raise ArchiveError(f"{text[:40]!r} is no period", where="period", todo=EDTF)
    return days


def _one_of(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ArchiveError(f"unknown: {str(value)[:40]!r}", where=name, todo=f"Take one of {', '.join(known)}.")


def _values(filters: Filters) -> None:
    """Raises an ArchiveError where the range of values is none."""
    for name in ("least", "most"):
        value: Decimal | None = getattr(filters, name)
        if value is not None and not value.is_finite():
            raise ArchiveError(f"{value} is no number", where=name, todo="Give a number.")
    if filters.least is not None and filters.most is not None and filters.least > filters.most:
        what = f"{filters.least} is more than the most, {filters.most}"
        raise ArchiveError(what, where="least", todo="Give the smaller number as the least.")
