"""The only place that knows the order of the steps: an article in, its figures and passed numbers out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import regex

from extractor import catalogue as catalogues
from extractor.catalogue import Catalogue
from extractor.extraction.context import period
from extractor.extraction.context.focus import event_place, incident_place
from extractor.extraction.rules.commas import Convention, convention_of
from extractor.extraction.rules.times import find_times
from extractor.extraction.steps import figures as figure_step
from extractor.extraction.steps.clean import clean
from extractor.extraction.steps.figures import Fault, Scanned, Surroundings
from extractor.extraction.steps.numerals import SentenceNumbers, read_numbers
from extractor.extraction.steps.quantities import read_quantities
from extractor.extraction.steps.sentences import sentences
from extractor.extraction.steps.tables import statements
from extractor.extraction.steps.tokens import first_word, sentence_spans
from extractor.language.patterns import one_of
from extractor.lexicon.times import MEETINGS
from extractor.model.errors import InputError, unexpected
from extractor.model.records import Article, Failure, FigureBase, Passed, Place
from extractor.model.shapes import Anchor, CleanText, Decided, Quantity, Rejected, Sentence
from extractor.places.areas import Scene
from extractor.places.mentions import find_places
from extractor.places.records import NATION
from extractor.places.sites import site_of
from extractor.reading.text import completed, laid_out

_MEETING = regex.compile(rf"\b{one_of(MEETINGS)}\b", regex.IGNORECASE)
_REVIEW = regex.compile(
    r"\b(?:sơ kết|tổng kết|đánh giá|nhìn lại|khép lại|công tác|kết quả|tình hình|bước vào|năm học)\b", regex.IGNORECASE
)
_REPORT = regex.compile(r"\b(?:báo cáo|số liệu|thống kê)\b", regex.IGNORECASE)
MAKE_ONE = (
    'Read one, or make it: from extractor import Article; Article(id="1", source="notes", text="Toàn xã có 421 hộ.").'
)
OPENING_SENTENCES = 3  # in them an article says where what it tells of took place
LEAST_LINES, MOSTLY_SINGLE = 8, 0.9  # an article of a corpus that was split to sentences


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one article: its figures, and the numbers that are none with their reasons."""

    article: Article
    figures: tuple[FigureBase, ...]
    passed: tuple[Passed, ...]
    failures: tuple[Failure, ...] = ()  # numbers that a fault of the program kept from becoming figures


def extract(article: Article, *, catalogue: Catalogue | None = None) -> Extraction:
    """Every figure of an article as a typed record, and every other number with the reason why it is none.

    An article made in Python gets what was left out of it (title, place, boilerplate …) as if it had been read. The
    indicators are those of the catalogue that comes with the program, or of another. InputError for what is no article,
    such as one of the errors that `read` gives among them.
    """
    if not isinstance(article, Article):
        what = f"extract takes an Article, not {type(article).__name__}"
        raise InputError(what, where=repr(article)[:80], todo=MAKE_ONE)
    read = _read(completed(article))
    known = catalogue or catalogues.default()
    return replace(read, figures=tuple(_with_indicator(one, known) for one in read.figures))


def load_catalogue(extra: Path | None = None) -> Catalogue:
    """The catalogue with the entries of a user's file, each of which takes and leaves its examples."""
    catalogue = catalogues.load(extra)
    catalogues.prove(catalogue, lambda text: _read(laid_out(Article(id="example", source="example", text=text))).figures)
    return catalogue


def _with_indicator(figure: FigureBase, catalogue: Catalogue) -> FigureBase:
    """The figure with the indicator that it is of."""
    entry = catalogue.entry_of(figure)
    if entry is None:
        return figure
    rule = figure.rule | {"indicator": f"catalogue.{entry.group}"}
    return figure.model_copy(update={"indicator": entry.id, "rule": rule})


def _read(article: Article) -> Extraction:
    """The figures of an article without their indicators, and its other numbers."""
    cleaned = clean(article.text)
    title, lead = (cleaned.cleaned(span) if span else None for span in (article.title_span, article.lead_span))
    boilerplate = tuple(cleaned.cleaned(span) for span in article.furniture)
    scanned: list[Scanned] = []
    passed: list[Passed] = []
    convention = convention_of(cleaned.text)
    rows = statements(cleaned.text)
    announced: Quantity | None = None  # the total of whose parts a list is made
    for sentence in _with_rows(sentences(cleaned, sentence_spans, title=title, lead=lead, boilerplate=boilerplate), rows):
        one, aside = _scan(sentence, convention, announced if sentence.listed else None)
        if not sentence.listed:
            announced = one.quantities[-1] if one.quantities and sentence.text.rstrip().endswith(":") else None
        passed += [_passed(article, cleaned, sentence, numeral) for numeral in aside]
        if not sentence.boilerplate:
            scanned.append(one)
    figures, faults = figure_step.build(scanned, _surroundings(article, cleaned, scanned), find_places)
    lost = [(_passed(article, cleaned, fault.sentence, _as_lost(fault)), fault.error) for fault in faults]
    failures = tuple(_failure(article, number, error) for number, error in lost)
    return Extraction(article, tuple(figures), (*passed, *(number for number, _ in lost)), failures)


