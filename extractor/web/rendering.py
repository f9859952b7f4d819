"""Templates to pages: everything that is written into one is escaped."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from extractor.archive.labels import AGREEMENTS, KINDS, MODIFIERS, STATUSES
from extractor.audit.numbers import in_english, written
from extractor.audit.report.quoting import WEB
from extractor.audit.report.words import CHECKS, MEANINGS, SEVERITIES, VERDICTS, reason
from extractor.extraction.explain import place_in_words
from extractor.web import amounts, words
from extractor.web.asking import TEXT
from extractor.web.assets import path_of
from extractor.web.shapes import Answer, Asked
from extractor.web.speaking import PARAMETER

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(template: str, asked: Asked, *, status: int = 200, **shown: Any) -> Answer:
    """The page that a template makes of what is shown, in the language that is asked for."""
    tongue = asked.tongue
    other = "en" if tongue.lang == "vi" else "vi"
    rest = [pair for pair in asked.pairs if pair[0] != PARAMETER]
    page = _environment().get_template(template).render(
        asked=asked, t=tongue.t, both=tongue.both, num=tongue.number, tongue=tongue, lang=tongue.lang, other=other,
        switch="?" + urlencode([*rest, (PARAMETER, other)]), **({"words_asked": asked.one(TEXT) or ""} | shown),
    )  # fmt: skip
    return Answer(page, status)


@cache
def _environment() -> Environment:
    from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

    report = PrefixLoader({"report": PackageLoader("extractor.audit.report")})
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("extractor.web"), report]), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {
        "vi": lambda one: written(Decimal(one)), "en": lambda one: in_english(Decimal(one)),
        "id": lambda one: quote(one, safe=""), "oneline": lambda one: " ".join((one or "").split()),
        "web": lambda one: one if one and WEB.fullmatch(one) else None,
    }  # fmt: skip
    environment.globals |= {
        "asset": path_of, "amount": amounts.of_record, "stated": amounts.of_stated, "doubts": amounts.doubts,
        "about": amounts.about, "plain_number": "{:f}".format, "place_in_words": place_in_words, "reason": reason,
        "verdicts": VERDICTS, "meanings": MEANINGS, "severities": SEVERITIES, "checks": CHECKS, "kinds": KINDS,
        "modifiers": MODIFIERS, "statuses": STATUSES, "changes": words.CHANGES, "sort_words": words.SORTS,
        "agreements": AGREEMENTS, "units_words": words.UNITS, "facet_words": words.FACETS,
    }  # fmt: skip
    return environment
