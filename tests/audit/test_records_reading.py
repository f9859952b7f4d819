"""Files of official figures: their forms and encodings, their columns, and what is said of what cannot be read."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from unicodedata import normalize

import polars as pl
import pytest
import xlsxwriter

from extractor.audit.records import Records, read_records
from extractor.dataset.claims import Interval
from extractor.model.errors import RecordsError

HEADER = ["Địa phương", "Chỉ tiêu", "Thời gian", "Giá trị", "Đơn vị"]
ROWS = [
    ["huyện Yên Bình, tỉnh Yên Bái", "Số mô hình dân vận khéo", "2023", "421", "mô hình"],
    ["tỉnh Yên Bái", "Diện tích rừng trồng", "quý I/2023", "12,5", "nghìn ha"],
]
CORPUS = Path(__file__).parent.parent.parent / "corpus"


def text_of(rows: list[list[str]], mark: str = ",") -> str:
    return "".join(mark.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


def written(folder: Path, text: str, *, encoding: str = "utf-8", name: str = "records.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def read(folder: Path, rows: list[list[str]], mapping: str | None = None) -> Records:
    path = written(folder, text_of(rows))
    if mapping is None:
        return read_records(path)
    return read_records(path, written(folder, mapping, name="columns.toml"))


def values(records: Records) -> list[tuple[int, str, str, Decimal, str]]:
    return [(row.official.row, row.place.name, row.period, row.value, row.measure.unit) for row in records.rows]


EXPECTED = [
    (2, "huyện Yên Bình", "2023", Decimal(421), "mô hình"),
    (3, "tỉnh Yên Bái", "2023-01/2023-03", Decimal(12500), "ha"),
]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_each_encoding_and_with_each_separator(tmp_path: Path, mark: str, encoding: str) -> None:
    records = read_records(written(tmp_path, text_of([HEADER, *ROWS], mark), encoding=encoding))
    assert values(records) == EXPECTED
    assert not records.failures


def test_windows_1258(tmp_path: Path) -> None:
    tones = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))

    def parted(letter: str) -> str:
        whole = normalize("NFD", letter)
        return normalize("NFC", whole.translate(tones)) + "".join(mark for mark in whole if ord(mark) in tones)

    text = "".join(parted(letter) for letter in text_of([HEADER, *ROWS]))
    assert values(read_records(written(tmp_path, text, encoding="cp1258"))) == EXPECTED


def spreadsheet(path: Path, rows: list[list[Any]], *, first: int = 0) -> Path:
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Ghi chú").write(0, 0, "Nguồn: Cục Thống kê")
    sheet = book.add_worksheet("Số liệu")
    for at, row in enumerate(rows, first):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(at, column, cell)
    book.close()
    return path


def test_a_spreadsheet_with_titles_over_its_header_on_its_second_sheet(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Bảng 1. Số liệu của tỉnh"], [], HEADER,
        ["huyện Yên Bình, tỉnh Yên Bái", "Số mô hình", 2023, 421, "mô hình"],
        ["tỉnh Yên Bái", "Diện tích rừng", 2023, 0.1 + 0.2, "ha"],
    ]  # fmt: skip
    records = read_records(spreadsheet(tmp_path / "records.xlsx", rows))
    assert values(records) == [
        (4, "huyện Yên Bình", "2023", Decimal(421), "mô hình"),
        (5, "tỉnh Yên Bái", "2023", Decimal("0.3"), "ha"),  # without the noise of floats
    ]


def test_a_spreadsheet_that_begins_below_its_first_line_keeps_its_row_numbers(tmp_path: Path) -> None:
    path = spreadsheet(tmp_path / "records.xlsx", [HEADER, *ROWS], first=3)
    assert [row.official.row for row in read_records(path).rows] == [5, 6]


def test_parquet(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {"place": ["tỉnh Yên Bái"], "indicator": ["Diện tích rừng"], "year": [2023], "value": [12.5], "unit": ["ha"]}
    )
    frame.write_parquet(tmp_path / "records.parquet")
    assert values(read_records(tmp_path / "records.parquet")) == [(2, "tỉnh Yên Bái", "2023", Decimal("12.5"), "ha")]


@pytest.mark.parametrize(
    "header",
    [
        ["dia phuong", "CHI TIEU", "nam", "so lieu", "dvt"],
        ["Đơn vị hành chính", "Nội dung", "Năm", "Số liệu", "Đơn vị tính"],
        ["Place", "Item", "Period", "Value", "Unit"],
        ["Tỉnh/Thành phố", "Tên chỉ tiêu", "Kỳ báo cáo", "Giá trị", "ĐVT"],
    ],
)
def test_headers(tmp_path: Path, header: list[str]) -> None:
    assert values(read(tmp_path, [header, *ROWS])) == EXPECTED


def test_a_mapping_names_columns_that_have_other_headers_and_joins_several(tmp_path: Path) -> None:
    rows = [["Huyện", "Tỉnh", "Tiêu đề", "Số"], ["huyện Yên Bình", "tỉnh Yên Bái", "Số mô hình", "421"]]
    mapping = """
