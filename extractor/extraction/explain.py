"""Why a text was read so: each number in its order, with the rules that made a figure of it or passed it over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from extractor.extraction.choice import Chooser, Contrast, default
from extractor.extraction.pipeline import Extraction
from extractor.model.records import FigureBase, Passed, Place
from extractor.model.shapes import Choice, Span

ROUNDING = 1e-9
MOST_REASONS = 4  # that are told for one choice
MOST_AROUND = 160  # characters to each side of a number that are quoted: about two lines of a terminal
FIELDS = (
    "kind", "value", "unit", "total", "modifier", "per", "item", "category", "action", "change", "status", "place",
    "period", "part_of", "indicator",
)  # fmt: skip
READ_WITH_VALUE = ("kind", "unit", "total")  # one rule reads the number with its unit


class Field(Struct, frozen=True):
    """One field of a figure: what it says (None: nothing), the rule that decided it, and how likely it is right.

    Where it was chosen among several, `instead` is the next likely value, and `because` what told the two apart.
    """

    name: str
    value: str | None
    rule: str
    likely: float | None = None
    instead: Instead | None = None
    because: tuple[Contrast, ...] = ()


class Instead(Struct, frozen=True):
    """The value that a field would have if it had not the one that was chosen, and how likely that is."""

    value: str | None
    likely: float


class Explained(Struct, frozen=True):
    """A number of an article: its words in their sentence, and either the fields of its figure or why it is none."""

    span: Span
    before: str
    words: str
    after: str
    fields: tuple[Field, ...] = ()
    reason: str | None = None
    rule: str | None = None


def explain(extraction: Extraction) -> Iterator[Explained]:
    """Every number of an article in the order of the text; what was chosen among is told if it was read closely."""
    text = extraction.article.text
    texts = {figure.id: figure.text for figure in extraction.figures}
    numbers: list[FigureBase | Passed] = [*extraction.figures, *extraction.passed]
    for one in sorted(numbers, key=lambda one: (one.start, one.end)):
        span = one.start, one.end
        around = quoted(text, span, _sentence(one, extraction))
        if isinstance(one, Passed):
            yield Explained(span, *around, reason=one.reason, rule=one.rule)
        else:
            chosen = extraction.choices.get(one.id, {})
            yield Explained(span, *around, fields=tuple(_fields(one, chosen, texts)))


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


def _fields(figure: FigureBase, chosen: Mapping[str, Choice[Any]], texts: dict[str, str]) -> Iterator[Field]:
    """The fields of a figure with their rules, and with what was chosen among."""
    for name in FIELDS:
        rule = figure.rule.get(name) or (figure.rule["value"] if name in READ_WITH_VALUE else None)
        said = _said(name, getattr(figure, name), texts)
        value = f"{figure.low} to {figure.high}" if name == "value" and said is None else said
        if rule is None or (name == "total" and value is None):
            continue
        if name in chosen:
            yield _field(Field(name, value, rule), chosen[name], texts)
        else:
            yield Field(name, value, rule, getattr(figure.confidence, name, None))


def _field(field: Field, choice: Choice[Any], texts: dict[str, str]) -> Field:
    """A field with what it was chosen among: the likeliest candidate of another value, and what told against it."""
    said = [_said(field.name, candidate.value, texts) for candidate in choice.candidates]
    rest = 1 - choice.probability + ROUNDING  # candidates that agree with the one chosen have as much as it
    others = [at for at, words in enumerate(said) if words != said[choice.at] and choice.likely[at] <= rest]
    if not others:
        return replace(field, likely=choice.probability)
    at = max(others, key=lambda index: choice.likely[index])
    chooser: Chooser = getattr(default(), field.name)
    because = chooser.contrast(choice.chosen, choice.candidates[at])[:MOST_REASONS]
    return replace(field, likely=choice.probability, instead=Instead(said[at], choice.likely[at]), because=because)


def _said(name: str, value: object, texts: dict[str, str]) -> str | None:
    """What a field says, in words for a reader."""
    if isinstance(value, Place):
        return place_in_words(value)
    if name == "part_of" and isinstance(value, str):
        return texts.get(value, value)
    return None if value is None else str(value)
