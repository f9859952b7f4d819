"""Expressions of time to periods in EDTF, by the day and the year that an article has for its own."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from extractor.extraction.rules.times import Moment, TimeExpression
from extractor.model.edtf import days_of
from extractor.model.shapes import Anchor, Status


def edtf(moment: Moment) -> str:
    """A moment as an EDTF date: 2023, 2023-09 or 2023-09-26; the year must be known."""
    parts = [f"{moment.year:04d}"]
    if moment.month:
        parts.append(f"{moment.month:02d}")
        if moment.day:
            parts.append(f"{moment.day:02d}")
    return "-".join(parts)


def _counted_back(moment: Moment, published: date) -> Moment:
    """The day, month or year of a moment that is counted from the publication; a week by its days from Monday on."""
    match moment.of:
        case "month":
            months = published.year * 12 + published.month - 1 - moment.back
            return Moment(months // 12, months % 12 + 1)
        case "month_of_year":
            return Moment(published.year - moment.back, moment.month)
        case "quarter_begin":
            return Moment(published.year, (published.month - 1) // 3 * 3 + 1)
        case "year_begin":
            return Moment(published.year, 1)
        case "week_begin" | "week_end":
            monday = published - timedelta(days=published.weekday() + 7 * moment.back)
            day = monday if moment.of == "week_begin" else monday + timedelta(days=6)
        case _:
            day = published - timedelta(days=moment.back)
    return Moment(day.year, day.month, day.day)


def _dated(moment: Moment | None, anchor: Anchor, status: Status = "actual") -> Moment | None:
    """The moment with its year from the article where the words leave it out; None where it stays unknown."""
    if moment and moment.of:
        return _counted_back(moment, anchor.published) if anchor.published else None
    if moment is None or moment.year is not None:
        return moment if moment is None or _exists(moment) else None
    year = anchor.published.year if anchor.published else anchor.year
    if year is None:
        return None
    if (
        status == "actual"
        and anchor.published
        and moment.month
        and (year, moment.month) > (anchor.published.year, anchor.published.month)
        and moment.day
    ):
        year -= 1  # "ngày 20/12" in news of January
    dated = Moment(year, moment.month, moment.day)
    return dated if _exists(dated) else None


def _exists(moment: Moment) -> bool:
    if moment.year and moment.month and moment.day:
        return moment.day <= calendar.monthrange(moment.year, moment.month)[1]
    return True


def resolve(time: TimeExpression, anchor: Anchor, status: Status) -> str | None:
    """The period that an expression of time says, in EDTF; None where the article does not fix it."""
    today = anchor.published.isoformat() if anchor.published else None
    first, last = _dated(time.first, anchor, status), _dated(time.last, anchor, status)
    match time.bound:
        case "now":
            return f"../{today}" if today else None
        case "event":
            return anchor.event
        case "vague":
            return None
        case "term":
            return _term(anchor, past=bool(time.back))
        case "since_term":
            return f"{anchor.term[0]}/{today or '..'}" if anchor.term else None
        case "ago":
            return f"{anchor.published.year - time.back}/{today}" if anchor.published else None
        case "relative":
            return str(anchor.published.year - time.back) if anchor.published else None
        case "from_now":
            return f"{today}/{edtf(last)}" if today and last else None
        case "until":
            return None if last is None else edtf(last) if status == "target" else f"../{edtf(last)}"
        case "deadline":
            due = _dated(time.last, anchor, "target")
            return f"../{edtf(due)}" if due else None
        case "since":
            return f"{edtf(first)}/.." if first else None
        case "since_until_now":
            return f"{edtf(first)}/{today or '..'}" if first else None
        case "at":
            if first is None or last is None:
                return None
            return edtf(first) if first == last else f"{edtf(first)}/{edtf(last)}"


def _term(anchor: Anchor, *, past: bool) -> str | None:
    """The term before the one that a congress opens, or the one that it opens; None where the article names none."""
    if anchor.term is None:
        return None
    first, last = anchor.term
    year = anchor.published.year if anchor.published else anchor.year
    ending = year is not None and year >= last - 1  # news at the end of a term calls that one past
    if past and not ending:
        first, last = 2 * first - last, first
    elif ending and not past:
        first, last = last, 2 * last - first
    return f"{first}/{last}"


def ends_later(period: str | None, anchor: Anchor) -> bool:
    """Whether a period ends in a year after that of the publication, or begins after its day."""
    if anchor.published is None or period is None:
        return False
    days = days_of(period)
    return (days.last is not None and days.last.year > anchor.published.year) or (
        days.first is not None and days.first > anchor.published
    )


def event_day(times: tuple[TimeExpression, ...], anchor: Anchor) -> str | None:
    """The day of the event that a lead tells of, in EDTF."""
    days = [time.first for time in times if not time.compared and is_day(time)]
    return max((edtf(dated) for day in days if (dated := _dated(day, anchor))), default=None)


def is_day(time: TimeExpression) -> bool:
    """Whether an expression of time says one day: ngày 11/3, hôm qua."""
    return time.first is not None and time.first == time.last and (time.first.day is not None or time.first.of == "day")


def anchor_of(published: str | None, opening: tuple[TimeExpression, ...]) -> Anchor:
    """What an article says of its own time: the day of publication, or the one year that title and lead name.

    Where they only name a term (nhiệm kỳ 2019 - 2024), the congress that opens it is held in its first year.
    """
    day = date.fromisoformat(published[:10]) if published else None
    opening = tuple(time for time in opening if not time.compared)
    plain = {time.first.year for time in opening if time.first and time.first.year and time.first == time.last}
    terms = {time.first.year for time in opening if time.first and time.first.year and time.first != time.last}
    years = plain or terms
    held = [
        (time.first.year, time.last.year)
        for time in opening
        if time.named and time.first and time.last and time.first.year and time.last.year and time.first != time.last
    ]
    return Anchor(day, next(iter(years)) if len(years) == 1 else None, term=held[0] if held else None)
