"""The scene of a text: the unit that its sentences bring in or turn back from, and the site of what it tells of."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.language.patterns import one_of
from extractor.lexicon.levels import COMMUNE_LEVELS, HAMLETS, LEVELS
from extractor.lexicon.phrases import GOING_ON
from extractor.model.records import Place
from extractor.places.areas import (
    LEVEL_WORD,
    LINK,
    WHERE,
    WHOLE,
    Scene,
    group_of,
    nested,
    place_in,
    rank_of,
)
from extractor.places.gazetteer import province_named
from extractor.places.mentions import Mention

_SUMS_UP = re.compile(r"[\s\"+\-]*(?:tổng\s+cộng|tính\s+chung|tổng\s+số|cộng\s+lại|như\s+vậy)\b")
ANAPHORS = re.compile(rf"[\s\"+\-]*{one_of(GOING_ON)}\b")
HEAD = 12  # characters: a bare name there is what the sentence goes on about
_LIVES = re.compile(r"\b(?:trú|ngụ|quê|nhà\s+ở|sinh\s+sống|hộ\s+khẩu|quê\s+quán|người)\s*(?:tại|ở|:)?\s+(?:[^;.:()]{0,25},\s*)?$")
_RESIDES = re.compile(r"\b(?:ông|bà|anh|chị|hộ|gia\s+đình|nông\s+dân)\s+[^;.:()]{2,40}\(?[^;.:()]{0,20}\b(?:trú|ngụ|ở|nông\s+dân)\s*(?:tại)?\s+$")
_OF_POLICE = re.compile(r"\b(?:bị\s+can|bị\s+cáo|đối\s+tượng|nghi\s+phạm|nghi\s+can|tài\s+xế|lái\s+xe|điều\s+khiển|khởi\s+tố|bắt(?!\s+đầu\b)|tạm\s+gi(?:am|ữ)|xử\s+phạt|nạn\s+nhân|tử\s+vong|người\s+chết|cướp|trộm|giết|công\s+an|tòa\s+án|tai\s+nạn|mất\s+tích)\b")
_ASIDE = re.compile(rf"{_LIVES.pattern}|\bnhư\s+(?:ở|tại)\b[^;.]*$")  # where somebody lives, and examples


def may_recur(mention: Mention) -> bool:
    """Whether a text may call a unit by its bare name later on: a known district, or a commune of two syllables."""
    if not mention.known or mention.level not in LEVELS or province_named(mention.full_name) is not None:
        return False
    return 2 in LEVELS[mention.level or ""] or (mention.level in COMMUNE_LEVELS and " " in mention.name)


def incident_place(opening: Sequence[tuple[str, str, Sequence[Mention]]], scene: Scene) -> Place | None:
    """The unit of what an article tells of: the only commune, else the only district, that its opening sentences place it in.

    Each sentence comes as it stands, in lower case, and with the units that it mentions.
    """
    for rank in (3, 2):
        named: dict[tuple[str | None, str], Mention] = {}
        placed = False
        for text, low, mentions in opening:
            for at, mention in enumerate(mentions):
                if (
                    mention.level in LEVELS
                    and not mention.former
                    and rank_of(mention) == rank
                    and not _ASIDE.search(low, max(0, mention.start - 60), mention.start)
                ):
                    named[mention.level, mention.name] = mention
                    placed = placed or _is_placed(mentions, at, text)
        if len(named) == 1 and placed and scene.home and 0 < rank_of(scene.home) < rank:
            mention = next(iter(named.values()))
            return place_in(mention.name, mention.level, scene)
    return None


def _is_placed(mentions: Sequence[Mention], at: int, text: str) -> bool:
    """Whether a mention says where: it comes with what it lies in, and a district also with what lies in it."""
    mention = mentions[at]
    if mention.group is None and at + 1 < len(mentions) and nested(mention, mentions[at + 1], text):
        return True
    return rank_of(mention) == 2 and at > 0 and nested(mentions[at - 1], mention, text)


def introduces(low: str, locating: Sequence[Mention], scene: Scene) -> Place | None:
    """The unit that a sentence brings in for the sentences behind it: the only commune, or the only smaller unit, it names.

    Where somebody lives brings in nothing. `low` is the sentence in lower case.
    """
    units = [
        m
        for m in locating
        if m.level in LEVELS
        and (not m.bare or m.start < HEAD or rank_of(m) == 1)
        and not _LIVES.search(low, max(0, m.start - 40), m.start)
    ]
    if not units:
        return None
    lowest = max(rank_of(m) for m in units)
    smallest = {(m.level, m.name) for m in units if rank_of(m) == lowest}
    if len(smallest) != 1 or (scene.home and lowest < rank_of(scene.home)):
        return None
    level, name = next(iter(smallest))
    unit = place_in(name, level, scene)
    return None if scene.home and unit.name == scene.home.name else unit


def farm_of(low: str, text: str, mentions: Sequence[Mention], scene: Scene) -> Place | None:
    """The commune of a person whom a sentence brings in with it, whose farm or shop is spoken of: ông Minh (trú xã An Hòa).

    None where the sentence is of a crime or an accident, which is elsewhere.
    """
    if scene.home is None or _OF_POLICE.search(low):
        return None
    for mention in mentions:
        unit = group_of(mention, mentions, text)[0]
        if unit.level in COMMUNE_LEVELS and _RESIDES.search(low, max(0, mention.start - 60), mention.start):
            return place_in(unit.name, unit.level, scene)
    return None


def leaves(text: str, low: str, mentions: Sequence[Mention], scene: Scene) -> bool:
    """Whether a sentence turns back from the unit brought in: it names the article's own, or speaks of a whole."""
    if _SUMS_UP.match(low) or (LEVEL_WORD.search(text) and WHOLE.search(low)):
        return True
    mentioned = [m for at, m in enumerate(mentions) if not (at and nested(mentions[at - 1], m, text))]  # not what holds others
    own = scene.home is not None and any(m.full_name == scene.home.name for m in mentioned)
    return own or len({m.name for m in mentioned}) > 1


