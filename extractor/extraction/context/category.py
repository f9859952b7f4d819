"""Category: the class that a breakdown gives one of its parts (lĩnh vực kinh tế, đạt 3 sao).

The labels before a number and the phrases behind it are candidates; how they stand, and whether the number stands in a
series, a list or brackets, is their evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.extraction.choice import Chooser
from extractor.extraction.discourse import SentenceView
from extractor.extraction.rules.phrases import phrase_after
from extractor.language.likeness import alike
from extractor.language.patterns import by_first, lowered, one_of, re_pattern
from extractor.lexicon.nouns import CLASSIFIERS
from extractor.lexicon.parts import CLASS_WORDS
from extractor.lexicon.words import ACTIONS, PLAIN_VERBS
from extractor.model.shapes import Candidate, Decided, Frame, Quantity

MOST_OF_CLASS = 9  # syllables: what says more is a clause
LONGEST_LABEL = 200  # characters
MOST_OF_SERIES = 4  # numbers of one unit that are told apart

_OPENING = re_pattern(r"[\s\"“+*•–-]*(?:(?:trong\s+(?:đó|số\s+(?:đó|này|ấy))|bao\s+gồm|gồm(?:\s+có)?|cụ\s+thể|riêng|và|còn|với|tại|ở|do|có|được|là)\b[,:]?\s*)*")
_STATING = re_pattern(r"\s*(?:(?:có|là|đạt|chiếm|được|với|khoảng|gần|hơn|trên|dưới|còn|lên|tới|đến|từ|bằng|dài|rộng|giá)\b\s*)+$|\s*[:(]\s*$")
_MARK = re_pattern(r"[,;:.()]\s|[;:()]")
_ENDS = re_pattern(r"[,;.():]")
_ENDS_BEFORE_NEXT = re_pattern(r"[,;.():]|(?:^|\s)và\b")
_VERB = re_pattern(rf"\s{by_first((*ACTIONS, *PLAIN_VERBS))}(?!\w)")
_CLASS = re_pattern(rf"{one_of(CLASS_WORDS)}\b")
_NAMES_NOTHING = re_pattern(r"(?:trong đó|có|là|đạt|và|với|còn|tổng số|tổng|đến nay|nay|\W)*")


class _Label(NamedTuple):
    """Words that may name the class, and how they stand to the number."""

    words: str
    stands: str


def decide(frame: Frame, view: SentenceView, *, part: bool, chooser: Chooser) -> Decided[str | None]:
    """The class that a figure gives of what is broken down; `part`: it is a part of a total that the text tells."""
    said = _circumstances(frame, view, part=part)
    nothing: Candidate[str | None] = Candidate(None, "category.none", ("none", *(f"none: {one}" for one in said)))
    candidates = [nothing]
    seen = {""}
    for label in (*_before(frame), *_behind(frame), *_of_neighbour(frame)):
        words = " ".join(label.words.split())
        low = words.lower()
        if low in seen or len(words.split()) > MOST_OF_CLASS or _NAMES_NOTHING.fullmatch(low):
            continue
        seen.add(low)
        evidence = _evidence(words, label.stands, said, frame.quantity)
        candidates.append(Candidate(words, f"category.{label.stands}", evidence))
    choice = chooser.choose(candidates, agree=alike)
    return Decided(choice.chosen.value, choice.chosen.rule, choice)


def _circumstances(frame: Frame, view: SentenceView, *, part: bool) -> list[str]:
    """What may make a number one of a breakdown."""
    quantity = frame.quantity
    fellows = sum(_of_one_unit(one, quantity) for one in view.quantities)
    said = [quantity.kind, "a part" if part else "no part", f"{min(fellows, MOST_OF_SERIES)} of its unit"]
    if view.sentence.listed:
        said.append("in a list")
    if frame.low_head.rfind("(") > frame.low_head.rfind(")"):
        said.append("in brackets")
    if quantity.per:
        said.append("a rate")
    if frame.previous is not None and _of_one_unit(frame.previous, quantity):
        said.append("behind one of its unit")
    if frame.following is not None and _of_one_unit(frame.following, quantity):
        said.append("before one of its unit")
    return said


def _of_one_unit(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and one.unit == other.unit


def _evidence(words: str, stands: str, said: list[str], quantity: Quantity) -> tuple[str, ...]:
    """What speaks for some words as a class."""
    count = len(words.split())
    size = "1" if count == 1 else "2" if count == 2 else "3 or 4" if count < 5 else "5 to 9"
    low = words.lower()
    found = [stands, f"{size} words", f"{stands}, {size} words", *(f"{stands}, {one}" for one in said)]
    if _CLASS.match(low):
        found += ["class word first", f"{stands}, class word first"]
    if any(letter.isdigit() for letter in words):
        found.append("with a number")
    if words[0].isupper():
        found.append("capital first")
    if low.startswith(quantity.unit.lower()):
        found.append("unit first")
    if _VERB.search(low):
        found.append("a verb within")
    return tuple(found)


def _before(frame: Frame) -> Iterator[_Label]:
    """The words before a number, from the last mark or the last but one."""
    low = _STATING.sub("", frame.low_before)
    words = frame.before[: len(low)]
    marks = [match.end() for match in _MARK.finditer(low)]
    last = marks[-1] if marks else 0
    for stands, start in (("label", last), ("label two back", marks[-2] if len(marks) > 1 else 0)):
        end = len(low) if stands == "label" else last
        start += _length_of_opening(low[start:end])
        label, low_label = words[start:end].rstrip(" ,;:.-–("), low[start:end]
        yield _Label(label, stands)
        if (verb := _VERB.search(low_label)) and verb.start():
            yield _Label(label[: verb.start()], f"{stands} before its verb")
        if named := _last_class(low_label):
            yield _Label(words[start + named : end].rstrip(" ,;:.-–("), f"{stands} from its class word")


def _length_of_opening(low: str) -> int:
    match = _OPENING.match(low)
    return match.end() if match else 0


def _last_class(low: str) -> int:
    """Where the last class word of a label stands; 0 where it has none but the first."""
    return max((match.start() for match in _CLASS.finditer(low)), default=0)


def _behind(frame: Frame) -> Iterator[_Label]:
    """The words behind a number: to the next mark, as a noun phrase, and those of its unit."""
    unit, after = frame.quantity.unit, frame.after
    end = match.start() if (match := (_ENDS_BEFORE_NEXT if frame.following else _ENDS).search(after)) else len(after)
    said = after[:end].split()
    while frame.following and said and said[-1].lower() in _LEAD_ON:
        said.pop()
    yield _Label(" ".join(said), "behind to the mark")
    yield _Label(phrase_after(after[:end]), "behind")
    if (verb := _VERB.search(lowered(after[:end]))) and verb.start():
        yield _Label(after[: verb.start()], "behind before its verb")
    if frame.quantity.kind in ("count", "ratio"):
        rest = unit.split()[1:] if unit.split()[0].lower() in CLASSIFIERS else []
        yield _Label(" ".join(rest), "unit but its first word")
        yield _Label(f"{' '.join(rest)} {phrase_after(after)}" if rest else "", "unit but its first word, and behind")
        yield _Label(unit, "unit")


_LEAD_ON = frozenset(("và", "với", "cùng", "có", "trên", "hơn"))  # to the next figure


def _of_neighbour(frame: Frame) -> Iterator[_Label]:
    """The label of the number before, which a share of the same may go on with: Vốn góp là 565 tỷ đồng, chiếm 15%."""
    if frame.previous is None or frame.quantity.kind not in ("percent", "ratio", "money"):
        return
    begin, end = max(0, frame.previous.start - LONGEST_LABEL), frame.previous.start
    head, low = frame.head[begin:end], _STATING.sub("", frame.low_head[begin:end])
    start = max((match.end() for match in _MARK.finditer(low)), default=0)
    start += _length_of_opening(low[start:])
    yield _Label(head[start : len(low)].strip(" ,;:.-–("), "label of the number before")


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
        return bool(_ENDS_HERE.match(frame.after)) and bool(_CLASS_BEFORE.search(frame.low_before))
    if quantity.kind != "percent":
        return False
    return bool(_GRADED.search(frame.low_before)) or not _WORD.search(_FILLERS.sub("", frame.before))


_ENDS_HERE = re_pattern(r"\s*(?:[,;.)]|$|và\b)")
_WORD = re_pattern(r"[^\W\d_]{2,}")
_FILLERS = re_pattern(r"\b(?:trong đó|có|đạt|và|là|còn|chiếm)\b")
_GRADED = re_pattern(r"(?:^|[,;]|trong\s+đó,?)\s*(?:có\s+)?(?:hoàn\s+thành|xếp\s+loại|đạt|loại)\b[^,;]*$")
_HEAD_OF_CLASS = re_pattern(r"\s*(?:thuộc\s+)?(?:lĩnh\s+vực|đạt\s+\d+\s+sao|khối|cấp|loại|hạng)\b")
_CLASS_BEFORE = re_pattern(r"(?:lĩnh\s+vực|khối|cấp|tuyến|loại|hạng)\b[^,;]*$|:\s*$")
