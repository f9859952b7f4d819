"""How often the quantities that each rule read were right, and the confidence that follows from it."""

from __future__ import annotations

from collections.abc import Iterable

# Rule: how many of its quantities were right (value or range, kind, unit, modifier, total and base of the rate), and how
# many there were, on the development gold and the gold of corpus/ together; `solieu evaluate --json` counts them anew.
RIGHT: dict[str, tuple[int, int]] = {
    "count.inherited": (9, 10),
    "count.label": (2, 2),
    "count.noun": (902, 923),
    "duration.amount": (27, 27),
    "measure.amount": (382, 389),
    "modifier.after": (7, 7),
    "modifier.before": (415, 433),
    "modifier.distant": (5, 6),
    "modifier.none": (1470, 1503),
    "money.amount": (302, 325),
    "money.bare": (8, 8),
    "other.times": (15, 15),
    "per.each_after": (17, 18),
    "per.each_before": (34, 36),
    "per.each_time": (4, 5),
    "per.head": (4, 4),
    "per.none": (1739, 1780),
    "per.slash": (97, 103),
    "per.slash_after_noun": (2, 3),
    "percent.share": (202, 202),
    "ratio.inherited": (1, 1),
    "ratio.noun": (45, 45),
    "ratio.units": (2, 2),
}
LEAST_RIGHT, LEAST_SEEN = 1, 2  # Laplace's rule of succession: a rule that was never seen right or wrong has one half


def confidence(rules: Iterable[str]) -> float:
    """The share of right quantities, by Laplace's rule, of the least reliable of the rules that read a quantity."""
    shares = (
        (right + LEAST_RIGHT) / (seen + LEAST_SEEN) for right, seen in (RIGHT.get(rule, (0, 0)) for rule in rules)
    )
    return round(min(shares), 3)
