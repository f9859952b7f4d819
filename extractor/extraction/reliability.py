"""How likely a decision is right: by the choice that it was, else by how often its rule was right on gold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from extractor.extraction.choice import table_rows
from extractor.model.shapes import Decided

QUANTITY_RULES = ("value", "modifier", "per")  # the fields whose rules read the quantity itself
JUDGED = ("item", "place", "period", "status")  # the other fields that a confidence speaks of
LEAST_RIGHT, LEAST_SEEN = 1, 2  # Laplace's rule of succession: a rule that was never seen right or wrong has one half


@cache
def _counted() -> dict[str, tuple[int, int]]:
    """For each rule how many of its decisions were right and how many there were, as `make weights` counted them."""
    return {rule: (int(right), int(seen)) for rule, right, seen in table_rows("rules")}


def of_rules(rules: Iterable[str]) -> float:
    """The share of right decisions, by Laplace's rule, of the least reliable of some rules."""
    shares = (
        (right + LEAST_RIGHT) / (seen + LEAST_SEEN) for right, seen in (_counted().get(rule, (0, 0)) for rule in rules)
    )
    return round(min(shares), 3)


def of(decided: Decided[Any]) -> float:
    """How likely a field's value is right."""
    return round(decided.choice.probability, 3) if decided.choice else of_rules([decided.rule])
