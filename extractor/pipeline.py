"""The only place that knows the order of the steps: an article in, its figures and passed numbers out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import regex

from extractor.context import period
from extractor.context.place import Scene
from extractor.lexicon.places import find_places
from extractor.lexicon.times import MEETINGS
from extractor.patterns import one_of
from extractor.reading.furniture import layout
from extractor.records import Article, FigureBase, Passed
from extractor.rules.times import TimeExpression, find_times
from extractor.shapes import CleanText, Decided, Passing, Sentence
from extractor.steps import figures as figure_step
from extractor.steps.clean import clean
from extractor.steps.figures import Scanned, Surroundings
from extractor.steps.numerals import read_numbers
from extractor.steps.quantities import read_quantities
from extractor.steps.sentences import sentences
from extractor.steps.tokens import first_word, sentence_spans

_MEETING = regex.compile(rf"\b{one_of(MEETINGS)}\b", regex.IGNORECASE)
LEAST_LINES, MOSTLY_SINGLE = 8, 0.9  # an article of a corpus that was split to sentences
_REVIEW = regex.compile(r"\b(?:sơ kết|tổng kết|đánh giá|nhìn lại|khép lại|công tác|kết quả|tình hình|bước vào|năm học)\b", regex.IGNORECASE)
_MAY_TELL_TIME = regex.compile(r"\d|\b(?:nay|hiện|năm|tháng|gian|dịp|trước|giờ)\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one article: its figures, and the numbers that are none with their reasons."""

    article: Article
    figures: tuple[FigureBase, ...]
    passed: tuple[Passed, ...]


def extract(article: Article) -> Extraction:
    """Every figure of an article as a typed record, and every other number with the reason why it is none."""
    cleaned = clean(article.text)
    page = layout(article.text, known_title=article.title)
    scanned: list[Scanned] = []
    passed: list[Passed] = []
    title, lead = (cleaned.cleaned(span) if span else None for span in (page.title, page.lead))
    furniture = tuple(cleaned.cleaned(span) for span in article.furniture)
    for sentence in sentences(cleaned, sentence_spans, title=title, lead=lead, furniture=furniture):
        times = tuple(find_times(sentence.text)) if _MAY_TELL_TIME.search(sentence.text) else ()
        numbers = read_numbers(sentence.text, times)
        if sentence.furniture:
            for one in (*numbers.amounts, *numbers.passed):
                start = one.number if hasattr(one, "number") else one.start
                passed.append(_passed(article, cleaned, sentence, Passing(start, one.end, "furniture", "pass.furniture")))
            continue
        quantities = read_quantities(sentence.text, numbers.amounts, first_word)
        for one in (*numbers.passed, *quantities.passed):
            if not any(found.start < one.end and one.start < found.end for found in quantities.found):  # the 2 of m2
                passed.append(_passed(article, cleaned, sentence, one))
        scanned.append(Scanned(sentence, times, quantities.found))
    around = _surroundings(article, cleaned, scanned)
    return Extraction(article, tuple(figure_step.build(scanned, around, find_places)), tuple(passed))


def _passed(article: Article, cleaned: CleanText, sentence: Sentence, one: Passing) -> Passed:
    start, end = cleaned.raw(sentence.start + one.start, sentence.start + one.end)
    return Passed(article_id=article.id, start=start, end=end, text=article.text[start:end], reason=one.reason, rule=one.rule)


def _surroundings(article: Article, cleaned: CleanText, scanned: list[Scanned]) -> Surroundings:
    """What the article hands to each figure: its day, its place, the period of its lead."""
    years = frozenset(t.first.year for s in scanned for t in s.times if t.first and t.first.year and t.first == t.last)
    anchor = period.anchor_of(article.published, years)
    leads = [time for s in scanned if s.sentence.role == "lead" for time in s.times]
    anchor = replace(anchor, event=period.event_day(tuple(leads), anchor))
    when = date.fromisoformat(article.published[:10]) if article.published else None
    scene = Scene(article.place, when, article.place.province if article.place else None)
    return Surroundings(article.id, article.text, cleaned, anchor, scene, _lead_period(scanned, anchor), _one_a_line(scanned))


def _one_a_line(scanned: list[Scanned]) -> bool:
    """Whether the article comes with one sentence a line, so that its paragraphs are lost."""
    body = [s.sentence.paragraph for s in scanned if s.sentence.role == "body"]
    return len(body) >= LEAST_LINES and len(set(body)) / len(body) > MOSTLY_SINGLE


def _lead_period(scanned: list[Scanned], anchor: period.Anchor) -> Decided[str | None]:
    """The period that the lead's first telling sentence names, or the title's."""
    leads = [s for s in scanned if s.sentence.role == "lead"]
    titles = [s for s in scanned if s.sentence.role == "title"]
    for one in (*leads, *titles):
        telling = bool(one.quantities or _REVIEW.search(one.sentence.text))
        found = period.of_lead(one.times, anchor, meeting=bool(_MEETING.search(one.sentence.text)), telling=telling)
        if found.rule != "period.none":
            return found
    return Decided(None, "period.none")


__all__ = ["Extraction", "TimeExpression", "extract"]
