"""n of m where n is larger: more than all there are, unless m is what was planned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.audit.drafts import Audited, Draft
from extractor.audit.numbers import HUNDRED, claimed, in_english, written
from extractor.dataset.claims import Interval
from extractor.language.patterns import lowered
from extractor.lexicon.breakdowns import FULL
from extractor.model.records import Explanation, FigureBase

BEFORE, BEHIND = 25, 30  # characters before and behind in which a plan is named
_PLANNED = re.compile(
    r"\b(?:kế\s+hoạch|chỉ\s+tiêu\s+(?:giao|được\s+giao|đề\s+ra)|dự\s+toán|nghị\s+quyết|vượt|được\s+giao|giao\s+(?:đầu|cả)|"
    r"mục\s+tiêu|đăng\s+ký|công\s+suất)\b"
)
_SHARE = re.compile(
    r"[\s,;(]*(?:tức\s+|tương\s+đương\s+)?(?:đạt|bằng|=|chiếm)?\s*(?:tỷ\s+lệ\s+)?(?:hơn\s+|gần\s+)?(\d+)(?:,\d+)?\s?%"
)
_FURTHER_SHARE = re.compile(
    r"[^.;()\d]{0,80}\b(?:đạt|bằng|chiếm)\s+(?:tỷ\s+lệ\s+)?(?:hơn\s+|gần\s+|trên\s+)?(\d+)(?:,\d+)?\s?%"
)


def check(audited: Audited) -> Iterator[Draft]:
    """The ratios of an article of which more than all is said."""
    text = lowered(audited.article.text)
    for figure in audited.figures:
        if _is_more_than_all(figure) and not _of_a_plan(text, figure):
            yield _draft(figure)


def _is_more_than_all(figure: FigureBase) -> bool:
    """Whether n is said to be more than m."""
    if figure.value is None or figure.total is None or figure.modifier not in ("exact", "more_than", "at_least"):
        return False
    return figure.value > figure.total


def _of_a_plan(text: str, figure: FigureBase) -> bool:
    """Whether m may be what was planned, or a share above a hundred is said with it."""
    start, end = figure.sentence
    if (share := _SHARE.match(text, figure.end, end)) is not None:
        return int(share[1]) > HUNDRED
    if figure.unit.lower().split(",")[0] in FULL:
        return False
    if (share := _FURTHER_SHARE.match(text, figure.end, end)) is not None and int(share[1]) > HUNDRED:
        return True
    around = text[max(start, figure.start - BEFORE) : min(end, figure.end + BEHIND)]
    return bool(_PLANNED.search(around))


def _draft(figure: FigureBase) -> Draft:
    assert figure.value is not None
    assert figure.total is not None
    n, m = written(figure.value), written(figure.total)
    explanation = Explanation(
        vi=f"“{figure.text}” nói {n} trên tổng số {m}, nhiều hơn cả tổng số.",
        en=f"“{figure.text}” says {in_english(figure.value)} out of {in_english(figure.total)}, more than there are.",
    )
    most = Interval(None, figure.total)
    return Draft("ratio", "refuted", (figure,), explanation, claimed(figure), most, f"{n} > {m}")
