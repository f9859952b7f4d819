"""How like what a figure is of is to what a row names: by words with synonyms, each by its rarity, and by indicator."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from math import log
from typing import NamedTuple

from extractor.audit.records.limits import limits
from extractor.audit.records.reading import Row
from extractor.catalogue import Catalogue
from extractor.dataset.merge.compare import canonical, content, names
from extractor.language.patterns import one_of
from extractor.lexicon.levels import LEVELS
from extractor.lexicon.synonyms import EMPTY
from extractor.model.records import MODELS, Confidence, FigureBase, Place
from extractor.places.gazetteer import split_level

# What a word that only the sentence says counts against one of the item, where other figures of the unit stand in it
# and where none does: it may tell of those.
AROUND, AROUND_ALONE = 0.5, 0.9
MOST_OF_CLASS = 0.75  # of the words of a figure's class a row must say: tuyến xã is not tuyến tỉnh
OPPOSITES = frozenset(("thu", "chi"))  # of budgets, for which merging takes them as words that money always has
SAME_INDICATOR = 0.4  # of what the words leave open is made up by one indicator


class RowThing(NamedTuple):
    """What a row names: its words that tell, in one spelling, those of its unit, its names, and its indicator."""

    words: frozenset[str]
    unit: frozenset[str]
    names: frozenset[str]
    indicator: str | None


class FigureThing(NamedTuple):
    """What a figure is of: the words of its item, of what was done, its class and its sentence; its indicator."""

    item: frozenset[str]
    action: frozenset[str]
    category: frozenset[str]
    unit: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str]
    indicator: str | None
    limits: tuple[frozenset[str], ...]  # of each of which a row must say a word to be of the same part
    alone: bool  # no other figure of its unit stands in the sentence

    @property
    def words(self) -> frozenset[str]:
        """All words that may be a row's."""
        return self.item | self.action | self.category | self.sentence


class Likeness(NamedTuple):
    """How like two things are, from 0 to 1, and how much of what each says the other says, too."""

    score: float
    own: float  # of the row's words those that the figure itself says
    figure: float  # of the words of the figure's item those that the row says
    apart: bool = False  # other names, a class that the row does not name, another indicator
    part: bool = False  # the figure may only count a part of what the row does

    @property
    def exact(self) -> bool:
        """Whether each says all that the other says, without the help of the sentence."""
        return self.own == 1 and self.figure == 1 and not self.apart


class Weights:
    """How much each word tells: the rarer in the file's rows, the more."""

    def __init__(self, rows: Iterable[frozenset[str]]) -> None:
        self._seen = Counter(word for row in rows for word in row)
        self._rows = max(1, self._seen.total())

    def of(self, words: Iterable[str]) -> float:
        """The weight of words together."""
        return sum(log(1 + self._rows / (1 + self._seen[word])) for word in words)

    def rarest(self, words: Iterable[str]) -> list[str]:
        """The words that rows have, the rarest first."""
        return sorted((word for word in words if self._seen[word]), key=lambda word: (self._seen[word], word))


def row_thing(row: Row, catalogue: Catalogue) -> RowThing:
    """What a row names."""
    words = _telling(row.official.item, row.measure.kind, row.place)
    unit = frozenset(canonical(row.measure.unit).split())
    return RowThing(words, unit, _names(row.official.item, row.place), catalogue.indicator_of(_as_figure(row)))


def figure_thing(figure: FigureBase, text: str, *, alone: bool) -> FigureThing:
    """What a figure is of; `text` is that of its article."""
    kind = "count" if figure.kind == "ratio" else figure.kind
    item, action, category = (
        _telling(said or "", kind, figure.place) for said in (figure.item, figure.action, figure.category)
    )
    return FigureThing(
        item=item, action=action, category=category, unit=frozenset(canonical(figure.unit).split()),
        sentence=frozenset(canonical(text[slice(*figure.sentence)]).split()) - EMPTY,
        names=_names(figure.item, figure.place), indicator=figure.indicator,
        limits=limits(figure, text, _words_of(figure.place)), alone=alone,
    )  # fmt: skip


def likeness(one: FigureThing, other: RowThing, weights: Weights) -> Likeness:
    """How like a figure's thing is to a row's; what both have in their units does not tell."""
    units = one.unit & other.unit
    named, item = other.words - units, one.item - units
    said = one.item | one.action | one.category
    total, own = weights.of(named), weights.of(named & said)
    beside = weights.of((named & one.sentence) - said)
    row = 1.0 if not total else (own + (AROUND_ALONE if one.alone else AROUND) * beside) / total
    asked = weights.of(item)
    figure = 1.0 if not asked else weights.of(item & other.words) / asked
    score = 0.0 if not row or not figure else 2 * row * figure / (row + figure)
    apart = weights.of(one.category & other.words) < MOST_OF_CLASS * weights.of(one.category - units)
    part = any(limit.isdisjoint(other.words) for limit in one.limits)
    apart |= bool(one.names and other.names and not (one.names <= other.names or other.names <= one.names))
    if one.indicator and other.indicator:
        apart |= one.indicator != other.indicator
        if one.indicator == other.indicator:
            score += SAME_INDICATOR * (1 - score)
    return Likeness(score, own / total if total else 1.0, figure, apart, part)


def _telling(text: str, kind: str, place: Place | None) -> frozenset[str]:
    """The words that tell a thing from others of its kind and place; all of them where none is left."""
    around = _words_of(place)
    said = _own_level(_STATE.sub("ngân sách", canonical(text)), around)
    words = frozenset(content(said, "", kind)) | frozenset(said.split()) & OPPOSITES
    return words - around or words


def _names(text: str, place: Place | None) -> frozenset[str]:
    return names(text) - _words_of(place)


def _own_level(said: str, around: frozenset[str]) -> str:
    """The words without levels that only lead to the place's name, or stand for it: của huyện Yên Bình, toàn tỉnh."""
    kept: list[str] = []
    behind = ""
    for word in reversed(_LEVELS.sub(lambda level: level[0].replace(" ", "_"), _WHOLE.sub(" ", said)).split()):
        if not (word.replace("_", " ") in LEVELS and behind in around):
            kept += reversed(word.split("_"))
        behind = word
    return " ".join(reversed(kept))


@lru_cache(maxsize=4096)
def _words_of(place: Place | None) -> frozenset[str]:
    """The words of a place's name and province, without their levels: tuyến tỉnh is not tuyến xã."""
    said = (place.name, place.province or "") if place else ()
    return frozenset(word for name in said for word in canonical(split_level(name)[1]).split())


_STATE = re.compile(r"\bngân sách nhà nước\b")  # the state's is what is meant anyway
_LEVELS = re.compile(rf"\b{one_of(LEVELS)}\b")
_WHOLE = re.compile(rf"\b(?:(?:của|toàn|trong|(?:trên )?địa bàn) )+{one_of(LEVELS)}\b")
_SURE = Confidence(quantity=1, item=1, place=1, period=1, status=1)


def _as_figure(row: Row) -> FigureBase:
    """A row as the figure that it would be, for the catalogue."""
    return MODELS[row.measure.kind](
        id="row", article_id="row", start=0, end=0, text="", kind=row.measure.kind, value=Decimal(0),
        unit=row.measure.unit, item=row.official.item, per=row.measure.per, sentence=(0, 0), rule={}, confidence=_SURE,
    )  # fmt: skip
