"Small named parts that patterns are put together from."

import re
from collections.abc import Iterable
from typing import NamedTuple

import regex

FLAGS = regex.IGNORECASE | regex.VERBOSE
"How patterns are compiled: case does not count, and neither does white space within a pattern."

SPACE = r"[^\S\r\n]"
"One blank that does not end the line."

GAP = rf"{SPACE}++"
"What stands between two words of one phrase: a phrase does not run over the end of a line."

START = r"(?<!\w)"
"Where a word begins."

END = r"(?!\w)"
"Where a word ends."


def one_of(words: Iterable[str]) -> str:
    "Any of the words, longest first, so that none hides a longer one; a space within stands for any white space."
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(map(regex.escape, word.split())) for word in longest_first) + ")"


def lowered(text: str) -> str:
    "The text in lower case, each character still where it was: patterns without IGNORECASE are much faster."
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


class Words(NamedTuple):
    "The words and numbers of a text in lower case, and where each begins and ends."

    low: str
    words: list[str]
    spans: list[tuple[int, int]]


WORD_OR_DIGITS = re.compile(r"[^\W\d_]+|[0-9]+")  # plain re: this runs over every sentence


def words_of(text: str) -> Words:
    "The words and the runs of digits in a text (in NFC), with their spans."
    low = lowered(text)
    matches = list(WORD_OR_DIGITS.finditer(low))
    return Words(low, [match[0] for match in matches], [match.span() for match in matches])


def word_of(words: Iterable[str]) -> str:
    "Any of the words, whole."
    return f"{START}{one_of(words)}{END}"
