"""Whether a figure is planned, chosen by what the words of plans say, and by what its sentence and the ones before tell of."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.extraction.discourse import Given, SentenceView
from extractor.extraction.rules.resolving import ends_later
from extractor.language.patterns import re_pattern
from extractor.model.shapes import Candidate, Decided, Frame, Status

NEAR = 3  # sentences
RIGHT_BEFORE = 100  # characters before a figure
AHEAD = ("plan", "design", "past")  # what a sentence tells of that says most of whether another is planned
# Where the words say nothing, or do so of plans and of what was done alike: nếu, yêu cầu.
DOUBTFUL = frozenset(("status.sẽ", "status.done_since", "status.none", "status.nếu", "status.yêu_cầu", "status.dự_báo", "status.phải_bầu", "status.phải_đóng", "status.phải"))
_DESIGNED = re_pattern(r"\b(?:quy\s+hoạch|thiết\s+kế|dự\s+kiến|công\s+suất|quy\s+mô|chủ\s+trương|phê\s+duyệt|được\s+phép|giai\s+đoạn)\b[^,;.]{0,40}$")
_BY_DESIGN = re_pattern(r"\b(?:theo\s+(?:quy\s+hoạch|thiết\s+kế|bảng|tiêu\s+chí)|(?:công\s+suất|tốc\s+độ|vận\s+tốc|diện\s+tích|kinh\s+phí)\s+(?:thiết\s+kế|quy\s+hoạch|dự\s+kiến)|chỉ\s+được\s+phép|từ\s+nay\s+đến|ước\s+tính)\b")
_ONLY_THEN = re_pattern(r"\b(?:mới\s+(?:đạt|được|có|đủ)|thì\s+mới)\b")
_WILL_BEHIND = re_pattern(r"[^.;]{0,60}?\b(?:sẽ|dự\s+kiến|phải|cần)\b")
_DONE = re_pattern(r"\b(?:đã|được|vừa|đạt|có|còn)\s+(?:[^\W\d_]+\s+){0,2}(?:hơn|gần|trên|khoảng)?\s*$")


def decide(stated: Decided[Status], frame: Frame, view: SentenceView, given: Given, *, announced: bool) -> Decided[Status]:
    """The likelier status of a figure; `stated` is what the words of plans say, which most of them say rightly."""
    if stated.rule not in DOUBTFUL:
        return stated
    evidence = tuple(_evidence(stated, frame, view, given, announced=announced))
    other: Status = "actual" if stated.value == "target" else "target"
    rules = {stated.value: stated.rule, other: "status.told_as_planned" if other == "target" else "status.told_as_done"}
    choice = given.choosers.status.choose(tuple(Candidate(status, rules[status], evidence if status == "target" else ()) for status in (stated.value, other)))
    return Decided(choice.chosen.value, choice.chosen.rule, choice)


def _evidence(stated: Decided[Status], frame: Frame, view: SentenceView, given: Given, *, announced: bool) -> Iterator[str]:
    """What speaks for a plan, and against it."""
    timeline, quantity = given.timeline, frame.quantity
    own = timeline.passages[view.at]
    yield "planned"
    yield f"by words: {stated.rule}"
    yield f"by words: {stated.value}"
    yield from (f"told with {sort}" for sort in own.tells if sort in AHEAD)
    near = [timeline.passages[at] for at in range(max(own.open_to, view.at - NEAR), view.at)]
    paragraph = {sort for passage in near for sort in passage.tells}
    last = timeline.passages[view.at - 1].tells if view.at else ()
    for sort in (*AHEAD, "project", "result"):
        if sort in paragraph:
            yield f"paragraph tells of {sort}"
            yield f"paragraph tells of {sort}, by words: {stated.value}"
        if sort in last:
            yield f"sentence before tells of {sort}"
    yield f"plans told: {timeline.plans}"
    yield f"plans told: {timeline.plans}, {'past' if 'past' in own.tells else 'no past'}"
    if quantity.kind in ("length", "area", "volume", "money", "mass"):
        yield f"a size, plans told: {timeline.plans}"
    if announced:
        yield "announced"
    before = max(0, len(frame.low_head) - RIGHT_BEFORE)
    if _DESIGNED.search(frame.low_head, before):
        yield "designed"
    if _BY_DESIGN.search(frame.low_head):
        yield "by design"
    if quantity.amount.modifier in ("at_least", "at_most"):
        yield "a limit"
    if "project" in timeline.story and ("plan" in timeline.story or "design" in timeline.story):
        yield f"a project ahead: {'past' if 'past' in own.tells else 'no past'}"
    if _ONLY_THEN.search(frame.low_rest):
        yield "only then"
    if _WILL_BEHIND.match(frame.low_after):
        yield "will behind"
    if _DONE.search(frame.low_head, before):
        yield "done right before"
    late = [ends_later(reading.value, given.anchor) for said in own.said if not said.time.compared for reading in said.readings[:1]]
    yield "no time" if not late else "a time to come" if any(late) else "a time in the past"
