"""Which article is this again? What one machine answers article by article in their order, found across partitions.

An article hangs on those before it only where a near-copy is among them, or where they crowd a band of the index, of
which the first ones alone are looked at. So articles fall into groups that do not touch, and each is gone through in
the order of turns by the index of one machine itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from typing import TYPE_CHECKING, Any

from extractor.engines.spark.extracting import fingerprint_of
from extractor.runs.duplicates import MOST_OF_A_BAND, SeenArticles
from extractor.runs.fingerprints import is_duplicate

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

# An article whose id was taken, `again` with the same words or not, `by` the source that has it; or a near-copy.
ODD = "turn bigint, again boolean, by string, same_as string"
PRINT = ("digest", "size", "signature", "numbers")


def with_fates(done: DataFrame, taken: DataFrame) -> DataFrame:
    """What was read, in order, with what became of it among all others: the columns of ODD, empty for most.

    `taken` are the articles whose id another has; it is asked more than once.
    """
    prints = done.where("id IS NOT NULL").join(taken, "turn", "left_anti").select("turn", "id", "bands", *PRINT)
    links = _links(prints)
    odd = taken.union(_copies(prints, _groups(links))) if links else taken
    return done.join(odd, "turn", "left").orderBy("turn")


def taken_ids(done: DataFrame) -> DataFrame:
    """The articles whose id an article before them has."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    same = Window.partitionBy("id").orderBy("turn")
    first = {name: f.first(name).over(same) for name in ("said", "source")}
    named = done.where("id IS NOT NULL").select(
        "turn", f.row_number().over(same).alias("nth"), (f.col("said") == first["said"]).alias("again"),
        first["source"].alias("by"), f.lit(None).cast("string").alias("same_as"),
    )  # fmt: skip
    return named.where("nth > 1").drop("nth")


def _copies(prints: DataFrame, groups: list[tuple[int, int]]) -> DataFrame:
    """The near-copies in groups, each with the first article of what it says."""
    spark = prints.sparkSession
    members = spark.createDataFrame(groups, "turn bigint, family bigint", verifySchema=False)
    together = prints.drop("bands").join(members, "turn").repartition("family").sortWithinPartitions("family", "turn")
    return spark.createDataFrame(together.rdd.mapPartitions(_originals), ODD, verifySchema=False)


def _links(prints: DataFrame) -> list[tuple[int, int]]:
    """Pairs of articles that one machine would look at together and that may tell which is a copy.

    Of a band that few share the pairs that are copies; of one that many share each with the first of them.
    """
    from pyspark.sql import functions as f

    bands = prints.select("turn", f.explode("bands").alias("band"))
    sizes = bands.groupBy("band").agg(f.count("*").alias("size"), f.min("turn").alias("one")).where("size > 1")
    shared = bands.join(sizes, "band").persist()
    many = shared.where(f"size > {MOST_OF_A_BAND} AND turn > one").select("one", f.col("turn").alias("other"))
    few = shared.where(f"size <= {MOST_OF_A_BAND}").select("band", "turn")
    pairs = (
        few.withColumnRenamed("turn", "one")
        .join(few.withColumnRenamed("turn", "other"), "band")
        .where("one < other")
        .select("one", "other")
        .distinct()
    )
    compared = pairs.join(_named(prints, "one"), "one").join(_named(prints, "other"), "other")
    found = compared.rdd.filter(_are_alike).map(_pair).union(many.distinct().rdd.map(_pair))
    links: list[tuple[int, int]] = found.collect()
    shared.unpersist()
    return links


def _named(prints: DataFrame, name: str) -> DataFrame:
    """The fingerprints as one column of that name's fingerprint, beside their turns."""
    from pyspark.sql import functions as f

    return prints.select(f.col("turn").alias(name), f.struct(*PRINT).alias(f"{name}_print"))


def _are_alike(row: Any) -> bool:
    one, other = fingerprint_of(row.one_print), fingerprint_of(row.other_print)
    return is_duplicate(one, other)


def _pair(row: Any) -> tuple[int, int]:
    return row.one, row.other


def _groups(links: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The turns that links join, each with the first of its group."""
    first: dict[int, int] = {}

    def root(turn: int) -> int:
        while first.setdefault(turn, turn) != turn:
            first[turn] = turn = first[first[turn]]
        return turn

    for one, other in links:
        a, b = sorted((root(one), root(other)))
        first[b] = a
    return [(turn, root(turn)) for turn in sorted(first)]


def _originals(rows: Iterable[Any]) -> Iterator[tuple[int, None, None, str]]:
    """The copies in groups whose rows come in order."""
    for _, members in groupby(rows, key=lambda row: row.family):
        with closing(sqlite3.connect("")) as connection:
            seen = SeenArticles(connection)
            for row in members:
                if (original := seen.original_of(row.id, fingerprint_of(row))) is not None:
                    yield row.turn, None, None, original
