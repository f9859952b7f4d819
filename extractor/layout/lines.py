"""What a line of a scraped page is, seen alone: a paragraph, a mark that closes the article, a counter or a button."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from unicodedata import is_normalized, normalize

import regex

from extractor.language.patterns import Row, any_of, one_of, re_pattern, regex_pattern
from extractor.language.prose import is_unreadable
from extractor.layout.dateline import read_dateline
from extractor.layout.words import (
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

LEAST_TITLE_WORDS = 5  # section names of portals have up to four
LEAST_PARAGRAPH_WORDS = 20  # the first line as long as this opens the body; headings are shorter
LONGEST_ODD = 300  # characters: buttons, counters and addresses are short lines
LONGEST_BYLINE = 60  # characters
SHORT = 20  # characters: "Chia sẻ:" is no sentence though it ends like one

_OTHER_NEWS = rf"{one_of(NEWS)}\s+{one_of(OTHERS)}"
_SEVERAL = r"(?:các|những|một\s+số)\s+"
# What stands in such a line between signs.
TAILS = (
    Row(rf"(?:{_SEVERAL}{_OTHER_NEWS}|{one_of(TAIL)})[\W_]*(?:\(\d+\)[\W_]*)?(?::.*)?", "Các tin khác (12): Yên Bình trồng quế"),
    Row(rf"(?:{_OTHER_NEWS}|{one_of(TAIL_ALONE)})[\W_]*(?:\(\d+\)[\W_]*)?", "Bình luận (3)"),
    Row(rf"{one_of(TAGS)}(?:\s*:.*)?", "Từ khóa: quế"),
    Row(r"thẻ\s*:\s*\p{L}.*,.*", "Thẻ: nông thôn mới, quế"),
    Row(r"tags?\s.*(?<![.!?…])", "Tags nông thôn mới"),
    Row(r"từ\s+kh(?:óa|oá)\s(?:.*,.*|\S+(?:\s\S+){0,4})(?<![.!?…])", "Từ khóa nông thôn mới, quế"),
)
_TAIL = regex_pattern(rf"^[\W_]*{any_of(TAILS)}$", regex.IGNORECASE)
_ASIDE = regex_pattern(rf"^[\W_]*{one_of(ASIDES)}[\W_]*$", regex.IGNORECASE)
_OWN_ASIDE = regex_pattern(rf"^[\W_]*{one_of(OWN_ASIDES)}[\W_]*$", regex.IGNORECASE)
_LINK = regex_pattern(rf"^[\W_]*{one_of(ASIDES)}\s*:", regex.IGNORECASE)
_ANY = one_of((*LINES, *COUNTERS, *LABELS, *BUTTONS))
_CLOCK = r"(?:\d{1,2}\W\d\d(?:\W\d\d)?\W+)?(?:(?:thứ\s+\w+|chủ\s+nhật)\W+)?(?:ngày\s+)?\d{1,2}\W\d{1,2}\W\d{4}\b[\W\d]*(?:GMT.*)?"
# How lines begin that are boilerplate wherever they stand.
OPENINGS = (
    Row(rf"{one_of(LINES)}(?!\w)", "Cơ quan chủ quản: UBND tỉnh Yên Bái"),
    Row(rf"{one_of(COUNTERS)}\s*[:(]?\s*(?:\d|$)", "Lượt xem: 1.234 kể từ 2019"),
    Row(rf"{one_of(LABELS)}\s*(?::|[\s.(+]*+\d[\d\s.()+-]{{6,}}|$)", "Fax 0216 3845 123 (Văn phòng)"),
    Row(rf"{one_of(PATHS)}\s*[›»>/|→]", "Trang chủ › Kinh tế"),
    Row(rf"(?:{_ANY}(?!\w)[\W\d_]*+(?:{one_of(COUNTED_ASIDE)}(?!\w)[\W\d_]*+)?)++$", "Đã xem 350 lần | Góp ý"),
    Row(rf"(?:hôm\s+nay|bây\s+giờ(?:\s+là)?)\W+{_CLOCK}$", "Bây giờ là 10:15, Thứ Sáu, 22/11/2024"),
)
_LINE = regex_pattern(rf"^[\W_]*{any_of(OPENINGS)}|^\[\w+\]$", regex.IGNORECASE)
_PATH = regex_pattern(rf"^[\W_]*{one_of(PATHS)}\s*[›»>/|→]", regex.IGNORECASE)
_COUNTER = regex_pattern(rf"^[\W_]*\d[\d.,]*\s*{one_of(COUNTED)}[\W_]*$", regex.IGNORECASE)  # 1.234 lượt xem
_BYLINE = regex_pattern(rf"^\s*{one_of(BYLINES)}\s*:?\s*\p{{Lu}}", regex.IGNORECASE)
_NAME = regex_pattern(r"^\p{Lu}[\p{L}.]*(?:(?:\s*[-–,&]\s*|\s+)\p{Lu}[\p{L}.]*){1,3}$")  # Thu Hà, Thu Hà - Văn Ba
_COMMENTS = regex_pattern(r"^\d+\s+(?:bình\s+luận|ý\s+kiến|comments?)$", regex.IGNORECASE)
_STARS = r"\d(?:[.,]\d+)?\s*/\s*(?:5|10)\s*(?:sao|điểm)?"
_VOTES = r"\(\s*\d[\d.]*\s*(?:phiếu|lượt|đánh\s+giá|votes?)[^()]*\)"
_RATING = regex_pattern(rf"^(?:đánh\s+giá\W*{_STARS}\s*(?:{_VOTES})?|{_STARS}\s*{_VOTES})$", regex.IGNORECASE)  # 4.5/5 (12 phiếu)
_PAGE = regex_pattern(r"^\W*(?:(?:xem\s+)?tiếp(?:\s+theo)?\s+)?trang\s+\d+(?:\s*/\s*\d+)?\W*$", regex.IGNORECASE)  # (Xem tiếp trang 7)
_POINTER = regex_pattern(r"^(?:>>+|»|#\w+(?:[\s,]+#\w+)*$)")  # to another article: >> Xã Minh Xuân …; #nongthonmoi #ocop
_PICTURE = regex_pattern(
    rf"^[\[(]\s*{one_of(PICTURES)}\s*\d*\s*[\])]$"  # [Ảnh 2]
    r"|^\S+\.(?:jpe?g|png|gif|webp|bmp)$"  # DSC_0123.jpg
    r"|^!\[[^\]]*\]\(\S*\)$",  # ![](a.jpg), which converters to Markdown leave
    regex.IGNORECASE,
)
_LISTED = regex_pattern(r"^(?:[-+•*▪►●✓–]|\d{1,2}[.)]|[a-zđ]\))\s", regex.IGNORECASE)
_BARE = regex_pattern(r"^[\W\d_]*$")
_TEASER = regex_pattern(r"\(\s*\d{1,2}[/\-.]\d{1,2}[/\-.]\d{4}\s*\)\s*$|^chương trình phát thanh", regex.IGNORECASE)
_SITE = regex_pattern(rf"\b{one_of(SITE_MARKS)}\b", regex.IGNORECASE)
_SENTENCE_END = regex_pattern(r"[.!?…;:](?:[\"”’/.]*)\s*$")
_CONTACT = regex_pattern(r"^[^.]{0,80}(?:@|\bhttps?:|\bwww\.|\bgp-?ttđt|\bsố\s*:?\s*\d+/gp|điện thoại\s*:)", regex.IGNORECASE)
_PICTURE_ENDS = "])gGfFpP"
_FIRST_WORD = re_pattern(r"[a-zà-öø-ɏḀ-ỹ]+")  # re: asked of every line
_CONTACT_MARKS = ("@", "http", "www.", "gp", "n tho")  # one of them is in every contact: điện thoại


def _first_words(openings: Iterable[str]) -> frozenset[str]:
    """The first words of lines that open with one of those, as far as they open with a letter."""
    return frozenset(word[0] for opening in openings if (word := _FIRST_WORD.match(opening)))


_TAIL_WORDS = _first_words((*TAIL, *TAIL_ALONE, *TAGS, *NEWS, "thẻ", "từ", "các", "những", "một"))
_ASIDE_WORDS = _first_words(ASIDES)
_LINE_WORDS = _first_words((*LINES, *COUNTERS, *LABELS, *BUTTONS, *PATHS, "hôm", "bây"))


def composed(text: str) -> str:
    """The text with each letter and its marks in one character, as all patterns have them."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)


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


