"""Which lines of a scraped page are the article: title, lead and body, and which are furniture."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import is_normalized, normalize

import regex

from extractor.lexicon.pages import (
    ASIDES,
    BUTTONS,
    BYLINES,
    COUNTED,
    COUNTED_ASIDE,
    COUNTERS,
    LABELS,
    LINES,
    NEWS,
    OTHERS,
    OWN_ASIDES,
    PATHS,
    PICTURES,
    SITE_MARKS,
    TAGS,
    TAIL,
    TAIL_ALONE,
)
from extractor.patterns import one_of
from extractor.reading.dateline import read_dateline
from extractor.shapes import Span

LEAST_TITLE_WORDS = 5  # section names of portals have up to four
LEAST_PARAGRAPH_WORDS = 20  # the first line as long as this opens the body; headings are shorter
LONGEST_ODD = 300  # characters: buttons, counters and addresses are short lines
LONGEST_BYLINE = 60  # characters
SHORT = 20  # characters: "Chia sẻ:" is no sentence though it ends like one
LEAST_REPEATED = 6  # words: shorter lines are repeated on purpose, in tables and lists
LEAST_BODY = 150  # characters of body before a line may close the article: portals head pages with the same marks

MOST_TEASERS = 6  # below one heading
GOES_ON = 2  # paragraphs behind a link or a video: the article goes on

_OTHER_NEWS = rf"{one_of(NEWS)}\s+{one_of(OTHERS)}"
_SEVERAL = r"(?:các|những|một\s+số)\s+"
_TAIL = regex.compile(
    rf"^[\W_]*(?:{_SEVERAL}{_OTHER_NEWS}|{one_of(TAIL)})[\W_]*(?:\(\d+\)[\W_]*)?(?::.*)?$"
    rf"|^[\W_]*(?:{_OTHER_NEWS}|{one_of(TAIL_ALONE)})[\W_]*(?:\(\d+\)[\W_]*)?$"
    rf"|^[\W_]*(?:{one_of(TAGS)}(?:\s*:.*)?|thẻ\s*:\s*\p{{L}}.*,.*|tags?\s.*(?<![.!?…])|từ\s+kh(?:óa|oá)\s(?:.*,.*|\S+(?:\s\S+){{0,4}})(?<![.!?…]))$",  # Từ khóa nông thôn mới, quế
    regex.IGNORECASE,
)
_ASIDE = regex.compile(rf"^[\W_]*{one_of(ASIDES)}[\W_]*$", regex.IGNORECASE)
_OWN_ASIDE = regex.compile(rf"^[\W_]*{one_of(OWN_ASIDES)}[\W_]*$", regex.IGNORECASE)
_LINK = regex.compile(rf"^[\W_]*{one_of(ASIDES)}\s*:", regex.IGNORECASE)
_ANY = one_of((*LINES, *COUNTERS, *LABELS, *BUTTONS))
_LINE = regex.compile(
    rf"^[\W_]*(?:{one_of(LINES)}(?!\w)"
    rf"|{one_of(COUNTERS)}\s*[:(]?\s*(?:\d|$)"  # Lượt xem: 1.234
    rf"|{one_of(LABELS)}\s*(?::|[\s.(+]*+\d[\d\s.()+-]{{6,}}|$)"  # Điện thoại: …, Fax 0216 3845 123
    rf"|{one_of(PATHS)}\s*[›»>/|→]"
    rf"|(?:{_ANY}(?!\w)[\W\d_]*+(?:{one_of(COUNTED_ASIDE)}(?!\w)[\W\d_]*+)?)++$"  # Đã xem 350 lần, In bài | Gửi email
    r"|hôm\s+nay\W+(?:(?:thứ\s+\w+|chủ\s+nhật)\W+)?(?:ngày\s+)?\d{1,2}\W\d{1,2}\W\d{4}\b[\W\d]*(?:GMT.*)?$)"  # the clock of a page
    r"|^\[\w+\]$",
    regex.IGNORECASE,
)
_COUNTER = regex.compile(rf"^[\W_]*\d[\d.,]*\s*{one_of(COUNTED)}[\W_]*$", regex.IGNORECASE)  # 1.234 lượt xem
_BYLINE = regex.compile(rf"^\s*{one_of(BYLINES)}\s*:?\s*\p{{Lu}}", regex.IGNORECASE)
_NAME = regex.compile(r"^\p{Lu}[\p{L}.]*(?:(?:\s*[-–,&]\s*|\s+)\p{Lu}[\p{L}.]*){1,3}$")  # Thu Hà, Thu Hà - Văn Ba
_COMMENTS = regex.compile(r"^\d+\s+(?:bình\s+luận|ý\s+kiến|comments?)$", regex.IGNORECASE)
_STARS = r"\d(?:[.,]\d+)?\s*/\s*(?:5|10)\s*(?:sao|điểm)?"
_VOTES = r"\(\s*\d[\d.]*\s*(?:phiếu|lượt|đánh\s+giá|votes?)[^()]*\)"
_RATING = regex.compile(rf"^(?:đánh\s+giá\W*{_STARS}\s*(?:{_VOTES})?|{_STARS}\s*{_VOTES})$", regex.IGNORECASE)  # 4.5/5 (12 phiếu)
_PAGE = regex.compile(r"^\W*(?:(?:xem\s+)?tiếp(?:\s+theo)?\s+)?trang\s+\d+(?:\s*/\s*\d+)?\W*$", regex.IGNORECASE)  # (Xem tiếp trang 7)
_POINTER = regex.compile(r"^(?:>>+|»|#\w+(?:[\s,]+#\w+)*$)")  # to another article: >> Xã Minh Xuân …; #nongthonmoi #ocop
_PICTURE = regex.compile(
    rf"^[\[(]\s*{one_of(PICTURES)}\s*\d*\s*[\])]$"  # [Ảnh 2]
    r"|^\S+\.(?:jpe?g|png|gif|webp|bmp)$"  # DSC_0123.jpg
    r"|^!\[[^\]]*\]\(\S*\)$",  # ![](a.jpg), which converters to Markdown leave
    regex.IGNORECASE,
)
_LISTED = regex.compile(r"^(?:[-+•*▪►●✓–]|\d{1,2}[.)]|[a-zđ]\))\s", regex.IGNORECASE)
_BARE = regex.compile(r"^[\W\d_]*$")
_TEASER = regex.compile(r"\(\s*\d{1,2}[/\-.]\d{1,2}[/\-.]\d{4}\s*\)\s*$|^chương trình phát thanh", regex.IGNORECASE)
_SITE = regex.compile(rf"\b{one_of(SITE_MARKS)}\b", regex.IGNORECASE)
_SENTENCE_END = regex.compile(r"[.!?…;:](?:[\"”’/.]*)\s*$")
_CONTACT = regex.compile(r"^[^.]{0,80}(?:@|\bhttps?:|\bwww\.|\bgp-?ttđt|\bsố\s*:?\s*\d+/gp|điện thoại\s*:)", regex.IGNORECASE)
_PICTURE_ENDS = "])gGfFpP"
_FIRST_WORD = re.compile(r"[a-zà-öø-ɏḀ-ỹ]+")  # re: asked of every line
_CONTACT_MARKS = ("@", "http", "www.", "gp", "n tho")  # one of them is in every contact: điện thoại


def _first_words(openings: Iterable[str]) -> frozenset[str]:
    """The first words of lines that open with one of those, as far as they open with a letter."""
    return frozenset(word[0] for opening in openings if (word := _FIRST_WORD.match(opening)))


_TAIL_WORDS = _first_words((*TAIL, *TAIL_ALONE, *TAGS, *NEWS, "thẻ", "từ", "các", "những", "một"))
_ASIDE_WORDS = _first_words(ASIDES)
_LINE_WORDS = _first_words((*LINES, *COUNTERS, *LABELS, *BUTTONS, *PATHS))


class Line(NamedTuple):
    """A line of the article's text with its span."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What a page's lines are: spans of title and lead, the furniture, the date line, a site name."""

    title: Span | None
    lead: Span | None
    furniture: tuple[Span, ...]
    repeated: tuple[Span, ...]  # lines of the article that repeat the line above, which are furniture as well
    published: str | None
    site: str | None

    @property
    def aside(self) -> tuple[Span, ...]:
        """All that is not the article, in order."""
        return tuple(sorted((*self.furniture, *self.repeated)))


def composed(text: str) -> str:
    """The text with each letter and its marks in one character, as all patterns have them."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _lines(text: str) -> list[Line]:
    lines, start = [], 0
    for raw in text.split("\n"):
        plain = composed(raw.strip())
        if plain:
            lines.append(Line(start, start + len(raw), plain))
        start += len(raw) + 1
    return lines


