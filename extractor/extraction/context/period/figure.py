"""What is known of a figure that tells whether it has a time, and what sort of time."""

from __future__ import annotations

from extractor.extraction.discourse import Passage, SentenceView
from extractor.model.shapes import Change, Frame, Status


def about(frame: Frame, view: SentenceView, passage: Passage, status: Status, change: Change | None) -> tuple[str, ...]:
    """Its traits, as evidence has them."""
    quantity = frame.quantity
    traits = [f"a {quantity.kind}", f"{status}", f"in the {view.sentence.role}"]
    traits += [f"told with {sort}" for sort in passage.tells]
    traits += [
        name
        for name, holds in (
            ("a change", change is not None),
            ("a rate", quantity.per is not None),
            ("listed", view.sentence.listed),
            ("quoted", '"' in frame.head or "“" in frame.head),
            ("in a table", view.sentence.cell is not None),
            ("no time of its own", not passage.said),
        )
        if holds
    ]
    return tuple(traits)
