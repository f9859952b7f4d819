"""Tables: the heads of a column and a row give unit, item, place, time and status to the numbers of their cells."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.extraction.pipeline import Extraction
from extractor.model.records import Article
from extractor.reading.document import Document
from extractor.reading.sources import read_document
from tests.helpers import faults
from tests.layout.test_layouts import LEAD, PLAN, TITLE, WORK

Rows = tuple[tuple[str, ...], ...]
Told = set[tuple[str, str | None, str | None, str | None]]

COMMUNES: Rows = (
    ("Xã", "Diện tích (ha)", "Sản lượng (tấn)"),
    ("Nậm Lành", "120", "650,5"),
    ("Phố Cáo", "85", "430"),
    ("Tổng cộng", "205", "1.080,5"),
)
# name -> (unit of all, rows, (the number, unit, item, place or class or time))
TABLES: dict[str, tuple[str, Rows, Told]] = {
    "communes": ("", COMMUNES, {("120", "ha", "Diện tích", "xã Nậm Lành"), ("650,5", "t", "Sản lượng", "xã Nậm Lành"), ("430", "t", "Sản lượng", "xã Phố Cáo"), ("1.080,5", "t", "Sản lượng", "huyện Vân Sơn")}),
    "numbered rows": ("", (("TT", "Xã", "Hộ nghèo"), ("1", "Nậm Lành", "45"), ("2", "Phố Cáo", "61")), {("45", "hộ nghèo", "Hộ nghèo", "xã Nậm Lành"), ("61", "hộ nghèo", "Hộ nghèo", "xã Phố Cáo")}),
    "a column of units": (
        "",
        (("Chỉ tiêu", "Đơn vị tính", "Năm 2023", "Năm 2024"), ("Diện tích lúa", "ha", "1.200", "1.250"), ("Số hộ nghèo", "hộ", "421", "380"), ("Tỷ lệ hộ nghèo", "%", "8,5", "7,2")),
        {("1.200", "ha", "Diện tích lúa", "2023"), ("1.250", "ha", "Diện tích lúa", "2024"), ("421", "hộ", "Số hộ nghèo", "2023"), ("7,2", "%", "Tỷ lệ hộ nghèo", "2024")},
    ),
    "plan and result": (
        "",
        (("Chỉ tiêu", "ĐVT", "Kế hoạch 2024", "Thực hiện", "Đạt (%)"), ("Trồng rừng", "ha", "1.200", "1.250", "104,2")),
        {("1.200", "ha", "Trồng rừng", "target"), ("1.250", "ha", "Trồng rừng", "actual"), ("104,2", "%", "Trồng rừng", "actual")},
    ),
    "a unit of all": ("Đơn vị tính: triệu đồng", (("Xã", "Thu ngân sách", "Chi ngân sách"), ("Nậm Lành", "1.200", "1.150")), {("1.200", "VND", "Thu ngân sách", "xã Nậm Lành"), ("1.150", "VND", "Chi ngân sách", "xã Nậm Lành")}),
    "crops": (
        "",
        (("Cây trồng", "Diện tích (ha)", "Năng suất (tạ/ha)"), ("Lúa", "1.200", "54,5"), ("Ngô", "340", "42")),
        {("1.200", "ha", "Diện tích", "Lúa"), ("54,5", "tạ", "Năng suất", "Lúa"), ("340", "ha", "Diện tích", "Ngô")},
    ),
    "units of the rows": (
        "",
        (("Chỉ tiêu", "Năm 2023", "Năm 2024"), ("Diện tích (ha)", "1.200", "1.250"), ("Thu nhập bình quân (triệu đồng/người/năm)", "42,5", "46")),
        {("1.200", "ha", "Diện tích", "2023"), ("42,5", "VND", "Thu nhập bình quân", "2023"), ("46", "VND", "Thu nhập bình quân", "2024")},
    ),
    "years": ("", (("Năm", "Số hộ nghèo", "Tỷ lệ (%)"), ("2022", "512", "10,1"), ("2023", "421", "8,5")), {("512", "hộ nghèo", "Số hộ nghèo", "2022"), ("8,5", "%", "Tỷ lệ", "2023")}),
    "two names": (
        "",
        (("Xã", "Cây", "Diện tích (ha)"), ("Nậm Lành", "Lúa", "120"), ("Nậm Lành", "Ngô", "30")),
        {("120", "ha", "Diện tích", "Lúa"), ("30", "ha", "Diện tích", "Ngô"), ("30", "ha", "Diện tích", "xã Nậm Lành")},
    ),
    "prices": ("", (("Mặt hàng", "Giá (đồng/kg)"), ("Lợn hơi", "62.000"), ("Gạo tẻ", "15.000 - 16.000")), {("62.000", "VND", "Giá", "Lợn hơi"), ("15.000 - 16.000", "VND", "Giá", "Gạo tẻ")}),
    "names and values": ("", (("Diện tích tự nhiên", "112 km2"), ("Thu ngân sách", "85 tỷ đồng")), {("112 km2", "km2", "Diện tích tự nhiên", "huyện Vân Sơn"), ("85 tỷ đồng", "VND", "Thu ngân sách", "huyện Vân Sơn")}),
    "units in the cells": ("", (("Xã", "Diện tích", "Tỷ lệ"), ("Nậm Lành", "120 ha", "8,5%")), {("120 ha", "ha", "Diện tích", "xã Nậm Lành"), ("8,5%", "%", "Tỷ lệ", "xã Nậm Lành")}),
}  # fmt: skip
NO_UNIT: dict[str, tuple[str, Rows, set[str]]] = {
    "nothing says it": ("", (("Xã", "Xếp hạng"), ("Nậm Lành", "15"), ("Phố Cáo", "12")), {"15", "12"}),
    "two things say it": ("Đơn vị tính: %", (("Xã", "Hộ nghèo"), ("Nậm Lành", "45"), ("Phố Cáo", "61")), {"45", "61"}),
    "row and head differ": ("", (("Chỉ tiêu", "Sản lượng (tấn)"), ("Diện tích (ha)", "145")), {"145"}),
    "more cells than heads": ("", (("Xã", "Diện tích (ha)"), ("Nậm Lành", "145", "16")), {"145", "16"}),
}


def article(inside: str, form: str = "html") -> Extraction:
    if form == "text":
        found = read_document(Document("test", "\n".join((TITLE, LEAD, WORK, inside, PLAN)).encode()))
    else:
        page = f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p><p>{WORK}</p>{inside}<p>{PLAN}</p></body></html>"
        found = read_document(Document("test", page.encode(), form="html"))
    assert isinstance(found, Article), found
    extraction = extract(found)
    assert faults(extraction) == []
    return extraction


def table(rows: Rows, caption: str = "", *, tag: str = "th") -> str:
    lines = (
        "".join(f"<{tag if at == 0 else 'td'}>{cell}</{tag if at == 0 else 'td'}>" for cell in row)
        for at, row in enumerate(rows)
    )
    return f"<table>{f'<caption>{caption}</caption>' if caption else ''}{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def written(rows: Rows, caption: str, form: str) -> str:
    if form == "html":
        return table(rows, caption)
    if form == "html without heads":
        return f"<p>{caption}</p>" + table(rows, tag="td")
    if form == "markdown":
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join((caption, lines[0], "|" + "---|" * len(rows[0]), *lines[1:])).strip()
    return "\n".join((caption, *(" | ".join(row) for row in rows))).strip()


def told(extraction: Extraction) -> Told:
    """The figures, one entry for each of place, class, time and status."""
    return {
        (one.text, one.unit, one.item, said)
        for one in extraction.figures
        for said in (one.place.name if one.place else None, one.category, one.period, one.status)
    }


@pytest.mark.parametrize("form", ["html", "html without heads", "text", "markdown"])
class TestHeads:
    """The same tables on pages and in text."""

    @pytest.mark.parametrize("name", TABLES)
    def test_figures(self, name: str, form: str) -> None:
        caption, rows, wanted = TABLES[name]
        found = told(article(written(rows, caption, form), "text" if form in ("text", "markdown") else "html"))
        assert wanted - found == set()

    @pytest.mark.parametrize("name", NO_UNIT)
    def test_no_unit(self, name: str, form: str) -> None:
        caption, rows, numbers = NO_UNIT[name]
        extraction = article(written(rows, caption, form), "text" if form in ("text", "markdown") else "html")
        assert numbers & {one.text for one in extraction.figures} == set()
        assert numbers <= {one.text for one in extraction.passed if one.reason}


def values(extraction: Extraction) -> list[str]:
    return [f"{one.text} {one.unit}" for one in extraction.figures if one.rule["item"] == "item.table"]


CELLS = {
    "breaks in a head": ("<table><tr><th>Xã</th><th>Diện tích<br>(ha)</th></tr><tr><td>Nậm Lành</td><td>120</td></tr></table>", ["120 ha"]),
    "paragraphs": ("<table><tr><td><p>Xã</p></td><td><p>Diện tích</p><p>(ha)</p></td></tr><tr><td><p>Nậm Lành</p></td><td><p>120</p></td></tr></table>", ["120 ha"]),
    "a list beside": ("<table><tr><th>Xã</th><th>Diện tích (ha)</th><th>Cây</th></tr><tr><td>Nậm Lành</td><td>120</td><td><ul><li>lúa</li><li>ngô</li></ul></td></tr></table>", ["120 ha"]),
    "heads over heads": (
        "<table><tr><th rowspan=2>Xã</th><th colspan=2>Lúa</th><th colspan=2>Ngô</th></tr><tr><th>Diện tích (ha)</th><th>Sản lượng (tấn)</th><th>Diện tích (ha)</th><th>Sản lượng (tấn)</th></tr>"
        "<tr><td>Nậm Lành</td><td>120</td><td>650</td><td>30</td><td>140</td></tr></table>",
        ["120 ha", "650 t", "30 ha", "140 t"],
    ),
    "a name over rows": (
        "<table><tr><th>Xã</th><th>Cây</th><th>Diện tích (ha)</th></tr><tr><td rowspan=2>Nậm Lành</td><td>Lúa</td><td>120</td></tr><tr><td>Ngô</td><td>30</td></tr></table>",
        ["120 ha", "30 ha"],
    ),
    "an empty cell": ("<table><tr><th>TT</th><th>Xã</th><th>Hộ nghèo</th><th>Diện tích (ha)</th></tr><tr><td>1</td><td>Nậm Lành</td><td></td><td>120</td></tr><tr><td></td><td>Tổng</td><td>45</td><td>120</td></tr></table>", ["120 ha", "45 hộ nghèo", "120 ha"]),
    "links": ("<table><tr><th>Xã</th><th>Hộ nghèo</th></tr><tr><td><a href=/1>Nậm Lành</a></td><td><a href=/2>45</a></td></tr></table>", ["45 hộ nghèo"]),
    "two tables": (table(COMMUNES[:2]) + table((("Chỉ tiêu", "ĐVT", "Kết quả"), ("Trồng rừng", "ha", "35"))), ["120 ha", "650,5 t", "35 ha"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CELLS)
def test_cells(name: str) -> None:
    inside, wanted = CELLS[name]
    assert values(article(inside)) == wanted


@pytest.mark.parametrize(
    "cell",
    [
        "<ul><li>5.000 cây giống</li><li>12 tấn phân bón</li></ul>",
        "5.000 cây giống<br>12 tấn phân bón",
        "<p>5.000 cây giống</p><p>12 tấn phân bón</p>",
    ],
)
def test_a_list_within_a_cell(cell: str) -> None:
    extraction = article(f"<table><tr><th>Xã</th><th>Hỗ trợ</th></tr><tr><td>Nậm Lành</td><td>{cell}</td></tr></table>")
    assert "Nậm Lành | 5.000 cây giống; 12 tấn phân bón" in extraction.article.text
    found = [(one.text, one.item, one.place.name if one.place else None) for one in extraction.figures]
    assert ("5.000 cây", "cây giống", "xã Nậm Lành") in found
    assert ("12 tấn", "phân bón", "xã Nậm Lành") in found


def test_rows_of_links_are_kept_in_a_table_of_text() -> None:
    rows = "".join(
        f"<tr><td><a href='/{at}'>Xã Nậm Lành</a></td><td><a href='/{at}'>Tải báo cáo {at}</a></td></tr>"
        for at in (1, 2)
    )
    text = article(f"<table><tr><th>Xã</th><th>Báo cáo</th></tr>{rows}</table>").article.text
    assert "Xã | Báo cáo\nXã Nậm Lành | Tải báo cáo 1\nXã Nậm Lành | Tải báo cáo 2\n" in text


def test_the_row_is_the_sentence() -> None:
    extraction = article(table(COMMUNES))
    text = extraction.article.text
    (one,) = (one for one in extraction.figures if one.text == "650,5")
    assert text[slice(*one.sentence)] == "Nậm Lành | 120 | 650,5"


def test_a_table_of_a_thousand_rows_takes_its_time_by_the_row() -> None:
    from time import perf_counter

    from extractor.extraction.steps.tables import statements

    def took(times: int) -> float:
        text = "\n".join(" | ".join(row) for row in (COMMUNES[0], *COMMUNES[1:3] * times))
        start = perf_counter()
        statements(text)
        return perf_counter() - start

    took(10)
    assert took(1000) < 40 * max(took(100), 0.005)
