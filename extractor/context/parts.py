"""Parts: which total a figure is a part of, where the wording says so (trong đó, gồm, a list, parentheses)."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractor.shapes import Decided, Quantity

_OPENING = regex.compile(r"\b(?:trong\s+(?:đó|số\s+(?:đó|này|ấy))|gồm(?:\s+có)?|bao\s+gồm|chia\s+ra|chia\s+theo\s+\w+|cụ\s+thể(?:\s+là)?|bao\s+gồm|cơ\s+cấu)\s*:?,?", regex.IGNORECASE)
_FAR = regex.compile(r"^\s*[-+•*]?\s*(?:trong\s+(?:đó|số\s+(?:đó|này|ấy))|bao\s+gồm|gồm|chia\s+ra|cụ\s+thể)\b", regex.IGNORECASE)
_NEW_STATEMENT = regex.compile(r"\b(?:ngoài\s+ra|đồng\s+thời|bên\s+cạnh\s+đó|nâng\s+tổng\s+số|nâng|tăng|giảm|đến\s+nay|hiện|so\s+với|với\s+tổng)\b", regex.IGNORECASE)
_COLON = regex.compile(r"[^;,.:]*:\s*(?:[-+]\s*)?[^:;]{0,40}$")
_DIFFERENCE = regex.compile(r"\b(?:tăng|giảm)\s+(?:thêm\s+)?(?:gần\s+|hơn\s+|trên\s+)?$", regex.IGNORECASE)


def _whole_before(text: str, quantities: Sequence[Quantity]) -> Quantity | None:
    """The last quantity that is no difference: in "215 mô hình, tăng 38 …; trong đó 84 …" the 215."""
    stated = [q for q in quantities if not _DIFFERENCE.search(text, max(0, q.start - 20), q.start)]
    return stated[-1] if stated else None


def alike(total: Quantity, part: Quantity) -> bool:
    """Whether a part can be of that total: one kind and unit, or a count of things that the total holds."""
    if (total.kind == "ratio" or part.kind == "ratio") and part.kind in ("count", "ratio") and total.kind in ("count", "ratio"):
        return total.unit.split()[0] == part.unit.split()[0]
    if total.kind != part.kind:
        return False
    if total.kind == "count":
        return True
    return total.unit == part.unit or total.kind in ("length", "area", "mass", "volume")


def _fits(total: Quantity, part: Quantity) -> bool:
    """Whether the part is not larger than its total."""
    if total.value is None or part.value is None or total.unit != part.unit:
        return True
    return part.value <= total.value


def decide(text: str, quantities: Sequence[Quantity], carried: Quantity | None) -> list[Decided[Quantity | None]]:
    """For each quantity of a sentence its total, if the wording makes it a part; `carried` is the last total before.

    A part of an earlier sentence's total must open its own sentence: Trong đó có 91 mô hình …
    """
    decided: list[Decided[Quantity | None]] = []
    total: Quantity | None = carried if carried and _FAR.match(text) else None
    rule = "part.sentence" if total else ""
    depth_total: Quantity | None = None
    for at, quantity in enumerate(quantities):
        previous = quantities[at - 1] if at else None
        between = text[previous.end if previous else 0 : quantity.start]
        if previous is not None:
            opening = _OPENING.search(between)
            bracket = "(" in between and ")" not in between[between.rindex("(") :]
            colon = _COLON.match(between)
            previous = _whole_before(text, quantities[:at]) or previous if opening else previous
            if ")" in between and depth_total is not None and not bracket:
                total, depth_total = None, None
            if opening and alike(previous, quantity):
                total, rule = previous, "part.opening"
            elif bracket and alike(previous, quantity) and _fits(previous, quantity) and previous.kind == "count":
                total, depth_total, rule = previous, previous, "part.bracket"
            elif colon and alike(previous, quantity) and total is None and previous.unit == quantity.unit:
                total, rule = previous, "part.colon"
            elif _NEW_STATEMENT.search(between) or regex.search(r"[.!?]\s", between):
                total = None
        if total is not None and alike(total, quantity) and _fits(total, quantity) and total is not quantity:
            decided.append(Decided(total, rule))
        else:
            decided.append(Decided(None, "part.none"))
    return decided
