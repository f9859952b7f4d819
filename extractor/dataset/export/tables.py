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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import simplejson

from extractor.dataset.export.columns import ARTICLES, FACTS, FIGURES, MENTIONS, PLACES, SOURCES, FigureOfFact, Table
from extractor.dataset.export.crosswalk import crosswalk
from extractor.dataset.export.frames import CsvFile, Digits, write_parquet
from extractor.dataset.export.package import NAME, package
from extractor.dataset.export.wide import Wide
from extractor.dataset.folder import read_articles, read_facts, read_figures
from extractor.model.errors import DatasetError, OutputError
from extractor.model.records import Place
from extractor.model.shapes import Units
from extractor.model.writing import output_errors

EXTRACT_FIRST = "Extract articles into it: solieu extract PATH... --out DIR."
FOLDER = ".export"  # hidden: holds the files until all are complete
LOCK = "lock.sqlite"  # in it: who holds it writes
PATIENCE = 1.0  # seconds that another command is waited for: one that was just killed is still ending
TABLES = (ARTICLES, SOURCES, FIGURES, FACTS, MENTIONS, PLACES)
WIDE, PACKAGE = "wide", "datapackage.json"
# The descriptor is put in place first: it says whose the others are.
FILES = (PACKAGE, *(f"{table.name}.csv" for table in TABLES), f"{WIDE}.csv", "facts.parquet")


@dataclass(slots=True)
class _Seen:
    """What is gathered while the facts go by."""

    places: Counter[Place] = field(default_factory=Counter)
    digits: Digits = field(default_factory=Digits)


def export(folder: Path, *, units: Units = "then", bom: bool = False) -> tuple[str, ...]:
    """The names of the tables of a merged folder, which are written into it, over former ones, when all are complete.

    The wide table groups by the units of the time or of today; a BOM tells some spreadsheets that CSV is UTF-8.
    """
    check_place(folder)
    with output_errors(str(folder)), new_files(folder, FOLDER) as new:
        _write_tables(folder, new, units=units, bom=bom)
        for name in FILES:
            (new / name).replace(folder / name)
    return FILES


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


def _write_tables(folder: Path, new: Path, *, units: Units, bom: bool) -> None:
    _write_articles(folder, new, bom=bom)
    with CsvFile(new / "figures.csv", FIGURES.columns, bom=bom) as file:
        for figure in read_figures(folder):
            file.add(figure)
    wide = Wide(units)
    seen = _write_facts(folder, new, wide, bom=bom)
    with CsvFile(new / "places.csv", PLACES.columns, bom=bom) as places:
        for row in crosswalk(seen.places):
            places.add(row)
    columns = wide.write(new / f"{WIDE}.csv", bom=bom)
    write_parquet(new / "facts.parquet", FACTS, read_facts(folder), seen.digits)
    table = Table(WIDE, f"places by indicators or items by year, by the units of {units}", columns)
    write_package(new / PACKAGE, package((*TABLES, table), bom=bom))


def _write_articles(folder: Path, new: Path, *, bom: bool) -> None:
    with ExitStack() as stack:
        articles = stack.enter_context(CsvFile(new / "articles.csv", ARTICLES.columns, bom=bom))
        sources = stack.enter_context(CsvFile(new / "sources.csv", SOURCES.columns, bom=bom))
        for article in read_articles(folder):
            articles.add(article)
            if article.same_as is None:
                sources.add(article)


def _write_facts(folder: Path, new: Path, wide: Wide, *, bom: bool) -> _Seen:
    seen = _Seen()
    with ExitStack() as stack:
        facts = stack.enter_context(CsvFile(new / "facts.csv", FACTS.columns, bom=bom))
        mentions = stack.enter_context(CsvFile(new / "mentions.csv", MENTIONS.columns, bom=bom))
        for fact in read_facts(folder):
            facts.add(fact)
            for figure in fact.figures:
                mentions.add(FigureOfFact(fact.id, figure))
            wide.add(fact)
            seen.digits.see_all(fact)
            if fact.place:
                seen.places[fact.place] += 1
    return seen
