"""What the two halves of reading share: one article as its source holds it, and how sources are taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["text"]


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are taken."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as its source holds it, undecoded and unread, with what the source says of it."""

    source: str
    content: bytes | str
    form: Form = "text"
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None


DEFAULTS = Options()
