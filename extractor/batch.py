"""Many sources: every article extracted, every input that fails told as one failure; none stops the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from extractor.errors import InputError
from extractor.pipeline import Extraction, extract
from extractor.reading.document import DEFAULTS, Options
from extractor.reading.sources import read
from extractor.records import Article, Failure

REPORT_IT = "Report it with the input: the fault is in solieu, not in the text."

Outcome = Extraction | Failure


@dataclass(slots=True)
class Tally:
    """How much a run took in and gave out."""

    articles: int = 0
    failures: int = 0
    figures: Counter[str] = field(default_factory=Counter)  # by kind
    passed: Counter[str] = field(default_factory=Counter)  # by reason

    def add(self, outcome: Outcome) -> None:
        """Counts one article's extraction or one failed input."""
        if isinstance(outcome, Failure):
            self.failures += 1
            return
        self.articles += 1
        self.figures.update(figure.kind for figure in outcome.figures)
        self.passed.update(passed.reason for passed in outcome.passed)


def extract_each(
    paths: Iterable[str | Path], *, stdin: BinaryIO, options: Options = DEFAULTS
) -> Iterator[Outcome]:
    """The extraction of every article under the paths (`-` is `stdin`), or the failure of an input.

    An article that comes again, by the same id with the same text, is taken once.
    """
    taken: dict[str, tuple[int, str]] = {}  # id -> what it says, and where it stood
    for found in read_each(paths, stdin=stdin, options=options):
        if isinstance(found, Failure):
            yield found
            continue
        mark = hash(found.text)
        if found.id not in taken:
            taken[found.id] = (mark, found.source)
            yield extract_one(found)
        elif taken[found.id][0] != mark:
            what = f"the id {found.id} is already that of another article, {taken[found.id][1]}"
            yield Failure(
                source=found.source, what=what, where=found.source, todo="Give each article its own id, or none."
            )


def extract_one(article: Article) -> Outcome:
    """The extraction of an article, or the failure where a fault of the program ends it."""
    try:
        return extract(article)
    except Exception as error:
        return Failure(source=article.source, what=_said(error), where=article.id, todo=REPORT_IT)


def read_each(
    paths: Iterable[str | Path], *, stdin: BinaryIO, options: Options = DEFAULTS
) -> Iterator[Article | Failure]:
    """Every article under the paths (`-` is `stdin`), or the failure of an input."""
    for path in paths:
        try:
            for found in read([path], stdin=stdin, options=options):
                yield failure_of(found) if isinstance(found, InputError) else found
        except Exception as error:  # one source must not end the run
            yield Failure(source=str(path), what=_said(error), where=str(path), todo=REPORT_IT)


def failure_of(error: InputError) -> Failure:
    """The failure that an error of reading tells; its source is where it happened without the line's number."""
    source, _, line = error.where.rpartition(":")
    return Failure(
        source=source if line.isdigit() else error.where, what=error.what, where=error.where, todo=error.todo
    )


def _said(error: Exception) -> str:
    return f"unexpected {type(error).__name__}: {error}"
