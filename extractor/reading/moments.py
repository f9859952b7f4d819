"""Dates and times as data give them, in ISO 8601 with Vietnam's zone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

import regex

from extractor.reading.dateline import VIETNAM, read_dateline

_EPOCH = regex.compile(r"(?P<seconds>\d{10})(?P<fraction>\d{3})?(?:\.\d+)?")
_DAY = regex.compile(r"\d{4}-\d\d-\d\d")
_FRACTION = regex.compile(r"(?<=\d\d:\d\d:\d\d)[.,]\d+")


def moment(said: str | None) -> str | None:
    """The date, with its time of day where there is one, in Vietnam's zone; None where it is none.

    Reads ISO 8601, RFC 2822 (`Mon, 07 Nov 2022 02:38:00 GMT`), seconds since 1970, and what news pages write.
    """
    text = (said or "").strip()
    if not text:
        return None
    if _DAY.fullmatch(text):
        return _checked(text)
    found = _iso(text) or _mail(text) or _epoch(text)
    if found is None:
        line = read_dateline(text)
        return line.published if line else None
    zoned = found.replace(tzinfo=VIETNAM) if found.tzinfo is None else found.astimezone(VIETNAM)
    return zoned.replace(microsecond=0).isoformat()


def _checked(day: str) -> str | None:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def _iso(text: str) -> datetime | None:
    if "T" not in text and ":" not in text:
        return None
    try:
        return datetime.fromisoformat(_FRACTION.sub("", text))
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
