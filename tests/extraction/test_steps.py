"""The steps alone: lines to sentences, sentences to numbers, numbers to quantities."""

from __future__ import annotations

import pytest

from extractor.extraction.rules.commas import Convention
from extractor.extraction.rules.times import find_times
from extractor.extraction.steps.numerals import read_numbers
from extractor.extraction.steps.quantities import read_quantities
from extractor.extraction.steps.sentences import sentences
from extractor.extraction.steps.tokens import first_word, sentence_spans
from extractor.model.shapes import CleanText

PLAIN = Convention()
TEXT = "Xã Hòa An ra quân\n\nXã có 12 hộ. Xã làm đường.\n- Thôn 1: 5 hộ\nLượt xem: 3"


def test_sentences_have_role_paragraph_and_list_mark() -> None:
    foot = TEXT.index("Lượt xem")
    found = list(sentences(CleanText(TEXT), sentence_spans, title=(0, 17), lead=None, boilerplate=((foot, len(TEXT)),)))
    assert [(one.text.strip(), one.role, one.paragraph, one.listed, one.boilerplate) for one in found] == [
        ("Xã Hòa An ra quân", "title", 0, False, False),
        ("Xã có 12 hộ.", "body", 1, False, False),
        ("Xã làm đường.", "body", 1, False, False),
        ("- Thôn 1: 5 hộ", "body", 2, True, False),
        ("Lượt xem: 3", "body", 3, False, True),
    ]
    assert all(TEXT[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Xã có 12 hộ. Xã làm đường.", 2),
        ("UBND TP. Tuyên Quang họp.", 1),
        ("Th.S Lan cho biết thu 1.234 tấn.", 1),
        ("2. Vay vốn", 1),
        ("   ", 0),
    ],
)
def test_sentences_of_a_line(line: str, count: int) -> None:
    assert len(list(sentence_spans(line))) == count


def test_first_word_of_two_syllables() -> None:
    assert first_word("nhân viên y tế") == "nhân viên"
    assert first_word("") == ""


@pytest.mark.parametrize(
    ("text", "amounts", "reasons"),
    [
        ("Năm 2023, xã có 12 hộ.", ["12"], ["time"]),
        ("Quốc lộ 32 dài 24 km.", ["24"], ["name"]),
        ("Họp 2 - 3 buổi.", ["2 - 3"], []),
        ("Có 24/24 xã đạt.", ["24/24"], []),
        ("Thu hai trăm ba hộ.", [], ["two readings", "two readings"]),
        ("Xã là một điểm sáng.", [], ["article"]),
    ],
)
def test_numbers_of_a_sentence(text: str, amounts: list[str], reasons: list[str]) -> None:
    read = read_numbers(text, tuple(find_times(text)), PLAIN)
    assert [text[one.number : one.end] for one in read.amounts] == amounts
    assert [one.reason for one in read.passed] == reasons


@pytest.mark.parametrize(
    ("text", "found", "reasons"),
    [
        ("Xã có 12 hộ nghèo.", [("12 hộ nghèo", "count", "hộ nghèo")], []),
        ("Làm 24 km đường.", [("24 km", "length", "km")], []),
        ("Thu 50 triệu đồng/ha.", [("50 triệu đồng/ha", "money", "VND")], []),
        ("Kết quả là 35.", [], ["no unit"]),
        ("Xã làm việc này trong 5 năm.", [], ["time span"]),
    ],
)
def test_quantities_of_a_sentence(text: str, found: list[tuple[str, str, str]], reasons: list[str]) -> None:
    amounts = read_numbers(text, (), PLAIN).amounts
    read = read_quantities(text, amounts, first_word)
    assert [(text[one.start : one.end], one.kind, one.unit) for one in read.found] == found
    assert [one.reason for one in read.passed] == reasons
