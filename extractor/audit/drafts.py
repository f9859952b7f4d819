"""What a check hands over, and the finding that it becomes: its id, how grave it is, how sure, and its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from hashlib import blake2b
from typing import Literal, NamedTuple

from extractor.audit.numbers import distance
from extractor.dataset.claims import Interval
from extractor.model.records import (
    Article,
    Bounds,
    Explanation,
    FigureBase,
    Finding,
    OfficialRow,
    QuotedSentence,
)
from extractor.model.shapes import Check, Severity, Verdict

Part = Literal["quantity", "item", "place", "period", "status"]
FAR, NEAR = Decimal("0.1"), Decimal("0.01")  # off by a tenth of what it should be, and by a hundredth


class Audited(NamedTuple):
    """An article with its figures in their order, and the fact that each of them states."""

    article: Article
    figures: tuple[FigureBase, ...]
    facts: Mapping[str, str]  # fact ids by figure ids


class Draft(NamedTuple):
    """What a check says of figures, the one in doubt first; `rests_on` are their parts that it takes for right."""

    check: Check
    verdict: Verdict
    figures: tuple[FigureBase, ...]
    explanation: Explanation
    stated: Interval | None = None
    expected: Interval | None = None
    arithmetic: str | None = None
    rests_on: tuple[Part, ...] = ("quantity",)
    record: OfficialRow | None = None
    severity: Severity | None = None  # None: by how far what is stated lies from what is expected
    quoted: tuple[QuotedSentence, ...] = ()  # sentences besides those of the figures


def finding(draft: Draft, facts: Mapping[str, str]) -> Finding:
    """The finding of a draft; `facts` are the ids of facts by those of the figures that state them."""
    ids = tuple(figure.id for figure in draft.figures)
    row = (draft.record.file, draft.record.row) if draft.record else ()
    sentences = tuple(dict.fromkeys((*draft.quoted, *map(_sentence, draft.figures))))
    return Finding(
        id=_stable_id((draft.check, *ids, *row, *draft.quoted)), check=draft.check, verdict=draft.verdict,
        severity=draft.severity or _severity(draft), figures=ids,
        facts=tuple(dict.fromkeys(facts[name] for name in ids if name in facts)),
        articles=tuple(dict.fromkeys(one.article for one in sentences)),
        record=draft.record, stated=_bounds(draft.stated), expected=_bounds(draft.expected),
        arithmetic=draft.arithmetic, explanation=draft.explanation,
        sentences=sentences,
        confidence=confidence(draft.figures, draft.rests_on),
    )  # fmt: skip


def _sentence(figure: FigureBase) -> QuotedSentence:
    return QuotedSentence(article=figure.article_id, start=figure.sentence[0], end=figure.sentence[1])


def confidence(figures: tuple[FigureBase, ...], parts: tuple[Part, ...]) -> float:
    """That of the least sure part of any of the figures: a check is no surer than what it takes for right."""
    return min((getattr(figure.confidence, part) for figure in figures for part in parts), default=1.0)


def _severity(draft: Draft) -> Severity:
    """How grave it is: a number that is off by a tenth, or cannot be at all, is; one off by a rounding is not."""
    if draft.verdict != "refuted":
        return "low"
    if draft.stated is None or draft.expected is None:
        return "high"
    off = distance(draft.stated, draft.expected)
    return "high" if off >= FAR else "medium" if off >= NEAR else "low"


def _bounds(interval: Interval | None) -> Decimal | Bounds | None:
    """An interval as a record has it: one number where it holds only one."""
    if interval is None:
        return None
    if interval.low is not None and interval.low == interval.high:
        return interval.low
    return Bounds(low=interval.low, high=interval.high)


def _stable_id(parts: tuple[object, ...]) -> str:
    return "d" + blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
