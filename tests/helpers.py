"""Helpers of the tests: an article of one text, its numbers, what stands between bars."""

from __future__ import annotations

import regex

from extractor.extraction.pipeline import Extraction, extract
from extractor.extraction.steps.clean import clean
from extractor.language.numbers import Numeral, find_numerals
from extractor.model.records import Article, FigureBase, Passed

RUN = regex.compile(r"[0-9]+")


def article(text: str) -> Article:
    """An article that is this text and nothing else: nothing is looked for in it that reading would find."""
    return Article(
        id="test", source="test", text=text, title=None, published=None, author=None, site=None, section=None,
        place=None, furniture=(),
    )  # fmt: skip


def marked(example: str, opening: str, closing: str) -> tuple[str, int, int]:
    """The text without the two marks, and the span between them."""
    before, _, rest = example.partition(opening)
    inside, _, after = rest.partition(closing)
    return before + inside + after, len(before), len(before) + len(inside)


def numeral_at(text: str, start: int, end: int) -> Numeral:
    """The numeral that overlaps a span."""
    return next(one for one in find_numerals(text) if one.start < end and start < one.end)


def faults(extraction: Extraction) -> list[str]:
    """What a reading must never do: lose a run of digits, read it twice, or point at other words than it quotes."""
    text = extraction.article.text
    found: list[FigureBase | Passed] = [*extraction.figures, *extraction.passed]
    wrong = [f"{one.text!r} is not at {one.start}" for one in found if text[one.start : one.end] != one.text]
    for run in RUN.finditer(text):
        holders = [one for one in found if one.start < run.end() and run.start() < one.end]
        if len(holders) != 1:
            around = text[max(0, run.start() - 20) : run.end() + 20]
            wrong.append(f"{run[0]} at {run.start()} in {around!r} ends {len(holders)} times")
    return wrong


def lost_words(extraction: Extraction) -> list[str]:
    """The numerals of the text, those in words too, that no figure and no passed number holds."""
    held: list[FigureBase | Passed] = [*extraction.figures, *extraction.passed]
    spans = [(one.start, one.end) for one in held]
    cleaned = clean(extraction.article.text)
    lost: list[str] = []
    start = 0
    for line in cleaned.text.split("\n"):
        for numeral in find_numerals(line):
            first, last = cleaned.raw(start + numeral.start, start + numeral.end)
            if not any(begin < last and first < end for begin, end in spans):
                lost.append(f"{extraction.article.text[first:last]!r} at {first}")
        start += len(line) + 1
    return lost


def extracted(text: str) -> Extraction:
    """The extraction of an article that is this text."""
    return extract(article(text))


def bracketed(example: str, *, published: str | None = None) -> FigureBase:
    """The one figure of the number in square brackets, of an article that is this text without them."""
    text, start, end = marked(example, "[", "]")
    news = Article(id="test", source="test", text=text, published=published)
    (figure,) = [one for one in extract(news).figures if one.start < end and start < one.end]
    return figure
