"""Records to rows of the archive and back: a record that comes out is the one that went in, digit by digit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

import simplejson

from extractor.archive.shared import Shared
from extractor.audit.report.seen import compares
from extractor.model.edtf import days_of
from extractor.model.records import (
    MODELS,
    SCHEMAS,
    Article,
    Confidence,
    Fact,
    FigureBase,
    Finding,
    Passed,
    Place,
    Stated,
)
from extractor.model.writing import dumps

NUMBERS = ("value", "low", "high", "total")
DAY = len("2024-03-04")
WHOLE = 1 << 63  # integers of SQLite are smaller
CONFIDENCE = ("quantity", "item", "place", "period", "status")


def loads(text: str) -> Any:
    """JSON with the digits of its decimals."""
    return simplejson.loads(text, use_decimal=True)


def stored(value: Decimal) -> int | float:
    """A number as SQLite holds it."""
    whole = int(value)
    return whole if whole == value and -WHOLE < whole < WHOLE else float(value)


def numbers_row(record: Any, names: Sequence[str] = NUMBERS) -> tuple[int | float | str | None, ...]:
    """The numbers of a record as SQLite holds them; behind them those that it does not hold digit by digit, as JSON."""
    held: list[int | float | str | None] = []
    lost = {}
    for name in names:
        value: Decimal | None = getattr(record, name)
        if value is None:
            held.append(None)
            continue
        number = stored(value)
        held.append(number)
        if number.__class__ is float and repr(number) != str(_plain(value)):
            lost[name] = str(value)
    return *held, dumps(lost) if lost else None


def _plain(value: Decimal) -> Decimal | int:
    """The number as JSON has it: whole ones without a fraction."""
    return int(value) if value == value.to_integral_value() else value


def _restored(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def numbers_of(row: Mapping[str, Any], names: Sequence[str] = NUMBERS) -> dict[str, Decimal | None]:
    """The numbers of a row, digit by digit."""
    kept = loads(row["_digits"]) if row["_digits"] else {}
    return {name: Decimal(kept[name]) if name in kept else _restored(row[name]) for name in names}


def day_of(moment: str | None) -> str | None:
    """The day of a date or time in ISO 8601."""
    return moment[:DAY] if moment else None


def spans(one: Any) -> str | None:
    """Spans as JSON."""
    return None if one is None else dumps(one)


def article_row(article: Article, shared: Shared, source: int, origin: str | None, digest: bytes) -> tuple[Any, ...]:
    """The row of an article, without its number."""
    return (
        article.id, source, article.source, origin, article.url, article.title, article.published,
        day_of(article.published), article.author, article.site, article.section, shared.place(article.place),
        article.text, spans(article.furniture), spans(article.title_span), spans(article.lead_span),
        article.encoding, article.same_as, digest,
    )  # fmt: skip


def figure_row(figure: FigureBase, article: int, sentence: int, shared: Shared) -> tuple[Any, ...]:
    """The row of a figure, without its number and without what facts and findings say of it.

    `sentence` is the number of the first figure in the same sentence.
    """
    sure = figure.confidence
    return (
        figure.id, article, figure.start, figure.end, figure.text, figure.kind,
        *numbers_row(figure), figure.modifier, shared.unit(figure.unit), figure.item, figure.category,
        figure.action, figure.per, figure.change, figure.status, shared.place(figure.place), figure.period,
        *_days(figure.period), figure.part_of, shared.indicator(figure.indicator), *figure.sentence, sentence,
        shared.rules(figure.rule), sure.quantity, sure.item, sure.place, sure.period, sure.status,
    )  # fmt: skip


def fact_row(fact: Fact, shared: Shared, key: int) -> tuple[Any, ...]:
    """The row of a fact, without its number."""
    return (
        fact.id, shared.indicator(fact.indicator), fact.kind, fact.item, fact.action, fact.category,
        shared.unit(fact.unit), fact.per, shared.place(fact.place), fact.period, *_days(fact.period),
        fact.status, fact.change, *numbers_row(fact), fact.modifier,
        fact.sources, fact.first_published, fact.last_published, fact.agreement, fact.part_of, fact.why, key,
    )  # fmt: skip


def stated_row(stated: Stated, fact: int, position: int) -> tuple[Any, ...]:
    """The row of a value that a fact has."""
    return fact, position, *numbers_row(stated, NUMBERS[:3]), stated.modifier


def passed_row(passed: Passed, article: int) -> tuple[Any, ...]:
    """The row of a number that is no figure."""
    return article, passed.start, passed.end, *passed.sentence, passed.reason, passed.rule


def finding_row(finding: Finding) -> tuple[Any, ...]:
    """The row of a finding, without its number."""
    said = finding.model_dump()
    texts = (None if said[name] is None else dumps(said[name]) for name in ("stated", "expected"))
    return (
        finding.id, finding.check, finding.verdict, finding.severity, int(compares(finding)), *texts,
        finding.arithmetic, finding.explanation.vi, finding.explanation.en,
        dumps(said["record"]) if finding.record else None, finding.confidence, dumps(said["sentences"]),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _days(period: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a period."""
    first, last = days_of(period)
    return first.isoformat() if first else None, last.isoformat() if last else None


def article_of(row: Mapping[str, Any], place: Place | None) -> Article:
    """The article of a row."""
    names = ("id", "url", "title", "published", "author", "site", "section", "text", "encoding", "same_as")
    read: dict[str, Any] = {name: row[name] for name in names}
    read |= {name: loads(row[name]) if row[name] else None for name in ("title_span", "lead_span")}
    return Article(**read, source=row["read_from"], place=place, furniture=loads(row["furniture"]))


def figure_of(row: Mapping[str, Any], place: Place | None) -> FigureBase:
    """The figure of a row that has `article_id`, `unit_symbol`, `indicator_id` and `rule` joined to it."""
    names = (
        "id", "article_id", "start", "end", "text", "kind", "modifier", "item", "category", "action", "per", "change",
        "status", "period", "part_of",
    )  # fmt: skip
    read = {name: row[name] for name in names} | numbers_of(row)
    return MODELS[row["kind"]](
        **read, unit=row["unit_symbol"], indicator=row["indicator_id"], place=place,
        sentence=(row["sentence_start"], row["sentence_end"]), rule=loads(row["rule"]),
        confidence=Confidence(**{name: row[f"confidence_{name}"] for name in CONFIDENCE}),
    )  # fmt: skip


def finding_of(row: Mapping[str, Any], figures: Sequence[tuple[str, str | None]]) -> Finding:
    """The finding of a row; `figures` are those that it compares, each with its fact."""
    sentences = loads(row["sentences"])
    found: Finding = SCHEMAS["finding"].validate_python(
        {
            "id": row["id"], "check": row["check"], "verdict": row["verdict"], "severity": row["severity"],
            "figures": [one[0] for one in figures], "facts": list(dict.fromkeys(one[1] for one in figures if one[1])),
            "articles": list(dict.fromkeys(one["article"] for one in sentences)), "sentences": sentences,
            "record": loads(row["record"]) if row["record"] else None,
            "stated": loads(row["stated"]) if row["stated"] else None,
            "expected": loads(row["expected"]) if row["expected"] else None, "arithmetic": row["arithmetic"],
            "explanation": {"vi": row["explanation_vi"], "en": row["explanation_en"]},
            "confidence": row["confidence"],
        }
    )  # fmt: skip
    return found
