"""Where each page is: one row a page."""

from __future__ import annotations

import regex

from extractor.web.api import answers, records
from extractor.web.api import results as tables
from extractor.web.api.description import description
from extractor.web.pages import article, audit, fact, figure, finding, home, indicator, place, problem, results
from extractor.web.shapes import Route, Told

_ID = r"(?P<id>[^/]+)"
ROUTES = (
    Route(r"/search\.json", tables.json_page, answers.told),
    Route(r"/search\.(?P<form>csv|parquet)", tables.table, answers.told, download=True),
    Route(r"/search\.atom", tables.atom, answers.told),
    Route(r"/openapi\.json", description, answers.told),
    Route(f"/api/articles/{_ID}", records.article, answers.told),
    Route(f"/api/figures/{_ID}", records.figure, answers.told),
    Route(f"/api/facts/{_ID}", records.fact, answers.told),
    Route(f"/api/places/{_ID}", records.place, answers.told),
    Route(f"/api/indicators/{_ID}", records.indicator, answers.told),
    Route(f"/api/findings/{_ID}", records.finding, answers.told),
    Route("/", home.page, problem.told),
    Route("/search", results.page, problem.told),
    Route(f"/articles/{_ID}", article.page, problem.told),
    Route(f"/figures/{_ID}", figure.page, problem.told),
    Route(f"/facts/{_ID}", fact.page, problem.told),
    Route(f"/places/{_ID}", place.page, problem.told),
    Route(f"/indicators/{_ID}", indicator.page, problem.told),
    Route("/audit", audit.page, problem.told),
    Route(f"/findings/{_ID}", finding.page, problem.told),
)


def route_of(path: str) -> Route | None:
    """The page that answers a path."""
    return next((one for one in ROUTES if regex.fullmatch(one.pattern, path)), None)


def told(path: str) -> Told:
    """How what cannot be answered at a path is told: as that page does, else as a page."""
    route = route_of(path)
    return route.told if route else problem.told
