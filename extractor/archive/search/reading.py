"""What is typed, understood: phrases, words, conditions on numbers, periods. Numbers and times are read by the readers
that read articles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import regex

from extractor.archive.search.restoring import restored, unmarked
from extractor.archive.shapes import MOST_TYPED, Condition, Understood
from extractor.dataset.claims import Interval, Said, interval
from extractor.extraction.rules.commas import Convention
from extractor.extraction.rules.resolving import resolve
from extractor.extraction.rules.times import TimeExpression, find_times
from extractor.extraction.steps.clean import clean
from extractor.extraction.steps.numerals import read_numbers
from extractor.extraction.steps.quantities import read_quantities
from extractor.language.patterns import one_of
from extractor.lexicon.modifiers import NEGATED_SIZES
from extractor.lexicon.typed import EQUAL, SIGNS
from extractor.lexicon.units import MEASURES, SYMBOLS_ONLY
from extractor.model.edtf import Days, days_of
from extractor.model.shapes import Amount, Anchor, Modifier, Quantity, Span
from extractor.places.gazetteer import all_units

_QUOTED = regex.compile(r'"([^"]*)"')
_UNSENDABLE = regex.compile(r"\p{C}")  # controls, lone surrogates and what Unicode has not given out
_SIGNS = regex.compile("|".join(map(regex.escape, SIGNS)))
_FROM = regex.compile(r"(?<!\w)từ\s*$", regex.IGNORECASE)
_THAN = regex.compile(rf"(?<!\w)(?P<size>{one_of(NEGATED_SIZES)})\s+hơn\s*$", regex.IGNORECASE)
_SIDE = regex.compile(r"(?<!\w)(?P<side>trước|sau)\s+$", regex.IGNORECASE)
_EQUAL = regex.compile(rf"(?<!\w){one_of(EQUAL)}\s*$", regex.IGNORECASE)
_WORD = regex.compile(r"[\p{L}\p{N}](?:\S*[\p{L}\p{N}\p{M}])?")
_SYLLABLES = regex.compile(r"\p{L}+(?:\s+\p{L}+){0,3}")
_WINDOW = 30
_SYMBOLS = frozenset(unit.symbol for unit in MEASURES.values())
_UNANCHORED = Anchor(None, None)


class _Read(NamedTuple):
    """A condition or a period, and the spans of the typed text that it takes the words out of."""

    found: Condition | str
    taken: tuple[Span, ...]


def understood(text: str) -> Understood:
    """How a text is read as a query; whatever is typed is data, and what lies beyond MOST_TYPED characters is left.

    >>> understood("trên 20 km đường").words
    ('đường',)
    """
    typed = clean(_UNSENDABLE.sub(" ", text[:MOST_TYPED])).text
    typed = _SIGNS.sub(lambda sign: f"{SIGNS[sign[0]]} ", typed)
    phrases: list[str] = []
    words: list[str] = []
    read: list[_Read] = []
    at = 0
    for quoted in (*_QUOTED.finditer(typed), None):
        part = typed[at : quoted.start() if quoted else len(typed)]
        found = _read(part)
        read += found
        words += _words(part, found)
        if quoted:
            phrases += [" ".join(quoted[1].split())] if _WORD.search(quoted[1]) else []
            at = quoted.end()
    conditions = tuple(one.found for one in read if isinstance(one.found, Condition))
    periods = tuple(dict.fromkeys(one.found for one in read if isinstance(one.found, str)))
    return Understood(tuple(phrases), tuple(words), conditions, periods)


def _words(text: str, read: list[_Read]) -> list[str]:
    """The words of a text without those that conditions and periods take."""
    letters = list(text)
    for start, end in (span for one in read for span in one.taken):
        letters[start:end] = " " * max(0, end - start)
    return [one[0] for one in _WORD.finditer("".join(letters))]


def _read(typed: str) -> list[_Read]:
    """The conditions and periods that a text without quotes says."""
    text = restored(typed)
    times = tuple(find_times(text))
    periods = [one for time in times if (one := _period(text, time))]
    text = _apart(text, (span for one in periods for span in one.taken))
    numbers = read_numbers(text, times, Convention())
    quantities = read_quantities(text, numbers.amounts, _first_syllable).found
    begun = {one.amount.number for one in quantities}
    unitless = [one for one in numbers.amounts if one.number not in begun and not _inside(one, quantities)]
    read = (
        *periods,
        *(_of_quantity(typed, text, one) for one in quantities),
        *(_of_number(typed, text, one) for one in unitless),
    )
    return [one for one in read if one is not None]


def _apart(text: str, spans: Iterable[Span]) -> str:
    """The text with a stop for each of the spans, as long as before: no unit is looked for in a period."""
    for start, end in spans:
        text = text[:start] + ";".ljust(end - start) + text[end:]
    return text


def _first_syllable(text: str) -> str:
    """What a rate is per; search does not compare it."""
    found = _WORD.match(text)
    return found[0] if found else ""


def _inside(amount: Amount, quantities: tuple[Quantity, ...]) -> bool:
    """Whether a number is part of a quantity's own words: the base of a rate."""
    return any(one.start < amount.end and amount.number < one.end for one in quantities)


