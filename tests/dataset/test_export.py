"""Export: what a merged folder holds for spreadsheets, programs and Frictionless, and what it says of bad folders."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import polars as pl
import pytest
import simplejson
from hypothesis import given
from hypothesis import strategies as st

from extractor.dataset.export.columns import TABLES
from extractor.dataset.export.frames import FORMULA, NUMBER, digits_of, safe
from extractor.dataset.export.tables import FILES, FOLDER, export, merge_and_export
from extractor.dataset.folder import merge_folder, read_facts
from extractor.model.errors import DatasetError, OutputError
from extractor.model.records import Place, Stated
from extractor.places.records import place_record
from tests.datasets import fact, merged, place, with_facts

YEN_BINH = {"phường Văn Phú", "xã Bảo Ái", "xã Cảm Nhân", "xã Thác Bà", "xã Yên Bình", "xã Yên Thành"}
LONG = Decimal("123456789012345678901234567890.12345678")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return merged(tmp_path_factory.mktemp("dataset"))


def rows(path: Path) -> list[dict[str, Any]]:
    return pl.read_csv(path, infer_schema=False).to_dicts()


def faults(folder: Path) -> list[tuple[str, str]]:
    """What frictionless finds wrong with the package, with the foreign keys and the numbers of rows checked."""
    report = frictionless.validate(str(folder / "datapackage.json"), type="package")
    assert not report.errors, report.errors
    return [(task.name, error.message) for task in report.tasks for error in task.errors]


@pytest.mark.parametrize("bom", [False, True], ids=["no BOM", "BOM"])
@pytest.mark.parametrize("units", ["then", "today"])
def test_the_package_is_valid(units: Any, bom: bool, dataset: Path) -> None:
    done = export(dataset, units=units, bom=bom)
    assert set(done) <= {path.name for path in dataset.iterdir()}
    assert faults(dataset) == []
    tables = [(dataset / name).read_bytes() for name in FILES if name.endswith("csv")]
    assert [table.startswith(b"\xef\xbb\xbf") for table in tables] == [bom] * len(tables)
    package = simplejson.loads((dataset / "datapackage.json").read_text(encoding="utf-8"))
    assert {one["name"] for one in package["resources"]} == {*TABLES, "wide"}
    keys = {one["name"]: one["schema"].get("foreignKeys", []) for one in package["resources"]}
    assert {key["fields"][0] for key in keys["figures"]} == {"article_id", "part_of"}
    assert {key["fields"][0] for key in keys["facts"]} == {"part_of"}


def test_frictionless_would_tell(tmp_path: Path) -> None:
    export(with_facts(tmp_path, [fact()]))
    assert faults(tmp_path) == []
    for name, old, new in (("mentions.csv", "figure-f", "figure-x"), ("facts.csv", ",421,", ",many,")):
        text = (tmp_path / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace(old, new), encoding="utf-8")
    assert {fault[0] for fault in faults(tmp_path)} >= {"mentions", "facts"}


def test_every_fact_is_in_every_table(dataset: Path) -> None:
    export(dataset)
    facts = {one.id: one for one in read_facts(dataset)}
    written = {row["id"]: row for row in rows(dataset / "facts.csv")}
    table = pl.read_parquet(dataset / "facts.parquet")
    assert facts.keys() == written.keys() == set(table["id"])
    assert {name for row in rows(dataset / "wide.csv") for name in simplejson.loads(row["facts"])} == facts.keys()
    for one in table.iter_rows(named=True):
        assert one["value"] == facts[one["id"]].value
        assert one["figures"] == list(facts[one["id"]].figures)
        said = written[one["id"]]["value"]
        assert (Decimal(said) if said else None) == facts[one["id"]].value


def test_types_of_parquet(dataset: Path) -> None:
    export(dataset)
    types = pl.scan_parquet(dataset / "facts.parquet").collect_schema()
    assert types["value"] == pl.Decimal(38, 6)
    assert types["first_published"] == types["first_day"] == pl.Date()
    assert types["figures"] == pl.List(pl.String())
    assert types["sources"] == pl.Int64()
    assert types["place_today"] == pl.List(pl.Struct(dict.fromkeys(("name", "province", "extent"), pl.String())))


@pytest.mark.parametrize("value", ["-5", "3.10", "0.12345678", "123456789012345678.25", "1E+12", str(LONG)])
def test_numbers_keep_every_digit(value: str, tmp_path: Path) -> None:
    export(with_facts(tmp_path, [fact(value=Decimal(value))]))
    assert Decimal(rows(tmp_path / "facts.csv")[0]["value"]) == Decimal(value)
    assert Decimal(rows(tmp_path / "wide.csv")[0]["2023"]) == Decimal(value)
    (row,) = pl.read_parquet(tmp_path / "facts.parquet").to_dicts()
    assert Decimal(row["value"]) == Decimal(row["values"][0]["value"]) == Decimal(value)
    assert "E" not in digits_of(Decimal(value))


UNSAFE = (
    "=1+1", '=HYPERLINK("http://a")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1+1", "\n=1",
)  # fmt: skip


@pytest.mark.parametrize("text", UNSAFE, ids=repr)
def test_no_cell_runs_as_a_formula(text: str, tmp_path: Path) -> None:
    assert safe(text) == f"'{text}"
    assert safe(safe(text)) != safe(text), "an apostrophe of the text is told from one that was put there"
    stated = fact(item=text, unit=text, action=text, place=Place(name=text, level=None), value=Decimal(-5))
    export(with_facts(tmp_path, [stated]))
    for name in ("facts.csv", "wide.csv", "places.csv"):
        for row in rows(tmp_path / name):
            cells = [cell for cell in row.values() if cell]
            assert f"'{text}" in cells
            assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝") and cell != "-5"]
    assert pl.read_parquet(tmp_path / "facts.parquet")["item"].to_list() == [text]
    assert faults(tmp_path) == []


@given(st.text(st.sampled_from("'=+-@\t\r\n 1,a＝"), max_size=8) | st.text())
def test_what_was_put_before_a_cell_can_be_taken_off(text: str) -> None:
    cell = safe(text)
    assert (cell[1:] if cell[:1] == "'" and FORMULA.match(cell[1:]) else cell) == text
    assert not FORMULA.match(cell) or cell[:1] == "'" or NUMBER.fullmatch(cell)


@pytest.mark.parametrize("text", ["-5", "-12,5", "421", "Mù Cang Chải", "2021 - 2025", "'Dân vận khéo'", "a=b"])
def test_harmless_cells_stay(text: str) -> None:
    assert safe(text) == text


def test_cells_with_quotes_commas_and_lines_come_back(tmp_path: Path) -> None:
    item = 'mô hình "Dân vận khéo", loại 1\nvà\r\n2'
    export(with_facts(tmp_path, [fact(item=item)]))
    assert rows(tmp_path / "facts.csv")[0]["item"] == item
    assert faults(tmp_path) == []


def test_wide_puts_years_side_by_side(tmp_path: Path) -> None:
    facts = [
        fact("a", value=Decimal(400), period="2022", modifier="more_than"),
        fact("b", value=Decimal(421), period="2023"),
        fact("c", value=Decimal(300), period="2023-06"),  # the whole year goes before a month of it
        fact("d", value=Decimal(7), period="2020/2022"),  # longer than a year: a row of its own
        fact("e", value=None, low=Decimal(2), high=Decimal(3), period=None),
    ]
    export(with_facts(tmp_path, facts))
    by_span = {row["span"]: row for row in rows(tmp_path / "wide.csv")}
    single = by_span[None]
    assert (single["place_then"], single["province_then"]) == ("huyện Yên Bình", "tỉnh Yên Bái")
    assert single["item"] == "mô hình"
    assert (single["2022"], single["2022_note"]) == ("400", "more_than")
    assert (single["2023"], single["2023_note"]) == ("421", "1 more in facts.csv")
    assert (single["undated"], single["undated_note"]) == (None, "from 2 to 3")
    assert simplejson.loads(single["facts"]) == ["a", "c", "b", "e"]
    assert (by_span["2020/2022"]["2022"], by_span["2020/2022"]["2023"]) == ("7", None)
    assert by_span["2020/2022"]["2022_note"] == "period 2020/2022"


def test_wide_has_words_beside_an_indicator(tmp_path: Path) -> None:
    facts = [
        fact("a", indicator="mobilisation.models", period="2022", item="mô hình"),
        fact("b", indicator="mobilisation.models", period="2023", item="mô hình Dân vận khéo"),
        fact("c", period="2024/..", item="điển hình"),
    ]
    export(with_facts(tmp_path, facts))
    first, second = rows(tmp_path / "wide.csv")
    assert (first["indicator"], first["item"], first["span"], first["2024"]) == (None, "điển hình", "2024/..", "421")
    assert (second["indicator"], second["item"]) == ("mobilisation.models", "mô hình Dân vận khéo")
    assert (second["2022"], second["2023"], second["2024"]) == ("421", "421", None)


def test_wide_shows_conflicts(tmp_path: Path) -> None:
    values = (
        Stated(value=Decimal(900_000), modifier="nearly", figures=("figure-f",)),
        Stated(value=Decimal(900_000), modifier="more_than", figures=("figure-g",)),
    )
    trees = fact(value=Decimal(900_000), modifier="nearly", agreement="conflicting", values=values)
    export(with_facts(tmp_path, [trees]))
    (row,) = rows(tmp_path / "wide.csv")
    assert row["2023_note"] == "nearly; conflicting: nearly 900000, more_than 900000"


def test_wide_by_the_units_of_today(tmp_path: Path) -> None:
    facts = [fact("a"), fact("b", place=place("Đại Minh", "xã", "Yên Bái")), fact("c", place=None)]
    export(with_facts(tmp_path, facts), units="today")
    found = rows(tmp_path / "wide.csv")
    assert {row["place_today"] for row in found if row["place_then"] == "huyện Yên Bình"} == YEN_BINH
    under = [row for row in found if row["place_today"] == "xã Thác Bà"]
    held = [(row["place_then"], row["extent"]) for row in under]
    assert held == [("huyện Yên Bình", "part"), ("xã Đại Minh", "whole")]
    assert [row["place_today"] for row in found if row["place_then"] is None] == [None]


def test_places_old_under_new_and_new_under_old(tmp_path: Path) -> None:
    today = place_record("Yên Thành", "xã", when=date(2026, 1, 5), context="Lào Cai")
    homonym = Place(name="huyện Châu Thành", level="huyện")
    facts = [fact("a"), fact("b"), fact("c", place=today), fact("d", place=homonym)]
    export(with_facts(tmp_path, facts))
    found = rows(tmp_path / "places.csv")
    assert {row["place_today"] for row in found if row["place_then"] == "huyện Yên Bình"} == YEN_BINH
    assert {row["facts"] for row in found if row["place_then"] == "huyện Yên Bình"} == {"2"}
    held = {row["place_then"] for row in found if row["place_today"] == "xã Yên Thành"}
    assert held >= {"huyện Yên Bình", "xã Yên Thành", "xã Phúc Ninh", "xã Xuân Lai"}
    assert [row["place_today"] for row in found if row["place_then"] == "huyện Châu Thành"] == [None], "never guessed"
    assert rows(tmp_path / "facts.csv")[0]["place_today"].startswith("phường Văn Phú, tỉnh Lào Cai (part); xã ")


def test_an_empty_dataset(tmp_path: Path) -> None:
    export(with_facts(tmp_path, []))
    assert faults(tmp_path) == []
    assert pl.read_parquet(tmp_path / "facts.parquet").height == 0


def test_merging_with_tables_gives_what_a_merge_and_an_export_give(dataset: Path, tmp_path: Path) -> None:
    for name in ("articles.jsonl", "figures.jsonl"):
        (tmp_path / name).write_bytes((dataset / name).read_bytes())
    found, names = merge_and_export(tmp_path, units="today", bom=True)
    together = {name: (tmp_path / name).read_bytes() for name in ("facts.jsonl", *names)}
    assert merge_folder(tmp_path) == found
    export(tmp_path, units="today", bom=True)
    assert together == {name: (tmp_path / name).read_bytes() for name in together}


def test_export_again_gives_the_same(dataset: Path) -> None:
    export(dataset)
    first = {name: (dataset / name).read_bytes() for name in FILES}
    export(dataset)
    assert {name: (dataset / name).read_bytes() for name in FILES} == first
    assert not (dataset / FOLDER).exists()


BROKEN = {
    "no facts": ("facts.jsonl", None, "cannot be read: No such file"),
    "half a line": ("facts.jsonl", b'{"id": "f", "ki', "is no whole JSON object"),
    "another record": ("facts.jsonl", b'{"id": "f"}\n', "is no fact"),
    "not UTF-8": ("figures.jsonl", b"\xff\n", "is not in UTF-8"),
    "no object": ("articles.jsonl", b"[1]\n", "is no whole JSON object"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_folder_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    file, content, what = BROKEN[name]
    export(with_facts(tmp_path, [fact()]))
    before = {name: (tmp_path / name).read_bytes() for name in FILES}
    if content is None:
        (tmp_path / file).unlink()
    else:
        (tmp_path / file).write_bytes(content)
    with pytest.raises(DatasetError) as error:
        export(tmp_path)
    assert error.value.what.startswith(what)
    assert error.value.where.startswith(str(tmp_path / file))
    assert error.value.todo
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == before, "what was there stays"
    assert not (tmp_path / FOLDER).exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no such folder"):
        export(tmp_path / "missing")


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_lies_in_the_way_stays(kind: str, tmp_path: Path) -> None:
    with_facts(tmp_path, [fact()])
    path = tmp_path / "articles.csv"
    path.write_text("mine", encoding="utf-8") if kind == "file" else path.mkdir()
    with pytest.raises(OutputError, match="is in the way"):
        export(tmp_path)
    assert path.is_dir() or path.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "facts.csv").exists()


LIMITED = """
import resource, signal, sys
from pathlib import Path
from extractor.dataset.export.tables import export
from extractor.model.errors import OutputError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    export(Path(sys.argv[1]))
except OutputError as error:
    print(error)
"""


@pytest.mark.process
@pytest.mark.parametrize("most", [1_000, 20_000], ids=["articles.csv", "facts.csv"])
def test_a_full_disk_is_told_and_loses_nothing(most: int, dataset: Path) -> None:
    export(dataset)
    before = {path.name: path.read_bytes() for path in dataset.iterdir()}
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(dataset), str(most)], capture_output=True, text=True, check=True
    )
    assert "cannot be written" in done.stdout, done.stderr
    assert {path.name: path.read_bytes() for path in dataset.iterdir()} == before
