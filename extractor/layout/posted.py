"""When an article was published, by the lines around its headline: its own date, not the site's clock."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from extractor.language.patterns import regex_pattern
from extractor.layout.dateline import LONGEST, Dateline, read_dateline
from extractor.layout.lines import is_name, is_paragraph, is_path

NEAR = 4  # lines above and below a headline: there stands the article's own date, further off that of others
FARTHEST_OWN = 6  # lines above: a date that says so itself may stand further off
_PART = regex_pattern(r"\s[|•·–-]\s|\t|\s{3,}")
ORDER = ("posted", "plain", "updated")


class _Found(Struct, frozen=True):
    """A date at a distance from the headline, below zero for one above it."""

    date: Dateline
    distance: int
    behind_menu: bool  # a path or the name of a section stands between

    @property
    def day(self) -> str:
        return self.date.published[:10]

    @property
    def may_be_clock(self) -> bool:
        """Whether nothing in the line tells it from the clock of the site, which stands above all articles."""
        return self.distance < 0 and self.date.said == "plain"


def posted(lines: Sequence[str], headline: int, last: int) -> str | None:
    """The date of an article whose headline is a line, from the dates around it down to the last line that may have its own.

    A date above the headline that no word tells from the site's clock is taken only where it stands there at once, without
    seconds, and where no other date is older: what the clock shows is the day on which the page was fetched. Nor is a date
    that of the posting that is younger than one that is said to be, or to be that of a change.
    """
    found = _around(lines, headline, last)
    others = [one for one in found if not one.may_be_clock]
    if others:
        labelled = min((one.day for one in found if one.date.said != "plain"), default="9")
        oldest = min(one.day for one in others)
        found = [one for one in found if one.date.said != "plain" or one.day <= (oldest if one.may_be_clock else labelled)]
    else:
        found = [one for one in found if not (one.behind_menu or one.date.seconds)]
    found.sort(key=lambda one: (ORDER.index(one.date.said), one.behind_menu, one.distance < 0, abs(one.distance)))
    return found[0].date.published if found else None


def _around(lines: Sequence[str], headline: int, last: int) -> list[_Found]:
    """The dates above and below a headline, the nearest ones first."""
    found: list[_Found] = []
    menu = False
    for at in range(headline - 1, max(-1, headline - FARTHEST_OWN - 1), -1):
        date = date_of(lines[at])
        if date and not lines[at].startswith("(") and (headline - at <= NEAR or date.said != "plain"):  # (19/3/2024) is of other news
            found.append(_Found(date, at - headline, menu))
        menu = menu or is_path(lines[at]) or (date is None and is_name(lines[at]))
    below = range(headline, min(last, headline + NEAR, len(lines) - 1) + 1)
    return [*found, *(_Found(date, at - headline, behind_menu=False) for at in below if (date := date_of(lines[at])))]


def date_of(line: str) -> Dateline | None:
    """The date of a line, or of one part of it: Tác giả: Ngô Hạnh - Ngày đăng: 15/10/2024."""
    parts = _PART.split(line) if len(line) <= LONGEST and not is_paragraph(line) else ()
    dates = [date for said in (line, *parts) if (date := read_dateline(said))]
    return min(dates, key=lambda date: ORDER.index(date.said), default=None)
