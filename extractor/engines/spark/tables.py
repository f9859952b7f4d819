"""Results as Parquet: a folder of parts a table, with the columns that all tables have, and each record's whole line.

Numbers are written out in columns, digit by digit. The parts hold the records in the order of one machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.dataset.export.columns import ARTICLES, ERRORS, FACTS, FIGURES, PASSED, Column, Table, Type
from extractor.dataset.export.frames import NUMBERS, digits_of
from extractor.dataset.parts import RECORD
from extractor.model.reading import loads
from extractor.model.records import SCHEMAS, Article, Record
from extractor.model.writing import dumps, json_lines

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

TABLES: dict[str, Table[Any]] = {one.name: one for one in (ARTICLES, FIGURES, PASSED, ERRORS, FACTS)}
STATEMENT = (*NUMBERS, "modifier", "figures")
MOST_OF_A_PART = 50_000  # records: one part is read at once
_STATEMENT = ", ".join(f"{name}: {'array<string>' if name == 'figures' else 'string'}" for name in STATEMENT)
TYPES: dict[Type, str] = {
    "text": "string", "whole": "bigint", "number": "string", "share": "double", "day": "date",
    "texts": "array<string>", "span": "array<bigint>", "spans": "array<array<bigint>>", "named": "string",
    "places": "array<struct<name: string, province: string, extent: string>>",
    "statements": f"array<struct<{_STATEMENT}>>",
}  # fmt: skip
_GLOB = re.compile(r"([*?\[\]{}\\])")


def write(frame: DataFrame, name: str, records: Callable[[Any], Iterable[Record]], folder: Path) -> None:
    """Writes the records that the rows of a frame stand for, in its order, as the table of that name in a folder."""
    columns = _columns(TABLES[name])

    def rows(row: Any) -> Iterator[tuple[object, ...]]:
        for record in records(row):
            line = json_lines([record]).encode("utf-8", "backslashreplace").decode().removesuffix("\n")
            yield (*(_value(column.type, column.read(record)) for column in columns), line)

    schema = ", ".join(f"`{column.name}` {TYPES[column.type]}" for column in columns)
    table = frame.sparkSession.createDataFrame(
        frame.rdd.flatMap(rows), f"{schema}, {RECORD} string", verifySchema=False
    )
    table.write.option("maxRecordsPerFile", MOST_OF_A_PART).parquet(address(folder / name))


def kept(frame: DataFrame, schema: str, path: Path) -> DataFrame:
    """The same rows, from the disk: what was worked out is not worked out again where a machine is lost."""
    frame.write.parquet(address(path))
    return reread(frame.sparkSession, schema, path)


def reread(spark: SparkSession, schema: str, path: Path) -> DataFrame:
    """The rows of Parquet that Spark has written."""
    return spark.read.schema(schema).parquet(_GLOB.sub(r"\\\1", address(path)))


def address(path: Path) -> str:
    """A path as Spark takes it, whatever file system it looks at first."""
    return f"file://{path.absolute()}"


def articles_of(line: str, same_as: str | None) -> list[Article]:
    """The article of a line, as the copy that it is."""
    return [one.model_copy(update={"same_as": same_as}) for one in records_of(line, "article")]


def records_of(lines: str, name: str) -> list[Any]:
    """The records of lines, as the model of that name."""
    model = SCHEMAS[name]
    return [model.validate_python(loads(line)) for line in lines.split("\n") if line]


def _columns(table: Table[Any]) -> tuple[Column[Any], ...]:
    return (*table.columns, *table.more)


def _value(type_: Type, value: Any) -> Any:
    """A value as Spark takes it."""
    if value is None:
        return None
    if type_ == "number":
        return digits_of(value)
    if type_ == "named":
        return dumps(value)
    if type_ == "places":
        return [(one.name, one.province, one.extent) for one in value]
    if type_ == "statements":
        return [tuple(_value("number" if name in NUMBERS else "texts", getattr(one, name)) for name in STATEMENT)
                for one in value]  # fmt: skip
    if type_ == "spans":
        return [list(one) for one in value]
    return list(value) if isinstance(value, tuple) else value
