"""How likely a decision is right: by the choice that it was, else by how often its rule was right on gold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from extractor.extraction.choice import table_rows
from extractor.model.shapes import Decided

QUANTITY_RULES = ("value", "modifier", "per")  # the fields whose rules read the quantity itself
JUDGED = ("item", "place", "period", "status")  # the other fields that a confidence speaks of
RARE = 30  # decisions: a rule that made fewer is judged by others of its family, too
WEIGHT_OF_FAMILY = 2  # decisions that the family's share counts for


@cache
def _counted() -> dict[str, tuple[int, int]]:
    """For each rule how many of its decisions were right and how many there were, as `make weights` counted them."""
    return {rule: (int(right), int(seen)) for rule, right, seen in table_rows("rules")}


@cache
def _of_family(family: str) -> float:
    """The share of right decisions of the rare rules of a family (status, count, per); one half where there is none."""
    rare = [
        (right, seen) for rule, (right, seen) in _counted().items() if seen < RARE and rule.split(".")[0] == family
    ]
    return (1 + sum(right for right, _ in rare)) / (2 + sum(seen for _, seen in rare))


def _share(rule: str) -> float:
    """The share of right decisions of a rule, drawn towards that of its family the less it was seen (empirical Bayes)."""
    right, seen = _counted().get(rule, (0, 0))
    return (right + WEIGHT_OF_FAMILY * _of_family(rule.split(".")[0])) / (seen + WEIGHT_OF_FAMILY)


def of_rules(rules: Iterable[str]) -> float:
    """The share of right decisions of the least reliable of some rules."""
    return round(min(map(_share, rules)), 3)


def of(decided: Decided[Any]) -> float:
    """How likely a field's value is right."""
    return round(decided.choice.probability, 3) if decided.choice else of_rules([decided.rule])
