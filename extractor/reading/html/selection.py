"""Which text of a page is the article, by trafilatura; its only door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.language.patterns import regex_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SIGNS = regex_pattern(r"[\W_]+")
LEAST = 15  # letters: a shorter line may stand in the middle of any text


class Selected:
    """What trafilatura took for the article."""

    def __init__(self, text: str) -> None:
        self._whole = squeezed(text)
        self._lines = {squeezed(part) for line in text.split("\n") for part in line.split("|")}

    def __contains__(self, text: str) -> bool:
        letters = squeezed(text)
        return letters in self._whole if len(letters) >= LEAST else letters in self._lines

    def __bool__(self) -> bool:
        return bool(self._whole)


def squeezed(text: str) -> str:
    """Only the letters and digits of a text, to compare it whatever its blanks and marks are."""
    return _SIGNS.sub("", text).lower()


def select(root: HtmlElement) -> Selected:
    """The text that trafilatura takes for the article of a page; nothing where it finds none."""
    from copy import deepcopy

    from trafilatura import bare_extraction  # on use: plain text needs none of it

    found = bare_extraction(deepcopy(root), favor_recall=True, include_comments=False, include_tables=True)
    return Selected(str(getattr(found, "text", "") or ""))
