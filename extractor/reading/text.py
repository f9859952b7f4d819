"""Plain text as scraped to an article: the text stays as it is, what is known of it is found in it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b

import regex
from msgspec.structs import replace

from extractor.language.patterns import one_of, regex_pattern
from extractor.layout.boilerplate import Layout, layout, title_and_lead
from extractor.layout.lines import LONGEST_BYLINE, composed
from extractor.layout.timestamps import timestamp
from extractor.layout.words import AUTHOR_MARKS, AUTHORS_OF_NOBODY, BYLINES
from extractor.model.errors import InputError
from extractor.model.records import Article
from extractor.model.shapes import Span
from extractor.places.about import place_of
from extractor.reading.document import Document, Reading
from extractor.reading.encoding.damage import refuse_damaged
from extractor.reading.encoding.encodings import Decoded, converter_of, decode
from extractor.reading.encoding.entities import decoded, has_letters

_MARKED = regex_pattern(rf"^\s*{one_of(AUTHOR_MARKS)}\b\s*:?\s*(?P<name>\S.*)$", regex.IGNORECASE)
_BYLINE = regex_pattern(rf"^\s*{one_of(BYLINES)}\s*:?\s*(?P<name>\S.*)$", regex.IGNORECASE)
_NAME = regex_pattern(r"^\p{Lu}[\p{L}.]*+(?:(?:\s*[-–,&]\s*|\s+)\p{Lu}[\p{L}.]*+){0,7}$")
LAST_LINES = 4
MOST_BLANKS = 40  # names have up to eight words, and marks and dashes around them


def identify(source: str, text: str) -> str:
    """The id of an article: a stable hash of where it came from and what it says, with a letter first."""
    return "a" + blake2b(f"{source}\n{text}".encode(), digest_size=8).hexdigest()


def read_plain(document: Document) -> Reading:
    """The article of a document of plain text, which stays as it is; an InputError where it is empty or cannot be decoded."""
    content, where = document.content, document.source
    found = decode(content, where=where, charset=document.charset) if isinstance(content, bytes) else Decoded(content, document.encoding)
    converter = converter_of(found, where=where)
    if converter:
        found = Decoded(converter[1](found.text), converter[0])
        document = converted(document, converter[1])
    elif document.title:
        with suppress(InputError):  # an uncertain title is no reason to refuse a clean text
            of_title = converter_of(Decoded(document.title, "utf-8"), where=where)
            document = converted(document, of_title[1]) if of_title else document
    if has_letters(found.text):
        found = Decoded(decoded(found.text), found.encoding)
    if not found.text.strip():
        raise InputError("the file is empty", where=where, todo="Scrape the page again or leave the file out.")
    return read_text(found.text, document=document, encoding=found.encoding)


def converted(document: Document, convert: Callable[[str], str]) -> Document:
    """The document with what its source says of it turned into Unicode too."""
    title, author, site, section = (said and convert(said) for said in (document.title, document.author, document.site, document.section))
    return replace(document, title=title, author=author, site=site, section=section)


def read_text(text: str, *, document: Document, encoding: str) -> Reading:
    """The article that a text holds; what the source says of it (title, date) goes before what the text says."""
    refuse_damaged(text, where=document.source)
    page = layout(text, known_title=document.title)
    heading = document.title or (text[page.title[0] : page.title[1]].strip() if page.title else None)
    published = timestamp(document.published) or page.published
    article = Article(
        id=document.id or identify(document.source, text),
        source=document.source,
        url=document.url,
        title=heading,
        published=published,
        author=document.author or _byline(text, page) or _author(text, page),
        site=document.site or page.site,
        section=document.section,
        place=place_of(text, heading, page, published, document.url),
        text=text,
        furniture=page.aside,
        title_span=page.title,
        lead_span=page.lead,
        encoding=encoding,
    )
    return Reading(article, page.prose, page.taken)


FOUND = ("title", "published", "author", "site", "section", "place", "furniture")
SPANS = {"title_span", "lead_span"}


def completed(article: Article) -> Article:
    """The article with what reading would find in its text, where its maker left that out: title, place, boilerplate …

    An article that was read or loaded has all its fields and stays as it is, and so does a field that was set to None.
    InputError for a text whose letters are lost.
    """
    left_out = [name for name in FOUND if name not in article.model_fields_set]
    if not left_out:
        return laid_out(article)
    known = Document(
        source=article.source, content="", id=article.id, url=article.url, title=article.title,
        published=article.published, author=article.author, site=article.site, section=article.section,
    )  # fmt: skip
    found = read_text(article.text, document=known, encoding=article.encoding).article
    return laid_out(article.model_copy(update={name: getattr(found, name) for name in left_out}))


def laid_out(article: Article) -> Article:
    """The article with the spans of its title and lead, where its maker, or the version that wrote it, left them out."""
    if article.model_fields_set >= SPANS:
        return article
    title, lead = title_and_lead(article.text, article.title, article.furniture)
    spans = {"title_span": title, "lead_span": lead}
    return article.model_copy(update={name: span for name, span in spans.items() if name not in article.model_fields_set})


def names_source(line: str) -> bool:
    """Whether a line says who wrote the article or where it is from: Tin Khánh Hiền, Theo Báo Đắk Nông."""
    return _MARKED.match(line) is not None


def named_author(line: str) -> str | None:
    """The author whom a line at the headline names: Tác giả: Ngô Hạnh."""
    found = _BYLINE.match(line) if len(line) <= LONGEST_BYLINE else None
    name = found["name"].strip(" ./*-–") if found else ""
    return name if _NAME.match(name) and name.lower() not in AUTHORS_OF_NOBODY else None


def _byline(text: str, page: Layout) -> str | None:
    """The author whom a line between the headline and the text names."""
    if page.title is None or page.lead is None:
        return None
    return next((name for line in text[page.title[1] : page.lead[0]].split("\n") if (name := named_author(line))), None)


def _author(text: str, page: Layout) -> str | None:
    """The name under the article: the last short line of the body that is a name."""
    for line in _last_lines(text, page.aside):
        if line.count(" ") > MOST_BLANKS:
            continue
        marked = _MARKED.match(line)
        name = (marked["name"] if marked else line).strip(" ./*-–")
        if len(name.split()) <= 8 and _NAME.match(name) and (marked or len(name.split()) >= 2 or "." in name):
            return name
    return None


def _last_lines(text: str, boilerplate: tuple[Span, ...]) -> list[str]:
    """The last lines of the article that are no boilerplate, the last one first."""
    lines: list[str] = []
    end = len(text)
    while end >= 0 and len(lines) < LAST_LINES:
        start = text.rfind("\n", 0, end) + 1
        line = composed(text[start:end])
        if line.strip() and not any(first <= start and end <= last for first, last in boilerplate):
            lines.append(line)
        end = start - 1
    return lines
