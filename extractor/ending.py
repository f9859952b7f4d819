"""How a command speaks and ends: its two consoles, its exit statuses, and what errors and Ctrl-C come to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from extractor.errors import SolieuError

if TYPE_CHECKING:
    from rich.console import Console

DONE, SOME_FAILED, WRONG_USAGE, BELOW_FLOOR, INTERRUPTED = 0, 1, 2, 3, 130


def end(status: int) -> None:
    """Ends the command with an exit status."""
    if status:
        raise typer.Exit(status)


def message_console() -> Console:
    """Where messages go: standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False)


def result_console() -> Console:
    """Where results go: standard output."""
    from rich.console import Console

    return Console(highlight=False, markup=False)


@contextmanager
def errors_end(console: Console) -> Iterator[None]:
    """Ends the command where an argument cannot be used: with what happened, where, and what to do."""
    try:
        yield
    except SolieuError as error:
        console.print(str(error), soft_wrap=True)
        raise typer.Exit(WRONG_USAGE) from error


@contextmanager
def interrupt_ends(console: Console, kept: str) -> Iterator[None]:
    """Ends the command on Ctrl-C as shells expect it, and says what is kept."""
    try:
        yield
    except KeyboardInterrupt as error:
        console.print(f"interrupted{kept}", soft_wrap=True)
        raise typer.Exit(INTERRUPTED) from error
