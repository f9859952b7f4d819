"""HTML pages to articles: trafilatura finds the text, what it gets wrong on district portals is mended here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.errors import InputError
from extractor.reading.dateline import read_dateline
from extractor.reading.document import Document, Options
from extractor.reading.encodings import Decoded, converter_of, declared, decode
from extractor.reading.furniture import composed, is_odd, is_paragraph, is_tail, layout
from extractor.reading.metadata import Head, head_of_page
from extractor.reading.selection import Selected, select, squeezed
from extractor.reading.text import converted, names_source, read_text
from extractor.reading.tree import HEADINGS, Block, all_text, blocks, convert, parse
from extractor.records import Article

ABOVE = 12  # lines: sections, dates, buttons stand between a headline and the text
NEAR = 4  # lines around the headline: there stands the article's own date, further off that of others
LEAST_ARTICLE = 8  # words: what has fewer is a picture or a form
LONGEST_SECTION = 6  # words


@dataclass(frozen=True, slots=True)
class Body:
    """Where the article stands among a page's lines: its headline, its first and its last line."""

    title: int | None
    first: int
    last: int


def read_page(document: Document, options: Options) -> Article:
    """The article of a page; an InputError where it holds none or cannot be decoded."""
    where = document.source
    found = _decoded(document)
    root = parse(composed(found.text), where=where, options=options)
    converter = converter_of(replace(found, text=all_text(root)), where=where)
    if converter:
        convert(root, converter[1])
        found = Decoded(found.text, converter[0])
        document = converted(document, converter[1])
    lines = blocks(root)
    head = head_of_page(root, document.url, shown=frozenset(squeezed(line.text) for line in lines))
    body = _body(lines, select(root), [document.title, *head.titles])
    if body is None:
        raise InputError("no article on this page", where=where, todo="Give the page of one article, not of a list or a picture.")
    title = lines[body.title].text if body.title is not None else document.title or next(iter(head.titles), None)
    text = _text(lines, body)
    known = replace(
        document,
        title=title,
        published=document.published or _published(lines, body, head),
        author=document.author or head.author,
        site=document.site or head.site,
        section=document.section or head.section or _section(lines, body),
        url=head.url,
    )
    return read_text(text, document=known, encoding=found.encoding)


def _decoded(document: Document) -> Decoded:
    content = document.content
    if isinstance(content, str):
        return Decoded(content, document.encoding)
    return decode(content, where=document.source, charset=document.charset or declared(content))


def _body(lines: Sequence[Block], chosen: Selected, titles: list[str | None]) -> Body | None:
    """Where the article stands; None where the page has none."""
    core = [at for at, line in enumerate(lines) if is_paragraph(line.text) and not line.mostly_links and not is_odd(line.text) and line.text in chosen]
    if not core:
        core = _longest(lines, chosen)
    if not core:
        return None
    title = _title(lines, core[0], titles)
    first = title if title is not None else core[0]
    last = _last(lines, first, core, chosen)
    return Body(title, first, last)


def _longest(lines: Sequence[Block], chosen: Selected) -> list[int]:
    """The longest line, for an article of one short paragraph."""
    plain = [at for at, line in enumerate(lines) if not line.mostly_links and not is_odd(line.text) and line.tag not in HEADINGS and len(line.text.split()) >= LEAST_ARTICLE]
    plain = [at for at in plain if lines[at].text in chosen] or plain
    return [max(plain, key=lambda at: len(lines[at].text))] if plain else []


def _title(lines: Sequence[Block], first: int, titles: list[str | None]) -> int | None:
    """The headline's line: one that the head names, nearest above the text, else the heading right above it."""
    named = [squeezed(title) for title in titles if title]
    for name in named:
        found = next((at for at in range(first, -1, -1) if squeezed(lines[at].text) == name), None)
        if found is not None:
            return found
    start = max(0, first - ABOVE)
    above = "\n".join(line.text for line in lines[start : first + 1])
    page = layout(above)
    if page.title is None:
        return None
    at = start + above.count("\n", 0, page.title[0])
    return at if at < first else None


def _last(lines: Sequence[Block], first: int, core: list[int], chosen: Selected) -> int:
    """The article's last line: what follows its last paragraph belongs to it until other news or the page's foot begin."""
    beyond = 0
    for at in range(first, len(lines)):
        line = lines[at]
        if at > core[0] and is_tail(line.text):
            return at - 1
        if at > core[-1]:
            beyond += line.tag != "row" and line.text not in chosen
            if _is_link(line) or beyond > NEAR:
                return at - 1
    return len(lines) - 1


def _text(lines: Sequence[Block], body: Body) -> str:
    """The article's lines as text, without links to other news; a blank line between paragraphs."""
    pieces: list[str] = []
    for at in range(body.first, body.last + 1):
        line = lines[at]
        if at != body.title and _is_link(line) and not is_paragraph(line.text):
            continue
        tight = line.tag in ("row", "li", "br") and pieces
        pieces.append(f"{'' if not pieces else chr(10) if tight else chr(10) * 2}{line.text}")
    return "".join(pieces) + "\n"


def _is_link(line: Block) -> bool:
    """Whether a line leads to another page, and does not name the article's source: Theo http://baodaknong.org.vn."""
    return line.mostly_links and not names_source(line.text)


def _published(lines: Sequence[Block], body: Body, head: Head) -> str | None:
    """The article's date: the head's, with the time of day that stands at the headline, else what stands there."""
    at = body.title if body.title is not None else body.first
    near = (at + step * side for step in range(1, NEAR + 1) for side in (-1, 1))
    cells = (cell for i in near if 0 <= i < len(lines) for cell in lines[i].text.split(" | "))
    beside = next((found.published for cell in cells if (found := read_dateline(cell))), None)
    if head.published and beside and len(head.published) == 10 and beside.startswith(head.published):
        return beside
    return head.published or beside


def _section(lines: Sequence[Block], body: Body) -> str | None:
    """The site's heading right over the article, where the page has a link of that name: Kinh tế."""
    at = body.title if body.title is not None else body.first
    links = "\n".join(squeezed(line.text) for line in lines if line.mostly_links)
    for cell in (cell for line in reversed(lines[max(0, at - NEAR) : at]) for cell in line.text.split(" | ")):
        name = squeezed(cell)
        if name and len(cell.split()) <= LONGEST_SECTION and not is_odd(cell) and not is_tail(cell):
            return cell if name in links else None
    return None
