"""The discourse followed: what holds when a sentence opens, and what it leaves to the next."""

from __future__ import annotations

import re  # several times faster than regex for patterns of plain words in lower-case text
from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from extractor.extraction.context import focus, parts, status
from extractor.extraction.discourse import Discourse, Paragraph, Section, SentenceView
from extractor.extraction.rules import locatives
from extractor.model.records import Place
from extractor.places.areas import Scene
from extractor.places.mentions import Mention, find_bare, find_districts
from extractor.places.records import NATION

_HEADS_RESULTS = re.compile(r"\W*(?:[ivx\d]+\s*[.)]\s*)?(?:kết\s+quả|tình\s+hình|đánh\s+giá)\b")
_SECTION = regex.compile(r"\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s+(?:(?P<heading>\p{Lu}[^.;:!?]{2,80}?)\s*:?\s*$|\p{Lu})")  # 3. Kỹ thuật
FARM_LINES = 6  # lines of one sentence that the story of a person's farm mostly goes on
HEAD = 25  # characters: a sentence that opens with a place goes on about it


def opened(former: Discourse, view: SentenceView) -> Discourse:
    """What holds when a sentence opens: without what held only for the paragraph before; a list keeps what its opening line announced."""
    sentence, low = view.sentence, view.low
    found = former
    if sentence.paragraph != former.paragraph.number:
        if sentence.listed or (former.section.planned and status.may_be_item(low)):
            found = replace(former, paragraph=replace(former.paragraph, number=sentence.paragraph))
        else:
            found = _new_paragraph(former, view)
    planned = status.plans(low) or (found.paragraph.planned and sentence.cell is None)
    if planned != found.paragraph.planned:
        found = replace(found, paragraph=replace(found.paragraph, planned=planned))
    if heading := _SECTION.match(view.text):
        found = replace(found, section=replace(found.section, heading=heading["heading"] or ""))
    return found


def _new_paragraph(former: Discourse, view: SentenceView) -> Discourse:
    """The discourse at the first sentence of a paragraph."""
    stays = (former.given.one_a_line and former.lines_left > 0) or focus.ANAPHORS.match(view.low)
    return replace(
        former,
        section=Section(former.section.heading, mark=former.section.mark),
        paragraph=Paragraph(view.sentence.paragraph),
        scene=former.scene if stays else replace(former.scene, introduced=former.given.introduced),
        listing=False,
        lines_left=former.lines_left - 1,
    )


def located(discourse: Discourse, views: Sequence[SentenceView]) -> Discourse:
    """The discourse given its sentences, numbered, with the units that they call by their bare name.

    Each also gets those of its units that say where.
    """
    scene = discourse.scene
    names: dict[str, str] = {}  # of units that the text has named with their level
    found = []
    for at, view in enumerate(views):
        mentions = _with_known(view.text, view.mentions, names, scene.context)
        locating = tuple(locatives.find_locating(view.text, view.low, mentions, scene)) if mentions else ()
        names |= {mention.name: mention.full_name for mention in mentions if focus.may_recur(mention)}
        found.append(replace(view, mentions=mentions, locating=locating, at=at))
    return replace(discourse, given=replace(discourse.given, views=tuple(found)))


def _with_known(
    text: str, mentions: tuple[Mention, ...], names: Mapping[str, str], province: str | None
) -> tuple[Mention, ...]:
    """The mentions with those of units that the text named before and now calls by their bare name: Tại Chương Mỹ, lũ …"""
    again = [full for name, full in names.items() if name in text]
    found = (
        *(find_bare(text, again) if again else ()),
        *(find_districts(text, province) if province else ()),
    )
    bare: list[Mention] = []
    for mention in found:
        if not any(other.start < mention.end and mention.start < other.end for other in (*mentions, *bare)):
            bare.append(mention)
    return tuple(sorted((*mentions, *bare), key=lambda mention: mention.start)) if bare else mentions


def followed(former: Discourse, view: SentenceView) -> Discourse:
    """What a sentence leaves to the next; what a cell of a table says holds for no other."""
    if view.sentence.cell:
        return former
    found = _planning(_placed(former, view), view)
    if status.announces(view.low):
        found = replace(found, paragraph=replace(found.paragraph, planned=True))
    if view.quantities and not view.sentence.listed:
        found = replace(found, listing=parts.announces_parts(view.low))
    return found


def _placed(former: Discourse, view: SentenceView) -> Discourse:
    """The discourse with the unit that a sentence brings in, or without the one that it turns back from."""
    sentence, text, low, mentions = view.sentence, view.text, view.low, view.mentions
    if sentence.role == "title":
        return former
    scene = focus.updated(former.scene, text, low, mentions) if mentions else former.scene
    introduced = focus.introduces(low, view.locating, scene) if view.locating else None
    farm = focus.farm_of(low, text, mentions, scene) if mentions and not introduced else None
    national = scene.home is not None and scene.home.name == NATION.name
    if farm:
        return replace(former, scene=replace(scene, introduced=farm), lines_left=FARM_LINES)
    if introduced and not (sentence.listed or (national and not (view.quantities or mentions[0].start < HEAD))):
        return replace(former, scene=replace(scene, introduced=introduced), lines_left=1)
    if _turns_back(view, scene, scene.introduced or former.given.introduced):
        scene = replace(scene, introduced=None)
    return former if scene is former.scene else replace(former, scene=scene)


def _turns_back(view: SentenceView, scene: Scene, unit: Place | None) -> bool:
    """Whether a sentence leaves the unit brought in; not where it names it with what holds it: xã Minh Tân, huyện …"""
    if unit is None or any(mention.full_name == unit.name for mention in view.mentions):
        return False
    return focus.leaves(view.text, view.low, view.mentions, scene)


def _planning(former: Discourse, view: SentenceView) -> Discourse:
    """The discourse with the plans that a heading opens or ends."""
    low, section = view.low, former.section
    if not _is_heading(view):
        return former
    if status.heads_plans(low):
        section = replace(section, planned=True, mark=status.mark_of(low))
    elif _HEADS_RESULTS.match(low) or (section.mark and status.mark_of(low) == section.mark):
        section = replace(section, planned=False)
    else:
        return former
    return replace(former, section=section, paragraph=replace(former.paragraph, planned=section.planned))


def _is_heading(view: SentenceView) -> bool:
    return not view.quantities and status.is_heading(view.low)
