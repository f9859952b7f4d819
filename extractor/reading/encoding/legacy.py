"""The encodings that Vietnamese had before Unicode, as tables: TCVN3 (ABC), one byte a letter, and VNI, a letter and a mark."""

from __future__ import annotations

from extractor.language.patterns import one_of, regex_pattern

# TCVN 5712:1993, VN3: the letters in the order of their bytes; what is missing is no letter.
_TCVN3_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ", 0xDC: "ĩíịò", 0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip
TCVN3 = {chr(start + at): letter for start, run in _TCVN3_RUNS.items() for at, letter in enumerate(run)}

_TO_UNICODE = {ord(look): letter for look, letter in TCVN3.items()}

# VNI for Windows: the mark follows its letter. Rows: plain vowel, its five tones; ̀ ́ ̉ ̃ ̣
_VNI_MARKS = "øùûõï"
_VNI_HAT, _VNI_BREVE = "âàáåãä", "êèéúüë"  # â alone, then with its five tones; ă alone, then with its five
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_TONED = {"a": "àáảãạ", "e": "èéẻẽẹ", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹỵ", "ô": "ờớởỡợ", "ö": "ừứửữự"}
_HATTED = {"a": "âầấẩẫậ", "e": "êềếểễệ", "o": "ôồốổỗộ"}


def _vni() -> dict[str, str]:
    """Each letter of VNI, as the Latin-1 characters that its bytes look like, to the Vietnamese letter."""
    table = dict(_VNI_ALONE)
    for base, letters in _TONED.items():
        table |= {base + mark: letter for mark, letter in zip(_VNI_MARKS, letters, strict=True)}
    for base, letters in _HATTED.items():
        table |= {base + mark: letter for mark, letter in zip(_VNI_HAT, letters, strict=True)}
    table |= {"a" + mark: letter for mark, letter in zip(_VNI_BREVE, "ăằắẳẵặ", strict=True)}
    for old, new in list(table.items()):
        table |= {old.upper(): new.upper(), old[0].upper() + old[1:]: new.upper()}
    return table


VNI = _vni()
_VNI_LETTER = regex_pattern(one_of(VNI))


_WORD = regex_pattern(r"\p{L}+")
_OPENS = regex_pattern(r"(?<=[.!?…][\"”»)]*\s+[\"“«(]*)\p{Ll}(?<![a-z])")  # behind a sentence: a small letter with a mark
LEAST_CAPITALS = 4  # ASCII letters of a line, none of them small: shorter ones are abbreviations


def from_tcvn3(text: str) -> str:
    """The text of characters that TCVN3 bytes look like as Latin-1, in Unicode.

    The capitals of the font .VnTimeH are small letters of the encoding: HUYÖN is HUYỆN. They are made capitals in words
    and lines of capitals and where a sentence begins; elsewhere nothing tells them (Ên Thi is ấn Thi).
    """
    lines = zip(text.translate(_TO_UNICODE).split("\n"), text.split("\n"), strict=True)
    return _OPENS.sub(lambda letter: letter[0].upper(), "\n".join(_with_capitals(line, before) for line, before in lines))


def _with_capitals(line: str, before: str) -> str:
    """A line with the capitals that its ASCII letters show it has."""
    if _is_capital(before, LEAST_CAPITALS):
        return line.upper()
    return _WORD.sub(lambda word: word[0].upper() if _is_capital(before[word.start() : word.end()], 2) else word[0], line)


def _is_capital(before: str, least: int) -> bool:
    """Whether all ASCII letters are capitals, and there are enough of them to tell."""
    plain = [letter for letter in before if letter.isascii() and letter.isalpha()]
    return len(plain) >= least and all(letter.isupper() for letter in plain)


def from_vni(text: str) -> str:
    """The text of characters that VNI bytes look like as Latin-1, in Unicode."""
    return _VNI_LETTER.sub(lambda match: VNI[match[0]], text)


LEGACY = {"tcvn3": from_tcvn3, "vni": from_vni}
