"""Which units of today hold the places of facts, and which of before the reform those of today hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractor.dataset.export.columns import CrosswalkRow
from extractor.model.records import Place
from extractor.places.records import former_places


def crosswalk(counts: Mapping[Place, int]) -> Iterator[CrosswalkRow]:
    """Each place with each unit that holds it today; under a unit of today also those that no fact is about."""
    places = sorted(counts, key=lambda place: (place.province or "", place.name))
    for place in places:
        yield from _held(place, counts[place])
    stated = {(place.name, place.province) for place in places}
    of_today = dict.fromkeys((place.today[0].name, place.today[0].province) for place in places if _is_of_today(place))
    for name, province in of_today:
        for former in former_places(name, province=province):
            if (former.name, former.province) not in stated:
                yield from (one for one in _held(former, 0) if (one.name, one.province) == (name, province))


def _is_of_today(place: Place) -> bool:
    """Whether a unit of today has the name and province of the place."""
    return len(place.today) == 1 and (place.today[0].name, place.today[0].province) == (place.name, place.province)


def _held(place: Place, facts: int) -> Iterator[CrosswalkRow]:
    if not place.today:
        yield CrosswalkRow(place, None, None, None, facts)
    for unit in place.today:
        yield CrosswalkRow(place, unit.name, unit.province, unit.extent, facts)
