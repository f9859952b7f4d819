"""Figures to facts, key by key: only statements with one key can be one fact, so each key is merged for itself.

A key is a place with a unit, kind, period and status: the facts of one place spread over all machines as others do.
The statements of one key are together in the memory of one process, as they are on one machine.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from extractor.dataset.merge.compare import Claim
from extractor.dataset.merge.keys import Origin
from extractor.dataset.merge.merging import drafts_of, stated_by, total_of
from extractor.engines.spark.extracting import encodable
from extractor.engines.spark.tables import records_of
from extractor.model.records import Fact

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

STATEMENTS = "key string, statement binary"
DRAFTS = "key string, at int, id string, fact string, totals array<string>, figures array<string>"


def drafts(articles: DataFrame, partitions: int) -> DataFrame:
    """The facts of articles (id, published, same_as, figures), which know the figures of their totals alone."""
    spark = articles.sparkSession
    stated = spark.createDataFrame(_with_origins(articles).rdd.flatMap(_stated), STATEMENTS, verifySchema=False)
    by_key = stated.repartition(partitions, "key").sortWithinPartitions("key")
    return spark.createDataFrame(by_key.rdd.mapPartitions(_drafted), DRAFTS, verifySchema=False)


def with_totals(drafted: DataFrame) -> DataFrame:
    """The facts in their order, each with the ids of those that its figures name as their totals: `fact`, `of`."""
    from pyspark.sql import functions as f

    parts = drafted.select("key", "at", f.explode("totals").alias("figure"))
    wholes = drafted.select(f.explode("figures").alias("figure"), f.col("id").alias("total"))
    named = parts.join(wholes, "figure").groupBy("key", "at").agg(f.collect_set("total").alias("of"))
    return drafted.select("key", "at", "fact").join(named, ["key", "at"], "left").orderBy("key", "at")


def completed(row: Any) -> Fact:
    """The fact of a row, with that which it is a part of."""
    fact: Fact
    (fact,) = records_of(row.fact, "fact")
    return fact.model_copy(update={"part_of": total_of(fact.id, row.of or ())})


def _with_origins(articles: DataFrame) -> DataFrame:
    """The articles with the family of their copies, and the day when the first of it was published."""
    from pyspark.sql import functions as f

    of_family = articles.withColumn("family", f.coalesce("same_as", "id")).drop("same_as")
    copied = articles.where("same_as IS NOT NULL").select(f.col("same_as").alias("family")).distinct()
    dates = of_family.select("family", "published").join(copied, "family", "left_semi")
    firsts = dates.groupBy("family").agg(f.min("published").alias("first"))
    return of_family.join(firsts, "family", "left").withColumn("first", f.coalesce("first", "published"))


def _stated(row: Any) -> Iterator[tuple[str, bytes]]:
    """What an article states, with its key."""
    origin = Origin(row.id, row.published, row.family, row.first)
    for key, statement in stated_by(origin, [Claim.of(figure) for figure in records_of(row.figures, "figure")]):
        yield encodable(key), pickle.dumps(statement)


def _drafted(rows: Iterable[Any]) -> Iterator[tuple[str, int, str, str, list[str], list[str]]]:
    """The facts of rows that are sorted by their keys, numbered within each."""
    for key, some in groupby(rows, key=lambda row: row.key):
        for at, made in enumerate(drafts_of([pickle.loads(row.statement) for row in some])):
            yield key, at, made.fact.id, encodable(made.fact.line()), list(made.totals), list(made.fact.figures)
