"""Web archives to documents: each HTML response is an article; the only door to warcio."""

from __future__ import annotations

import zlib
from io import BufferedIOBase, BytesIO
from typing import TYPE_CHECKING

from extractor.model.errors import InputError
from extractor.reading.document import Document, Documents, Options
from extractor.reading.formats.warc_records import CUT, DAMAGED, LENGTH, OPENS, PushbackReader, WarcRecord, records
from extractor.reading.input.members import Members
from extractor.reading.input.sniff import kind_of
from extractor.reading.input.streams import DAMAGED as DAMAGED_STREAMS
from extractor.reading.input.streams import HEAD, LEAST_BOMB, InputFile, bomb, too_large

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

HTML_TYPES = ("text/html", "application/xhtml+xml")
GOOD = "200"  # a redirection or a page that was not found is no article
AGAIN = "Fetch or copy the archive again."
MOST_HEADERS = 1 << 20  # bytes of a response besides its content


def responses(given: InputFile, options: Options) -> Documents:
    """The page of each HTML response in turn; the number behind the source is that of the record, from 1."""
    packed = Members(given.gzip, OPENS) if given.gzip is not None else None
    stream = _Short(packed or given.stream, given, options)
    number = pages = faults = 0
    for record in records(PushbackReader(stream.read), options.max_bytes + MOST_HEADERS):
        if isinstance(record, str):
            faults += 1
            number += record != LENGTH  # that record has its number
            if packed is not None and packed.ended and record.startswith(DAMAGED.partition("{")[0]):
                record = f"cannot be read further: {record}"
            if record != CUT or stream.fault is None:
                yield InputError(record, where=f"{given.source}:{number}", todo=AGAIN)
            continue
        number += 1
        found = _document(record, f"{given.source}:{number}", options)
        pages += found is not None
        if found is not None:
            yield found
    if stream.fault is not None:
        raise stream.fault
    if not pages and not faults:
        yield InputError("no page in this archive", where=given.source, todo="Give archives with HTML responses.")


def _document(record: WarcRecord, where: str, options: Options) -> Document | InputError | None:
    """The document of a record; None where it is no page."""
    from warcio.archiveiterator import ArchiveIterator  # on use: few runs have a web archive
    from warcio.exceptions import ArchiveLoadFailed

    try:
        read = next(iter(ArchiveIterator(BytesIO(record.content + b"\r\n\r\n"))), None)
        if read is None or not _is_page(read):
            return None
        return _page(read, where, options) if record.whole else too_large(where, options)
    except (ArchiveLoadFailed, AttributeError, ValueError, EOFError) as error:  # warcio checks few of the headers that it reads
        return InputError(f"a record that cannot be read: {' '.join(str(error).split())}", where=where, todo=AGAIN)


class _Short:
    """A stream whose reads give what is there, of one that breaks off all before the fault, which it keeps."""

    def __init__(self, stream: BufferedIOBase | Members, given: InputFile, options: Options) -> None:
        self._stream, self._given = stream, given
        self._most = max(LEAST_BOMB, given.size * options.max_ratio)
        self.fault: BaseException | None = None

    def read(self, size: int) -> bytes:
        """At most so many bytes; none at the end."""
        try:
            found = self._stream.read1(size)
        except (*DAMAGED_STREAMS, InputError) as error:
            self.fault = error
            return b""
        if isinstance(self._stream, Members) and self._stream.given > self._most:
            self.fault = bomb(self._given.source, self._most)
            return b""
        return found


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
