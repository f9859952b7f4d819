"""Answers that are no page: what is wrong, and what to do, in the look of all pages."""

from __future__ import annotations

from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked
from extractor.web.words import FILTERS, PROBLEMS


def told(asked: Asked, status: int, reason: str, where: str) -> Answer:
    """The page that tells what is wrong: the reason in English and the parameter it is about; both may be empty."""
    known = status if status in PROBLEMS else 500 if status >= 500 else 400
    return rendered(
        "problem.html", asked, status=status, problem=PROBLEMS[known], number=status, reason=reason, where=where,
        about_filter=FILTERS.get(where), value=asked.one(where) if where in FILTERS else None,
    )  # fmt: skip
