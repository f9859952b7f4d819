"""How a sentence opens: with people, with a place, with words that go on from the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.extraction.rules.whereabouts import LevelWord, Told
from extractor.language.patterns import one_of

OPENERS = {
    "people": "ông bà anh chị em cô chú bác|gia đình|họ|chúng tôi|tôi|người dân|bà con|nông dân|hộ|ông bà|các hộ|nhiều hộ",
    "here": "tại đây|ở đây|nơi đây|đây|nơi này|khu vực này|vùng này|địa phương",
    "going on": "theo đó|trong đó|trong số đó|cụ thể|ngoài ra|bên cạnh đó|qua đó|từ đó|nhờ đó|nhờ vậy|đồng thời|đặc biệt|riêng|sau đó|tiếp đó|trước đó|tương tự|hơn nữa|cùng với đó|bên cạnh|với|để|mỗi|bình quân|trung bình|số|tổng|trong khi|nếu|vì|do|còn|dự kiến|đến nay|hiện|hiện nay",
    "turning": "tuy nhiên|nhưng|theo",
    "time": "năm|trong|từ|tháng|ngày|sáng|chiều|tối|sau|trước|đến|tính đến|qua|những năm|vụ",
}


def _rows() -> dict[str, str]:
    found = {}
    for kind, words in OPENERS.items():
        for part in words.split("|"):
            for word in part.split() if part == "ông bà anh chị em cô chú bác" else [part]:
                found[word] = kind
    return found


_KINDS = _rows()
_OPENS = re.compile(rf"[\s\"“+\-*•]*(?P<word>{one_of(_KINDS)})(?!\w)")
_AT_HEAD = 12


def opening_of(text: str, low: str, told: Sequence[Told], levels: Sequence[LevelWord]) -> str:
    """How a sentence opens."""
    if told and told[0].start <= _AT_HEAD and told[0].standing not in ("self", "whole", "resident"):
        return "unit"
    if any(word.start <= _AT_HEAD and word.manner != "several" for word in levels):
        return "level"
    if text[:1] in "\"“":
        return "quotation"
    match = _OPENS.match(low)
    if match:
        return _KINDS[" ".join(match["word"].split())]
    return "list" if text[:1] in "-+•*" else "plain"
