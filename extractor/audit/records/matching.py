"""The rows that a figure can be held against: of its place, period and unit, and how like what they name is to it.

Rows are found by an index, so that a figure looks at few of them, however many there are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from extractor.audit.records.likeness import (
    FigureThing,
    Likeness,
    RowThing,
    Weights,
    figure_thing,
    likeness,
    row_thing,
)
from extractor.audit.records.places import era_of, ground_of
from extractor.audit.records.reading import Records, Row
from extractor.catalogue import Catalogue, default
from extractor.dataset.claims import Interval
from extractor.dataset.merge.compare import canonical, unit_class
from extractor.lexicon.units import IN_BASE
from extractor.model.edtf import Days, days_of
from extractor.model.records import FigureBase, Place
from extractor.model.shapes import Change, Status

MOST_LOOKED_AT = 100  # rows of one place, period and unit that share words with a figure, those with the rarest first
MOST_NEAREST = 30  # rows of the place that are looked at to name the nearest
OF_PERSONS = frozenset(("người", "đầu người", "khẩu", "nhân khẩu"))

_PLANNED = re.compile(r"\b(?:kế hoạch|mục tiêu|dự toán|dự kiến|phấn đấu|chỉ tiêu (?:giao|năm)|plan(?:ned)?|targets?)\b")
# A row of a change, and of what only sounds like one: tốc độ tăng trưởng and tỷ lệ giảm nghèo are also said of levels.
_CHANGE = r"^(?:(?:mức|tốc độ|tỷ lệ|tỉ lệ|số)\s+)*"
_CHANGES: tuple[tuple[Change, re.Pattern[str]], ...] = (
    ("increase", re.compile(rf"{_CHANGE}tăng\b(?P<level> trưởng)?")),
    ("decrease", re.compile(rf"{_CHANGE}giảm\b(?P<level> nghèo)?")),
)
_PER_PERSON = re.compile(r"\bđầu người\b|/người\b")


class Question(NamedTuple):
    """What is asked of the rows about one figure."""

    figure: FigureBase
    thing: FigureThing
    published: str | None


class Fit(NamedTuple):
    """A row of a figure's place, period and unit, and how like what it names is to what the figure is of."""

    row: Row
    number: int  # among the rows
    likeness: Likeness
    official: Interval  # the row's value in the figure's unit


class RowIndex:
    """The rows of a file by place, unit, period and words."""

    def __init__(self, records: Records, catalogue: Catalogue | None = None) -> None:
        found = catalogue or default()
        self.records = records
        self.compared = 0  # pairs of a figure and a row that were looked at
        self._things = _things(records.rows, found)
        self._weights = Weights(thing.words for thing in self._things)
        self._by_words: dict[Hashable, list[int]] = defaultdict(list)
        self._of_place: dict[Hashable, list[int]] = defaultdict(list)
        self._places = frozenset(_name_of(row.place) for row in records.rows)
        for number, (row, thing) in enumerate(zip(records.rows, self._things, strict=True)):
            key, days, name = _row_key(row), days_of(row.period), _name_of(row.place)
            for word in (*thing.words, *(("",) if thing.words <= thing.unit else ())):  # "": it names only its unit
                self._by_words[(key, days, word)].append(number)
                self._by_words[(key, None, word)].append(number)
                self._of_place[(name, key[1], word)].append(number)

    def asked(self, figure: FigureBase, text: str, published: str | None, *, alone: bool) -> Question:
        """The question about a figure of an article with that text."""
        return Question(figure, figure_thing(figure, text, alone=alone), published)

    def fits(self, question: Question) -> list[Fit]:
        """The rows that may be of the figure, the most like first."""
        figure = question.figure
        if figure.place is None or figure.period is None:
            return []
        return self._fits(question, _periods(figure.period))

    def undated(self, question: Question) -> list[Fit]:
        """The rows of whatever time that may be of a figure whose time the article does not say."""
        if question.figure.place is None or question.figure.period is not None:
            return []
        return self._fits(question, (None,))

    def _fits(self, question: Question, times: Iterable[Days | None]) -> list[Fit]:
        key = _figure_key(question)
        found: dict[int, None] = {}
        for days in times:
            for word in ("", *self._weights.rarest(question.thing.words)):
                found.update(dict.fromkeys(islice(self._by_words.get((key, days, word), ()), MOST_LOOKED_AT)))
                if len(found) >= MOST_LOOKED_AT:
                    break
        fits = (self._fit(question, number) for number in islice(found, MOST_LOOKED_AT))
        return sorted((fit for fit in fits if fit), key=lambda fit: (-fit.likeness.score, fit.number))

    def _fit(self, question: Question, number: int) -> Fit | None:
        self.compared += 1
        figure, row = question.figure, self.records.rows[number]
        if not _units_agree(figure, row) or not _status_agrees(figure, row) or not _change_agrees(figure, row):
            return None
        return Fit(row, number, self.like(question, number), official(row, figure.unit))

    def like(self, question: Question, number: int) -> Likeness:
        """How like what a row names is to what a figure is of."""
        return likeness(question.thing, self._things[number], self._weights)

    def nearest(self, question: Question) -> Iterator[tuple[Row, Likeness]]:
        """The rows of the place and sort of unit that name most of what a figure is of, the most first."""
        place = question.figure.place
        if place is None:
            return
        name, kind = _name_of(place), dimension(question.figure.kind, question.figure.unit)
        found: dict[int, None] = {}
        for word in self._weights.rarest(question.thing.item | question.thing.category):
            found.update(dict.fromkeys(islice(self._of_place.get((name, kind, word), ()), MOST_NEAREST)))
            if len(found) >= MOST_NEAREST:
                break
        self.compared += min(len(found), MOST_NEAREST)
        like = [(self.records.rows[number], self.like(question, number)) for number in islice(found, MOST_NEAREST)]
        yield from sorted(like, key=lambda pair: -pair[1].score)

    def moved(self, question: Question, row: Row) -> bool:
        """Whether a row is of a place of the figure's name and of its time, but perhaps within other borders."""
        place, period = question.figure.place, question.figure.period
        if place is None or period is None or _name_of(place) != _name_of(row.place):
            return False
        return _row_key(row)[0] != _figure_key(question)[0] and days_of(row.period) in _periods(period)

    def about(self, place: Place | None) -> bool:
        """Whether some row is of the place."""
        return place is not None and _name_of(place) in self._places


