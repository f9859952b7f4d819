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
COMPARED = 400  # articles that both read for the ratio: some 1.3 MB of text, enough for two steady digits
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


def main() -> int:
    """Runs the comparison and prints it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=Path, help="JSON Lines of articles")
    arguments.add_argument("--compared", type=int, default=COMPARED, help="how many articles both read")
    options = arguments.parse_args()

    from extractor.batch import extract_one, read_each
    from extractor.pipeline import Extraction
    from extractor.records import Article

    paths = sources(options.articles)
    articles = [one for one in read_each(paths, stdin=BytesIO()) if isinstance(one, Article)]
    while len(articles) < LEAST:
        articles += articles
    compared = articles[: options.compared]

    def extraction(of: list[Article]) -> Iterable[int]:
        for article in of:
            if not isinstance(extract_one(article), Extraction):
                raise SystemExit(f"{article.source}: failed")
            yield len(article.text)

    measured(extraction(articles[-1:]))  # loads models and tables
    memory_ready = peak_megabytes()
    ours_of_compared = measured(extraction(compared))
    ours = measured(extraction(articles))
    memory = peak_megabytes()

    from underthesea import word_tokenize

    word_tokenize("Toàn huyện có 421 mô hình.")

    def tokenising() -> Iterable[int]:
        for article in compared:
            for line in article.text.splitlines():
                word_tokenize(line)
            yield len(article.text)

    theirs = measured(tokenising())
    first = f"the first {len(compared):,} articles"
    print(f"extraction     {speed(ours):>10,.0f} characters/s over all {len(articles):,} articles, one core")
    print(f"extraction     {speed(ours_of_compared):>10,.0f} characters/s over {first}")
    print(f"word_tokenize  {speed(theirs):>10,.0f} characters/s over {first}")
    print(f"extraction is {speed(ours_of_compared) / speed(theirs):.2f} times as fast as underthesea.word_tokenize")
    print(f"peak memory    {memory:,.0f} MB, of which {memory_ready:,.0f} MB with articles and models loaded")
    return 0


if __name__ == "__main__":
    sys.exit(main())