def _may_open(line: str, words: frozenset[str]) -> bool:
    """Whether a line may open with one of the words: most lines open with another, and no pattern need look at them."""
    if not line[0].isalpha():
        return True
    word = _FIRST_WORD.match(line[:16].lower())
    return word is None or word[0] in words


def is_tail(line: str) -> bool:
    """Whether a line opens what stands behind an article: other news, tags, the page's foot."""
    return _may_open(line, _TAIL_WORDS) and _TAIL.match(line) is not None


def is_aside(line: str) -> bool:
    """Whether a line heads links to other news, which may stand within an article too: Tin liên quan."""
    return _may_open(line, _ASIDE_WORDS) and _ASIDE.match(line) is not None


def heads_comments(line: str) -> bool:
    """Whether a line counts comments, as it does at the headline and over them: 0 bình luận."""
    return _COMMENTS.match(line) is not None


def _is_link(line: str) -> bool:
    """Whether a line only links to another page or names a video: Xem thêm: …"""
    return _may_open(line, _ASIDE_WORDS) and _LINK.match(line) is not None


def is_odd(line: str) -> bool:
    """Whether a line is no part of an article wherever it stands: counters, buttons, addresses, bare numbers."""
    if len(line) > LONGEST_ODD or (line.endswith(".") and line.count(" ") >= LEAST_PARAGRAPH_WORDS):
        return False
    low = line.lower()
    return bool(
        (not line[0].isalpha() and (_BARE.match(line) or _COUNTER.match(line)))
        or (line[0] in "#>»" and _POINTER.match(line) and not _SENTENCE_END.search(line))
        or ("trang" in low and _PAGE.match(line))
        or (("/5" in line or "/10" in line) and _RATING.match(line))
        or (line[-1] in _PICTURE_ENDS and _PICTURE.match(line))
        or (any(mark in low for mark in _CONTACT_MARKS) and _CONTACT.match(line))
        or ((low.startswith("chương") or line.rstrip().endswith(")")) and _TEASER.search(line))
        or read_dateline(line)
        or is_aside(line)
        or (_is_link(line) and not line.startswith(("Video", "VIDEO")))
        or (
            _may_open(line, _LINE_WORDS) and _LINE.match(line)
            and len(line.split()) < LEAST_PARAGRAPH_WORDS and (not _SENTENCE_END.search(line) or (len(line) < SHORT and line.endswith(":")))
        )
    )  # fmt: skip


