"""Moments that expressions of time say, and what reads them from the words that a pattern has found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

import regex
from msgspec import Struct

from extractor.language.numbers import read_number
from extractor.lexicon.times import BRANCHES, MONTHS, QUARTERS, RELATIVE_DAYS, STEMS, WHICH

Bound = Literal["at", "until", "since", "since_until_now", "now", "ago", "relative", "from_now", "event", "vague", "term", "since_term", "deadline"]
Relative = Literal["", "day", "week_begin", "week_end", "month", "month_of_year", "quarter_begin", "year_begin"]


class Moment(NamedTuple):
    """A year, a month or a day, as far as it is said; the year may be left to the article.

    One that is counted from the publication says of what it is, and how many of these back: hôm qua, tháng trước.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    of: Relative = ""
    back: int = 0


class TimeExpression(Struct, frozen=True):
    """Words that say when: from `first` to `last` (None: open, or the day of publication)."""

    start: int
    end: int
    rule: str
    bound: Bound = "at"
    first: Moment | None = None
    last: Moment | None = None
    compared: bool = False  # "so với năm 2020" is the other side of a comparison, not when the figure holds
    back: int = 0  # "5 năm qua": years counted back from the publication
    leading: bool = False  # it opens its clause: "Năm 2020, …"; others may only date a name or a plan
    named: bool = False  # it is part of a name: "nhiệm kỳ 2015 - 2020", "giai đoạn 2021 - 2025"
    planned: bool = False  # it dates what is to come: "bàn nhiệm vụ năm 2018"


Reader = Callable[[regex.Match[str]], TimeExpression | None]
_BEGINNINGS: dict[str, Relative] = {"năm": "year_begin", "quý": "quarter_begin", "tháng": "month", "tuần": "week_begin"}


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _moment(match: regex.Match[str], suffix: str = "") -> Moment:
    groups = match.groupdict()
    year, month, day = (_number(groups.get(name + suffix)) for name in ("y", "m", "d"))
    return Moment(year, month, day)


def read_moment(match: regex.Match[str]) -> TimeExpression:
    """One moment: a day, a month or a year."""
    moment = _moment(match)
    return TimeExpression(match.start(), match.end(), "", "at", moment, moment)


def read_ends(match: regex.Match[str]) -> TimeExpression:
    """Two moments with the earlier one completed from the later: từ 27 - 31/5."""
    first, last = _moment(match, "1"), _moment(match, "2")
    first = Moment(first.year or last.year, first.month or last.month, first.day)
    return TimeExpression(match.start(), match.end(), "", "at", first, last)


def _relative_or_said(match: regex.Match[str], suffix: str) -> Moment:
    """The day that is written with the suffix, else the one that its words count from the publication."""
    said = _moment(match, suffix)
    words = match.groupdict().get(f"rel{suffix}")
    return said if said.day or not words else Moment(of="day", back=RELATIVE_DAYS[" ".join(words.split())])


def read_relative_day(match: regex.Match[str]) -> TimeExpression:
    """A day counted from the publication, or said beside: hôm qua, sáng nay (8/6)."""
    moment = _relative_or_said(match, "")
    return TimeExpression(match.start(), match.end(), "", "at", moment, moment)


def read_stretch(match: regex.Match[str]) -> TimeExpression:
    """From one day to another, each said or counted from the publication: từ chiều 28/9 đến sáng nay."""
    first, last = _relative_or_said(match, "1"), _relative_or_said(match, "2")
    if first.day:
        first = Moment(first.year or last.year, first.month or last.month, first.day)
    return TimeExpression(match.start(), match.end(), "", "at", first, last)


def read_from_beginning(match: regex.Match[str]) -> TimeExpression:
    """From the beginning of the year, the month or the week of the publication: từ đầu năm đến nay."""
    first = Moment(of=_BEGINNINGS[match["what"]])
    last = _relative_or_said(match, "2")
    until_now = match["now"] is not None
    return TimeExpression(match.start(), match.end(), "", "since_until_now" if until_now else "at", first, None if until_now else last)


def read_since_term(match: regex.Match[str]) -> TimeExpression:
    """From the beginning of the term that the article names until now."""
    return TimeExpression(match.start(), match.end(), "", "since_term")


def read_week_or_month(match: regex.Match[str]) -> TimeExpression:
    """The week or the month of the publication, or one counted from it: tuần trước, tháng này."""
    back = WHICH[match["which"]]
    if match["what"] == "tháng":
        first = last = Moment(of="month", back=back)
    else:
        first, last = Moment(of="week_begin", back=back), Moment(of="week_end", back=back)
    return TimeExpression(match.start(), match.end(), "", "at", first, last)


def read_decade(match: regex.Match[str]) -> TimeExpression:
    """The ten years of a decade: thập niên 1990, những năm 90 của thế kỷ trước."""
    first = int(match["y"] or 1900 + int(match["tens"]))
    return TimeExpression(match.start(), match.end(), "", "at", Moment(first), Moment(first + 9))


