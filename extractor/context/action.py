"""Action: the verb or verbs that say what was done with a quantity, as the text says them."""

from __future__ import annotations

import regex

from extractor.lexicon.words import ACTIONS
from extractor.patterns import one_of
from extractor.rules.phrases import clause_before
from extractor.shapes import Decided, Frame

MOST_BEFORE = 90  # characters between a verb and its number

_ACTIONS = frozenset(ACTIONS)
_MOST_SYLLABLES = max(len(verb.split()) for verb in ACTIONS)
_VERB = one_of(ACTIONS)
_PASSIVE = regex.compile(rf"\b(?:được|bị)\s+(?P<verbs>{_VERB}(?:(?:,\s*|\s+và\s+){_VERB})*)(?!\w)", regex.IGNORECASE)


def decide(frame: Frame) -> Decided[str | None]:
    """The verbs before the number in its clause, else the passive behind it; None where it only exists."""
    words = clause_before(frame.head)[-MOST_BEFORE:].split()
    if verbs := _last_series(words):
        return Decided(verbs, "action.before")
    behind = _PASSIVE.search(frame.tail) if "được " in frame.tail or "bị " in frame.tail else None
    if behind:
        return Decided(" ".join(behind["verbs"].split()), "action.passive")
    return Decided(None, "action.none")


def _last_series(words: list[str]) -> str:
    """The last verbs among the words, with those coordinated before them: tu sửa, phát dọn, vệ sinh."""
    plain = [word.strip(",").lower() for word in words]
    found, end = None, len(words)
    while end and (found := _verb_ending(plain, end)) is None:
        end -= 1
    if found is None:
        return ""
    start: int | None = found
    while start is not None:
        first = start
        start = _verb_ending(plain, first - 1 if first and plain[first - 1] == "và" else first)
    return " ".join(words[first:end]).strip(",").lower()


def _verb_ending(plain: list[str], end: int) -> int | None:
    """Where the verb begins that ends with word `end`; None where none does."""
    for count in range(min(_MOST_SYLLABLES, end), 0, -1):
        if " ".join(plain[end - count : end]) in _ACTIONS:
            return end - count
    return None


def opens(text: str) -> bool:
    """Whether a sentence opens with a deed and no doer: Xây mới 67.431 căn nhà."""
    plain = [word.strip(",.").lower() for word in text.split(maxsplit=_MOST_SYLLABLES)[:_MOST_SYLLABLES]]
    return any(" ".join(plain[:count]) in _ACTIONS for count in range(1, len(plain) + 1))
