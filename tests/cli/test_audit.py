"""`solieu audit`, the audit of `solieu run`, and `solieu explain --finding`: what they write, say and end with."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

from extractor.audit import folder as auditing
from extractor.audit.folder import FILES
from extractor.cli.app import app
from extractor.cli.exit import DONE, REFUTED, SOME_FAILED, WRONG_USAGE
from extractor.dataset.folder import read_findings
from tests.findings import HOSTILE, NEWS, findings_over, one_of_each, run


def solieu(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), input=given)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A merged run whose checks find one finding of each kind."""
    out = run(tmp_path)
    monkeypatch.setattr(auditing, "findings", findings_over(out))
    return out


def test_the_summary(folder: Path) -> None:
    done = solieu("audit", folder)
    assert done.exit_code == DONE, done.output
    assert done.stdout == ""
    said = done.stderr.splitlines()
    assert said[0] == "5 findings"
    assert said[1] == "  verdicts: refuted 3, supported 1, not_enough_info 1"
    assert said[2] == "  checks: sum 3, scale 1, record 1"
    assert said[3] == "1 of 15 figures compared with nothing"
    assert "".join(said[4:]) == f"written to {folder}: {', '.join(FILES)}, datapackage.json"


def test_fail_on_refuted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert solieu("audit", folder, "--fail-on", "refuted").exit_code == REFUTED == 3
    assert (folder / "report.html").exists(), "the report is written all the same"
    good = [one for one in one_of_each(folder) if one.verdict != "refuted"]
    monkeypatch.setattr(auditing, "findings", lambda *_: iter(good))
    assert solieu("audit", folder, "--fail-on", "refuted").exit_code == DONE
    assert solieu("audit", folder, "--fail-on", "supported").exit_code == WRONG_USAGE


