"""The command line: takes arguments, calls, prints, ends with an exit status; what is heavy is imported on use."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.errors import SolieuError
from extractor.reading.document import MAX_BYTES, MAX_DEPTH, MAX_RATIO, Fields, Options

if TYPE_CHECKING:
    from rich.console import Console

DONE, SOME_FAILED, WRONG_USAGE, BELOW_FLOOR, INTERRUPTED = 0, 1, 2, 3, 130
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input."),
]
OnePath = Annotated[str, typer.Argument(metavar="PATH", help="A file, a folder, or - for standard input.")]
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

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)


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
    inputs failed; 2 wrong usage; 3 (evaluate) below a floor.

    Example: solieu extract corpus/articles --out out
    """


@app.command()
def extract(
    paths: Paths,
    *,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write articles, figures, passed and errors.jsonl here.")
    ] = None,
    jobs: Annotated[
        int, typer.Option(metavar="N", min=0, help="Work by N processes; 0: as many as there are processors.")
    ] = 1,
    text_field: TextField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    url_field: UrlField = None,
    id_field: IdField = None,
    max_bytes: MaxBytes = MAX_BYTES,
    max_depth: MaxDepth = MAX_DEPTH,
    max_ratio: MaxRatio = MAX_RATIO,
) -> None:
    """Extract the figures of articles; without --out as JSON Lines to standard output.

    Reads HTML pages, plain text, JSON Lines and arrays, CSV, Parquet and WARC, and .gz, .zip and folders of these, in
    UTF-8, UTF-16, windows-1258, TCVN3 or VNI. The form is found from the content.

    A run with --out that was stopped, even killed, goes on where it stopped when the same command is given again.

    Examples:

    solieu extract corpus/articles --out out

    solieu extract scraped/ --out out --jobs 4

    echo "Toàn xã có 421 hộ nghèo." | solieu extract -

    solieu extract corpus/articles/rows.csv --text-field content --date-field date
    """
    console = _messages()
    fields = Fields(text=text_field, title=title_field, date=date_field, url=url_field, id=id_field)
    options = Options(fields=fields, max_bytes=max_bytes, max_depth=max_depth, max_ratio=max_ratio)
    with _interrupt_ends(console, out), _errors_end(console):
        from extractor.printing import print_failure, print_summary, with_progress
        from extractor.reading.meter import size_of
        from extractor.runs import figures_to, results_in
        from extractor.workers import cores

        visible = console.is_terminal and (out is not None or not sys.stdout.isatty())
        to = partial(results_in, out) if out else partial(figures_to, sys.stdout)
        with to(paths, stdin=sys.stdin.buffer, options=options, jobs=jobs or cores()) as run:
            if run.note:
                console.print(run.note, soft_wrap=True)
            for failure in with_progress(console, run, size_of(paths)) if visible else run.steps:
                if failure:
                    print_failure(console, failure)
        print_summary(console, run.tally, str(out) if out else None)
    _end(SOME_FAILED if run.tally.failures else DONE)


@app.command()
def merge(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a run: solieu extract … --out DIR.")],
) -> None:
    """Merge the figures of a run into facts: what is said many times is one, with everyone who says it.

    Reads articles.jsonl and figures.jsonl of the folder and writes facts.jsonl beside them, which says of every fact
    why its figures were joined. Values that cannot all be true stay together, none is dropped.

    Example: solieu merge out
    """
    console = _messages()
    with _interrupt_ends(console, None), _errors_end(console):
        from extractor.dataset.folder import merge_folder
        from extractor.printing import print_merged

        print_merged(console, merge_folder(folder), str(folder))


@app.command()
def explain(
    path: OnePath,
) -> None:
    """Say of every number in an article which rules read it, or why it was passed over.

    Example: solieu explain corpus/articles/lak-giam-ngheo.txt
    """
    from extractor.batch import extract_each
    from extractor.explain import explain as explained
    from extractor.printing import print_explained, print_failure
    from extractor.records import Failure

    console, messages, failed = _results(), _messages(), False
    with _errors_end(messages):
        for at, outcome in enumerate(extract_each([path], stdin=sys.stdin.buffer)):
            if isinstance(outcome, Failure):
                print_failure(messages, outcome)
                failed = True
                continue
            if at:
                console.print()
            print_explained(console, outcome.article, explained(outcome))
    _end(SOME_FAILED if failed else DONE)


@app.command()
def schema(
    name: Annotated[str | None, typer.Argument(help="article, figure, passed, fact, place or failure.")] = None,
    *,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the schema of every record here.")] = None,
) -> None:
    """Print the JSON Schema of a record, or write all with --out.

    Example: solieu schema figure
    """
    from extractor.records import SCHEMAS
    from extractor.writing import schema_text, write_schemas

    messages = _messages()
    if out:
        with _errors_end(messages):
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
    """Score the figures against gold: precision, recall and F1 overall, by kind and by field.

    Example: solieu evaluate corpus/gold --articles corpus/articles --floors tests/floors.toml
    """
    from extractor.evaluate.scores import below_floors, compare, score
    from extractor.evaluate.statements import load_cases, saved_run
    from extractor.printing import print_difference, print_score, print_shortfalls
    from extractor.writing import dumps

    console, messages = _results(), _messages()
    with _errors_end(messages):
        cases = load_cases(gold_dir, articles, stdin=sys.stdin.buffer)
        reached = score(cases)
        difference = compare(cases, saved_run(against)) if against else None
        short = below_floors(cases, floors) if floors else ()
    if as_json:
        typer.echo(dumps(asdict(reached) | ({"against": asdict(difference)} if difference else {})))
    else:
        print_score(console, reached)
        if difference:
            print_difference(console, difference)
    print_shortfalls(messages, short)
    _end(BELOW_FLOOR if short else DONE)


def main() -> None:
    """The console script `solieu`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the terminal's language is
    app(prog_name="solieu")


def _end(status: int) -> None:
    if status:
        raise typer.Exit(status)


def _messages() -> Console:
    """Where messages go: standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False)


def _results() -> Console:
    """Where results go: standard output."""
    from rich.console import Console

    return Console(highlight=False, markup=False)


@contextmanager
def _errors_end(console: Console) -> Iterator[None]:
    """Ends the command where an argument cannot be used: with what happened, where, and what to do."""
    try:
        yield
    except SolieuError as error:
        console.print(str(error), soft_wrap=True)
        raise typer.Exit(WRONG_USAGE) from error


@contextmanager
def _interrupt_ends(console: Console, out: Path | None) -> Iterator[None]:
    """Ends the command on Ctrl-C as shells expect it, and says what is left."""
    try:
        yield
    except KeyboardInterrupt as error:
        kept = f": the same command goes on with what is in {out}" if out else ""
        console.print(f"interrupted{kept}", soft_wrap=True)
        raise typer.Exit(INTERRUPTED) from error
