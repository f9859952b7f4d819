"""What a start costs, speed of extraction on one core as a multiple of `underthesea.word_tokenize`, and peak memory.

Then a run by several processes: its rate, and the peak memory of each. With `--times N` only such runs: one over the
articles once, one over them N times over, and how much more memory that takes.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.big_runs import measured, write_news

if TYPE_CHECKING:
    from extractor.model.records import Article

CORPUS = Path(__file__).parent.parent / "corpus" / "articles"
PARTS = 10  # the two take turns, so that a machine that slows down slows both
LEAST = 1000  # articles when there are only those of the corpus, read again and again


def sources(given: Path | None) -> list[Path]:
    """The bench corpus, or the sample corpus as often as makes enough of it."""
    if given and given.exists():
        return [given]
    print(f"{given}: not there, so the sample corpus is read again and again", file=sys.stderr)
    return [CORPUS]


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10)


def timed(work: Iterable[int]) -> tuple[int, float]:
    """The characters that the work went through, and the processor seconds that it took."""
    start = time.process_time()
    characters = sum(work)
    return characters, time.process_time() - start


def speed(done: tuple[int, float]) -> float:
    """Characters a second."""
    return done[0] / done[1]


def summed(done: list[tuple[int, float]]) -> tuple[int, float]:
    """The characters and the seconds of several pieces of work."""
    return sum(characters for characters, _ in done), sum(seconds for _, seconds in done)


STARTS = 7
SENTENCE = "Năm 2023, xã có 120 hộ nghèo.\n"


def start_up() -> None:
    """Prints what the figures of one sentence cost, from the command to its end, beside the imports alone."""
    imports, command = ("-c", "import pydantic, regex, typer"), ("-m", "extractor", "extract", "-")
    turns = [(child_seconds(*imports), child_seconds(*command, given=SENTENCE)) for _ in range(STARTS + 1)][1:]
    alone, ours = (median(turn[side] for turn in turns) for side in (0, 1))
    print(f"one sentence   {ours:.2f} s of the processor, {ours / alone:.1f} times those of importing what it rests on")


def child_seconds(*arguments: str, given: str = "") -> float:
    """The processor seconds of a run of Python."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], input=given.encode(), capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Runs the comparison and prints it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=Path, help="JSON Lines of articles")
    arguments.add_argument("--jobs", type=int, default=2, help="processes of the runs")
    arguments.add_argument("--times", type=int, default=1, help="compare a run over this many times the articles")
    options = arguments.parse_args()

    from extractor.model.records import Article
    from extractor.runs.batch import read_each

    paths = sources(options.articles)
    articles = [one for one in read_each(paths, stdin=BytesIO()) if isinstance(one, Article)]
    while len(articles) < LEAST:
        articles += articles
    if options.times == 1:
        start_up()
        compare(articles)
    compare_runs(articles, jobs=options.jobs, times=options.times)
    return 0


def compare_runs(articles: list[Article], *, jobs: int, times: int) -> None:
    """Prints the rate and the memory of a run, and of one over so many times the articles."""
    with tempfile.TemporaryDirectory(prefix="solieu-") as folder:
        once = measured(write_news(articles, 1, Path(folder, "once.jsonl")), jobs=jobs)
        print(once, flush=True)
        if times > 1:
            more = measured(write_news(articles, times, Path(folder, "more.jsonl")), jobs=jobs)
            print(more)
            print(f"{times} times the articles take {more.ratio(once):.2f} times the memory")


def compare(articles: list[Article]) -> None:
    """Prints the speed beside that of underthesea."""
    from extractor.extraction.pipeline import Extraction
    from extractor.runs.batch import extract_one

    def extraction(of: list[Article]) -> Iterable[int]:
        for article in of:
            if not isinstance(extract_one(article), Extraction):
                raise SystemExit(f"{article.source}: failed")
            yield len(article.text)

    timed(extraction(articles[-1:]))  # loads models and tables
    memory_ready = peak_megabytes()

    from underthesea import word_tokenize

    def tokenising(of: list[Article]) -> Iterable[int]:
        for article in of:
            for line in article.text.splitlines():
                word_tokenize(line)
            yield len(article.text)

    parts = [articles[at::PARTS] for at in range(PARTS)]
    turns = [(timed(extraction(part)), timed(tokenising(part))) for part in parts]
    ours, theirs = (summed([turn[side] for turn in turns]) for side in (0, 1))
    ratios = sorted(speed(our) / speed(their) for our, their in turns)
    print(f"{len(articles):,} articles, {ours[0]:,} characters, one core")
    print(f"extraction     {speed(ours):>10,.0f} characters/s")
    print(f"word_tokenize  {speed(theirs):>10,.0f} characters/s")
    print(
        f"extraction is {speed(ours) / speed(theirs):.2f} times as fast as underthesea.word_tokenize "
        f"({ratios[0]:.2f} to {ratios[-1]:.2f} over {PARTS} turns)"
    )
    print(f"peak memory    {peak_megabytes():,.0f} MB, of which {memory_ready:,.0f} MB with articles and models loaded")


if __name__ == "__main__":
    sys.exit(main())
