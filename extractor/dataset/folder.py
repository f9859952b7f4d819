"""The folder of a run: its articles and figures read again, the facts that they give written beside them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from msgspec import Struct, field

from extractor.dataset.merge.merging import fact_rows
from extractor.dataset.parts import Line, has_results, read_lines, results_of
from extractor.model.errors import DatasetError
from extractor.model.reading import RecordReader, loads
from extractor.model.writing import output_errors

if TYPE_CHECKING:
    from extractor.dataset.merge.facts import FactRow
    from extractor.model.records import Article, Fact, Failure, FigureBase, Finding, Passed

MOST_NAMED = 5  # ids that an error lists
MAKERS = {"fact": "merge", "finding": "audit"}
Only = Callable[[str], bool] | None  # which ids are taken; None: all


R = TypeVar("R", "Fact", "Finding")


class Merged(Struct):
    """What a merge took in and gave out: articles, figures, facts by how their figures agree."""

    articles: int = 0
    figures: int = 0
    facts: Counter[str] = field(default_factory=Counter)


class Taker(Protocol):
    """What takes the articles, figures and facts of a run as a merge comes by them."""

    def add_article(self, article: Article) -> None:
        """Takes an article."""

    def add_figure(self, figure: FigureBase) -> None:
        """Takes a figure."""

    def add_fact(self, fact: FactRow) -> None:
        """Takes a fact."""


def merge_folder(folder: Path, taker: Taker | None = None) -> Merged:
    """What was merged of the articles and figures of a run's folder into its facts.jsonl.

    DatasetError where they are missing or damaged, OutputError where facts.jsonl cannot be written: former facts stay.
    """
    merged = Merged()
    check_run(folder)

    def articles() -> Iterator[Article]:
        for merged.articles, article in enumerate(read_articles(folder), 1):
            if taker:
                taker.add_article(article)
            yield article

    def figures() -> Iterator[FigureBase]:
        for merged.figures, figure in enumerate(read_figures(folder), 1):
            if taker:
                taker.add_figure(figure)
            yield figure

    def lines() -> Iterator[str]:
        for fact in fact_rows(figures(), articles()):
            merged.facts[fact.agreement] += 1
            if taker:
                taker.add_fact(fact)
            yield fact.line()

    write_facts(folder, lines())
    return merged


def check_run(folder: Path) -> None:
    """Raises a DatasetError where a folder does not hold the results of a run."""
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "no such folder"
        raise DatasetError(what, where=str(folder), todo="Name the folder of a run: solieu extract PATH... --out DIR.")
    missing = [name for name in ("articles", "figures") if not has_results(folder, name)]
    if missing:
        todo = f"Name the folder of a run, or make it one: solieu extract PATH... --out {folder}."
        raise DatasetError(f"there is no {missing[0]}.jsonl in it", where=str(folder), todo=todo)


def read_articles(folder: Path, *, only: Only = None) -> Iterator[Article]:
    """The articles of a run; `only` takes those with certain ids."""
    return _records(results_of(folder, "articles"), "article", only)


def read_figures(folder: Path, *, only: Only = None) -> Iterator[FigureBase]:
    """The figures of a run; `only` takes those with certain ids."""
    return _records(results_of(folder, "figures"), "figure", only)


def read_facts(folder: Path, *, only: Only = None) -> Iterator[Fact]:
    """The facts that were merged; `only` takes those with certain ids."""
    return _records(results_of(folder, "facts"), "fact", only)


def read_passed(folder: Path) -> Iterator[Passed]:
    """The numbers of a run that are no figures."""
    return _records(results_of(folder, "passed"), "passed", None)


def read_failures(folder: Path) -> Iterator[Failure]:
    """What a run could not take."""
    return _records(results_of(folder, "errors"), "failure", None)


def read_findings(folder: Path, *, only: Only = None) -> Iterator[Finding]:
    """The findings of an audit; `only` takes those with certain ids."""
    return _records(folder / "findings.jsonl", "finding", only)


def write_facts(folder: Path, lines: Iterable[str]) -> None:
    """Writes facts.jsonl, which takes the place of a former one when it is complete."""
    part, path = folder / ".facts.jsonl.part", folder / "facts.jsonl"
    with output_errors(str(path)):
        try:
            with part.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.writelines(f"{line}\n" for line in lines)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def found(read: Callable[..., Iterator[R]], beginning: str, *, where: Path, todo: str) -> R:
    """The record whose id is given, or an unambiguous beginning of it; DatasetError where there is none, or several."""
    named = where.stem.removesuffix("s")
    several: list[R] = []
    for one in read(only=lambda name: name.startswith(beginning)):
        if one.id == beginning:
            return one
        if len(several) <= MOST_NAMED:
            several.append(one)
    if not several:
        raise DatasetError(f"no {named} has an id that begins with {beginning!r}", where=str(where), todo=todo)
    if len(several) > 1:
        ids = ", ".join(one.id for one in several[:MOST_NAMED]) + (" …" if len(several) > MOST_NAMED else "")
        what = f"several {where.stem} have an id that begins with {beginning!r}: {ids}"
        raise DatasetError(what, where=str(where), todo="Give more of the id.")
    return several[0]


def _records(path: Path, name: str, only: Only) -> Iterator[Any]:
    """The records of results, as the model of that name."""
    reader, where = RecordReader(name), str(path)
    todo = f"Write it anew: solieu {MAKERS.get(name, 'extract PATH... --out')} {path.parent}."
    try:
        for line in read_lines(path, todo=todo):
            where, fields = line.where, _fields(line, todo)
            if only is None or only(str(fields.get("id"))):
                yield reader.record(fields)
    except UnicodeDecodeError as error:
        raise DatasetError("is not in UTF-8", where=str(path), todo=todo) from error
    except ValueError as error:  # pydantic's
        what = f"is no {name} as this version of solieu writes it"
        raise DatasetError(what, where=where, todo=todo) from error


def _fields(line: Line, todo: str) -> dict[str, Any]:
    """The fields of a line; decimals keep their digits."""
    text = line.text.decode()
    try:
        fields = loads(text)
    except ValueError as error:
        raise DatasetError("is no whole JSON object", where=line.where, todo=todo) from error
    if not isinstance(fields, dict):
        raise DatasetError("is no whole JSON object", where=line.where, todo=todo)
    return fields
