"""Findings made by hand over a small run, for tests of what becomes of findings: files, tables, a report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from extractor.audit.drafts import Draft, finding
from extractor.audit.report.shapes import Official
from extractor.cli.app import app
from extractor.dataset.claims import Interval
from extractor.dataset.folder import read_figures
from extractor.model.records import Article, Explanation, Fact, Failure, FigureBase, Finding, OfficialRow

SCRIPT = "<script>document.title = 'hacked'</script>"
HOSTILE = f"\"'><img src=x onerror=\"document.title='hacked'\">{SCRIPT}"
NEWS: tuple[dict[str, str], ...] = (
    {"id": "khe-ngoai", "title": "Huyện Yên Bình nhân rộng mô hình “Dân vận khéo”", "published": "2023-12-20",
     "url": "https://example.com/yen-binh-dan-van-kheo", "site": "Báo Yên Bình",
     "text": "Năm 2023, toàn huyện Yên Bình (Yên Bái) có 917 mô hình “Dân vận khéo”, trong đó lĩnh vực kinh tế có 312"
             " mô hình, văn hóa - xã hội có 405 mô hình, quốc phòng - an ninh có 198 mô hình.\n\n"
             "Huyện hỗ trợ 25 hộ nghèo, trồng 30 ha quế."},
    {"id": "ocop", "title": "Thêm 10 sản phẩm OCOP", "published": "2023-11-02", "url": "http://example.com/ocop",
     "text": "Năm 2023, huyện Lục Yên (Yên Bái) có 10 sản phẩm OCOP, gồm 8 sản phẩm 3 sao và 2 sản phẩm 4 sao."},
    *({"id": f"khach-{year}", "title": f"Du lịch Lý Sơn năm {year}", "published": f"{year}-12-28",
       "url": f"https://example.com/ly-son-{year}",
       "text": f"Năm {year}, huyện Lý Sơn (Quảng Ngãi) đón {guests} lượt khách."}
      for year, guests in ((2020, "38.500"), (2021, "45.000"), (2022, "gần 52.000"), (2023, "560.000"))),
    {"id": "hostile", "title": f"Tin {HOSTILE}", "published": "2023-10-01", "url": "javascript:document.title='hacked'",
     "site": HOSTILE, "text": f"Năm 2023, xã Tân Lĩnh có 120 hộ nghèo {HOSTILE}, trong đó 130 hộ mới {SCRIPT}."},
    {"id": "thu", "title": "Thư ngỏ gửi bà con", "published": "2023-09-01", "text": "Kính chúc bà con mạnh khỏe. " * 9},
)  # fmt: skip


OFFICIAL = Official(
    "records.csv", 6, 1,
    (Failure(source="records.csv", what=f"{HOSTILE!r} is no number", where="records.csv:8", todo="Use figures."),),
)  # fmt: skip


def run(folder: Path, *more: Mapping[str, str]) -> Path:
    """A merged run over the news above, and one file that cannot be read."""
    folder.mkdir(parents=True, exist_ok=True)
    news, broken = folder / "in.jsonl", folder / "broken.txt"
    news.write_text("".join(f"{json.dumps(one)}\n" for one in (*NEWS, *more)), encoding="utf-8")
    broken.write_bytes(b"")
    out = folder / "out"
    done = CliRunner().invoke(app, ["extract", str(news), str(broken), "--out", str(out)])
    assert done.exit_code == 1, done.output
    assert CliRunner().invoke(app, ["merge", str(out)]).exit_code == 0
    return out


def figures_of(folder: Path, article: str) -> list[FigureBase]:
    """The figures of an article of a run, in the order of the text."""
    return sorted((one for one in read_figures(folder) if one.article_id == article), key=lambda one: one.start)


def made(figures: Iterable[FigureBase], **fields: Any) -> Finding:
    """A refuted sum of figures, where no field says otherwise."""
    given: dict[str, Any] = {
        "check": "sum", "verdict": "refuted", "figures": tuple(figures),
        "explanation": Explanation(vi="Các phần cộng lại không bằng tổng.", en="The parts do not add up to the total."),
    }  # fmt: skip
    return finding(Draft(**given | fields), {})


def exactly(value: int) -> Interval:
    """The interval of one value."""
    return Interval(Decimal(value), Decimal(value))


def one_of_each(folder: Path) -> Iterator[Finding]:
    """Findings over that run: refuted, supported and undecided, within and across articles and against a record."""
    total, *parts, poor, _ = figures_of(folder, "khe-ngoai")
    yield made(
        (total, *parts), stated=exactly(917), expected=exactly(915), arithmetic="312 + 405 + 198 = 915",
        explanation=Explanation(
            vi="Bài viết nêu 917 mô hình, nhưng ba lĩnh vực cộng lại chỉ được 915.",
            en="The article states 917 models, but its three fields add up to 915 only.",
        ),
    )  # fmt: skip
    yield made(
        figures_of(folder, "ocop")[:3], verdict="supported", stated=exactly(10), expected=exactly(10),
        arithmetic="8 + 2 = 10",
        explanation=Explanation(
            vi="10 sản phẩm OCOP đúng bằng 8 sản phẩm 3 sao cộng 2 sản phẩm 4 sao.",
            en="The 10 OCOP products are the 8 with three stars and the 2 with four.",
        ),
    )  # fmt: skip
    guests = [figures_of(folder, f"khach-{year}")[0] for year in (2023, 2022, 2021, 2020)]
    yield made(
        guests, check="scale", stated=exactly(560_000), expected=exactly(56_000), rests_on=("quantity", "place"),
        explanation=Explanation(
            vi="560.000 lượt khách năm 2023 gấp hơn 10 lần các năm trước; có lẽ thừa một chữ số 0.",
            en="560,000 visitors in 2023 are more than ten times those of the years before; a zero may be too many.",
        ),
    )  # fmt: skip
    whole, new = figures_of(folder, "hostile")[:2]
    yield made(
        (new, whole), stated=exactly(130), expected=Interval(None, Decimal(120)),
        explanation=Explanation(vi=f"130 hộ lớn hơn 120 hộ {HOSTILE}.", en=f"130 is more than 120 {HOSTILE}."),
    )  # fmt: skip
    yield made(
        [poor], check="record", verdict="not_enough_info", stated=exactly(25),
        record=OfficialRow(file="records.csv", row=7, place="huyện Yên Bình", item=f"Hộ nghèo {HOSTILE}", period="2022",
                           value=Decimal(1240), unit="hộ"),
        explanation=Explanation(
            vi="Dòng gần nhất trong số liệu chính thức là của năm 2022, không phải năm 2023.",
            en="The nearest row of the official records is of 2022, not of 2023.",
        ),
    )  # fmt: skip


def findings_over(folder: Path) -> Any:
    """What stands in for the checks: the findings above, whatever it is given."""

    def findings(*_: Iterable[Article | FigureBase | Fact] | None) -> Iterator[Finding]:
        return one_of_each(folder)

    return findings
