"""Sources to articles: what is known of each article of the corpus, date lines, and inputs that cannot be taken."""

from __future__ import annotations

import gzip
import json
import pickle
from functools import cache
from pathlib import Path

import pytest

from extractor import read
from extractor.layout.dateline import read_dateline
from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.reading.document import Document
from extractor.reading.sources import documents, read_document

CORPUS = Path(__file__).parents[2] / "corpus"
WITHOUT_GOLD = 3  # a page of a web archive, which has no name, decomposed text, which gold does not quote, and faults
GOLD = sorted((CORPUS / "gold").glob("*.json"))

DATELINES = (
    ("Cập nhật: Thứ tư, 28/2/2024 | 9:23:43 AM", "2024-02-28T09:23:43+07:00"),
    ("Thứ Hai, ngày 7 tháng 11 năm 2022 - 09:38", "2022-11-07T09:38:00+07:00"),
    ("26/09/2023 - 15:01", "2023-09-26T15:01:00+07:00"),
    ("Ngày xuất bản: 24/07/2023 2:50:00 CH", "2023-07-24T14:50:00+07:00"),
    ("Ngày đăng: 24/07/2023 12:05:00 SA", "2023-07-24T00:05:00+07:00"),
    ("2025-04-22", "2025-04-22"),
    ("18/01/2026   A-   A+   Bình luận", "2026-01-18"),
    ("Thứ Ba, 15/10/2024, 08:30 (GMT+7)", "2024-10-15T08:30:00+07:00"),
    ("T3, 15/10/2024 | 08:30 GMT+7", "2024-10-15T08:30:00+07:00"),
    ("Thứ tư - 16/10/2024 07:05", "2024-10-16T07:05:00+07:00"),
    ("Ngày đăng: 05-03-2024 | 14:22", "2024-03-05T14:22:00+07:00"),
    ("Cập nhật lúc: 9h30' 2/4/2023", "2023-04-02T09:30:00+07:00"),
    ("Cập nhật lúc 9 giờ 30 phút ngày 2/4/2023", "2023-04-02T09:30:00+07:00"),
    ("08:30 | 15/10/2024", "2024-10-15T08:30:00+07:00"),
    ("Đăng vào 15 Tháng Mười, 2024 bởi admin 0 bình luận", "2024-10-15"),
    ("Được đăng: 02 Tháng 4 2023", "2023-04-02"),
    ("2 tháng mười hai năm 2023 - 7:05", "2023-12-02T07:05:00+07:00"),
    ("Số 1254, ra ngày 15/10/2024", "2024-10-15"),
    ("Posted on 15/10/2024 by admin", "2024-10-15"),
    ("Đăng lúc: 15/10/2024 08:30", "2024-10-15T08:30:00+07:00"),
)
NO_DATELINES = (
    "Ngày 26/9/2023, Huyện ủy tổ chức hội nghị sơ kết công tác",
    "31/02/2024",
    "Hotline: 0912345678",
    "24/24 xã",
    "",
    "15 tháng mười hai 2024 cây giống được trồng",
    "Đăng vào sổ 15 hộ nghèo",
    "Số 1254, ra ngày mai",
)


@cache
def articles() -> dict[str, Article]:
    found = [one for one in read([CORPUS / "articles"]) if isinstance(one, Article)]
    return {one.id: one for one in found} | {Path(one.source).stem: one for one in found}


@pytest.mark.parametrize(("line", "published"), DATELINES)
def test_dateline(line: str, published: str) -> None:
    found = read_dateline(line)
    assert found is not None
    assert found.published == published


@pytest.mark.parametrize("line", NO_DATELINES)
def test_no_dateline(line: str) -> None:
    assert read_dateline(line) is None


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
class TestCorpus:
    """What the corpus says of its articles is what is read."""

    def test_title(self, gold: Path) -> None:
        assert articles()[gold.stem].title == json.loads(gold.read_text())["title"]

    def test_day(self, gold: Path) -> None:
        published = articles()[gold.stem].published
        assert (published and published[:10]) == json.loads(gold.read_text())["published"]

    def test_place(self, gold: Path) -> None:
        place = articles()[gold.stem].place
        assert place is not None
        assert place.name == json.loads(gold.read_text())["place"].split(",")[0]

    def test_figures_are_no_boilerplate(self, gold: Path) -> None:
        article = articles()[gold.stem]
        for figure in json.loads(gold.read_text())["figures"]:
            at = article.text.index(figure["context"]) + figure["context"].index(figure["quote"])
            assert not any(start <= at < end for start, end in article.furniture), figure["quote"]


