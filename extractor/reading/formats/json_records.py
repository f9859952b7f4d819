"""JSON Lines, JSON arrays and single JSON objects to documents."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from io import BufferedIOBase
from typing import Any

import ijson
import jsonlines

from extractor.model.errors import InputError
from extractor.reading.document import Documents, Options
from extractor.reading.encoding.encodings import decode
from extractor.reading.formats.fields import document_of, is_article, is_own
from extractor.reading.input.streams import CHUNK, InputFile, too_large, whole

LINE = "Write one JSON object a line."
MOST_OTHERS = 100  # numbers or strings that an array may begin with: what has more holds no articles


def read_json_lines(given: InputFile, options: Options) -> Documents:
    """Each line's document in turn, or the error that says what is wrong with the line; the others go on.

    Blank lines are passed over. A file of one object on several lines is one document.
    """
    skip_mark(given.stream)
    for number, line in _numbered(given.stream, options):
        where = f"{given.source}:{number}"
        if line is None:
            yield too_large(where, options)
            continue
        try:
            found = decode(line, where=where)
            record = jsonlines.Reader([found.text]).read(type=dict)
        except jsonlines.InvalidLineError as error:
            if number == 1 and (only := _one_object(given, options)) is not None:
                yield from _first(only, given.source, given, options)
                return
            yield InputError(f"not a JSON object: {error.args[0]}", where=where, todo=LINE)
        except InputError as error:
            yield error
        except RecursionError:
            yield InputError("not a JSON object: nested too deeply", where=where, todo=LINE)
        else:
            if number == 1 and _is_left_out(record, given):
                yield from _first(record, where, given, options)
                return
            yield document_of(record, where, options, encoding=found.encoding)


def read_json_array(given: InputFile, options: Options) -> Documents:
    """Each element's document in turn, numbered from 1; of an array that breaks off those before the fault."""
    stream = LimitedStream(given, options)
    number = objects = 0
    others: list[InputError] = []  # before the first object
    skip_mark(given.stream)
    try:
        for record in ijson.items(io.BufferedReader(stream, CHUNK), "item", use_float=True):
            number, stream.since = number + 1, 0
            where = f"{given.source}:{number}"
            if not isinstance(record, dict):
                others.append(InputError(f"not a JSON object: {type(record).__name__}", where=where, todo="Give an array of objects."))
            elif not objects and _is_left_out(record, given):
                yield from _first(record, where, given, options)
                return
            else:
                objects += 1
            if objects:
                yield from others
                others.clear()
            elif number >= MOST_OTHERS:
                break
            if isinstance(record, dict):
                yield document_of(record, where, options)
        yield from others[:1]  # an array of numbers is one error
        if not number:
            yield InputError("no article in this array", where=given.source, todo="Give an array of objects.")
    except (ijson.JSONError, UnicodeDecodeError) as error:
        yield from others
        said = error.args[0].decode("utf-8", "replace") if error.args and isinstance(error.args[0], bytes) else str(error)
        where = f"{given.source}:{number + 1}"
        yield InputError(f"cannot be read further: {' '.join(said.split())[:200]}", where=where, todo="Mend the JSON, or write one object a line.")


class LimitedStream(io.RawIOBase):
    """A stream that ends in an error where more bytes are read than one element may have."""

    def __init__(self, given: InputFile, options: Options) -> None:
        super().__init__()
        self._given, self._options = given, options
        self.since = 0  # bytes read since the last element

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """How many bytes were read."""
        if self.since > self._options.max_bytes + 2 * CHUNK:
            raise too_large(self._given.source, self._options)
        data = self._given.stream.read(len(buffer))
        buffer[: len(data)] = data
        self.since += len(data)
        return len(data)

    def readable(self) -> bool:
        """True."""
        return True


def _first(record: dict[str, Any], where: str, given: InputFile, options: Options) -> Documents:
    """The document of the first object of a file; of one that solieu wrote none, or an error where the file was named."""
    if not _is_left_out(record, given):
        yield document_of(record, where, options)
    elif not given.in_folder:
        yield InputError("what solieu wrote, no article", where=where, todo="Give the articles.")


def _is_left_out(record: dict[str, Any], given: InputFile) -> bool:
    """Whether an object is no input: what solieu wrote; its articles are read again where the file is named."""
    return is_own(record) and (given.in_folder or not is_article(record))


def _one_object(given: InputFile, options: Options) -> dict[str, Any] | None:
    """The object that the whole file is; None where it is none."""
    behind = given.stream.tell()
    given.stream.seek(0)
    try:
        text = decode(whole(given.stream, given.source, options), where=given.source).text
        record = jsonlines.Reader([" ".join(text.splitlines())]).read(type=dict)
    except (jsonlines.InvalidLineError, InputError, RecursionError):
        return None
    else:
        return record
    finally:
        given.stream.seek(behind)


def _numbered(stream: BufferedIOBase, options: Options) -> Iterator[tuple[int, bytes | None]]:
    """Each line that is not blank with its number; None for one that is too long."""
    number = 0
    while line := stream.readline(options.max_bytes + 1):
        number += 1
        if len(line) <= options.max_bytes or line.endswith(b"\n"):
            if line.strip():
                yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK)
        yield number, None


def skip_mark(stream: BufferedIOBase) -> None:
    """Moves a stream behind its byte order mark."""
    if stream.read(3) != codecs.BOM_UTF8:
        stream.seek(0)
