"""`solieu run --engine spark`: hands the work to Spark and tells what came of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console

from extractor.cli.arguments import ReadingOptions
from extractor.cli.commands import own_catalogue
from extractor.cli.exit import DONE, SOME_FAILED, exit_on_error, exit_on_interrupt
from extractor.cli.printing import print_distributed


def run_on_spark(
    console: Console,
    paths: list[str],
    out: Path,
    reading: ReadingOptions,
    master: str | None,
    later: Mapping[str, object],
) -> int:
    """The exit status of a run on Spark; `later` are the options of what follows on one machine, none of them given."""
    from extractor.engines.spark.running import check_out, run

    for option, given in later.items():
        if given:
            what = "Spark extracts and merges only: give it to solieu audit, or solieu merge"
            raise typer.BadParameter(what, param_hint=option)
    with exit_on_error(console), exit_on_interrupt(console, f": nothing of it is kept in {out}"), _without_traces():
        check_out(out)
        options = reading.with_catalogue(own_catalogue(reading.catalogue))
        done = run(paths, out, options=options, master=master)
        print_distributed(console, done, out)
    return DONE if done.tally.complete else SOME_FAILED


@contextmanager
def _without_traces() -> Iterator[None]:
    """Logs nothing: Spark's Python side logs the whole trace of each error and of Ctrl-C, which are told in words."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
