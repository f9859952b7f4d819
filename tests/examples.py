"""The project's own texts as examples to fit weights to: tests of places and totals, and the corpus with its gold."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from msgspec.structs import replace

from extractor.evaluate.statements import Annotated, ComparedFigure, compared, gold_articles
from extractor.extraction.pipeline import extract
from extractor.model.records import Article, FigureBase
from extractor.reading.sources import read
from tests.extraction.test_part_of import ROWS as PARTS
from tests.extraction.test_place import ROWS
from tests.extraction.test_readings import KNOWN, READINGS
from tests.helpers import marked
from tests.places.test_where import ARTICLES

CORPUS = Path(__file__).parent.parent / "corpus"
Wanted = tuple[Callable[[FigureBase], bool], str | None]  # which figure, and the name of its place


def own_texts() -> Iterator[Annotated]:
    """The texts of the tests of places and totals, and the corpus with its gold."""
    yield from gold_articles(CORPUS / "gold", CORPUS / "articles", stdin=sys.stdin.buffer)
    for at, reading in enumerate(READINGS):
        wanted = [_by_fields(fields) for fields in reading.get("want", ()) if "place" in fields]
        if wanted:
            row = {"text": reading["text"]} | {name: reading[name] for name in KNOWN if name in reading}
            yield _annotated(f"reading {at}", _read(row), wanted)
    for at, (example, name) in enumerate(ROWS):
        text, start, end = marked(example, "[", "]")
        yield _annotated(f"row {at}", Article(id="test", source="test", text=text), [(_at(start, end), name)])
    yield from _of_totals()
    for title, (text, told) in ARTICLES.items():
        places: list[Wanted] = [(_of_words(words), place) for words, place in told]
        yield _annotated(f"article {title}", _read({"text": text}), places)


def _of_totals() -> Iterator[Annotated]:
    """The rows of the test of totals: a number in brackets and the one in braces that it is a part of."""
    for at, row in enumerate(PARTS):
        text, start, end = marked(row.replace("{", "").replace("}", ""), "[", "]")
        _, first, last = marked(row.replace("[", "").replace("]", ""), "{", "}") if "{" in row else ("", 0, 0)
        article = Article(id="test", source="test", text=text)
        gold = []
        for figure in map(compared, extract(article).figures):
            told = replace(figure, worded={"kind": figure.worded["kind"]}, part_of=None)
            if _at(first, last)(figure):
                gold.append(replace(told, label="total"))
            elif _at(start, end)(figure):
                gold.append(replace(told, label="part", part_of="total" if "{" in row else None))
        yield Annotated(f"own: total {at}", article, tuple(gold))


def _read(row: dict[str, object]) -> Article:
    (article,) = read(["-"], stdin=BytesIO(json.dumps(row, ensure_ascii=False).encode()))
    assert isinstance(article, Article)
    return article


def _by_fields(fields: dict[str, object]) -> Wanted:
    """The first figure with the fields of a reading beside its place."""
    others = {name: value for name, value in fields.items() if name not in ("place", "province")}
    place = str(fields["place"]) if fields["place"] else None
    return lambda figure: all(_same(getattr(figure, name), value) for name, value in others.items()), place


def _same(got: object, wanted: object) -> bool:
    return got == wanted or (isinstance(got, Decimal) and isinstance(wanted, int) and got == wanted)


def _at(start: int, end: int) -> Callable[[FigureBase | ComparedFigure], bool]:
    return lambda figure: figure.start < end and start < figure.end


def _of_words(words: str) -> Callable[[FigureBase], bool]:
    return lambda figure: figure.text == words


def _annotated(name: str, article: Article, wanted: list[Wanted]) -> Annotated:
    """A text with gold that tells the places of the figures wanted."""
    left = list(extract(article).figures)
    gold: list[ComparedFigure] = []
    for is_it, place in wanted:
        figure = next((one for one in left if is_it(one)), None)
        if figure is not None:
            left.remove(figure)
            gold.append(replace(compared(figure), worded={"place": place}))
    return Annotated(f"own: {name}", article, tuple(gold))
