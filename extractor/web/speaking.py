"""The language of a page: chosen by `?lang=`, else by the cookie of an earlier choice, else Vietnamese."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, get_args

from msgspec import Struct

from extractor.audit.numbers import in_english, written
from extractor.audit.report.words import Both, number, period
from extractor.dataset.claims import Interval

Lang = Literal["vi", "en"]
PARAMETER, COOKIE = "lang", "lang"
DAY = len("2024-03-04")


class Tongue(Struct, frozen=True):
    """Says things in one of the two languages."""

    lang: Lang

    def t(self, vi: str, en: str) -> str:
        """The one of two texts that is in the language."""
        return vi if self.lang == "vi" else en

    def both(self, text: Both) -> str:
        """A text that there is in both languages."""
        return text.vi if self.lang == "vi" else text.en

    def number(self, value: Decimal | float) -> str:
        """A number as the language writes it: 1.234,5 or 1,234.5."""
        exact = value if isinstance(value, Decimal) else Decimal(str(value))
        return written(exact) if self.lang == "vi" else in_english(exact)

    def range(
        self, low: Decimal | None, high: Decimal | None, *, open_low: bool = False, open_high: bool = False
    ) -> str:
        """The values from one to another, as the language writes them."""
        return self.both(number(Interval(low, high, open_low, open_high)))

    def period(self, edtf: str | None) -> str:
        """A period for people; empty where there is none."""
        said = period(edtf)
        return self.both(said) if said else ""

    def day(self, moment: str | None) -> str:
        """The day of a moment of ISO 8601: 4/3/2024."""
        return self.period((moment or "")[:DAY] or None)


VIETNAMESE = Tongue("vi")


def tongue_of(asked: str | None, cookie: str | None) -> Tongue:
    """The language that is asked for, else that of the cookie; what is no language of ours counts as unsaid."""
    for said in (asked, cookie):
        if said in get_args(Lang):
            return Tongue("en" if said == "en" else "vi")
    return VIETNAMESE
