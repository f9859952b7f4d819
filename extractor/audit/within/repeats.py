"""One thing said twice with numbers that cannot both be true: title against body, caption against text, gần and trên.

Merging keeps such numbers as two facts, since they may be two things. Here the question is whether the words leave room
for that. They leave none where both stand in the same words; and hardly any where the numbers differ by a slip of the
hand, one digit or two that changed places, and nothing said of them differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, combinations

from extractor.audit.drafts import Audited, Draft
from extractor.audit.numbers import claimed, digits_swapped, one_digit_apart
from extractor.audit.within.mentions import Mention, are_twins, companions, contrasted, is_of_some, mentions, same_words
from extractor.dataset.claims import TEN, Said, can_all_be_true, compatible, figures_written, interval
from extractor.dataset.merge.compare import (
    Claim,
    canonical,
    classes,
    distinctive,
    named_apart,
    names,
    outcomes_differ,
    periods,
    places,
    unit_class,
    wording,
)
from extractor.lexicon.deeds import NOTICING
from extractor.lexicon.sorts import EVERYONE
from extractor.model.edtf import days_of
from extractor.model.records import Explanation, FigureBase
from extractor.model.shapes import Verdict

MOST_ALIKE = 30  # numbers a slip apart, or in the same words, that are all compared: a table of more says nothing twice
SAME_WORDS = 5  # around two numbers that differ by a slip: they stand in the same words
ALL_SAME_WORDS = 10  # around any two numbers
MANY_WORDS, MOST_WORDS = 3, 0.75  # shared by two items, of the shorter one
COMPANIONS = 2  # other numbers that two sentences share: they tell the same again
SIGNIFICANT = 3  # figures: two such numbers are no slip apart by chance
UNSPECIFIC = ("percent", "duration", "other")  # shares, times and degrees of different things meet often
LEAST_FIGURES = 2  # 100 and 300 are a digit apart, and no slip


def check(audited: Audited) -> Iterator[Draft]:
    """The numbers of an article that cannot both be true of the one thing that they are said of."""
    by_fact: dict[str, list[FigureBase]] = defaultdict(list)
    for figure in audited.figures:
        by_fact[audited.facts.get(figure.id, figure.id)].append(figure)
    for figures in by_fact.values():
        if len(figures) > 1 and _exclude_each_other([Claim.of(one).said for one in figures]):
            yield _draft(_two_sides(figures), "refuted")
    yield from _between_facts(audited, by_fact)


def _exclude_each_other(said: Sequence[Said]) -> bool:
    """Whether what is said of one fact cannot all be true; 23 beside hơn 23 is only less exact."""
    values = {one.number for one in said}
    modifiers = {one.modifier for one in said}
    return not can_all_be_true(said) and not (len(values) == 1 and "exact" in modifiers)


def _between_facts(audited: Audited, by_fact: dict[str, list[FigureBase]]) -> Iterator[Draft]:
    """Contradictions between figures that merging kept apart, one for each pair of facts."""
    told_of = [*mentions(audited)]
    bodies = {(one.figure.kind, one.claim.said.number) for one in told_of if not one.in_title}
    told: set[frozenset[str]] = set()
    for one, other in _pairs(told_of):
        facts = frozenset(audited.facts.get(side.figure.id, side.figure.id) for side in (one, other))
        if len(facts) == 1 or facts in told:
            continue
        only_in_title = one.in_title and not other.in_title and (one.figure.kind, one.claim.said.number) not in bodies
        if verdict := _verdict(one, other, only_in_title=only_in_title):
            told.add(facts)
            sides = [by_fact[audited.facts.get(side.figure.id, side.figure.id)] for side in (one, other)]
            yield _draft((sides[0], sides[1]), verdict)


def _pairs(told_of: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs worth comparing: numbers that differ by a slip, and numbers in the same words."""
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for at, one in enumerate(told_of):
        figure = one.figure
        keys: Iterator[Hashable] = chain(_slips(figure.value), [(one.before[:2], one.behind[:1])])
        for key in keys:
            alike[figure.kind, figure.per, figure.change, figure.total, key].append(at)
    pairs = {
        pair for some in alike.values() if len(some) <= MOST_ALIKE for pair in combinations(dict.fromkeys(some), 2)
    }
    for first, second in sorted(pairs):
        yield told_of[first], told_of[second]


