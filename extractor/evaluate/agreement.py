"""Whether what was found agrees with the gold, field by field; spelling, case and names of units do not count,
and neither does how a period is written that covers the same days."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from unicodedata import normalize

import regex

from extractor.evaluate.statements import ComparedFigure
from extractor.language.likeness import ALIKE, shared
from extractor.language.patterns import one_of
from extractor.language.tones import new_tones
from extractor.lexicon.levels import UNIT_WORDS
from extractor.model.edtf import days_of

ALWAYS = ("kind", "modifier", "unit", "item", "total", "per", "change", "status", "place", "period")
WHERE_GIVEN = ("action", "category")  # not every gold file has them
SAME_NUMBER = Decimal("1e-9")  # relative

UNITS = {
    "tấn": "t", "héc ta": "ha", "hecta": "ha", "đồng": "vnd", "vnđ": "vnd", "m²": "m2", "mét vuông": "m2", "m³": "m3",
    "mét khối": "m3", "phần trăm": "%", "ki-lô-mét": "km", "cây số": "km", "mét": "m",
}  # fmt: skip
PLACES = dict.fromkeys(("tp hcm", "tphcm", "hcm", "tp hồ chí minh"), "hồ chí minh")
_MARKS = regex.compile(r"[\"'“”‘’().,;:]")
_LEVEL = regex.compile(rf"^{one_of((*UNIT_WORDS, 'tp', 'tp.'))}\s+")


def same_value(gold: ComparedFigure, found: ComparedFigure) -> bool:
    """Whether both state the same number, or the same range."""
    return all(map(_same_number, (gold.value, gold.low, gold.high), (found.value, found.low, found.high)))


def agrees(field: str, gold: ComparedFigure, found: ComparedFigure) -> bool:
    """Whether a field of a figure found is right."""
    if field == "total":
        return _same_number(gold.total, found.total)
    wanted, got = gold.worded[field], found.worded[field]
    match field:
        case "unit":
            return _same_unit(_unit(wanted), _unit(got))
        case "per":
            return _unit(wanted) == _unit(got)
        case "place":
            return _place(wanted) == _place(got)
        case "period":
            return wanted == got or bool(wanted and got and days_of(wanted) == days_of(got))
        case "item":
            return _shared(wanted or gold.worded["unit"], got or found.worded["unit"]) >= ALIKE
        case "action" | "category":
            return _shared(wanted, got) >= ALIKE
    return wanted == got


def _same_number(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SAME_NUMBER * max(abs(one), abs(other))


def _plain(words: str | None) -> str:
    """The words in one spelling: NFC, lower case, new tone marks, without punctuation."""
    text = normalize("NFC", words or "").lower().replace("ð", "đ")
    return " ".join(_MARKS.sub(" ", new_tones(text)).split())


def _unit(words: str | None) -> str:
    text = _plain(words)
    return UNITS.get(text, text)


def _same_unit(wanted: str, got: str) -> bool:
    """Equal, or one the head of the other: lượt and lượt người."""
    return wanted == got or (bool(got) and wanted.startswith(f"{got} ")) or got.startswith(f"{wanted} ")


def _place(name: str | None) -> str:
    """A place's name without its level and without what holds it."""
    text = _LEVEL.sub("", _plain((name or "").split(",")[0]))
    return PLACES.get(text, text)


def _shared(one: str | None, other: str | None) -> float:
    """F1 of the words that two phrases share, in one spelling."""
    return shared(Counter(_plain(one).split()), Counter(_plain(other).split()))
