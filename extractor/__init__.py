"""Typed figures from Vietnamese local news: `read` sources, `extract` their figures, `merge` them, `read_number`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.dataset import merge as merge
    from extractor.numbers import read_number as read_number
    from extractor.pipeline import extract as extract
    from extractor.reading.sources import read as read
    from extractor.records import Article as Article

    __version__: str

__all__ = ["Article", "__version__", "extract", "merge", "read", "read_number"]

# Where each public name lives: imported on first use, so that `import extractor` and `solieu --help` stay quick.
_HOMES = {
    "read": "extractor.reading.sources", "extract": "extractor.pipeline", "merge": "extractor.dataset",
    "read_number": "extractor.numbers", "Article": "extractor.records",
}  # fmt: skip


def __dir__() -> list[str]:
    """The public names, those too that are not imported yet."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """The public object of that name."""
    if name == "__version__":
        from importlib.metadata import version

        return version("solieu")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
