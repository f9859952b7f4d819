"""Why figures are one fact, in words for a reader: within an article, and in the folder of a merged run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from extractor.dataset.export.frames import digits_of
from extractor.dataset.folder import MOST_NAMED, found, read_articles, read_facts, read_figures
from extractor.dataset.merge.merging import merge
from extractor.dataset.parts import has_results
from extractor.extraction.explain import explain, place_in_words, quoted
from extractor.extraction.pipeline import Extraction
from extractor.model.errors import DatasetError
from extractor.model.records import Article, Fact, FigureBase, Place, Stated

DAY = len("2024-03-04")


class ExplainedField(NamedTuple):
    """A field of a fact and what it says."""

    name: str
    text: str


class Quote(NamedTuple):
    """Words that state a fact: where they stand, and what stands around them in their sentence."""

    where: str
    before: str
    words: str
    after: str


class ExplainedValue(NamedTuple):
    """One of the values that are stated, in words, and the quotes that state it."""

    words: str
    quotes: tuple[Quote, ...]


class ExplainedFact(Struct, frozen=True):
    """A fact in words: what it is about, its fields, and its values with those who state them."""

    id: str
    about: str
    lines: tuple[ExplainedField, ...]
    values: tuple[ExplainedValue, ...] = ()


def is_dataset(path: str) -> bool:
    """Whether the path is a folder that solieu wrote the results of a run to."""
    folder = Path(path)
    return has_results(folder, "facts") or (has_results(folder, "articles") and has_results(folder, "figures"))


def facts_in(extraction: Extraction) -> Iterator[ExplainedFact]:
    """The facts that an article states more than once, in the order of the text; quotes tell the number's place."""
    figures = {figure.id: figure for figure in extraction.figures}
    numbers = {one.span: at for at, one in enumerate(explain(extraction), 1)}

    def quote(figure: FigureBase) -> Quote:
        where = f"number {numbers[figure.start, figure.end]}, {_characters(figure)}"
        return Quote(where, "", " ".join(figure.text.split()), "")

    merged = merge(extraction.figures, [extraction.article])
    said_again = (fact for fact in merged if len(fact.figures) > 1)
    for fact in sorted(said_again, key=lambda fact: min(figures[one].start for one in fact.figures)):
        yield _explained(fact, _lines(fact), figures, quote)


def joined_facts(folder: Path) -> Iterator[ExplainedFact]:
    """The facts of a merged folder that have more than one figure, without their quotes.

    DatasetError where the folder is not merged or a line of its facts is damaged.
    """
    for fact in read_facts(folder):
        if len(fact.figures) > 1:
            yield ExplainedFact(fact.id, _about(fact), (ExplainedField("values", _stated(fact)), *_lines(fact)))


def fact_in_full(folder: Path, beginning: str) -> ExplainedFact:
    """The fact of a merged folder whose id is given, or an unambiguous beginning of it, with all that state it.

    DatasetError where there is none or several of that beginning, and where figures or articles of it are missing.
    """
    todo = f"Take an id of facts.csv, or list facts: solieu explain {folder}."
    fact = found(partial(read_facts, folder), beginning, where=folder / "facts.jsonl", todo=todo)
    named = {name for stated in fact.values for name in stated.figures}
    figures = {figure.id: figure for figure in read_figures(folder, only=named.__contains__)}
    sources = {figure.article_id for figure in figures.values()}
    articles = {article.id: article for article in read_articles(folder, only=sources.__contains__)}
    missing = sorted((named - {*figures}) | (sources - {*articles}))
    if missing:
        what = f"fact {fact.id} is of another run: there is no figure or article {', '.join(missing[:MOST_NAMED])}"
        raise DatasetError(what, where=str(folder), todo=f"Merge again: solieu merge {folder}.")

    def quote(figure: FigureBase) -> Quote:
        article = articles[figure.article_id]
        where = f"{_in_words(article, articles)}, {_characters(figure)}"
        return Quote(where, *quoted(article.text, (figure.start, figure.end), figure.sentence))

    return _explained(fact, _lines(fact, _total(folder, fact), full=True), figures, quote)


