"""The command that says why numbers were read so, and why figures are one fact."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.arguments import CatalogueFile
from extractor.cli.exit import DONE, SOME_FAILED, exit_on_error, exit_with, message_console, result_console
from extractor.reading.document import Options


def explain_numbers(
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="An article, a folder, -, or the folder of a run that was merged.")
    ],
    *,
    fact: Annotated[
        str | None, typer.Option(metavar="ID", help="Of a merged run: this fact in full; its id may be cut short.")
    ] = None,
    finding: Annotated[
        str | None, typer.Option(metavar="ID", help="Of an audited run: this finding in full; the same holds.")
    ] = None,
    catalogue: CatalogueFile = None,
) -> None:
    """Say why numbers were read so, and figures are one fact.

    Of an article: which rules read each number, or why it was passed over, and the facts that it states more than once.
    Of a folder that `solieu run` or `merge` wrote to: each fact that has more than one figure; with --fact one fact,
    with its values and the sentences that state them; with --finding one finding of `solieu audit`, with its sum, the
    figures that it compares and the official row.

    Examples:

    solieu explain corpus/articles/ly-son-toi-du-lich.txt

    solieu explain out

    solieu explain out --fact t1d5f2ea7

    solieu explain out --finding d357903e3
    """
    from extractor.cli.commands import explain_articles, explain_facts, explain_finding, own_catalogue
    from extractor.dataset.explained import is_dataset

    dataset, failed, messages = is_dataset(path), False, message_console()
    for option, given in (("--fact", fact), ("--finding", finding)):
        if given is not None and not dataset:
            raise typer.BadParameter("PATH must be the folder of a run that was merged", param_hint=option)
    if fact is not None and finding is not None:
        raise typer.BadParameter("give --fact or --finding, not both", param_hint="--finding")
    if catalogue and dataset:
        raise typer.BadParameter("the figures of a run have their indicators: extract again", param_hint="--catalogue")
    with exit_on_error(messages):
        if finding is not None:
            explain_finding(result_console(), Path(path), finding)
        elif dataset:
            explain_facts(result_console(), messages, Path(path), fact)
        else:
            options = Options(catalogue=own_catalogue(catalogue))
            failed = explain_articles(result_console(), messages, path, options)
    exit_with(SOME_FAILED if failed else DONE)