def test_records_are_read_with_their_columns(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    fake = SimpleNamespace(read_records=lambda path, mapping: asked.append((path, mapping)))
    monkeypatch.setitem(sys.modules, "extractor.audit.records", fake)
    assert solieu("audit", folder, "--records", "official.xlsx", "--columns", "columns.toml").exit_code == DONE
    assert solieu("audit", folder, "--records", "official.xlsx").exit_code == DONE
    assert solieu("audit", folder).exit_code == DONE
    assert asked == [(Path("official.xlsx"), Path("columns.toml")), (Path("official.xlsx"), None)]
    done = solieu("audit", folder, "--columns", "columns.toml")
    assert done.exit_code == WRONG_USAGE
    assert "--records" in done.stderr


def test_official_rows_that_cannot_be_used_are_told(folder: Path, tmp_path: Path) -> None:
    rows = ["Địa phương,Chỉ tiêu,Năm,Giá trị,Đơn vị", '"huyện Yên Bình, tỉnh Yên Bái",Hộ nghèo,2023,25,hộ']
    records = tmp_path / "records.csv"
    rows += [f'"huyện Yên Bình, tỉnh Yên Bái",Hộ nghèo,2023,chưa có {at},hộ' for at in range(30)]
    records.write_text("\n".join(rows), encoding="utf-8")
    done = solieu("audit", folder, "--records", records)
    assert done.exit_code == DONE, done.output
    said = done.stderr.splitlines()
    assert said[0] == "records.csv:3: 'chưa có 0' is no number. Write the value in figures."
    assert said[20] == "30 official rows not used, the first of them above"
    assert solieu("audit", folder).stderr.startswith("5 findings\n")


def test_a_folder_that_is_not_merged_is_told(tmp_path: Path) -> None:
    assert solieu("extract", "-", "--out", tmp_path, given="Toàn xã có 421 hộ nghèo.\n").exit_code == DONE
    done = solieu("audit", tmp_path)
    assert done.exit_code == WRONG_USAGE
    assert f"solieu merge {tmp_path}" in done.stderr
    assert not (tmp_path / "report.html").exists()


def test_run_ends_with_the_audit(tmp_path: Path) -> None:
    text = "Năm 2023, huyện Yên Bình có 421 mô hình.\n"
    done = solieu("run", "-", "--out", tmp_path, given=text)
    assert done.exit_code == DONE, done.output
    assert {path.name for path in tmp_path.iterdir()} >= {*FILES, "facts.jsonl", "datapackage.json"}
    assert "compared with nothing" in done.stderr
    assert "former" not in done.stderr
    assert solieu("run", "-", "missing.txt", "--out", tmp_path, given=text).exit_code == SOME_FAILED


def test_run_fails_on_what_is_refuted(tmp_path: Path) -> None:
    good = "Năm 2023, huyện Yên Bình (Yên Bái) có 10 sản phẩm OCOP, gồm 8 sản phẩm 3 sao và 2 sản phẩm 4 sao.\n"
    assert solieu("run", "-", "--out", tmp_path / "good", "--fail-on", "refuted", given=good).exit_code == DONE
    bad = good.replace("có 10", "có 11")
    assert solieu("run", "-", "--out", tmp_path / "bad", given=bad).exit_code == DONE
    done = solieu("run", "-", "missing.txt", "--out", tmp_path / "bad", "--fail-on", "refuted", given=bad)
    assert done.exit_code == REFUTED, done.output


def test_a_report_in_the_way_is_told_before_anything_is_done(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("<h1>mine</h1>", encoding="utf-8")
    done = solieu("run", "-", "--out", tmp_path, given="Toàn xã có 421 hộ nghèo.\n")
    assert done.exit_code == WRONG_USAGE
    assert "report.html: is in the way" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_records_that_cannot_be_read_are_told_before_anything_is_done(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = solieu("run", "-", "--out", out, "--records", tmp_path / "missing.csv", given="Toàn xã có 421 hộ nghèo.\n")
    assert done.exit_code == WRONG_USAGE
    assert "missing.csv" in done.stderr
    assert not out.exists()


def test_findings_of_former_facts_are_told(folder: Path) -> None:
    assert "former facts" not in solieu("merge", folder).stderr
    assert "former facts" not in solieu("audit", folder).stderr
    merged = solieu("merge", folder)
    assert f"the findings and the report in {folder} are those of former facts" in merged.stderr.replace("\n", "")
    assert f"solieu audit {folder}" in merged.stderr
    done = solieu("extract", "-", "--out", folder, given="Huyện Yên Bình có 15 xã.\n")
    assert f"solieu merge {folder}" in done.stderr
    assert f"solieu audit {folder}" in done.stderr


def test_a_finding_in_full(folder: Path) -> None:
    solieu("audit", folder)
    total, _, scale, _, record = read_findings(folder)
    done = solieu("explain", folder, "--finding", total.id)
    assert done.exit_code == DONE, done.output
    for said in (
        f"{total.id}  refuted  sum, low",
        "Bài viết nêu 917 mô hình, nhưng ba lĩnh vực cộng lại chỉ được 915.",
        "The article states 917 models, but its three fields add up to 915 only.",
        "312 + 405 + 198 = 915",
        "in doubt   917 mô hình",
        "có «917 mô hình» “Dân vận khéo”",
        "Huyện Yên Bình nhân rộng mô hình",
    ):
        assert said in done.stdout
    assert done.stdout.count("compared ") == 3
    short = solieu("explain", folder, "--finding", record.id[:8])
    assert f"records.csv, row 7: huyện Yên Bình · Hộ nghèo {HOSTILE} · 2022 · 1,240 hộ" in short.stdout
    assert "not enough info" in short.stdout
    assert "gần 52.000" in solieu("explain", folder, "--finding", scale.id).stdout


@pytest.mark.parametrize(("finding", "said"), [("x", "no finding has an id that begins with 'x'"),
                                               ("d", "several findings have an id that begins with 'd'")])  # fmt: skip
def test_a_finding_that_is_not_clear(finding: str, said: str, folder: Path) -> None:
    solieu("audit", folder)
    done = solieu("explain", folder, "--finding", finding)
    assert done.exit_code == WRONG_USAGE
    assert said in done.stderr


def test_a_finding_without_an_audit_or_of_another_run(folder: Path, tmp_path: Path) -> None:
    done = solieu("explain", folder, "--finding", "d1")
    assert done.exit_code == WRONG_USAGE
    assert f"solieu audit {folder}" in done.stderr
    solieu("audit", folder)
    name = next(read_findings(folder)).id
    (folder / "figures.jsonl").write_text("", encoding="utf-8")
    done = solieu("explain", folder, "--finding", name)
    assert done.exit_code == WRONG_USAGE
    assert f"finding {name} is of another run" in done.stderr


def test_a_finding_needs_a_folder_and_stands_alone(folder: Path) -> None:
    assert "--finding" in solieu("explain", "-", "--finding", "d1", given=NEWS[0]["text"]).stderr
    done = solieu("explain", folder, "--finding", "d1", "--fact", "t1")
    assert done.exit_code == WRONG_USAGE
    assert "not both" in done.stderr
