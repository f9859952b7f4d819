"""The stages of a run on Spark by themselves: copies in crowds, a place with all facts, an article that kills."""

from __future__ import annotations

import pickle
import random
import sqlite3
from contextlib import chdir, closing
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from msgspec.structs import replace

from extractor.dataset.merge.merging import merge
from extractor.engines.spark.copies import taken_ids, with_fates
from extractor.engines.spark.extracting import DONE, extracted
from extractor.engines.spark.merging import completed, drafts, with_totals
from extractor.engines.spark.setup import Setup
from extractor.engines.spark.sources import found_in_frame, found_in_paths
from extractor.model.errors import EngineError
from extractor.model.records import Article, Confidence, Count, Failure, FigureBase
from extractor.model.writing import json_lines
from extractor.reading.document import DEFAULTS, Options
from extractor.runs.duplicates import MOST_OF_A_BAND, SeenArticles, words_of
from extractor.runs.fingerprints import fingerprint, lsh_bands
from tests.datasets import LIKELY, place
from tests.runs.test_runs import Deadly

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

WORDS = tuple("xã huyện hộ đường thôn làm xong năm nay người dân góp công đất trường trạm nước điện lúa cá".split())


def families(count: int, seed: int = 7) -> list[Article]:
    """Reports of a few templates with numbers of their own, which crowd bands and are no copies, and copies of them."""
    chance = random.Random(seed)
    templates = [" ".join(chance.choices(WORDS, k=120)) for _ in range(4)]
    made: list[Article] = []
    for at in range(count):
        words = chance.choices(templates, (20, 3, 2, 1))[0].split()
        words[::30] = [str(chance.randrange(500)) for _ in words[::30]]
        if made and at % 5 == 0:
            words = chance.choice(made).text.split()
        for _ in range(chance.choice((0, 1, 4))):
            words[chance.randrange(1, 29)] = chance.choice(WORDS)
        made.append(Article(id=f"a{chance.randrange(count * 4)}", source=f"{at}.txt", text=" ".join(words)))
    return made


def row(turn: int, article: Article) -> tuple[object, ...]:
    seen = fingerprint(article)
    bands = sorted({*lsh_bands(seen)})
    prints = (seen.digest, seen.size, seen.signature, seen.numbers, bands)
    return (turn, article.id, article.source, words_of(article), None, *prints, 0, 0, 0, "", "", "", "")


def test_copies_are_those_of_one_machine_whatever_the_partitions(session: SparkSession) -> None:
    articles = families(400)
    with closing(sqlite3.connect("")) as connection:
        seen = SeenArticles(connection)
        expected = [seen.admit(one, fingerprint(one)) for one in articles]
        crowds = connection.execute("SELECT count(*) FROM bands GROUP BY key ORDER BY 1 DESC").fetchone()[0]
    assert crowds > MOST_OF_A_BAND, "some bands are crowded"
    rows = [row(turn, one) for turn, one in enumerate(articles)]
    random.Random(3).shuffle(rows)
    done = session.createDataFrame(session.sparkContext.parallelize(rows, 3), DONE, verifySchema=False)
    fates = with_fates(done, taken_ids(done)).select("turn", "again", "by", "same_as").collect()
    assert [one.turn for one in fates] == list(range(len(articles)))
    for fate, was in zip(fates, expected, strict=True):
        if isinstance(was, Article):
            assert (fate.again, fate.same_as) == (None, was.same_as)
        else:
            assert fate.again is (was is None)
            assert isinstance(was, Failure) == (fate.by is not None and not fate.again)
    assert any(one.same_as for one in fates)
    assert any(one.again is False for one in fates)


