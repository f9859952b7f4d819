"""What a search found as others read it: JSON, and the columns of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from operator import attrgetter
from typing import Any

from extractor.archive.shapes import ArticleHit, Bin, FacetValue, Hit, Results, Understood
from extractor.dataset.export.columns import FIGURES, Column, Table
from extractor.model.records import Article

_BY_NAME = {column.name: column for column in FIGURES.columns}
_ORDER = (
    "id", "value", "low", "high", "total", "modifier", "unit", "kind", "item", "category", "action", "per", "change",
    "status", "place_then", "level_then", "province_then", "place_today", "period", "first_day", "last_day",
    "indicator", "text",
)  # fmt: skip
_CONFIDENCE = tuple(name for name in _BY_NAME if name.startswith("confidence_"))


def _of_figure(name: str) -> Column[Hit]:
    """A column of the figure that was found."""
    column = _BY_NAME[name]
    return Column(name, column.type, column.about, lambda hit: column.read(hit.figure), column.needed)


def _text(name: str, about: str, path: str, *, needed: bool = False) -> Column[Hit]:
    """A column of text that stands elsewhere in what was found."""
    read: Callable[[Hit], Any] = attrgetter(path)
    return Column(name, "text", about, read, needed)


HITS: Table[Hit] = Table(
    "results", "figures that a search found, each with its sentence and its article",
    (
        *map(_of_figure, _ORDER),
        _text("sentence", "the sentence that states it, as published", "sentence", needed=True),
        _text("title", "the headline of the article", "article.title"),
        _text("published", "when it was published", "article.published"),
        _text("source", "who published it", "source", needed=True),
        _text("url", "the address of the article", "article.url"),
        _text("fact", "the fact that it states", "fact", needed=True),
        _text("agreement", "how all statements of the fact agree", "agreement", needed=True),
        _text("verdict", "what the audit says of it; empty where it was compared with nothing", "verdict"),
        *map(_of_figure, (*_CONFIDENCE, "article_id", "start", "end")),
    ),
    key="id",
)  # fmt: skip
ABOUT_ARTICLE = ("id", "url", "title", "published", "author", "site", "section")


def results_told(results: Results) -> dict[str, Any]:
    """What a search found, as its JSON has it."""
    query, histogram = results.query, results.histogram
    return {
        "query": {"q": query.text, **asdict(query.filters), "sort": query.sort, "page": query.page, "size": query.size},
        "understood": understood_told(results.understood),
        "total": results.total,
        "hits": [hit_told(hit) for hit in results.hits],
        "facets": {name: [_facet_told(one) for one in values] for name, values in results.facets.items()},
        "histogram": histogram
        and {"unit": histogram.unit, "log": histogram.log, "bins": [_bin_told(one) for one in histogram.bins]},
        "articles_total": results.articles_total,
        "articles": [_article_hit_told(one) for one in results.articles],
    }


def hit_told(hit: Hit) -> dict[str, Any]:
    """A figure that was found: its record, and what a reader needs to judge it."""
    return {
        "figure": hit.figure.model_dump(), "sentence": hit.sentence, "mark": hit.mark,
        "article": _article_told(hit.article), "source": hit.source, "place_id": hit.place, "fact": hit.fact,
        "agreement": hit.agreement, "verdict": hit.verdict,
    }  # fmt: skip


def understood_told(understood: Understood) -> dict[str, Any]:
    """How a query was read."""
    said = understood._asdict()
    return said | {"conditions": [one._asdict() for one in understood.conditions]}


def _article_told(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in ABOUT_ARTICLE}


def _facet_told(one: FacetValue) -> dict[str, Any]:
    return one._asdict()


def _bin_told(one: Bin) -> dict[str, Any]:
    return one._asdict()


def _article_hit_told(one: ArticleHit) -> dict[str, Any]:
    return {
        "article": _article_told(one.article),
        "source": one.source,
        "passage": one.passage,
        "marks": one.marks,
    }
