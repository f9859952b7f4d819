"""Quantities to figures: each field decided by its context module, the records put together."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from extractor.extraction import reliability
from extractor.extraction.choice import Chooser
from extractor.extraction.context import action, category, change, item, parts, period, place, planned, status
from extractor.extraction.discourse import Discourse, SentenceView, Told
from extractor.extraction.rules import beside, resolving
from extractor.extraction.rules.modifiers import modifier_distant
from extractor.extraction.rules.rates import spoken_rate
from extractor.language.patterns import re_pattern, regex_pattern
from extractor.lexicon.nouns import PAIRED
from extractor.model.records import MODELS, FigureBase, Place
from extractor.model.shapes import Change, Choice, Decided, Frame, Modifier, Quantity, Sentence, Status

MOST_REMEMBERED = 12  # figures that later ones may be parts of
MOST_SAID = 3  # words between a place and its number that name nothing: trồng được
_LISTED = regex_pattern(r"\s*(?:,|và|,\s*và|cùng)?\s*")
_WITH = regex_pattern(r"\s*(?:với|cùng|và|ở|tại|thuộc)\s*")  # 130 hộ với 1.900 tấn cá bị thiệt hại; 106 thôn ở 36 xã bị ngập


Choices = dict[str, dict[str, Choice[Any]]]  # by the id of the figure and the name of the field


class Fault(Struct, frozen=True):
    """A quantity that an error kept from becoming a figure."""

    sentence: Sentence
    quantity: Quantity
    error: Exception


class Built(Struct, frozen=True):
    """The figures of some sentences in order, what errors cost, the discourse that they leave, and what was chosen among."""

    figures: tuple[FigureBase, ...]
    faults: tuple[Fault, ...]
    discourse: Discourse
    choices: Choices


class _Case(Struct, frozen=True):
    """A figure to be made: its quantity in its sentence, what that says of places, and what its neighbours give it."""

    id: str
    frame: Frame
    view: SentenceView
    shares: beside.Shares  # the numbers that the sentence gives to places
    part: Decided[str | None]  # the id of the figure that it is a part of
    total: Told | None  # that figure
    previous: FigureBase | None  # the figure before it in its sentence
    complement: str | None  # that a list of counted nouns has in common


def build(view: SentenceView, discourse: Discourse) -> Built:
    """The figures of one sentence."""
    spans = [(quantity.start, quantity.end) for quantity in view.quantities]
    shares = beside.shares(view.text, spans, view.mentions, discourse.scene, listed=view.sentence.listed)
    frames = _frames(view)
    ids = [_id(discourse, view, quantity) for quantity in view.quantities]
    wholes = parts.decide(view, ids, discourse, shares)
    totals = {one.id: one for one in discourse.told} | _untold(view, ids)
    figures: list[FigureBase] = []
    faults: list[Fault] = []
    choices: Choices = {}
    previous: FigureBase | None = None
    for name, frame, part, complement in zip(ids, frames, wholes, _shared_complements(frames), strict=True):
        case = _Case(name, frame, view, shares, part, totals.get(part.value or ""), previous, complement)
        try:
            figure, discourse, chosen = _figure(case, discourse)
        except Exception as error:  # it costs this figure, and no other
            faults.append(Fault(view.sentence, frame.quantity, error))
            continue
        figures.append(figure)
        choices[figure.id] = chosen
        previous = figure
        totals[name] = replace(totals[name], item=figure.item)
    lost = {name for name, frame in zip(ids, frames, strict=True) if any(fault.quantity is frame.quantity for fault in faults)}
    kept = tuple(one.model_copy(update={"part_of": None}) if one.part_of in lost else one for one in figures)
    told = [totals[name] for name in ids if name not in lost]
    return Built(kept, tuple(faults), replace(discourse, told=_remembered(discourse, told)), choices)


def _untold(view: SentenceView, ids: Sequence[str]) -> dict[str, Told]:
    """The quantities of a sentence by their ids, before their items are known; the last announces the list below."""
    numbered = [*zip(ids, view.quantities, strict=True)]
    heads = parts.announces(view.low) and not view.sentence.listed
    return {name: Told(name, one, None, view, name == ids[0], heads and name == ids[-1]) for name, one in numbered}


def _remembered(discourse: Discourse, told: Sequence[Told]) -> tuple[Told, ...]:
    """The last figures that were told, and before them the one that announced the list that goes on."""
    every = [*discourse.told, *told]
    announced = [one for one in every[:-MOST_REMEMBERED] if one.announces]
    return (*announced[-1:], *every[-MOST_REMEMBERED:])


def _id(discourse: Discourse, view: SentenceView, quantity: Quantity) -> str:
    """The id of a figure: of its article and its place in it."""
    start, end = discourse.given.clean.raw(*view.sentence.within(quantity.start, quantity.end))
    return "f" + blake2b(f"{discourse.given.id}:{start}:{end}".encode(), digest_size=8).hexdigest()


def _frames(view: SentenceView) -> list[Frame]:
    text, low, quantities = view.text, view.low, view.quantities
    frames = []
    for at, quantity in enumerate(quantities):
        previous = quantities[at - 1] if at else None
        following = quantities[at + 1] if at + 1 < len(quantities) else None
        begin, limit = previous.end if previous else 0, following.start if following else len(text)
        start, end, unit = quantity.start, quantity.end, quantity.unit_start
        frames.append(
            Frame(view.sentence, quantity, text[:start], text[begin:start], text[unit:limit], text[end:limit], text[end:], previous, following,
                  low[:start], low[begin:start], low[unit:limit], low[end:limit], low[end:], low)
        )  # fmt: skip
    return frames


def _shared_complements(frames: list[Frame]) -> list[str | None]:
    """For each counted noun of a list the complement that the last of the list gives them all."""
    shared: list[str | None] = [None] * len(frames)
    for at in range(len(frames) - 2, -1, -1):
        frame, following = frames[at], frames[at + 1]
        own, other = frame.quantity.unit.lower(), following.quantity.unit.lower()
        if (
            {frame.quantity.kind, following.quantity.kind} <= {"count", "ratio"}
            and _LISTED.fullmatch(frame.after)
            and own != other
            and own in PAIRED
        ):
            complement = item.complement(following)
            shared[at] = (complement if not complement.startswith("của ") else None) or shared[at + 1]
        elif frame.quantity.kind == "count" and _WITH.fullmatch(frame.after):
            shared[at] = item.predicate(following) or None
    return shared


def _status_and_period(
    frame: Frame, view: SentenceView, discourse: Discourse, changed: Change | None
) -> tuple[Decided[Status], Decided[str | None]]:
    """Whether a figure is there or planned, and for when: what is told of a time to come is planned."""
    given, announced = discourse.given, discourse.paragraph.planned
    worded = status.decide(frame, announced=announced)
    stated = planned.decide(worded, frame, view, given, announced=announced)
    when = period.decide(frame, view, given, worded.value, changed)
    said = stated.value == "actual" and when.basis == "own"
    if said and resolving.ends_later(when.value, given.anchor) and not status.is_reached(frame):
        stated = Decided("target", "status.to_come", stated.choice)
    return stated, when


def _item(case: _Case, discourse: Discourse) -> tuple[Decided[str], Discourse]:
    """What a figure counts or measures, by its own sentence and by what was told before; the discourse with it noted."""
    frame, quantity, shares = case.frame, case.frame.quantity, case.shares
    of_total = case.total.item if case.total and discourse.only_class else None
    previous = case.previous.item if case.previous else None
    told_more = previous != (frame.previous and frame.previous.unit)
    alike = previous if told_more and of_total is None and _goes_on(frame, shares) else None
    fact = (quantity.unit.lower(), quantity.value)
    told, paragraph = discourse.items.get(fact), discourse.paragraph
    known = item.Known(
        of_total or alike, previous, case.complement, told, paragraph.items, discourse.section.heading
    )
    found = item.decide(_as_listed(frame, shares), known)
    if told is None and found.value != quantity.unit:
        discourse = replace(discourse, items=discourse.items.noting(fact, found.value))
    if (cell := frame.sentence.cell) and cell.item:
        found = Decided(cell.item, "item.table")
    if quantity.kind in ("count", "ratio") and len(found.value) > len(quantity.unit):
        items = {**paragraph.items, quantity.unit.split()[0].lower(): found.value}
        discourse = replace(discourse, paragraph=replace(paragraph, items=items))
    return found, discourse


_LISTED_END = re_pattern(r"\s*(?:[,;.)]|$|và\b)")


def _goes_on(frame: Frame, shares: beside.Shares) -> bool:
    """Whether a place's number goes on with what the place before it has: Bắc Hà trồng 120 ha chè, Bảo Yên 80 ha."""
    previous, start = frame.previous, frame.quantity.start
    if previous is None or previous.kind == "percent" or start in shares.parted or not {start, previous.start} <= shares.names.keys():
        return False
    plain = start in shares.turns or _says_no_more(frame, shares)
    return plain and previous.unit == frame.quantity.unit and bool(_LISTED_END.match(frame.low_after))


