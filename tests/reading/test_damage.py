"""Text that was damaged on its way: what can be decoded is, what has lost letters is refused, and good text is neither."""

from __future__ import annotations

import json
from html import escape
from io import BytesIO
from unicodedata import combining, normalize

import pytest

from extractor import extract
from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.reading.document import Document
from extractor.reading.sources import read, read_document
from tests.layout.test_layouts import COMMUNES, LEAD, PLAN, TITLE, WORK

TEXT = "\n".join((TITLE, LEAD, WORK, COMMUNES, PLAN))
MARKED = [letter for letter in sorted(set(TEXT)) if not letter.isascii() and letter.isalpha()]


def without_marks(text: str) -> str:
    plain = normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not combining(letter))


def lost(text: str, sign: str, *, letters: str = "".join(MARKED)) -> str:
    return "".join(sign if letter in letters else letter for letter in text)


def numbered(text: str) -> str:
    return "".join(f"&#{ord(letter)};" if not letter.isascii() else letter for letter in text)


def spelled_out(text: str) -> str:
    return json.dumps(text)[1:-1]


def row(**fields: str) -> Article | InputError:
    (found,) = read(["-"], stdin=BytesIO(json.dumps(fields).encode()))
    return found


ENCODED = {
    "numbers": numbered(TEXT),
    "numbers in hexadecimal": "".join(f"&#x{ord(letter):X};" if not letter.isascii() else letter for letter in TEXT),
    "twice": numbered(TEXT).replace("&", "&amp;"),
    "three times": numbered(TEXT).replace("&", "&amp;amp;"),
    "escaped tags": escape("".join(f"<p>{line}</p>" for line in TEXT.split("\n"))),
    "tags, and letters twice": "".join(f"<p>{escape(numbered(line))}</p>" for line in TEXT.split("\n")),
    "as in programs": spelled_out(TEXT),
}


@pytest.mark.parametrize("name", ENCODED)
def test_references_in_a_field(name: str) -> None:
    found = row(text=ENCODED[name], title=numbered(TITLE))
    assert isinstance(found, Article), found
    assert [line for line in found.text.split("\n") if line] == TEXT.split("\n")
    assert found.title == TITLE
    assert {one.text for one in extract(found).figures} >= {"150 đại biểu", "32.000 m2", "4,2 tỷ đồng", "6,3 km"}


def test_references_in_a_table() -> None:
    said = '"' + numbered("Xã có 45 hộ nghèo, ") + "&agrave; 12 h&#7897; c&#7853;n ngh&egrave;o." + '"'
    (found,) = read(["-"], stdin=BytesIO(f"title,text\nT,{said}\n".encode()))
    assert isinstance(found, Article)
    assert found.text == "Xã có 45 hộ nghèo, à 12 hộ cận nghèo."


def test_references_in_a_text_file() -> None:
    found = read_document(Document("test", numbered(TEXT).encode()))
    assert isinstance(found, Article)
    assert found.text == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Xã R&D; có 45 hộ nghèo",
        "AT&T lắp 12 trạm &c; tại huyện",
        "Thư mục C:\\upload của xã có 5 tệp &#xD800;",
        "45 hộ &amp 12 nhà",
    ],
)
def test_what_is_no_reference_stays(text: str) -> None:
    found = row(text=text)
    assert isinstance(found, Article)
    assert found.text == text


DAMAGED = {
    "without marks": without_marks(TEXT),
    "without marks, in capitals": without_marks(TEXT).upper(),
    "without marks but in the title": f"{TITLE}\n" + without_marks("\n".join((LEAD, WORK, COMMUNES, PLAN))),
    "one sentence without marks": "Xa Minh An co 120 ho ngheo, thu 3,5 ty dong.",
    "an amount without marks": "Tong kinh phi: 3,5 ty dong",
    "blanks for letters": lost(TEXT, " "),
    "blanks for some letters": lost(TEXT, " ", letters="ươướườợộảạ"),
    "letters left out": lost(TEXT, ""),
    "question marks": lost(TEXT, "?"),
    "boxes": lost(TEXT, "□"),
    "signs of no meaning": lost(TEXT, "\ufffd"),
    "signs of a font": lost(TEXT, "\uf0e1"),
    "English": "The district committee said that 45 poor households were given new houses this year, and 12 more of them will be built in the next months with money from the province.",
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGED)
@pytest.mark.parametrize("form", ["file", "field", "page"])
def test_damaged_text_is_refused(name: str, form: str) -> None:
    text = DAMAGED[name]
    if form == "file":
        found = read_document(Document("test", text.encode()))
    elif form == "field":
        found = row(text=text)
    else:
        page = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
        found = read_document(Document("test", f"<html><body>{page}</body></html>".encode(), form="html"))
    assert isinstance(found, InputError)
    assert found.what
    assert found.where
    assert found.todo


GOOD = {
    "as it is": TEXT,
    "some lines without marks": f"{TEXT}\n{without_marks(WORK)}",
    "capitals": TEXT.upper(),
    "letters and marks apart": normalize("NFD", TEXT),
    "a short text": "Xã có 5 hộ.",
    "names": "Kim Jong-un, Donald Trump, Mark Zuckerberg và Elon Musk gặp 12 người",
    "numbers": "12\n45,5\n1.200\n3/4\n2024",
    "a name alone": "Lai Vung: 12 ha",
    "two words": "12 ha",
    "units": "Giá: gạo 15.000 đồng/kg, đường 20.000 đồng/kg, cá 60.000 đồng/kg, thịt 120.000 đồng/kg, rau 8.000 đồng/ kg, quả 9.000 đồng/ kg, chè 90.000 đồng/ kg",
    "marks of a list": "Huyện chia ra: a) 5 hộ nghèo; b) 6 hộ cận nghèo; c) 7 hộ khá; d) 8 hộ giàu; đ) 9 hộ mới; g) 10 hộ khác; h) 11 hộ xa",
    "questions": "Vì sao? Làm gì? Ai? Ở đâu? Bao giờ? Xã có 12 hộ nghèo.",
}


@pytest.mark.parametrize("name", GOOD)
def test_good_text_is_read(name: str) -> None:
    assert isinstance(read_document(Document("test", GOOD[name].encode())), Article)


def test_a_line_without_marks_gives_no_figures() -> None:
    found = read_document(Document("test", f"{TEXT}\nTong kinh phi la 3,5 ty dong, 120 ho ngheo\n".encode()))
    assert isinstance(found, Article)
    extraction = extract(found)
    assert not {"3,5", "120"} & {one.text.split(" ")[0] for one in extraction.figures}
    assert {"3,5", "120"} <= {one.text for one in extraction.passed}
