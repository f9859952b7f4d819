"""The archive: articles, figures, facts and findings of any number of runs in one SQLite file, and search over it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.archive.adding import Added as Added
    from extractor.archive.adding import add_run as add_run
    from extractor.archive.adding import remove_source as remove_source
    from extractor.archive.database import open_archive as open_archive
    from extractor.archive.reading import Records as Records

# Where each public name lives: imported on first use, so that `solieu --help` stays quick.
_HOMES = {
    "Added": "adding",
    "Records": "reading",
    "add_run": "adding",
    "open_archive": "database",
    "remove_source": "adding",
}
__all__ = ["Added", "Records", "add_run", "open_archive", "remove_source"]


def __getattr__(name: str) -> object:
    """The public object of that name."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
