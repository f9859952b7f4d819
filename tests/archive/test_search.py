"""What words find over the archive of the sample corpus, in which order, and what stands with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.archive.database import open_archive
from extractor.archive.folding import bare
from extractor.archive.search import search
from extractor.archive.shapes import Filters, Hit, Query
from extractor.model.edtf import days_of
from extractor.model.errors import ArchiveError
from tests.archive.searched import METRES, found, ids
from tests.archives import sample_archive


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


def test_a_place_is_found_by_the_units_that_held_it_or_hold_the_whole(archive: sqlite3.Connection) -> None:
    held = archive.execute(
        "SELECT DISTINCT figures.id, containers.name FROM figures JOIN lies_in USING (place)"
        " JOIN containers ON containers.number = container WHERE containers.name <> 'Việt Nam' AND units = 'then'"
        " UNION SELECT figures.id, name FROM figures JOIN successors USING (place) WHERE extent = 'whole'"
    ).fetchall()
    assert any(name.startswith("huyện ") for _, name in held)
    for name in {name for _, name in held}:
        assert {figure for figure, of in held if of == name} <= set(ids(found(archive, name, size=500)))


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


def test_articles_hold_to_the_period_that_was_typed(archive: sqlite3.Connection) -> None:
    every = search(archive, Query("nông thôn mới")).articles_total
    assert 0 < search(archive, Query("nông thôn mới năm 2023")).articles_total < every
    assert search(archive, Query("nông thôn mới năm 1911")).articles_total == 0


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


def test_abbreviations_are_found_written_out(archive: sqlite3.Connection) -> None:
    written_out = set(ids(found(archive, "thị trấn Chợ Lách")))
    assert written_out
    assert set(ids(found(archive, "tt Chợ Lách"))) >= written_out


def test_of_a_month_come_first_the_figures_of_that_month_alone(archive: sqlite3.Connection) -> None:
    asked = days_of("2024-01")
    hits = found(archive, "tháng 1/2024").hits
    assert asked.first
    assert asked.last

    def outside(hit: Hit) -> int:
        first, last = days_of(hit.figure.period)
        begun, ended = first or last, last or date.max
        assert begun
        assert asked.first
        assert asked.last
        return max((asked.first - begun).days, 0) + max((ended - asked.last).days, 0)

    widths = [outside(hit) for hit in hits]
    assert widths[0] == 0 < widths[-1]
    assert all(one <= 2 * (other + 1) for one, other in pairwise(widths))
