"""The marks of the few words that bend, scale, measure or name a number, where they were typed without."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import combining, normalize

from extractor.language.patterns import lowered, one_of
from extractor.lexicon.modifiers import AFTER, BEFORE, NEGATED_SIZES, REACHING
from extractor.lexicon.names import ALWAYS_NAMED, DOCUMENTS, NAMED, ORDINAL
from extractor.lexicon.numerals import AND_A_HALF, COMPOUNDS, DECADES, HUNDRED, SCALES
from extractor.lexicon.typed import OTHERS_BEFORE, OTHERS_BEHIND, OTHERS_OF_SCALES
from extractor.lexicon.units import DURATIONS, MEASURES, MONEY, NOT_UNITS

Table = dict[str, str]  # words without marks: the same with them

_NUMBER = r"\d[\d.,]*"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_LETTER = r"[^\W\d_]"
_LEAST_DONG = 4  # digits of a number behind which dong is no dòng


def unmarked(words: str) -> str:
    """Words in lower case without their marks, each letter still where it was."""
    letters = (normalize("NFD", letter) for letter in words.lower())
    return "".join("d" if letter == "đ" else letter[0] for letter in letters if not combining(letter[0]))


def restored(text: str) -> str:
    """A text in which the words around numbers have their marks, each letter still where it was.

    `tren 20 km duong` is `trên 20 km duong`: what is not beside a number stays as it was typed.
    """
    for pattern, table in _passes():
        pieces: list[str] = []
        at = 0
        for found in pattern.finditer(lowered(text)):
            pieces += (text[at : found.start("words")], _with_marks(found["words"], table))
            at = found.end("words")
        text = "".join((*pieces, text[at:])) if pieces else text
    return text


def _with_marks(typed: str, table: Table) -> str:
    """The words as their table has them, the blanks between them as they were typed."""
    marked = iter(table[" ".join(typed.split())].split())
    return re.sub(r"\S+", lambda _: next(marked), typed)


def _table(words: Iterable[str], leave: Iterable[str] = ()) -> Table:
    """The words by what is left of them without marks; of two that are left alike the first."""
    found: Table = {}
    for one in words:
        found.setdefault(unmarked(one), one)
    return {bare: one for bare, one in found.items() if bare != one and bare not in set(leave)}


def _pattern(table: Table, *, before: str = "", behind: str = "") -> re.Pattern[str]:
    return re.compile(rf"{before}(?<!\w)(?P<words>{one_of(table)}){behind}")


@cache
def _passes() -> tuple[tuple[re.Pattern[str], Table], ...]:
    """The patterns with their tables, in the order in which they are used: each goes on from what is restored."""
    scales = _table((*SCALES, *AND_A_HALF), ("van",))
    hundreds = _table((*HUNDRED, *DECADES, "nghìn", "ngàn", "vạn"))
    times = _table(("năm", "năm học", "giai đoạn", "nhiệm kỳ", "niên khóa"))
    dated = _table(("tháng", "quý", "ngày"))
    parts = _table(("đầu", "cuối", "giữa", "đến", "tới", "từ", "trước", "hết", "đến hết", "đến cuối", "tính đến"))
    inside = _table(("tháng đầu năm", "tháng cuối năm"))
    to = _table(("đến", "tới"))
    compounds = [(scale, rest) for table in (COMPOUNDS, OTHERS_OF_SCALES) for scale in table for rest in table[scale]]
    not_scales = one_of(unmarked(f"{scale} {rest}") for scale, rest in compounds)
    units = _table((*MEASURES, *DURATIONS, *(one for one in MONEY if one != "đồng")), OTHERS_BEHIND)
    other_units = one_of(map(unmarked, NOT_UNITS))
    sizes = [f"{size} hơn" for size in NEGATED_SIZES]
    before = _table((*sizes, *BEFORE, *DOCUMENTS, *ORDINAL, *ALWAYS_NAMED, *NAMED), OTHERS_BEFORE)
    powers = one_of((*HUNDRED, *SCALES))
    after = _table((*AFTER, *REACHING))
    scaled = one_of((*SCALES, *AND_A_HALF))
    return (
        (_pattern(inside, before=r"(?<=\d\s)", behind=r"(?!\w)"), inside),
        (_pattern(times, behind=rf"(?=\s+{_YEAR})"), times),
        (_pattern(dated, behind=r"(?=\s+(?:\d|i{1,3}\b|iv\b))"), dated),
        (_pattern(parts, behind=rf"(?=\s+(?:năm|tháng|quý|ngày)\s+\d|\s+{_YEAR})"), parts),
        (_pattern(hundreds, before=r"(?<=\d)\s*", behind=rf"(?=\s+{one_of(scales)}(?!\w))"), hundreds),
        (re.compile(rf"(?<=\d)\s*(?!{not_scales}(?!\w))(?P<words>{one_of(scales)})(?!\w)"), scales),
        (re.compile(rf"{powers}\s+(?!{not_scales}(?!\w))(?P<words>{one_of(scales)})(?!\w)"), scales),
        (re.compile(rf"(?:(?<=\d)|(?<!\w){scaled})\s*(?!{other_units}(?!\w))(?P<words>{one_of(units)})(?!\w)"), units),
        (re.compile(rf"(?:(?<!\w){scaled}|(?:\d[.,]?){{{_LEAST_DONG},}})\s*(?P<words>dong)(?!\w)"), {"dong": "đồng"}),
        (re.compile(rf"(?<=\d)(?:\s*{_LETTER}++%?|\s*%){{0,3}}\s+(?P<words>{one_of(to)})(?=\s+\d)"), to),
        (re.compile(rf"(?<=\d)(?:\s*{_LETTER}++|\s*%){{0,4}}?\s+(?P<words>{one_of(after)})(?!\w)"), after),
        *((_pattern(before, behind=rf"(?=\s+(?:{one_of(before.values())}\s+)*[$€£]?{_NUMBER})"), before),) * 2,
    )
