"""Vietnamese words of two and three syllables, from the word list that underthesea brings along.

The lists are found without importing the package, which takes seconds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import cache
from importlib.util import find_spec
from pathlib import Path


def underthesea_file(*parts: str) -> Path:
    """A data file of underthesea; ModuleNotFoundError where the package is missing."""
    spec = find_spec("underthesea")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(
            "the tables of places and words come with underthesea, which is missing: pip install underthesea"
        )
    return Path(spec.submodule_search_locations[0]).joinpath(*parts)


# So many words are looked for in the text of the list; from then on a set of them is quicker, which takes time to make.
PATIENCE = 12


class Compounds(Container[str]):
    """The words of two and three syllables in lower case and NFC: quốc gia, khán giả, huấn luyện viên."""

    def __init__(self, text: str) -> None:
        lines = unicodedata.normalize("NFC", text).lower().replace(" \n", "\n").replace("\n ", "\n")
        self._text = f"\n{lines}\n"
        self._words: frozenset[str] | None = None
        self._patience = PATIENCE

    def words(self) -> frozenset[str]:
        """All of them."""
        return frozenset(word for word in self._text.split("\n") if 1 <= word.count(" ") <= 2)

    def __contains__(self, word: object) -> bool:
        if self._words is not None:
            return word in self._words
        self._patience -= 1
        if self._patience <= 0:  # threads that count at once may pass it by
            self._words = self.words()
        return isinstance(word, str) and 1 <= word.count(" ") <= 2 and f"\n{word}\n" in self._text


@cache
def compound_words() -> Compounds:
    """The words, read once."""
    return Compounds(underthesea_file("corpus", "data", "Viet74K.txt").read_text(encoding="utf-8"))
