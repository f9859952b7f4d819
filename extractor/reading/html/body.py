"""Which lines of a page are its article: trafilatura's choice, held together by the element that the article stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

import regex
from msgspec import Struct

from extractor.language.patterns import one_of, regex_pattern
from extractor.layout.boilerplate import layout
from extractor.layout.bounds import Bounds
from extractor.layout.lines import (
    LEAST_TITLE_WORDS,
    heads_comments,
    is_aside,
    is_odd,
    is_paragraph,
    is_tail,
)
from extractor.layout.words import MORE
from extractor.reading.html.selection import Selected, squeezed
from extractor.reading.html.tree import HEADINGS, Block, Box
from extractor.reading.text import names_source

ABOVE = 12  # lines: sections, dates, buttons stand between a headline and the text
MOST_BEYOND = 4  # lines behind the last paragraph that trafilatura did not choose
LEAST_ARTICLE = 8  # words: what has fewer is a picture or a form
LEAST_LISTED, LEAST_UNNAMED, MOSTLY = 3, 2, 0.8  # summaries: a front page has tens of them and nothing else
MOST_BETWEEN = 5  # lines between a link and its summary: date, section, who posted it, comments
LEAST_LINKED = 0.6  # of a link's line that has its date too
_DATED = regex_pattern(r"^\W*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W*$")
_MORE = regex_pattern(rf"\W*{one_of(MORE)}\W*$", regex.IGNORECASE)
FURTHER_OUT = 0.5  # what an element's text counts for the one around it


class Body(Struct, frozen=True):
    """The numbers of an article's lines in order, and that of its headline."""

    lines: Sequence[int]
    title: int | None


def body_of(lines: Sequence[Block], chosen: Selected, titles: Iterable[str | None]) -> Body | None:
    """Where the article stands among a page's lines; None where the page has none."""
    paragraphs = [at for at, line in enumerate(lines) if is_paragraph(line.text) and not line.mostly_links and not is_odd(line.text)]
    core = [at for at in paragraphs if lines[at].text in chosen] or _longest(lines, chosen)
    if not core:
        return None
    title = _named(lines, core, titles)
    below = [at for at in core if title is None or at > title]
    summaries = {at for at in paragraphs if _is_summary(lines, at, title)}
    own = [at for at in below if at not in summaries]
    if title is not None and not own:  # a short article beside a list that is longer
        own = list(takewhile(lambda at: at not in summaries, (at for at in paragraphs if at > title)))
        below = own or below
    densest = _densest(lines, below)
    if own and not any(_is_in(lines[at], densest) for at in own):
        densest = _densest(lines, own)
    box = _grown(lines, densest, paragraphs, title)
    inside = [at for at in below if _is_in(lines[at], box)]
    if _is_list(inside, own, title, len(summaries)):
        return None
    above = max((at for at in paragraphs if at < inside[0] and not _is_in(lines[at], box)), default=-1)
    if title is None:
        title = _heading(lines, inside[0], above + 1)
    last = _last(lines, inside, chosen, densest, summaries)
    between = () if title is None else (title,) if above > title else range(title, inside[0])
    return Body([*between, *range(inside[0], last + 1)], title)


def fuller(lines: Sequence[Block], body: Body, bounds: Bounds, titles: Iterable[str | None]) -> Body:
    """The article as it was found, or the page's densest stretch of prose where that is more than twice as long."""
    inside = range(bounds.first, bounds.end)
    own = sum(bounds.prose[at] for at in body.lines)
    densest = sum(bounds.prose[at] for at in inside if bounds.prose[at] and not _is_summary(lines, at, body.title))
    if 2 * own >= densest or bounds.body is None:
        return body
    title = _named(lines, [bounds.body], titles)
    if title is None:
        title = _heading(lines, bounds.body, bounds.first)
    return Body([at for at in inside if title is None or at >= title], title)


def _is_list(inside: list[int], own: list[int], title: int | None, summaries: int) -> bool:
    """Whether a page lists articles: nearly all its paragraphs are summaries of others, and it names no article of its own."""
    if title is not None:
        return not own and summaries >= LEAST_LISTED
    others = len(inside) - len(set(own) & set(inside))
    return summaries >= LEAST_UNNAMED and others >= MOSTLY * len(inside)


def _is_summary(lines: Sequence[Block], at: int, title: int | None) -> bool:
    """Whether a paragraph sums another article up: it stands below a link to that, dates and the like between, or leads on to it."""
    if _leads_on(lines[at]) or (at + 1 < len(lines) and lines[at + 1].mostly_links and _MORE.fullmatch(lines[at + 1].text)):
        return True
    for above in range(at - 1, max(-1, at - 1 - MOST_BETWEEN), -1):
        line = lines[above]
        if above == title:
            return False
        if _is_teaser(line) or (line.tag in HEADINGS and line.mostly_links):
            return True
        if not (is_odd(line.text) or len(line.text.split()) < LEAST_TITLE_WORDS):
            return False
    return False


def _leads_on(line: Block) -> bool:
    """Whether a paragraph ends in a link to the rest of it: … Xem tiếp."""
    found = _MORE.search(line.text) if line.linked else None
    return found is not None and line.linked >= len(found[0].strip(" .…[]()»>"))