def _slips(value: Decimal | None) -> Iterator[str]:
    """What a number shares with each that differs from it by one digit, or by two that changed places."""
    if value is None or value <= 0:
        return
    written = f"{value.normalize():f}"
    for at, digit in enumerate(written):
        if digit != ".":
            yield f"{written[:at]}?{written[at + 1 :]}"
            pair = written[at : at + 2]
            yield f"{written[:at]}{''.join(sorted(pair))}{written[at + 2 :]}~{at}"


def _verdict(one: Mention, other: Mention, *, only_in_title: bool) -> Verdict | None:
    """What two figures say of each other; None where they need not speak of one thing.

    `only_in_title`: the number of the first stands in the title and nowhere else.
    """
    if not _may_speak_of_one_thing(one, other):
        return None
    twins, same = are_twins(one, other), same_words(one, other)
    if same >= ALL_SAME_WORDS and twins:
        return "refuted"
    if not _is_telling_slip(one.claim, other.claim):
        return None
    named = twins or any(side.in_title or side.all_of_it for side in (one, other))
    if not named and (contrasted(one, other) or is_of_some(one, other)):
        return None
    telling = _figures(one.claim, other.claim) >= SIGNIFICANT and not (one.compares or other.compares)
    if same >= SAME_WORDS and (twins or telling):
        return "refuted"
    if one.alone and other.alone and companions(one, other) >= COMPANIONS:
        return "refuted" if _acts_agree(one.claim, other.claim) else "not_enough_info"
    return "refuted" if _is_said_again(one, other, only_in_title=only_in_title) else None


def _may_speak_of_one_thing(one: Mention, other: Mention) -> bool:
    """Whether nothing tells two figures apart: unit, class, place, time, plan, or that one is a part of the other."""
    a, b = one.claim, other.claim
    if not _units_agree(a, b) or (one.in_table and one.sentence.frame == other.sentence.frame):
        return False
    if a.sentence == b.sentence or a.said.number == b.said.number or compatible(a.said, b.said):
        return False
    if a.part_of == b.id or b.part_of == a.id or (a.part_of is not None) != (b.part_of is not None):
        return False
    if not (interval(a.said).bounded and interval(b.said).bounded):
        return False
    return classes(a, b) != "other" and not (_differ(a, b) or outcomes_differ(a, b) or named_apart(a, b))


def _is_telling_slip(one: Claim, other: Claim) -> bool:
    """Whether the numbers differ by a slip of the hand, and have so many figures that this tells something."""
    if not _is_slip(one, other) or one.kind in UNSPECIFIC or one.per or one.change:
        return False  # prices of many goods, and what they rose by
    figures = _figures(one, other)
    apart = places(one, other) == "other" or _times_differ(one, other)
    return figures >= SIGNIFICANT or (figures >= LEAST_FIGURES and not apart)


def _is_said_again(one: Mention, other: Mention, *, only_in_title: bool) -> bool:
    """Whether two numbers that differ by a slip are said of one thing in other words."""
    a, b = one.claim, other.claim
    if (one.in_title or other.in_title) and _may_be_rounded(a, b):
        return False
    if only_in_title and _figures(a, b) >= SIGNIFICANT and wording(a, b) != "other":
        return True
    if one.compares or other.compares:
        return False
    few = one.few and other.few
    if few and (one.all_of_it or other.all_of_it) and wording(a, b) == "same":
        return True
    return _says_one_thing(a, b, few=few)


def _units_agree(one: Claim, other: Claim) -> bool:
    """Whether both may count one thing: people by whatever noun, suất and suất quà."""
    mine, theirs = unit_class(one.unit, one.kind), unit_class(other.unit, other.kind)
    return mine == theirs or (mine in EVERYONE and theirs in EVERYONE) or _is_shortened(one, other)


def _is_shortened(one: Claim, other: Claim) -> bool:
    """Whether the unit of one is that of the other without its classifier or without what follows it."""
    mine, theirs = canonical(one.unit), canonical(other.unit)
    return one.kind == "count" and (mine.startswith(f"{theirs} ") or theirs.startswith(f"{mine} "))


