"""What people read of results: summaries, explanations and scores, on a terminal or through a pipe."""

from __future__ import annotations

import shlex
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.model.writing import FILES

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.archive.adding import Added, Held
    from extractor.audit.folder import Audit
    from extractor.dataset.folder import Merged
    from extractor.engines.spark.running import Distributed
    from extractor.evaluate.scores import Shortfall
    from extractor.model.records import Failure
    from extractor.runs.batch import Tally
    from extractor.runs.runner import Run

MOST_ROWS = 20  # official rows that could not be used are told one by one
MEGABYTE = 1_000_000  # bytes
MOMENT = 1.0  # seconds of work before progress is shown


def with_progress(console: Console, run: Run, size: int | None) -> Iterator[tuple[Failure, ...]]:
    """The steps of a run; meanwhile their number, their rate, and the time left where the inputs' size is known."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # on use: most runs show none

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=console, transient=True)
    task = progress.add_task("", total=size, completed=run.progress.bytes_read)
    start = time.monotonic()
    shown = False
    try:
        for count, failures in enumerate(run.steps, 1):
            yield failures
            took = time.monotonic() - start
            if took > MOMENT and not shown:
                progress.start()
                shown = True
            said = f"{count:,} inputs, {count / took:,.0f} a second"
            progress.update(task, completed=run.progress.bytes_read, description=said)
    finally:
        if shown:
            progress.stop()


def print_distributed(console: Console, done: Distributed, folder: Path) -> None:
    """What a run on Spark took in and gave out, and what can be done with it."""
    for failure in done.failures:
        print_failure(console, failure)
    _print_tally(console, done.tally, f": see {folder}/errors")
    print_merged(console, done.merged)
    print_written(console, str(folder), done.tables)
    console.print(f"  check it:    solieu audit {shlex.quote(str(folder))}", soft_wrap=True)
    console.print(f"  archive it:  solieu archive {shlex.quote(str(folder))} --db archive.db", soft_wrap=True)


def print_summary(console: Console, tally: Tally, folder: str | None) -> None:
    """How much a run took in and gave out, and where it was written."""
    _print_tally(console, tally, f": see {folder}/errors.jsonl" if folder else "")
    if folder:
        print_written(console, folder, tuple(f"{name}.jsonl" for name in FILES))


def _print_tally(console: Console, tally: Tally, where: str) -> None:
    """How much a run took in and gave out; `where` says where to see what failed."""
    figures, passed = tally.figures.total(), tally.passed.total()
    read = (counted(tally.articles, "article"), counted(figures, "figure"), counted(passed, "number"))
    console.print(f"{', '.join(read)} passed over")
    for name, counts in (("figures", tally.figures), ("passed over", tally.passed)):
        if counts:
            console.print(f"  {name}: {_listed(counts)}", soft_wrap=True)
    if tally.failures:
        console.print(f"{counted(tally.failures, 'input')} failed{where}", soft_wrap=True)
    if tally.undated:
        console.print(f"{counted(tally.undated, 'article')} without the date that is given{where}", soft_wrap=True)
    if tally.unread:
        console.print(f"{counted(tally.unread, 'number')} not read for a fault of the program{where}", soft_wrap=True)
    if tally.partial:
        console.print(f"{counted(tally.partial, 'article')} without most of the prose around{where}", soft_wrap=True)


def print_merged(console: Console, merged: Merged) -> None:
    """How many facts there are, how many of them conflict, and how their statements agree."""
    console.print(f"{counted(merged.facts.total(), 'fact')}, {counted(merged.facts['conflicting'], 'conflict')}")
    if merged.facts:
        console.print(f"  facts: {_listed(merged.facts)}", soft_wrap=True)


def print_written(console: Console, folder: str, files: Iterable[str]) -> None:
    """Where the results are."""
    console.print(f"written to {folder}: {', '.join(files)}", soft_wrap=True)


def print_failure(console: Console, failure: Failure) -> None:
    """What failed, where, and what to do."""
    console.print(f"{failure.where}: {failure.what}. {failure.todo}", soft_wrap=True)


def print_audit(console: Console, audit: Audit) -> None:
    """How many findings there are, by verdict and by check, and how many figures were compared with nothing.

    Before these the official rows that could not be used, so that none is missed in silence.
    """
    for failure in audit.unused[:MOST_ROWS]:
        print_failure(console, failure)
    if audit.unused:
        more = ", the first of them above" if len(audit.unused) > MOST_ROWS else ""
        console.print(f"{counted(len(audit.unused), 'official row')} not used{more}", soft_wrap=True)
    console.print(counted(audit.verdicts.total(), "finding"))
    for name, counts in (("verdicts", audit.verdicts), ("checks", audit.checks)):
        if counts:
            console.print(f"  {name}: {_listed(counts)}", soft_wrap=True)
    console.print(f"{audit.alone:,} of {counted(audit.figures, 'figure')} compared with nothing", soft_wrap=True)


def print_added(console: Console, folder: Path, added: Added) -> None:
    """What the folder of a run brought to an archive."""
    articles = {"new": added.articles, "updated": added.updated, "unchanged": added.unchanged}
    counts = ", ".join(f"{count:,} {name}" for name, count in articles.items() if count) or "none"
    brought = f"; {counted(added.figures, 'figure')} and {counted(added.findings, 'finding')} came with them"
    came = added.articles or added.updated or added.findings
    console.print(f"{folder}: articles: {counts}{brought if came else ''}", soft_wrap=True)


def print_removed(console: Console, source: str, articles: int) -> None:
    """How much of a source was taken out."""
    console.print(f"{source}: {counted(articles, 'article')} taken out", soft_wrap=True)


def print_archive(console: Console, file: Path, held: Held) -> None:
    """What an archive holds, how large it is, and the two lines that search and open it."""
    counts = (counted(count, name.removesuffix("s")) for name, count in zip(held._fields, held, strict=True))
    console.print(f"{file}: {', '.join(counts)}; {file.stat().st_size / MEGABYTE:,.1f} MB", soft_wrap=True)
    named = shlex.quote(str(file))
    console.print(f'  search it:  solieu search "hộ nghèo" --db {named}', soft_wrap=True)
    console.print(f"  open it:    solieu serve --db {named}", soft_wrap=True)


def print_shortfalls(console: Console, shortfalls: Iterable[Shortfall]) -> None:
    """Each measure below its floor."""
    for one in shortfalls:
        console.print(
            f"below its floor: {one.group} {one.measure} is {one.reached:.4f}, the floor is {one.floor}", soft_wrap=True
        )


def print_joined(console: Console, count: int, folder: str) -> None:
    """How many facts of a folder have more than one figure, and how to see one in full."""
    more = f": one in full is shown by solieu explain {folder} --fact ID" if count else ""
    console.print(f"{counted(count, 'fact')} with more than one figure{more}", soft_wrap=True)


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{label} {count:,}" for label, count in counts.most_common())


def counted(count: int, noun: str) -> str:
    """So many of these."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
