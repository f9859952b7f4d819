"""Whether two figures speak of the same thing: by words, synonyms, places and periods, not by letters."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

import regex
from msgspec import Struct

from extractor.dataset.claims import Said
from extractor.language.patterns import one_of
from extractor.language.tones import new_tones
from extractor.lexicon.sorts import PEOPLE
from extractor.lexicon.synonyms import (
    EMPTY,
    EMPTY_OF,
    NOT_NAMES,
    OUTCOMES,
    SYNONYMS,
)
from extractor.model.records import FigureBase, Place
from extractor.model.shapes import Change, Status
from extractor.places.records import as_spelled

Likeness = Literal["same", "head", "akin", "open", "other"]
STUFFS = ("area", "mass", "volume")  # kinds that measure out a stuff: ha of garlic, t of fish
# How likely a field must be right to tell two figures apart: on articles held out, less joins too little.
LEAST_LIKELY = {"place": 0.8, "period": 0.9, "status": 0.9}
ENOUGH = 0.5  # of the fewer words: on the development gold repeats share half of them, other things less

_APOSTROPHE = regex.compile(r"[’‘`´]")
_WORD = regex.compile(r"[\p{L}\d]+(?:[&'][\p{L}\d]+)*")
_SYNONYM = regex.compile(rf"(?<![\p{{L}}\d]){one_of(SYNONYMS)}(?![\p{{L}}\d])")
_OUTCOME = regex.compile(rf"(?<![\p{{L}}\d]){one_of(OUTCOMES)}(?![\p{{L}}\d])")
_CAPITAL = regex.compile(r"\p{Lu}")


class Where(Struct, frozen=True):
    """A place as it is compared: names with their provinces, its own and those of the units that hold it today."""

    place: Place
    name: tuple[str, str]
    today: frozenset[tuple[str, str]]

    def __hash__(self) -> int:
        return hash(self.name)  # a place is looked up with each figure

    @property
    def words(self) -> frozenset[str]:
        """The words of its name and province."""
        return frozenset(" ".join(self.name).split())


@lru_cache(maxsize=4096)
def where(place: Place) -> Where:
    """A place as it is compared, by one name whatever the article's spelling."""
    place = as_spelled(place)
    today = frozenset((canonical(one.name), canonical(one.province or "")) for one in place.today)
    return Where(place, (canonical(place.name), canonical(place.province or "")), today)


class Claim(NamedTuple):
    """A figure as it is compared: what it speaks of, what it says of it, and where it stands."""

    id: str
    article: str
    start: int
    sentence: int
    said: Said
    kind: str
    unit: str
    item: str
    action: str | None
    category: str | None
    total: Decimal | None  # of a ratio
    per: str | None
    change: Change | None
    status: Status
    where: Where | None
    period: str | None
    indicator: str | None
    part_of: str | None
    place_sure: bool  # that is, likely enough right to tell it from another place
    period_sure: bool
    status_sure: bool
    of_stuff: bool  # a measure of what stands behind it: 20 ha tỏi

    @classmethod
    def of(cls, figure: FigureBase) -> Claim:
        """The claim of a figure."""
        return cls(
            id=figure.id, article=figure.article_id, start=figure.start, sentence=figure.sentence[0],
            said=Said.of(figure), kind=figure.kind, unit=figure.unit, item=figure.item, action=figure.action,
            category=figure.category, total=figure.total,
            per=figure.per, change=figure.change, status=figure.status,
            where=where(figure.place) if figure.place else None,
            period=figure.period, indicator=figure.indicator, part_of=figure.part_of,
            place_sure=figure.confidence.place >= LEAST_LIKELY["place"],
            period_sure=figure.confidence.period >= LEAST_LIKELY["period"],
            status_sure=figure.confidence.status >= LEAST_LIKELY["status"],
            of_stuff=figure.kind in STUFFS and figure.rule.get("item") == "item.behind",
        )  # fmt: skip


@lru_cache(maxsize=65536)
def canonical(words: str) -> str:
    """The words in one spelling: lower case, new tone marks, synonyms read as one, nothing but words."""
    text = new_tones(_APOSTROPHE.sub("'", words).lower())
    text = _SYNONYM.sub(lambda match: SYNONYMS[match[0]], text)
    return " ".join(_WORD.findall(text))


