"""The grammar of numbers in digits, in words and in both, made from the tables of `lexicon.numerals`."""

from collections.abc import Iterable

from extractor.language.patterns import END, FLAGS, GAP, SPACE, one_of, regex_pattern, word_of
from extractor.lexicon.names import (
    NAMED,
)
from extractor.lexicon.numerals import (
    AND_A_HALF,
    COMPOUNDS,
    CONTRACTED_TENS,
    CURRENCIES,
    DECADES,
    FILLERS,
    FIVE_OR_YEAR,
    GLUED_CURRENCIES,
    HALF,
    HUNDRED,
    LAST_UNITS,
    MEASURES,
    MISSPELT_FILLERS,
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

# ---- The grammar: digits in a text ----

_PARTS: dict[str, str] = {}  # of the grammar, each written once and called by its name: so it stays small


def _part(name: str, pattern: str) -> str:
    "The call of a part of the grammar."
    _PARTS[name] = pattern
    return f"(?&{name})"


NO_MORE_DIGITS = r"(?![.,]?[0-9])"
RUN = r"[0-9]++(?:[.,][0-9]++)*+"  # 1.234.567,8, but also 20.11.2023
WHOLE = _part("whole_digits", rf"(?>[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})++|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{2,}}+|[0-9]++){NO_MORE_DIGITS}")
DIGIT = rf"[1-9]{NO_MORE_DIGITS}"  # 2 trăm
UP_TO_999 = rf"[0-9]{{1,3}}+{NO_MORE_DIGITS}"  # the 581 of 394 tỷ 581 triệu
BLANK = r"[\x20\u00a0\u2009\u202f]"
GROUPS = rf"[1-9][0-9]{{0,2}}(?:{BLANK}[0-9]{{3}}){{2,}}+|[1-9][0-9]{{0,2}}{BLANK}0[0-9]{{2}}"  # 1 234 567, 15 000
TWO_GROUPS = rf"[1-9][0-9]{{0,2}}{BLANK}[0-9]{{3}}"
GROUPED_ENDS = rf"(?:,[0-9]++)?+{NO_MORE_DIGITS}(?!{SPACE}[0-9])"
NO_NUMBER_BEFORE = rf"(?<![\w.,/]|[0-9]{SPACE}|[0-9]{SPACE}?-)"
NAME_BEFORE = rf"\w{SPACE}(?-i:\p{{Lu}})\p{{L}}*{SPACE}"  # of Hòa An 2 350 hộ nobody can say where the name ends
SPACED = _part("spaced", rf"""(?>(?<![\w.,/]|[0-9]{SPACE})(?:{GROUPS}){GROUPED_ENDS}
  | {NO_NUMBER_BEFORE}(?<!{word_of(NAMED)}{SPACE}|{NAME_BEFORE}){TWO_GROUPS}{GROUPED_ENDS}  # not lớp 2 500 em
)""")
UNSURE = rf"(?<={NAME_BEFORE})(?<!{word_of(NAMED)}{SPACE}){TWO_GROUPS}{GROUPED_ENDS}"


# ---- The grammar: words ----

def _words(words: Iterable[str]) -> str:
    "Any of the words, whole, and not part of another word: tỷ, but not the tỷ of tỷ lệ."
    guards = {word: rf"(?!{GAP}{word_of(COMPOUNDS[word])})" if word in COMPOUNDS else "" for word in words}
    return "(?:" + "|".join(f"{word}{END}{guard}" for word, guard in guards.items()) + ")"


def _worth(table: dict[str, int], *, least: int = 0, most: int = 10**9) -> list[str]:
    "The words of the table with a value between the two."
    return [word for word, value in table.items() if least <= value <= most]


LINK = rf"(?:{GAP}|(?<=[0-9]))"  # 2 tỷ, 2tỷ
GLUED_MONEY = rf"{one_of(GLUED_CURRENCIES)}{END}"  # the đ of 2 tỷđ, 120trđ, 12 tr.đ


def _scale_words(words: Iterable[str]) -> str:
    "Any of the powers of ten, whole or with a currency glued to them."
    return f"(?:{_words(words)}|{one_of(words)}(?={GLUED_MONEY}))"


def _scale(least: int, most: int) -> str:
    "The words for the powers of ten between the two, and what joins them to the number before."
    forms = [rf"{LINK}{_scale_words(_worth(SCALES, least=least, most=most))}"]
    if shorthands := _worth(SHORTHANDS, least=least, most=most):
        forms.append(rf"(?<=[0-9]){SPACE}?(?:{_words(shorthands)}(?!\.)|{one_of(shorthands)}(?=\.?{GLUED_MONEY}))")
    if suffixes := _worth(SUFFIXES, least=least, most=most):
        forms.append(rf"(?<=[0-9]){_words(suffixes)}")
    return _part(f"scale_{least}_{most}", f"(?:{'|'.join(forms)})")


ANY_SCALE = _scale(10**3, 10**9)
HIGHER = _part("higher", rf"(?:{ANY_SCALE}|{LINK}{_words((*TENS, *DECADES, *HUNDRED))})")
NOT_FIVE = _part("not_five", _words(word for word in UNITS if word != FIVE_OR_YEAR))
UNIT = _part("unit", rf"(?:{NOT_FIVE}|{FIVE_OR_YEAR}{END}(?={GAP}{_words(SCALES)}))")  # năm nghìn is 5000, hai mươi năm 20 years
ANY_UNIT, SEVERAL = _part("any_unit", _words(UNITS)), _part("several", _words(_worth(UNITS, least=2)))
LAST = _part("last", rf"(?:{_words(LAST_UNITS)}|{UNIT})")
ALWAYS_LAST = _words(_worth(LAST_UNITS, most=1))  # mốt is hardly another word behind a number: ba triệu mốt
LAST_OF_TEENS = _part("last_of_teens", rf"(?:{_words(_worth(LAST_UNITS, least=2))}|{UNIT})")  # mười tư, but no mười mốt
LAST_ALONE = _part("last_alone", rf"""(?:{_words(word for word in LAST_UNITS if word not in COMPOUNDS)}
    |{_words(word for word in LAST_UNITS if word in COMPOUNDS)}(?:(?&whole)|(?={ANY_SCALE})) )""")  # not vịnh Ba Tư
NOUGHT, LAST_FROM_TWO = _words((*FILLERS, *MISSPELT_FILLERS)), _words(_worth(LAST_UNITS, least=2))
ZERO_AND_UNIT = _part("zero_and_unit", rf"{NOUGHT}{GAP}(?:{ANY_UNIT}|{LAST_FROM_TWO}|{DIGIT})")  # linh năm
NO_FIVE = [word for word in UNITS if word != FIVE_OR_YEAR]


def _figure_by_figure(*, few: bool) -> str:
    "Two figures side by side: bốn ba is 43; hai ba, one more than the one before, is two or three."
    pairs = []
    for first in NO_FIVE:
        lasts = [last for last in NO_FIVE if (UNITS[first] == 1 or UNITS[last] == UNITS[first] + 1) is few]
        if lasts:
            pairs.append(f"{first}{GAP}{one_of(lasts)}{END}")
    return f"(?:{'|'.join(pairs)})"


UP_TO_99 = _part("up_to_99", rf"""(?>
    {SEVERAL}{GAP}{_words(TENS)}(?:{GAP}{LAST})?+  # hai mươi, hai mươi mốt
  | {_words(TEN)}(?:{GAP}{LAST_OF_TEENS})?+  # mười, mười lăm
  | (?:{ANY_UNIT}|{UP_TO_999}){LINK}{_words(DECADES)}  # hai chục, 5 chục
  | {_words(CONTRACTED_TENS)}{GAP}{LAST}  # hăm lăm
  | {SEVERAL}{GAP}{LAST_ALONE}  # ba lăm
  | {_figure_by_figure(few=False)}(?!{GAP}(?:{NOT_FIVE}|{_words(LAST_UNITS)}))  # bốn ba
)""")
BUT_FIGURES = rf"(?!{GAP}(?:{ANY_UNIT}|{_words((*LAST_UNITS, *TENS, *DECADES, *HUNDRED))}))"
MEASURE = _part("measure", rf"{GAP}{word_of((*CURRENCIES, *MEASURES))}")
AFTER_TWO = _part("after_two", _words(word for word in NO_FIVE if UNITS[word] > 1))
TENS_UNSAID = rf"""(?>  # năm trăm sáu bảy is 567: behind a hundred these are no "six or seven"
    {AFTER_TWO}{GAP}{NOT_FIVE}{BUT_FIGURES}
  | {FIVE_OR_YEAR}{GAP}{NOT_FIVE}(?=\s*+\Z|{ANY_SCALE}|{MEASURE})  # not một trăm năm hai nước là bạn
)"""
LAST_SAID = rf"(?:{ALWAYS_LAST}|{LAST}(?&whole))"  # một trăm hai, but not hai trăm ba lô
BEHIND_HUNDRED = _part("behind_hundred", rf"{GAP}(?:{ZERO_AND_UNIT}|{UP_TO_99}|{TENS_UNSAID}|{LAST_SAID})")
AFTER_HUNDRED = f"{BEHIND_HUNDRED}?+"
HUNDREDS = _part("hundreds", rf"(?>(?:{ANY_UNIT}|{DIGIT}){LINK}{_words(HUNDRED)}{AFTER_HUNDRED})")
NO_HUNDREDS = _part("no_hundreds", rf"(?>{_words(ZERO)}{LINK}{_words(HUNDRED)}{AFTER_HUNDRED})")  # không trăm linh năm
HEAD = _part("head", rf"(?>{HUNDREDS}|{UP_TO_99}|{SPACED}|{WHOLE}|{UNIT})")
NOUGHT_AND_MORE = rf"{NOUGHT}{GAP}(?:{HUNDREDS}|{UP_TO_99})"  # một tỷ lẻ mười bảy
LATER = _part("later", rf"(?>{HUNDREDS}|{NO_HUNDREDS}|{UP_TO_99}|{NOUGHT_AND_MORE}|{ZERO_AND_UNIT}|{UP_TO_999}|{UNIT}|{_words(ZERO)})")

# ---- The grammar: numbers ----

CLAUSE_ENDS = rf"(?={SPACE}*+(?:\Z|[\r\n]|[.,;:!?…)\]\"”»](?![0-9]))|{GAP}{word_of(CURRENCIES)})"
SHORT = _part("short", rf"(?:{ALWAYS_LAST}|(?:{LAST}|{DIGIT}){CLAUSE_ENDS})")  # the sáu of bốn triệu sáu
REST = _part("rest", rf"(?>{HUNDREDS}|{NO_HUNDREDS}|{UP_TO_99}|{NOUGHT_AND_MORE}|{ZERO_AND_UNIT})")
REST_IN_DIGITS = _part("rest_in_digits", rf"(?<={one_of(_worth(SCALES, most=10**3))}{SPACE})[0-9]{{3}}{NO_MORE_DIGITS}")  # 2 nghìn 500


def _lower(scale: int) -> str:
    "All parts that may follow a power of ten, each smaller than the one before."
    lower = sorted({value for value in SCALES.values() if value < scale}, reverse=True)
    return "".join(rf"(?:{GAP}{LATER}{_scale(value, value)})?" for value in lower)


def _scaled(scale: int) -> str:
    "A power of ten and all lower parts that may follow it."
    return rf"{_scale(scale, scale)}{_lower(scale)}(?:{GAP}(?:{REST}|{SHORT}|{REST_IN_DIGITS}))?"


def _one_unsaid(scale: int) -> str:
    "A power of ten that stands for one of it, and the lower parts that make it a number: tỷ hai trăm triệu."
    names = _worth(SCALES, least=scale, most=scale)
    return rf"{_words(names)}{_lower(scale)}(?:{GAP}{REST})?(?<!{one_of(names)})"


NO_WORD_BEFORE = rf"(?<!(?:[0-9]|{word_of(NUMBER_WORDS)}){SPACE}*)"  # not the trăm of không trăm tám mươi
HUNDRED_UNSAID = rf"{_words(HUNDRED)}{BEHIND_HUNDRED}(?:{ANY_SCALE})?"  # trăm hai mươi
ONE_UNSAID = rf"{NO_WORD_BEFORE}(?>{HUNDRED_UNSAID}|{'|'.join(_one_unsaid(scale) for scale in (10**9, 10**6, 10**3))})"
SAID = rf"(?:{NOT_FIVE}|{_words(ZERO)})"
FIVE_AMONG = rf"(?:(?<={one_of(ZERO)}{GAP}){FIVE_OR_YEAR}{END}|{FIVE_OR_YEAR}(?={GAP}{SAID}|{ANY_SCALE}|{MEASURE}))"
FIGURE = _part("figure", rf"(?:{NOT_FIVE}|{FIVE_AMONG}|{_words(ZERO)}(?:(?={GAP}{ANY_UNIT}|{GAP}{_words(ZERO)}|{ANY_SCALE})|(?&whole)))")
FRACTION = _part("fraction", rf"""(?>
    {HUNDREDS}
  | (?:{FIGURE}{GAP}){{3,}}+{FIVE_OR_YEAR}(?&whole)  # một hai ba năm; of bảy năm nobody can say whether it is 7 years
  | {FIGURE}(?:{GAP}{FIGURE})++(?!{GAP}{_words((*LAST_UNITS, *TENS, *DECADES, *HUNDRED))})  # hai bốn không, chín năm tỷ
  | {UP_TO_99} | [0-9]++  # mười bốn
  | {ANY_UNIT} | (?:{_words(ZERO)}{GAP})*+{LAST_FROM_TWO} | {_words(ZERO)}  # năm, chấm tư
)""")
BILLION = _scale(10**9, 10**9)
SMALLER = _scale(10**3, 10**6)
BILLIONS = rf"(?:(?:{HEAD}{SMALLER}{BILLION}{GAP})++(?={HEAD}{SMALLER}?{BILLION}))?"  # hai nghìn tỷ ba trăm tỷ
BEHIND_POINT = _part("behind_point", rf"{GAP}{_words(POINTS)}{GAP}{FRACTION}")
NUMBER = rf"""(?:
    (?:{_words(_worth(UNITS, most=1))}{GAP})?{_words(HALF)}{ANY_SCALE}?  # một nửa, nửa triệu
  | (?>{HUNDREDS}|{UP_TO_99}|{WHOLE}|{ANY_UNIT}|{_words(ZERO)}){BEHIND_POINT}{ANY_SCALE}{{0,2}}
  | {_words((*SCALES, *HUNDRED))}{GAP}{_words(AND_A_HALF)}  # triệu rưỡi, trăm rưỡi
  | {BILLIONS}{HEAD}(?:{_scaled(10**4)}|{_scaled(10**3)})?(?:{_scaled(10**6)})?  # một vạn hai nghìn, hai nghìn triệu
    (?:{BILLION}?{_scaled(10**9)})?  # hai nghìn tỷ, một tỷ tỷ
    (?:(?<!{one_of(TENS)}){GAP}{_words(AND_A_HALF)}|{BEHIND_POINT})?  # hai triệu rưỡi, một nghìn phẩy không năm
  | {ONE_UNSAID}
  | {RUN}{ANY_SCALE}{{0,2}}  # 3,5 nghìn tỷ
)(?!{HIGHER})"""
SIX_OR_SEVEN = _words(_worth(UNITS, least=6, most=7))
FEW = rf"""(?:  # about so many: no one number
    {_figure_by_figure(few=True)}(?:{GAP}{NOT_FIVE})*+{HIGHER}*+  # hai ba, một hai trăm
  | {NOT_FIVE}(?:{GAP}{NOT_FIVE})++(?:(?<={GAP}\w+{GAP}\w+){HIGHER}*+|{HIGHER}++)  # sáu bốn hai, bốn ba trăm
  | {NOT_FIVE}{GAP}{FIVE_OR_YEAR}{HIGHER}++  # bốn năm trăm
  | {FIVE_OR_YEAR}{GAP}{SIX_OR_SEVEN}(?!{GAP}{_words((*TENS, *LAST_UNITS))}){HIGHER}*+  # năm bảy; not năm bảy lăm
)"""
GLUED_TO = rf"[0-9]{{1,3}}+{one_of((*SCALES, *SHORTHANDS, *SUFFIXES))}"
SHORT_GLUED = rf"{GLUED_TO}[1-9]"  # 2tr5
GLUED = rf"{GLUED_TO}[0-9]++"  # also 2tr500, which stays unread
ODD = rf"(?:(?:{HEAD}|{RUN}){HIGHER}++|{RUN})"  # mười mươi, 12 trăm, 20.11.2023
YEAR_PRECEDED = rf"(?<!(?:[0-9]|{word_of((*NUMBER_WORDS, *YEAR_AFTER))}){SPACE}*|/{SPACE}*)"
LONE_FIVE = rf"{YEAR_PRECEDED}{FIVE_OR_YEAR}(?={GAP}\p{{L}})(?!{GAP}{word_of((*NUMBER_WORDS, *YEAR_BEFORE))})"
END_OF_TEXT, NOWHERE = r"\Z", "(?!)"


def _defined(whole: str) -> str:
    "The parts that the grammar calls by name; forms that are read only where nothing follows call `whole`."
    parts = _PARTS | {"whole": whole}
    return f"(?(DEFINE){''.join(f'(?P<{name}>{part})' for name, part in parts.items())})"


READ = regex_pattern(
    rf"""{_defined(END_OF_TEXT)}(?P<minus>[-\u2212]|{_words(SIGNS)}{GAP})?
    (?P<number>{SHORT_GLUED}|{NUMBER}|{NO_HUNDREDS}|{_words(ZERO)}|{FIVE_OR_YEAR})""",
    FLAGS,
)
PHRASE = regex_pattern(rf"{_defined(NOWHERE)}(?:{FEW}|{GLUED}|(?P<unsure>{UNSURE})|{NUMBER}|{ODD}|{LONE_FIVE})", FLAGS)
LONE = regex_pattern(LONE_FIVE, FLAGS)
WORD = regex_pattern(r"\w")
TOKEN = regex_pattern(rf"[1-9][0-9]{{0,2}}(?:\x20[0-9]{{3}})+(?:,[0-9]+)?|{RUN}|\p{{L}}+", FLAGS)
