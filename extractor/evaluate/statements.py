"""What gold and pipeline state of an article, in one shape so that they can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import jsonlines
import simplejson
from msgspec import Struct, field

from extractor.model.errors import GoldError
from extractor.model.records import Article, Failure, FigureBase
from extractor.model.writing import FILES
from extractor.runs.batch import extract_one, read_each

WORDED = ("kind", "modifier", "unit", "item", "per", "change", "status", "place", "period", "action", "category")


class ComparedFigure(Struct, frozen=True):
    """A quantity stated at a span of the text: of the gold, or found."""

    start: int
    end: int
    text: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    total: Decimal | None
    worded: Mapping[str, str | None]  # the fields of WORDED
    label: str  # the gold's fact, or the id of the figure found
    part_of: str | None
    optional: bool = False
    confidence: Mapping[str, float] = field(default_factory=dict)  # of a figure found, by what it speaks of
    rules: Mapping[str, str] = field(default_factory=dict)  # of a figure found: the one that decided each field


class Case(Struct, frozen=True):
    """One article: what the gold says of it and what was found in it."""

    name: str
    gold: tuple[ComparedFigure, ...]
    found: tuple[ComparedFigure, ...]


class Annotated(Struct, frozen=True):
    """An article with its gold."""

    name: str
    article: Article
    gold: tuple[ComparedFigure, ...]


def load_cases(gold_dir: Path, articles: Path | None, *, stdin: BinaryIO) -> tuple[Case, ...]:
    """Each article of the gold with what the pipeline finds in it now.

    The articles stand beside the gold, or under `articles`; a gold file ID.json belongs to the article with that id
    or with a source of that stem.
    """
    read = gold_articles(gold_dir, articles, stdin=stdin)
    return tuple(Case(one.name, one.gold, _found_now(one.article)) for one in read)


def gold_articles(gold_dir: Path, articles: Path | None, *, stdin: BinaryIO) -> Iterator[Annotated]:
    """Each article of the gold with what the gold says of it; as `load_cases`, without reading its figures."""
    texts = _articles(articles or gold_dir, stdin)
    for name, figures in _documents(gold_dir).items():
        if name not in texts:
            todo = "Name the articles with --articles, or put the text beside its gold."
            raise GoldError("no article for this gold", where=str(gold_dir / f"{name}.json"), todo=todo)
        yield Annotated(name, texts[name], _gold(figures, texts[name].text, gold_dir / f"{name}.json"))


def saved_run(folder: Path) -> dict[str, tuple[ComparedFigure, ...]]:
    """What a saved run found, by the ids and by the stems of its articles."""
    articles, figures = (folder / f"{name}.jsonl" for name in FILES[:2])
    if not articles.is_file() or not figures.is_file():
        todo = "Give a folder that `solieu extract --out` wrote."
        raise GoldError("no saved run", where=str(folder), todo=todo)
    found: dict[str, list[ComparedFigure]] = {}
    for line in _lines(figures):
        found.setdefault(line["article_id"], []).append(_found(line))
    named: dict[str, tuple[ComparedFigure, ...]] = {}
    for line in _lines(articles):
        for name in (_stem(line["source"]), line["id"]):
            named[name] = tuple(found.get(line["id"], ()))
    return named


def _documents(gold_dir: Path) -> dict[str, list[dict[str, Any]]]:
    """The figures of each gold file by its stem; other JSON files are left alone."""
    documents = {}
    for path in sorted(gold_dir.glob("*.json")):
        try:
            document = simplejson.loads(path.read_text(encoding="utf-8"), use_decimal=True)
        except ValueError as error:
            raise GoldError(f"not JSON: {error}", where=str(path), todo="Mend the gold file.") from error
        if "figures" in document:
            documents[path.stem] = document["figures"]
    if not documents:
        raise GoldError("no gold in this folder", where=str(gold_dir), todo="Give a folder with ID.json beside ID.txt.")
    return documents


def _articles(path: Path, stdin: BinaryIO) -> dict[str, Article]:
    """The articles under a path by their stems and by their ids."""
    named: dict[str, Article] = {}
    for found in read_each([path], stdin=stdin):
        if isinstance(found, Failure):
            raise GoldError(found.what, where=found.where, todo=found.todo)
        named |= {_stem(found.source): found, found.id: found}
    return named


def _stem(source: str) -> str:
    return Path(source).stem


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as file, jsonlines.Reader(file, loads=_loads) as reader:
        try:
            yield from reader.iter(type=dict)
        except jsonlines.InvalidLineError as error:
            raise GoldError(f"not a run's line: {error}", where=str(path), todo="Make the run again.") from error


def _loads(line: str | bytes) -> Any:
    return simplejson.loads(line, use_decimal=True)


def _gold(figures: list[dict[str, Any]], text: str, path: Path) -> tuple[ComparedFigure, ...]:
    """The gold's figures at their places in the text."""
    placed = []
    for figure in figures:
        try:
            quote = figure["quote"]
            start = figure.get("start")
            if start is None:
                start = text.index(figure["context"]) + figure["context"].index(quote)
        except (KeyError, ValueError) as error:
            what = f"context or quote not found: {figure.get('quote')!r}"
            raise GoldError(what, where=str(path), todo="Quote the article's own words.") from error
        placed.append(_statement(figure, start, start + len(quote), quote, figure.get("fact") or ""))
    return tuple(placed)


def _found_now(article: Article) -> tuple[ComparedFigure, ...]:
    """What the pipeline finds in an article."""
    outcome = extract_one(article)
    if isinstance(outcome, Failure):
        raise GoldError(outcome.what, where=outcome.source, todo=outcome.todo)
    return tuple(compared(figure) for figure in outcome.figures)


def compared(figure: FigureBase) -> ComparedFigure:
    """A figure found, in the shape in which it is compared."""
    return _found(figure.model_dump())


def _found(figure: dict[str, Any]) -> ComparedFigure:
    return _statement(figure, figure["start"], figure["end"], figure["text"], figure["id"])


def _statement(fields: dict[str, Any], start: int, end: int, text: str, label: str) -> ComparedFigure:
    return ComparedFigure(
        start=start,
        end=end,
        text=text,
        value=_number(fields.get("value")),
        low=_number(fields.get("low")),
        high=_number(fields.get("high")),
        total=_number(fields.get("total")),
        worded={name: _words(fields.get(name)) for name in WORDED},
        label=label,
        part_of=fields.get("part_of") or None,
        optional=bool(fields.get("optional")),
        confidence=fields.get("confidence") or {},
        rules=fields.get("rule") or {},
    )


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def _words(value: Any) -> str | None:
    """A field's words; of a place its name."""
    return value.get("name") if isinstance(value, dict) else value or None
