"""The parts of reading, each alone: what an input is, its lines and records, its letters, and the lines of a page."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import pytest

from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.reading.document import Document, Fields, Options
from extractor.reading.encoding.damage import refuse_damaged
from extractor.reading.encoding.entities import decoded, has_letters
from extractor.reading.formats.fields import chosen, document_of, is_article, is_own
from extractor.reading.formats.json_records import read_json_array, read_json_lines
from extractor.reading.formats.rows import Row, rows_of
from extractor.reading.formats.tables import csv_rows
from extractor.reading.formats.warc_records import CUT, PushbackReader, WarcRecord, records
from extractor.reading.html.body import is_link
from extractor.reading.html.metadata import head_of_page, headline
from extractor.reading.html.page import read_page
from extractor.reading.html.tree import blocks, parse_html
from extractor.reading.input.folders import files_in, is_input
from extractor.reading.input.members import MemberError, Members
from extractor.reading.input.sniff import header_of, is_html, kind_of, unread
from extractor.reading.input.streams import InputFile
from extractor.reading.text import laid_out, named_author, names_source

OPTIONS = Options()
TEXT = "Toàn xã có 421 hộ nghèo."
PAGE = f"""<html><head><title>Xã Minh Xuân giảm nghèo bền vững - Báo Yên Bái</title></head><body>
<a href="/">Trang chủ</a>
<h1>Xã Minh Xuân giảm nghèo bền vững</h1><p>Năm 2023, {TEXT} Xã đã hỗ trợ 120 hộ vay 3,5 tỷ đồng để nuôi trâu bò.</p>
<table><tr><td>Thôn</td><td>Hộ</td></tr><tr><td>Bản Chang</td><td>12</td></tr></table></body></html>"""


def given(content: bytes, name: str = "in") -> InputFile:
    return InputFile(name, name, BytesIO(content), len(content))


KINDS = {
    "gzip": (gzip.compress(b"a"), "a"), "zip": (b"PK\x03\x04", "a"), "warc": (b"WARC/1.0\r\n", "a"),
    "html": (PAGE.encode(), "a.txt"), "json array": (b'[{"text": 1}]', "a"), "json": (b'{"text": "a"}', "a"),
    "table": (b"id,text", "a.csv"), "text": (TEXT.encode(), "a.txt"), "empty": (b" \n", "a"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_of_a_file(kind: str) -> None:
    head, name = KINDS[kind]
    assert kind_of(head, name) == kind
    assert unread(head) is None


def test_what_is_no_text_is_named() -> None:
    assert unread(b"%PDF-1.7") == "a PDF file"
    assert unread(b"<rss version='2.0'>") == "XML, but no page"
    assert header_of("id;title;text\n1;a;b") == (";", ("id", "title", "text"))
    assert is_html(PAGE)
    assert not is_html("5 < 7")


def test_a_folder_gives_its_files_in_order_without_what_is_no_input(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "style.css", ".hidden", "README.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [path.name for path in files_in(tmp_path) if isinstance(path, Path)] == ["a.html", "b.txt"]
    assert is_input("tin/1.html")
    assert not is_input("tin/.git/1.html")


def test_a_damaged_member_harms_no_other() -> None:
    good, bad = (gzip.compress(b"WARC/1.0 " + word) for word in (b"one", b"two"))
    members = Members(BytesIO(good + bad[:-12] + b"\xff" * 12 + good), b"WARC/")
    assert members.read1(100) == b"WARC/1.0 one"
    with pytest.raises(MemberError):
        list(iter(lambda: members.read1(100), b""))
    assert members.read1(100) == b"WARC/1.0 one"


def test_records_of_a_web_archive_are_cut_by_their_length() -> None:
    record = b"WARC/1.0\r\nContent-Length: 4\r\n\r\nbody\r\n\r\n"
    first, cut = records(PushbackReader(BytesIO(record + record[:-6]).read), 100)
    assert first == WarcRecord(record[:-4])
    assert cut == CUT


def test_json_lines_and_arrays() -> None:
    lines = b'{"text": "' + TEXT.encode() + b'"}\n\n{"text": 5}\n'
    first, second = read_json_lines(given(lines), OPTIONS)
    assert isinstance(first, Document)
    assert first.content == TEXT
    assert isinstance(second, InputError)
    assert second.where == "in:3"
    (only,) = read_json_array(given(b'[{"text": "' + TEXT.encode() + b'"}]'), OPTIONS)
    assert isinstance(only, Document)
    assert only.source == "in:1"


def test_rows_of_a_table() -> None:
    content = f'id,text\n7,"{TEXT}"\n'.encode()
    assert list(rows_of(given(content), ",", OPTIONS)) == [Row(["id", "text"]), Row(["7", TEXT])]
    (found,) = csv_rows(given(content), ",", OPTIONS)
    assert isinstance(found, Document)
    assert (found.id, found.content) == ("7", TEXT)


def test_fields_have_their_usual_names_or_those_that_are_given() -> None:
    assert chosen(["Tiêu đề", "noi-dung", "extra"], OPTIONS) == {"text": "noi-dung", "title": "Tiêu đề"}
    assert chosen(["body", "lead"], Options(fields=Fields(text="lead"))) == {"text": "lead"}
    found = document_of({"text": TEXT, "id": 7, "author": ["A", "B"]}, "in:1", OPTIONS)
    assert isinstance(found, Document)
    assert (found.id, found.author) == ("7", "A, B")
    own = {"source": "a", "text": TEXT, "furniture": [], "encoding": "utf-8"}
    assert is_article(own)
    assert is_own(own)
    assert not is_own({"text": TEXT})


def test_letters_that_stand_as_references() -> None:
    assert decoded("h&#7897; ngh&egrave;o &amp;agrave;") == "hộ nghèo à"
    assert has_letters("h&#7897;")
    assert not has_letters("A &amp; B")


LOST = ["5 h\ufffd nghèo", "To?n x? c? 5 h? ngh?o", "Toan xa co 421 ho ngheo va 35 ho can ngheo"]


@pytest.mark.parametrize("text", LOST)
def test_text_that_lost_its_letters_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        refuse_damaged(text, where="in")
    refuse_damaged(TEXT, where="in")


def test_a_page_has_a_head_lines_and_an_article() -> None:
    root = parse_html(PAGE, where="in", options=OPTIONS)
    head = head_of_page(root, "https://bao.example/tin")
    assert (head.titles[0], head.site) == ("Xã Minh Xuân giảm nghèo bền vững", "Báo Yên Bái")
    assert head.url == "https://bao.example/tin"
    lines = blocks(root)
    assert [line.text for line in lines if line.tag == "row"] == ["Thôn | Hộ", "Bản Chang | 12"]
    assert [line.text for line in lines if is_link(line)] == ["Trang chủ"]
    article = read_page(Document("in", PAGE, form="html"), OPTIONS).article
    assert (article.title, article.site) == (head.titles[0], head.site)
    assert headline("Xã Minh Xuân giảm nghèo bền vững | Báo Yên Bái", None) == head.titles[0]


def test_who_wrote_a_text_and_where_its_title_stands() -> None:
    assert named_author("Tác giả: Ngô Hạnh") == "Ngô Hạnh"
    assert named_author("Tác giả: admin") is None
    assert names_source("Theo Báo Đắk Nông")
    found = laid_out(Article(id="1", source="in", text=f"Tin mới\n{TEXT}", title="Tin mới"))
    assert found.title_span == (0, 7)
    assert laid_out(found) is found
