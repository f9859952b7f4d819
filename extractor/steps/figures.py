"""Quantities to figures: each field decided by its context module, the records put together."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from hashlib import blake2b

import regex

from extractor.context import action, category, change, item, parts, period, place, scenes, status
from extractor.lexicon.nouns import PAIRED
from extractor.lexicon.places import Mention, find_bare, find_districts
from extractor.lexicon.placing import NATION
from extractor.lexicon.reliability import confidence
from extractor.patterns import lowered
from extractor.records import MODELS, FigureBase
from extractor.rules import whereabouts
from extractor.rules.areas import Scene
from extractor.rules.modifiers import modifier_distant
from extractor.rules.rates import spoken_rate
from extractor.rules.times import TimeExpression
from extractor.shapes import Anchor, CleanText, Decided, Frame, Quantity, Sentence


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


@dataclass(slots=True)
class _State:
    """What goes from one sentence to the next: the paragraph's period, the last total, plans announced, a place."""

    paragraph: int = -1
    period: Decided[str | None] | None = None
    total: Quantity | None = None
    total_item: str | None = None
    total_id: str | None = None
    announced: bool = False
    base: Scene | None = None  # the scene that a new paragraph opens with
    scene: Scene | None = None
    items: dict[str, str] = field(default_factory=dict)  # the paragraph's items by the first word of their unit
    names: dict[str, str] = field(default_factory=dict)  # of units that the text has named with their level
    fresh: int = 0  # lines of one sentence that the scene's place still holds
    told: dict[tuple[str, Decimal | None], str] = field(default_factory=dict)  # the article's items by unit and value
    section: str = ""  # the numbered heading above
    classes: bool = False  # the part before gave only its class, and so may this one


FARM_LINES = 6  # lines of one sentence that the story of a person's farm mostly goes on
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
_CAPITALS = "".join(char for char in map(chr, range(0x2000)) if char.isupper())
_SAYS_WHERE = re.compile(rf"(?:(?:[Tt]ại|[Ởở]) |\()[{_CAPITALS}]")
_MAY_NAME = re.compile(rf"(?:tỉnh|huyện|xã|phường|thị trấn|thành phố|quận|đặc khu|TP\.?|TX\.?|TT\.?|\() *[{_CAPITALS}]")
FindPlaces = Callable[[str], tuple[Mention, ...]]


def build(scanned: list[Scanned], around: Surroundings, find_places: FindPlaces) -> list[FigureBase]:
    """The figures of an article in order; `scanned` are its sentences that are no furniture."""
    figures: list[FigureBase] = []
    state = _State()
    last = max((at for at, one in enumerate(scanned) if one.quantities), default=-1)
    for one in scanned[: last + 1]:  # what stands behind the last figure tells of none
        text = one.sentence.text
        low = lowered(text)
        _enter(state, one, low, around)
        if opened := _SECTION.match(text):
            state.section = opened["heading"] or ""
        mentions = find_places(text) if one.quantities or _MAY_NAME.search(text) else ()
        mentions = _with_known(text, mentions, state.names, around.scene.context)
        state.names.update((mention.name, mention.full_name) for mention in mentions if scenes.may_recur(mention))
        telling = whereabouts.find_telling(text, low, mentions, around.scene) if mentions else []
        if one.quantities:
            figures.extend(_figures(one, low, around, state, whereabouts.survey(text, low, mentions, telling)))
        _move(state, one, low, around, mentions, telling)
        happened = bool(one.times and not one.quantities and _HAPPENED.search(low))
        handed = period.handed_down(
            one.times, around.anchor, telling=bool(one.quantities), planning=state.announced, happened=happened
        )
        if handed is not None and one.sentence.role != "title" and not _still_holds(state.period, handed):
            state.period = handed
        if status.announces(text):
            state.announced = True
    return figures