def _period(text: str, time: TimeExpression) -> _Read | None:
    """The period that an expression of time says by itself; one that another text must date stays words."""
    if time.compared:
        return None
    period = resolve(time, _UNANCHORED, "target")  # of what is due by a year, that year
    side = _SIDE.search(text, max(0, time.start - _WINDOW), time.start)
    if period and side:
        period = _beside(side["side"].lower(), days_of(period))
    return _Read(period, ((side.start() if side else time.start, time.end),)) if period else None


def _beside(side: str, days: Days) -> str | None:
    """The period before or behind some days."""
    edge = days.first if side == "trước" else days.last
    if edge is None or edge in (date.min, date.max):
        return None
    return f"../{edge - timedelta(days=1)}" if side == "trước" else f"{edge + timedelta(days=1)}/.."


def _of_quantity(typed: str, text: str, quantity: Quantity) -> _Read | None:
    """The condition that a quantity is; its noun stays a word, since items and sentences say more than the unit."""
    amount = quantity.amount
    if amount.words and (typed.isascii() or _is_name(text, amount.number)):
        return None  # without marks hai is hải as well
    start, modifier = _bent(text, quantity.start, amount)
    symbol = quantity.kind in SYMBOLS_ONLY or quantity.unit in _SYMBOLS
    until = quantity.unit_end if symbol else max(amount.end, min(quantity.unit_start, quantity.unit_end))
    behind = quantity.unit_end if quantity.per else quantity.end
    unit = quantity.unit if symbol else quantity.unit.lower()
    condition = Condition(
        " ".join(typed[start : max(quantity.end, quantity.unit_end)].split()),
        quantity.kind,
        unit,
        *_allowed(Said(quantity.value, quantity.low, quantity.high, modifier)),
        total=amount.total,
        modifier=modifier,
    )
    return _Read(condition, ((start, until), (max(until, quantity.unit_end), behind)))


def _of_number(typed: str, text: str, amount: Amount) -> _Read | None:
    """The condition that a number without a unit is; a fraction, and a number in words, stay words."""
    if amount.words or amount.total is not None:
        return None
    start, modifier = _bent(text, amount.start, amount)
    allowed = _allowed(Said(amount.value, amount.low, amount.high, modifier))
    words = " ".join(typed[start : amount.end].split())
    return _Read(Condition(words, None, None, *allowed, modifier=modifier), ((start, amount.end),))


def _bent(text: str, start: int, amount: Amount) -> tuple[int, Modifier]:
    """Where a number with its modifier begins, and the modifier; in a query more words bend one than in an article."""
    if amount.modifier != "exact" or amount.value is None:
        return start, amount.modifier
    head = text[max(0, start - _WINDOW) : start]
    if found := _THAN.search(head):
        small = NEGATED_SIZES[found["size"].lower()] == "at_least"
        return start - len(found[0]), "less_than" if small else "more_than"
    if found := _FROM.search(head):
        return start - len(found[0]), "at_least"
    found = _EQUAL.search(head)
    return start - len(found[0]) if found else start, "exact"


def _allowed(said: Said) -> Interval:
    """The values that a query asks for: `trên` is open to infinity, other hedges as wide as people mean them."""
    if said.value is None:
        return Interval(said.low, said.high)
    if said.modifier == "more_than":
        return Interval(said.value, None, open_low=True)
    return interval(said)


def _is_name(text: str, start: int) -> bool:
    """Whether the word for a number that begins there begins the name of a unit: Ba Vì, hai ba trung."""
    found = _SYLLABLES.match(text, start)
    syllables = unmarked(found[0]).split() if found else []
    return any(" ".join(syllables[:end]) in _names() for end in range(2, len(syllables) + 1))


@cache
def _names() -> frozenset[str]:
    """The names of all administrative units without their marks."""
    return frozenset(unmarked(unit.name) for unit in all_units())
