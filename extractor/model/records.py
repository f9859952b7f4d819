"""The records that leave the program, as pydantic models; `schemas/` is written from them and a test compares."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from msgspec import Struct
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainSerializer,
    TypeAdapter,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import core_schema

from extractor.lexicon.units import symbols_of
from extractor.model import notebook
from extractor.model.shapes import Agreement, Change, Check, Modifier, Severity, Status, Verdict

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]


def as_number(value: Decimal) -> Decimal | int:
    """Whole numbers are written without a fraction; everything else keeps its digits."""
    return int(value) if value == value.to_integral_value() else value


Number = Annotated[
    Decimal,
    PlainSerializer(as_number, return_type=Any, when_used="always"),
    WithJsonSchema({"type": "number"}),
]


class OneOf(Struct, frozen=True):
    """What a text may be: one of those that a table gives, as a Literal says it of words written out."""

    words: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.literal_schema(list(self.words))


class Record(BaseModel):
    """What all records share: no field besides those named, nothing changed after."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    def _says(self) -> tuple[object, ...]:
        """What says most of the record, for its line in a notebook."""
        return tuple(value for name, value in self if name not in ("id", "article_id", "rule"))

    def __str__(self) -> str:
        return notebook.one_line(self._says())

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self}>"

    def _repr_html_(self) -> str:
        """The record as a notebook shows it."""
        return notebook.table(type(self).__name__, ((name, value) for name, value in self if name != "rule"))


class Successor(Record):
    """A unit of today that holds the whole or a part of a former one."""

    name: str
    province: str | None
    extent: Literal["whole", "part"]


class Place(Record):
    """An administrative unit as published, and the units that hold it since the reform of 1 July 2025."""

    name: str
    level: str | None = None
    province: str | None = None
    today: tuple[Successor, ...] = ()

    def _says(self) -> tuple[object, ...]:
        return (self.name, self.province)

    def __hash__(self) -> int:
        return hash((self.name, self.province))  # units that share both are few, and all that hold them many


class Article(Record):
    """A scraped article: its own text unchanged, what is known of it, and the spans that are not the article."""

    id: str
    source: str
    url: str | None = None
    title: str | None = None
    published: str | None = Field(default=None, description="ISO 8601, with time and zone where given")
    author: str | None = None
    site: str | None = None
    section: str | None = Field(default=None, description="the site's heading over the article: Kinh tế")
    place: Place | None = None
    text: str
    furniture: tuple[
        Span, ...
    ] = ()  # the boilerplate, as everything else calls it: records keep their first word for it
    title_span: Span | None = Field(default=None, description="where the title stands in the text")
    lead_span: Span | None = Field(default=None, description="where its first paragraph stands")
    encoding: str = "utf-8"
    same_as: str | None = Field(
        default=None, description="id of the first article of the run that says the same, identically or nearly"
    )

    def _says(self) -> tuple[object, ...]:
        return (self.title, self.published, self.site, self.place and self.place.name, f"{len(self.text):,} characters")

    def _repr_html_(self) -> str:
        about = ("id", "source", "url", "published", "author", "site", "section", "same_as")
        rows = [(name, getattr(self, name)) for name in about]
        rows.append(("place", self.place and self.place.name))
        return notebook.table(self.title or "Article", rows) + notebook.paragraphs(self.text)


Share = Annotated[float, Field(ge=0, le=1)]
SURE = 0.9  # what is at least so likely right is taken for sure


class Confidence(Record):
    """How likely each part of a figure is right: the share of like decisions that were right on gold held out."""

    quantity: Share = Field(description="it is a figure, and its value, kind, unit, modifier, total, per are right")
    item: Share
    place: Share
    period: Share
    status: Share


class FigureBase(Record):
    """A stated quantity and the words that it came from; `text` is `Article.text[start:end]`."""

    id: str
    article_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    kind: str
    value: Number | None
    low: Number | None = None
    high: Number | None = None
    modifier: Modifier = "exact"
    unit: str
    item: str
    category: str | None = None
    action: str | None = None
    total: None = None
    per: str | None = None
    change: Change | None = None
    status: Status = "actual"
    place: Place | None = None
    period: str | None = Field(default=None, description="EDTF (ISO 8601-2)")
    part_of: str | None = Field(default=None, description="id of the total's figure")
    indicator: str | None = Field(default=None, description="id of its indicator in the catalogue")
    sentence: Span
    rule: dict[str, str] = Field(description="the rule or table row that decided each field")
    confidence: Confidence

    def _says(self) -> tuple[object, ...]:
        return (self.text, self.item, self.place and self.place.name, self.period, self.status)

    @model_validator(mode="after")
    def _one_value_or_a_range(self) -> FigureBase:
        ranged = self.low is not None and self.high is not None
        if (self.value is None) != ranged or (self.low is None) != (self.high is None):
            raise ValueError("a figure has either a value or both ends of a range")
        return self


class Count(FigureBase):
    """So many of something: 421 mô hình."""

    kind: Literal["count"]


class Length(FigureBase):
    """A length: 24 km."""

    kind: Literal["length"]
    unit: Annotated[str, OneOf(symbols_of("length"))]


class Area(FigureBase):
    """An area: 3,5 ha."""

    kind: Literal["area"]
    unit: Annotated[str, OneOf(symbols_of("area"))]


class Volume(FigureBase):
    """A volume: 17 m3."""

    kind: Literal["volume"]
    unit: Annotated[str, OneOf(symbols_of("volume"))]