def stated(count: int) -> tuple[list[Article], list[FigureBase]]:
    """Figures of one place alone, most of them of one key; some are parts of others, some articles copies."""
    chance = random.Random(11)
    articles: list[Article] = []
    figures: list[FigureBase] = []
    for at in range(count):
        name = f"a{at}"
        same_as = f"a{at // 2}" if at % 17 == 16 and (at // 2) % 17 != 16 else None
        articles.append(Article(id=name, source=name, text="x", published=f"2024-{at % 12 + 1:02}-01", same_as=same_as))
        for number in range(4):
            thing = chance.choice(("hộ nghèo", "hộ cận nghèo", "trường học", "học sinh giỏi", "mô hình"))
            period = "2023" if chance.random() < 0.9 else chance.choice((None, "2022", "2024"))
            figures.append(_count(name, number, thing, period, chance.randrange(100, 400)))
    return articles, figures


def _count(article: str, number: int, thing: str, period: str | None, value: int) -> Count:
    return Count(
        id=f"f{article}-{number}", article_id=article, start=number * 30, end=number * 30 + 9, text=thing, kind="count",
        value=Decimal(value), unit=thing.split()[0], item=thing, place=place("Yên Bình", "huyện", "Yên Bái"),
        period=period, part_of=f"f{article}-0" if number == 3 else None, sentence=(number * 30, number * 30 + 20),
        rule={}, confidence=Confidence(**LIKELY),
    )  # fmt: skip


def test_one_place_with_all_facts_is_merged_as_on_one_machine(session: SparkSession) -> None:
    articles, figures = stated(120)
    of = {one.id: [figure for figure in figures if figure.article_id == one.id] for one in articles}
    rows = [(one.id, one.published, one.same_as, json_lines(of[one.id])) for one in articles]
    schema = "id string, published string, same_as string, figures string"
    frame = session.createDataFrame(rows, schema).repartition(3)
    drafted = drafts(frame, 4).persist()
    facts = [completed(one) for one in with_totals(drafted).collect()]
    expected = list(merge(figures, articles))
    assert facts == expected
    assert any(fact.part_of for fact in facts)
    assert max(len(fact.figures) for fact in facts) > 1
    pieces = [sum(1 for _ in some) for some in drafted.rdd.glom().collect()]
    assert sum(size > 0 for size in pieces) > 1, "the facts of one place lie in several pieces"


def test_an_article_that_ends_its_process_is_one_error(session: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Toàn xã có 421 hộ nghèo.", encoding="utf-8")
    (tmp_path / "b.html").write_text("<html><body><p>Toàn xã có 19 hộ nghèo.</p></body></html>", encoding="utf-8")
    (tmp_path / "c.txt").write_text("Toàn xã có 15 hộ nghèo.", encoding="utf-8")
    setup = session.sparkContext.broadcast(Setup(cast(Options, Deadly())))
    found = found_in_paths(session, [tmp_path], setup).documents.coalesce(1)
    done = sorted(extracted(found, setup).collect(), key=lambda one: one.turn)
    assert [bool(one.figures) for one in done] == [True, False, True]
    assert "(SIGKILL)" in done[1].errors


def test_a_worker_of_another_version_is_told() -> None:
    with pytest.raises(EngineError, match=r"a worker has solieu .*, and this is 0\.0\.1"):
        replace(Setup(DEFAULTS), version="0.0.1").checked()


def test_paths_are_found_from_wherever_a_worker_stands(session: SparkSession, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md"):
        (tmp_path / name).write_text("Toàn xã có 421 hộ nghèo.", encoding="utf-8")
    setup = session.sparkContext.broadcast(Setup(DEFAULTS))
    with chdir(tmp_path):  # where Spark was not started
        found_there = found_in_paths(session, ["c.md", "*.txt", "no-*.txt", "-"], setup).documents
    rows: list[Any] = sorted(found_there.collect())
    found = [pickle.loads(one.found) for one in rows]
    assert [one.source for one in found[:3]] == ["c.md", "a.txt", "b.txt"]
    assert [(one.where, one.what) for one in found[3:]] == [
        ("no-*.txt", "no such file"), ("-", "standard input is on this machine only"),
    ]  # fmt: skip


def test_rows_without_a_source_are_called_by_their_numbers(session: SparkSession) -> None:
    rows = [(f"Toàn xã có {number} hộ nghèo.", None if number % 2 else "rows.csv:7") for number in range(4)]
    setup = session.sparkContext.broadcast(Setup(DEFAULTS))
    frame = session.createDataFrame(session.sparkContext.parallelize(rows, 2), "content string, source string")
    found = [pickle.loads(one.found) for one in sorted(found_in_frame(frame, setup).documents.collect())]
    assert [one.source for one in found] == ["rows.csv:7", "dataframe:2", "rows.csv:7", "dataframe:4"]
    assert [one.content for one in found] == [text for text, _ in rows]
