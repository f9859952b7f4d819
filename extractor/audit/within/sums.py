"""Parts against their total: parts that are all of it add up to it, parts that are not may not exceed it.

A breakdown that the words do not call complete is refuted only where the numbers tell a slip: where one digit of one
number, written otherwise, makes the sum right, and the numbers have so many figures that this is no chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from extractor.audit.drafts import Audited, Draft
from extractor.audit.numbers import (
    added,
    bounds_in_english,
    bounds_written,
    claimed,
    distance,
    in_english,
    one_digit_apart,
    overlap,
    point,
    unit_written,
    written,
)
from extractor.audit.within.breakdowns import Breakdown, breakdowns
from extractor.dataset.claims import Interval, figures_written
from extractor.lexicon.breakdowns import AT_TIMES, HIGHER, MEMBERS, OVERLAPPING
from extractor.lexicon.sorts import EVERYONE
from extractor.model.records import Explanation, FigureBase

LEAST_PARTS = 2
# How many figures the total must have for a slip of one digit to be no chance: of incomplete breakdowns one in twenty
# is off by one digit where the total has three figures, one in two hundred where it has four.
FIGURES_OF_A_LIST, FIGURES_OF_A_SLIP = 3, 4
FIGURES_OF_A_MEASURE = 2  # 4,7 km, trong đó 4,3 km và 0,4 km: who measures parts of a length measures all of it
NEAR = Decimal("0.12")  # a sum further off than that is not meant to be the total
SCALES = (Decimal("0.001"), Decimal(1000))
ROUNDED_OFF = 25  # the part of a total by which rounded numbers may miss it
OF_THINGS = AT_TIMES | HIGHER
MEASURES = ("length", "area", "volume", "mass")


def check(audited: Audited) -> Iterator[Draft]:
    """What the breakdowns of an article say of their totals."""
    for breakdown in breakdowns(audited):
        if draft := _checked(breakdown):
            yield draft


def _checked(breakdown: Breakdown) -> Draft | None:
    total, parts = breakdown.total, breakdown.parts
    if breakdown.worded and breakdown.set_off and (larger := _larger(breakdown)) is not None:
        return _draft(total, (larger,), "refuted")
    if len(parts) < LEAST_PARTS or any(part.text == total.text for part in parts):
        return None
    if (all_of_it := _that_add_up(total, parts)) is not None:
        return _draft(total, all_of_it, "supported")
    if any(one.modifier != "exact" or one.value is None for one in (total, *parts)) and not breakdown.closed:
        return None
    return _draft(total, parts, "refuted") if breakdown.worded and _is_off(breakdown) else None


def _larger(breakdown: Breakdown) -> FigureBase | None:
    """The first part, where it is more than its total."""
    whole, part = claimed(breakdown.total), breakdown.parts[0]
    low = claimed(part).low
    return part if low is not None and whole.high is not None and low > whole.high else None


def _that_add_up(total: FigureBase, parts: Sequence[FigureBase]) -> tuple[FigureBase, ...] | None:
    """All parts, or the first of them, where their sum is the total: what comes behind breaks it down otherwise."""
    sums = accumulate(map(claimed, parts), lambda one, other: added((one, other)))
    found = [count for count, one in enumerate(sums, 1) if count >= LEAST_PARTS and _meets(one, total)]
    return tuple(parts[: found[-1]]) if found else None


def _meets(found: Interval, total: FigureBase) -> bool:
    bounded = found.bounded and claimed(total).bounded
    return bounded and any(overlap(found, one) for one in _wholes(total))


def _wholes(total: FigureBase) -> tuple[Interval, ...]:
    """What the parts may add up to: of n of m either."""
    return (claimed(total), point(total.total)) if total.total is not None else (claimed(total),)


def _is_off(breakdown: Breakdown) -> bool:
    """Whether parts that do not add up to their total cannot be right beside it."""
    total, parts = breakdown.total, breakdown.parts
    found, whole = added(map(claimed, parts)), claimed(total)
    if not found.bounded or not whole.bounded:
        return False
    if _meets(found, total) or all(part.value and total.value and part.value > total.value for part in parts):
        return False
    slip = _one_digit_off(total, parts) or (len(parts) > LEAST_PARTS and _scale_slipped(total, parts))
    if _overlap_each_other(parts, OVERLAPPING if _is_of_people(total) else OF_THINGS) and not (
        breakdown.closed and slip
    ):
        return False
    many = len(parts) > LEAST_PARTS
    if breakdown.more:
        return False
    if breakdown.closed and (slip or (total.modifier == "exact" and _near(found, whole))):
        return True
    if found.low is not None and whole.high is not None and found.low > whole.high:
        return slip
    if not slip:
        return False
    figures = max(figures_written(one.value) for one in (total, *parts))
    if figures >= FIGURES_OF_A_SLIP:
        return True
    if not _names_less(total, parts):
        return False
    measured = breakdown.listed and total.kind in MEASURES
    enough = FIGURES_OF_A_MEASURE if measured else FIGURES_OF_A_LIST if breakdown.listed or many else FIGURES_OF_A_SLIP
    return many or figures >= enough


def _near(found: Interval, whole: Interval) -> bool:
    """Whether a sum is so close to the total that it is meant to be it."""
    return distance(found, whole) <= NEAR


def _scale_slipped(total: FigureBase, parts: Sequence[FigureBase]) -> bool:
    """Whether one part written in another scale makes the sum right: 116 tỷ for 116 triệu."""
    values = [part.value for part in parts if part.value is not None]
    if total.value is None or len(values) < len(parts):
        return False
    rest = [sum(values, Decimal(0)) - value for value in values]
    pairs = zip(values, rest, strict=True)
    sums = (value * scale + other for value, other in pairs for scale in SCALES)
    return any(abs(one - total.value) <= total.value / ROUNDED_OFF for one in sums)


def _names_less(total: FigureBase, parts: Sequence[FigureBase]) -> bool:
    """Whether a part is named that is no more than what is left out: who leaves parts out leaves out the smallest."""
    values = [part.value for part in parts if part.value is not None]
    return total.value is not None and min(values) <= total.value - sum(values)


def _is_of_people(total: FigureBase) -> bool:
    """Whether a total counts people or households, which may be in several classes at once."""
    unit = total.unit.lower()
    return unit in EVERYONE or unit in MEMBERS or unit.startswith("hộ")


def _overlap_each_other(parts: Sequence[FigureBase], classes: frozenset[str]) -> bool:
    """Whether one may be counted in several parts: 25 nữ, 30 đảng viên."""
    named = [f" {(part.category or part.item).lower()} " for part in parts]
    return any(f" {word} " in name for word in classes for name in named)


def _one_digit_off(total: FigureBase, parts: Sequence[FigureBase]) -> bool:
    """Whether one digit of one number, written otherwise, makes the sum right."""
    if total.value is None or any(part.value is None for part in parts):
        return False
    values = [part.value for part in parts if part.value is not None]
    off = total.value - sum(values, Decimal(0))
    return off != 0 and (
        one_digit_apart(total.value, total.value - off) or any(one_digit_apart(value, value + off) for value in values)
    )


def _draft(total: FigureBase, parts: tuple[FigureBase, ...], verdict: str) -> Draft:
    found = added(map(claimed, parts))
    terms = " + ".join(bounds_written(claimed(part)) if part.value is None else written(part.value) for part in parts)
    exact = all(part.value is not None for part in parts)
    summed = sum((part.value for part in parts if part.value is not None), Decimal(0))
    if len(parts) == 1:
        vi = f"Một phần ({parts[0].text}) lớn hơn cả tổng số ({total.text})."
        en = f"A part ({parts[0].text}) is larger than its total ({total.text})."
        return Draft("sum", "refuted", (parts[0], total), Explanation(vi=vi, en=en), claimed(parts[0]),
                     Interval(None, claimed(total).high), f"{terms} > {bounds_written(claimed(total))}")  # fmt: skip
    sum_vi = written(summed) if exact else bounds_written(found)
    sum_en = in_english(summed) if exact else bounds_in_english(found)
    unit = "" if total.kind == "ratio" else f" {unit_written(total)}"
    if verdict == "supported":
        says = "is what" if exact and summed in (total.value, total.total) else "agrees with what"
        vi = f"Các phần cộng lại được {sum_vi}{unit}, khớp với “{total.text}”."
        en = f"The parts add up to {sum_en}{unit}, which {says} “{total.text}” says."
        return Draft("sum", "supported", (total, *parts), Explanation(vi=vi, en=en), claimed(total), found,
                     f"{terms} = {sum_vi}")  # fmt: skip
    vi = f"Các phần cộng lại được {sum_vi}{unit}, không khớp với “{total.text}”."
    en = f"The parts add up to {sum_en}{unit}, which is not what “{total.text}” says."
    stated = written(total.value) if total.value is not None else bounds_written(claimed(total))
    return Draft("sum", "refuted", (total, *parts), Explanation(vi=vi, en=en), claimed(total), found,
                 f"{terms} = {sum_vi} ≠ {stated}")  # fmt: skip
