"""The command that fills an archive, lists its sources and takes them out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.exit import exit_on_error, message_console, result_console


def archive_runs(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="[DIR]...", help="Folders that `solieu run` or `merge` wrote to.")
    ] = None,
    *,
    db: Annotated[Path, typer.Option("--db", metavar="FILE", help="The archive; it is made where there is none.")],
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="SOURCE", help="Take out a source with what only it said.")
    ] = None,
    sources: Annotated[bool, typer.Option("--sources", help="List its sources with their articles.")] = False,
) -> None:
    """Add runs to an archive, one file to search.

    It is searched with `solieu search`, read in the browser with `solieu serve`, and opens in Datasette, DuckDB and
    sqlite3, with tables and views that its table tu_dien explains.

    What is there already stays as it is. An article that has changed takes the place of its former version, with its
    figures; facts are those of all figures of the archive. A folder is added whole or not at all, even if the command
    is killed; the same command then goes on. A source is a site, or the file where articles tell of none.

    Examples:

    solieu archive out --db archive.db

    solieu archive --db out/archive.db --sources

    solieu archive --db out/archive.db --remove example.org
    """
    if sum((bool(folders), remove is not None, sources)) != 1:
        raise typer.BadParameter("name folders to add, or give --remove or --sources", param_hint="DIR")
    console = message_console()
    with exit_on_error(console):
        from extractor.cli.commands import archive_to, list_sources, take_out

        if folders:
            archive_to(console, folders, db)
        elif remove is not None:
            take_out(console, db, remove)
        else:
            list_sources(result_console(), db)
