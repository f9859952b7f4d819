"""Dates and periods that cannot be: 30/2, ngày 31 tháng 4, tháng 13, a period that ends before it begins."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from extractor.audit.drafts import Audited, Draft
from extractor.language.patterns import lowered
from extractor.model.records import Explanation, QuotedSentence

LEAP = 2024  # a year in which every day of a month without its year may be
MONTHS, QUARTERS = 12, 4
_DAY = r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})(?:\s?[/.-]\s?(?P<year>(?:19|20)\d\d))?(?![\d/%]|[.,]\d)"
_DATE = re.compile(rf"\b(?:ngày|sáng|chiều|tối|trưa|đêm|hôm)\s+(?:ngày\s+)?{_DAY}")
_IN_WORDS = re.compile(
    r"\bngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+(?P<year>(?:19|20)\d\d))?(?!\d)"
)
_MONTH = re.compile(
    r"\btháng\s+(?P<month>\d{1,2})\s?[/-]\s?(?P<year>(?:19|20)\d\d)\b|\btháng\s+(?P<plain>\d{1,2})\s+năm\s+(?:19|20)\d\d\b"
)
_FROM_TO = re.compile(
    r"\btừ\s+(?:ngày\s+)?(?P<d1>\d{1,2})/(?P<m1>\d{1,2})(?:/(?P<y1>(?:19|20)\d\d))?\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?"
    r"(?P<d2>\d{1,2})/(?P<m2>\d{1,2})(?:/(?P<y2>(?:19|20)\d\d))?(?![\d/])"
)
_YEARS = re.compile(
    r"\b(?:giai\s+đoạn|nhiệm\s+kỳ|năm\s+học|từ\s+(?P<since>năm))\s+(?P<from>(?:19|20)\d\d)\s?"
    r"(?:[-–]|(?:đến|tới)(?(since)\s+năm))\s?(?:năm\s+)?(?P<to>(?:19|20)\d\d)\b"
)
_MONTHS = re.compile(
    r"\btừ\s+tháng\s+(?P<m1>\d{1,2})/(?P<y1>(?:19|20)\d\d)\s+(?:đến|tới)\s+(?:hết\s+)?tháng\s+(?P<m2>\d{1,2})/(?P<y2>(?:19|20)\d\d)\b"
)
_LUNAR = re.compile(r"[\s,(]*(?:năm\s+\S+\s+)?(?:âm\s+lịch|\(?âl\b)")  # its second month may have 30 days
_STOP = re.compile(r"[.!?]\s|\n")


def check(audited: Audited) -> Iterator[Draft]:
    """The dates and periods of an article that no calendar has."""
    text = lowered(audited.article.text)
    over = 0  # where the last of them ends
    for start, end, vi, en in sorted(_faults(text)):
        if start < over:  # ngày 15 tháng 13 năm 2023 is also tháng 13 năm 2023
            continue
        over = end
        around = _sentence(audited, text, start, end)
        figures = tuple(one for one in audited.figures if around.start <= one.start < around.end)
        said = audited.article.text[start:end]
        explanation = Explanation(vi=f"“{said}” không thể có: {vi}.", en=f"“{said}” cannot be: {en}.")
        yield Draft("date", "refuted", figures, explanation, severity="high" if figures else "medium", quoted=(around,))


def _faults(text: str) -> Iterator[tuple[int, int, str, str]]:
    for pattern in (_DATE, _IN_WORDS):
        for match in pattern.finditer(text):
            if _LUNAR.match(text, match.end()):
                continue
            day, month, year = int(match["day"]), int(match["month"]), int(match["year"] or LEAP)
            if month > MONTHS or month < 1:
                if match["year"] or pattern is _IN_WORDS:
                    yield *match.span(), f"không có tháng {month}", f"there is no month {month}"
            elif not 1 <= day <= monthrange(year, month)[1]:
                yield *match.span(), f"tháng {month} không có ngày {day}", f"month {month} has no day {day}"
    for match in _MONTH.finditer(text):
        month = int(match["month"] or match["plain"])
        if not 1 <= month <= MONTHS:
            yield *match.span(), f"không có tháng {month}", f"there is no month {month}"
    for match in _YEARS.finditer(text):
        if int(match["to"]) < int(match["from"]):
            yield *match.span(), "kết thúc trước khi bắt đầu", "it ends before it begins"
    for match in _MONTHS.finditer(text):
        if (int(match["y2"]), int(match["m2"])) < (int(match["y1"]), int(match["m1"])):
            yield *match.span(), "kết thúc trước khi bắt đầu", "it ends before it begins"
    for match in _FROM_TO.finditer(text):
        if _ends_before(match):
            yield *match.span(), "kết thúc trước khi bắt đầu", "it ends before it begins"


def _ends_before(match: re.Match[str]) -> bool:
    """Whether a span of days ends before it begins, whatever years are meant."""
    begin_year, end_year = match["y1"], match["y2"]
    first, last = (int(match["m1"]), int(match["d1"])), (int(match["m2"]), int(match["d2"]))
    if begin_year and end_year:
        try:
            return date(int(end_year), *last) < date(int(begin_year), *first)
        except ValueError:
            return False
    return not begin_year and first[0] == last[0] and last < first


def _sentence(audited: Audited, text: str, start: int, end: int) -> QuotedSentence:
    """The sentence of a date: that of a figure beside it, or what stands between two ends of sentences."""
    for figure in audited.figures:
        if figure.sentence[0] <= start and end <= figure.sentence[1]:
            return QuotedSentence(article=audited.article.id, start=figure.sentence[0], end=figure.sentence[1])
    begin = max(
        (match.end() for match in _STOP.finditer(text, max(0, start - 500), start)), default=max(0, start - 500)
    )
    stop = _STOP.search(text, end)
    return QuotedSentence(article=audited.article.id, start=begin, end=stop.start() + 1 if stop else len(text))
