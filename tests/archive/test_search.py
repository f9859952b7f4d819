"""Search over the archive of the sample corpus: what is found, in which order, filtered, counted, paged."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from extractor.archive.database import open_archive
from extractor.archive.folding import bare
from extractor.archive.reading import Records
from extractor.archive.search import ranking, search
from extractor.archive.shapes import FACETS, MOST_OF_A_PAGE, Filters, Hit, Query, Results
from extractor.model.edtf import days_of
from extractor.model.errors import ArchiveError
from extractor.model.records import FigureBase
from tests.archives import sample_archive

EVERY = Query(size=MOST_OF_A_PAGE)


@pytest.fixture(scope="module")
def archive() -> Iterator[sqlite3.Connection]:
    with closing(open_archive(sample_archive())) as connection:
        yield connection


@pytest.fixture(scope="module")
def figures(archive: sqlite3.Connection) -> list[FigureBase]:
    """Every figure of the archive."""
    numbers = [number for (number,) in archive.execute("SELECT number FROM figures ORDER BY number")]
    return list(Records(archive).figures(numbers).values())


def found(archive: sqlite3.Connection, text: str = "", **options: Any) -> Results:
    """What a text finds, all of it on as few pages as there can be."""
    given = {name: options.pop(name) for name in ("sort", "page", "size") if name in options}
    return search(archive, replace(EVERY, text=text, filters=Filters(**options), **given))


def ids(results: Results) -> list[str]:
    return [hit.figure.id for hit in results.hits]


def everything(archive: sqlite3.Connection, **options: Any) -> list[Hit]:
    """All hits of all pages."""
    hits: list[Hit] = []
    page = 1
    while (more := found(archive, page=page, **options)).hits:
        hits += more.hits
        page += 1
    assert len(hits) == more.total
    return hits


def says(hit: Hit, *words: str) -> bool:
    """Whether a hit says all the words, without marks, somewhere."""
    place = hit.figure.place
    names = [place.name, place.province or "", *(f"{one.name} {one.province}" for one in place.today)] if place else []
    figure = hit.figure
    parts = (figure.item, figure.category, figure.action, figure.unit, hit.sentence, hit.article.title, *names)
    text = bare(" ".join(filter(None, parts)))
    return all(word in text for word in words)


def test_all_words_are_said_by_every_hit(archive: sqlite3.Connection) -> None:
    results = found(archive, "hộ nghèo huyện lắk")
    assert results.total > 5
    assert all(says(hit, "ho", "ngheo", "lak") for hit in results.hits)


@pytest.mark.parametrize(
    "text", ["hộ nghèo", "đường giao thông", "Mai Châu", "dân vận khéo", "rừng", "Đắk Lắk", "giải ngân vốn"]
)
def test_without_marks_the_same_is_found(archive: sqlite3.Connection, text: str) -> None:
    results = found(archive, text)
    assert results.total
    assert set(ids(found(archive, bare(text)))) == set(ids(results))


def test_words_may_stand_in_item_sentence_title_and_place(archive: sqlite3.Connection) -> None:
    (hit, *_) = found(archive, "suat qua hoa binh").hits
    assert hit.figure.item.startswith("suất quà")
    assert hit.figure.place
    assert hit.figure.place.province == "tỉnh Hòa Bình"
    assert "Hòa Bình" not in hit.sentence


def test_what_is_said_with_the_marks_that_were_typed_comes_first(archive: sqlite3.Connection) -> None:
    hits = found(archive, "hộ").hits
    exact = [" hộ " in f" {hit.figure.item} {hit.sentence} {hit.article.title} ".lower() for hit in hits]
    assert exact[0]
    assert {bare(word) for word in "hộ hồ ho".split()} == {"ho"}
    first_other = exact.index(False) if False in exact else len(exact)
    assert first_other > 10


def test_a_run_of_words_comes_before_scattered_ones(archive: sqlite3.Connection) -> None:
    hits = found(archive, "hộ nghèo").hits
    run = ["hộ nghèo" in f"{hit.figure.item} {hit.sentence}".lower() for hit in hits]
    assert run.index(False) == sum(run) > 3


def test_the_item_comes_before_the_sentence(archive: sqlite3.Connection) -> None:
    hits = found(archive, "hộ nghèo").hits
    in_item = ["hộ nghèo" in hit.figure.item.lower() for hit in hits]
    assert in_item.index(False) == sum(in_item) > 3


def test_quotes_ask_for_a_run_with_the_marks_that_were_typed(archive: sqlite3.Connection) -> None:
    scattered, run = found(archive, "hộ nghèo"), found(archive, '"hộ nghèo"')
    assert 0 < run.total < scattered.total
    assert all("hộ nghèo" in f"{hit.figure.item} {hit.sentence} {hit.article.title}".lower() for hit in run.hits)
    assert found(archive, '"ho ngheo"').total == run.total
    assert found(archive, '"hồ nghèo"').total == 0


def test_old_and_new_tone_marks_are_one(archive: sqlite3.Connection) -> None:
    assert ids(found(archive, "hoà bình")) == ids(found(archive, "hòa bình")) != []


def test_nothing_is_found_where_one_word_is_missing(archive: sqlite3.Connection) -> None:
    assert found(archive, "hộ nghèo xyzzy").total == 0
    assert found(archive, "!!! ???").total == 0


METRES = {"km": Decimal(1000), "m": Decimal(1), "cm": Decimal("0.01")}
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


@pytest.mark.parametrize("sort", ["relevance", "value", "-value", "date", "-date"])
@pytest.mark.parametrize("text", ["", "xã", "hộ nghèo", "hơn 5 tỷ"])
def test_pages_are_the_whole_in_order(archive: sqlite3.Connection, text: str, sort: str) -> None:
    whole = found(archive, text, sort=sort)
    paged: list[str] = []
    for page in range(1, 200):
        some = found(archive, text, sort=sort, page=page, size=7)
        paged += ids(some)
        if not some.hits:
            break
        if len(paged) > 40:
            break
    assert paged == ids(whole)[: len(paged)]
    assert len(set(paged)) == len(paged)


def test_sorting_by_value_and_date(archive: sqlite3.Connection) -> None:
    values = [hit.figure.value for hit in found(archive, kind=("money",), sort="value").hits if hit.figure.value]
    assert values == sorted(values)
    lengths = [hit.figure for hit in found(archive, kind=("length",), sort="-value").hits]
    metres = [float(one.value or one.high or 0) * float(METRES[one.unit]) for one in lengths]
    assert metres == sorted(metres, reverse=True)
    days = [_day(hit) for hit in found(archive, sort="-date").hits]
    assert all(one >= two for one, two in pairwise(days))
    assert found(archive, sort="date").hits[0].figure.id != found(archive, sort="-date").hits[0].figure.id


def _day(hit: Hit) -> str:
    last = days_of(hit.figure.period).last
    return last.isoformat() if last else (hit.article.published or "")[:10]


def test_a_hit_has_its_sentence_with_the_number_marked(archive: sqlite3.Connection) -> None:
    for hit in found(archive).hits:
        start, end = hit.mark
        assert hit.sentence[start:end] == hit.figure.text
        assert hit.article.id == hit.figure.article_id
        assert hit.article.text == ""
        assert hit.fact
        assert hit.source


def test_a_histogram_counts_the_values_of_the_commonest_unit(archive: sqlite3.Connection) -> None:
    results = found(archive, kind=("money",))
    assert results.histogram
    assert results.histogram.unit == "VND"
    assert results.histogram.log
    assert sum(one.figures for one in results.histogram.bins) == results.total
    assert all(one.high == two.low for one, two in pairwise(results.histogram.bins))
    shares = found(archive, kind=("percent",)).histogram
    assert shares
    assert shares.unit == "%"
    assert found(archive, "xyzzy").histogram is None


def test_articles_say_the_words_with_a_figure_or_without(archive: sqlite3.Connection) -> None:
    results = search(archive, Query("nông thôn mới"))
    assert 0 < len(results.articles) <= 5
    assert len(results.articles) <= results.articles_total
    for one in results.articles:
        words = [one.passage[start:end].lower() for start, end in one.marks]
        assert set(words) <= {"nông", "thôn", "mới"}
    assert "nông thôn mới" in results.articles[0].passage.lower()
    assert search(archive, Query("nông thôn mới", page=2)).articles == ()
    assert search(archive, Query("nông thôn mới", page=2)).articles_total == results.articles_total


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


def test_a_search_ends_in_time(archive: sqlite3.Connection) -> None:
    search(archive, Query("xã"))
    with pytest.raises(ArchiveError, match="took longer"):
        search(archive, Query("một lần nữa nông thôn mới rừng " * 10), seconds=0)
    assert search(archive, Query("xã")).total, "the connection goes on"


def test_what_has_changed_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    path.write_bytes(sample_archive().read_bytes())
    with closing(open_archive(path)) as reader, closing(sqlite3.connect(path)) as writer:
        before = search(reader, Query(filters=Filters(kind=("money",)))).total
        (number,) = writer.execute("SELECT number FROM figures WHERE kind = 'money'").fetchone()
        (chunk,) = writer.execute("SELECT codes FROM _columns WHERE name = 'present' AND chunk = 0").fetchone()
        gone = bytes(0 if at == number else code for at, code in enumerate(chunk))
        writer.execute("UPDATE _columns SET codes = ? WHERE name = 'present' AND chunk = 0", (gone,))
        writer.execute("UPDATE _state SET generation = generation + 1")
        writer.commit()
        assert search(reader, Query(filters=Filters(kind=("money",)))).total == before - 1


@pytest.mark.parametrize(
    "text",
    ["hộ nghèo", "ho ngheo", "xã", '"hộ nghèo" huyện', "đường giao thông Mai Châu", "hon 5 ty dong", "hoà bình 2024"],
)
def test_few_hits_are_ranked_as_many_are(
    archive: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Few are ranked by their texts, many by what FTS5 finds: the order is the same."""
    by_texts = ids(found(archive, text))
    assert by_texts
    monkeypatch.setattr(ranking, "MOST_LOOKED_THROUGH", 0)
    assert ids(found(archive, text)) == by_texts


def test_abbreviations_are_found_written_out(archive: sqlite3.Connection) -> None:
    written_out = set(ids(found(archive, "thị trấn Chợ Lách")))
    assert written_out
    assert set(ids(found(archive, "tt Chợ Lách"))) >= written_out
