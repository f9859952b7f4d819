"""Dates and times as data give them, in ISO 8601 with Vietnam's zone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

import regex

from extractor.language.patterns import one_of, regex_pattern
from extractor.layout.dateline import VIETNAM, read_dateline
from extractor.lexicon.times import ENGLISH_MONTHS

# What programs write where there is no date.
NO_DATES = frozenset(("", "-", "--", "n/a", "na", "nan", "nat", "none", "null", "nil", "không", "không có", "không rõ", "chưa rõ", "unknown", "0", "0000-00-00", "0000-00-00 00:00:00", "1970-01-01 00:00:00"))
_MONTH = rf"(?P<month>{one_of(ENGLISH_MONTHS)})[a-z]*\.?"
_ENGLISH = regex_pattern(rf"^(?:[a-z]{{3,9}},?\s+)?(?:(?P<d>\d{{1,2}})\s+{_MONTH},?|{_MONTH}\s+(?P<d>\d{{1,2}}),?)\s+(?P<y>\d{{4}})\b", regex.IGNORECASE)  # Dec 20, 2023 9:00 AM
_PACKED = regex_pattern(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?")  # 20231220, 20231220090000
_GREENWICH = regex_pattern(r"\s*(?:UTC|GMT)$")
_EPOCH = regex_pattern(r"(?P<seconds>\d{10})(?P<fraction>\d{3})?(?:\.\d+)?")
_DAY = regex_pattern(r"\d{4}-\d\d-\d\d")
_FRACTION = regex_pattern(r"(?<=\d\d:\d\d:\d\d)[.,]\d+")


def timestamp(said: str | None) -> str | None:
    """The date, with its time of day where there is one, in Vietnam's zone; None where it is none.

    Reads ISO 8601, RFC 2822 (`Mon, 07 Nov 2022 02:38:00 GMT`), seconds since 1970, and what news pages write.
    """
    text = (said or "").strip()
    if not text:
        return None
    found = _mail(text)
    text = _spelled(text)
    if _DAY.fullmatch(text):
        return _checked(text)
    found = found or _iso(text) or _epoch(text)
    if found is None:
        line = read_dateline(text)
        return line.published if line else None
    zoned = found.replace(tzinfo=VIETNAM) if found.tzinfo is None else found.astimezone(VIETNAM)
    return zoned.replace(microsecond=0).isoformat()


def is_said(said: str | None) -> bool:
    """Whether a field says a date at all, understood or not."""
    return said is not None and said.strip().lower() not in NO_DATES


def _spelled(text: str) -> str:
    """A date with its month as a number and its parts apart."""
    packed = _PACKED.fullmatch(text)
    if packed:
        year, month, day, *time = packed.groups()
        return f"{year}-{month}-{day}" + (f"T{time[0]}:{time[1]}:{time[2] or '00'}" if time[0] else "")
    return _ENGLISH.sub(lambda found: f"{found['d']}/{ENGLISH_MONTHS[found['month'].lower()]}/{found['y']}", text, count=1)


def _checked(day: str) -> str | None:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def _iso(text: str) -> datetime | None:
    if "T" not in text and ":" not in text:
        return None
    try:
        return datetime.fromisoformat(_GREENWICH.sub("+00:00", _FRACTION.sub("", text)))
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text) if text[:3].isalpha() and "," in text[:5] else None
    except (ValueError, IndexError):
        return None


def _epoch(text: str) -> datetime | None:
    found = _EPOCH.fullmatch(text)
    return datetime.fromtimestamp(int(found["seconds"]), UTC) if found else None
