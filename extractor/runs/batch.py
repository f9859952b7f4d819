"""Many sources: every article extracted, every input that fails told as one failure; none stops the others."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct, field
from msgspec.structs import fields, replace

from extractor.catalogue import Catalogue
from extractor.extraction.pipeline import Extraction, extract
from extractor.layout.timestamps import is_said
from extractor.model.errors import InputError, OutputError, unexpected
from extractor.model.records import Article, Failure
from extractor.reading.document import DEFAULTS, Document, Documents, Options, Reading
from extractor.reading.input.progress import ReadingProgress
from extractor.reading.sources import SourceFile, documents, documents_in, read_fully
from extractor.runs.duplicates import SeenArticles

DATES = "Write dates as 2023-12-20 or 20/12/2023, or name their field with --date-field."
LOST = "Compare the article in articles.jsonl with the page; if more of that belongs to it, give the article alone."
LEAST_LOST = 300  # characters: a notice is shorter
MOST_QUOTED = 60  # characters of a date

Outcome = Extraction | Failure


class Tally(Struct):
    """How much a run took in and gave out."""

    articles: int = 0
    failures: int = 0
    undated: int = 0  # articles whose date is not understood
    unread: int = 0  # numbers that a fault of the program kept from becoming figures
    partial: int = 0  # articles without most of the prose around them
    figures: Counter[str] = field(default_factory=Counter)  # by kind
    passed: Counter[str] = field(default_factory=Counter)  # by reason

    @classmethod
    def of(cls, extraction: Extraction) -> Tally:
        """What one article gives."""
        kinds = Counter(figure.kind for figure in extraction.figures)
        passed = Counter(passed.reason for passed in extraction.passed)
        return cls(articles=1, figures=kinds, passed=passed, unread=len(extraction.failures))

    @property
    def complete(self) -> bool:
        """Whether all was read that there was."""
        return not (self.failures or self.undated or self.unread or self.partial)

    def update(self, more: Tally) -> None:
        """Adds what others have counted."""
        self.articles += more.articles
        self.failures += more.failures
        self.undated += more.undated
        self.unread += more.unread
        self.partial += more.partial
        self.figures += more.figures
        self.passed += more.passed


def extract_each(
    paths: Iterable[str | Path], *, stdin: BinaryIO, options: Options = DEFAULTS, closely: bool = False
) -> Iterator[Outcome]:
    """The extraction of every article under the paths (`-` is `stdin`), or the failure of an input.

    An article that comes again, by the same id with the same text, is taken once; `closely` as `extract` has it.
    """
    with closing(sqlite3.connect("")) as connection:  # a file of its own that goes with it
        seen = SeenArticles(connection)
        for found in read_each(paths, stdin=stdin, options=options):
            admitted = seen.admit(found, None) if isinstance(found, Article) else found
            if admitted is not None:
                if isinstance(admitted, Article):
                    yield extract_one(admitted, options.catalogue, closely=closely)
                else:
                    yield admitted


def extract_one(article: Article, catalogue: Catalogue | None = None, *, closely: bool = False) -> Outcome:
    """The extraction of an article, `closely` as `extract` has it, or the failure where a fault of ours ends it."""
    try:
        return extract(article, catalogue=catalogue, closely=closely)
    except Exception as error:
        failure = failure_of(unexpected(error, article.source))
        return failure.model_copy(update={"where": article.id})


def read_each(
    paths: Iterable[str | Path], *, stdin: BinaryIO, options: Options = DEFAULTS
) -> Iterator[Article | Failure]:
    """Every article under the paths (`-` is `stdin`), or the failure of an input."""
    for found in find_each(paths, stdin=stdin, options=options):
        read = read_one(found, options=options)
        yield failure_of(read) if isinstance(read, InputError) else read.article


def find_each(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO,
    options: Options = DEFAULTS,
    progress: ReadingProgress | None = None,
) -> Documents:
    """Every document under the paths (`-` is `stdin`), or the error of an input."""
    for path in paths:
        yield from _guarded(documents([path], stdin=stdin, options=options, progress=progress), str(path))


def find_in(file: SourceFile, *, options: Options = DEFAULTS) -> Documents:
    """Every document of a file, or the error of an input."""
    return _guarded(documents_in(file, options=options), file.source)


def _guarded(found: Documents, where: str) -> Documents:
    """The same; a fault of ours becomes an error of its source."""
    try:
        yield from map(_writable, found)
    except OutputError:  # a full disk: no source is at fault
        raise
    except Exception as error:  # one source must not end the run
        yield _writable(unexpected(error, where))


def _writable(found: Document | InputError) -> Document | InputError:
    """The same, with escapes for what UTF-8 cannot hold: the name of a file may be any bytes, and JSON escapes too."""
    if isinstance(found, InputError):
        return InputError(_escaped(found.what), where=_escaped(found.where), todo=found.todo)
    names = (one.name for one in fields(found) if one.name != "content")
    strings = {name: value for name in names if isinstance(value := getattr(found, name), str)}
    changed = {name: again for name, value in strings.items() if (again := _escaped(value)) != value}
    return replace(found, **changed) if changed else found


def _escaped(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def read_one(found: Document | InputError, *, options: Options = DEFAULTS) -> Reading | InputError:
    """The article of a document, or the error that says why it is not taken."""
    if isinstance(found, InputError):
        return found
    try:
        return read_fully(found, options=options)
    except Exception as error:
        return unexpected(error, found.source)


def undated(found: Document, article: Article) -> Failure | None:
    """What is told of an article whose source gives a date that is not understood; None for all others."""
    if article.published is not None or found.published is None or not is_said(found.published):
        return None
    what = f"the date `{found.published[:MOST_QUOTED]}` is not understood: the article is read without one"
    return failure_of(InputError(what, where=article.source, todo=DATES))


def left_out(read: Reading) -> Failure | None:
    """What is told of an article that has less than half of the running prose around it; None for all others."""
    lost = read.prose - read.taken
    if lost < LEAST_LOST or lost <= read.taken:
        return None
    what = f"{lost / read.prose:.0%} of the prose is left out as no part of the article, which is read without it"
    return failure_of(InputError(what, where=read.article.source, todo=LOST))


def failure_of(error: InputError) -> Failure:
    """The failure that an error of reading tells; its source is where it happened without the line's number."""
    source, _, line = error.where.rpartition(":")
    return Failure(
        source=source if line.isdigit() else error.where, what=error.what, where=error.where, todo=error.todo
    )
