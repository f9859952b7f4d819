"""What is known of a figure that tells whether it has a time, and what sort of time."""

from __future__ import annotations

from extractor.extraction.discourse import Passage, SentenceView
from extractor.language.patterns import re_pattern
from extractor.model.shapes import Change, Frame, Status

TOLD = "told with "
_AWAY = re_pattern(r"\bcách\b(?:[^,;.]{0,60})$")
_SIZE = re_pattern(r"\b(?:rộng|dài|cao|sâu|diện\s+tích|nặng|dày|công\s+suất)\b[^,;]{0,30}$")
_THEN = re_pattern(r"\b(?:khi|lúc|thời\s+điểm|thời\s+gian|dịp)\s+(?:đó|ấy|này)\b")
_GOES_ON = re_pattern(r"[\s\"+\-]*(?:theo\s+đó|trong\s+(?:số\s+)?đó|cụ\s+thể|tổng\s|với\s|bên\s+cạnh|ngoài\s+ra|đồng\s+thời|cùng\s+với|riêng|qua\s+đó|tuy\s+nhiên|đặc\s+biệt|về\s)")
_EACH = re_pattern(r"\b(?:mỗi|từng|bình\s+quân|trung\s+bình|h[ằà]ng\s+(?:năm|tháng|ngày|tuần))\b")


def about(frame: Frame, view: SentenceView, passage: Passage, status: Status, change: Change | None) -> tuple[str, ...]:
    """Its traits, as evidence has them."""
    quantity = frame.quantity
    traits = [f"a {quantity.kind}", f"{status}", f"in the {view.sentence.role}"]
    traits += [f"{TOLD}{sort}" for sort in passage.tells]
    traits += [
        name
        for name, holds in (
            ("a change", change is not None),
            ("a rate", quantity.per is not None),
            ("listed", view.sentence.listed),
            ("quoted", '"' in frame.head or "“" in frame.head),
            ("in a table", view.sentence.cell is not None),
            ("no time of its own", not passage.said),
            ("a distance", quantity.kind == "length" and _AWAY.search(frame.low_head) is not None),
            ("a size", quantity.kind in ("length", "area", "volume", "mass") and _SIZE.search(frame.low_before) is not None),
            ("by then", _THEN.search(view.low) is not None),
            ("goes on", _GOES_ON.match(view.low) is not None),
            ("for each", _EACH.search(frame.low_before) is not None),
        )
        if holds
    ]
    return tuple(traits)


_KINDS = (
    ("habitual", ("for each", "told with habit", "told with condition", "a rate")),
    ("a size", ("a distance", "a size")),
    ("planned", ("target",)),
    ("given", ("told with giving",)),
    ("done", ("told with past", "told with result", "a change")),
    ("there", ("told with state",)),
)


def kind_of(traits: tuple[str, ...]) -> str:
    """What a figure tells, in a word: something habitual, a size, a plan, a gift, a result, a state."""
    return next((kind for kind, signs in _KINDS if any(sign in traits for sign in signs)), "plain")
