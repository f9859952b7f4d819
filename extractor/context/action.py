"""Action: the verb or verbs that say what was done with a quantity, as the text says them."""

from __future__ import annotations

import regex

from extractor.lexicon.words import ACTIONS
from extractor.patterns import lowered, one_of
from extractor.rules.phrases import clause_before
from extractor.shapes import Decided, Frame

_VERB = one_of(ACTIONS)
_SERIES = regex.compile(rf"(?<!\w)(?P<verbs>{_VERB}(?:(?:,\s*|\s+và\s+|\s+){_VERB})*)(?!\w)")
MOST_BEFORE = 90  # characters between a verb and its number
_PASSIVE = regex.compile(rf"\b(?:được|bị)\s+(?P<verbs>{_VERB}(?:(?:,\s*|\s+và\s+){_VERB})*)(?!\w)", regex.IGNORECASE)


def decide(frame: Frame) -> Decided[str | None]:
    """The verbs before the number in its clause, else the passive behind it; None where it only exists."""
    clause = clause_before(frame.head)
    found = list(_SERIES.finditer(lowered(clause[-MOST_BEFORE:])))
    if found:
        return Decided(" ".join(found[-1]["verbs"].split()), "action.before")
    behind = _PASSIVE.search(frame.tail)
    if behind:
        return Decided(" ".join(behind["verbs"].split()), "action.passive")
    return Decided(None, "action.none")
