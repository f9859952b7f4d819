"""Runs and archives for tests: the sample corpus said again by others, and all that an archive holds, number-free."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import numpy as np
from msgspec.structs import replace

from extractor.archive.columns import CODES, read_columns
from extractor.archive.database import open_archive
from extractor.archive.words import Field
from extractor.audit.auditing import findings
from extractor.dataset.merge.merging import merge
from extractor.extraction.pipeline import Extraction
from extractor.model.records import Article, Fact, Finding
from extractor.model.writing import json_lines
from extractor.runs.batch import extract_each

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "articles"
TABLES = {  # what an archive holds, without the numbers of rows
    "sources": "SELECT name FROM sources",
    "places": "SELECT places.id, places.name, places.level, places.province, position, successors.name,"
              " successors.province, extent FROM places LEFT JOIN successors ON place = number",
    "lies_in": "SELECT places.id, containers.name, containers.level, containers.province, units, key, plain"
               " FROM containers LEFT JOIN lies_in ON container = containers.number"
               " LEFT JOIN places ON place = places.number",
    "indicators": 'SELECT id, "group", vi, en, kind, unit FROM indicators',
    "units": "SELECT symbol FROM units",
    "rules": "SELECT digest, rules FROM _rules",
    "articles": "SELECT a.id, sources.name, read_from, _origin, url, title, published, day, author, site, section,"
                " places.id, text, furniture, title_span, lead_span, encoding, same_as, _digest FROM articles AS a"
                " JOIN sources ON sources.number = source LEFT JOIN places ON places.number = place",
    "facts": "SELECT f.id, indicators.id, f.kind, item, action, category, symbol, per, places.id, period, first_day,"
             " last_day, status, change, value, low, high, total, _digits, modifier, sources, first_published,"
             " last_published, agreement, part_of, why, _key FROM facts AS f JOIN units ON units.number = f.unit"
             " LEFT JOIN indicators ON indicators.number = indicator LEFT JOIN places ON places.number = place",
    "stated": "SELECT facts.id, position, stated.value, stated.low, stated.high, stated._digits, stated.modifier"
              " FROM stated JOIN facts ON facts.number = fact",
    "figures": "SELECT f.id, articles.id, start, \"end\", f.text, f.kind, f.value, f.low, f.high, f.total, f._digits,"
               " f.modifier, symbol, f.item, f.category, f.action, f.per, f.change, f.status, places.id, f.period,"
               " f.first_day, f.last_day, f.part_of, indicators.id, sentence_start, sentence_end, _rules.rules,"
               " confidence_quantity, confidence_item, confidence_place, confidence_period, confidence_status,"
               " facts.id, stated, verdict FROM figures AS f JOIN articles ON articles.number = article"
               " JOIN units ON units.number = f.unit LEFT JOIN indicators ON indicators.number = f.indicator"
               " LEFT JOIN places ON places.number = f.place JOIN _rules ON _rules.number = f.rules"
               " JOIN facts ON facts.number = fact",
    "passed": "SELECT articles.id, start, \"end\", sentence_start, sentence_end, reason, rule FROM passed"
              " JOIN articles ON articles.number = article",
    "findings": 'SELECT id, "check", verdict, severity, compared, stated, expected, arithmetic, explanation_vi,'
                " explanation_en, record, confidence, sentences FROM findings",
    "compared": "SELECT findings.id, position, figures.id FROM compared JOIN findings ON findings.number = finding"
                " JOIN figures ON figures.number = figure",
    "item words": "SELECT term, id, col, offset FROM temp.of_items JOIN figures ON doc = number",
    "sentence words": "SELECT term, articles.id, sentence_start, col, offset FROM temp.of_sentences"
                      " JOIN figures ON doc = figures.number JOIN articles ON articles.number = article",
    "sentences": "SELECT figures.id, articles.id, first.sentence_start, first.sentence_end FROM figures"
                 " JOIN figures AS first ON figures._sentence = first.number"
                 " JOIN articles ON articles.number = first.article",
    "place words": "SELECT term, id, col, offset FROM temp.of_places JOIN places ON doc = number",
    "title words": "SELECT term, id, col, offset FROM temp.of_titles JOIN articles ON doc = number",
    "text words": "SELECT term, id, col, offset FROM temp.of_texts JOIN articles ON doc = number",
}  # fmt: skip


@cache
def sample() -> tuple[Extraction, ...]:
    """What the sample corpus says."""
    found = extract_each([CORPUS], stdin=BytesIO())
    return tuple(one for one in found if isinstance(one, Extraction) and one.figures)


def again(one: Extraction, name: str, **changed: Any) -> Extraction:
    """The same said by another article of that name, of which `changed` gives other fields."""
    about = {"id": name, "source": f"{name}.txt", "url": f"https://{name}.example/1"} | changed
    article = one.article.model_copy(update=about)
    figures = tuple(
        figure.model_copy(
            update={
                "id": f"{figure.id}-{name}",
                "article_id": name,
                "part_of": figure.part_of and f"{figure.part_of}-{name}",
            }
        )
        for figure in one.figures
    )
    passed = tuple(number.model_copy(update={"article_id": name}) for number in one.passed)
    return replace(one, article=article, figures=figures, passed=passed)


def write_run(folder: Path, said: Sequence[Extraction], *, audited: bool = True) -> Path:
    """The folder of a run over these articles, merged and audited."""
    folder.mkdir(parents=True, exist_ok=True)
    articles = [one.article for one in said]
    figures = [figure for one in said for figure in one.figures]
    facts = [*merge(figures, articles)]
    written: dict[str, Iterable[Any]] = {
        "articles": articles, "figures": figures, "passed": [number for one in said for number in one.passed],
        "facts": facts, "errors": (),
    }  # fmt: skip
    if audited:
        written["findings"] = findings(articles, figures, facts)
    for name, records in written.items():
        (folder / f"{name}.jsonl").write_text(json_lines(records), encoding="utf-8")
    return folder


def facts_of(said: Iterable[Extraction]) -> list[Fact]:
    """The facts of one run over all of these articles."""
    said = list(said)
    return sorted(
        merge([figure for one in said for figure in one.figures], [one.article for one in said]), key=lambda one: one.id
    )


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that an archive holds, in an order of its own, without the numbers of its rows; what does not fit is told."""
    connection = open_archive(path)
    try:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for name in get_args(Field):
            connection.execute(f"CREATE VIRTUAL TABLE temp.of_{name}s USING fts5vocab(main, _{name}_words, instance)")
        found = {name: sorted(connection.execute(query), key=repr) for name, query in TABLES.items()}
        found["columns"] = _columns(connection)
        for table in ("figures", "articles", "facts", "findings", "passed"):
            (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert len(found[table]) == count, table
        return found
    finally:
        connection.close()


def _columns(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """The facets of every figure by its id, with names for numbers."""
    columns = read_columns(connection)
    names = {
        "place": dict(connection.execute("SELECT number, id FROM places")),
        "indicator": dict(connection.execute("SELECT number, id FROM indicators")),
        "unit": dict(connection.execute("SELECT number, symbol FROM units")),
        "source": dict(connection.execute("SELECT number, name FROM sources")),
        "article": dict(connection.execute("SELECT number, id FROM articles")),
        "sentence": dict.fromkeys(range(len(columns["present"]))),  # which of its figures comes first is by chance
    } | {name: dict(enumerate(of, 1)) for name, of in CODES.items()}
    ids = dict(connection.execute("SELECT number, id FROM figures"))
    assert sorted(ids) == np.flatnonzero(columns["present"]).tolist()
    return sorted(
        (ids[at], *(names[name].get(codes[at]) if name in names else codes[at] for name, codes in columns.items()))
        for at in ids
    )


__all__ = ["Article", "Finding", "again", "content", "facts_of", "sample", "write_run"]
