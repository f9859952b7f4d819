"""What an article gives to each of its figures: its day, its place, the period of its lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import regex

from extractor.extraction.choice import Choosers
from extractor.extraction.context import period
from extractor.extraction.discourse import Discourse, Given, SentenceView
from extractor.language.patterns import one_of
from extractor.lexicon.times import MEETINGS
from extractor.model.records import Article
from extractor.model.shapes import Anchor, CleanText, Decided
from extractor.places.areas import Scene, holders_told
from extractor.places.records import NATION
from extractor.places.sites import site_of

_MEETING = regex.compile(rf"\b{one_of(MEETINGS)}\b", regex.IGNORECASE)
_REVIEW = regex.compile(
    r"\b(?:sơ kết|tổng kết|đánh giá|nhìn lại|khép lại|công tác|kết quả|tình hình|bước vào|năm học)\b", regex.IGNORECASE
)
_REPORT = regex.compile(r"\b(?:báo cáo|số liệu|thống kê)\b", regex.IGNORECASE)
OPENING_SENTENCES = 3  # in them an article says where what it tells of took place
LEAST_LINES, MOSTLY_SINGLE = 8, 0.9  # an article of a corpus that was split to sentences


def discourse_of(
    article: Article, clean: CleanText, views: Sequence[SentenceView], choosers: Choosers
) -> Discourse:
    """The discourse before the first sentence of an article; `views` are its sentences that are no boilerplate."""
    anchor = _anchor(article.published, views)
    when = date.fromisoformat(article.published[:10]) if article.published else None
    scene = Scene(article.place, when, _province_of(article))
    held = holders_told((view.text, view.mentions) for view in views)
    lead = _lead_period(views, anchor)
    given = Given(article.id, article.text, clean, anchor, lead, choosers, _one_a_line(views), site=site_of(article.url))
    return Discourse(given, replace(scene, held=held))


def _anchor(published: str | None, views: Sequence[SentenceView]) -> Anchor:
    """What the article says of its own time: in title and lead, else in its first sentences."""
    opening = tuple(time for view in views if view.sentence.role != "body" for time in view.times)
    anchor = period.anchor_of(published, opening)
    if anchor.year is None:
        named = (time for view in _opening(views) for time in view.times if time.named)
        anchor = period.anchor_of(published, tuple(named))
    leads = tuple(time for view in views if view.sentence.role == "lead" for time in view.times)
    return replace(anchor, event=period.event_day(leads, anchor))


def _opening(views: Sequence[SentenceView]) -> list[SentenceView]:
    """The first sentences behind the title."""
    return [view for view in views if view.sentence.role != "title"][:OPENING_SENTENCES]


def _province_of(article: Article) -> str | None:
    """The province that an article's units lie in where it says no other: that of its own place, else of its site."""
    site = None if article.place == NATION else site_of(article.url)
    own = article.place.province if article.place else None
    return own or (site.province.full_name if site else None)


def _one_a_line(views: Sequence[SentenceView]) -> bool:
    """Whether the article comes with one sentence a line, so that its paragraphs are lost."""
    body = [view.sentence.paragraph for view in views if view.sentence.role == "body" and view.sentence.cell is None]
    return len(body) >= LEAST_LINES and len(set(body)) / len(body) > MOSTLY_SINGLE


def _lead_period(views: Sequence[SentenceView], anchor: Anchor) -> Decided[str | None]:
    """The period that the lead's first sentence with figures or a review names, or the title's."""
    leads = [view for view in views if view.sentence.role == "lead"]
    titles = [view for view in views if view.sentence.role == "title"]
    for view in (*leads, *titles):
        significant = bool(view.quantities or _REVIEW.search(view.text))
        found = period.of_lead(view.times, anchor, meeting=bool(_MEETING.search(view.text)), significant=significant)
        if found.basis != "none":
            return found
    for view in leads:
        if _REPORT.search(view.text) and (day := period.event_day(view.times, anchor, papers=True)):
            return Decided(day[:4], "period.report")  # Nguồn: Báo cáo số …, ký ngày 23 tháng 5 năm 2011
    return Decided(None, "period.none")
