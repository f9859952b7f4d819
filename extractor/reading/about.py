"""The place that an article is about: from its title, its lead, its first paragraphs and the site that carries it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import regex

from extractor.lexicon.gazetteer import LEVELS
from extractor.lexicon.placing import place_record
from extractor.lexicon.places import Mention, find_bare, find_places, province_named
from extractor.reading.furniture import Layout
from extractor.records import Place

IN_TITLE, IN_LEAD, IN_BODY, ON_SITE = 6, 4, 1, 3
AS_CONTEXT = 0.25  # the province behind a district: huyện Yên Bình, tỉnh Yên Bái
BODY_LENGTH = 3000  # what an article is about is said early
MOST_BODY = 4  # further mentions of one place add nothing
RANK_WEIGHT = {1: 0.8, 2: 1.3, 3: 1.0}

_WITHIN = regex.compile(r"[\s,(\-–]+(?:thuộc\s+|của\s+)?$")


def place_of(text: str, title: str | None, page: Layout, published: str | None) -> Place | None:
    """The administrative unit that the article is about, with its province; None where nothing says it."""
    scores: Counter[tuple[str, str]] = Counter()
    parts = _parts(text, title, page)
    mentions = [(weight, part, find_places(part)) for weight, part in parts if part]
    for weight, part, found in mentions:
        _score(scores, part, found, weight)
    names = {name: (level, name) for level, name in scores}
    if title:
        for bare in find_bare(title, names):
            key = names.get(bare.name)
            if key:
                scores[key] += IN_TITLE
    if not scores:
        return None
    when = date.fromisoformat(published[:10]) if published else None
    level, name = max(scores, key=lambda key: (scores[key] * _rank_weight(*key), key))
    return place_record(name, level, when=when, context=_context(mentions))


def _rank_weight(level: str, name: str) -> float:
    """How much a unit of that rank is what an article is about: districts most, then communes, then provinces."""
    ranks = LEVELS[level]
    province = ranks == (1,) or (1 in ranks and province_named(f"{level} {name}") is not None)
    return RANK_WEIGHT[1 if province else ranks[-1]]


def _parts(text: str, title: str | None, page: Layout) -> list[tuple[float, str]]:
    """The article's parts with their weight."""
    lead = text[page.lead[0] : page.lead[1]] if page.lead else ""
    start = page.lead[1] if page.lead else 0
    end = next((first for first, _ in page.furniture if first > start + 400), start + BODY_LENGTH)
    return [(IN_TITLE, title or ""), (IN_LEAD, lead), (IN_BODY, text[start : min(end, start + BODY_LENGTH)]), (ON_SITE, page.site or "")]


def _score(scores: Counter[tuple[str, str]], part: str, found: tuple[Mention, ...], weight: float) -> None:
    """Adds a part's mentions to the scores: each place counts once in a title, lead or site, up to a limit in the body."""
    seen: Counter[tuple[str, str]] = Counter()
    previous: Mention | None = None
    for mention in found:
        if mention.level is None or mention.level not in LEVELS:
            previous = mention
            continue
        ranks = LEVELS[mention.level]
        above = previous is not None and bool(_WITHIN.fullmatch(part[previous.end : mention.start]))
        factor = AS_CONTEXT if above and 1 in ranks else 1.0
        if mention.group is not None and sum(m.group == mention.group for m in found) > 1:
            factor = AS_CONTEXT
        key = (mention.level, mention.name)
        seen[key] += 1
        if seen[key] == 1 or (weight == IN_BODY and seen[key] <= MOST_BODY):
            scores[key] += weight * factor  # type: ignore[assignment]
        previous = mention


def _context(mentions: list[tuple[float, str, tuple[Mention, ...]]]) -> str | None:
    """The province that the article names, to tell homonyms apart; None where it names several or none."""
    named = Counter(m.full_name for _, _, found in mentions for m in found if m.level and 1 in LEVELS.get(m.level, ()))
    if not named:
        return None
    (best, count), *rest = named.most_common(2)
    return best if not rest or rest[0][1] < count else None