def _says_no_more(frame: Frame, shares: beside.Shares) -> bool:
    """Whether no more than a verb stands between a place and its number: not Thủ Đức có tổng mức đầu tư 1.915 tỷ."""
    start, end = shares.names[frame.quantity.start]
    between = frame.head[end:].strip(" :(-–").split() if end <= frame.quantity.start else []
    return start in shares.shared or len(between) < MOST_SAID


def _as_listed(frame: Frame, shares: beside.Shares) -> Frame:
    """The frame of a number in a list by place with what is said of all of them: thu nhập | của xã A và xã B lần lượt là."""
    if (end := shares.shared.get(frame.quantity.start)) is not None:
        begin = len(frame.head) - len(frame.before)
        before, low = frame.head[begin:end], frame.low_head[begin:end]
        frame = frame._replace(head=frame.head[:end], low_head=frame.low_head[:end], before=before, low_before=low)
    if (last := shares.turns.get(frame.quantity.start, 0)) <= frame.quantity.end:
        return frame
    rest, low = frame.sentence.text[last:], frame.low_rest[last - frame.quantity.end :]
    return frame._replace(after=rest, low_after=low, tail=rest, low_tail=low, rest=rest, low_rest=low)


def _category(case: _Case, where: Decided[Place | None], chooser: Chooser) -> Decided[str | None]:
    """The class of the total that a figure gives; none where it is the total's number for one place."""
    if (cell := case.frame.sentence.cell) and cell.item:
        return Decided(cell.category, "category.table" if cell.category else "category.none")
    if _is_of_place(case, where):
        return Decided(None, "category.none")
    return category.decide(case.frame, case.view, part=case.part.value is not None, chooser=chooser)


