"""Every form that scrapers deliver: the same article comes out of each, told by what is in it and not by its name."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import brotli
import polars as pl
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor import read
from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.reading.document import Document, Fields, Options
from extractor.reading.sources import documents

TITLE = "Huyện Lục Yên bê tông hóa hơn 24 km đường giao thông nông thôn"
LEAD = (
    "Năm 2023, huyện Lục Yên, tỉnh Yên Bái đã bê tông hóa hơn 24 km đường giao thông nông thôn với tổng kinh phí "
    "23 tỷ đồng, trong đó nhân dân đóng góp 1.200 ngày công."
)
MORE = "Toàn huyện hiện có 421 hộ nghèo, giảm 276 hộ so với năm 2022; 12/15 xã đạt chuẩn nông thôn mới nâng cao."
TEXT = f"{TITLE}\n\n{LEAD}\n\n{MORE}\n"
RECORD = {
    "id": "a1",
    "url": "https://example.org/a1.html",
    "title": TITLE,
    "date": "2023-12-20T02:00:00Z",
    "text": TEXT,
}
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>Home</title>
<script>var x = "<p>100 hộ</p>";</script></head>
<body><div id="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/kt">Kinh tế</a></li></ul></div>
<table><tr><td><div>Kinh tế</div><div>Thứ tư, 20/12/2023 - 09:00</div><p class="t">{TITLE}</p>
<p><b>{LEAD}</b></p><p>{MORE}</p><p><em>Thanh Chi</em></p></td>
<td><div>Lượt truy cập: 123456</div></td></tr></table>
<div>Các tin khác</div><ul><li><a href="/b">Xã Tân Lĩnh trồng 50 ha quế (19/12/2023)</a></li></ul>
<div>Bản quyền © 2023. Điện thoại: 0216 3852 123</div></body></html>"""


def jsonl() -> bytes:
    return (json.dumps(RECORD, ensure_ascii=False) + "\n").encode()


def table(separator: str = ",") -> bytes:
    out = io.StringIO()
    rows = csv.DictWriter(out, RECORD, delimiter=separator)
    rows.writeheader()
    rows.writerow(RECORD)
    return out.getvalue().encode()


def parquet() -> bytes:
    out = io.BytesIO()
    pl.DataFrame([RECORD]).write_parquet(out)
    return out.getvalue()


def warc(*, packed: bool) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for address, kind, status, body in (
        ("https://example.org/", "text/html", "301 Moved", b"<html>moved</html>"),
        ("https://example.org/x.png", "image/png", "200 OK", b"\x89PNG"),
        ("https://example.org/a1.html", "text/html; charset=utf-8", "200 OK", PAGE.encode()),
        ("https://example.org/data.json", "application/json", "200 OK", b"{}"),
    ):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


FORMS: dict[str, Callable[[], bytes]] = {
    "text": TEXT.encode,
    "html": PAGE.encode,
    "json lines": jsonl,
    "json array": lambda: json.dumps([RECORD], ensure_ascii=False, indent=1).encode(),
    "json object": lambda: json.dumps(RECORD, indent=1).encode(),
    "csv": table,
    "csv with semicolons": lambda: table(";"),
    "tsv": lambda: table("\t"),
    "parquet": parquet,
    "warc": lambda: warc(packed=False),
    "warc.gz": lambda: warc(packed=True),
    "text.gz": lambda: gzip.compress(TEXT.encode()),
    "html.gz": lambda: gzip.compress(PAGE.encode()),
    "json lines.gz": lambda: gzip.compress(jsonl()),
    "csv.gz": lambda: gzip.compress(table()),
    "parquet.gz": lambda: gzip.compress(parquet()),
    "zip of a page": lambda: zipped(page=PAGE.encode()),
    "zip of a table": lambda: zipped(rows=table()),
    "zip of parquet": lambda: zipped(rows=parquet()),
    "zip of warc.gz": lambda: zipped(archive=warc(packed=True)),
    "zip of a zip": lambda: zipped(inner=zipped(page=PAGE.encode())),
    "zip.gz": lambda: gzip.compress(zipped(text=TEXT.encode())),
    "json lines in UTF-16": lambda: jsonl().decode().encode("utf-16"),
    "csv in UTF-16": lambda: table().decode().encode("utf-16"),
    "json array with a byte order mark": lambda: b"\xef\xbb\xbf" + json.dumps([RECORD]).encode(),
    "csv with a byte order mark": lambda: b"\xef\xbb\xbf" + table(),
}


