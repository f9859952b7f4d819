"""What lies in a folder: its files in order of name, without those that are plainly no input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from extractor.model.errors import InputError

# Parts of saved pages and of projects, which hold no news. What is named on the command line is read whatever its name.
NO_INPUT = (".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico", ".svg", ".py", ".sh", ".bat", ".toml", ".yaml", ".yml", ".ini", ".cfg", ".conf",
            ".lock", ".log", ".cdx", ".cdxj", ".part", ".tmp", ".bak", ".md5", ".sha256", ".gitignore")  # fmt: skip
NO_NEWS = ("readme", "license", "licence", "changelog", "copying", "notice", "robots", "makefile", "thumbs.db", "desktop.ini")  # without their endings
RUN = {"articles.jsonl", "figures.jsonl"}  # a folder with these is one that solieu wrote to
RESULTS = RUN | {"passed.jsonl", "errors.jsonl", "facts.jsonl", "articles.csv", "sources.csv", "figures.csv", "facts.csv", "mentions.csv", "places.csv", "wide.csv", "facts.parquet", "findings.jsonl", "findings.csv", "report.html", "archive.db", "datapackage.json"}
PARTS = {"articles", "figures", "passed", "errors", "facts"}  # and one with folders of these is that of a run on Spark


def is_input(name: str) -> bool:
    """Whether a file or folder found under that name may hold news: it is not hidden, no style sheet, no README."""
    path = PurePath(name)
    if any(part.startswith(".") or part == "__MACOSX" for part in path.parts):
        return False
    return path.suffix.lower() not in NO_INPUT and not {path.stem.lower(), path.name.lower()} & set(NO_NEWS)


def files_in(folder: Path) -> Iterator[Path | InputError]:
    """The files under a folder in order of name, links followed; the error of a folder that cannot be read or leads back."""
    yield from _inside(folder, {_mark(folder)})


def _inside(folder: Path, above: set[tuple[int, int]]) -> Iterator[Path | InputError]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield InputError(f"cannot be read: {error.strerror or error}", where=str(folder), todo="Check the folder and its permissions.")
        return
    written = _written({entry.name for entry in entries})
    for entry in entries:
        if not is_input(entry.name) or entry.name in written:
            continue
        if not entry.is_dir():
            yield entry
        elif (mark := _mark(entry)) in above:
            yield InputError("a link that leads back to a folder above it", where=str(entry), todo="Remove the link.")
        else:
            yield from _inside(entry, above | {mark})


def _written(names: set[str]) -> set[str]:
    """What of the files and folders of these names solieu has written."""
    if names >= PARTS:
        return RESULTS | PARTS
    return RESULTS if names >= RUN else set()


def _mark(folder: Path) -> tuple[int, int]:
    """What tells one folder from another, whatever its path."""
    status = folder.stat()
    return status.st_dev, status.st_ino
