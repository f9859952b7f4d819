"""Sentences to numbers: each numeral goes on as part of an amount or is passed over with its reason."""

from __future__ import annotations

import regex
from msgspec import Struct

from extractor.extraction.rules.commas import Convention, has_two_readings, read_comma
from extractor.extraction.rules.compounds import one_and_a_half
from extractor.extraction.rules.near import near
from extractor.extraction.rules.passed import reject
from extractor.extraction.rules.ranges import join_fraction, join_range, join_ratio, single
from extractor.extraction.rules.signs import signed
from extractor.extraction.rules.times import TimeExpression
from extractor.language.numbers import Numeral, find_numerals
from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.numerals import FILLERS, FIVE_OR_YEAR, HUNDRED, MISSPELT_FILLERS, SCALES, TENS
from extractor.model.shapes import Amount, Rejected

BETWEEN = regex_pattern(rf"(?:(?<=trăm)\s+{FIVE_OR_YEAR}|\s+{one_of((*FILLERS, *MISSPELT_FILLERS))})?\s+", regex.IGNORECASE)
BARE_POWER = regex_pattern(rf"\b{one_of((*TENS, *HUNDRED, *SCALES))}\s+$", regex.IGNORECASE)  # the trăm of trăm hai hộ
ONE = ("một", "Một")  # by far the most frequent numeral, and never a figure


class SentenceNumbers(Struct, frozen=True):
    """The amounts of a sentence and the numerals that are none."""

    amounts: tuple[Amount, ...]
    passed: tuple[Rejected, ...]


def read_numbers(text: str, times: tuple[TimeExpression, ...], convention: Convention) -> SentenceNumbers:
    """The amounts that a sentence states, and its other numerals with the reason why they are passed over.

    `convention` says how the article writes its numbers.
    """
    kept: list[Numeral] = []
    passed: list[Rejected] = []
    found = tuple(find_numerals(text))
    torn = _torn(text, found)
    for numeral in found:
        if numeral.form == "words" and text[numeral.start : numeral.end] in ONE and not one_and_a_half(text, numeral.end):
            passed.append(Rejected(numeral.start, numeral.end, "article", "pass.article"))
            continue
        if times and (when := _time_around(numeral, times)):
            passed.append(Rejected(numeral.start, numeral.end, "time", when.rule))
        elif rule := reject(near(text, numeral)):
            passed.append(Rejected(numeral.start, numeral.end, rule.reason, rule.name))
        elif numeral in torn:
            passed.append(Rejected(numeral.start, numeral.end, "two readings", "pass.two_readings"))
        elif not has_two_readings(text, numeral):
            kept.append(signed(text, numeral))
        elif read := read_comma(text, numeral, convention):
            kept.append(signed(text, read))
        else:
            passed.append(Rejected(numeral.start, numeral.end, "two readings", "pass.two_readings"))
    return SentenceNumbers(tuple(_amounts(text, kept)) if kept else (), tuple(passed))


def _torn(text: str, numerals: tuple[Numeral, ...]) -> set[Numeral]:
    """Words for numbers side by side that make no one number: một trăm hai hộ are 102 to some and 120 to others."""
    torn: set[Numeral] = set()
    before: Numeral | None = None
    for numeral in numerals:
        begins = numeral.form == "words" and text[numeral.start : numeral.end] not in ONE  # năm trăm một người
        if begins and before and before.form != "digits" and BETWEEN.fullmatch(text, before.end, numeral.start):
            if not reject(near(text, numeral)):  # hai trăm ba lô
                torn |= {before, numeral}
        elif begins and BARE_POWER.search(text, max(before.end if before else 0, numeral.start - 8), numeral.start):
            torn.add(numeral)
        before = numeral
    return torn


def _time_around(numeral: Numeral, times: tuple[TimeExpression, ...]) -> TimeExpression | None:
    """The expression of time that a numeral is part of."""
    for time in times:
        if time.start <= numeral.start and numeral.end <= time.end:
            return time
    return None


def _amounts(text: str, numerals: list[Numeral]) -> list[Amount]:
    """The numerals joined to ranges and ratios where they state one."""
    amounts: list[Amount] = []
    at = 0
    while at < len(numerals):
        first = numerals[at]
        second = numerals[at + 1] if at + 1 < len(numerals) else None
        joined = second and (join_ratio(text, first, second) or join_range(text, first, second))
        amount = joined or join_fraction(text, first) or single(text, first)
        amounts.append(amount)
        at += 1
        while at < len(numerals) and numerals[at].start < amount.end:
            at += 1
    return amounts
