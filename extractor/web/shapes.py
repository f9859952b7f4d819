"""What goes between the server and its pages: a request as a page sees it, and what a page answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec import Struct, field

from extractor.archive.shapes import Query
from extractor.model.errors import SolieuError
from extractor.web.asking import Pairs, pairs_of, query_of
from extractor.web.speaking import Tongue

HTML = "text/html; charset=utf-8"


class MissingError(SolieuError):
    """A record that is asked for and is not in the archive."""


class Asked(Struct, frozen=True):
    """A request: its path and the parts of it that the route names, its parameters, the language to answer in."""

    path: str
    parts: Mapping[str, str]
    query_string: str
    pairs: Pairs
    tongue: Tongue
    seconds: float = 5.0  # that the answer may take
    home: str = ""  # the address of the archive itself, as the reader wrote it: http://127.0.0.1:8010

    @property
    def query(self) -> Query:
        """The search that the parameters ask for; raises what `query_of` raises."""
        return query_of(pairs_of(self.query_string))

    def one(self, name: str) -> str | None:
        """The first value of a parameter."""
        return next((value for key, value in self.pairs if key == name), None)


class Answer(Struct, frozen=True):
    """What is sent back."""

    body: str | bytes
    status: int = 200
    content_type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)


Page = Callable[[sqlite3.Connection, Asked], Answer]
Told = Callable[[Asked, int, str, str], Answer]  # says what is wrong: status, reason in words, and the parameter


class Route(NamedTuple):
    """Where a page is, what makes it, and how it tells that it cannot be made."""

    pattern: str  # a regular expression of the whole path
    page: Page
    told: Told
    download: bool = False  # whether it may take seconds
