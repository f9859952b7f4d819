"""Place: the smallest administrative unit that a figure is about, chosen among those that its article speaks of."""

from __future__ import annotations

from extractor.extraction.context.place.article import whereabouts
from extractor.extraction.context.place.candidates import decide

__all__ = ["decide", "whereabouts"]
