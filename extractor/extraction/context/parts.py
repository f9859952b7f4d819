"""Parts: which total a figure is a part of, where the wording says so (trong đó, gồm, a list, brackets, còn lại).

Every figure that may hold it is a candidate, of its own sentence and of those before; what stands between the two, their
units and sizes, and whether the parts add up are the evidence.
"""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, takewhile
from typing import NamedTuple

from msgspec import Struct

from extractor.extraction.discourse import Discourse, SentenceView, Told
from extractor.extraction.rules.beside import Shares
from extractor.language.patterns import re_pattern
from extractor.lexicon.parts import ADDS, HOLDERS, OPENERS
from extractor.lexicon.sorts import PEOPLE
from extractor.model.shapes import Candidate, Decided, Quantity

MOST_SENTENCES = 3  # a total stands at most so many sentences before its part, but for that of a list
MOST_SUMMED = 12  # parts to each side that are added up
NEAREST = 12  # quantities of the same sentence that may be the total; further off only one whose parts are opened there
MOST_OPENED = 2  # of the latter

_OPENER = re_pattern("|".join(rf"(?P<o{at}>\b(?:{pattern})\b)" for at, pattern in enumerate(OPENERS.values())))
_OPENS = re_pattern(rf"[\s\"“+*•-]*(?:{_OPENER.pattern})")
_KINDS = tuple(OPENERS)
_BREAK = re_pattern(r"[.!?]\s|\b(?:" + "|".join(ADDS) + r")\b")
_DIFFERENCE = re_pattern(r"\b(?:tăng|giảm)\s+(?:thêm\s+)?(?:gần\s+|hơn\s+|trên\s+)?$")
_TOTAL = re_pattern(r"\b(?:tổng(?:\s+(?:số|cộng|diện\s+tích|kinh\s+phí|vốn|mức|chiều\s+dài|giá\s+trị))?|tất\s+cả|toàn\s+bộ)\b[^,;:.()]{0,40}$")
_OUT_OF = re_pattern(r"\b(?:trong|trên)\s+(?:tổng\s+(?:số\s+)?|số\s+)?$")  # trong tổng số 60 hộ có 12 hộ; 37 ha trên tổng diện tích 45 ha
_OUT_OF_ALL = re_pattern(r"\b(?:trong|trên)\s+(?:tổng|số)\b[^,;:.()]*$")
OUT_OF = "whole behind trong"
_ANNOUNCES = re_pattern(r":\s*$")
_WITH = re_pattern(r"\b(?:với|cùng)\s+(?:(?:hơn|gần|trên|khoảng)\s+)?$")


class _Opener(NamedTuple):
    """Words that open parts: where they begin, and of what sort they are."""

    start: int
    kind: str


class _Place(Struct, frozen=True):
    """Where a part stands: its sentence, its place among the quantities, and what opens it."""

    view: SentenceView
    at: int
    views: Sequence[SentenceView]  # of the whole article
    shares: Shares
    openers: Sequence[_Opener]  # of the sentence, in order
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
    openers = [_Opener(match.start(), _kind_of(match)) for match in _OPENER.finditer(view.low)]
    found: list[Decided[str | None]] = []
    for at in range(len(view.quantities)):
        begin = view.quantities[at - 1].end if at else 0
        near = _within(openers, begin, view.quantities[at].start)
        opened = near[-1].kind if near else opens if at == 0 else ""
        place = _Place(view, at, views, shares, openers, opens, opened)
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


def _within(openers: Sequence[_Opener], begin: int, end: int) -> Sequence[_Opener]:
    """The openers that begin between two offsets."""
    return openers[bisect_left(openers, (begin,)) : bisect_left(openers, (end,))]


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
    for at in _near_or_opened(place):
        whole = view.quantities[at]
        if not _may_hold(whole, part):
            continue
        said = [*_said_of(view.low, whole)]
        evidence = ["here", *_pair(whole, part), *said, *_between(place, at, out_of=OUT_OF in said)]
        evidence += _sums(whole, part, view.quantities[at + 1 :], place.at - at - 1)
        rule = "part.place" if part.start in place.shares.names else "part.sentence"
        yield Candidate(own[at], rule, tuple(evidence))
    if place.at + 1 < len(view.quantities):
        whole = view.quantities[place.at + 1]
        between = view.low[part.end : whole.start]
        out_of = "out of all" if _OUT_OF_ALL.search(between) else "out of" if _OUT_OF.search(between) else ""
        if out_of and _may_hold(whole, part):
            evidence = ["behind", *_pair(whole, part), *_said_of(view.low, whole), f"behind: {out_of}"]
            yield Candidate(own[place.at + 1], "part.sentence", tuple(evidence))


