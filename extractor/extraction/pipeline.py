"""The only place that knows the order of the steps: an article in, its figures and passed numbers out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from extractor import catalogue as catalogues
from extractor.catalogue import Catalogue
from extractor.extraction import choice
from extractor.extraction.choice import Choosers
from extractor.extraction.discourse import Discourse, SentenceView
from extractor.extraction.rules.commas import Convention, convention_of
from extractor.extraction.rules.times import find_times
from extractor.extraction.steps.article import discourse_of
from extractor.extraction.steps.clean import clean
from extractor.extraction.steps.figures import Built, Choices, Fault, build
from extractor.extraction.steps.following import followed, located, opened
from extractor.extraction.steps.numerals import SentenceNumbers, read_numbers
from extractor.extraction.steps.quantities import read_quantities
from extractor.extraction.steps.sentences import sentences
from extractor.extraction.steps.tables import statements
from extractor.extraction.steps.tokens import first_word, sentence_spans
from extractor.language.patterns import lowered
from extractor.model.errors import InputError, unexpected
from extractor.model.records import Article, Failure, FigureBase, Passed
from extractor.model.shapes import CleanText, Quantity, Rejected, Sentence
from extractor.places.mentions import find_places
from extractor.reading.text import completed, laid_out

MAKE_ONE = (
    'Read one, or make it: from extractor import Article; Article(id="1", source="notes", text="Toàn xã có 421 hộ.").'
)


class Extraction(Struct, frozen=True):
    """What was read from one article: its figures, and the numbers that are none with their reasons."""

    article: Article
    figures: tuple[FigureBase, ...]
    passed: tuple[Passed, ...]
    failures: tuple[Failure, ...] = ()  # numbers that a fault of the program kept from becoming figures
    choices: Choices = field(default_factory=dict)  # where it was read closely


def extract(
    article: Article, *, catalogue: Catalogue | None = None, choosers: Choosers | None = None, closely: bool = False
) -> Extraction:
    """Every figure of an article as a typed record, and every other number with the reason why it is none.

    An article made in Python gets what was left out of it (title, place, boilerplate …) as if it had been read. The
    indicators are those of the catalogue that comes with the program, or of another; so are the weights by which fields
    are chosen. Read `closely`, it tells for each figure what it chose among. InputError for what is no article, such as
    one of the errors that `read` gives among them.
    """
    if not isinstance(article, Article):
        what = f"extract takes an Article, not {type(article).__name__}"
        raise InputError(what, where=repr(article)[:80], todo=MAKE_ONE)
    known = catalogue or catalogues.default()
    return _read(completed(article), choosers or choice.default(), known, closely=closely)


def load_catalogue(extra: Path | None = None) -> Catalogue:
    """The catalogue with the entries of a user's file, each of which takes and leaves its examples."""
    catalogue = catalogues.load(extra)
    catalogues.prove(catalogue, _figures_of)
    return catalogue


def _figures_of(text: str) -> tuple[FigureBase, ...]:
    """The figures of an example."""
    return _read(laid_out(Article(id="example", source="example", text=text)), choice.default(), None).figures


def _with_indicator(figure: FigureBase, catalogue: Catalogue | None) -> FigureBase:
    """The figure with the indicator that it is of."""
    entry = catalogue.entry_of(figure) if catalogue else None
    if entry is None:
        return figure
    rule = figure.rule | {"indicator": f"catalogue.{entry.group}"}
    return figure.model_copy(update={"indicator": entry.id, "rule": rule})


def _read(article: Article, choosers: Choosers, known: Catalogue | None, *, closely: bool = False) -> Extraction:
    """The figures of an article with their indicators, if any are known, and its other numbers; `closely` as before."""
    cleaned = clean(article.text)
    title, lead = (cleaned.cleaned(span) if span else None for span in (article.title_span, article.lead_span))
    boilerplate = tuple(cleaned.cleaned(span) for span in article.furniture)
    views: list[SentenceView] = []
    passed: list[Passed] = []
    convention = convention_of(cleaned.text)
    rows = statements(cleaned.text)
    announced: Quantity | None = None  # the total of whose parts a list is made
    for sentence in _with_rows(sentences(cleaned, sentence_spans, title=title, lead=lead, boilerplate=boilerplate), rows):
        view, aside = _view(sentence, convention, announced if sentence.listed else None)
        if not sentence.listed:
            announced = view.quantities[-1] if view.quantities and sentence.text.rstrip().endswith(":") else None
        passed += [_passed(article, cleaned, sentence, numeral) for numeral in aside]
        if not sentence.boilerplate:
            views.append(view)
    made = _figures(located(discourse_of(article, cleaned, views, choosers), views), known, closely=closely)
    lost = [(_passed(article, cleaned, fault.sentence, _as_lost(fault)), fault.error) for fault in made.faults]
    failures = tuple(_failure(article, number, error) for number, error in lost)
    return Extraction(article, made.figures, (*passed, *(number for number, _ in lost)), failures, made.choices)