def updated(scene: Scene, text: str, low: str, mentions: Sequence[Mention]) -> Scene:
    """The scene with the unit of each level that a sentence names last, and the commune of each village: tổ dân phố 1, thị trấn Đồng Xanh."""
    named: dict[str, Place] = {}
    villages: dict[str, Place] = {}
    for mention in mentions:
        if (
            mention.level
            and mention.level in LEVELS
            and not mention.former
            and not _LIVES.search(low, max(0, mention.start - 40), mention.start)
        ):
            named[mention.level] = place_in(mention.name, mention.level, scene)
    for inner, outer in pairwise(mentions):
        if inner.level in HAMLETS and outer.level in COMMUNE_LEVELS and LINK.fullmatch(text, inner.end, outer.start):
            villages[inner.name] = place_in(outer.name, outer.level, scene)
    if named.items() <= scene.named.items() and villages.items() <= scene.villages.items():
        return scene
    return replace(scene, named={**scene.named, **named}, villages={**scene.villages, **villages})


def event_place(text: str, low: str, mentions: Sequence[Mention], scene: Scene) -> Place | None:
    """The commune where the lead's event takes place: có mặt tại xóm Đồi Chè, xã An Hòa; None if it names no one."""
    located = [m for m in mentions if not m.former and WHERE.search(low, max(0, m.start - 20), m.start)]
    for mention in located:
        if _LIVES.search(low, max(0, mention.start - 40), mention.start):
            continue
        unit = group_of(mention, mentions, text)[0]
        if (
            unit.level in COMMUNE_LEVELS
            and mention.group is None
            and scene.home
            and rank_of(scene.home) < rank_of(unit)
        ):
            return place_in(unit.name, unit.level, scene)
    return None