@lru_cache(maxsize=65536)
def unit_class(unit: str, kind: str) -> str:
    """The unit as it is compared: people are people, and of several nouns the order does not matter."""
    if kind not in ("count", "ratio"):
        return unit
    words = canonical(unit)
    return "người" if words in PEOPLE else " ".join(sorted(word for word in words.split() if word != "và"))


@lru_cache(maxsize=65536)
def content(item: str, unit: str, kind: str) -> tuple[str, ...]:
    """The words of an item that tell it from others of its unit, in their order."""
    empty = EMPTY | EMPTY_OF.get(kind, frozenset()) | frozenset(canonical(unit).split())
    return tuple(word for word in canonical(item).split() if word not in empty)


@lru_cache(maxsize=65536)
def names(item: str) -> frozenset[str]:
    """The words of an item that are written as names, but for its first, which may open a sentence."""
    written = _WORD.findall(_APOSTROPHE.sub("'", item))[1:]
    return frozenset(word.lower() for word in written if _CAPITAL.match(word)) - NOT_NAMES


def wording(one: Claim, other: Claim) -> Likeness:
    """Whether items are the same by their words, by heads, or share one; open where one says nothing of its own."""
    if one.indicator and other.indicator:
        return "same" if one.indicator == other.indicator else "other"
    if named_apart(one, other):
        return "other"
    a, b = distinctive(one), distinctive(other)
    shared = frozenset(a) & frozenset(b)
    if shared and len(shared) >= ENOUGH * min(len(set(a)), len(set(b))):
        return "same"
    if shared and a[0] == b[0]:
        return "head"
    if shared:
        return "akin"
    acts = frozenset(canonical(f"{one.action or ''} {other.action or ''}").split())
    if acts.issuperset(a) or acts.issuperset(b):
        same_act = one.action and other.action and canonical(one.action) == canonical(other.action)
        return "same" if same_act else "open"
    return "other"


def named_apart(one: Claim, other: Claim) -> bool:
    """Whether the items name different ones: huyện Chương Mỹ và Mỹ Đức; huyện Quốc Oai, Chương Mỹ."""
    around = _words_of_place(one) | _words_of_place(other)
    mine, theirs = names(one.item) - around, names(other.item) - around
    return bool(mine and theirs) and not (mine <= theirs or theirs <= mine)


def outcomes_differ(one: Claim, other: Claim) -> bool:
    """Whether they count people with different outcomes: 2 người chết, 2 người bị thương."""
    mine, theirs = _outcomes(one.item), _outcomes(other.item)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@lru_cache(maxsize=65536)
def _outcomes(item: str) -> frozenset[str]:
    return frozenset(OUTCOMES[found] for found in _OUTCOME.findall(canonical(item)))


def distinctive(claim: Claim) -> tuple[str, ...]:
    """The words of a claim's item that tell it from others of its unit and place, in their order."""
    words = content(claim.item, claim.unit, claim.kind)
    around = _words_of_place(claim)
    return tuple(word for word in words if word not in around) or words


def _words_of_place(claim: Claim) -> frozenset[str]:
    return claim.where.words if claim.where else frozenset()


def classes(one: Claim, other: Claim) -> Likeness:
    """Whether the categories are the same; open where only one is given."""
    if one.category is None or other.category is None:
        return "same" if one.category == other.category else "open"
    a, b = (frozenset(canonical(text).split()) - EMPTY for text in (one.category, other.category))
    return "same" if len(a & b) > ENOUGH * max(len(a), len(b)) or a == b else "other"


def places(one: Claim, other: Claim) -> Likeness:
    """Whether the places are the same; open where one holds the other or none is named."""
    if one.where is None or other.where is None:
        return "same" if one.where is other.where else "open"
    if one.where.name == other.where.name:
        return "same"
    (name, province), (name_too, province_too) = one.where.name, other.where.name
    if province and province == province_too and (province in (name, name_too) or one.where.today & other.where.today):
        return "open"
    if not (province and province_too) and one.where.place.level != other.where.place.level:
        return "open"  # phường Bình An, which several provinces have, and thành phố Hồ Chí Minh
    return "other"


def periods(one: Claim, other: Claim) -> Likeness:
    """Whether the periods are the same; open where one holds the other or none is said."""
    if one.period == other.period:
        return "same"
    if one.period is None or other.period is None:
        return "open"
    first, second = sorted((one.period, other.period), key=len)
    return "open" if "/" not in second and second.startswith(first) else "other"
