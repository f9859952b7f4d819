"""Quantities to figures: each field decided by its context module, the records put together."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from hashlib import blake2b

import regex

from extractor.extraction.context import action, category, change, focus, item, parts, period, place, status
from extractor.extraction.reliability import confidence
from extractor.extraction.rules import beside, locatives
from extractor.extraction.rules.modifiers import modifier_distant
from extractor.extraction.rules.rates import spoken_rate
from extractor.extraction.rules.times import TimeExpression
from extractor.language.patterns import lowered
from extractor.lexicon.nouns import PAIRED
from extractor.model.records import MODELS, FigureBase
from extractor.model.shapes import Anchor, CleanText, Decided, Frame, Quantity, Sentence, Status
from extractor.places.areas import Scene, holders_told
from extractor.places.mentions import Mention, find_bare, find_districts
from extractor.places.records import NATION


@dataclass(frozen=True, slots=True)
class Scanned:
    """A sentence with all that was found in it."""

    sentence: Sentence
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article hands to each of its figures."""

    article_id: str
    text: str
    clean: CleanText
    anchor: Anchor
    scene: Scene
    lead: Decided[str | None]
    one_a_line: bool = False  # each sentence stands on a line of its own: lines are no paragraphs


@dataclass(frozen=True, slots=True)
class Fault:
    """A quantity that an error kept from becoming a figure."""

    sentence: Sentence
    quantity: Quantity
    error: Exception


@dataclass(slots=True)
class _State:
    """What goes from one sentence to the next: the paragraph's period, the last total, plans announced, a place."""

    paragraph: int = -1
    period: Decided[str | None] | None = None
    total: Quantity | None = None
    total_item: str | None = None
    total_id: str | None = None
    announced: bool = False
    headed: bool = False  # by a heading, which holds for lines without list marks, too
    mark: str = ""  # how that heading is numbered: the next one that is ends it
    base: Scene | None = None  # the scene that a new paragraph opens with
    scene: Scene | None = None
    items: dict[str, str] = field(default_factory=dict)  # the paragraph's items by the first word of their unit
    names: dict[str, str] = field(default_factory=dict)  # of units that the text has named with their level
    fresh: int = 0  # lines of one sentence that the scene's place still holds
    told: dict[tuple[str, Decimal | None], str] = field(default_factory=dict)  # the article's items by unit and value
    section: str = ""  # the numbered heading above
    listing: bool = False  # the lines of this list are parts of the last total
    classes: bool = False  # the part before gave only its class, and so may this one
    faults: list[Fault] = field(default_factory=list)


_HEADS_RESULTS = re.compile(r"\W*(?:[ivx\d]+\s*[.)]\s*)?(?:kết\s+quả|tình\s+hình|đánh\s+giá)\b")
FARM_LINES = 6  # lines of one sentence that the story of a person's farm mostly goes on
MOST_SAID = 3  # words between a place and its number that name nothing: trồng được
QUANTITY_RULES = ("value", "modifier", "per")  # the fields whose rules read the quantity itself
_LISTED = regex.compile(r"\s*(?:,|và|,\s*và|cùng)?\s*")
_WITH = regex.compile(r"\s*(?:với|cùng|và|ở|tại|thuộc)\s*")  # 130 hộ với 1.900 tấn cá bị thiệt hại; 106 thôn ở 36 xã bị ngập
_CARRIES = re.compile(r"[\s\"+\-]*(?:theo\s+đó|trong\s+(?:số\s+)?đó|cụ\s+thể|tuy\s+nhiên|tổng\s+(?:trị\s+giá|giá\s+trị|kinh\s+phí)|với)\b")
_GOES_ON = re.compile(r"[\s\"+\-]*(?:về\s+(?:công\s+tác|lĩnh\s+vực|hoạt\s+động|phong\s+trào)|bên\s+cạnh\s+đó|ngoài\s+ra|đồng\s+thời|cùng\s+với\s+đó)\b")
_THOSE = re.compile(r"\s*(?:này|đó|ấy|nói\s+trên|kể\s+trên)\b")  # hai xã này
_SECTION = regex.compile(r"\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s+(?:(?P<heading>\p{Lu}[^.;:!?]{2,80}?)\s*:?\s*$|\p{Lu})")  # 3. Kỹ thuật
_GAVE = re.compile(r"\bđã\s+(?:trao|tặng|trao\s+tặng|ủng\s+hộ|hỗ\s+trợ|quyên\s+góp)\b")
_HAPPENED = re.compile(r"\b(?:xảy\s+ra|có\s+mặt\s+tại|diễn\s+ra)\b")
HEAD = 25  # characters: a sentence that opens with a place goes on about it
FindPlaces = Callable[[str], tuple[Mention, ...]]


