"The reader of numbers against a table of texts, and against a writer made for the test."

import unicodedata
from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.numbers import find_numerals, read_number
from extractor.language.numbers.grammar import READ
from extractor.lexicon.numerals import NUMBER_WORDS, SCALES
from tests.number_writer import MANNERS, Manner, in_both, in_digits, in_words

EXAMPLES = (
    # digits
    ("45", "45"),
    ("02", "2"),
    ("1.234", "1234", "1 234", "1\u00a0234"),
    ("1.234.567,8", "1234567.8", "1 234 567,8"),
    ("1,234,567", "1234567"),
    ("1,234", "1.234"),
    ("1,234.5", "1234.5"),
    ("3,5", "3.5"),
    ("12.5", "12.5"),
    ("40.56", "40.56"),
    ("0.123", "0.123", "0,123"),
    ("1234.5678", "1234.5678"),
    # words
    ("không", "0"),
    ("năm", "5", "Năm", "NĂM"),
    ("mười", "10", "một chục"),
    ("mười lăm", "15", "mười nhăm"),
    ("hai mốt", "21", "hai mươi mốt", "hăm mốt", "hai mươi một"),
    ("hai mươi tư", "24", "hai tư", "hai mươi bốn"),
    ("ba lăm", "35", "ba mươi lăm", "ba mươi nhăm", "băm lăm"),
    ("bẩy mươi bảy", "77"),
    ("tám chục", "80"),
    ("một trăm linh ba", "103", "một trăm lẻ ba"),
    ("một trăm hai", "120", "một trăm hai mươi"),
    ("một trăm rưỡi", "150", "một trăm năm mươi"),
    ("ba trăm hai mốt", "321"),
    ("không trăm linh năm", "5"),
    ("một nghìn lẻ một", "1001"),
    ("một nghìn hai", "1200", "một nghìn hai trăm", "1 nghìn 2 trăm"),
    ("hai nghìn không trăm linh năm", "2005", "hai nghìn linh năm"),
    ("hai nghìn mốt", "2100"),
    ("hai mươi năm nghìn", "25000"),
    ("bốn vạn một nghìn không trăm mười lăm", "41015"),
    ("tám mươi chín ngàn năm trăm sáu mươi bảy", "89567"),
    ("bốn triệu sáu", "4600000", "bốn triệu sáu trăm nghìn"),
    ("bốn ba", "43", "bốn mươi ba"),
    ("sáu trăm bảy tám", "678", "sáu trăm bảy mươi tám"),
    ("bốn trăm hai ba", "423"),
    ("ba trăm năm bảy", "357", "ba trăm năm mươi bảy"),
    ("hai triệu không trăm năm chín nghìn", "2059000"),
    ("ba triệu tám trăm sáu bảy nghìn", "3867000"),
    ("trăm hai mươi", "120", "trăm hai", "một trăm hai mươi"),
    ("trăm linh tám", "108", "một trăm lẻ tám"),
    ("trăm tám mươi triệu", "180000000"),
    ("tỷ hai trăm triệu", "1200000000"),
    ("nghìn không trăm linh một", "1001"),
    ("một trăm lẽ năm", "105", "một trăm linh năm"),
    ("một tỷ lẻ mười bảy", "1000000017"),
    ("một nghìn phẩy không năm", "1000.05"),
    ("hai mươi chấm tư", "20.4", "hai mươi phẩy bốn"),
    ("ba phẩy hai lăm", "3.25"),
    ("bốn mươi phẩy tám sáu không", "40.86", "bốn mươi phẩy tám sáu"),
    ("bảy phẩy năm sáu một", "7.561"),
    ("hai phẩy bốn không năm", "2.405"),
    ("sáu phẩy một hai ba năm", "6.1235"),
    ("ba phẩy chín năm tỷ", "3950000000"),
    ("tám phẩy không không không", "8"),
    ("bốn triệu mốt", "4100000", "bốn triệu một trăm nghìn"),
    ("hai trăm tỷ một triệu phẩy bảy tám chín", "200001000000.789"),
    ("hai nghìn tỷ ba trăm bốn mươi lăm tỷ", "2345000000000", "2 nghìn tỷ 345 tỷ"),
    ("triệu rưỡi", "1500000", "một triệu rưỡi"),
    ("trăm rưỡi", "150"),
    ("15 000", "15000", "15\u00a0000", "15\u202f000"),
    ("hai triệu rưỡi", "2500000", "hai triệu rưởi", "2 triệu rưỡi", "2tr5"),
    ("một triệu hai trăm", "1000200", "một triệu không nghìn hai trăm"),
    ("bẩy tỉ hai mươi mốt", "7000000021", "bảy tỷ hai mươi mốt"),
    ("hai nghìn tỷ", "2000000000000", "2.000 tỷ"),
    ("ba triệu tỷ", "3000000000000000"),
    ("một tỷ tỷ", "1000000000000000000"),
    ("một rưỡi", "1.5"),
    ("nửa", "0.5", "một nửa", "không phẩy năm"),
    ("nửa triệu", "500000"),
    ("ba phẩy năm", "3.5", "ba chấm năm", "3 phẩy 5"),
    ("hai phẩy không năm", "2.05"),
    ("ba phẩy mười bốn", "3.14", "ba phẩy một bốn"),
    ("ba phẩy năm triệu", "3500000"),
    ("âm chín", "-9", "trừ chín", "-9", "\u22129"),
    # both
    ("3,5 nghìn", "3500"),
    ("1,3 triệu", "1300000"),
    ("1 tỷ 200 triệu", "1200000000"),
    ("394 tỷ 581 triệu", "394581000000"),
    ("12 nghìn tỷ", "12000000000000"),
    ("12 nghìn 500 tỷ", "12500000000000"),
    ("2 tr", "2000000", "2tr", "2triệu"),
    ("10k", "10000", "10K"),
    ("5 chục", "50"),
    ("1 vạn 2", "12000"),
    ("2 nghìn 500", "2500"),
)
"A number's text, its value, and other texts that say the same."

