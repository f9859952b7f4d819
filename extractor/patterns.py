"Small named parts that patterns are put together from."

from collections.abc import Iterable

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


def word_of(words: Iterable[str]) -> str:
    "Any of the words, whole."
    return f"{START}{one_of(words)}{END}"
