"""The members of a gzip file, of which web archives have one a record: a damaged one harms no other."""

from __future__ import annotations

import zlib
from io import BufferedIOBase

from extractor.model.errors import SolieuError
from extractor.reading.input.streams import CHUNK

MAGIC = b"\x1f\x8b\x08"
LEAST = 1 << 10  # packed bytes that give the first unpacked ones


class MemberError(SolieuError):
    """A member that cannot be unpacked; reading goes on with the next one, if there is one."""


class Members:
    """The unpacked bytes of a gzip file; behind a damaged member those from the next on that opens as the first does."""

    def __init__(self, stream: BufferedIOBase, opens: bytes) -> None:
        self._stream, self._opens = stream, opens
        self._unpacker: zlib._Decompress | None = None
        self._raw = b""  # read, but not unpacked
        self._begun = 0  # where the member begins
        self.ended = False
        self.given = 0  # bytes
        stream.seek(0)

    def read1(self, size: int) -> bytes:
        """At most so many bytes, none at the end; MemberError once where a member is damaged."""
        while self._unpacker or self._next():
            assert self._unpacker is not None
            try:
                found = self._unpacked(self._unpacker, self._raw or self._stream.read(CHUNK), size)
            except (zlib.error, EOFError) as error:
                self._recover()
                raise MemberError(str(error)) from error
            if found:
                self.given += len(found)
                return found
        return b""

    def _unpacked(self, unpacker: zlib._Decompress, raw: bytes, size: int) -> bytes:
        if not raw:
            raise EOFError("it breaks off")
        found = unpacker.decompress(raw, size)
        self._raw = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
        if unpacker.eof:
            self._unpacker = None
        return found

    def _next(self) -> bool:
        """Begins the next member; whether there is one."""
        while not self._raw.lstrip(b"\0") and (raw := self._stream.read(CHUNK)):  # zeros may stand between them
            self._raw = raw
        self._raw = self._raw.lstrip(b"\0")
        if not self._raw:
            self.ended = True
            return False
        self._begun = self._stream.tell() - len(self._raw)
        self._unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return True

    def _recover(self) -> None:
        """Goes to the next member that opens as the first does."""
        self._unpacker, self._raw = None, b""
        at = self._begun + 1
        while True:
            self._stream.seek(at)
            chunk = self._stream.read(CHUNK + LEAST)
            found = chunk.find(MAGIC)
            while found >= 0 and not self._is_member(chunk[found : found + LEAST]):
                found = chunk.find(MAGIC, found + 1)
            if found >= 0:
                self._stream.seek(at + found)
                return
            if len(chunk) < CHUNK + LEAST:
                self.ended = True
                return
            at += CHUNK

    def _is_member(self, raw: bytes) -> bool:
        try:
            return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(raw, len(self._opens)) == self._opens
        except zlib.error:
            return False
