"""Numbers that are 10, 100 or 1,000 times what their series or their own parts say: a separator in the wrong place.

A series is one thing at one place at several times of one length. Two of its numbers or more must agree; the odd one
must be about a power of ten away from them. What jumps of itself (an outbreak, a storm, gifts) refutes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

import regex

from extractor.audit.across.series import running
from extractor.audit.across.telling import (
    are_sure,
    named_en,
    named_vi,
    same_era,
    sentence_of,
    time_en,
    time_vi,
    upper_first,
)
from extractor.audit.across.things import by_period, level_of
from extractor.audit.drafts import Audited, Draft
from extractor.audit.numbers import added, bounds_written, claimed, in_english, point, written
from extractor.audit.store import Store
from extractor.dataset.claims import Interval, figures_written
from extractor.language.patterns import one_of
from extractor.model.edtf import Days, days_of
from extractor.model.records import Article, Explanation, Fact, FigureBase

POWERS = (Decimal(10), Decimal(100), Decimal(1000))
AGREE = Decimal(2)  # others that differ by more are no series to hold something against
TIGHT = Decimal("1.5")  # others that differ by more refute nothing
ABOUT = Decimal("1.5")  # so far from the power of ten the odd one may lie
LEAST_OTHERS, LEAST_FOR_TEN = 2, 3  # ten times as many are sometimes true; of four years that are alike hardly in one
LEAST_LEVEL = 10  # few things may be ten times as many next year
LONGEST_SERIES = 8  # years between its first and its last day
PARTS_ABOUT = Decimal("0.005")  # of the total: what rounding of parts leaves between it and their sum
LEAST_FIGURES = 3  # that tell the total of parts from others
# What comes in one year and not in the next.
JUMPS = (
    "dịch", "dịch bệnh", "bệnh", "ca mắc", "ca nhiễm", "ca bệnh", "ca", "sốt xuất huyết", "covid-19", "bão", "lũ",
    "lụt", "mưa", "ngập", "sạt lở", "hạn hán", "thiệt hại", "cháy", "tiêu hủy", "chết", "vi phạm", "xử phạt", "xử lý",
    "phạt", "tịch thu", "bắt giữ", "khách", "du lịch", "ủng hộ", "quyên góp", "tặng", "trao", "quà", "hỗ trợ",
    "cứu trợ", "viện trợ", "đầu tư", "dự án", "vốn", "thu hút", "đấu giá", "sử dụng đất", "giải phóng mặt bằng",
    "đền bù", "cách ly", "xét nghiệm", "tiêm", "vắc xin", "vắc-xin", "kỷ niệm", "phát hiện", "trồng", "tai nạn",
    "tội phạm", "đăng ký", "tiếp công dân", "đơn thư", "kiến nghị", "người xem", "truy cập", "giao dịch",
)  # fmt: skip
MAY_JUMP = regex.compile(rf"(?<![\p{{L}}]){one_of(JUMPS)}(?![\p{{L}}])")


class Point(NamedTuple):
    """A number of a series: when, how much, and who says so."""

    fact: Fact
    figure: FigureBase
    article: Article
    days: Days

    @property
    def value(self) -> Decimal:
        """Its number."""
        return self.figure.value or Decimal(0)


def check(store: Store) -> Iterator[Draft]:
    """Numbers a power of ten away from their series, then totals that are so from their parts."""
    for facts in store.facts_by(_series_of):
        points = _points(store, facts)
        if (odd := _odd_one(points)) is not None:
            yield _draft(points[odd], points[:odd] + points[odd + 1 :])
    for audited in store.by_article():
        yield from _against_parts(audited)


def _series_of(fact: Fact) -> str | None:
    """The thing that a fact gives the level of, with the length of its time: a month is no year."""
    found = level_of(fact)
    length = _length(fact.period)
    return f"{found}\t{length}" if found and length and fact.agreement != "conflicting" else None


def _length(period: str | None) -> str | None:
    """How long a period is, as a word for it: a day up to which is counted has none."""
    first, last = days_of(period)
    if last is None:
        return None
    return "up to" if first is None else str(round((last - first).days / 30.4))


def _points(store: Store, facts: tuple[Fact, ...]) -> list[Point]:
    """The numbers of a series in time; none where it is no series, or lies on both sides of the reform of places.

    Nor of one that is counted on and on: it grows of itself, and is another check's.
    """
    if (found := by_period(facts)) is None or len(found) <= LEAST_OTHERS:
        return []
    if any(running(store, fact) for fact in facts):
        return []
    points: list[Point] = []
    for fact in found.values():
        stated = next(one for one in fact.values if (one.value, one.modifier) == (fact.value, fact.modifier))
        figure = store.figure(stated.figures[0])
        points.append(Point(fact, figure, store.article(figure.article_id), days_of(fact.period)))
    points.sort(key=lambda point: str(point.days.last))
    days = [day for point in points for day in point.days if day]
    one_stretch = days[-1].year - min(days).year <= LONGEST_SERIES
    return points if one_stretch and same_era(days) else []


def _odd_one(points: list[Point]) -> int | None:
    """The one number that is about a power of ten away from all others, which agree; None where there is none."""
    for at, odd in enumerate(points):
        others = [point.value for point in points[:at] + points[at + 1 :]]
        if len(others) < LEAST_OTHERS or min(others) <= 0 or max(others) > AGREE * min(others):
            continue
        if min(*others, odd.value) >= LEAST_LEVEL and _power(odd.value, _middle(others)):
            return at
    return None


def _middle(values: list[Decimal]) -> Decimal:
    """The geometric middle of the least and the greatest."""
    return (min(values) * max(values)).sqrt()


def _power(one: Decimal, other: Decimal) -> Decimal | None:
    """The power of ten by which two numbers lie apart, about; None where it is none."""
    ratio = max(one, other) / min(one, other)
    return next((power for power in POWERS if power / ABOUT <= ratio <= power * ABOUT), None)


def _draft(odd: Point, others: list[Point]) -> Draft:
    values = [point.value for point in others]
    power = _power(odd.value, _middle(values)) or POWERS[0]
    figures = (odd.figure, *(point.figure for point in others))
    sure = (
        max(values) <= TIGHT * min(values)
        and are_sure(figures, "place", "period", "status")
        and not any(_may_jump(point) for point in (odd, *others))
        and (power > POWERS[0] or len(others) >= LEAST_FOR_TEN)
    )
    times = ("lớn", "more") if odd.value > max(values) else ("nhỏ", "less")
    around = Interval(min(values), max(values))
    told = ", ".join(f"{time_vi(point.fact.period)}: {point.figure.text}" for point in others)
    told_en = ", ".join(f"{time_en(point.fact.period)}: {point.figure.text}" for point in others)
    fact = odd.fact
    where_vi, where_en = (f" tại {fact.place.name}", f" in {fact.place.name}") if fact.place else ("", "")
    vi = (
        f"{upper_first(named_vi(odd.article))} nêu “{odd.figure.text}” cho “{fact.item}”{where_vi}, {time_vi(fact.period)},"
        f" {times[0]} hơn khoảng {written(power)} lần so với các kỳ khác ({told}):"
        f" có thể sai dấu phân cách hoặc đơn vị."
    )
    en = (
        f"{upper_first(named_en(odd.article))} gives “{odd.figure.text}” for “{fact.item}”{where_en},"
        f" {time_en(fact.period)}, about {in_english(power)} times {times[1]} than at other times ({told_en}):"
        f" a separator or unit may be wrong."
    )
    return Draft(
        check="scale", verdict="refuted" if sure else "not_enough_info", figures=figures,
        explanation=Explanation(vi=vi, en=en), stated=claimed(odd.figure), expected=around,
        rests_on=("quantity", "item", "place", "period", "status"),
    )  # fmt: skip


def _may_jump(point: Point) -> bool:
    """Whether its words tell of what comes in one year and not in the next."""
    item = f"{point.fact.item} {point.fact.action or ''} {point.fact.category or ''}".lower()
    return bool(MAY_JUMP.search(item) or MAY_JUMP.search(sentence_of(point.figure, point.article)))



def _against_parts(audited: Audited) -> Iterator[Draft]:
    """Totals that are a power of ten times the sum of the parts that their article gives."""
    parts: dict[str, list[FigureBase]] = {}
    for figure in audited.figures:
        if figure.part_of:
            parts.setdefault(figure.part_of, []).append(figure)
    totals = {figure.id: figure for figure in audited.figures if figure.id in parts}
    for name, some in parts.items():
        total = totals.get(name)
        if total and (power := _power_of_sum(total, some)):
            yield _draft_of_parts(total, some, power)


def _power_of_sum(total: FigureBase, parts: list[FigureBase]) -> Decimal | None:
    """The power of ten that a total is of the sum of its parts, where both agree in all figures."""
    whole = total.value
    values = [part.value for part in parts if part.value is not None]
    alike = {(part.kind, _head(part)) for part in (*parts, total)}
    if whole is None or len(values) < len(parts) or len(parts) < LEAST_OTHERS or len(alike) > 1:
        return None
    if (
        total.kind not in ("count", "length", "area", "mass", "volume", "money")
        or figures_written(whole) < LEAST_FIGURES
    ):
        return None
    near = (power for power in POWERS if abs(sum(values) * power - whole) <= PARTS_ABOUT * whole)
    return next(near, None)


def _head(figure: FigureBase) -> str:
    """What is counted, by its head alone: parts of hộ are hộ nghèo, hộ cận nghèo."""
    return figure.unit.split()[0].lower() if figure.kind == "count" else figure.unit


def _draft_of_parts(total: FigureBase, parts: list[FigureBase], power: Decimal) -> Draft:
    sum_of_parts = added(claimed(part) for part in parts)
    summed = reduce(lambda one, part: one + (part.value or 0), parts, Decimal(0))
    sums = " + ".join(written(part.value or Decimal(0)) for part in parts)
    whole, of_parts = bounds_written(claimed(total)), f"{written(power)} × {written(summed)}"
    vi = (
        f"Tổng “{total.text}” lớn gấp {written(power)} lần các phần cộng lại ({sums} = {written(summed)}):"
        f" có thể sai dấu phân cách hoặc đơn vị."
    )
    en = (
        f"The total “{total.text}” is {in_english(power)} times the sum of its parts ({in_english(summed)}):"
        f" a separator or unit may be wrong."
    )
    return Draft(
        check="scale", verdict="refuted", figures=(total, *parts), explanation=Explanation(vi=vi, en=en),
        stated=claimed(total), expected=sum_of_parts if sum_of_parts.bounded else point(summed),
        arithmetic=f"{sums} = {written(summed)}; {whole} ≈ {of_parts}",
        rests_on=("quantity", "item"),
    )  # fmt: skip
