"""Web archives to documents: each HTML response is an article; the only door to warcio."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.errors import InputError
from extractor.reading.document import Document, Options
from extractor.reading.sniff import kind_of
from extractor.reading.streams import HEAD, Given, too_large

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

HTML_TYPES = ("text/html", "application/xhtml+xml")
GOOD = "200"  # a redirection or a page that was not found is no article
CUT = "the archive breaks off here; the records before are read"
AGAIN = "Fetch or copy the archive again."


def responses(given: Given, options: Options) -> Iterator[Document | InputError]:
    """The page of each HTML response in turn; the number behind the source is that of the record, from 1."""
    from warcio.archiveiterator import ArchiveIterator  # on use: few runs have a web archive
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(given.stream):
            number += 1
            where = f"{given.source}:{number}"
            if _is_page(record):
                found = _page(record, where, options)
                if found is not None:
                    yield found
            while record.raw_stream.read(HEAD):
                pass
            if record.raw_stream.limit > 0:
                yield InputError(CUT, where=where, todo=AGAIN)
                return
    except ArchiveLoadFailed as error:
        yield InputError(f"cannot be read further: {error}", where=f"{given.source}:{number + 1}", todo=AGAIN)


def _is_page(record: ArcWarcRecord) -> bool:
    """Whether a record is a page as a server gave it."""
    if record.rec_type == "resource":
        return _type_of(record.rec_headers.get_header("Content-Type")) in HTML_TYPES
    http = record.http_headers
    if record.rec_type != "response" or http is None or http.get_statuscode() != GOOD:
        return False
    return (_type_of(http.get_header("Content-Type")) or HTML_TYPES[0]) in HTML_TYPES


def _page(record: ArcWarcRecord, where: str, options: Options) -> Document | InputError | None:
    """The document of a response; None where what is called HTML is none."""
    content = record.content_stream().read(options.max_bytes + 1)
    if record.raw_stream.limit > 0 and len(content) <= options.max_bytes:
        return None  # cut off: the end of the archive says so
    url = record.rec_headers.get_header("WARC-Target-URI")
    if len(content) > options.max_bytes:
        return too_large(where, options)
    if not content.strip() or kind_of(content[:HEAD], "") != "html":
        return None
    charset = None
    if record.http_headers is not None:
        charset = (record.http_headers.get_header("Content-Type") or "").lower().partition("charset=")[2].strip("\"' ;") or None
    return Document(where, content, form="html", charset=charset, url=url.strip("<>") if url else None)


def _type_of(header: str | None) -> str:
    return (header or "").split(";")[0].strip().lower()
