"""The publication's date and time as news pages write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import regex

from extractor.lexicon.times import MONTHS
from extractor.patterns import one_of

VIETNAM = timezone(timedelta(hours=7))
_WEEKDAY = r"(?:thứ\s+\w+|chủ\s+nhật|CN|T[2-7])"
_LABEL = r"(?:số\s+\d{1,5}\s*,\s*ra\s+ngày|(?:được\s+)?đăng\s+(?:vào|tải|ngày|lúc)(?:\s+lúc)?|được\s+đăng|cập\s+nhật(?:\s+lúc|\s+ngày)?|ngày\s+(?:xuất\s+bản|đăng|cập\s+nhật|tạo|đăng\s+tin|phát\s+hành)|đăng\s+(?:ngày|lúc)|xuất\s+bản|đăng|thời\s+gian|ngày|lúc|(?:post(?:ed)?|published|updated)(?:\s+on)?)"
_TIME = (
    r"(?P<h>[01]?\d|2[0-3])\s?(?::|h|g|giờ)\s?(?P<min>[0-5]\d)['’′]?(?:\s?(?::|phút)\s?(?P<s>[0-5]\d)?)?"
    r"(?:\s*(?P<half>AM|PM|SA|CH)\b)?(?:\s*\(?\s*GMT\s?\+\s?7\)?)?"
)
_DATE = (
    r"(?:(?P<y>(?:19|20)\d\d)[/\-.](?P<m>1[0-2]|0?[1-9])[/\-.](?P<d>3[01]|[12]\d|0?[1-9])"
    r"|(?:ngày\s+)?(?P<d>3[01]|[12]\d|0?[1-9])(?:\s?[/\-.]\s?|\s+tháng\s+|\s)(?P<m>1[0-2]|0?[1-9])(?:\s?[/\-.]\s?|,?\s+năm\s+|,?\s)(?P<y>(?:19|20)\d\d)"
    rf"|(?P<d>3[01]|[12]\d|0?[1-9])\s+tháng\s+(?P<month>{one_of(MONTHS)}),?\s+(?:năm\s+)?(?P<y>(?:19|20)\d\d))(?!\d)"
)
_LINE = regex.compile(
    rf"^[\W_]*(?:{_LABEL}\s*:?\s*)*(?:{_WEEKDAY}\s*[,\-–|]?\s*)?(?:{_LABEL}\s*:?\s*)*(?:{_TIME}[\s,\-|]*(?:{_WEEKDAY}\s*,?\s*)?(?:ngày\s+)?{_DATE}|{_DATE}(?:[\s,\-|T]*(?:lúc\s+)?{_TIME})?)"
    r"(?P<rest>.*)$",
    regex.IGNORECASE,
)
_DIGIT = regex.compile(r"\d\D?\d")
_SENTENCE = regex.compile(r"\s*[,.]?\s*\p{L}\p{Ll}+(?:\s+\p{Ll}+){3}")
LONGEST = 160
MOST_REST = 60  # "18/01/2026   A-   A+   Bình luận" is a date line; a sentence that opens with a date is not


@dataclass(frozen=True, slots=True)
class Dateline:
    """When an article was published, in ISO 8601; without a time of day where none is given."""

    published: str


def read_dateline(line: str) -> Dateline | None:
    """The publication date that a line states; None where the line is none.

    Handles `Cập nhật: Thứ tư, 28/2/2024 | 9:23:43 AM`, `Thứ Hai, ngày 7 tháng 11 năm 2022 - 09:38`,
    `26/09/2023 - 15:01`, `Ngày xuất bản: 24/07/2023 2:50:00 CH` (CH is afternoon, SA morning) and ISO forms.
    """
    if len(line) > LONGEST or not _DIGIT.search(line):
        return None
    match = _LINE.match(line)
    if not match or len(match["rest"]) > MOST_REST or _SENTENCE.match(match["rest"]):
        return None
    try:
        month = int(match["m"]) if match["m"] else MONTHS[" ".join(match["month"].lower().split())]
        day = datetime(int(match["y"]), month, int(match["d"]))
    except ValueError:
        return None
    if match["h"] is None:
        return Dateline(day.date().isoformat())
    hour = int(match["h"])
    half = (match["half"] or "").upper()
    if half in ("PM", "CH") and hour < 12:
        hour += 12
    if half in ("AM", "SA") and hour == 12:
        hour = 0
    moment = day.replace(hour=hour, minute=int(match["min"]), second=int(match["s"] or 0), tzinfo=VIETNAM)
    return Dateline(moment.isoformat())
