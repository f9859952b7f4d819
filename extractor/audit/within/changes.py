"""A change against the two levels that it leads from and to: tăng từ 120 lên 150, tăng 25%; nâng tổng số lên 62."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.audit.drafts import Audited, Draft
from extractor.audit.numbers import (
    HUNDRED,
    added,
    bounds_in_english,
    bounds_written,
    claimed,
    loosely,
    overlap,
    plainly,
    rounded,
    written,
)
from extractor.audit.within.breakdowns import alike
from extractor.dataset.claims import Interval, written_step
from extractor.dataset.merge.compare import unit_class
from extractor.language.numbers import find_numerals
from extractor.language.patterns import lowered
from extractor.model.edtf import days_of
from extractor.model.records import Explanation, FigureBase
from extractor.model.shapes import Verdict

NEAR = 70  # characters between a level and the change to it
LONGEST_LEVEL = 60  # characters from từ to lên
_WAYS = r"tăng|giảm|nâng|hạ(?!\s+tầng)|rút|mở\s+rộng"
_FROM_TO = re.compile(
    rf"(?:\b(?P<way>{_WAYS})\b(?:(?!\b(?:{_WAYS})\b)[^.;,\d]){{0,40}}?)?\btừ\s+(?P<level>(?:[^.;]|\.(?=\d)){{1,60}}?)\s+"
    r"(?P<to>lên(?:\s+(?:tới|đến|thành))?|xuống(?:\s+còn)?|còn)\s+(?:mức\s+)?(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?$"
)
_CHANGE = re.compile(
    r"[^.;]{0,50}[,(–-]\s*(?:tức\s+(?:là\s+)?)?(?:đã\s+)?(?:tăng|giảm)(?:\s+thêm|\s+được)?\s+(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?$"
)
_COMPARED = re.compile(r"[^.;]{0,30}[,(]\s*(?P<way>tăng|giảm)(?:\s+thêm|\s+được)?\s+$")
_FORMER = re.compile(r"[^.;()]{0,15}\bso\s+với\b[^.;()]{0,60}\((?:[^\d()]{0,25})$")
_RAISED = re.compile(
    r"\b(?:nâng|đưa)\s+(?:tổng\s+)?(?:số\s+)?[^.;]{0,70}\blên\s+(?:thành\s+|tới\s+|đến\s+|con\s+số\s+|là\s+)?$"
)
_ADDED = re.compile(r"\b(?:thêm|mới|kết\s+nạp|bổ\s+sung|thành\s+lập|phát\s+triển|xây\s+dựng|công\s+nhận|tăng)\b")
_HAD = re.compile(
    r"\btừ\s+$|\b(?:trước\s+(?:đó|đây)|ban\s+đầu|đầu\s+(?:năm|kỳ|nhiệm\s+kỳ)|đến\s+cuối\s+năm|cuối\s+năm|năm\s+(?:20\d\d|trước|ngoái))\b"
)
_THEN = re.compile(r"\b(?:còn|lên|đạt|đến\s+nay|nay|năm\s+20\d\d|năm\s+nay|đã\s+có|hiện)\b")
JUST = 25  # characters before a number in which a verb says that it was added
IN_ENGLISH = str.maketrans(".,", ",.")  # of a number as Vietnamese writes it
MOST_APART = 200  # characters between the number before and that after


def check(audited: Audited) -> Iterator[Draft]:
    """What the changes of an article say of their levels."""
    text, figures = lowered(audited.article.text), audited.figures
    for at, figure in enumerate(figures):
        if figure.value is None or figure.change is not None or (figure.per is not None and figure.kind == "percent"):
            continue
        level = _from(text, figures, at)
        if level is not None:
            yield from _of_levels(text, figures, at, level)
        else:
            yield from _beside_the_former(text, figures, at)
            yield from _raised(text, figures, at)


class _Level(NamedTuple):
    """The level that a change leads from: what it claims, its number for people, and the figure that states it."""

    value: Interval
    said: str
    figure: FigureBase | None
    way: str
    to: str

    @property
    def rises(self) -> bool:
        """Whether the words say that it rises to the next level."""
        return self.to.startswith("lên")


def _from(text: str, figures: Sequence[FigureBase], at: int) -> _Level | None:
    """The level before that of a figure: tăng từ 120 lên 150."""
    figure = figures[at]
    start = max(figure.sentence[0], figure.start - 2 * LONGEST_LEVEL)
    match = _FROM_TO.search(text[start : figure.start])
    if match is None:
        return None
    begin, end = start + match.start("level"), start + match.end("level")
    stated = [one for one in figures[max(0, at - 2) : at] if begin <= one.start < end]
    if len(stated) == 1 and stated[0].value is not None and _comparable(stated[0], figure):
        return _Level(claimed(stated[0]), plainly(stated[0]), stated[0], match["way"] or "", match["to"])
    numerals = [one for one in find_numerals(text[begin:end]) if one.value is not None]
    own = [one for one in find_numerals(text[figure.start : figure.end]) if one.value]
    if stated or len(numerals) != 1 or len(own) != 1 or figure.value is None:
        return None
    bare = numerals[0].value
    assert bare is not None
    assert own[0].value is not None
    if text[begin:end].strip() != text[begin + numerals[0].start : begin + numerals[0].end]:
        return None  # another unit than that of the next level
    scale = figure.value / own[0].value if numerals[0].form == own[0].form or bare < own[0].value else Decimal(1)
    half = written_step(figure) / 2 if scale != 1 else Decimal(0)
    value = bare * scale
    return _Level(Interval(value - half, value + half), written(value), None, match["way"] or "", match["to"])


def _comparable(one: FigureBase, other: FigureBase) -> bool:
    same_unit = unit_class(one.unit, one.kind) == unit_class(other.unit, other.kind)
    return one.kind == other.kind and same_unit and one.per == other.per and one.change is None


def _of_levels(text: str, figures: Sequence[FigureBase], at: int, level: _Level) -> Iterator[Draft]:
    """Whether two levels lie as the words say, and the change named beside them is that between them."""
    figure = figures[at]
    compared = (figure, level.figure) if level.figure else (figure,)
    now = claimed(figure)
    if level.way in ("tăng", "nâng") and level.rises and _surely_below(now, level.value):
        yield _wrong_way(compared, level.value, now, rises=True)
        return
    if level.way in ("giảm", "hạ", "rút") and not level.rises and _surely_below(level.value, now):
        yield _wrong_way(compared, level.value, now, rises=False)
        return
    change = next((one for one in figures[at + 1 : at + 2] if one.change), None)
    if change is not None and change.start - figure.end <= NEAR and _CHANGE.fullmatch(text[figure.end : change.start]):
        yield from _against(change, compared, level.value, level.said)


def _surely_below(one: Interval, other: Interval) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _wrong_way(compared: tuple[FigureBase, ...], before: Interval, now: Interval, *, rises: bool) -> Draft:
    vi, en = ("tăng", "rise") if rises else ("giảm", "fall")
    explanation = Explanation(
        vi=f"Bài viết nói {vi} từ {bounds_written(before)} đến {bounds_written(now)}, nhưng con số không {vi}.",
        en=f"The article says a {en} from {bounds_in_english(before)} to {bounds_in_english(now)}, but that is no {en}.",
    )
    expected = Interval(before.low, None) if rises else Interval(None, before.high)
    sign = "<" if rises else ">"
    return Draft("change", "refuted", compared, explanation, now, expected,
                 f"{bounds_written(now)} {sign} {bounds_written(before)}")  # fmt: skip


def _against(change: FigureBase, levels: tuple[FigureBase, ...], before: Interval, said: str) -> Iterator[Draft]:
    """A change against the difference of its levels, in their unit or in per cent."""
    level = levels[0]
    now = claimed(level)
    if None in (before.low, before.high, now.low, now.high) or change.value is None:
        return
    assert before.low is not None
    assert before.high is not None
    assert now.low is not None
    assert now.high is not None
    low, high = sorted((abs(now.low - before.high), abs(now.high - before.low)))
    points = Interval(low, high)
    ways: list[tuple[Interval, str]] = []
    a, b = said, plainly(level)
    if change.unit == "%" and before.low > 0:
        relative = Interval(low / before.high * HUNDRED, high / before.low * HUNDRED)
        ways.append((relative, f"|{b} – {a}| / {a} × 100 = {bounds_written(rounded(relative))}"))
    if change.kind == level.kind and unit_class(_of_level(change), change.kind) == unit_class(level.unit, level.kind):
        ways.append((points, f"|{b} – {a}| = {bounds_written(rounded(points))}"))
    if not ways:
        return
    stated = loosely(change)
    fitting = [(expected, worked) for expected, worked in ways if overlap(expected, stated)]
    verdict: Verdict = "supported" if fitting else "refuted"
    expected, worked = fitting[0] if fitting else ways[-1] if change.kind != "percent" else ways[0]
    is_it = verdict == "supported"
    explanation = Explanation(
        vi=f"Từ {a} đến {b} chênh {bounds_written(rounded(expected))}, {'khớp' if is_it else 'không khớp'} với “{change.text}”.",
        en=f"From {a.translate(IN_ENGLISH)} to {b.translate(IN_ENGLISH)} is a change of {bounds_in_english(rounded(expected))}, which is {'what' if is_it else 'not what'} “{change.text}” says.",
    )
    yield Draft("change", verdict, (change, *levels), explanation, claimed(change), expected, worked)


def _of_level(change: FigureBase) -> str:
    """The unit of the levels that a change lies between: of points of per cent it is per cent."""
    return "%" if change.kind == "percent" else change.unit


def _beside_the_former(text: str, figures: Sequence[FigureBase], at: int) -> Iterator[Draft]:
    """A level with its change, and the former level told beside: 120 hộ, nay còn 90 hộ, giảm 30 hộ; (4.000 con)."""
    figure, behind = figures[at], figures[at + 1 : at + 3]
    if not behind or behind[0].change is None or behind[0].start - figure.end > NEAR:
        return
    change = behind[0]
    if not _COMPARED.fullmatch(text[figure.end : change.start]):
        return
    if len(behind) > 1 and _FORMER.fullmatch(text[change.end : behind[1].start]) and _alike(behind[1], figure):
        yield from _against(change, (figure, behind[1]), claimed(behind[1]), plainly(behind[1]))
        return
    before = figures[at - 1] if at else None
    if before is None or before.sentence != figure.sentence or not _alike(before, figure) or before.change:
        return
    gap = text[before.end : figure.start]
    periods = before.period and figure.period and before.period != figure.period
    if (
        len(gap) <= MOST_APART
        and _THEN.search(gap)
        and periods
        and "so với" not in text[change.end : change.end + NEAR]
    ):
        yield from _against(change, (figure, before), claimed(before), plainly(before))


def _alike(one: FigureBase, other: FigureBase) -> bool:
    """Whether two levels count or measure in one unit, as far as one says it."""
    if one.kind == other.kind and (one.unit, one.per) == (other.unit, other.per):
        return True
    return one.kind == other.kind and (alike(one, other) or alike(other, one))


def _raised(text: str, figures: Sequence[FigureBase], at: int) -> Iterator[Draft]:
    """A number that was added, and the total that it raised: thành lập mới 5, nâng tổng số lên 62."""
    figure = figures[at]
    match = _RAISED.search(text[max(figure.sentence[0], figure.start - MOST_APART) : figure.start])
    before = [one for one in figures[max(0, at - 3) : at] if one.sentence == figure.sentence and _alike(one, figure)]
    if match is None or not before or before[-1].value is None:
        return
    new, total = before[-1], claimed(figure)
    if not _ADDED.search(text, new.sentence[0], new.start) and new.change != "increase":
        return
    had = next(
        (one for one in reversed(figures[max(0, at - 5) : at]) if one is not new and _had(text, one, figure)), None
    )
    if had is None:
        if _surely_below(total, claimed(new)):
            yield _too_few(new, figure)
        return
    expected = added((claimed(had), claimed(new)))
    verdict: Verdict = "supported" if overlap(expected, total) else "refuted"
    is_it = verdict == "supported"
    summed = bounds_written(expected)
    explanation = Explanation(
        vi=f"Trước có {had.text}, thêm {new.text} là {summed}, {'khớp' if is_it else 'không khớp'} với “{figure.text}”.",
        en=f"{had.text} before and {new.text} more make {bounds_in_english(expected)}, {'as' if is_it else 'not as'} “{figure.text}” says.",
    )
    worked = f"{bounds_written(claimed(had))} + {bounds_written(claimed(new))} = {summed}"
    yield Draft("change", verdict, (figure, new, had), explanation, total, expected, worked)


def _had(text: str, one: FigureBase, total: FigureBase) -> bool:
    """Whether a figure is the level before, by the words before it."""
    near = abs(total.start - one.start) <= 2 * MOST_APART and _years_apart(one, total) <= 1
    alike = _alike(one, total) and one.change is None and one.value is not None
    had = _HAD.search(text, one.sentence[0], one.start) is not None
    return near and alike and had and not _ADDED.search(text, max(one.sentence[0], one.start - JUST), one.start)


def _years_apart(one: FigureBase, other: FigureBase) -> int:
    """How many years lie between the periods of two figures; 0 where one says none."""
    mine, theirs = days_of(one.period), days_of(other.period)
    if mine.last is None or theirs.last is None:
        return 0
    return abs(theirs.last.year - mine.last.year)


def _too_few(new: FigureBase, total: FigureBase) -> Draft:
    assert new.value is not None
    explanation = Explanation(
        vi=f"“{new.text}” mới thêm đã nhiều hơn tổng số “{total.text}”.",
        en=f"“{new.text}” that were added are more than the total “{total.text}”.",
    )
    least = Interval(claimed(new).low, None)
    worked = f"{bounds_written(claimed(total))} < {written(new.value)}"
    return Draft("change", "refuted", (total, new), explanation, claimed(total), least, worked)
