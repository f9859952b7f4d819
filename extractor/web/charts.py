"""Series of facts as SVG, drawn by altair and vl-convert as the report draws its own.

No word of an article goes into one: the page says beside it what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from extractor.audit.numbers import UNIT_WORDS
from extractor.audit.report.plotting import LOCALE, for_page
from extractor.audit.report.words import Both
from extractor.model.edtf import days_of
from extractor.model.records import Fact
from extractor.web.amounts import scale_of

WIDTH, HEIGHT = 560, 190
EPOCH, DAY = date(1970, 1, 1), 86_400_000
COLOURS = ("#3b5b92", "#a3201a", "#14603a", "#7a5200", "#6a3d9a", "#1f7a8c")  # the page gives each its own in dark
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down")
MOST_LINES = len(COLOURS)
YEAR = len("2024")
Point = tuple[int, float, float | None, float | None, int, bool]  # moment, value, low, high, which line, is a target


class Chart(NamedTuple):
    """A chart, and in what unit its values are."""

    svg: str
    scale: Both  # tỷ, triệu; empty where values are told as they are
    unit: str
    has_targets: bool


def chart(lines: Sequence[Sequence[Fact]], name: str) -> Chart | None:
    """The facts of some lines over time, all in one unit; None where they say nothing of two moments."""
    facts = [(at, fact) for at, line in enumerate(lines[:MOST_LINES]) for fact in line]
    values = [end for _, fact in facts for end in (fact.value, fact.high) if end is not None]
    if not values:
        return None
    unit = facts[0][1].unit
    scale, word = scale_of(unit, values)
    points = [point for at, fact in facts if (point := _point(fact, at, scale))]
    if len({point[0] for point in points}) < 2:
        return None
    by_year = all(fact.period and len(fact.period) == YEAR for _, fact in facts)
    svg = for_page(_drawn(tuple(points), by_year=by_year), name)
    return Chart(svg, word, UNIT_WORDS.get(unit, unit), any(fact.status == "target" for _, fact in facts))


def warm() -> None:
    """Starts what draws, which takes some seconds."""
    _drawn(((0, 0.0, None, None, 0, False), (DAY, 1.0, None, None, 0, False)), by_year=False)


def _point(fact: Fact, line: int, scale: Decimal) -> Point | None:
    """A point of a line; None of a fact without a time or a number."""
    days = days_of(fact.period)
    day = days.last or days.first
    ends = [one / scale for one in (fact.low, fact.high) if one is not None]
    value = fact.value / scale if fact.value is not None else sum(ends) / len(ends) if ends else None
    if day is None or value is None:
        return None
    low, high = (float(min(ends)), float(max(ends))) if len(ends) == 2 else (None, None)
    return (day - EPOCH).days * DAY, float(value), low, high, line, fact.status == "target"


@lru_cache(maxsize=512)
def _drawn(points: tuple[Point, ...], *, by_year: bool) -> str:
    import vl_convert  # on use: it is slow to start

    names = ("day", "value", "low", "high", "line", "target")
    rows = [dict(zip(names, point, strict=True)) for point in points]
    days = sorted({point[0] for point in points})
    drawn = _chart("%Y" if by_year else "%m/%Y") | {
        "datasets": {"rows": rows},
        "params": [{"name": "days", "value": days}],
    }
    svg: str = vl_convert.vegalite_to_svg(drawn, allowed_base_urls=[], format_locale=LOCALE)
    return svg


@cache
def _chart(moments: str) -> dict[str, Any]:
    """The chart without its data: made once, since altair takes longer to check it than it takes to draw."""
    import altair as alt

    which = list(range(MOST_LINES))
    colour = alt.Color("line:O", scale=alt.Scale(domain=which, range=list(COLOURS)), legend=None)
    shape = alt.Shape("line:O", scale=alt.Scale(domain=which, range=list(SHAPES)), legend=None)
    axis = alt.Axis(format=moments, values=alt.ExprRef("days"), labelOverlap="greedy", labelSeparation=8)
    time = alt.X("day:T", title=None, axis=axis, scale=alt.Scale(type="utc", nice=False, padding=14))
    scale = alt.Scale(zero=False, nice=True)
    value = alt.Y("value:Q", title=None, axis=alt.Axis(format=",~r", tickCount=5), scale=scale)
    base = alt.Chart({"name": "rows"}).encode(x=time)
    line = base.transform_filter("!datum.target").mark_line(strokeWidth=2).encode(y=value, color=colour)
    ends = base.mark_rule(strokeWidth=2).encode(y="low:Q", y2="high:Q", color=colour)
    points = base.mark_point(filled=True, size=80, opacity=1).encode(y=value, color=colour, shape=shape)
    open_points = points.transform_filter("!datum.target")
    targets = base.transform_filter("datum.target").mark_point(size=90, strokeWidth=2).encode(
        y=value, color=colour, shape=shape
    )  # fmt: skip
    layers = alt.layer(line, ends, open_points, targets).properties(
        width=WIDTH, height=HEIGHT, background="transparent"
    )
    plain = layers.configure_view(stroke=None).configure_axis(labelFontSize=12, gridOpacity=0.35)
    drawn: dict[str, Any] = plain.to_dict()
    return drawn
