"""The periods that a figure may have, each with the evidence of every expression of time that may mean it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from extractor.extraction.context.period.figure import TOLD, about, kind_of
from extractor.extraction.context.period.timeline import fact_of
from extractor.extraction.discourse import Given, Passage, Reading, Said, SentenceView, Timeline
from extractor.extraction.rules.resolving import ends_later
from extractor.language.patterns import re_pattern
from extractor.model.edtf import Days, days_of
from extractor.model.shapes import Candidate, Change, Frame, Quantity, Status

FARTHEST = 8  # expressions of earlier sentences
MOST_OWN = 8  # expressions to each side in the same sentence
MOST_AGAIN = 4  # sentences that state the same quantity
_CLAUSE_MARK = re_pattern(r"[;!?]\s|\.\s")
_BESIDE = re_pattern(r"\s*\(?\s*(?:(?:vào|của|ở|trong)\s+)?")
_COMMA = re_pattern(r",\s")


class Gathered:
    """Candidates as they are gathered: those of one period are one, with all evidence for it."""

    def __init__(self) -> None:
        self._found: dict[Days | None, tuple[str | None, str, dict[str, None]]] = {}

    def add(self, value: str | None, days: Days | None, rule: str, evidence: Iterable[str]) -> None:
        """One way to come by a period."""
        if days in self._found:
            self._found[days][2].update(dict.fromkeys(evidence))
        else:
            self._found[days] = (value, rule, dict.fromkeys(evidence))

    def candidates(self) -> tuple[Candidate[str | None], ...]:
        """Each period once, in the order in which they came."""
        return tuple(Candidate(value, rule, tuple(evidence)) for value, rule, evidence in self._found.values())


def candidates(frame: Frame, view: SentenceView, given: Given, status: Status, change: Change | None) -> tuple[Candidate[str | None], ...]:
    """Every period that a figure may have."""
    timeline, found = given.timeline, Gathered()
    passage = timeline.passages[view.at]
    figure = about(frame, view, passage, status, change)
    for said, where, evidence in _own(frame, passage, status):
        _add(found, said, f"period.{said.time.rule.removeprefix('time.')}", where, [*evidence], given, status)
    for said, evidence in _again(frame, view, timeline):
        _add(found, said, "period.again", "again", evidence, given, status)
    for said, where, evidence in _earlier(view, timeline, figure, status):
        _add(found, said, "period.paragraph", where, evidence, given, status)
    for said, where, evidence in _opening(view, timeline, figure, status):
        _add(found, said, "period.lead", where, evidence, given, status)
    tells = [trait for trait in figure if trait.startswith(TOLD)]
    for one in timeline.fixed:
        name = one.evidence[0]
        found.add(one.value, days_of(one.value), one.rule, (name, *(f"{name}: {trait}" for trait in tells)))
    plain = [trait for trait in figure if not trait.startswith(TOLD)]
    known = (*timeline.known, f"handed on for {timeline.handed_for}")
    found.add(None, None, "period.none", ("none", *(f"none: {one}" for one in (*known, *plain))))
    return found.candidates()


def _add(found: Gathered, said: Said, rule: str, where: str, evidence: Iterable[str], given: Given, status: Status) -> None:
    """What an expression may mean, each with what speaks for that meaning; the plain one has all that speaks for the expression."""
    plain = _plain(said, given, status)
    for reading in said.readings:
        late = "late" if ends_later(reading.value, given.anchor) else "in time"
        known = "unknown" if reading.value is None else "known"
        how = "plain" if reading is plain else reading.how
        own = (f"{how}, {where}", f"{how}: {said.shape}", f"{how}: {status}, {late}", f"{where}: {known}")
        found.add(reading.value, reading.days, rule, (*evidence, *own) if reading is plain else own)


def _plain(said: Said, given: Given, status: Status) -> Reading:
    """What an expression means first: of a plan, or of a time to come, that time itself: đến năm 2030."""
    first = said.readings[0]
    if said.shape.startswith("until") and (status == "target" or ends_later(first.value, given.anchor)):
        return next((one for one in said.readings if one.how == "as a target"), first)
    return first


class _Around(NamedTuple):
    """What a figure's sentence says of times around it."""

    only: bool  # no more than one, but for those compared with
    before: bool  # some stand before the figure
    led: bool  # one of these opens its clause
    beside: bool  # one stands right behind the figure


def _own(frame: Frame, passage: Passage, status: Status) -> Iterator[tuple[Said, str, list[str]]]:
    """The expressions of the figure's own sentence, the nearest before it first, with how they stand to it."""
    start, end, text = frame.quantity.start, frame.quantity.end, frame.sentence.text
    plain = [said for said in passage.said if not said.time.compared]
    before = sorted((said for said in passage.said if said.time.end <= start), key=lambda said: (said.time.compared, -said.time.end))
    behind = sorted((said for said in passage.said if said.time.start >= end), key=lambda said: (said.time.compared, said.time.start))
    beside = bool(behind) and _BESIDE.fullmatch(text, end, behind[0].time.start) is not None
    led = any(said.time.leading for said in before if not said.time.compared)
    around = _Around(len(plain) == 1, bool(before), led, beside)
    for side, row in (("before", before), ("behind", behind)):
        for rank, said in enumerate(row[:MOST_OWN]):
            if side == "before" and _in_brackets_of(frame.previous, said, text):
                yield said, "of another", ["of another figure"]
            elif said.time.compared:
                others = "others" if plain else "only one"
                yield said, "compared", [f"compared {side}", f"compared {side}: {said.shape}", f"compared {side}: {others}"]
            else:
                nth = "nearest" if rank == 0 else "second" if rank == 1 else "farther"
                stands = _behind(frame, said, around) if side == "behind" else _before(frame, said, around)
                own = f"own {side}"
                yield said, "own", [own, *(f"{own}: {one}" for one in (nth, *stands, *said.traits)), f"{own}, {status}: {said.shape}",
                                    f"{own}, {_planned(said)}: {status}", *([f"{own}: only one"] if around.only else ())]  # fmt: skip


