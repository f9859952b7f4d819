"""The texts of figures as their words were put in, to be looked through one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from extractor.archive.folding import folded
from extractor.archive.reading import MOST_AT_ONCE
from extractor.archive.search.words import Texts
from extractor.archive.words import Words, item_words, title_words

_SAID = """
SELECT figures.number, item, category, action, symbol, title, figures.place,
    substr(articles.text, sentence_start + 1, sentence_end - sentence_start)
FROM figures JOIN articles ON articles.number = figures.article JOIN units ON units.number = figures.unit
WHERE figures.number IN
"""


def texts_of(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Texts]]:
    """The fields of words of figures, with marks and without."""
    words = Words(connection)
    wanted = list(numbers)
    for at in range(0, len(wanted), MOST_AT_ONCE):
        some = wanted[at : at + MOST_AT_ONCE]
        query = f"{_SAID} ({', '.join('?' * len(some))})"
        for number, *item, title, place, sentence in connection.execute(query, some):
            yield number, Texts(
                {
                    "item": item_words(*item), "sentence": folded(sentence), "title": title_words(title),
                    "place": words.place(place),
                }
            )  # fmt: skip