def read_quarter(match: regex.Match[str]) -> TimeExpression:
    """The three months of a quarter; of several quarters, from the first to the last."""
    year = _number(match["y"])
    quarters = [QUARTERS[quarter.lower()] for quarter in match.captures("q")]
    first, last = Moment(year, 3 * min(quarters) - 2), Moment(year, 3 * max(quarters))
    return TimeExpression(match.start(), match.end(), "", "at", first, last)


def read_months(match: regex.Match[str]) -> TimeExpression | None:
    """The first or the last months of a year: 9 tháng đầu năm 2023."""
    number = read_number(match["n"])
    if number is None or not 1 <= number <= 12:
        return None
    count, year = int(number), _number(match["y"])
    begin = 13 - count if match["side"] == "cuối" else 1
    return TimeExpression(match.start(), match.end(), "", "at", Moment(year, begin), Moment(year, begin + count - 1))


def read_half(match: regex.Match[str]) -> TimeExpression:
    """Half a year: nửa đầu năm 2023."""
    year, begin = _number(match["y"]), 7 if match["side"] == "cuối" else 1
    return TimeExpression(match.start(), match.end(), "", "at", Moment(year, begin), Moment(year, begin + 5))


def read_month_name(match: regex.Match[str]) -> TimeExpression:
    """A month by its name: tháng Giêng."""
    moment = Moment(_number(match["y"]), MONTHS[" ".join(match["name"].lower().split())])
    return TimeExpression(match.start(), match.end(), "", "at", moment, moment)


def read_years(match: regex.Match[str]) -> TimeExpression:
    """Years from the first to the last named: các năm 2021, 2022 và 2023."""
    years = [int(year) for year in match.captures("y")]
    first, last = Moment(min(years)), Moment(max(years))
    return TimeExpression(match.start(), match.end(), "", "at", first, last)


def read_bare(bound: Bound) -> Reader:
    """A reader for words that say by themselves how they are to be resolved."""

    def read(match: regex.Match[str]) -> TimeExpression:
        return TimeExpression(match.start(), match.end(), "", bound)

    return read


def read_from_now(match: regex.Match[str]) -> TimeExpression:
    """From the publication to the end of a year: từ nay đến cuối năm."""
    return TimeExpression(match.start(), match.end(), "", "from_now", None, Moment(_number(match["y"]), 12))


def read_ago(match: regex.Match[str]) -> TimeExpression | None:
    """So many years back from the publication: 5 năm qua."""
    number = read_number(match["n"])
    if number is None:
        return None
    return TimeExpression(match.start(), match.end(), "", "ago", back=int(number))


_CYCLE, _NEAR = 60, 1984  # years of the cycle; the one in which the years of today's news lie begins then


def read_named_year(match: regex.Match[str]) -> TimeExpression | None:
    """A year by its name: Tết Kỷ Hợi."""
    stem, branch = (next(at for at, name in enumerate(names) if name == " ".join(match[group].lower().split())) for names, group in ((STEMS, "stem"), (BRANCHES, "branch")))
    year = next((year for year in range(_NEAR, _NEAR + _CYCLE) if (year - 4) % 10 == stem and (year - 4) % 12 == branch), None)
    if year is None:
        return None
    moment = Moment(_number(match["y"]) or year)
    return TimeExpression(match.start(), match.end(), "", "at", moment, moment)


def _years_back(which: str) -> int:
    """How many years back a year is that is told from the publication: năm nay, năm ngoái."""
    return 0 if which.lower() in ("nay", "này") else 1


def read_relative(match: regex.Match[str]) -> TimeExpression:
    """A year counted from the publication: năm nay, năm ngoái."""
    return TimeExpression(match.start(), match.end(), "", "relative", back=_years_back(match["which"]))


def read_months_of_relative(match: regex.Match[str]) -> TimeExpression | None:
    """A month, or the first months, of a year counted from the publication: tháng 10 năm ngoái, 7 tháng năm nay."""
    back = _years_back(match["which"])
    if match["lunar"]:
        return TimeExpression(match.start(), match.end(), "", "relative", back=back)
    number = read_number(match["n"] or match["m"])
    if number is None or not 1 <= number <= 12:
        return None
    last = Moment(month=int(number), of="month_of_year", back=back)
    return TimeExpression(match.start(), match.end(), "", "at", last._replace(month=1) if match["n"] else last, last)


_UNITS_BACK: dict[str, Relative] = {"tháng": "month", "tuần": "week_begin", "ngày": "day", "hôm": "day"}


def read_back(match: regex.Match[str]) -> TimeExpression | None:
    """A year, a month, a week or a day so many of them before the publication: 5 năm trước, cách đây 2 tháng."""
    number = read_number(match["n"])
    if number is None:
        return None
    if (what := match["what"].lower()) == "năm":
        return TimeExpression(match.start(), match.end(), "", "relative", back=int(number))
    first = last = Moment(of=_UNITS_BACK[what], back=int(number))
    if what == "tuần":
        last = first._replace(of="week_end")
    return TimeExpression(match.start(), match.end(), "", "at", first, last)


def read_term(match: regex.Match[str]) -> TimeExpression:
    """A term of office counted from the one that the article names: nhiệm kỳ qua, nhiệm kỳ tới."""
    past = match["which"].split()[-1].lower() in ("qua", "trước", "rồi")
    return TimeExpression(match.start(), match.end(), "", "term", back=int(past))
