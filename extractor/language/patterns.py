"Small named parts that patterns are put together from."

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Any, AnyStr, NamedTuple, cast

import regex

from extractor.language.compiled import compiled
from extractor.language.guards import known
from extractor.language.literals import needed_words

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


PATIENCE = 40
"So often a text that cannot match is told by its words alone; from then on the pattern itself is quicker."


FEW = 3
"Words that a compiled pattern is still guarded by."


class LazyPattern:
    """A pattern that is compiled when it is first asked of a text that has the words to match it.

    Compiled, it is what the engine made of it: the methods here stand for those of the engine until then.
    """

    def __init__(self, engine: Callable[[Any, int], Any], pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.engine, self.given = engine, flags
        self._patience = PATIENCE

    @cached_property
    def words(self) -> frozenset[str]:
        "Words one of which a text must have; none where there is no telling."
        return known(needed_words, self.pattern, int(self.given)) if isinstance(self.pattern, str) else frozenset()

    @property
    def is_made(self) -> bool:
        "Whether it has been compiled."
        return "made" in self.__dict__

    @cached_property
    def made(self) -> Any:
        "The compiled pattern."
        made = self.engine(self.pattern, self.given)
        self.__dict__.update({name: getattr(made, name) for name in _METHODS})
        if 0 < len(self.words) <= FEW and not self.given & re.IGNORECASE and "(?i" not in str(self.pattern):
            self.__dict__["search"] = _where_words_are(made.search, tuple(self.words))
        return made

    def _may_match(self, text: str, options: dict[str, Any]) -> bool:
        self._patience -= 1
        if options or self._patience < 0 or not self.words:
            return True
        low = text.casefold()
        return any(word.casefold() in low for word in self.words)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.made, name)

    def search(self, text: str, *within: int, **options: Any) -> Any:
        "The first match; None at once where the text lacks the words."
        return self.made.search(text, *within, **options) if self._may_match(text, options) else None

    def match(self, text: str, *within: int, **options: Any) -> Any:
        "The match at the beginning, likewise."
        return self.made.match(text, *within, **options) if self._may_match(text, options) else None

    def fullmatch(self, text: str, *within: int, **options: Any) -> Any:
        "The match of the whole, likewise."
        return self.made.fullmatch(text, *within, **options) if self._may_match(text, options) else None

    def finditer(self, text: str, *within: int, **options: Any) -> Any:
        "Each match; none at once where the text lacks the words."
        return self.made.finditer(text, *within, **options) if self._may_match(text, options) else iter(())

    def findall(self, text: str, *within: int, **options: Any) -> Any:
        "The words of each match, likewise."
        return self.made.findall(text, *within, **options) if self._may_match(text, options) else []

    def sub(self, by: Any, text: str, *most: int, **options: Any) -> Any:
        "The text with each match replaced; the text itself where it lacks the words."
        return self.made.sub(by, text, *most, **options) if self._may_match(text, options) else text


def _where_words_are(search: Callable[..., Any], words: tuple[str, ...]) -> Callable[..., Any]:
    "The search, made only where one of the words stands within what is searched: their absence is told much faster."

    def guarded(text: str, *within: int, **options: Any) -> Any:
        for word in words:
            if text.find(word, *within) >= 0:
                return search(text, *within, **options)
        return search(text, *within, **options) if options else None

    return guarded


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub")


def regex_pattern(pattern: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    "The pattern as the package regex reads it, compiled when it is first needed: a quick start is made of these."
    return cast("regex.Pattern[AnyStr]", LazyPattern(compiled, pattern, flags))


def re_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    "The pattern as re reads it, which is faster where the pattern is plain; compiled when it is first needed."
    return cast("re.Pattern[AnyStr]", LazyPattern(re.compile, pattern, flags))


def is_made(pattern: object) -> bool:
    "Whether a pattern has been compiled; one that was never lazy has."
    return not isinstance(pattern, LazyPattern) or pattern.is_made


def one_of(words: Iterable[str]) -> str:
    """Any of the words, longest first, so that none hides a longer one; a space within stands for any white space.

    What begins with the same syllables is looked at once: such patterns are smaller and compiled in less time.
    """
    return f"(?:{'|'.join(_branches([word.split() for word in words]))})"


def _branches(words: Iterable[list[str]]) -> list[str]:
    "The alternatives that words of so many syllables are, a branch for each first one, the longest of these first."
    rests: dict[str, list[list[str]]] = {}
    for first, *rest in words:
        rests.setdefault(first, []).append(rest)
    longest_first = sorted(rests.items(), key=lambda branch: (-len(branch[0]), branch[0]))
    return [
        (first if first.isalnum() else re.escape(first)) + (_going_on(behind) if any(behind) else "")
        for first, behind in longest_first
    ]


def _going_on(rests: list[list[str]]) -> str:
    "The pattern of what may stand behind a first syllable; where that may be all, the longest way to go on is taken."
    more = _branches(rest for rest in rests if rest)
    pattern = rf"\s+{more[0]}" if len(more) == 1 else rf"\s+(?:{'|'.join(more)})"
    return f"(?:{pattern})?" if [] in rests else pattern


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
    "The words and numbers of a text in lower case, and the match of each, which tells where it stands."

    low: str
    words: list[str]
    matches: list[re.Match[str]]


WORD_OR_DIGITS = re_pattern(r"[^\W\d_]+|[0-9]+")  # plain re: this runs over every sentence


@lru_cache(maxsize=32)
def words_of(text: str) -> Words:
    "The words and the runs of digits in a text (in NFC)."
    low = lowered(text)
    matches = list(WORD_OR_DIGITS.finditer(low))
    return Words(low, [match[0] for match in matches], matches)


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
    """The pattern of any of the words in lower case, longest first, where a word begins; grouped by first letters."""
    return f"(?:{where_words_begin(*_branches([word.split() for word in words]))})"
