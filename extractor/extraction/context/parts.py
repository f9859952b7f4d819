"""Parts: which total a figure is a part of, where the wording says so (trong đó, gồm, a list, parentheses)."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Sequence

from extractor.extraction.rules.beside import NOTHING, Shares
from extractor.model.shapes import Decided, Quantity

_OPENING = re.compile(r"\b(?:trong\s+(?:đó|số\s+(?:đó|này|ấy))|gồm(?:\s+có)?|bao\s+gồm|chia\s+ra|chia\s+theo\s+\w+|cụ\s+thể(?:\s+là)?|cơ\s+cấu)\s*:?,?")
_FAR = re.compile(r"^\s*[-+•*]?\s*(?:trong\s+(?:đó|số\s+(?:đó|này|ấy))|bao\s+gồm|gồm|chia\s+ra|cụ\s+thể)\b")
_NEW_STATEMENT = re.compile(r"\b(?:ngoài\s+ra|đồng\s+thời|bên\s+cạnh\s+đó|nâng\s+tổng\s+số|nâng|tăng|giảm|đến\s+nay|hiện|so\s+với|với\s+tổng)\b")
_COLON = re.compile(r"[^;,.:]*:\s*(?:[-+]\s*)?[^:;]{0,40}$")
_DIFFERENCE = re.compile(r"\b(?:tăng|giảm)\s+(?:thêm\s+)?(?:gần\s+|hơn\s+|trên\s+)?$")


_NEXT_SENTENCE = re.compile(r"[.!?]\s")
_NONE: Decided[Quantity | None] = Decided(None, "part.none")


def _whole_before(low: str, quantities: Sequence[Quantity]) -> Quantity | None:
    """The last quantity that is no difference: in "215 mô hình, tăng 38 …; trong đó 84 …" the 215."""
    stated = [q for q in quantities if not _DIFFERENCE.search(low, max(0, q.start - 20), q.start)]
    return stated[-1] if stated else None


def alike(total: Quantity, part: Quantity) -> bool:
    """Whether a part can be of that total: one kind and unit, or a count of things that the total holds."""
    if (
        (total.kind == "ratio" or part.kind == "ratio")
        and part.kind in ("count", "ratio")
        and total.kind in ("count", "ratio")
    ):
        return total.unit.split()[0] == part.unit.split()[0]
    if total.kind != part.kind:
        return False
    if total.kind == "count":
        return True
    return total.unit == part.unit or total.kind in ("length", "area", "mass", "volume")


def _whole_of_share(
    before: Sequence[Quantity],
    decided: Sequence[Decided[Quantity | None]],
    shares: Shares,
    part: Quantity,
    *,
    bracket: bool,
) -> Quantity | None:
    """The total of a place's number: that of the place before it, else the number before what sets the parts apart."""
    previous, of_previous = before[-1], decided[-1].value
    if of_previous is not None and previous.start in shares.names and _is_share(of_previous, part):
        return of_previous
    apart = (part.start in shares.parted or bracket) and shares.series.get(previous.start) != shares.series[part.start]
    return previous if apart and _is_share(previous, part) else None


_HELD_BY = ("người", "hộ", "lượt người", "cử tri", "tổ chức", "cơ sở", "đơn vị", "công trình")  # their parts have other nouns


def _fits(total: Quantity, part: Quantity) -> bool:
    """Whether the part is not larger than its total."""
    if total.value is None or part.value is None or total.kind != part.kind:
        return True
    alike = total.unit == part.unit or total.unit.split()[0] == part.unit.split()[0] or total.unit in _HELD_BY
    return part.value <= total.value or not (alike or part.unit in _HELD_BY)


_WITH = re.compile(r"\b(?:với|cùng)\s+(?:(?:hơn|gần|trên|khoảng)\s+)?$")


def _comes_with(before: Quantity, quantity: Quantity, between: str) -> bool:
    """Whether a number only tells of the one before it and is no further part: 15 chi bộ cơ sở, với 6.418 đảng viên."""
    return before.unit != quantity.unit and _WITH.search(between) is not None


def _is_share(total: Quantity, part: Quantity) -> bool:
    """Whether a place's number may be a part of that total: of one sort, and not larger."""
    one_sort = total.unit.split()[0].lower() == part.unit.split()[0].lower()
    known = total.value is not None and part.value is not None
    return known and total.kind == part.kind and one_sort and _fits(total, part)


def announces_parts(low: str) -> bool:
    """Whether a sentence in lower case announces the parts of its total as a list below it: …, cụ thể như sau:"""
    return _ANNOUNCED.search(low) is not None


_ANNOUNCED = re.compile(r"\b(?:trong\s+(?:đó|số\s+đó)|gồm(?:\s+có)?|cụ\s+thể|chia\s+theo|phân\s+theo|như\s+sau|theo\s+từng|tại\s+các|ở\s+các|các\s+xã|các\s+huyện)\b[^.;\d]*:\s*$")


def decide(
    low: str, quantities: Sequence[Quantity], carried: Quantity | None, shares: Shares = NOTHING, *, listed: bool = False
) -> list[Decided[Quantity | None]]:
    """For each quantity of a sentence its total, if the wording makes it a part; `carried` is the last total before;
    `low` is the sentence in lower case, `listed` says that it is a line of a list that gives the parts of `carried`.

    A part of an earlier sentence's total must open its own sentence: Trong đó có 91 mô hình …
    """
    decided: list[Decided[Quantity | None]] = []
    opens = carried is not None and (_FAR.match(low) or (listed and quantities and _is_share(carried, quantities[0])))
    total: Quantity | None = carried if opens else None
    rule = "part.sentence" if total else ""
    depth_total: Quantity | None = None
    for at, quantity in enumerate(quantities):
        if at:
            previous = quantities[at - 1]
            between = low[previous.end : quantity.start]
            opening = _OPENING.search(between)
            bracket = "(" in between and ")" not in between[between.rindex("(") :]
            colon = _COLON.match(between) if ":" in between else None
            previous = _whole_before(low, quantities[:at]) or previous if opening else previous
            if ")" in between and depth_total is not None and not bracket:
                total, depth_total = None, None
            of_place = quantity.start in shares.names
            whole = _whole_of_share(quantities[:at], decided, shares, quantity, bracket=bracket) if of_place else None
            if whole is not None:
                total, rule = whole, "part.place"
                if "(" in low[whole.end : quantity.start]:
                    depth_total = whole
            elif of_place and quantities[at - 1].start in shares.names:
                pass  # Hà Giang (12), Lào Cai (8): neither is a part of the other
            elif opening and alike(previous, quantity):
                total, rule = previous, "part.opening"
            elif bracket and alike(previous, quantity) and _fits(previous, quantity) and previous.kind == "count":
                total, depth_total, rule = previous, previous, "part.bracket"
            elif colon and alike(previous, quantity) and total is None and previous.unit == quantity.unit:
                total, rule = previous, "part.colon"
            elif _NEW_STATEMENT.search(between) or _NEXT_SENTENCE.search(between) or _comes_with(previous, quantity, between):
                total = None
        if total is not None and alike(total, quantity) and _fits(total, quantity) and total is not quantity:
            decided.append(Decided(total, rule))
        else:
            decided.append(_NONE)
    return decided
