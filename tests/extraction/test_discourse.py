"""What an article has told so far: each shape stays as it is, whatever is told after it."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from extractor.extraction.discourse import Items

FACTS = st.tuples(st.sampled_from(["hộ", "ha", "km"]), st.decimals(0, 3, places=0))


@given(st.lists(st.tuples(FACTS, st.text(max_size=3), st.integers(0, 20))))
def test_what_is_noted_later_changes_nothing(steps: list[tuple[tuple[str, Decimal], str, int]]) -> None:
    made: list[tuple[Items, dict[tuple[str, Decimal], str]]] = [(Items(), {})]
    for fact, item, back in steps:  # each goes on from any of the former ones
        former, known = made[max(0, len(made) - 1 - back)]
        if fact not in known:
            made.append((former.noting(fact, item), known | {fact: item}))
    every = [(unit, Decimal(value)) for unit in ("hộ", "ha", "km") for value in range(4)]
    for items, known in made:
        assert [items.get(fact) for fact in every] == [known.get(fact) for fact in every]
