"""Category: the class that a breakdown gives one of its parts (lĩnh vực kinh tế, đạt 3 sao)."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text

from extractor.extraction.rules.phrases import phrase_after
from extractor.language.patterns import lowered
from extractor.model.shapes import Decided, Frame, Quantity

MOST_OF_CLASS = 8  # syllables: what says more is a clause
_NONE: Decided[str | None] = Decided(None, "category.none")
_HEAD = re.compile(r"\s*(?:(?:thuộc|về|trong|trên|ở)\s+)?(?:lĩnh\s+vực|ngành|khối|cấp|tuyến|hạng|loại|nhóm|thuộc|đạt|là|do|của|về|trong|ngoài)\b")
_LABEL = re.compile(r"(?:^|[,;:.(]|\btrong\s+đó,?|\bgồm|\bvà)\s*(?P<label>(?:[^\W\d_][^,;:()]*?))\s*:?\s*(?:(?:có|là|đạt|chiếm|được)\s*)?$")


def decide(frame: Frame, total: Quantity) -> Decided[str | None]:
    """The class of a part of the total: the words behind its unit, or the label before its number."""
    quantity = frame.quantity
    if _HEAD.match(frame.low_after):
        return Decided(" ".join(frame.after[: _until(frame.after)].split()) or None, "category.after")
    label = _LABEL.search(frame.low_before.rstrip(" :"))
    words = frame.before[slice(*label.span("label"))].strip(" -+") if label else ""
    if opening := _OPENING.match(lowered(words)):
        words = words[opening.end() :]
    if lowered(words).endswith((" và", " cùng", " với")):
        words = ""  # the class of the part before it: 298 hộ xây nhà mới và 121 hộ sửa chữa
    if len(words.split()) > MOST_OF_CLASS:
        return _NONE
    if words and words.lower() not in ("có", "là", "đạt", "trong đó", "và"):
        return Decided(words, "category.before")
    if behind := phrase_after(frame.after):
        return Decided(behind, "category.unit")
    said = frame.after[: _until(frame.after)].split()
    while frame.following and said and said[-1].lower() in _LEAD_ON:
        said.pop()
    if 0 < len(said) <= MOST_OF_CLASS:
        return Decided(" ".join(said), "category.said")  # 286 nhà | ngập trên 2 m
    own = quantity.kind == "count" and quantity.unit.split()[0] != total.unit.split()[0]
    return Decided(quantity.unit, "category.unit") if own else _NONE


def _until(text: str) -> int:
    """Where the class behind a unit ends: at the next mark of punctuation."""
    mark = _MARK.search(text)
    return mark.start() if mark else len(text)


_MARK = re.compile(r"[,;.()]")
_LEAD_ON = frozenset(("và", "với", "cùng", "có", "trên", "hơn"))  # to the next figure
_OPENING = re.compile(r"(?:trong\s+đó|gồm|bao\s+gồm|có|và|đạt)\b,?\s*")


def only_class(frame: Frame, total: Quantity, *, series: bool) -> bool:
    """Whether the part says no more than its class, so that its item is the total's: 91 mô hình lĩnh vực kinh tế.

    `series`: the part before it did so, and this one goes on in the same unit.
    """
    quantity = frame.quantity
    if quantity.kind in ("count", "ratio"):
        if quantity.unit.split()[0].lower() != total.unit.split()[0].lower():
            return False
        if series or _HEAD_OF_CLASS.match(frame.low_after):
            return True
        return bool(_ENDS.match(frame.after)) and bool(_CLASS_BEFORE.search(frame.low_before))
    if quantity.kind != "percent":
        return False
    return bool(_GRADED.search(frame.low_before)) or not _WORD.search(_FILLERS.sub("", frame.before))


_ENDS = re.compile(r"\s*(?:[,;.)]|$|và\b)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FILLERS = re.compile(r"\b(?:trong đó|có|đạt|và|là|còn|chiếm)\b")
_GRADED = re.compile(r"(?:^|[,;]|trong\s+đó,?)\s*(?:có\s+)?(?:hoàn\s+thành|xếp\s+loại|đạt|loại)\b[^,;]*$")
_HEAD_OF_CLASS = re.compile(r"\s*(?:thuộc\s+)?(?:lĩnh\s+vực|đạt\s+\d+\s+sao|khối|cấp|loại|hạng)\b")
_CLASS_BEFORE = re.compile(r"(?:lĩnh\s+vực|khối|cấp|tuyến|loại|hạng)\b[^,;]*$|:\s*$")


EXAMPLES: tuple[tuple[str, str | None], ...] = (
    ("Có 419 hộ khởi công, trong đó |298 hộ| xây nhà mới và 121 hộ sửa nhà.", "xây nhà mới"), ("Có 419 hộ khởi công, trong đó 298 hộ xây nhà mới và |121 hộ| sửa nhà.", "sửa nhà"),
    ("Có 91 mô hình, trong đó |20 mô hình| lĩnh vực kinh tế.", "lĩnh vực kinh tế"), ("Có 1.043 nhà bị ngập, trong đó |286 nhà| ngập trên 2 m.", "ngập"), ("Có |419 hộ| khởi công.", None),
)  # fmt: skip
