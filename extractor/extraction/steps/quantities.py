"""Amounts to quantities: the unit and kind of each, its rate; what has no unit is passed over."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import regex
from msgspec import Struct
from msgspec.structs import replace

from extractor.extraction.rules import counts, units
from extractor.extraction.rules.breakdowns import BETWEEN_TURNS, are_in_turn, is_line, labelled, series_of
from extractor.extraction.rules.compounds import join_sizes, read_split, with_half
from extractor.extraction.rules.durations import only_when, read_spell
from extractor.extraction.rules.modifiers import modifier_after
from extractor.extraction.rules.rates import slash_rate
from extractor.extraction.rules.units import UnitFound
from extractor.language.numbers import read_number
from extractor.language.patterns import regex_pattern
from extractor.lexicon.words import ACTIONS
from extractor.model.shapes import Amount, Kind, Quantity, Rejected

_TIMES = regex_pattern(r"\s+lần(?!\s+lượt)\b", regex.IGNORECASE)
_TIMES_BEFORE = regex_pattern(r"\b(?:gấp|tăng|giảm|cao\s+hơn|lớn\s+hơn|bằng|hơn|nhiều\s+hơn|vượt)\s+(?:gần\s+|hơn\s+|khoảng\s+|trên\s+|lên\s+|tới\s+|đến\s+)*$", regex.IGNORECASE)
_PREDICATE_NEXT = regex_pattern(r"\s+(?:có|là|đã|đạt|được|chưa|không|thuộc)\b")  # 300 bác sĩ, trong đó 2/3 có trình độ
_ELLIPSIS = regex_pattern(r"\b(?:tăng|giảm)\s+(?:thêm\s+)?$", regex.IGNORECASE)
_ADJECTIVE_NEXT = regex_pattern(r"\s+(?:chính thức|dự khuyết)\b")
_IN_BREAKDOWN = regex_pattern(r"^\s*(?:\(|[,;]|,?\s*(?:gồm|trong đó)[:,]?)\s*(?!(?:tổng\s+)?số\b)[^\d(),;:.]{2,40}:\s*$", regex.IGNORECASE)
FirstWord = Callable[[str], str]


class Quantities(Struct, frozen=True):
    """The quantities of a sentence in order, and the amounts without a unit."""

    found: tuple[Quantity, ...]
    passed: tuple[Rejected, ...]


def read_quantities(
    text: str, amounts: tuple[Amount, ...], first_word: FirstWord, announced: Quantity | None = None
) -> Quantities:
    """Each amount with its unit, kind and rate, or passed over; `first_word` segments the words behind a number.

    `announced` is the total of whose parts the sentence above made a list: …, gồm: - Xã Hòa An: 40.
    """
    found: list[Quantity] = []
    passed: list[Rejected] = []
    until = 0
    for at, amount in enumerate(amounts):
        if amount.end <= until:  # the base of a rate: / 100 m3 lồng
            continue
        if spell := read_spell(text, amount):
            amount = replace(amount, value=spell.value)
            unit: UnitFound | None = UnitFound("duration", spell.unit, spell.unit_start, spell.end)
            rule = "duration.spell"
        else:
            shared = _shared_unit(text, amounts, at, found, announced)
            unit, rule = shared or _unit(text, amount, found[-1] if found else None)
        reason = _why_none(text, amount, unit)
        if unit is None or reason:
            passed.append(
                Rejected(
                    amount.number, amount.end, reason or "no unit", f"pass.{(reason or 'no unit').replace(' ', '_')}"
                )
            )
            continue
        quantity = _quantity(text, amount, with_half(text, amount, unit), rule, first_word)
        if rule == IN_TURN:
            quantity = replace(quantity, per=_rate_in_turn(text, amounts, at, first_word))
        elif found and (joined := join_sizes(text, found[-1], quantity)):
            quantity = joined
            found.pop()
        found.append(quantity)
        until = quantity.end
    return Quantities(tuple(found), tuple(passed))


def _unit(text: str, amount: Amount, previous: Quantity | None) -> tuple[UnitFound | None, str]:
    """The unit of an amount and the name of its rule."""
    times = _TIMES.match(text, amount.end)
    if times and _TIMES_BEFORE.search(text, max(0, amount.start - 30), amount.start):
        return UnitFound("other", "lần", times.start() + 1, times.end()), "other.times"
    if split := read_split(text, amount):
        return split, "measure.amount"
    for rule in units.RULES:
        if found := rule.read(text, amount):
            return found, rule.name
    if amount.scaled and (noun := counts.read_noun(text, amount)) and _is_person_or_thing(noun):
        return noun, "count.noun"
    for rule in (units.BARE_MONEY, *counts.RULES[:1]):
        if found := rule.read(text, amount):
            return found, rule.name
    if previous and previous.kind == "count" and (
        _IN_BREAKDOWN.search(text[previous.end : amount.start]) or _ADJECTIVE_NEXT.match(text, amount.end)
    ):
        return UnitFound("count", previous.unit, amount.end, amount.end), "count.inherited"
    for rule in counts.RULES[1:]:
        if found := rule.read(text, amount):
            return found, rule.name
    fraction = previous and previous.kind == "count" and amount.total is not None and amount.value is not None
    if previous and fraction and _PREDICATE_NEXT.match(text, amount.end):
        return UnitFound("count", previous.unit, amount.end, amount.end), "count.inherited"
    if previous and previous.kind == "count" and _ELLIPSIS.search(text, max(0, amount.start - 12), amount.start):
        return UnitFound("count", previous.unit, amount.end, amount.end), "count.inherited"
    return None, ""


def _shared_unit(
    text: str, amounts: tuple[Amount, ...], at: int, found: list[Quantity], announced: Quantity | None
) -> tuple[UnitFound, str] | None:
    """The unit of a bare number that others say: the total of which places have parts, or the last number in turn."""
    amount = amounts[at]
    total = _total_of(text, amount, found, announced)
    if total and total.value is not None and not total.amount.scaled and total.kind in _SHARED:
        return UnitFound(total.kind, total.unit, amount.end, amount.end), "count.inherited"
    series = series_of(text, amount.number)
    noun = labelled(text, series.starts[0]) if series and not total else ""
    if noun and (end := counts.noun_end(f" {noun}", 0)):
        return UnitFound("count", " ".join(f" {noun}"[:end].split()), amount.end, amount.end), "count.label"
    last = _last_in_turn(text, amounts, at)
    unit, _ = _unit(text, amounts[last], None) if last > at else (None, "")
    if unit is None:
        return None
    return replace(unit, start=amount.end, end=amount.end, factor=unit.factor * _scale_of(text, amounts[last], amount)), IN_TURN


def _total_of(text: str, amount: Amount, found: list[Quantity], announced: Quantity | None) -> Quantity | None:
    """The total of which a bare number is a place's part: that of its series, or the one that its list was announced for."""
    if series := series_of(text, amount.number):
        total = next((one for one in reversed(found) if one.amount.number not in series.starts), None)
        return total if total and total.value is not None and series.parts_of(total.value) else None
    alone = announced and not found and is_line(text, amount.start, amount.end)
    return announced if alone and announced and amount.value and announced.value and amount.value <= announced.value else None


