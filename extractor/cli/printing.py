"""What people read of results: summaries, explanations and scores, on a terminal or through a pipe."""

from __future__ import annotations

import shlex
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.model.writing import FILES

if TYPE_CHECKING:
    from extractor.archive.adding import Added, Held
    from extractor.audit.explained import ExplainedFinding
    from extractor.audit.folder import Audit
    from extractor.catalogue import Catalogue
    from extractor.dataset.explained import ExplainedFact
    from extractor.dataset.folder import Merged
    from extractor.engines.spark.running import Distributed
    from extractor.evaluate.scores import Difference, Level, PrecisionRecall, Score, Shortfall
    from extractor.extraction.explain import Explained, Field
    from extractor.model.records import Article, Failure
    from extractor.runs.batch import Tally
    from extractor.runs.runner import Run

LEAST_TOLD = 0.01  # what is less likely is not told of
NOTHING = "–"
MOST_ROWS = 20  # official rows that could not be used are told one by one
VERDICTS = {"refuted": "bold red", "supported": "bold green", "not enough info": "bold yellow"}
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
    read = (_counted(tally.articles, "article"), _counted(figures, "figure"), _counted(passed, "number"))
    console.print(f"{', '.join(read)} passed over")
    for name, counts in (("figures", tally.figures), ("passed over", tally.passed)):
        if counts:
            console.print(f"  {name}: {_listed(counts)}", soft_wrap=True)
    if tally.failures:
        console.print(f"{_counted(tally.failures, 'input')} failed{where}", soft_wrap=True)
    if tally.undated:
        console.print(f"{_counted(tally.undated, 'article')} without the date that is given{where}", soft_wrap=True)
    if tally.unread:
        console.print(f"{_counted(tally.unread, 'number')} not read for a fault of the program{where}", soft_wrap=True)
    if tally.partial:
        console.print(f"{_counted(tally.partial, 'article')} without most of the prose around{where}", soft_wrap=True)


def print_merged(console: Console, merged: Merged) -> None:
    """How many facts there are, how many of them conflict, and how their statements agree."""
    console.print(f"{_counted(merged.facts.total(), 'fact')}, {_counted(merged.facts['conflicting'], 'conflict')}")
    if merged.facts:
        console.print(f"  facts: {_listed(merged.facts)}", soft_wrap=True)


def print_written(console: Console, folder: str, files: Iterable[str]) -> None:
    """Where the results are."""
    console.print(f"written to {folder}: {', '.join(files)}", soft_wrap=True)


def print_failure(console: Console, failure: Failure) -> None:
    """What failed, where, and what to do."""
    console.print(Text(f"{failure.where}: {failure.what}. {failure.todo}"), soft_wrap=True)


def print_explained(
    console: Console, article: Article, numbers: Iterable[Explained], facts: Iterable[ExplainedFact]
) -> None:
    """Every number with its sentence, and its fields with their rules or why it is no figure; then the facts."""
    console.print(Text(f"{article.title or article.source}", style="bold"), soft_wrap=True)
    known = (article.source, article.published, article.place.name if article.place else None)
    console.print(Text(" · ".join(part for part in known if part)), soft_wrap=True)
    for at, number in enumerate(numbers, 1):
        console.print()
        console.print(_quoted(at, number), soft_wrap=True)
        for line in _reasons(number):
            console.print(line, soft_wrap=True)
    said_again = list(facts)
    if said_again:
        console.print(Text(f"\nStated more than once: {_counted(len(said_again), 'fact')}\n", style="bold"))
        print_facts(console, said_again)


def _quoted(at: int, number: Explained) -> Text:
    """The sentence with its number marked, so that a pipe shows it too."""
    style = "bold green" if number.reason is None else "bold yellow"
    marked = (f"«{number.words}»", style)
    return Text.assemble(f"{at}. ", number.before, marked, number.after)


def _reasons(number: Explained) -> Iterator[Text]:
    """Why a number was read so: a line for each field, or one that says why it is no figure."""
    if number.reason is not None:
        yield Text.assemble("   no figure: ", (number.reason, "yellow"), f"  ({number.rule})")
        return
    width = max(len(one.value or NOTHING) for one in number.fields)
    for one in number.fields:
        yield Text.assemble(
            f"   {one.name:<9} ", (f"{one.value or NOTHING:<{min(width, 40)}}", "green"), f"  {one.rule}", _likely(one)
        )


