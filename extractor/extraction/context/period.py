"""Period: the time that a figure is about, in EDTF, from its sentence, its paragraph or the lead."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from extractor.extraction.rules.times import Moment, TimeExpression
from extractor.model.edtf import days_of
from extractor.model.shapes import Anchor, Decided, Frame, Status


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


def decide(
    frame: Frame, times: tuple[TimeExpression, ...], anchor: Anchor, status: Status, *, inherited: Decided[str | None]
) -> Decided[str | None]:
    """The period of a figure: of its sentence's own time, else what its paragraph or the lead hands down."""
    chosen = choose(frame, times, status) if times else None
    if chosen is None or (
        chosen.bound == "now" and anchor.published is None and (inherited.value or "").startswith("../")
    ):
        if (
            status == "target"
            and anchor.term
            and inherited.basis == "lead"
            and _IS_DAY.fullmatch(inherited.value or "")
        ):
            return Decided(_term(anchor, past=False), "period.term")
        return _NONE if status == "actual" and _is_to_come(inherited.value, anchor) else inherited
    return Decided(resolve(chosen, anchor, status), f"period.{chosen.rule.removeprefix('time.')}")


def _is_to_come(period: str | None, anchor: Anchor) -> bool:
    """Whether a period ends after the year of publication: what is done then is planned."""
    until = _UNTIL_YEAR.match(period or "")
    return until is not None and anchor.published is not None and int(until[1]) > anchor.published.year


_NONE: Decided[str | None] = Decided(None, "period.none")
_UNTIL_YEAR = re.compile(r"\.\./(\d{4})")
_IS_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLAUSE_END = re.compile(r"[;!?]\s")


def choose(frame: Frame, times: tuple[TimeExpression, ...], status: Status) -> TimeExpression | None:
    """The expression that dates a figure: in its clause, else in the sentence before it, else the first behind it.

    One that opens its clause goes before one in its midst; names (nhiệm kỳ) and plans date a figure only where
    nothing else does.
    """
    start, end = frame.quantity.start, frame.quantity.end
    own = [time for time in times if not time.compared]
    if _LEVELS.search(frame.low_before) and (level := _of_level(frame, own)):
        return level
    before = [time for time in own if time.end <= start]
    if before:
        clause = max((match.end() for match in _CLAUSE_END.finditer(frame.head)), default=0)
        inner = [time for time in before if time.start >= clause]
        if best := _best(inner, status) or _best(before, status):
            return best
    behind = [time for time in own if end <= time.start and not time.planned]
    if not behind:
        return None
    mark = _CLAUSE_END.search(frame.rest)
    clause_end = mark.start() + end if mark else len(frame.sentence.text)
    behind = [time for time in behind if time.start <= clause_end or not (time.first and time.first.of)]
    close = [
        time
        for time in behind
        if time.start <= clause_end and (not time.named or (status == "actual" and _is_stretch(time)))
    ]
    return next(iter(close or [time for time in behind if not time.named]), None)


_LEVELS = re.compile(r"\b(?:từ|xuống|lên|còn|đạt)\b(?:\s+(?:còn|tới|đến|hơn|gần|trên|khoảng|thành|mức))*\s*$")
_BY_THEN = re.compile(r"\s*\(?\s*(?:(?:vào|của|ở|trong)\s+)?$")


def _of_level(frame: Frame, times: list[TimeExpression]) -> TimeExpression | None:
    """The time that stands right behind one of two levels: giảm từ 12% (năm 2020) xuống 4% (năm 2023)."""
    end = frame.quantity.end
    behind = next((time for time in times if time.start >= end), None)
    if behind is None or not _BY_THEN.fullmatch(frame.sentence.text, end, behind.start):
        return None
    return behind


def _is_stretch(time: TimeExpression) -> bool:
    """Whether it is years from first to last: giai đoạn 2014 - 2018."""
    return time.first != time.last


def _best(times: list[TimeExpression], status: Status) -> TimeExpression | None:
    """The last expression of the strongest sort among them."""
    plain = [time for time in times if not time.named and (status == "target" or not time.planned)]
    if status == "target":
        plain = [time for time in plain if time.bound != "now"] or plain
    leading = [time for time in plain if time.leading]
    for sort in (leading, plain, [time for time in times if time.leading]):
        if sort:
            last = sort[-1]
            if last.bound == "now" and len(sort) > 1 and sort[-2].bound in ("since_until_now", "until"):
                return sort[-2]
            return last
    return None


def ends_later(period: str | None, anchor: Anchor) -> bool:
    """Whether a period ends in a year after that of the publication, or begins after its day."""
    if anchor.published is None or period is None:
        return False
    days = days_of(period)
    return (days.last is not None and days.last.year > anchor.published.year) or (
        days.first is not None and days.first > anchor.published
    )


def of_heading(times: tuple[TimeExpression, ...], anchor: Anchor, *, planning: bool) -> Decided[str | None] | None:
    """The period that a heading gives to what stands below: Mục tiêu đến năm 2025; Kết quả năm 2022."""
    own = [time for time in times if not time.compared]
    if not own:
        return None
    return Decided(resolve(own[-1], anchor, "target" if planning else "actual"), "period.paragraph")


def handed_down(
    times: tuple[TimeExpression, ...], anchor: Anchor, *, has_figures: bool, planning: bool, happened: bool = False
) -> Decided[str | None] | None:
    """The period that a sentence hands to the later ones of its paragraph; one without figures only by its opening.

    `planning`: the paragraph tells of plans, so that dates of plans count; `happened`: the sentence says when what
    the next ones tell of took place.
    """
    if not times:
        return None
    own = [
        time
        for time in times
        if not time.compared and not time.named and (planning or not time.planned) and time.bound != "event"
    ]
    if not has_figures:
        own = [
            time
            for time in own
            if (time.leading or planning or happened) and time.start < (EVENT_OPENING if happened else OPENING)
        ]
    leading = [time for time in own if time.leading]
    chosen = leading or own
    return Decided(resolve(chosen[-1], anchor, "actual"), "period.paragraph") if chosen else None


OPENING = 12  # characters: the time that opens a sentence stands at its head
EVENT_OPENING = 80  # of a sentence that says when something happened: Vụ việc xảy ra lúc 9 giờ ngày 15/1


def of_lead(times: tuple[TimeExpression, ...], anchor: Anchor, *, meeting: bool, significant: bool) -> Decided[str | None]:
    """The period that the lead gives the article; the day of a meeting is not that of the results told there.

    `significant` says that the sentence states figures or reviews a period itself.
    """
    own = [
        time
        for time in times
        if not time.compared
        and not time.planned
        and time.bound not in ("event", "vague", "ago", "relative")
        and not (time.first and time.first.of and anchor.published is None)
    ]
    days = [time for time in own if is_day(time)]
    if meeting:
        own = [time for time in own if time not in days]
    plain = [time for time in own if not time.named and (time.leading or significant)]
    reviewed = [time for time in own if time.named and time.first] if meeting and significant else []
    chosen = plain or reviewed or (days if meeting else [])
    return Decided(resolve(chosen[0], anchor, "actual"), "period.lead") if chosen else Decided(None, "period.none")


def event_day(times: tuple[TimeExpression, ...], anchor: Anchor, *, papers: bool = False) -> str | None:
    """The day of the event that a lead tells of, in EDTF; with `papers` also the day that only dates a report."""
    days = [time.first for time in times if (papers or not time.compared) and is_day(time)]
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
