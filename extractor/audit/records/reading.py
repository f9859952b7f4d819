"""A file of official figures to rows that figures can be held against, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from extractor.audit.records.amounts import (
    Amount,
    UnitRead,
    Writing,
    amount_of,
    is_undecided,
    typed_amount,
    unit_of,
    writing_of,
)
from extractor.audit.records.columns import (
    HEADERS,
    MELTED,
    Columns,
    Field,
    Mapping,
    columns_of,
    fields_in,
    period_columns,
    read_mapping,
)
from extractor.audit.records.periods import period_of
from extractor.audit.records.places import place_of
from extractor.audit.records.tables import Cell, Table, TableRow, table_of
from extractor.dataset.claims import Interval
from extractor.model.edtf import days_of
from extractor.model.errors import RecordsError
from extractor.model.records import Failure, OfficialRow, Place

JOINED: dict[Field, str] = {"place": ", ", "item": " "}  # how the cells of several columns are put together
EXACT_KINDS = ("count",)  # counted one by one: a whole number is no rounded one


class Row(Struct, frozen=True):
    """A row as figures are held against it: its place, period in EDTF, unit and value in the terms of figures."""

    official: OfficialRow
    place: Place
    period: str
    measure: UnitRead
    value: Decimal  # in the measure's unit
    interval: Interval  # that the value as it is written allows


class Records(Struct, frozen=True):
    """The rows of a file, and what is wrong with those that are left out."""

    file: str
    rows: tuple[Row, ...]
    failures: tuple[Failure, ...] = ()


def read_records(path: Path | str, mapping: Path | str | Mapping | None = None) -> Records:
    """The official figures of a CSV, XLSX or Parquet file; `mapping` names its columns, or the TOML that does.

    RecordsError where the file as a whole cannot be used. A row that cannot be used is told among the failures, and the
    others are read.
    """
    path = Path(path)
    if mapping is None:
        mapping = Mapping()
    elif not isinstance(mapping, Mapping):
        mapping = read_mapping(Path(mapping))
    table = _long(table_of(path, mapping), mapping)
    columns = columns_of(table.header, mapping, str(path))
    given = [row for row in table.rows if row.fault or any(cell is not None for cell in row.cells)]
    if not given:
        raise RecordsError("holds no rows", where=str(path), todo="Give a table with official figures.")
    reader = _Reader(
        path.name, columns, _writing(given, columns), _province(given, columns), _shares_are_open(given, columns)
    )
    found = [reader.read(row) for row in given]
    rows = tuple(one for one in found if isinstance(one, Row))
    failures = tuple(one for one in found if isinstance(one, Failure))
    if not rows:
        first = failures[0]
        what = f"none of its rows can be used; the first, row {first.where.rpartition(':')[2]}: {first.what}"
        raise RecordsError(what, where=str(path), todo=first.todo)
    return Records(path.name, rows, failures)


def _long(table: Table, mapping: Mapping) -> Table:
    """A table with a row for each value; a wide one has a column for each period."""
    at = period_columns(table.header)
    known = fields_in(table.header, mapping)
    if not at or not known.isdisjoint(MELTED):
        return table
    rows = (
        row if row.fault else TableRow(row.number, (*row.cells, table.header[place], row.cells[place]))
        for row in table.rows
        for place in (at if not row.fault else at[:1])
        if row.fault or (place < len(row.cells) and row.cells[place] is not None)
    )
    return Table((*table.header, *(HEADERS[name][0] for name in MELTED)), rows)


def _said(row: TableRow, columns: Columns, name: Field) -> str:
    """What a row says of a field."""
    cells = (row.cells[at] for at in columns.at.get(name, ()) if at < len(row.cells))
    texts = [f"{cell.normalize():f}" if isinstance(cell, Decimal) else cell for cell in cells if cell is not None]
    return JOINED.get(name, " ").join(texts) or columns.constants.get(name, "")


def _value(row: TableRow, columns: Columns) -> Cell:
    """The cell of a row's value."""
    (at,) = columns.at.get("value", (-1,))[:1]
    return row.cells[at] if 0 <= at < len(row.cells) else columns.constants.get("value")


def _writing(rows: Sequence[TableRow], columns: Columns) -> Writing | None:
    """How the values of a file are written: 1.234,5 or 1,234.5; what is counted is whole, so that its mark groups."""
    cells = [(cell, row) for row in rows if isinstance(cell := _value(row, columns), str)]
    told = {way for cell, _ in cells if (way := writing_of([cell]))}
    if told:
        return told.pop() if len(told) == 1 else None
    grouped: set[Writing] = set()
    for cell, row in cells:
        unit = unit_of(_said(row, columns, "unit"))
        if unit.kind == "count" and unit.factor == 1 and is_undecided(cell):
            grouped.add("vi" if "." in cell else "en")
    return grouped.pop() if len(grouped) == 1 else None


