"""Action: the verb or verbs that say what was done with a quantity, as the text says them."""

from __future__ import annotations

import regex

from extractor.lexicon.words import ACTIONS
from extractor.patterns import one_of
from extractor.shapes import Decided, Frame

_VERB = one_of(ACTIONS)
_SERIES = regex.compile(rf"(?<!\w)(?P<verbs>{_VERB}(?:(?:,\s*|\s+và\s+|\s+){_VERB})*)(?!\w)", regex.IGNORECASE)
_CLAUSE = regex.compile(r"[;:.(]\s*")
_PASSIVE = regex.compile(rf"\b(?:được|bị)\s+(?P<verbs>{_VERB}(?:(?:,\s*|\s+và\s+){_VERB})*)(?!\w)", regex.IGNORECASE)


def decide(frame: Frame) -> Decided[str | None]:
    """The verbs before the number in its clause, else the passive behind it; None where it only exists."""
    bounds = [match.end() for match in _CLAUSE.finditer(frame.head) if frame.head[match.end() :].strip()]
    clause = frame.head[bounds[-1] :] if bounds else frame.head
    found = list(_SERIES.finditer(clause))
    if found:
        return Decided(" ".join(found[-1]["verbs"].split()), "action.before")
    behind = _PASSIVE.search(frame.tail)
    if behind:
        return Decided(" ".join(behind["verbs"].split()), "action.passive")
    return Decided(None, "action.none")
