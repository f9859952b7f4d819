"""How a unit stands in its sentence, told by the words before it."""

from __future__ import annotations

import re

from extractor.lexicon.standings import STANDINGS

WINDOW = 60  # characters before a unit that may say how it stands
FAR = 6  # words
ASIDE = frozenset(("from", "giver", "former", "nation compared", "nation named"))  # where the figure hardly is
WEAK = frozenset(("office", "house", "example", "person", "nation where", "to", *ASIDE))  # it hardly says where
_KINDS = {word: kind for kind, words in STANDINGS.items() for word in words}
_LONGEST = max(len(word.split()) for word in _KINDS)
_MARKS = re.compile(r"[,;.:()\"“”–]|\s-\s")


def standing_of(text: str, low: str, start: int) -> str:
    """How the unit that begins there stands in a sentence, also given in lower case."""
    clause = low[max(0, start - WINDOW) : start]
    marks = [*_MARKS.finditer(clause)]
    inner = clause[marks[-1].end() :] if marks else clause
    words = inner.split()
    names = [*text[start - len(inner) : start].split(), text[start : start + 1]]
    for back in range(min(FAR, len(words))):
        end = len(words) - back
        for size in range(min(_LONGEST, end), 0, -1):
            kind = _KINDS.get(" ".join(words[end - size : end]))
            if kind == "house" and size == 1 and not names[end][:1].isupper():
                continue  # yêu cầu xã
            if kind is not None:
                return kind if back == 0 or kind in ("giver", "office", "house") else f"{kind} further off" if kind not in ("of", "to", "from", "some", "where") else "named"
    if words:
        return "named"
    if not marks:
        return "opening" if start - len(clause) <= 0 else "named"
    mark = marks[-1][0].strip()
    return "bracketed" if mark == "(" else "behind a comma" if mark == "," else "behind a mark"