def build(
    scanned: list[Scanned], around: Surroundings, find_places: FindPlaces
) -> tuple[list[FigureBase], list[Fault]]:
    """The figures of an article in order, and what errors cost; `scanned` are its sentences that are no boilerplate."""
    figures: list[FigureBase] = []
    state = _State()
    last = max((at for at, one in enumerate(scanned) if one.quantities), default=-1)
    places = [find_places(one.sentence.text) for one in scanned]
    around = _with_holders(around, scanned, places)
    for one, mentions in zip(scanned[: last + 1], places, strict=False):  # what stands behind the last figure tells of none
        text = one.sentence.text
        low = lowered(text)
        _enter(state, one, low, around)
        if opened := _SECTION.match(text):
            state.section = opened["heading"] or ""
        mentions = _with_known(text, mentions, state.names, around.scene.context)
        state.names.update((mention.name, mention.full_name) for mention in mentions if focus.may_recur(mention))
        telling = locatives.find_telling(text, low, mentions, around.scene) if mentions else []
        if one.quantities:
            spans = [(quantity.start, quantity.end) for quantity in one.quantities]
            shares = beside.shares(text, spans, mentions, state.scene or around.scene, listed=one.sentence.listed)
            figures.extend(_figures(one, low, around, state, locatives.survey(text, low, mentions, telling, shares)))
        if one.sentence.cell:  # what a cell says holds for no other
            continue
        _move(state, one, low, around, mentions, telling)
        happened = bool(one.times and not one.quantities and _HAPPENED.search(low))
        heading = not one.quantities and status.is_heading(low)
        if heading and status.heads_plans(low):
            state.announced = state.headed = True
            state.mark = status.mark_of(low)
        elif heading and (_HEADS_RESULTS.match(low) or (state.mark and status.mark_of(low) == state.mark)):
            state.announced = state.headed = False
        if heading and (state.headed or _HEADS_RESULTS.match(low)):
            handed = period.of_heading(one.times, around.anchor, planning=state.headed)
        else:
            handed = period.handed_down(
                one.times, around.anchor, telling=bool(one.quantities), planning=state.announced, happened=happened
            )
        if handed and (one.sentence.role != "title" or (heading and (state.headed or text.endswith(":")))) and not _still_holds(state.period, handed):
            state.period = handed
        if status.announces(text):
            state.announced = True
        if one.quantities and not one.sentence.listed:
            state.listing = parts.announces_parts(low)
    return figures, state.faults


def _with_holders(around: Surroundings, scanned: list[Scanned], places: list[tuple[Mention, ...]]) -> Surroundings:
    """The surroundings with what the article's sentences say of where its units lie: xã Kỳ Sơn, huyện Tân Kỳ."""
    held = holders_told((one.sentence.text, mentions) for one, mentions in zip(scanned, places, strict=True))
    return replace(around, scene=replace(around.scene, held=held)) if held else around


def _with_known(
    text: str, mentions: tuple[Mention, ...], names: dict[str, str], province: str | None
) -> tuple[Mention, ...]:
    """The mentions with those of units that the text named before and now calls by their bare name: Tại Chương Mỹ, lũ …"""
    again = [full for name, full in names.items() if name in text]
    found = (
        *(find_bare(text, again) if again else ()),
        *(find_districts(text, province) if province else ()),
    )
    bare: list[Mention] = []
    for mention in found:
        if not any(other.start < mention.end and mention.start < other.end for other in (*mentions, *bare)):
            bare.append(mention)
    return tuple(sorted((*mentions, *bare), key=lambda mention: mention.start)) if bare else mentions


def _still_holds(former: Decided[str | None] | None, handed: Decided[str | None]) -> bool:
    """Whether a time that stays unknown means the one told before: Đến cuối năm 2019 …. Cũng đến thời điểm này …"""
    return handed.value is None and former is not None and (former.value or "").startswith("../")


