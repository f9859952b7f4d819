"""The command that shows an archive in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.exit import exit_on_error, exit_on_interrupt, message_console

PORT = 8010


def serve_archive(
    *,
    db: Annotated[Path, typer.Option("--db", metavar="FILE", help="The archive that `solieu archive` made.")],
    host: Annotated[
        str | None, typer.Option(metavar="HOST", help="The address to listen at; else this machine alone.")
    ] = None,
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="0: any that is free.")] = PORT,
    public: Annotated[
        bool, typer.Option("--public", help="Let other machines read it; what that opens is said first.")
    ] = False,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Show an archive in the browser, for reading.

    Search, articles with every figure marked, facts, places, indicators and what the audit found, in Vietnamese and
    English; its tables and SQL under /data. Nothing can be written. It listens on this machine alone, unless --public
    lets others in. It needs the extra: pip install 'solieu[web]'.

    Examples:

    solieu serve --db archive.db

    solieu serve --db archive.db --public --port 80
    """
    console = message_console()
    with exit_on_error(console):
        from extractor.web.serving import EVERYWHERE, LOOPBACK, Server

        server = Server(db, host or (EVERYWHERE if public else LOOPBACK), port=port, public=public)
    if public:
        what = "whoever reaches this address may read all articles and records, and ask the tables in SQL"
        console.print(f"open to others: {what}", soft_wrap=True)
    console.print(f"{db}: {server.address} (Ctrl-C ends it)", soft_wrap=True)
    if open_browser:
        typer.launch(server.address)
    with exit_on_interrupt(console, ""):
        server.run()
