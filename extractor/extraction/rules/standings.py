"""How a unit stands in its sentence, told by the words before it."""

from __future__ import annotations

from extractor.language.patterns import re_pattern
from extractor.lexicon.standings import STANDINGS

WINDOW = 60  # characters before a unit that may say how it stands
FAR = 8  # words
ASIDE = frozenset((  # where the figure hardly is
    "from", "giver", "bracketed, giver", "behind a comma, giver", "bracketed, example", "behind a comma, example", "former", "suspect",
    "nation compared", "nation named"))
WEAK = frozenset(("office", "house", "example", "person", "nation where", "to", *ASIDE))  # it hardly says where
_KINDS = {word: kind for kind, words in STANDINGS.items() for word in words}
_LONGEST = max(len(word.split()) for word in _KINDS)
_MARKS = re_pattern(r"[,;.:()\"“”–]|\s-\s")
_BESIDE_ONLY = frozenset(("of", "to", "from", "towards", "some", "where"))  # kinds that words further off do not give
_FAR_AS_WELL = frozenset(("giver", "office", "house", "example"))
_APPOSED = {"(": "bracketed", ",": "behind a comma"}


def standing_of(text: str, low: str, start: int) -> str:
    """How the unit that begins there stands in a sentence, also given in lower case."""
    begin = max(0, start - WINDOW)
    marks = [*_MARKS.finditer(low, begin, start)]
    inner = marks[-1].end() if marks else begin
    if low[inner:start].strip():
        return _kind(text, low, inner, start) or "named"
    if not marks:
        return "opening" if begin == 0 else "named"
    mark = marks[-1]
    manner = _APPOSED.get(mark[0])
    if manner is None:
        return "behind a mark"
    of_whom = _kind(text, low, marks[-2].end() if len(marks) > 1 else begin, mark.start())
    return f"{manner}, {of_whom.removesuffix(FURTHER)}" if of_whom else manner


FURTHER = " further off"


def _kind(text: str, low: str, begin: int, end: int) -> str | None:
    """The kind of the words that stand there last, of which some may stand further off."""
    words = low[begin:end].split()
    names = [*text[begin:end].split(), text[end : end + 1]]
    for back in range(min(FAR, len(words))):
        last = len(words) - back
        for size in range(min(_LONGEST, last), 0, -1):
            kind = _KINDS.get(" ".join(words[last - size : last]))
            if kind is None or (kind == "house" and size == 1 and not names[last][:1].isupper()):
                continue  # yêu cầu xã
            if back == 0 or kind in _FAR_AS_WELL:
                return kind
            if kind not in _BESIDE_ONLY:
                return f"{kind}{FURTHER}"
    return None
