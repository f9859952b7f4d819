"""What a fact speaks of, so that those of one thing at other times can be held against each other."""

from __future__ import annotations

from extractor.audit.across.telling import name_of
from extractor.dataset.claims import Said, interval
from extractor.dataset.merge.compare import canonical, content, unit_class, where
from extractor.model.records import Fact

LEVELS = ("count", "length", "area", "mass", "volume", "money")  # kinds of how much there is; shares go up and down


def level_of(fact: Fact) -> str | None:
    """What a fact gives the level of: thing, unit, place, class; None where it says no such thing, or not enough.

    Facts of one indicator must also agree in their words: hộ nghèo and hộ nghèo dân tộc thiểu số are no series.
    """
    said = Said(fact.value, fact.low, fact.high, fact.modifier)
    if fact.kind not in LEVELS or fact.change or fact.place is None or fact.period is None:
        return None
    if fact.value is None or fact.value <= 0 or not interval(said).bounded:
        return None
    words = own_words(fact)
    if not (words or fact.indicator):
        return None
    unit = unit_class(fact.unit, fact.kind)
    action = "" if fact.indicator else canonical(fact.action or "")
    fields = (fact.kind, unit, name_of(fact.place), fact.status, fact.per or "", canonical(fact.category or ""))
    return "\t".join((fact.indicator or "", " ".join(words), action, *fields))


def own_words(fact: Fact) -> tuple[str, ...]:
    """The words that tell the item from others of its unit and place, in order of the alphabet."""
    around = where(fact.place).words if fact.place else frozenset()
    return tuple(sorted(set(content(fact.item, fact.unit, fact.kind)) - around))


def by_period(facts: tuple[Fact, ...]) -> dict[str, Fact] | None:
    """Facts of one thing by their periods; None where one has two: then they are several things under one name."""
    found = {fact.period: fact for fact in facts if fact.period}
    return found if len(found) == len(facts) else None
