"""A series as an inline plot, drawn by altair and vl-convert without a browser and without fonts from a network.

No word of an article goes into it: the page says beside it what is shown. Its classes take the page's colours.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import regex

from extractor.audit.numbers import claimed
from extractor.model.edtf import days_of
from extractor.model.records import Bounds, FigureBase, Finding

WIDTH, HEIGHT = 560, 170
EPOCH, DAY = date(1970, 1, 1), 86_400_000
THIN_SPACE = "\u202f"  # groups digits in both languages, where a dot or comma would be read in two ways
LOCALE = {"decimal": ",", "thousands": THIN_SPACE, "grouping": [3], "currency": ["", ""]}
COLOURS = {"other": "#3b5b92", "doubt": "#b3261e", "expected": "#1b7f4b"}  # the page's own, see report.css
_BACKGROUND = regex.compile(r"<rect [^>]*fill=\"(?:white|transparent)\"[^>]*/>")
_ARIA = regex.compile(r" (?:aria-[a-z]+|role)=\"[^\"]*\"")
_ID = regex.compile(r"(?<= id=\"|url\(#)(?=\w)")


def plot(finding: Finding, figures: tuple[FigureBase, ...]) -> str | None:
    """The values of a finding's figures over time as SVG, the one in doubt told by colour and shape."""
    rows = [row for at, figure in enumerate(figures) if (row := _row(figure, "doubt" if at == 0 else "other"))]
    if len(rows) < 2:
        return None
    expected = _middle(finding.expected)
    if expected is not None and rows[0]["which"] == "doubt":
        rows.append({**rows[0], "which": "expected", "value": float(expected), "low": None, "high": None})
    return _svg(rows, finding.id)


def _row(figure: FigureBase, which: str) -> dict[str, Any] | None:
    """A point of the plot; None of a figure without a time or a number."""
    days, claims = days_of(figure.period), claimed(figure)
    day: date | None = days.last or days.first
    value = figure.value if figure.value is not None else _middle(Bounds(low=claims.low, high=claims.high))
    if day is None or value is None:
        return None
    low, high = (None if end is None else float(end) for end in (claims.low, claims.high))
    wide = low is not None and high is not None and low < high
    return {"day": _moment(day), "value": float(value), "which": which,
            "low": low if wide else None, "high": high if wide else None}  # fmt: skip


def _moment(day: date) -> int:
    """A day as Vega counts time: in milliseconds, in no zone."""
    return (day - EPOCH).days * DAY


def _middle(value: Decimal | Bounds | None) -> Decimal | None:
    """One number for what is stated as one or as a range."""
    if not isinstance(value, Bounds):
        return value
    ends = [end for end in (value.low, value.high) if end is not None]
    return sum(ends, Decimal(0)) / len(ends) if ends else None


def _svg(rows: list[dict[str, Any]], name: str) -> str:
    import vl_convert  # on use: few reports have a series

    days = sorted({row["day"] for row in rows})
    drawn = _chart() | {"datasets": {"rows": rows}, "params": [{"name": "days", "value": days}]}
    return for_page(vl_convert.vegalite_to_svg(drawn, allowed_base_urls=[], format_locale=LOCALE), name)


@cache
def _chart() -> dict[str, Any]:
    """The plot without its data: made once, since altair takes longer to check it than it takes to draw."""
    import altair as alt

    which = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    shapes = alt.Scale(domain=list(COLOURS), range=["circle", "square", "diamond"])
    axis = alt.Axis(format="%m/%Y", values=alt.ExprRef("days"), labelOverlap=True)
    time = alt.X("day:T", title=None, axis=axis, scale=alt.Scale(type="utc"))
    base = alt.Chart({"name": "rows"}).encode(x=time)
    value = alt.Y("value:Q", title=None, axis=alt.Axis(format=",~r", tickCount=5))
    stated = base.transform_filter("datum.which != 'expected'")
    line = stated.mark_line(color="#8a93a6", strokeWidth=1.5).encode(y=value)
    colour = alt.Color("which:N", scale=which, legend=None)
    ends = stated.mark_rule(strokeWidth=2).encode(y="low:Q", y2="high:Q", color=colour)
    points = base.mark_point(filled=True, size=90, opacity=1).encode(
        y=value, color=colour, shape=alt.Shape("which:N", scale=shapes, legend=None)
    )
    chart = alt.layer(line, ends, points).properties(width=WIDTH, height=HEIGHT, background="transparent")
    plain = chart.configure_view(stroke=None).configure_axis(labelFontSize=12, gridOpacity=0.35)
    drawn: dict[str, Any] = plain.to_dict()
    return drawn


def for_page(svg: str, name: str) -> str:
    """An SVG among others in a page: without a background, with names of its own, scaled; the page has its text."""
    plain = _ID.sub(f"{name}-", _ARIA.sub("", _BACKGROUND.sub("", svg, count=1)))
    sized = regex.sub(r' width="[^"]*" height="[^"]*"', "", plain, count=1)
    return sized.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
