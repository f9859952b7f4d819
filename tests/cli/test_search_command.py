"""The command search: how a query was read, the table, JSON Lines, CSV, and what it says of what it cannot take."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from extractor.archive.telling import HITS
from extractor.cli.app import app
from extractor.cli.exit import DONE, WRONG_USAGE
from tests.archives import sample_archive


def search(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["search", *arguments, "--db", str(sample_archive())])


def records(done: Result) -> list[dict[str, Any]]:
    assert done.exit_code == DONE, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_it_tells_how_the_query_was_read_and_what_was_found() -> None:
    done = search("hộ nghèo dưới 5% năm 2024")
    assert done.exit_code == DONE
    assert "read as: hộ nghèo; < 5 %; period 2024" in done.stderr
    assert "1 figure found" in done.stderr
    assert "từ 4 - 5%" in done.stdout
    assert "huyện Lắk" in done.stdout
    assert "«từ 4 - 5%»" in done.stdout


def test_nothing_found_is_told() -> None:
    done = search("hộ nghèo xyzzy")
    assert done.exit_code == DONE
    assert "0 figures found" in done.stderr
    assert done.stdout == ""


def test_json_lines_are_records_with_their_sentences() -> None:
    (first, *_) = records(search("24/24 xã", "--json"))
    assert first["figure"]["value"] == first["figure"]["total"] == 24
    start, end = first["mark"]
    assert first["sentence"][start:end] == first["figure"]["text"]
    assert first["article"]["title"]


def test_csv_has_the_columns_of_results() -> None:
    done = search("dân vận khéo", "--csv", "--size", "3")
    assert done.exit_code == DONE
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 3
    assert list(rows[0]) == [column.name for column in HITS.columns]
    assert {row["unit"] for row in rows} == {"mô hình"}


def test_filters_sorting_and_pages() -> None:
    money = records(search("", "--kind", "money", "--place", "mai chau", "--sort=-value", "--json"))
    values = [one["figure"]["value"] for one in money]
    assert values == sorted(values, reverse=True)
    assert len(values) == 2
    assert (
        records(
            search(
                "", "--kind", "money", "--place", "mai chau", "--sort=-value", "--json", "--page", "2", "--size", "1"
            )
        )[0]
        == money[1]
    )
    both = records(search("", "--unit", "km", "--unit", "ha", "--least", "30", "--period", "2024", "--json"))
    assert {one["figure"]["unit"] for one in both} == {"km", "ha"}
    assert all((one["figure"]["value"] or one["figure"]["high"]) >= 30 for one in both)


def test_facets_tell_what_was_found_has_in_common() -> None:
    done = search("xã", "--facets")
    assert done.exit_code == DONE
    for said in ("place: ", "year: ", "kind: số đếm (count) ", "values in ", "articles with the words"):
        assert said in done.stdout


WRONG = (
    (("x", "--kind", "lenght"), "kind: unknown: 'lenght'. Take one of count, length"),
    (("x", "--period", "hôm qua"), "period: 'hôm qua' is no period"),
    (("x", "--place", "Atlantis"), "no place 'Atlantis' is known in this archive"),
    (("x", "--least", "5 tỷ"), "'5 tỷ' is no number"),
    (("x", "--page", "0"), "there is no page 0"),
    (("x", "--json", "--csv"), "give --json or --csv, not both"),
    (("x", "--json", "--facets"), "it goes with the table"),
)  # fmt: skip


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_what_it_cannot_take_is_told(arguments: tuple[str, ...], said: str) -> None:
    done = search(*arguments)
    assert done.exit_code == WRONG_USAGE
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert done.stdout == ""


def test_files_that_are_no_archive_are_told(tmp_path: Path) -> None:
    other, newer = tmp_path / "other.db", tmp_path / "newer.db"
    other.write_text("text", encoding="utf-8")
    newer.write_bytes(sample_archive().read_bytes())
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    for path, said in ((tmp_path / "none.db", "no such archive"), (other, "no archive"), (newer, "newer solieu")):
        done = CliRunner().invoke(app, ["search", "x", "--db", str(path)])
        assert done.exit_code == WRONG_USAGE
        assert said in done.stderr
        assert str(path) in done.stderr
