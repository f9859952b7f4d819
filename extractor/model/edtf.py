"""Periods in EDTF (ISO 8601-2), as figures have them, to the days that they span."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

OPEN = ("..", "")  # an end that is not fixed, or not known
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Days(NamedTuple):
    """The first and the last day of a period; None where that end is open."""

    first: date | None
    last: date | None


@lru_cache(maxsize=4096)
def days_of(period: str | None) -> Days:
    """The days that a period spans: 2023, 2023-09, 2023-01/2023-09, ../2024-03-04; none of what is no period."""
    begin, slash, end = (period or "").partition("/")
    return Days(_edge(begin, last=False), _edge(end if slash else begin, last=True))


def _edge(written: str, *, last: bool) -> date | None:
    """The first or the last day of a year, month or day."""
    found = None if written in OPEN else _DATE.fullmatch(written)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    month = month or (12 if last else 1)
    try:
        return date(year or 0, month, day or (calendar.monthrange(year or 0, month)[1] if last else 1))
    except (ValueError, calendar.IllegalMonthError):
        return None