def test_all_of_the_corpus_is_read() -> None:
    found = list(read([CORPUS / "articles"]))
    assert [str(one) for one in found if isinstance(one, InputError)] == []
    assert len({one.id for one in articles().values()}) == len(found) == len(GOLD) + WITHOUT_GOLD == 30


def test_every_form_is_in_the_corpus() -> None:
    names = {path.name.partition(".")[2] for path in (CORPUS / "articles").iterdir()}
    assert names == {"txt", "html", "jsonl", "jsonl.gz", "json", "csv", "parquet", "warc.gz", "zip"}
    assert {one.encoding for one in articles().values()} == {"utf-8", "tcvn3", "windows-1258"}


@pytest.mark.parametrize("words", ["Hotline", "Lượt xem", "Các tin khác", "Giấy phép"])
def test_boilerplate_of_a_portal_page(words: str) -> None:
    article = articles()["vi-xuyen-dan-van-kheo"]
    at = article.text.lower().find(words.lower())
    assert at < 0 or any(start <= at < end for start, end in article.furniture)


def test_text_is_the_files_own(tmp_path: Path) -> None:
    text = "Xa\u0303 có 5\u00a0hộ.\r\nÐất “tốt”.\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (article,) = read([tmp_path / "a.txt"])
    assert isinstance(article, Article)
    assert article.text == text


def test_ids_are_stable_and_their_own(tmp_path: Path) -> None:
    for name, text in (("a.txt", "Có 5 hộ."), ("b.txt", "Có 6 hộ.")):
        (tmp_path / name).write_text(text)
    once, twice = ([one.id for one in read([tmp_path]) if isinstance(one, Article)] for _ in range(2))
    assert once == twice
    assert len(set(once)) == 2


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n", "empty"),
    "latin.txt": ("Öyleyse çok güzel bir gün".encode("latin-1"), "UTF-8"),
    "broken.jsonl": (b'{"text": "C\xc3\xb3 5 h\xe1\xbb\x99"\n', "JSON"),
    "list.jsonl": (b"[1, 2]\n", "JSON object"),
    "no-text.jsonl": (b'{"id": "a"}\n', "text"),
    "number.jsonl": (b'{"id": "a", "text": "C\xc3\xb3 5 h\xe1\xbb\x99", "title": 5}\n', "title"),
    "not-gzip.jsonl.gz": (b"not gzip", "JSON"),
    "cut.jsonl.gz": (gzip.compress(b'{"text": "C\xc3\xb3 5 h\xe1\xbb\x99."}\n' * 50)[:-12], "cannot be read"),
    "surrogate.jsonl": (b'{"text": "C\xc3\xb3 5 h\xe1\xbb\x99 \\ud800"}\n', "text"),
    "page.pdf": (b"%PDF", "form"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_error(name: str, tmp_path: Path) -> None:
    content, word = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    errors = [one for one in read([path]) if isinstance(one, InputError)]
    assert len(errors) == 1
    assert word in errors[0].what
    assert str(path) in errors[0].where
    assert errors[0].todo


def test_bad_line_harms_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "text": "Có 5 hộ."}\n{broken\n{"id": "3", "text": "Có 6 hộ."}\n')
    found = list(read([path]))
    assert [one.id if isinstance(one, Article) else one.where for one in found] == ["1", f"{path}:2", "3"]


def test_documents_and_errors_pass_between_processes(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "Có 5 hộ.", "published": "2024-03-04"}\n{broken\n')
    found = list(documents([tmp_path]))
    again = pickle.loads(pickle.dumps(found))
    assert again[0] == found[0]
    assert str(again[1]) == str(found[1])
    assert isinstance(again[0], Document)
    article = read_document(again[0])
    assert isinstance(article, Article)
    assert (article.id, article.published) == ("1", "2024-03-04")


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    found = list(read([tmp_path / "missing.txt", tmp_path]))
    assert [type(one) for one in found] == [InputError, InputError]


def test_one_path_is_read_as_well_as_many(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Huyện Minh Tân có 12 xã. Toàn huyện trồng 300 ha rừng trong năm 2023.\n", encoding="utf-8")
    assert list(read(path)) == list(read([path])) == list(read(str(path)))