def articles(path: Path | str, **more: object) -> list[Article]:
    found = list(read([path], **more))  # type: ignore[arg-type]
    assert not [str(one) for one in found if isinstance(one, InputError)]
    return [one for one in found if isinstance(one, Article)]


@pytest.mark.parametrize("form", FORMS)
class TestForms:
    """One article in each form, under a name that says nothing, and from standard input."""

    def test_file(self, form: str, tmp_path: Path) -> None:
        (tmp_path / "news").write_bytes(FORMS[form]())
        (article,) = articles(tmp_path / "news")
        assert article.title == TITLE
        assert LEAD in article.text
        assert MORE in article.text
        assert article.source.startswith(str(tmp_path / "news"))

    def test_standard_input(self, form: str) -> None:
        (article,) = articles("-", stdin=io.BytesIO(FORMS[form]()))
        assert article.title == TITLE
        assert MORE in article.text
        assert article.source.startswith("-")

    def test_folder(self, form: str, tmp_path: Path) -> None:
        (tmp_path / "a" / "b").mkdir(parents=True)
        (tmp_path / "a" / "b" / "news").write_bytes(FORMS[form]())
        assert [one.title for one in articles(tmp_path)] == [TITLE]


@pytest.mark.parametrize("form", ["json lines", "json array", "json object", "csv", "parquet"])
def test_fields_are_taken(form: str, tmp_path: Path) -> None:
    (tmp_path / "news").write_bytes(FORMS[form]())
    (article,) = articles(tmp_path / "news")
    assert article.id == "a1"
    assert article.url == "https://example.org/a1.html"
    assert article.published == "2023-12-20T09:00:00+07:00"
    assert article.text == TEXT


