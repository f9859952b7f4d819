"""What numbers, years, places and other filters find, how facets count it, and what cannot be asked."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from extractor.archive.folding import bare
from extractor.archive.search import search
from extractor.archive.shapes import FACETS, MOST_OF_A_PAGE, Filters, Query
from extractor.model.edtf import days_of
from extractor.model.errors import ArchiveError
from extractor.model.records import FigureBase
from tests.archive.searched import METRES, everything, found, ids

BILLIONS = (Decimal(5 * 10**9), True)
NUMBERS: tuple[tuple[str, Callable[[FigureBase, Decimal], bool]], ...] = (
    ("391", lambda one, value: value == 391),
    ("hơn 5 tỷ", lambda one, value: one.unit == "VND" and (value, one.modifier == "more_than") >= BILLIONS),
    ("dưới 3%", lambda one, value: one.unit == "%" and value < 3),
    ("trên 20 km", lambda one, value: one.kind == "length" and value * METRES[one.unit] > 20_000),
    ("24/24 xã", lambda one, value: one.kind == "ratio" and value == one.total == 24),
    ("1.200 lao động", lambda one, value: value == 1200 and one.unit == "lao động"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "holds"), NUMBERS, ids=[text for text, _ in NUMBERS])
def test_numbers_find_what_answers_them(
    archive: sqlite3.Connection, figures: list[FigureBase], text: str, holds: Callable[..., bool]
) -> None:
    hits = {hit.figure.id: hit.figure for hit in found(archive, text).hits}
    wanted = {one.id for one in figures if one.value is not None and holds(one, one.value)}
    assert wanted
    assert wanted <= set(hits)
    for one in hits.values():
        assert one.id in wanted or one.value is None or one.kind == "money", one
    assert set(ids(found(archive, bare(text)))) == set(hits)


def test_a_range_finds_what_overlaps_it(archive: sqlite3.Connection) -> None:
    hits = found(archive, "từ 100 đến 500 hộ").hits
    assert len(hits) >= 3
    for hit in hits:
        assert hit.figure.unit.startswith("hộ")
        assert hit.figure.value is None or 100 <= hit.figure.value <= 500


def test_what_is_closest_to_the_number_comes_first(archive: sqlite3.Connection) -> None:
    values = [hit.figure.value for hit in found(archive, "hơn 5 tỷ").hits if hit.figure.value]
    assert values == sorted(values)


def test_numbers_that_no_one_figure_can_be_are_alternatives(archive: sqlite3.Connection) -> None:
    hits = found(archive, "150 suất quà 85 triệu đồng").hits
    assert {hit.figure.text for hit in hits} == {"150 suất quà", "85 triệu đồng"}


def test_limits_on_one_unit_hold_together(archive: sqlite3.Connection) -> None:
    hits = found(archive, "trên 5 tỷ dưới 50 tỷ").hits
    assert hits
    assert all(hit.figure.value is None or 5e9 <= hit.figure.value <= 50e9 for hit in hits)


def test_a_year_finds_the_figures_of_that_year(archive: sqlite3.Connection, figures: list[FigureBase]) -> None:
    assert set(ids(found(archive, "năm 2024"))) == {one.id for one in figures if in_year(one, 2024)}
    assert set(ids(found(archive, "nam 2024"))) == set(ids(found(archive, period="2024")))


def in_year(figure: FigureBase, year: int) -> bool:
    """Whether a figure's period overlaps a year; one that says only until when holds on that day."""
    days = days_of(figure.period)
    first, last = days.first or days.last, days.last
    return first is not None and first.year <= year and (last is None or last.year >= year)


COUNTED = {
    "kind": lambda one: one.kind, "unit": lambda one: one.unit, "status": lambda one: one.status,
    "modifier": lambda one: one.modifier, "indicator": lambda one: one.indicator,
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTED)
def test_filters_leave_what_they_say_and_facets_count_it(
    archive: sqlite3.Connection, figures: list[FigureBase], name: str
) -> None:
    counts = Counter(COUNTED[name](one) for one in figures)
    counts.pop(None, None)
    told = {one.value: one.figures for one in found(archive).facets[name]}
    assert [counts[value] for value in told] == [count for _, count in counts.most_common(100)]
    assert all(counts[value] == count for value, count in told.items())
    for value in list(told)[:5]:
        hits = everything(archive, **{name: (value,)})
        assert len(hits) == told[value]
        assert {COUNTED[name](hit.figure) for hit in hits} == {value}
    two: Any = {name: tuple(list(told)[:2])}
    assert found(archive, **two).total == sum(told[value] for value in two[name])


def test_each_facet_is_counted_under_the_other_filters(archive: sqlite3.Connection) -> None:
    alone = found(archive, "xã")
    both = found(archive, "xã", kind=("count",), status=("target",))
    assert both.facets["kind"] == found(archive, "xã", status=("target",)).facets["kind"]
    assert both.facets["status"] == found(archive, "xã", kind=("count",)).facets["status"]
    assert sum(one.figures for one in both.facets["source"]) == both.total < alone.total
    assert tuple(both.facets) == FACETS
    assert search(archive, Query("xã"), facets=False).facets == {}


