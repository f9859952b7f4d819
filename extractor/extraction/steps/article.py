"""What an article gives to each of its figures: its day, its place, the period of its lead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from extractor.extraction.choice import Choosers
from extractor.extraction.context import period
from extractor.extraction.discourse import Discourse, Given, SentenceView
from extractor.extraction.rules import resolving
from extractor.model.records import Article
from extractor.model.shapes import Anchor, CleanText
from extractor.places.areas import Scene, holders_told
from extractor.places.records import NATION
from extractor.places.sites import site_of

OPENING_SENTENCES = 3  # in them an article says where what it tells of took place


def discourse_of(
    article: Article, clean: CleanText, views: Sequence[SentenceView], choosers: Choosers
) -> Discourse:
    """The discourse before the first sentence of an article; `views` are its sentences that are no boilerplate."""
    anchor = _anchor(article.published, views)
    when = date.fromisoformat(article.published[:10]) if article.published else None
    scene = Scene(article.place, when, _province_of(article))
    held = holders_told((view.text, view.mentions) for view in views)
    given = Given(
        article.id, article.text, clean, anchor, choosers, site=site_of(article.url),
        timeline=period.timeline_of(views, anchor),
    )  # fmt: skip
    return Discourse(given, replace(scene, held=held))


def _anchor(published: str | None, views: Sequence[SentenceView]) -> Anchor:
    """What the article says of its own time: in title and lead, else in its first sentences."""
    opening = tuple(time for view in views if view.sentence.role != "body" for time in view.times)
    anchor = resolving.anchor_of(published, opening)
    if anchor.year is None:
        named = (time for view in _opening(views) for time in view.times if time.named)
        anchor = resolving.anchor_of(published, tuple(named))
    leads = tuple(time for view in views if view.sentence.role == "lead" for time in view.times)
    return replace(anchor, event=resolving.event_day(leads, anchor))


def _opening(views: Sequence[SentenceView]) -> list[SentenceView]:
    """The first sentences behind the title."""
    return [view for view in views if view.sentence.role != "title"][:OPENING_SENTENCES]


def _province_of(article: Article) -> str | None:
    """The province that an article's units lie in where it says no other: that of its own place, else of its site."""
    site = None if article.place == NATION else site_of(article.url)
    own = article.place.province if article.place else None
    return own or (site.province.full_name if site else None)
