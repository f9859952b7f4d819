"""Many sources: every article extracted, every input that fails told as one failure; none stops the others."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from extractor.errors import InputError
from extractor.pipeline import Extraction, extract
from extractor.reading.sources import read
from extractor.reading.text import identify, read_text
from extractor.records import Article, Failure

STDIN = "-"
GZIP_MAGIC = b"\x1f\x8b"  # RFC 1952, 2.3.1
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


def extract_each(paths: Iterable[str | Path], *, stdin: BinaryIO) -> Iterator[Outcome]:
    """The extraction of every article under the paths (`-` is `stdin`), or the failure of an input.

    An article that comes again, by the same id with the same text, is taken once.
    """
    taken: dict[str, tuple[int, str]] = {}  # id -> what it says, and where it stood
    for found in read_each(paths, stdin=stdin):
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


def read_each(paths: Iterable[str | Path], *, stdin: BinaryIO) -> Iterator[Article | Failure]:
    """Every article under the paths (`-` is `stdin`), or the failure of an input."""
    for path in paths:
        try:
            for found in _read_stream(stdin) if str(path) == STDIN else read([path]):
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


def _read_stream(stream: BinaryIO) -> Iterator[Article | InputError]:
    """The articles of standard input: JSON Lines (gzipped or not) where it opens with a brace, else one text."""
    with tempfile.TemporaryDirectory(prefix="solieu-") as folder:
        spool = Path(folder, "spool")
        with spool.open("wb") as file:
            shutil.copyfileobj(stream, file)
        named = spool.rename(spool.with_name(f"stdin{_form(spool)}"))
        for found in read([named]):
            yield _relabelled(found, str(named))


def _form(spool: Path) -> str:
    """The ending of a file's name that tells the reader what is in it."""
    with spool.open("rb") as file:
        packed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    if packed:
        return ".jsonl.gz"
    with spool.open("rb") as file:
        head = next((line for line in file if line.strip()), b"")
    return ".jsonl" if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") else ".txt"


def _relabelled(found: Article | InputError, spool: str) -> Article | InputError:
    """The same with `-` as its source, and with the id that follows from that."""
    if isinstance(found, InputError):
        return InputError(found.what, where=found.where.replace(spool, STDIN), todo=found.todo)
    own = None if found.id == identify(found.source, found.text) else found.id
    return read_text(found.text, source=found.source.replace(spool, STDIN), name=own, url=found.url, title=found.title,
                     published=found.published, encoding=found.encoding)  # fmt: skip