def _things(rows: Iterable[Row], catalogue: Catalogue) -> list[RowThing]:
    """What rows name, worked out once for those that say the same of one place in several years."""
    known: dict[Hashable, RowThing] = {}
    things: list[RowThing] = []
    for row in rows:
        said = row.official.item, row.measure.kind, row.measure.unit, row.measure.per, *_name_of(row.place)
        if said not in known:
            known[said] = row_thing(row, catalogue)
        things.append(known[said])
    return things


def _name_of(place: Place) -> tuple[str, str]:
    """A place whatever its borders."""
    return canonical(place.name), canonical(place.province or "")


def dimension(kind: str, unit: str) -> Hashable:
    """What a unit measures: those of one dimension can be turned into each other."""
    if unit in IN_BASE:
        return kind
    return "count" if kind in ("count", "ratio") else (kind, unit)


def official(row: Row, unit: str) -> Interval:
    """The values that a row allows, in another unit of its dimension."""
    one = factor(row.measure.unit, unit)
    low, high = row.interval.low, row.interval.high
    return Interval(None if low is None else low * one, None if high is None else high * one)


def factor(unit: str, wanted: str) -> Decimal:
    """What one of a unit is in another of its dimension."""
    if unit == wanted or unit not in IN_BASE or wanted not in IN_BASE:
        return Decimal(1)
    return IN_BASE[unit] / IN_BASE[wanted]


def _row_key(row: Row) -> tuple[Hashable, Hashable, Hashable]:
    ground = ground_of(row.place, era_of(row.period))
    return ground, dimension(row.measure.kind, row.measure.unit), _per(row.measure.per, row.official.item)


def _figure_key(question: Question) -> tuple[Hashable, Hashable, Hashable]:
    figure = question.figure
    ground = ground_of(figure.place, era_of(figure.period, question.published)) if figure.place else None
    return ground, dimension(figure.kind, figure.unit), _per(figure.per, figure.item)


def _per(per: str | None, item: str) -> frozenset[str]:
    """The bases of a rate: a year is none of its own, as periods are years; bình quân đầu người is one."""
    bases = {canonical(part) for part in (per or "").split("/")} - {"", "năm"}
    if _PER_PERSON.search(item.lower()):
        bases.add("người")
    return frozenset("người" if base in OF_PERSONS else base for base in bases)


def _periods(period: str) -> Iterator[Days]:
    """The days of rows that a figure of a period may be held against.

    What stood on the last day of a year is what a table has for the year, and the other way round; a day's row is what
    stood on it. What was reached until another day is no year's.
    """
    first, last = days_of(period)
    yield Days(first, last)
    if first is None and last is not None:
        yield Days(last, last)
    if last is not None and (last.month, last.day) == (12, 31):
        if first is None:
            yield Days(date(last.year, 1, 1), last)
        elif first == date(last.year, 1, 1):
            yield Days(None, last)


def _units_agree(figure: FigureBase, row: Row) -> bool:
    """Whether what is counted may be the same: one noun may say more than the other, and people are people."""
    if dimension(figure.kind, figure.unit) != "count":
        return True
    if unit_class(figure.unit, "count") == unit_class(row.measure.unit, "count"):
        return True
    a, b = set(canonical(figure.unit).split()), set(canonical(row.measure.unit).split())
    return bool(a) and bool(b) and (a <= b or b <= a)


def _status_agrees(figure: FigureBase, row: Row) -> bool:
    """Whether both are of a plan, or none; a row whose item names a plan may be held against what does so, too."""
    planned = _PLANNED.search(row.official.item.lower()) is not None
    target: Status = "target"
    return (figure.status == target) == planned or (planned and _PLANNED.search(figure.item.lower()) is not None)


def _change_agrees(figure: FigureBase, row: Row) -> bool:
    """Whether both are of a change to one side, or none is."""
    for change, pattern in _CHANGES:
        if said := pattern.search(row.official.item.lower()):
            return figure.change == change or (figure.change is None and said["level"] is not None)
    return figure.change is None


def questions(index: RowIndex, figures: Iterable[FigureBase], text: str, published: str | None) -> Iterator[Question]:
    """The questions about the figures of an article, whose text is given."""
    figures = list(figures)
    seen = Counter(map(_counted, figures))
    for one in figures:
        yield index.asked(one, text, published, alone=seen[_counted(one)] == 1)


def _counted(figure: FigureBase) -> Hashable:
    """What a figure measures or counts, and in which sentence."""
    kind = dimension(figure.kind, figure.unit)
    return figure.sentence, kind, unit_class(figure.unit, "count") if kind == "count" else ""
