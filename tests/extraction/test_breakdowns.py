"""Places that numbers are given to, former units and the places of sites: the example tables of their rules."""

from __future__ import annotations

import re

import pytest

from extractor.extraction.rules import breakdowns
from extractor.places import former, sites
from extractor.places.mentions import find_places


@pytest.mark.parametrize(("text", "parts"), breakdowns.EXAMPLES)
def test_bare_parts(text: str, parts: tuple[str, ...]) -> None:
    starts = [match.start() for match in re.finditer(r"(?<![\d.,])\d+", text)]
    found = [start for start in starts if breakdowns.is_part(text, start)]
    assert tuple(re.findall(r"\d+", text[start:])[0] for start in found) == parts


@pytest.mark.parametrize(("text", "units"), former.EXAMPLES)
def test_former_units(text: str, units: tuple[str, ...]) -> None:
    assert tuple(mention.full_name for mention in find_places(text) if mention.former) == units


@pytest.mark.parametrize(("url", "province", "district"), sites.EXAMPLES)
def test_site(url: str, province: str | None, district: str | None) -> None:
    site = sites.site_of(url)
    found = (site.province.full_name, site.district.full_name if site.district else None) if site else (None, None)
    assert found == (province, district)
