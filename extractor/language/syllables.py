"""Whether text reads as Vietnamese: how many of its words with marks are syllables that the language has."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

import regex

from extractor.language.patterns import one_of, regex_pattern

SAMPLE = 300  # words tell the encoding of an article; the rest is the same

# Without tone marks. Those in the second row are of places in the Highlands: Đắk Lắk, Krông Nô, Pleiku.
ONSETS = ("b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
          "kr", "br", "pr", "đr", "hr", "pl", "bl", "kl", "ml", "f", "j", "w", "z")  # fmt: skip
NUCLEI = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ia", "iê", "ya", "yê", "ua", "uô", "uơ", "ưa", "ươ", "oa", "oă", "oe", "oo", "ôô",
          "uâ", "uê", "ui", "uy", "uya", "uyê", "oai", "oay", "oao", "oeo", "uao", "uay", "uây", "uyu", "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "iu", "iêu", "yêu",
          "oi", "ôi", "ơi", "ưi", "ưu", "uôi", "ươi", "ươu", "uă", "uai", "ue")  # fmt: skip
CODAS = ("c", "ch", "m", "n", "ng", "nh", "p", "t", "k")
TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng

_BARE = str.maketrans("ăâêôơưđ", "aaeooud")
_PLAIN = regex_pattern(rf"{one_of({onset.translate(_BARE) for onset in ONSETS[:27]})}?{one_of({nucleus.translate(_BARE) for nucleus in NUCLEI})}{one_of(CODAS[:-1])}?")
_SYLLABLE = regex_pattern(rf"{one_of(ONSETS)}?{one_of(NUCLEI)}{one_of(CODAS)}?")
# Symbols within a word stay in it: they are what letters of other encodings look like.
_WORD = regex_pattern(r"[A-Za-z\u0080-\U0010ffff--\p{White_Space}\p{Pd}“”‘’„…•₫€\ufeff\u200b]+", regex.VERSION1)
_PLAIN_SYMBOLS = regex_pattern(r"[\x00-\x7f²³°·½¼¾±×÷§©®™«»ºª€\p{N}\p{So}\p{Co}]*")


class SyllableShare(NamedTuple):
    """How many words with marks there are (of a sample), and which part of them is Vietnamese."""

    words: int
    part: float


def syllable_share(text: str) -> SyllableShare:
    """How much of a text's words with marks is Vietnamese; 1 where there is none with marks."""
    marked = islice((word for match in _WORD.finditer(text) if not (word := match[0]).isascii()), SAMPLE)
    read = [_is_syllable(word) for word in marked]
    counted = [one for one in read if one is not None]
    return SyllableShare(len(counted), sum(counted) / len(counted) if counted else 1.0)


@lru_cache(maxsize=1 << 15)
def _is_syllable(word: str) -> bool | None:
    """Whether a word is a Vietnamese syllable; None for signs that every language has: km², 38°C."""
    if _PLAIN_SYMBOLS.fullmatch(word):
        return None if not regex.search(r"[A-Za-z][^A-Za-z²³°]+[A-Za-z]", word) else False
    marks = normalize("NFD", word.lower().replace("ð", "đ").strip("«»·°"))
    toned = sum(mark in TONES for mark in marks)
    bare = normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    return toned <= 1 and _SYLLABLE.fullmatch(bare) is not None


@lru_cache(maxsize=1 << 14)
def is_plain_syllable(word: str) -> bool:
    """Whether a word without marks is a syllable, or one that has lost its marks: huyen."""
    return _PLAIN.fullmatch(word.lower()) is not None
