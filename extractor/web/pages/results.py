"""The results of a search: figures, how it was read, facets, a histogram over values, and ways to take all along."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from decimal import Decimal
from math import ceil
from typing import Any, NamedTuple

from msgspec.structs import replace

from extractor.archive.labels import CALLED
from extractor.archive.search import search
from extractor.archive.shapes import FACETS, Bin, Condition, Histogram, Query, Results
from extractor.audit.report.words import Both
from extractor.web.amounts import Ends, amount
from extractor.web.asking import (
    FILTERS,
    MANY,
    address,
    pairs_for,
    with_filter,
    without_filter,
)
from extractor.web.lookups.indicators import indicator_name
from extractor.web.lookups.places import place_name
from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked, MissingError
from extractor.web.speaking import Tongue
from extractor.web.words import FILTER_OF, SORTS, UNITS
from extractor.web.words import FILTERS as FILTER_WORDS

PATH = "/search"
WAYS = (("CSV", "csv"), ("JSON", "json"), ("Parquet", "parquet"), ("Atom", "atom"))
NAMES: dict[str, Mapping[Any, Both]] = {**CALLED, "units": UNITS}
IN_FORM = ("least", "most", "period", "confidence", "place", "units")  # filters that are typed
TALLEST = 100  # of a histogram's bar


class Chip(NamedTuple):
    """A part of the query as it was read, and the query without it; no link where words would have to change."""

    label: str
    said: str
    lang: str | None
    link: str | None


class Choice(NamedTuple):
    """A value of a facet that can be added, or taken away where it is chosen."""

    name: Both
    figures: int
    chosen: bool
    link: str
    lang: str | None


class Facet(NamedTuple):
    """A facet with its values."""

    name: str
    choices: tuple[Choice, ...]


class Bar(NamedTuple):
    """A bar of the histogram: from what to what, how tall, and the query of these values."""

    low: str
    high: str
    figures: int
    tall: float
    link: str


def page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The page of a search."""
    query = asked.query
    results = search(connection, query, seconds=asked.seconds)
    if not results.hits and query.page > 1:
        raise MissingError("no such page", where=str(query.page))
    first = replace(query, page=1)
    return rendered(
        "results.html", asked, query=query, results=results, words_asked=query.text,
        chips=tuple(_chips(connection, results, asked.tongue)), facets=tuple(_facets(results, asked.tongue)),
        bars=_bars(results.histogram, query, asked.tongue) if results.histogram else (),
        sorts=[(said, address(PATH, replace(first, sort=name)), name == query.sort) for name, said in SORTS.items()],
        kept=[pair for pair in pairs_for(replace(first, text="")) if pair[0] != "page"],
        ways=[(name, address(f"{PATH}.{suffix}", first)) for name, suffix in WAYS],
        feed=address(f"{PATH}.atom", first), pages=ceil(results.total / query.size),
        link=lambda number: address(PATH, replace(query, page=number)), plain=address(PATH, Query(query.text)),
        form_kept=[pair for pair in pairs_for(first) if pair[0] not in IN_FORM],
        place_is_id=place_name(connection, query.filters.place or "") is not None,
    )  # fmt: skip


def _chips(connection: sqlite3.Connection, results: Results, tongue: Tongue) -> Iterator[Chip]:
    """How the query was read: phrases, conditions, and filters, which can be taken away."""
    understood, query = results.understood, results.query
    for phrase in understood.phrases:
        yield Chip(tongue.t("đúng cụm từ", "phrase"), f"“{phrase}”", "vi", None)
    for one in understood.conditions:
        yield Chip(tongue.t("điều kiện về số", "condition"), f"{one.words}: {_condition(one, tongue)}", None, None)
    for period in understood.periods:
        yield Chip(tongue.t("thời gian", "period"), tongue.period(period), None, None)
    for name in FILTERS:
        value = getattr(query.filters, name)
        if value in (None, (), "then"):
            continue
        for each in value if name in MANY else (value,):
            said, lang = _value(connection, name, str(each), tongue)
            link = address(PATH, without_filter(query, name, each if name in MANY else None))
            yield Chip(tongue.both(FILTER_WORDS[name]), said, lang, link)


def _condition(one: Condition, tongue: Tongue) -> str:
    """A condition on values: > 5 tỷ đồng; 100 – 200 hộ."""
    scaled = amount(tongue, Ends(None, one.low, one.high), one.unit or "")
    if one.low is not None and one.high is not None and not (one.open_low or one.open_high):
        return str(scaled)
    if one.unit == "VND":
        ends = [amount(tongue, Ends(end), one.unit) for end in (one.low, one.high) if end is not None]
        said = " – ".join(map(str, ends))
    else:
        said = f"{tongue.number(one.low if one.low is not None else one.high or Decimal(0))} {one.unit or ''}".strip()
    if one.high is None:
        return f"{'>' if one.open_low else '≥'} {said}"
    if one.low is None:
        return f"{'<' if one.open_high else '≤'} {said}"
    return said


def _value(connection: sqlite3.Connection, name: str, value: str, tongue: Tongue) -> tuple[str, str | None]:
    """A value of a filter for people, and its language where it is of the articles."""
    table = NAMES.get(name)
    if table is not None:
        return tongue.both(table[value]), None
    if name == "place":
        return place_name(connection, value) or value, "vi"
    if name == "indicator":
        return tongue.both(indicator_name(connection, value)), None
    if name == "period":
        return tongue.period(value), None
    if name in ("least", "most"):
        return tongue.number(Decimal(value)), None
    if name == "confidence":
        return f"{round(float(value) * 100)}%", None
    return value, "vi"


def _facets(results: Results, tongue: Tongue) -> Iterator[Facet]:
    """The facets that have something to choose."""
    query = results.query
    for name in FACETS:
        filtered = FILTER_OF.get(name, name)
        now = getattr(query.filters, filtered)
        choices = []
        for one in results.facets.get(name, ()):
            chosen = one.value in now if filtered in MANY else one.value == now
            changed = without_filter(query, filtered, one.value) if chosen else with_filter(query, filtered, one.value)
            table = NAMES.get(name)
            said = table.get(one.value) if table else None
            lang = None if said or name in ("year", "indicator") else "vi"
            choices.append(Choice(said or Both(one.vi, one.en), one.figures, chosen, address(PATH, changed), lang))
        if choices:
            yield Facet(name, tuple(choices))


def _bars(histogram: Histogram, query: Query, tongue: Tongue) -> tuple[Bar, ...]:
    most = max((one.figures for one in histogram.bins), default=0)
    return tuple(_bar(one, most, histogram.unit, query, tongue) for one in histogram.bins) if most else ()


def _bar(one: Bin, most: int, unit: str, query: Query, tongue: Tongue) -> Bar:
    low, high = (_edge(end) for end in (one.low, one.high))
    filters = replace(query.filters, least=low, most=high, unit=(unit,))
    said = [str(amount(tongue, Ends(end), unit)) for end in (low, high)]
    tall = max(one.figures / most * TALLEST, 3) if one.figures else 0
    return Bar(said[0], said[1], one.figures, round(tall, 1), address(PATH, replace(query, filters=filters, page=1)))


def _edge(value: float) -> Decimal:
    """An end of a bar with as many digits as people read."""
    return Decimal(f"{value:.6g}")
