"""Plain text as scraped to an article: the text stays as it is, what is known of it is found in it."""

from __future__ import annotations

from hashlib import blake2b

import regex

from extractor.lexicon.pages import AUTHOR_MARKS
from extractor.patterns import one_of
from extractor.reading.about import place_of
from extractor.reading.furniture import Layout, layout
from extractor.records import Article
from extractor.shapes import Span

_MARKED = regex.compile(rf"^\s*{one_of(AUTHOR_MARKS)}\b\s*:?\s*(?P<name>\S.*)$", regex.IGNORECASE)
_NAME = regex.compile(r"^(?:\p{Lu}[\p{L}.]*)(?:\s*[-–,&]?\s*\p{Lu}[\p{L}.]*){0,7}$")
LAST_LINES = 4
MOST_BLANKS = 40  # names have up to eight words, and marks and dashes around them


def identify(source: str, text: str) -> str:
    """The id of an article: a stable hash of where it came from and what it says."""
    return blake2b(f"{source}\n{text}".encode(), digest_size=8).hexdigest()


def read_text(text: str, *, source: str, name: str | None = None, url: str | None = None, title: str | None = None,
              published: str | None = None, encoding: str = "utf-8") -> Article:  # fmt: skip
    """The article that a text holds; what the source says of it (title, date) goes before what the text says.

    `source` is recorded as given; `name` is the id if the source has one of its own.
    """
    page = layout(text, known_title=title)
    heading = title or (text[page.title[0] : page.title[1]].strip() if page.title else None)
    return Article(
        id=name or identify(source, text),
        source=source,
        url=url,
        title=heading,
        published=published or page.published,
        author=_author(text, page),
        site=page.site,
        place=place_of(text, heading, page, published or page.published),
        text=text,
        furniture=page.furniture,
        encoding=encoding,
    )


def _author(text: str, page: Layout) -> str | None:
    """The name under the article: the last short line of the body that is a name."""
    for line in _last_lines(text, page.furniture):
        if line.count(" ") > MOST_BLANKS:
            continue
        marked = _MARKED.match(line)
        name = (marked["name"] if marked else line).strip(" ./*-–")
        if len(name.split()) <= 8 and _NAME.match(name) and (marked or len(name.split()) >= 2 or "." in name):
            return name
    return None


def _last_lines(text: str, furniture: tuple[Span, ...]) -> list[str]:
    """The last lines of the article that are no furniture, the last one first."""
    lines: list[str] = []
    end = len(text)
    while end >= 0 and len(lines) < LAST_LINES:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if line.strip() and not any(first <= start and end <= last for first, last in furniture):
            lines.append(line)
        end = start - 1
    return lines
