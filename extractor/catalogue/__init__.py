"""Indicators of local news as TOML files, a group each, that users extend: which one is a figure of?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from extractor.catalogue import built
from extractor.catalogue.entries import SEE, Indicator, IndicatorGroup, parse_catalogue
from extractor.catalogue.index import Catalogue
from extractor.model.errors import CatalogueError
from extractor.model.records import FigureBase

__all__ = ["Catalogue", "Indicator", "IndicatorGroup", "default", "load", "prove"]


@cache
def default() -> Catalogue:
    """The catalogue that comes with the program, read once."""
    return built.read()


def load(extra: Path | None = None) -> Catalogue:
    """The catalogue with the entries of a user's file, which replace those of the same id."""
    if extra is None:
        return default()
    group, added = parse_catalogue(_text(extra), str(extra), own=True)
    ours = default()
    replaced = {entry.id for entry in added}
    kept = [entry for entry in ours.indicators if entry.id not in replaced]
    groups = [*ours.groups, *([] if group.id in {one.id for one in ours.groups} else [group])]
    return built.made_of(groups, [*kept, *added])


def prove(catalogue: Catalogue, figures_of: Callable[[str], Iterable[FigureBase]]) -> None:
    """Refuses a user's entry whose examples are not taken or not left; `figures_of` extracts the figures of a text."""
    for entry in catalogue.indicators:
        if entry.own:
            for example in (*entry.take, *entry.leave):
                _prove(entry, example, catalogue, figures_of)


def marked(example: str) -> tuple[str, int, int]:
    """The sentence of an example, and the span of the words in brackets."""
    before, _, rest = example.partition("[")
    words, _, after = rest.partition("]")
    return before + words + after, len(before), len(before) + len(words)


def _prove(
    entry: Indicator, example: str, catalogue: Catalogue, figures_of: Callable[[str], Iterable[FigureBase]]
) -> None:
    sentence, start, end = marked(example)
    figures = [one for one in figures_of(sentence) if one.start < end and start < one.end]
    if len(figures) != 1:
        many = "more than one figure" if figures else "no figure"
        raise CatalogueError(f"{many} stands in the brackets of {example!r}", where=entry.where, todo=SEE)
    (figure,) = figures
    got = catalogue.indicator_of(figure)
    if example in entry.leave and got == entry.id:
        raise CatalogueError(f"{entry.id} takes {example!r}, which it should leave", where=entry.where, todo=SEE)
    if example in entry.take and got != entry.id:
        names = ("kind", "unit", "item", "action", "category", "per")
        said = ", ".join(f"{name} {value!r}" for name in names if (value := getattr(figure, name)))
        what = f"{entry.id} does not take {example!r}: it reads as {said}, which is {got or 'no indicator'}"
        raise CatalogueError(what, where=entry.where, todo=SEE)


def _text(path: Path) -> str:
    """What a user's file says."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise CatalogueError("not UTF-8", where=f"{path}:{line}", todo="Convert the file to UTF-8.") from error
    except OSError as error:
        raise CatalogueError(error.strerror or str(error), where=str(path), todo="Check the path.") from error
