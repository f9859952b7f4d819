"""Speed of the parts, for comparison from change to change: `make bench`."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extractor.batch import read_each
from extractor.numbers import find_numerals
from extractor.pipeline import extract
from extractor.records import Article
from extractor.rules.times import find_times

CORPUS = Path(__file__).parent.parent / "corpus" / "articles"
pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def article() -> Article:
    (found,) = read_each([CORPUS / "tien-hai-lua-ngao.txt"], stdin=BytesIO())
    assert isinstance(found, Article)
    extract(found)  # loads the models and tables
    return found


def test_extract(benchmark: BenchmarkFixture, article: Article) -> None:
    assert benchmark(extract, article).figures


def test_find_numerals(benchmark: BenchmarkFixture, article: Article) -> None:
    assert benchmark(lambda: list(find_numerals(article.text)))


def test_find_times(benchmark: BenchmarkFixture, article: Article) -> None:
    assert benchmark(lambda: list(find_times(article.text)))