def _total(folder: Path, fact: Fact) -> Fact | None:
    """The fact of the total that it is a part of."""
    return next(read_facts(folder, only=fact.part_of.__eq__), None) if fact.part_of else None


def _explained(
    fact: Fact, lines: Iterable[ExplainedField], figures: Mapping[str, FigureBase], quote: Callable[[FigureBase], Quote]
) -> ExplainedFact:
    def quotes(stated: Stated) -> tuple[Quote, ...]:
        some = (figures[name] for name in stated.figures)
        return tuple(quote(one) for one in sorted(some, key=lambda one: (one.article_id, one.start)))

    values = tuple(ExplainedValue(_value(stated, fact), quotes(stated)) for stated in fact.values)
    return ExplainedFact(fact.id, _about(fact), tuple(lines), values)


def _lines(fact: Fact, total: Fact | None = None, *, full: bool = False) -> Iterator[ExplainedField]:
    """The fields of a fact that say something; `full` takes those too that only its own page needs."""
    fields = {
        "indicator": fact.indicator,
        "category": fact.category,
        "action": fact.action,
        "change": fact.change,
        "status": fact.status if full or fact.status != "actual" else None,
        "place": place_in_words(fact.place) if fact.place else None,
        "today": _today(fact.place) if full and fact.place else None,
        "period": fact.period,
        "published": _published(fact) if full else None,
        "part_of": f"{fact.part_of}{f' {_about(total)}, {_best(total)}' if total else ''}" if fact.part_of else None,
        "agreement": fact.agreement,
        "best": _best(fact) if len(fact.values) > 1 else None,
        "sources": _sources(fact) if full else None,
        "why": fact.why,
    }
    return (ExplainedField(name, text) for name, text in fields.items() if text is not None)


def _about(fact: Fact) -> str:
    return fact.item or fact.indicator or fact.unit


def _stated(fact: Fact) -> str:
    """Every value that is stated, with how many figures state it: more than 400 mô hình; 421 mô hình (2 figures)."""
    counts = ("" if len(one.figures) == 1 else f" ({len(one.figures)} figures)" for one in fact.values)
    return "; ".join(f"{_value(one, fact)}{count}" for one, count in zip(fact.values, counts, strict=True))


def _best(fact: Fact) -> str:
    best = Stated(value=fact.value, low=fact.low, high=fact.high, modifier=fact.modifier, figures=fact.figures)
    return _value(best, fact)


def _value(stated: Stated, fact: Fact) -> str:
    """A value as it is stated: more than 400 mô hình, 2 to 3 buổi/tháng, 24 of 24 xã."""
    numbers = [digits_of(one) for one in (stated.value, stated.low, stated.high) if one is not None]
    modifier = "" if stated.modifier == "exact" else f"{stated.modifier.replace('_', ' ')} "
    total = f" of {digits_of(fact.total)}" if fact.total is not None else ""
    return f"{modifier}{' to '.join(numbers)}{total} {fact.unit}{f'/{fact.per}' if fact.per else ''}"


def _today(place: Place) -> str:
    """The units that hold a place today: xã Thác Bà, tỉnh Lào Cai (part); told too where none is known."""
    units = (f"{one.name}{f', {one.province}' if one.province else ''} ({one.extent})" for one in place.today)
    return "; ".join(units) or "no table says"


def _published(fact: Fact) -> str | None:
    days = [day[:DAY] for day in (fact.first_published, fact.last_published) if day]
    return " to ".join(dict.fromkeys(days)) or None


def _sources(fact: Fact) -> str:
    return f"{fact.sources} of {_times(len(fact.articles), 'article')}, copies counted as one"


def _in_words(article: Article, known: Mapping[str, Article]) -> str:
    """An article for a reader: headline, day, source, and the one that it is a copy of."""
    day = article.published[:DAY] if article.published else None
    first = known.get(article.same_as) if article.same_as else None
    copy = f"a copy of {(first.title if first else None) or article.same_as}" if article.same_as else None
    return " · ".join(part for part in (article.title, day, article.source, copy) if part)


def _characters(figure: FigureBase) -> str:
    return f"characters {figure.start} to {figure.end}"


def _times(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
