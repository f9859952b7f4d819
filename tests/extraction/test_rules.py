"""Each rule reads its own examples and leaves alone the texts that it says it leaves alone: one test a text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.extraction.context import change, status
from extractor.extraction.rules import (
    commas,
    compounds,
    counts,
    durations,
    modifiers,
    passed,
    ranges,
    signs,
    times,
    units,
)
from extractor.extraction.rules.near import near
from extractor.extraction.rules.ranges import single
from extractor.language.numbers import find_numerals
from extractor.lexicon.names import NAMED
from tests.helpers import extracted, marked, numeral_at

UNITS = (*units.RULES, units.BARE_MONEY, *counts.RULES)


def _named(rules: tuple[object, ...], side: str) -> list[object]:
    return [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in rules for text in getattr(rule, side)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("rule", "text"), _named(passed.RULES, "yes"))
def test_passes_over(rule: passed.RejectRule, text: str) -> None:
    plain, start, end = marked(text, "[", "]")
    assert rule.test(near(plain, numeral_at(plain, start, end)))


@pytest.mark.parametrize(("rule", "text"), _named(passed.RULES, "no"))
def test_does_not_pass_over(rule: passed.RejectRule, text: str) -> None:
    plain, start, end = marked(text, "[", "]")
    assert not rule.test(near(plain, numeral_at(plain, start, end)))


@pytest.mark.parametrize("words", sorted(NAMED))
def test_each_name_passes_over(words: str) -> None:
    text = f"tại {words} 32."
    assert passed.reject(near(text, numeral_at(text, len(text) - 3, len(text) - 1)))


@pytest.mark.parametrize("rule", [*passed.RULES, *units.RULES, *counts.RULES, *times.RULES], ids=lambda rule: rule.name)
def test_each_rule_has_texts_on_both_sides(rule: passed.RejectRule | units.UnitRule | times.TimeRule) -> None:
    assert rule.yes
    assert rule.no


@pytest.mark.parametrize(("rule", "text"), _named(UNITS, "yes"))
def test_reads_unit(rule: units.UnitRule, text: str) -> None:
    plain, start, end = marked(text, "|", "|")
    numeral = [one for one in find_numerals(plain) if one.end <= start][-1]
    found = rule.read(plain, single(plain, numeral))
    assert found is not None
    assert plain[found.start : found.end].strip() == plain[start:end].strip()


@pytest.mark.parametrize(("rule", "text"), _named(UNITS, "no"))
def test_reads_no_unit(rule: units.UnitRule, text: str) -> None:
    assert not any(rule.read(text, single(text, numeral)) for numeral in find_numerals(text))


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [pytest.param(rule, text, words, id=f"{rule.name}: {text}") for rule in times.RULES for text, words in rule.yes],
)
def test_reads_time(rule: times.TimeRule, text: str, words: str) -> None:
    assert (rule.name, words) in [(one.rule, text[one.start : one.end]) for one in times.find_times(text)]


@pytest.mark.parametrize(("rule", "text"), _named(times.RULES, "no"))
def test_reads_no_time(rule: times.TimeRule, text: str) -> None:
    assert rule.name not in [one.rule for one in times.find_times(text)]


@pytest.mark.parametrize(("text", "modifier"), modifiers.EXAMPLES, ids=lambda value: value)
def test_modifier(text: str, modifier: str) -> None:
    plain, start, _ = marked(text, "|", "|")
    numeral = numeral_at(plain, start, start + 1)
    assert single(plain, numeral).modifier == modifier


@pytest.mark.parametrize(("text", "value"), signs.EXAMPLES, ids=str)
def test_sign(text: str, value: str | None) -> None:
    plain, start, end = marked(text, "|", "|")
    numeral = numeral_at(plain, start, end)
    bent = signs.signed(plain, numeral)
    assert bent.value == (numeral.value if value is None else Decimal(value))
    assert (bent.start < start) is (value is not None)


@pytest.mark.parametrize(("text", "value"), commas.EXAMPLES, ids=str)
def test_comma(text: str, value: str | None) -> None:
    plain, start, end = marked(text, "|", "|")
    numeral = numeral_at(plain, start, end)
    assert commas.has_two_readings(plain, numeral)
    read = commas.read_comma(plain, numeral, commas.convention_of(plain))
    assert (read.value if read else None) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("text", "value"), compounds.EXAMPLES, ids=str)
def test_decimals_behind_their_unit(text: str, value: str | None) -> None:
    plain, start, end = marked(text, "|", "|")
    amount = single(plain, numeral_at(plain, start, end))
    unit = compounds.read_split(plain, amount)
    assert (None if unit is None else (amount.value or 0) + unit.part) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("only", "text"), durations.EXAMPLES, ids=lambda value: str(value))
def test_duration_that_only_says_when(only: bool, text: str) -> None:
    plain, start, end = marked(text, "|", "|")
    unit = plain[numeral_at(plain, start, end).end : end].strip()
    assert durations.only_when(plain, start, end, unit) is only


@pytest.mark.parametrize(("text", "value"), durations.SPELLS, ids=lambda value: str(value))
def test_reads_a_span_in_two_units(text: str, value: str | None) -> None:
    plain, start, end = marked(text, "|", "|")
    numeral = numeral_at(plain, start, end)
    spell = durations.read_spell(plain, ranges.single(plain, numeral))
    assert (f"{spell.value} {spell.unit}" if spell else None) == value
    assert spell is None or spell.end == end


@pytest.mark.parametrize(("spent", "text"), durations.CLOCKS, ids=lambda value: str(value))
def test_tells_hours_that_something_took(spent: bool, text: str) -> None:
    plain, start, end = marked(text, "|", "|")
    numeral = numeral_at(plain, start, end)
    assert durations.is_spent(plain, numeral.start, numeral.end) is spent


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        pytest.param(field, text, expected, id=f"{field}: {text}")
        for field, module in (("change", change), ("status", status))
        for text, expected in module.EXAMPLES
    ],
)
def test_context(field: str, text: str, expected: str | None) -> None:
    plain, start, end = marked(text, "|", "|")
    figure = next(one for one in extracted(plain).figures if one.start < end and start < one.end)
    assert getattr(figure, field) == expected
