"""The numbers of an article with the words around them, and whether two of them stand in the same words or in others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec import Struct

from extractor.audit.drafts import Audited
from extractor.dataset.merge.compare import Claim
from extractor.language.patterns import lowered
from extractor.lexicon.breakdowns import OPENINGS, PREDICATES
from extractor.lexicon.synonyms import EMPTY
from extractor.model.records import FigureBase

WORDS = 12  # looked at on each side
REACH = 120  # characters in which these are
MOST_DIFFERENT = 3  # numbers of one unit in an article: few enough to tell them apart by it
MOST_TWINS = 3  # sentences that differ in numbers only: more are lines of a table
FEW_WORDS = 3  # of which one sentence has others than the other, and is about something else
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_ALL_OF_IT = re.compile(r"\b(?:tất\s+cả|toàn\s+bộ|tổng\s+(?:số|cộng))\s+(?:có\s+|là\s+)?$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_COMPARES = re.compile(
    r"\b(?:so\s+với|tăng|giảm|cùng\s+kỳ|năm\s+(?:trước|ngoái)|(?:theo|so\s+với)\s+kế\s+hoạch|trước\s+đó|thêm|khác|nhất)\b"
)
_Number = tuple[Decimal | None, Decimal | None, str]


class Sentence(NamedTuple):
    """What the figures of one sentence share: its other numbers, how many of a unit, its words, whether it compares."""

    numbers: frozenset[_Number]
    of_unit: Mapping[str, int]
    frame: tuple[str, ...]  # its words without numbers
    written: tuple[str, ...]  # its numbers
    compares: bool


class Mention(Struct, frozen=True):
    """A figure, what it claims, its sentence, and the words there to both sides of its number, the nearest first."""

    figure: FigureBase
    claim: Claim
    sentence: Sentence
    before: tuple[str, ...]
    behind: tuple[str, ...]
    in_title: bool
    few: bool  # the article has few numbers of its unit
    all_of_it: bool  # tất cả 38 điểm thi
    in_table: bool  # the article has many sentences that differ from this one in numbers only

    @property
    def alone(self) -> bool:
        """Whether its sentence has no other number of its unit."""
        return self.sentence.of_unit.get(self.figure.unit, 0) == 1

    @property
    def compares(self) -> bool:
        """Whether its sentence compares."""
        return self.sentence.compares


def mentions(audited: Audited) -> Iterator[Mention]:
    """The figures of an article that may be compared."""
    text = lowered(audited.article.text)
    title = audited.article.title_span[1] if audited.article.title_span else 0
    sentences = _sentences(text, audited.figures)
    times_told = Counter(one.frame for one in sentences.values())
    values: dict[Hashable, set[Decimal | None]] = defaultdict(set)
    for figure in audited.figures:
        values[figure.kind, figure.unit].add(figure.value)
    for figure in audited.figures:
        sentence = sentences[figure.sentence]
        before = text[max(figure.sentence[0], figure.start - REACH) : figure.start]
        yield Mention(
            figure, Claim.of(figure), sentence,
            before=tuple(_WORD.findall(before)[::-1][:WORDS]),
            behind=tuple(_WORD.findall(text[figure.end : min(figure.sentence[1], figure.end + REACH)])[:WORDS]),
            in_title=figure.start < title,
            all_of_it=_ALL_OF_IT.search(before) is not None,
            few=len(values[figure.kind, figure.unit]) <= MOST_DIFFERENT,
            in_table=times_told[sentence.frame] > MOST_TWINS,
        )  # fmt: skip


def _sentences(text: str, figures: Sequence[FigureBase]) -> dict[tuple[int, int], Sentence]:
    """The sentences that have figures, by their spans."""
    numbers: dict[tuple[int, int], set[_Number]] = defaultdict(set)
    for figure in figures:
        known = numbers[figure.sentence]
        if figure.kind != "duration":
            known.add(_number(figure))
    found: dict[tuple[int, int], Sentence] = {}
    for (start, end), told in numbers.items():
        words = _WORD.findall(text, start, end)
        found[start, end] = Sentence(
            frozenset(told), Counter(unit for _, _, unit in told),
            tuple(word for word in words if not word[0].isdigit()), tuple(word for word in words if word[0].isdigit()),
            _COMPARES.search(_IN_BRACKETS.sub(" ", text[start:end])) is not None,
        )  # fmt: skip
    return found


def _number(figure: FigureBase) -> _Number:
    return (figure.value, figure.low, figure.unit)


def same_words(one: Mention, other: Mention) -> int:
    """How many words around two numbers are the same, from the numbers on; 0 where they differ at once on a side."""
    before, behind = _agreeing(one.before, other.before), _agreeing(one.behind, other.behind)
    if _other_number(one.before, other.before, before) or _other_number(one.behind, other.behind, behind):
        return 0  # 16,8 độ vĩ Bắc; 125,2 độ kinh Đông
    at_an_end = not one.behind or not other.behind
    return before + behind if before > 1 and (behind or at_an_end) else 0


def are_twins(one: Mention, other: Mention) -> bool:
    """Whether their sentences are the same but for one number."""
    (mine, theirs) = one.sentence, other.sentence
    if one.in_table or mine.frame != theirs.frame or len(mine.written) != len(theirs.written):
        return False
    return sum(number != instead for number, instead in zip(mine.written, theirs.written, strict=True)) == 1


def companions(one: Mention, other: Mention) -> int:
    """How many other numbers their sentences share."""
    return len((one.sentence.numbers & other.sentence.numbers) - {_number(one.figure), _number(other.figure)})


def contrasted(one: Mention, other: Mention) -> bool:
    """Whether words around the numbers stand where the other sentence has others: vụ xuân, vụ mùa; cho vay, tập huấn."""
    sides = ((one.before, other.before), (one.behind, other.behind))
    return any(_replaced(*([word for word in words if word not in EMPTY] for words in side)) for side in sides)


def _replaced(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether each has a few words of its own where the other has others; all the words are no time alone."""
    runs = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    for kind, begin, end, start, stop in runs:
        if kind == "replace" and max(end - begin, stop - start) <= FEW_WORDS:
            own = {*mine[begin:end], *theirs[start:stop]}
            few = min(end - begin, stop - start) == 1
            if end < len(mine) or not (few or any(word in OPENINGS or word[0].isdigit() for word in own)):
                return True
    return False


def is_of_some(one: Mention, other: Mention) -> bool:
    """Whether only one says which of those counted are meant: 845 hộ dân; 745 hộ dân dùng nước sạch; hội viên mới."""
    said = [bool(side.behind) and side.behind[0] in PREDICATES for side in (one, other)]
    bare = [not side.behind for side in (one, other)]
    new = [side.behind[:1] == ("mới",) for side in (one, other)]
    return (said[0] and bare[1]) or (said[1] and bare[0]) or new[0] != new[1]


def _other_number(mine: Sequence[str], theirs: Sequence[str], at: int) -> bool:
    """Whether the first words that differ are numbers: of another day, another place, another thing."""
    return len(mine) > at and len(theirs) > at and mine[at][0].isdigit() and theirs[at][0].isdigit()


def _agreeing(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many of the first words are the same."""
    count = 0
    for one, other in zip(mine, theirs, strict=False):
        if one != other:
            break
        count += 1
    return count
