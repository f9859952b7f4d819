"""In which language a line or a text is: Vietnamese with its marks or without them, another one, or none."""

from __future__ import annotations

from functools import lru_cache

from extractor.language.patterns import regex_pattern
from extractor.language.syllables import is_plain_syllable
from extractor.lexicon.english import ENGLISH
from extractor.lexicon.toneless import TONELESS

MARKED_BYTES = 0.1  # of its characters a Vietnamese line has more in UTF-8; no paragraph of 3,000 articles has less
LEAST_MARKED = 0.2  # of the words: 0.30 is the least of a paragraph, one of foreign names, and 0.66 of an article
LEAST_ENGLISH, MANY_ENGLISH = 2, 0.25  # words of the table, and their share of all
SHORT = 3  # words: of a button all are in the table
LEAST_PLAIN = 6  # words in a row of Vietnamese have some mark: one of three has none
LEAST_FOREIGN, MOST_SYLLABLES = 5, 0.4  # small words without marks; of foreign ones fewer look like syllables
LEAST_CODE = 16  # characters of a word with letters and digits that no language has
LEAST_MIXED, MOSTLY_MIXED = 8, 0.6  # words of letters and digits, as dumps have them
MOST_READ = 4000  # characters of a line tell its language

_WORD = regex_pattern(r"\p{L}\p{M}*+(?:\p{L}\p{M}*+)+")
_CODE = regex_pattern(r"(?=[A-Za-z+/=_-]*[0-9])(?=[0-9+/=_-]*[A-Za-z])[A-Za-z0-9+/=_-]{16,}|(?=(?:[A-Za-z]*?[a-z][A-Z]){4})[A-Za-z]{16,}")
_MIXED = regex_pattern(r"(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{2,}")


def is_vietnamese(line: str) -> bool:
    """Whether a line is in Vietnamese with its marks."""
    return _has_marks(line) or share_of_marked(words_in(line)) >= LEAST_MARKED


def is_unreadable(line: str) -> bool:
    """Whether no figure can be read from a line: it is in English, in no language, or has lost its marks.

    >>> is_unreadable("Please enable JavaScript to view the 12 comments."), is_unreadable("Tong so 3,5 ty dong")
    (True, True)
    """
    return not _has_marks(line) and _is_unreadable(line[:MOST_READ])


def words_in(text: str) -> list[str]:
    """The words of two letters and more."""
    return _WORD.findall(text)


def share_of_marked(words: list[str]) -> float:
    """Which part of some words has marks; 0 where there are none."""
    return sum(not word.isascii() for word in words) / len(words) if words else 0.0


def is_toneless(words: list[str]) -> bool:
    """Whether words are Vietnamese that has lost its marks: 3,5 ty dong."""
    if not words or not all(word.isascii() for word in words):
        return False
    low = [word.lower() for word in words]
    known = {word for word in low if word in TONELESS}
    if len(known) >= LEAST_ENGLISH and len(known) >= MANY_ENGLISH * len(set(low)):
        return True
    small = low if all(map(str.isupper, words)) else [word for word in words if word.islower()]
    return len(small) >= LEAST_PLAIN and sum(map(is_plain_syllable, small)) > MOSTLY_MIXED * len(small)


def _has_marks(line: str) -> bool:
    """Whether a line has so many letters of more than one byte that nothing else need be asked."""
    return len(line.encode("utf-8", "surrogatepass")) - len(line) > MARKED_BYTES * len(line)


@lru_cache(maxsize=1 << 12)
def _is_unreadable(line: str) -> bool:
    words = words_in(line)
    if _is_code(line):
        return True
    if share_of_marked(words) >= LEAST_MARKED:
        return False
    return _is_english(words) or is_toneless(words) or _is_foreign(words)


def is_english_text(words: list[str]) -> bool:
    """Whether words are of a text in English."""
    return len(words) > SHORT and _is_english(words)


def _is_english(words: list[str]) -> bool:
    known = [word.lower() in ENGLISH for word in words]
    if sum(known) >= LEAST_ENGLISH and sum(known) >= MANY_ENGLISH * len(words):
        return True
    return 0 < len(words) <= SHORT and all(known)


def _is_foreign(words: list[str]) -> bool:
    """Whether the small words of a line are mostly no syllables of Vietnamese, nor of it without marks."""
    small = [word for word in words if word.islower()]
    return len(small) >= LEAST_FOREIGN and sum(map(is_plain_syllable, small)) < MOST_SYLLABLES * len(small)


def _is_code(line: str) -> bool:
    """Whether most of a line is no language: base64, keys, dumps of bytes."""
    if not any(char.isdigit() for char in line) and len(line) < LEAST_CODE:
        return False
    parts = line.split()
    code = sum(len(part) for part in parts if len(part) >= LEAST_CODE and _CODE.fullmatch(part.strip("\"',;.()[]{}")))
    if 2 * code > sum(map(len, parts)):
        return True
    mixed = sum(1 for part in parts if _MIXED.fullmatch(part))
    return len(parts) >= LEAST_MIXED and mixed >= MOSTLY_MIXED * len(parts) and line.isascii()
