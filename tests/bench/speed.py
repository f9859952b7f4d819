"""Extraction on one core beside other programs over the same articles, and beside itself: the noise."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.corpus import Part, parts_of
from tests.bench.rows import Row, compared, each, in_turns, per_kb

if TYPE_CHECKING:
    from extractor.model.records import Article

TURNS, ARTICLES = 10, 50  # of each turn
OURS = "extraction"


def extraction(part: Part) -> None:
    """Every article extracted, from its text to its records."""
    from extractor.model.records import Failure
    from extractor.runs.batch import extract_one

    for article in part.articles:
        if isinstance(extract_one(article), Failure):
            raise SystemExit(f"{article.source}: failed")


def whole_path(part: Part) -> None:
    """`solieu extract FILE --out DIR`, without the start: reading, extraction, sketches, writing."""
    from extractor.runs.runner import results_in

    folder = part.file.with_suffix("")
    shutil.rmtree(folder, ignore_errors=True)
    with results_in(folder, [str(part.file)], stdin=BytesIO()) as run:
        for failures in run.steps:
            if failures:
                raise SystemExit(f"{failures[0].where}: {failures[0].what}")


def tokenising() -> Callable[[Part], None]:
    """The words of every line by underthesea."""
    from underthesea import word_tokenize

    def work(part: Part) -> None:
        for article in part.articles:
            for line in article.text.splitlines():
                word_tokenize(line)

    return work


def quantulum() -> Callable[[Part], None]:
    """The quantities of every text by quantulum3, which reads English, without its classifier of units."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells that the classifier is not there
        from quantulum3 import parser

    def work(part: Part) -> None:
        for article in part.articles:
            parser.parse(article.text)

    return work


def matching() -> Callable[[Part], None]:
    """The sentences and tokens of every text by spaCy's blank pipeline, and numbers with the word behind them."""
    import spacy
    from spacy.matcher import Matcher

    pipeline = spacy.blank("xx")  # its Vietnamese needs one more package, or cuts at blanks only: no sentence ends
    pipeline.add_pipe("sentencizer")
    matcher = Matcher(pipeline.vocab)
    matcher.add("number", [[{"LIKE_NUM": True}, {"IS_ALPHA": True, "OP": "?"}]])

    def work(part: Part) -> None:
        for article in part.articles:
            matcher(pipeline(article.text))

    return work


def reading_bytes(part: Part) -> None:
    """The bytes of the file, and the letters that they are."""
    part.file.read_bytes().decode()


def speed(articles: Sequence[Article], folder: Path) -> Iterator[Row]:
    """The rows of speed, the control first."""
    others = {
        "underthesea.word_tokenize": tokenising(),
        "quantulum3.parser.parse": quantulum(),
        "spaCy blank, sentencizer and Matcher": matching(),
        "reading the bytes": reading_bytes,
    }
    works = {OURS: extraction, "whole": whole_path, **others, "again": extraction}
    parts = parts_of(articles, TURNS + 1, ARTICLES, folder / "speed")
    sizes = [part.kb for part in parts[1:]]
    costs = {name: each(seconds, sizes) for name, seconds in in_turns(works, parts).items()}
    ours = costs[OURS]
    yield compared("control: extraction, one core", ours, "the same once more", costs["again"], show=per_kb)
    for name in others:
        faster = name != "reading the bytes"
        yield compared("extraction, one core", ours, name, costs[name], show=per_kb, speed=faster)
    whole, tokens = costs["whole"], costs["underthesea.word_tokenize"]
    yield compared("whole path, one core", whole, "underthesea.word_tokenize", tokens, show=per_kb, speed=True)
