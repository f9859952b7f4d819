"""Breakdowns as an article words them: a total, the parts that are told behind it, and whether they are said to be all.

What a figure is part of was chosen with the sums in mind, so that parts which do not add up may be linked to nothing.
Here the words alone count: what opens the parts, what stands between them, and what ends their list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from extractor.audit.drafts import Audited
from extractor.dataset.merge.compare import canonical, unit_class
from extractor.language.patterns import lowered
from extractor.lexicon.breakdowns import (
    ALL_OPENED,
    COMPARED,
    COMPLEMENTS,
    HEADS,
    MORE,
    NAMING_PEOPLE,
    OTHERWISE,
    RESTS,
    SOME_OPENED,
)
from extractor.lexicon.nouns import CLASSIFIERS
from extractor.lexicon.sorts import EVERYONE
from extractor.model.records import FigureBase

NEAR = 60  # characters between what opens the parts and the first of them
FURTHEST = 160  # characters between a total and its first part
LONGEST_GAP = 220  # characters between one part and the next
MOST_PARTS = 40
COUNTED = ("count", "ratio")
SUMMED = ("count", "length", "area", "volume", "mass", "money", "ratio")  # kinds whose parts add up

_ALL = re.compile(rf"\b(?:{'|'.join(ALL_OPENED)})\b|\(")
_OPENED = re.compile(rf"\b(?:{'|'.join((*ALL_OPENED, *SOME_OPENED))})\b|[(:]")
_OPENED_AGAIN = re.compile(rf"\b(?:{'|'.join((*ALL_OPENED, SOME_OPENED[0]))})\b|\(")
_SETS_OFF = re.compile(SOME_OPENED[0])
_OTHERWISE = re.compile(rf"\b(?:{'|'.join(OTHERWISE)})\b")
_COMPARED = re.compile(rf"\b(?:{'|'.join(COMPARED)})\b")
_NUMBER = re.compile(r"\d")
# A number that begins another item of the list: , một xe cứu nạn
_ANOTHER = re.compile(r"(?:[,;]|\bvà|\bcùng)\s+(?:có\s+)?(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d[\d.,]*)\s+\w")
_GOES_ON = re.compile(r"\b(?:và|cùng|với)\s+(?!\w+\s+khác)|\bcòn\s+lại")
_OUT_OF = re.compile(r"\btrong\s+(?:tổng\s+)?(?:số\s+)?$")  # một trong 6 cơ quan
_SEMICOLON = re.compile(r";")
_SUMS_UP = re.compile(r"\n\s*(?:[-–+*•]\s+)?(?:tổng\s+(?:cộng|số)?|cộng)\s*[:là\s]*$")
_LISTED = re.compile(r"\s*[-–+*•]\s+")
_REMAINS = re.compile(RESTS[0])
_REST = re.compile(rf"\b(?:{'|'.join(RESTS)})")
_MORE = re.compile("|".join(MORE))
_AND = re.compile(r"\bvà\s+(?:\S+\s+){0,12}$|\bvà\b[^,;.]*$")
_STOP = re.compile(r"[.!?…](?:\s|$)|\n")
_ITEM = re.compile(r"\n\s*[-–+*•]\s+")
_ENDED = re.compile(r"[.!?…;]\s|\n(?!\s*[-–+*•])")
_SEPARATOR = re.compile(r"[,;)]|\bvà\b")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


class Breakdown(Struct, frozen=True):
    """A total and its parts in their order; `closed`: the words say these are all; `more`: that there are others."""

    total: FigureBase
    parts: tuple[FigureBase, ...]
    closed: bool
    listed: bool  # ended by và before the last part: less than closed
    more: bool
    worded: bool = True  # else the parts are only linked, or the words may set them off another total as well
    set_off: bool = False  # what opens the first part stands right before it


def breakdowns(audited: Audited) -> Iterator[Breakdown]:
    """The breakdowns of an article with at least one part, by their totals."""
    text, figures = lowered(audited.article.text), audited.figures
    linked: dict[str, list[FigureBase]] = {}
    for figure in figures:
        if figure.part_of:
            linked.setdefault(figure.part_of, []).append(figure)
    for at, total in enumerate(figures):
        if _can_be_total(total):
            worded = _worded(text, figures, at) or _summed_up(text, figures, at)
            if worded:
                yield worded
            parts = tuple(one for one in linked.get(total.id, ()) if alike(one, total))
            if parts and not (worded and {one.id for one in parts} == {one.id for one in worded.parts}):
                yield Breakdown(total, parts, closed=False, listed=False, more=False, worded=False)


def _can_be_total(figure: FigureBase) -> bool:
    return figure.kind in SUMMED and figure.per is None and figure.change is None


def alike(one: FigureBase, other: FigureBase) -> bool:
    """Whether two figures count or measure in one unit, as far as the first says it: suất of suất quà, hộ nghèo of hộ."""
    if one.per or one.change or one.kind not in SUMMED or other.kind not in SUMMED:
        return False
    if one.kind not in COUNTED or other.kind not in COUNTED:
        return one.kind == other.kind and one.unit == other.unit
    mine, theirs = unit_class(one.unit, one.kind), unit_class(other.unit, other.kind)
    if mine == theirs or (mine in EVERYONE and theirs in EVERYONE):
        return True
    short, long = one.unit.lower(), other.unit.lower()
    if one.part_of == other.id and short not in NAMING_PEOPLE:
        return True
    if long.endswith(f" {short}") and long.split()[0] in CLASSIFIERS:
        return True  # ngôi nhà, nhà
    if long.startswith(f"{short} ") and (short in CLASSIFIERS or canonical(one.item) in ("", mine)):
        return True
    heads = {unit.split()[0] for unit in (short, long)}
    return (len(heads) == 1 and heads <= HEADS) or ("," in long and set(mine.split()) < set(theirs.split()))


def _worded(text: str, figures: Sequence[FigureBase], at: int) -> Breakdown | None:
    """The parts that the words behind a total open."""
    total = figures[at]
    behind = [one for one in figures[at + 1 : at + 1 + MOST_PARTS] if one.start < total.end + FURTHEST * MOST_PARTS]
    first = next((one for one in behind if alike(one, total)), None)
    if first is None or first.start - total.end > FURTHEST:
        return None
    gap = text[total.end : first.start]
    opener = _opener(gap)
    if opener is None:
        return _complementary(text, total, behind)
    if _OTHERWISE.search(gap, opener.end()) or _COMPARED.search(gap, opener.end()):
        return None
    end = _end_of_list(text, total, first, opener[0], total.end + opener.start())
    parts = _parts(text, total, [one for one in behind if one.end <= end])
    if not parts:
        return None
    if len(parts) == 1 and _SETS_OFF.fullmatch(opener[0]):
        parts = (*parts, *_gone_on(text, total, first, total.end + opener.end(), behind))
    if (last := _rest_of_it(text, total, behind, end)) is not None:
        return Breakdown(total, (*parts, last), closed=True, listed=False, more=False)
    end = _over(text, parts[-1], end)
    between = text[total.end : end]
    rest = _REST.search(text, parts[-2].end if len(parts) > 1 else total.end, parts[-1].end) is not None
    all_opened = bool(_ALL.search(gap)) and not _GOES_ON.search(text, parts[-1].end, end)
    return Breakdown(
        total, parts, closed=all_opened or rest or _are_complements(text, total, parts),
        listed=bool(_AND.search(text[parts[-2].end : parts[-1].start])) if len(parts) > 1 else False,
        more=bool(_MORE.search(between)) or _has_others(text, total, parts, behind, end),
        worded=first.sentence == total.sentence or not _one_of_several(total, figures, at),
        set_off=_sets_off(text, opener[0], total, behind),
    )  # fmt: skip


def _over(text: str, last: FigureBase, end: int) -> int:
    """Where a list is over behind its last part: where its sentence goes on with something else, with dots as its end."""
    found = [pattern.search(text, last.end, end) for pattern in (_OTHERWISE, _COMPARED, _SEMICOLON)]
    return min([max(end, last.end), *(one.end() for one in found if one)])


def _has_others(
    text: str, total: FigureBase, parts: Sequence[FigureBase], behind: Sequence[FigureBase], end: int
) -> bool:
    """Whether the list may have parts that are not among those read: counted by other nouns, or not at all."""
    known = [(one.start, one.end) for one in behind]
    if any(one.kind == total.kind and one not in parts and parts[0].start < one.start < end for one in behind):
        return True
    begin = parts[0].end
    listed = _IN_BRACKETS.sub(lambda found: " " * len(found[0]), text[begin:end])
    return any(
        not any(number.start() + begin < stop and start < number.end() + begin for start, stop in known)
        for number in _ANOTHER.finditer(listed)
    )


def _summed_up(text: str, figures: Sequence[FigureBase], at: int) -> Breakdown | None:
    """The lines of a list above the line that sums them up: Tổng cộng: 5.093 triệu đồng."""
    total, parts = figures[at], list[FigureBase]()
    if not _SUMS_UP.search(text, max(0, total.start - NEAR), total.start):
        return None
    for one in reversed(figures[max(0, at - MOST_PARTS) : at]):
        line = text.rfind("\n", 0, one.start) + 1
        below = parts[-1].start if parts else total.start
        if not _LISTED.match(text, line) or not alike(one, total) or text.count("\n", one.end, below) > 2:
            break
        parts.append(one)
    return Breakdown(total, tuple(reversed(parts)), closed=True, listed=False, more=False) if len(parts) > 1 else None


def _one_of_several(total: FigureBase, figures: Sequence[FigureBase], at: int) -> bool:
    """Whether its sentence counts or measures more of the kind: trong số đó may be said of all of them."""
    near = (*figures[max(0, at - MOST_PARTS) : at], *figures[at + 1 : at + 1 + MOST_PARTS])
    return any(one.sentence == total.sentence and one.kind == total.kind for one in near)


def _gone_on(
    text: str, total: FigureBase, first: FigureBase, begin: int, behind: Sequence[FigureBase]
) -> tuple[FigureBase, ...]:
    """The part of the sentence behind that of the first one, built as this was: tỉnh lo 1 nhà … Huyện lo 2 nhà."""
    start, end = first.sentence[1], first.sentence[1] + FURTHEST
    after = next((one for one in behind if one.start >= start and alike(one, total)), None)
    if after is None or after.start > end or "\n" in text[start : after.start].strip(" "):
        return ()
    mine, theirs = (_spaced(part).split() for part in (text[begin : first.start], text[start : after.start]))
    built_alike = len(mine) == len(theirs) > 1 and (mine[0], mine[-1]) == (theirs[0], theirs[-1])
    return (after,) if built_alike and first.modifier == after.modifier else ()


def _rest_of_it(text: str, total: FigureBase, behind: Sequence[FigureBase], end: int) -> FigureBase | None:
    """The first figure behind a list, where its sentence says that it is what remains: 28 hộ còn lại."""
    after = next((one for one in behind if one.start >= end), None)
    if after is None or not alike(after, total) or after.start - end > NEAR:
        return None
    return after if _REMAINS.search(text, max(end, after.start - NEAR), after.sentence[1]) else None


def _sets_off(text: str, opener: str, total: FigureBase, behind: Sequence[FigureBase]) -> bool:
    """Whether the first part is the next number behind the total, set off by words that say so."""
    first = behind[0]
    if not _SETS_OFF.fullmatch(opener) or not alike(first, total):
        return False
    furthest = FURTHEST // 2 if first.kind in COUNTED else NEAR
    return first.start - total.end <= furthest and not _NUMBER.search(text, total.end, first.start)


def _complementary(text: str, total: FigureBase, behind: Sequence[FigureBase]) -> Breakdown | None:
    """Parts that nothing opens, but whose classes are all that there are: 295 hồ sơ, sớm hẹn 213, đúng hẹn 82."""
    clause = re.compile(r"[;.]\s|\n").search(text, total.end)
    end = clause.start() if clause else total.sentence[1]
    parts = _parts(text, total, [one for one in behind if one.end <= end])
    if len(parts) > 1 and _are_complements(text, total, parts):
        return Breakdown(total, parts, closed=True, listed=False, more=False)
    return None


def _are_complements(text: str, total: FigureBase, parts: Sequence[FigureBase]) -> bool:
    """Whether each part is of another class of one row of complements."""
    starts = [total.end, *(part.end for part in parts)]
    around = [f" {text[start : part.end + NEAR].split(';')[0]} " for start, part in zip(starts, parts, strict=False)]
    named = [
        _spaced(f" {part.category} {part.item} {words}".lower()) for part, words in zip(parts, around, strict=True)
    ]
    before = text[max(total.sentence[0], total.start - NEAR) : total.start]
    whole = _spaced(f" {total.category or ''} {re.split(r'[,;:(]', before)[-1]} ".lower())
    for row in COMPLEMENTS:
        found = [next((name for name in row if f" {name} " in words), None) for words in named]
        if None not in found and len({*found}) == len(found) > 1 and not any(f" {name} " in whole for name in row):
            return True
    return False


def _spaced(words: str) -> str:
    return re.sub(r"[^\w]+", " ", words)


def _opener(gap: str) -> re.Match[str] | None:
    """What opens the parts between a total and the first of them: nothing ends between it and either."""
    for opener in reversed([*_OPENED.finditer(gap)]):
        before, after = gap[: opener.start()].rstrip(' \n*-+•"”'), gap[opener.end() :]
        stands_alone = opener[0] in "(:"
        ended = _STOP.search(before, 0, len(before) - (0 if stands_alone else 1))
        labelled = stands_alone and _SEPARATOR.search(_without_brackets(before))
        if not ended and not labelled and ")" not in after and not _ENDED.search(after):
            return opener
    return None


def _without_brackets(text: str) -> str:
    """The text without what stands in brackets that are closed."""
    return _IN_BRACKETS.sub(" ", text)


def _end_of_list(text: str, total: FigureBase, first: FigureBase, opener: str, at: int) -> int:
    """Where the list of parts ends: at the bracket that closes it, with its lines, or with the sentence."""
    if opener == "(" or "(" in _without_brackets(text[total.end : first.start]):
        close = text.find(")", first.end)
        return close if close > 0 else first.sentence[1]
    end = max(first.sentence[1], first.end)
    if _ITEM.search(text, at, first.start):
        while (line := _ITEM.match(text, end)) is not None:
            stop = text.find("\n", line.end())
            end = stop if stop > 0 else len(text)
    return end


def _parts(text: str, total: FigureBase, behind: Sequence[FigureBase]) -> tuple[FigureBase, ...]:
    """The figures of the list that count what the total counts, as far as nothing else begins."""
    parts: list[FigureBase] = []
    last = since = total.end  # where the last figure ends, and the last part
    for one in behind:
        if alike(one, total) and not _OUT_OF.search(text, max(0, one.start - NEAR), one.start):
            gap = _without_brackets(text[since : one.start])
            ended = _OTHERWISE.search(gap) or _OPENED_AGAIN.search(gap) or _COMPARED.search(text, last, one.start)
            if parts and (len(gap) > LONGEST_GAP or ended):
                break
            parts.append(one)
            since = one.end
        last = one.end
    return tuple(parts)
