"""What the page of a report shows, in frozen shapes: its template reads these and nothing else."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple, get_args

from extractor.audit.report.words import Both
from extractor.model.records import Failure, OfficialRow
from extractor.model.shapes import Check, Severity, Verdict

Counts = Counter[tuple[Check, Verdict, Severity]]
QuoteKey = tuple[str, int, int]  # article, start, end


class Source(NamedTuple):
    """An article as readers know it; `url` only where it is one of the web."""

    id: str
    title: str
    day: Both | None
    site: str | None
    url: str | None


class Piece(NamedTuple):
    """A stretch of a quoted sentence: the words of a figure, the one in doubt, or what stands around them."""

    text: str
    kind: str = ""  # figure or doubt


class Quote(NamedTuple):
    """A sentence with the numbers marked that matter."""

    source: Source
    pieces: tuple[Piece, ...]


class Line(NamedTuple):
    """A figure in the sum: its words, what it is about, and what it claims."""

    words: str
    about: str
    place: str | None
    period: Both | None
    claims: Both
    unit: str
    doubt: bool
    quote: int | None  # the number of its sentence among those of the finding


class Shown(NamedTuple):
    """A finding as the page shows it."""

    id: str
    check: Check
    verdict: Verdict
    severity: Severity
    explanation: Both
    lines: tuple[Line, ...]
    quotes: tuple[Quote, ...]
    stated: Both | None
    expected: Both | None
    rounded: bool  # what is stated is an interval, for its words leave something open
    arithmetic: str | None
    record: OfficialRow | None
    confidence: str
    plot: str | None  # SVG
    more: int  # figures that the page leaves out

    @property
    def several(self) -> bool:
        """Whether it quotes more than one sentence."""
        return len(self.quotes) > 1

    @property
    def in_doubt(self) -> Line | None:
        """The figure in doubt, in whose unit stands what is stated and expected."""
        return next((line for line in self.lines if line.doubt), None)


class Unsure(NamedTuple):
    """A field of a figure that is likely wrong."""

    words: str
    value: Both
    likely: str
    quote: Quote


class UnsureField(NamedTuple):
    """How many figures are little sure of a field, and the least sure of them."""

    name: Both
    total: int
    least: tuple[Unsure, ...]


class PassedOver(NamedTuple):
    """Why numbers were passed over, how many, and some of them in their sentences."""

    reason: Both
    doubtful: bool
    total: int
    examples: tuple[Quote, ...]


class Unread(NamedTuple):
    """What the audit did not see, or saw badly; None where the run does not tell."""

    passed: tuple[PassedOver, ...] | None
    unsure: tuple[UnsureField, ...]
    failures: tuple[Failure, ...] | None
    failed: int
    without: tuple[Source, ...]
    without_total: int


class Read(NamedTuple):
    """How much there was, and how much of it was compared with something."""

    articles: int
    figures: int
    decided: int  # figures that some finding supports or refutes
    undecided: int  # compared, without an answer
    alone: int  # compared with nothing


class Official(NamedTuple):
    """The file of official figures: how many of its rows were used, how many were not, and the first of these."""

    file: str
    used: int
    unused: int
    failures: tuple[Failure, ...]


class Report(NamedTuple):
    """All that a page says."""

    counts: Counts
    shown: tuple[Shown, ...]
    read: Read
    unread: Unread
    records: Official | None


class Totals(NamedTuple):
    """The counts of a report, added up as its tables need them."""

    counts: Counts

    @property
    def all(self) -> int:
        """How many findings there are."""
        return self.counts.total()

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks that found something, in the order in which they are told."""
        found = {check for check, *_ in self.counts}
        return tuple(one for one in get_args(Check) if one in found)

    def of(self, check: Check | None, verdict: Verdict, severity: Severity | None = None) -> int:
        """How many findings of a check, or of all, have that verdict, and that severity if one is given."""
        return sum(
            number
            for (one, said, grave), number in self.counts.items()
            if check in (None, one) and said == verdict and severity in (None, grave)
        )
