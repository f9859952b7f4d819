"""One thing said twice with numbers that cannot both be true: title against body, caption against text, gần and trên.

Merging keeps such numbers as two facts, since they may be two things. Here the question is whether the words leave room
for that. They leave none where both stand in the same words; and hardly any where the numbers differ by a slip of the
hand, one digit or two that changed places, and nothing said of them differs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.audit.drafts import Audited, Draft
from extractor.audit.numbers import claimed, digits_swapped, one_digit_apart
from extractor.dataset.claims import can_all_be_true, compatible, figures_written, interval
from extractor.dataset.merge.compare import (
    Claim,
    classes,
    distinctive,
    named_apart,
    outcomes_differ,
    periods,
    places,
    unit_class,
    wording,
)
from extractor.language.patterns import lowered
from extractor.model.records import Explanation, FigureBase
from extractor.model.shapes import Verdict

MOST_OF_A_KIND = 60  # figures of one unit that are all compared: a table of more says nothing twice
SAME_WORDS = 5  # around two numbers that differ by a slip: they stand in the same words
ALL_SAME_WORDS = 10  # around any two numbers
WORDS = 12  # looked at on each side
SIGNIFICANT = 3  # figures: two such numbers are no slip apart by chance
SPECIFIC = 2  # words of its own that an item must have where its number has fewer figures
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_COMPARES = re.compile(r"\b(?:so\s+với|tăng|giảm|cùng\s+kỳ|năm\s+trước|kế\s+hoạch|trước\s+đó|còn\s+lại|thêm|khác)\b")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A figure, what it claims, and the words to both sides of its number in its sentence, the nearest first."""

    figure: FigureBase
    claim: Claim
    before: tuple[str, ...]
    behind: tuple[str, ...]
    compares: bool


def check(audited: Audited) -> Iterator[Draft]:
    """The numbers of an article that cannot both be true of the one thing that they are said of."""
    by_fact: dict[str, list[FigureBase]] = defaultdict(list)
    for figure in audited.figures:
        by_fact[audited.facts.get(figure.id, figure.id)].append(figure)
    for figures in by_fact.values():
        if len(figures) > 1 and not can_all_be_true(Claim.of(one).said for one in figures):
            yield _draft(_two_sides(figures), "refuted")
    yield from _between_facts(audited, by_fact)


def _between_facts(audited: Audited, by_fact: dict[str, list[FigureBase]]) -> Iterator[Draft]:
    """Contradictions between figures that merging kept apart, one for each pair of facts."""
    text = lowered(audited.article.text)
    by_kind: dict[tuple[object, ...], list[FigureBase]] = defaultdict(list)
    for figure in audited.figures:
        unit = unit_class(figure.unit, figure.kind)
        by_kind[figure.kind, unit, figure.per, figure.change, figure.total].append(figure)
    told: set[frozenset[str]] = set()
    for figures in by_kind.values():
        if not 1 < len(figures) <= MOST_OF_A_KIND:
            continue
        mentions = [_mention(text, figure) for figure in figures]
        for one, other in combinations(mentions, 2):
            facts = frozenset(audited.facts.get(side.figure.id, side.figure.id) for side in (one, other))
            if len(facts) == 2 and facts not in told and (verdict := _verdict(one, other)):
                told.add(facts)
                sides = [by_fact[audited.facts.get(side.figure.id, side.figure.id)] for side in (one, other)]
                yield _draft((sides[0], sides[1]), verdict)


def _mention(text: str, figure: FigureBase) -> _Mention:
    start, end = figure.sentence
    before = tuple(_WORD.findall(text[start : figure.start])[::-1][:WORDS])
    behind = tuple(_WORD.findall(text[figure.end : end])[:WORDS])
    return _Mention(figure, Claim.of(figure), before, behind, bool(_COMPARES.search(text, start, end)))


def _verdict(one: _Mention, other: _Mention) -> Verdict | None:
    """What two figures of one unit say of each other; None where they need not speak of one thing."""
    a, b = one.claim, other.claim
    if a.sentence == b.sentence or a.said.number == b.said.number or compatible(a.said, b.said):
        return None
    if a.part_of == b.id or b.part_of == a.id or (a.part_of is not None) != (b.part_of is not None):
        return None
    if not (interval(a.said).bounded and interval(b.said).bounded) or a.status != b.status:
        return None
    if "other" in (classes(a, b), periods(a, b)) or outcomes_differ(a, b) or named_apart(a, b):
        return None
    slip, same = _is_slip(a, b), _same_words(one, other)
    if (slip and same >= SAME_WORDS) or same >= ALL_SAME_WORDS:
        return "refuted"
    if not slip or one.compares or other.compares or places(a, b) == "other":
        return None
    return "refuted" if _says_one_thing(a, b) else None


def _is_slip(one: Claim, other: Claim) -> bool:
    """Whether the numbers differ by a slip of the hand."""
    mine, theirs = one.said.value, other.said.value
    if mine is None or theirs is None or {one.said.modifier, other.said.modifier} != {"exact"}:
        return False
    return one_digit_apart(mine, theirs) or digits_swapped(mine, theirs)


def _same_words(one: _Mention, other: _Mention) -> int:
    """How many words around two numbers are the same, from the numbers on; 0 where they differ at once on a side."""
    before, behind = _agreeing(one.before, other.before), _agreeing(one.behind, other.behind)
    at_an_end = not one.behind or not other.behind
    return before + behind if before > 1 and (behind or at_an_end) else 0


def _agreeing(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many of the first words are the same."""
    count = 0
    for one, other in zip(mine, theirs, strict=False):
        if one != other:
            break
        count += 1
    return count


def _says_one_thing(one: Claim, other: Claim) -> bool:
    """Whether the items are the same and the numbers have so many figures, or the items words, that it is no chance."""
    if wording(one, other) not in ("same", "head"):
        return False
    figures = max(figures_written(one.said.value), figures_written(other.said.value))
    if figures >= SIGNIFICANT:
        return True
    mine, theirs = set(distinctive(one)), set(distinctive(other))
    alike = mine == theirs and len(mine) >= SPECIFIC
    return alike and (places(one, other), periods(one, other)) == ("same", "same") and one.action == other.action


def _two_sides(figures: Sequence[FigureBase]) -> tuple[list[FigureBase], list[FigureBase]]:
    """Figures of one fact that cannot all be true: those that agree with the first, and the others."""
    first = Claim.of(figures[0]).said
    agreeing = [one for one in figures if compatible(first, Claim.of(one).said)]
    others = [one for one in figures if one not in agreeing]
    return (agreeing, others) if others else ([figures[0]], list(figures[1:]))


def _draft(sides: tuple[list[FigureBase], list[FigureBase]], verdict: Verdict) -> Draft:
    """What is said fewer times is in doubt; where both are said as often, what is said later."""
    kept, doubted = sides if len(sides[0]) >= len(sides[1]) else sides[::-1]
    one, other = doubted[0], kept[0]
    explanation = Explanation(
        vi=f"Bài viết nói về một việc hai lần với hai con số khác nhau: “{other.text}” và “{one.text}”.",
        en=f"The article says one thing twice with different numbers: “{other.text}” and “{one.text}”.",
    )
    return Draft("repeat", verdict, (*doubted, *kept), explanation, claimed(one), claimed(other))
