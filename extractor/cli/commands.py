"""What the commands do: they call the layers below and print what comes of it; imported when a command runs.

Each imports on use what others need not wait for.
"""

from __future__ import annotations

import sys
from contextlib import closing
from functools import partial
from hashlib import blake2b, file_digest
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from extractor.catalogue import Catalogue
from extractor.cli.arguments import AuditOptions
from extractor.cli.exit import exit_on_interrupt
from extractor.cli.printing import (
    print_added,
    print_archive,
    print_audit,
    print_failure,
    print_joined,
    print_merged,
    print_removed,
    print_summary,
    print_written,
    with_progress,
)
from extractor.extraction.pipeline import load_catalogue
from extractor.model.records import Failure
from extractor.model.shapes import Units
from extractor.reading.document import Options
from extractor.reading.input.progress import size_of
from extractor.runs.batch import Tally, extract_each
from extractor.runs.runner import figures_to, results_in
from extractor.runs.workers import cores

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.audit.folder import Audit

GOES_ON = ": the same command goes on with what is in {}"


def extract_to(console: Console, paths: list[str], out: Path | None, options: Options, jobs: int) -> Tally:
    """What a run took in and gave out; tells its failures and its progress meanwhile, and sums up."""
    visible = console.is_terminal and (out is not None or not sys.stdout.isatty())
    to = partial(results_in, out) if out else partial(figures_to, sys.stdout)
    with exit_on_interrupt(console, GOES_ON.format(out) if out else ""):
        with to(paths, stdin=sys.stdin.buffer, options=options, jobs=jobs or cores()) as run:
            if run.note:
                console.print(run.note, soft_wrap=True)
            for failures in with_progress(console, run, size_of(paths)) if visible else run.steps:
                for failure in failures:
                    print_failure(console, failure)
        print_summary(console, run.tally, str(out) if out else None)
    return run.tally


def merged_from(folder: Path) -> bytes | None:
    """A digest of the results that lie beside facts or tables made of them; None where there are none of these."""
    from extractor.audit.folder import FILES as FINDINGS
    from extractor.dataset.export.tables import FILES as TABLES

    if not any((folder / name).exists() for name in ("facts.jsonl", *TABLES, *FINDINGS)):
        return None
    digest = blake2b()
    for name in ("articles.jsonl", "figures.jsonl"):
        if (folder / name).exists():
            with (folder / name).open("rb") as file:
                digest.update(file_digest(file, blake2b).digest())
    return digest.digest()


def tell_of_former_facts(console: Console, folder: Path, former: bytes | None) -> None:
    """Says of facts and tables beside figures that have changed that they are not made of these."""
    if former is not None and merged_from(folder) != former:
        what = f"facts.jsonl and the tables in {folder} are those of former figures"
        console.print(f"{what}: make them anew with solieu merge {folder}", soft_wrap=True)
        tell_of_former_findings(console, folder)


def tell_of_former_findings(console: Console, folder: Path) -> None:
    """Says of findings beside facts that have been made anew that they are not of these."""
    from extractor.audit.folder import FILES as FINDINGS

    if any((folder / name).exists() for name in FINDINGS):
        what = f"the findings and the report in {folder} are those of former facts"
        console.print(f"{what}: make them anew with solieu audit {folder}", soft_wrap=True)
    tell_of_former_archive(console, folder)


def tell_of_former_archive(console: Console, folder: Path) -> None:
    """Says of the archive beside results that have been made anew how it gets them."""
    from extractor.archive.database import FILE as ARCHIVE

    file = folder / ARCHIVE
    if file.exists():
        command = f"solieu archive {quote(str(folder))} --db {quote(str(file))}"
        console.print(f"{file} holds former results: bring it up to date with {command}", soft_wrap=True)


def merge_in(console: Console, folder: Path, units: Units, *, bom: bool) -> None:
    """Merges the figures of a run, writes what comes of it and says so."""
    from extractor.dataset.export.tables import merge_and_export

    with exit_on_interrupt(console, f": what is in {folder} stays, `solieu merge {folder}` begins again"):
        merged, tables = merge_and_export(folder, units=units, bom=bom)
        print_merged(console, merged)
        print_written(console, str(folder), ("facts.jsonl", *tables))


def audit_in(console: Console, folder: Path, options: AuditOptions, *, bom: bool) -> Audit:
    """What the audit of a merged run found; it is written and told."""
    from extractor.audit.folder import audit_folder

    with exit_on_interrupt(console, f": what is in {folder} stays, `solieu audit {folder}` begins again"):
        audit = audit_folder(folder, options.records, options.columns, bom=bom)
        print_audit(console, audit)
        print_written(console, str(folder), audit.files)
    return audit


def archive_in(console: Console, folder: Path) -> None:
    """Builds the archive of a run in its folder, and says how it is searched and opened."""
    from extractor.archive.built import build_archive
    from extractor.archive.database import FILE as ARCHIVE

    with exit_on_interrupt(console, f": what is in {folder} stays, and so does a former {ARCHIVE}"):
        print_archive(console, folder / ARCHIVE, build_archive(folder).held)


def archive_to(console: Console, folders: list[Path], db: Path) -> None:
    """Adds the folders of runs to an archive, one after the other, and says what came of each."""
    from extractor.archive.adding import add_run

    with exit_on_interrupt(console, f": what was added stays in {db}, and the same command goes on"):
        for folder in folders:
            added = add_run(db, folder)
            print_added(console, folder, added)
        print_archive(console, db, added.held)


def take_out(console: Console, db: Path, source: str) -> None:
    """Takes a source out of an archive."""
    from extractor.archive.adding import remove_source

    with exit_on_interrupt(console, f": {db} is as it was"):
        articles, held = remove_source(db, source)
        print_removed(console, source, articles)
        print_archive(console, db, held)


def list_sources(results: Console, db: Path) -> None:
    """Lists the sources of an archive."""
    from extractor.archive.adding import sources_of
    from extractor.archive.database import open_archive
    from extractor.cli.showing import print_sources

    with closing(open_archive(db)) as connection:
        print_sources(results, sources_of(connection))


def explain_finding(results: Console, folder: Path, finding: str) -> None:
    """Explains a finding of an audited folder."""
    from extractor.audit.explained import finding_in_full
    from extractor.cli.showing import print_finding

    print_finding(results, finding_in_full(folder, finding))


def explain_articles(results: Console, messages: Console, path: str, options: Options) -> bool:
    """Explains the numbers and facts of articles; whether one could not be read comes back."""
    from extractor.cli.showing import print_explained
    from extractor.dataset.explained import facts_in
    from extractor.extraction.explain import explain

    failed, begun = False, False
    for outcome in extract_each([path], stdin=sys.stdin.buffer, options=options, closely=True):
        if isinstance(outcome, Failure):
            print_failure(messages, outcome)
            failed = True
            continue
        for failure in outcome.failures:
            print_failure(messages, failure)
            failed = True
        if begun:
            results.print()
        print_explained(results, outcome.article, explain(outcome), facts_in(outcome))
        begun = True
    return failed


def explain_facts(results: Console, messages: Console, folder: Path, fact: str | None) -> None:
    """Explains the facts of a merged folder that have more than one figure, or one fact in full."""
    from extractor.cli.showing import print_facts
    from extractor.dataset.explained import fact_in_full, joined_facts

    if fact is None:
        print_joined(messages, print_facts(results, joined_facts(folder)), str(folder))
    else:
        print_facts(results, [fact_in_full(folder, fact)])


def own_catalogue(file: Path | None) -> Catalogue | None:
    """The catalogue with a user's own indicators; None where there are none."""
    return load_catalogue(file) if file else None