def is_byline(line: str) -> bool:
    """Whether a line between a headline and its text says who wrote it: Tác giả: Ngô Hạnh, or the name alone."""
    return len(line) <= LONGEST_BYLINE and (_BYLINE.match(line) or _NAME.match(line)) is not None


def is_paragraph(line: str) -> bool:
    """Whether a line is long enough for a paragraph, or ends like one."""
    words = len(line.split(None, LEAST_PARAGRAPH_WORDS - 1))
    return words >= LEAST_PARAGRAPH_WORDS or (words >= 10 and line.endswith((".", ".”", '."')))


def layout(text: str, *, known_title: str | None = None) -> Layout:
    """The layout of a page's text: every line is title, lead, body or furniture."""
    lines = _lines(text)
    odd = [is_odd(line.text) for line in lines]
    body = next((i for i, line in enumerate(lines) if not odd[i] and is_paragraph(line.text)), None)
    title = _title(lines, odd, body, known_title)
    if body is not None and title is not None and title >= body:
        body = next((i for i in range(title + 1, len(lines)) if not odd[i] and len(lines[i].text.split()) >= 8), None)
    tail = _tail(lines, body if body is not None else 0)
    published = next((found.published for i in _near(title, body, len(lines)) if (found := read_dateline(lines[i].text))), None)
    teasers = _teasers(lines, title, body)
    furniture = [i for i in range(len(lines)) if i >= tail or odd[i] or i in teasers or (title is not None and i < title)]
    if title in furniture:
        furniture.remove(title)
    repeated = _repeated(lines, set(furniture))
    aside = {*furniture, *repeated}
    site = next((lines[i].text for i in furniture if _SITE.search(lines[i].text)), None)
    lead = _lead(lines, aside, title)
    return Layout(
        (lines[title].start, lines[title].end) if title is not None else None,
        (lines[lead].start, lines[lead].end) if lead is not None else None,
        _spans(lines, furniture),
        _spans(lines, repeated),
        published,
        site,
    )


