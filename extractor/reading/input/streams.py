"""Streams of bytes that can be read twice, and that stop where an input is larger than it may be."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import BadGzipFile
from io import BufferedIOBase
from pathlib import Path
from typing import cast
from zipfile import BadZipFile

from msgspec import Struct

from extractor.model.errors import InputError
from extractor.reading.document import Options

HEAD = 1 << 16  # bytes that tell the form; scripts and comments before the first tag are shorter
DAMAGED = (EOFError, zlib.error, BadGzipFile, BadZipFile, OSError, NotImplementedError, RuntimeError)  # what unpacking raises
LEAST_BOMB = 16 << 20  # bytes: what unpacks to less harms nobody, whatever its ratio
CHUNK = 1 << 20


class InputFile(Struct, frozen=True):
    """An input on its way to documents: where it is from, what it is called, and its bytes."""

    source: str
    name: str  # of the file, without the endings of what it was packed in
    stream: BufferedIOBase  # can be set back to its start
    size: int  # bytes; of a packed input those before unpacking
    packings: int = 0  # archives that it lay in
    path: Path | None = None  # where the stream is a file as it stands
    gzip: BufferedIOBase | None = None  # that the stream is unpacked from
    in_folder: bool = False  # not named by the user, but found in a folder or an archive


class Unpacked(io.RawIOBase):
    """A stream of unpacked bytes, which ends in an error where they are far more than the packed ones."""

    def __init__(self, inner: BufferedIOBase, *, source: str, packed: int, options: Options) -> None:
        super().__init__()
        self._inner, self._source = inner, source
        self._most = max(LEAST_BOMB, packed * options.max_ratio)

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """How many bytes were read."""
        data = self._inner.read1(len(buffer))  # what can be read before a fault is read
        buffer[: len(data)] = data
        if self._inner.tell() > self._most:
            raise bomb(self._source, self._most)
        return len(data)

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """True."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """The new position."""
        return self._inner.seek(offset, whence)

    def tell(self) -> int:
        """The position."""
        return self._inner.tell()


def unpacked(inner: BufferedIOBase, given: InputFile, *, packed: int, options: Options) -> io.BufferedReader:
    """The stream of what was packed, guarded against bombs."""
    return io.BufferedReader(Unpacked(inner, source=given.source, packed=packed, options=options))


def head_of(stream: BufferedIOBase) -> bytes:
    """The first bytes of a stream, up to a fault in it; the stream is then back at its start."""
    head = bytearray()
    try:
        while len(head) < HEAD and (piece := stream.read1(HEAD - len(head))):
            head += piece
    except DAMAGED:
        if not head:
            raise
    stream.seek(0)
    return bytes(head)


def bomb(where: str, most: int) -> InputError:
    """The error of an archive that unpacks to more than it may."""
    what = f"unpacks to more than {most:,} bytes, far more than its size"
    return InputError(what, where=where, todo="If that is meant, raise --max-ratio.")


def too_large(where: str, options: Options) -> InputError:
    """The error of an article over the limit."""
    what = f"larger than {options.max_bytes:,} bytes, the most that one article may have"
    return InputError(what, where=where, todo="If it is one article, raise --max-bytes; else split the file.")


def whole(stream: BufferedIOBase, where: str, options: Options) -> bytes:
    """All bytes of a stream; the error where they are more than one article may have."""
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise too_large(where, options)
    return data


@contextmanager
def spooled(stream: BufferedIOBase) -> Iterator[tuple[BufferedIOBase, Path, int]]:
    """A copy of the stream in a file that can be set back, with the file's path and size."""
    with tempfile.NamedTemporaryFile(prefix="solieu-") as file:
        shutil.copyfileobj(stream, file, CHUNK)
        file.flush()
        size = file.tell()
        file.seek(0)
        yield cast(BufferedIOBase, file.file), Path(file.name), size
