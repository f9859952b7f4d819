"""Words and phrases of a list are found among the words of a text as a pattern of them would find them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.patterns import word_of, words_of
from extractor.language.wordlists import WordList

LIST = ("trồng", "trồng mới", "trồng lại", "chăm sóc", "chăm sóc tốt cây", "giao đất", "giao")


def said(text: str) -> list[str]:
    """The parts of a text that are of the list, left to right."""
    words, found, behind = words_of(text), list[str](), 0
    wordlist = WordList(LIST)
    for at, match in enumerate(words.matches):
        if at >= behind and (end := wordlist.end_at(words, at)):
            behind = end
            found.append(text[match.start() : words.matches[end - 1].end()])
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Xã trồng mới 12 ha, trồng 3 ha", ["trồng mới", "trồng"]),
        ("chăm sóc tốt, chăm sóc tốt cây", ["chăm sóc", "chăm sóc tốt cây"]),
        ("trồng\n  mới", ["trồng\n  mới"]),
        ("trồng, mới", ["trồng"]),
        ("giao đất2 giao", ["giao", "giao"]),
        ("xtrồng trồngx 2trồng trồng_ _trồng", []),
        ("TRỒNG LẠI rừng", ["TRỒNG LẠI"]),
        ("", []),
    ],
)
def test_the_longest_whole_phrase_is_found(text: str, wanted: list[str]) -> None:
    assert said(text) == wanted


PIECES = st.sampled_from(
    ("trồng", "mới", "chăm", "sóc", "tốt", "cây", "giao", "đất", "3", "_", ",", " ", "  ", "\n", "x")
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_it_finds_what_a_pattern_finds(text: str) -> None:
    assert said(text) == re.findall(word_of(LIST), text)