def _province(rows: Sequence[TableRow], columns: Columns) -> str | None:
    """The one province that the places of a file name; None where they name several or none."""
    named: set[str] = set()
    for said in {_said(row, columns, "place") for row in rows}:
        place = place_of(said, when=None) if "," in said or said.lower().startswith(("tỉnh", "thành phố")) else None
        if place and place.province:
            named.add(place.province)
    return named.pop() if len(named) == 1 else None


def _shares_are_open(rows: Sequence[TableRow], columns: Columns) -> bool:
    """Whether the shares of a file may be parts of one: a spreadsheet that shows 77,5% holds 0.775."""
    shares = [
        cell
        for row in rows
        if isinstance(cell := _value(row, columns), Decimal) and unit_of(_said(row, columns, "unit")).unit == "%"
    ]
    return any(shares) and all(abs(share) <= 1 for share in shares)


class _Reader(Struct, frozen=True):
    """Reads rows of one file."""

    file: str
    columns: Columns
    writing: Writing | None
    province: str | None
    open_shares: bool

    def read(self, row: TableRow) -> Row | Failure:
        """The row, or what is wrong with it."""
        if row.fault:
            return self._failure(row, row.fault, "Mend the row.")
        said = {name: _said(row, self.columns, name) for name in ("place", "item", "period", "unit")}
        if not said["item"]:
            return self._failure(row, "it names no item", "Say what the value is of.")
        measure = unit_of(said["unit"])
        amount = self._amount(row)
        if not isinstance(amount, Amount):
            return self._failure(row, *amount)
        if not said["unit"]:
            if not str(_value(row, self.columns) or "").strip().endswith("%"):
                return self._failure(row, "it has no unit", "Give the unit: hộ, ha, tỷ đồng, %.")
            measure = unit_of("%")
        period = period_of(said["period"])
        if period is None:
            what = f"its period {said['period']!r} is not understood" if said["period"] else "it has no period"
            return self._failure(row, what, "Write it as 2023, 9/2023, quý II/2024, 2021-2025 or đến 31/12/2023.")
        place = place_of(said["place"], when=_when(period), context=self.province)
        if place is None:
            named = f"its place {said['place']!r} is none that is known for certain"
            what = named if said["place"] else "it has no place"
            todo = "Write level, name and province: huyện Yên Bình, tỉnh Yên Bái."
            return self._failure(row, what, todo if said["place"] else f"{todo} Of merged cells only the first has it.")
        if self.open_shares and measure.unit == "%" and isinstance(_value(row, self.columns), Decimal):
            what = f"{amount.value}% may be {(amount.value * 100).normalize():f}%, which spreadsheets hold as a part of one"
            return self._failure(row, what, "Write shares as 77.5, not as cells formatted in percent.")
        official = OfficialRow(
            file=self.file, row=row.number, place=said["place"], item=said["item"], period=said["period"],
            value=amount.value, unit=said["unit"] or "%",
        )  # fmt: skip
        value, half = amount.value * measure.factor, amount.step * measure.factor / 2
        whole = amount.step == 1 and measure.factor == 1
        if whole and measure.kind in EXACT_KINDS:
            half = Decimal(0)
        return Row(official, place, period, measure, value, Interval(value - half, value + half))

    def _amount(self, row: TableRow) -> Amount | tuple[str, str]:
        """The value of a row, or what is wrong with it and what to do."""
        cell = _value(row, self.columns)
        if cell is None:
            return "it has no value", "Give one, or leave the row out."
        if isinstance(cell, Decimal):
            return typed_amount(cell)
        if (amount := amount_of(cell, self.writing)) is not None:
            return amount
        if is_undecided(cell):
            what = f"{cell!r} may be {cell.replace(',', '').replace('.', '')} or a number with decimals"
            return what, "Write it without the mark, or with decimals: 1234 or 1234,0."
        return f"{cell!r} is no number", "Write the value in figures."

    def _failure(self, row: TableRow, what: str, todo: str) -> Failure:
        return Failure(source=self.file, what=what, where=f"{self.file}:{row.number}", todo=todo)


def _when(period: str) -> date | None:
    """The day whose borders a period's figures keep to: its last."""
    first, last = days_of(period)
    return last or first
