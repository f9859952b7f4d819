"""What checks across articles share: how they tell who says it, and when; whether places and days can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from extractor.audit.drafts import Part, confidence
from extractor.audit.store import Store
from extractor.dataset.merge.compare import where
from extractor.model.edtf import days_of
from extractor.model.records import Article, FigureBase, Place
from extractor.places.gazetteer import REFORM

SURE = 0.8  # a place or period that is less likely right refutes nothing: merging tells places apart from there on
LONGEST_TITLE = 80  # characters of a title that are quoted
LARGE = ("tỉnh", "huyện", "quận", "thị xã")  # levels of units of which none of today holds another of its level
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def named_vi(article: Article) -> str:
    """An article as Vietnamese names it: bài “…” (ngày 5/1/2024)."""
    day = _published(article)
    return f"bài “{_title(article)}”" + (f" (ngày {day.day}/{day.month}/{day.year})" if day else "")


def named_en(article: Article) -> str:
    """An article as English names it: the article “…” (5 January 2024)."""
    day = _published(article)
    return f"the article “{_title(article)}”" + (f" ({day.day} {MONTHS[day.month - 1]} {day.year})" if day else "")


def _title(article: Article) -> str:
    title = article.title or next((line.strip() for line in article.text.splitlines() if line.strip()), article.source)
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def _published(article: Article) -> date | None:
    return days_of(article.published[:10]).last if article.published else None


def published(article: Article) -> str:
    """The day of publication as it sorts; articles without one come first."""
    return article.published or ""


def time_vi(period: str | None) -> str:
    """A period as Vietnamese says it: năm 2023; đến ngày 4/3/2024; từ 1/1/2023 đến 30/9/2023."""
    first, last = days_of(period)
    if last is None:
        return "thời gian không rõ"
    if period and len(period) == len("2023"):
        return f"năm {period}"
    end = f"{last.day}/{last.month}/{last.year}"
    if first is None:
        return f"đến ngày {end}"
    return f"ngày {end}" if first == last else f"từ {first.day}/{first.month}/{first.year} đến {end}"


def time_en(period: str | None) -> str:
    """A period as English says it: 2023; up to 4 March 2024; 1 January 2023 to 30 September 2023."""
    first, last = days_of(period)
    if last is None:
        return "a time that is not said"
    if period and len(period) == len("2023"):
        return period
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first is None:
        return f"up to {end}"
    return end if first == last else f"{first.day} {MONTHS[first.month - 1]} {first.year} to {end}"


def upper_first(words: str) -> str:
    """Words as they open a sentence."""
    return words[:1].upper() + words[1:]


def sentence_of(figure: FigureBase, article: Article) -> str:
    """The sentence that states a figure, in lower case."""
    return article.text[figure.sentence[0] : figure.sentence[1]].lower()


def words_before(figure: FigureBase, article: Article) -> str:
    """What its sentence says before a figure, in lower case."""
    return article.text[figure.sentence[0] : figure.start].lower()


def are_sure(figures: Iterable[FigureBase], *parts: Part) -> bool:
    """Whether these parts of all figures are likely enough right to refute something by them."""
    return confidence(tuple(figures), parts) >= SURE


def name_of(place: Place) -> str:
    """A place by the name under which it is filed."""
    found = where(place)
    return f"{place.level or ''} {', '.join(found.name)}"


def lie_apart(one: Place, other: Place) -> bool:
    """Whether no place lies in both: not a district and its commune, nor a commune and what it became part of."""
    mine, theirs = where(one), where(other)
    (name, province), (name_too, province_too) = mine.name, theirs.name
    if name == name_too or not (province and province_too):
        return False
    if one.level == other.level and one.level in LARGE:
        return True  # neighbours too may have gone to one commune in part
    if mine.today & theirs.today or mine.name in theirs.today or theirs.name in mine.today:
        return False
    return province != province_too or one.level == other.level


def same_era(days: Iterable[date]) -> bool:
    """Whether all days lie on one side of the reform of 1 July 2025: a unit of one name is another after it."""
    return len({day >= REFORM for day in days}) == 1


def families(store: Store, figures: Iterable[str]) -> dict[str, FigureBase]:
    """The figures of those ids by the family of near-copies that their articles belong to, the first of each."""
    found: dict[str, FigureBase] = {}
    for name in figures:
        figure = store.figure(name)
        found.setdefault(store.article(figure.article_id).same_as or figure.article_id, figure)
    return found