class Mass(FigureBase):
    """A mass: 12 tấn."""

    kind: Literal["mass"]
    unit: Annotated[str, OneOf(symbols_of("mass"))]


class Money(FigureBase):
    """An amount of money in one currency: 23 tỷ đồng is 23000000000 VND."""

    kind: Literal["money"]
    unit: Annotated[str, OneOf(symbols_of("money"))]


class Percent(FigureBase):
    """A share in percent, per mille or percentage points."""

    kind: Literal["percent"]
    unit: Annotated[str, OneOf(symbols_of("percent"))]


class Ratio(FigureBase):
    """So many of all: 24/24 xã has value 24 and total 24."""

    kind: Literal["ratio"]
    total: Number  # type: ignore[assignment]


class Duration(FigureBase):
    """An amount of time that is itself the result: 22 ngày."""

    kind: Literal["duration"]


class Other(FigureBase):
    """Any other measure: gấp 3 lần, 60 kWh, 38 °C."""

    kind: Literal["other"]


Figure = Annotated[
    Count | Length | Area | Volume | Mass | Money | Percent | Ratio | Duration | Other, Field(discriminator="kind")
]
MODELS: dict[str, type[FigureBase]] = {
    "count": Count, "length": Length, "area": Area, "volume": Volume, "mass": Mass, "money": Money,
    "percent": Percent, "ratio": Ratio, "duration": Duration, "other": Other,
}  # fmt: skip


class Passed(Record):
    """A number of the text that is no figure, and why."""

    article_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    sentence: Span
    reason: str
    rule: str


class Stated(Record):
    """A value as figures state it, with the figures that do."""

    value: Number | None
    low: Number | None = None
    high: Number | None = None
    modifier: Modifier = "exact"
    figures: tuple[str, ...] = Field(min_length=1)


class Fact(Record):
    """What one or more figures state, across articles: a row of the dataset."""

    id: str = Field(description="stable: a hash of what the fact speaks of")
    indicator: str | None = None
    kind: str
    item: str
    action: str | None = None
    category: str | None = None
    unit: str
    per: str | None = None
    place: Place | None = None
    period: str | None = Field(default=None, description="EDTF (ISO 8601-2)")
    status: Status = "actual"
    change: Change | None = None
    value: Number | None = Field(description="of the most exact statement that the others allow")
    low: Number | None = None
    high: Number | None = None
    total: Number | None = None
    modifier: Modifier = "exact"
    figures: tuple[str, ...] = Field(min_length=1, description="ids of the figures that state it")
    articles: tuple[str, ...] = Field(min_length=1, description="ids of their articles")
    sources: int = Field(ge=1, description="independent ones: near-copies of one article count once")
    first_published: str | None = None
    last_published: str | None = None
    agreement: Agreement = "single"
    values: tuple[Stated, ...] = Field(min_length=1, description="every distinct value that is stated")
    part_of: str | None = Field(default=None, description="id of the total's fact")
    why: str = Field(description="in words, why the figures were joined, or why it stands alone")

    def _says(self) -> tuple[object, ...]:
        number = self.value if self.value is not None else f"{self.low} - {self.high}"
        return (f"{number} {self.unit}", self.item, self.place and self.place.name, self.period, self.agreement)


class Bounds(Record):
    """The values that are possible, both ends included; an end that is null is open."""

    low: Number | None
    high: Number | None


class OfficialRow(Record):
    """A row of a file of official figures, as the file writes it; `row` is its number there, the header being 1."""

    file: str
    row: int = Field(ge=1)
    place: str | None
    item: str
    period: str | None
    value: Number
    unit: str


class QuotedSentence(Record):
    """A sentence that states a figure: where it stands in the text of its article."""

    article: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Explanation(Record):
    """One sentence that a layman understands, in Vietnamese and in English."""

    vi: str
    en: str


class Finding(Record):
    """What an audit says of one or more figures: whether they hold against each other or against a record."""

    id: str = Field(description="stable: a hash of the check, its figures and the row")
    check: Check
    verdict: Verdict
    severity: Severity
    figures: tuple[str, ...] = Field(description="ids of all figures compared, the one in doubt first")
    facts: tuple[str, ...] = Field(description="ids of the facts that they state")
    articles: tuple[str, ...] = Field(description="ids of their articles")
    record: OfficialRow | None = Field(default=None, description="the official row that it was held against")
    stated: Number | Bounds | None = Field(description="what the figure in doubt claims")
    expected: Number | Bounds | None = Field(description="what it must be by the others; null where nothing is due")
    arithmetic: str | None = Field(default=None, description="the sum worked out")
    explanation: Explanation
    sentences: tuple[QuotedSentence, ...]
    confidence: Share = Field(description="that of the least sure field that the check rests on")

    def _says(self) -> tuple[object, ...]:
        return (self.verdict, self.check, self.explanation.vi)


class Failure(Record):
    """An input that could not be taken: what, where, and what to do (a line of errors.jsonl)."""

    source: str
    what: str
    where: str
    todo: str


SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "article": TypeAdapter(Article),
    "figure": TypeAdapter(Figure, config=ConfigDict(defer_build=True)),
    "passed": TypeAdapter(Passed),
    "fact": TypeAdapter(Fact),
    "place": TypeAdapter(Place),
    "finding": TypeAdapter(Finding),
    "failure": TypeAdapter(Failure),
}
"Each is built when it is first asked, as the models are."


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record: article, figure, passed, fact, place, finding or failure."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | SCHEMAS[name].json_schema(mode="serialization")
