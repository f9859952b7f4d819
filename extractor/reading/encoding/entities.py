"""Character references that a scraper left in a text without tags: h&#7897; ngh&egrave;o is hộ nghèo."""

from __future__ import annotations

from html import unescape

import regex

from extractor.language.patterns import regex_pattern

MOST_TIMES = 3  # escaped again and again: &amp;amp;agrave;
MANY_ESCAPES = 3  # of letters as programs write them: one alone may be meant

_REFERENCE = regex_pattern(r"&(?:#[0-9]{2,7};?|#[xX][0-9a-fA-F]{2,6};?|[A-Za-z][A-Za-z0-9]{1,30};)")
_ESCAPE = regex_pattern(r"\\u(?P<code>[0-9a-fA-F]{4})|\\(?P<sign>[nrt\"/])")
_SIGNS = {"n": "\n", "r": "\r", "t": "\t"}


def decoded(text: str) -> str:
    r"""The text with its character references, and letters escaped as in programs, turned into characters.

    >>> decoded("h&#7897; ngh&egrave;o, xã &amp;agrave; uôm"), decoded(r"h\u1ed9 ngh\u00e8o \u1edf x\u00e3")
    ('hộ nghèo, xã à uôm', 'hộ nghèo ở xã')
    """
    for _ in range(MOST_TIMES):
        if "&" not in text or not _REFERENCE.search(text):
            break
        text = _REFERENCE.sub(_character, text)
    if "\\u" in text and sum(bool(code) for code, _ in _ESCAPE.findall(text)) >= MANY_ESCAPES:
        text = _ESCAPE.sub(_unescaped, text)
    return text


def has_references(text: str) -> bool:
    """Whether a text has character references."""
    return "&" in text and _REFERENCE.search(text) is not None


def has_letters(text: str) -> bool:
    """Whether letters of a text stand there as references or as escapes, which no text that is read by people has."""
    changed = decoded(text) if has_references(text) or "\\u" in text else text
    return changed is not text and sum(map(str.isalpha, changed)) != sum(map(str.isalpha, text)) and not changed.isascii()


def _unescaped(found: regex.Match[str]) -> str:
    """The character of an escape."""
    return _valid(chr(int(found["code"], 16)), found[0]) if found["code"] else _SIGNS.get(found["sign"], found["sign"])


def _character(found: regex.Match[str]) -> str:
    """The character of a reference; what is none stays as it is."""
    return _valid(unescape(found[0]), found[0])


def _valid(character: str, written: str) -> str:
    """A character, or what stands for it where text has no such one."""
    return written if character in ("\ufffd", "\x00") or "\ud800" <= character <= "\udfff" else character
