"""The one reader of numbers.

`read_number` says what a text is worth that is one number and nothing else; `find_numerals` finds the numbers of a
running text. Both use one grammar, and the grammar is made from the tables of `lexicon.numerals`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

import regex

from extractor.lexicon.numerals import (
    AND_A_HALF,
    BEFORE_AMOUNTS,
    COMPOUNDS,
    CONTRACTED_TENS,
    CURRENCIES,
    DECADES,
    FILLERS,
    FIVE_OR_YEAR,
    HALF,
    HUNDRED,
    LAST_UNITS,
    NUMBER_WORDS,
    POINTS,
    SCALES,
    SHORTHANDS,
    SIGNS,
    SUFFIXES,
    TEN,
    TENS,
    UNITS,
    YEAR_AFTER,
    YEAR_BEFORE,
    ZERO,
)
from extractor.patterns import END, FLAGS, GAP, SPACE, lowered, one_of, word_of

Form = Literal["digits", "words", "mixed"]

MOST_DIGITS = 28
"Longer runs of digits are codes and stay unread: Python's decimal arithmetic is exact up to here."


@dataclass(frozen=True, slots=True)
class Numeral:
    "A number as it stands in a text; the value is None where it has two readings or none."

    start: int
    end: int
    value: Decimal | None
    form: Form


# ---- Digits ----

VIETNAMESE = str.maketrans(",", ".", ". ")  # a dot or a space groups, a comma marks decimals
FOREIGN = str.maketrans("", "", ",")  # a comma groups, a dot marks decimals

SHAPES = {
    "grouped": (r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?", VIETNAMESE),  # 1.234.567,8
    "spaced": (r"[1-9][0-9]{0,2}(?:\x20[0-9]{3})+(?:,[0-9]+)?", VIETNAMESE),  # 1 234
    "comma": (r"[0-9]+,[0-9]+", VIETNAMESE),  # 3,5
    "foreign": (r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:,[0-9]{3}|\.[0-9]+)", FOREIGN),  # 1,234,567 and 1,234.5
    "dot": (r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0+\.[0-9]{3}", FOREIGN),  # 12.5 in some papers; 0.123
    "plain": (r"[0-9]+", FOREIGN),  # 45, 02
}
SHAPE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in SHAPES.items()))  # re: see below


def _read_digits(text: str) -> Decimal | None:
    "The value of a run of digits, read as the shape that it is written in."
    match = SHAPE.fullmatch(text)
    if match is None or match.lastgroup is None:
        return None
    if len(text) > MOST_DIGITS and sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    return Decimal(text.translate(SHAPES[match.lastgroup][1]))


# ---- The grammar: digits in a text ----

NO_MORE_DIGITS = r"(?![.,]?[0-9])"
RUN = r"[0-9]++(?:[.,][0-9]++)*+"  # 1.234.567,8, but also 20.11.2023
WHOLE = rf"(?>[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})++|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{2,}}+|[0-9]++){NO_MORE_DIGITS}"
DIGIT = rf"[1-9]{NO_MORE_DIGITS}"  # 2 trăm
UP_TO_999 = rf"[0-9]{{1,3}}+{NO_MORE_DIGITS}"  # the 581 of 394 tỷ 581 triệu
BLANK, HARD_BLANK = r"[\x20\u00a0\u2009\u202f]", r"[\u00a0\u2009\u202f]"
SPACED = rf"""(?<![\w.,]|[0-9]{SPACE})(?>
    [1-9][0-9]{{0,2}}(?: (?:{BLANK}[0-9]{{3}}){{2,}}+ | {HARD_BLANK}[0-9]{{3}} )  # 1 234 567
  | (?<=\A|{word_of(BEFORE_AMOUNTS)}{SPACE})[1-9][0-9]{{0,2}}{BLANK}[0-9]{{3}}  # hơn 1 234, not lớp 2 500 em
)(?:,[0-9]++)?+{NO_MORE_DIGITS}(?!{SPACE}[0-9])"""


# ---- The grammar: words ----


def _words(words: Iterable[str]) -> str:
    "Any of the words, whole, and not part of another word: tỷ, but not the tỷ of tỷ lệ."
    guards = {word: rf"(?!{GAP}{word_of(COMPOUNDS[word])})" if word in COMPOUNDS else "" for word in words}
    return "(?:" + "|".join(f"{word}{END}{guard}" for word, guard in guards.items()) + ")"


def _worth(table: dict[str, int], *, least: int = 0, most: int = 10**9) -> list[str]:
    "The words of the table with a value between the two."
    return [word for word, value in table.items() if least <= value <= most]


LINK = rf"(?:{GAP}|(?<=[0-9]))"  # 2 tỷ, 2tỷ


def _scale(least: int, most: int) -> str:
    "The words for the powers of ten between the two, and what joins them to the number before."
    forms = [rf"{LINK}{_words(_worth(SCALES, least=least, most=most))}"]
    if shorthands := _worth(SHORTHANDS, least=least, most=most):
        forms.append(rf"(?<=[0-9]){SPACE}?{_words(shorthands)}(?!\.)")
    if suffixes := _worth(SUFFIXES, least=least, most=most):
        forms.append(rf"(?<=[0-9]){_words(suffixes)}")
    return f"(?:{'|'.join(forms)})"


ANY_SCALE = _scale(10**3, 10**9)
HIGHER = rf"(?:{ANY_SCALE}|{LINK}{_words((*TENS, *DECADES, *HUNDRED))})"
NOT_FIVE = _words(word for word in UNITS if word != FIVE_OR_YEAR)
UNIT = rf"(?:{NOT_FIVE}|{FIVE_OR_YEAR}{END}(?={GAP}{_words(SCALES)}))"  # năm nghìn is 5000, hai mươi năm 20 years
ANY_UNIT, SEVERAL = _words(UNITS), _words(_worth(UNITS, least=2))
LAST = rf"(?:{_words(LAST_UNITS)}|{UNIT})"
LAST_OF_TEENS = rf"(?:{_words(_worth(LAST_UNITS, least=2))}|{UNIT})"  # mười tư, but no mười mốt
LAST_ALONE = rf"""(?:{_words(word for word in LAST_UNITS if word not in COMPOUNDS)}
    |{_words(word for word in LAST_UNITS if word in COMPOUNDS)}(?:(?&whole)|(?={ANY_SCALE})) )"""  # not vịnh Ba Tư
ZERO_AND_UNIT = rf"{_words(FILLERS)}{GAP}(?:{ANY_UNIT}|{_words(_worth(LAST_UNITS, least=2))}|{DIGIT})"  # linh năm
UP_TO_99 = rf"""(?>
    {SEVERAL}{GAP}{_words(TENS)}(?:{GAP}{LAST})?+  # hai mươi, hai mươi mốt
  | {_words(TEN)}(?:{GAP}{LAST_OF_TEENS})?+  # mười, mười lăm
  | (?:{ANY_UNIT}|{UP_TO_999}){LINK}{_words(DECADES)}  # hai chục, 5 chục
  | {_words(CONTRACTED_TENS)}{GAP}{LAST}  # hăm lăm
  | {SEVERAL}{GAP}{LAST_ALONE}  # ba lăm
)"""
AFTER_HUNDRED = rf"(?:{GAP}(?:{ZERO_AND_UNIT}|{UP_TO_99}|{LAST}(?&whole)))?+"  # một trăm hai: not hai trăm ba lô
HUNDREDS = rf"(?>(?:{ANY_UNIT}|{DIGIT}){LINK}{_words(HUNDRED)}{AFTER_HUNDRED})"
NO_HUNDREDS = rf"(?>{_words(ZERO)}{LINK}{_words(HUNDRED)}{AFTER_HUNDRED})"  # không trăm linh năm
HEAD = rf"(?>{HUNDREDS}|{UP_TO_99}|{SPACED}|{WHOLE}|{UNIT})"
LATER = rf"(?>{HUNDREDS}|{NO_HUNDREDS}|{UP_TO_99}|{ZERO_AND_UNIT}|{UP_TO_999}|{UNIT}|{_words(ZERO)})"

# ---- The grammar: numbers ----

CLAUSE_ENDS = rf"(?={SPACE}*+(?:\Z|[\r\n]|[.,;:!?…)\]\"”»](?![0-9]))|{GAP}{word_of(CURRENCIES)})"
SHORT = rf"(?:{LAST}|{DIGIT}){CLAUSE_ENDS}"  # the sáu of bốn triệu sáu
REST = rf"(?>{HUNDREDS}|{NO_HUNDREDS}|{UP_TO_99}|{ZERO_AND_UNIT})"
REST_IN_DIGITS = rf"(?<={one_of(_worth(SCALES, most=10**3))}{SPACE})[0-9]{{3}}{NO_MORE_DIGITS}"  # 2 nghìn 500


def _scaled(scale: int) -> str:
    "A power of ten and all lower parts that may follow it, each smaller than the one before."
    lower = sorted({value for value in SCALES.values() if value < scale}, reverse=True)
    parts = "".join(rf"(?:{GAP}(?&later){_scale(value, value)})?" for value in lower)
    return rf"{_scale(scale, scale)}{parts}(?:{GAP}(?:(?&rest)|{SHORT}|{REST_IN_DIGITS}))?"


FRACTION = rf"""(?>
    {HUNDREDS} | {UP_TO_99} | [0-9]++  # mười bốn
  | (?:{_words(ZERO)}{GAP})*+{ANY_UNIT}(?:{GAP}(?:{NOT_FIVE}|{_words(ZERO)}))*+ | {_words(ZERO)}  # không năm
)"""
NUMBER = rf"""(?:
    (?:{_words(_worth(UNITS, most=1))}{GAP})?{_words(HALF)}{ANY_SCALE}?  # một nửa, nửa triệu
  | (?>{HUNDREDS}|{UP_TO_99}|{WHOLE}|{ANY_UNIT}|{_words(ZERO)}){GAP}{_words(POINTS)}{GAP}{FRACTION}{ANY_SCALE}{{0,2}}
  | (?&head)(?:{_scaled(10**4)}|{_scaled(10**3)})?(?:{_scaled(10**6)})?  # một vạn hai nghìn, hai nghìn triệu
    (?:{_scale(10**9, 10**9)}?{_scaled(10**9)})?  # hai nghìn tỷ, một tỷ tỷ
    (?:(?<!{one_of(TENS)}){GAP}{_words(AND_A_HALF)})?  # hai triệu rưỡi
  | {RUN}{ANY_SCALE}{{0,2}}  # 3,5 nghìn tỷ
)(?!{HIGHER})"""
SIX_OR_SEVEN = _words(_worth(UNITS, least=6, most=7))
FEW = rf"""(?:  # about so many: no one number
    {NOT_FIVE}(?:{GAP}{NOT_FIVE})++{HIGHER}*+  # hai ba, một hai trăm
  | {NOT_FIVE}{GAP}{FIVE_OR_YEAR}{HIGHER}++  # bốn năm trăm
  | {FIVE_OR_YEAR}{GAP}{SIX_OR_SEVEN}(?!{GAP}{_words((*TENS, *LAST_UNITS))}){HIGHER}*+  # năm bảy; not năm bảy lăm
)"""
GLUED_TO = rf"[0-9]{{1,3}}+{one_of((*SCALES, *SHORTHANDS, *SUFFIXES))}"
SHORT_GLUED = rf"{GLUED_TO}[1-9]"  # 2tr5
GLUED = rf"{GLUED_TO}[0-9]++"  # also 2tr500, which stays unread
ODD = rf"(?:(?:(?&head)|{RUN}){HIGHER}++|{RUN})"  # mười mươi, 12 trăm, 20.11.2023
YEAR_PRECEDED = rf"(?<!(?:[0-9]|{word_of((*NUMBER_WORDS, *YEAR_AFTER))}){SPACE}*|/{SPACE}*)"
LONE_FIVE = rf"{YEAR_PRECEDED}{FIVE_OR_YEAR}(?={GAP}\p{{L}})(?!{GAP}{word_of((*NUMBER_WORDS, *YEAR_BEFORE))})"
END_OF_TEXT, NOWHERE = r"\Z", "(?!)"


def _defined(whole: str) -> str:
    "The parts that the grammar calls by name; forms that are read only where nothing follows call `whole`."
    return rf"(?(DEFINE)(?P<whole>{whole})(?P<head>{HEAD})(?P<later>{LATER})(?P<rest>{REST}))"


READ = regex.compile(
    rf"""{_defined(END_OF_TEXT)}(?P<minus>[-\u2212]|{_words(SIGNS)}{GAP})?
    (?P<number>{SHORT_GLUED}|{NUMBER}|{NO_HUNDREDS}|{_words(ZERO)}|{FIVE_OR_YEAR})""",
    FLAGS,
)
PHRASE = regex.compile(rf"{_defined(NOWHERE)}(?:{FEW}|{GLUED}|{NUMBER}|{ODD}|{LONE_FIVE})", FLAGS)
LONE = regex.compile(LONE_FIVE, FLAGS)
WORD = regex.compile(r"\w")
TOKEN = regex.compile(rf"[1-9][0-9]{{0,2}}(?:\x20[0-9]{{3}})+(?:,[0-9]+)?|{RUN}|\p{{L}}+", FLAGS)


# ---- The first look ----
# The stdlib's re over text in lower case finds where numerals may be, and reads those that stand alone: it is several
# times faster than the grammar. Where it cannot be sure, the grammar is asked; nothing here is quantified twice.

LETTER = "[a-zà-öø-ɏḀ-ỹ]"  # those that no number word may run on with; others are looked at one by one
BLANKS = r"[^\S\r\n\x1c-\x1f]"  # as SPACE
SURE_BREAKS = frozenset(" \n,.;:()\"'-/!?%+")


def _before_letter(words: Iterable[str]) -> str:
    "Any of the words, whole as far as can be told here."
    return f"(?:{'|'.join(sorted(words))})(?!{LETTER})"


AFTER_DIGITS = (*SCALES, *SHORTHANDS, *SUFFIXES, *HUNDRED, *DECADES, *TENS, *POINTS, *AND_A_HALF)
AFTER_FIVE = (*SCALES, *HUNDRED, *DECADES, *TENS)
AFTER_WORDS = (*(word for word in UNITS if word != FIVE_OR_YEAR), *LAST_UNITS, *AFTER_FIVE, *POINTS, *AND_A_HALF, *HALF)
ALONE = (*(word for word in UNITS if word != FIVE_OR_YEAR), *TEN, *HALF)
COMPOUND = "|".join(rf"(?<={word}){BLANKS}++{one_of(COMPOUNDS[word])}" for word in SCALES if word in COMPOUNDS)
NO_NUMBER_AFTER_YEAR = [word for word in YEAR_BEFORE if word not in NUMBER_WORDS and " " not in word]
SURE_BREAK = f"[{re.escape(''.join(sorted(SURE_BREAKS)))}]"
CANDIDATE = re.compile(  # begins with a digit or with what stands before a word: a set is what re looks for fastest
    rf"""[^{LETTER[1:]}(?:(?<=[0-9])(?:
        (?P<digits>[0-9]*+(?:[.,][0-9]++)*+)(?!{BLANKS}*+{_before_letter(AFTER_DIGITS)}|{BLANK}[0-9]{{3}})  # 421
      | (?P<scaled>[0-9]*+(?:[.,][0-9]++)*+{BLANKS}++{_before_letter(SCALES)})  # 3,5 triệu
        (?!{COMPOUND}|{BLANKS}*+(?:[0-9]|{_before_letter(NUMBER_WORDS)}))
      | (?P<both>))
    | (?P<word>{_before_letter(ALONE)})(?!{BLANKS}++(?:{_before_letter(AFTER_WORDS)}
        |{FIVE_OR_YEAR}{BLANKS}++{_before_letter(AFTER_FIVE)}))  # hai xã; hai năm, but not hai năm trăm
    | (?P<words>{_before_letter((*ALONE, *CONTRACTED_TENS))}
      |{_before_letter(ZERO)}(?={BLANKS}++{_before_letter(POINTS)}))
    | (?P<five>{FIVE_OR_YEAR})(?={BLANKS}++[^\W\d_])
        (?!{BLANKS}++(?:{"|".join(NO_NUMBER_AFTER_YEAR)})(?:{SURE_BREAK}|\Z)))  # năm xã, but not năm nay
    """,
    re.VERBOSE,
)
NEXT_WORD = re.compile(rf"{BLANKS}++({LETTER}++)")
ANY_NUMBER_WORD = frozenset(NUMBER_WORDS)


# ---- Reading ----

FIGURES = ZERO | UNITS | LAST_UNITS
SUMS_OF_TENS = TEN | CONTRACTED_TENS
MULTIPLES = TENS | DECADES | HUNDRED
POWERS = SCALES | SHORTHANDS | SUFFIXES


def _add_up(tokens: Sequence[str]) -> Decimal | None:
    "The whole number that its words and digits add up to, and the half that may follow it."
    total, group, ones, half, previous = 0, 0, None, Decimal(0), ""
    step = 1  # what was counted last: a short form and a half are parts of it
    for token in tokens:
        if token in FIGURES or token[0].isdigit():
            if ones is not None:  # hai mốt
                group, step = group + ones * 10, 1
            elif previous in FILLERS:
                step = 1
            figure = FIGURES.get(token, _read_digits(token))
            if figure is None:
                return None
            ones = int(figure)
        elif token in SUMS_OF_TENS:
            group, step = group + SUMS_OF_TENS[token], 1
        elif token in MULTIPLES:
            group, ones, step = group + (ones or 0) * MULTIPLES[token], None, 1 if token in TENS else MULTIPLES[token]
        elif token in POWERS:
            power = POWERS[token]
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
        value = _read_digits(words[0])
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
        return _read_digits(plain)
    match = READ.fullmatch(plain)
    if match is None:
        return None
    value = _read_tokens(TOKEN.findall(match["number"]))
    return -value if match["minus"] and value is not None else value


# ---- Finding ----


def _form(text: str) -> Form:
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
            yield Numeral(start, match.end(), read_number(match[0]), _form(match[0]))
            place = match.end() + 1
