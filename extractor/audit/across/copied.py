"""Numbers taken over: next year's report with last year's numbers, and those of one place under another's name.

Two articles that do not copy each other give the same significant numbers of the same things, of different years or of
places that lie apart. Which of them is right the numbers do not tell; that not all are, where there are many, they do.
In doubt are those of the later article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.audit.across.telling import (
    are_sure,
    lie_apart,
    name_of,
    named_en,
    named_vi,
    published,
    sentence_of,
    time_en,
    time_vi,
    upper_first,
)
from extractor.audit.drafts import Draft, Part
from extractor.audit.store import Shared, Store
from extractor.dataset.claims import figures_written
from extractor.dataset.merge.compare import Claim, unit_class, wording
from extractor.language.patterns import one_of
from extractor.model.edtf import days_of
from extractor.model.records import Article, Explanation, FigureBase

LEAST, OVERWHELMING = 3, 4  # numbers alike that are worth a finding, and that refute
SIGNIFICANT = 3  # figures: numbers of fewer meet by chance
TELLING = 4  # figures: in whatever words, two things of one unit hardly have the same
SHOWN = 4  # numbers that an explanation names
# What is the same each year, and everywhere: land, rules and prices of the state, what a programme gives to each.
CONSTANT = (
    "diện tích tự nhiên", "diện tích đất", "mặt nước", "mức", "định mức", "lương cơ sở", "chuẩn nghèo", "khoảng cách",
    "độ cao", "cả nước", "toàn quốc", "trung ương", "dài", "quy mô", "dân số", "công suất",
)  # fmt: skip
STAYS = regex.compile(rf"(?<![\p{{L}}]){one_of(CONSTANT)}(?![\p{{L}}])")


class Alike(NamedTuple):
    """A number that an earlier and a later article give of the same thing, and whether in the same sentence."""

    earlier: FigureBase
    later: FigureBase
    word_for_word: bool


class Pair(NamedTuple):
    """Two articles with the numbers that they have alike."""

    earlier: Article
    later: Article
    alike: tuple[Alike, ...]


def check(store: Store) -> Iterator[Draft]:
    """Pairs of articles with the same numbers said of two years, then of two places."""
    for key, choose, draft in ((number_at, _of_two_years, _years_draft), (number_of, _of_two_places, _places_draft)):
        for shared in store.sharing(key, least=LEAST):
            pair = _pair(store, shared)
            chosen = choose(pair) if pair else []
            if pair and len({one.later.value for one in chosen}) >= LEAST:
                yield draft(pair, chosen)


def number_at(figure: FigureBase) -> str | None:
    """A significant number with its unit and place; None of those of which `number_of` is."""
    number = number_of(figure)
    return f"{number}\t{name_of(figure.place)}" if number and figure.place else None


def number_of(figure: FigureBase) -> str | None:
    """A significant number with its unit, without place and time; None of numbers that meet by chance or stay."""
    if figure.value is None or figures_written(figure.value) < SIGNIFICANT or figure.place is None:
        return None
    if figure.kind in ("percent", "duration") or figure.per or STAYS.search(figure.item.lower()):
        return None
    unit = unit_class(figure.unit, figure.kind)
    return "\t".join((f"{figure.value.normalize():f}", figure.kind, unit, figure.change or "", figure.status))


def _pair(store: Store, shared: Shared) -> Pair | None:
    """The two articles in the order of their days; None where too few numbers may be of one thing."""
    one, other = store.article(shared.one), store.article(shared.other)
    figures = [(store.figure(a), store.figure(b)) for a, b in shared.figures]
    if published(other) < published(one):
        one, other, figures = other, one, [(b, a) for a, b in figures]
    found = [Alike(a, b, sentence_of(a, one) == sentence_of(b, other)) for a, b in figures if _is_one_thing(a, b)]
    return Pair(one, other, tuple(found)) if len(found) >= LEAST else None


def _is_one_thing(one: FigureBase, other: FigureBase) -> bool:
    """Whether two equal numbers of one unit may be of one thing: by their words, or as no two things have that one."""
    if one.value is not None and figures_written(one.value) >= TELLING:
        return True
    return wording(Claim.of(one), Claim.of(other)) != "other"


def _of_two_years(pair: Pair) -> list[Alike]:
    """Numbers, all of one place, that are said of two years."""
    return [one for one in pair.alike if _years_differ(one)]


def _of_two_places(pair: Pair) -> list[Alike]:
    """Numbers said of two places that lie apart; a sentence that both have is of neither."""
    own = ((one, one.earlier.place, one.later.place) for one in pair.alike if not one.word_for_word)
    return [one for one, there, here in own if there and here and lie_apart(there, here)]


def _years_differ(one: Alike) -> bool:
    """Whether both say their year, and these are two."""
    days = (days_of(figure.period) for figure in (one.earlier, one.later))
    before, after = sorted(days, key=lambda days: str(days.last))
    if before.last is None or after.last is None:
        return False
    return before.last < (after.first or after.last) and before.last.year != after.last.year


def _closed(one: Alike) -> bool:
    """Whether both times have a beginning: what there is up to a day may be as much on another."""
    return None not in (days_of(one.earlier.period).first, days_of(one.later.period).first)


def _years_draft(pair: Pair, chosen: list[Alike]) -> Draft:
    sure = [one for one in chosen if _closed(one) and _are_sure(one, "place", "period", "status")]
    when, then = chosen[0].later.period, chosen[0].earlier.period
    vi = (
        f"{upper_first(named_vi(pair.later))} nêu cho {time_vi(when)} những con số giống hệt"
        f" {named_vi(pair.earlier)} nêu cho {time_vi(then)} ({_quoted(chosen)})"
    )
    en = (
        f"{upper_first(named_en(pair.later))} gives for {time_en(when)} the very numbers that {named_en(pair.earlier)} gives"
        f" for {time_en(then)} ({_quoted(chosen)})"
    )
    return _draft(chosen, (vi, en), refuted=len({one.later.value for one in sure}) >= OVERWHELMING)


def _are_sure(one: Alike, *parts: Part) -> bool:
    """Whether it can refute: its own sentences say when and where, and do so surely."""
    return not one.word_for_word and are_sure((one.earlier, one.later), *parts)


def _places_draft(pair: Pair, chosen: list[Alike]) -> Draft:
    sure = [one for one in chosen if _are_sure(one, "place", "status")]
    here, there = chosen[0].later.place, chosen[0].earlier.place
    here_name, there_name = (place.name if place else "" for place in (here, there))
    vi = (
        f"{upper_first(named_vi(pair.later))} nêu cho {here_name} những con số giống hệt {named_vi(pair.earlier)} nêu cho"
        f" {there_name} ({_quoted(chosen)})"
    )
    en = (
        f"{upper_first(named_en(pair.later))} gives for {here_name} the very numbers that {named_en(pair.earlier)} gives for"
        f" {there_name} ({_quoted(chosen)})"
    )
    return _draft(chosen, (vi, en), refuted=len({one.later.value for one in sure}) >= OVERWHELMING)


def _draft(chosen: list[Alike], told: tuple[str, str], *, refuted: bool) -> Draft:
    vi, en = told
    if refuted:
        vi, en = f"{vi}: không thể đều đúng.", f"{en}: not all of them can be right."
    else:
        vi, en = f"{vi}; cần kiểm tra lại.", f"{en}; this wants looking into."
    figures = (*(one.later for one in chosen), *(one.earlier for one in chosen))
    return Draft(
        check="copied", verdict="refuted" if refuted else "not_enough_info", figures=figures,
        explanation=Explanation(vi=vi, en=en), rests_on=("quantity", "item", "place", "period", "status"),
    )  # fmt: skip


def _quoted(chosen: list[Alike]) -> str:
    """The first of the numbers, as the later article writes them."""
    shown = ", ".join(one.later.text for one in chosen[:SHOWN])
    return shown if len(chosen) <= SHOWN else f"{shown} …"