def _likely(field: Field) -> str:
    """How likely a field is right, what it would be instead, and what told the two apart."""
    if field.likely is None:
        return ""
    likely = f"  {field.likely:.2f}"
    if field.instead is None or field.instead.likely < LEAST_TOLD:
        return likely
    why = ", ".join(f"{one.evidence} {one.weight:+.1f}" for one in field.because)
    return f"{likely}, not {field.instead.value or NOTHING} ({field.instead.likely:.2f}): {why}"


def print_facts(console: Console, facts: Iterable[ExplainedFact]) -> int:
    """Facts with their fields, and with the words that state them where they have any; what comes back counts them."""
    count = 0
    for count, fact in enumerate(facts, 1):
        if count > 1:
            console.print()
        console.print(Text.assemble((fact.id, "bold"), f"  {fact.about}"), soft_wrap=True)
        for name, text in fact.lines:
            console.print(Text.assemble(f"   {name:<9} ", (text, "green")), soft_wrap=True)
        for value in fact.values:
            console.print(Text.assemble("   said      ", (value.words, "bold green")), soft_wrap=True)
            for quote in value.quotes:
                console.print(Text(f"      {quote.where}:"), soft_wrap=True)
                words = (f"«{quote.words}»", "bold green")
                console.print(Text.assemble("      ", quote.before, words, quote.after), soft_wrap=True)
    return count


def print_finding(console: Console, finding: ExplainedFinding) -> None:
    """A finding: its verdict, what it says and by which sum, and each figure that it compares with its sentence."""
    style = VERDICTS.get(finding.verdict, "bold")
    said = Text.assemble((finding.id, "bold"), "  ", (finding.verdict, style), f"  {finding.about}")
    console.print(said, soft_wrap=True)
    for name, text in finding.lines:
        console.print(Text.assemble(f"   {name:<10} ", (text, "green")), soft_wrap=True)
    for at, one in enumerate(finding.figures):
        name = "in doubt" if at == 0 else "compared"
        console.print(Text.assemble(f"   {name:<10} ", (one.claims, "bold green"), f"  {one.about}"), soft_wrap=True)
        console.print(Text(f"      {one.where}:"), soft_wrap=True)
        console.print(Text.assemble("      ", one.before, (f"«{one.words}»", "bold green"), one.after), soft_wrap=True)


def print_audit(console: Console, audit: Audit) -> None:
    """How many findings there are, by verdict and by check, and how many figures were compared with nothing.

    Before these the official rows that could not be used, so that none is missed in silence.
    """
    for failure in audit.unused[:MOST_ROWS]:
        print_failure(console, failure)
    if audit.unused:
        more = ", the first of them above" if len(audit.unused) > MOST_ROWS else ""
        console.print(f"{_counted(len(audit.unused), 'official row')} not used{more}", soft_wrap=True)
    console.print(_counted(audit.verdicts.total(), "finding"))
    for name, counts in (("verdicts", audit.verdicts), ("checks", audit.checks)):
        if counts:
            console.print(f"  {name}: {_listed(counts)}", soft_wrap=True)
    console.print(f"{audit.alone:,} of {_counted(audit.figures, 'figure')} compared with nothing", soft_wrap=True)


def print_added(console: Console, folder: Path, added: Added) -> None:
    """What the folder of a run brought to an archive."""
    articles = {"new": added.articles, "updated": added.updated, "unchanged": added.unchanged}
    counts = ", ".join(f"{count:,} {name}" for name, count in articles.items() if count) or "none"
    brought = f"; {_counted(added.figures, 'figure')} and {_counted(added.findings, 'finding')} came with them"
    came = added.articles or added.updated or added.findings
    console.print(f"{folder}: articles: {counts}{brought if came else ''}", soft_wrap=True)


def print_removed(console: Console, source: str, articles: int) -> None:
    """How much of a source was taken out."""
    console.print(f"{source}: {_counted(articles, 'article')} taken out", soft_wrap=True)