def _figures(discourse: Discourse, known: Catalogue | None, *, closely: bool) -> Built:
    """The figures of an article in order, and what errors cost: each sentence makes the discourse of the next.

    Each gets its indicator at once: the copy that this makes is of one sentence's figures, not of all.

    What was chosen among is kept only if it is read `closely`: it takes many times the room of the figures.
    """
    views = discourse.given.views
    figures: list[FigureBase] = []
    faults: list[Fault] = []
    choices: Choices = {}
    last = max((view.at for view in views if view.quantities), default=-1)
    for view in views[: last + 1]:  # what stands behind the last figure tells of none
        discourse = opened(discourse, view)
        if view.quantities:
            built = build(view, discourse)
            figures += [_with_indicator(one, known) for one in built.figures]
            faults += built.faults
            if closely:
                choices |= built.choices
            discourse = built.discourse
        discourse = followed(discourse, view)
    return Built(tuple(figures), tuple(faults), discourse, choices)


def _with_rows(found: Iterator[Sentence], rows: dict[int, tuple[Sentence, ...]]) -> Iterator[Sentence]:
    """The sentences, with what the cells of a table state in place of its rows."""
    starts = sorted(rows)
    stated_rows: set[int] = set()
    for sentence in found:
        at = bisect_right(starts, sentence.start) - 1
        stated = rows[starts[at]] if at >= 0 else ()
        if sentence.boilerplate or not stated or sentence.start >= stated[0].whole[1]:
            yield sentence
        elif starts[at] not in stated_rows:
            stated_rows.add(starts[at])
            yield from stated


def _as_lost(fault: Fault) -> Rejected:
    return Rejected(fault.quantity.amount.number, fault.quantity.end, "error", "pass.error")


def _failure(article: Article, number: Passed, error: Exception) -> Failure:
    """The report of a number that an error kept from becoming a figure."""
    fault = unexpected(error, f"{article.id}:{number.start}")
    what = f"the number {number.text!r} at character {number.start} of {article.id} is not read: {fault.what}"
    return Failure(source=article.source, what=what, where=article.source, todo=fault.todo)


def _view(sentence: Sentence, convention: Convention, announced: Quantity | None) -> tuple[SentenceView, list[Rejected]]:
    """A sentence with its times, quantities and places, and its numerals that are none; boilerplate has no quantities.

    `convention` says how the article writes its numbers, `announced` is the total whose parts a list below it gives.
    """
    text = sentence.text
    times = tuple(find_times(text))
    numbers = read_numbers(text, times, convention)
    if sentence.boilerplate:
        return SentenceView(sentence, "", times, (), ()), _as_boilerplate(numbers)
    quantities = read_quantities(text, numbers.amounts, first_word, announced)
    found = quantities.found
    aside = [one for one in (*numbers.passed, *quantities.passed) if not _inside(one, found)]
    if sentence.cell is not None:
        first, last = sentence.cell.span
        found = tuple(one for one in found if first <= one.amount.number < last)
        aside = [one for one in aside if first <= one.start < last]
    return SentenceView(sentence, lowered(text), times, found, find_places(text)), aside


def _as_boilerplate(numbers: SentenceNumbers) -> list[Rejected]:
    spans = [(one.number, one.end) for one in numbers.amounts]
    spans += [(one.start, one.end) for one in numbers.passed]
    return [Rejected(start, end, "furniture", "pass.furniture") for start, end in spans]


def _inside(one: Rejected, found: tuple[Quantity, ...]) -> bool:
    """Whether a numeral is part of a quantity's own words: the 2 of m2, the base of a rate."""
    return any(quantity.start < one.end and one.start < quantity.end for quantity in found)


def _passed(article: Article, cleaned: CleanText, sentence: Sentence, one: Rejected) -> Passed:
    start, end = cleaned.raw(*sentence.within(one.start, one.end))
    span = cleaned.raw(*sentence.whole)
    return Passed(
        article_id=article.id, start=start, end=end, text=article.text[start:end], sentence=span,
        reason=one.reason, rule=one.rule,
    )  # fmt: skip
