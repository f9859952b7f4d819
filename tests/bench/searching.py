"""How long searches over an archive take: words of its own figures, with filters, each query for the first time.

python -m tests.bench.searching ARCHIVE
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from extractor.archive.database import open_archive
from extractor.archive.folding import bare
from extractor.archive.search import search
from extractor.archive.shapes import Filters, Query

QUERIES = 300
MOST_WORDS = 4
WORD = re.compile(r"[^\W\d_]+")
TOLD = (0.5, 0.9, 0.95, 1.0)
FIGURE = """
SELECT item, kind, period, substr(articles.text, sentence_start + 1, sentence_end - sentence_start)
FROM figures JOIN articles ON articles.number = article WHERE figures.number = ?
"""


def queries(archive: sqlite3.Connection, seed: int) -> Iterator[Query]:
    """One to four words of a figure's item, or of its sentence, half of them without marks, with two filters."""
    chance = random.Random(seed)
    (last,) = archive.execute("SELECT max(number) FROM figures").fetchone()
    while True:
        row = archive.execute(FIGURE, (chance.randint(1, last),)).fetchone()
        if row is None:
            continue
        item, kind, period, sentence = row
        words = WORD.findall(item if chance.random() < 0.7 else sentence)
        if not words:
            continue
        first = chance.randrange(len(words))
        text = " ".join(words[first : first + chance.randint(1, MOST_WORDS)])
        filters: dict[str, Any] = {
            "kind": (kind,), "status": ("actual",), "period": period or "2024", "confidence": 0.5,
            "modifier": ("exact",),
        }  # fmt: skip
        two = {name: filters[name] for name in chance.sample([*filters], 2)}
        yield Query(text if chance.random() < 0.5 else bare(text), Filters(**two))


def measure_search(path: Path, seed: int) -> None:
    """Prints the times of searches without facets, and of others with facets, histogram and articles."""
    with closing(open_archive(path)) as archive:
        start = time.perf_counter()
        search(archive, Query("hộ"))
        print(f"first search, with what is read once: {time.perf_counter() - start:.2f} s")
        asked = queries(archive, seed)
        for name, more in (
            ("words and filters", False), ("words and filters, after those", False),
            ("with facets, histogram and articles", True),
        ):  # fmt: skip
            times = sorted(seconds_to_search(archive, next(asked), more=more) for _ in range(QUERIES))
            told = (
                f"p{share * 100:.0f} {times[min(QUERIES - 1, int(QUERIES * share))] * 1000:.0f} ms" for share in TOLD
            )
            print(f"{QUERIES} searches, {name}: {', '.join(told)}", flush=True)


def seconds_to_search(archive: sqlite3.Connection, query: Query, *, more: bool) -> float:
    """How long a search takes, with `more` also its facets, histogram and articles."""
    start = time.perf_counter()
    search(archive, query, facets=more, articles=more)
    return time.perf_counter() - start


def main() -> int:
    """Measures the archive that is named."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("archive", type=Path)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    measure_search(options.archive, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
