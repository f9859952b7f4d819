"""Typed figures from Vietnamese local news: `read` sources, `extract` their figures, `merge` them, `audit` them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor import audit as audit
    from extractor.dataset.export.frames import articles_frame as articles_frame
    from extractor.dataset.export.frames import facts_frame as facts_frame
    from extractor.dataset.export.frames import figures_frame as figures_frame
    from extractor.dataset.export.frames import findings_frame as findings_frame
    from extractor.dataset.merge.merging import merge as merge
    from extractor.extraction.pipeline import extract as extract
    from extractor.language.numbers import read_number as read_number
    from extractor.model.records import Article as Article
    from extractor.reading.sources import read as read

    __version__: str

__all__ = [
    "Article",
    "__version__",
    "articles_frame",
    "audit",
    "extract",
    "facts_frame",
    "figures_frame",
    "findings_frame",
    "merge",
    "read",
    "read_number",
]

# Where each public name lives: imported on first use, so that `import extractor` and `solieu --help` stay quick.
_HOMES = {
    "Article": "extractor.model.records",
    "articles_frame": "extractor.dataset.export.frames",
    "extract": "extractor.extraction.pipeline",
    "facts_frame": "extractor.dataset.export.frames",
    "figures_frame": "extractor.dataset.export.frames",
    "findings_frame": "extractor.dataset.export.frames",
    "merge": "extractor.dataset.merge.merging",
    "read": "extractor.reading.sources",
    "read_number": "extractor.language.numbers",
}


def __dir__() -> list[str]:
    """The public names, those too that are not imported yet."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """The public object of that name."""
    if name == "__version__":
        from importlib.metadata import version

        return version("solieu")
    if name == "audit":
        return import_module("extractor.audit")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