READABLE = [(text, value) for first, value, *others in EXAMPLES for text in (first, *others)]

UNREADABLE = (
    *("", " ", "trăm", "triệu", "rưỡi", "linh", "hộ", "một hai", "mười mươi", "mười mốt", "năm năm", "hai mươi năm"),
    *("sáu phẩy bảy năm", "bốn trăm sáu triệu", "trăm nghìn", "hai bốn mươi"),
    *("hai trăm năm", "ba nghìn hai triệu", "một triệu triệu", "2 3", "3 nghìn 1,5 triệu", "1 tỷ 2000 triệu"),
    *("12 trăm", "2 tỷ 500", "2tr500", "10 k", "10km", "26/9/2023", "20.11.2023", "Z183", "1.23.456", "1234.567"),
    *("5.", "3,", "+5", "1e5", "²", "½", "٣", "３", "1" * 29),
)


@pytest.mark.parametrize(("text", "value"), READABLE)
def test_reads(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize(("text", "value"), READABLE)
def test_reads_other_spellings(text: str, value: str) -> None:
    for other in (text.upper(), text.capitalize(), unicodedata.normalize("NFD", text), f" {text}\n"):
        assert read_number(other) == Decimal(value)


@pytest.mark.parametrize("text", UNREADABLE)
def test_leaves_unread(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("word", NUMBER_WORDS)
def test_every_word_has_an_example(word: str) -> None:
    assert any(regex.search(rf"(?<!\p{{L}}){word}(?!\p{{L}})", text) for text, _ in READABLE)


FOUND = {
    # digits: each run in one numeral
    "ngày 26/9/2023": "26|9|2023",
    "tàu Z183, 600km, 17.555m3": "183|600|17.555|3",
    "giai đoạn 2021-2025, 15h30": "2021|2025|15|30",
    "mục 1.2.3 ngày 20.11.2023": "1.2.3=None|20.11.2023=None",
    "có 421. Còn 3, rồi 1.234, và 0,5": "421|3|1.234|0,5",
    "năm 2019 100 hộ, lớp 2 500 em": "2019|100|2|500",
    "hơn 1 234 hộ, 1 234 567 đồng, 1\u00a0234 em": "1 234|1 234 567|1\u00a0234",
    "gọi 0938 779 660": "0938|779|660",
    "m² ½ ٣ ３": "",
    # digits and words
    "hơn 1 ngàn hộ, 5 chục con, 3,5 triệu đồng": "1 ngàn|5 chục|3,5 triệu",
    "từ 1 tỷ 200 triệu lên 394 tỷ 581 triệu đồng": "1 tỷ 200 triệu|394 tỷ 581 triệu",
    "2 triệu rưỡi, 2tr5, 2tr500, 2 tr": "2 triệu rưỡi|2tr5|2tr500=None|2 tr",
    "500 nghìn, 12 nghìn tỷ, 10k, 10km, 10kg": "500 nghìn|12 nghìn tỷ|10k|10|10",
    "20 tỷ 5 xã, 2 tỷ 500 xã, 3 nghìn 5 triệu": "20 tỷ|5|2 tỷ|500|3 nghìn|5 triệu",
    "2\ntriệu, 3 tỷ phú, 5 tỷ lệ, hai triệu chứng": "2|3|5|hai",
    "12 trăm, 20.11.2023 tỷ": "12 trăm=None|20.11.2023 tỷ=None",
    # words
    "ba trăm hộ, một trăm hai mươi hộ": "ba trăm|một trăm hai mươi",
    "hai mươi lăm năm, hai mươi năm, mười năm": "hai mươi lăm|hai mươi|mười",
    "bốn triệu sáu trăm nghìn, bốn triệu sáu đồng": "bốn triệu sáu trăm nghìn|bốn triệu sáu",
    "bốn triệu sáu xã, hai trăm ba lô": "bốn triệu|sáu|hai trăm|ba",
    "hai trăm ba": "hai trăm|ba",
    "hơn trăm hai mươi hộ, hàng trăm hai bên, không trăm tám mươi": "trăm hai mươi|hai|tám mươi",
    "năm trăm sáu bảy giây, một trăm năm hai nước": "năm trăm sáu bảy|một trăm|hai",
    "hai trăm bảy tám mươi": "hai trăm|bảy tám mươi=None",
    "ba triệu mốt hộ, học ba phẩy bảy năm": "ba triệu mốt|ba phẩy bảy",
    "dài một phẩy hai năm sáu mét": "một phẩy hai năm sáu",
    "tăng ba phẩy tám năm triệu, lãi hai phẩy năm triệu": "ba phẩy tám năm triệu|hai phẩy năm triệu",
    "nghìn năm văn hiến, trăm năm một lần, trăm triệu đồng, triệu chứng hai bên": "một|hai",
    "hai ba hộ, một hai trăm xã": "hai ba=None|một hai trăm=None",
    "bốn năm trăm, năm bảy người": "bốn năm trăm=None|năm bảy=None",
    "hàng trăm hộ, vài chục, hàng nghìn tỷ, trăm họ": "",
    "không có hộ nào, tư vấn, mốt, lẻ, chấm điểm": "",
    "giảm không phẩy năm phần trăm": "không phẩy năm",
    "một tư thế, hai mươi tư vấn viên, vịnh Ba Tư": "một|hai mươi|Ba",
    "Ông Chín và bà Bảy, một nửa số hộ, nửa triệu": "Chín|Bảy|một nửa|nửa triệu",
    "một năm rưỡi, hai rưỡi": "một|hai rưỡi",
    "Ba-na, ba5, baba, một_hai": "Ba|5",
    # năm
    "hai trăm năm mươi, năm mươi, năm trăm, năm nghìn": "hai trăm năm mươi|năm mươi|năm trăm|năm nghìn",
    "gồm năm xã, năm người": "năm|năm",
    "năm 2023, năm nay, trong năm, mỗi năm một lần, năm Mậu Tuất": "2023|một",
    "2018 là năm bản lề, Lầu Năm Góc, bước vào năm làm chủ": "2018",
    "5 năm qua, người/năm cho hộ, cuối năm.": "5",
}
"A text, and what is found in it; the value is what the reader says of it, or None where that is written."


@pytest.mark.parametrize(("text", "found"), FOUND.items())
def test_finds(text: str, found: str) -> None:
    expected = [part.partition("=") for part in found.split("|") if part]
    numerals = list(find_numerals(text))
    assert [text[numeral.start : numeral.end] for numeral in numerals] == [part for part, _, _ in expected]
    for numeral, (part, unread, _) in zip(numerals, expected, strict=True):
        assert numeral.value == (None if unread else read_number(part))
        assert unread or numeral.value is not None


@pytest.mark.parametrize(("text", "form"), [("1.234", "digits"), ("hai mốt", "words"), ("2 triệu rưỡi", "mixed")])
def test_names_the_form(text: str, form: str) -> None:
    assert [numeral.form for numeral in find_numerals(text)] == [form]


WHOLE = st.one_of(
    st.integers(0, 10**18),
    st.integers(0, 10**4),
    st.builds(lambda figure, power: figure * 10**power, st.integers(1, 99), st.integers(0, 16)),
    st.sets(st.integers(0, 17), max_size=4).map(lambda powers: sum(10**power for power in powers)),
)
FRACTIONAL = st.decimals(0, 10**12, allow_nan=False, places=2)
MIXED = st.integers(1, 10**9 - 1).map(lambda thousands: thousands * 1000)


@given(WHOLE, MANNERS)
def test_reads_words_back(number: int, manner: Manner) -> None:
    assert read_number(in_words(number, manner)) == number


@given(WHOLE)
def test_reads_digits_back(number: int) -> None:
    assert read_number(str(number)) == read_number(in_digits(Decimal(number))) == number


@given(FRACTIONAL)
def test_reads_decimals_back(number: Decimal) -> None:
    assert read_number(in_digits(number)) == number


@given(MIXED)
def test_reads_digits_with_words_back(number: int) -> None:
    assert read_number(in_both(number)) == number


@given(
    st.one_of(
        st.builds(in_words, WHOLE.filter(bool).filter(lambda number: number != 5), MANNERS),
        FRACTIONAL.map(in_digits),
        MIXED.map(in_both),
    )
)
def test_finds_a_written_number(number: str) -> None:
    before, after = "Huyện hỗ trợ ", " hộ dân vay vốn."
    assert [(numeral.start, numeral.end, numeral.value) for numeral in find_numerals(before + number + after)] == [
        (len(before), len(before) + len(number), read_number(number))
    ]


PIECES = st.one_of(
    st.text("0123456789.,/-: \u00a0\nabkmrtxZđ²٣%", max_size=6),
    st.sampled_from(NUMBER_WORDS).map(lambda word: f" {word} "),
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_loses_no_digits(text: str) -> None:
    numerals = list(find_numerals(text))
    assert all(left.end <= right.start for left, right in pairwise(numerals))
    for run in regex.finditer("[0-9]+", text):
        assert sum(n.start <= run.start() and run.end() <= n.end for n in numerals) == 1
    for numeral in numerals:
        assert numeral.start < numeral.end
        assert numeral.value == read_number(text[numeral.start : numeral.end])


HOSTILE = (
    "1",
    "một ",
    "1.",
    "1 ",
    "1,",
    "năm ",
    "1 111 ",
    "không ",
    "hai nghìn ",
    "1 tỷ ",
    "ba phẩy ",
    "mười ",
    "1" + 99 * " ",
)
TRIES = 3  # of which the quickest counts: what else the machine does takes time from the others
SECONDS_FOR_TWICE = 3.5  # twice the text may take twice the time, and some noise; squared would be four times


@pytest.mark.parametrize("piece", HOSTILE)
def test_takes_linear_time(piece: str) -> None:
    def once(text: str) -> float:
        start = process_time()
        for _ in find_numerals(text):
            pass
        return process_time() - start

    def seconds(times: int) -> float:
        return min(once(piece * times) for _ in range(TRIES))

    times = 20_000 // len(piece)
    assert seconds(times) < max(SECONDS_FOR_TWICE * seconds(times // 2), 0.1)


def test_words_that_are_read_without_the_grammar_are_numbers_in_it() -> None:
    runs = ("2", "02", "1.234", "1.234.567,8", "3,5", "12.5", "1,234.5", "20.11.2023", "000", "1.23.4")
    for text in (*NUMBER_WORDS, *(f"{run} {scale}" for run in runs for scale in SCALES)):
        assert read_number(text) is None or READ.fullmatch(text), text
    assert {word for word in NUMBER_WORDS if read_number(word) is not None} == {
        word for word in NUMBER_WORDS if READ.fullmatch(word)
    }
