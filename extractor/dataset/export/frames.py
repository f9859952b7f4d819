"""Records as polars data frames, CSV and Parquet; the only door to polars on the way out.

A number keeps all its digits: as a decimal in frames and Parquet, as it is written in CSV.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from extractor.dataset.export.columns import ARTICLES, FACTS, FIGURES, FINDINGS, Column, Type
from extractor.dataset.merge.facts import FactRow, StatedRow, stated_fields
from extractor.model.errors import OutputError
from extractor.model.records import Article, Fact, FigureBase, Finding, Record, Stated, Successor
from extractor.model.writing import dumps

if TYPE_CHECKING:
    from polars import DataFrame, List, Series
    from polars._typing import PolarsDataType

ROWS = 1000  # written at a time
ROW_GROUP = 5000  # rows of a Parquet file held until they are written: some 5 MB of facts
PRECISION = 38  # digits of the longest decimal that Parquet has
FRACTION = 6  # digits behind the point that every decimal column has, so that tables of several runs go together
# What spreadsheets run as a formula, with what they skip before it. An apostrophe in front makes it text; those that
# stand there already are told by one more.
FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*")
NUMBERS = ("value", "low", "high")  # of a statement
Values = dict[str, list[Any]]  # by column
R = TypeVar("R")


class Digits:
    """How many digits the numbers have that it has seen, before the point and behind it."""

    def __init__(self) -> None:
        self.whole, self.fraction = 0, FRACTION

    def see(self, number: str | None) -> None:
        """Takes account of a number, written out."""
        if number is not None:
            whole, _, fraction = number.partition(".")
            self.fraction = max(self.fraction, len(fraction))
            self.whole = max(self.whole, len(whole.lstrip("-0")))

    def see_all(self, columns: Iterable[Column[Any]], values: Values) -> None:
        """Takes account of all numbers of columns."""
        for column in columns:
            if column.type == "number":
                for number in values[column.name]:
                    self.see(number)
            elif column.type == "statements":
                for statement in chain.from_iterable(filter(None, values[column.name])):
                    for number in statement[: len(NUMBERS)]:
                        self.see(number)

    @property
    def fit(self) -> bool:
        """Whether a decimal can hold them all; else they stay text."""
        return self.whole + self.fraction <= PRECISION


def articles_frame(articles: Iterable[Article]) -> DataFrame:
    """A row for each article, with its text."""
    return _frame((*ARTICLES.columns, *ARTICLES.more), articles)


def figures_frame(figures: Iterable[FigureBase]) -> DataFrame:
    """A row for each figure; numbers are decimals."""
    return _frame(FIGURES.columns, figures)


def facts_frame(facts: Iterable[Fact | FactRow]) -> DataFrame:
    """A row for each fact; numbers are decimals, and its figures, articles, values and places of today are lists."""
    return _frame(FACTS.columns, facts)


def findings_frame(findings: Iterable[Finding]) -> DataFrame:
    """A row for each finding; numbers are decimals, what is stated and expected stands as its two ends."""
    return _frame(FINDINGS.columns, findings)


class ParquetFile(Generic[R]):
    """A Parquet file; its rows wait on disk until it is known how many digits their numbers have."""

    def __init__(self, path: Path, columns: Sequence[Column[R]]) -> None:
        self._path, self._columns, self._digits = path, columns, Digits()
        self._records: list[R] = []
        self._rows = TemporaryFile(dir=path.parent)  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> ParquetFile[R]:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with closing(self._rows):
            if kind is None:
                self._keep()
                self._write()

    def add(self, record: R) -> None:
        """Adds a row."""
        self._records.append(record)
        if len(self._records) == ROWS:
            self._keep()

    def _keep(self) -> None:
        values = _values(self._columns, self._records)
        self._digits.see_all(self._columns, values)
        pickle.dump(values, self._rows)
        self._records = []

    def _kept(self) -> Iterator[Values]:
        end = self._rows.tell()
        self._rows.seek(0)
        while self._rows.tell() < end:
            yield pickle.load(self._rows)

    def _write(self) -> None:
        import polars as pl  # on use: it is large
        from polars.io.plugins import register_io_source

        def batches(*_: object) -> Iterator[DataFrame]:
            return (_framed(values, self._columns, self._digits) for values in self._kept())

        try:
            lazy = register_io_source(batches, schema=_schema(self._columns, self._digits))
            lazy.sink_parquet(self._path, row_group_size=ROW_GROUP, maintain_order=True)
        except pl.exceptions.PolarsError as error:
            what = f"cannot be written: {str(error).splitlines()[0]}"
            todo = "See to its disk, then give the same command again."
            raise OutputError(what, where=str(self._path), todo=todo) from error


class CsvFile(Generic[R]):
    """A CSV file in UTF-8 that is safe to open in a spreadsheet; rows are written some at a time."""

    def __init__(self, path: Path, columns: Sequence[Column[R]], *, bom: bool = False) -> None:
        self._columns, self._bom = columns, bom
        self._records: list[R] = []
        self._file = path.open("wb")
        self._begun = False

    def __enter__(self) -> CsvFile[R]:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._write()
        finally:
            self._file.close()

    def add(self, record: R) -> None:
        """Adds a row."""
        self._records.append(record)
        if len(self._records) == ROWS:
            self._write()

    def _write(self) -> None:
        import polars as pl

        cells = [
            pl.Series(column.name, _cells(column.type, map(column.read, self._records)), dtype=pl.String())
            for column in self._columns
        ]
        text = pl.DataFrame(cells).write_csv(include_header=not self._begun, include_bom=self._bom and not self._begun)
        self._file.write(text.encode())
        self._records, self._begun = [], True


def digits_of(value: Decimal) -> str:
    """A number with all its digits and no exponent, a whole one without a fraction, as JSON Lines have it."""
    written = str(value)
    if written.isdigit():
        return written
    return str(int(value)) if value == value.to_integral_value() else format(value, "f")


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula; numbers stay as they are."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def _cells(type_: Type, values: Iterable[Any]) -> list[str | None]:
    """The values of a column as the texts of CSV cells; None for an empty one."""
    if type_ == "text":  # most begin with a letter, and no formula does
        return [value if value is None or value[:1].isalpha() else safe(value) or None for value in values]
    write = CELLS.get(type_, str)
    return [None if value is None else write(value) for value in values]


def _statements(statements: Iterable[Stated | StatedRow]) -> str:
    return dumps(list(map(stated_fields, statements)))


def _list(values: Iterable[Record]) -> str:
    return dumps([one.model_dump() for one in values])


def _places(units: tuple[Successor, ...]) -> str | None:
    """Units of today for people: xã Thác Bà, tỉnh Lào Cai (part)."""
    held = (f"{one.name}{f', {one.province}' if one.province else ''} ({one.extent})" for one in units)
    return safe("; ".join(held)) or None


CELLS: Mapping[Type, Callable[[Any], str | None]] = {  # of all others the text is that of Python
    "number": digits_of, "places": _places, "statements": _statements, "quotes": _list,
    "texts": dumps, "span": dumps, "spans": dumps, "named": dumps,
}  # fmt: skip


def _frame(columns: Sequence[Column[R]], records: Iterable[R]) -> DataFrame:
    """The records as a frame."""
    values, digits = _values(columns, list(records)), Digits()
    digits.see_all(columns, values)
    return _framed(values, columns, digits)


def _values(columns: Iterable[Column[R]], records: Sequence[R]) -> Values:
    """The values of columns for a frame: numbers written out, records as tuples of what a frame shows of them."""
    found: Values = {}
    for column in columns:
        write, values = PLAIN.get(column.type), map(column.read, records)
        found[column.name] = [value if value is None or write is None else write(value) for value in values]
    return found


def _statement(one: Stated | StatedRow) -> tuple[Any, ...]:
    return (
        *(None if value is None else digits_of(value) for value in (one.value, one.low, one.high)),
        one.modifier,
        one.figures,
    )


PLAIN: Mapping[Type, Callable[[Any], Any]] = {
    "number": digits_of,
    "named": dumps,
    "places": lambda units: [(unit.name, unit.province, unit.extent) for unit in units],
    "quotes": lambda quotes: [(quote.article, quote.start, quote.end) for quote in quotes],
    "statements": lambda statements: [*map(_statement, statements)],
}


def _framed(values: Values, columns: Sequence[Column[Any]], digits: Digits) -> DataFrame:
    """The values of columns as a frame; the digits are those of their numbers."""
    import polars as pl

    schema = _schema(columns, digits)
    return pl.DataFrame([_series(values[name], type_).rename(name) for name, type_ in schema.items()])


def _series(values: Sequence[Any], type_: PolarsDataType) -> Series:
    """Values as polars has them: those in lists and records by columns, which polars takes ten times as fast."""
    import polars as pl

    if isinstance(type_, pl.List):
        return _lists(values, type_)
    if isinstance(type_, pl.Struct):
        parts = zip(*values, strict=True) if values else ((),) * len(type_.fields)
        fields = zip(type_.fields, parts, strict=True)
        return pl.DataFrame([_series(part, field.dtype).rename(field.name) for field, part in fields]).to_struct()
    if isinstance(type_, pl.Decimal):
        return pl.Series(values, dtype=pl.String()).cast(type_)
    return pl.Series(values, dtype=type_)


def _lists(values: Sequence[Sequence[Any] | None], type_: List) -> Series:
    """Lists, made of all that they hold in one row and the list that each of that is in."""
    import polars as pl

    sizes = pl.Series([None if some is None else len(some) for some in values], dtype=pl.UInt32())
    held = _series([*chain.from_iterable(filter(None, values))], type_.inner)
    rows = pl.DataFrame({"size": sizes}).with_row_index("row")
    of_row = rows.select(pl.col("row").repeat_by(pl.col("size").fill_null(0)).explode(empty_as_null=False)).to_series()
    lists = pl.DataFrame({"row": of_row, "held": held}).group_by("row", maintain_order=True).agg("held")
    empty = pl.when(pl.col("size") == 0).then(pl.lit([], dtype=type_))
    return rows.join(lists, on="row", how="left", maintain_order="left").select(empty.otherwise("held")).to_series()


def _schema(columns: Iterable[Column[Any]], digits: Digits) -> dict[str, PolarsDataType]:
    """The types of the columns in polars."""
    import polars as pl

    number = pl.Decimal(PRECISION, digits.fraction) if digits.fit else pl.String()
    texts = pl.List(pl.String())
    types: dict[Type, PolarsDataType] = {
        "text": pl.String(), "whole": pl.Int64(), "number": number, "share": pl.Float64(), "day": pl.Date(),
        "texts": texts, "span": pl.List(pl.Int64()), "spans": pl.List(pl.List(pl.Int64())), "named": pl.String(),
        "places": pl.List(pl.Struct(dict.fromkeys(("name", "province", "extent"), pl.String()))),
        "statements": pl.List(pl.Struct(dict.fromkeys(NUMBERS, number) | {"modifier": pl.String(), "figures": texts})),
        "quotes": pl.List(pl.Struct({"article": pl.String(), "start": pl.Int64(), "end": pl.Int64()})),
    }  # fmt: skip
    return {column.name: types[column.type] for column in columns}
