"""Units that a text names as what others were before: huyện Tân Kỳ cũ, trước đây thuộc huyện Yên Dũng, sáp nhập từ xã A."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.language.patterns import Row, any_of, lowered, re_pattern, regex_pattern

_OLD = re_pattern(r"\s*\(?\s*cũ\b(?!\s+(?:kỹ|nát|rích))\s*\)?")  # huyện Tân Kỳ cũ, xã Hòa An (cũ)
_BEFORE_NOW = re_pattern(r"\s*[,(]?\s*(?:cũ\s*,?\s*)?nay\s+(?:là|thuộc)\b")  # xã Hòa An (nay là xã Minh Tân)
_BEFORE = r"trước\s+(?:đây|kia|khi\s+(?:sáp\s+nhập|hợp\s+nhất|sắp\s+xếp))"
_ONCE = re_pattern(rf"\s*\(?\s*{_BEFORE}\s*(?:[),.;]|$)")
_KINDS = r"(?:(?:toàn\s+bộ|một\s+phần|phần\s+lớn|nguyên\s+trạng|các|hai|ba|bốn|năm|\d+|diện\s+tích|tự\s+nhiên|dân\s+số|địa\s+giới|địa\s+bàn|và|của|từ|quy\s+mô|hành\s+chính|đơn\s+vị)\s+)*"
_SAYING_WAS = (
    Row(rf"(?:{_BEFORE},?\s+|trước\s+)(?:là|thuộc|gồm|vốn\s+là)", "trước khi sáp nhập, thuộc"),
    Row(r"nguyên\s+(?:là|thuộc)", "nguyên là"),
    Row(r"vốn\s+(?:là|thuộc)", "vốn thuộc"),
    Row(r"tiền\s+thân\s+là", "tiền thân là"),
    Row(r"(?:sáp\s+nhập|hợp\s+nhất|tách|nhập)(?!\s+(?:vào|về|với|thành))(?:\s+ra)?(?:\s+(?:từ|của))?", "sáp nhập từ"),
    Row(r"(?:thành\s+lập|hình\s+thành|sắp\s+xếp)\s+từ", "thành lập từ"),
)
_WAS = re_pattern(rf"\b{any_of(_SAYING_WAS)}\s+{_KINDS}$")
_LISTED = regex_pattern(r"\s*(?:,|;|,?\s*(?:và|với|cùng))\s*(?:(?:một phần|toàn bộ|phần còn lại|các)\s+(?:(?:của|diện tích)\s+)?)?")
_LINK = 60  # characters before a unit that may say that it was


class Named(NamedTuple):
    """A unit that a text names: where, the group of its list, and its rank."""

    start: int
    end: int
    group: int | None
    rank: int


def find_former(text: str, units: Sequence[Named]) -> dict[int, int]:
    """Which of the units a text names as former ones, each with its end, the word cũ included."""
    low = lowered(text)
    found: dict[int, int] = {}
    listing = -1  # the last unit of a list that says what was united
    for at, unit in enumerate(units):
        if old := _OLD.match(low, unit.end):
            found[at] = old.end() if ")" not in old[0] or "(" in old[0] else old.end() - 1
            found |= {other: units[other].end for other in _before(text, units, at) if other not in found}
        elif _BEFORE_NOW.match(low, unit.end) or _ONCE.match(low, unit.end):
            found[at] = unit.end
        elif _WAS.search(low, max(0, unit.start - _LINK), unit.start) or (
            at and listing == at - 1 and _goes_on(text, units[at - 1], unit)
        ):
            found[at], listing = unit.end, at
    return found


def _goes_on(text: str, one: Named, two: Named) -> bool:
    """Whether the second unit stands in the list of the first."""
    return one.rank == two.rank and _LISTED.fullmatch(text, one.end, two.start) is not None


def _before(text: str, units: Sequence[Named], at: int) -> list[int]:
    """The units of the list that one ends: các xã Hòa An, Tân Lập cũ."""
    first, last = at, units[at]
    while first and (
        (last.group is not None and units[first - 1].group == last.group)
        or (units[first - 1].rank == last.rank and _AND.fullmatch(text, units[first - 1].end, units[first].start))
    ):
        first -= 1
    return list(range(first, at))


_AND = regex_pattern(r"\s+và\s+")

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Xã Nghĩa Hành (huyện Tân Kỳ cũ, tỉnh Nghệ An)", ("huyện Tân Kỳ",)),
    ("Phường Tân An, trước đây thuộc huyện Yên Dũng, có", ("huyện Yên Dũng",)),
    ("Xã Minh Tân được sáp nhập từ xã Minh Lập và xã Tân Sơn, có", ("xã Minh Lập", "xã Tân Sơn")),
    ("Xã Minh Tân (trước khi sáp nhập là xã Hòa An, xã Tân Lập) có", ("xã Hòa An", "xã Tân Lập")),
    ("sáp nhập xã Hòa An vào xã Minh Tân", ("xã Hòa An",)),
    ("sáp nhập hai xã Hòa An và Tân Lập thành xã Minh Tân", ("xã Hòa An", "xã Tân Lập")),
    ("xã Hòa An (cũ), xã Minh Tân", ("xã Hòa An",)),
    ("xã Hòa An, nay là xã Minh Tân, có", ("xã Hòa An",)),
    ("thuộc huyện Đông Hưng trước đây, xã", ("huyện Đông Hưng",)),
    ("Sau khi sáp nhập, xã Minh Tân có", ()),
    ("Trước khi sáp nhập, xã Hòa An có 1.200 hộ", ()),
    ("Xã Hòa An trước đây có 40 hộ nghèo", ()),
    ("thay mới tuyến đường xã Hòa An cũ nát", ()),
    ("sáp nhập vào xã Minh Tân từ năm 2020", ()),
)
