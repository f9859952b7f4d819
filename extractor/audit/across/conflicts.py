"""The same fact with different values in different articles: who says what, and when.

Two values contradict each other where merging has filed them under one place, time, unit, status and thing, and no
number satisfies both. One is refuted where the words leave no room for both; where they leave some, nobody can tell. In
doubt is the value that fewer independent sources state; of as many, the earlier one, which the later may put right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

import regex

from extractor.audit.across.telling import (
    are_sure,
    families,
    name_of,
    named_en,
    named_vi,
    published,
    sentence_of,
    time_en,
    time_vi,
)
from extractor.audit.drafts import Draft
from extractor.audit.numbers import claimed, distance, overlap
from extractor.audit.store import Store
from extractor.dataset.merge.compare import Claim, canonical, distinctive
from extractor.language.patterns import one_of
from extractor.model.edtf import days_of
from extractor.model.records import Article, Explanation, Fact, FigureBase

# What is counted while it goes on is counted again: of an event of so many days both numbers may have been true.
SHORT = timedelta(days=7)
HEDGED_APART = Decimal("0.1")  # khoảng 100 and 108: so far apart may be what two writers call about as many
# Numbers that their own words call not final, or of something else than all of it.
UNSETTLED = (
    "ước", "ước tính", "ước thực hiện", "ước đạt", "sơ bộ", "bước đầu", "tạm tính", "dự kiến", "dự ước", "ban đầu",
    "chưa đầy đủ", "điều chỉnh", "đính chính", "rà soát lại", "tính riêng", "chỉ tính", "chưa kể", "chưa tính",
    "không kể", "bao gồm cả", "kể cả", "báo cáo nhanh", "theo chuẩn", "đợt", "giai đoạn 1", "giai đoạn 2",
)  # fmt: skip
UNSETTLED_WORDS = regex.compile(rf"(?<![\p{{L}}]){one_of(UNSETTLED)}(?![\p{{L}}])")
CLOCK = regex.compile(r"(?<![\p{L}\d])\d{1,2}\s*(?:giờ|h\d{0,2}|g\d\d)(?![\p{L}])")


class Side(NamedTuple):
    """A value, the figures that state it, of each family of near-copies one, and the latest of their articles."""

    figures: tuple[FigureBase, ...]
    article: Article

    @property
    def figure(self) -> FigureBase:
        """The figure that stands for all."""
        return self.figures[0]


class Room(NamedTuple):
    """Something that may make both values true."""

    leaves: Callable[[Fact, Side, Side], bool]
    vi: str
    en: str


def check(store: Store) -> Iterator[Draft]:
    """Facts of which articles that do not copy each other state values that cannot all be true."""
    for fact in store.facts():
        if fact.agreement == "conflicting" and fact.sources > 1 and (found := _conflict(store, fact)):
            yield found


def _conflict(store: Store, fact: Fact) -> Draft | None:
    """What is in doubt of a fact, against the best stated value; None where only one source contradicts itself."""
    sides = [_side(store, stated.figures) for stated in fact.values]
    pairs = [
        (one, other)
        for at, one in enumerate(sides)
        for other in sides[at + 1 :]
        if not overlap(claimed(one.figure), claimed(other.figure)) and _independent(one, other)
    ]
    if not pairs:
        return None
    ranked = {id(side): _rank(side, sides) for side in sides}
    doubtful, kept = min(
        (sorted(pair, key=lambda side: ranked[id(side)]) for pair in pairs),
        key=lambda pair: (ranked[id(pair[0])], *(-part for part in ranked[id(pair[1])][:1])),
    )
    return _draft(fact, doubtful, kept)


def _side(store: Store, figures: tuple[str, ...]) -> Side:
    """The figures of a value, with the latest article first."""
    found = list(families(store, figures).values())
    found.sort(key=lambda figure: (published(store.article(figure.article_id)), figure.id), reverse=True)
    return Side(tuple(found), store.article(found[0].article_id))


def _independent(one: Side, other: Side) -> bool:
    """Whether some article says the one that does not say the other."""
    return {figure.article_id for figure in one.figures}.isdisjoint(figure.article_id for figure in other.figures)


def _rank(side: Side, sides: list[Side]) -> tuple[int, str, str]:
    """The order of sides, the most doubtful first: by the sources whose words allow it, then by day."""
    allow = {
        figure.article_id
        for other in sides
        if overlap(claimed(side.figure), claimed(other.figure))
        for figure in other.figures
    }
    return len(allow), published(side.article), side.figure.id


def _draft(fact: Fact, doubtful: Side, kept: Side) -> Draft:
    room = next((room for room in ROOMS if room.leaves(fact, doubtful, kept)), None)
    place_vi = f"tại {fact.place.name}, " if fact.place else ""
    place_en = f"in {fact.place.name}, " if fact.place else ""
    vi = (
        f"Cùng một chỉ tiêu “{fact.item}” ({place_vi}{time_vi(fact.period)}), {named_vi(doubtful.article)} nêu"
        f" “{doubtful.figure.text}” còn {named_vi(kept.article)}{_others_vi(kept)} nêu “{kept.figure.text}”"
    )
    en = (
        f"For the same “{fact.item}” ({place_en}{time_en(fact.period)}), {named_en(doubtful.article)} says"
        f" “{doubtful.figure.text}” but {named_en(kept.article)}{_others_en(kept)} says “{kept.figure.text}”"
    )
    if room:
        vi, en = f"{vi}; {room.vi}, nên chưa thể kết luận.", f"{en}; {room.en}, so it cannot be decided."
    else:
        vi, en = f"{vi}: hai con số không thể cùng đúng.", f"{en}: both cannot be true."
    return Draft(
        check="repeat", verdict="not_enough_info" if room else "refuted", figures=(*doubtful.figures, *kept.figures),
        explanation=Explanation(vi=vi, en=en), stated=claimed(doubtful.figure), expected=claimed(kept.figure),
        rests_on=("quantity", "item", "place", "period", "status"),
    )  # fmt: skip


def _others_vi(side: Side) -> str:
    return f" (và {len(side.figures) - 1} bài khác)" if len(side.figures) > 1 else ""


def _others_en(side: Side) -> str:
    return f" (and {len(side.figures) - 1} more)" if len(side.figures) > 1 else ""


def _unsure(fact: Fact, one: Side, other: Side) -> bool:
    return not are_sure((*one.figures, *other.figures), "place", "period", "status")


def _no_time(fact: Fact, one: Side, other: Side) -> bool:
    return days_of(fact.period).last is None or fact.place is None


def _planned(fact: Fact, one: Side, other: Side) -> bool:
    return fact.status == "target"


def _running(fact: Fact, one: Side, other: Side) -> bool:
    """Whether an article came before the time of its number was over, or does not say when it came."""
    first, last = days_of(fact.period)
    if first is None or last is None:
        return False
    days = (published(side.article)[:10] for side in (one, other))
    return any(day <= last.isoformat() for day in days) or last - first <= SHORT


def _by_the_hour(fact: Fact, one: Side, other: Side) -> bool:
    return any(CLOCK.search(_sentence(side)) for side in (one, other))


def _unsettled(fact: Fact, one: Side, other: Side) -> bool:
    return any(UNSETTLED_WORDS.search(_sentence(side)) for side in (one, other))


def _other_words(fact: Fact, one: Side, other: Side) -> bool:
    """Whether no two figures of theirs say by the same words of their own what they are of."""
    return not any(_same_words(Claim.of(a), Claim.of(b)) for a in one.figures for b in other.figures)


def _same_words(one: Claim, other: Claim) -> bool:
    """Whether two claims are of one thing, place and class by all their words, and both a part of something or none."""
    if _place_of(one) != _place_of(other) or (one.part_of is None) != (other.part_of is None):
        return False
    same_class = canonical(one.category or "") == canonical(other.category or "")
    return same_class and set(distinctive(one)) == set(distinctive(other))


def _place_of(claim: Claim) -> str:
    return name_of(claim.where.place) if claim.where else ""


def _about_as_many(fact: Fact, one: Side, other: Side) -> bool:
    hedged = any(side.figure.modifier != "exact" for side in (one, other))
    return hedged and distance(claimed(one.figure), claimed(other.figure)) < HEDGED_APART


def _sentence(side: Side) -> str:
    return sentence_of(side.figure, side.article)


ROOMS = (
    Room(_no_time, "không bài nào nói rõ thời gian hoặc địa bàn", "no time or place is said"),
    Room(_planned, "kế hoạch có thể đã được điều chỉnh", "a plan may have been revised"),
    Room(_unsure, "thời gian hoặc địa bàn của số liệu chưa chắc chắn", "the time or place of a number is not certain"),
    Room(_running, "có số liệu có thể được đưa khi kỳ báo cáo chưa kết thúc",
         "one may have been given while its period still ran"),
    Room(_by_the_hour, "số liệu được cập nhật theo giờ", "the number was updated by the hour"),
    Room(_unsettled, "có số liệu chưa phải số cuối cùng hoặc tính theo phạm vi khác",
         "one is not final, or has another scope by its words"),
    Room(_other_words, "hai bài có thể nói về hai đối tượng khác nhau", "the two may speak of different things"),
    Room(_about_as_many, "con số chỉ là ước chừng", "a number is only about so many"),
)  # fmt: skip
