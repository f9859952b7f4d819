"""A run over many sources: workers read and extract, and what they make is written in the order of the inputs.

A run into a folder goes on where it was stopped; what it has written is then what it would be without the stop.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TextIO

import simplejson
from msgspec import Struct, field
from msgspec.structs import replace

import extractor
from extractor.model.errors import InputError, OutputError, unexpected
from extractor.model.records import Article, Failure
from extractor.model.writing import FILES, json_lines, output_errors
from extractor.reading.document import DEFAULTS, Document, Options
from extractor.reading.input.progress import ReadingProgress
from extractor.reading.sources import STDIN
from extractor.runs.batch import Tally, extract_one, failure_of, find_each, left_out, read_one, undated
from extractor.runs.checkpoint import CheckpointedResults
from extractor.runs.duplicates import SeenArticles
from extractor.runs.fingerprints import Fingerprint, fingerprint
from extractor.runs.workers import in_order

SAVE_EVERY = 1.0  # seconds of work that a kill can cost; a checkpoint takes some 20 ms of them
OTHER = "the unfinished run there was of other inputs or options, or of another version of solieu: begun anew"
CHANGED = "the inputs of the unfinished run there have changed since: begun anew"

NOTHING_READ = "no article was read, so that the results of the run before stay as they are"

Input = Document | InputError


class ArticleResults(Struct, frozen=True):
    """What a process makes of an article: lines ready to be written, and what they are counted by."""

    article: Article
    fingerprint: Fingerprint | None
    figures: str
    passed: str
    counts: Tally
    notes: tuple[Failure, ...] = ()  # what could not be read of an article that was taken


class Run(Struct):
    """A run under way. Each step is an input that is done: its failures, none where all of it was read."""

    tally: Tally
    steps: Iterator[tuple[Failure, ...]]
    progress: ReadingProgress
    note: str | None = None  # what became of an unfinished run


class RunState(Struct):
    """How far a run has come: the inputs done, a digest of all of them in turn, and what they gave."""

    command: str = ""
    inputs: int = 0
    digest: str = ""
    tally: Tally = field(default_factory=Tally)

    @classmethod
    def load(cls, saved: str) -> RunState:
        """The state that was dumped."""
        fields = simplejson.loads(saved)
        return cls(**fields | {"tally": _tally(**fields["tally"])})

    def dump(self) -> str:
        """The state as JSON."""
        tally = {name: getattr(self.tally, name) for name in Tally.__struct_fields__}
        return simplejson.dumps({"command": self.command, "inputs": self.inputs, "digest": self.digest, "tally": tally})

    def is_of(self, found: Iterator[Input]) -> bool:
        """Whether these are the inputs that it stands for; takes as many of them."""
        again = RunState()
        for one in islice(found, self.inputs):
            again.add(one, None)
        return (again.inputs, again.digest) == (self.inputs, self.digest)

    def add(self, found: Input, done: ArticleResults | Failure | None) -> None:
        """Takes account of an input and of what it gave."""
        self.inputs += 1
        if isinstance(done, ArticleResults):
            self.tally.update(done.counts)
        elif done:
            self.tally.failures += 1
        again = blake2b(self.digest.encode(), digest_size=16)
        if isinstance(found, Document):
            content = found.content
            again.update(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
            again.update(repr(replace(found, content=b"")).encode())
        else:
            again.update(str(found).encode("utf-8", "surrogatepass"))
        self.digest = again.hexdigest()


def results_of(found: Input, *, options: Options, fingerprinted: bool) -> ArticleResults | Failure:
    """What the results say of an input: the work of one process."""
    if isinstance(found, InputError):
        return failure_of(found)
    read = read_one(found, options=options)
    if isinstance(read, InputError):
        return failure_of(read)
    extraction = extract_one(read.article, options.catalogue)
    if isinstance(extraction, Failure):
        return extraction
    no_date, lost = undated(found, read.article), left_out(read)
    counts = replace(Tally.of(extraction), undated=int(no_date is not None), partial=int(lost is not None))
    try:
        made = ArticleResults(
            article=extraction.article,
            fingerprint=None,
            figures=json_lines(extraction.figures),
            passed=json_lines(extraction.passed),
            counts=counts,
            notes=(*(failure for failure in (no_date, lost) if failure), *extraction.failures),
        )
        del extraction  # the records of a long article take more room than all else
        return replace(made, fingerprint=fingerprint(made.article)) if fingerprinted else made
    except Exception as error:  # one article must not end the run
        return failure_of(unexpected(error, _where(found)))


def results_each(
    found: Iterator[Input], options: Options, jobs: int = 1, *, fingerprinted: bool, apart: bool = False
) -> Iterator[tuple[Input, ArticleResults | Failure]]:
    """Each input with what the results say of it, in order.

    With several jobs, or `apart` from this process, an input that ends the process which reads it is a failure.
    """
    work = partial(results_of, options=options, fingerprinted=fingerprinted)
    return in_order(work, found, jobs=jobs, lost=_lost, size=_size, apart=apart)


@contextmanager
def figures_to(
    stream: TextIO, paths: Sequence[str], *, stdin: BinaryIO, options: Options = DEFAULTS, jobs: int = 1
) -> Iterator[Run]:
    """A run whose figures go to a stream."""
    state, progress = RunState(), ReadingProgress()

    def steps() -> Iterator[tuple[Failure, ...]]:
        with closing(sqlite3.connect("")) as connection:  # a file of its own that goes with it
            seen = SeenArticles(connection)
            found = find_each(paths, stdin=stdin, options=options, progress=progress)
            for item, done in _done(found, seen, options, jobs, fingerprinted=False):
                state.add(item, done)
                if isinstance(done, ArticleResults):
                    stream.write(done.figures)
                yield _failures(done)
        stream.flush()

    with output_errors(stream.name):
        yield Run(state.tally, steps(), progress)


@contextmanager
def results_in(
    folder: Path, paths: Sequence[str], *, stdin: BinaryIO, options: Options = DEFAULTS, jobs: int = 1
) -> Iterator[Run]:
    """A run that writes articles, figures, passed and errors.jsonl to a folder.

    They replace what was there when all are complete. A run that ended before that, whatever ended it, is gone on with
    if its inputs and options are the same; else it is begun anew.
    """
    with ExitStack() as stack:
        stack.enter_context(output_errors(str(folder)))
        results = stack.enter_context(closing(CheckpointedResults(folder, FILES)))
        if results.state and STDIN in paths:
            stdin = stack.enter_context(_rewindable(stdin))
        yield _begun(results, paths, stdin, options, jobs)


def _begun(results: CheckpointedResults, paths: Sequence[str], stdin: BinaryIO, options: Options, jobs: int) -> Run:
    """The run, behind what an unfinished one has done where that can be gone on with."""
    command = simplejson.dumps([extractor.__version__, list(map(str, paths)), repr(options)])
    state, progress, note = RunState(), ReadingProgress(), None
    found = find_each(paths, stdin=stdin, options=options, progress=progress)
    if results.state:
        saved = RunState.load(results.state)
        if saved.command != command:
            note = OTHER
        elif saved.is_of(found) and not (results.finished and next(found, None)):
            state, note = saved, f"going on behind the {saved.inputs:,} inputs that an unfinished run has done"
        else:
            note = CHANGED
            if STDIN in paths:
                stdin.seek(0)
            progress = ReadingProgress()
            found = find_each(paths, stdin=stdin, options=options, progress=progress)
    if state.inputs:
        results.go_on()
    else:
        results.begin()
        state.command = command
    return Run(state.tally, _steps(results, state, found, options, jobs), progress, note)


def _steps(
    results: CheckpointedResults, state: RunState, found: Iterator[Input], options: Options, jobs: int
) -> Iterator[tuple[Failure, ...]]:
    """Writes what each input gives, with a checkpoint every now and then, and gives the results their names."""
    seen, saved = SeenArticles(results.connection), time.monotonic()
    for item, done in _done(found, seen, options, jobs, fingerprinted=True):
        state.add(item, done)
        if isinstance(done, ArticleResults):
            results.write("articles", json_lines([done.article]))
            results.write("figures", done.figures)
            results.write("passed", done.passed)
        if failures := _failures(done):
            results.write("errors", json_lines(failures))
        if time.monotonic() - saved > SAVE_EVERY:
            results.save(state.dump())
            saved = time.monotonic()
        yield failures
    if not state.tally.articles and results.former():
        results.discard()
        raise OutputError(NOTHING_READ, where=str(results.folder), todo="Check the paths and the names of fields.")
    results.finish(state.dump())


def _failures(done: ArticleResults | Failure | None) -> tuple[Failure, ...]:
    """The failures of an input: its own, or what could not be read of it."""
    return done.notes if isinstance(done, ArticleResults) else (done,) if done else ()


def _done(
    found: Iterator[Input], seen: SeenArticles, options: Options, jobs: int, *, fingerprinted: bool
) -> Iterator[tuple[Input, ArticleResults | Failure | None]]:
    """Each input with what it gives to the results; None for an article that was taken before."""
    for item, made in results_each(found, options, jobs, fingerprinted=fingerprinted):
        if isinstance(made, Failure):
            yield item, made
            continue
        admitted = seen.admit(made.article, made.fingerprint)
        yield item, replace(made, article=admitted) if isinstance(admitted, Article) else admitted


def _lost(found: Input, how: str) -> Failure:
    """The failure of an input that ends the process that reads it."""
    what = f"ended the process that read it ({how}), and so did a second try"
    todo = "Read it alone with more memory; if it fails again, report it."
    return failure_of(InputError(what, where=_where(found), todo=todo))


def _tally(figures: dict[str, int], passed: dict[str, int], **counts: int) -> Tally:
    return Tally(figures=Counter(figures), passed=Counter(passed), **counts)


def _size(found: Input) -> int:
    return len(found.content) if isinstance(found, Document) else 0


def _where(found: Input) -> str:
    return found.source if isinstance(found, Document) else found.where


@contextmanager
def _rewindable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The same bytes, which can be read again."""
    with tempfile.TemporaryFile() as spool:
        shutil.copyfileobj(stream, spool)
        spool.seek(0)
        yield spool
