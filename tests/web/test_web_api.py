"""The API of the archive answers as its description says, whatever is asked of it."""

from __future__ import annotations

import asyncio
import csv
import io
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any
from urllib.parse import urlencode

import httpx
import polars as pl
import pytest
import schemathesis
import simplejson
from hypothesis import HealthCheck, settings
from lxml import etree
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from extractor.archive.database import open_archive
from extractor.archive.search import search
from extractor.archive.shapes import Query
from extractor.archive.telling import HITS
from extractor.dataset.folder import read_articles, read_facts, read_figures, read_findings
from extractor.model.records import SCHEMAS
from extractor.web.api.answers import told
from extractor.web.api.description import PARAMETERS, described
from extractor.web.api.feed import feed
from extractor.web.asking import PARAMETERS as TAKEN
from extractor.web.routes import ROUTES, route_of
from extractor.web.serving import application
from tests.archives import sample_archive, sample_run

HOME = "http://127.0.0.1:8010"
ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def app() -> Any:
    return application(sample_archive())


def get(path: str, **asked: Any) -> httpx.Response:
    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app=app(), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=HOME) as client:
            return await client.get(f"{path}?{urlencode(asked, doseq=True)}" if asked else path)

    return asyncio.run(answer())


def read(response: httpx.Response) -> Any:
    assert response.status_code == 200, response.text
    return simplejson.loads(response.text, use_decimal=True)


def test_results_are_those_of_the_words_with_facets_and_a_histogram() -> None:
    found = read(get("/search.json", q="ho ngheo", size=5))
    assert found["total"] > 5 == len(found["hits"])
    for hit in found["hits"]:
        start, end = hit["mark"]
        assert hit["sentence"][start:end] == hit["figure"]["text"]
    for values in found["facets"].values():
        assert all(value["figures"] > 0 for value in values)
    assert sum(value["figures"] for value in found["facets"]["kind"]) == found["total"]
    assert found["histogram"]["bins"]


def test_a_filter_and_a_page_are_taken() -> None:
    all_of_them = read(get("/search.json", kind="money", size=500))
    second = read(get("/search.json", kind="money", size=2, page=2))
    assert {hit["figure"]["kind"] for hit in all_of_them["hits"]} == {"money"}
    assert second["hits"] == all_of_them["hits"][2:4]
    assert second["query"] | {"size": 500, "page": 1} == all_of_them["query"]


def test_tables_hold_all_results_with_all_digits() -> None:
    figures = {one.id: one for one in read_figures(sample_run())}
    found = read(get("/search.json", q="hộ nghèo", size=500))
    names = [hit["figure"]["id"] for hit in found["hits"]]

    answer = get("/search.csv", q="hộ nghèo")
    assert answer.headers["content-disposition"] == 'attachment; filename="so-lieu.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == names
    assert [*rows[0]] == [column.name for column in HITS.columns]
    for row in rows:
        assert row["value"] == "" or Decimal(row["value"]) == figures[row["id"]].value

    frame = pl.read_parquet(io.BytesIO(get("/search.parquet", q="hộ nghèo").content))
    assert frame["id"].to_list() == names
    assert [*map(str, frame["value"].drop_nulls())]
    assert frame.schema["value"].is_decimal()


def test_no_results_are_a_table_without_rows() -> None:
    assert read(get("/search.json", q="zzz"))["total"] == 0
    assert len(get("/search.csv", q="zzz").content.decode("utf-8-sig").splitlines()) == 1
    assert pl.read_parquet(io.BytesIO(get("/search.parquet", q="zzz").content)).is_empty()
    assert not etree.fromstring(get("/search.atom", q="zzz").content).findall(f"{ATOM}entry")


def test_a_feed_has_the_newest_first_and_links_that_work() -> None:
    root = etree.fromstring(get("/search.atom", q="hộ").content)
    entries = root.findall(f"{ATOM}entry")
    moments = [datetime.fromisoformat(one.findtext(f"{ATOM}updated")) for one in entries]
    assert moments
    assert all(one.tzinfo for one in moments)
    for entry in entries[:3]:
        assert get(entry.find(f"{ATOM}link").get("href").removeprefix(HOME)).status_code == 200
    assert root.find(f"{ATOM}link").get("href") == f"{HOME}/search.atom?q=h%E1%BB%99"


