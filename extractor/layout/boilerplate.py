"""Which lines of a scraped page are the article: title, lead and body, and which are boilerplate."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from extractor.layout.bounds import Bounds, bounds_of
from extractor.layout.dateline import read_dateline
from extractor.layout.lines import (
    LEAST_PARAGRAPH_WORDS,
    LEAST_TITLE_WORDS,
    LONGEST_BYLINE,
    composed,
    ends_sentence,
    is_aside,
    is_byline,
    is_listed,
    is_odd,
    is_own_aside,
    is_paragraph,
    is_tail,
    names_site,
)
from extractor.layout.posted import date_of, posted
from extractor.model.shapes import Span

LEAST_REPEATED = 6  # words: shorter lines are repeated on purpose, in tables and lists
MOST_TEASERS = 6  # below one heading

class PageLine(NamedTuple):
    """A line of the article's text with its span."""

    start: int
    end: int
    text: str


class Layout(Struct, frozen=True):
    """What a page's lines are: spans of title and lead, the boilerplate, the date line, a site name."""

    title: Span | None
    lead: Span | None
    boilerplate: tuple[Span, ...]
    repeated: tuple[Span, ...]  # lines of the article that repeat the line above, which are boilerplate as well
    published: str | None
    site: str | None
    prose: int = 0  # characters of running prose, without summaries of other news
    taken: int = 0  # of them those of the article

    @property
    def aside(self) -> tuple[Span, ...]:
        """All that is not the article, in order."""
        return tuple(sorted((*self.boilerplate, *self.repeated)))


def _lines(text: str) -> list[PageLine]:
    lines, start = [], 0
    for raw in text.split("\n"):
        plain = composed(raw.strip())
        if plain:
            lines.append(PageLine(start, start + len(raw), plain))
        start += len(raw) + 1
    return lines


def layout(text: str, *, known_title: str | None = None) -> Layout:
    """The layout of a page's text: every line is title, lead, body or boilerplate."""
    lines = _lines(text)
    odd = [is_odd(line.text) for line in lines]
    bounds = bounds_of([line.text for line in lines], odd)
    first, body = bounds.first, bounds.body
    title = _title(lines, odd, bounds, known_title)
    if body is not None and title is not None and title >= body:
        body = next((i for i in range(title + 1, len(lines)) if not odd[i] and len(lines[i].text.split()) >= 8), None)
    published = _published(lines, title, body)
    teasers = _teasers(lines, title, body)
    first = first if title is None else title
    boilerplate = [i for i in range(len(lines)) if i != title and (not first <= i < bounds.end or odd[i] or i in teasers)]
    repeated = _repeated(lines, set(boilerplate))
    aside = {*boilerplate, *repeated}
    site = next((lines[i].text for i in boilerplate if names_site(lines[i].text)), None)
    lead = _lead(lines, aside, title)
    return Layout(
        (lines[title].start, lines[title].end) if title is not None else None,
        (lines[lead].start, lines[lead].end) if lead is not None else None,
        _spans(lines, boilerplate),
        _spans(lines, repeated),
        published,
        site,
        sum(bounds.prose),
        sum(bounds.prose) - sum(bounds.prose[at] for at in boilerplate),
    )


def _title(lines: list[PageLine], odd: list[bool], bounds: Bounds, known: str | None) -> int | None:
    """The title's line: the topmost of the headings right above the body."""
    first, body = bounds.first, bounds.body
    if known:
        found = _known(lines, bounds, " ".join(composed(known).split()).lower())
        if found is not None:
            return found
        if not any(read_dateline(line.text) for line in lines[first : first + 4]):
            return None
    if not lines:
        return None
    if body is None:
        body = next((i for i, line in enumerate(lines) if not odd[i] and len(line.text.split()) >= 2 * LEAST_TITLE_WORDS), len(lines))
    title = lowest = None
    for at in range(body - 1, first - 1, -1):
        line = lines[at].text
        if odd[at] or (title is None and (is_byline(line) or (len(line) <= LONGEST_BYLINE and date_of(line)))):
            if title is not None:
                return lowest if is_aside(line) or line.startswith("(") else title  # what stands above are headlines of other news
            continue
        if is_tail(line) and title is not None:
            return lowest
        if len(line.split()) < LEAST_TITLE_WORDS or "|" in line or is_tail(line) or names_site(line):
            break
        title, lowest = at, at if lowest is None else lowest
    if title is None and body < len(lines) and len(lines[body].text.split()) < 2 * LEAST_PARAGRAPH_WORDS and not lines[body].text.endswith("."):
        return body
    return title


