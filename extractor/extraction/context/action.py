"""Action: the verb or verbs that say what was done with a quantity, as the text says them.

The deeds before and behind a number, and what was chosen for the number before it, are candidates; how they stand to
the number, and what stands between, is their evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.extraction.choice import Chooser
from extractor.extraction.discourse import SentenceView
from extractor.language.dictionary import compound_words
from extractor.language.likeness import alike
from extractor.language.patterns import Words, by_first, re_pattern, words_of
from extractor.language.wordlists import WordList, is_whole
from extractor.lexicon.deeds import DEEDS
from extractor.lexicon.phrases import LABELS
from extractor.lexicon.words import ALSO_NOUNS
from extractor.model.shapes import Candidate, Decided, Frame, Kind, Span

MOST_BEFORE, MOST_BEHIND = 3, 2  # deeds of its sentence that a number chooses among
LONGEST_LABEL = 25  # characters

_HARD = re_pattern(r"[;:]|[!?….]\s")
_SUFFERED, _NOT_SUFFERED = "bị", ("thiết bị", "trang bị", "chuẩn bị")
_DEEDS = WordList(DEEDS)
_JOINS = re_pattern(r"\s*(?:,\s*)?(?:và\s*)?")
_LABEL = re_pattern(rf"{by_first(LABELS)}(?!\w)[^,;.:]{{0,8}}\Z")  # tỷ lệ hộ | nghèo
_KEPT = ("bị", "chưa")  # what they open is not done without them
_PARTICLES = frozenset("được bị phải đã sẽ đang cùng đều đi còn chưa để tự không".split())  # phải | chi: no word of two
_SORTS: dict[Kind, str] = {"count": "count", "ratio": "count", "money": "money", "percent": "percent"}
_DISTANCES = ((10, "10 words or more"), (6, "6 to 9 words"), (4, "4 or 5 words"), (0, "{} words"))


class _Deed(NamedTuple):
    """One or more verbs in a row: tu sửa, phát dọn, vệ sinh."""

    start: int  # with bị or chưa
    end: int
    first: str  # verb
    last: str
    opener: str  # the word before; a comma where there is none or a mark
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
    if previous and not any("as before" in one.evidence for one in candidates):
        candidates.append(Candidate(previous, "action.carried", ("carried", f"carried, {sort}")))
    choice = chooser.choose(candidates)
    return Decided(choice.chosen.value, choice.chosen.rule, choice)


def _candidates(case: _Case) -> Iterator[Candidate[str | None]]:
    """The deeds before a number and behind its unit, the nearest first, and that there is none."""
    text, low = case.view.text, case.view.low
    deeds = _deeds(text, low)
    before = [deed for deed in deeds if deed.end <= case.start][: -MOST_BEFORE - 1 : -1]
    behind = [deed for deed in deeds if deed.start >= case.end][:MOST_BEHIND]
    gap = low[before[0].end : case.start] if before else ""
    opening = _mark(gap) if before else "nothing before"
    for side, ranked in (("before", before), ("behind", behind)):
        for at, deed in enumerate(ranked, 1):
            words = text[deed.start : deed.end]
            evidence = _evidence(case, deed, side, at)
            if side == "behind":
                evidence.append(f"{opening}, then {evidence[0]}")
            if case.previous and alike(words, case.previous):
                evidence += ["as before", f"as before, {side} {at}"]
            yield Candidate(words, f"action.{side}", tuple(evidence))
    said = ["none", f"none, {case.sort}", f"none, {min(len(before), 2)} before", f"none, {min(len(behind), 2)} behind"]
    if not case.previous:
        said.append("none as before" if case.previous is None else "none, first")
    if before:
        said.append(f"none, {opening}, {_distance(gap)}")
    yield Candidate(None, "action.none", tuple(said))


def _evidence(case: _Case, deed: _Deed, side: str, rank: int) -> list[str]:
    """What speaks for a deed; the first of it is what stands between it and the number."""
    start, end, verb = (deed.end, case.start, deed.last) if side == "before" else (case.end, deed.start, deed.first)
    gap, place, sort = case.view.low[start:end], f"{side} {rank}", case.sort
    mark = _mark(gap)
    numbers = min(sum([start <= one.start and one.end <= end for one in case.view.quantities]), 2)
    found = [
        f"{side}, {mark}, {numbers} numbers between", f"{side}, {_distance(gap)}",
        f"{side}, {numbers} numbers between", f"{place}, {mark}", f"{place}, {sort}", f"{side}, opened by: {deed.opener}", f"{side} verb: {verb}",
    ]  # fmt: skip
    if deed.opener in _KEPT:
        found.append(f"with {deed.opener}")
    if deed.first != deed.last:
        found.append("a series")
    if verb in ALSO_NOUNS:
        found += ["also a noun", f"also a noun, {side}, {mark}"]
    if deed.labelled:
        found += [f"of a label, {side}", f"of a label, {place}, {mark}"]
    return found


def _mark(gap: str) -> str:
    return "hard mark" if _HARD.search(gap) else "comma" if ", " in gap else "no mark"


def _distance(gap: str) -> str:
    count = len(gap.split())
    return next(words for least, words in _DISTANCES if count >= least).format(count)


@lru_cache(maxsize=16)
def _deeds(text: str, low: str) -> tuple[_Deed, ...]:
    """The deeds that a sentence tells, in order."""
    found: list[_Deed] = []
    for start, end in _said(words_of(text)):
        opener = _word_before(low, start)
        verb = None if _is_name(text, start) else _verb(low, start, end, opener)
        if verb is None:
            continue
        end = start + len(verb)
        if found and _JOINS.fullmatch(low, found[-1].end, start):
            found[-1] = found[-1]._replace(end=end, last=verb)
            continue
        begin = low.rindex(opener, 0, start) if opener in _KEPT else start
        labelled = _LABEL.search(low, max(0, begin - LONGEST_LABEL), begin) is not None
        found.append(_Deed(begin, end, verb, verb, opener, labelled))
    return tuple(found)


def _said(words: Words) -> Iterator[Span]:
    """Where a deed may be said: a verb of the list, or what stands behind bị."""
    behind = 0
    for at, match in enumerate(words.matches):
        if at < behind:
            continue
        behind = _DEEDS.end_at(words, at) or (at + 1 if _is_suffered(words, at) else 0)
        if behind:
            yield match.start(), words.matches[behind - 1].end()


def _is_suffered(words: Words, at: int) -> bool:
    """Whether a word stands behind bị that is one of its own: no thiết bị."""
    if at == 0 or words.words[at - 1] != _SUFFERED or words.words[at].isdecimal() or not is_whole(words, at, at + 1):
        return False
    start = words.matches[at].start()
    behind = words.low.endswith(f"{_SUFFERED} ", 0, start) and is_whole(words, at - 1, at)
    return behind and not words.low.endswith(_NOT_SUFFERED, 0, start - 1)


def _is_name(text: str, start: int) -> bool:
    """Whether a word with a capital stands within a name, or in a list of names: Sở Xây dựng."""
    before = text[:start].rstrip()[-1:]
    return text[start : start + 2].istitle() and (before.isalnum() or before == ",")


def _word_before(low: str, start: int) -> str:
    """The word before another one; a comma where there is none or a mark."""
    if low.endswith(_NOT_SUFFERED, 0, max(0, start - 1)):
        return _NOT_SUFFERED[0]
    word = low[low.rfind(" ", 0, start - 1) + 1 : start] if start > 1 else ""
    return word.strip(" \"“‘'(") if word[-1:] == " " and word[-2:-1].isalnum() else ","


def _verb(low: str, start: int, end: int, opener: str) -> str | None:
    """The deed that is written there; None where it is a part of another word: nông | nghiệp."""
    said = low[start:end]
    if said in DEEDS and " " in said:
        return said
    first = said.split(" ", 1)[0]
    behind = low[start : low.find(" ", start + len(first) + 1) % (len(low) + 1)].rstrip(",.;:)…")
    if said not in DEEDS:  # behind bị
        return behind if behind in compound_words() else first
    before = opener not in _PARTICLES and f"{opener} {said}" in compound_words()
    return None if before or behind in compound_words() else said