def test_an_entry_without_a_day_has_that_of_adding() -> None:
    with closing(open_archive(sample_archive())) as connection:
        hit = search(connection, Query("hộ nghèo")).hits[0]
    added = "2024-06-20T08:00:00+00:00"
    for day, moment in ((None, added), ("sắp tới", added), ("2024-05-28", "2024-05-28T00:00:00+07:00")):
        article = hit.article.model_copy(update={"published": day})
        written = feed((hit._replace(article=article),), title="", home=HOME, own="", page="", added=added)
        (entry,) = etree.fromstring(written).findall(f"{ATOM}entry")
        assert entry.findtext(f"{ATOM}updated") == moment
        assert (entry.find(f"{ATOM}published") is None) == (moment == added)


def test_every_record_comes_back_as_it_went_in() -> None:
    folder = sample_run()
    for kind, plural, known in (
        ("article", "articles", read_articles(folder)), ("fact", "facts", read_facts(folder)),
        ("finding", "findings", read_findings(folder)),
    ):  # fmt: skip
        one: Any = next(iter(known))
        if kind == "article":  # its folder is no business of readers
            one = one.model_copy(update={"source": one.source.rpartition("/")[2]})
        assert SCHEMAS[kind].validate_python(read(get(f"/api/{plural}/{one.id}"))[kind]) == one
    figure = next(read_figures(folder))
    found = read(get(f"/api/figures/{figure.id}"))["found"]
    assert SCHEMAS["figure"].validate_python(found["figure"]) == figure
    place = read(get(f"/api/places/{found['place_id']}"))
    assert place["place"] == found["figure"]["place"]
    assert place["facts_total"] == len(place["facts"])
    indicator = figure.indicator
    assert {fact["indicator"] for fact in read(get(f"/api/indicators/{indicator}"))["facts"]} == {indicator}


@pytest.mark.parametrize("path", ["/api/articles/x", "/api/figures/%00", "/api/places/..%2f", "/api/facts/a'b"])
def test_what_is_not_there_is_a_problem_with_its_status(path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["status"] == 404


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"kind": "foo"}, "kind"), ({"page": 0}, "page"), ({"size": 501}, "size"), ({"least": "x"}, "least"),
        ({"period": "soon"}, "period"), ({"confidence": 2}, "confidence"), ({"sort": "x"}, "sort"),
        ({"what": 1}, "what"), ({"least": 5, "most": 4}, "most"), ({"q": "a" * 9000}, "8000"),
    ],
)  # fmt: skip
def test_a_parameter_that_cannot_be_taken_is_told(asked: dict[str, Any], said: str) -> None:
    for form in ("json", "csv", "parquet", "atom"):
        answer = get(f"/search.{form}", **asked)
        assert answer.status_code == 400
        assert said in answer.json()["detail"]


def test_description_names_what_there_is() -> None:
    assert set(PARAMETERS) == set(TAKEN)
    paths = [path.replace("{id}", "x") for path in described()["paths"]]
    first = [route_of(path) for path in paths]
    assert None not in first
    forms = {"/search.csv", "/search.parquet"}  # one route
    api = [route for route in ROUTES if route.told is told]
    assert [*dict.fromkeys(first)] == api
    assert len(paths) == len(api) + len(forms) - 1


schema = schemathesis.openapi.from_dict(described())
schema.config.phases.update(phases=["fuzzing"])


# A description cannot say which places there are, nor that least <= most; and blank fields of forms count as unsaid.
LEFT_OUT: list[Any] = [positive_data_acceptance, negative_data_rejection]


@schema.parametrize()
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_whatever_is_asked_is_answered_as_described(case: schemathesis.Case[Any]) -> None:
    asked = case.as_transport_kwargs(base_url=HOME)
    answer = asyncio.run(sent(asked))
    case.validate_response(answer, excluded_checks=LEFT_OUT)


async def sent(asked: dict[str, Any]) -> Any:
    transport = httpx.ASGITransport(app=app(), raise_app_exceptions=True)
    async with httpx.AsyncClient(transport=transport) as client:
        return await client.request(asked["method"], asked["url"], params=asked.get("params"))
