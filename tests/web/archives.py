"""A small archive for tests of the page: news with a series, with findings, and one article that is hostile."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx

from extractor.archive.adding import add_run
from extractor.archive.database import open_archive
from extractor.model.writing import json_lines
from extractor.web.policy import App
from extractor.web.serving import application
from tests.findings import one_of_each, run

ODD = {  # its id is none that an address takes as it is
    "id": "tin/2023?a=1#b %2F.json", "title": "Tin vắn", "published": "2023-05-06",
    "text": "Năm 2023, xã Tân Lĩnh (Lục Yên) trồng 77 ha quế.",
}  # fmt: skip
HOST = "http://localhost"


def archive(folder: Path) -> Path:
    """The archive of the news of tests/findings."""
    out = run(folder, ODD)
    (out / "findings.jsonl").write_text(json_lines(one_of_each(out)), encoding="utf-8")
    path = folder / "kho số liệu?#%41.db"  # a name that an address must not read as more than a name
    add_run(path, out)
    return path


def one(path: Path, query: str, *values: object) -> Any:
    """The first value that a query over an archive gives."""
    connection = open_archive(path)
    try:
        return connection.execute(query, values).fetchone()[0]
    finally:
        connection.close()


class Client:
    """Asks an application in this process."""

    def __init__(self, path: Path, *, public: bool = False, app: App | None = None) -> None:
        self._app: Any = app or application(path, public=public)

    def get(
        self, address: str, method: str = "GET", *, cookies: dict[str, str] | None = None, **given: Any
    ) -> httpx.Response:
        """What it answers."""

        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app)
            async with httpx.AsyncClient(transport=transport, base_url=HOST, cookies=cookies) as client:
                return await client.request(method, address, **given)

        return asyncio.run(asked())


def pages(path: Path) -> dict[str, str]:
    """An address for each page."""
    first = "SELECT id FROM {} ORDER BY number LIMIT 1"
    series = "SELECT facts.id FROM facts JOIN figures ON figures.fact = facts.number JOIN articles"
    return {
        "home": "/",
        "results": "/search?q=ho+ngheo",
        "nothing": "/search?q=khongcogi&kind=money",
        "article": "/articles/khe-ngoai",
        "hostile": "/articles/hostile?passed=1",
        "figure": f"/figures/{one(path, first.format('figures'))}",
        "fact": "/facts/"
        + one(path, f"{series} ON articles.number = figures.article WHERE articles.id = 'khach-2021'"),
        "place": "/places/" + one(path, "SELECT id FROM places WHERE name = 'huyện Lý Sơn'"),
        "indicator": f"/indicators/{one(path, first.format('indicators'))}",
        "audit": "/audit",
        "finding": "/findings/" + one(path, "SELECT id FROM findings WHERE compared = 1 ORDER BY number LIMIT 1"),
        "missing": "/figures/nope",
    }
