"""Answers that are no page: what is wrong, and what to do, in the look of all pages."""

from __future__ import annotations

from extractor.web.rendering import rendered
from extractor.web.shapes import Answer, Asked
from extractor.web.words import PROBLEMS


def told(asked: Asked, status: int, reason: str) -> Answer:
    """The page that tells what is wrong; the reason is in words, and may be empty."""
    known = status if status in PROBLEMS else 500 if status >= 500 else 400
    return rendered("problem.html", asked, status=status, problem=PROBLEMS[known], number=status, reason=reason)
