"""What the steps hand to each other: frozen structures without behaviour of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, NamedTuple, TypeVar

from msgspec import Struct

Kind = Literal["count", "length", "area", "volume", "mass", "money", "percent", "ratio", "duration", "other"]
Modifier = Literal["exact", "more_than", "less_than", "nearly", "approx", "at_least", "at_most"]
Change = Literal["increase", "decrease"]
Status = Literal["actual", "target"]
Agreement = Literal["single", "repeated", "rounded", "conflicting"]
# What an audit looks at: parts and their total, numbers and their share, n of m, a change and its two levels, one thing
# said twice, a rate, a price, a date; across articles a series, its scale, numbers taken over; an official record.
Check = Literal[
    "sum", "share", "ratio", "change", "repeat", "rate", "price", "date", "series", "scale", "copied", "record"
]
Verdict = Literal["supported", "refuted", "not_enough_info"]  # as FEVER has them
Severity = Literal["high", "medium", "low"]
# Where a decision comes from: the words around the figure, the list by place that it stands in, an earlier sentence or
# heading, the lead, the article as a whole; none where it is only what holds if nothing is said.
Basis = Literal["own", "list", "earlier", "lead", "article", "none"]
Units = Literal["then", "today"]  # administrative units as published, or those that hold them since the reform
Role = Literal["title", "lead", "body"]

Span = tuple[int, int]
T = TypeVar("T")


class CleanText(Struct, frozen=True):
    """Text to read patterns in, with the way back: `back[i]` is the offset in the article of clean character i.

    `back` is None where no character moved; otherwise it has one entry more than `text`.
    """

    text: str
    back: Sequence[int] | None = None

    def raw(self, start: int, end: int) -> Span:
        """The span of the article's own text that clean characters start to end came from."""
        if self.back is None:
            return start, end
        at = end
        while start < end and self.back[at] <= self.back[end - 1]:  # a letter whose marks stayed apart
            at += 1
        return self.back[start], self.back[at]

    def cleaned(self, span: Span) -> Span:
        """The span of the clean text that a span of the article's own text became."""
        if self.back is None:
            return span
        return bisect_left(self.back, span[0]), bisect_left(self.back, span[1])


class Cell(Struct, frozen=True):
    """What a sentence is of that was put together from a table: only one cell of it stands there in the text."""

    span: Span  # of the cell, in the sentence
    row: Span  # of its row, in the clean text
    item: str | None  # that the heads give
    category: str | None


class Sentence(Struct, frozen=True):
    """One sentence, heading or list item: its span in the clean text and where it stands in the article.

    Of a cell of a table, `start` is where the sentence would begin if all of it stood there.
    """

    start: int
    end: int
    text: str
    paragraph: int
    role: Role = "body"
    boilerplate: bool = False
    listed: bool = False  # the line opens with a list mark: "- Hộ nghèo: 120 hộ"
    cell: Cell | None = None

    def within(self, start: int, end: int) -> Span:
        """The span of the clean text that some of the sentence stands at."""
        first, last = self.cell.span if self.cell else (start, end)
        return self.start + max(start, first), self.start + min(end, last)

    @property
    def whole(self) -> Span:
        """The span of the clean text that it stands at; of a cell that of its row."""
        return self.cell.row if self.cell else (self.start, self.end)


class Rejected(Struct, frozen=True):
    """A numeral that is no figure, and why."""

    start: int
    end: int
    reason: str
    rule: str


class Amount(Struct, frozen=True):
    """A number as stated, before its unit is known: numeral, range or n/m with the modifier; offsets in the sentence.

    `start` and `end` span from modifier to last digit, `number` is where the numerals themselves begin.
    """

    start: int
    end: int
    number: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    total: Decimal | None = None
    modifier: Modifier = "exact"
    modifier_rule: str = "modifier.none"
    words: bool = False  # written in words: "hai xã"
    scaled: bool = False  # a scale word is part of it: "30 tỷ"


class Quantity(Struct, frozen=True):
    """An amount with its unit and kind; offsets in the sentence, `text_end` behind unit and per."""

    amount: Amount
    start: int
    end: int
    kind: Kind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    unit_start: int  # where the unit begins; equals `end` when the unit stands before the number
    unit_end: int
    per: str | None
    rule: str

    @property
    def basis(self) -> Basis:
        """Where its unit comes from: its own words, or the list that it stands in."""
        return basis_of(self.rule)


class Frame(NamedTuple):
    """A quantity in its sentence: what the context modules look at.

    `head` is the sentence up to the quantity, `before` the part of it behind the previous quantity; `after` is what
    follows the quantity as far as the next one, `tail` the same from the unit on, `rest` all that follows it. The
    `low_` ones are the same in lower case.
    """

    sentence: Sentence
    quantity: Quantity
    head: str
    before: str
    tail: str
    after: str
    rest: str
    previous: Quantity | None
    following: Quantity | None
    low_head: str
    low_before: str
    low_tail: str
    low_after: str
    low_rest: str
    low: str  # the whole sentence


# What the rules read that do not read the words around the figure. A record carries the names of rules only, and it is
# read back by them: so each rule has one basis, and this is its one place.
_BASES: dict[str, Basis] = {
    "count.inherited": "list",
    "ratio.inherited": "list",
    "part.place": "list",
    "place.beside": "list",
    "part.earlier": "earlier",
    "period.paragraph": "earlier",  # also of a heading
    "place.carried": "earlier",
    "period.again": "earlier",  # where the same quantity is stated with a time
    "period.lead": "lead",
    "period.event": "lead",
    "period.term": "lead",
    "period.published": "article",
    "place.article": "article",
    "part.none": "none",
    "period.none": "none",
    "place.none": "none",
}


def basis_of(rule: str) -> Basis:
    """Where a rule takes its decision from."""
    return _BASES.get(rule, "own")


class Candidate(Struct, Generic[T], frozen=True):
    """One value that a field may have, the rule that brought it in, and what speaks for or against it."""

    value: T
    rule: str
    evidence: tuple[str, ...]


class Choice(Struct, Generic[T], frozen=True):
    """What was chosen among candidates, how likely it is right, and how likely each of the others is."""

    candidates: tuple[Candidate[T], ...]
    likely: tuple[float, ...]  # for each candidate; candidates that agree share what they have together
    at: int  # the one that was chosen

    @property
    def chosen(self) -> Candidate[T]:
        """The candidate that was chosen."""
        return self.candidates[self.at]

    @property
    def probability(self) -> float:
        """How likely the chosen value is right."""
        return self.likely[self.at]


class Decided(NamedTuple, Generic[T]):
    """A field's value with the name of the rule that gave it, and what it was chosen among if it was."""

    value: T
    rule: str
    choice: Choice[T] | None = None

    @property
    def basis(self) -> Basis:
        """Where the value comes from."""
        return basis_of(self.rule)


class Anchor(Struct, frozen=True):
    """What an article says of its own time: publication day and the one year that its dates belong to, if known."""

    published: date | None
    year: int | None
    event: str | None = None  # EDTF: the day of the event that the lead tells of
    term: tuple[int, int] | None = None  # the term of office that title or lead name: nhiệm kỳ 2019 - 2024