def test_years_are_counted_as_their_filter_finds(archive: sqlite3.Connection) -> None:
    years = found(archive).facets["year"]
    assert [one.value for one in years] == sorted((one.value for one in years), reverse=True)
    for one in years:
        assert found(archive, period=one.value).total == one.figures


@pytest.mark.parametrize("name", ["huyện Mai Châu", "Mai Châu", "mai chau", "huyen mai chau", "Mai Châu, Hòa Bình"])
def test_a_place_is_found_by_its_name(archive: sqlite3.Connection, name: str) -> None:
    hits = found(archive, place=name).hits
    assert hits
    assert {hit.figure.place.name for hit in hits if hit.figure.place} >= {"huyện Mai Châu"}
    assert ids(found(archive, place="mai chau")) == [hit.figure.id for hit in hits]


def test_a_place_holds_what_lies_in_it(archive: sqlite3.Connection) -> None:
    province = found(archive, place="tỉnh Hòa Bình").hits
    assert {hit.figure.place.name for hit in province if hit.figure.place} >= {"huyện Mai Châu"}
    assert all(
        hit.figure.place and "Hòa Bình" in (hit.figure.place.province or "") + hit.figure.place.name for hit in province
    )
    today = found(archive, place="tỉnh Phú Thọ", units="today").hits
    assert {hit.figure.id for hit in province} <= {hit.figure.id for hit in today}
    with pytest.raises(ArchiveError, match="no place"):
        found(archive, place="tỉnh Phú Thọ")


def test_a_place_is_found_by_its_id(archive: sqlite3.Connection) -> None:
    (hit, *_) = found(archive, place="mai chau").hits
    assert hit.place
    assert ids(found(archive, place=hit.place)) == ids(found(archive, place="huyện Mai Châu"))


def test_values_and_confidence_are_limits(archive: sqlite3.Connection, figures: list[FigureBase]) -> None:
    hits = found(archive, least=Decimal(100), most=Decimal(200)).hits
    assert {hit.figure.id for hit in hits} == {
        one.id for one in figures if (one.high or one.value or 0) >= 100 and (one.low or one.value or 0) <= 200
    }
    sure = everything(archive, confidence=0.9)
    assert {hit.figure.id for hit in sure} == {
        one.id for one in figures if min(value for _, value in one.confidence) >= 0.9
    }


def test_verdicts_agreements_and_sources_are_filters(archive: sqlite3.Connection) -> None:
    for name in ("verdict", "agreement", "source"):
        values = found(archive).facets[name]
        assert values
        for one in values[:3]:
            hits = everything(archive, **{name: (one.value,)})
            assert len(hits) == one.figures
            assert {getattr(hit, name) for hit in hits} == {one.value}


def test_a_unit_is_also_named_as_articles_write_it(archive: sqlite3.Connection) -> None:
    assert found(archive, unit=("VND",)).total > 0
    assert ids(found(archive, unit=("đồng",))) == ids(found(archive, unit=("VND",)))


@pytest.mark.parametrize(("name", "value"), [("unit", "hộo"), ("source", "no-such.example"), ("indicator", "pover")])
def test_what_the_archive_does_not_know_is_told(archive: sqlite3.Connection, name: str, value: str) -> None:
    one: Any = {name: (value,)}
    with pytest.raises(ArchiveError, match=f"{name}: no {name} '{value}' is known in this archive. Take one that it"):
        found(archive, **one)


WRONG = (
    (Query(filters=Filters(kind=("lenght",))), "kind"),  # type: ignore[arg-type]
    (Query(filters=Filters(period="hôm qua")), "period"),
    (Query(filters=Filters(period="2023-13")), "period"),
    (Query(filters=Filters(period="2024/2023")), "period"),
    (Query(filters=Filters(least=Decimal(5), most=Decimal(2))), "least"),
    (Query(filters=Filters(least=Decimal("NaN"))), "least"),
    (Query(filters=Filters(confidence=2)), "confidence"),
    (Query(filters=Filters(place="Atlantis")), "place"),
    (Query(filters=Filters(verdict=("guilty",))), "verdict"),  # type: ignore[arg-type]
    (Query(filters=Filters(units="tomorrow")), "units"),  # type: ignore[arg-type]
    (Query(sort="random"), "sort"),  # type: ignore[arg-type]
    (Query(page=0), "page"),
    (Query(size=0), "size"),
    (Query(size=MOST_OF_A_PAGE + 1), "size"),
)


@pytest.mark.parametrize(("query", "where"), WRONG, ids=[f"{at} {where}" for at, (_, where) in enumerate(WRONG)])
def test_what_cannot_be_asked_is_told(archive: sqlite3.Connection, query: Query, where: str) -> None:
    with pytest.raises(ArchiveError) as told:
        search(archive, query)
    assert told.value.where == where
    assert told.value.todo
