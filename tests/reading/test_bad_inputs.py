"""What cannot be taken: each bad input is one error that says what, where and what to do, and harms no other."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import read
from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.reading.document import MAX_BYTES, Options
from extractor.reading.input.sniff import MAGIC, kind_of
from extractor.reading.input.streams import HEAD, LEAST_BOMB
from extractor.reading.sources import documents
from tests.reading.test_forms import FORMS, LEAD, PAGE, jsonl, warc, zipped

GOOD = f"{LEAD}\n"
MEGABYTE = 1 << 20


def deep(depth: int) -> bytes:
    return f"<html><body>{'<div>' * depth}<p>{LEAD}</p>{'</div>' * depth}</body></html>".encode()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.jsonl", "w") as member:
        for _ in range(2 * LEAST_BOMB // MEGABYTE):
            member.write(b"\n" * MEGABYTE)
    return out.getvalue()


def locked() -> bytes:
    data = bytearray(zipped(page=PAGE.encode()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flags of the member and of the directory
        data[data.index(mark) + at] |= 1
    return bytes(data)


def broken_member() -> bytes:
    data = bytearray(zipped(page=PAGE.encode()))
    data[200] ^= 0xFF
    return bytes(data)


def in_each_other(depth: int) -> bytes:
    data = GOOD.encode()
    for _ in range(depth):
        data = gzip.compress(data)
    return data


# name -> the bytes, words of the error, and how many articles are read before the fault
BAD: dict[str, tuple[Callable[[], bytes], str, int]] = {
    "empty.txt": (bytes, "empty", 0),
    "empty.html": (bytes, "empty", 0),
    "empty.jsonl": (bytes, "empty", 0),
    "empty.txt.gz": (lambda: gzip.compress(b""), "empty", 0),
    "empty.zip": (zipped, "no article in this archive", 0),
    "blank.txt": (lambda: b" \n\n\t", "empty", 0),
    "binary.txt": (lambda: bytes(range(256)) * 20, "binary", 0),
    "image.html": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "an image", 0),
    "page.pdf": (lambda: b"%PDF-1.7\n...", "a PDF file", 0),
    "letter.docx": (lambda: zipped(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}), "Office", 0),
    "header.csv": (lambda: b"id,text\n", "no rows", 0),
    "empty.json": (lambda: b"[]", "no article in this array", 0),
    "images.warc": (lambda: warc(packed=False)[:900].rpartition(b"WARC/1.0")[0], "no page in this archive", 0),
    "feed.xml": (lambda: b"<?xml version='1.0'?><rss><item><title>5 h</title></item></rss>", "XML", 0),
    "page.mht": (lambda: b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n<html></html>", "MHTML", 0),
    "news.txt.xz": (lambda: b"\xfd7zXZ\x00" + bytes(50), "packed with xz", 0),
    "cut.txt.gz": (lambda: gzip.compress(GOOD.encode() * 99)[:-20], "cannot be read further", 0),
    "cut.jsonl.gz": (lambda: gzip.compress(jsonl())[:-8], "cannot be read further", 0),
    "cut.warc.gz": (lambda: warc(packed=True)[:-60], "cannot be read further", 1),
    "cut.warc": (lambda: warc(packed=False)[:-40], "breaks off", 1),
    "cut.zip": (lambda: zipped(page=PAGE.encode())[:-30], "cannot be read further", 0),
    "cut.parquet": (lambda: b"PAR1" + bytes(100), "cannot be read further", 0),
    "cut.json": (lambda: b'[{"text": "' + LEAD.encode() + b'"}, {"text": "', "cannot be read further", 1),
    "ragged.csv": (lambda: b"text,title\na,b,c,d\n", "4 columns in line 2", 0),
    "locked.zip": (locked, "password", 0),
    "broken.zip": (broken_member, "cannot be read further", 0),
    "bomb.zip": (bomb, "far more than its size", 0),
    "bomb.txt.gz": (lambda: gzip.compress(b"\n" * (2 * LEAST_BOMB)), "far more than its size", 0),
    "nested.gz": (lambda: in_each_other(6), "within each other", 0),
    "line.jsonl": (lambda: b'{"text": "' + b"a" * 50_000_000 + b'"}\n', "larger than", 0),
    "element.json": (lambda: b'[{"text": "' + b"a" * 50_000_000 + b'"}]', "larger than", 0),
    "long.txt": (lambda: b"a" * 50_000_000, "larger than", 0),
    "deep.html": (lambda: deep(100_000), "nested", 0),
    "deeper.html": (lambda: deep(1_500), "nested", 0),
    "deep.jsonl": (lambda: b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", "JSON", 0),
    "invalid.txt": (lambda: GOOD.encode()[:-20] + b"\xff\xfe\xfa" + b"\n", "not UTF-8", 0),
    "nul.txt": (lambda: GOOD.encode() * 9 + b"\x00\n", "NUL byte", 0),
    "nul.html": (lambda: PAGE.replace("421", "4\x0021").encode(), "NUL byte", 0),
    "half.utf16.txt": (lambda: GOOD.encode("utf-16")[:-1], "not utf-16", 0),
    "login.html": (lambda: b"<html><body><form><input name=a></form></body></html>", "no article on this page", 0),
    "numbers.json": (lambda: b"[1, 2, 3]", "JSON object", 0),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_one_error_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    make, words, before = BAD[name]
    for other in ("a.txt", "z.txt"):
        (tmp_path / other).write_text(GOOD, encoding="utf-8")
    path = tmp_path / name
    path.write_bytes(make())
    found = list(read([tmp_path]))
    (error,) = (one for one in found if isinstance(one, InputError))
    assert words in error.what
    assert error.where.startswith(str(path))
    assert error.todo
    assert sum(isinstance(one, Article) for one in found) == 2 + before


def test_a_page_of_200_megabytes_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with path.open("wb") as file:
        file.write(PAGE.encode() + b" " * HEAD)
        file.truncate(200_000_000)  # a hole: nothing is written
    tracemalloc.start()
    (error,) = read([path])
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(error, InputError)
    assert "larger than" in error.what
    assert held < 4 * MAX_BYTES


def test_limits_are_options(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.html").write_bytes(deep(50))
    assert all(isinstance(one, Article) for one in read([tmp_path]))
    tight = list(read([tmp_path], options=Options(max_bytes=100)))
    assert [isinstance(one, InputError) and "100 bytes" in one.what for one in tight] == [True, True]
    shallow = list(read([tmp_path], options=Options(max_depth=40)))
    assert [isinstance(one, InputError) for one in shallow] == [False, True]


def test_pages_in_pages_are_read_up_to_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(deep(900))
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert article.text == f"{LEAD}\n"


def test_one_bad_line_harms_no_other(tmp_path: Path) -> None:
    bad = [b"{broken\n", b'{"text": 5}\n', b'{"title": "a"}\n', b'{"text": "\xff\xfe\xfa \xf0\xf1"}\n', b"[]\n", b"\n"]
    (tmp_path / "a.jsonl").write_bytes(b"".join(jsonl() + line for line in bad) + jsonl())
    found = list(documents([tmp_path]))
    errors = [one for one in found if isinstance(one, InputError)]
    assert [one.where.rpartition(":")[2] for one in errors] == ["2", "4", "6", "8", "10"]
    assert len(found) - len(errors) == len(bad) + 1


def test_a_directory_loop(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "news.txt").write_text(GOOD)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    found = list(read([tmp_path]))
    assert [type(one) for one in found] == [Article, InputError]
    assert "leads back" in str(found[1])


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nothing")
    (error,) = read([tmp_path])
    assert "no such file" in str(error)


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(GOOD)
    found = read([tmp_path])
    assert isinstance(next(found), Article)
    (tmp_path / "b.txt").unlink()
    error, last = found
    assert "no such file" in str(error)
    assert isinstance(last, Article)


@pytest.mark.parametrize("name", ["a.txt", "folder"])
def test_what_may_not_be_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "a.txt", tmp_path / "folder" / "b.txt", tmp_path / "z.txt"):
        path.write_text(GOOD)

    def refused(path: Path, *arguments: object, **more: object) -> object:
        if path.name == name:  # root may read whatever its mode is, so the refusal is played
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **more)

    attribute = "open" if name == "a.txt" else "iterdir"
    real: Callable[..., object] = getattr(Path, attribute)
    monkeypatch.setattr(Path, attribute, refused)
    found = list(read([tmp_path]))
    errors = [one for one in found if isinstance(one, InputError)]
    assert [one.where for one in errors] == [str(tmp_path / name)]
    assert "Permission denied" in errors[0].what
    assert len(found) == 3


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (error,) = read([tmp_path])
    assert "pipe" in str(error)


@pytest.mark.process
def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    command = f"{sys.executable} -m extractor extract <(gzip -c {tmp_path / 'a.txt'})"
    (tmp_path / "a.txt").write_text(GOOD)
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert '"hơn 24 km"' in done.stdout


@pytest.mark.process
def test_a_full_disk_leaves_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "extractor", "extract", str(tmp_path / "a.txt"), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    limited = f"""
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
sys.argv = {["solieu", *command[3:]]!r}
from extractor.cli.app import main
main()
"""
    done = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "cannot be written: " in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before


@pytest.mark.process
def test_names_that_are_no_text_harm_nothing(tmp_path: Path) -> None:
    for name, content in ((b"\xff-news.txt", GOOD), (b"\xff-none.txt", "")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(content, encoding="utf-8")
    (tmp_path / "news.jsonl").write_text('{"id": "a\\ud800", "title": "b\\ud800", "text": "Có 5 hộ."}\n')
    out = tmp_path / "out"
    command = [sys.executable, "-m", "extractor", "extract", str(tmp_path), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    articles = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["source"].rpartition("/")[2] for one in articles] == ["news.jsonl:1", "\\udcff-news.txt"]
    assert articles[0]["id"] == "a\\ud800"
    (error,) = (json.loads(line) for line in (out / "errors.jsonl").read_text(encoding="utf-8").splitlines())
    assert error["where"].endswith("\\udcff-none.txt")


def test_each_magic_number_has_an_article_and_a_copy_that_is_cut_off() -> None:
    kinds = {kind for _, kind in MAGIC}
    assert kinds <= {kind_of(make()[:HEAD], "") for make in FORMS.values()}
    assert kinds <= {kind_of(BAD[name][0]()[:HEAD], "") for name in BAD if name.startswith("cut.")}
