"""The command `search`: its options, what it asks of an archive, and in which form it prints what was found."""

from __future__ import annotations

import sys
from contextlib import closing
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct
from msgspec.structs import asdict

from extractor.cli.exit import DONE, exit_on_error, exit_with, message_console, result_console
from extractor.model.shapes import Units

if TYPE_CHECKING:
    from extractor.archive.shapes import Filters

PAGE = 20
SORTS = "relevance, value, -value, date or -date"


def _number(text: str) -> Decimal:
    """A number of an option."""
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise typer.BadParameter(f"{text!r} is no number: write it as 5000000 or 2.5") from error


Several = list[str] | None


class FilterOptions(Struct, frozen=True):
    """What figures must be; an option that takes several values is given several times."""

    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="In this unit and all under it: luc yen; or the id of a place.")
    ] = None
    units: Annotated[Units, typer.Option(help="By the units of the time, or by those of today.")] = "then"
    period: Annotated[str | None, typer.Option(metavar="EDTF", help="Overlapping it: 2023, 2023-09, 2021/2025.")] = None
    indicator: Annotated[Several, typer.Option(metavar="ID", help="Of this indicator.")] = None
    kind: Annotated[Several, typer.Option(metavar="KIND", help="count, length, area, money, percent …")] = None
    unit: Annotated[Several, typer.Option(metavar="UNIT", help="In this unit: km, VND, hộ …")] = None
    least: Annotated[Decimal | None, typer.Option(parser=_number, metavar="NUMBER", help="No value below it.")] = None
    most: Annotated[Decimal | None, typer.Option(parser=_number, metavar="NUMBER", help="No value above it.")] = None
    modifier: Annotated[Several, typer.Option(metavar="WORD", help="exact, more_than, less_than, approx …")] = None
    status: Annotated[Several, typer.Option(metavar="WORD", help="actual or target.")] = None
    source: Annotated[Several, typer.Option(metavar="NAME", help="Published by it.")] = None
    agreement: Annotated[Several, typer.Option(metavar="WORD", help="single, repeated, rounded, conflicting.")] = None
    verdict: Annotated[Several, typer.Option(metavar="WORD", help="supported, refuted, not_enough_info.")] = None
    confidence: Annotated[
        float | None, typer.Option(metavar="SHARE", help="Every field at least so likely right: 0.9.")
    ] = None

    def filters(self) -> Filters:
        """The filters of a query; whether they say what there is, the search tells."""
        from extractor.archive.shapes import Filters

        said = {name: value for name, value in asdict(self).items() if value is not None}
        given: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in said.items()}
        return Filters(**given)


class PageOptions(Struct, frozen=True):
    """In which order, and which part of it."""

    sort: Annotated[str, typer.Option(metavar="ORDER", help=f"{SORTS}.")] = "relevance"
    page: Annotated[int, typer.Option(metavar="N", help="Which page of what was found.")] = 1
    size: Annotated[int, typer.Option(metavar="N", help="Figures of a page.")] = PAGE


def search_archive(
    text: Annotated[str, typer.Argument(metavar="QUERY", help="Words, phrases in quotes, numbers, years.")],
    *,
    db: Annotated[Path, typer.Option("--db", metavar="FILE", help="The archive that `solieu archive` made.")],
    filtering: FilterOptions,
    paging: PageOptions,
    facets: Annotated[
        bool, typer.Option("--facets", help="Tell of all that was found its places, years, units … and values.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Search the figures of an archive.

    Type as you would say it, with marks or without: words, "phrases", numbers (hơn 5 tỷ, từ 100 đến 200 hộ), years.
    What has all the words is found; how the query was read, and how much was found, is told on standard error.

    Examples:

    solieu search "hộ nghèo" --db out/archive.db

    solieu search "duong tren 2 km" --db out/archive.db --sort=-value

    solieu search "" --db out/archive.db --place "mai chau" --verdict refuted --csv
    """
    if as_json and as_csv:
        raise typer.BadParameter("give --json or --csv, not both", param_hint="--csv")
    if facets and (as_json or as_csv):
        raise typer.BadParameter("it goes with the table, not with --json or --csv", param_hint="--facets")
    messages = message_console()
    with exit_on_error(messages):
        from extractor.archive import exporting
        from extractor.archive.database import open_archive
        from extractor.archive.search import search
        from extractor.archive.shapes import Query
        from extractor.cli import found

        query = Query(text, filtering.filters(), paging.sort, paging.page, paging.size)  # type: ignore[arg-type]
        with closing(open_archive(db)) as connection:
            results = search(connection, query, facets=facets)
        found.print_read(messages, results)
        if as_json:
            sys.stdout.write(found.json_of(results))
        elif as_csv:
            sys.stdout.write(exporting.as_csv(results.hits).decode())
        else:
            found.print_results(result_console(), results)
    exit_with(DONE)