def _title(lines: list[Line], odd: list[bool], body: int | None, known: str | None) -> int | None:
    """The title's line: the topmost of the headings right above the body."""
    if known:
        plain = " ".join(composed(known).split()).lower()
        found = next((i for i, line in enumerate(lines[:60]) if plain.startswith(line.text[0].lower()) and " ".join(line.text.split()).lower() == plain), None)
        if found is not None:
            return found
        if not any(read_dateline(line.text) for line in lines[:4]):
            return None
    if not lines:
        return None
    if body is None:
        body = next((i for i, line in enumerate(lines) if not odd[i] and len(line.text.split()) >= 2 * LEAST_TITLE_WORDS), len(lines))
    title = None
    for at in range(body - 1, -1, -1):
        line = lines[at].text
        if odd[at] or (title is None and is_byline(line)):
            if title is not None:
                break
            continue
        if len(line.split()) < LEAST_TITLE_WORDS or "|" in line or is_tail(line) or _SITE.search(line):
            break
        title = at
    if title is None and body < len(lines) and len(lines[body].text.split()) < 2 * LEAST_PARAGRAPH_WORDS and not lines[body].text.endswith("."):
        return body
    return title


def _near(title: int | None, body: int | None, count: int) -> list[int]:
    """The lines where an article's own date stands: right above and below its title, the first ones first."""
    if title is None:
        return list(range(min(3, body if body is not None else 3, count)))
    return [i for i in (title + 1, title - 1, title + 2, title - 2, title + 3) if 0 <= i < count and (body is None or i < body + 1)]


def _tail(lines: list[Line], body: int) -> int:
    """The first line behind the article: a mark of other news or of the page's foot, once the body has begun."""
    seen = 0
    paragraphs = [at for at in range(body, len(lines)) if is_paragraph(lines[at].text)]
    for at in range(body, len(lines)):
        line = lines[at].text
        if seen >= LEAST_BODY and (is_tail(line) or (is_aside(line) and len(paragraphs) - bisect_right(paragraphs, at) < GOES_ON)):
            return at
        if is_paragraph(line):
            seen += len(line)
    return len(lines)


def _teasers(lines: list[Line], title: int | None, body: int | None) -> set[int]:
    """The headlines of other articles below a heading of such within the text, up to the next paragraph."""
    found: set[int] = set()
    for at in range(body if body is not None else len(lines), len(lines)):
        if not is_aside(lines[at].text) or _OWN_ASIDE.match(lines[at].text):
            continue
        for below in range(at + 1, min(at + 1 + MOST_TEASERS, len(lines))):
            line = lines[below].text
            if below == title or is_paragraph(line) or _SENTENCE_END.search(line) or len(line.split()) < LEAST_TITLE_WORDS or "|" in line:
                break
            found.add(below)
    return found


def _repeated(lines: list[Line], furniture: set[int]) -> list[int]:
    """The lines that repeat the line right above word for word: captions that a page has under and beside its picture.

    A sentence of the text that a caption says again further down is stated twice (GUIDELINES.md, 1); items of lists
    may be alike.
    """
    found: list[int] = []
    above = ""
    for at, line in enumerate(lines):
        if at in furniture:  # marks of images stand between the two
            continue
        words = line.text.split()
        plain = " ".join(words).lower()
        if plain == above and len(words) >= LEAST_REPEATED and not _LISTED.match(line.text):
            found.append(at)
        above = plain
    return found


def _lead(lines: list[Line], furniture: set[int], title: int | None) -> int | None:
    """The first paragraph behind the title."""
    first = 0 if title is None else title + 1
    candidates = [i for i in range(first, len(lines)) if i not in furniture]
    return next((i for i in candidates if is_paragraph(lines[i].text)), candidates[0] if candidates else None)


def opening(text: str, title: str | None, furniture: tuple[Span, ...]) -> tuple[Span | None, Span | None]:
    """The spans of title and lead in the text of an article whose furniture is known."""
    plain = " ".join(composed(title).split()).lower() if title else ""
    found: Span | None = None
    first: Span | None = None
    marks = iter(furniture)
    mark = next(marks, None)
    start = 0
    for raw in text.split("\n"):
        span, line, start = (start, start + len(raw)), composed(raw.strip()), start + len(raw) + 1
        while mark and mark[1] <= span[0]:
            mark = next(marks, None)
        if not line or (mark and mark[0] <= span[0] and span[1] <= mark[1]):
            continue
        if plain and found is None and " ".join(line.split()).lower() == plain:
            found = span
        elif is_paragraph(line):
            return found, span
        else:
            first = first or span
    return found, first


def _spans(lines: list[Line], chosen: list[int]) -> tuple[Span, ...]:
    """The chosen lines as spans, neighbours joined."""
    spans: list[tuple[int, int]] = []
    last = -2
    for at in chosen:
        if spans and at == last + 1:
            spans[-1] = (spans[-1][0], lines[at].end)
        else:
            spans.append((lines[at].start, lines[at].end))
        last = at
    return tuple(spans)
