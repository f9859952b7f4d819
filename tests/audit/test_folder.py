"""What an audit writes beside the facts of a run: lines, a table, a report, its place in the data package."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import polars as pl
import pytest
import simplejson

import extractor
from extractor import audit, findings_frame
from extractor.audit import folder as auditing
from extractor.audit.drafts import Audited, Draft
from extractor.audit.folder import FILES, FOLDER, audit_folder
from extractor.dataset.export.columns import FINDINGS, TABLES
from extractor.dataset.export.tables import export, new_files
from extractor.dataset.folder import merge_folder, read_findings
from extractor.model.errors import DatasetError, OutputError
from extractor.model.records import Bounds, Explanation, Finding
from tests.findings import HOSTILE, findings_over, made, one_of_each, run


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run(tmp_path_factory.mktemp("run"))


@pytest.fixture
def folder(plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A merged run of its own, whose checks find one finding of each kind."""
    out = tmp_path / "out"
    out.mkdir()
    for path in plain.iterdir():
        (out / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(auditing, "findings", findings_over(plain))
    return out


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_written_and_counted(folder: Path) -> None:
    done = audit_folder(folder)
    assert dict(done.verdicts) == {"refuted": 3, "supported": 1, "not_enough_info": 1}
    assert dict(done.checks) == {"sum": 3, "scale": 1, "record": 1}
    assert (done.figures, done.alone) == (15, 1)
    assert set(done.files) == {*FILES, "datapackage.json"}
    assert [one.id for one in read_findings(folder)] == [one.id for one in one_of_each(folder)]
    assert not (folder / FOLDER).exists()


def test_auditing_again_gives_the_same(folder: Path) -> None:
    audit_folder(folder)
    first = contents(folder)
    audit_folder(folder)
    assert contents(folder) == first


@pytest.mark.parametrize("bom", [False, True], ids=["no BOM", "BOM"])
def test_the_package_has_the_findings_and_is_valid(bom: bool, folder: Path) -> None:
    export(folder, bom=bom)
    audit_folder(folder, bom=bom)
    report = frictionless.validate(str(folder / "datapackage.json"), type="package")
    assert report.valid, report.flatten(["message"])
    package = simplejson.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resources = {one["name"]: one for one in package["resources"]}
    assert set(resources) == {*TABLES, "wide", "findings"}
    keys = {key["fields"][0]: key["reference"] for key in resources["findings"]["schema"]["foreignKeys"]}
    assert keys["figure_id"] == {"resource": "figures", "fields": ["id"]}
    assert keys["article_id"] == {"resource": "articles", "fields": ["id"]}
    assert (folder / "findings.csv").read_bytes().startswith(b"\xef\xbb\xbf") == bom


def test_frictionless_would_tell_of_a_figure_that_is_not_there(folder: Path) -> None:
    audit_folder(folder)
    first = next(read_findings(folder))
    text = (folder / "findings.csv").read_text(encoding="utf-8")
    changed = text.replace(f",{first.figures[0]},", ",f0,", 1)
    assert changed != text
    (folder / "findings.csv").write_text(changed, encoding="utf-8")
    assert not frictionless.validate(str(folder / "datapackage.json"), type="package").valid


def test_merging_anew_takes_the_findings_out_of_the_package(folder: Path) -> None:
    audit_folder(folder)
    before = (folder / "findings.csv").read_bytes()
    merge_folder(folder)
    export(folder)
    package = simplejson.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert "findings" not in {one["name"] for one in package["resources"]}
    assert (folder / "findings.csv").read_bytes() == before, "they stay until they are made anew"


def test_the_cells_of_the_table(folder: Path) -> None:
    audit_folder(folder)
    rows = pl.read_csv(folder / "findings.csv", infer_schema=False).to_dicts()
    by_check = {row["check"]: row for row in rows if row["verdict"] != "supported"}
    assert [*rows[0]] == [column.name for column in FINDINGS.columns]
    scale, record, hostile = by_check["scale"], by_check["record"], by_check["sum"]
    assert (scale["stated_low"], scale["stated_high"]) == ("560000", "560000")
    assert (scale["expected_low"], scale["severity"]) == ("56000", "high")
    assert len(simplejson.loads(scale["figures"])) == len(simplejson.loads(scale["articles"])) == 4
    assert simplejson.loads(scale["figures"])[0] == scale["figure_id"]
    assert simplejson.loads(scale["sentences"])[0] == {"article": "khach-2023", "start": 0, "end": 59}
    assert (record["record_file"], record["record_row"], record["record_value"]) == ("records.csv", "7", "1240")
    assert record["record_item"] == f"Hộ nghèo {HOSTILE}"
    assert (hostile["expected_low"], hostile["expected_high"]) == (None, "120"), "an open end is empty"
    assert hostile["record_row"] is None


def test_no_cell_runs_as_a_formula(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = next(iter(one_of_each(folder)))
    evil = one.model_copy(update={"arithmetic": "=1+1", "explanation": one.explanation.model_copy(update={"vi": "@A"})})
    monkeypatch.setattr(auditing, "findings", lambda *_: iter([evil]))
    audit_folder(folder)
    (row,) = pl.read_csv(folder / "findings.csv", infer_schema=False).to_dicts()
    assert (row["arithmetic"], row["explanation_vi"]) == ("'=1+1", "'@A")


def test_a_frame_of_findings(folder: Path) -> None:
    frame = findings_frame(one_of_each(folder))
    assert frame.height == 5
    assert frame["expected_high"].to_list() == [Decimal(915), Decimal(10), Decimal(56_000), Decimal(120), None]
    assert frame.schema["stated_low"] == pl.Decimal(38, 6)
    assert frame["sentences"][0].to_list()[0].keys() == {"article", "start", "end"}
    assert findings_frame([]).columns == frame.columns
    grouped = frame.group_by("verdict").len().sort("verdict")
    assert grouped.rows() == [("not_enough_info", 1), ("refuted", 3), ("supported", 1)]


def test_bounds_keep_their_digits() -> None:
    figure = _figure()
    narrow = made([figure], stated=None).model_copy(update={"stated": Bounds(low=Decimal("0.12345678"), high=None)})
    frame = findings_frame([narrow])
    assert frame["stated_low"][0] == Decimal("0.12345678")
    assert frame["stated_high"][0] is None


def _figure() -> Any:
    news = extractor.Article(id="1", source="notes", text="Toàn xã có 421 hộ nghèo.")
    return extractor.extract(news).figures[0]


def test_the_public_names() -> None:
    assert extractor.audit is audit
    assert "audit" in extractor.__all__
    assert audit.audit_folder is audit_folder
    assert {"findings", "read_records", "audit_folder"} <= set(dir(audit))
    assert not hasattr(audit, "nothing")
    article = extractor.Article(id="1", source="notes", text="Toàn xã có 421 hộ nghèo.")
    figures = extractor.extract(article).figures
    assert not [one for one in audit.findings([article], figures, extractor.merge(figures)) if one.verdict == "refuted"]


def test_what_a_check_tells_twice_is_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    article = extractor.Article(id="1", source="notes", text="Toàn xã có 421 hộ nghèo và 35 hộ mới.")
    figures = extractor.extract(article).figures

    def twice(audited: Audited) -> Iterator[Draft]:
        for one in (*audited.figures, *audited.figures):
            yield Draft("sum", "supported", (one,), Explanation(vi="Khớp.", en="It holds."))

    monkeypatch.setattr("extractor.audit.auditing.WITHIN", (twice,))
    found = list(audit.findings([article], figures, extractor.merge(figures)))
    assert [one.figures for one in found] == [(figure.id,) for figure in figures]


def test_a_total_that_is_stated_twice_is_one_finding() -> None:
    parts = "Trong đó có 91 mô hình kinh tế, 232 mô hình văn hóa và 98 mô hình quốc phòng."
    text = f"Huyện Yên Bình có 421 mô hình “Dân vận khéo”\n\nĐến nay, toàn huyện có 421 mô hình “Dân vận khéo”. {parts}"
    article = extractor.Article(id="1", source="notes", text=text)
    figures = extractor.extract(article).figures
    total, other, *rest = figures
    (fact, *_) = facts = list(extractor.merge(figures, [article]))
    assert set(fact.figures) == {total.id, other.id}

    def of_both(audited: Audited) -> Iterator[Draft]:
        for one in (total, other):
            yield Draft("sum", "supported", (one, *rest), Explanation(vi="Khớp.", en="It holds."))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("extractor.audit.auditing.WITHIN", (of_both,))
        (found,) = audit.findings([article], figures, facts)
    assert found.figures == (total.id, *(one.id for one in rest), other.id)
    assert len(found.sentences) == 3


def test_what_copies_repeat_is_one_finding_whoever_comes_first() -> None:
    text = "Năm 2023, huyện Yên Bình (Yên Bái) có 11 sản phẩm OCOP, gồm 8 sản phẩm 3 sao và 2 sản phẩm 4 sao."

    def told(*copies: tuple[str, str | None]) -> list[Finding]:
        articles = [extractor.Article(id=name, source="n", text=text, same_as=same_as) for name, same_as in copies]
        figures = [figure for one in articles for figure in extractor.extract(one).figures]
        return list(audit.findings(articles, figures, extractor.merge(figures, articles)))

    (one,) = told(("a", None), ("b", "a"))
    assert one.verdict == "refuted"
    assert (len(one.figures), len(one.sentences), one.articles) == (6, 2, ("a", "b"))
    assert [found.id for found in told(("b", None), ("a", "b"))] == [one.id]
    for chain in ((("a", "missing"), ("b", "a")), (("a", "a"), ("b", None))):
        assert {name for found in told(*chain) for name in found.articles} == {"a", "b"}, "none is lost"


def test_a_run_that_is_not_merged(plain: Path, tmp_path: Path) -> None:
    for name in ("articles.jsonl", "figures.jsonl"):
        (tmp_path / name).write_bytes((plain / name).read_bytes())
    with pytest.raises(DatasetError, match=r"there is no facts\.jsonl.*solieu merge"):
        audit_folder(tmp_path)
    with pytest.raises(DatasetError, match="no such folder"):
        audit_folder(tmp_path / "missing")
    assert not (tmp_path / "report.html").exists()


ONE, OTHER = "Năm 2023, xã Tân Lĩnh có 421 hộ nghèo.", "Năm 2023, xã Mường Lai có 35 hộ nghèo."


@pytest.mark.parametrize(("left_out", "said"), [
    ("articles", "which is not among the articles"),
    ("figures", "which is not among the figures"),
    ("facts", "is stated by none of the facts"),
])  # fmt: skip
def test_what_is_not_of_one_run_is_told(left_out: str, said: str) -> None:
    articles = [extractor.Article(id=str(at), source="notes", text=text) for at, text in enumerate((ONE, OTHER))]
    figures = [figure for one in articles for figure in extractor.extract(one).figures]
    facts = list(extractor.merge(figures, articles))
    assert not list(audit.findings(articles, figures, facts))
    without: dict[str, Any] = {"articles": articles, "figures": figures, "facts": facts}
    without[left_out] = without[left_out][1:]
    with pytest.raises(DatasetError, match=f"{said}.*solieu merge"):
        list(audit.findings(without["articles"], without["figures"], without["facts"]))


def test_facts_of_another_run_are_told_and_the_former_findings_stay(plain: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(plain, out)
    audit_folder(out)
    before = contents(out)
    lines = (out / "figures.jsonl").read_bytes().splitlines(keepends=True)
    (out / "figures.jsonl").write_bytes(b"".join(lines[1:]))
    with pytest.raises(DatasetError, match="not of one run"):
        audit_folder(out)
    assert contents(out) | {"figures.jsonl": b""} == before | {"figures.jsonl": b""}


def test_another_audit_in_the_same_folder_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audit_folder(folder)
    before = contents(folder)
    monkeypatch.setattr("extractor.dataset.export.tables.PATIENCE", 0)
    with new_files(folder, FOLDER) as theirs:
        (theirs / "findings.jsonl").write_text("half", encoding="utf-8")
        with pytest.raises(OutputError, match="another command of solieu is writing there"):
            audit_folder(folder)
        assert (theirs / "findings.jsonl").read_text(encoding="utf-8") == "half", "it goes on undisturbed"
    assert contents(folder) == before
    audit_folder(folder)


def test_a_run_without_a_package_is_audited_without_one(folder: Path) -> None:
    (folder / "datapackage.json").unlink()
    assert audit_folder(folder).files == FILES
    assert not (folder / "datapackage.json").exists()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_lies_in_the_way_stays(kind: str, name: str, folder: Path) -> None:
    path = folder / name
    path.write_text("<p>mine</p>\n", encoding="utf-8") if kind == "file" else path.mkdir()
    before = {one.name for one in folder.iterdir()}
    with pytest.raises(OutputError, match=f"{name}: is in the way"):
        audit_folder(folder)
    assert path.is_dir() or path.read_text(encoding="utf-8") == "<p>mine</p>\n"
    assert {one.name for one in folder.iterdir()} == before


def test_files_that_an_audit_without_findings_wrote_are_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auditing, "findings", lambda *_: iter(()))
    audit_folder(folder)
    assert (folder / "findings.jsonl").read_bytes() == b""
    audit_folder(folder, bom=True)
    audit_folder(folder)


def test_an_audit_that_breaks_off_leaves_the_former_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audit_folder(folder)
    before = contents(folder)

    def broken(*_: object) -> Iterator[Finding]:
        yield from list(one_of_each(folder))[:2]
        raise DatasetError("a damaged line", where="figures.jsonl:3", todo="Extract again.")

    monkeypatch.setattr(auditing, "findings", broken)
    with pytest.raises(DatasetError, match="a damaged line"):
        audit_folder(folder)
    assert contents(folder) == before


KILLED = """
import sys, time
from pathlib import Path
from extractor.audit import folder
from extractor.audit.report.shapes import Report

def wait(path: Path, report: Report) -> None:
    path.write_text("half", encoding="utf-8")
    print("writing", flush=True)
    time.sleep(60)

folder.write_report = wait
folder.audit_folder(Path(sys.argv[1]))
"""


@pytest.mark.process
def test_a_killed_audit_leaves_the_former_files(folder: Path) -> None:
    audit_folder(folder)
    before = contents(folder)
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "writing\n"
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    assert {name: (folder / name).read_bytes() for name in before} == before
    audit_folder(folder)
    assert contents(folder) == before, "nothing is left over"


LIMITED = """
import resource, signal, sys
from pathlib import Path
from extractor.audit.folder import audit_folder
from extractor.model.errors import OutputError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8_000,) * 2)
try:
    audit_folder(Path(sys.argv[1]))
except OutputError as error:
    print(error)
"""


@pytest.mark.process
def test_a_full_disk_is_told_and_loses_nothing(folder: Path) -> None:
    audit_folder(folder)
    before = contents(folder)
    done = subprocess.run([sys.executable, "-c", LIMITED, str(folder)], capture_output=True, text=True, check=True)
    assert "cannot be written" in done.stdout, done.stderr
    assert contents(folder) == before
