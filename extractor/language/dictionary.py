"""Vietnamese words of two and three syllables, from the word list that underthesea brings along.

The lists are found without importing the package, which takes seconds.
"""

from __future__ import annotations

import unicodedata
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


@cache
def compound_words() -> frozenset[str]:
    """The words of two and three syllables in lower case and NFC: quốc gia, khán giả, huấn luyện viên."""
    text = underthesea_file("corpus", "data", "Viet74K.txt").read_text(encoding="utf-8")
    words = map(str.strip, unicodedata.normalize("NFC", text).lower().splitlines())
    return frozenset(word for word in words if 1 <= word.count(" ") <= 2)
