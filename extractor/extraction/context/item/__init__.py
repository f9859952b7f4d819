"""Item: what is counted or measured, the noun phrase behind the number or the words before it."""

from __future__ import annotations

from extractor.extraction.context.item import counted, measured
from extractor.extraction.context.item.view import ItemRule, Known, View
from extractor.extraction.rules.phrases import phrase_after
from extractor.language.patterns import lowered, re_pattern
from extractor.model.shapes import Decided, Frame

__all__ = ("ItemRule", "Known", "complement", "counted", "decide", "measured", "predicate")

_SUFFERED = re_pattern(r"\b(?:bị|được)\s.*")
_THOSE = re_pattern(r"\s*(?:này|đó|ấy|nói\s+trên|kể\s+trên)\b")  # hai xã này


def decide(frame: Frame, known: Known) -> Decided[str]:
    """What a figure counts or measures, as the text says it: by the first rule that finds it.

    What the article said of the same number before goes before words that say little.
    """
    found, vague = (Decided(known.inherited, "item.of_total"), False) if known.inherited else _said(frame, known)
    says_little = vague or found.value == frame.quantity.unit
    if says_little and known.told and frame.quantity.value is not None and not _THOSE.match(frame.low_rest):
        return Decided(known.told, "item.told_before")
    return found


def _said(frame: Frame, known: Known) -> tuple[Decided[str], bool]:
    """What the sentence says is counted or measured, and whether it says little."""
    counts = frame.quantity.kind in ("count", "ratio")
    view = View(frame, known)
    for rule in counted.RULES if counts else measured.RULES:
        if item := rule.read(view):
            return Decided(item, rule.name), rule.vague
    if counts:
        return Decided(view.phrase, "item.bare"), True
    return Decided(measured.OF_KIND.get(frame.quantity.kind, frame.quantity.unit), "item.of_kind"), True


def predicate(frame: Frame) -> str:
    """What is said of the things behind a number, which may hold for those counted with them: bị thiệt hại."""
    counts = frame.quantity.kind in ("count", "ratio")
    phrase = phrase_after(frame.after, unit=frame.quantity.unit if counts else "")
    match = _SUFFERED.search(lowered(phrase))
    return phrase[slice(*match.span())] if match else ""


def complement(frame: Frame) -> str:
    """What stands behind a counted noun besides the noun itself; empty for a bare one."""
    return phrase_after(frame.after, unit=frame.quantity.unit).removeprefix(frame.quantity.unit).strip()
