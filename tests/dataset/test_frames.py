"""Data frames of articles, figures and facts: a row for each, with types that lose nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from extractor import extract, merge, read
from extractor.dataset.export.frames import articles_frame, facts_frame, figures_frame
from extractor.dataset.export.tables import export
from extractor.extraction.pipeline import Extraction
from extractor.model.edtf import days_of
from extractor.model.records import Article
from tests.datasets import ARTICLES, fact, place, with_facts


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    return [extract(found) for found in read([ARTICLES]) if isinstance(found, Article)]


def test_articles_figures_and_facts_as_frames(extractions: list[Extraction]) -> None:
    articles = [one.article for one in extractions]
    figures = list(chain.from_iterable(one.figures for one in extractions))
    facts = list(merge(figures, articles))
    frames = articles_frame(articles), figures_frame(iter(figures)), facts_frame(iter(facts))
    assert [frame.height for frame in frames] == [len(articles), len(figures), len(facts)]
    texts = frames[1].join(frames[0].select(article_id="id", whole="text"), on="article_id")
    for row in texts.iter_rows(named=True):
        assert row["whole"][row["start"] : row["end"]] == row["text"]
    assert frames[1]["value"].to_list() == [one.value for one in figures]
    assert frames[2]["figures"].to_list() == [list(one.figures) for one in facts]


def test_types_of_frames(extractions: list[Extraction]) -> None:
    types = figures_frame(extractions[0].figures).schema
    assert types["value"] == types["low"] == types["total"] == pl.Decimal(38, 6)
    assert types["first_day"] == pl.Date()
    assert types["start"] == pl.Int64()
    assert types["confidence_place"] == pl.Float64()
    assert articles_frame([extractions[0].article])["day"][0] == date(2023, 11, 20)


def test_frames_of_nothing_have_the_types_of_others() -> None:
    assert facts_frame([]).schema == facts_frame([fact()]).schema
    assert pl.concat([facts_frame([]), facts_frame([fact()])]).height == 1


def test_more_digits_than_a_decimal_has_stay_text() -> None:
    many = Decimal("1234567890123456789012345678901234567890.5")
    frame = facts_frame([fact("a"), fact("b", value=many)])
    assert frame["value"].to_list() == ["421", str(many)]


def test_lists_that_are_empty_or_missing_stay_so() -> None:
    bare = place("Yên Bình", "huyện", "Yên Bái").model_copy(update={"today": ()})
    frame = facts_frame([fact("a", place=None), fact("b", place=bare), fact("c")])
    missing, empty, held = frame["place_today"].to_list()
    assert (missing, empty) == (None, [])
    assert held == [one.model_dump() for one in place("Yên Bình", "huyện", "Yên Bái").today]
    assert frame["values"].to_list()[2] == [
        {"value": Decimal(421), "low": None, "high": None, "modifier": "exact", "figures": ["figure-c"]}
    ]


def test_parquet_is_the_frame(tmp_path: Path) -> None:
    facts = [fact("a"), fact("b", value=Decimal("0.123456789"), period="../2024-03-04", place=None)]
    folder = with_facts(tmp_path, facts)
    export(folder)
    assert_frame_equal(pl.read_parquet(folder / "facts.parquet"), facts_frame(facts))


DAYS = {
    "2023": (date(2023, 1, 1), date(2023, 12, 31)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2023-09-26": (date(2023, 9, 26), date(2023, 9, 26)),
    "2023-01/2023-09": (date(2023, 1, 1), date(2023, 9, 30)),
    "../2024-03-04": (None, date(2024, 3, 4)),
    "2010/..": (date(2010, 1, 1), None),
    "2023-13": (None, None),
    "2023-02-30": (None, None),
    "0000": (None, None),
    "năm 2023": (None, None),
    "": (None, None),
}


@pytest.mark.parametrize("period", DAYS)
def test_days_of(period: str) -> None:
    assert days_of(period) == DAYS[period]


def test_days_of_no_period() -> None:
    assert days_of(None) == (None, None)