[columns]
place = ["Huyện", "Tỉnh"]
item = "Tiêu đề"
value = "số"
[constants]
period = "2023"
unit = "mô hình"
"""
    assert values(read(tmp_path, rows, mapping)) == [EXPECTED[0]]


def test_the_header_of_the_value_may_say_its_unit(tmp_path: Path) -> None:
    header = [*HEADER[:3], "Giá trị (nghìn ha)"]
    assert values(read(tmp_path, [header, ROWS[1][:4]]))[0][3:] == (Decimal(12500), "ha")


def test_the_value_as_it_is_written_may_be_rounded(tmp_path: Path) -> None:
    exact, rounded = read(tmp_path, [HEADER, *ROWS]).rows
    assert exact.interval == Interval(Decimal(421), Decimal(421))
    assert rounded.interval == Interval(Decimal(12450), Decimal(12550))
    assert (rounded.official.value, rounded.official.unit) == (Decimal("12.5"), "nghìn ha")  # as the file has it


@pytest.mark.parametrize(
    ("others", "value"),
    [(["1,5", "2,25"], 1234), (["1.5"], Decimal("1.234")), (["2.345.678"], 1234)],
)
def test_the_other_values_decide_what_a_mark_is(tmp_path: Path, others: list[str], value: Decimal) -> None:
    rows = [["tỉnh Yên Bái", "Rừng", "2023", number, "ha"] for number in ("1.234", *others)]
    assert read(tmp_path, [HEADER, *rows]).rows[0].value == value


def test_what_is_counted_is_whole(tmp_path: Path) -> None:
    rows = [["tỉnh Yên Bái", "Hộ nghèo", "2023", "1.234", "hộ"], ["tỉnh Yên Bái", "Rừng", "2023", "2.345", "ha"]]
    assert [row.value for row in read(tmp_path, [HEADER, *rows]).rows] == [1234, 2345]


BAD_ROWS = (
    (["tỉnh Yên Bái", "Rừng", "2023", "1.234", "ha"], "may be 1234 or a number with decimals"),
    (["tỉnh Yên Bái", "Rừng", "2023", "…", "ha"], "is no number"),
    (["tỉnh Yên Bái", "Rừng", "2023", "", "ha"], "no value"),
    (["tỉnh Yên Bái", "Rừng", "vụ Đông Xuân", "12", "ha"], "is not understood"),
    (["tỉnh Yên Bái", "Rừng", "", "12", "ha"], "no period"),
    (["huyện Châu Thành", "Rừng", "2023", "12", "ha"], "none that is known for certain"),
    (["", "Rừng", "2023", "12", "ha"], "no place"),
    (["tỉnh Yên Bái", "", "2023", "12", "ha"], "names no item"),
    (["tỉnh Yên Bái", "Rừng", "2023", "12", ""], "no unit"),
    (["tỉnh Yên Bái", "Rừng"], "columns"),
)


@pytest.mark.parametrize(("row", "what"), BAD_ROWS)
def test_a_bad_row_is_told_and_the_others_are_read(tmp_path: Path, row: list[str], what: str) -> None:
    records = read(tmp_path, [HEADER, ROWS[0], row, ["tỉnh Sơn La", "Rừng", "2023", "7", "ha"]])
    assert [one.official.row for one in records.rows] == [2, 4]
    (failure,) = records.failures
    assert what in failure.what
    assert failure.where == "records.csv:3"
    assert failure.todo


BAD_FILES = (
    ("", None, "is empty"),
    (text_of([HEADER]), None, "holds no rows"),
    (text_of([["Địa phương", "Chỉ tiêu"], ["a", "b"]]), None, "no column for Thời gian/period, Giá trị/value"),
    (
        text_of([[*HEADER, "Số liệu"], [*ROWS[0], "9"]]),
        None,
        "more than one column may be Giá trị/value: Giá trị, Số liệu",
    ),
    (text_of([[*HEADER, "Giá trị"], [*ROWS[0], "9"]]), None, "more than one column may be Giá trị/value"),
    (
        text_of([HEADER, ["tỉnh Yên Bái", "Rừng", "2023", "=1+2", "ha"], ["", "Rừng", "2023", "12", "ha"]]),
        None,
        "none of its rows can be used; the first, row 2: '=1+2' is no number",
    ),
    (text_of([HEADER, *ROWS]), '[columns]\nvalue = "Con số"', "no column is named 'Con số'"),
    (text_of([HEADER, *ROWS]), '[columns]\nwert = "Giá trị"', "unknown in [columns]: wert"),
    (text_of([HEADER, *ROWS]), '[spalten]\nvalue = "Giá trị"', "unknown: spalten"),
    (text_of([HEADER, *ROWS]), "[columns]\nvalue = 3", "value of [columns] is no text"),
    (text_of([HEADER, *ROWS]), "[columns", "is no TOML"),
    (text_of([HEADER, *ROWS]), "columns = 3", "columns is no table"),
    (text_of([HEADER, *ROWS]), '[constants]\nunit = ["ha", "hộ"]', "unit of [constants] is no text"),
)


@pytest.mark.parametrize(("text", "mapping", "what"), BAD_FILES)
def test_a_file_that_cannot_be_used(tmp_path: Path, text: str, mapping: str | None, what: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(RecordsError) as raised:
        read_records(path, written(tmp_path, mapping, name="columns.toml") if mapping else None)
    assert what in raised.value.what
    assert str(tmp_path) in raised.value.where
    assert raised.value.todo


NO_TABLES = {
    "a broken archive": b"PK\x03\x04 no archive", "an encrypted workbook": b"\xd0\xcf\x11\xe0 with a password",
    "a Parquet file cut off": b"PAR1 cut off", "half a letter of UTF-16": b"\xff\xfe\xff", "bytes": b"\x00\x01\x02",
}  # fmt: skip


@pytest.mark.parametrize("name", NO_TABLES)
def test_bytes_that_are_no_table(tmp_path: Path, name: str) -> None:
    path = tmp_path / "records.xlsx"
    path.write_bytes(NO_TABLES[name] * 101)
    with pytest.raises(RecordsError):
        read_records(path)


def test_another_form_is_named(tmp_path: Path) -> None:
    for content, what in ((b"%PDF-1.7 and more", "is a PDF file"), (b"\x89PNG\r\n\x1a\n\x00", "is an image")):
        (tmp_path / "records.csv").write_bytes(content)
        with pytest.raises(RecordsError, match=what):
            read_records(tmp_path / "records.csv")


def test_columns_of_one_name_are_to_get_two(tmp_path: Path) -> None:
    with pytest.raises(RecordsError, match="Give each of them a name of its own"):
        read(tmp_path, [[*HEADER, "GIÁ TRỊ"], [*ROWS[0], "9"]])


PLACE = "huyện Yên Bình, tỉnh Yên Bái"


def test_shares_of_a_spreadsheet_that_may_be_parts_of_one_are_not_guessed(tmp_path: Path) -> None:
    rows: list[list[Any]] = [HEADER, [PLACE, "Tỷ lệ hộ nghèo", 2023, 0.775, "%"], [PLACE, "Số xã", 2023, 1, "xã"]]
    records = read_records(spreadsheet(tmp_path / "records.xlsx", rows))
    assert values(records) == [(3, "huyện Yên Bình", "2023", Decimal(1), "xã")]
    assert records.failures[0].what == "0.775% may be 77.5%, which spreadsheets hold as a part of one"
    rows.append([PLACE, "Tỷ lệ hộ nghèo", 2022, 8.5, "%"])  # so that shares are not parts of one
    whole = read_records(spreadsheet(tmp_path / "records.xlsx", rows))
    assert [row.value for row in whole.rows] == [Decimal("0.775"), Decimal(1), Decimal("8.5")]
    assert not whole.failures
    (row,) = read(tmp_path, [HEADER, [PLACE, "Tỷ lệ", "2023", "0,77", "%"]]).rows
    assert row.value == Decimal("0.77"), "what is written as text is meant so"


def test_merged_cells_and_days_of_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "records.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
    for column, name in enumerate(HEADER):
        sheet.write(0, column, name)
    sheet.merge_range(1, 0, 2, 0, PLACE)
    for row, value in ((1, "1.234,0"), (2, "25")):
        sheet.write_row(row, 1, ["Hộ nghèo", None, value, "hộ"])
        sheet.write_datetime(row, 2, datetime(2023, 12, 31), day)
    book.close()
    records = read_records(path)
    assert [(row.period, row.value) for row in records.rows] == [("2023-12-31", Decimal(1234))]
    (failure,) = records.failures
    assert failure.what == "it has no place"
    assert "merged cells" in failure.todo


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RecordsError, match="no such file"):
        read_records(tmp_path / "none.csv")
    path = written(tmp_path, text_of([HEADER, *ROWS]))
    with pytest.raises(RecordsError, match="No such file"):
        read_records(path, tmp_path / "none.toml")


def test_the_sample_records_are_read_to_the_last() -> None:
    records = read_records(CORPUS / "records.csv")
    assert len(records.rows) == 20
    assert not records.failures


WIDE = [
    ["Địa phương", "Chỉ tiêu", "Đơn vị", "2022", "Năm 2023", "quý I/2024"],
    ["tỉnh Yên Bái", "Diện tích rừng trồng", "ha", "12,5", "", "14,5"],
    ["tỉnh Yên Bái", "Số hộ nghèo", "hộ", "…", "1.234", "950"],
]


def test_a_wide_table_has_a_column_for_each_period(tmp_path: Path) -> None:
    records = read(tmp_path, WIDE)
    assert [(row.official.row, row.period, row.value) for row in records.rows] == [
        (2, "2022", Decimal("12.5")), (2, "2024-01/2024-03", Decimal("14.5")),
        (3, "2023", Decimal(1234)), (3, "2024-01/2024-03", Decimal(950)),
    ]  # fmt: skip
    assert [failure.what for failure in records.failures] == ["'…' is no number"]
    assert records.rows[0].official.period == "2022"


def test_a_wide_spreadsheet_whose_years_are_numbers(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Bảng 2"], ["Địa phương", "Chỉ tiêu", "Đơn vị", 2022, 2023],
        ["tỉnh Yên Bái", "Rừng trồng", "nghìn ha", 12.5, 14],
    ]  # fmt: skip
    records = read_records(spreadsheet(tmp_path / "records.xlsx", rows))
    assert [(row.period, row.value) for row in records.rows] == [("2022", Decimal(12500)), ("2023", Decimal(14000))]


def test_a_year_among_the_values_makes_no_table_wide(tmp_path: Path) -> None:
    rows = [["tỉnh Yên Bái", "Hộ nghèo", year, value, "hộ"] for year, value in (("2023", "2024"), ("2022", "2022"))]
    records = read(tmp_path, [HEADER, *rows])
    assert [(row.period, row.value) for row in records.rows] == [("2023", Decimal(2024)), ("2022", Decimal(2022))]


def test_a_row_with_a_letter_of_no_encoding_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    rows = [["tỉnh Yên Bái", f"Chỉ tiêu {at}", "2023", str(at), "hộ"] for at in range(20)]
    lines = text_of([HEADER, *rows]).encode().split(b"\r\n")
    lines[5] = lines[5].replace("Chỉ".encode(), b"Ch\xff")
    (tmp_path / "records.csv").write_bytes(b"\r\n".join(lines))
    records = read_records(tmp_path / "records.csv")
    assert [failure.where for failure in records.failures] == ["records.csv:6"]
    assert len(records.rows) == 19


def test_a_line_that_names_the_separator_and_titles_are_no_header(tmp_path: Path) -> None:
    records = read_records(written(tmp_path, "sep=;\r\nBảng 1. Số liệu\r\n" + text_of([HEADER, *ROWS], ";")))
    assert [row.official.row for row in records.rows] == [4, 5]
