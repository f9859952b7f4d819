"""The results of a run as Parquet parts, which are read like files of JSON Lines."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from extractor.archive.adding import add_run
from extractor.audit.folder import audit_folder
from extractor.dataset.folder import check_run, read_articles, read_facts, read_failures, read_figures, read_passed
from extractor.dataset.parts import has_results, parts_in, results_of
from extractor.model.errors import DatasetError
from tests.datasets import merged

NAMES = ("articles", "figures", "passed", "errors", "facts")


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return merged(tmp_path_factory.mktemp("lines"))


@pytest.fixture(scope="module")
def parts(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same results as Parquet, three parts a table, named as Spark names them."""
    folder = tmp_path_factory.mktemp("parts")
    for name in NAMES:
        records = (lines / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        third = len(records) // 3 + 1
        (folder / name).mkdir()
        for at, number in enumerate(("00009", "00010", "100000")):
            some = pl.DataFrame({"record": records[third * at : third * (at + 1)]}, schema={"record": pl.String()})
            some.write_parquet(folder / name / f"part-{number}-7d2f-c000.snappy.parquet")
        (folder / name / "_SUCCESS").touch()
    return folder


def test_the_records_are_the_same_in_the_same_order(lines: Path, parts: Path) -> None:
    check_run(parts)
    for read in (read_articles, read_figures, read_facts, read_passed, read_failures):
        assert list(read(parts)) == list(read(lines))


def test_parts_come_by_their_numbers(parts: Path) -> None:
    assert [path.name[5:11] for path in parts_in(parts / "facts")] == ["00009-", "00010-", "100000"]


def test_lines_go_before_parts(lines: Path, parts: Path) -> None:
    assert results_of(parts, "facts") == parts / "facts"
    assert results_of(lines, "facts") == lines / "facts.jsonl"
    assert not has_results(parts, "findings")


def test_audit_and_archive_read_them(lines: Path, parts: Path, tmp_path: Path) -> None:
    assert audit_folder(parts).verdicts == audit_folder(lines).verdicts
    assert (parts / "findings.jsonl").read_bytes() == (lines / "findings.jsonl").read_bytes()
    first, again = add_run(tmp_path / "a.db", lines), add_run(tmp_path / "a.db", parts)
    assert first.articles == again.unchanged
    assert again.held == first.held


def test_a_part_that_is_damaged_is_told(parts: Path, tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    part = tmp_path / "facts" / "part-00000-7d2f-c000.snappy.parquet"
    part.write_bytes(b"PAR1 and no more")
    with pytest.raises(DatasetError, match=rf"{part.name}: cannot be read"):
        list(read_facts(tmp_path))
    pl.DataFrame({"record": ["{}", "[]"]}).write_parquet(part)
    with pytest.raises(DatasetError, match=rf"{part.name}:1: is no fact"):
        list(read_facts(tmp_path))
