"""The articles that are measured, in parts of which each turn takes one."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from extractor.model.records import Article

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
KB = 1000  # bytes of UTF-8


class Part(Struct, frozen=True):
    """Some of the articles, and a file of them."""

    articles: tuple[Article, ...]
    file: Path

    @property
    def kb(self) -> float:
        """The size of the texts."""
        return sum(len(one.text.encode()) for one in self.articles) / KB


def read_articles(given: Path | None) -> list[Article]:
    """The articles of a file, or those of the sample corpus."""
    from extractor.model.records import Article
    from extractor.runs.batch import read_each

    if given is None or not given.exists():
        print(f"{given}: not there, so the sample corpus is read again and again", file=sys.stderr)
        given = CORPUS
    return [one for one in read_each([given], stdin=BytesIO()) if isinstance(one, Article)]


def parts_of(articles: Sequence[Article], number: int, size: int, folder: Path) -> list[Part]:
    """So many parts of so many articles, spread over all of them; each article comes again where there are too few."""
    folder.mkdir()
    step = max(1, len(articles) // (number * size))
    chosen = [*islice(cycle(articles[::step]), number * size)]
    return [
        Part(tuple(chosen[at::number]), written(chosen[at::number], folder / f"{at}.jsonl")) for at in range(number)
    ]


def written(articles: Iterable[Article], file: Path) -> Path:
    """A file of articles by title and text, each with an id of its own."""
    with file.open("w", encoding="utf-8") as lines:
        for at, one in enumerate(articles):
            lines.write(json.dumps({"id": str(at), "title": one.title, "text": one.text}, ensure_ascii=False) + "\n")
    return file


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10)
