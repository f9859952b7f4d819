"""What the page promises of its limits: names that are answered, values of SQL, downloads, addresses too long."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import httpx
import pytest

from extractor.archive.search import search
from extractor.web.api import results as downloads
from extractor.web.asking import LONGEST_QUERY
from extractor.web.serving import application
from tests.web.archives import Client, archive


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def client(path: Path) -> Client:
    return Client(path)


@pytest.mark.parametrize("host", ["localhost", "localhost:8010", "127.0.0.1:8010", "127.1.2.3", "[::1]:8010"])
def test_this_machine_is_answered_by_its_names(host: str, client: Client) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["news.example", "localhost.news.example", "127.0.0.1.news.example", "10.0.0.1", ""])
@pytest.mark.parametrize("address", ["/", "/search.json", "/data/sources.json"])
def test_another_name_is_not_answered_unless_it_is_public(host: str, address: str, client: Client, path: Path) -> None:
    assert client.get(address, headers={"host": host}).status_code == 404
    assert Client(path, public=True).get(address, headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "made", ["randomblob(3000000)", "zeroblob(3000000)", "printf('%3000000d', 1)", "format('%3000000d', 1)"]
)
def test_sql_makes_no_large_values(made: str, client: Client) -> None:
    answer = client.get("/data.json", params={"sql": f"select {made} as one", "_shape": "array"})
    assert answer.status_code == 400
    assert len(answer.content) < 10_000


def test_sql_joins_no_large_values(client: Client) -> None:
    many = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 4000)"
    sql = f"{many} select group_concat(replace('{'x' * 1000}', 'x', 'xy')) as one from n"
    assert client.get("/data.json", params={"sql": sql, "_shape": "array"}).status_code == 400


@pytest.mark.parametrize("address", ["/search", "/search.json", "/search.csv", "/search.atom"])
def test_an_address_that_is_too_long_is_told(address: str, client: Client) -> None:
    answer = client.get(f"{address}?q={'a' * LONGEST_QUERY}")
    assert answer.status_code == 400
    assert str(LONGEST_QUERY) in answer.text


def test_there_is_no_page_beyond_the_last(client: Client) -> None:
    assert client.get("/search?page=2&size=500").status_code == 404
    assert client.get("/search?page=1&q=zzz").status_code == 200


def test_downloads_are_made_one_at_a_time_while_others_are_answered(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, at_once = threading.Event(), threading.Event(), []
    working = threading.Semaphore(1)

    def slow(*given: object, **options: object) -> object:
        at_once.append(working.acquire(blocking=False))
        begun.set()
        assert go_on.wait(10)
        working.release()
        return search(*given, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(downloads, "search", slow)

    async def all_of_them() -> list[int]:
        transport = httpx.ASGITransport(app=application(path))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as asked:
            several = [asyncio.create_task(asked.get("/search.csv")) for _ in range(3)]
            await asyncio.to_thread(begun.wait, 10)
            page = await asked.get("/")
            go_on.set()
            return [page.status_code, *(one.status_code for one in await asyncio.gather(*several))]

    assert asyncio.run(all_of_them()) == [200] * 4
    assert at_once == [True] * 3


def test_tables_that_are_search_s_own_are_hidden(client: Client) -> None:
    tables = {one["name"]: one["hidden"] for one in client.get("/data.json").json()["tables"]}
    assert not tables["figures"]
    assert all(hidden for name, hidden in tables.items() if name.startswith("_"))
