"""JSON answers, and errors as RFC 9457 has them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from extractor.model.writing import dumps
from extractor.web.shapes import Answer, Asked

JSON = "application/json; charset=utf-8"
PROBLEM = "application/problem+json; charset=utf-8"
ANYONE = {"access-control-allow-origin": "*"}  # what anyone may read, scripts of other sites may too
REASONS = {
    404: "There is nothing at this address.",
    405: "Only GET and HEAD are answered.",
    500: "This is a fault of the program.",
    503: "It took too long: ask for less at once.",
}


def as_json(value: Any, *, status: int = 200, content_type: str = JSON) -> Answer:
    """A value as JSON, decimals with all their digits."""
    return Answer(dumps(value).encode("utf-8", "backslashreplace"), status, content_type, ANYONE)


def told(_: Asked, status: int, reason: str, where: str) -> Answer:
    """What is wrong, as JSON: the reason, and the parameter that it is about."""
    detail = ": ".join(part for part in (where, reason or REASONS.get(status, "")) if part)
    problem = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return as_json(problem, status=status, content_type=PROBLEM)
