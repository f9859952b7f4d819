"""Marks of what figures share become marks of the figures, in whatever order these stand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.search.sharing import Sharing

COLUMNS = st.lists(st.integers(0, 9), max_size=60) | st.lists(st.integers(0, 9), max_size=60).map(sorted)


@given(COLUMNS, st.data())
def test_each_figure_has_the_mark_of_what_it_has(column: list[int], data: st.DataObject) -> None:
    present = np.array(data.draw(st.lists(st.booleans(), min_size=len(column), max_size=len(column))), dtype=np.bool_)
    numbers = np.where(present, np.array(column, dtype=np.int32), 0)  # the row of no figure has none
    sharing = Sharing(numbers, present)
    marks = np.array(data.draw(st.lists(st.booleans(), min_size=sharing.size, max_size=sharing.size)), dtype=np.bool_)
    spread = sharing.spread(marks)
    figures = np.flatnonzero(present)
    assert len(spread) == len(column)
    assert spread[figures].tolist() == [bool(marks[numbers[figure]]) for figure in figures]
    assert sharing.of(figures).tolist() == numbers[figures].tolist()


def test_few_marks_of_a_long_column_are_spread_alike() -> None:
    column = np.repeat(np.arange(1, 401, dtype=np.int32), 5)
    sharing = Sharing(column, np.ones(len(column), dtype=np.bool_))
    marks = np.zeros(sharing.size, dtype=np.bool_)
    marks[[1, 7, 400]] = True
    assert np.flatnonzero(sharing.spread(marks)).tolist() == [*range(5), *range(30, 35), *range(1995, 2000)]
    assert not sharing.spread(np.zeros(sharing.size, dtype=np.bool_)).any()
