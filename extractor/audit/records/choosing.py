"""Which row each figure of an article is held against, and what that says of it: all figures of the article compete.

A row is a figure's where no other figure of the article fits it better or as well, and the figure's where no other row
does. A number that is written with many figures and stands in the file is found there by itself: likeness may be less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from msgspec import Struct, field

from extractor.audit.records.matching import Fit, Question, RowIndex, dimension
from extractor.dataset.claims import Judged, Said, common, figures_written, judged
from extractor.model.records import FigureBase

# By likeness on records that were made from the development gold, half of them wrong on purpose.
ALIKE = 0.7  # the thing is the same: what differs refutes
LEAST_OWN = 0.4  # of the row's words the figure itself must say for that where another is like the row, too
LEAST_FIGURE = 0.6  # of the words of the figure's item the row must say: vùng cao limits an income to a part
AKIN = 0.3  # with a number of three figures that agrees, it is the same thing
CLOSE = 0.1  # rows, or figures, that fit nearly as well
TELLING = 3  # figures of a number that are not the same by chance
LEAST_COUNTED = 10
MANY = 10  # rows of the place, period and unit that share words with a figure
SIGNATURE = 4  # figures of a number that tells its row even where the article leaves the time open
# How likely place and period must be right for a number that differs to refute.
LEAST_SURE = {"place": 0.6, "period": 0.4}

Why = Literal["judged", "several", "contested", "unsure", "vague", "part", "borders", "none"]


class Choice(NamedTuple):
    """What the file says of a value that an article states: the rows, the first one compared; why, where it is open."""

    why: Why
    rows: tuple[int, ...] = ()
    score: float = 0.0
    verdict: Judged | None = None  # of the first row, where the choice is certain

    @property
    def decided(self) -> bool:
        """Whether it is supported or refuted."""
        return self.verdict is not None and self.verdict.verdict != "not_enough_info"


class Statement(Struct):
    """A value that an article states of one thing, once or more often, with the rows that may be of it."""

    name: Hashable
    said: Said
    questions: list[Question] = field(default_factory=list)
    fits: dict[int, Fit] = field(default_factory=dict)

    @property
    def telling(self) -> bool:
        """Whether its number is exact and has so many figures that it is not another's by chance.

        The more rows there are to be it, the more figures that takes; shares, which are often near 100, take one more.
        """
        share = self.questions[0].figure.kind == "percent"
        least = TELLING + share + (len(self.fits) >= MANY)
        return self.said.modifier == "exact" and figures_written(self.said.value) >= least

    @property
    def countable(self) -> bool:
        """Whether its number is larger than what is counted at a glance: a part and the whole are not both 12."""
        return self.said.value is not None and abs(self.said.value) >= LEAST_COUNTED

    def agrees(self, fit: Fit) -> bool:
        """Whether a row supports it."""
        return judged(self.said, fit.official).verdict == "supported"

    def sure(self) -> bool:
        """Whether its place and period are likely enough right."""
        every = [question.figure.confidence for question in self.questions]
        return any(all(getattr(one, part) >= least for part, least in LEAST_SURE.items()) for one in every)


def choices(index: RowIndex, asked: Iterable[Question], facts: Mapping[str, str]) -> Iterator[tuple[Hashable, Choice]]:
    """The choice for each value of each fact that an article states; `name_of` says how these are called."""
    statements: dict[Hashable, Statement] = {}
    numbers: dict[Hashable, list[Statement]] = defaultdict(list)
    for question in asked:
        said, name = Said.of(question.figure), name_of(question.figure, facts)
        one = statements.setdefault(name, Statement(name, said))
        one.questions.append(question)
        numbers[(dimension(question.figure.kind, question.figure.unit), said.value)].append(one)
        for fit in index.fits(question):
            known = one.fits.get(fit.number)
            if known is None or fit.likeness.score > known.likeness.score:
                one.fits[fit.number] = fit
    of_row: dict[int, list[Statement]] = defaultdict(list)
    for one in statements.values():
        for number in one.fits:
            of_row[number].append(one)
    article = _Article(index, of_row, numbers)
    for name, one in statements.items():
        yield name, article.choice(one)


def name_of(figure: FigureBase, facts: Mapping[str, str]) -> Hashable:
    """What a value of a fact is called: the fact, the number and its modifier."""
    return facts.get(figure.id, figure.id), figure.value, figure.low, figure.high, figure.modifier


class _Article(Struct, frozen=True):
    """The statements of an article, by the rows that fit them and by their numbers."""

    index: RowIndex
    of_row: Mapping[int, Sequence[Statement]]
    numbers: Mapping[Hashable, Sequence[Statement]]

    def choice(self, one: Statement) -> Choice:
        """What the rows say of one statement."""
        fits = sorted(one.fits.values(), key=lambda fit: (-fit.likeness.score, fit.number))
        fits = [fit for fit in fits if fit.likeness.score >= AKIN]
        agreeing = [fit for fit in fits if one.agrees(fit)]
        if one.telling and agreeing:
            return self._judged(one, agreeing[:1])
        alike = [fit for fit in fits if fit.likeness.score >= ALIKE and not fit.likeness.apart]
        if not alike and (found := self._by_number(one)) is not None:
            return found
        if not alike:
            return Choice("vague" if fits else "none", tuple(fit.number for fit in fits), _best(fits))
        close = [fit for fit in alike if fit.likeness.exact]
        close = close or [fit for fit in alike if fit.likeness.score >= alike[0].likeness.score - CLOSE]
        others = not one.agrees(close[0]) and any(fit not in close for fit in agreeing)
        if others or common(fit.official for fit in close) is None:
            rows = dict.fromkeys(fit.number for fit in (*close, *agreeing))
            return Choice("several", tuple(rows), _best(close))
        return self._judged(one, close)

    def _by_number(self, one: Statement) -> Choice | None:
        """The row of the same thing and number, where the article leaves open when: of that time the number is said."""
        if not one.telling or figures_written(one.said.value) < SIGNATURE:
            return None
        fits = [fit for question in one.questions for fit in self.index.undated(question) if one.agrees(fit)]
        fits = [fit for fit in fits if fit.likeness.score >= ALIKE and not fit.likeness.apart]
        best = max(fits, key=lambda fit: fit.likeness.score, default=None)
        return Choice("judged", (best.number,), best.likeness.score, judged(one.said, best.official)) if best else None

    def _judged(self, one: Statement, fits: Sequence[Fit]) -> Choice:
        fit, rows = fits[0], tuple(fit.number for fit in fits)
        found = judged(one.said, fit.official)
        score = _best(fits)
        if fit.likeness.part and not (found.verdict == "supported" and one.countable):
            return Choice("part", rows, score)
        if found.verdict == "supported":
            contested = not one.telling and self._fits_better(one, fit)
            return Choice("contested", rows, score) if contested else Choice("judged", rows, score, found)
        if any(self._taken(one, other) for other in fits):
            return Choice("contested", rows, score)
        if fit.likeness.figure < LEAST_FIGURE:
            return Choice("part", rows, score)
        if fit.likeness.own < LEAST_OWN and self._rivals(one, fit):
            return Choice("vague", rows, score)
        if not one.sure():
            return Choice("unsure", rows, score)
        return Choice("judged", rows, score, found)

    def _rivals(self, one: Statement, fit: Fit) -> bool:
        """Whether another statement is like the row at all."""
        others = (other for other in self.of_row[fit.number] if other is not one)
        return any(other.fits[fit.number].likeness.score >= AKIN for other in others)

    def _fits_better(self, one: Statement, fit: Fit) -> bool:
        """Whether the row is clearly more like another statement."""
        return any(
            other is not one and other.fits[fit.number].likeness.score > fit.likeness.score + CLOSE
            for other in self.of_row[fit.number]
        )

    def _taken(self, one: Statement, fit: Fit) -> bool:
        """Whether the row may be another statement's: it is as like, or its number stands there."""
        for other in self.of_row[fit.number]:
            theirs = other.fits[fit.number]
            if other is one or theirs.likeness.score < AKIN:
                continue
            if other.agrees(theirs):
                return True
            exactly = fit.likeness.exact and not theirs.likeness.exact
            if not exactly and not theirs.likeness.apart and theirs.likeness.score >= fit.likeness.score - CLOSE:
                return True
        return any(self._is_its_number(one, other, fit) for other in self._same_number(one, fit))

    def _same_number(self, one: Statement, fit: Fit) -> Sequence[Statement]:
        figure = one.questions[0].figure
        low, high = fit.official.low or Decimal(0), fit.official.high or Decimal(0)
        return self.numbers.get((dimension(figure.kind, figure.unit), (low + high) / 2), ())

    def _is_its_number(self, one: Statement, other: Statement, fit: Fit) -> bool:
        """Whether another statement, of whatever place and period, has the row's number and is like it."""
        like = (self.index.like(question, fit.number).score for question in other.questions)
        return other is not one and max(like, default=0.0) >= AKIN


def _best(fits: Sequence[Fit]) -> float:
    return fits[0].likeness.score if fits else 0.0