def _known(lines: list[PageLine], bounds: Bounds, known: str) -> int | None:
    """The line that is a headline known from elsewhere: the one nearest above the body, since menus and paths name it too."""
    found = [i for i, line in enumerate(lines[: bounds.end]) if known.startswith(line.text[0].lower()) and " ".join(line.text.split()).lower() == known]
    above = [i for i in found if bounds.body is None or i <= bounds.body]
    return above[-1] if above else found[0] if found else None


def _published(lines: list[PageLine], title: int | None, body: int | None) -> str | None:
    """The article's date, by the lines around its title or, without one, the first ones."""
    texts = [line.text for line in lines]
    last = len(lines) if body is None else body
    return posted(texts, 0, min(last, 2)) if title is None else posted(texts, title, last)


def _teasers(lines: list[PageLine], title: int | None, body: int | None) -> set[int]:
    """The headlines of other articles below a heading of such within the text, up to the next paragraph."""
    found: set[int] = set()
    for at in range(body if body is not None else len(lines), len(lines)):
        if not is_aside(lines[at].text) or is_own_aside(lines[at].text):
            continue
        for below in range(at + 1, min(at + 1 + MOST_TEASERS, len(lines))):
            line = lines[below].text
            if below == title or is_paragraph(line) or ends_sentence(line) or len(line.split()) < LEAST_TITLE_WORDS or "|" in line:
                break
            found.add(below)
    return found


def _repeated(lines: list[PageLine], boilerplate: set[int]) -> list[int]:
    """The lines that repeat the line right above word for word: captions that a page has under and beside its picture.

    A sentence of the text that a caption says again further down is stated twice (GUIDELINES.md, 1); items of lists
    may be alike.
    """
    found: list[int] = []
    above = ""
    for at, line in enumerate(lines):
        if at in boilerplate:  # marks of images stand between the two
            continue
        words = line.text.split()
        plain = " ".join(words).lower()
        if plain == above and len(words) >= LEAST_REPEATED and not is_listed(line.text):
            found.append(at)
        above = plain
    return found


def _lead(lines: list[PageLine], boilerplate: set[int], title: int | None) -> int | None:
    """The first paragraph behind the title."""
    first = 0 if title is None else title + 1
    candidates = [i for i in range(first, len(lines)) if i not in boilerplate]
    return next((i for i in candidates if is_paragraph(lines[i].text)), candidates[0] if candidates else None)


def title_and_lead(text: str, title: str | None, boilerplate: tuple[Span, ...]) -> tuple[Span | None, Span | None]:
    """The spans of title and lead in the text of an article whose boilerplate is known."""
    plain = " ".join(composed(title).split()).lower() if title else ""
    found: Span | None = None
    first: Span | None = None
    marks = iter(boilerplate)
    mark = next(marks, None)
    start = 0
    for raw in text.split("\n"):
        span, line, start = (start, start + len(raw)), composed(raw.strip()), start + len(raw) + 1
        while mark and mark[1] <= span[0]:
            mark = next(marks, None)
        if not line or (mark and mark[0] <= span[0] and span[1] <= mark[1]):
            continue
        if plain and found is None and " ".join(line.split()).lower() == plain:
            found = span
        elif is_paragraph(line):
            return found, span
        else:
            first = first or span
    return found, first


def _spans(lines: list[PageLine], chosen: list[int]) -> tuple[Span, ...]:
    """The chosen lines as spans, neighbours joined."""
    spans: list[tuple[int, int]] = []
    last = -2
    for at in chosen:
        if spans and at == last + 1:
            spans[-1] = (spans[-1][0], lines[at].end)
        else:
            spans.append((lines[at].start, lines[at].end))
        last = at
    return tuple(spans)
