"""Where tone marks stand: the older placing (hoà) and the newer one (hòa)."""

from __future__ import annotations

import regex

from extractor.language.patterns import re_pattern, regex_pattern

# Old places of the tone mark and the new: open syllables with o, u before the vowel.
TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
         "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}  # fmt: skip
_OLD_TONE = regex_pattern(r"(?<![qQ])(?:" + "|".join(TONES) + r")(?![\w])", regex.IGNORECASE)
# The stdlib's re, as here every character is looked at and only its searches for one of a set are fast.
_MAYBE_OLD_TONE = re_pattern(f"[{''.join(one + one.upper() for one in sorted({old[1] for old in TONES}))}](?![a-zA-Z])(?<=[oOuU].)")


def new_tones(text: str) -> str:
    """The text with tone marks where the new spelling puts them; as long as before."""
    pieces: list[str] = []
    at = 0
    for maybe in _MAYBE_OLD_TONE.finditer(text):
        match = _OLD_TONE.match(text, maybe.start() - 1)
        if match:
            old = match[0]
            new = TONES[old.lower()]
            pieces += (
                text[at : match.start()],
                *(b.upper() if a.isupper() else b for a, b in zip(old, new, strict=True)),
            )
            at = match.end()
    return "".join((*pieces, text[at:])) if pieces else text


def old_tones(text: str) -> str:
    """A text in lower case with tone marks where the older spelling puts them."""
    return _NEW_TONE.sub(lambda match: _OLD[match[0]], text)


_OLD = {new: old for old, new in TONES.items()}
_NEW_TONE = re_pattern(rf"(?<!q)(?:{'|'.join(_OLD)})(?!\w)")
