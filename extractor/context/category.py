"""Category: the class that a breakdown gives one of its parts (lĩnh vực kinh tế, đạt 3 sao)."""

from __future__ import annotations

import regex

from extractor.rules.phrases import phrase_after
from extractor.shapes import Decided, Frame, Quantity

HEADS = ("lĩnh vực", "ngành", "khối", "cấp", "tuyến", "hạng", "loại", "nhóm", "thuộc", "đạt", "là", "do", "của", "về", "trong", "ngoài", "bằng", "có", "nam", "nữ")
_HEAD = regex.compile(r"\s*(?:(?:thuộc|về|trong|trên|ở)\s+)?(?:lĩnh\s+vực|ngành|khối|cấp|tuyến|hạng|loại|nhóm|thuộc|đạt|là|do|của|về|trong|ngoài)\b", regex.IGNORECASE)
_LABEL = regex.compile(r"(?:^|[,;:.(]|\btrong\s+đó,?|\bgồm|\bvà)\s*(?P<label>(?:[^\W\d_][^,;:()]*?))\s*:?\s*(?:(?:có|là|đạt|chiếm|được)\s*)?$", regex.IGNORECASE)


def decide(frame: Frame) -> Decided[str | None]:
    """The class of a part: the words behind its unit, or the label before its number."""
    quantity = frame.quantity
    if _HEAD.match(frame.after):
        return Decided(" ".join(frame.after[: _until(frame.after)].split()) or None, "category.after")
    label = _LABEL.search(frame.before.rstrip(" :"))
    words = label["label"].strip(" -+") if label else ""
    words = regex.sub(r"^(?:trong\s+đó|gồm|bao\s+gồm|có|và|đạt)\b,?\s*", "", words, flags=regex.IGNORECASE)
    if words and words.lower() not in ("có", "là", "đạt", "trong đó", "và"):
        return Decided(words, "category.before")
    behind = phrase_after(frame.after)
    return Decided(behind or (quantity.unit if quantity.kind == "count" else None), "category.unit")


def _until(text: str) -> int:
    """Where the class behind a unit ends: at the next mark of punctuation."""
    mark = regex.search(r"[,;.()]|$", text)
    return mark.start() if mark else len(text)


def only_class(frame: Frame, total: Quantity, *, series: bool) -> bool:
    """Whether the part says no more than its class, so that its item is the total's: 91 mô hình lĩnh vực kinh tế.

    `series`: the part before it did so, and this one goes on in the same unit.
    """
    quantity = frame.quantity
    if quantity.kind in ("count", "ratio"):
        if quantity.unit.split()[0].lower() != total.unit.split()[0].lower():
            return False
        if series or _HEAD_OF_CLASS.match(frame.after):
            return True
        return bool(regex.match(r"\s*(?:[,;.)]|$|và\b)", frame.after)) and bool(_CLASS_BEFORE.search(frame.before))
    if quantity.kind == "percent" and _GRADED.search(frame.before):
        return True
    return quantity.kind == "percent" and not regex.search(r"[^\W\d_]{2,}", regex.sub(r"\b(?:trong đó|có|đạt|và|là|còn|chiếm)\b", "", frame.before))


_GRADED = regex.compile(r"(?:^|[,;]|trong\s+đó,?)\s*(?:có\s+)?(?:hoàn\s+thành|xếp\s+loại|đạt|loại)\b[^,;]*$", regex.IGNORECASE)
_HEAD_OF_CLASS = regex.compile(r"\s*(?:lĩnh\s+vực|đạt\s+\d+\s+sao|khối|cấp|loại|hạng)\b", regex.IGNORECASE)
_CLASS_BEFORE = regex.compile(r"(?:lĩnh\s+vực|khối|cấp|tuyến|loại|hạng)\b[^,;]*$|:\s*$", regex.IGNORECASE)
