"""A rate against its base and the total: 120 ha, 60 tạ/ha, 720 tấn; 50 suất, mỗi suất 500.000 đồng, tổng 25 triệu đồng."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.audit.drafts import Audited, Draft
from extractor.audit.numbers import (
    claimed,
    distance,
    in_english,
    multiplied,
    overlap,
    plainly,
    point,
    slips_into,
    unit_written,
    written,
)
from extractor.dataset.claims import Interval, written_step
from extractor.dataset.merge.compare import canonical, unit_class
from extractor.language.patterns import lowered
from extractor.lexicon.sorts import EVERYONE
from extractor.model.records import Explanation, FigureBase
from extractor.model.shapes import Check, Verdict

TO_TONNES = {"t": Decimal(1), "tạ": Decimal("0.1"), "kg": Decimal("0.001"), "yến": Decimal("0.01")}
SCALES = tuple(Decimal(10) ** exponent for exponent in (-3, -2, -1, 1, 2, 3))
FURTHEST_OFF = Decimal("0.7")  # a total further off is one of other things
NEAR = Decimal("0.01")  # a product is that close to a total that was written in another scale
_TOTAL = re.compile(r"\b(?:tổng|sản\s+lượng|cộng\s+lại|tất\s+cả|số\s+tiền|thu\s+(?:về|được)|doanh\s+thu)\b[^.;]*$")
_AVERAGE = re.compile(r"\bbình\s+quân|trung\s+bình\b")
_OTHERS = re.compile(r"\b(?:cùng|và|ngoài\s+ra|kèm|gồm|cả)\b")
_OF_LATER = re.compile(r"\b(?:đến\s+nay|hiện|dư\s+nợ|giải\s+ngân|đợt|giai\s+đoạn)\b")
_RECEIVING = re.compile(r"\b(?:cho|tới|đến|tại|của|với|ở)\s+(?:(?:hơn|gần|khoảng|trên|tổng\s+số)\s+)?$")
RECEIVED = 40  # characters before a number in which it is said to be of those who receive
REACH = 4  # figures to each side of a rate among which its base and total are


class _Triple(NamedTuple):
    """A rate, what it is for each of, what that makes together, and the factor from the unit of the rate to its."""

    rate: FigureBase
    base: FigureBase
    total: FigureBase
    factor: Decimal

    @property
    def product(self) -> Decimal:
        """Rate times base in the unit of the total."""
        assert self.rate.value is not None
        assert self.base.value is not None
        return self.rate.value * self.base.value * self.factor


def check(audited: Audited) -> Iterator[Draft]:
    """The rates of an article whose base and total are told beside them."""
    text = lowered(audited.article.text)
    for at, rate in enumerate(audited.figures):
        if rate.per is None or rate.value is None or "/" in rate.per or rate.kind == "percent":
            continue
        around = [one for one in audited.figures[max(0, at - REACH) : at + REACH + 1] if one.sentence == rate.sentence]
        bases = [one for one in around if _is_base(one, rate)]
        totals = [one for one in around if _is_total(text, one, rate)]
        rates = [one for one in around if one.per == rate.per and one.kind == rate.kind]
        if (len(bases), len(totals), len(rates)) == (1, 1, 1):
            factor = TO_TONNES[rate.unit] / TO_TONNES[totals[0].unit] if rate.kind == "mass" else Decimal(1)
            yield from _of(text, _Triple(rate, bases[0], totals[0], factor), around)


def _is_base(one: FigureBase, rate: FigureBase) -> bool:
    """Whether a figure counts or measures what the rate is for each of."""
    if one.per is not None or one.change is not None or one.value is None or rate.per is None or not one.value:
        return False
    if one.kind in ("area", "length", "mass", "volume"):
        return one.unit == rate.per
    per, unit = rate.per.lower(), one.unit.lower()
    if one.kind != "count":
        return False
    if unit == per or unit.startswith(f"{per} ") or unit_class(unit, "count") == unit_class(per, "count"):
        return True
    return canonical(per) in EVERYONE and canonical(unit) in EVERYONE


def _is_total(text: str, one: FigureBase, rate: FigureBase) -> bool:
    """Whether a figure is a total of what the rate gives of each."""
    if one is rate or one.per is not None or one.change is not None or one.value is None or one.kind != rate.kind:
        return False
    if rate.kind == "count":
        return unit_class(one.unit, "count") == unit_class(rate.unit, "count")
    if rate.kind == "mass" and not {one.unit, rate.unit} <= set(TO_TONNES):
        return False
    if rate.kind != "mass" and one.unit != rate.unit:
        return False
    before = text[max(one.sentence[0], one.start - 60) : one.start]
    if rate.kind == "mass":
        return True
    return _TOTAL.search(before) is not None or _AVERAGE.search(text, rate.sentence[0], rate.start) is not None


def _of(text: str, triple: _Triple, around: Sequence[FigureBase]) -> Iterator[Draft]:
    rate, base, total, factor = triple
    average = _AVERAGE.search(text, rate.sentence[0], rate.start) is not None
    expected = multiplied(multiplied(_each(rate, average=average), claimed(base)), point(factor))
    stated = claimed(total)
    if not expected.bounded or not stated.bounded or expected.high is None:
        return
    verdict: Verdict = "supported" if overlap(expected, stated) else "refuted"
    if verdict == "refuted" and not _cannot_be(text, triple, expected, around):
        return
    check: Check = "price" if rate.kind == "money" and base.kind == "count" else "rate"
    product = triple.product
    vi, en = f"{written(product)} {unit_written(total)}", f"{in_english(product)} {total.unit}"
    worked = f"{plainly(base)} × {plainly(rate)}" + (f" × {written(factor)}" if factor != 1 else "")
    is_it = verdict == "supported"
    explanation = Explanation(
        vi=f"“{base.text}” với mức “{rate.text}” là {vi}, {'khớp' if is_it else 'không khớp'} với “{total.text}”.",
        en=f"“{base.text}” at “{rate.text}” makes {en}, which is {'what' if is_it else 'not what'} “{total.text}” says.",
    )
    yield Draft(check, verdict, (total, rate, base), explanation, stated, expected, f"{worked} = {written(product)}")


def _each(rate: FigureBase, *, average: bool) -> Interval:
    """What a rate allows: an average was rounded, to two figures at most; 1 triệu đồng of a gift is no 1,4 triệu."""
    one = claimed(rate)
    if rate.value is None or rate.modifier != "exact" or not (average or rate.kind == "money"):
        return one
    second = Decimal(10) ** (rate.value.adjusted() - 1)  # the place of the second figure
    if not average:
        step = min(written_step(rate), second)
        return Interval(rate.value - step / 2, rate.value + step / 2)
    last = Decimal(10) ** int(rate.value.normalize().as_tuple().exponent)
    step = max(written_step(rate), min(last, Decimal(1) if rate.kind == "count" else second))
    return Interval(rate.value - step / 2, rate.value + step)


def _cannot_be(text: str, triple: _Triple, expected: Interval, around: Sequence[FigureBase]) -> bool:
    """Whether the total cannot be right: nothing else is in it, and it is off by a slip, a scale, or not too far."""
    total, stated = triple.total, claimed(triple.total)
    assert total.value is not None
    if _covers_others(text, triple, around):
        return False
    product = triple.product
    scaled = any(distance(point(product * scale), point(total.value)) <= NEAR for scale in SCALES)
    if scaled or slips_into(total.value, expected):
        return True
    kinds = (triple.base.kind, total.kind)
    if any(one.kind in kinds and one not in triple for one in around) or _OTHERS.search(_between(text, triple)):
        return False
    return distance(expected, stated) <= FURTHEST_OFF


def _covers_others(text: str, triple: _Triple, around: Sequence[FigureBase]) -> bool:
    """Whether the total may be of more, or of another time: and 2 bicycles; to this day 120 households still owe."""
    between = _between(text, triple)
    if _OF_LATER.search(between):
        return True
    if triple.base.kind != "count":
        return False
    given = (one for one in around if one.kind == "count" and one not in triple and one.start < triple.total.start)
    return bool(_OTHERS.search(between)) or any(
        not _RECEIVING.search(text, max(0, one.start - RECEIVED), one.start) for one in given
    )


def _between(text: str, triple: _Triple) -> str:
    """The words from the first of the three numbers to the last."""
    ends = sorted((one.start, one.end) for one in (triple.rate, triple.base, triple.total))
    return text[ends[0][1] : ends[-1][0]]
