"""How a command speaks and ends: its two consoles, its exit statuses, and what errors and Ctrl-C come to."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, cast

import typer

from extractor.model.errors import SolieuError

if TYPE_CHECKING:
    from rich.console import Console

DONE, SOME_FAILED, WRONG_USAGE, BELOW_FLOOR, INTERRUPTED = 0, 1, 2, 3, 130
REFUTED = 3  # of audit, as below a floor of evaluate: what was asked for is done, and its answer is no
COLOURS = frozenset(("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"))  # ask rich for what a terminal gets
BY_SIGNAL = 128  # and the signal's number is the status of what it ended, in every shell


class Stopped(KeyboardInterrupt):
    """A signal that asks the program to end, as Ctrl-C does."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def stop_as_ctrl_c() -> None:
    """Lets `kill` and the end of a terminal end a command as cleanly as Ctrl-C; nohup stays nohup."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _: FrameType | None) -> None:
    raise Stopped(number)


def exit_with(status: int) -> None:
    """Ends the command with an exit status."""
    if status:
        raise typer.Exit(status)


class Plain:
    """A console that is no terminal: lines as they are, without rich, which takes long to import."""

    is_terminal = False

    def print(self, said: object = "", *, soft_wrap: bool = True) -> None:
        """Writes a line."""
        sys.stderr.write(f"{said}\n")


def message_console() -> Console:
    """Where messages go: standard error."""
    if not sys.stderr.isatty() and COLOURS.isdisjoint(os.environ):
        return cast("Console", Plain())  # of whose methods messages use no others
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def result_console() -> Console:
    """Where results go: standard output."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


@contextmanager
def exit_on_error(console: Console) -> Iterator[None]:
    """Ends the command where an argument cannot be used: with what happened, where, and what to do."""
    try:
        yield
    except SolieuError as error:
        console.print(str(error), soft_wrap=True)
        raise typer.Exit(WRONG_USAGE) from error


@contextmanager
def exit_on_interrupt(console: Console, kept: str) -> Iterator[None]:
    """Ends the command on Ctrl-C and `kill` as shells expect it, and says what is kept."""
    try:
        yield
    except Stopped as error:
        console.print(f"stopped by {signal.Signals(error.number).name}{kept}", soft_wrap=True)
        raise typer.Exit(BY_SIGNAL + error.number) from error
    except KeyboardInterrupt as error:
        console.print(f"interrupted{kept}", soft_wrap=True)
        raise typer.Exit(INTERRUPTED) from error
