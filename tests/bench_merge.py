"""Time and peak memory of merging the figures of many articles: the sample corpus again and again, each time varied.

Each size runs in a process of its own. A variation has its own ids, days, years, numbers and places; of every twenty
one is a copy of the one before it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import regex

from tests.bench import CORPUS, peak_megabytes

if TYPE_CHECKING:
    from extractor.extraction.pipeline import Extraction
    from extractor.model.records import Article, FigureBase

SIZES = (10_000, 30_000, 100_000)
FIRST = date(2010, 1, 1)
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


def measure(size: int, paths: list[Path]) -> None:
    """Merges the figures of so many articles and prints what it took."""
    from extractor import merge

    extractions = extracted(paths)
    before, figures, facts, start = peak_megabytes(), 0, 0, time.monotonic()

    def counted() -> Iterator[FigureBase]:
        nonlocal figures
        for figure in chain.from_iterable(some for _, some in varied(extractions, size)):
            figures += 1
            yield figure

    for _ in merge(counted(), (article for article, _ in varied(extractions, size))):
        facts += 1
    seconds = time.monotonic() - start
    each = 1e6 * seconds / figures
    print(
        f"{size:>9,} articles {figures:>11,} figures {facts:>11,} facts {seconds:>8,.1f} s {each:>6,.0f} µs a figure"
        f"   peak memory {peak_megabytes():,.0f} MB ({before:,.0f} MB before)",
        flush=True,
    )


def main() -> int:
    """Runs the sizes one after another."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sizes", type=int, nargs="*", default=SIZES, help="articles")
    arguments.add_argument("--here", action="store_true", help="in this process")
    options = arguments.parse_args()
    for size in options.sizes:
        if options.here:
            measure(size, [CORPUS])
        else:
            subprocess.run([sys.executable, "-m", "tests.bench_merge", "--here", str(size)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
