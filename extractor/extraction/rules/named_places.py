"""Numbers that are the names of roads and places, told by what stands behind them: lô 12 bàn giao, but lô 12 máy."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractor.language.patterns import one_of, regex_pattern
from extractor.lexicon.compounds import COMPOUNDS
from extractor.lexicon.levels import BELOW_PROVINCE
from extractor.lexicon.nouns import ALONE
from extractor.lexicon.numbered_places import NUMBERED_PLACES, STATES
from extractor.lexicon.units import MEASURES, MONEY
from extractor.lexicon.words import ACTIONS, NOT_A_NOUN, VERBS_OF_TWO

MEASURED = regex_pattern(r"\s*(?:%|(?:km|m|m[23²³]|km[2²]|cm|mm|ha|kg|tấn|tạ|sào|lít|triệu|tỷ|tỉ|nghìn|đồng|usd|người(?!\s+dân\b)|hộ)(?!\w))", regex.IGNORECASE)
_NAME_BEHIND = regex_pattern(
    rf"\s(?:{one_of((*BELOW_PROVINCE, 'đường', 'phố', 'ngõ', 'hẻm', 'ngách', 'khu'))}\s(?:\p{{Lu}}|\d)"
    r"|lần\slượt\b|(?:tờ\s)?bản\sđồ\b|tờ\ssố\b|(?:người\sdân|nhân\sdân|bà\scon)\b)"
)  # tổ 7 | phường Tân An; ấp 3 | người dân trồng
_COUNTED = (ALONE | frozenset(COMPOUNDS) | frozenset(MEASURES) | frozenset(MONEY)) - NOT_A_NOUN
_NAME_LIST = regex_pattern(
    rf"\b(?<!\b(?:mỗi|một)\s){one_of(NUMBERED_PLACES | {'tổ', 'đội', 'lô', 'khu'})}\s+\d{{1,3}}[A-Z]?(?:,\s*\d{{1,3}}[A-Z]?)*(?:,\s*(?:và\s+)?|\s+và\s+)$",
    regex.IGNORECASE,
)
_LONGEST_LIST = 60  # characters of a list of names before a number


def counts_something(text: str, end: int, after: Sequence[str]) -> bool:
    """Whether a unit or a plain counted noun stands behind a number, no verb: xã Hòa An 40 hộ.

    `after` are the next one, two, three syllables behind the number, which ends at `end`.
    """
    if MEASURED.match(text, end):
        return True
    if _NAME_BEHIND.match(text, end):
        return False
    return any(words in _COUNTED for words in after[:2]) and not _deed_follows(after)


def _deed_follows(after: Sequence[str]) -> bool:
    """Whether a verb stands behind a number or what roads and places suffer: lô 12 bàn giao, ấp 4 sạt lở."""
    return any(words in ACTIONS or words in VERBS_OF_TWO or words in STATES for words in after[:2])


def is_name_of_place(text: str, end: int, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a number behind a word that numbers may name (tổ, đường, ấp) is a name, though something stands behind it."""
    if _NAME_BEHIND.match(text, end) or _deed_follows(after):
        return True
    return any(words in NUMBERED_PLACES for words in before) and not counts_something(text, end, after)


def goes_on_names(text: str, start: int, end: int, after: Sequence[str]) -> bool:
    """Whether a number stands in a list of numbers that are names: quốc lộ 15, 16 và 48 bị sạt lở."""
    if text[max(0, start - 4) : start].rstrip()[-1:] not in (",", "à"):
        return False
    return bool(_NAME_LIST.search(text, max(0, start - _LONGEST_LIST), start)) and not counts_something(text, end, after)
