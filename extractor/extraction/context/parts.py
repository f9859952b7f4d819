"""Parts: which total a figure is a part of, where the wording says so (trong đó, gồm, a list, brackets, còn lại).

Every figure that may hold it is a candidate, of its own sentence and of those before; what stands between the two, their
units and sizes, and whether the parts add up are the evidence.
"""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, takewhile

from extractor.extraction.discourse import Discourse, SentenceView, Told
from extractor.extraction.rules.beside import Shares
from extractor.lexicon.parts import ADDS, HOLDERS, OPENERS
from extractor.lexicon.sorts import PEOPLE
from extractor.model.shapes import Candidate, Decided, Quantity

MOST_SENTENCES = 3  # a total stands at most so many sentences before its part, but for that of a list
MOST_SUMMED = 12  # parts that are added up

_OPENER = re.compile("|".join(rf"(?P<o{at}>\b(?:{pattern})\b)" for at, pattern in enumerate(OPENERS.values())))
_OPENS = re.compile(rf"[\s\"“+*•-]*(?:{_OPENER.pattern})")
_KINDS = tuple(OPENERS)
_BREAK = re.compile(r"[.!?]\s|\b(?:" + "|".join(ADDS) + r")\b")
_DIFFERENCE = re.compile(r"\b(?:tăng|giảm)\s+(?:thêm\s+)?(?:gần\s+|hơn\s+|trên\s+)?$")
_TOTAL = re.compile(r"\b(?:tổng(?:\s+(?:số|cộng|diện\s+tích|kinh\s+phí|vốn|mức|chiều\s+dài|giá\s+trị))?|tất\s+cả|toàn\s+bộ)\b[^,;:.()]{0,40}$")
_OUT_OF = re.compile(r"\b(?:trong|trên)\s+(?:tổng\s+(?:số\s+)?|số\s+)?$")  # trong tổng số 60 hộ có 12 hộ; 37 ha trên tổng diện tích 45 ha
_OUT_OF_ALL = re.compile(r"\b(?:trong|trên)\s+(?:tổng|số)\b[^,;:.()]*$")
_ANNOUNCES = re.compile(r":\s*$")
_WITH = re.compile(r"\b(?:với|cùng)\s+(?:(?:hơn|gần|trên|khoảng)\s+)?$")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part stands: its sentence, its place among the quantities, and what opens it."""

    view: SentenceView
    at: int
    views: Sequence[SentenceView]  # of the whole article
    shares: Shares
    opens: str  # the opener with which the sentence begins
    opened: str  # the last opener between the quantity before it and the part; of the first one that of the sentence

    @property
    def quantity(self) -> Quantity:
        """The part."""
        return self.view.quantities[self.at]


def decide(
    view: SentenceView, own: Sequence[str], discourse: Discourse, shares: Shares
) -> list[Decided[str | None]]:
    """For each quantity of a sentence the id of the figure that it is a part of, if the wording makes it one.

    `own` are the ids that the quantities of the sentence get as figures.
    """
    told, views, chooser = discourse.told, discourse.given.views, discourse.given.choosers.part_of
    opens = _kind_of(_OPENS.match(view.low))
    found: list[Decided[str | None]] = []
    for at in range(len(view.quantities)):
        opened = _last_opener(view, at) or (opens if at == 0 else "")
        place = _Place(view, at, views, shares, opens, opened)
        candidates = [_none(place), *_here(place, own), *_earlier(place, told)]
        choice = chooser.choose(candidates)
        found.append(Decided(choice.chosen.value, choice.chosen.rule, choice))
    return found


def announces(low: str) -> bool:
    """Whether a line in lower case announces the list below it."""
    return _ANNOUNCES.search(low) is not None


def _kind_of(match: re.Match[str] | None) -> str:
    """The sort of opener that a match found."""
    return _KINDS[int(match.lastgroup[1:])] if match and match.lastgroup else ""


def _last_opener(view: SentenceView, at: int) -> str:
    """The last opener between a quantity and the one before it."""
    begin = view.quantities[at - 1].end if at else 0
    kind = ""
    for match in _OPENER.finditer(view.low, begin, view.quantities[at].start):
        kind = _kind_of(match)
    return kind


def _none(place: _Place) -> Candidate[str | None]:
    """That it is a part of nothing that the text tells."""
    quantity = place.quantity
    evidence = ["none", f"none: {quantity.kind}", f"none: opened by {place.opened or 'nothing'}", f"none: sentence opens {place.opens or 'plainly'}"]
    if place.view.sentence.listed:
        evidence.append("none: in a list")
    if quantity.per:
        evidence.append("none: a rate")
    if quantity.start in place.shares.names:
        evidence.append("none: a place's number")
    if _is_difference(place.view.low, quantity):
        evidence.append("none: a difference")
    if place.at == 0:
        evidence.append("none: first of its sentence")
    return Candidate(None, "part.none", tuple(evidence))


def _is_difference(low: str, quantity: Quantity) -> bool:
    return _DIFFERENCE.search(low, max(0, quantity.start - 20), quantity.start) is not None


def _here(place: _Place, own: Sequence[str]) -> Iterator[Candidate[str | None]]:
    """The other quantities of the sentence: those before, and the next one where it is said that this one is out of it."""
    view, part = place.view, place.quantity
    for at, whole in enumerate(view.quantities[: place.at]):
        if not _may_hold(whole, part):
            continue
        evidence = ["here", *_pair(whole, part), *_said_of(view.low, whole)]
        evidence += _between(place, at)
        evidence += _sums(whole, place.at - at - 1, _alike(part, view.quantities[at + 1 :]))
        rule = "part.place" if part.start in place.shares.names else "part.sentence"
        yield Candidate(own[at], rule, tuple(evidence))
    for at in range(place.at + 1, min(place.at + 2, len(view.quantities))):
        whole = view.quantities[at]
        between = view.low[part.end : whole.start]
        if _may_hold(whole, part) and (_OUT_OF.search(between) or _OUT_OF_ALL.search(between)):
            evidence = ["behind", *_pair(whole, part), *_said_of(view.low, whole)]
            evidence.append("behind: out of all" if _OUT_OF_ALL.search(between) else "behind: out of")
            yield Candidate(own[at], "part.sentence", tuple(evidence))


def _between(place: _Place, at: int) -> list[str]:
    """What stands between a total of the same sentence and its part."""
    view, part = place.view, place.quantity
    whole, low = view.quantities[at], view.low
    between = low[whole.end : part.start]
    first = view.quantities[at + 1].start
    count = place.at - at - 1
    openers = [(_kind_of(match), match.start() + whole.end) for match in _OPENER.finditer(between)]
    kinds = {kind for kind, _ in openers} or {"nothing"}
    relation = _relation(whole, part)
    evidence = [f"here: {min(count, 3)} between", f"here: {relation}, {min(count, 1)} between"]
    for kind in kinds:
        evidence += [f"here: {kind}", f"here: {kind}, {relation}"]
    if openers and openers[-1][1] < first:
        evidence.append("here: opener right behind it")
    if openers and openers[-1][1] >= first:
        evidence.append("here: another between it and the opener")
    if place.opened and count:
        evidence.append(f"here: {place.opened} right before the part, not right behind")
    evidence += [f"here: {name}" for name in _marks(between)]
    own, other = part.start in place.shares.names, whole.start in place.shares.names
    if own or other:
        evidence.append("here: a place's number of a whole" if own and not other else "here: of a place's number" if other and not own else "here: both are places' numbers")
    if part.start in place.shares.parted:
        evidence.append("here: set apart by place" + (", next to it" if count == 0 else ""))
    if _WITH.search(low, whole.end, part.start):
        evidence.append("here: told with it")
    if count and any(_relation(other, part) == "same unit" for other in view.quantities[at + 1 : place.at]):
        evidence.append("here: another of its unit between")
    behind_opener = _first_behind(view, openers, at)
    if behind_opener is not None and behind_opener < place.at:
        series = _relation(view.quantities[behind_opener], part)
        evidence.append(f"here: goes on with the first part, {series}")
        if ";" in between:
            evidence.append(f"here: goes on behind a semicolon, {series}")
    if _OUT_OF.search(low, max(0, whole.start - 30), whole.start):
        evidence += ["here: out of it", f"here: out of it, {relation}"]
    return evidence


def _first_behind(view: SentenceView, openers: Sequence[tuple[str, int]], at: int) -> int | None:
    """The first quantity behind the words that open the parts of the one at a place."""
    if not openers:
        return None
    return next((i for i in range(at + 1, len(view.quantities)) if view.quantities[i].start > openers[0][1]), None)


def _marks(between: str) -> Iterator[str]:
    """The marks and the words of a new statement between a total and its part."""
    if "(" in between:
        yield "in brackets behind it" if ")" not in between[between.rindex("(") :] else "brackets between"
    elif ")" in between:
        yield "out of its brackets"
    if ":" in between:
        yield "colon between"
    if ";" in between:
        yield "semicolon between"
    if _BREAK.search(between):
        yield "new statement between"
    if "," not in between and len(between.split()) <= 4:
        yield "few words between"


def _earlier(place: _Place, told: Sequence[Told]) -> Iterator[Candidate[str | None]]:
    """The figures of the sentences before."""
    view, part = place.view, place.quantity
    for back, one in enumerate(reversed(told)):
        distance = view.at - one.view.at
        announced = one.announces and view.sentence.listed
        if not _may_hold(one.quantity, part) or (distance > MOST_SENTENCES and not announced):
            continue
        relation = _relation(one.quantity, part)
        evidence = ["earlier", f"earlier: {min(distance, 3)} sentences", *_pair(one.quantity, part), *_said_of(one.view.low, one.quantity)]
        evidence.append(f"earlier: sentence opens {place.opens or 'plainly'}")
        evidence.append(f"earlier: {place.opens or 'plainly'}, {relation}")
        if place.opened and place.at == 0:
            evidence.append(f"earlier: first, opened by {place.opened}, {relation}")
        if view.sentence.paragraph == one.view.sentence.paragraph:
            evidence.append("earlier: same paragraph")
        evidence += _of_list(place, one, relation) if announced else ["earlier: in a list"] if view.sentence.listed else []
        if not announced:
            evidence += _sums(one.quantity, place.at, _alike(part, view.quantities))
        if place.at:
            evidence.append("earlier: not the first of its sentence")
            if any(_relation(other, part) == "same unit" for other in view.quantities[: place.at]):
                evidence.append("earlier: another of its unit before it")
        evidence.append("earlier: last told" if back == 0 else f"earlier: {'first' if one.first else 'further one'} of its sentence")
        if not any(_relation(other.quantity, part) == "same unit" for other in told[len(told) - back :]):
            evidence.append(f"earlier: last of {relation}")
        if part.start in place.shares.names:
            evidence.append("earlier: a place's number")
        yield Candidate(one.id, "part.earlier", tuple(evidence))


def _of_list(place: _Place, one: Told, relation: str) -> Iterator[str]:
    """What the figure that announced a list says to a part in one of its lines."""
    yield "earlier: announced the list"
    yield f"earlier: announced the list, {relation}"
    for opener in dict.fromkeys(map(_kind_of, _OPENER.finditer(one.view.low, one.quantity.end))):
        yield f"earlier: list announced by {opener}"
        yield f"earlier: list announced by {opener}, {relation}"
    lines = list(takewhile(lambda view: view.sentence.listed, place.views[one.view.at + 1 :]))
    firsts = [line.quantities[0] for line in lines if line.quantities]
    at = next((index for index, quantity in enumerate(firsts) if quantity is place.quantity), None)
    if at is not None:
        yield from _sums(one.quantity, at, _alike(place.quantity, firsts))


def _may_hold(whole: Quantity, part: Quantity) -> bool:
    """Whether one quantity can be the total of another at all: of one kind, or a share of it."""
    if whole.kind in ("percent", "duration", "other") and part.kind != whole.kind:
        return False
    if part.kind in ("percent", "ratio") or whole.kind == "ratio":
        return whole.kind in ("count", "ratio", "area", "money", "mass", "length", "percent")
    return whole.kind == part.kind and not _of_two_sorts(whole.unit.lower(), part.unit.lower())


def _of_two_sorts(one: str, other: str) -> bool:
    """Whether one unit is of households and the other of people: neither is a part of the other."""
    return (one.startswith("hộ") and other in PEOPLE) or (other.startswith("hộ") and one in PEOPLE)


def _relation(whole: Quantity, part: Quantity) -> str:
    """How the unit of a part stands to that of its total."""
    if part.kind != whole.kind and "ratio" not in (part.kind, whole.kind):
        return "a share"
    mine, theirs = part.unit.lower(), whole.unit.lower()
    if mine == theirs:
        return "same unit"
    if mine.split()[0] == theirs.split()[0] or (mine in PEOPLE and theirs in PEOPLE):
        return "one sort"
    if part.kind not in ("count", "ratio"):
        return "same unit"  # ha and m2
    return "held by it" if theirs in HOLDERS else "other unit"


def _pair(whole: Quantity, part: Quantity) -> list[str]:
    """How units and sizes of a total and its part stand to each other."""
    relation, size = _relation(whole, part), _size(whole, part)
    return [relation, f"{size}, {relation}", f"{part.kind} of {whole.kind}"]


def _size(whole: Quantity, part: Quantity) -> str:
    """Whether the part is larger than its total, in comparable units."""
    mine, theirs = part.value or part.low, whole.value or whole.high
    comparable = part.kind == whole.kind and (part.kind in ("count", "ratio") or part.unit == whole.unit)
    if mine is None or theirs is None or not comparable:
        return "size unknown"
    return "larger" if mine > theirs else "equal" if mine == theirs else "smaller"


def _said_of(low: str, whole: Quantity) -> Iterator[str]:
    """What is said of a total before it."""
    if _TOTAL.search(low, max(0, whole.start - 70), whole.start):
        yield "whole is called so"
    if _OUT_OF.search(low, max(0, whole.start - 30), whole.start):
        yield "whole behind trong"
    if _is_difference(low, whole):
        yield "whole is a difference"
    if whole.per:
        yield "whole is a rate"


def _alike(part: Quantity, others: Sequence[Quantity]) -> list[Decimal | None]:
    """The values of the quantities in the unit of a part; None for others."""
    return [one.value if one.unit.split()[0] == part.unit.split()[0] and one.kind == part.kind else None for one in others]


def _sums(whole: Quantity, at: int, values: Sequence[Decimal | None]) -> list[str]:
    """Whether quantities in a row, that at a place among them, add up to a total; `values` has None for other units."""
    if whole.value is None or values[at] is None or whole.kind == "percent":
        return []
    row = [(index, value) for index, value in enumerate(values) if value is not None]
    own = next(index for index, (place, _) in enumerate(row) if place == at)
    numbers = [value for _, value in row][max(0, own - MOST_SUMMED) : own + MOST_SUMMED]
    own = min(own, MOST_SUMMED)
    sums = [Decimal(0), *accumulate(numbers)]
    adds = any(sums[last] - sums[first] == whole.value for first in range(own + 1) for last in range(own + 1, len(sums)) if last - first > 1)
    return ["parts add up"] if adds else []
