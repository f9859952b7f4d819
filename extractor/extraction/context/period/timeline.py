"""The times that an article tells, found once: what each may mean, how it stands, and what is told around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from extractor.extraction.discourse import Fact, Passage, Reading, Said, SentenceView, Timeline
from extractor.extraction.rules.resolving import is_day, resolve
from extractor.extraction.rules.times import TimeExpression
from extractor.language.patterns import WORD_OR_DIGITS
from extractor.lexicon.tellings import TELLINGS
from extractor.model.edtf import days_of
from extractor.model.shapes import Anchor, Candidate, Quantity

OPENING_SENTENCES = 3  # behind the title: in them an article says what it tells of
LONGEST_HEADING = 16  # words
FEW_TIMES = 2
SHORT, MIDDLING = 5, 11  # sentences with figures
AHEAD = frozenset(("plan", "design"))
SMALL = 3  # numbers up to it are stated again of other things
STARTS = 12  # characters: the time that opens a sentence stands at its head


def timeline_of(views: Sequence[SentenceView], anchor: Anchor) -> Timeline:
    """The times of an article by its sentences."""
    behind_title = [at for at, view in enumerate(views) if view.sentence.role != "title"]
    opens = {at for at, view in enumerate(views) if view.sentence.role != "body"} | {*behind_title[:OPENING_SENTENCES]}
    passages: list[Passage] = []
    for at, view in enumerate(views):
        passages.append(_passage(at, view, passages, anchor, opening=at in opens))
    opening = tuple(said for at in sorted(opens) for said in passages[at].said)
    story = tuple(sorted({sort for at in opens for sort in passages[at].tells}))
    dated = tuple(at for at, passage in enumerate(passages) if passage.said)
    figures = [passages[at] for at, view in enumerate(views) if view.quantities]
    size = "short" if len(figures) < SHORT else "middling" if len(figures) < MIDDLING else "long"
    known = tuple(_known(passages, figures, anchor))
    handed = _handed(opening, passages, views)
    return Timeline(tuple(passages), opening, tuple(_fixed(anchor)), dated, _facts(views), size, known, story, _plans(figures), *handed)


def _facts(views: Sequence[SentenceView]) -> dict[Fact, tuple[int, ...]]:
    """The sentences that state a quantity, but for small numbers, which count other things each time."""
    facts: dict[Fact, list[int]] = {}
    for at, view in enumerate(views):
        for quantity in view.quantities:
            if quantity.value is not None and abs(quantity.value) > SMALL:
                facts.setdefault(fact_of(quantity), []).append(at)
    return {fact: tuple(stated) for fact, stated in facts.items()}


def _plans(figures: Sequence[Passage]) -> str:
    """How much of what an article tells with figures is of plans."""
    ahead = sum(not AHEAD.isdisjoint(passage.tells) and "past" not in passage.tells for passage in figures)
    return "none" if not ahead else "few" if ahead * 4 < len(figures) else "some" if ahead * 2 < len(figures) else "most"


def _known(passages: Sequence[Passage], figures: Sequence[Passage], anchor: Anchor) -> Iterator[str]:
    """How many times an article tells."""
    said = [said for passage in passages for said in passage.said]
    periods = len({one.readings[0].days for one in said if not one.time.compared and one.readings[0].value})
    dated = sum(any(not one.time.compared for one in passage.said) for passage in figures)
    yield "with a publication day" if anchor.published else "without a publication day"
    yield "no time in the article" if not said else "few times in the article" if len(said) <= FEW_TIMES else "several times in the article"
    yield "only time" if periods == 1 else "two times" if periods == 2 else "few times" if periods < 5 else "many times"
    yield "few dated" if dated * 4 < len(figures) else "some dated" if dated * 2 < len(figures) else "most dated"


def fact_of(quantity: Quantity) -> Fact:
    """What a quantity is told by when it is stated again."""
    return quantity.unit.split()[0].lower() if quantity.unit else "", quantity.value


def _passage(at: int, view: SentenceView, earlier: Sequence[Passage], anchor: Anchor, *, opening: bool) -> Passage:
    """One sentence as it tells of times."""
    sentence, before = view.sentence, earlier[-1] if earlier else None
    tells = _tells(view.low) if view.quantities or view.times or opening else ()
    heads = bool(view.times) and not view.quantities and len(view.low.split()) <= LONGEST_HEADING and view.low.rstrip()[-1:] not in (".", ";", ",", "!", "?")
    goes_on = before is not None and not heads and (before.heads or before.paragraph == sentence.paragraph or sentence.listed)
    said = tuple(_said(at, view, time, anchor, tells, heads=heads) for time in view.times)
    return Passage(sentence.paragraph, said, tells, heads, before.open_to if before and goes_on else at)


def _tells(low: str) -> tuple[str, ...]:
    """What a sentence tells of, by its words."""
    words = WORD_OR_DIGITS.findall(low)
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    threes = [f"{pair} {word}" for pair, word in zip(pairs, words[2:], strict=False)]
    return tuple(sorted({TELLINGS[one] for one in (*words, *pairs, *threes) if one in TELLINGS}))


def _said(at: int, view: SentenceView, time: TimeExpression, anchor: Anchor, tells: tuple[str, ...], *, heads: bool) -> Said:
    traits = [
        name
        for name, holds in (
            ("leading", time.leading),
            ("at the head", time.start < STARTS),
            ("named", time.named),
            ("planned", time.planned),
            ("compared", time.compared),
            ("with figures", bool(view.quantities)),
            ("heading", heads),
            ("in a list", view.sentence.listed),
            ("in a table", view.sentence.cell is not None),
        )
        if holds
    ]
    return Said(at, time, tuple(_readings(time, anchor)), shape_of(time), tuple(traits))


_RESULTS = frozenset(("month", "months", "year", "years", "since_until_now", "until", "until a day", "since_term", "term"))
_DAYS = frozenset(("day", "relative day", "days"))
_HAPPENS = ("giving", "festival", "disaster", "crime")


def _handed(opening: Sequence[Said], passages: Sequence[Passage], views: Sequence[SentenceView]) -> tuple[Said | None, str]:
    """The time that the opening may hand on to all that follows, and what for: results, an event, a meeting …"""
    own = [said for said in opening if not said.time.compared and not said.time.planned and said.readings[0].value is not None]
    for said in own:
        tells = passages[said.at].tells
        reviewed = "review" in tells or "meeting" in tells
        if said.shape in _RESULTS and not (said.time.named and not reviewed) and (said.time.leading or reviewed or views[said.at].sentence.role == "title"):
            return said, "results reviewed" if reviewed else "results"
    for said in own:
        tells = passages[said.at].tells
        if said.shape in _DAYS and (said.time.leading or views[said.at].sentence.role != "body"):
            what = "meeting" if "meeting" in tells or "saying" in tells else next((sort for sort in _HAPPENS if sort in tells), "a day")
            return said, what
    return None, "nothing"


def shape_of(time: TimeExpression) -> str:
    """What sort of time an expression says, in a word."""
    first, last = time.first, time.last
    if time.bound != "at":
        return "until a day" if time.bound == "until" and last is not None and last.day else time.bound
    if first is None or last is None:
        return "unknown"
    if is_day(time):
        return "relative day" if first.of else "day"
    if first == last:
        return "month" if first.month or first.of else "year"
    return "days" if first.day or last.day else "months" if first.month or first.of else "years"


def _readings(time: TimeExpression, anchor: Anchor) -> Iterator[Reading]:
    """What an expression may mean, each period once."""
    seen: set[object] = set()
    for value, how in _meanings(time, anchor):
        days = days_of(value) if value else None
        if days not in seen:
            seen.add(days)
            yield Reading(value, days, how)


def _meanings(time: TimeExpression, anchor: Anchor) -> Iterator[tuple[str | None, str]]:
    stands = resolve(time, anchor, "actual")
    yield stands, "as it stands"
    yield resolve(time, anchor, "target"), "as a target"
    last = time.last or time.first
    if last is None or stands is None:
        return
    due = resolve(replace(time, bound="at", first=last, last=last), anchor, "actual")
    if due is None:
        return
    if time.bound in ("since", "since_until_now"):
        yield due, "when it began"
    else:
        yield f"../{due}", "up to it"
    if time.bound == "at" and time.first == time.last:
        yield f"{due}/..", "since it"
        if anchor.published:
            yield f"{due}/{anchor.published.isoformat()}", "from it to the publication"
    if len(due) > len("2023-09"):
        yield due[:7], "its month"
    yield due[:4], "its year"


def _fixed(anchor: Anchor) -> Iterator[Candidate[str | None]]:
    """The periods of the article as a whole; what speaks for each is told with the figure."""
    if day := anchor.published:
        today = day.isoformat()
        values = {
            "publication day": today, "up to the publication": f"../{today}", "year of publication": str(day.year),
            "year before": str(day.year - 1), "since new year": f"{day.year}-01/{today}",
        }  # fmt: skip
        for name, value in values.items():
            yield Candidate(value, "period.published", (name,))
    elif anchor.year:
        yield Candidate(str(anchor.year), "period.published", ("the only year",))
    if anchor.event:
        yield Candidate(anchor.event, "period.event", ("the event",))
    if anchor.term:
        yield Candidate(f"{anchor.term[0]}/{anchor.term[1]}", "period.term", ("the term",))
