"""The one reader of numbers.

`read_number` says what a text is worth that is one number and nothing else; `find_numerals` finds the numbers of a
running text. Both use one grammar, and the grammar is made from the tables of `lexicon.numerals`.
"""

from extractor.language.numbers.finding import Numeral, NumeralForm, find_numerals
from extractor.language.numbers.reading import read_number

__all__ = ("Numeral", "NumeralForm", "find_numerals", "read_number")