def _is_of_place(case: _Case, where: Decided[Place | None]) -> bool:
    """Whether a figure is a place's part of a total: 120 hộ, trong đó xã A 40 hộ."""
    return where.basis == "list" and case.part.value is not None


def _gives_only_class(case: _Case, where: Decided[Place | None], discourse: Discourse) -> bool:
    """Whether a part says no more than its class or its place, so that it counts what its total does."""
    if case.total is None or not case.total.item:
        return False
    plain = _is_of_place(case, where) and _says_no_more(case.frame, case.shares)
    return plain or category.only_class(case.frame, case.total.quantity, series=discourse.only_class)


def _modifier(frame: Frame) -> Decided[Modifier]:
    """What is said around the number: beside it, else further on in its sentence."""
    amount = frame.quantity.amount
    distant = modifier_distant(frame.low_head, frame.low_before) if amount.modifier == "exact" else None
    return Decided(distant.modifier, distant.rule) if distant else Decided(amount.modifier, amount.modifier_rule)


def _per(frame: Frame) -> Decided[str | None]:
    """What a figure is for each of: behind a slash, or in words."""
    per = frame.quantity.per
    spoken = spoken_rate(frame.low_head, frame.low_before, frame.low_after, frame.quantity.kind)
    if spoken and spoken[0] not in (per or ""):
        return Decided(f"{spoken[0]}/{per}" if per else spoken[0], spoken[1])
    return Decided(per, "per.slash" if per else "per.none")


def _figure(case: _Case, discourse: Discourse) -> tuple[FigureBase, Discourse, dict[str, Choice[Any]]]:
    """One figure with every field and the rule that gave it, the discourse with what it tells, and what was chosen among."""
    frame, quantity, given = case.frame, case.frame.quantity, discourse.given
    sentence = frame.sentence
    changed = change.decide(frame)
    done = action.decide(frame, case.view, given.choosers.action, previous=case.previous.action if case.previous else "")
    stated, when = _status_and_period(frame, case.view, discourse, changed.value)
    where = place.decide(frame, case.view.at, discourse.given, case.shares)
    of_class = _category(case, where, given.choosers.category)
    discourse = replace(discourse, only_class=_gives_only_class(case, where, discourse))
    named, discourse = _item(case, discourse)
    modifier, per = _modifier(frame), _per(frame)
    start, end = given.clean.raw(*sentence.within(quantity.start, quantity.end))
    rules = {
        "value": quantity.rule, "modifier": modifier.rule, "item": named.rule, "status": stated.rule, "change": changed.rule,
        "place": where.rule, "period": when.rule, "per": per.rule, "action": done.rule, "category": of_class.rule, "part_of": case.part.rule,
    }  # fmt: skip
    figure = MODELS[quantity.kind].model_validate({
        "id": case.id,
        "article_id": given.id, "start": start, "end": end, "text": given.text[start:end],
        "kind": quantity.kind, "value": quantity.value, "low": quantity.low, "high": quantity.high, "modifier": modifier.value,
        "unit": quantity.unit, "item": named.value, "category": of_class.value, "action": done.value, "total": quantity.amount.total,
        "per": per.value, "change": changed.value, "status": stated.value, "place": where.value, "period": when.value,
        "part_of": case.part.value, "sentence": given.clean.raw(*sentence.whole), "rule": rules,
        "confidence": {
            "quantity": reliability.of_rules(rules[name] for name in reliability.QUANTITY_RULES),
            "item": reliability.of(named), "place": reliability.of(where), "period": reliability.of(when),
            "status": reliability.of(stated),
        },
    })  # fmt: skip
    chosen = {
        "place": where.choice, "period": when.choice, "part_of": case.part.choice,
        "category": of_class.choice, "status": stated.choice, "action": done.choice,
    }  # fmt: skip
    return figure, discourse, {name: choice for name, choice in chosen.items() if choice is not None}
