"""Facts that can be compared over time: in rows of the same thing, in columns by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from extractor.model.edtf import days_of
from extractor.model.records import Fact

MOST_YEARS = 8  # columns: the latest


class Series(NamedTuple):
    """Facts of one amount, in the order of time."""

    facts: tuple[Fact, ...]

    @property
    def first(self) -> Fact:
        """One of them, for what all have alike."""
        return self.facts[0]

    @property
    def is_over_time(self) -> bool:
        """Whether it says what was of more than one moment."""
        return len({days_of(one.period).last for one in self.facts if one.status == "actual"}) > 1

    def of_year(self, year: int) -> tuple[Fact, ...]:
        """Those whose period ends in a year."""
        return tuple(one for one in self.facts if year_of(one) == year)


class Grid(NamedTuple):
    """Series below each other, and the years that they have."""

    rows: tuple[Series, ...]
    years: tuple[int, ...]
    earlier: int  # facts of years before the first of them


def year_of(fact: Fact) -> int | None:
    """The year in which the period of a fact ends."""
    days = days_of(fact.period)
    day = days.last or days.first
    return day.year if day else None


def grid(facts: Iterable[Fact], apart: Callable[[Fact], Hashable], *, most: int) -> Grid:
    """The facts with a period as rows, one for each amount and what else tells them `apart`; the longest rows first."""
    groups: defaultdict[tuple[Hashable, Hashable], list[Fact]] = defaultdict(list)
    for fact in facts:
        if year_of(fact) is not None:
            alike = (fact.kind, fact.unit, fact.per, fact.change, fact.category)
            groups[(apart(fact), alike)].append(fact)
    whole: defaultdict[Hashable, set[int | None]] = defaultdict(set)  # the years of all rows that stand together
    for (key, _), group in groups.items():
        whole[key] |= {year_of(one) for one in group}
    order = {key: at for at, key in enumerate(sorted(whole, key=lambda key: -len(whole[key])))}
    ordered = sorted(groups, key=lambda row: (order[row[0]], -len(groups[row])))
    rows = tuple(Series(tuple(sorted(groups[row], key=_moment))) for row in ordered[:most])
    found = sorted({year for row in rows for one in row.facts if (year := year_of(one)) is not None})
    years = tuple(found[-MOST_YEARS:])
    earlier = sum(1 for row in rows for one in row.facts if (year_of(one) or 0) < years[0]) if years else 0
    return Grid(rows, years, earlier)


def _moment(fact: Fact) -> tuple[str, str]:
    days = days_of(fact.period)
    return str(days.last or days.first), str(days.first)
