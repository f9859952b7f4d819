"""The folder of a run is added to an archive: all of it, or nothing."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import regex

from extractor import __version__
from extractor.archive.columns import CHUNK, write_columns
from extractor.archive.database import writing
from extractor.archive.folding import bare, marked
from extractor.archive.rows import (
    article_row,
    fact_row,
    figure_row,
    finding_row,
    passed_row,
    stated_row,
)
from extractor.archive.shared import Shared
from extractor.audit.report.seen import compares
from extractor.audit.report.words import VERDICTS
from extractor.dataset.folder import (
    check_run,
    read_articles,
    read_facts,
    read_figures,
    read_findings,
    read_passed,
)
from extractor.model.records import Article, Fact, FigureBase, Finding, Passed

_LINE = regex.compile(r":\d+$")  # of a collection: scraped.jsonl:12


@dataclass(slots=True)
class Added:
    """What was added to an archive."""

    articles: int = 0
    figures: int = 0
    facts: int = 0
    findings: int = 0


def add_run(path: Path, folder: Path) -> Added:
    """What the folder of a run added to an archive, which is made where there is none."""
    check_run(folder)
    with writing(path) as connection:
        return _Adding(connection, folder).added()


class _Adding:
    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.connection = connection
        self.folder = folder
        self.shared = Shared(connection)
        self.done = Added()
        self.figures: dict[str, int] = {}

    def added(self) -> Added:
        figures = _by_article(read_figures(self.folder))
        passed = _by_article(read_passed(self.folder))
        for article in read_articles(self.folder):
            self._article(article, figures.get(article.id, []), passed.get(article.id, []))
        for fact in read_facts(self.folder):
            self._fact(fact)
        if (self.folder / "findings.jsonl").exists():
            for finding in read_findings(self.folder):
                self._finding(finding)
        chunks = {number // CHUNK for number in self.figures.values()}
        write_columns(self.connection, sorted(chunks))
        self.connection.execute("DELETE FROM _state")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.connection.execute("INSERT INTO _state VALUES (1, ?, ?)", (__version__, now))
        return self.done

    def _article(self, article: Article, figures: list[FigureBase], passed: list[Passed]) -> None:
        row = article_row(article, self.shared, source_of(article), origin_of(article), b"")
        number = _insert(self.connection, "articles", (None, *row))
        self.done.articles += 1
        title, text = article.title or "", article.text
        words = (bare(title), bare(text), marked(title), marked(text))
        columns = "rowid, title, text, title_marked, text_marked"
        self.connection.execute(f"INSERT INTO _article_words ({columns}) VALUES (?, ?, ?, ?, ?)", (number, *words))
        for figure in figures:
            self._figure(figure, article, number)
        self.connection.executemany(
            "INSERT INTO passed VALUES (?, ?, ?, ?, ?, ?, ?)", (passed_row(one, number) for one in passed)
        )

    def _figure(self, figure: FigureBase, article: Article, number: int) -> None:
        row = figure_row(figure, number, self.shared)
        at = _insert(self.connection, "figures", (None, *row, None, None, None))
        self.figures[figure.id] = at
        self.done.figures += 1
        texts = words_of(figure, article)
        self.connection.execute(
            "INSERT INTO _figure_words (rowid, item, sentence, title, place, item_marked, sentence_marked,"
            " title_marked, place_marked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (at, *map(bare, texts), *map(marked, texts)),
        )

    def _fact(self, fact: Fact) -> None:
        number = _insert(self.connection, "facts", (None, *fact_row(fact, self.shared, 0)))
        self.done.facts += 1
        for position, stated in enumerate(fact.values):
            _insert(self.connection, "stated", stated_row(stated, number, position))
            self.connection.executemany(
                "UPDATE figures SET fact = ?, stated = ? WHERE id = ?",
                ((number, position, name) for name in stated.figures),
            )

    def _finding(self, finding: Finding) -> None:
        number = _insert(self.connection, "findings", (None, *finding_row(finding)))
        self.done.findings += 1
        numbers = [self.figures[name] for name in finding.figures]
        self.connection.executemany(
            "INSERT INTO compared VALUES (?, ?, ?)", ((number, at, one) for at, one in enumerate(numbers))
        )
        if not compares(finding):
            return
        rank = tuple(VERDICTS).index
        (known,) = self.connection.execute("SELECT verdict FROM figures WHERE number = ?", numbers[:1]).fetchone()
        if known is None or rank(finding.verdict) < rank(known):
            self.connection.execute("UPDATE figures SET verdict = ? WHERE number = ?", (finding.verdict, numbers[0]))


def source_of(article: Article) -> str:
    """Who published an article: its site, the host of its address, else the file that it was read from."""
    return article.site or urlsplit(article.url or "").hostname or _LINE.sub("", article.source)


def origin_of(article: Article) -> str | None:
    """What stays the same when an article is updated: its address, else its file; None for a line of a collection."""
    return article.url or (None if _LINE.search(article.source) else article.source)


def words_of(figure: FigureBase, article: Article) -> tuple[str, str, str, str]:
    """What search finds a figure by: what it says, its sentence, the title, its place with what holds it."""
    item = " ".join(filter(None, (figure.item, figure.category, figure.action, figure.unit)))
    place = figure.place
    held = (name for one in (place.today if place else ()) for name in (one.name, one.province))
    names = (place.name, place.province, *held) if place else ()
    return item, article.text[slice(*figure.sentence)], article.title or "", " ".join(filter(None, names))


def _by_article(records: Iterable[FigureBase] | Iterable[Passed]) -> dict[str, list[Any]]:
    found = defaultdict(list)
    for one in records:
        found[one.article_id].append(one)
    return found


def _insert(connection: sqlite3.Connection, table: str, row: tuple[object, ...]) -> int:
    marks = ", ".join("?" * len(row))
    number = connection.execute(f"INSERT INTO {table} VALUES ({marks})", row).lastrowid
    assert number is not None
    return number