def test_fields_of_other_names(tmp_path: Path) -> None:
    rows = [
        {"Mã": 7, "tựa": TITLE, "lúc": "20/12/2023 09:00", "nd": TEXT, "text": "not this", "ở": "https://example.org/7"}
    ]
    fields = Fields(text="nd", title="tựa", date="lúc", url="ở", id="Mã")
    (tmp_path / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    pl.DataFrame(rows).write_csv(tmp_path / "b.csv")
    for article in articles(tmp_path, options=Options(fields=fields)):
        assert (article.id, article.title, article.text) == ("7", TITLE, TEXT)
        assert article.url == "https://example.org/7"
        assert article.published == "2023-12-20T09:00:00+07:00"


def test_usual_names_of_fields(tmp_path: Path) -> None:
    rows = [{"Tiêu đề": TITLE, "Nội dung": TEXT, "Ngày đăng": "20/12/2023", "Link": "https://example.org/8"}]
    pl.DataFrame(rows).write_csv(tmp_path / "b")
    (article,) = articles(tmp_path)
    assert (article.title, article.text, article.published, article.url) == (
        TITLE, TEXT, "2023-12-20", "https://example.org/8",
    )  # fmt: skip


def test_pages_in_a_field_are_read_as_pages(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": TITLE, "content": f"<p>{LEAD}</p><p>{MORE}</p>"}))
    (article,) = articles(tmp_path)
    assert article.text == f"{LEAD}\n\n{MORE}\n"
    assert article.title == TITLE


def test_no_text_column_is_told_with_the_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ma,ten\n1,Hoa\n")
    (error,) = read([tmp_path / "a.csv"])
    assert isinstance(error, InputError)
    assert "ma, ten" in error.what
    assert "--text-field" in error.todo


def test_text_with_commas_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("Nội dung, hình thức và kết quả\n\n" + LEAD, encoding="utf-8")
    (article,) = articles(tmp_path / "a")
    assert article.text.startswith("Nội dung, hình thức")


def test_text_in_braces_is_no_json(tmp_path: Path) -> None:
    for at, mark in enumerate(("{Ảnh} ", "[Ảnh] ", "<<Ảnh>> ", "From ")):
        (tmp_path / f"{at}").write_text(mark + LEAD, encoding="utf-8")
    assert [one.text.split()[0] for one in articles(tmp_path)] == ["{Ảnh}", "[Ảnh]", "<<Ảnh>>", "From"]


def test_warc_says_the_address(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(warc(packed=True))
    (article,) = articles(tmp_path / "a.warc.gz")
    assert article.url == "https://example.org/a1.html"
    assert article.source == f"{tmp_path / 'a.warc.gz'}:3"


def one_response(body: bytes, *headers: tuple[str, str], status: str = "200 OK", record: str = "response") -> bytes:
    out = io.BytesIO()
    http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1") if record == "response" else None
    writer = WARCWriter(out, gzip=False)
    content = {"warc_content_type": "text/html"} if record == "resource" else {}
    writer.write_record(
        writer.create_warc_record(
            "https://example.org/a", record, payload=io.BytesIO(body), http_headers=http, **content
        )
    )
    return out.getvalue()


HTML = ("Content-Type", "text/html")
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode())
RESPONSES = {
    "gzip": one_response(gzip.compress(PAGE.encode()), HTML, ("Content-Encoding", "gzip")),
    "brotli": one_response(brotli.compress(PAGE.encode()), HTML, ("Content-Encoding", "br")),
    "chunked": one_response(CHUNKED, HTML, ("Transfer-Encoding", "chunked")),
    "chunked gzip": one_response(
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed := gzip.compress(PAGE.encode())), packed),
        HTML, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"),
    ),
    "said to be gzip, but unpacked": one_response(PAGE.encode(), HTML, ("Content-Encoding", "gzip")),
    "no type": one_response(PAGE.encode()),
    "a resource": one_response(PAGE.encode(), record="resource"),
}  # fmt: skip
DAMAGED = {
    "gzip that breaks off": one_response(gzip.compress(PAGE.encode())[:-300], HTML, ("Content-Encoding", "gzip")),
    "damaged gzip": one_response(gzip.compress(PAGE.encode())[:200] + b"x" * 400, HTML, ("Content-Encoding", "gzip")),
    "brotli that breaks off": one_response(brotli.compress(PAGE.encode())[:-99], HTML, ("Content-Encoding", "br")),
    "damaged brotli": one_response(b"x" + brotli.compress(PAGE.encode()), HTML, ("Content-Encoding", "br")),
}
NO_PAGES = {
    "not found": one_response(PAGE.encode(), HTML, status="404 Not Found"),
    "an image": one_response(b"\x89PNG", ("Content-Type", "image/png")),
    "nothing": one_response(b"", HTML),
    "no page though it says so": one_response(b"OK", HTML),
}


