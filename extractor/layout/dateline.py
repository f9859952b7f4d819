"""The publication's date and time as news pages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from typing import Literal

import regex
from msgspec import Struct

from extractor.language.patterns import Row, any_of, one_of, re_pattern, regex_pattern
from extractor.layout.words import POSTED, UPDATED
from extractor.lexicon.times import MONTHS, WEEKDAYS

VIETNAM = timezone(timedelta(hours=7))
DateLabel = Literal["posted", "plain", "updated"]

_WEEKDAY = rf"(?P<weekday>{one_of(WEEKDAYS)})(?!\w)"
_NOW = r"(?:\s+(?:vào|tải|ngày|lúc))*"
LABELS = (
    Row(r"(?P<posted>số\s+\d{1,5}\s*,\s*ra\s+ngày)", "Số 5123, ra ngày"),
    Row(rf"(?P<posted>{one_of(POSTED)}{_NOW})", "Đăng vào lúc"),
    Row(rf"(?P<updated>{one_of(UPDATED)}{_NOW})", "Cập nhật lúc"),
    Row(r"(?:thời\s+gian|ngày|lúc)", "Thời gian"),
)
_LABEL = rf"{any_of(LABELS)}(?!\w)"
_TIME = (
    r"(?P<h>[01]?\d|2[0-3])\s?(?::|h|g|giờ)\s?(?P<min>[0-5]\d)['’′]?(?:\s?(?::|phút)\s?(?P<s>[0-5]\d)?)?"
    r"(?:\s*(?P<half>AM|PM|SA|CH)\b)?(?:\s*\(?\s*GMT\s?\+\s?7\)?)?"
)
_D, _M, _Y = r"(?P<d>3[01]|[12]\d|0?[1-9])", r"(?P<m>1[0-2]|0?[1-9])", r"(?P<y>(?:19|20)\d\d)"
DATES = (
    Row(rf"{_Y}[/\-.]{_M}[/\-.]{_D}", "2023-12-20"),
    Row(rf"(?:ngày\s+)?{_D}(?:\s?[/\-.]\s?|\s+tháng\s+|\s+){_M}(?:\s?[/\-.]\s?|,?\s+năm\s+|,?\s+){_Y}", "ngày 7 tháng 11 năm 2022"),
    Row(rf"{_M}/{_D}/{_Y}(?=[\s,\-|]+\d{{1,2}}:\d\d(?::\d\d)?\s*(?:AM|PM)\b)", "8/19/2019 8:15:00 AM"),
    Row(rf"{_D}\s+tháng\s+(?P<month>{one_of(MONTHS)}),?\s+(?:năm\s+)?{_Y}", "20 Tháng Mười Hai, 2023"),
)
_DATE = rf"{any_of(DATES)}(?!\d)"
MOMENTS = (
    Row(rf"{_TIME}[\s,\-|]*(?:{_WEEKDAY}\s*,?\s*)?(?:ngày\s+)?{_DATE}", "09:38 Thứ Hai, ngày 7 tháng 11 năm 2022"),
    Row(rf"{_DATE}(?:[\s,\-|T]*(?:lúc\s+)?{_TIME})?", "26/09/2023 - 15:01"),
)
_LINE = regex_pattern(
    rf"^[\W_]*(?:{_LABEL}\s*:?\s*)*(?:{_WEEKDAY}\s*[,\-–|]?\s*)?(?:{_LABEL}\s*:?\s*)*{any_of(MOMENTS)}(?P<rest>.*)$",
    regex.IGNORECASE,
)
_MAYBE_DATE = re_pattern(  # one of these is in all of DATES
    r"\d\s?[/\-.]\s?\d|\d,?\s+(?:năm\s+)?(?:19|20)\d\d|tháng", re.IGNORECASE
)
_SENTENCE = regex_pattern(  # … Huyện đoàn tổ chức trao quà; … Huyện đoàn trao 50 suất quà.
    r"\s*[,.]?\s*(?:\p{L}\p{Ll}+(?:\s+\p{Ll}+){3}|\p{L}\p{Ll}+(?:\s+[\p{L}\d.,]+){4,}[.!?…]\s*$)"
)
_AMERICAN = regex_pattern(r"\d{1,2}/\d{1,2}/\d{4}")
LONGEST = 160
MOST_REST = 60  # "18/01/2026   A-   A+   Bình luận" is a date line; a sentence that opens with a date is not
NOON = 12


class Dateline(Struct, frozen=True):
    """When an article was published, in ISO 8601; without a time of day where none is given.

    `said` tells what the line says of the date: that the article was posted or updated then, or nothing.
    """

    published: str
    said: DateLabel = "plain"
    seconds: bool = False


def read_dateline(line: str) -> Dateline | None:
    """The publication date that a line states; None where the line is none. Of several dates, that of the posting.

    Handles `Cập nhật: Thứ tư, 28/2/2024 | 9:23:43 AM`, `Thứ Hai, ngày 7 tháng 11 năm 2022 - 09:38`,
    `26/09/2023 - 15:01`, `Ngày xuất bản: 24/07/2023 2:50:00 CH` (CH is afternoon, SA morning), ISO forms, and
    `8/1/2019 8:15:00 AM`, whose month stands first.
    """
    order = ("posted", "plain", "updated")
    return min(_datelines(line), key=lambda found: order.index(found.said), default=None)


def _datelines(line: str) -> Iterator[Dateline]:
    """The dates of a line that is a date line: Cập nhật: 20/10/2024 | Đăng ngày: 15/10/2024."""
    while len(line) <= LONGEST and _MAYBE_DATE.search(line):
        match = _LINE.match(line)
        if not match or len(match["rest"]) > MOST_REST or _SENTENCE.match(match["rest"]):
            return
        found = _read(match)
        if found is None:
            return
        yield found
        line = match["rest"]


def _read(match: regex.Match[str]) -> Dateline | None:
    """The date that a line's match says; None where there is no such day."""
    try:
        month = int(match["m"]) if match["m"] else MONTHS[" ".join(match["month"].lower().split())]
        day = _day(match, int(match["y"]), month, int(match["d"]))
    except ValueError:
        return None
    said: DateLabel = "posted" if match["posted"] else "updated" if match["updated"] else "plain"
    if match["h"] is None:
        return Dateline(day.date().isoformat(), said)
    hour = int(match["h"])
    half = (match["half"] or "").upper()
    if half in ("PM", "CH") and hour < NOON:
        hour += NOON
    if half in ("AM", "SA") and hour == NOON:
        hour = 0
    timestamp = day.replace(hour=hour, minute=int(match["min"]), second=int(match["s"] or 0), tzinfo=VIETNAM)
    return Dateline(timestamp.isoformat(), said, match["s"] is not None)


def _day(match: regex.Match[str], year: int, month: int, day: int) -> datetime:
    """The day that is said; with AM or PM, which only American settings write, the month stands first.

    A weekday beside it tells which of two readings is meant, and no American clock has hours above twelve.
    """
    if (match["half"] or "").upper() not in ("AM", "PM") or not _AMERICAN.search(match[0]) or int(match["h"]) > NOON:
        return datetime(year, month, day)
    readings = []
    for pair in ((day, month), (month, day)) if match.start("d") < match.start("m") else ((month, day),):
        with suppress(ValueError):
            readings.append(datetime(year, *pair))
    weekday = WEEKDAYS.get(" ".join((match["weekday"] or "").lower().split()))
    return next((one for one in readings if one.weekday() == weekday), readings[0]) if readings else datetime(year, month, day)
