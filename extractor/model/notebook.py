"""How a notebook shows a record: a line, and a small table in HTML; the text of articles stays text."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from html import escape

LONGEST_LINE = 100  # characters of a record's line
LONGEST_TEXT = 2_000  # characters of an article's text that are shown


def one_line(parts: Iterable[object]) -> str:
    """What says most of a record, as one line."""
    words = " · ".join(" ".join(str(part).split()) for part in parts if part not in (None, "", ()))
    return words if len(words) <= LONGEST_LINE else f"{words[: LONGEST_LINE - 1]}…"


def table(caption: str, rows: Iterable[tuple[str, object]]) -> str:
    """The fields that hold something as a table in HTML."""
    cells = "".join(
        f'<tr><th style="text-align:left">{escape(name)}</th><td style="text-align:left">{_cell(value)}</td></tr>'
        for name, value in rows
        if value not in (None, "", (), {})
    )
    return f'<table><caption style="text-align:left">{escape(caption)}</caption>{cells}</table>'


def paragraphs(text: str) -> str:
    """The beginning of a text as paragraphs in HTML."""
    shown = text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
    return "".join(f"<p>{escape(line)}</p>" for line in shown.splitlines() if line.strip())


def _cell(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return "<br>".join(map(_cell, value))
    return escape(str(value))
