"""The command line: takes arguments, calls, prints, ends with an exit status; what is heavy is imported on use."""

from __future__ import annotations

import gc
import io
import os
import sys
from copy import copy
from pathlib import Path
from typing import Annotated

import typer
from msgspec import to_builtins

from extractor.cli.archiving import archive_runs
from extractor.cli.arguments import (
    AuditOptions,
    Bom,
    CatalogueFile,
    EngineOptions,
    Jobs,
    Paths,
    ReadingOptions,
    UnitsOf,
    with_options,
)
from extractor.cli.exit import (
    BELOW_FLOOR,
    DONE,
    REFUTED,
    SOME_FAILED,
    exit_on_error,
    exit_with,
    message_console,
    result_console,
    stop_as_ctrl_c,
)
from extractor.cli.explaining import explain_numbers
from extractor.cli.searching import search_archive
from extractor.cli.serving import serve_archive

OBJECTS = 150_000  # new ones before cycles are looked for: tables and patterns are many objects, and no garbage
HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, context_settings=HELP)


def _print_version(asked: bool) -> None:
    if asked:
        from extractor import __version__

        typer.echo(f"solieu {__version__}")
        raise typer.Exit


@app.callback()
def solieu(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Turn Vietnamese local news into typed figures, each with the words that it came from.

    Results go to standard output or to files, messages to standard error. Exit status: 0 done; 1 done, but some
    inputs failed; 2 wrong usage; 3 (evaluate) below a floor, (audit and run with --fail-on) a figure is refuted;
    130 interrupted.

    Example: solieu run corpus/articles --out out
    """


@app.command("extract")
@with_options
def extract_figures(
    paths: Paths,
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", help="Write articles, figures, passed and errors.jsonl here."),
    ] = None,
    jobs: Jobs = 1,
    reading: ReadingOptions,
) -> None:
    """Extract the figures of articles.

    They go to standard output as JSON Lines; with --out, to files of a folder, with the articles and the numbers that
    are no figures.

    Reads HTML pages, plain text, JSON Lines and arrays, CSV, Parquet and WARC, and .gz, .zip and folders of these, in
    UTF-8, UTF-16, windows-1258, TCVN3 or VNI. The form is found from the content.

    A run with --out that was stopped, even killed, goes on where it stopped when the same command is given again.

    Examples:

    solieu extract corpus/articles --out out

    solieu extract scraped/ --out out --jobs 4

    echo "Toàn xã có 421 hộ nghèo." | solieu extract -

    solieu extract corpus/articles/rows.csv --text-field content --date-field date

    solieu extract corpus/articles --catalogue corpus/catalogue.toml --out out
    """
    console = message_console()
    with exit_on_error(console):
        from extractor.cli.commands import extract_to, merged_from, own_catalogue, tell_of_former_facts

        options = reading.with_catalogue(own_catalogue(reading.catalogue))
        former = merged_from(out) if out else None
        tally = extract_to(console, paths, out, options, jobs)
        if out:
            tell_of_former_facts(console, out, former)
    exit_with(DONE if tally.complete else SOME_FAILED)


@app.command("merge")
def merge_figures(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `solieu extract --out` wrote to.")],
    *,
    units: UnitsOf = "then",
    bom: Bom = False,
) -> None:
    """Merge the figures of a run into facts.

    What is said many times is one fact, with everyone who says it.

    Reads articles.jsonl and figures.jsonl of the folder and writes facts.jsonl beside them, which says of every fact
    why its figures were joined. Values that cannot all be true stay together, none is dropped. For others it writes
    facts.csv, facts.parquet, a wide table by places and years (wide.csv), and a Frictionless data package
    (datapackage.json) with tables of articles, sources, figures, facts, mentions and places.

    Examples:

    solieu merge out

    solieu merge out --units today --bom
    """
    console = message_console()
    with exit_on_error(console):
        from extractor.cli.commands import merge_in, tell_of_former_findings

        merge_in(console, folder, units, bom=bom)
        tell_of_former_findings(console, folder)


@app.command("audit")
@with_options
def audit_figures(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `solieu run` or `merge` wrote to.")],
    *,
    auditing: AuditOptions,
    bom: Bom = False,
) -> None:
    """Check whether the figures of a run hold.

    Against their parts, shares and changes within an article, against each other across articles and, with --records,
    against official figures.

    Writes findings.jsonl, findings.csv, which joins the data package, and report.html, one file to hand on, which also
    lists what was not read. What cannot be decided is not guessed: it is told as not enough info.

    Examples:

    solieu audit out

    solieu audit out --records corpus/records.csv
    """
    console = message_console()
    with exit_on_error(console):
        from extractor.cli.commands import audit_in, tell_of_former_archive

        audit = audit_in(console, folder, auditing, bom=bom)
        tell_of_former_archive(console, folder)
    exit_with(REFUTED if auditing.fail_on and audit.verdicts[auditing.fail_on] else DONE)


@app.command()
@with_options
def run(
    paths: Paths,
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Write all results here.")],
    working: EngineOptions,
    units: UnitsOf = "then",
    bom: Bom = False,
    auditing: AuditOptions,
    reading: ReadingOptions,
) -> None:
    """Extract, merge, audit and archive in one go, with a summary.

    Takes the options of the first three, and writes to the folder of --out what they write, and archive.db, which is
    searched with `solieu search` and opened with `solieu serve`.

    With --engine spark the files are read by a cluster, whose machines must all see them and the folder of --out. It
    extracts and merges; the results are folders of Parquet, which `solieu audit`, `archive`, `merge` and `explain` take
    as they take those of one machine.

    Examples:

    solieu run corpus/articles --out out

    solieu run corpus/articles --out out --records corpus/records.csv

    solieu run scraped/ --out out --jobs 4 --units today

    solieu run corpus/articles --catalogue corpus/catalogue.toml --out out

    solieu run scraped/ --engine spark --master spark://head:7077 --out out
    """
    console = message_console()
    if working.engine == "spark":
        from extractor.cli.distributing import run_on_spark

        later = {"--units": units != "then", "--bom": bom, "--records": auditing.records, "--fail-on": auditing.fail_on}
        exit_with(run_on_spark(console, paths, out, reading, working.master, later))
        return
    with exit_on_error(console):
        from extractor.archive.built import check_archive
        from extractor.audit.folder import check_files, check_records
        from extractor.cli.commands import archive_in, audit_in, extract_to, merge_in, own_catalogue
        from extractor.dataset.export.tables import check_place

        options = reading.with_catalogue(own_catalogue(reading.catalogue))
        check_place(out)
        check_files(out)
        check_archive(out)
        check_records(auditing.records, auditing.columns)
        tally = extract_to(console, paths, out, options, working.jobs)
        merge_in(console, out, units, bom=bom)
        audit = audit_in(console, out, auditing, bom=bom)
        archive_in(console, out)
    if auditing.fail_on and audit.verdicts[auditing.fail_on]:
        exit_with(REFUTED)
    exit_with(DONE if tally.complete else SOME_FAILED)


app.command("archive")(archive_runs)


app.command("explain")(explain_numbers)
app.command("search")(with_options(search_archive))
app.command("serve")(serve_archive)


@app.command("catalogue")
def list_catalogue(
    *,
    catalogue: CatalogueFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the indicators as JSON Lines.")] = False,
) -> None:
    """List the indicators that figures are told by.

    Of each its id, unit, Vietnamese and English label.

    Example: solieu catalogue --catalogue corpus/catalogue.toml
    """
    from extractor.cli.showing import print_catalogue
    from extractor.extraction.pipeline import load_catalogue
    from extractor.model.writing import dumps

    with exit_on_error(message_console()):
        loaded = load_catalogue(catalogue)
    if as_json:
        for one in loaded.indicators:
            row = {"id": one.id, "group": one.group, "vi": one.vi, "en": one.en, "kind": one.kind, "unit": one.unit}
            typer.echo(dumps(row))
    else:
        print_catalogue(result_console(), loaded)


@app.command()
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="article, figure, passed, fact, place, finding or failure.")
    ] = None,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="DIR", help="Write the schema of every record here.")
    ] = None,
) -> None:
    """Print the JSON Schema of a record, or write all.

    Example: solieu schema figure
    """
    from extractor.model.records import SCHEMAS
    from extractor.model.writing import schema_text, write_schemas

    messages = message_console()
    if out:
        with exit_on_error(messages):
            for path in write_schemas(out):
                messages.print(f"written: {path}", soft_wrap=True)
        return
    if name not in SCHEMAS:
        raise typer.BadParameter(f"name one of {', '.join(SCHEMAS)}, or write all with --out DIR", param_hint="NAME")
    typer.echo(schema_text(name), nl=False)


@app.command()
def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder with ID.json, and ID.txt beside it.")],
    *,
    articles: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Where the articles are, if not beside the gold.")
    ] = None,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Floors (TOML): end with 3 where a measure is below.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="RUN_DIR", help="A saved run: say what was gained and lost.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the score as JSON.")] = False,
) -> None:
    """Score the figures against gold.

    Tells precision, recall and F1 overall, by kind and by field.

    Example: solieu evaluate corpus/gold --articles corpus/articles --floors tests/floors.toml
    """
    from extractor.cli.printing import print_shortfalls
    from extractor.cli.showing import print_difference, print_score
    from extractor.evaluate.scores import below_floors, compare, score
    from extractor.evaluate.statements import load_cases, saved_run
    from extractor.model.writing import dumps

    console, messages = result_console(), message_console()
    with exit_on_error(messages):
        cases = load_cases(gold_dir, articles, stdin=sys.stdin.buffer)
        reached = score(cases)
        difference = compare(cases, saved_run(against)) if against else None
        short = below_floors(cases, floors) if floors else ()
    if as_json:
        typer.echo(dumps(to_builtins(reached) | ({"against": to_builtins(difference)} if difference else {})))
    else:
        print_score(console, reached)
        if difference:
            print_difference(console, difference)
    print_shortfalls(messages, short)
    exit_with(BELOW_FLOOR if short else DONE)


def main() -> None:
    """The console script `solieu`."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # or every installed package is asked for some
    gc.set_threshold(OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the terminal's language is
    stop_as_ctrl_c()
    _with_called(sys.argv[1:2])(prog_name="solieu")


def _with_called(name: list[str]) -> typer.Typer:
    """The program with the one command that is called, if it is one: the others need not be made to know that."""
    called = [one for one in app.registered_commands if [one.name] == name]
    if not called:
        return app
    only = copy(app)
    only.registered_commands = called
    return only
