"""Sentences to numbers: each numeral goes on as part of an amount or is passed over with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.extraction.rules.commas import Convention, has_two_readings, read_comma
from extractor.extraction.rules.compounds import one_and_a_half
from extractor.extraction.rules.near import near
from extractor.extraction.rules.passed import reject
from extractor.extraction.rules.ranges import join_fraction, join_range, join_ratio, single
from extractor.extraction.rules.signs import signed
from extractor.extraction.rules.times import TimeExpression
from extractor.language.numbers import Numeral, find_numerals
from extractor.model.shapes import Amount, Rejected

ONE = ("một", "Một")  # by far the most frequent numeral, and never a figure


@dataclass(frozen=True, slots=True)
class SentenceNumbers:
    """The amounts of a sentence and the numerals that are none."""

    amounts: tuple[Amount, ...]
    passed: tuple[Rejected, ...]


def read_numbers(text: str, times: tuple[TimeExpression, ...], convention: Convention) -> SentenceNumbers:
    """The amounts that a sentence states, and its other numerals with the reason why they are passed over.

    `convention` says how the article writes its numbers.
    """
    kept: list[Numeral] = []
    passed: list[Rejected] = []
    for numeral in find_numerals(text):
        if numeral.form == "words" and text[numeral.start : numeral.end] in ONE and not one_and_a_half(text, numeral.end):
            passed.append(Rejected(numeral.start, numeral.end, "article", "pass.article"))
            continue
        if times and (when := _time_around(numeral, times)):
            passed.append(Rejected(numeral.start, numeral.end, "time", when.rule))
        elif rule := reject(near(text, numeral)):
            passed.append(Rejected(numeral.start, numeral.end, rule.reason, rule.name))
        elif not has_two_readings(text, numeral):
            kept.append(signed(text, numeral))
        elif read := read_comma(text, numeral, convention):
            kept.append(signed(text, read))
        else:
            passed.append(Rejected(numeral.start, numeral.end, "two readings", "pass.two_readings"))
    return SentenceNumbers(tuple(_amounts(text, kept)) if kept else (), tuple(passed))


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
