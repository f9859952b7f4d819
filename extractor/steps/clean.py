"""Clean text: one way to write each character, with the way back to the article's own."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

import regex

from extractor.shapes import CleanText

# One character for one: the offsets stay.
SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ", "\t": " ",
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-",
        "Ð": "Đ", "ð": "đ",  # U+00D0, the Icelandic letter that old keyboards give for Đ
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"', "‘": "'", "’": "'", "‚": "'", "′": "'", "`": "'",
        "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\v": "\n", "\f": "\n", "\x00": " ",
        "：": ":", "；": ";", "，": ",", "％": "%", "（": "(", "）": ")",
    }
)  # fmt: skip
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"

# Old places of the tone mark (hoà) and the new (hòa): open syllables with o, u before the vowel.
TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
         "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}  # fmt: skip
_OLD_TONE = regex.compile(r"(?<![qQ])(?:" + "|".join(TONES) + r")(?![\w])", regex.IGNORECASE)
_ODD = regex.compile(rf"[{INVISIBLE}]|\P{{M}}\p{{M}}+|\p{{M}}+|[\u0340-\u0345\u0374\u037e\u0387\u1f71-\u1fff\u2126\u212a\u212b\uac00-\ud7a3\u1100-\u11ff\uf900-\ufaff]+")
_INVISIBLE = regex.compile(f"[{INVISIBLE}]")


def _new_tone(match: regex.Match[str]) -> str:
    old = match[0]
    new = TONES[old.lower()]
    return "".join(b.upper() if a.isupper() else b for a, b in zip(old, new, strict=True))


def new_tones(text: str) -> str:
    """The text with tone marks where the new spelling puts them; as long as before."""
    return _OLD_TONE.sub(_new_tone, text)


def clean(text: str) -> CleanText:
    """The text in NFC with plain spaces, dashes, quotes, Đ and new tone marks, and the way back to `text`.

    >>> clean("Ðất hoà").text
    'Đất hòa'
    """
    if is_normalized("NFC", text) and not _INVISIBLE.search(text):
        return CleanText(new_tones(text.translate(SAME_LENGTH)))
    pieces: list[str] = []
    back: list[int] = []
    at = 0
    for match in _ODD.finditer(text):
        pieces.append(text[at : match.start()])
        back.extend(range(at, match.start()))
        piece = normalize("NFC", _INVISIBLE.sub("", match[0]))
        pieces.append(piece)
        back.extend([match.start()] * len(piece))
        at = match.end()
    pieces.append(text[at:])
    back.extend(range(at, len(text) + 1))
    return CleanText(new_tones("".join(pieces).translate(SAME_LENGTH)), tuple(back))
