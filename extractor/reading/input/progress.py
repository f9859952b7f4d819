"""How far the reading of files has come, for those who wait for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path

from extractor.reading.input.folders import files_in


class ReadingProgress:
    """Counts the bytes of files on the disk, packed as they are, that have been read."""

    def __init__(self) -> None:
        self._closed = 0
        self._open: BufferedReader | None = None

    @property
    def bytes_read(self) -> int:
        """The bytes read so far."""
        stream = self._open
        return self._closed + (stream.tell() if stream and not stream.closed and stream.seekable() else 0)

    @contextmanager
    def opened(self, path: Path) -> Iterator[BufferedReader]:
        """The bytes of a file, counted; all of them once it is closed, whatever was read of it."""
        with path.open("rb") as self._open:
            try:
                yield self._open
            finally:
                self._open = None
                with suppress(OSError):  # it is gone
                    self._closed += path.stat().st_size


def size_of(paths: Iterable[str | Path]) -> int | None:
    """The bytes of the files under the paths; None where that cannot be known, as of standard input."""
    total = 0
    try:
        for path in map(Path, paths):
            if path.is_dir():
                total += sum(one.stat().st_size for one in files_in(path) if isinstance(one, Path) and one.is_file())
            elif path.is_file():
                total += path.stat().st_size
            elif path.exists() or str(path) == "-":
                return None
    except OSError:  # a file went while they were counted
        return None
    return total
