"""The whole of a distributed run: documents found and extracted, copies told, facts merged, tables written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from extractor.dataset.export.tables import new_files
from extractor.dataset.folder import Merged
from extractor.dataset.parts import RECORD
from extractor.engines.spark.copies import taken_ids, with_fates
from extractor.engines.spark.extracting import DONE, extracted
from extractor.engines.spark.merging import DRAFTS, completed, drafts, with_totals
from extractor.engines.spark.session import spark_session
from extractor.engines.spark.setup import Setup
from extractor.engines.spark.sources import Found, found_in_frame, found_in_paths
from extractor.engines.spark.tables import TABLES, articles_of, kept, records_of, reread, write
from extractor.model.errors import OutputError
from extractor.model.records import Failure, Record
from extractor.model.writing import output_errors
from extractor.reading.document import DEFAULTS, Options
from extractor.runs.batch import Tally
from extractor.runs.duplicates import id_taken

if TYPE_CHECKING:
    from pyspark import Broadcast
    from pyspark.sql import DataFrame, SparkSession

FOLDER = ".spark"  # hidden: holds what is not complete
MOST_TOLD = 20  # failures that are told one by one
SORTS = {"figures": "kind", "passed": "reason", "facts": "agreement"}  # by what a summary counts them
ADMITTED = "id IS NOT NULL AND again IS NULL"


class Distributed(Struct):
    """What a distributed run took in and gave out, the first of its failures, and the tables that it wrote."""

    tally: Tally = field(default_factory=Tally)
    merged: Merged = field(default_factory=Merged)
    failures: tuple[Failure, ...] = ()
    tables: tuple[str, ...] = tuple(TABLES)


def run(
    source: str | Path | Iterable[str | Path] | DataFrame,
    out: Path,
    *,
    options: Options = DEFAULTS,
    master: str | None = None,
) -> Distributed:
    """Extracts and merges on Spark, and writes articles, figures, passed, errors and facts to a folder as Parquet.

    `source` is a path or paths that all machines see, or a data frame with a column of text. The master is a local one,
    `spark://HOST:PORT`, or what spark-submit has set. EngineError where Spark cannot be had or gives up, OutputError
    where the folder is not empty or cannot be written, InputError for a data frame without text.
    """
    check_out(out)
    with spark_session(master) as spark:
        setup = spark.sparkContext.broadcast(Setup(options))
        found = _found(spark, source, setup)
        with output_errors(str(out)):
            out.mkdir(parents=True, exist_ok=True)
            with new_files(out, FOLDER) as new, _in_pieces(spark, found.pieces):
                done = kept(extracted(found.documents, setup), DONE, new / "done")
                told = _written(done, new, found.pieces)
                for name in TABLES:
                    (new / name).rename(out / name)
        setup.destroy()
    return told


def _found(
    spark: SparkSession, source: str | Path | Iterable[str | Path] | DataFrame, setup: Broadcast[Setup]
) -> Found:
    """The documents of a source."""
    from pyspark.sql import DataFrame

    if isinstance(source, DataFrame):
        return found_in_frame(source, setup)
    return found_in_paths(spark, [source] if isinstance(source, str | Path) else source, setup)


def check_out(out: Path) -> None:
    """Raises an OutputError where a folder holds something already."""
    if out.exists() and not out.is_dir():
        raise OutputError("is no folder", where=str(out), todo="Give a folder that is new or empty.")
    there = sorted(path.name for path in out.iterdir() if path.name != FOLDER) if out.exists() else []
    if there:
        raise OutputError(
            f"is not empty: {there[0]} is in it", where=str(out), todo="Give a folder that is new or empty."
        )


@contextmanager
def _in_pieces(spark: SparkSession, pieces: int) -> Iterator[None]:
    """Joins and groups in so many pieces."""
    name = "spark.sql.shuffle.partitions"
    before = spark.conf.get(name)
    spark.conf.set(name, pieces)
    try:
        yield
    finally:
        spark.conf.set(name, before or "200")


def _written(done: DataFrame, new: Path, pieces: int) -> Distributed:
    """Writes all tables, and counts what is in them."""
    from pyspark import StorageLevel

    taken = taken_ids(done).persist()
    read = with_fates(done, taken).persist(
        StorageLevel.DISK_ONLY
    )  # in order: each table is written from it as it stands
    articles = read.where(ADMITTED)
    write(articles, "articles", lambda row: articles_of(row.article, row.same_as), new)
    write(articles, "figures", lambda row: records_of(row.figures, "figure"), new)
    write(articles, "passed", lambda row: records_of(row.passed, "passed"), new)
    write(read.where("again = false OR (again IS NULL AND errors <> '')"), "errors", _failures, new)
    drafted = drafts(articles.select("id", "published", "same_as", "figures"), pieces)
    facts = with_totals(kept(drafted, DRAFTS, new / "drafts"))
    write(facts, "facts", lambda row: [completed(row)], new)
    told = _counted(read, new)
    for one in (read, taken):
        one.unpersist()
    return told


def _failures(row: Any) -> list[Record]:
    """What could not be read of an input, or why its id was not taken."""
    return [id_taken(row.id, row.source, by=row.by)] if row.by is not None else records_of(row.errors, "failure")


def _counted(read: DataFrame, new: Path) -> Distributed:
    """How much there is of everything."""
    from pyspark.sql import DataFrame
    from pyspark.sql import functions as f

    def table(name: str, column: str) -> DataFrame:
        named = reread(read.sparkSession, f"`{column}` string", new / name)
        return named.select(f.lit(name).alias("table"), f.col(column).alias("sort"))

    counts: dict[str, Counter[str]] = {name: Counter() for name in SORTS}
    together = reduce(DataFrame.union, (table(*one) for one in SORTS.items()))
    for row in together.groupBy("table", "sort").count().collect():
        counts[row.table][row.sort] = row["count"]
    sums = (f"sum(CASE WHEN {ADMITTED} THEN {what} END)" for what in ("1", "undated", "partial", "unread"))
    failed = "sum(CASE WHEN id IS NULL OR again = false THEN 1 END)"
    found = read.selectExpr(*sums, failed).first()
    articles, undated, partly, unread, failures = (int(one or 0) for one in found or ())
    tally = Tally(articles, failures, undated, unread, partly, counts["figures"], counts["passed"])
    first = reread(read.sparkSession, f"{RECORD} string", new / "errors").limit(MOST_TOLD).collect()
    told = (one for row in first for one in records_of(row[RECORD], "failure"))
    return Distributed(tally, Merged(articles, counts["figures"].total(), counts["facts"]), tuple(told))
