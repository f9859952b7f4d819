"""The arguments that several commands share: what each is called, takes, and says in the help."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

import typer
from msgspec import Struct
from msgspec.inspect import is_struct_type
from msgspec.structs import fields

from extractor.model.shapes import Units
from extractor.reading.document import MAX_BYTES, MAX_DEPTH, MAX_RATIO, Fields, Options

if TYPE_CHECKING:
    from extractor.catalogue import Catalogue

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, or - for standard input."),
]
TextField = Annotated[str | None, typer.Option(metavar="NAME", help="The field of the text; else text, content …")]
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
Engine = Annotated[
    Literal["local", "spark"], typer.Option("--engine", help="Who extracts and merges: this machine, or Spark.")
]
Master = Annotated[
    str | None,
    typer.Option("--master", metavar="URL", help="Of Spark: spark://HOST:PORT, local[N]; else as spark-submit says."),
]
UnitsOf = Annotated[
    Units, typer.Option("--units", help="Group wide.csv by the units of the time, or by those that hold them today.")
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin CSV with a BOM, which some spreadsheets need.")]
RecordsFile = Annotated[
    Path | None, typer.Option("--records", metavar="FILE", help="Official figures: CSV, XLSX or Parquet.")
]
ColumnsFile = Annotated[
    Path | None, typer.Option("--columns", metavar="FILE", help="Which columns of --records are which (TOML).")
]
FailOn = Annotated[
    Literal["refuted"] | None, typer.Option("--fail-on", help="End with status 3 where a figure is refuted.")
]
CatalogueFile = Annotated[
    Path | None, typer.Option("--catalogue", metavar="FILE", help="Indicators of your own (TOML), besides ours.")
]


class ReadingOptions(Struct, frozen=True):
    """How a command takes its sources: names of fields, indicators and limits, each an option of the command."""

    text_field: TextField = None
    title_field: TitleField = None
    date_field: DateField = None
    url_field: UrlField = None
    id_field: IdField = None
    catalogue: CatalogueFile = None
    max_bytes: MaxBytes = MAX_BYTES
    max_depth: MaxDepth = MAX_DEPTH
    max_ratio: MaxRatio = MAX_RATIO

    def with_catalogue(self, catalogue: Catalogue | None) -> Options:
        """What reading takes; the catalogue is the one that its file was loaded to."""
        names = Fields(self.text_field, self.title_field, self.date_field, self.url_field, self.id_field)
        return Options(names, self.max_bytes, self.max_depth, self.max_ratio, catalogue)


class EngineOptions(Struct, frozen=True):
    """Who does the work of a run: processes of this machine, or Spark."""

    jobs: Jobs = 1
    engine: Engine = "local"
    master: Master = None

    def __post_init__(self) -> None:
        if self.master is not None and self.engine != "spark":
            raise typer.BadParameter("it is that of Spark: give --engine spark too", param_hint="--master")
        if self.jobs != 1 and self.engine == "spark":
            raise typer.BadParameter("Spark has processes of its own: give --master 'local[N]'", param_hint="--jobs")


class AuditOptions(Struct, frozen=True):
    """The official figures that an audit holds figures against, if there are any, and what of it is a failure."""

    records: RecordsFile = None
    columns: ColumnsFile = None
    fail_on: FailOn = None

    def __post_init__(self) -> None:
        if self.columns and not self.records:
            raise typer.BadParameter("it tells the columns of --records: give that too", param_hint="--columns")


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command as typer takes it: an option for each field of a bundle stands for the parameter of that type."""
    hints = get_type_hints(command, include_extras=True)
    bundles: dict[str, Any] = {name: hint for name, hint in hints.items() if is_struct_type(hint)}

    @wraps(command)
    def flat(**given: Any) -> None:
        bundled = {name: of(**{one.name: given.pop(one.name) for one in fields(of)}) for name, of in bundles.items()}
        command(**given, **bundled)

    parameters = [
        again
        for one in signature(command, eval_str=True).parameters.values()
        for again in (_options(bundles[one.name]) if one.name in bundles else (one,))
    ]
    flat.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    return flat


def _options(bundle: type[Any]) -> list[Parameter]:
    """The options that the fields of a bundle are."""
    hints = get_type_hints(bundle, include_extras=True)
    return [
        Parameter(one.name, Parameter.KEYWORD_ONLY, default=one.default, annotation=hints[one.name])
        for one in fields(bundle)
    ]
