"""What a number is worth: the value that its digits and words add up to."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from unicodedata import normalize

from extractor.language.numbers.digits import MOST_DIGITS, SHAPE, read_digits
from extractor.language.numbers.grammar import READ, TOKEN
from extractor.lexicon.numerals import (
    AND_A_HALF,
    CONTRACTED_TENS,
    DECADES,
    FILLERS,
    HALF,
    HUNDRED,
    LAST_UNITS,
    MISSPELT_FILLERS,
    POINTS,
    SCALES,
    SHORTHANDS,
    SUFFIXES,
    TEN,
    TENS,
    UNITS,
    ZERO,
)

FIGURES = ZERO | UNITS | LAST_UNITS
ZERO_STANDS = (*FILLERS, *MISSPELT_FILLERS)
SUMS_OF_TENS = TEN | CONTRACTED_TENS
MULTIPLES = TENS | DECADES | HUNDRED
POWERS = SCALES | SHORTHANDS | SUFFIXES
ALONE = frozenset((*ZERO, *UNITS, *TEN, *HALF))
"The words that are a number by themselves, as the grammar has it."


def _add_up(tokens: Sequence[str]) -> Decimal | None:
    "The whole number that its words and digits add up to, and the half that may follow it."
    total, group, ones, half, previous = 0, 0, None, Decimal(0), ""
    step = 1  # what was counted last: a short form and a half are parts of it
    for token in tokens:
        if token in FIGURES or token[0].isdigit():
            if ones is not None:  # hai mốt
                group, step = group + ones * 10, 1
            elif previous in ZERO_STANDS:
                step = 1
            figure = FIGURES.get(token, read_digits(token))
            if figure is None:
                return None
            ones = int(figure)
        elif token in SUMS_OF_TENS:
            group, step = group + SUMS_OF_TENS[token], 1
        elif token in MULTIPLES:
            counted = 1 if token == tokens[0] else ones or 0  # trăm rưỡi
            group, ones, step = group + counted * MULTIPLES[token], None, 1 if token in TENS else MULTIPLES[token]
        elif token in POWERS:
            power = POWERS[token]
            if token == tokens[0] and not total:  # triệu rưỡi
                ones = 1
            below = total if previous in POWERS and total % power == 0 else total % power  # hai nghìn tỷ, một tỷ tỷ
            total += (below + group + (ones or 0)) * power - below
            group, ones, step = 0, None, power
        elif token in AND_A_HALF:
            half = Decimal(step) / 2
        previous = token
    if ones is not None and ones < 10 and step > 1:  # bốn triệu sáu
        ones *= step // 10
    return total + group + (ones or 0) + half


def _read_fraction(tokens: Sequence[str]) -> Decimal | None:
    "The part behind the point, said figure by figure (không năm) or as a number (mười bốn)."
    if all(token in FIGURES for token in tokens):
        digits = "".join(str(FIGURES[token]) for token in tokens)
    elif tokens[0].isdigit():
        digits = tokens[0]
    else:
        digits = str(_add_up(tokens))
    return Decimal(f"0.{digits}") if len(digits) <= MOST_DIGITS else None


def _read_tokens(tokens: Sequence[str]) -> Decimal | None:
    "The value of a number that the grammar has let through."
    words = list(tokens)
    powers = 1
    while len(words) > 1 and words[-1] in POWERS:
        powers *= POWERS[words.pop()]
    point = next((place for place, word in enumerate(words) if word in POINTS), None)
    if words[-1] in HALF:
        value: Decimal | None = Decimal(1) / 2
    elif point is not None:
        whole, fraction = _add_up(words[:point]), _read_fraction(words[point + 1 :])
        value = None if whole is None or fraction is None else whole + fraction
    elif len(words) == 1 and words[0][0].isdigit():
        value = read_digits(words[0])
    else:
        return _add_up(tokens)
    if value is None or powers == 1:
        return value
    value *= powers
    return Decimal(int(value)) if value == int(value) else value


def read_number(text: str) -> Decimal | None:
    "The number that the text says; None where it says none, or may say two."
    return _read_number(text) if len(text) <= LONGEST_KEPT else _read_number.__wrapped__(text)


LONGEST_KEPT = 40
"The values of longer texts are not kept: what comes again in the news is short."


@lru_cache(maxsize=4096)
def _read_number(text: str) -> Decimal | None:
    "The number that the text says."
    plain = " ".join(normalize("NFC", text).lower().split())
    if SHAPE.fullmatch(plain):
        return read_digits(plain)
    words = plain.split(" ")
    if words[0] in ALONE if len(words) == 1 else len(words) == 2 and words[1] in SCALES and SHAPE.fullmatch(words[0]):
        return _read_tokens(words)  # most numbers that are no mere digits: hai, 3,5 triệu
    match = READ.fullmatch(plain)
    if match is None:
        return None
    value = _read_tokens(TOKEN.findall(match["number"]))
    return -value if match["minus"] and value is not None else value
