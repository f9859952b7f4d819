"""Every error that solieu raises on purpose hangs in this tree: it says what, where, and what to do next."""

from __future__ import annotations


class SolieuError(Exception):
    """The base of every error of this package: what happened, where, and what to do next."""

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__(what, where, todo)
        self.what, self.where, self.todo = what, where, todo

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f" {self.todo}" if self.todo else ""
        return f"{place}{self.what}.{hint}"


class InputError(SolieuError):
    """A source that cannot be read as an article."""


class GoldError(SolieuError):
    """A gold file that cannot be scored against."""


class OutputError(SolieuError):
    """A result that cannot be written."""
