"""Runs of the command: by two processes beside one, and one over ten times the articles beside one over them once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.rows import Row, compared, short
from tests.big_runs import Measured, measured, write_news

if TYPE_CHECKING:
    from extractor.model.records import Article

TURNS, ARTICLES = 3, 600
TIMES = 10


def jobs(articles: Sequence[Article], folder: Path, *, most: int = ARTICLES) -> Iterator[Row]:
    """How many times as fast `--jobs 2` goes: by the clock, which says little where others work on the machine too.

    By processors it is what two that were free would give: the processor seconds of one job beside half those of two.
    How much two runs of one job at once do beside one alone is what this machine has to give.
    """
    news = write_news(_many(articles, most), 1, folder / "jobs.jsonl")
    turns = [(measured(news, jobs=2), measured(news, jobs=1)) for _ in range(TURNS)]
    both = [_two_at_once(news) for _ in range(TURNS)]
    alone = [turn[1].seconds / turn[1].articles for turn in turns]
    yield compared("two runs of --jobs 1 at once, by the clock", both, "--jobs 1", alone, show=_rate, speed=True)
    two, one = ([turn[side].seconds / turn[side].articles for turn in turns] for side in (0, 1))
    yield compared("run --jobs 2, by the clock", two, "--jobs 1", one, show=_rate, speed=True)
    two, one = ([turn[side].worked / turn[side].articles for turn in turns] for side in (0, 1))
    yield compared("run --jobs 2, by processors", [cost / 2 for cost in two], "--jobs 1", one, show=_rate, speed=True)
    yield _peaks("peak memory: the largest process of --jobs 2", turns[-1][0], "--jobs 1", turns[-1][1])


def _two_at_once(news: Path) -> float:
    """Seconds for each article where two runs go on at once."""
    with ThreadPoolExecutor() as pool:
        runs = [*pool.map(lambda _: measured(news, jobs=1), range(2))]
    return max(run.seconds for run in runs) / sum(run.articles for run in runs)


def growth(articles: Sequence[Article], folder: Path) -> Iterator[Row]:
    """The memory of a run over ten times the articles."""
    once, more = (measured(write_news(articles, times, folder / f"{times}.jsonl"), jobs=2) for times in (1, TIMES))
    yield _peaks(f"peak memory: {more.articles:,} articles, --jobs 2", more, f"{once.articles:,} articles", once)


def _rate(cost: float) -> str:
    return f"{short(1 / cost)} articles/s"


def _many(articles: Sequence[Article], most: int) -> list[Article]:
    """At least so many articles, of a large corpus so many spread over it."""
    return [*islice(cycle(articles[:: max(1, len(articles) // most)]), most)]


def _peaks(what: str, ours: Measured, against: str, theirs: Measured) -> Row:
    """The largest process of two runs; then each of the first."""
    peaks = [max(one.main, *one.workers, 0) for one in (ours, theirs)]
    shown = [f"{peak:,.0f} MB" for peak in peaks]
    spread = ", ".join(f"{peak:,.0f}" for peak in (ours.main, *ours.workers))
    return Row(what, shown[0], against, shown[1], short(peaks[0] / peaks[1]), f"MB: {spread}")