def is_link(line: Block) -> bool:
    """Whether a line leads to another page, and does not name the article's source: Theo http://baodaknong.org.vn."""
    return line.mostly_links and not names_source(line.text)


def _longest(lines: Sequence[Block], chosen: Selected) -> list[int]:
    """The longest line, for an article of one short paragraph."""
    plain = [at for at, line in enumerate(lines) if not line.mostly_links and not is_odd(line.text) and line.tag not in HEADINGS and len(line.text.split()) >= LEAST_ARTICLE]
    plain = [at for at in plain if lines[at].text in chosen] or plain
    return [max(plain, key=lambda at: len(lines[at].text))] if plain else []


def _named(lines: Sequence[Block], core: list[int], titles: Iterable[str | None]) -> int | None:
    """The first line above some of the text that is a headline by the page's head; one that is no link before one that is."""
    letters = [squeezed(line.text) for line in lines[: core[-1]]]
    for name in (squeezed(title) for title in titles if title):
        found = [at for at, text in enumerate(letters) if text == name]
        if found:
            return next((at for at in found if not lines[at].mostly_links), found[0])
    return None


def _heading(lines: Sequence[Block], first: int, start: int) -> int | None:
    """The heading right above the text."""
    start = max(start, first - ABOVE)
    above = "\n".join(line.text for line in lines[start : first + 1])
    page = layout(above)
    if page.title is None:
        return None
    at = start + above.count("\n", 0, page.title[0])
    return at if at < first else None


def _is_in(line: Block, box: Box) -> bool:
    return line.box[: len(box)] == box


def _is_teaser(line: Block) -> bool:
    """Whether a line is the headline of another article."""
    linked = is_link(line) or (line.linked >= LEAST_LINKED * len(line.text) and _DATED.search(line.text) is not None)
    return linked and len(line.text.split()) >= LEAST_TITLE_WORDS


def _densest(lines: Sequence[Block], core: list[int]) -> Box:
    """The element that holds the most of the text, what lies deeper in it counting less."""
    points: Counter[Box] = Counter()
    for at in core:
        weight = float(len(lines[at].text))
        for end in range(len(lines[at].box), 0, -1):
            points[lines[at].box[:end]] += weight  # type: ignore[assignment]
            weight *= FURTHER_OUT
    return max(points, key=lambda box: (points[box], box)) if points else ()


def _grown(lines: Sequence[Block], box: Box, paragraphs: list[int], title: int | None) -> Box:
    """The largest element around one that has no other news above the article: paragraphs below links or above the headline."""
    while len(box) > 1:
        around = box[:-1]
        first = next(at for at, line in enumerate(lines) if _is_in(line, box))
        before = [at for at in range(first) if _is_in(lines[at], around)]
        above = [at for at in paragraphs if at in before]
        if above and (any(_is_teaser(lines[at]) for at in before) or (title is not None and above[0] < title)):
            return box
        box = around
    return box


def _last(lines: Sequence[Block], inside: list[int], chosen: Selected, densest: Box, summaries: set[int]) -> int:
    """The article's last line: what follows its last paragraph belongs to it until other news or the page's foot begin."""
    within = [at for at in inside if _is_in(lines[at], densest)]
    sure = within[-1] if within else inside[-1]
    beyond = 0
    for at in range(inside[0], len(lines)):
        line = lines[at]
        if at > inside[0] and (is_tail(line.text) or (is_aside(line.text) and not _goes_on(lines, at, within))):
            return at - 1
        if at > sure and heads_comments(line.text):
            return at - 1
        if at > sure and (is_link(line) or _is_teaser(line)) and not _goes_on(lines, at, inside):
            return at - 1
        if at > inside[-1] and at in summaries:  # below its own headline
            return at - 1 if is_paragraph(lines[at - 1].text) else at - 2
        if at > inside[-1]:
            beyond += line.tag != "row" and line.text not in chosen
            if beyond > MOST_BEYOND:
                return at - 1
    return len(lines) - 1


def _goes_on(lines: Sequence[Block], link: int, inside: list[int]) -> bool:
    """Whether the article goes on behind a link or a box of other news: with two paragraphs that have none between them."""
    behind = [at for at in inside if at > link][:2]
    return len(behind) == 2 and not any(is_link(line) or _is_teaser(line) for line in lines[behind[0] : behind[1]])


def aside_boxes(lines: Sequence[Block], within: Sequence[int]) -> list[Box]:
    """The elements that a heading of other news opens and that hold links: what else they hold are teasers of those."""
    found: list[Box] = []
    for at in within:
        box = lines[at].box[:-1]
        if box and is_aside(lines[at].text) and not _is_in(lines[at - 1], box):
            inside = [line for line in lines[at + 1 :] if _is_in(line, box)]
            if any(_is_teaser(line) for line in inside) and sum(is_paragraph(line.text) for line in inside) < len(within) / 2:
                found.append(box)
    return found


def is_within(line: Block, boxes: Iterable[Box]) -> bool:
    """Whether a line stands in one of the elements."""
    return any(_is_in(line, box) for box in boxes)
