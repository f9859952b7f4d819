"""Rows of tables, elements of arrays, records of archives: a bad one is one error, and the others are read."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from extractor import read
from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.reading.document import DEFAULTS, Options
from extractor.reading.sources import documents
from tests.reading.test_forms import HTML, one_response

SAID = "Toàn xã {0} có 1{0} hộ nghèo, giảm 3 hộ so với năm trước."


def row(at: int) -> str:
    return f'{at},Tin số {at},"{SAID.format(at)}"\n'


def table(bad: str) -> str:
    """Four rows, the second of which is bad."""
    return f"id,title,text\n{row(1)}{bad}{row(3)}{row(4)}"


def taken(path: Path, options: Options = DEFAULTS) -> tuple[list[str], list[InputError]]:
    """The ids that were read, and the errors."""
    found = list(read([path], options=options))
    errors = [one for one in found if isinstance(one, InputError)]
    return [one.id for one in found if isinstance(one, Article)], errors


ROWS = {
    "more columns": ("2,Tin,Xã có 5 hộ nghèo, giảm 3 hộ\n", "4 columns in line 3, where the header has 3"),
    "fewer columns": ("2,Tin\n", "2 columns in line 3"),
    "one column": ("rác\n", "1 columns in line 3"),
    "an unclosed quotation mark": ('2,Tin,"Xã có 5 hộ nghèo\n', "a quotation mark in line 3 is not closed"),
    "an unclosed one, lines of text behind": (
        '2,Tin,"Xã có 5 hộ nghèo\n\nTrong đó, xã A, xã B\nđạt 3,5 ha, tăng 2\n', "lines 3 to 6 are not read",
    ),
    "a quotation mark within": ('2,Tin,"Xã "Minh" có 5 hộ"\n', "a quotation mark in line 3 is not closed, or"),
    "a quotation mark within, lines of text behind": ('2,Tin,"Xã "Minh":\n5 hộ,3 nhà,2 ha\n4 hộ"\n', "lines 3 to 5"),
    "a carriage return": ("2,Tin,Xã có 5 hộ\rvà 3 nhà\n", "carriage return without quotation marks in line 3"),
    "NUL": ('2,Tin,"Xã có \x00 5 hộ"\n', "NUL"),
    "too long": (f'2,Tin,"{"5 hộ. " * 200}"\n', "begins in line 3 is larger than 1,000 bytes"),
    "too long, with lines": ('2,Tin,"' + "5 hộ.\n" * 200 + '"\n', "begins in line 3 is larger than 1,000 bytes"),
    "no text": ("2,Tin,\n", "the field `text` is empty"),
}  # fmt: skip


@pytest.mark.parametrize("bad", ROWS)
def test_a_bad_row_harms_no_other(bad: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(table(ROWS[bad][0]).encode())
    ids, (error,) = taken(path, Options(max_bytes=1000))
    assert ids == ["1", "3", "4"]
    assert ROWS[bad][1] in error.what
    assert error.where == f"{path}:2"
    assert error.todo


def test_the_line_that_names_the_separator_is_no_header(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"sep=;\nid;text\n1;{SAID.format(1)}\n", encoding="utf-8")
    assert taken(path) == (["1"], [])


def test_a_row_that_is_no_utf_8_harms_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(table('2,Tin,"Xã có BAD 5 hộ"\n').encode().replace(b"BAD", b"\xff\xfe"))
    ids, (error,) = taken(tmp_path / "a.csv")
    assert (ids, error.where[-2:]) == (["1", "3", "4"], ":2")
    assert "not UTF-8" in error.what


def test_each_row_may_be_in_an_encoding_of_its_own(tmp_path: Path) -> None:
    old = '2,Tin,"UBND huyÖn cho biÕt toµn huyÖn cã 5 x·, t¨ng 3 x· so víi n¨m tr­íc"\n'.encode("cp1252")
    (tmp_path / "a.csv").write_bytes(table("OLD").encode().replace(b"OLD", old))
    found = [one for one in read([tmp_path / "a.csv"]) if isinstance(one, Article)]
    assert [one.encoding for one in found] == ["utf-8", "tcvn3", "utf-8", "utf-8"]
    assert found[1].text == "UBND huyện cho biết toàn huyện có 5 xã, tăng 3 xã so với năm trước"


GOOD_ROWS = (
    ('2,Tin,Tivi 32" cho 5 hộ\n', 'Tivi 32" cho 5 hộ'),
    ('2,Tin,"Xã ""Minh"", 5 hộ\r\n\r\n3 nhà"\r\n', 'Xã "Minh", 5 hộ\r\n\r\n3 nhà'),
    ("2,Tin,Xã có 5 hộ,,\n", "Xã có 5 hộ"),  # some programs end each row with separators
    ("2,Tin,Xã có 5 hộ\r\n", "Xã có 5 hộ"),
)


@pytest.mark.parametrize(("line", "text"), GOOD_ROWS)
def test_a_good_row(line: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(table(line).encode())
    assert [str(one.content) for one in documents([tmp_path]) if not isinstance(one, InputError)][1] == text


def test_a_row_of_tabs_goes_on_behind_a_fault_too(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text('id\ttext\n1\tXã có 5 hộ\n2\t"Xã" có 6 hộ\n3\tXã có 7 hộ\n', encoding="utf-8")
    ids, (error,) = taken(tmp_path / "a.tsv")
    assert (ids, "line 3 " in error.what) == (["1", "3"], True)


def test_a_fault_up_to_the_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        'id,text\n1,Xã có 5 hộ\n2,"Xã có 6 hộ\n3,Xã có 7 hộ\n4,Xã có 8 hộ\n', encoding="utf-8"
    )
    ids, (error,) = taken(tmp_path / "a.csv")
    assert (ids, "lines 3 to 5 are not read" in error.what) == (["1"], True)


def record(at: int) -> str:
    return json.dumps({"id": str(at), "text": SAID.format(at)}, ensure_ascii=False)


ELEMENTS = ("null", "5", '"text"', '{"title": "a"}', '{"text": 5}', '{"text": " "}', '{"text": "5\\u0000 hộ"}', "[1]")


@pytest.mark.parametrize("bad", ELEMENTS)
@pytest.mark.parametrize("first", [False, True])
def test_a_bad_element_harms_no_other(bad: str, first: bool, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        "[" + ",\n".join([*([] if first else [record(1)]), bad, record(3), record(4)]) + "]"
    )
    ids, (error,) = taken(tmp_path / "a.json")
    assert ids[-2:] == ["3", "4"]
    assert error.where.endswith(":1" if first else ":2")


def test_elements_before_a_fault_of_the_array_are_read(tmp_path: Path) -> None:
    for name, bad in (("a.json", b'{"text": "a" "b"}'), ("b.json", b'{"text": "\xff\xfe"}')):
        (tmp_path / name).write_bytes(b"[" + record(1).encode() + b"," + bad + b"]")
        ids, (error,) = taken(tmp_path / name)
        assert (ids, error.where[-2:]) == (["1"], ":2")


def test_an_array_of_numbers_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(str(list(range(100_000))))
    ids, errors = taken(tmp_path / "a.json")
    assert (ids, len(errors)) == ([], 1)


def test_empty_texts_of_parquet(tmp_path: Path) -> None:
    out = io.BytesIO()
    pl.DataFrame({"id": ["1", "2", "3", "4"], "text": [SAID.format(1), None, "", SAID.format(4)]}).write_parquet(out)
    (tmp_path / "a.parquet").write_bytes(out.getvalue())
    ids, errors = taken(tmp_path / "a.parquet")
    assert (ids, ["is empty" in one.what for one in errors]) == (["1", "4"], [True, True])


def response(at: int) -> bytes:
    page = f"<html><body><h1>Tin số {{0}} về hộ nghèo trong xã</h1><p>{SAID} {SAID}</p></body></html>"
    return one_response(page.format(at).encode(), HTML)


def packed(at: int) -> bytes:
    return gzip.compress(response(at))


def flipped(data: bytes) -> bytes:
    at = len(data) // 2
    return data[:at] + bytes((data[at] ^ 0xFF,)) + data[at + 1 :]


NO_LENGTH = (b"\r\nContent-Length", b"\r\nX-Length")
RECORDS: dict[str, tuple[Callable[[int], bytes], Callable[[bytes], bytes], str]] = {
    "a byte of a member": (packed, flipped, "cannot be unpacked"),
    "a member that breaks off": (packed, lambda one: one[:-60], "cannot be unpacked"),
    "a member without its end": (packed, lambda one: one[:-4], "cannot be unpacked"),
    "something else": (packed, lambda _: b"something else\r\n", "cannot be unpacked"),
    "no record": (response, lambda one: one.replace(b"WARC/1", b"WXRC/1"), "no record of a web archive"),
    "no length": (response, lambda one: one.replace(*NO_LENGTH), "without its length"),
    "no number for its length": (response, lambda one: one.replace(b"Length: ", b"Length: x"), "without its length"),
    "a record that breaks off": (response, lambda one: one[:-60], "breaks off; it is not read"),
    "a record without its text": (response, lambda one: one[:-250], "breaks off; it is not read"),
    "a header that breaks off": (response, lambda one: one[:100], "without its length"),
}


@pytest.mark.parametrize("bad", RECORDS)
def test_a_bad_record_harms_no_other(bad: str, tmp_path: Path) -> None:
    make, harmed, words = RECORDS[bad]
    path = tmp_path / "a"
    path.write_bytes(make(1) + harmed(make(2)) + make(3) + make(4))
    found = list(read([path]))
    (error,) = (one for one in found if isinstance(one, InputError))
    assert words in error.what
    assert error.where == f"{path}:2"
    texts = [one.text for one in found if isinstance(one, Article)]
    assert [SAID.format(at) in text for at, text in zip((1, 3, 4), texts, strict=True)] == [True] * 3


def test_a_record_with_more_than_it_says_is_told(tmp_path: Path) -> None:
    longer = response(2).rstrip() + b"<p>5</p>\r\n\r\n"
    (tmp_path / "a").write_bytes(response(1) + longer + response(3))
    found = list(read([tmp_path / "a"]))
    assert [type(one) for one in found] == [Article, Article, InputError, Article]
    assert "longer than it says" in str(found[2])


def test_an_archive_that_is_one_member_is_read_up_to_its_fault(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(gzip.compress(b"".join(map(response, range(9))) * 99)[:-9])
    *read_before, error = read([tmp_path / "a"])
    assert "cannot be read further" in str(error)
    assert 9 * 99 - 2 < len(read_before) <= 9 * 99
