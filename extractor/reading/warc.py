"""Web archives to documents: each HTML response is an article; the only door to warcio."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from typing import TYPE_CHECKING

from extractor.errors import InputError
from extractor.reading.document import Document, Options
from extractor.reading.sniff import kind_of
from extractor.reading.streams import DAMAGED, HEAD, Given, too_large

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

HTML_TYPES = ("text/html", "application/xhtml+xml")
GOOD = "200"  # a redirection or a page that was not found is no article
CUT = "the archive breaks off here; the records before are read"
LENGTH = "a record that is longer than it says; what is read of it may lack its end"
AGAIN = "Fetch or copy the archive again."


def responses(given: Given, options: Options) -> Iterator[Document | InputError]:
    """The page of each HTML response in turn; the number behind the source is that of the record, from 1."""
    from warcio.archiveiterator import ArchiveIterator  # on use: few runs have a web archive
    from warcio.exceptions import ArchiveLoadFailed

    stream = _Short(given.stream)
    archive = ArchiveIterator(stream)
    number = faults = pages = 0
    try:
        for record in archive:
            if archive.err_count > faults:
                faults = archive.err_count
                yield InputError(LENGTH, where=f"{given.source}:{number}", todo=AGAIN)
            number += 1
            where = f"{given.source}:{number}"
            found = _page(record, where, options) if _is_page(record) else None
            if found is not None:
                pages += 1
                yield found
            while record.raw_stream.read(HEAD):
                pass
            if _missing(record) and stream.fault is None:
                yield InputError(CUT, where=where, todo=AGAIN)
                return
    except (ArchiveLoadFailed, AttributeError, ValueError) as error:  # warcio checks few of the headers that it reads
        if stream.fault is None:
            yield InputError(f"cannot be read further: {error}", where=f"{given.source}:{number + 1}", todo=AGAIN)
            return
    if stream.fault is not None:
        raise stream.fault
    if not pages and not faults:
        yield InputError("no page in this archive", where=given.source, todo="Give archives with HTML responses.")


def _missing(record: ArcWarcRecord) -> int:
    """How many bytes a record has less than it says."""
    return int(getattr(record.raw_stream, "limit", 0))  # without a length there is no limit


class _Short:
    """A stream whose reads give what is there, of one that breaks off all before the fault, which it keeps."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self._stream = stream
        self.fault: BaseException | None = None

    def read(self, size: int) -> bytes:
        """At most so many bytes; none at the end."""
        try:
            return self._stream.read1(size)
        except (*DAMAGED, InputError) as error:
            self.fault = error
            return b""

    def tell(self) -> int:
        """The position."""
        return self._stream.tell()


def _most(stream: BufferedIOBase, most: int) -> bytes:
    """The bytes of a stream whose reads may be short, at most so many."""
    content = bytearray()
    while len(content) < most and (piece := stream.read(min(HEAD, most - len(content)))):
        content += piece
    return bytes(content)


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
    try:
        content = _payload(record, where, options)
    except InputError as error:
        return error
    if _missing(record) and len(content) <= options.max_bytes:
        return None  # cut off: the end of the archive says so
    if len(content) > options.max_bytes:
        return too_large(where, options)
    if not content.strip() or kind_of(content[:HEAD], "") != "html":
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    charset = _header(record, "Content-Type").partition("charset=")[2].strip("\"' ;") or None
    return Document(where, content, form="html", charset=charset, url=url.strip("<>") if url else None)


def _payload(record: ArcWarcRecord, where: str, options: Options) -> bytes:
    """What a server sent, unpacked; one byte more than an article may have where it is longer."""
    from warcio.bufferedreaders import ChunkedDataReader

    most = options.max_bytes + 1
    stream = record.raw_stream
    content = _most(ChunkedDataReader(stream) if _header(record, "Transfer-Encoding") == "chunked" else stream, most)
    packing = _header(record, "Content-Encoding")
    try:
        if packing in ("gzip", "x-gzip") and content.startswith(b"\x1f\x8b"):  # some archives have unpacked it and say so still
            return _unzipped(content, zlib.MAX_WBITS | 16, most)
        if packing == "deflate":
            return _unzipped(content, zlib.MAX_WBITS if content.startswith(b"\x78") else -zlib.MAX_WBITS, most)
        if packing == "br" and kind_of(content[:HEAD], "") != "html":
            return _from_brotli(content, most)
    except (zlib.error, EOFError) as error:
        raise InputError(f"a response that cannot be unpacked: {error}", where=where, todo=AGAIN) from error
    return content


def _from_brotli(content: bytes, most: int) -> bytes:
    import brotli

    unpacker = brotli.Decompressor()
    try:
        found: bytes = unpacker.process(content, output_buffer_limit=most)
    except brotli.error as error:
        raise EOFError(str(error)) from error
    if not unpacker.is_finished() and len(found) < most:
        raise EOFError("the response breaks off")
    return found


def _unzipped(content: bytes, window: int, most: int) -> bytes:
    unpacker = zlib.decompressobj(window)
    found = unpacker.decompress(content, most)
    if not unpacker.eof and len(found) < most:
        raise EOFError("the response breaks off")
    return found


def _header(record: ArcWarcRecord, name: str) -> str:
    """A header of a response in lower case; empty where it has none."""
    return (record.http_headers.get_header(name) or "").strip().lower() if record.http_headers is not None else ""


def _type_of(header: str | None) -> str:
    return (header or "").split(";")[0].strip().lower()
