"""What a fact is filed under: only statements with the same key can be one fact across articles."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from hashlib import blake2b
from typing import NamedTuple

from extractor.dataset.claims import interval
from extractor.dataset.merge.compare import Claim, Where, canonical, unit_class
from extractor.dataset.merge.statements import ClaimGroup
from extractor.model.records import Fact


class Origin(NamedTuple):
    """An article as a source: when it was published, and the family of its near-copies with its first day."""

    article: str
    published: str | None
    family: str
    first: str | None


class Statement(NamedTuple):
    """What one article states, once or more often; `claim` is the one that says it best."""

    claim: Claim
    group: ClaimGroup
    origin: Origin
    period: str | None


def statement(group: ClaimGroup, origin: Origin) -> Statement:
    """The statement that a group of claims of one article makes."""
    ranked = sorted(group.claims, key=_exactness) if len(group.claims) > 1 else group.claims
    best, found = ranked[0], next((claim.period for claim in ranked if claim.period), None)
    return Statement(best, group, origin, _of_the_family(found, origin))


def _exactness(claim: Claim) -> tuple[object, ...]:
    """The order of claims by how much they say: the narrowest, with period, place and category, the longest item."""
    missing = [field is None for field in (claim.period, claim.where, claim.category, claim.action)]
    inherited = not claim.place_sure, not claim.period_sure, not claim.status_sure
    return (interval(claim.said).width, *missing, *inherited, -len(claim.item), claim.start, claim.id)


def _of_the_family(period: str | None, origin: Origin) -> str | None:
    """The period, in a copy counted from the day of the first article of its family: đến nay is that day's."""
    if period and origin.published and origin.first and period == f"../{origin.published[:10]}":
        return f"../{origin.first[:10]}"
    return period


def key(one: Statement) -> str:
    """The key of a statement; of one without a period, the month of its first publication stands for it.

    Without that, next year's report in the same words would be the same fact again.
    """
    claim = one.claim
    about = (unit_class(claim.unit, claim.kind), claim.kind, _when(one.period, one.origin), claim.status, claim.change)
    return _joined(claim.where, about, claim.per, claim.total)


def key_of_fact(fact: Fact, origin: Origin, place: Where | None) -> str:
    """The key of the statements of a fact; `origin` is that of any article that states it, `place` its place."""
    about = (unit_class(fact.unit, fact.kind), fact.kind, _when(fact.period, origin), fact.status, fact.change)
    return _joined(place, about, fact.per, fact.total)


def _when(period: str | None, origin: Origin) -> str:
    return period or (f"~{origin.first[:7]}" if origin.first else f"~{origin.family}")


def _joined(place: Where | None, about: tuple[str | None, ...], per: str | None, total: Decimal | None) -> str:
    named = ", ".join(place.name) if place else ""
    whole = "" if total is None else f"{total.normalize():f}"
    return "\t".join((named, *(field or "" for field in about), per or "", whole))


def stable_id(parts: Iterable[object]) -> str:
    """An id that says nothing and is the same in every run."""
    return "t" + blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def said_of(one: Statement) -> tuple[object, ...]:
    """What a statement says, in its own words as they are compared: two that agree in it with one key are one fact."""
    claim, number = one.claim, one.claim.said
    words = tuple(canonical(text or "") for text in (claim.item, claim.action, claim.category))
    values = tuple("" if value is None else f"{value.normalize():f}" for value in number.number)
    return (claim.indicator or "", *words, number.modifier, *values)
