"""Encodings: each gives the same text again, clean Unicode is left alone, and what is not certain is an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor import read
from extractor.language.syllables import TONES, syllable_share
from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.reading.document import Document
from extractor.reading.encoding.encodings import MISREAD, MOJIBAKE, converter_of, decode
from extractor.reading.encoding.legacy import TCVN3, VNI, from_tcvn3, from_vni
from extractor.reading.sources import read_document
from tests.reading.test_forms import LEAD, MORE, PAGE, TEXT, TITLE

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
TEXTS = [
    normalize("NFC", one.text)
    for one in read(sorted(CORPUS.glob("*.txt")))
    if isinstance(one, Article) and one.encoding == "utf-8"
]
SENTENCES = sorted({line.strip() for text in TEXTS for line in text.split("\n") if len(line) > 120})
news = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n".join)

_TCVN3_BYTES = {letter: look for look, letter in TCVN3.items()}
_VNI_BYTES = {letter: look for look, letter in VNI.items() if look in (look.lower(), look.upper())}


def to_tcvn3(text: str) -> str:
    """What TCVN3 bytes look like as Latin-1; a capital with a tone is the small letter of a capital font."""
    return "".join(_TCVN3_BYTES.get(one, _TCVN3_BYTES.get(one.lower(), one)) for one in text)


def to_vni(text: str) -> str:
    return "".join(_VNI_BYTES.get(one, one) for one in text)


def to_windows_1258(text: str) -> bytes:
    """Vietnamese Windows has letters with hats and horns, and tone marks behind them."""
    pieces = []
    for one in text:
        marks = normalize("NFD", one)
        tones = "".join(mark for mark in marks if mark in TONES)
        pieces.append(normalize("NFC", "".join(mark for mark in marks if mark not in TONES)) + tones if tones else one)
    return "".join(pieces).encode("cp1258")


def to_mojibake(text: str) -> str:
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


BYTES: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8-sig": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "windows-1258": to_windows_1258,
    "tcvn3": lambda text: to_tcvn3(text).encode("cp1252"),
    "vni": lambda text: to_vni(text).encode("cp1252"),
    MOJIBAKE: lambda text: to_mojibake(text).encode(),
    MISREAD: lambda text: to_windows_1258(text).decode("cp1252").encode(),
}


def read_bytes(content: bytes) -> Article:
    found = read_document(Document("test", content))
    assert isinstance(found, Article), found
    return found


def same(text: str) -> str:
    """The text as far as every encoding keeps it: composed, and without capitals, which TCVN3 leaves to the font."""
    return normalize("NFC", text).lower()


@pytest.mark.parametrize("encoding", BYTES)
@settings(deadline=None, max_examples=60)
@given(text=news)
def test_each_encoding_gives_the_text_again(encoding: str, text: str) -> None:
    try:
        content = BYTES[encoding](text)
    except UnicodeError:
        assume(False)
    found = read_bytes(content)
    assert same(found.text) == same(text)
    assert found.encoding == encoding
    if encoding != "tcvn3":
        assert normalize("NFC", found.text) == text


@settings(deadline=None, max_examples=100)
@given(text=news, form=st.sampled_from(("NFC", "NFD")))
def test_clean_text_is_left_alone(text: str, form: str) -> None:
    raw = normalize(form, text)  # type: ignore[arg-type]
    found = read_bytes(raw.encode())
    assert (found.text, found.encoding) == (raw, "utf-8")


@settings(deadline=None, max_examples=300)
@given(text=st.text(min_size=1))
def test_any_text_comes_back_or_is_refused(text: str) -> None:
    found = read_document(Document("test", text.encode("utf-8", "surrogatepass")))
    if isinstance(found, Article) and found.encoding == "utf-8":
        assert found.text == text


@settings(deadline=None, max_examples=300)
@given(content=st.binary(min_size=1))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert isinstance(read_document(Document("test", content)), Article | InputError)


@pytest.mark.parametrize("text", SENTENCES, ids=lambda text: text[:40])
def test_corpus_reads_as_vietnamese(text: str) -> None:
    assert syllable_share(text).part > 0.8
    assert converter_of(decode(text.encode(), where=""), where="") is None


CLEAN = (
    "Cà phê Ea H'leo, Krông Năng, Čư Kuin và Đắk Lắk",
    "Nhiệt độ 38°C, diện tích 5 km², 3 m³ nước, giá 5 € – “tốt”",
    "Müller, François và Søren thăm huyện Mường Nhé",
    "VĐV, HĐND, UBND, BCĐ, ĐBQH",
    "Ð\u1ea5t Ðai, Ðồng Ðăng",
    "Toàn xã có 5 hộ",
    "ÔNG VÀ BÀ NGUYỄN THỊ ÁNH",
    "résumé naïve café",
    "Für die Wähler in Köln und Düsseldorf müssen größere Räume geöffnet werden, können Plätze übrig bleiben",
    "Příliš žluťoučký kůň úpěl ďábelské ódy, učil se číst a psát, řekl starý muž své ženě",
    "Le maire a déclaré que la forêt brûlée près de la rivière sera replantée dès l'été à côté du château",
)


@pytest.mark.parametrize("text", CLEAN)
def test_other_words_are_left_alone(text: str) -> None:
    found = read_bytes(text.encode())
    assert (found.text, found.encoding) == (text, "utf-8")


LETTERS = (
    (from_tcvn3, "Uû ban nh©n d©n huyÖn", "Uỷ ban nhân dân huyện"),
    (from_tcvn3, "§ång bµo c¸c d©n téc", "Đồng bào các dân tộc"),
    (from_tcvn3, "UBND HUYÖN LôC Y£N", "UBND HUYỆN LỤC YÊN"),
    (from_tcvn3, "ñY BAN NH¢N D¢N X· §¤NG ¸\nx· Yªn B×nh", "ỦY BAN NHÂN DÂN XÃ ĐÔNG Á\nxã Yên Bình"),
    (from_tcvn3, "UBND x· Yªn B×nh.", "UBND xã Yên Bình."),
    (from_tcvn3, "Cã 5 hé. ñy ban ®Õn th¨m. “ë ®©y", "Có 5 hộ. Ủy ban đến thăm. “Ở đây"),
    (from_tcvn3, "huyÖn øng Hßa", "huyện ứng Hòa"),
    (from_tcvn3, "®­êng giao th«ng n«ng th«n", "đường giao thông nông thôn"),
    (from_vni, "UÛy ban nhaân daân huyeän", "Ủy ban nhân dân huyện"),
    (from_vni, "Ñöôøng giao thoâng noâng thoân", "Đường giao thông nông thôn"),
    (from_vni, "HOÄI ÑOÀNG NHAÂN DAÂN", "HỘI ĐỒNG NHÂN DÂN"),
    (from_vni, "kyû nieäm, quyù III, myõ thuaät", "kỷ niệm, quý III, mỹ thuật"),
)


@pytest.mark.parametrize(("convert", "old", "new"), LETTERS, ids=lambda value: getattr(value, "__name__", value))
def test_letters(convert: Callable[[str], str], old: str, new: str) -> None:
    assert convert(old) == new


UNCERTAIN = (
    "Öyleyse çok güzel bir gün ğüş".encode("latin-1", "ignore"),
    "Привет, как дела? Хорошо.".encode("cp1251"),
    "一些中文新聞內容在這裡".encode("big5"),
    "hộ".encode("cp1258", "ignore") + b"\xf2\xe1\xfd",
    bytes(range(0x80, 0x100)) * 3,
)


@pytest.mark.parametrize("content", UNCERTAIN, ids=range(len(UNCERTAIN)))
def test_what_is_not_certain_is_refused(content: bytes) -> None:
    found = read_document(Document("test", content))
    assert isinstance(found, InputError)
    assert found.todo == "Convert the file to UTF-8."


LOST = (
    "Toàn xã có 5 h\ufffd nghèo, giảm 3 hộ.",
    "To?n x? c? 421 h? ngh?o, gi?m 276 h? so v?i n?m tr??c.",
    "S\ufffd\ufffd hộ nghèo của xã là 5 hộ, giảm 3 hộ.",
)
NOT_LOST = (
    "Toàn xã có 5 hộ nghèo \ufffd giảm 3 hộ.",  # a sign of its own, as of a list
    "Vì sao xã có 5 hộ nghèo?Vì đất xấu. Xem https://example.org/tin?id=5&b=c?d và tin?id=5",
    "Ai?Ở đâu?Khi nào?Toàn xã có 421 hộ nghèo, giảm 276 hộ so với năm trước, trong đó có 12 hộ mới thoát nghèo trong năm nay.",
)


@pytest.mark.parametrize("text", LOST)
def test_lost_letters_are_told(text: str) -> None:
    found = read_document(Document("test", text.encode()))
    assert isinstance(found, InputError)
    assert "letters were lost" in found.what


@pytest.mark.parametrize("text", NOT_LOST)
def test_other_signs_are_left_alone(text: str) -> None:
    assert read_bytes(text.encode()).text == text


def test_a_line_read_wrong_among_others_is_mended() -> None:
    found = read_bytes(f"{TITLE}\n{LEAD}\n{to_mojibake(MORE)}\n{LEAD}\n{MORE}".encode())
    assert (found.text, found.encoding) == (f"{TITLE}\n{LEAD}\n{MORE}\n{LEAD}\n{MORE}", MOJIBAKE)


@pytest.mark.parametrize("text", [TITLE.upper(), "Xã có 5 hộ.", "Ông Ẩn ở xã Ý Yên"])
def test_short_text_read_wrong(text: str) -> None:
    found = read_bytes(BYTES[MISREAD](text))
    assert (normalize("NFC", found.text), found.encoding) == (text, MISREAD)


@pytest.mark.parametrize("text", ["Toàn xã có 421 hộ nghèo.", LEAD])
def test_twice_read_wrong(text: str) -> None:
    assert read_bytes(to_mojibake(to_mojibake(text)).encode()).text == text


def test_half_converted_text_is_refused() -> None:
    mixed = to_tcvn3(LEAD) + " " + "Ýþðæ œüßñ çãõ ëïî " * 8
    found = read_document(Document("test", mixed))
    assert isinstance(found, InputError)
    assert "tcvn3" in found.what


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "windows-1258", "utf-16", MOJIBAKE])
@pytest.mark.parametrize("charset", ["", '<meta charset="iso-8859-1">', '<meta charset="utf-8">'])
def test_pages(encoding: str, charset: str) -> None:
    source = PAGE.replace('<meta charset="utf-8">', charset)
    found = read_document(Document("test", BYTES[encoding](source), form="html"))
    assert isinstance(found, Article)
    assert normalize("NFC", found.title or "") == TITLE
    assert normalize("NFC", found.text) == f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\nThanh Chi\n"
    assert found.encoding == encoding


def test_a_page_whose_letters_are_entities() -> None:
    source = "".join(f"&#{ord(one)};" if ord(one) > 127 else one for one in to_tcvn3(f"{LEAD} {MORE}"))
    found = read_document(Document("test", f"<html><body><p>{source}</p></body></html>".encode(), form="html"))
    assert isinstance(found, Article)
    assert found.text.strip() == f"{LEAD} {MORE}"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", MOJIBAKE])
def test_fields_of_records_are_converted_too(encoding: str, tmp_path: Path) -> None:
    look = {"tcvn3": to_tcvn3, "vni": to_vni, MOJIBAKE: to_mojibake}[encoding]
    record = {"title": look(TITLE), "text": look(TEXT), "author": look("Nguyễn Thị Hằng")}
    (tmp_path / "a.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    (found,) = read([tmp_path])
    assert isinstance(found, Article)
    assert (found.title, found.text, found.author, found.encoding) == (TITLE, TEXT, "Nguyễn Thị Hằng", encoding)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "windows-1258", "utf-16"])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_encoding_of_a_table_is_that_of_its_articles(form: str, encoding: str, tmp_path: Path) -> None:
    look = BYTES[encoding]
    rows = {"csv": f'title,text\n"{TITLE}","{TEXT}"\n', "json": json.dumps([{"text": TEXT}], ensure_ascii=False)}
    (tmp_path / f"a.{form}").write_bytes(look(rows[form]))
    (found,) = read([tmp_path])
    assert isinstance(found, Article)
    assert (normalize("NFC", found.text), found.encoding) == (TEXT, encoding)


def test_a_title_alone_is_converted_too() -> None:
    found = read_document(Document("test", TEXT, title=to_mojibake(TITLE)))
    assert isinstance(found, Article)
    assert (found.title, found.text, found.encoding) == (TITLE, TEXT, "utf-8")