def _near_or_opened(place: _Place) -> Sequence[int]:
    """Which quantities before a part may be its total: the nearest, and further off those behind which an opener stands."""
    nearest = max(0, place.at - NEAREST)
    quantities = place.view.quantities
    heads: list[int] = []
    for opener in reversed(_within(place.openers, 0, quantities[nearest].start)):
        head = bisect_left(quantities, opener.start, key=lambda quantity: quantity.end) - 1
        if head >= 0 and head not in heads:
            heads.append(head)
        if len(heads) == MOST_OPENED:
            break
    return [*sorted(heads), *range(nearest, place.at)]


def _between(place: _Place, at: int, *, out_of: bool) -> list[str]:
    """What stands between a total of the same sentence and its part; `out_of`: the part is said to be out of it."""
    view, part = place.view, place.quantity
    whole, low = view.quantities[at], view.low
    between = low[whole.end : part.start]
    first = view.quantities[at + 1].start
    count = place.at - at - 1
    openers = _within(place.openers, whole.end, part.start)
    kinds = {opener.kind for opener in openers} or {"nothing"}
    relation = _relation(whole, part)
    evidence = [f"here: {min(count, 3)} between", f"here: {relation}, {min(count, 1)} between"]
    for kind in kinds:
        evidence += [f"here: {kind}", f"here: {kind}, {relation}"]
    if openers:
        evidence.append("here: opener right behind it" if openers[-1].start < first else "here: another between it and the opener")
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
    behind = bisect_left(view.quantities, openers[0].start, at + 1, key=lambda quantity: quantity.start) if openers else place.at
    if behind < place.at:
        series = _relation(view.quantities[behind], part)
        evidence.append(f"here: goes on with the first part, {series}")
        if ";" in between:
            evidence.append(f"here: goes on behind a semicolon, {series}")
    if out_of:
        evidence.append(f"here: out of it, {relation}")
    return evidence


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
    again = any(_relation(other, part) == "same unit" for other in view.quantities[max(0, place.at - NEAREST) : place.at])
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
            evidence += _sums(one.quantity, part, view.quantities, place.at)
        if place.at:
            evidence.append("earlier: not the first of its sentence")
            if again:
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
    if place.at == 0:
        here = place.view.at
        before = takewhile(_is_line, reversed(place.views[max(one.view.at + 1, here - MOST_SUMMED) : here]))
        behind = takewhile(_is_line, place.views[here + 1 : here + 1 + MOST_SUMMED])
        above, below = ([line.quantities[0] for line in lines] for lines in (before, behind))
        yield from _sums(one.quantity, place.quantity, [*reversed(above), place.quantity, *below], len(above))


def _is_line(view: SentenceView) -> bool:
    """Whether it is a line of a list with a number."""
    return view.sentence.listed and bool(view.quantities)


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
    mine = part.low if part.value is None else part.value
    theirs = whole.high if whole.value is None else whole.value
    comparable = part.kind == whole.kind and (part.kind in ("count", "ratio") or part.unit == whole.unit)
    if mine is None or theirs is None or not comparable:
        return "size unknown"
    return "larger" if mine > theirs else "equal" if mine == theirs else "smaller"


def _said_of(low: str, whole: Quantity) -> Iterator[str]:
    """What is said of a total before it."""
    if _TOTAL.search(low, max(0, whole.start - 70), whole.start):
        yield "whole is called so"
    if _OUT_OF.search(low, max(0, whole.start - 30), whole.start):
        yield OUT_OF
    if _is_difference(low, whole):
        yield "whole is a difference"
    if whole.per:
        yield "whole is a rate"


def _sums(whole: Quantity, part: Quantity, row: Sequence[Quantity], at: int) -> list[str]:
    """Whether several in a row of quantities, among them the part, which stands at a place of it, add up to a total."""
    if whole.value is None or part.value is None or whole.kind == "percent":
        return []
    before = _values(part, row[max(0, at - MOST_SUMMED) : at])
    own = len(before)
    sums = [Decimal(0), *accumulate((*before, part.value, *_values(part, row[at + 1 : at + 1 + MOST_SUMMED])))]
    ends = {total: last for last, total in enumerate(sums) if last > own}
    return ["parts add up"] if any(ends.get(sums[first] + whole.value, 0) - first > 1 for first in range(own + 1)) else []


def _values(part: Quantity, others: Sequence[Quantity]) -> list[Decimal]:
    """The values of the quantities in the unit of a part."""
    head = part.unit.split()[0]
    return [one.value for one in others if one.value is not None and one.kind == part.kind and one.unit.split()[0] == head]
