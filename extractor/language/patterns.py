"Small named parts that patterns are put together from."

import re
from collections.abc import Callable, Iterable
from typing import Any, AnyStr, NamedTuple, cast

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


class _Lazy:
    "A pattern that is compiled when it is first asked; what was asked of it once is at hand from then on."

    def __init__(self, engine: Callable[[Any, int], Any], pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._make: Callable[[], Any] = lambda: engine(pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = self._make()
        self._make = lambda: made
        found = getattr(made, name)
        setattr(self, name, found)
        return found


def regex_pattern(pattern: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    "The pattern as the package regex reads it, compiled when it is first asked: a quick start is made of these."
    return cast("regex.Pattern[AnyStr]", _Lazy(regex.compile, pattern, flags))


def re_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    "The pattern as re reads it, which is faster where the pattern is plain; compiled when it is first asked."
    return cast("re.Pattern[AnyStr]", _Lazy(re.compile, pattern, flags))


def one_of(words: Iterable[str]) -> str:
    "Any of the words, longest first, so that none hides a longer one; a space within stands for any white space."
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(map(regex.escape, word.split())) for word in longest_first) + ")"


class Row(NamedTuple):
    "One alternative of a pattern, and a text that shows it."

    pattern: str
    text: str


def any_of(rows: Iterable[Row]) -> str:
    "The alternatives of a table in their order, as one group."
    return f"(?:{'|'.join(row.pattern for row in rows)})"


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


WORD_OR_DIGITS = re_pattern(r"[^\W\d_]+|[0-9]+")  # plain re: this runs over every sentence


def words_of(text: str) -> Words:
    "The words and the runs of digits in a text (in NFC), with their spans."
    low = lowered(text)
    matches = list(WORD_OR_DIGITS.finditer(low))
    return Words(low, [match[0] for match in matches], [match.span() for match in matches])


def word_of(words: Iterable[str]) -> str:
    "Any of the words, whole."
    return f"{START}{one_of(words)}{END}"


def where_words_begin(*patterns: str) -> str:
    """These patterns as alternatives, each opening with a letter in lower case, where a word begins.

    They are grouped by that letter, and only what begins with it is looked at: much faster than a look at every letter.
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(rf"{letter}(?<!\w{letter})(?:{'|'.join(behind)})" for letter, behind in rests.items())


def by_first(words: Iterable[str]) -> str:
    """The pattern of any of the words in lower case, longest first, where a word begins; grouped by first syllables."""
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        first, *rest = map(re.escape, word.split())
        rests.setdefault(first, []).append("".join(rf"\s+{part}" for part in rest))
    patterns = where_words_begin(*(f"{first}(?:{'|'.join(behind)})" for first, behind in rests.items()))
    return f"(?:{patterns})"
