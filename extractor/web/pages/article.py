"""An article: its whole text with every number marked, and what is known of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from extractor.archive.reading import Records
from extractor.archive.shapes import Hit
from extractor.audit.report.words import Both
from extractor.audit.report.words import reason as reason_of
from extractor.model.records import Article, Passed
from extractor.model.shapes import Span
from extractor.web.lookups.articles import Full, full
from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked, MissingError

SHOW_PASSED = "passed"


class Piece(NamedTuple):
    """A stretch of the text: plain, dim where it is boilerplate, the words of a figure, or a number passed over."""

    text: str
    dim: bool = False
    hit: Hit | None = None
    reason: Both | None = None
    at: int = 0  # where a number begins


class Paragraph(NamedTuple):
    """A line of the text."""

    role: str  # title, lead or body
    pieces: tuple[Piece, ...]


def page(connection: sqlite3.Connection, asked: Asked) -> Answer:
    """The page of an article."""
    found = full(Records(connection), asked.parts["id"])
    if found is None:
        raise MissingError("no article of this id")
    shown = asked.one(SHOW_PASSED) == "1"
    return rendered(
        "article.html", asked, full=found, article=found.article, show_passed=shown,
        paragraphs=tuple(paragraphs(found, passed=shown)),
    )  # fmt: skip


def paragraphs(found: Full, *, passed: bool) -> Iterator[Paragraph]:
    """The lines of the text with its numbers; those passed over where they are asked for."""
    article = found.article
    marks = _apart(found, found.passed if passed else ())
    at = 0
    for line in article.text.splitlines(keepends=True):
        start, end = at, at + len(line.rstrip())
        at += len(line)
        if end > start:
            yield Paragraph(_role(article, (start, end)), tuple(_pieces(article, (start, end), marks)))


def _apart(found: Full, passed: tuple[Passed, ...]) -> list[tuple[Span, Hit | Passed]]:
    """The numbers in the order of the text; of those that overlap the first is marked."""
    both: list[tuple[Span, Hit | Passed]] = [((hit.figure.start, hit.figure.end), hit) for hit in found.hits]
    both += [((one.start, one.end), one) for one in passed]
    apart: list[tuple[Span, Hit | Passed]] = []
    for span, one in sorted(both, key=lambda mark: (mark[0][0], -mark[0][1])):
        if span[0] < span[1] and (not apart or span[0] >= apart[-1][0][1]):
            apart.append((span, one))
    return apart


def _role(article: Article, span: Span) -> str:
    for role, of in (("title", article.title_span), ("lead", article.lead_span)):
        if of and of[0] <= span[0] < of[1]:
            return role
    return "body"


def _pieces(article: Article, span: Span, marks: list[tuple[Span, Hit | Passed]]) -> Iterator[Piece]:
    """A line in stretches; a number that goes over its end is marked where it begins."""
    at, end = span
    for (first, last), one in marks:
        if at <= first < end:
            yield from _plain(article, (at, first))
            last = min(last, end)
            words = article.text[first:last]
            if isinstance(one, Passed):
                yield Piece(words, reason=reason_of(one.reason), at=first)
            else:
                yield Piece(words, hit=one, at=first)
            at = last
    yield from _plain(article, (at, end))


def _plain(article: Article, span: Span) -> Iterator[Piece]:
    """What stands between numbers, what is boilerplate dim."""
    at, end = span
    for first, last in sorted(article.furniture):
        first, last = max(first, at), min(last, end)
        if first < last:
            yield from (Piece(one) for one in (article.text[at:first],) if one)
            yield Piece(article.text[first:last], dim=True)
            at = last
    if at < end:
        yield Piece(article.text[at:end])
