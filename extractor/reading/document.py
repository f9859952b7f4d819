"""What the two halves of reading share: one article as its source holds it, and how sources are taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from extractor.model.errors import InputError

if TYPE_CHECKING:
    from extractor.catalogue import Catalogue
    from extractor.model.records import Article

SourceForm = Literal["text", "html"]

MAX_BYTES = 20_000_000  # of one article: the longest page of a news site is under 2 MB, scripts and all
MAX_DEPTH = 1_000  # tags within tags: pages of portals, tables in tables, go to 60
MAX_RATIO = 200  # unpacked to packed bytes: news comes to 10, the same page again and again to 100


class Fields(Struct, frozen=True):
    """The names of an article's fields in tables and JSON; None stands for the usual names."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    id: str | None = None


class Options(Struct, frozen=True):
    """How sources are taken: the names of fields, limits that keep one input from harming the others, the indicators."""

    fields: Fields = field(default_factory=Fields)
    max_bytes: int = MAX_BYTES
    max_depth: int = MAX_DEPTH
    max_ratio: int = MAX_RATIO
    catalogue: Catalogue | None = None  # of indicators; None stands for the one that comes with the program


class Document(Struct, frozen=True):
    """One article as its source holds it, undecoded and unread, with what the source says of it."""

    source: str
    content: bytes | str
    form: SourceForm = "text"
    charset: str | None = None  # of bytes, as a server named it
    encoding: str = "utf-8"  # that a string was in
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    site: str | None = None
    section: str | None = None


class Reading(Struct, frozen=True):
    """An article with the prose that was read for it: how many characters there were, and how many of them are its own."""

    article: Article
    prose: int
    taken: int


Documents = Iterator[Document | InputError]  # each article of a source, or what is wrong with it
DEFAULTS = Options()
