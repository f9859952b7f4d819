"""How much two phrases have in common."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from extractor.language.patterns import regex_pattern

_WORD = regex_pattern(r"[\p{L}\d]+(?:[.,]\d+)*")
ALIKE = 0.5  # F1 of the words of two phrases that say the same


@lru_cache(maxsize=8192)
def _words(phrase: str) -> Counter[str]:
    return Counter(_WORD.findall(phrase.lower()))


def alike(one: str | None, other: str | None) -> bool:
    """Whether two phrases share most of their words; two that are missing are alike."""
    if not one or not other:
        return not one and not other
    return shared(_words(one), _words(other)) >= ALIKE


def shared(one: Counter[str], other: Counter[str]) -> float:
    """F1 of the words that two phrases share."""
    both = (one & other).total()
    return 2 * both / (one.total() + other.total()) if both else 0.0
