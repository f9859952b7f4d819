"""Periods as files of official figures write them, to EDTF; what is not understood as a whole is None."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.extraction.rules.resolving import resolve
from extractor.extraction.rules.times import find_times
from extractor.model.edtf import days_of
from extractor.model.shapes import Anchor

_YEAR = r"(?:1[89]|20)\d\d"
_DATE = rf"{_YEAR}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_EDTF = re.compile(rf"(?:{_DATE}|\.\.|)/(?:{_DATE}|\.\.|)|{_DATE}")
_CLOCK = re.compile(r"(?<=\d)[t ]00:00(?::00(?:\.0+)?)?$")  # of a day that a spreadsheet keeps
_YEARS = re.compile(rf"({_YEAR})\s*[-–—]\s*({_YEAR})")  # 2021-2025: no month 20
_QUARTER = re.compile(
    rf"(?:q(?:uarter\s*)?\.?\s*(?P<q>[1-4]|iv|i{{1,3}})\s*[-/,. ]?\s*(?P<y>{_YEAR})"
    rf"|(?P<y2>{_YEAR})\s*[-/ ]?\s*q(?P<q2>[1-4]))"
)
_HALF = re.compile(rf"(?:h\s*(?P<h>[12])\s*[-/ ]?\s*(?P<y>{_YEAR})|(?P<y2>{_YEAR})\s*[-/ ]?\s*h(?P<h2>[12]))")
_MONTH = re.compile(rf"(?:t\.?\s*)?(?P<m>0?[1-9]|1[0-2])\s*[/.-]\s*(?P<y>{_YEAR})")  # 9/2023, T9/2023
_SEASON = re.compile(r"\b(?:vụ|mùa|tết)\b")  # vụ Đông Xuân 2023 - 2024 is a part of these years
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# Ways to write that are rewritten, longest first, before the words are read as those of a text are.
_REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\bas (?:of|at)\b|\bup to\b|\buntil\b|\bby end of\b", "đến"),
        (r"\bfirst (\d{1,2}) months(?: of)?\b", r"\1 tháng đầu năm"),
        (r"\b(\d{1,2}) months(?: of)?\b", r"\1 tháng đầu năm"),
        (rf"\b(\d{{1,2}})(?: tháng|\s?t)\s?/?\s?(?={_YEAR})", r"\1 tháng đầu năm "),
        (r"\b(?:period|years?|in|the)\b", ""),
        (rf"^(?:thực hiện|ước thực hiện|ước tính|ước|số liệu|chính thức|sơ bộ|cả)\s+(?=năm|tháng|quý|\d|{_YEAR})", ""),
        (r"\s*\((?:sơ bộ|chính thức|ước tính|ước|prel\.?)\)$", ""),
    )
)
_FILLING = frozenset("năm kỳ thời điểm tính ngày trong cả hết cuối là vào".split())
_NOT_LETTERS = re.compile(r"[^\w]+")
NOWHEN = Anchor(None, None)  # no day of publication: what is counted from one stays unread


@lru_cache(maxsize=65536)
def period_of(written: str) -> str | None:
    """The period that a cell says, in EDTF; None where its words are not understood to the last."""
    text = _CLOCK.sub("", " ".join(written.lower().split()).rstrip(" .;"))
    if not text or _SEASON.search(text):
        return None
    for read in (_as_edtf, _by_shape, _by_words):
        if (found := read(text)) is not None and _exists(found):
            return found
    return None


def _as_edtf(text: str) -> str | None:
    return text if _EDTF.fullmatch(text) and text not in ("/", "../..", "../", "/..") else None


def _by_shape(text: str) -> str | None:
    """Years, quarters, halves and months that are written in figures."""
    if years := _YEARS.fullmatch(text):
        return f"{years[1]}/{years[2]}" if years[1] < years[2] else None
    if found := _QUARTER.fullmatch(text):
        name = found["q"] or found["q2"]
        return _months(found["y"] or found["y2"], 3, _ROMAN.get(name) or int(name))
    if found := _HALF.fullmatch(text):
        return _months(found["y"] or found["y2"], 6, int(found["h"] or found["h2"]))
    if found := _MONTH.fullmatch(text):
        return f"{found['y']}-{int(found['m']):02d}"
    return None


def _months(year: str, length: int, number: int) -> str:
    return f"{year}-{length * (number - 1) + 1:02d}/{year}-{length * number:02d}"


def _by_words(text: str) -> str | None:
    """What the rules for times of a text make of it, where they leave no word."""
    if _YEARS.fullmatch(text):  # 2025-2021: they would take the years for a list
        return None
    for pattern, instead in _REWRITTEN:
        text = pattern.sub(instead, text)
    text = " ".join(text.split())
    found = list(find_times(text))
    if len(found) != 1:
        return None
    rest = _NOT_LETTERS.sub(" ", f"{text[: found[0].start]} {text[found[0].end :]}").split()
    return resolve(found[0], NOWHEN, "actual") if _FILLING.issuperset(rest) else None


def _exists(period: str) -> bool:
    """Whether its days are days, and do not end before they begin."""
    first, last = days_of(period)
    ends = period.split("/")
    if any(end not in ("..", "") and days_of(end).first is None for end in ends):
        return False
    return first is None or last is None or first <= last
