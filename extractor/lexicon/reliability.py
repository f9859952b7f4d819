"""How often the quantities that each rule read were right, and the confidence that follows from it."""

from __future__ import annotations

from collections.abc import Iterable

# Rule: how many of its quantities were right (value or range, kind, unit, modifier, total and base of the rate), and how
# many there were, on the development gold and the gold of corpus/ together; `solieu evaluate --json` counts them anew.
RIGHT: dict[str, tuple[int, int]] = {
    "count.inherited": (6, 7),
    "count.label": (2, 2),
    "count.noun": (630, 634),
    "duration.amount": (14, 15),
    "measure.amount": (207, 208),
    "modifier.after": (6, 6),
    "modifier.before": (244, 248),
    "modifier.none": (963, 976),
    "money.amount": (166, 176),
    "money.bare": (1, 1),
    "other.times": (4, 4),
    "per.each_after": (1, 1),
    "per.each_before": (23, 23),
    "per.head": (2, 2),
    "per.none": (1144, 1157),
    "per.slash": (43, 47),
    "percent.share": (151, 151),
    "ratio.noun": (32, 32),
}
LEAST_RIGHT, LEAST_SEEN = 1, 2  # Laplace's rule of succession: a rule that was never seen right or wrong has one half


def confidence(rules: Iterable[str]) -> float:
    """The share of right quantities, by Laplace's rule, of the least reliable of the rules that read a quantity."""
    shares = (
        (right + LEAST_RIGHT) / (seen + LEAST_SEEN) for right, seen in (RIGHT.get(rule, (0, 0)) for rule in rules)
    )
    return round(min(shares), 3)
