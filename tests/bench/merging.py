"""What merging with all its tables costs, a figure and as a share of extracting the same articles, and its peak memory.

The articles are those of a file, and the sample corpus again and again, each time varied: with its own ids, days,
years, numbers and places; of every twenty one is a copy of the one before it. Seconds are those of a processor.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import regex

from extractor.model.writing import json_lines
from tests.bench.corpus import CORPUS, peak_megabytes
from tests.bench.rows import HEADING, RULE, Row, compared, per_figure, seconds_of, told

if TYPE_CHECKING:
    from extractor.extraction.pipeline import Extraction
    from extractor.model.records import Article, FigureBase

SIZES = (10_000, 30_000, 100_000)
FIRST = date(2010, 1, 1)
TIMES = 4  # the sample corpus is extracted so many times over
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


def measure(
    what: str, run: Iterable[tuple[Article, Iterable[FigureBase]]], again: Sequence[Article], share: float
) -> Row:
    """A run merged and its tables written, beside extracting `again`, articles that cost so great a share of all.

    They are extracted before and after.
    """
    from extractor.dataset.export.tables import merge_and_export

    with TemporaryDirectory() as name:
        folder = Path(name)
        write_run(folder, run)
        before, first = peak_megabytes(), seconds_to_extract(again)
        both = seconds_of(lambda: merge_and_export(folder))
        last = seconds_to_extract(again)
        figures = figures_in(folder)
    extracting = (first + last) / 2 / share
    row = compared(what, [both / figures], "extracting them", [extracting / figures], show=per_figure)
    peaks = f"{figures:,} figures, {peak_megabytes():,.0f} MB ({before:,.0f} before)"
    return row._replace(spread=peaks)


def figures_in(folder: Path) -> int:
    """How many figures a run has."""
    with (folder / "figures.jsonl").open("rb") as lines:
        return sum(1 for _ in lines)


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

    return seconds_of(lambda: deque(map(extract_one, articles), maxlen=0))


def measure_generated(size: int) -> Row:
    """So many articles made of the sample corpus: extracting one costs as much as that which it is made of."""
    extractions = extracted([CORPUS])
    articles = [one.article for one in extractions] * TIMES
    return measure(f"merging: {size:,} made articles", varied(extractions, size), articles, len(articles) / size)


def measure_given(path: Path) -> Row:
    """The articles of a file."""
    extractions = extracted([path])
    articles = [one.article for one in extractions][::TIMES]
    share = len(articles) / len(extractions)
    run = ((one.article, one.figures) for one in extractions)
    return measure(f"merging: {len(extractions):,} articles", run, articles, share)


def main() -> int:
    """The articles that are given, and made ones, each size in a process of its own."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sizes", type=int, nargs="*", default=SIZES, help="articles")
    arguments.add_argument("--articles", type=Path, help="JSON Lines of articles")
    arguments.add_argument("--here", action="store_true", help="in this process, without a heading")
    options = arguments.parse_args()
    if options.here:
        told(map(measure_generated, options.sizes))
        return 0
    told((HEADING, RULE))
    if options.articles and options.articles.exists():
        told([measure_given(options.articles)])
    for size in options.sizes:
        subprocess.run([sys.executable, "-m", "tests.bench.merging", "--here", str(size)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
