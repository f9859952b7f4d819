"""The records of a web archive, each cut out by its length: one that is damaged is told, and the others are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from extractor.language.patterns import regex_pattern
from extractor.reading.input.members import MemberError
from extractor.reading.input.streams import HEAD

OPENS = b"WARC/"
CUT = "the archive breaks off here; the records before are read"
WITHIN = "a record that breaks off; it is not read"
LENGTH = "a record that is longer than it says; what is read of it may lack its end"
UNKNOWN = "no record of a web archive, or one without its length; it is not read"
DAMAGED = "a record that cannot be unpacked ({}); it is not read"
MOST_OPENING = 64  # bytes of a record's first lines
MOST_LINE, MOST_LINES = 1 << 14, 200  # bytes of a header, and headers: records have a dozen

_ANOTHER = regex_pattern(rb"WARC/1\.\d\r?\n(?=[A-Za-z-]+:)")


class WarcRecord(Struct, frozen=True):
    """A record as it stands in the archive; of one that is larger than may be held its beginning."""

    content: bytes
    whole: bool = True


class PushbackReader:
    """Bytes that are read by the line or by their number, and can be given back."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._held = bytearray()

    def line(self) -> bytes:
        """The next line with its end; empty at the end."""
        seen = 0
        while (end := self._held.find(b"\n", seen)) < 0 and len(self._held) < MOST_LINE:
            seen = len(self._held)
            if not self._fill():
                break
        return self._out(end + 1 if end >= 0 else min(len(self._held), MOST_LINE))

    def take(self, count: int) -> bytes:
        """So many bytes, fewer at the end."""
        while len(self._held) < count and self._fill():
            pass
        return self._out(count)

    def skip(self, count: int) -> int:
        """Passes so many bytes over; how many there were."""
        passed = 0
        while passed < count and (piece := self.take(min(HEAD, count - passed))):
            passed += len(piece)
        return passed

    def back(self, data: bytes) -> None:
        """Gives bytes back."""
        self._held[:0] = data

    def forget(self) -> None:
        """Drops what is held."""
        self._held.clear()

    def to_next(self) -> None:
        """Passes over what comes before the next record."""
        while (line := self.line()) and not line.startswith(OPENS):
            pass
        self.back(line)

    def _fill(self) -> bool:
        piece = self._read(HEAD)
        self._held += piece
        return bool(piece)

    def _out(self, count: int) -> bytes:
        data = bytes(self._held[:count])
        del self._held[:count]
        return data


def records(source: PushbackReader, most: int) -> Iterator[WarcRecord | str]:
    """Each record of at most so many bytes, the beginnings of larger ones, and what is wrong with those that are damaged."""
    while True:
        try:
            head = _head(source)
            if head is None:
                return
            yield from _record(source, head, most)
        except MemberError as error:
            source.forget()
            yield DAMAGED.format(error.what)


def _head(source: PushbackReader) -> bytes | None:
    """The header lines of the next record, with the blank one behind them; None at the end."""
    line = source.line()
    while line and not line.strip():
        line = source.line()
    if not line:
        return None
    lines = [line]
    while lines[0].startswith(OPENS) and line.strip() and len(lines) < MOST_LINES:
        line = source.line()
        lines.append(line)
    return b"".join(lines)


def _record(source: PushbackReader, head: bytes, most: int) -> Iterator[WarcRecord | str]:
    length = _length(head) if head.startswith(OPENS) else None
    other = _ANOTHER.search(head, 1)  # the header breaks off
    if other:
        source.back(head[other.start() :])
    if length is None or other:
        source.to_next()
        yield UNKNOWN
        return
    body = source.take(min(length, most))
    taken = len(body) + (source.skip(length - len(body)) if length > most else 0)
    behind = source.line()
    source.back(behind)
    if taken == length and (not behind.strip() or behind.startswith(OPENS)):
        yield WarcRecord(head + body, whole=length <= most)
        return
    beyond = source.take(MOST_OPENING)
    another = _ANOTHER.search(body + beyond, 0, len(body) + MOST_OPENING)
    source.back(beyond)
    if another and another.start() < len(body):
        source.back(body[another.start() :])
        yield WITHIN
    elif taken < length:
        yield CUT
    else:
        source.to_next()  # a damaged member is told first: then nothing of it is read
        yield WarcRecord(head + body, whole=length <= most)
        yield LENGTH


def _length(head: bytes) -> int | None:
    for line in head.split(b"\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            return int(value) if value.strip().isdigit() and len(value) < 20 else None
    return None
