"""Records as polars data frames, CSV and Parquet; the only door to polars on the way out.

A number keeps all its digits: as a decimal in frames and Parquet, as it is written in CSV.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from extractor.dataset.export.columns import ARTICLES, FACTS, FIGURES, FINDINGS, Column, Table, Type
from extractor.model.errors import OutputError
from extractor.model.records import Article, Bounds, Fact, FigureBase, Finding, Successor
from extractor.model.writing import dumps

if TYPE_CHECKING:
    from polars import DataFrame
    from polars._typing import PolarsDataType

ROWS = 1000  # written at a time
ROW_GROUP = 5000  # rows of a Parquet file held until they are written: some 5 MB of facts
PRECISION = 38  # digits of the longest decimal that Parquet has
FRACTION = 6  # digits behind the point that every decimal column has, so that tables of several runs go together
STRUCTURED: tuple[Type, ...] = ("texts", "span", "spans", "named")
RECORDS: tuple[Type, ...] = ("statements", "quotes")
# What spreadsheets run as a formula, with what they skip before it. An apostrophe in front makes it text; those that
# stand there already are told by one more.
FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*")
R = TypeVar("R")


class Digits:
    """How many digits the numbers have that it has seen, before the point and behind it."""

    def __init__(self) -> None:
        self.whole, self.fraction = 0, FRACTION

    def see(self, value: Decimal | None) -> None:
        """Takes account of a number."""
        if value is not None:
            _, digits, exponent = value.as_tuple()
            self.fraction = max(self.fraction, -int(exponent))
            self.whole = max(self.whole, len(digits) + int(exponent))

    def see_figure(self, figure: FigureBase) -> None:
        """Takes account of all numbers of a figure."""
        for value in (figure.value, figure.low, figure.high, figure.total):
            self.see(value)

    def see_all(self, fact: Fact) -> None:
        """Takes account of all numbers of a fact."""
        for value in (fact.value, fact.low, fact.high, fact.total):
            self.see(value)
        for stated in fact.values:
            for value in (stated.value, stated.low, stated.high):
                self.see(value)

    @property
    def fit(self) -> bool:
        """Whether a decimal can hold them all; else they stay text."""
        return self.whole + self.fraction <= PRECISION


def articles_frame(articles: Iterable[Article]) -> DataFrame:
    """A row for each article, with its text."""
    return _frame((*ARTICLES.columns, *ARTICLES.more), list(articles), Digits())


def figures_frame(figures: Iterable[FigureBase]) -> DataFrame:
    """A row for each figure; numbers are decimals."""
    rows, digits = list(figures), Digits()
    for figure in rows:
        digits.see_figure(figure)
    return _frame(FIGURES.columns, rows, digits)


def facts_frame(facts: Iterable[Fact]) -> DataFrame:
    """A row for each fact; numbers are decimals, and its figures, articles, values and places of today are lists."""
    rows, digits = list(facts), Digits()
    for fact in rows:
        digits.see_all(fact)
    return _frame(FACTS.columns, rows, digits)


def findings_frame(findings: Iterable[Finding]) -> DataFrame:
    """A row for each finding; numbers are decimals, what is stated and expected stands as its two ends."""
    rows, digits = list(findings), Digits()
    for finding in rows:
        for value in (finding.stated, finding.expected, finding.record.value if finding.record else None):
            for end in (value.low, value.high) if isinstance(value, Bounds) else (value,):
                digits.see(end)
    return _frame(FINDINGS.columns, rows, digits)


def write_parquet(path: Path, table: Table[R], records: Iterable[R], digits: Digits) -> None:
    """Writes the records as Parquet, some at a time; the digits are those of their numbers."""
    import polars as pl  # on use: it is large
    from polars.io.plugins import register_io_source

    def batches(*_: object) -> Iterator[DataFrame]:
        rows = iter(records)
        yield _frame(table.columns, list(islice(rows, ROWS)), digits)
        while batch := list(islice(rows, ROWS)):
            yield _frame(table.columns, batch, digits)

    try:
        lazy = register_io_source(batches, schema=_schema(table.columns, digits))
        lazy.sink_parquet(path, row_group_size=ROW_GROUP, maintain_order=True)
    except pl.exceptions.PolarsError as error:
        what = f"cannot be written: {str(error).splitlines()[0]}"
        raise OutputError(what, where=str(path), todo="See to its disk, then give the same command again.") from error


class CsvFile(Generic[R]):
    """A CSV file in UTF-8 that is safe to open in a spreadsheet; rows are written some at a time."""

    def __init__(self, path: Path, columns: Sequence[Column[R]], *, bom: bool = False) -> None:
        self._columns, self._bom = columns, bom
        self._cells: list[list[str | None]] = []
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
        values = ((column.type, column.read(record)) for column in self._columns)
        self._cells.append([None if value is None else _cell(type_, value) for type_, value in values])
        if len(self._cells) == ROWS:
            self._write()

    def _write(self) -> None:
        import polars as pl

        schema = dict.fromkeys((column.name for column in self._columns), pl.String())
        text = pl.DataFrame(self._cells, schema=schema, orient="row").write_csv(
            include_header=not self._begun, include_bom=self._bom and not self._begun
        )
        self._file.write(text.encode())
        self._cells, self._begun = [], True


def digits_of(value: Decimal) -> str:
    """A number with all its digits and no exponent, a whole one without a fraction, as JSON Lines have it."""
    return str(int(value)) if value == value.to_integral_value() else format(value, "f")


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula; numbers stay as they are."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def _cell(type_: Type, value: Any) -> str | None:
    """A value as the text of a CSV cell; None for an empty one."""
    if type_ == "places":
        return safe("; ".join(map(_held, value))) or None
    if type_ in RECORDS:
        return dumps([one.model_dump() for one in value])
    if type_ in STRUCTURED:
        return dumps(value)
    if type_ == "number":
        return digits_of(value)
    return (safe(value) or None) if type_ == "text" else str(value)


def _held(unit: Successor) -> str:
    """A unit of today for people: xã Thác Bà, tỉnh Lào Cai (part)."""
    return f"{unit.name}{f', {unit.province}' if unit.province else ''} ({unit.extent})"


def _frame(columns: Sequence[Column[R]], records: Sequence[R], digits: Digits) -> DataFrame:
    """The records as a frame; the digits are those of their numbers."""
    import polars as pl

    values = {column.name: [_value(column.type, column.read(one), digits) for one in records] for column in columns}
    return pl.DataFrame(values, schema=_schema(columns, digits))


def _value(type_: Type, value: Any, digits: Digits) -> Any:
    """A value as polars takes it."""
    if value is None:
        return None
    if type_ == "number":
        return value if digits.fit else digits_of(value)
    if type_ == "named":
        return dumps(value)
    if type_ == "places":
        return [unit.model_dump() for unit in value]
    if type_ == "quotes":
        return [quote.model_dump() for quote in value]
    if type_ == "statements":
        return [
            {name: _value("number" if name in NUMBERS else "text", getattr(one, name), digits) for name in STATEMENT}
            for one in value
        ]
    return list(value) if isinstance(value, tuple) else value


NUMBERS, STATEMENT = ("value", "low", "high"), ("value", "low", "high", "modifier", "figures")


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
