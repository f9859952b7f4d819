"""Sentences of articles with the numbers marked that matter; asked for first, found in one pass over the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

import regex

from extractor.audit.report.shapes import Piece, Quote, QuoteKey, Source
from extractor.audit.report.words import period
from extractor.model.records import Article
from extractor.model.shapes import Span

MOST_AROUND = 300  # characters that are quoted to each side of a number: a sentence without a stop may be a page long
DAY = len("2024-03-04")
# No javascript:, no data:, nothing that ends an attribute.
WEB = regex.compile(r"https?://[^\s<>\"'\\]+", regex.IGNORECASE)
Mark = tuple[Span, str]


class Quotes:
    """The sentences that a report quotes, and the articles that it names."""

    def __init__(self) -> None:
        self._wanted: defaultdict[str, set[Span]] = defaultdict(set)
        self._texts: dict[QuoteKey, str] = {}
        self._sources: dict[str, Source] = {}

    def want(self, article: str, span: Span) -> None:
        """Asks for a sentence."""
        self._wanted[article].add(span)

    def see(self, article: Article) -> None:
        """Takes of an article what was asked for."""
        spans = self._wanted.get(article.id)
        if spans:
            self._sources[article.id] = source_of(article)
            for start, end in spans:
                self._texts[article.id, start, end] = article.text[start:end]

    def source(self, article: str) -> Source:
        """The article of that id; by its id alone where it was not there."""
        return self._sources.get(article) or Source(article, article, None, None, None)

    def quote(self, article: str, span: Span, marks: Iterable[Mark]) -> Quote:
        """A sentence with the words marked whose spans in the article are given."""
        start, end = span
        text = self._texts.get((article, start, end), "")
        within = (((first - start, last - start), kind) for (first, last), kind in marks)
        fit = sorted(mark for mark in within if 0 <= mark[0][0] < mark[0][1] <= len(text))
        return Quote(self.source(article), tuple(_pieces(text, fit)))


def source_of(article: Article) -> Source:
    """An article as readers know it."""
    url = article.url if article.url and WEB.fullmatch(article.url) else None
    title = " ".join((article.title or "").split()) or article.source
    return Source(article.id, title, period((article.published or "")[:DAY] or None), article.site, url)


def _pieces(text: str, marks: list[Mark]) -> Iterator[Piece]:
    """The text in stretches; of words that overlap those that begin first are marked."""
    apart: list[Mark] = []
    for mark in marks:
        if not apart or mark[0][0] >= apart[-1][0][1]:
            apart.append(mark)
    edges = [((0, 0), ""), *apart, ((len(text), len(text)), "")]
    for (before, _), (span, kind) in pairwise(edges):
        between = _shortened(text[before[1] : span[0]], begins=before[1] == 0, ends=span[0] == len(text))
        yield from (Piece(one) for one in (between,) if one)
        if kind:
            yield Piece(text[slice(*span)], kind)


def _shortened(text: str, *, begins: bool, ends: bool) -> str:
    """What stands between two numbers, or before the first or behind the last, without the middle of what is long."""
    front, back = (0 if begins and not ends else MOST_AROUND), (0 if ends and not begins else MOST_AROUND)
    if len(text) <= front + back:
        return text
    return f"{text[:front]} … {text[len(text) - back :]}"
