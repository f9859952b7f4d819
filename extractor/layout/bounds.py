"""Where the article begins and ends among the lines of a page: it is the densest stretch of Vietnamese prose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise, takewhile
from typing import NamedTuple

from msgspec import Struct

from extractor.language.prose import is_vietnamese
from extractor.layout.dateline import read_dateline
from extractor.layout.lines import is_aside, is_headline, is_name, is_paragraph, is_tail

LEAST_BODY = 150  # characters of body before a line may close the article: a lead stands above buttons
GOES_ON = 2  # paragraphs behind a link or a video: the article goes on
MOST_OPENING = 12  # lines from an article's headline to its text: date, section, who wrote it, buttons
MOST_DATED = 3  # lines from a headline to its date
MOST_HEADLINES = 2  # above a text, the first of them its own; of other news there are more


class Bounds(Struct, frozen=True):
    """The first line that may be of the article, that of its first paragraph, and the line behind its last; where prose runs."""

    first: int
    body: int | None
    end: int
    prose: tuple[int, ...]  # characters of running prose of each line


class Heads(NamedTuple):
    """What stands right above a paragraph: how many lines like headlines, and whether a date."""

    headlines: int
    dated: bool


def prose_of(lines: Sequence[str], odd: Sequence[bool]) -> list[int]:
    """How many characters of running prose each line has: those of a paragraph in Vietnamese that is no boilerplate by itself."""
    return [len(line) if not aside and is_paragraph(line) and is_vietnamese(line) else 0 for line, aside in zip(lines, odd, strict=True)]


def bounds_of(lines: Sequence[str], odd: Sequence[bool]) -> Bounds:
    """Where the article stands: between two marks of other news there is the most prose that is no list of summaries."""
    page = _Page(lines, odd)
    if not page.paragraphs:
        body = next((at for at, line in enumerate(lines) if not odd[at] and is_paragraph(line)), None)
        return Bounds(0, body, page.end_from(body or 0, least=0), tuple(page.prose))
    edges = [-1, *page.marks, len(lines)]
    best = max(range(len(edges) - 1), key=lambda at: (page.weight(edges[at] + 1, edges[at + 1]), -at))
    top = best
    while top and page.goes_on(edges[top - 1] + 1, edges[top]):
        top -= 1
    first = page.opening(edges[top] + 1, edges[best + 1])
    prose = tuple(after - before for before, after in pairwise(page.running))
    return Bounds(first, page.paragraph_from(first), page.end_from(first, least=edges[best] + 1), prose)


class _Page:
    """The lines of a page with sums of their prose, so that no question goes through all of them again."""

    def __init__(self, lines: Sequence[str], odd: Sequence[bool]) -> None:
        self.lines, self.odd = lines, odd
        self.prose = prose_of(lines, odd)
        self.marks = [at for at, line in enumerate(lines) if is_tail(line) or is_aside(line)]
        self.paragraphs = [at for at, length in enumerate(self.prose) if length]
        self.summaries = self._summaries()
        self.running_paragraphs = [at for at in self.paragraphs if at not in self.summaries]
        self.sums = [0, *accumulate(self.prose)]
        self.running = [0, *accumulate(0 if at in self.summaries else length for at, length in enumerate(self.prose))]

    def _summaries(self) -> set[int]:
        """The paragraphs between two headlines, or a headline and a mark or an end: most of them sum other news up."""
        marks = set(self.marks)
        kept = [at for at in range(len(self.lines)) if at in marks or not self.odd[at]]
        kinds = ["mark", *("mark" if at in marks else self._kind(at) for at in kept), "mark"]
        return {at for i, at in enumerate(kept, 1) if (kinds[i - 1], kinds[i]) == ("headline", "prose") and kinds[i + 1] in ("headline", "mark", "name")}

    def _kind(self, at: int) -> str:
        line = self.lines[at]
        return "prose" if self.prose[at] else "headline" if is_headline(line) else "name" if is_name(line) else ""

    def weight(self, first: int, end: int) -> int:
        """How much running prose lines have; one summary alone counts where there is none, more where it is dated."""
        running = self.running[end] - self.running[first]
        if running or self.sums[end] == self.sums[first]:
            return running
        return 1 + self.headed(first, self.paragraphs[bisect_left(self.paragraphs, first)]).dated

    def paragraph_from(self, first: int) -> int | None:
        """The first paragraph from a line on."""
        at = bisect_left(self.paragraphs, first)
        return self.paragraphs[at] if at < len(self.paragraphs) else None

    def headed(self, first: int, paragraph: int) -> Heads:
        """What stands right above a paragraph, from a line on."""
        above = range(max(first, paragraph - MOST_OPENING), paragraph)
        headlines = sum(1 for at in above if not self.odd[at] and is_headline(self.lines[at]))
        return Heads(headlines, any(self.odd[at] and read_dateline(self.lines[at]) for at in above))

    def goes_on(self, first: int, mark: int) -> bool:
        """Whether the article that stands before a mark goes on behind it: what follows has no headline of its own."""
        start, end = bisect_left(self.paragraphs, first), bisect_left(self.paragraphs, mark)
        if start == end or end == len(self.paragraphs):
            return False
        above, below = self.headed(first, self.paragraphs[start]), self.headed(mark + 1, self.paragraphs[end])
        if (below.headlines and below.dated) or (end - start > 1 and self.running[mark] == self.running[first]):
            return False
        if 0 < below.headlines <= MOST_HEADLINES and is_tail(self.lines[mark]):  # a section's name; links stand between paragraphs too
            return above.headlines > 0 and (above.dated or self.paragraphs[end - 1] not in self.summaries)
        return True

    def opening(self, first: int, end: int) -> int:
        """The line of a stretch where its article opens: behind summaries of others, where a menu or a date tells them apart."""
        summaries = list(takewhile(self.summaries.__contains__, self.paragraphs[bisect_left(self.paragraphs, first) :]))
        below = self.paragraph_from(summaries[-1] + 1) if len(summaries) > 1 else None
        if below is not None and below < end and any(is_name(self.lines[at]) for at in range(summaries[-1] + 1, below) if not self.odd[at]):
            return summaries[-1] + 1  # a menu stands between them and the article
        for at in range(first, end):
            if not (self.odd[at] and read_dateline(self.lines[at])):
                continue
            before = bisect_left(self.paragraphs, at)
            start = max(first, self.paragraphs[before - 1] + 1) if before else first
            below = self.paragraph_from(at)
            if self.running[start] > self.running[first] or below is None or below >= end:
                return first
            near = range(max(start, at - MOST_DATED), min(below, at + MOST_DATED + 1))
            if below not in self.summaries and any(not self.odd[i] and is_headline(self.lines[i]) for i in near):
                return start
        return first

    def end_from(self, first: int, *, least: int) -> int:
        """The line behind the article: the first mark, once it has begun, before which more prose stands than behind it."""
        seen = 0
        for at in range(first, len(self.lines)):
            if at >= least and seen >= LEAST_BODY and self._closes(first, at):
                return at
            if not self.odd[at] and is_paragraph(self.lines[at]):
                seen += len(self.lines[at])
        return len(self.lines)

    def _ends_behind(self, aside: int) -> bool:
        """Whether nothing of the article follows a heading of links, which may stand within it too: no prose, or summaries first."""
        if len(self.running_paragraphs) - bisect_right(self.running_paragraphs, aside) < GOES_ON:
            return True
        at = bisect_left(self.paragraphs, aside)
        return all(one in self.summaries for one in self.paragraphs[at : at + GOES_ON])

    def _closes(self, first: int, at: int) -> bool:
        line = self.lines[at]
        if not is_tail(line) and not (is_aside(line) and self._ends_behind(at)):
            return False
        before, behind = self.sums[at] - self.sums[first], self.running[-1] - self.running[at]
        return before >= behind or not self.goes_on(first, at)