def is_own_aside(line: str) -> bool:
    """Whether the lines below such a heading may be the article's own: the caption of a film."""
    return _OWN_ASIDE.match(line) is not None


def is_listed(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _LISTED.match(line) is not None


def ends_sentence(line: str) -> bool:
    """Whether a line ends like a sentence, which no headline does."""
    return _SENTENCE_END.search(line) is not None


def names_site(line: str) -> bool:
    """Whether a line names the site: Cổng thông tin điện tử huyện Yên Bình."""
    return _SITE.search(line) is not None


def is_headline(line: str) -> bool:
    """Whether a line may be a headline, this article's or another's."""
    return len(line.split(None, LEAST_TITLE_WORDS - 1)) >= LEAST_TITLE_WORDS and "|" not in line and not is_paragraph(line) and not is_listed(line) and (line[-1] in "?!" or not ends_sentence(line))


def is_name(line: str) -> bool:
    """Whether a line may name a section or an entry of a menu: Kinh tế - Xã hội."""
    return len(line.split(None, LEAST_TITLE_WORDS - 1)) < LEAST_TITLE_WORDS and line[0].isupper() and not ends_sentence(line) and not any(map(str.isdigit, line))


def _is_link(line: str) -> bool:
    """Whether a line only links to another page or names a video: Xem thêm: …"""
    return _may_open(line, _ASIDE_WORDS) and _LINK.match(line) is not None


def is_odd(line: str) -> bool:
    """Whether a line is no part of an article wherever it stands: counters, buttons, addresses, bare numbers, notices in English."""
    if is_unreadable(line):
        return True
    if len(line) > LONGEST_ODD or (line.endswith(".") and line.count(" ") >= LEAST_PARAGRAPH_WORDS):
        return False
    low = line.lower()
    return bool(
        (not line[0].isalpha() and ((_BARE.match(line) and not _is_row(line)) or _COUNTER.match(line)))
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
            _may_open(line, _LINE_WORDS) and len(line.split()) < LEAST_PARAGRAPH_WORDS
            and (not _SENTENCE_END.search(line) or (len(line) < SHORT and line.endswith(":"))) and _LINE.match(line)
        )
    )  # fmt: skip


def is_path(line: str) -> bool:
    """Whether a line is the path to an article: Trang chủ › Tin tức › Kinh tế."""
    return _PATH.match(line) is not None


def _is_row(line: str) -> bool:
    """Whether bare numbers are the cells of a table, and not the pages of a list: 1 | 2 | 3."""
    cells = [cell.strip() for cell in line.split("|") if cell.strip()]
    return len(cells) > 1 and not all(next_one == f"{int(one) + 1}" for one, next_one in pairwise(cells) if one.isdecimal())


def is_byline(line: str) -> bool:
    """Whether a line between a headline and its text says who wrote it: Tác giả: Ngô Hạnh, or the name alone."""
    return len(line) <= LONGEST_BYLINE and (_BYLINE.match(line) or _NAME.match(line)) is not None


def is_paragraph(line: str) -> bool:
    """Whether a line is long enough for a paragraph, or ends like one."""
    words = len(line.split(None, LEAST_PARAGRAPH_WORDS - 1))
    return words >= LEAST_PARAGRAPH_WORDS or (words >= 10 and line.endswith((".", ".”", '."')))
