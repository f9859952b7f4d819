"""HTML pages to articles: trafilatura finds the text, what it gets wrong on district portals is mended here."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from msgspec.structs import replace

from extractor.language.patterns import regex_pattern
from extractor.layout.bounds import Bounds, bounds_of
from extractor.layout.lines import composed, is_aside, is_odd, is_paragraph, is_tail
from extractor.layout.posted import NEAR, posted
from extractor.layout.words import MISSING
from extractor.model.errors import InputError
from extractor.reading.document import Document, Options, Reading
from extractor.reading.encoding.encodings import Decoded, converter_of, declared, decode
from extractor.reading.encoding.entities import decoded
from extractor.reading.html.body import Body, aside_boxes, body_of, fuller, is_link, is_within
from extractor.reading.html.metadata import Head, head_of_page
from extractor.reading.html.selection import select, squeezed
from extractor.reading.html.tree import Block, all_text, blocks, convert, parse_html
from extractor.reading.text import converted, named_author, read_text

LONGEST_SECTION = 6  # words
MOST_OF_ERROR = 5  # lines
_MISSING = frozenset(map(squeezed, MISSING))
_ESCAPED = regex_pattern(r"&amp;(?:amp;)*(?:#[0-9]{2,7};|#[xX][0-9a-fA-F]{2,6};|[A-Za-z][A-Za-z0-9]{1,30};)")  # h&amp;#7897;
_SECTION = regex_pattern(r"^chuyên\s+mục\s*:\s*(?P<name>\p{L}[\w ,-]{1,40})$", regex.IGNORECASE)


def read_page(document: Document, options: Options) -> Reading:
    """The article of a page; an InputError where it holds none or cannot be decoded."""
    where = document.source
    found = _decoded(document)
    root = parse_html(composed(found.text), where=where, options=options)
    if _ESCAPED.search(found.text):
        convert(root, decoded)
    converter = converter_of(replace(found, text=all_text(root)), where=where)
    if converter:
        convert(root, converter[1])
        found = Decoded(found.text, converter[0])
        document = converted(document, converter[1])
    lines = blocks(root)
    head = head_of_page(root, document.url, shown=frozenset(squeezed(line.text) for line in lines))
    titles = [title for title in (document.title, *head.headings, *head.titles) if not (title and is_odd(title))]
    body = body_of(lines, select(root), titles)
    if body is None:  # some pages hide the article until a script shows it
        lines = blocks(root, hidden=True)
        body = body_of(lines, select(root), titles)
    if body is None:
        raise InputError("no article on this page", where=where, todo="Give the page of one article, not of a list or a picture.")
    if len(body.lines) <= MOST_OF_ERROR and any(squeezed(said) in _MISSING for said in (*head.named, *(lines[at].text for at in body.lines))):
        raise InputError("a page that says that there is none", where=where, todo="Scrape the address again, or leave it out.")
    bounds = _bounds(lines)
    body = fuller(lines, body, bounds, titles)
    title = lines[body.title].text if body.title is not None else document.title or next((one for one in head.titles if not is_odd(one)), None)
    text = _text(lines, body)
    known = replace(
        document,
        title=title,
        published=document.published or _published(lines, body, head),
        author=document.author or head.author or _byline(lines, body),
        site=document.site or head.site,
        section=document.section or head.section or _section(lines, body),
        url=head.url,
    )
    read = read_text(text, document=known, encoding=found.encoding)
    return replace(read, prose=max(read.prose, sum(bounds.prose)))


def _bounds(lines: Sequence[Block]) -> Bounds:
    """Where the article would stand if the page were text."""
    return bounds_of([line.text for line in lines], [is_odd(line.text) or (line.mostly_links and is_paragraph(line.text)) for line in lines])


def _decoded(document: Document) -> Decoded:
    content = document.content
    if isinstance(content, str):
        return Decoded(content, document.encoding)
    return decode(content, where=document.source, charset=document.charset or declared(content))


def _text(lines: Sequence[Block], body: Body) -> str:
    """The article's lines as text, without links to other news and boxes of them; a blank line between paragraphs."""
    pieces: list[str] = []
    boxes = aside_boxes(lines, body.lines)
    table = 0
    for at in body.lines:
        line = lines[at]
        if at != body.title and (is_tail(line.text) or is_aside(line.text) or (is_link(line) and not is_paragraph(line.text)) or is_within(line, boxes)):
            continue
        tight = line.tag in ("row", "li", "br") and pieces and not (line.tag == "row" and line.table != table)
        table = line.table
        pieces.append(f"{'' if not pieces else chr(10) if tight else chr(10) * 2}{line.text}")
    return "".join(pieces) + "\n"


def _published(lines: Sequence[Block], body: Body, head: Head) -> str | None:
    """The article's date: the head's, with the time of day that stands at the headline, else what stands there."""
    beside = posted([line.text for line in lines], body.lines[0], body.lines[0] + NEAR)
    if head.published and beside and len(head.published) == 10 and beside.startswith(head.published):
        return beside
    return head.published or beside


def _byline(lines: Sequence[Block], body: Body) -> str | None:
    """Who wrote the article, where a line at the headline says so: Tác giả: Ngô Hạnh."""
    return next((name for line in _near(lines, body) for cell in line.split(" | ") if (name := named_author(cell))), None)


def _near(lines: Sequence[Block], body: Body) -> list[str]:
    """The lines around the headline, the nearest ones first."""
    at = body.lines[0]
    near = (at + step * side for step in range(1, NEAR + 1) for side in (-1, 1))
    return [lines[i].text for i in near if 0 <= i < len(lines)]


def _section(lines: Sequence[Block], body: Body) -> str | None:
    """The site's heading right over the article, where the page has a link of that name: Kinh tế; or what a line names so."""
    named = next((found["name"] for line in _near(lines, body) for cell in line.split(" | ") if (found := _SECTION.match(cell))), None)
    if named:
        return str(named)
    at = body.lines[0]
    links = "\n".join(squeezed(line.text) for line in lines if line.mostly_links)
    for i in range(at - 1, max(0, at - NEAR) - 1, -1):
        for cell in lines[i].text.split(" | "):
            name = squeezed(cell)
            if name and len(cell.split()) <= LONGEST_SECTION and not is_odd(cell) and not is_tail(cell):
                return cell if name in links and not _is_in_menu(lines, i) else None
    return None


def _is_in_menu(lines: Sequence[Block], at: int) -> bool:
    """Whether a line is one of several links, an entry each, that are no path to the article: Trang chủ › Kinh tế."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or not (line.mostly_links and above.mostly_links) or is_odd(above.text):
        return False
    return line.tag == above.tag and len(line.box) == len(above.box) and line.box[:-2] == above.box[:-2]
