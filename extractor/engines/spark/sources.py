"""What a distributed run reads: files that all machines see, or the rows of a data frame; each article has its turn.

The turn is where an article comes among all of a run: what is first, and what is a copy, hangs on it alone, not on how
the work is spread.
"""

from __future__ import annotations

import glob
import pickle
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from extractor.model.errors import InputError
from extractor.reading.document import Document, Options
from extractor.reading.formats.fields import chosen, document_of, no_text
from extractor.reading.sources import STDIN, SourceFile, source_files
from extractor.runs.batch import find_in

if TYPE_CHECKING:
    from pyspark import RDD, Broadcast
    from pyspark.sql import DataFrame, SparkSession

    from extractor.engines.spark.setup import Setup

FOUND = "turn bigint, found binary"
ROOM = 1 << 40  # turns that a file has: more articles than any holds
SIZE = 4 << 20  # bytes of news that a task extracts: some seconds of work, which is what a lost machine costs
MOST_PIECES = 10_000
LOOKED_THROUGH = 64 << 20  # bytes of files that a task looks through for articles, which is quick
FRAME = "dataframe"  # the source of rows that do not name theirs, with their number


class Found(NamedTuple):
    """The documents of a run, or what is wrong with them, and in how many pieces they come."""

    documents: DataFrame
    pieces: int


def found_in_paths(spark: SparkSession, paths: Iterable[str | Path], setup: Broadcast[Setup]) -> Found:
    """The documents under the paths, or what is wrong with them, spread evenly.

    A file is looked through by one task, whatever its form; what it finds is then spread over all.
    """
    files = list(enumerate(_files(paths)))
    context = spark.sparkContext
    size = sum(map(_size, (one for _, one in files)))
    slices = min(len(files), max(context.defaultParallelism, size // LOOKED_THROUGH))
    found = context.parallelize(files, slices or 1).flatMap(lambda one: _in_file(*one, setup.value.checked().options))
    pieces = min(MOST_PIECES, max(context.defaultParallelism, size // SIZE))
    return Found(_frame(spark, found).repartition(pieces, "turn"), pieces)


def found_in_frame(frame: DataFrame, setup: Broadcast[Setup]) -> Found:
    """The documents of the rows of a data frame, partitioned as it is; InputError where it has no column of text."""
    names = tuple(frame.columns)
    options: Options = setup.value.options
    if "text" not in chosen(names, options):
        raise no_text(names, FRAME, options)
    rows: RDD[Any] = frame.rdd
    before = [0, *accumulate(rows.mapPartitions(lambda some: [sum(1 for _ in some)]).collect())]

    def found(partition: int, some: Iterable[Any]) -> Iterator[tuple[int, bytes]]:
        usual = setup.value.checked().options
        for turn, row in enumerate(some, before[partition]):
            yield turn, pickle.dumps(_in_row(row.asDict(), turn + 1, usual))

    return Found(_frame(frame.sparkSession, rows.mapPartitionsWithIndex(found)), rows.getNumPartitions())


def _frame(spark: SparkSession, found: RDD[tuple[int, bytes]]) -> DataFrame:
    return spark.createDataFrame(found, FOUND, verifySchema=False)


def _files(paths: Iterable[str | Path]) -> Iterator[SourceFile | InputError]:
    """The files that the paths name, patterns spelled out: called as here, and found from wherever a worker stands."""
    for given in paths:
        if str(given) == STDIN:
            todo = "Name files that all machines see."
            yield InputError("standard input is on this machine only", where=STDIN, todo=todo)
        else:
            for one in _spelled_out(str(given)):
                for file in source_files(one):
                    if isinstance(file, InputError):
                        yield file
                    else:
                        yield replace(file, path=file.path.absolute(), name=str(file.path))


def _spelled_out(path: str) -> list[str]:
    """The paths that a pattern stands for; a path that is there is none."""
    return [path] if Path(path).exists() else sorted(glob.glob(path)) or [path]  # noqa: PTH207 - of any path


def _size(file: SourceFile | InputError) -> int:
    try:
        return file.path.stat().st_size if isinstance(file, SourceFile) else 0
    except OSError:
        return 0


def _in_file(number: int, file: SourceFile | InputError, options: Options) -> Iterator[tuple[int, bytes]]:
    """What a file holds, with the turn of each."""
    found = iter((file,)) if isinstance(file, InputError) else find_in(file, options=options)
    for turn, one in enumerate(found, number * ROOM):
        yield turn, pickle.dumps(one)


def _in_row(row: dict[str, Any], number: int, options: Options) -> Document | InputError:
    """The document of a row, whose source is the one that it names."""
    source = row.get("source")
    return document_of(row, source if isinstance(source, str) and source else f"{FRAME}:{number}", options)