def _differ(one: Claim, other: Claim) -> bool:
    """Whether they are surely of two places or times, or one of a plan."""
    return (
        (one.status != other.status and one.status_sure and other.status_sure)
        or (one.place_sure and other.place_sure and places(one, other) == "other")
        or (one.period_sure and other.period_sure and _times_differ(one, other))
    )


def _times_differ(one: Claim, other: Claim) -> bool:
    """Whether the periods have no day in common; to a day is that day: ../2024-06-14 lies in 2024."""
    if one.period is None or other.period is None or periods(one, other) != "other":
        return False
    mine, theirs = days_of(one.period), days_of(other.period)
    begin = max(mine.first or mine.last or date.min, theirs.first or theirs.last or date.min)
    return begin > min(mine.last or date.max, theirs.last or date.max)


def _acts_agree(one: Claim, other: Claim) -> bool:
    """Whether what was done is the same, is told by the item of the other, or only one says it."""
    mine, theirs = _deed(one), _deed(other)
    if not mine or not theirs:
        return True
    return not (mine.isdisjoint(theirs | _words(other.item)) and theirs.isdisjoint(_words(one.item)))


def _deed(claim: Claim) -> set[str]:
    """The words of what was done; none where things were only noticed."""
    done = canonical(claim.action or "")
    for noticing in NOTICING:
        done = done.replace(noticing, "")
    return set(done.split())


def _words(item: str) -> set[str]:
    return set(canonical(item).split())


def _may_be_rounded(one: Claim, other: Claim) -> bool:
    """Whether one is the other in hundreds or more: 22.000 and 22.300; a count in tens is no round number."""
    a, b = one.said.value, other.said.value
    if a is None or b is None:
        return False
    round_to = max(int(value.normalize().as_tuple().exponent) for value in (a, b))
    return round_to > 1 and abs(a - b) < TEN**round_to


def _figures(one: Claim, other: Claim) -> int:
    return max(figures_written(one.said.value), figures_written(other.said.value))


def _is_slip(one: Claim, other: Claim) -> bool:
    """Whether the numbers differ by a slip of the hand."""
    mine, theirs = one.said.value, other.said.value
    if mine is None or theirs is None or {one.said.modifier, other.said.modifier} != {"exact"}:
        return False
    return one_digit_apart(mine, theirs) or digits_swapped(mine, theirs)


def _says_one_thing(one: Claim, other: Claim, *, few: bool) -> bool:
    """Whether the items are alike and the numbers have so many figures, or the items words, that it is no chance."""
    words = wording(one, other)
    figures = _figures(one, other)
    if words == "other":
        return False
    if one.total is not None or figures > SIGNIFICANT:
        return True
    if figures == LEAST_FIGURES:
        return _same_named_thing(one, other)
    return figures == SIGNIFICANT and (few or _share_words(one, other))


def _share_words(one: Claim, other: Claim) -> bool:
    """Whether what is said of both is mostly the same in words, and no little: địa chỉ sử dụng sai mục đích."""
    mine, theirs = set(distinctive(one)), set(distinctive(other))
    shared = len(mine & theirs)
    return shared >= MANY_WORDS and shared >= MOST_WORDS * min(len(mine), len(theirs)) and _acts_agree(one, other)


def _same_named_thing(one: Claim, other: Claim) -> bool:
    """Whether both are the length or distance of one named thing: cách TP Hải Dương."""
    same = canonical(one.item) == canonical(other.item) and bool(names(one.item) & names(other.item))
    return same and one.kind == "length"


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
    if verdict == "refuted":
        vi = f"Bài viết nói về một việc hai lần với hai con số khác nhau: “{other.text}” và “{one.text}”."
        en = f"The article says one thing twice with different numbers: “{other.text}” and “{one.text}”."
    else:
        vi = f"“{other.text}” và “{one.text}” có thể là một việc với hai con số khác nhau, hoặc là hai việc."
        en = f"“{other.text}” and “{one.text}” may be one thing with different numbers, or two things."
    explanation = Explanation(vi=vi, en=en)
    return Draft(
        "repeat", verdict, (*doubted, *kept), explanation, claimed(one), claimed(other),
        rests_on=("quantity", "item", "place", "period"),
    )  # fmt: skip
