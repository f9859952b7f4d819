"""Text as search compares it, twice: `marked` with its diacritics, `bare` without them, as people type it."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import combining, normalize

import regex

from extractor.language.tones import new_tones

_MARKS = {code: None for code in range(0x0300, 0x0370) if combining(chr(code))} | {ord("đ"): "d", ord("ð"): "d"}
# A y that is a syllable's only vowel is written i as well: kỹ, kĩ; tỷ lệ, tỉ lệ. With marks it is one letter.
_LONE_Y = regex.compile(r"(?<=(?<!\p{L})(?:[bcdghklmnpqrstvxđ]|[ckt]h|qu|tr|ph|nh|gh|ng|ngh|gi))[yỳýỷỹỵ](?!\p{L})")
_AS_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_DIGITS = re.compile(r"\d+")
MOST_KNOWN = 100_000  # words whose forms are remembered: those of Vietnamese, with names, numbers and their marks


class Folded(NamedTuple):
    """The words of a text in both forms, each one blank apart from the next."""

    bare: str
    marked: str


def marked(text: str) -> str:
    """The text in lower case with its marks, each where the new spelling puts it; i for a lone y; numbers apart."""
    return _parted(_with_i(new_tones(normalize("NFC", text)).lower()))


def bare(text: str) -> str:
    """The text in lower case without any mark; numbers apart from letters."""
    return _parted(_with_i(normalize("NFD", text.lower()).translate(_MARKS)))


def _with_i(text: str) -> str:
    return _LONE_Y.sub(lambda found: found[0].translate(_AS_I), text)


def folded(text: str) -> Folded:
    """Both forms of a text, word by word: a language has few of them, and says them again and again."""
    if len(_KNOWN) > MOST_KNOWN:
        _KNOWN.clear()
    words = [_KNOWN[word] for word in text.split()]
    return Folded(" ".join([word[0] for word in words]), " ".join([word[1] for word in words]))


class _Known(dict[str, tuple[str, str]]):
    """Words with their forms, made when one is asked for."""

    def __missing__(self, word: str) -> tuple[str, str]:
        made = self[word] = (bare(word), marked(word))
        return made


_KNOWN = _Known()


def _parted(text: str) -> str:
    """The text with a blank between digits and letters, so that 600km is found by 600."""
    if not text.isprintable():
        text = text.encode("utf-8", "replace").decode()  # a lone surrogate is no text for SQLite
    pieces: list[str] = []
    at = 0
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if start > at and text[start - 1].isalpha():
            pieces.append(text[at:start])
            at = start
        if end < len(text) and text[end].isalpha():
            pieces.append(text[at:end])
            at = end
    return " ".join((*pieces, text[at:])) if pieces else text
