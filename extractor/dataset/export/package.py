"""The data package (Frictionless): what the CSV files of a dataset are, their columns, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extractor.dataset.export.columns import Column, Table, Type

NAME = "solieu-dataset"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# Said, since programs guess it wrongly from cells such as "\t=1".
DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False}
TYPES: Mapping[Type, str] = {
    "text": "string", "whole": "integer", "number": "number", "share": "number", "day": "date", "texts": "array",
    "span": "array", "spans": "array", "named": "object", "places": "string", "statements": "array",
    "quotes": "array",
}  # fmt: skip


def package(tables: Iterable[Table[Any]], *, bom: bool) -> dict[str, Any]:
    """The descriptor of a package with a CSV file for each table."""
    about = "Figures that Vietnamese local news states, and the facts that they state together."
    named = {"name": NAME, "title": "Số liệu", "description": about}
    return {"$schema": PROFILE, **named, "resources": [_resource(table, bom=bom) for table in tables]}


def with_table(descriptor: Mapping[str, Any], table: Table[Any], *, bom: bool) -> dict[str, Any]:
    """A descriptor to which the CSV file of one more table belongs, in place of a former one of that name."""
    others = [one for one in descriptor["resources"] if one["name"] != table.name]
    return {**descriptor, "resources": [*others, _resource(table, bom=bom)]}


def _resource(table: Table[Any], *, bom: bool) -> dict[str, Any]:
    described = {"name": table.name, "type": "table", "path": f"{table.name}.csv", "description": table.about}
    form = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8-sig" if bom else "utf-8"}
    return described | form | {"dialect": DIALECT, "schema": _schema(table)}


def _schema(table: Table[Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": list(map(_field, table.columns)), "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [table.key]
    keys = _foreign_keys(table.columns)
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column[Any]) -> dict[str, Any]:
    needed = {"constraints": {"required": True}} if column.needed else {}
    return {"name": column.name, "type": TYPES[column.type], "description": column.about} | needed


def _foreign_keys(columns: Sequence[Column[Any]]) -> list[dict[str, Any]]:
    return [
        {"fields": [column.name], "reference": {"resource": column.to[0], "fields": [column.to[1]]}}
        for column in columns
        if column.to
    ]
