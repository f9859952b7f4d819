"""Documents to what is read of them, article by article, by the same function as on one machine."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from extractor.model.records import Failure
from extractor.model.writing import json_lines
from extractor.runs.duplicates import words_of
from extractor.runs.fingerprints import Fingerprint, lsh_bands
from extractor.runs.runner import ArticleResults, Input, results_each

if TYPE_CHECKING:
    from pyspark import Broadcast
    from pyspark.sql import DataFrame

    from extractor.engines.spark.setup import Setup

# A row for each input in its turn; of one that failed only `errors` says something. The last four are lines of JSON.
DONE = (
    "turn bigint, id string, source string, said binary, published string, digest binary, size bigint,"
    " signature binary, numbers binary, bands array<bigint>, undated int, partial int, unread int,"
    " article string, figures string, passed string, errors string"
)


def extracted(found: DataFrame, setup: Broadcast[Setup]) -> DataFrame:
    """What is read of each document.

    The first try of a task works in the process that Spark has started. One that is tried again may have met an article
    that ends its process: then another process reads, and such an article is an error as on one machine.
    """

    def work(rows: Iterable[Any]) -> Iterator[tuple[object, ...]]:
        from pyspark import TaskContext

        options, task = setup.value.checked().options, TaskContext.get()
        again = task is not None and task.attemptNumber() > 0
        turns: deque[int] = deque()

        def documents() -> Iterator[Input]:
            for row in rows:
                turns.append(row.turn)
                yield pickle.loads(row.found)

        for _, made in results_each(documents(), options, fingerprinted=True, apart=again):
            yield _row(turns.popleft(), made)

    return found.sparkSession.createDataFrame(found.rdd.mapPartitions(work), DONE, verifySchema=False)


def fingerprint_of(row: Any) -> Fingerprint:
    """The fingerprint that a row holds."""
    return Fingerprint(bytes(row.digest), row.size, bytes(row.signature), bytes(row.numbers))


def encodable(lines: str) -> str:
    """The same, with escapes for what UTF-8 cannot hold, as files of results have them."""
    return lines.encode("utf-8", "backslashreplace").decode()


def _row(turn: int, made: ArticleResults | Failure) -> tuple[object, ...]:
    if isinstance(made, Failure):
        return (turn, *[None] * 15, encodable(json_lines([made])))
    article, seen = made.article, made.fingerprint
    assert seen is not None, "fingerprints were asked for"
    return (
        turn, article.id, article.source, words_of(article), article.published,
        seen.digest, seen.size, seen.signature, seen.numbers, sorted({*lsh_bands(seen)}),
        made.counts.undated, made.counts.partial, made.counts.unread,
        encodable(json_lines([article])), encodable(made.figures), encodable(made.passed),
        encodable(json_lines(made.notes)),
    )  # fmt: skip
