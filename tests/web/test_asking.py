"""Addresses to queries and back: what is asked for is what is searched, and what cannot be is said."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.search.checking import CHOICES
from extractor.archive.shapes import Filters, Query, Sort
from extractor.model.errors import SolieuError
from extractor.web.asking import (
    AskingError,
    address,
    pairs_for,
    pairs_of,
    query_of,
    with_filter,
    without_filter,
)

TEXTS = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=20).filter(lambda one: bool(one.strip()))
FILTERS = st.builds(
    Filters, place=st.none() | TEXTS, units=st.sampled_from(("then", "today")), period=st.sampled_from((None, "2023")),
    indicator=st.lists(TEXTS, unique=True, max_size=3).map(tuple), unit=st.lists(TEXTS, unique=True).map(tuple),
    kind=st.lists(st.sampled_from(CHOICES["kind"]), unique=True).map(tuple),
    least=st.none() | st.decimals(-10**12, 10**12, places=3), most=st.none() | st.integers(0, 10**20).map(Decimal),
    confidence=st.none() | st.floats(0, 1).map(lambda share: round(share, 3)),
).filter(lambda one: one.least is None or one.most is None or one.least <= one.most)  # fmt: skip
QUERIES = st.builds(
    Query, st.just("") | TEXTS, FILTERS, st.sampled_from(get_args(Sort)), st.integers(1, 1000), st.integers(1, 500)
)


@given(QUERIES)
def test_a_query_is_what_its_address_asks_for(query: Query) -> None:
    path, _, said = address("/search", query).partition("?")
    assert path == "/search"
    assert query_of(pairs_of(said)) == query


def test_an_address_says_only_what_is_asked() -> None:
    assert address("/search", Query()) == "/search"
    assert address("/search", Query("hộ nghèo", Filters(kind=("count", "money")), page=2)) == (
        "/search?q=h%E1%BB%99+ngh%C3%A8o&kind=count&kind=money&page=2"
    )


def test_fields_left_empty_ask_for_nothing() -> None:
    assert query_of(pairs_of("q=&place=&least=&most=+&kind=")) == Query()


def test_what_others_hang_on_links_is_passed_by() -> None:
    assert query_of(pairs_of("q=a&lang=en&utm_source=x&fbclid=y&passed=1")) == Query("a")


@pytest.mark.parametrize(("said", "where"), [
    ("kind=weight", "kind"), ("sort=best", "sort"), ("page=0", "page"), ("page=1.5", "page"), ("size=501", "size"),
    ("least=nhiều", "least"), ("least=NaN", "least"), ("most=1e999", "most"), ("least=1e-99999999", "least"),
    ("most=0e-99999999", "most"), ("period=hôm nay", "period"), ("period=../..", "period"),
    ("confidence=2", "confidence"),
    ("colour=red", "colour"), (f"place={'x' * 301}", "place"), ("&".join(f"unit={n}" for n in range(51)), "unit"),
    ("unit=a%00b", "unit"),
])  # fmt: skip
def test_what_cannot_be_asked_is_said(said: str, where: str) -> None:
    with pytest.raises(SolieuError) as caught:
        query_of(pairs_of(said))
    assert caught.value.where == where
    assert caught.value.todo


def test_too_long_an_address_is_not_read() -> None:
    with pytest.raises(AskingError):
        pairs_of("q=" + "a" * 10_000)


def test_filters_are_added_and_taken_away() -> None:
    query = with_filter(with_filter(Query("a", page=3), "kind", "money"), "kind", "count")
    assert query == Query("a", Filters(kind=("money", "count")))
    assert with_filter(query, "kind", "count") == query
    assert without_filter(query, "kind", "money") == Query("a", Filters(kind=("count",)))
    assert without_filter(query, "kind") == Query("a")
    assert pairs_for(without_filter(with_filter(query, "period", "2023"), "period")) == pairs_for(query)
