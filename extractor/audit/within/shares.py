"""Shares: a number and its share of a total, shares of one whole, and shares that no whole number of a total gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extractor.audit.drafts import Audited, Draft
from extractor.audit.numbers import (
    HUNDRED,
    added,
    bounds_in_english,
    bounds_written,
    claimed,
    divided,
    in_english,
    loosely,
    multiplied,
    overlap,
    plainly,
    point,
    rounded,
    written,
)
from extractor.audit.within.breakdowns import alike
from extractor.dataset.claims import Interval, written_step
from extractor.language.patterns import lowered
from extractor.lexicon.breakdowns import HEADS, PREDICATES
from extractor.model.records import Explanation, FigureBase
from extractor.model.shapes import Verdict

NEAR = 90  # characters between a number and its share
FURTHEST = 140  # between a total and shares of it
LEAST_OF_ALL = 10  # fewer are not given shares in per cent of
LEAST_SHARES = 3  # of one whole
MOST_SHARES = 12
LEAST_WHOLE, MOST_WHOLE = 80, 130  # per cent: shares that sum to less need not be all, to more are of several wholes
_SAYS_SHARE = re.compile(
    r"(?:\((?:đạt|chiếm|bằng|tỷ\s+lệ|tương\s+đương)?|\b(?:đạt|chiếm|tương\s+đương|bằng|tức|tỷ\s+lệ)\b)"
    r"(?:\s+(?:tỷ\s+lệ|khoảng|gần|hơn|trên|tới|xấp\s+xỉ|là))*\s*$"
)
_OTHER_SHARE = re.compile(r"\btỷ\s+lệ\s+(?!này|trên|là|đạt|chiếm|khoảng|gần|hơn)[^\W\d_]")  # tỷ lệ giảm nghèo đạt 11%
_PRESENT = re.compile(r"[^.;]{0,30}\b(?:có\s+mặt|tham\s+dự|dự\s+họp)\b")  # of those present, or of all there are
_ENDS = re.compile(r"[.;!?]\s|\n|:")
_OTHER_BASE = re.compile(r"\s+(?!(?:trong|trên)?\s*(?:tổng|số|toàn)\b|và\b|với\b|cao\b|thấp\b)[^\W\d_]")
_OF_ALL = re.compile(r"\b(?:trong|trên)\s+(?:(?:tổng\s+)?số\s+)?$")
_AMONG_THEM = re.compile(r"\b(?:trong\s+đó|trong\s+số\s+(?:đó|này))\s+(?:có\s+)?$")
_OUT_OF = re.compile(r"[^.;,\d]{0,40}\b(?:trong|trên|của)\s+(?:tổng\s+)?(?:số\s+)?$")
_WHOLE = re.compile(r"\b(?:cơ\s+cấu|tỷ\s+trọng|xếp\s+loại|phân\s+loại|trong\s+tổng|gồm|chia\s+(?:ra|theo))\b")
_SHARE_OF = re.compile(r"\s+(?:tổng\s+)?(?:số\s+)?(?P<whole>[^\W\d_]+(?:\s+[^\W\d_]+){0,4})")
_TAXES = re.compile(r"\bthuế\b")
_IN_SERIES = re.compile(r"[^.!?\n]{0,60}|[^.!?\n]{0,3}[.;]?\n\s*[-+*•–]\s[^.!?\n]{0,60}")
_OF_THE_LAST = re.compile(r"\b(?:trong\s+(?:đó|số)|riêng|nhất\s+là|đặc\s+biệt)\b")  # a share of the share before it
_LINES = re.compile(r"[.!?]\s")
_SOME = re.compile(r"[^.;]{0,60}[,;]?\s*(?:trong\s+đó\s+)?(?:đã\s+)?có\s+|[^.;]{0,60}\btrong\s+đó\s+")


def check(audited: Audited) -> Iterator[Draft]:
    """What the shares of an article say of their numbers and of each other."""
    text = lowered(audited.article.text)
    for at, (one, share) in enumerate(pairwise(audited.figures)):
        if share.kind != "percent" or share.change or share.value is None:
            continue
        total = _total_of(text, audited.figures, at)
        if total is not None and _is_share(text, one, share):
            yield from _of_total(one, share, total, _share_of(text, audited.figures[max(0, at - 2) : at + 2], total))
    yield from _of_one_whole(text, audited.figures)
    yield from _impossible(text, audited.figures)


def _total_of(text: str, figures: Sequence[FigureBase], at: int) -> FigureBase | None:
    """What says what a number is a part of: n/m itself, or the total right before it whose part it is."""
    one = figures[at]
    if one.kind == "ratio":
        return one if one.total is not None and not _PRESENT.match(text, one.end, one.sentence[1]) else None
    if one.change or one.per or one.kind == "percent":
        return None
    total = next((other for other in figures[max(0, at - 2) : at] if other.id == one.part_of), None)
    before = figures[at - 1] if at else None
    if total is None and before is not None and before.sentence == one.sentence and alike(one, before):
        total = before if _SOME.fullmatch(text[before.end : one.start]) and not before.change else None
    return total if total is not None and total.kind == one.kind else None


def _share_of(text: str, figures: Sequence[FigureBase], total: FigureBase) -> FigureBase | None:
    """The share that is said of the total itself: 60.729 hồ sơ, chiếm 94,17%."""
    found = next((one for one in figures if one.kind == "percent" and 0 < one.start - total.end <= NEAR), None)
    return found if found is not None and found.value and _is_share(text, total, found) else None


def _is_share(text: str, one: FigureBase, share: FigureBase) -> bool:
    """Whether the words say that the second is the share of the first."""
    gap = text[one.end : share.start]
    if len(gap) > NEAR or _ENDS.search(gap) or not _SAYS_SHARE.search(gap) or _OTHER_SHARE.search(gap):
        return False
    return _OTHER_BASE.match(text, share.end) is None


def _of_total(
    one: FigureBase, share: FigureBase, base: FigureBase, share_of_base: FigureBase | None
) -> Iterator[Draft]:
    """A share against a number and its total; or against the whole that the total is itself a share of."""
    assert share.value is not None
    total = point(base.total) if base.total is not None else claimed(base)
    if total.high is None or not total.high or share.value > HUNDRED:
        return
    number = claimed(one)
    expected = multiplied(divided(number, total), point(HUNDRED))
    if not expected.bounded or expected.low is None or expected.high is None:
        return
    stated = loosely(share)
    verdict: Verdict = "supported" if overlap(expected, stated) else "refuted"
    if verdict == "refuted" and share.modifier != "exact" and overlap(expected, _around(stated)):
        return
    if verdict == "refuted" and share_of_base is not None and share_of_base is not share:
        return  # both may be shares of one larger whole
    n, m, percent = plainly(one), bounds_written(total), rounded(expected)
    n_en, m_en = bounds_in_english(number) if one.value is None else in_english(one.value), bounds_in_english(total)
    worked = f"{n} / {m} × 100 = {bounds_written(percent)}"
    is_it = verdict == "supported"
    explanation = Explanation(
        vi=f"{n} trên {m} là {bounds_written(percent)}%, {'khớp' if is_it else 'không khớp'} với “{share.text}”.",
        en=f"{n_en} of {m_en} is {bounds_in_english(percent)}%, which is {'what' if is_it else 'not what'} “{share.text}” says.",
    )
    compared = (share, one) if base is one else (share, one, base)
    yield Draft("share", verdict, compared, explanation, claimed(share), expected, worked)


def _around(stated: Interval) -> Interval:
    low = None if stated.low is None else stated.low - 1
    high = None if stated.high is None else stated.high + 1
    return Interval(low, high)


def _of_one_whole(text: str, figures: Sequence[FigureBase]) -> Iterator[Draft]:
    """Shares of one whole, which must sum to a hundred."""
    at = 0
    while at < len(figures):
        run = _run(text, figures, at)
        if len(run) >= LEAST_SHARES:
            yield from _sum_to_all(text, run)
        at += max(1, len(run))


def _run(text: str, figures: Sequence[FigureBase], at: int) -> list[FigureBase]:
    """The shares from there on that stand in one sentence, one behind the other, after words that tell of a whole."""
    first = figures[at]
    if first.kind != "percent" or not _WHOLE.search(
        _LINES.split(text[max(0, first.start - FURTHEST) : first.start])[-1]
    ):
        return []
    run = [first]
    for one in figures[at + 1 : at + MOST_SHARES]:
        if one.kind != "percent" or one.change or one.value is None:
            break
        gap = text[run[-1].end : one.start]
        if not _IN_SERIES.fullmatch(gap) or _OF_THE_LAST.search(gap):
            break
        run.append(one)
    return run if first.change is None and first.value is not None else []


def _sum_to_all(text: str, run: Sequence[FigureBase]) -> Iterator[Draft]:
    found = added(_either_way(one) for one in run)
    total = sum((one.value for one in run if one.value is not None), Decimal(0))
    verdict: Verdict = "supported" if overlap(found, point(HUNDRED)) else "refuted"
    if verdict == "refuted" and not _is_meant_as_all(text, run, total):
        return
    terms = " + ".join(written(one.value) for one in run if one.value is not None)
    is_it = verdict == "supported"
    explanation = Explanation(
        vi=f"Các tỷ lệ của một tổng thể cộng lại được {written(total)}%, {'đủ' if is_it else 'không phải'} 100%.",
        en=f"The shares of one whole add up to {in_english(total)}%, {'which is all of it' if is_it else 'not to 100%'}.",
    )
    worked = f"{terms} = {written(total)}" + ("" if is_it else " ≠ 100")
    yield Draft("share", verdict, tuple(run), explanation, found, point(HUNDRED), worked)


def _either_way(share: FigureBase) -> Interval:
    """A share as it may have been rounded up or cut off."""
    assert share.value is not None
    step = written_step(share) or Decimal(0)
    return Interval(share.value - step / 2, share.value + step)


def _is_meant_as_all(text: str, run: Sequence[FigureBase], total: Decimal) -> bool:
    """Whether shares are meant as all of one whole although they do not sum to it."""
    if total > HUNDRED:
        return total <= MOST_WHOLE
    return total >= LEAST_WHOLE and _is_closed(text, run)


def _is_closed(text: str, run: Sequence[FigureBase]) -> bool:
    """Whether nothing else is told of the whole: its sentence ends with them, and no taxes are left out."""
    start, end = run[0].sentence[0], run[-1].sentence[1]
    return (not _TAXES.search(text, start, end) and not re.search(r"[^\W\d_]{3}", text[run[-1].end : end])) or (
        "còn lại" in text[start:end]
    )


def _impossible(text: str, figures: Sequence[FigureBase]) -> Iterator[Draft]:
    """Shares of a stated total that no whole number of it gives: the GRIM test (Brown and Heathers, 2017)."""
    for one, other in pairwise(figures):
        if one.kind == "count" and other.kind == "percent":
            if _is_of_all(text, one, other):
                yield from _grim(one, other)
        elif one.kind == "percent" and other.kind == "count" and _OUT_OF.fullmatch(text[one.end : other.start]):
            yield from _grim(other, one)


def _is_of_all(text: str, total: FigureBase, share: FigureBase) -> bool:
    """Whether a share is that of the total before it: trong 22 hợp tác xã, 65,9%; 25 xã. 78% số xã."""
    gap = text[total.end : share.start]
    if len(gap) > FURTHEST or share.sentence[0] > total.sentence[1] + 2:
        return False
    of_it = _SHARE_OF.match(text, share.end)
    if of_it is not None and _names(of_it["whole"], total.unit.lower()):
        return True
    if _ENDS.search(gap):
        return False
    return bool(_OF_ALL.search(text[max(0, total.start - 20) : total.start]) or _AMONG_THEM.search(gap))


def _names(words: str, unit: str) -> bool:
    """Whether words begin with the unit, or its first word if that alone names what is counted: trạm có bác sĩ."""
    first, _, behind = words.partition(" ")
    if first != unit.split()[0]:
        return False
    return first in HEADS or f"{words} ".startswith(f"{unit} ") or behind.split(" ")[0] in PREDICATES


def _grim(total: FigureBase, share: FigureBase) -> Iterator[Draft]:
    if total.value is None or share.value is None or share.change or total.per or share.per:
        return
    if (total.modifier, share.modifier) != ("exact", "exact") or total.value < LEAST_OF_ALL or share.value > HUNDRED:
        return
    step = written_step(share)
    if not step or HUNDRED / total.value <= step * 2:  # so many that every share is possible
        return
    near = int(total.value * share.value / HUNDRED)
    allowed = loosely(share)
    shares = [(count, HUNDRED * count / total.value) for count in (near, near + 1)]
    if any(overlap(allowed, point(value)) for _, value in shares):
        return
    (low, below), (high, above) = shares
    worked = f"{low}/{written(total.value)} = {written(round(below, 2))}%; {high}/{written(total.value)} = {written(round(above, 2))}%"
    explanation = Explanation(
        vi=f"Không số nguyên nào của “{total.text}” là “{share.text}”: {low} là {written(round(below, 2))}%, {high} là {written(round(above, 2))}%.",
        en=f"No whole number of “{total.text}” is “{share.text}”: {low} is {in_english(round(below, 2))}%, "
           f"{high} is {in_english(round(above, 2))}%.",
    )  # fmt: skip
    yield Draft("share", "refuted", (share, total), explanation, claimed(share), Interval(below, above), worked)
