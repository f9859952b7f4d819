"""The arguments that several commands share: what each is called, takes, and says in the help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.model.shapes import Units

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, or - for standard input."),
]
TextField = Annotated[
    str | None, typer.Option(metavar="NAME", help="The field of the text; else text, content …")
]
TitleField = Annotated[str | None, typer.Option(metavar="NAME", help="The field of the title; else title, headline …")]
DateField = Annotated[str | None, typer.Option(metavar="NAME", help="The field of the date; else published, date …")]
UrlField = Annotated[str | None, typer.Option(metavar="NAME", help="The field of the address; else url, link …")]
IdField = Annotated[str | None, typer.Option(metavar="NAME", help="The field of the id; else id, guid …")]
MaxBytes = Annotated[
    int, typer.Option(metavar="BYTES", min=1, help="The most that one article may have, as a page or a line.")
]
MaxDepth = Annotated[int, typer.Option(metavar="TAGS", min=1, max=2000, help="How deep a page's tags may nest.")]
MaxRatio = Annotated[
    int, typer.Option(metavar="TIMES", min=1, help="How many times its size an archive may unpack to, over 16 MB.")
]

Jobs = Annotated[int, typer.Option(metavar="N", min=0, help="Work by N processes; 0: as many as there are processors.")]
UnitsOf = Annotated[
    Units, typer.Option("--units", help="Group wide.csv by the units of the time, or by those that hold them today.")
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin CSV with a BOM, which some spreadsheets need.")]
CatalogueFile = Annotated[
    Path | None, typer.Option("--catalogue", metavar="FILE", help="Indicators of your own (TOML), besides ours.")
]
