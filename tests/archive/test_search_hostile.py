"""Whatever is typed is data: random and hostile queries give results or a clear error, and none takes too long."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.archive.database import open_archive
from extractor.archive.search import SECONDS, search
from extractor.archive.shapes import Filters, Query, Results, Sort
from extractor.model.errors import ArchiveError
from extractor.model.shapes import Kind
from tests.archives import sample_archive

FEW, MANY = 2_000, 10_000
PIECES = (
    "hộ nghèo Lục Yên đường giao thông xã 24/24 600km 1.200 3,5 tỷ hơn 5 tỷ từ 100 đến 200 năm 2023 9/2023 ho ngheo "
    'AND OR NOT NEAR NEAR(a,5) item: {item} : ( ) ((( " "" \'"\' * ^ + - -- ; \' \\ / // % _ [ ] { } < > = ~ ` | & '
    "'; DROP TABLE figures; -- UNION SELECT 1 rowid: _item_words MATCH 0x00 \x00 \ud800 \udfff 😀 🇻🇳 \u202e \ufeff ﷽ "
    "\u0301 a\u0301\u0302 ½ ² ١٢٣ 漢字 ไทย עברית 𝔥 ﬁ İ ſ K ß 9e999 -5 1/0 NaN inf null None <script>alert(1)</script> "
    "../../etc/passwd http://x.y/?q=1&p=2 %00 %27 \t \n \r\n đ Đ ð Ð"
).split(" ")
HOSTILE = (
    '"' * 501, "a " * 5000, "(" * 3000, "từ " * 2000, "9" * 10_000, "x" * 10_000, "5 đến " * 1000, "\u0301" * 1000,
    "hộ nghèo " * 60, "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 8, "1.2,3" * 300,
)  # fmt: skip


def asked(archive: sqlite3.Connection, query: Query, *, facets: bool = True) -> Results | None:
    """What a query finds, within the time that it has; None where it is told that it cannot be asked."""
    start = time.perf_counter()
    try:
        results: Results | None = search(archive, query, facets=facets)
    except ArchiveError as error:
        assert error.todo  # noqa: PT017
        results = None
    assert time.perf_counter() - start < SECONDS
    return results


def random_query(chosen: random.Random) -> Query:
    """A query of pieces that people, or their enemies, type."""
    joint = chosen.choice((" ", " ", " ", ""))
    text = joint.join(chosen.choices(PIECES, k=chosen.randrange(8)))
    if chosen.random() < 0.2:
        text = "".join(chr(chosen.choice((chosen.randrange(128), chosen.randrange(0x3000)))) for _ in range(20))
    filters: dict[str, Any] = {}
    if chosen.random() < 0.3:
        filters["kind"] = (chosen.choice((*get_args(Kind), "'; --")),)
        filters["period"] = chosen.choice(("2023", "2023-02-30", "../..", "x", "2024/2020", None))
    if chosen.random() < 0.2:
        filters["place"] = chosen.choice(("Mai Châu", "mai chau", "' OR 1=1", "\ud800", "", "tỉnh", ","))
        filters["least"] = chosen.choice((Decimal("-1e30"), Decimal(5), Decimal("NaN"), Decimal("Infinity")))
        filters["unit"] = chosen.choice((("VND",), ("nothing",), ("'", "km")))
    page = chosen.choice((0, 1, 1, 1, 2, 10**9))
    return Query(text, Filters(**filters), chosen.choice(get_args(Sort)), page, chosen.choice((1, 5, 20, 501)))


def ask_random_ones(archive: sqlite3.Connection, count: int) -> None:
    """Asks so many random queries."""
    chosen = random.Random(14)
    found = 0
    for _ in range(count):
        query = random_query(chosen)
        results = asked(archive, query, facets=chosen.random() < 0.5)
        found += results is not None and results.total > 0
    assert found > count / 20, "some of them find something"


def test_random_queries_give_no_error(archive: sqlite3.Connection) -> None:
    ask_random_ones(archive, FEW)


@pytest.mark.bench
def test_very_many_random_queries_give_no_error(archive: sqlite3.Connection) -> None:
    ask_random_ones(archive, MANY)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_give_no_error(archive: sqlite3.Connection, text: str) -> None:
    assert asked(archive, Query(text)) is not None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_no_error(text: str) -> None:
    with closing(open_archive(sample_archive())) as connection:
        assert asked(connection, Query(text, size=1), facets=False) is not None
