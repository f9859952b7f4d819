"""Values and units as files of official figures write them: numbers in either writing, units in records' symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from extractor.audit.records.columns import plain
from extractor.language.numbers import read_number
from extractor.language.patterns import one_of
from extractor.lexicon.levels import UNIT_WORDS
from extractor.lexicon.numerals import HUNDRED, SCALES, SHORTHANDS
from extractor.lexicon.units import DURATIONS, MEASURES, MONEY
from extractor.model.shapes import Kind

_LEVELS = frozenset(UNIT_WORDS)
Writing = Literal["vi", "en"]  # 1.234,5 and 1,234.5
ONE, TEN = Decimal(1), Decimal(10)

_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_SIGNED = re.compile(r"(?P<sign>[+\-−–]?)(?P<digits>\d[\d.,]*)(?P<percent>%?)")
_GROUPS = {".": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+"), ",": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")}
_MARKS: dict[Writing, tuple[str, str]] = {"vi": (".", ","), "en": (",", ".")}  # what groups, what marks decimals

# English names of units, in the singular, as the project calls them.
ENGLISH: dict[str, str] = {
    "household": "hộ", "person": "người", "people": "người", "commune": "xã", "ward": "phường", "village": "thôn",
    "student": "học sinh", "pupil": "học sinh", "enterprise": "doanh nghiệp", "cooperative": "hợp tác xã",
    "worker": "lao động", "teacher": "giáo viên", "house": "nhà", "model": "mô hình", "case": "ca", "tree": "cây",
    "head": "con", "dong": "đồng", "vietnamese dong": "đồng", "hectare": "ha", "ton": "tấn", "tonne": "tấn",
    "metric ton": "tấn", "quintal": "tạ", "kilogram": "kg", "kilometre": "km", "kilometer": "km", "metre": "m",
    "meter": "m", "percent": "%", "per cent": "%", "pct": "%", "year": "năm",
}  # fmt: skip
ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9}
_SCALE_WORDS: dict[str, int] = SCALES | HUNDRED | SHORTHANDS | ENGLISH_SCALES
_SCALED = re.compile(
    rf"(?P<count>\d[\d.,]*)?\s*(?P<scales>(?:{one_of(_SCALE_WORDS)}\.?(?![^\W\d_])\s*)*)(?P<rest>.*)", re.DOTALL
)
_GLUED = re.compile(r"(?P<scale>tr|tỷ|tỉ)\.?\s?đ")  # trđ, tr.đ, tỷđ
_BEHIND = re.compile(rf"(?P<rest>.*\S)\s+(?P<scale>{one_of(ENGLISH_SCALES)})")  # VND billion


class UnitRead(NamedTuple):
    """A unit as the file names it: its kind, the symbol or noun of records, what one of it is in that, and its base."""

    kind: Kind
    unit: str
    factor: Decimal = ONE
    per: str | None = None


class Amount(NamedTuple):
    """A value, and the size of the last figure written: 12,5 has 0,1."""

    value: Decimal
    step: Decimal


def writing_of(values: Iterable[str]) -> Writing | None:
    """How the values of a column are written, by those that can be written in one way only; None where they differ."""
    told = {way for value in values if (way := _told(_bare(value)))}
    return told.pop() if len(told) == 1 else None


def amount_of(written: str, writing: Writing | None) -> Amount | None:
    """The amount that a cell says; None where it says none, or where its one mark may group or part (1.234)."""
    match = _SIGNED.fullmatch(_bare(written))
    if match is None:
        value = read_number(written)  # 1,2 triệu; hai mươi mốt
        return None if value is None else Amount(value, ONE)
    digits = match["digits"]
    if not ("." in digits or "," in digits):
        writing = writing or "vi"
    elif (own := _told(match[0])) is not None:
        writing = own
    if writing is None:
        return None
    group, mark = _MARKS[writing]
    whole, _, fraction = digits.partition(mark)
    if (group in whole and not _GROUPS[group].fullmatch(whole)) or group in fraction or mark in fraction:
        return None
    if digits.endswith(mark):
        return None
    value = Decimal(whole.replace(group, "") + (f".{fraction}" if fraction else ""))
    return Amount(-value if match["sign"] in ("-", "−", "–") else value, TEN ** -len(fraction))


def typed_amount(value: Decimal) -> Amount:
    """The amount of a cell that is a number by its type."""
    exponent = value.normalize().as_tuple().exponent
    return Amount(value, TEN ** min(exponent, 0) if isinstance(exponent, int) else ONE)


def is_undecided(written: str) -> bool:
    """Whether a value may be read in two ways: 1.234."""
    bare = _bare(written)
    return _SIGNED.fullmatch(bare) is not None and amount_of(bare, None) is None and amount_of(bare, "vi") is not None


def _bare(written: str) -> str:
    return _BLANKS.sub("", written)


def _told(value: str) -> Writing | None:
    """How a value must be written; None where both are possible, or it is no number."""
    match = _SIGNED.fullmatch(value)
    if match is None:
        return None
    digits = match["digits"]
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return None
    if len(set(marks)) == 2:
        return "vi" if marks[-1] == "," else "en"
    mark = marks[0]
    if len(marks) > 1:
        return "vi" if mark == "." else "en"
    if _GROUPS[mark].fullmatch(digits):
        return None
    return "vi" if mark == "," else "en"


@lru_cache(maxsize=4096)
def unit_of(written: str) -> UnitRead:
    """The unit that a cell names: tỷ đồng, 1.000 ha, triệu đồng/người/năm, nghìn lượt người, billion VND."""
    head, *bases = (part.strip() for part in " ".join(written.split()).replace("bình quân", "").split("/"))
    per = "/".join(base for base in bases if base) or None
    if {head.lower(), *(base.lower() for base in bases)} <= _LEVELS:  # xã/phường: one or the other
        return UnitRead("count", " ".join((head, *bases)).lower())
    if (whole := _looked_up(written)) is not None:  # km/h
        return whole
    factor, rest = _scale(head)
    found = _looked_up(rest)
    if found is None and not rest and factor != ONE:  # tỷ, triệu: of money
        found = UnitRead("money", "VND")
    if found is None:
        return UnitRead("count", _noun(rest), factor, per)
    return found._replace(factor=factor * found.factor, per=per)


def _looked_up(written: str) -> UnitRead | None:
    low = written.lower().rstrip(".")
    low = ENGLISH.get(_singular(low), low)
    if low in MEASURES:
        unit = MEASURES[low]
        return UnitRead(unit.kind, unit.symbol, unit.factor)
    if low in MONEY:
        return UnitRead("money", MONEY[low])
    return UnitRead("duration", low) if low in DURATIONS else None


def _noun(rest: str) -> str:
    low = rest.lower()
    return ENGLISH.get(_singular(low), low)


def _singular(word: str) -> str:
    """An English word without the ending of its plural, where the table knows it so."""
    spelled = plain(word)
    short = (spelled, spelled.removesuffix("s"), spelled.removesuffix("es"))
    return next((one for one in short if one in ENGLISH and spelled == word.lower()), word)


def _scale(head: str) -> tuple[Decimal, str]:
    """The factor that stands in a unit, and the unit without it: nghìn tấn, 1.000 ha, VND billion."""
    low = head.lower()
    if glued := _GLUED.fullmatch(low):
        return Decimal(_SCALE_WORDS[glued["scale"]]), "đồng"
    if behind := _BEHIND.fullmatch(low):
        return Decimal(ENGLISH_SCALES[behind["scale"]]), head[: behind.end("rest")]
    match = _SCALED.fullmatch(low)
    if match is None:
        return ONE, head
    factor = Decimal(re.sub(r"[.,]", "", match["count"])) if match["count"] else ONE  # of a unit: always a whole number
    for word in re.findall(one_of(_SCALE_WORDS), match["scales"]):
        factor *= _SCALE_WORDS[word]
    return factor, head[match.start("rest") :].strip()
