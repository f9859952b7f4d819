"""A fact from the statements that were joined: its best value, all others, how they agree, and why it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeVar

from extractor.dataset.claims import Said, can_all_be_true, compatible, interval, is_shortened
from extractor.dataset.merge import across, repeats
from extractor.dataset.merge.across import Joined
from extractor.dataset.merge.compare import Claim
from extractor.dataset.merge.keys import key, said_of, stable_id
from extractor.model.records import Fact, Place, Stated, as_number
from extractor.model.shapes import Agreement, Change, Modifier, Status
from extractor.model.writing import dumps

T = TypeVar("T")
ALONE = "one figure alone states it"


class StatedRow(NamedTuple):
    """A value as figures state it: what the record Stated says."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier
    figures: tuple[str, ...]


class FactRow(NamedTuple):
    """What the record Fact says, field by field; a record is made of it where a fact leaves the program as one."""

    id: str
    indicator: str | None
    kind: str
    item: str
    action: str | None
    category: str | None
    unit: str
    per: str | None
    place: Place | None
    period: str | None
    status: Status
    change: Change | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    total: Decimal | None
    modifier: Modifier
    figures: tuple[str, ...]
    articles: tuple[str, ...]
    sources: int
    first_published: str | None
    last_published: str | None
    agreement: Agreement
    values: tuple[StatedRow, ...]
    part_of: str | None
    why: str

    def record(self) -> Fact:
        """The fact as a record."""
        return Fact(**self._asdict() | {"values": tuple(Stated(**one._asdict()) for one in self.values)})

    def line(self) -> str:
        """The fact as a line of JSON, as its record is written."""
        changed = {
            "place": None if self.place is None else _fields_of(self.place), "value": _number(self.value),
            "low": _number(self.low), "high": _number(self.high), "total": _number(self.total),
            "values": [stated_fields(one) for one in self.values],
        }  # fmt: skip
        return dumps(dict(zip(self._fields, self, strict=True)) | changed)


class Draft(NamedTuple):
    """A fact that does not know its total's fact yet, only the figures of that."""

    fact: FactRow
    totals: tuple[str, ...]


def draft(joined: Joined, *, unlike: bool = False) -> Draft:
    """The fact that was joined; `unlike` tells that another has the same key and words, so that its id needs more."""
    claims = [claim for one in joined.statements for claim in one.group.claims]
    first = joined.statements[0]
    values = _values(claims)
    every = list(values)
    agreement = _agreement(claims, every)
    best = _first(joined.statements, lambda one: _rank(one.claim.said, every))
    said = _first(every, lambda said: _rank(said, every))
    days = sorted(one.origin.published for one in joined.statements if one.origin.published)
    named = (key(first), *said_of(first), *((min(claim.id for claim in claims),) if unlike else ()))
    about = best.claim
    fact = FactRow(
        id=stable_id(named), indicator=next((c.indicator for c in claims if c.indicator), None), kind=about.kind,
        item=about.item, action=about.action or next((c.action for c in claims if c.action), None),
        category=about.category, unit=about.unit, per=about.per,
        place=about.where.place if about.where else None, period=best.period,
        status=about.status, change=about.change, value=said.value, low=said.low, high=said.high,
        total=about.total, modifier=said.modifier,
        figures=tuple(sorted(claim.id for claim in claims)),
        articles=tuple(sorted({one.origin.article for one in joined.statements})),
        sources=len({one.origin.family for one in joined.statements}),
        first_published=days[0] if days else None, last_published=days[-1] if days else None,
        agreement=agreement, values=tuple(_stated(said, values[said]) for said in sorted(values, key=_by_size)),
        part_of=None, why=_why(joined, claims, agreement, every),
    )  # fmt: skip
    totals = sorted({claim.part_of for claim in claims if claim.part_of} - {claim.id for claim in claims})
    return Draft(fact, tuple(totals))


def _first(some: Sequence[T], rank: Callable[[T], tuple[object, ...]]) -> T:
    """The first by rank; of one alone that is not asked."""
    return some[0] if len(some) == 1 else min(some, key=rank)


def _values(claims: Sequence[Claim]) -> dict[Said, list[str]]:
    """Every distinct number with its modifier, as it was written most exactly, and the figures that state it."""
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[(*claim.said.number, claim.said.modifier)].append(claim)
    return {
        _first([claim.said for claim in some], lambda said: (said.step,)): sorted(claim.id for claim in some)
        for some in found.values()
    }


def _by_size(said: Said) -> tuple[object, ...]:
    return said.value if said.value is not None else said.low, said.high is not None, said.high or 0, said.modifier


def _rank(said: Said, others: Sequence[Said]) -> tuple[object, ...]:
    """The order of statements by how good they are: allowed by most of the others, exact, narrow."""
    against = sum(not compatible(said, other) for other in others)
    return against, is_shortened(said, others), interval(said).width, said.modifier != "exact", *_by_size(said)


def _agreement(claims: Sequence[Claim], values: Sequence[Said]) -> Agreement:
    """How the statements agree."""
    if not can_all_be_true(values):
        return "conflicting"
    if len(values) > 1:
        return "rounded"
    return "repeated" if len(claims) > 1 else "single"


def _stated(said: Said, figures: Sequence[str]) -> StatedRow:
    return StatedRow(said.value, said.low, said.high, said.modifier, tuple(figures))


def stated_fields(one: Stated | StatedRow) -> dict[str, object]:
    """The fields of a stated value as JSON has them."""
    numbers = {"value": _number(one.value), "low": _number(one.low), "high": _number(one.high)}
    return numbers | {"modifier": one.modifier, "figures": one.figures}


@lru_cache(maxsize=4096)
def _fields_of(place: Place) -> dict[str, object]:
    return place.model_dump()


def _number(value: Decimal | None) -> Decimal | int | None:
    return None if value is None else as_number(value)


def _why(joined: Joined, claims: Sequence[Claim], agreement: Agreement, values: Sequence[Said]) -> str:
    """In words, why the claims are one fact."""
    if len(claims) == 1:
        return ALONE
    inside = {strength for one in joined.statements for strength in one.group.strengths}
    reasons = [repeats.REASONS[strength] for strength in sorted(inside, reverse=True)]
    reasons += [across.REASONS[strength] for strength in sorted(joined.strengths, reverse=True)]
    counted = f"{len(claims)} figures of {_many(len({c.article for c in claims}), 'article')}"
    end = ""
    if agreement == "conflicting":
        end = f"; they cannot all be true: {', '.join(map(_in_words, sorted(values, key=_by_size)))}"
    return f"{counted}: {'; '.join(reasons)}{end}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _in_words(said: Said) -> str:
    number = f"{said.value:f}" if said.value is not None else f"{said.low:f} to {said.high:f}"
    return number if said.modifier == "exact" else f"{said.modifier.replace('_', ' ')} {number}"
