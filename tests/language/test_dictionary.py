"""The word list says the same of the first words that are looked for as of all others."""

import unicodedata

from extractor.language.dictionary import PATIENCE, Compounds, compound_words, underthesea_file

LIST = "Nước\nquốc gia\n Khán giả \nhuấn luyện viên\nđược ăn cả ngã về không\n"
WORDS = {"quốc gia", "khán giả", "huấn luyện viên"}
OTHERS = ("nước", "gia", "khán", "quốc", "được ăn cả ngã về không", "gia\nkhán", "", "uốc gia")


def test_words_of_two_and_three_syllables() -> None:
    words = Compounds(unicodedata.normalize("NFD", LIST))
    assert words.words() == WORDS
    for _ in range(PATIENCE):
        assert all(word in words for word in WORDS)
        assert not any(word in words for word in OTHERS)


def test_the_list_is_read_as_it_is_written() -> None:
    text = underthesea_file("corpus", "data", "Viet74K.txt").read_text(encoding="utf-8")
    lines = {line.strip() for line in unicodedata.normalize("NFC", text).lower().splitlines()}
    assert compound_words().words() == {line for line in lines if line.count(" ") in (1, 2)}
