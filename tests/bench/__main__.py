"""One table of what solieu costs, each row beside something that runs in the same turns; docs/benchmarks.md reads it.

Cost is processor seconds, of which only the ratio counts: its median over the turns, and its least and greatest.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.after import after
from tests.bench.corpus import read_articles
from tests.bench.rows import HEADING, RULE, Row, told
from tests.bench.running import growth, jobs
from tests.bench.sizes import LARGE, large_size, memory, sizes
from tests.bench.speed import speed
from tests.bench.stages import stages
from tests.bench.starts import starts

if TYPE_CHECKING:
    from extractor.model.records import Article

Group = Callable[[list["Article"], Path], Iterator[Row]]
USUAL: dict[str, Group] = {
    "speed": speed,
    "stages": stages,
    "start": lambda _articles, _folder: starts(),
    "sizes": lambda articles, _folder: sizes(articles),
    "memory": memory,
    "jobs": jobs,
    "after": after,
}
ASKED_FOR: dict[str, Group] = {
    "jobs-all": lambda articles, folder: jobs(articles, folder, most=len(articles)),
    "large": lambda articles, _folder: large_size(articles),
    "large-memory": lambda articles, folder: memory(articles, folder, (LARGE,)),
    "growth": growth,
}


def main() -> int:
    """Prints the rows of the groups that are named, else of all but those that take long."""
    groups = USUAL | ASKED_FOR
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("groups", nargs="*", default=[*USUAL], help=", ".join(groups))
    arguments.add_argument("--articles", type=Path, help="JSON Lines of articles")
    options = arguments.parse_args()
    if unknown := set(options.groups) - {*groups}:
        arguments.error(f"no group of rows: {', '.join(sorted(unknown))}")
    articles = read_articles(options.articles)
    told((HEADING, RULE))
    with TemporaryDirectory(prefix="solieu-") as folder:
        for name in options.groups:
            told(groups[name](articles, Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
