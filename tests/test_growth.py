"""Memory of a run does not grow with its corpus: `make bench`."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from extractor.model.records import Article
from extractor.runs.batch import read_each
from tests.big_runs import measured, write_news

CORPUS = Path(__file__).parent.parent / "corpus" / "articles"
MOST_GROWTH = 1.1  # caches fill, and no process is as large twice
pytestmark = pytest.mark.bench


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc on this system")
def test_memory_does_not_grow_with_the_corpus(tmp_path: Path) -> None:
    articles = [one for one in read_each([CORPUS], stdin=BytesIO()) if isinstance(one, Article)] * 20
    once, more = (measured(write_news(articles, times, tmp_path / f"{times}.jsonl"), jobs=2) for times in (1, 10))
    assert more.articles == 10 * once.articles
    assert len(more.workers) == 2
    assert more.ratio(once) < MOST_GROWTH
