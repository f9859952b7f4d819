"""Why a text was read so: each number in its order, with the rules that made a figure of it or passed it over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.extraction.pipeline import Extraction
from extractor.model.records import FigureBase, Passed, Place
from extractor.model.shapes import Span

MOST_AROUND = 160  # characters to each side of a number that are quoted: about two lines of a terminal
FIELDS = (
    "kind", "value", "unit", "total", "modifier", "per", "item", "category", "action", "change", "status", "place",
    "period", "part_of", "indicator",
)  # fmt: skip
READ_WITH_VALUE = ("kind", "unit", "total")  # one rule reads the number with its unit


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a figure: what it says (None: nothing) and the rule that decided it."""

    name: str
    value: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A number of an article: its words in their sentence, and either the fields of its figure or why it is none."""

    span: Span
    before: str
    words: str
    after: str
    fields: tuple[Field, ...] = ()
    reason: str | None = None
    rule: str | None = None


def explain(extraction: Extraction) -> Iterator[Explained]:
    """Every number of an article in the order of the text."""
    text = extraction.article.text
    texts = {figure.id: figure.text for figure in extraction.figures}
    numbers: list[FigureBase | Passed] = [*extraction.figures, *extraction.passed]
    for one in sorted(numbers, key=lambda one: (one.start, one.end)):
        span = one.start, one.end
        around = quoted(text, span, _sentence(one, extraction))
        if isinstance(one, Passed):
            yield Explained(span, *around, reason=one.reason, rule=one.rule)
        else:
            yield Explained(span, *around, fields=tuple(_fields(one, texts)))


def quoted(text: str, words: Span, sentence: Span) -> tuple[str, str, str]:
    """What stands before words in their sentence, the words, and what stands behind them, each on one line."""
    before, after = text[sentence[0] : words[0]], text[words[1] : sentence[1]]
    return _shortened(before, front=True), " ".join(text[slice(*words)].split()), _shortened(after, front=False)


def place_in_words(place: Place) -> str:
    """A place with its province: huyện Lý Sơn, tỉnh Quảng Ngãi."""
    return f"{place.name}, {place.province}" if place.province and place.province != place.name else place.name


def _sentence(one: FigureBase | Passed, extraction: Extraction) -> Span:
    """The span of the sentence around a number; its line where no figure tells where the sentence ends."""
    if not isinstance(one, Passed):
        return one.sentence
    known = next(
        (f.sentence for f in extraction.figures if f.sentence[0] <= one.start and one.end <= f.sentence[1]), None
    )
    if known:
        return known
    text = extraction.article.text
    end = text.find("\n", one.end)
    return text.rfind("\n", 0, one.start) + 1, len(text) if end < 0 else end


def _shortened(text: str, *, front: bool) -> str:
    """The words on one line, cut to the part next to the number."""
    line = " ".join(text.split())
    if len(line) > MOST_AROUND:
        line = f"… {line[-MOST_AROUND:]}" if front else f"{line[:MOST_AROUND]} …"
    if front:
        return line + (" " if text[-1:].isspace() else "")
    return (" " if text[:1].isspace() else "") + line


def _fields(figure: FigureBase, texts: dict[str, str]) -> Iterator[Field]:
    """The fields of a figure with their rules."""
    for name in FIELDS:
        rule = figure.rule.get(name) or (figure.rule["value"] if name in READ_WITH_VALUE else None)
        value = _said(figure, name, texts)
        if rule is not None and not (name == "total" and value is None):
            yield Field(name, value, rule)


def _said(figure: FigureBase, name: str, texts: dict[str, str]) -> str | None:
    """What a field says, in words for a reader."""
    value = getattr(figure, name)
    if name == "value" and value is None:
        return f"{figure.low} to {figure.high}"
    if isinstance(value, Place):
        return place_in_words(value)
    if name == "part_of" and isinstance(value, str):
        return texts.get(value, value)
    return None if value is None else str(value)
