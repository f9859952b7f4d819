"""What is found against a file of official figures, in one sentence of Vietnamese and one of English."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.audit.numbers import in_english, written
from extractor.audit.records.choosing import Choice
from extractor.audit.records.reading import Row
from extractor.dataset.claims import Judged
from extractor.model.records import Explanation, FigureBase

MOST_NAMED = 3  # rows named in one sentence

# What an undecided choice says, by why it is open: of the rows that fit, and of what the row says.
_OPEN: dict[str, tuple[str, str]] = {
    "several": ("có nhiều dòng cùng phù hợp mà số liệu khác nhau", "several rows fit and differ"),
    "contested": (
        "dòng này cũng có thể là của một con số khác trong bài",
        "the row may as well be of another number of the article",
    ),
    "unsure": (
        "không đủ chắc chắn về địa phương hoặc thời gian mà bài nói tới",
        "the place or the period that the article means is not certain enough",
    ),
    "part": (
        "con số trong bài có thể chỉ là một phần của chỉ tiêu đó",
        "the number of the article may only be a part of what the row counts",
    ),
    "borders": (
        "nơi này đã được sắp xếp lại từ tháng 7/2025 nên không chắc cùng một địa giới",
        "the place was merged in July 2025, so that its borders may not be the same",
    ),
    "vague": ("không dòng nào chắc chắn nói về cùng một chỉ tiêu", "no row is certainly of the same thing"),
    "none": (
        "không có dòng nào cùng chỉ tiêu, địa phương, thời gian và đơn vị tính",
        "no row is of the same thing, place, period and unit",
    ),
}
_JUDGED: dict[str, tuple[str, str]] = {
    "far": (
        "cách nói ước chừng không sai nhưng khác xa số liệu này",
        "the hedge is not wrong, but far from that",
    ),
    "limit": (
        "đó đúng là con số mà bài chỉ nói là trên hoặc dưới",
        "which is the very number that the article says it is above or below",
    ),
    "rounded": (
        "con số trong bài có thể đã được làm tròn",
        "the number of the article may have been rounded",
    ),
}


class Told(NamedTuple):
    """How a row is told: its words in Vietnamese and in English."""

    vi: str
    en: str


def explanation(figure: FigureBase, choice: Choice, rows: Sequence[Row], nearest: Sequence[Row] = ()) -> Explanation:
    """What was found of a figure; `rows` are those of the choice, `nearest` those that are named where none fits."""
    if choice.verdict is None:
        return _open(figure, choice, rows, nearest)
    vi, en = _told(rows[0])
    alike = f"{round(100 * choice.score)}%"
    vi = f"{vi} (tên chỉ tiêu giống {alike})"
    en = f"{en} (the names are {alike} alike)"
    said = " ".join(figure.text.split())
    match choice.verdict.verdict:
        case "supported":
            return Explanation(
                vi=f"Bài nêu “{said}”, phù hợp với số liệu chính thức: {vi}.",
                en=f"The article says “{said}”, and the official figures agree: {en}.",
            )
        case "refuted":
            return Explanation(
                vi=f"Bài nêu “{said}” nhưng số liệu chính thức khác: {vi}.",
                en=f"The article says “{said}”, but the official figures differ: {en}.",
            )
    why_vi, why_en = _JUDGED[choice.verdict.why]
    return Explanation(
        vi=f"Bài nêu “{said}”, số liệu chính thức là {vi}; {why_vi} nên chưa kết luận được.",
        en=f"The article says “{said}”, the official figure is {en}; {why_en}, so this stays open.",
    )


def _open(figure: FigureBase, choice: Choice, rows: Sequence[Row], nearest: Sequence[Row]) -> Explanation:
    """Why nothing is decided, with the rows that come nearest."""
    why_vi, why_en = _OPEN[choice.why]
    if choice.why == "none" and figure.place is None:
        why_vi, why_en = "bài không cho biết con số này là của nơi nào", "the article does not say of which place it is"
    elif choice.why == "none" and figure.period is None:
        why_vi, why_en = "bài không cho biết con số này là của khi nào", "the article does not say of which time it is"
    named = [_told(row) for row in (*rows, *nearest)[:MOST_NAMED]]
    vi = f"; gần nhất là {'; '.join(one.vi for one in named)}" if named else ""
    en = f"; the nearest: {'; '.join(one.en for one in named)}" if named else ""
    said = " ".join(figure.text.split())
    return Explanation(
        vi=f"Chưa đối chiếu được “{said}” với số liệu chính thức vì {why_vi}{vi}.",
        en=f"“{said}” could not be held against the official figures, as {why_en}{en}.",
    )


def _told(row: Row) -> Told:
    """A row with its number, item, place, period and value."""
    one = row.official
    about = " ".join(", ".join(filter(None, (one.item, one.place, one.period))).split())
    unit = one.unit if one.unit.startswith("%") else f" {one.unit}"
    return Told(
        f"{written(one.value)}{unit} ({about}; {one.file}, dòng {one.row})",
        f"{in_english(one.value)}{unit} ({about}; {one.file}, row {one.row})",
    )


def arithmetic(figure: FigureBase, found: Judged, official: Decimal) -> str:
    """How the number and the row's stand to each other, in the figure's unit: 421 > 400."""
    if figure.value is None:
        low, high = figure.low, figure.high
        inside = low is not None and high is not None and low <= official <= high
        ends = f"{written(low or Decimal(0))} – {written(high or Decimal(0))}"
        return f"{written(official)} {'∈' if inside else '∉'} {ends}"
    if official == figure.value:
        sign = "="
    elif found.verdict == "supported" and figure.modifier in ("exact", "approx"):
        sign = "≈"
    elif figure.modifier == "exact":
        sign = "≠"
    else:
        sign = ">" if official > figure.value else "<"
    return f"{written(official)} {sign} {written(figure.value)}"
