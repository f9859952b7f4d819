"""What comes after extraction: merging with all its tables, the audit, the archive, and search in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.corpus import CORPUS, Part, parts_of
from tests.bench.merging import extracted, figures_in, seconds_to_extract, varied, write_run
from tests.bench.rows import MS, Row, compared, each, per_figure, seconds_of, short
from tests.bench.searching import queries, seconds_to_search
from tests.bench.speed import whole_path

if TYPE_CHECKING:
    from extractor.model.records import Article

TURNS, ARTICLES, MADE = 3, 250, 500
SEARCHES = 100  # of each turn
EXTRACTION = "extracting the articles"


def after(articles: Sequence[Article], folder: Path) -> Iterator[Row]:
    """Each step beside the extraction that it follows, over bench articles, merging over made ones too; then search."""
    parts = parts_of(articles, TURNS, ARTICLES, folder / "after")
    given = [_given(part) for part in parts]
    yield from _rows("bench articles", given)
    yield from _rows("made articles", [_made(folder / f"made-{turn}", turn) for turn in range(TURNS)])
    archives = [part.file.with_suffix("") / "archive.db" for part in parts]
    plain, more = zip(*(_searches(archive, turn) for turn, archive in enumerate(archives)), strict=True)
    yield compared(
        "search: words and filters", plain, "with facets, histogram, articles", more,
        show=lambda cost: f"{short(cost * MS)} ms",
    )  # fmt: skip


def _rows(what: str, turns: Sequence[dict[str, float]]) -> Iterator[Row]:
    """A row a step."""
    figures = [turn["figures"] for turn in turns]
    costs = {step: each([turn[step] for turn in turns], figures) for step in turns[0]}
    for step in [step for step in costs if step not in ("figures", "extraction")]:
        yield compared(f"{step}: {what}", costs[step], EXTRACTION, costs["extraction"], show=per_figure)


def _given(part: Part) -> dict[str, float]:
    """The seconds of each step over a part."""
    extraction = seconds_of(lambda: whole_path(part))
    return _steps(part.file.with_suffix("")) | {"extraction": extraction}


def _made(folder: Path, turn: int) -> dict[str, float]:
    """The seconds of each step over made articles, of which another part is taken each turn."""
    folder.mkdir()
    extractions = extracted([CORPUS])
    write_run(folder, islice(varied(extractions, (turn + 1) * MADE), turn * MADE, None))
    extraction = seconds_to_extract([one.article for one in extractions]) * MADE / len(extractions)
    return _merging(folder) | {"extraction": extraction}


def _merging(folder: Path) -> dict[str, float]:
    """How many figures a folder has, and the seconds of merging them."""
    from extractor.dataset.export.tables import merge_and_export

    return {
        "figures": figures_in(folder),
        "merging and tables": seconds_of(lambda: merge_and_export(folder)),
    }


def _steps(folder: Path) -> dict[str, float]:
    """The same with the seconds of the audit and of an archive."""
    from extractor.archive import add_run
    from extractor.audit.folder import audit_folder

    return _merging(folder) | {
        "audit": seconds_of(lambda: audit_folder(folder)),
        "archive": seconds_of(lambda: add_run(folder / "archive.db", folder)),
    }


def _searches(archive: Path, seed: int) -> tuple[float, float]:
    """The seconds of the median search, without and with what a page shows beside the hits: no query is asked twice."""
    from extractor.archive.database import open_archive

    with closing(open_archive(archive)) as connection:
        first, *asked = islice(queries(connection, seed), 2 * SEARCHES + 1)
        seconds_to_search(connection, first, more=True)  # with what is read once
        times = [seconds_to_search(connection, query, more=at % 2 == 1) for at, query in enumerate(asked)]
        return median(times[::2]), median(times[1::2])