def _enter(state: _State, one: Scanned, low: str, around: Surroundings) -> None:
    """Forgets what held only for the paragraph before; a list keeps what its opening line announced."""
    sentence = one.sentence
    if sentence.paragraph != state.paragraph:
        if not (sentence.listed or (state.headed and status.may_be_item(low))):
            state.announced = state.headed = state.listing = False
            state.items.clear()
            if state.period is not None and not (
                _CARRIES.match(low)
                or (around.one_a_line and (action.opens(low) or _GOES_ON.match(low) or _GAVE.search(low)))
            ):
                state.period = None
            if not ((around.one_a_line and state.fresh > 0) or focus.ANAPHORS.match(low)):
                state.scene = state.base
            state.fresh -= 1
        state.paragraph = sentence.paragraph
    state.announced = status.plans(low) or (state.announced and sentence.cell is None)
    state.base = state.base or around.scene
    state.scene = state.scene or state.base


def _move(
    state: _State, one: Scanned, low: str, around: Surroundings, mentions: tuple[Mention, ...], telling: list[Mention]
) -> None:
    """Lets the text's scene follow the places that its sentences bring in or turn back from."""
    if one.sentence.role == "title":
        return
    text, scene = one.sentence.text, around.scene
    if mentions:
        focus.settle(text, mentions, scene)
    introduced = focus.introduces(low, telling, scene) if telling else None
    farm = focus.farm_of(low, text, mentions, scene) if mentions and not introduced else None
    national = scene.home is not None and scene.home.name == NATION.name
    if farm:
        state.scene, state.fresh = replace(scene, introduced=farm), FARM_LINES
        return
    if introduced and not (one.sentence.listed or (national and not (one.quantities or mentions[0].start < HEAD))):
        state.scene = replace(scene, introduced=introduced)
        state.fresh = 1
        return
    followed = (state.scene and state.scene.introduced) or (state.base and state.base.introduced)
    still = followed and any(
        mention.full_name == followed.name for mention in mentions
    )  # xã Minh Tân, huyện …: with what holds it
    if followed and not still and focus.leaves(text, low, mentions, scene):
        state.scene = replace(scene, introduced=None)


def _frames(one: Scanned, low: str) -> list[Frame]:
    text, quantities = one.sentence.text, one.quantities
    frames = []
    for at, quantity in enumerate(quantities):
        previous = quantities[at - 1] if at else None
        following = quantities[at + 1] if at + 1 < len(quantities) else None
        begin, limit = previous.end if previous else 0, following.start if following else len(text)
        start, end, unit = quantity.start, quantity.end, quantity.unit_start
        frames.append(
            Frame(one.sentence, quantity, text[:start], text[begin:start], text[unit:limit], text[end:limit], text[end:], previous, following,
                  low[:start], low[begin:start], low[unit:limit], low[end:limit], low[end:])
        )  # fmt: skip
    return frames


def _figures(one: Scanned, low: str, around: Surroundings, state: _State, ground: locatives.Ground) -> list[FigureBase]:
    """The figures of one sentence; `ground` is what it says of places."""
    totals = parts.decide(low, one.quantities, state.total, ground.shares, listed=state.listing)
    made: dict[int, FigureBase] = {}
    previous_item: str | None = None
    frames = _frames(one, low)
    shared = _shared_complements(frames)
    for frame, total, common in zip(frames, totals, shared, strict=True):
        owner = made.get(id(total.value)) if total.value is not None else None
        total_id = owner.id if owner else state.total_id if total.value is not None else None
        total_item = owner.item if owner else state.total_item if total.value is not None else None
        try:
            figure = _figure(
                frame, one, around, state, ground, total.rule, total_id, total_item, previous_item, total.value, common
            )
        except Exception as error:  # it costs this figure, and no other
            state.faults.append(Fault(one.sentence, frame.quantity, error))
            continue
        made[id(frame.quantity)] = figure
        previous_item = figure.item
        if total.value is None:
            state.total, state.total_item, state.total_id = frame.quantity, figure.item, figure.id
    return list(made.values())


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
    frame: Frame, one: Scanned, anchor: Anchor, announced: bool, inherited: Decided[str | None]
) -> tuple[Decided[Status], Decided[str | None]]:
    """Whether a figure is there or planned, and for when: what is told of a time to come is planned."""
    stated = status.decide(frame, announced=announced)
    when = period.decide(frame, one.times, anchor, stated.value, inherited=inherited)
    said = stated.value == "actual" and when.rule not in period.INHERITED
    if said and period.ends_later(when.value, anchor) and not status.is_reached(frame):
        stated = Decided("target", "status.to_come")
        when = period.decide(frame, one.times, anchor, stated.value, inherited=inherited)
    return stated, when
