"""Choosing among candidates by named evidence: a linear model whose weights stand in a readable table.

Each candidate is scored by the sum of the weights of its evidence; the softmax of the scores is how likely each is to be
right. The weights are fitted from gold by `make weights` (extractor/evaluate/fitting.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from msgspec import Struct

from extractor.model.shapes import Candidate, Choice, T

CONFIDENCE = "(temperature)"  # the row of a table by which scores are divided before they become probabilities


class Contrast(NamedTuple):
    """One piece of evidence that two candidates do not share, with its weight."""

    evidence: str
    weight: float


class _Weights(dict[str, float]):
    """Weights by the name of the evidence; what is not in the table weighs nothing."""

    def __missing__(self, name: str) -> float:
        return 0.0


class Chooser:
    """The weights of one field."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = _Weights({name: weight for name, weight in weights.items() if name != CONFIDENCE})
        self._temperature = weights.get(CONFIDENCE, 1.0)

    def score(self, evidence: Sequence[str]) -> float:
        """The sum of the weights of some evidence; what the table does not know weighs nothing."""
        return sum(map(self._weights.__getitem__, evidence))

    def choose(self, candidates: Sequence[Candidate[T]], *, agree: Callable[[T, T], bool] | None = None) -> Choice[T]:
        """The likeliest of some candidates (at least one); candidates whose values agree vote together."""
        scores = [self.score(candidate.evidence) / self._temperature for candidate in candidates]
        highest = max(scores)
        parts = [exp(score - highest) for score in scores]
        whole = sum(parts)
        likely = [part / whole for part in parts]
        if agree is None:
            return Choice(tuple(candidates), tuple(likely), likely.index(max(likely)))
        shared = [
            sum([part for other, part in zip(candidates, likely, strict=True) if agree(one.value, other.value)])
            for one in candidates
        ]
        at = max(range(len(shared)), key=lambda index: (shared[index], likely[index]))
        return Choice(tuple(candidates), tuple(shared), at)

    def contrast(self, one: Candidate[T], other: Candidate[T]) -> tuple[Contrast, ...]:
        """What told two candidates apart, the heaviest first; of the second the weight with its sign turned."""
        mine, theirs = set(one.evidence), set(other.evidence)
        told = [Contrast(name, self._weights[name]) for name in mine - theirs if name in self._weights]
        told += [Contrast(name, -self._weights[name]) for name in theirs - mine if name in self._weights]
        return tuple(sorted(told, key=lambda contrast: (-abs(contrast.weight), contrast.evidence)))


class Choosers(Struct, frozen=True):
    """The choosers of the fields that are chosen."""

    place: Chooser
    period: Chooser
    part_of: Chooser
    category: Chooser
    status: Chooser
    action: Chooser


CHOSEN = ("place", "period", "part_of", "category", "status", "action")  # the fields of Choosers


@cache
def default() -> Choosers:
    """The choosers with the weights that come with the program."""
    return Choosers(*(Chooser(_read(name)) for name in CHOSEN))


def _read(name: str) -> dict[str, float]:
    """A table of weights: a line for each piece of evidence, its name, a tab, its weight."""
    return {evidence: float(weight) for evidence, weight in table_rows(name)}


def table_rows(name: str) -> list[list[str]]:
    """The cells of each line of a table that `make weights` writes."""
    lines = files("extractor.extraction").joinpath("weights", f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
