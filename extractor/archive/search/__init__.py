"""Search over an archive, as Vietnamese people type: words with and without marks, numbers, times."""

from __future__ import annotations

from extractor.archive.search.searching import SECONDS, search

__all__ = ("SECONDS", "search")
