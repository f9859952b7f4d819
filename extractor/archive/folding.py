"""Text as search compares it, twice: `marked` with its diacritics, `bare` without them, as people type it."""

from __future__ import annotations

from unicodedata import combining, normalize

import regex

from extractor.language.tones import new_tones

_MARKS = {code: None for code in range(0x0300, 0x0370) if combining(chr(code))} | {ord("đ"): "d", ord("ð"): "d"}
_BETWEEN = regex.compile(r"(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)")  # 600km is found by 600


def marked(text: str) -> str:
    """The text in lower case with its marks, each where the new spelling puts it; numbers apart from letters."""
    return _parted(new_tones(normalize("NFC", text)).lower())


def bare(text: str) -> str:
    """The text in lower case without any mark; numbers apart from letters."""
    return _parted(normalize("NFD", text.lower()).translate(_MARKS))


def _parted(text: str) -> str:
    return _BETWEEN.sub(" ", text.encode("utf-8", "replace").decode())  # a lone surrogate is no text for SQLite