def _with_known(
    text: str, mentions: tuple[Mention, ...], names: dict[str, str], province: str | None
) -> tuple[Mention, ...]:
    """The mentions with those of units that the text named before and now calls by their bare name: Tại Chương Mỹ, lũ …"""
    again = [full for name, full in names.items() if name in text]
    found = (
        *(find_bare(text, again) if again else ()),
        *(find_districts(text, province) if province and _SAYS_WHERE.search(text) else ()),
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
        if not sentence.listed:
            state.announced = False
            state.items.clear()
            if state.period is not None and not (
                _CARRIES.match(low)
                or (around.one_a_line and (action.opens(low) or _GOES_ON.match(low) or _GAVE.search(low)))
            ):
                state.period = None
            if not ((around.one_a_line and state.fresh > 0) or scenes.ANAPHORS.match(low)):
                state.scene = state.base
            state.fresh -= 1
        state.paragraph = sentence.paragraph
    state.announced = state.announced or status.plans(low)
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
        scenes.settle(text, mentions, scene)
    introduced = scenes.introduces(low, telling, scene) if telling else None
    farm = scenes.farm_of(low, text, mentions, scene) if mentions and not introduced else None
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
    if followed and not still and scenes.leaves(text, low, mentions, scene):
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


def _figures(one: Scanned, low: str, around: Surroundings, state: _State, ground: whereabouts.Ground) -> list[FigureBase]:
    """The figures of one sentence; `ground` is what it says of places."""
    totals = parts.decide(low, one.quantities, state.total)
    made: dict[int, FigureBase] = {}
    previous_item: str | None = None
    frames = _frames(one, low)
    shared = _shared_complements(frames)
    for frame, total, common in zip(frames, totals, shared, strict=True):
        owner = made.get(id(total.value)) if total.value is not None else None
        total_id = owner.id if owner else state.total_id if total.value is not None else None
        total_item = owner.item if owner else state.total_item if total.value is not None else None
        figure = _figure(
            frame, one, around, state, ground, total.rule, total_id, total_item, previous_item, total.value, common
        )
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


def _figure(frame: Frame, one: Scanned, around: Surroundings, state: _State, ground: whereabouts.Ground,
            part_rule: str, total_id: str | None, total_item: str | None, previous_item: str | None,
            total: Quantity | None, shared: str | None) -> FigureBase:  # fmt: skip
    """One figure with every field and the rule that gave it."""
    quantity, sentence = frame.quantity, frame.sentence
    amount = quantity.amount
    stated = status.decide(frame, announced=state.announced)
    changed = change.decide(frame)
    when = period.decide(frame, one.times, around.anchor, stated.value, inherited=state.period or around.lead)
    where = place.decide(frame, ground, state.scene or around.scene)
    done = action.decide(frame)
    of_class = category.decide(frame, total) if total_id and total else Decided(None, "category.none")
    only_class = bool(total and total_item and category.only_class(frame, total, series=state.classes))
    state.classes = only_class
    unit_head = quantity.unit.split()[0].lower() if quantity.kind in ("count", "ratio") else ""
    fact = (quantity.unit.lower(), quantity.value)
    named = item.decide(
        frame,
        inherited=total_item if only_class else None,
        previous=previous_item,
        shared=shared,
        known=state.items,
        section=state.section,
    )
    bare = named.value == quantity.unit
    if (
        (bare or named.rule in item.TELLING_LITTLE)
        and not _THOSE.match(frame.low_rest)
        and quantity.value is not None
        and (told := state.told.get(fact))
    ):
        named = Decided(told, "item.told_before")
    elif not bare:
        state.told.setdefault(fact, named.value)
    if sentence.cell and sentence.cell.item:
        named = Decided(sentence.cell.item, "item.table")
        of_class = Decided(sentence.cell.category, "category.table" if sentence.cell.category else "category.none")
    if unit_head and len(named.value) > len(quantity.unit):
        state.items[unit_head] = named.value
    modifier, modifier_rule = amount.modifier, amount.modifier_rule
    if modifier == "exact" and (bent := modifier_distant(frame.low_before)):
        modifier, modifier_rule = bent.modifier, bent.rule
    per, per_rule = quantity.per, "per.slash" if quantity.per else "per.none"
    spoken = spoken_rate(frame.low_head, frame.low_before, frame.low_after, quantity.kind)
    if spoken and spoken[0] not in (per or ""):
        per, per_rule = (f"{spoken[0]}/{per}" if per else spoken[0]), spoken[1]
    start, end = around.clean.raw(*sentence.within(quantity.start, quantity.end))
    figure_id = blake2b(f"{around.article_id}:{start}:{end}".encode(), digest_size=8).hexdigest()
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