def _with_rows(found: Iterator[Sentence], rows: dict[int, tuple[Sentence, ...]]) -> Iterator[Sentence]:
    """The sentences, with what the cells of a table state in place of its rows."""
    starts = sorted(rows)
    told: set[int] = set()
    for sentence in found:
        at = bisect_right(starts, sentence.start) - 1
        stated = rows[starts[at]] if at >= 0 else ()
        if sentence.boilerplate or not stated or sentence.start >= stated[0].whole[1]:
            yield sentence
        elif starts[at] not in told:
            told.add(starts[at])
            yield from stated


def _as_lost(fault: Fault) -> Rejected:
    return Rejected(fault.quantity.amount.number, fault.quantity.end, "error", "pass.error")


def _failure(article: Article, number: Passed, error: Exception) -> Failure:
    """What is told of a number that an error kept from becoming a figure."""
    told = unexpected(error, f"{article.id}:{number.start}")
    what = f"the number {number.text!r} at character {number.start} of {article.id} is not read: {told.what}"
    return Failure(source=article.source, what=what, where=article.source, todo=told.todo)


def _scan(sentence: Sentence, convention: Convention, announced: Quantity | None) -> tuple[Scanned, list[Rejected]]:
    """The times and quantities of a sentence, and its numerals that are none; boilerplate has no quantities.

    `convention` says how the article writes its numbers, `announced` is the total whose parts a list below it gives.
    """
    text = sentence.text
    times = tuple(find_times(text))
    numbers = read_numbers(text, times, convention)
    if sentence.boilerplate:
        return Scanned(sentence, times, ()), _as_boilerplate(numbers)
    quantities = read_quantities(text, numbers.amounts, first_word, announced)
    aside = [one for one in (*numbers.passed, *quantities.passed) if not _inside(one, quantities.found)]
    if sentence.cell is None:
        return Scanned(sentence, times, quantities.found), aside
    first, last = sentence.cell.span
    own = tuple(one for one in quantities.found if first <= one.amount.number < last)
    return Scanned(sentence, times, own), [one for one in aside if first <= one.start < last]


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


def _surroundings(article: Article, cleaned: CleanText, scanned: list[Scanned]) -> Surroundings:
    """What the article hands to each figure: its day, its place, the period of its lead."""
    opening = tuple(time for s in scanned if s.sentence.role != "body" for time in s.times)
    anchor = period.anchor_of(article.published, opening)
    if anchor.year is None:
        early = [s for s in scanned if s.sentence.role != "title"][:OPENING_SENTENCES]
        anchor = period.anchor_of(article.published, tuple(time for s in early for time in s.times if time.named))
    leads = tuple(time for s in scanned if s.sentence.role == "lead" for time in s.times)
    anchor = replace(anchor, event=period.event_day(leads, anchor))
    when = date.fromisoformat(article.published[:10]) if article.published else None
    scene = Scene(article.place, when, _province_of(article))
    if any(one.quantities for one in scanned) and (held := _site_of_events(scanned, scene)):
        scene = replace(scene, introduced=held)
    lead = _lead_period(scanned, anchor)
    return Surroundings(article.id, article.text, cleaned, anchor, scene, lead, _one_a_line(scanned))


def _province_of(article: Article) -> str | None:
    """The province that an article's units lie in where it says no other: that of its own place, else of its site."""
    site = None if article.place == NATION else site_of(article.url)
    own = article.place.province if article.place else None
    return own or (site.province.full_name if site else None)


def _site_of_events(scanned: list[Scanned], scene: Scene) -> Place | None:
    """The commune where the lead's event takes place, else the one that the opening sentences address."""
    if scene.home is None:
        return None
    for lead in (one.sentence.text for one in scanned if one.sentence.role == "lead"):
        if held := event_place(lead, find_places(lead), scene):
            return held
    texts = [one.sentence.text for one in scanned if one.sentence.role != "title"][:OPENING_SENTENCES]
    return incident_place([(text, find_places(text)) for text in texts], scene)


def _one_a_line(scanned: list[Scanned]) -> bool:
    """Whether the article comes with one sentence a line, so that its paragraphs are lost."""
    body = [s.sentence.paragraph for s in scanned if s.sentence.role == "body" and s.sentence.cell is None]
    return len(body) >= LEAST_LINES and len(set(body)) / len(body) > MOSTLY_SINGLE


def _lead_period(scanned: list[Scanned], anchor: Anchor) -> Decided[str | None]:
    """The period that the lead's first telling sentence names, or the title's."""
    leads = [s for s in scanned if s.sentence.role == "lead"]
    titles = [s for s in scanned if s.sentence.role == "title"]
    for one in (*leads, *titles):
        text = one.sentence.text
        telling = bool(one.quantities or _REVIEW.search(text))
        found = period.of_lead(one.times, anchor, meeting=bool(_MEETING.search(text)), telling=telling)
        if found.rule != "period.none":
            return found
    for one in leads:
        if _REPORT.search(one.sentence.text) and (day := period.event_day(one.times, anchor, papers=True)):
            return Decided(day[:4], "period.report")  # Nguồn: Báo cáo số …, ký ngày 23 tháng 5 năm 2011
    return Decided(None, "period.none")
