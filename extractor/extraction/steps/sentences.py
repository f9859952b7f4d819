"""Clean text to sentences: lines are paragraphs, list items and headings sentences of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import regex

from extractor.language.patterns import regex_pattern
from extractor.model.shapes import CleanText, Role, Sentence, Span

_LISTED = regex_pattern(r"\s*(?:[-+•*▪►●✓]|\d{1,2}[.)]|[a-zđ]\))\s+", regex.IGNORECASE)
Splitter = Callable[[str], Iterable[Span]]


def sentences(
    clean: CleanText, split: Splitter, *, title: Span | None, lead: Span | None, boilerplate: tuple[Span, ...]
) -> Iterator[Sentence]:
    """Every sentence of the text in order; spans are in the clean text, `split` gives those within a line."""
    start, paragraph = 0, 0
    heads: tuple[tuple[Role, Span | None], ...] = (("title", title), ("lead", lead))
    marks = iter(boilerplate)
    mark = next(marks, None)
    for line in clean.text.split("\n"):
        end = start + len(line)
        while mark and mark[1] <= start:
            mark = next(marks, None)
        if line.strip():
            inside = bool(mark and mark[0] <= start and end <= mark[1])
            role: Role = "body"
            for name, span in heads:
                if span and start < span[1] and span[0] < end:  # a line is the title or the lead where it overlaps it
                    role = name
                    break
            for first, last in split(line):
                text = line[first:last]
                yield Sentence(start + first, start + last, text, paragraph, role, inside, _is_listed(text))
            paragraph += 1
        start = end + 1


def _is_listed(text: str) -> bool:
    """Whether a sentence opens with a list mark."""
    first = text.lstrip()[:2]
    if first[:1].isalpha() and first[1:] != ")":
        return False
    return _LISTED.match(text) is not None
