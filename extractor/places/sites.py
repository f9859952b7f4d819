"""Where a site is from, by its address: lucngan.bacgiang.gov.vn is that of huyện Lục Ngạn, tỉnh Bắc Giang."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from extractor.language.patterns import re_pattern
from extractor.lexicon.levels import DISTRICT
from extractor.places.gazetteer import PROVINCE_ALIASES, AdminUnit, all_units, provinces

_BEFORE = re_pattern(r"^(?:bao|dai|ubnd|ptth|dptth|truyenhinh|huyen|thixa|thanhpho|thitran|quan|tp|tx|xa|phuong)(?=\w{3})")
_AFTER = re_pattern(r"(?<=\w{3})(?:tv|news|online|city|portal|moi|province)$")
_OFFICIAL = (".gov.vn", ".chinhphu.vn")


class Site(NamedTuple):
    """The province that a site is from, and the district where it is a district's; `official`: a portal of the state."""

    province: AdminUnit
    district: AdminUnit | None
    official: bool


@lru_cache(maxsize=512)
def site_of(url: str | None) -> Site | None:
    """The place that the address of a site names; None where it names none."""
    try:
        host = (urlsplit(url if url and "//" in url else f"//{url or ''}").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    labels = [label.replace("-", "") for label in host.split(".")[:-1]]
    for at in range(len(labels) - 1, -1, -1):
        if province := _named(labels[at], _provinces()):
            district = _named(labels[at - 1], _districts(province.full_name)) if at else None
            return Site(province, district, host.endswith(_OFFICIAL))
    return None


def _named(label: str, units: Mapping[str, AdminUnit]) -> AdminUnit | None:
    """The unit that a label of an address names, less what stands around names there: baobacgiang, nghiloc, ubndvinh."""
    forms = (label, _BEFORE.sub("", label), _AFTER.sub("", label), _AFTER.sub("", _BEFORE.sub("", label)))
    return next((units[form] for form in forms if form in units), None)


def _plain(name: str) -> str:
    """The name as addresses write it: letters only, without marks."""
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(char for char in letters if char.isascii() and char.isalnum())


@cache
def _provinces() -> dict[str, AdminUnit]:
    """The provinces by their names in addresses; those of before the reform first, which keep their sites' names."""
    found: dict[str, AdminUnit] = {}
    for unit in sorted(provinces(), key=lambda unit: unit.era == "after"):
        for name in (unit.name, *PROVINCE_ALIASES.get(unit.name, ())):
            found.setdefault(_plain(name), unit)
    return {name: unit for name, unit in found.items() if len(name) > SHORTEST}


SHORTEST = 2  # hn and the like may stand for anything


@cache
def _districts(province: str) -> dict[str, AdminUnit]:
    """The districts of a province by their names in addresses."""
    held = [unit for unit in all_units() if unit.rank == DISTRICT and unit.province == province]
    return {_plain(unit.name): unit for unit in held}


EXAMPLES: tuple[tuple[str, str | None, str | None], ...] = (
    ("https://lucngan.bacgiang.gov.vn/tin/1", "tỉnh Bắc Giang", "huyện Lục Ngạn"), ("https://bacgiang.gov.vn/", "tỉnh Bắc Giang", None),
    ("http://baobacgiang.vn/a", "tỉnh Bắc Giang", None), ("https://baobacgiang.com.vn/a", "tỉnh Bắc Giang", None), ("nghean24h.vn", None, None),
    ("https://vinh.nghean.gov.vn", "tỉnh Nghệ An", "thành phố Vinh"), ("https://sonnptnt.bacgiang.gov.vn", "tỉnh Bắc Giang", None),
    ("https://baria-vungtau.gov.vn/x", "tỉnh Bà Rịa - Vũng Tàu", None), ("https://www.hochiminhcity.gov.vn", "thành phố Hồ Chí Minh", None),
    ("https://baodaklak.vn", "tỉnh Đắk Lắk", None), ("https://vnexpress.net/bac-giang-1.html", None, None), ("https://hanoimoi.vn/x", "thành phố Hà Nội", None),
    ("bài 1", None, None), ("", None, None),
)  # fmt: skip
