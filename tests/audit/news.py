"""Small news of our own as an audit gets it: read, their figures extracted and merged, then one check or all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing

from extractor.audit.auditing import findings
from extractor.audit.drafts import Draft
from extractor.audit.store import Store
from extractor.dataset.merge.merging import merge
from extractor.extraction.pipeline import extract
from extractor.model.records import Article, FigureBase, Finding
from extractor.model.shapes import Check
from extractor.reading.text import completed


def article(written: str, name: str, *, same_as: str | None = None) -> Article:
    """The article that a text is whose first line is its day: 2024-01-05, then title, lead and body."""
    day, _, text = written.strip().partition("\n")
    made = completed(
        Article(id=name, source=f"{name}.txt", text=text.strip(), published=f"{day.strip()}T08:00:00+07:00")
    )
    return made.model_copy(update={"same_as": same_as})


def articles(written: Sequence[str], *, copies: bool = False) -> list[Article]:
    """Articles named a, b, c …; `copies`: each after the first is a near-copy of it."""
    return [article(text, chr(97 + at), same_as="a" if copies and at else None) for at, text in enumerate(written)]


def drafts(check: Callable[[Store], Iterable[Draft]], news: Sequence[Article]) -> list[Draft]:
    """What a check across articles says of news."""
    figures: list[FigureBase] = [figure for one in news for figure in extract(one).figures]
    with closing(Store()) as store:
        store.put_articles(news)
        store.put_figures(figures)
        store.put_facts(merge(figures, news))
        return list(check(store))


def verdicts(check: Callable[[Store], Iterable[Draft]], written: Sequence[str], *, copies: bool = False) -> list[str]:
    """The verdict and the number in doubt of each finding: refuted 1.432 hộ."""
    return [f"{one.verdict} {one.figures[0].text}" for one in drafts(check, articles(written, copies=copies))]


def audited(text: str, *, day: str = "2024-06-20") -> tuple[dict[str, FigureBase], list[Finding]]:
    """The figures by their ids, and all findings, of an article that is this text: read, merged, and all checks."""
    news = article(f"{day}\n{text}", "a")
    figures = list(extract(news).figures)
    return {one.id: one for one in figures}, list(findings([news], figures, merge(figures, [news])))


def said_of(check: Check, text: str) -> list[str]:
    """What a check says of a text, by the number in doubt: refuted 940 hộ; a date that is no figure by its sentence."""
    figures, found = audited(text)
    return [
        f"{one.verdict} {figures[one.figures[0]].text if one.figures else 'no figure'}"
        for one in found
        if one.check == check
    ]


def refuted(check: Check, text: str) -> list[str]:
    """The numbers in doubt of what a check refutes in a text."""
    return [one.removeprefix("refuted ") for one in said_of(check, text) if one.startswith("refuted ")]