def print_archive(console: Console, file: Path, held: Held) -> None:
    """What an archive holds, how large it is, and the two lines that search and open it."""
    counts = (_counted(count, name.removesuffix("s")) for name, count in zip(held._fields, held, strict=True))
    console.print(f"{file}: {', '.join(counts)}; {file.stat().st_size / MEGABYTE:,.1f} MB", soft_wrap=True)
    named = shlex.quote(str(file))
    console.print(f'  search it:  solieu search "hộ nghèo" --db {named}', soft_wrap=True)
    console.print(f"  open it:    solieu serve --db {named}", soft_wrap=True)


def print_sources(console: Console, sources: Iterable[tuple[str, int]]) -> None:
    """The sources of an archive with how many articles each has."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    for name, articles in sources:
        table.add_row(f"{articles:,}", Text(name))
    console.print(table, soft_wrap=True)


def print_catalogue(console: Console, catalogue: Catalogue) -> None:
    """The indicators by group: id, canonical unit, labels."""
    for group in catalogue.groups:
        console.print(Text(f"{group.vi} ({group.en})", style="bold"), soft_wrap=True)
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(no_wrap=True)
        for one in (one for one in catalogue.indicators if one.group == group.id):
            table.add_row(Text(f"  {one.id}"), Text(one.unit[0]), Text(one.vi), Text(one.en))
        console.print(table)


def print_score(console: Console, score: Score) -> None:
    """Precision, recall and F1 overall, by kind and by field."""
    console.print(f"{_counted(score.articles, 'article')}, {score.gold} gold figures, {score.found} found")
    overall: dict[str, PrecisionRecall] = {"figure": score.figure, "record": score.record}
    console.print(_ratios("overall", overall))
    console.print(_ratios("kind", score.kinds))
    console.print(_ratios("field", score.field_ratios, ("of figures found", score.fields)))
    others = {name: share for name, share in score.fields.items() if name not in score.field_ratios}
    for name, share in others.items():
        console.print(f"{name}: {share:.3f} of the figures found whose gold has it")
    if score.part_of_f1 is not None:
        console.print(f"part_of: F1 {score.part_of_f1:.3f} of the links from parts to totals")
    for part, levels in score.calibration.items():
        console.print(_calibration(part, levels))


def _calibration(part: str, levels: Iterable[Level]) -> Table:
    """How many of the figures at each level of confidence are right in what it speaks of."""
    table = Table(f"confidence of {part}", box=None, pad_edge=False)
    for heading in ("figures", "right", "share"):
        table.add_column(heading, justify="right")
    for level in levels:
        bounds, share = f"{level.low:.2f} to {level.high:.2f}", f"{level.right / level.found:.3f}"
        table.add_row(bounds, str(level.found), str(level.right), share)
    return table


def _ratios(
    name: str, rows: Mapping[str, PrecisionRecall], more: tuple[str, Mapping[str, float]] | None = None
) -> Table:
    table = Table(name, box=None, pad_edge=False)
    for heading in ("precision", "recall", "F1", *((more[0],) if more else ())):
        table.add_column(heading, justify="right")
    for row, ratio in rows.items():
        shares = [ratio.precision, ratio.recall, ratio.f1, *((more[1][row],) if more else ())]
        table.add_row(row, *(f"{share:.3f}" for share in shares))
    return table


def print_difference(console: Console, difference: Difference) -> None:
    """The figures gained and lost, and the false alarms new and gone."""
    groups = (("gained", difference.gained), ("lost", difference.lost),
              ("new false alarm", difference.new_alarms), ("false alarm gone", difference.gone_alarms))  # fmt: skip
    console.print(", ".join(f"{name}: {len(changes)}" for name, changes in groups))
    for name, changes in groups:
        for change in changes:
            console.print(Text(f"  {name}: {change.article}: {' '.join(change.text.split())}"), soft_wrap=True)


def print_shortfalls(console: Console, shortfalls: Iterable[Shortfall]) -> None:
    """Each measure below its floor."""
    for one in shortfalls:
        console.print(
            f"below its floor: {one.group} {one.measure} is {one.reached:.4f}, the floor is {one.floor}", soft_wrap=True
        )


def print_joined(console: Console, count: int, folder: str) -> None:
    """How many facts of a folder have more than one figure, and how to see one in full."""
    more = f": one in full is shown by solieu explain {folder} --fact ID" if count else ""
    console.print(f"{_counted(count, 'fact')} with more than one figure{more}", soft_wrap=True)


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{label} {count:,}" for label, count in counts.most_common())


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
