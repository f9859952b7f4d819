"""The rows of a CSV file, each for itself: one that cannot be read is told with its lines and harms no other."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from io import BufferedIOBase, StringIO

from msgspec import Struct

from extractor.model.errors import InputError
from extractor.reading.document import Options
from extractor.reading.encoding.encodings import decode
from extractor.reading.input.streams import CHUNK, InputFile

MEND = "Mend the row, or give JSON Lines."
QUOTES = "a quotation mark in line {} is not closed, or one within the text is not doubled"
BREAK = "a carriage return without quotation marks in line {}"
LEAST_LINE = 50  # bytes that a line counts at least: many short ones take as much memory
LONG = "a row that begins in line {} is larger than {:,} bytes"


class Row(Struct, frozen=True):
    """A row's values, none for a blank line, and the encoding that they were in."""

    values: list[str]
    encoding: str = "utf-8"


class _Fault(Struct, frozen=True):
    """Why a row cannot be read, and whether it is known nonetheless where it ends."""

    what: str
    ends: bool = False


def rows_of(given: InputFile, separator: str, options: Options) -> Iterator[Row | InputError]:
    """Each row of a table in turn, its header first, or what is wrong with it.

    Behind a quotation mark that is out of place the rows go on with the first line that is a row for certain.
    """
    csv.field_size_limit(sys.maxsize)  # _Lines has the limit
    lines = _Lines(given.stream, options.max_bytes)
    width = number = begun = 0
    fault: _Fault | None = None
    while lines.begin():
        found = _read(lines, separator)
        if fault and not (isinstance(found, Row) and _is_sure(found.values, lines.taken[0], separator, width)):
            lines.back()
            continue
        if fault:
            yield _error(fault, begun, lines.first - 1, f"{given.source}:{number}")
            fault = None
        if not width and isinstance(found, Row) and found.values[:1] == ["sep="]:
            continue  # of spreadsheets: which mark parts the columns
        number += width > 0
        where = f"{given.source}:{number}" if width else given.source
        if isinstance(found, Row):
            yield _fitting(found, lines, separator, width, where)
            width = width or len(found.values)
        elif found.ends:
            yield InputError(found.what, where=where, todo=MEND)
        else:
            fault, begun = found, lines.first
            lines.back()
    if fault:
        yield _error(fault, begun, lines.number, f"{given.source}:{number}" if width else given.source)


class _Lines:
    """The lines of a file, those of the row that is being read, and those that were given back."""

    def __init__(self, stream: BufferedIOBase, most: int) -> None:
        self._stream, self._most = stream, most
        self._waiting: list[bytes] = []  # the next one last
        self.taken: list[bytes] = []
        self.number = 0  # of the last one taken

    @property
    def first(self) -> int:
        """The number of the row's first line."""
        return self.number - len(self.taken) + 1

    def begin(self) -> bool:
        """Begins a row; whether there is a line for it."""
        self.taken = []
        if not self._waiting:
            self._waiting = [line] if (line := self._stream.readline(self._most + 1)) else []
        return bool(self._waiting)

    def back(self) -> None:
        """Gives back all lines of the row but the first."""
        self._waiting += reversed(self.taken[1:])
        self.number -= len(self.taken) - 1
        del self.taken[1:]

    def __iter__(self) -> Iterator[str]:
        size = 0
        while line := self._waiting.pop() if self._waiting else self._stream.readline(self._most + 1):
            self.number += 1
            self.taken.append(line)
            size += max(len(line), LEAST_LINE)
            if size > self._most:
                while line and not line.endswith(b"\n"):
                    line = self._stream.readline(CHUNK)
                raise InputError(LONG.format(self.first, self._most))
            try:
                yield line.decode()
            except UnicodeDecodeError:
                yield line.decode("latin-1")  # commas and quotation marks stand where they do; _fitting reads the rest


def _read(lines: _Lines, separator: str) -> Row | _Fault:
    """The row that begins with the next line."""
    try:
        return Row(next(csv.reader(lines, delimiter=separator, strict=True)))
    except csv.Error as error:
        if str(error).startswith("new-line"):
            return _Fault(BREAK.format(lines.first), ends=True)
        return _Fault(QUOTES.format(lines.first))
    except InputError as error:
        return _Fault(error.what)


def _fitting(row: Row, lines: _Lines, separator: str, width: int, where: str) -> Row | InputError:
    """The row if it has as many values as the header, or only empty ones more, and can be decoded."""
    values = row.values
    if width and values and len(values) != width and (len(values) < width or any(values[width:])):
        what = f"{len(values)} columns in line {lines.first}, where the header has {width}"
        return InputError(what, where=where, todo="Put quotation marks around values with separators or line breaks in them.")
    content = b"".join(lines.taken)
    try:
        found = decode(content, where=where)
    except InputError as error:
        return error
    if found.encoding != "utf-8":
        values = next(csv.reader(StringIO(found.text, newline=""), delimiter=separator))
    return Row(values[: width or None], found.encoding)


def _is_sure(values: list[str], line: bytes, separator: str, width: int) -> bool:
    """Whether a line behind a fault is a row and no line of a text: blanks stand behind the commas of a text.

    `4,Bão số 3,"Toàn xã có 5 hộ"` is a row; `Xã có 5 hộ, 3 nhà` and `3,5 ha` may be lines of one.
    """
    if width < 2 or len(values) != width or any(value[:1].isspace() for value in values):
        return False
    return separator == "\t" or line.startswith(b'"') or f'{separator}"'.encode() in line


def _error(fault: _Fault, first: int, last: int, where: str) -> InputError:
    lost = f"; lines {first} to {last} are not read" if last > first else ""
    return InputError(f"{fault.what}{lost}", where=where, todo=MEND)
