"""What an article has told so far: frozen shapes, of which each sentence makes the next."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct, field

from extractor.extraction.choice import Choosers
from extractor.extraction.rules.times import TimeExpression
from extractor.extraction.rules.whereabouts import Whereabouts
from extractor.model.edtf import Days
from extractor.model.shapes import Anchor, Candidate, CleanText, Quantity, Sentence
from extractor.places.areas import Scene
from extractor.places.mentions import Mention
from extractor.places.sites import Site


class SentenceView(Struct, frozen=True):
    """A sentence with all that was found in it, made once for every rule and context."""

    sentence: Sentence
    low: str  # in lower case, each character where it was
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    mentions: tuple[Mention, ...]  # of administrative units
    at: int = 0  # its place among the sentences of the article that are no boilerplate

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text


Fact = tuple[str, Decimal | None]  # the unit and the value of a figure


class Reading(NamedTuple):
    """One period that an expression of time may mean: how it is told from others, and how it was come by."""

    value: str | None
    days: Days | None  # two periods of the same days are one
    how: str


class Said(Struct, frozen=True):
    """An expression of time where it stands in the article, and what it may mean."""

    at: int  # the sentence
    time: TimeExpression
    readings: tuple[Reading, ...]
    shape: str  # day, month, years …
    traits: tuple[str, ...]  # of it and of its sentence, as evidence has them


class Passage(Struct, frozen=True):
    """A sentence as one that tells of a time."""

    paragraph: int
    said: tuple[Said, ...]
    tells: tuple[str, ...]  # what it tells of
    heads: bool  # it is a line that heads others
    open_to: int  # the sentence at which its paragraph, or the list that it belongs to, begins


class Timeline(Struct, frozen=True):
    """The times that an article tells, by its sentences, and what it gives to all of its figures."""

    passages: tuple[Passage, ...]
    opening: tuple[Said, ...]  # of title, lead and first sentences
    fixed: tuple[Candidate[str | None], ...]  # periods of the article as a whole
    dated: tuple[int, ...]  # the sentences that tell a time
    facts: Mapping[Fact, tuple[int, ...]]  # the sentences that state a quantity
    size: str  # how long the article is
    known: tuple[str, ...]  # how many times it tells
    story: tuple[str, ...] = ()  # what the opening tells of
    plans: str = "none"  # how much of the article tells of plans
    handed: Said | None = None  # the time that the opening hands on to all that follows, if any
    handed_for: str = "nothing"


NO_TIMES = Timeline((), (), (), (), {}, "", ())


class Given(Struct, frozen=True):
    """What the article gives to each of its figures, from its first sentence to its last."""

    id: str
    text: str
    clean: CleanText
    anchor: Anchor
    choosers: Choosers
    views: tuple[SentenceView, ...] = ()  # the sentences of the article that are no boilerplate, in order
    places: Whereabouts = field(default_factory=Whereabouts)  # what they say of places
    site: Site | None = None  # where the article was published
    timeline: Timeline = NO_TIMES


class Section(Struct, frozen=True):
    """What a heading gives to the lines below it."""

    heading: str = ""  # the numbered one
    planned: bool = False  # it heads plans, also those in lines without list marks
    mark: str = ""  # how the heading of plans is numbered: the next one that is ends it


class Paragraph(Struct, frozen=True):
    """What holds for the sentences of one paragraph."""

    number: int = -1
    planned: bool = False  # plans were announced
    items: Mapping[str, str] = field(default_factory=dict)  # by the first word of their unit


class Told(Struct, frozen=True):
    """A figure that was told, which later ones may be parts of."""

    id: str
    quantity: Quantity
    item: str | None
    view: SentenceView
    first: bool  # of its sentence
    announces: bool = False  # the list below its line


class Items:
    """What the figures told so far count or measure, by unit and value; never changed: `noting` gives the next one.

    All share one store, in which each sees what was noted before it: an article of many figures copies none of them.
    """

    __slots__ = ("_count", "_noted")

    def __init__(self, noted: dict[Fact, tuple[int, str]] | None = None, count: int = 0) -> None:
        self._noted = {} if noted is None else noted
        self._count = count

    def get(self, fact: Fact) -> str | None:
        """The item first noted for a fact; None where it was not told yet."""
        at, item = self._noted.get(fact, (self._count, ""))
        return item if at < self._count else None

    def noting(self, fact: Fact, item: str) -> Items:
        """These and one more, of a fact that was not told yet."""
        seen = self._noted
        if len(seen) > self._count:  # another one went on from here
            seen = {key: value for key, value in seen.items() if value[0] < self._count}
        seen[fact] = (self._count, item)
        return Items(seen, self._count + 1)


class Discourse(Struct, frozen=True):
    """What the text has told before a sentence."""

    given: Given
    scene: Scene
    section: Section = Section()
    paragraph: Paragraph = Paragraph()
    told: tuple[Told, ...] = ()  # the last figures, before them the one that announced the list
    only_class: bool = False  # the part before gave only its class, and so may this one
    items: Items = field(default_factory=Items)
