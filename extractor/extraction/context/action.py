"""Action: the verb or verbs that say what was done with a quantity, as the text says them.

The deeds before and behind a number, and what was chosen for the number before it, are candidates; how they stand to
the number, and what stands between, is their evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extractor.extraction.choice import Chooser
from extractor.extraction.discourse import SentenceView
from extractor.language.dictionary import compound_words
from extractor.language.likeness import alike
from extractor.language.patterns import by_first, re_pattern, words_of
from extractor.lexicon.deeds import DEEDS
from extractor.lexicon.phrases import LABELS
from extractor.lexicon.words import ALSO_NOUNS
from extractor.model.shapes import Candidate, Decided, Frame, Kind

MOST_BEFORE, MOST_BEHIND = 4, 3  # deeds of its sentence that a number chooses among
LONGEST_LABEL = 25  # characters

_HARD = re_pattern(r"[;:]|[!?….]\s")
_OPENS = re_pattern(r"[:;.!?\"“”\-–+•*]")  # a capital behind these begins a clause and no name
_JOINS = re_pattern(r"\s*(?:,\s*)?(?:và\s*)?")
_LABEL = re_pattern(rf"{by_first(LABELS)}(?!\w)[^,;.:]{{0,8}}\Z")  # tỷ lệ hộ | nghèo
_KEPT = ("bị", "chưa")  # what they open is not done without them
_NO_FIRST = frozenset("được bị phải đã sẽ đang cùng đều đi còn chưa mới để tự không vừa".split())  # phải | chi 2 tỷ
_SORTS: dict[Kind, str] = {"count": "count", "ratio": "count", "money": "money", "percent": "percent"}
_DISTANCES = ((10, "10 words or more"), (6, "6 to 9 words"), (4, "4 or 5 words"), (0, "{} words"))


class _Deed(NamedTuple):
    """One or more verbs in a row: tu sửa, phát dọn, vệ sinh."""

    start: int
    end: int
    first: str  # verb
    last: str
    opener: str  # the word before; a comma where there is none or a mark
    words: str  # as the text says them, with bị or chưa
    labelled: bool  # it may only say what is measured: tổng vốn đầu tư


class _Case(NamedTuple):
    """A number among the deeds of its sentence."""

    view: SentenceView
    sort: str  # of its kind
    start: int
    end: int  # behind its unit
    previous: str | None  # the action of the number before it in its sentence; empty where it is the first


def decide(frame: Frame, view: SentenceView, chooser: Chooser, *, previous: str | None) -> Decided[str | None]:
    """What was done with a quantity; None where it only exists.

    `previous`: the action of the figure before it in its sentence, "" where it is the first.
    """
    quantity = frame.quantity
    sort = _SORTS.get(quantity.kind, "measure")
    case = _Case(view, sort, quantity.start, max(quantity.end, quantity.unit_end), previous)
    candidates = [*_candidates(case)]
    if previous and not any(alike(previous, one.value) for one in candidates):
        candidates.append(Candidate(previous, "action.carried", ("carried", f"carried, {sort}")))
    choice = chooser.choose(candidates, agree=alike)
    return Decided(choice.chosen.value, choice.chosen.rule, choice)


def _candidates(case: _Case) -> Iterator[Candidate[str | None]]:
    """The deeds before a number and behind its unit, the nearest first, and that there is none."""
    low, deeds = case.view.low, _deeds(case.view.text, case.view.low)
    before = [deed for deed in deeds if deed.end <= case.start][: -MOST_BEFORE - 1 : -1]
    behind = [deed for deed in deeds if deed.start >= case.end][:MOST_BEHIND]
    gap = low[before[0].end : case.start] if before else ""
    opening = _mark(gap) if before else "nothing before"
    for at, deed in enumerate(before, 1):
        verb = f"before verb: {deed.last}"
        yield Candidate(deed.words, "action.before", (verb, *_evidence(case, deed, "before", at)))
    for at, deed in enumerate(behind, 1):
        verb = f"behind verb: {deed.first}"
        evidence = _evidence(case, deed, "behind", at)
        yield Candidate(deed.words, "action.behind", (verb, f"{opening}, then {evidence[0]}", *evidence))
    said = ["none", f"none, {case.sort}", f"none, {min(len(before), 2)} before", f"none, {min(len(behind), 2)} behind"]
    if not case.previous:
        said.append("none as before" if case.previous is None else "none, first")
    if before:
        said.append(f"none, {opening}, {_distance(gap)}")
    yield Candidate(None, "action.none", tuple(said))


def _evidence(case: _Case, deed: _Deed, side: str, rank: int) -> list[str]:
    """What speaks for a deed; the first of it is what stands between it and the number."""
    start, end = (deed.end, case.start) if side == "before" else (case.end, deed.start)
    gap, place, sort = case.view.low[start:end], f"{side} {rank}", case.sort
    mark = _mark(gap)
    numbers = min(sum(start <= one.start and one.end <= end for one in case.view.quantities), 2)
    found = [
        f"{side}, {mark}, {numbers} numbers between", side, place, f"{side}, {_distance(gap)}", f"{side}, {mark}", f"{side}, {sort}",
        f"{side}, {numbers} numbers between", f"{place}, {mark}", f"{place}, {sort}", f"{side}, opened by: {deed.opener}",
    ]  # fmt: skip
    if deed.opener in _KEPT:
        found.append(f"with {deed.opener}")
    if deed.first != deed.last:
        found.append("a series")
    if (deed.last if side == "before" else deed.first) in ALSO_NOUNS:
        found += ["also a noun", f"also a noun, {side}, {mark}"]
    if deed.labelled:
        found += [f"of a label, {side}", f"of a label, {place}, {mark}"]
    if case.previous and alike(case.previous, deed.words):
        found += ["as before", f"as before, {place}"]
    return found


def _mark(gap: str) -> str:
    return "hard mark" if _HARD.search(gap) else "comma" if ", " in gap else "no mark"


def _distance(gap: str) -> str:
    count = len(gap.split())
    return next(words for least, words in _DISTANCES if count >= least).format(count)


@lru_cache(maxsize=16)
def _deeds(text: str, low: str) -> tuple[_Deed, ...]:
    """The deeds that a sentence tells, in order; what opens with a capital is a name."""
    _, words, matches = words_of(text)
    gaps = [".", *(low[one.end() : other.start()].strip() for one, other in pairwise(matches))]
    found: list[_Deed] = []
    at, opener = 0, ","
    while at < len(words):
        opener = "," if gaps[at] else opener
        count, is_deed = _word_at(at, words, gaps, suffered=opener == "bị")
        start, end, word = matches[at].start(), matches[at + count - 1].end(), " ".join(words[at : at + count])
        if is_deed and (text[start].islower() or _OPENS.search(gaps[at])):
            deed = _Deed(start, end, word, word, opener, "", labelled=False)
            if found and _JOINS.fullmatch(low, found[-1].end, start):
                deed = found.pop()._replace(end=end, last=word)
            elif opener in _KEPT:
                deed = deed._replace(start=low.rindex(opener, 0, start))
            found.append(deed)
        at, opener = at + count, word
    return tuple(
        deed._replace(
            words=" ".join(text[deed.start : deed.end].split()),
            labelled=_LABEL.search(low, max(0, deed.start - LONGEST_LABEL), deed.start) is not None,
        )
        for deed in found
    )


def _word_at(at: int, words: Sequence[str], gaps: Sequence[str], *, suffered: bool) -> tuple[int, bool]:
    """How many syllables the word has that begins there, and whether it is a deed; `suffered`: it stands behind bị."""
    for count in (3, 2):
        if at + count > len(words) or any(gaps[at + 1 : at + count]):
            continue
        word = " ".join(words[at : at + count])
        if word in DEEDS:
            return count, True
        last = at + count - 1
        if word in compound_words() and words[at] not in _NO_FIRST and " ".join(words[last : last + 2]) not in DEEDS:
            return count, suffered  # but cá | thu về
    return 1, words[at] in DEEDS or (suffered and words[at].isalpha())
