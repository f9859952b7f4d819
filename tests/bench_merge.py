"""What merging with all its tables costs, a figure and as a share of extracting the same articles, and its peak memory.

The articles are those of a file, if one is given, and the sample corpus again and again, each time varied: with its own
ids, days, years, numbers and places; of every twenty one is a copy of the one before it. Each size runs in a process of
its own. Seconds are those of a processor.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import regex

from extractor.model.writing import json_lines
from tests.bench import CORPUS, peak_megabytes, timed

if TYPE_CHECKING:
    from extractor.extraction.pipeline import Extraction
    from extractor.model.records import Article, FigureBase

SIZES = (10_000, 30_000, 100_000)
FIRST = date(2010, 1, 1)
TURNS = 4  # the sample corpus is extracted so many times over, of given articles one in so many is
DAYS, YEARS, NUMBERS, COPIES = 5000, 10, 40, 20  # how many there are of each; one in COPIES is a copy
YEAR = regex.compile(r"\b20[0-2]\d\b")


def extracted(paths: list[Path]) -> list[Extraction]:
    """The extractions to vary."""
    from extractor.extraction.pipeline import Extraction
    from extractor.runs.batch import extract_each

    return [one for one in extract_each(paths, stdin=BytesIO()) if isinstance(one, Extraction)]


def varied(extractions: list[Extraction], size: int) -> Iterator[tuple[Article, Iterator[FigureBase]]]:
    """So many articles with their figures."""
    places = sorted({f.place for one in extractions for f in one.figures if f.place}, key=lambda place: place.name)

    def again(number: int, one: Extraction) -> tuple[Article, Iterator[FigureBase]]:
        copied = number % COPIES == 1
        like = number - 1 if copied else number
        changed = {
            "id": f"{one.article.id}-{number}",
            "published": (FIRST + timedelta(like * 7 % DAYS)).isoformat(),
            "same_as": f"{one.article.id}-{like}" if copied else None,
        }
        return one.article.model_copy(update=changed), (figure(number, like, f) for f in one.figures)

    def figure(number: int, like: int, one: FigureBase) -> FigureBase:
        at = places.index(one.place) if one.place else None
        changed = {
            "id": f"{one.id}-{number}",
            "article_id": f"{one.article_id}-{number}",
            "value": None if one.value is None else one.value + like % NUMBERS,
            "period": one.period and YEAR.sub(lambda year: str(int(year[0]) - like % YEARS), one.period),
            "place": None if at is None else places[(at + like) % len(places)],
            "part_of": one.part_of and f"{one.part_of}-{number}",
        }
        return one.model_copy(update=changed)

    turns = (again(number, one) for number in range(size) for one in extractions)
    return islice(turns, size)


def measure(run: Iterable[tuple[Article, Iterable[FigureBase]]], extracting: Callable[[], float]) -> None:
    """Merges a run, writes the tables, and prints what it took; `extracting` is asked before and after."""
    from extractor.dataset.export.tables import merge_and_export

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_run(folder, run)
        before, extracted, start = peak_megabytes(), extracting(), time.process_time()
        merged, _ = merge_and_export(folder)
        both = time.process_time() - start
        extracted = (extracted + extracting()) / 2
    print(
        f"{merged.articles:>9,} articles {merged.figures:>11,} figures {merged.facts.total():>11,} facts: merging"
        f" with tables {both:>7,.1f} s, {1e6 * both / merged.figures:>5,.0f} µs a figure;"
        f" {both / extracted:.2f} of the {extracted:,.0f} s of extraction;"
        f" peak memory {peak_megabytes():,.0f} MB ({before:,.0f} MB before)",
        flush=True,
    )


def write_run(folder: Path, run: Iterable[tuple[Article, Iterable[FigureBase]]]) -> None:
    """Articles and figures as `solieu extract` leaves them."""
    with (
        (folder / "articles.jsonl").open("w", encoding="utf-8") as articles,
        (folder / "figures.jsonl").open("w", encoding="utf-8") as figures,
    ):
        for article, some in run:
            articles.write(json_lines([article]))
            figures.write(json_lines(some))


def seconds_to_extract(articles: Sequence[Article]) -> float:
    """What extracting the articles takes once more."""
    from extractor.runs.batch import extract_one

    def extraction() -> Iterator[int]:
        for article in articles:
            extract_one(article)
            yield len(article.text)

    return timed(extraction())[1]


def measure_generated(size: int) -> None:
    """Measures so many articles made of the sample corpus: extracting one costs as much as that which it is made of."""
    extractions = extracted([CORPUS])
    articles = [one.article for one in extractions] * TURNS
    measure(varied(extractions, size), lambda: seconds_to_extract(articles) * size / len(articles))


def measure_given(path: Path) -> None:
    """Measures the articles of a file."""
    extractions = extracted([path])
    articles = [one.article for one in extractions][::TURNS]
    share = len(articles) / len(extractions)
    measure(((one.article, one.figures) for one in extractions), lambda: seconds_to_extract(articles) / share)


def main() -> int:
    """Runs the articles that are given and the sizes one after another."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sizes", type=int, nargs="*", default=SIZES, help="articles")
    arguments.add_argument("--articles", type=Path, help="JSON Lines of articles")
    arguments.add_argument("--here", action="store_true", help="in this process")
    options = arguments.parse_args()
    if options.here:
        for size in options.sizes:
            measure_generated(size)
        return 0
    if options.articles and options.articles.exists():
        measure_given(options.articles)
    for size in options.sizes:
        subprocess.run([sys.executable, "-m", "tests.bench_merge", "--here", str(size)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
