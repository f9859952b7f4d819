"""What figures share, a sentence, a title, a place: from marks of it to marks of the figures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extractor.archive.search.words import Mask

FEW = 4  # of so many figures one: so few are reached through what they share, more of them by looking at each


class Sharing:
    """By its number, what each figure has of one kind; where it stands in their order, the figures of each of it."""

    def __init__(self, column: NDArray[np.integer], present: Mask) -> None:
        """`column`: the number for each figure, also of the rows of no figure, which `present` tells from them."""
        in_order = np.maximum.accumulate(column)
        self._in_order = bool((in_order == column)[present].all())
        self._of = (in_order if self._in_order else column).astype(np.intp)
        self.size = int(self._of.max(initial=0)) + 1
        self._ends = np.cumsum(np.bincount(self._of, minlength=self.size))

    def of(self, figures: NDArray[np.int64]) -> NDArray[np.intp]:
        """The number of what each of the figures has."""
        return self._of.take(figures)

    def spread(self, marks: Mask) -> Mask:
        """The marks of the figures, of marks of what they share."""
        if not self._in_order:
            return marks.take(self._of)
        marked = np.flatnonzero(marks)
        ends = self._ends.take(marked)
        counts = ends - np.where(marked > 0, self._ends.take(marked - 1), 0)
        if counts.sum() * FEW > len(self._of):
            return marks.take(self._of)
        mask = np.zeros(len(self._of), dtype=np.bool_)
        mask[np.repeat(ends - np.cumsum(counts), counts) + np.arange(counts.sum())] = True
        return mask
