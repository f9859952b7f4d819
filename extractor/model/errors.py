"""Every error that solieu raises on purpose hangs in this tree: it says what, where, and what to do next."""

from __future__ import annotations

from collections.abc import Callable

REPORT_IT = "Report it with the input: the fault is in solieu, not in the text."
MOST_SAID = 300  # characters of an error of another library


class SolieuError(Exception):
    """The base of every error of this package: what happened, where, and what to do next."""

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__(what, where, todo)
        self.what, self.where, self.todo = what, where, todo

    def __reduce__(self) -> tuple[Callable[..., SolieuError], tuple[type[SolieuError], str, str, str]]:
        return _again, (type(self), self.what, self.where, self.todo)  # a worker process hands it over

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f" {self.todo}" if self.todo else ""
        return f"{place}{self.what}.{hint}"


class InputError(SolieuError):
    """A source that cannot be read as an article."""


class GoldError(SolieuError):
    """A gold file that cannot be scored against."""


class DatasetError(SolieuError):
    """A folder of results that cannot be read again."""


class CatalogueError(SolieuError):
    """A file of indicators that is not as it should be."""


class RecordsError(SolieuError):
    """A file of official figures, or its mapping, that cannot be read."""


class ArchiveError(SolieuError):
    """An archive that cannot be read, or something that is asked of it and cannot be answered."""


class TimeLimitError(ArchiveError):
    """A search that took longer than it may."""


class EngineError(SolieuError):
    """An engine that is not installed, cannot be reached, or gives a run up."""


class OutputError(SolieuError):
    """A result that cannot be written."""


def unexpected(error: Exception, where: str) -> InputError:
    """The error that tells a fault of the program."""
    said = " ".join(str(error).split())
    short = said if len(said) <= MOST_SAID else f"{said[:MOST_SAID]}…"
    return InputError(f"unexpected {type(error).__name__}: {short}", where=where, todo=REPORT_IT)


def _again(kind: type[SolieuError], what: str, where: str, todo: str) -> SolieuError:
    """The same error in another process."""
    return kind(what, where=where, todo=todo)
