"""Where numerals may be: the first look over a text in lower case.

The stdlib's re finds where numerals may be, and reads those that stand alone: it is several times faster than the
grammar. Where it cannot be sure, the grammar is asked; nothing here is quantified twice.
"""

import re
from collections.abc import Iterable

from extractor.language.numbers.grammar import BLANK
from extractor.language.patterns import one_of, re_pattern
from extractor.lexicon.numerals import (
    AND_A_HALF,
    COMPOUNDS,
    CONTRACTED_TENS,
    DECADES,
    FILLERS,
    FIVE_OR_YEAR,
    GLUED_CURRENCIES,
    HALF,
    HUNDRED,
    LAST_UNITS,
    MISSPELT_FILLERS,
    NUMBER_WORDS,
    POINTS,
    SCALES,
    SHORTHANDS,
    SUFFIXES,
    TEN,
    TENS,
    UNITS,
    YEAR_BEFORE,
    ZERO,
)

LETTER = "[a-zà-öø-ɏḀ-ỹ]"  # those that no number word may run on with; others are looked at one by one
BLANKS = r"[^\S\r\n\x1c-\x1f]"  # as SPACE
DIGIT_RUN = r"[0-9]*(?:[.,][0-9]+)*(?![.,]?[0-9])"  # as RUN: possessive quantifiers of re are faulty in CPython 3.11.2
SURE_BREAKS = frozenset(" \n,.;:()\"'-/!?%+")


def _before_letter(words: Iterable[str]) -> str:
    "Any of the words, whole as far as can be told here."
    return f"(?:{'|'.join(sorted(words))})(?!{LETTER})"


AFTER_DIGITS = (*SCALES, *SHORTHANDS, *SUFFIXES, *HUNDRED, *DECADES, *TENS, *POINTS, *AND_A_HALF)
AFTER_FIVE = (*SCALES, *HUNDRED, *DECADES, *TENS)
AFTER_WORDS = (*(word for word in UNITS if word != FIVE_OR_YEAR), *LAST_UNITS, *AFTER_FIVE, *POINTS, *AND_A_HALF, *HALF)
AFTER_ONE_UNSAID = (*AND_A_HALF, *UNITS, *TEN, *CONTRACTED_TENS, *ZERO, *FILLERS, *MISSPELT_FILLERS)
ALONE = (*(word for word in UNITS if word != FIVE_OR_YEAR), *TEN, *HALF)
COMPOUND = "|".join(rf"(?<={word}){BLANKS}+{one_of(COMPOUNDS[word])}" for word in SCALES if word in COMPOUNDS)
NO_NUMBER_AFTER_YEAR = [word for word in YEAR_BEFORE if word not in NUMBER_WORDS and " " not in word]
SCALE_AND_CURRENCY = rf"(?:{'|'.join((*SCALES, *SHORTHANDS))})\.?{one_of(GLUED_CURRENCIES)}(?!\w)"  # 2 tỷđ
SURE_BREAK = f"[{re.escape(''.join(sorted(SURE_BREAKS)))}]"
CANDIDATE = re_pattern(  # begins with a digit or with what stands before a word: a set is what re looks for fastest
    rf"""[^{LETTER[1:]}(?:(?<=[0-9])(?:
        (?P<digits>{DIGIT_RUN})
        (?!{BLANKS}*(?:{_before_letter(AFTER_DIGITS)}|{SCALE_AND_CURRENCY})|{BLANK}[0-9]{{3}})  # 421
      | (?P<scaled>{DIGIT_RUN}{BLANKS}+{_before_letter(SCALES)})  # 3,5 triệu
        (?!{COMPOUND}|{BLANKS}*(?:[0-9]|{_before_letter(NUMBER_WORDS)}))
      | (?P<both>))
    | (?P<word>{_before_letter(ALONE)})(?!{BLANKS}+(?:{_before_letter(AFTER_WORDS)}
        |{FIVE_OR_YEAR}{BLANKS}+{_before_letter(AFTER_FIVE)}))  # hai xã; hai năm, but not hai năm trăm
    | (?P<words>{_before_letter((*ALONE, *CONTRACTED_TENS))}
      |{_before_letter(ZERO)}(?={BLANKS}+{_before_letter(POINTS)})
      |{_before_letter((*SCALES, *HUNDRED))}(?={BLANKS}+{_before_letter(AFTER_ONE_UNSAID)}))
    | (?P<five>{FIVE_OR_YEAR})(?={BLANKS}+[^\W\d_])
        (?!{BLANKS}+(?:{"|".join(NO_NUMBER_AFTER_YEAR)})(?:{SURE_BREAK}|\Z)))  # năm xã, but not năm nay
    """,
    re.VERBOSE,
)
NEXT_WORD = re_pattern(rf"{BLANKS}+({LETTER}+)")
ANY_NUMBER_WORD = frozenset(NUMBER_WORDS)
