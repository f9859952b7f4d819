"""A numeral with its neighbourhood: what the rules look at that say why a number is no figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from extractor.language.numbers import Numeral
from extractor.lexicon.words import NOT_A_NOUN


class Near(NamedTuple):
    """A numeral with what stands around it in its sentence; word groups are lower case, nearest word first."""

    text: str
    numeral: Numeral
    value: str  # the numeral as written, in lower case
    before: list[str]  # the last one, two, three, four syllables before it, if only a space is between
    after: list[str]  # the next one, two, three syllables
    left: str  # the character glued to its left, or ""
    right: str


def near(text: str, numeral: Numeral) -> Near:
    """The numeral with its neighbourhood of at most four syllables to the left and three to the right."""
    start, end = numeral.start, numeral.end
    left = text[max(0, start - WINDOW) : start]
    before: list[str] = []
    after: list[str] = []
    if left[-1:].isspace():
        words = ""
        for word in _words(reversed(left.lower().split()[-4:])):
            words = f"{word} {words}" if words else word
            before.append(words)
    words = ""
    for word in _words(text[end : end + WINDOW].lower().split(None, 3)[:3], opening=True):
        words = f"{words} {word}" if words else word
        after.append(words)
    return Near(text, numeral, text[start:end].lower(), before, after, left[-1:], text[end : end + 1])


WINDOW = 40  # characters of neighbourhood


def _words(pieces: Iterable[str], *, opening: bool = False) -> list[str]:
    """The pieces up to the first that is no word; one that marks set apart from what is beyond is the last, without them.

    `opening`: the pieces go on from a number, so that the marks stand behind them; else they stand before: (thôn 5.
    """
    words = []
    for piece in pieces:
        bare = piece.replace("'", "")
        if not bare.isalpha():
            trimmed = bare.partition("/")[0].rstrip(".,;:!?)\"”’…") if opening else bare.lstrip("(\"“‘[")  # 212 người/km2
            if trimmed.isalpha():
                words.append(trimmed)
            break
        words.append(piece)
    return words


def no_noun_follows(at: Near) -> bool:
    """Nothing that could be counted or measured stands behind it."""
    if at.numeral.form != "digits" or at.text[at.numeral.end :].lstrip()[:1] == "%":
        return False
    return not at.after or at.after[0] in NOT_A_NOUN or not at.text[at.numeral.end :].lstrip()[:1].islower()
