"""Speed of extraction on one core as a multiple of `underthesea.word_tokenize` over the same text, and peak memory."""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

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


def measured(work: Iterable[int]) -> tuple[int, float]:
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


def main() -> int:
    """Runs the comparison and prints it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=Path, help="JSON Lines of articles")
    options = arguments.parse_args()

    from extractor.batch import extract_one, read_each
    from extractor.pipeline import Extraction
    from extractor.records import Article

    paths = sources(options.articles)
    articles = [one for one in read_each(paths, stdin=BytesIO()) if isinstance(one, Article)]
    while len(articles) < LEAST:
        articles += articles

    def extraction(of: list[Article]) -> Iterable[int]:
        for article in of:
            if not isinstance(extract_one(article), Extraction):
                raise SystemExit(f"{article.source}: failed")
            yield len(article.text)

    measured(extraction(articles[-1:]))  # loads models and tables
    memory_ready = peak_megabytes()

    from underthesea import word_tokenize

    def tokenising(of: list[Article]) -> Iterable[int]:
        for article in of:
            for line in article.text.splitlines():
                word_tokenize(line)
            yield len(article.text)

    parts = [articles[at::PARTS] for at in range(PARTS)]
    turns = [(measured(extraction(part)), measured(tokenising(part))) for part in parts]
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
    return 0


if __name__ == "__main__":
    sys.exit(main())