def _in_brackets_of(other: Quantity | None, said: Said, text: str) -> bool:
    """Whether an expression stands in brackets right behind another figure: từ 12% (năm 2020) xuống 4%."""
    return other is not None and other.end <= said.time.start and text[other.end : said.time.start].strip() == "("


def _planned(said: Said) -> str:
    return "planned" if said.time.planned else "not planned"


def _before(frame: Frame, said: Said, around: _Around) -> Iterator[str]:
    """How an expression stands before the figure."""
    yield said.shape
    yield _between(frame.head[said.time.end :])
    if around.led and not said.time.leading:
        yield "another leads"
    if around.beside:
        yield "another right behind"
    if frame.previous and frame.previous.start >= said.time.end:
        yield "a figure between"


def _behind(frame: Frame, said: Said, around: _Around) -> Iterator[str]:
    """How an expression stands behind the figure."""
    gap = frame.sentence.text[frame.quantity.end : said.time.start]
    yield said.shape
    yield _between(gap)
    yield "others before" if around.before else "none before"
    if _BESIDE.fullmatch(gap):
        yield "right behind"
    if frame.following and frame.following.start < said.time.start:
        yield "a figure between"


def _between(gap: str) -> str:
    return "in another clause" if _CLAUSE_MARK.search(gap) else "behind a comma" if _COMMA.search(gap) else "in its clause"


def _again(frame: Frame, view: SentenceView, timeline: Timeline) -> Iterator[tuple[Said, list[str]]]:
    """The expressions of other sentences that state the same quantity, with where those stand."""
    for at in islice((at for at in timeline.facts.get(fact_of(frame.quantity), ()) if at != view.at), MOST_AGAIN):
        side = "behind" if at > view.at else "before"
        said = [one for one in timeline.passages[at].said if not one.time.compared]
        for rank, one in enumerate(said):
            nth = "only one" if len(said) == 1 else "first" if rank == 0 else "farther"
            yield one, [f"again {side}", *(f"again: {sign}" for sign in (nth, one.shape, *one.traits))]


def _earlier(view: SentenceView, timeline: Timeline, figure: tuple[str, ...], status: Status) -> Iterator[tuple[Said, str, list[str]]]:
    """The expressions of the sentences before, the last first, with how far they lie."""
    own = timeline.passages[view.at]
    dated = any(not said.time.compared for said in own.said)
    plain = [trait for trait in figure if not trait.startswith(TOLD)]
    rank = 0
    for index in reversed(timeline.dated[: bisect_left(timeline.dated, view.at)]):
        passage, gap = timeline.passages[index], view.at - index
        where = "paragraph" if index >= own.open_to else "heading" if passage.heads else "before"
        far = "1 back" if gap == 1 else "2 back" if gap == 2 else "3-4 back" if gap < 5 else "5-8 back" if gap < 9 else "far back"
        for said in reversed(passage.said):
            if said.shape == "vague" or said.time.compared:
                continue
            nth = "last" if rank == 0 else "second" if rank == 1 else "farther"
            if dated:
                yield said, f"{where} beside own", [f"{where} beside own", f"{where} beside own: {nth}", f"{where} beside own: {said.shape}"]
            else:
                signs = (said.shape, far, nth, *said.traits, *plain)
                yield said, where, [where, *(f"{where}: {sign}" for sign in signs), f"{where}, {_planned(said)}: {status}"]
            rank += 1
            if rank >= FARTHEST:
                return


def _opening(view: SentenceView, timeline: Timeline, figure: tuple[str, ...], status: Status) -> Iterator[tuple[Said, str, list[str]]]:
    """The expressions of the article's opening, with what it and the figure tell of."""
    dated = any(not said.time.compared for said in timeline.passages[view.at].said)
    gap = view.at - timeline.opening[-1].at if timeline.opening else 0
    far = "1-2" if gap < 3 else "3-6" if gap < 7 else "7-15" if gap < 16 else "far"
    for said in timeline.opening:
        if said.at == view.at or said.shape == "vague" or said.time.compared:
            continue
        where = "opening" if said.at < view.at else "behind"
        if dated:
            yield said, f"{where} beside own", [f"{where} beside own", f"{where} beside own: {said.shape}"]
        elif where == "behind":
            yield said, where, [where, f"{where}: {said.shape}", *(f"{where}: {trait}" for trait in said.traits), f"{where}: in the {view.sentence.role}"]
        else:
            evidence = [where, f"{where}: {said.shape}", *(f"{where}: {one}" for one in (far, timeline.size, *timeline.known[1:], *said.traits)), f"{where}, {_planned(said)}: {status}"]
            if said is timeline.handed:
                evidence += _handed(timeline, kind_of(figure))
            yield said, where, evidence


def _handed(timeline: Timeline, kind: str) -> Iterator[str]:
    """What speaks for the time that the opening hands on, by what it hands it on for and what the figure tells."""
    what = f"handed for {timeline.handed_for}"
    yield "handed"
    yield what
    yield f"handed: {kind}"
    yield f"{what}: {kind}"
    yield f"{what}: {timeline.size}"
    yield f"{what}: {timeline.known[-1]}"
