"""The numbers of a running text, from left to right."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from extractor.language.numbers.candidates import ANY_NUMBER_WORD, CANDIDATE, NEXT_WORD, SURE_BREAKS
from extractor.language.numbers.grammar import LONE, PHRASE, WORD
from extractor.language.numbers.reading import read_number
from extractor.language.patterns import lowered

NumeralForm = Literal["digits", "words", "mixed"]


class Numeral(Struct, frozen=True):
    "A number as it stands in a text; the value is None where it has two readings or none."

    start: int
    end: int
    value: Decimal | None
    form: NumeralForm


def _form(text: str) -> NumeralForm:
    "Whether a number is written in digits, in words, or in both."
    if not any(map(str.isalpha, text)):
        return "digits"
    return "mixed" if any(char in "0123456789" for char in text) else "words"


def _breaks(text: str, place: int) -> bool:
    "Whether there is no character of a word at that place."
    return not 0 <= place < len(text) or text[place] in SURE_BREAKS or WORD.match(text, place) is None


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every numeral of a text (in NFC), from left to right, each as long as it reads as one number.

    The grammar is asked only where more numbers or number words follow: most numerals stand alone.
    """
    low = f"\n{lowered(text)}"  # so that before a word there is always something
    place = 0
    while candidate := CANDIDATE.search(low, place):
        start, place = candidate.span()
        end = place - 1  # in the text
        kind = candidate.lastgroup
        if kind == "digits":
            start -= 1
            yield Numeral(start, end, read_number(text[start:end]), "digits")
            continue
        whole = _breaks(text, end)
        if kind in ("scaled", "both"):
            start -= 1
        elif not whole or not _breaks(text, start - 1):
            continue
        if whole and kind in ("scaled", "word"):
            yield Numeral(start, end, read_number(text[start:end]), "words" if kind == "word" else "mixed")
            continue
        word = NEXT_WORD.match(low, place) if kind == "five" else None
        match = (LONE if word and word[1] not in ANY_NUMBER_WORD else PHRASE).match(text, start)
        if match:
            value = None if match.groupdict().get("unsure") else read_number(match[0])
            yield Numeral(start, match.end(), value, _form(match[0]))
            place = match.end() + 1
