"""Real news in bulk: what Spark makes of 500 articles is what one machine makes of them, to the byte."""

from __future__ import annotations

import gzip
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.dataset.parts import read_lines, results_of
from extractor.engines.spark import run
from extractor.engines.spark.tables import TABLES
from tests.datasets import ROOT
from tests.engines.corpora import by_one_machine

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

NEWS = ROOT.parent / "shared" / "bench" / "news-3000.jsonl.gz"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not NEWS.exists(), reason="no ../shared here")]
ARTICLES = 500


def test_real_news_is_read_as_on_one_machine(session: SparkSession, tmp_path: Path) -> None:
    with gzip.open(NEWS, "rt", encoding="utf-8") as news:
        (tmp_path / "news.jsonl").write_text("".join(islice(news, ARTICLES)), encoding="utf-8")
    by_one_machine(tmp_path / "news.jsonl", tmp_path / "one")
    run(tmp_path / "news.jsonl", tmp_path / "many")
    for name in TABLES:
        one, many = (
            [line.text for line in read_lines(results_of(tmp_path / place, name), todo="")] for place in ("one", "many")
        )
        assert many == one
    assert one
