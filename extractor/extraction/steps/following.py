"""The discourse followed: what holds when a sentence opens, and what it leaves to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from extractor.extraction.context import place, status
from extractor.extraction.discourse import Discourse, Paragraph, Section, SentenceView
from extractor.language.patterns import re_pattern, regex_pattern
from extractor.places.areas import may_recur, rank_of
from extractor.places.mentions import Mention, find_bare, find_districts

_HEADS_RESULTS = re_pattern(r"\W*(?:[ivx\d]+\s*[.)]\s*)?(?:kết\s+quả|tình\s+hình|đánh\s+giá)\b")
_SECTION = regex_pattern(r"\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s+(?:(?P<heading>\p{Lu}[^.;:!?]{2,80}?)\s*:?\s*$|\p{Lu})")  # 3. Kỹ thuật


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
    return replace(
        former,
        section=Section(former.section.heading, mark=former.section.mark),
        paragraph=Paragraph(view.sentence.paragraph),
    )


def located(discourse: Discourse, views: Sequence[SentenceView]) -> Discourse:
    """The discourse given its sentences, numbered, with the units that they call by their bare name, and what they say of places."""
    scene = discourse.scene
    recur = [mention for view in views for mention in view.mentions if may_recur(mention)]
    if scene.context:
        recur += [mention for view in views for mention in find_districts(view.text, scene.context)]
    names = {mention.name: mention.full_name for mention in sorted(recur, key=rank_of, reverse=True)}  # the larger one: Gia Bình
    found = []
    for at, view in enumerate(views):
        mentions = _with_known(view.text, view.mentions, names, scene.context)
        found.append(replace(view, mentions=mentions, at=at))
    places = place.whereabouts(found, scene, discourse.given.site)
    return replace(discourse, given=replace(discourse.given, views=tuple(found), places=places))


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
    found = _planning(former, view)
    if status.announces(view.low):
        found = replace(found, paragraph=replace(found.paragraph, planned=True))
    return found


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
