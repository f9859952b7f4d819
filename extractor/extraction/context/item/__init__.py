"""Item: what is counted or measured, the noun phrase behind the number or the words before it."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Mapping

from extractor.extraction.context.item import counted, measured
from extractor.extraction.context.item.view import ItemRule, View
from extractor.extraction.rules.phrases import phrase_after
from extractor.language.patterns import lowered
from extractor.model.shapes import Decided, Frame

__all__ = ("TELLING_LITTLE", "ItemRule", "complement", "counted", "decide", "measured", "predicate")

# What these rules find says little: a repeat of the number takes what the article said of it before.
TELLING_LITTLE = frozenset(("item.bare", "item.with_verb", "item.same_unit", "item.paid", "item.of_kind", "item.of_all", "item.joined", "item.recipient"))

_SUFFERED = re.compile(r"\b(?:bị|được)\s.*")


def decide(
    frame: Frame,
    *,
    inherited: str | None,
    previous: str | None,
    shared: str | None,
    known: Mapping[str, str],
    section: str,
) -> Decided[str]:
    """What a figure counts or measures, as the text says it: by the first rule that finds it.

    `inherited` is the total's item where the figure is a part that only gives a class; `previous` is the item of the
    figure before it in the sentence, for `…, đạt 85% dự toán`; `shared` is the complement that a list of counted
    nouns has in common: `5 tập thể, 5 cá nhân có thành tích`; `known` are the items that the paragraph has named, by
    the first word of their unit; `section` is the numbered heading above, "" where there is none.
    """
    if inherited:
        return Decided(inherited, "item.of_total")
    counts = frame.quantity.kind in ("count", "ratio")
    view = View(frame, previous, shared, known, section)
    for rule in counted.RULES if counts else measured.RULES:
        if item := rule.read(view):
            return Decided(item, rule.name)
    if counts:
        return Decided(view.phrase, "item.bare")
    return Decided(measured.OF_KIND.get(frame.quantity.kind, frame.quantity.unit), "item.of_kind")


def predicate(frame: Frame) -> str:
    """What is said of the things behind a number, which may hold for those counted with them: bị thiệt hại."""
    counts = frame.quantity.kind in ("count", "ratio")
    phrase = phrase_after(frame.after, unit=frame.quantity.unit if counts else "")
    match = _SUFFERED.search(lowered(phrase))
    return phrase[slice(*match.span())] if match else ""


def complement(frame: Frame) -> str:
    """What stands behind a counted noun besides the noun itself; empty for a bare one."""
    return phrase_after(frame.after, unit=frame.quantity.unit).removeprefix(frame.quantity.unit).strip()
