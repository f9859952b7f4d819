"""A merged folder for others: CSV, Parquet, a wide table, and a data package that describes them.

The records are read one at a time. What grows with the dataset lies on the disk: memory holds some thousand rows and
the distinct places.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import simplejson

from extractor.dataset.export.columns import ARTICLES, FACTS, FIGURES, MENTIONS, PLACES, SOURCES, FigureOfFact, Table
from extractor.dataset.export.crosswalk import crosswalk
from extractor.dataset.export.frames import CsvFile, ParquetFile
from extractor.dataset.export.package import NAME, package
from extractor.dataset.export.wide import Wide
from extractor.dataset.folder import Merged, check_run, merge_folder, read_articles, read_facts, read_figures
from extractor.dataset.merge.facts import FactRow
from extractor.model.errors import DatasetError, OutputError
from extractor.model.records import Article, Fact, FigureBase, Place
from extractor.model.shapes import Units
from extractor.model.writing import output_errors

R = TypeVar("R")
EXTRACT_FIRST = "Extract articles into it: solieu extract PATH... --out DIR."
FOLDER = ".export"  # hidden: holds the files until all are complete
LOCK = "lock.sqlite"  # in it: who holds it writes
PATIENCE = 1.0  # seconds that another command is waited for: one that was just killed is still ending
TABLES = (ARTICLES, SOURCES, FIGURES, FACTS, MENTIONS, PLACES)
WIDE, PACKAGE = "wide", "datapackage.json"
# The descriptor is put in place first: it says whose the others are.
FILES = (PACKAGE, *(f"{table.name}.csv" for table in TABLES), f"{WIDE}.csv", "facts.parquet")


def merge_and_export(folder: Path, *, units: Units = "then", bom: bool = False) -> tuple[Merged, tuple[str, ...]]:
    """What was merged of a folder, as `merge_folder` has it, and the tables, as `export` has them; all is read once."""
    check_place(folder)
    check_run(folder)
    with _new_tables(folder, units=units, bom=bom) as tables:
        merged = merge_folder(folder, tables)
    return merged, FILES


def export(folder: Path, *, units: Units = "then", bom: bool = False) -> tuple[str, ...]:
    """The names of the tables of a merged folder, which are written into it, over former ones, when all are complete.

    The wide table groups by the units of the time or of today; a BOM tells some spreadsheets that CSV is UTF-8.
    """
    check_place(folder)
    with _new_tables(folder, units=units, bom=bom) as tables:
        for article in read_articles(folder):
            tables.add_article(article)
        for figure in read_figures(folder):
            tables.add_figure(figure)
        for fact in read_facts(folder):
            tables.add_fact(fact)
    return FILES


@contextmanager
def _new_tables(folder: Path, *, units: Units, bom: bool) -> Iterator[Tables]:
    """Tables to add to, which take the place of former ones when all was added."""
    with output_errors(str(folder)), new_files(folder, FOLDER) as new:
        with Tables(new, units=units, bom=bom) as tables:
            yield tables
        for name in FILES:
            (new / name).replace(folder / name)


def check_place(folder: Path) -> None:
    """Raises an error where a file lies in the way of those to be written and no former export has written it."""
    ours = _is_ours(folder / PACKAGE)
    for path in (folder / name for name in FILES):
        if path.is_dir() or (path.exists() and not ours):
            what = "is in the way: no export of solieu wrote it"
            raise OutputError(what, where=str(path), todo="Move it, or give another folder.")


def package_of(folder: Path) -> dict[str, Any] | None:
    """The descriptor of the export that lies in a folder; None where there is none of solieu."""
    path = folder / PACKAGE
    return simplejson.loads(path.read_bytes()) if _is_ours(path) else None


def write_package(path: Path, descriptor: Mapping[str, Any]) -> None:
    """Writes the descriptor of a package."""
    path.write_text(f"{simplejson.dumps(descriptor, ensure_ascii=False, indent=2)}\n", encoding="utf-8")


def _is_ours(path: Path) -> bool:
    """Whether a file is the descriptor of a former export."""
    try:
        return bool(simplejson.loads(path.read_bytes())["name"] == NAME)
    except (OSError, ValueError, KeyError, TypeError):
        return False


@contextmanager
def new_files(folder: Path, name: str) -> Iterator[Path]:
    """A hidden folder of that name for files that are not complete; nothing of it stays.

    OutputError where another command has it: the files of the two would be mixed.
    """
    if not folder.is_dir():
        raise DatasetError("no such folder", where=str(folder), todo=EXTRACT_FIRST)
    new = folder / name
    new.mkdir(exist_ok=True)
    with _taken(new):
        for left in new.iterdir():  # by a command that was killed
            if left.is_dir():
                shutil.rmtree(left)
            elif left.name != LOCK:
                left.unlink()
        try:
            yield new
        finally:
            shutil.rmtree(new, ignore_errors=True)


@contextmanager
def _taken(new: Path) -> Iterator[None]:
    """Holds a folder for this process alone; the system lets go of it where the process is killed."""
    with closing(sqlite3.connect(new / LOCK, timeout=PATIENCE, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            what, todo = "another command of solieu is writing there", "Give the command again when that has ended."
            raise OutputError(what, where=str(new.parent), todo=todo) from error
        yield


class Tables:
    """The tables of a run, written into a folder while its articles, figures and facts go by."""

    def __init__(self, new: Path, *, units: Units, bom: bool) -> None:
        self._new, self._units, self._bom = new, units, bom
        self._places: Counter[Place] = Counter()
        self._wide = Wide(units)

    def __enter__(self) -> Tables:
        with ExitStack() as files:
            self._articles = files.enter_context(self._csv(ARTICLES))
            self._sources = files.enter_context(self._csv(SOURCES))
            self._figures = files.enter_context(self._csv(FIGURES))
            self._facts = files.enter_context(self._csv(FACTS))
            self._mentions = files.enter_context(self._csv(MENTIONS))
            self._frame = files.enter_context(ParquetFile(self._new / "facts.parquet", FACTS.columns))
            self._files = files.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._files.__exit__(kind, error, at)
        if kind is None:
            self._finish()

    def add_article(self, article: Article) -> None:
        """Takes an article."""
        self._articles.add(article)
        if article.same_as is None:
            self._sources.add(article)

    def add_figure(self, figure: FigureBase) -> None:
        """Takes a figure."""
        self._figures.add(figure)

    def add_fact(self, fact: Fact | FactRow) -> None:
        """Takes a fact, as record or as row."""
        self._facts.add(fact)
        self._frame.add(fact)
        for figure in fact.figures:
            self._mentions.add(FigureOfFact(fact.id, figure))
        self._wide.add(fact)
        if fact.place:
            self._places[fact.place] += 1

    def _csv(self, table: Table[R]) -> CsvFile[R]:
        return CsvFile(self._new / f"{table.name}.csv", table.columns, bom=self._bom)

    def _finish(self) -> None:
        with self._csv(PLACES) as places:
            for row in crosswalk(self._places):
                places.add(row)
        columns = self._wide.write(self._new / f"{WIDE}.csv", bom=self._bom)
        table = Table(WIDE, f"places by indicators or items by year, by the units of {self._units}", columns)
        write_package(self._new / PACKAGE, package((*TABLES, table), bom=self._bom))
