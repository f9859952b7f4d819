"""Clean text: one way to write each character, with the way back to the article's own."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from unicodedata import is_normalized, normalize

import regex

from extractor.language.patterns import re_pattern, regex_pattern
from extractor.language.tones import new_tones
from extractor.model.shapes import CleanText, Span

# One character for one: the offsets stay. None of the new ones is replaced in turn.
SAME_LENGTH = {
    "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-",
    "Ð": "Đ", "ð": "đ",  # U+00D0, the Icelandic letter that old keyboards give for Đ
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"', "‘": "'", "’": "'", "‚": "'", "′": "'", "`": "'",
    "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\v": "\n", "\f": "\n", "\x00": " ",
    "：": ":", "；": ";", "，": ",", "％": "%", "（": "(", "）": ")",
}  # fmt: skip
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"

_ODD = regex_pattern(rf"[{INVISIBLE}]|\P{{M}}\p{{M}}+|\p{{M}}+|[\u0340-\u0345\u0374\u037e\u0387\u1f71-\u1fff\u2126\u212a\u212b\uac00-\ud7a3\u1100-\u11ff\uf900-\ufaff]+")
_INVISIBLE = re_pattern(f"[{INVISIBLE}]")
_MARKS = "\u0300-\u036f"
_MARKS_OR_INVISIBLE = re_pattern(f"[{_MARKS}]+|[{INVISIBLE}]")
_FOREIGN = re_pattern(f"[^\x00-{_MARKS[-1]}\u1e00-\u1eff\u2000-\u206f\ufeff]|[\u0374\u037e\u0387]")  # may hold other marks, or change alone
_MAYBE_GLUED = re_pattern(r",(?=\d)(?:(?<=19\d\d,)|(?<=20\d\d,)|(?<=/\d,)|(?<=/\d\d,))(?!(?:19|20)\d\d(?!\d))")
_DATE_ENDS = regex_pattern(
    r"\b(?:năm|(?:quý\s+(?:[IVX]+|\d)|tháng\s+\d{1,2}|\d{1,2}[/-]\d{1,2})\s?[/-]?)\s?(?:19|20)\d\d$|"
    r"\b(?:ngày|hôm|sáng|trưa|chiều|tối|đêm)\s+(?:\d{1,2}\s?(?:,|và|-|đến)\s?)*\d{1,2}/\d{1,2}$",
    regex.IGNORECASE,
)
_LONGEST_DATE = 30
_BROKEN_NAME = re_pattern(r"\b(?:TP|Tp|TX|Tx|TT|Tt)\.\n(?=[^\W\d_])")
_TAB = re_pattern(r"(?<![0-9])\t|\t(?![0-9])")
_BLANKS = re_pattern(r"(?<=[0-9]) {3,}(?=[0-9])|(?P<run> {2,})")  # three and more between numbers part columns
_OFFSETS = array("I", range(1 << 14))  # an array: a long article has millions of them


def parted_dates(text: str) -> str:
    """The text with a blank for the comma that glues a date or a year to the number behind it; as long as before.

    No year and no day of a month has decimals: `đến năm 2015,60% hộ`, `ngày 9/8,2 tuyến`.
    """
    return _MAYBE_GLUED.sub(lambda comma: " " if _ends_date(text, comma.start()) else ",", text)


def _ends_date(text: str, at: int) -> bool:
    """Whether a date or a year ends there."""
    return _DATE_ENDS.search(text, max(0, at - _LONGEST_DATE), at) is not None


def joined_names(text: str) -> str:
    """The text with a blank for a line end behind an abbreviated level, where a scraper took its stop for a sentence's."""
    return _BROKEN_NAME.sub(lambda broken: f"{broken[0][:-1]} ", text) if ".\n" in text else text


def clean(text: str) -> CleanText:
    """The text in NFC with single plain blanks, dashes, quotes, Đ and new tone marks, and the way back to `text`.

    >>> clean("Ðất hoà").text
    'Đất hòa'
    """
    if is_normalized("NFC", text) and not _INVISIBLE.search(text):
        return _narrowed(CleanText(_plain(text)))
    pieces: list[str] = []
    back = array("I")
    at = 0
    for start, end in _odd_spans(text):
        pieces.append(text[at:start])
        back += _offsets(at, start)
        piece = normalize("NFC", _INVISIBLE.sub("", text[start:end]))
        pieces.append(piece)
        back += array("I", [start]) * len(piece)
        at = end
    pieces.append(text[at:])
    back += _offsets(at, len(text) + 1)
    return _narrowed(CleanText(_plain("".join(pieces)), back))


def _narrowed(wide: CleanText) -> CleanText:
    """The text with one blank for each run of them, so that no pattern need tell one from several.

    A gap between the numbers of two columns stays wide: 120     450 is no 120 450.
    """
    text = wide.text
    if "  " not in text:
        return CleanText(_mended(text), wide.back)
    origin = array("I", wide.back or _offsets(0, len(text) + 1))
    pieces: list[str] = []
    back = array("I")
    at = 0
    for run in _BLANKS.finditer(text):
        if run["run"] is None:
            continue
        start = run.start() + 1  # the first of the blanks stays
        pieces.append(text[at:start])
        back += origin[at:start]
        at = run.end()
    pieces.append(text[at:])
    back += origin[at:]
    return CleanText(_mended("".join(pieces)), back)


def _mended(text: str) -> str:
    """The text with what keyboards and scrapers got wrong, as long as before."""
    return joined_names(parted_dates(new_tones(text)))


def _plain(text: str) -> str:
    """The text with one way to write blanks, dashes, quotes and line ends; a tab between two numbers parts columns."""
    if "\t" in text:
        text = _TAB.sub(" ", text)
    for old, new in SAME_LENGTH.items():
        if old in text:
            text = text.replace(old, new)
    return text


def _odd_spans(text: str) -> Iterator[Span]:
    """Where the text may change its length: letters with marks behind them, invisible characters."""
    if _FOREIGN.search(text):
        yield from (match.span() for match in _ODD.finditer(text))
        return
    at = 0
    for match in _MARKS_OR_INVISIBLE.finditer(text):
        start, end = match.span()
        if start > at and text[start] not in INVISIBLE:
            start -= 1
        yield start, end
        at = end


def _offsets(start: int, end: int) -> array[int]:
    """The offsets from one to the other; slices of a table are much faster than counting."""
    return _OFFSETS[start:end] if end <= len(_OFFSETS) else array("I", range(start, end))