_SHARED: tuple[Kind, ...] = ("count", "length", "area", "volume", "mass", "other")
IN_TURN = "unit.in_turn"


def _last_in_turn(text: str, amounts: tuple[Amount, ...], at: int) -> int:
    """Which of the amounts says the unit of one that is given in turn with those behind it; itself where it is not."""
    if not are_in_turn(text, amounts[at].start):
        return at
    last = at
    while last + 1 < len(amounts) and BETWEEN_TURNS.fullmatch(text, amounts[last].end, amounts[last + 1].start):
        last += 1
    return last


def _scale_of(text: str, last: Amount, first: Amount) -> Decimal:
    """What the scale of the last number in turn makes of one without a scale: 45, 52 và 48 triệu đồng."""
    own = read_number(_DIGITS.match(text, last.number)[0]) if last.scaled and not first.scaled and _DIGITS.match(text, last.number) else None  # type: ignore[index]
    return last.value / own if own and last.value else Decimal(1)


_DIGITS = regex_pattern(r"\d[\d.,]*(?<=\d)")


def _rate_in_turn(text: str, amounts: tuple[Amount, ...], at: int, first_word: FirstWord) -> str | None:
    """The base of a rate that is written behind the last of the numbers in turn."""
    last = amounts[_last_in_turn(text, amounts, at)]
    unit, _ = _unit(text, last, None)
    rate = slash_rate(text, unit.end, first_word) if unit else None
    return rate.per if rate else None


def _is_person_or_thing(noun: UnitFound) -> bool:
    """Whether a scaled number counts the noun behind it: 3,2 triệu người, not 30 tỷ duy tu đường."""
    return (
        bool(noun.unit) and noun.unit.lower() not in ACTIONS and noun.unit.split()[0].lower() not in _AFTER_BARE_MONEY
    )


_AFTER_BARE_MONEY = frozenset("duy xây hỗ mua trả đầu làm sửa tu phục chi nâng cải vốn tiền thu kinh từ nhưng góp ủng mở tổ nợ".split())


def _why_none(text: str, amount: Amount, unit: UnitFound | None) -> str:
    """Why an amount with a unit is no figure after all; empty where it is one."""
    if unit is None:
        return ""
    if unit.kind == "duration" and only_when(text, amount.start, unit.end, unit.unit):
        slash = text[unit.end : unit.end + 2].strip().startswith("/")
        return "" if slash else "time span"
    return ""


def _quantity(text: str, amount: Amount, unit: UnitFound, rule: str, first_word: FirstWord) -> Quantity:
    kind: Kind = "ratio" if amount.total is not None else unit.kind
    end = max(unit.end, amount.end)
    rate = slash_rate(text, end, first_word)
    if rate:
        end = rate.end
    if modified := modifier_after(text, amount.start, end):
        amount, end = replace(amount, modifier=modified.modifier, modifier_rule=modified.rule), modified.start

    def scale(number: Decimal | None) -> Decimal | None:
        return None if number is None else (number + unit.part) * unit.factor

    name = rule if kind != "ratio" else rule.replace("count.", "ratio.")
    return Quantity(amount, amount.start, end, kind, scale(amount.value), scale(amount.low), scale(amount.high),
                    unit.unit, unit.start, max(unit.end, amount.end), rate.per if rate else None, name)  # fmt: skip

