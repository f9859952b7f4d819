"""Period: the time that a figure is about, in EDTF, chosen among all that its article tells of times."""

from __future__ import annotations

from extractor.extraction.context.period.candidates import candidates
from extractor.extraction.context.period.timeline import timeline_of
from extractor.extraction.discourse import Given, SentenceView
from extractor.model.shapes import Change, Decided, Frame, Status

__all__ = ("decide", "timeline_of")


def decide(frame: Frame, view: SentenceView, given: Given, status: Status, change: Change | None) -> Decided[str | None]:
    """The likeliest period of a figure."""
    choice = given.choosers.period.choose(candidates(frame, view, given, status, change))
    return Decided(choice.chosen.value, choice.chosen.rule, choice)
