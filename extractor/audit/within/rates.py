"""A rate against its base and the total: 120 ha, 60 tạ/ha, 720 tấn; 50 suất, mỗi suất 500.000 đồng, tổng 25 triệu đồng."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

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
REACH = 4  # figures to each side of a rate among which its base and total are


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
            yield from _of(text, rate, bases[0], totals[0], around)


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


def _of(
    text: str, rate: FigureBase, base: FigureBase, total: FigureBase, around: Sequence[FigureBase]
) -> Iterator[Draft]:
    factor = TO_TONNES[rate.unit] / TO_TONNES[total.unit] if rate.kind == "mass" else Decimal(1)
    average = _AVERAGE.search(text, rate.sentence[0], rate.start) is not None
    each = _each(rate, average=average)
    expected = multiplied(multiplied(each, claimed(base)), point(factor))
    stated = claimed(total)
    if not expected.bounded or not stated.bounded or expected.high is None:
        return
    verdict: Verdict = "supported" if overlap(expected, stated) else "refuted"
    if verdict == "refuted" and not _cannot_be(text, expected, stated, rate, base, total, factor, around):
        return
    check: Check = "price" if rate.kind == "money" and base.kind == "count" else "rate"
    assert rate.value is not None
    assert base.value is not None
    product = rate.value * base.value * factor
    vi, en = f"{written(product)} {unit_written(total)}", f"{in_english(product)} {total.unit}"
    worked = f"{plainly(base)} × {plainly(rate)}" + (f" × {written(factor)}" if factor != 1 else "")
    is_it = verdict == "supported"
    explanation = Explanation(
        vi=f"“{base.text}” với mức “{rate.text}” là {vi}, {'khớp' if is_it else 'không khớp'} với “{total.text}”.",
        en=f"“{base.text}” at “{rate.text}” makes {en}, which is {'what' if is_it else 'not what'} “{total.text}” says.",
    )
    yield Draft(check, verdict, (total, rate, base), explanation, stated, expected, f"{worked} = {written(product)}")


def _each(rate: FigureBase, *, average: bool) -> Interval:
    """What a rate allows; an average of things counted was rounded."""
    one = claimed(rate)
    if rate.value is None or not average or rate.modifier != "exact":
        return one
    exponent = rate.value.as_tuple().exponent
    step = max(written_step(rate), Decimal(10) ** min(0, int(exponent)) if rate.kind == "count" else Decimal(0))
    return Interval(rate.value - step / 2, rate.value + step)


def _cannot_be(
    text: str, expected: Interval, stated: Interval, rate: FigureBase, base: FigureBase, total: FigureBase,
    factor: Decimal, around: Sequence[FigureBase],
) -> bool:  # fmt: skip
    """Whether the total cannot be right: no more is in it than the product, or it is off by a slip or a scale."""
    assert rate.value is not None
    assert base.value is not None
    assert total.value is not None
    product = rate.value * base.value * factor
    slipped = slips_into(total.value, expected)
    scaled = any(distance(point(product * scale), point(total.value)) <= NEAR for scale in SCALES)
    if slipped or scaled:
        return True
    kinds = (base.kind, total.kind)
    if any(one.kind in kinds and one not in (base, total, rate) for one in around):
        return False
    if _OTHERS.search(text, min(base.end, total.end), max(base.start, total.start)):
        return False
    return distance(expected, stated) <= FURTHEST_OFF
