"""The files that pages need, under names that change with their content, so that browsers keep them for good."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import NamedTuple

FOLDER = "/assets/"
FOREVER = "public, max-age=31536000, immutable"
# The colours and the look of findings are those of the report: its style comes first, ours goes on from there.
_FILES = {
    "report.css": ("extractor.audit.report", "templates/report.css", "text/css; charset=utf-8"),
    "page.css": ("extractor.web", "templates/page.css", "text/css; charset=utf-8"),
    "icon.svg": ("extractor.web", "templates/icon.svg", "image/svg+xml"),
}


class Asset(NamedTuple):
    """A file as it is sent."""

    path: str
    body: bytes
    content_type: str


@cache
def assets() -> dict[str, Asset]:
    """Every file, by the path that it is asked for."""
    return {one.path: one for name in _FILES for one in (_asset(name),)}


@cache
def path_of(name: str) -> str:
    """Where a file is found."""
    return _asset(name).path


@cache
def _asset(name: str) -> Asset:
    package, file, content_type = _FILES[name]
    body = (files(package) / file).read_bytes()
    stem, _, suffix = name.rpartition(".")
    digest = blake2b(body, digest_size=6).hexdigest()
    return Asset(f"{FOLDER}{stem}.{digest}.{suffix}", body, content_type)
