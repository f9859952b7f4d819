"""The API described as OpenAPI 3.1: its paths, parameters, and the schemas of what it answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import TypeAdapter

from extractor import __version__
from extractor.archive.shapes import MOST_OF_A_PAGE, PAGE, Sort
from extractor.archive.telling import SearchResults
from extractor.model.records import Record
from extractor.model.shapes import Agreement, Kind, Modifier, Status, Units, Verdict
from extractor.web.api.answers import PROBLEM, as_json
from extractor.web.api.records import ANSWERS
from extractor.web.api.results import FED, MOST_EXPORTED
from extractor.web.asking import DEEPEST_PAGE, LARGEST, LONGEST_VALUE, MOST_VALUES, TEXT
from extractor.web.shapes import Answer, Asked

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string", "maxLength": LONGEST_VALUE, "pattern": r"^[^\u0000]*$"}
_NUMBER: Schema = {"type": "number", "minimum": -float(LARGEST), "maximum": float(LARGEST)}


def _one_of(kind: object) -> Schema:
    return {"type": "string", "enum": list(get_args(kind))}


def _many(schema: Schema) -> Schema:
    return {"type": "array", "items": schema, "maxItems": MOST_VALUES}


# A row a parameter: its schema and what it asks for. Parameters that take several values are given several times.
PARAMETERS: Mapping[str, tuple[Schema, str]] = {
    TEXT: ({"type": "string"}, "Words, phrases in quotes, numbers with their units; with diacritics or without."),
    "place": (_TEXT, "The id of a place, or the name of a unit: figures of it and of all under it."),
    "units": (_one_of(Units), "Which units hold which: those of the time, or those since 1 July 2025."),
    "period": ({"type": "string", "examples": ["2023", "2023-09", "2021/2023"]}, "EDTF: periods that overlap it."),
    "indicator": (_many(_TEXT), "Ids of indicators."),
    "kind": (_many(_one_of(Kind)), "Kinds of figures."),
    "unit": (_many(_TEXT), "Units, as figures have them: hộ, km, VND."),
    "least": (_NUMBER, "The least value."),
    "most": (_NUMBER, "The greatest value."),
    "modifier": (_many(_one_of(Modifier)), "Modifiers."),
    "status": (_many(_one_of(Status)), "Whether it is so, or planned."),
    "source": (_many(_TEXT), "Who published it."),
    "agreement": (_many(_one_of(Agreement)), "How all statements of the fact agree."),
    "verdict": (_many(_one_of(Verdict)), "What the audit says."),
    "confidence": ({"type": "number", "minimum": 0, "maximum": 1}, "That each field of a figure has at least."),
    "sort": (_one_of(Sort), "The order; a minus turns it round."),
    "page": ({"type": "integer", "minimum": 1, "maximum": DEEPEST_PAGE, "default": 1}, "Which page."),
    "size": ({"type": "integer", "minimum": 1, "maximum": MOST_OF_A_PAGE, "default": PAGE}, "Figures of a page."),
}  # fmt: skip
PAGED = ("page", "size")
ABOUT = {
    "articles": "An article with its figures", "figures": "A figure with its sentence",
    "facts": "A fact with its figures",
    "places": "A place with its facts", "indicators": "An indicator with its facts",
    "findings": "A finding with the figures that it compares",
}  # fmt: skip


def description(_: sqlite3.Connection, __: Asked) -> Answer:
    """The description of the API."""
    return as_json(described())


def described() -> Schema:
    """The API as an OpenAPI document."""
    kinds: list[type[Record]] = [SearchResults, *ANSWERS.values()]
    named = [(kind.__name__, "serialization", TypeAdapter(kind)) for kind in kinds]
    _, schemas = TypeAdapter.json_schemas(named, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    results = "Figures that a search found"
    paths = {
        "/search.json": _get(results, "search", _answer("application/json", _ref(SearchResults)), _asked()),
        "/search.csv": _get(f"{results}, the first {MOST_EXPORTED}", "searchCsv", _answer("text/csv"), _asked(PAGED)),
        "/search.parquet": _get(
            f"{results}, the first {MOST_EXPORTED}", "searchParquet", _answer("application/vnd.apache.parquet"),
            _asked(PAGED),
        ),
        "/search.atom": _get(
            f"{results}, the newest {FED}", "searchFeed", _answer("application/atom+xml"), _asked((*PAGED, "sort"))
        ),
        "/openapi.json": _get("This description", "description", _answer("application/json", {"type": "object"}), []),
    }  # fmt: skip
    name = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": r"^[\w-]+$"}}
    for plural, kind in ANSWERS.items():
        answer = _answer("application/json", _ref(kind))
        paths[f"/api/{plural}/{{id}}"] = _get(ABOUT[plural], plural.removesuffix("s"), answer, [name])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "solieu", "version": __version__, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            "description": "Figures of Vietnamese local news, each with the sentence that it came from. Read only.",
        },
        "paths": paths,
        "components": {"schemas": schemas["$defs"] | {"Problem": _PROBLEM}},
    }  # fmt: skip


_PROBLEM: Schema = {
    "type": "object", "description": "What is wrong (RFC 9457)", "required": ["type", "title", "status", "detail"],
    "properties": {name: {"type": "string"} for name in ("type", "title", "detail")} | {"status": {"type": "integer"}},
}  # fmt: skip


def _asked(without: tuple[str, ...] = ()) -> list[Schema]:
    """The parameters of a search."""
    return [
        {"name": name, "in": "query", "description": about, "schema": schema, "explode": True, "allowEmptyValue": True}
        for name, (schema, about) in PARAMETERS.items()
        if name not in without
    ]


def _get(summary: str, name: str, answer: Schema, parameters: list[Schema]) -> Schema:
    wrong = {"content": {PROBLEM.partition(";")[0]: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    reasons = {"400": "A parameter that cannot be taken", "404": "There is none", "503": "It took too long"}
    answers = {"200": answer} | {status: {"description": about} | wrong for status, about in reasons.items()}
    return {"get": {"summary": summary, "operationId": name, "parameters": parameters, "responses": answers}}


def _answer(form: str, schema: Schema | None = None) -> Schema:
    return {"description": "What was asked for", "content": {form: {"schema": schema} if schema else {}}}


def _ref(kind: type[Record]) -> Schema:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}
