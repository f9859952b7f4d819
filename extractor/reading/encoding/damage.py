"""Text that has lost letters on its way is refused: its words and units cannot be read."""

from __future__ import annotations

from extractor.language.patterns import regex_pattern
from extractor.language.prose import LEAST_MARKED, is_english_text, is_toneless, share_of_marked, words_in
from extractor.language.syllables import SAMPLE
from extractor.layout.lines import composed
from extractor.model.errors import InputError

LOST = "\ufffd"  # what decoders put in place of bytes that they cannot read
LONGEST_WORDS = 80  # characters of ten words: with fewer question marks no text comes to that share
LEAST_LOST, MOST_LOST = 3, 0.1  # words, and their share: addresses of pages have question marks too
LEAST_PIECES, MOST_PIECES = 5, 0.03  # pieces of words without a vowel, and their share: of 3,000 articles none has 0.01
LEAST_TEXT = 12  # small words tell whether a text has lost its marks: of 3,000 articles the least share with marks is 0.66
SAMPLE_CHARACTERS = SAMPLE * 20  # that tell of a text what it is
ANEW = "Scrape the page again as UTF-8."
WITH_MARKS = "Give the text with its marks: take it from the page itself, not from a copy that is made for searching."
FROM_PAGE = "Take the text from the page, or read the PDF file with another program."
OTHER = "Give the article in Vietnamese."

_REPLACED = regex_pattern(rf"[\p{{L}}\p{{N}}]{LOST}|{LOST}[\p{{L}}\p{{N}}]")
_QUESTIONED = regex_pattern(r"(?<![\w/=&?.])(?:\p{L}*\?+\s*\p{Ll}|\p{Lu}+\?+\p{Lu})")  # To?n, x? c?, HUY?N, but not: Vì sao?Vì
_BOXED = regex_pattern(r"\p{L}[□■▯�\ufffc\p{Co}]\p{Ll}")  # ph□t tri□n
_PIECE = regex_pattern(r"(?<![\d,]\s?)(?<![\p{L}\d./&'-])(?!(?:[kcm]m|[km]g|ml|kv)\b)[bcdđghklmnpqrstvx]{1,4}(?![\p{L}\d./&')-])")  # ph t tri n, but not: 5 kg, c/s, b)


def refuse_damaged(text: str, *, where: str) -> None:
    r"""An error where letters or their marks are lost: 5 h\ufffd, To?n x?, ph t tri n, 3,5 ty dong."""
    lost = _REPLACED.search(text) if LOST in text else None
    if lost:
        what = f"letters were lost before it came here: U+FFFD at character {text.index(LOST, lost.start())} of the text"
        raise InputError(what, where=where, todo=ANEW)
    if text.count("?") * LONGEST_WORDS > len(text):
        words = len(_QUESTIONED.findall(text))
        if words >= LEAST_LOST and words > MOST_LOST * len(text.split()):
            raise InputError("letters were lost before it came here: question marks stand in their place", where=where, todo=ANEW)
    sample = composed(text[:SAMPLE_CHARACTERS])
    boxes, pieces, count = len(_BOXED.findall(sample)), len(_PIECE.findall(sample)), len(sample.split())
    if boxes >= LEAST_PIECES and boxes > MOST_PIECES * count:
        raise InputError("letters were lost before it came here: boxes stand in their place", where=where, todo=FROM_PAGE)
    if pieces >= LEAST_PIECES and pieces > MOST_PIECES * count:
        raise InputError(f"letters were lost before it came here: {pieces} pieces of words without a vowel", where=where, todo=FROM_PAGE)
    _refuse_unmarked(sample, where)


def _refuse_unmarked(sample: str, where: str) -> None:
    """An error where a text is in Vietnamese without its marks, or in another language."""
    words = words_in(sample)
    small = [word for word in words if not word.isupper() and not word.istitle()]
    judged = small if len(small) >= LEAST_TEXT else words
    if share_of_marked(judged) >= LEAST_MARKED or not words:
        return
    unmarked = [word for word in words if word.isascii()]
    if is_english_text(unmarked) and len(small) >= LEAST_TEXT:
        raise InputError("in English, not in Vietnamese", where=where, todo=OTHER)
    if is_toneless(unmarked) and (len(small) >= LEAST_TEXT or len(unmarked) == len(words)):
        raise InputError("Vietnamese without its marks: nghìn and nghin, tỷ and ty are not told apart", where=where, todo=WITH_MARKS)