def _item(
    frame: Frame, state: _State, shares: beside.Shares, of_total: str | None, previous: str | None, shared: str | None
) -> Decided[str]:
    """What a figure counts or measures, by its own sentence and by what the article told before; noted for those behind it."""
    quantity = frame.quantity
    told_more = previous != (frame.previous and frame.previous.unit)
    alike = previous if told_more and of_total is None and _goes_on(frame, shares) else None
    seen = _as_listed(frame, shares)
    inherited = of_total or alike
    named = item.decide(
        seen, inherited=inherited, previous=previous, shared=shared, known=state.items, section=state.section
    )
    bare = named.value == quantity.unit
    fact = (quantity.unit.lower(), quantity.value)
    if (
        (bare or named.rule in item.TELLING_LITTLE)
        and not _THOSE.match(frame.low_rest)
        and quantity.value is not None
        and (told := state.told.get(fact))
    ):
        named = Decided(told, "item.told_before")
    elif not bare:
        state.told.setdefault(fact, named.value)
    if (cell := frame.sentence.cell) and cell.item:
        named = Decided(cell.item, "item.table")
    if quantity.kind in ("count", "ratio") and len(named.value) > len(quantity.unit):
        state.items[quantity.unit.split()[0].lower()] = named.value
    return named


_LISTED_END = re.compile(r"\s*(?:[,;.)]|$|và\b)")


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


def _figure(frame: Frame, one: Scanned, around: Surroundings, state: _State, ground: locatives.Ground,
            part_rule: str, total_id: str | None, total_item: str | None, previous_item: str | None,
            total: Quantity | None, shared: str | None) -> FigureBase:  # fmt: skip
    """One figure with every field and the rule that gave it."""
    quantity, sentence = frame.quantity, frame.sentence
    amount = quantity.amount
    changed = change.decide(frame)
    stated, when = _status_and_period(frame, one, around.anchor, state.announced, state.period or around.lead)
    where = place.decide(frame, ground, state.scene or around.scene)
    done = action.decide(frame)
    of_place = where.rule == "place.beside" and part_rule in ("part.place", "part.sentence")
    of_class = category.decide(frame, total) if total_id and total and not of_place else Decided(None, "category.none")
    plain = of_place and _says_no_more(frame, ground.shares)
    only_class = bool(total and total_item and (plain or category.only_class(frame, total, series=state.classes)))
    state.classes = only_class
    named = _item(frame, state, ground.shares, total_item if only_class else None, previous_item, shared)
    if sentence.cell and sentence.cell.item:
        of_class = Decided(sentence.cell.category, "category.table" if sentence.cell.category else "category.none")
    modifier, modifier_rule = amount.modifier, amount.modifier_rule
    if modifier == "exact" and (bent := modifier_distant(frame.low_head, frame.low_before)):
        modifier, modifier_rule = bent.modifier, bent.rule
    per, per_rule = quantity.per, "per.slash" if quantity.per else "per.none"
    spoken = spoken_rate(frame.low_head, frame.low_before, frame.low_after, quantity.kind)
    if spoken and spoken[0] not in (per or ""):
        per, per_rule = (f"{spoken[0]}/{per}" if per else spoken[0]), spoken[1]
    start, end = around.clean.raw(*sentence.within(quantity.start, quantity.end))
    figure_id = "f" + blake2b(f"{around.article_id}:{start}:{end}".encode(), digest_size=8).hexdigest()
    rules = {
        "value": quantity.rule, "modifier": modifier_rule, "item": named.rule, "status": stated.rule, "change": changed.rule,
        "place": where.rule, "period": when.rule, "per": per_rule, "action": done.rule, "category": of_class.rule, "part_of": part_rule,
    }  # fmt: skip
    return MODELS[quantity.kind].model_validate({
        "id": figure_id, "article_id": around.article_id, "start": start, "end": end, "text": around.text[start:end],
        "kind": quantity.kind, "value": quantity.value, "low": quantity.low, "high": quantity.high, "modifier": modifier,
        "unit": quantity.unit, "item": named.value, "category": of_class.value, "action": done.value, "total": amount.total,
        "per": per, "change": changed.value, "status": stated.value, "place": where.value, "period": when.value,
        "part_of": total_id, "sentence": around.clean.raw(*sentence.whole), "rule": rules,
        "confidence": confidence(rules[name] for name in QUANTITY_RULES),
    })  # fmt: skip