@pytest.mark.parametrize("how", RESPONSES)
def test_responses_of_a_warc(how: str, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(RESPONSES[how])
    (article,) = articles(tmp_path / "a.warc")
    assert MORE in article.text
    assert article.url == "https://example.org/a"


@pytest.mark.parametrize("how", DAMAGED)
def test_a_damaged_response_harms_no_other(how: str, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(DAMAGED[how] + RESPONSES["gzip"])
    error, article = read([tmp_path / "a.warc"])
    assert isinstance(error, InputError)
    assert "cannot be unpacked" in error.what
    assert isinstance(article, Article)


@pytest.mark.parametrize("how", NO_PAGES)
def test_other_records_of_a_warc_are_passed_over(how: str, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(NO_PAGES[how] + RESPONSES["gzip"])
    assert [one.source for one in articles(tmp_path / "a.warc")] == [f"{tmp_path / 'a.warc'}:2"]


def test_empty_lines_of_a_table_are_no_rows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(table() + b"\n\n")
    assert len(articles(tmp_path / "a.csv")) == 1


def test_order_is_that_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/10.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LEAD)
    found = [one.source.removeprefix(f"{tmp_path}/") for one in articles(tmp_path)]
    assert found == ["a.txt", "b/10.txt", "b/2.txt", "c.txt"]


class TestWhatIsNoInput:
    """A folder's own papers, saved style sheets and what solieu wrote are passed over in folders, and only there."""

    def test_results_are_no_articles(self, tmp_path: Path) -> None:
        from typer.testing import CliRunner

        from extractor.cli.app import app

        (tmp_path / "a.txt").write_text(TEXT)
        assert CliRunner().invoke(app, ["extract", str(tmp_path), "--out", str(tmp_path / "out")]).exit_code == 0
        (tmp_path / "a.json").write_text(json.dumps({"id": "a", "figures": [{"quote": "24 km"}]}, indent=1))
        assert [one.source for one in articles(tmp_path)] == [str(tmp_path / "a.txt")]
        assert len(articles(tmp_path / "out" / "articles.jsonl")) == 1, "named, they are taken"
        for name in ("out/figures.jsonl", "a.json"):
            (error,) = read([tmp_path / name])
            assert isinstance(error, InputError)
            assert "solieu" in error.what

    @pytest.mark.parametrize(
        "name", [".a.txt", ".git/a.txt", "style.css", "jquery.js", "README.md", "LICENSE", "Thumbs.db"]
    )
    def test_passed_over(self, name: str, tmp_path: Path) -> None:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        for path in (tmp_path / name, tmp_path / "a.txt"):
            path.write_text(TEXT)
        (tmp_path / "a.zip").write_bytes(zipped(**{name: TEXT.encode(), "b.txt": TEXT.encode()}))
        assert [Path(one.source).name for one in articles(tmp_path)] == ["a.txt", "b.txt"]
        assert len(articles(tmp_path / name)) == 1, "named, it is read"

    def test_what_might_be_input_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
        (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
        (tmp_path / "c.txt").write_text(TEXT)
        found = list(read([tmp_path]))
        assert [str(one.where)[-5:] for one in found if isinstance(one, InputError)] == ["a.jpg", "b.pdf"]
        assert sum(isinstance(one, Article) for one in found) == 1


def test_documents_are_not_held(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl() * 3 + b"{broken\n")
    found = documents([tmp_path])
    assert isinstance(next(found), Document)
    (tmp_path / "a.jsonl").write_bytes(b"")  # nothing more has been read ahead than a buffer
    assert isinstance(next(found), Document)


@pytest.mark.parametrize("form", ["csv", "parquet", "json", "jsonl"])
def test_large_files_are_read_in_pieces(form: str, tmp_path: Path) -> None:
    rows = [RECORD | {"id": str(at), "text": f'{at} hộ "nghèo"\n\n{TEXT * 3}'} for at in range(2500)]
    frame, path = pl.DataFrame(rows), tmp_path / f"a.{form}"
    if form == "csv":
        frame.write_csv(path)
    elif form == "parquet":
        frame.write_parquet(path)
    else:
        ending = "\n" if form == "jsonl" else ",\n"
        body = ending.join(json.dumps(row, ensure_ascii=False) for row in rows)
        path.write_text(body if form == "jsonl" else f"[{body}]", encoding="utf-8")
    found = [one for one in documents([path]) if isinstance(one, Document)]
    assert [(one.id, one.content) for one in found] == [(row["id"], row["text"]) for row in rows]
    assert found[-1].source == f"{path}:2500"
